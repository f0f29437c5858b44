//! What is written from `style/tokens.css`: the palette that a portal's colours are checked against,
//! and the tables of `docs/theming.md`.

mod documentation;
mod stylesheet;
mod tokens;

use anyhow::{Context, Result};

use crate::project::Project;
use crate::step;

pub(crate) use documentation::contrast;
pub(crate) use stylesheet::{Declaration, declarations};
pub(crate) use tokens::{SOURCE, Token, Value, tokens};

/// The palette of the crate `csbs-theme`.
pub(crate) const PALETTE: &str = "crates/csbs-theme/src/palette.rs";
/// What hosts and portals read.
pub(crate) const DOCUMENTATION: &str = "docs/theming.md";

/// `cargo xtask generate`: writes both anew.
pub(crate) fn write(project: &Project) -> Result<()> {
    let shell = &project.shell;
    let tokens = tokens(&shell.read_file(SOURCE)?);
    shell.write_file(PALETTE, palette(&tokens))?;
    step::say(&format!("{PALETTE} is written."));
    let documentation = documentation::with_tables(&shell.read_file(DOCUMENTATION)?, &tokens)
        .with_context(|| format!("{DOCUMENTATION} has no place for its tables."))?;
    shell.write_file(DOCUMENTATION, documentation)?;
    step::say(&format!("The tables of {DOCUMENTATION} are written."));
    Ok(())
}

/// The palette as Rust.
pub(crate) fn palette(tokens: &[Token]) -> String {
    let mut text = String::from(
        "//! Written by `cargo xtask generate` from `style/tokens.css`: change that file instead.\n\n\
         use crate::{Swatch, swatch};\n\n\
         /// All colours, in the order of the stylesheet.\n\
         pub const PALETTE: &[Swatch] = &[\n",
    );
    for Token { name, is_open, value, .. } in tokens {
        if let Value::Colours(colours) = value {
            let numbers = colours.map(|colour| colour.to_string().replace('#', "0x")).join(", ");
            text += &format!("    swatch(\"{name}\", {is_open}, [{numbers}]),\n");
        }
    }
    text + "];\n"
}

/// The documentation with its tables as they should be; `None` if it has no place for them.
pub(crate) fn documented(text: &str, tokens: &[Token]) -> Option<String> {
    documentation::with_tables(text, tokens)
}
