//! The few things the page asks of the browser itself: the clock, the focus, the clipboard, the
//! title.

mod address;
mod clock;
mod handed;
mod lock;
mod place;
mod pressed;
mod save;
pub mod snapshot;

use leptos::prelude::{WindowListenerHandle, document, on_cleanup, window_event_listener};
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

pub use address::{folder, has_link, host, link_with, origin, take_link};
pub use clock::now;
pub use handed::handed;
pub use lock::{hold, let_go};
pub use place::{element, is_focus_outside, is_mounted, text_field, whole};
pub use pressed::{is_pressed, notice_presses};
pub use save::save;

/// The first and the last millisecond (since 1970, UTC) of a day such as `2026-11-23`, by this
/// device's clock and zone; `None` if it is no day.
#[must_use]
pub fn day(date: &str) -> Option<(i64, i64)> {
    let first = js_sys::Date::new(&format!("{date}T00:00:00").into());
    let next = js_sys::Date::new(&first);
    // A day with a change of the clock has 23 or 25 hours.
    next.set_date(next.get_date() + 1);
    #[expect(clippy::cast_possible_truncation, reason = "whole numbers below 2^53")]
    let millis = |date: &js_sys::Date| {
        Some(date.get_time()).filter(|time| time.is_finite()).map(|time| time as i64)
    };
    Some((millis(&first)?, millis(&next)? - 1))
}

/// Waits for so many milliseconds.
pub async fn pause(milliseconds: i32) {
    let timer = js_sys::Promise::new(&mut |done, _| {
        let window = leptos::prelude::window();
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&done, milliseconds);
    });
    // A timer cannot fail.
    let _ = JsFuture::from(timer).await;
}

/// Puts the focus on the element with this id, once what was just decided has been drawn. The
/// part of the page that it is folded away in is opened.
pub fn focus_soon(id: impl Into<String>) {
    let id = id.into();
    leptos::prelude::request_animation_frame(move || {
        let Some(element) = element(&id) else {
            return;
        };
        match element.closest("details:not([open])") {
            Ok(Some(folded)) => {
                let _ = folded.set_attribute("open", "");
                // Firefox focuses nothing in it before it has been drawn open.
                leptos::prelude::request_animation_frame(move || focus(&element));
            }
            _ => focus(&element),
        }
    });
}

/// Puts the focus on the element with this id at once.
pub fn focus_now(id: &str) {
    if let Some(element) = element(id) {
        focus(&element);
    }
}

/// An element that cannot take the focus leaves it where it is.
fn focus(element: &HtmlElement) {
    let _ = element.focus();
}

/// Puts the focus on the element with this id if what is about to be drawn takes away the element
/// that has the focus now.
pub fn rescue_focus(id: &'static str) {
    let Some(focused) = place::focused() else {
        return;
    };
    let rescue = move || {
        let is_gone = focused.get_client_rects().length() == 0;
        if is_gone
            && place::focused().is_none_or(|now| now == focused)
            && let Some(element) = element(id)
        {
            focus(&element);
        }
    };
    // At once when it has been drawn, so that the focus is nowhere in no frame.
    leptos::task::spawn_local(async move {
        leptos::task::tick().await;
        rescue();
    });
}

/// Scrolls the element with this id into view if it is not, once it has been drawn. Where that takes
/// the focus out of sight, `follower` gets it.
pub fn reveal_soon(id: &'static str, follower: &'static str) {
    leptos::prelude::request_animation_frame(move || {
        let Some(element) = element(id) else {
            return;
        };
        let was_in_sight = is_focus_in_sight();
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
        if was_in_sight && !is_focus_in_sight() {
            focus_now(follower);
        }
    });
}

fn is_focus_in_sight() -> bool {
    let height = document().document_element().map_or(0, |root| root.client_height());
    place::focused().is_some_and(|focused| {
        let place = focused.get_bounding_client_rect();
        place.bottom() > 0.0 && place.top() < f64::from(height)
    })
}

/// Whether the device has a network, as far as the browser knows.
#[must_use]
pub fn is_online() -> bool {
    web_sys::window().is_none_or(|window| window.navigator().on_line())
}

/// Whether somebody may be looking at the page: it is not in a hidden tab.
#[must_use]
pub fn is_visible() -> bool {
    !document().hidden()
}

