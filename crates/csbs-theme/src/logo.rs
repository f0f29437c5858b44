//! The logo of a portal: a picture that lies beside the page.

/// The path of a picture from the page on, such as `brand/logo.svg`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogoFile(String);

impl LogoFile {
    /// The path.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

const MAX_LENGTH: usize = 200;
const ENDINGS: [&str; 3] = [".svg", ".png", ".webp"];

/// Reads a path that can lead nowhere else: no scheme, no host, not upwards, nothing encoded.
pub(super) fn read(text: &str) -> Option<LogoFile> {
    let is_part = |part: &str| {
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"._-".contains(&byte);
        !part.is_empty() && !part.starts_with('.') && part.bytes().all(is_plain)
    };
    let is_picture = ENDINGS.iter().any(|ending| text.ends_with(ending));
    let is_path = text.len() <= MAX_LENGTH && !text.contains("..") && text.split('/').all(is_part);
    (is_picture && is_path).then(|| LogoFile(text.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn a_logo_is_a_picture_beside_the_page() {
        for good in ["logo.svg", "brand/logo-2.PNG.webp", "a_b/c.d/e.png"] {
            assert!(read(good).is_some(), "{good}");
        }
        let long = format!("{}.svg", "a".repeat(197));
        let bad = [
            "",
            "logo",
            "logo.gif",
            "logo.svg?x",
            "logo.svg#x",
            "/logo.svg",
            "//host/logo.svg",
            "../logo.svg",
            "a/../logo.svg",
            "a/./logo.svg",
            ".svg",
            "a/.svg",
            "a//b.svg",
            "https://evil.example/logo.svg",
            "data:image/svg+xml,.svg",
            "javascript:x.svg",
            "%2e%2e/logo.svg",
            "a\\b.svg",
            "logo .svg",
            "\nlogo.svg",
            "lögo.svg",
            &long,
        ];
        for bad in bad {
            assert_eq!(read(bad), None, "{bad}");
        }
    }
}
