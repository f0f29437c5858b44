//! Written by `cargo xtask generate` from `style/tokens.css`: change that file instead.

use crate::{Swatch, swatch};

/// All colours, in the order of the stylesheet.
pub const PALETTE: &[Swatch] = &[
    swatch("page", true, [0xf5f6f8, 0x11151c, 0xffffff, 0x000000]),
    swatch("surface", true, [0xffffff, 0x1a202a, 0xffffff, 0x000000]),
    swatch("sunken", true, [0xf0f2f5, 0x141922, 0xf2f4f7, 0x14181f]),
    swatch("text", true, [0x1a2230, 0xe8ecf2, 0x000000, 0xffffff]),
    swatch("text-quiet", true, [0x566072, 0xa3aebf, 0x2c3440, 0xdbe1ea]),
    swatch("line", true, [0xd8dde5, 0x313a48, 0x5c6675, 0x98a3b3]),
    swatch("control-line", true, [0x7c8798, 0x7d899c, 0x000000, 0xffffff]),
    swatch("accent", true, [0x1456b8, 0x8ab4f8, 0x003a8c, 0xa8ceff]),
    swatch("accent-strong", true, [0x0e4292, 0xaecbfa, 0x002259, 0xd3e6ff]),
    swatch("on-accent", true, [0xffffff, 0x0b1a33, 0xffffff, 0x000000]),
    swatch("focus", true, [0x1456b8, 0x8ab4f8, 0x003a8c, 0xffd60a]),
    swatch("error", false, [0xb3261e, 0xff9d95, 0x8c0d06, 0xffb8b1]),
    swatch("error-surface", false, [0xfdf1f0, 0x351d1d, 0xfff5f4, 0x260b0a]),
    swatch("warning", false, [0x7a4d00, 0xf5c56b, 0x5c3a00, 0xffdb8f]),
    swatch("warning-surface", false, [0xfff6e3, 0x322813, 0xfff9eb, 0x231a04]),
    swatch("success", false, [0x17693a, 0x7fd6a0, 0x00501f, 0xa2ecbd]),
    swatch("success-surface", false, [0xedf8f1, 0x152c20, 0xf2fcf5, 0x04210f]),
];
