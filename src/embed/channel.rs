//! The way to the portal and back, whether it is the page around a frame or the one that the console
//! is in.

use csbs::Token;
use js_sys::{Function, JsString};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use zeroize::Zeroizing;

use super::apply;
use super::protocol::{Counts, Inbound, MAX_LENGTH, Outbound, Refused};
use super::window::Around;
use crate::state::Console;
use crate::state::link::Linked;

/// The way to the portal and back. It is a handle.
#[derive(Clone, Copy)]
pub struct Channel {
    portal: Portal,
    counts: StoredValue<Counts>,
    console: StoredValue<Option<Console>>,
    /// What the portal has filled in last.
    pub(super) filled: RwSignal<Option<Linked>>,
    /// The portal's token, as long as it is the one in use.
    pub(super) signed: RwSignal<Option<Token>>,
    /// Changes when a portal has said hello, to whom everything is to be told anew.
    pub(super) hellos: RwSignal<u32>,
}

/// Who is told what happens.
#[derive(Clone, Copy)]
pub(super) enum Portal {
    /// The page around the frame.
    Around(Around),
    /// A function of the page that the console is in.
    Function(StoredValue<Function, LocalStorage>),
}

impl Channel {
    /// A channel to this portal, which has not said anything yet.
    pub(super) fn to(portal: Portal) -> Self {
        Self {
            portal,
            counts: StoredValue::new(Counts::default()),
            console: StoredValue::new(None),
            filled: RwSignal::new(None),
            signed: RwSignal::new(None),
            hellos: RwSignal::new(0),
        }
    }

    /// From now on, what the portal says is done to this console.
    pub fn serve(self, console: Console) {
        self.console.set_value(Some(console));
        console.begin();
    }

    /// Says something to the portal, if it is known who that is; nobody else gets it.
    pub fn say(self, message: &Outbound) {
        match self.portal {
            Portal::Around(around) => around.say(message),
            Portal::Function(function) => {
                let text = JsValue::from_str(&message.to_json());
                // What the function throws is the portal's own affair.
                function.try_with_value(|function| function.call1(&JsValue::NULL, &text).is_ok());
            }
        }
    }

    /// Says what was ignored.
    pub fn say_counts(self) {
        self.say(&Outbound::Diagnostic(self.counts()));
    }

    /// What was accepted and ignored so far.
    pub(super) fn counts(self) -> Counts {
        self.counts.get_value()
    }

    /// Counts what became of a message.
    pub(super) fn note(self, outcome: Result<(), Refused>) {
        self.counts.try_update_value(|counts| counts.note(outcome));
    }

    /// Does what a message says, or counts why not.
    pub(super) fn take(self, message: Inbound) -> Result<(), Refused> {
        if message == Inbound::Hello {
            self.hellos.try_update(|hellos| *hellos = hellos.wrapping_add(1));
            return Ok(());
        }
        // The console is drawn before the browser hands over the message after the hello.
        let console = self.console.try_get_value().flatten().ok_or(Refused::Early)?;
        apply::apply(self, console, message)
    }
}

/// The text of a message, of which not a single letter is looked at when it is too long.
pub(super) fn text(data: &JsValue) -> Result<Zeroizing<String>, Refused> {
    let text = data.dyn_ref::<JsString>().ok_or(Refused::NotText)?;
    if text.length() > MAX_LENGTH {
        return Err(Refused::TooLarge);
    }
    Ok(Zeroizing::new(String::from(text)))
}
