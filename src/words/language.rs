//! Which languages there are, and getting the words of one.

use js_sys::{Function, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::Table;
use crate::browser::handed;

/// The languages, each with its code and its own name.
pub const LANGUAGES: &[(&str, &str)] = &super::keys::LANGUAGES;

/// The plural category of a number.
#[cfg(target_arch = "wasm32")]
pub(super) fn plural(language: &str, count: u64) -> String {
    use js_sys::{Array, Intl::PluralRules, Object};
    #[expect(clippy::cast_precision_loss, reason = "counts stay below 2^53")]
    let count = count as f64;
    PluralRules::new(&Array::of1(&language.into()), &Object::new()).select(count).into()
}

/// The same where there is no browser, for English and German.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn plural(_: &str, count: u64) -> String {
    if count == 1 { "one" } else { "other" }.to_owned()
}

/// The language that the script has chosen which starts the program.
#[must_use]
pub fn chosen() -> String {
    handed("csbsLanguage").as_string().unwrap_or_default()
}

/// Asks that script for a part of the words of a language, and takes it; `None` when it cannot be had.
pub async fn load(words: &'static Table, part: usize) -> Option<&'static Table> {
    if !words.has(part) {
        let ask = handed("csbsWords");
        let language = words.language().into();
        let part_name = u32::try_from(part).ok()?.into();
        let asked = ask.dyn_ref::<Function>()?.call2(&JsValue::NULL, &language, &part_name);
        let lines = JsFuture::from(asked.ok()?.dyn_into::<Promise>().ok()?).await.ok()?;
        words.take(part, lines.as_string()?).then_some(())?;
    }
    Some(words)
}
