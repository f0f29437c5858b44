//! What the first file of the program must not have: the code of Leptos for elements of `view!`.
//!
//! What is drawn first is made of `src/components/element.rs` instead, because each element of `view!`
//! is a type with code of its own. One of them is seen by nobody, and costs every visitor.

use anyhow::{Result, bail};

/// The type that all elements of `view!` are made of, as it is in the names of its functions.
const ELEMENT: &[u8] = b"tachys::html::element::HtmlElement";

/// Fails when the first file, in which functions still have names, draws with `view!`.
pub(super) fn refuse(named: &[u8]) -> Result<()> {
    if named.windows(ELEMENT.len()).any(|part| part == ELEMENT) {
        bail!(
            "Something that is drawn before the second file is here has an element in a `view!`. \
             Make it with `element` from src/components/element.rs; a component may stay in a \
             `view!`. `git diff` shows what is new; docs/ARCHITECTURE.md says why, under \
             \u{201c}Redrawing and size\u{201d}."
        );
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::refuse;

    #[test]
    fn an_element_of_a_view_is_refused() {
        let element =
            b"\0<tachys::html::element::HtmlElement<E,At,Ch> as tachys::view::Render>::build";
        let error = refuse(element).expect_err("an element");
        assert!(error.to_string().contains("src/components/element.rs"));
    }

    #[test]
    fn other_names_are_not() {
        refuse(b"\0web_sys::features::gen_HtmlElement::HtmlElement::focus")
            .expect("none of Leptos");
    }
}
