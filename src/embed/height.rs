//! Tells a portal how high the content is, so that it can make the frame as high.
//!
//! No loop comes of that: nothing in a framed page is as high as its window, the number is whole, it
//! is only said when it is another one, and once for each frame that is drawn.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::ResizeObserver;

use super::channel::Channel;
use super::protocol::Outbound;
use super::window::Around;

/// Tells it from now on, for as long as the page is there.
pub fn follow(around: Around, channel: Channel) {
    let told = StoredValue::new(None::<u32>);
    let is_waiting = StoredValue::new(false);
    let tell = move || {
        is_waiting.set_value(false);
        if !around.is_open_untracked() {
            return;
        }
        if let Some(height) = height().filter(|height| told.get_value() != Some(*height)) {
            told.set_value(Some(height));
            channel.say(&Outbound::Height(height));
        }
    };
    let look = move || {
        if !is_waiting.get_value() {
            is_waiting.set_value(true);
            request_animation_frame(tell);
        }
    };
    Effect::new(move |_| {
        channel.hellos.track();
        told.set_value(None);
        look();
    });
    let changed = Closure::<dyn FnMut()>::new(look);
    if let Some(body) = document().body()
        && let Ok(observer) = ResizeObserver::new(changed.as_ref().unchecked_ref())
    {
        observer.observe(&body);
        // It is there for as long as the page is.
        changed.forget();
    }
}

/// The content's height in whole pixels, with room for the part of one.
fn height() -> Option<u32> {
    let height = document().body()?.get_bounding_client_rect().height().ceil();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within u32")]
    (0.0..=f64::from(u32::MAX)).contains(&height).then_some(height as u32)
}
