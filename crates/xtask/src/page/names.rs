//! Short names for what the wasm takes from the script around it, and gives to it.
//!
//! wasm-bindgen tells them apart by a hash: `__wbg_headers_5fc0106c076eb731`, or for what calls a
//! closure, `wasm_bindgen__convert__closures_____invoke__h72f8b0656f7c0832_4`. Both files carry
//! each name, and hashes do not compress.

use std::collections::BTreeSet;

/// The names in a script that have a hash.
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

/// The wasm, as text, with each of these names replaced by its short one where it is imported or
/// exported.
pub(super) fn in_wasm_text(text: &str, names: &BTreeSet<String>) -> String {
    let short = |line: &str| {
        let kind = line.trim_start();
        let quoted = match () {
            () if kind.starts_with("(import ") => line.split('"').nth(3),
            () if kind.starts_with("(export ") => line.split('"').nth(1),
            () => None,
        };
        let named = quoted.and_then(|word| Some((word, name(place(names, word)?))));
        named.map_or_else(|| line.to_owned(), |(long, short)| line.replacen(long, &short, 1))
    };
    text.split_inclusive('\n').map(short).collect()
}

fn words(script: &str) -> impl Iterator<Item = &str> {
    script
        .split(|character: char| !character.is_ascii_alphanumeric() && character != '_')
        .filter(|word| !word.is_empty())
}

/// A prefix of wasm-bindgen's, and a part that is 16 digits of a hash.
fn is_hashed(word: &str) -> bool {
    let is_hash = |part: &str| {
        let digits = part.strip_prefix('h').unwrap_or(part);
        digits.len() == 16 && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
    };
    let is_generated = word.starts_with("__wb") || word.starts_with("wasm_bindgen__");
    is_generated && word.split('_').any(is_hash)
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
                          __wbindgen_free:1,__wbg_then_656f253a5dd7d8ea:(a)=>a.__wbg_ptr,\
                          f:(a)=>wasm.wasm_bindgen__invoke__h72f8b0656f7c0832_4(a)}";

    #[test]
    fn only_names_with_a_hash_become_short() {
        let names = hashed(SCRIPT);
        assert_eq!(names.len(), 3);
        assert_eq!(
            in_script(SCRIPT, &names),
            "{_0:function(e){return e.text()},__wbindgen_free:1,_1:(a)=>a.__wbg_ptr,f:(a)=>wasm._2(a)}"
        );
    }

    #[test]
    fn the_wasm_gets_the_same_names_as_the_script() {
        let text = " (import \"./a.js\" \"__wbg_then_656f253a5dd7d8ea\" (func $fimport$0))\n \
                    (import \"./a.js\" \"__wbindgen_free\" (func))\n \
                    (export \"wasm_bindgen__invoke__h72f8b0656f7c0832_4\" (func 7))\n \
                    (data \"__wbg_then_656f253a5dd7d8ea\")\n";
        assert_eq!(
            in_wasm_text(text, &hashed(SCRIPT)),
            " (import \"./a.js\" \"_1\" (func $fimport$0))\n \
             (import \"./a.js\" \"__wbindgen_free\" (func))\n \
             (export \"_2\" (func 7))\n \
             (data \"__wbg_then_656f253a5dd7d8ea\")\n"
        );
    }
}
