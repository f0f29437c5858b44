//! Whether something is being pressed: what changes by itself waits for the end of it.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use leptos::prelude::{WindowListenerHandle, on_cleanup, set_timeout, window_event_listener};
use wasm_bindgen::JsCast;
use web_sys::{Event, MouseEvent};

static IS_PRESSED: AtomicBool = AtomicBool::new(false);

/// A finger's click comes a moment after the finger has left.
const UNTIL_THE_CLICK: Duration = Duration::from_millis(50);

/// Whether a finger or the first button of a mouse is down, or has just come up. It is known only
/// while [`notice_presses`] listens.
#[must_use]
pub fn is_pressed() -> bool {
    IS_PRESSED.load(Ordering::Relaxed)
}

/// Listens to presses, for as long as the owner is there.
pub fn notice_presses() {
    let on = |name, act: fn(&Event)| {
        window_event_listener(leptos::ev::Custom::<Event>::new(name), move |event| act(&event))
    };
    let begin = |event: &Event| {
        // The other buttons bring up menus, which take the end of the press.
        if event.dyn_ref().is_some_and(|event: &MouseEvent| event.button() == 0) {
            IS_PRESSED.store(true, Ordering::Relaxed);
        }
    };
    let end = |_: &Event| {
        set_timeout(|| IS_PRESSED.store(false, Ordering::Relaxed), UNTIL_THE_CLICK);
    };
    let listeners = [on("pointerdown", begin), on("pointerup", end), on("pointercancel", end)];
    on_cleanup(move || {
        listeners.into_iter().for_each(WindowListenerHandle::remove);
        IS_PRESSED.store(false, Ordering::Relaxed);
    });
}
