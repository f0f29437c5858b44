//! Listens to the page around the frame, and speaks to it.

use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, MessageEvent};

use super::channel::{self, Channel};
use super::door::Door;
use super::framing;
use super::protocol::{Counts, Outbound, Refused};

/// How often the console says that it is there, and looks what was ignored meanwhile.
const BEAT: Duration = Duration::from_secs(1);

/// How many of these a hello may take: a portal that is loading something itself needs some.
const PATIENCE: u32 = 5;

/// The page around the frame, and whether the console shows itself to it. It is a handle.
#[derive(Clone, Copy)]
pub struct Around {
    door: RwSignal<Door>,
    portals: StoredValue<Vec<String>>,
    /// The counts as they are shown while there is no console: a flood draws nothing.
    shown: RwSignal<Counts>,
}

impl Around {
    /// The page around this one, which is heard if these portals are all that is around.
    #[must_use]
    pub fn new(portals: Vec<String>) -> Self {
        let door = Door::of(&portals, &framing::read());
        Self {
            door: RwSignal::new(door),
            portals: StoredValue::new(portals),
            shown: RwSignal::new(Counts::default()),
        }
    }

    /// Listens from now on, and says that the console is there.
    pub fn listen(self, channel: Channel) {
        let message = leptos::ev::Custom::<Event>::new("message");
        let listener = window_event_listener(message, move |event| {
            if let Some(event) = event.dyn_ref::<MessageEvent>() {
                channel.note(self.hear(channel, event));
            }
        });
        on_cleanup(move || listener.remove());
        self.beat(channel, 0);
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

    /// Says something to the portal, if one has said hello.
    pub(super) fn say(self, message: &Outbound) {
        let portal = self.door.with_untracked(|door| door.portal().map(str::to_owned));
        if let Some(portal) = portal {
            post(message, &portal);
        }
    }

    /// From the cheapest question to the dearest: of a stranger's message not even the length is
    /// looked at.
    fn hear(self, channel: Channel, event: &MessageEvent) -> Result<(), Refused> {
        let parent = window().parent().ok().flatten();
        let is_parent = event
            .source()
            .zip(parent)
            .is_some_and(|(source, parent)| js_sys::Object::is(&source, &parent));
        let origin = event.origin();
        self.portals.with_value(|portals| {
            self.door.with_untracked(|door| door.knows(portals, is_parent, &origin))
        })?;
        let text = channel::text(&event.data())?;
        let mut door = self.door.get_untracked();
        let message = door.hear(&origin, &text)?;
        if self.door.with_untracked(|before| *before != door) {
            self.door.set(door);
        }
        channel.take(message)
    }

    /// Says once more that the console is there, as long as a hello is waited for.
    fn beat(self, channel: Channel, beats: u32) {
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
        let counts = channel.counts();
        if self.shown.with_untracked(|shown| *shown != counts) {
            self.shown.set(counts);
        }
        set_timeout(move || self.beat(channel, beats.saturating_add(1)), BEAT);
    }
}

/// The browser drops the message when the page around the frame is of another origin.
fn post(message: &Outbound, to: &str) {
    if let Ok(Some(parent)) = window().parent() {
        let _ = parent.post_message(&JsValue::from_str(&message.to_json()), to);
    }
}
