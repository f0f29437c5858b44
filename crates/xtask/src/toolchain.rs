//! Everything the tasks need beside Rust: found where it is there, installed where it is missing.
//!
//! Two situations work. On an ordinary machine rustup adds the wasm32 target and browsers come
//! from the system or from their makers. On a machine that reaches only package registries (the
//! Rust package registry, npm, Debian), the compiler's parts come from Debian ([`sysroot`]).
//! What is installed for a user alone goes to the [`Cache`], one folder a tool and version, so
//! that a second clone and the next run of the continuous integration reuse it.

mod cache;
mod cargo_tool;
mod chromium;
mod cpp;
mod debian;
mod firefox;
mod node;
mod npm_tool;
mod playwright;
mod sysroot;
mod version;
pub(crate) mod wasm;
mod web_servers;

pub(crate) use cache::Cache;
pub(crate) use cargo_tool::{
    CARGO_ABOUT, CARGO_CYCLONEDX, CARGO_DENY, CARGO_FUZZ, GECKODRIVER, TRUNK, WASM_BINDGEN,
    WASM_SPLIT,
};
pub(crate) use chromium::{Chromium, headless_shell};
pub(crate) use cpp::ensure as ensure_cpp;
pub(crate) use firefox::Firefox;
pub(crate) use npm_tool::{BINARYEN, ESBUILD};
pub(crate) use playwright::Playwright;
pub(crate) use wasm::WasmToolchain;
pub(crate) use web_servers::{ensure as ensure_web_servers, ensure_load_generator};

use std::ffi::OsString;
use std::path::PathBuf;

use anyhow::{Context, Result};

/// The search path with these folders before all others.
pub(crate) fn path_with(folders: Vec<PathBuf>) -> Result<OsString> {
    let present = std::env::var_os("PATH").unwrap_or_default();
    std::env::join_paths(folders.into_iter().chain(std::env::split_paths(&present)))
        .context("A folder of the search path has a character in its name that cannot be there.")
}
