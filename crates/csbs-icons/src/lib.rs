//! The icons of the console: which ones it draws, and the outline of each as one path.
//!
//! The drawings are Lucide's, and stay where they are: the build script of the page asks for the
//! outlines here and makes constants of them. The page draws a path and nothing else, because it
//! must not make elements from text.

mod outline;

use std::fmt::Write;

use z_icons::Icon;

pub use outline::{Unreadable, outline};

/// The icons by what they stand for in the page.
const ICONS: [(&str, &Icon); 9] = [
    ("GOOD", &z_icons::CIRCLE_CHECK),
    ("BAD", &z_icons::CIRCLE_X),
    ("OPEN", &z_icons::CIRCLE_QUESTION_MARK),
    ("RUNNING", &z_icons::CIRCLE_ELLIPSIS),
    ("OFF", &z_icons::CIRCLE_MINUS),
    ("UNFOLD", &z_icons::CHEVRON_RIGHT),
    ("PLAN", &z_icons::SHIELD),
    ("SERVER", &z_icons::SERVER),
    ("DISK", &z_icons::HARD_DRIVE),
];

/// A constant for each icon, with its outline.
///
/// # Errors
///
/// When a drawing has a shape that is not known here.
pub fn as_rust() -> Result<String, Unreadable> {
    let mut code = String::new();
    for (name, icon) in ICONS {
        let path = outline(icon.svg_str())?;
        // Writing into a string cannot fail.
        let _ =
            writeln!(code, "/// Lucide’s “{}”.\npub const {name}: &str = {path:?};", icon.name());
    }
    Ok(code)
}

#[cfg(test)]
mod tests {
    use super::{ICONS, as_rust, outline};

    #[test]
    fn every_icon_has_an_outline_within_its_box() {
        for (name, icon) in ICONS {
            assert!(icon.svg_str().contains("viewBox=\"0 0 24 24\""), "{name}");
            let path = outline(icon.svg_str()).expect(name);
            assert!(path.starts_with("M0 0") && path.len() > 8, "{name}: {path}");
        }
    }

    #[test]
    fn the_page_gets_a_constant_for_each() {
        let code = as_rust().expect("outlines");
        assert_eq!(code.matches("pub const ").count(), ICONS.len());
        assert!(code.contains("/// Lucide’s “server”.\npub const SERVER: &str = \"M0 0"), "{code}");
    }
}
