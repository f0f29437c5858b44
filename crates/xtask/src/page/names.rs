//! Short names for what the wasm takes from the script around it.
//!
//! wasm-bindgen tells them apart by a hash: `__wbg_headers_5fc0106c076eb731`. Both files carry
//! each name once, and hashes do not compress.

use std::collections::BTreeSet;

/// The names in a script that end with a hash.
pub(super) fn hashed(script: &str) -> BTreeSet<String> {
    words(script).filter(|word| is_hashed(word)).map(str::to_owned).collect()
}

/// The script with each of these names replaced by its short one.
pub(super) fn in_script(script: &str, names: &BTreeSet<String>) -> String {
    let mut short = String::with_capacity(script.len());
    let mut rest = script;
    for word in words(script) {
        let start = rest.find(word).unwrap_or_default();
        short.push_str(&rest[..start]);
        match place(names, word) {
            Some(place) => short.push_str(&name(place)),
            None => short.push_str(word),
        }
        rest = &rest[start + word.len()..];
    }
    short.push_str(rest);
    short
}

/// The wasm, as text, with each of these names replaced by its short one where it is imported.
pub(super) fn in_wasm_text(text: &str, names: &BTreeSet<String>) -> String {
    let import = |line: &str| {
        let Some(name_in_line) = line.split('"').nth(3) else {
            return line.to_owned();
        };
        match place(names, name_in_line) {
            Some(place) => line.replacen(name_in_line, &name(place), 1),
            None => line.to_owned(),
        }
    };
    text.split_inclusive('\n')
        .map(|line| {
            let is_import = line.trim_start().starts_with("(import ");
            if is_import { import(line) } else { line.to_owned() }
        })
        .collect()
}

fn words(script: &str) -> impl Iterator<Item = &str> {
    script
        .split(|character: char| !character.is_ascii_alphanumeric() && character != '_')
        .filter(|word| !word.is_empty())
}

/// wasm-bindgen's prefix, and 16 digits of a hash at the end.
fn is_hashed(word: &str) -> bool {
    let hash = word.strip_prefix("__wb").and_then(|rest| rest.rsplit('_').next());
    hash.is_some_and(|hash| hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

fn place(names: &BTreeSet<String>, word: &str) -> Option<usize> {
    names.iter().position(|name| name == word)
}

fn name(place: usize) -> String {
    format!("_{place:x}")
}

#[cfg(test)]
mod tests {
    use super::{hashed, in_script, in_wasm_text};

    const SCRIPT: &str = "{__wbg_text_5240eb2c41de8292:function(e){return e.text()},\
                          __wbindgen_free:1,__wbg_then_656f253a5dd7d8ea:(a)=>a.__wbg_ptr}";

    #[test]
    fn only_names_with_a_hash_become_short() {
        let names = hashed(SCRIPT);
        assert_eq!(names.len(), 2);
        assert_eq!(
            in_script(SCRIPT, &names),
            "{_0:function(e){return e.text()},__wbindgen_free:1,_1:(a)=>a.__wbg_ptr}"
        );
    }

    #[test]
    fn the_wasm_gets_the_same_names_as_the_script() {
        let text = " (import \"./a.js\" \"__wbg_then_656f253a5dd7d8ea\" (func $fimport$0))\n \
                    (import \"./a.js\" \"__wbindgen_free\" (func))\n \
                    (data \"__wbg_then_656f253a5dd7d8ea\")\n";
        assert_eq!(
            in_wasm_text(text, &hashed(SCRIPT)),
            " (import \"./a.js\" \"_1\" (func $fimport$0))\n \
             (import \"./a.js\" \"__wbindgen_free\" (func))\n \
             (data \"__wbg_then_656f253a5dd7d8ea\")\n"
        );
    }
}
