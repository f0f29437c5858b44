//! Makes the module of sentences out of `locales/`, so that a sentence that is missing, misspelt
//! or left over stops the build.

use std::error::Error;
use std::path::PathBuf;

use leptos_i18n_codegen::gen_code;
use leptos_i18n_parser::parse_locales::options::{Config, ParseOptions};
use leptos_i18n_parser::parse_locales::parse_locales;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=locales");
    // Sentences go into texts and attributes, so they are made as text, not as views.
    let options = ParseOptions::new().interpolate_display(true);
    let sentences = parse_locales(None, Config::new("en")?.parse_options(options))?;
    for complaint in sentences.diag.warnings().iter() {
        println!("cargo::error={complaint}");
    }
    for complaint in sentences.diag.errors().iter() {
        println!("cargo::error={complaint}");
    }
    let module = gen_code(&sentences, None, false, None, false)?;
    let directory = PathBuf::from(std::env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?);
    std::fs::write(directory.join("words.rs"), module.to_string())?;
    Ok(())
}
