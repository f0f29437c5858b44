//! Access: the ways to sign in, each with a form of its own, so that password managers and the
//! Enter key work in it. All are there at once and one is shown: what was typed stays.

mod destination;
mod password;
mod token;

pub use destination::own_server;

use leptos::prelude::*;

use crate::components::button::{Button, Weight};
use crate::components::element::{Element, element, live};
use crate::components::group::{News, card, note, plain_message};
use crate::config::Way;
use crate::state::{Console, passing};
use crate::words::{say, use_words};

/// The card for access, before the form.
pub fn access_card(console: Console) -> AnyView {
    let words = use_words();
    let config = console.config();
    let ways = &config.sign_in;
    let offers = |way: Way| ways.contains(&way);
    let demo = config.demo.clone().map(|demo| {
        let accept = move |()| {
            console.choose_way(Way::Token);
            token::fill(&demo.token);
            console.enter_token(&demo.token);
            console.form.project_id.change(demo.project_id.clone());
            console.form.resource_id.change(demo.resource_id.clone());
        };
        let note = plain_message(News::Neutral, say!(words, token.demo_note).into(), Vec::new());
        let button =
            view! { <Button label=say!(words, token.use_demo) press=Callback::new(accept) /> };
        [note, element("p").child(button).done()]
    });
    let progress = move || {
        let later = console.later().and_then(Result::ok);
        let later = later.filter(|_| console.way.get() == Way::Password);
        later.map(|later| (later.sign_in.panel)(console))
    };
    let choice = (ways.len() > 1).then(|| choice(console, ways));
    let password = offers(Way::Password).then(|| password::form(console));
    let token = offers(Way::Token).then(|| token::form(console));
    let proxy =
        move || (console.way.get() == Way::Proxy).then(|| note(say!(words, sign_in.proxy_note)));
    card("csbs-access-title", say!(words, token.legend))
        .attr("id", "csbs-access")
        .attr("tabindex", "-1")
        .on("focusin", move |_| console.begin())
        .children(demo.into_iter().flatten())
        .children(choice)
        .child(destination::note(console))
        .live(progress)
        .children(password)
        .children(token)
        .live(proxy)
        .children(connection(console))
        .done()
}

/// The test of the connection, which comes with the rest of the program. Its button is there before,
/// and gives way to those of the test.
fn connection(console: Console) -> [AnyView; 2] {
    let words = use_words();
    let tested = console.tested;
    let is_here = move || tested.get() && console.later().is_some_and(|later| later.is_ok());
    let panel = move || {
        let later = if tested.get() { console.later() } else { None };
        later.map(|later| match later {
            Ok(later) => (later.connection)(console),
            Err(_) => {
                let sentence = say!(words, page.part_missing).to_owned();
                plain_message(News::Bad, say!(words, connection.not_begun).into(), vec![sentence])
            }
        })
    };
    let button = view! {
        <Button
            label=say!(words, connection.test)
            weight=Weight::Small
            press=Callback::new(move |()| console.test_connection())
        />
    };
    [element("p").live_flag("hidden", is_here).child(button).done(), live(panel)]
}

/// The ways to choose from. They are not there while a session is: its end comes first.
fn choice(console: Console, ways: &[Way]) -> AnyView {
    let words = use_words();
    let busy = passing(move |_| {
        console.way.get() == Way::Password && console.sign_in.with(|state| !state.asks())
    });
    let choices = ways.iter().map(|way| one_way(console, *way));
    element("fieldset")
        .class("csbs-field")
        .live_flag("hidden", move || busy.get())
        .child(element("legend").class("csbs-field__label").text(say!(words, sign_in.ways)))
        .child(element("div").class("csbs-choices csbs-choices--close").children(choices))
        .done()
}

fn one_way(console: Console, way: Way) -> Element {
    let words = use_words();
    let (id, name) = match way {
        Way::Password => ("csbs-way-password", say!(words, sign_in.way_password)),
        Way::Token => ("csbs-way-token", say!(words, sign_in.way_token)),
        Way::Proxy => ("csbs-way-proxy", say!(words, sign_in.way_proxy)),
    };
    let control = element("input")
        .attr("type", "radio")
        .attr("id", id)
        .attr("name", "csbs-way")
        .live_checked(move || console.way.get() == way)
        .on("change", move |_| console.choose_way(way));
    let label = element("label").attr("for", id).text(name);
    element("div").class("csbs-choice").child(control).child(label)
}
