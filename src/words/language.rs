//! Which languages there are, and getting the words of one.

use std::cell::RefCell;

use js_sys::{Array, Function, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::{Text, Words};

/// The languages, each with its code and its own name.
pub const LANGUAGES: &[(&str, &str)] = &super::keys::LANGUAGES;

/// The plural category of a number.
#[cfg(target_arch = "wasm32")]
pub(super) fn plural(language: &str, count: u64) -> String {
    use js_sys::{Intl::PluralRules, Object};
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

/// The words of a language, with these parts; `None` when they cannot be had. What was asked for once
/// is not asked for again.
pub async fn fetch(language: &str, parts: &[usize]) -> Option<Words> {
    let known = KNOWN.with_borrow(|all| all.iter().find(|one| one.language() == language).copied());
    let words = known.unwrap_or_else(|| {
        let words = Words::of(language);
        KNOWN.with_borrow_mut(|all| all.push(words));
        words
    });
    for part in parts {
        if !words.has(*part) {
            let sentences = ask(language, *part).await?;
            words.take(*part, sentences).then_some(())?;
        }
    }
    Some(words)
}

thread_local! {
    static KNOWN: RefCell<Vec<Words>> = const { RefCell::new(Vec::new()) };
}

/// Asks `start.js`, which knows what the files are called.
async fn ask(language: &str, part: usize) -> Option<Vec<Text>> {
    let ask = js_sys::Reflect::get(&leptos::prelude::window(), &"csbsWords".into()).ok()?;
    let part = u32::try_from(part).ok()?;
    let asked = ask.dyn_ref::<Function>()?.call2(&JsValue::NULL, &language.into(), &part.into());
    let sentences = JsFuture::from(asked.ok()?.dyn_into::<Promise>().ok()?).await.ok()?;
    Some(sentences.dyn_into::<Array>().ok()?.iter().map(text).collect())
}

/// A text, or an object with the plural forms.
fn text(sentence: JsValue) -> Text {
    match sentence.as_string() {
        Some(text) => Text::Plain(text),
        None => {
            let forms = js_sys::Object::entries(sentence.unchecked_ref());
            Text::Plural(forms.iter().map(|form| pair(form.unchecked_ref())).collect())
        }
    }
}

fn pair(form: &Array) -> (String, String) {
    (form.get(0).as_string().unwrap_or_default(), form.get(1).as_string().unwrap_or_default())
}
