//! Reading version numbers out of what programs print about themselves.

/// The first word that looks like a version, with its leading `v` or trailing comma dropped:
/// `1.96.0` of `rustc 1.96.0 (…)`, `20.20.2` of `v20.20.2`.
pub(crate) fn version(printed: &str) -> Option<&str> {
    printed
        .split_whitespace()
        .map(|word| word.trim_start_matches('v').trim_end_matches(','))
        .find(|word| word.contains('.') && word.starts_with(|c: char| c.is_ascii_digit()))
}

/// The number before the first dot of [`version`].
pub(crate) fn major(printed: &str) -> Option<u32> {
    version(printed)?.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::{major, version};

    #[test]
    fn versions_are_read_as_programs_print_them() {
        for (printed, expected, expected_major) in [
            ("rustc 1.96.0 (30a34c682 2026-05-25) (built from a source tarball)", "1.96.0", 1),
            ("v20.20.2\n", "20.20.2", 20),
            (
                "Chromium 141.0.7390.122 built on Debian GNU/Linux 12 (bookworm)",
                "141.0.7390.122",
                141,
            ),
            ("ChromeDriver 141.0.7390.122 (4f7a, refs/heads/main)", "141.0.7390.122", 141),
            ("Google Chrome 142.0.7444.59 ", "142.0.7444.59", 142),
        ] {
            assert_eq!(version(printed), Some(expected), "{printed}");
            assert_eq!(major(printed), Some(expected_major), "{printed}");
        }
    }

    #[test]
    fn text_without_a_version_has_none() {
        for printed in ["", "command not found", "version unknown", "v", "..."] {
            assert_eq!(version(printed), None, "{printed}");
            assert_eq!(major(printed), None, "{printed}");
        }
    }
}
