//! The versions of every tool that is installed, in one place.
//!
//! `Trunk.toml` has to repeat two of them and `Cargo.lock` decides one; `cargo xtask check`
//! compares. To move to a newer tool, change its line here and run `cargo xtask check`.

/// Builds the page. 0.22 wants a compiler that is younger than what Debian carries.
pub(crate) const TRUNK: &str = "0.21.14";

/// Makes the JavaScript around the wasm and runs the browser tests; must be exactly the version
/// of the `wasm-bindgen` crate in `Cargo.lock`.
pub(crate) const WASM_BINDGEN: &str = "0.2.130";

/// The npm package that carries `wasm-opt`.
pub(crate) const BINARYEN: &str = "132.0.0";

/// Cuts the program in two; must be of the line of the `wasm_split_helpers` crate in `Cargo.lock`.
pub(crate) const WASM_SPLIT: &str = "0.2.4";

/// Puts the scripts into one small file.
pub(crate) const ESBUILD: &str = "0.28.2";

/// Drives Firefox in the browser tests.
pub(crate) const GECKODRIVER: &str = "0.37.1";

/// Checks licences, duplicates, sources and advisories of the dependencies.
pub(crate) const CARGO_DENY: &str = "0.20.2";

/// Drives the programs of `fuzz/`.
pub(crate) const CARGO_FUZZ: &str = "0.13.2";

/// Writes the bill of materials.
pub(crate) const CARGO_CYCLONEDX: &str = "0.5.9";

/// Collects the licences of what is in the page.
pub(crate) const CARGO_ABOUT: &str = "0.9.3";

/// Fetches Chrome and its driver where no package manager brings them; the last line of versions
/// that runs on Node.js 20.
pub(crate) const PUPPETEER_BROWSERS: &str = "2.9.0";

/// The line of Chrome and its driver that it fetches.
pub(crate) const CHROME: &str = "156";

/// The oldest Node.js that runs the end-to-end tests.
pub(crate) const NODE_MAJOR: u32 = 20;
