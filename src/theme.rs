//! What a portal makes of the looks of the page: its name, its logo, its colours.
//!
//! `brand` reads and checks it, whoever it comes from, and is pure; `apply` sets it in the page. Both
//! belong to the part of the program that comes later: most deployments have no brand.

mod apply;
mod brand;
mod clear;
mod font;
mod logo;

pub use apply::{apply, shown};
pub use brand::{Brand, BrandProblem, LogoFile, MAX_NAME, MAX_RADIUS, Part};
pub use clear::{Tints, TooAlike};
pub use font::MAX_FAMILIES;
