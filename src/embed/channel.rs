//! Listens to the page around the frame, and speaks to it.

use std::time::Duration;

use csbs::Token;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, MessageEvent};

use super::door::Door;
use super::protocol::{Counts, Inbound, MAX_LENGTH, Outbound, Refused};
use super::{apply, framing};
use crate::state::Console;
use crate::state::link::Linked;

/// How often the console says that it is there, and looks what was ignored meanwhile.
const BEAT: Duration = Duration::from_secs(1);

/// How many of these a hello may take: a portal that is loading something itself needs some.
const PATIENCE: u32 = 5;

/// The way to the portal and back. It is a handle.
#[derive(Clone, Copy)]
pub struct Channel {
    door: RwSignal<Door>,
    portals: StoredValue<Vec<String>>,
    counts: StoredValue<Counts>,
    /// The counts as they are shown while there is no console: a flood draws nothing.
    shown: RwSignal<Counts>,
    console: StoredValue<Option<Console>>,
    /// What the portal has filled in last.
    pub(super) filled: RwSignal<Option<Linked>>,
    /// The portal's token, as long as it is the one in use.
    pub(super) signed: RwSignal<Option<Token>>,
    /// Changes when a portal has said hello, to whom everything is to be told anew.
    pub(super) hellos: RwSignal<u32>,
}

impl Channel {
    /// Listens from now on, and says that the console is there.
    #[must_use]
    pub fn open(portals: Vec<String>) -> Self {
        let door = Door::of(&portals, &framing::read());
        let channel = Self {
            door: RwSignal::new(door),
            portals: StoredValue::new(portals),
            counts: StoredValue::new(Counts::default()),
            shown: RwSignal::new(Counts::default()),
            console: StoredValue::new(None),
            filled: RwSignal::new(None),
            signed: RwSignal::new(None),
            hellos: RwSignal::new(0),
        };
        let message = leptos::ev::Custom::<Event>::new("message");
        let listener = window_event_listener(message, move |event| {
            if let Some(event) = event.dyn_ref::<MessageEvent>() {
                let outcome = channel.hear(event);
                channel.counts.update_value(|counts| counts.note(outcome));
            }
        });
        on_cleanup(move || listener.remove());
        channel.beat(0);
        channel
    }

    /// Whether a portal has said hello; tracked.
    #[must_use]
    pub fn is_open(self) -> bool {
        self.door.with(|door| door.portal().is_some())
    }

    /// The same, without being tracked.
    #[must_use]
    pub fn is_open_untracked(self) -> bool {
        self.door.with_untracked(|door| door.portal().is_some())
    }

    /// Whether the console shows itself; tracked.
    #[must_use]
    pub fn door(self) -> Door {
        self.door.get()
    }

    /// What was ignored so far, as it is shown while there is no console; tracked.
    #[must_use]
    pub fn ignored(self) -> Counts {
        self.shown.get()
    }

    /// From now on, what the portal says is done to this console.
    pub fn serve(self, console: Console) {
        self.console.set_value(Some(console));
        console.begin();
    }

    /// Says something to the portal, if one has said hello; nobody else gets it.
    pub fn say(self, message: &Outbound) {
        let portal = self.door.with_untracked(|door| door.portal().map(str::to_owned));
        if let Some(portal) = portal {
            post(message, &portal);
        }
    }

    /// Says what was ignored.
    pub fn say_counts(self) {
        self.say(&Outbound::Diagnostic(self.counts.get_value()));
    }

    /// From the cheapest question to the dearest: of a stranger's message not even the length is
    /// looked at, and of one that is too long not a single letter.
    fn hear(self, event: &MessageEvent) -> Result<(), Refused> {
        let parent = window().parent().ok().flatten();
        let is_parent = event
            .source()
            .zip(parent)
            .is_some_and(|(source, parent)| js_sys::Object::is(&source, &parent));
        let origin = event.origin();
        self.portals.with_value(|portals| {
            self.door.with_untracked(|door| door.knows(portals, is_parent, &origin))
        })?;
        let data = event.data();
        let text = data.dyn_ref::<js_sys::JsString>().ok_or(Refused::NotText)?;
        if text.length() > MAX_LENGTH {
            return Err(Refused::TooLarge);
        }
        let text = zeroize::Zeroizing::new(String::from(text));
        let mut door = self.door.get_untracked();
        let message = door.hear(&origin, &text)?;
        if self.door.with_untracked(|before| *before != door) {
            self.door.set(door);
        }
        if message == Inbound::Hello {
            self.hellos.update(|hellos| *hellos = hellos.wrapping_add(1));
            return Ok(());
        }
        // The console is drawn before the browser hands over the message after the hello.
        let console = self.console.get_value().ok_or(Refused::Early)?;
        apply::apply(self, console, message)
    }

    /// Says once more that the console is there, as long as a hello is waited for.
    fn beat(self, beats: u32) {
        let Some(door) = self.door.try_get_untracked() else {
            return;
        };
        if door.portal().is_some() {
            return;
        }
        if door == Door::Waiting {
            post(&Outbound::Ready, "*");
            if beats >= PATIENCE {
                self.door.update(Door::wait_no_more);
            }
        }
        let counts = self.counts.get_value();
        if self.shown.with_untracked(|shown| *shown != counts) {
            self.shown.set(counts);
        }
        set_timeout(move || self.beat(beats.saturating_add(1)), BEAT);
    }
}

/// The browser drops the message when the page around the frame is of another origin.
fn post(message: &Outbound, to: &str) {
    if let Ok(Some(parent)) = window().parent() {
        let _ = parent.post_message(&JsValue::from_str(&message.to_json()), to);
    }
}
