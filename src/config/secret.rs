//! Names of what must not stand in a file that everybody can read.

/// Whether a key or a parameter is named like a secret.
pub(super) fn is_one(name: &str) -> bool {
    const PARTS: [&str; 7] = ["token", "password", "passwd", "secret", "credential", "auth", "key"];
    let name = name.to_ascii_lowercase();
    PARTS.iter().any(|part| name.contains(part))
}

#[cfg(test)]
mod tests {
    use super::is_one;

    #[test]
    fn what_is_named_like_a_secret_is_one() {
        for name in ["token", "X-Auth-Token", "apiKey", "client_secret", "PASSWORD", "api_key"] {
            assert!(is_one(name), "{name}");
        }
        for name in ["url", "timeout_seconds", "timout", "backup_address", "proxy", "uri"] {
            assert!(!is_one(name), "{name}");
        }
    }
}
