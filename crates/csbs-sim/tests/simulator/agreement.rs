//! The simulator and the console's rules, which share no code, held against each other.
//!
//! Where they disagree, one of them has misread the documentation. A draft that the console
//! accepts must be accepted by the simulator as the console sends it, and mean the same there. One
//! that the console refuses must be refused by the simulator as a client would send it that checks
//! nothing. Two exceptions have tests of their own. What the simulator answers must be read as the
//! table of well-known servers says.

mod answers;
mod any_draft;
mod drafts;
mod neighbours;
