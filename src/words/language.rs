//! Which languages there are, and getting the words of one.

use super::{Table, Text, Words};

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

/// The language that `start.js` has chosen.
#[must_use]
pub fn chosen() -> String {
    let chosen = js_sys::Reflect::get(&leptos::prelude::window(), &"csbsLanguage".into());
    chosen.ok().and_then(|chosen| chosen.as_string()).unwrap_or_default()
}

/// Asks `start.js` for the words of a language; `None` when they cannot be had.
pub async fn fetch(language: &str) -> Option<Words> {
    use wasm_bindgen::JsCast;
    let ask = js_sys::Reflect::get(&leptos::prelude::window(), &"csbsWords".into()).ok()?;
    let ask: js_sys::Function = ask.dyn_into().ok()?;
    let asked = ask.call1(&wasm_bindgen::JsValue::NULL, &language.into()).ok()?;
    let asked: js_sys::Promise = asked.dyn_into().ok()?;
    let sentences = wasm_bindgen_futures::JsFuture::from(asked).await.ok()?;
    read(language, &sentences)
}

/// The words in an array of texts and of objects with the plural forms.
#[must_use]
pub fn read(language: &str, sentences: &wasm_bindgen::JsValue) -> Option<Words> {
    use wasm_bindgen::JsCast;
    let sentences: &js_sys::Array = sentences.dyn_ref()?;
    let sentences = sentences.iter().map(|sentence| match sentence.as_string() {
        Some(text) => Text::Plain(text),
        None => {
            let forms = js_sys::Object::entries(sentence.unchecked_ref());
            Text::Plural(forms.iter().map(|form| pair(form.unchecked_ref())).collect())
        }
    });
    let table = Table { language: language.to_owned(), sentences: sentences.collect() };
    table.is_whole().then(|| Words::of(table))
}

fn pair(form: &js_sys::Array) -> (String, String) {
    (form.get(0).as_string().unwrap_or_default(), form.get(1).as_string().unwrap_or_default())
}
