//! The console in the page of a portal itself, in a shadow root. `csbs-console-mount.js` calls three
//! functions: one begins a console, one hands it a message of the portal, one puts an end to it.
//!
//! Who runs programs in the page can do there whatever the console can. So there is no door here:
//! what a portal says is read as strictly as elsewhere, for the sake of its developer.

use std::cell::Cell;

use js_sys::{Function, Promise};
use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{future_to_promise, spawn_local};

use super::channel::{self, Channel, Portal};
use super::protocol::{self, Outbound, Refused};
use crate::app::{self, switching};
use crate::components::{broken_block, configuration_problem};
use crate::settings::{self, Unread};
use crate::state::later::Begin;
use crate::state::{Console, unsettled};
use crate::words::language;
use crate::{brand, broken, browser, scheme, transport};

thread_local! {
    /// The way to the portal whose console is there.
    static CHANNEL: Cell<Option<Channel>> = const { Cell::new(None) };
    /// How often a console was begun or ended: what has waited meanwhile is out of date.
    static TURN: Cell<u32> = const { Cell::new(0) };
}

/// Hands the three functions to the script that has started the program.
pub fn serve(begin: Begin) {
    let enter = Closure::<dyn Fn() -> Promise>::new(move || future_to_promise(enter(begin)));
    let hear = Closure::<dyn Fn(JsValue) -> JsValue>::new(|text: JsValue| {
        hear(&text).map_or_else(|why| why.as_str().into(), |()| JsValue::UNDEFINED)
    });
    let leave = Closure::<dyn Fn()>::new(leave);
    if let Ok(ready) = browser::handed("csbsEnter").dyn_into::<Function>() {
        let [enter, hear, leave] =
            [enter.into_js_value(), hear.into_js_value(), leave.into_js_value()];
        let _ = ready.call3(&JsValue::NULL, &enter, &hear, &leave);
    }
}

fn next_turn() -> u32 {
    let turn = TURN.get().wrapping_add(1);
    TURN.set(turn);
    turn
}

/// Begins a console with what the script hands over now.
async fn enter(begin: Begin) -> Result<JsValue, JsValue> {
    let turn = next_turn();
    let words = switching::whole(&language::chosen()).await;
    let text = settings::text().await;
    let words = words.filter(|_| TURN.get() == turn).ok_or(JsValue::UNDEFINED)?;
    words.show();
    switching::tell_browser();
    let unread = text.map_or_else(Unread::Problem, Unread::Text);
    app::start(Box::new(move || open(unread, begin)));
    Ok(JsValue::UNDEFINED)
}

fn open(unread: Unread, begin: Begin) {
    let Ok(function) = browser::handed("csbsTell").dyn_into() else {
        return;
    };
    let channel = Channel::to(Portal::Function(StoredValue::new_local(function)));
    CHANNEL.set(Some(channel));
    provide_context(channel);
    scheme::choose(scheme::chosen());
    match settings::read(unread) {
        Ok((config, _)) => {
            brand::apply(&config.brand.clone().unwrap_or_default());
            super::tell_notes();
            begin(config, begun);
        }
        Err(problem) => {
            brand::apply(&csbs_theme::Brand::default());
            app::put(Box::new(move || configuration_problem(problem)));
        }
    }
}

fn begun(console: Console) {
    expect_context::<Channel>().say(&Outbound::Ready);
    super::begun(console);
    if let Some(place) = browser::whole() {
        // It is there for as long as the console.
        StoredValue::new_local(mount_to(place, move || broken_block(console)));
    }
}

/// Reads a message of the portal at once, and does what it says after whatever is being done now:
/// a portal may speak from within a listener that the program itself has set off.
fn hear(text: &JsValue) -> Result<(), Refused> {
    let Some(channel) = CHANNEL.get() else {
        return Ok(());
    };
    match channel::text(text).and_then(|text| protocol::read(&text)) {
        Ok(message) => {
            spawn_local(async move { channel.note(channel.take(message)) });
            Ok(())
        }
        Err(why) => {
            channel.note(Err(why));
            Err(why)
        }
    }
}

/// Puts an end to the console and to all that it waits for. What was typed is kept, as when a page
/// is left.
fn leave() {
    next_turn();
    CHANNEL.set(None);
    broken::act_last();
    app::end();
    transport::cancel_all();
    brand::let_go();
    browser::let_go();
    unsettled::leave();
}
