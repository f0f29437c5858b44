//! The settings of a deployment. None that is accepted sends a token where it may not go: over plain
//! HTTP, or to an address with a password in it.

#![no_main]

use libfuzzer_sys::fuzz_target;

// The file itself and not the console around it, which would take minutes to build.
#[path = "../../src"]
mod console {
    #[expect(dead_code, unused_imports, reason = "the console uses what the fuzzer does not")]
    pub mod config;
}

const PAGE: &str = "https://console.example";

fuzz_target!(|text: &str| {
    let Ok(config) = console::config::Config::parse(text, PAGE) else {
        return;
    };
    assert!(!config.sign_in.is_empty());
    let others = [config.identity_address, config.compute_address];
    for address in [Some(config.backup_address)].into_iter().chain(others).flatten() {
        let url = address.url("/v1/p");
        let is_local = ["http://localhost", "http://127.0.0.1", "http://[::1]"]
            .iter()
            .any(|local| url.starts_with(local));
        assert!(url.starts_with('/') || url.starts_with("https://") || is_local, "{url}");
        assert!(!url.starts_with("//"), "{url}");
        let authority = url.split('/').nth(2).filter(|_| url.contains("://")).unwrap_or_default();
        assert!(!authority.contains('@'), "{url}");
    }
});
