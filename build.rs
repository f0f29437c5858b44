//! Makes the keys of the sentences out of `locales/`, so that a sentence that is missing, misspelt or
//! left over, or one whose variables differ between languages, stops the build; and the outlines of
//! the icons out of their drawings.

use std::error::Error;
use std::fs;
use std::path::PathBuf;

use locales::{Locale, as_rust, complaints};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=locales");
    let mut codes = Vec::new();
    for entry in fs::read_dir("locales")? {
        let name = entry?.file_name().into_string().map_err(|_| "a file has an odd name")?;
        codes.extend(name.strip_suffix(".json").map(str::to_owned));
    }
    // English first, the others in a fixed order.
    codes.sort_by_key(|code| (code != "en", code.clone()));
    let mut languages: Vec<Locale> = Vec::new();
    for code in &codes {
        match Locale::read(code, &fs::read_to_string(format!("locales/{code}.json"))?) {
            Ok(locale) => languages.push(locale),
            Err(why) => println!("cargo::error={why}"),
        }
    }
    if let Some((english, others)) = languages.split_first() {
        for other in [english].into_iter().chain(others) {
            for complaint in complaints(english, other) {
                println!("cargo::error={complaint}");
            }
        }
    }
    let directory = PathBuf::from(std::env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?);
    fs::write(directory.join("keys.rs"), as_rust(&languages))?;
    fs::write(directory.join("icons.rs"), csbs_icons::as_rust()?)?;
    Ok(())
}