/// Tells whenever the page comes into sight or goes out of it, and whenever the network comes or
/// goes, for as long as its owner is there.
pub fn when_sight_or_network_changes(tell: impl Fn() + Copy + 'static) {
    let sight = leptos::ev::Custom::<web_sys::Event>::new("visibilitychange");
    let listeners = [
        window_event_listener(sight, move |_| tell()),
        window_event_listener(leptos::ev::online, move |_| tell()),
        window_event_listener(leptos::ev::offline, move |_| tell()),
    ];
    on_cleanup(move || listeners.into_iter().for_each(WindowListenerHandle::remove));
}

/// Asks before the page is left, while `is_under_way` says so, for as long as its owner is there.
pub fn warn_before_leaving(is_under_way: impl Fn() -> bool + 'static) {
    let listener = window_event_listener(leptos::ev::beforeunload, move |event| {
        if is_under_way() {
            event.prevent_default();
            // Older browsers ask only when there is a text; none shows it.
            event.set_return_value("…");
        }
    });
    on_cleanup(move || listener.remove());
}

/// The browser's storage that all tabs share; `None` where it is blocked.
#[must_use]
pub fn local_storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok()?
}

/// The keys in that storage that begin so.
#[must_use]
pub fn stored_keys(prefix: &str) -> Vec<String> {
    let Some(storage) = local_storage() else {
        return Vec::new();
    };
    let count = storage.length().unwrap_or_default();
    let keys = (0..count).filter_map(|index| storage.key(index).ok()?);
    keys.filter(|key| key.starts_with(prefix)).collect()
}

/// Whether the page is shown in another one.
#[must_use]
pub fn is_framed() -> bool {
    let window = leptos::prelude::window();
    window.parent().ok().flatten().is_some_and(|parent| parent != window)
}

/// The address of a file beside the console's own page.
#[must_use]
pub fn beside(name: &str) -> String {
    handed("csbsPage").as_string().unwrap_or_default() + name
}

/// A name for a backup made now, by this device's clock: `manualbk_2026-11-23_1542`.
#[must_use]
pub fn dated_name() -> String {
    let now = js_sys::Date::new_0();
    format!(
        "manualbk_{:04}-{:02}-{:02}_{:02}{:02}",
        now.get_full_year(),
        now.get_month() + 1,
        now.get_date(),
        now.get_hours(),
        now.get_minutes()
    )
}

/// Empties the element with this id, so that the console can take the place of its content.
#[must_use]
pub fn take_frame(id: &str) -> Option<HtmlElement> {
    let place = element(id)?;
    place.set_text_content(None);
    Some(place)
}

/// Puts a text into the text field with this id, without telling the console.
pub fn fill_field(id: &str, text: &str) {
    if let Some(field) = text_field(id) {
        field.set_value(text);
    }
}

/// Puts a value into the control with this id.
pub fn set_field(id: &str, value: &str) {
    if let Some(field) = element(id) {
        // A control takes every value.
        let _ = js_sys::Reflect::set(&field, &"value".into(), &value.into());
    }
}

/// Which language the console is in, and which way that is written.
pub fn set_language(language: &str, direction: &str) {
    if let Some(page) = whole() {
        // An element takes every attribute.
        let _ = page.set_attribute("lang", language);
        let _ = page.set_attribute("dir", direction);
    }
}

/// Keeps the person's choice, which is stronger than that of a link to this tab.
pub fn remember_language(key: &str, language: &str) {
    // Where storage is blocked, the choice holds for as long as the page.
    if let Some(storage) = local_storage() {
        let _ = storage.set_item(key, language);
    }
    let tab = web_sys::window().and_then(|window| window.session_storage().ok()?);
    if let Some(storage) = tab {
        let _ = storage.remove_item(key);
    }
}

/// Sets the title of the page, which a portal's page keeps.
pub fn set_title(title: &str) {
    if !is_mounted() && document().title() != title {
        document().set_title(title);
    }
}

/// Copies a text to the clipboard; `false` if the browser refuses.
pub async fn copy(text: &str) -> bool {
    let Some(window) = web_sys::window() else {
        return false;
    };
    // Outside a secure context there is no clipboard object at all, and web-sys does not say so.
    if !window.is_secure_context() {
        return false;
    }
    JsFuture::from(window.navigator().clipboard().write_text(text)).await.is_ok()
}
