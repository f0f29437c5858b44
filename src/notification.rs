//! A message of the system when a backup is finished, for those who have gone on to other work.
//! Many browsers have none, and most people have not permitted it: both are normal.

use js_sys::{Array, Function, Promise, Reflect, global};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Whether the person could be asked for the permission, or has given it.
#[must_use]
pub fn is_possible() -> bool {
    constructor().is_some() && permission().as_deref() != Some("denied")
}

/// Whether the permission is there.
#[must_use]
pub fn is_permitted() -> bool {
    permission().as_deref() == Some("granted")
}

/// Asks for the permission; only to be called for a press of the person. Whether it was given.
pub async fn ask() -> bool {
    let asked = constructor().and_then(|notification| {
        let ask = Reflect::get(&notification, &"requestPermission".into()).ok()?;
        let ask: Function = ask.dyn_into().ok()?;
        ask.call0(&notification).ok()?.dyn_into::<Promise>().ok()
    });
    if let Some(asked) = asked {
        let _ = JsFuture::from(asked).await;
    }
    is_permitted()
}

/// Shows a message, if that is permitted.
pub fn show(text: &str) {
    if is_permitted()
        && let Some(notification) = constructor()
    {
        // Some browsers of phones have the object, and throw when it is used.
        let _ = Reflect::construct(&notification, &Array::of1(&text.into()));
    }
}

fn constructor() -> Option<Function> {
    Reflect::get(&global(), &JsValue::from("Notification")).ok()?.dyn_into().ok()
}

fn permission() -> Option<String> {
    let notification: JsValue = constructor()?.into();
    Reflect::get(&notification, &"permission".into()).ok()?.as_string()
}
