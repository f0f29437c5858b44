//! The way from the form to the list of servers. The list itself comes later.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::components::button::Button;
use crate::components::element::{Part, element};
use crate::state::{Console, Later, NotFetched};
use crate::words::{say, use_words};

/// The id of the button that opens the list, which takes the focus when the list is closed.
pub const ID: &str = "csbs-servers-open";

/// The button, and the place where the list is drawn. There is neither where the operator has not
/// said where servers can be listed.
pub fn server_choice() -> Option<AnyView> {
    let words = use_words();
    let console = expect_context::<Console>();
    console.config().compute_address.as_ref()?;
    let open = console.shown.keep("servers.open", || RwSignal::new(false));
    let entrance =
        console.shown.keep("servers.entrance", || RwSignal::new(None::<Result<Later, NotFetched>>));
    let toggle = move |()| {
        if matches!(entrance.get_untracked(), Some(Ok(_))) {
            open.update(|open| *open = !*open);
            return;
        }
        console.when_later(move |later| {
            let _ = open.try_set(later.is_ok());
            if later.is_err() {
                console.announcer.say(say!(words, servers.not_loaded).to_owned());
            }
            // The page, and its signals with it, may be gone by now.
            let _ = entrance.try_set(Some(later));
        });
    };
    let button = view! {
        <Button
            id=ID
            label=say!(words, servers.choose).to_owned()
            expanded=open
            press=Callback::new(toggle)
        />
    };
    let list = move || match entrance.get()? {
        Ok(later) => Some((later.servers)(console, open)),
        Err(_) => Some(not_loaded()),
    };
    Some(field(button, list))
}

/// The button that asks whether the server can be backed up, and the place for the answer.
pub fn check_button() -> AnyView {
    let words = use_words();
    let console = expect_context::<Console>();
    let unavailable = RwSignal::new(false);
    let ask = move |()| {
        console.when_later(move |later| {
            let _ = unavailable.try_set(later.is_err());
            match later {
                Ok(later) => spawn_local((later.check)(console)),
                Err(_) => console.announcer.say(say!(words, servers.not_loaded).to_owned()),
            }
        });
    };
    let button = view! {
        <Button
            label=say!(words, servers.check).to_owned()
            disabled=console.sending
            press=Callback::new(ask)
        />
    };
    let answer = move || match console.later() {
        Some(Ok(later)) => Some((later.checked)(console)),
        _ => unavailable.get().then(not_loaded),
    };
    field(button, answer)
}

/// A button, and below it the place for what it leads to.
fn field(button: impl Part, place: impl Fn() -> Option<AnyView> + Send + 'static) -> AnyView {
    element("div").class("csbs-field").child(element("p").child(button)).live(place).done()
}

/// Says that the part of the program that does this could not be fetched.
fn not_loaded() -> AnyView {
    element("p").class("csbs-field__remark").text(say!(use_words(), servers.not_loaded)).done()
}
