//! The console in a frame of a portal: what the two say to each other, and when the console shows
//! itself at all.

pub mod protocol;
