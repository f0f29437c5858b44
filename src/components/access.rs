//! Access: the ways to sign in, each with a form of its own, so that password managers and the
//! Enter key work in it. All are there at once and one is shown: what was typed stays.

mod destination;
mod password;
mod token;

pub use destination::own_server;

use leptos::prelude::*;

use crate::components::button::{Button, Weight};
use crate::components::group::{News, note, plain_message};
use crate::config::Way;
use crate::state::Console;
use crate::words::{say, use_words};

/// The card for access, before the form.
#[component]
pub fn AccessCard() -> AnyView {
    let words = use_words();
    let console = expect_context::<Console>();
    let ways = console.config().sign_in;
    let offers = |way: Way| ways.contains(&way);
    let demo = console.config().demo.map(|demo| {
        let accept = move |()| {
            console.choose_way(Way::Token);
            token::fill(&demo.token);
            console.enter_token(&demo.token);
            console.form.project_id.change(demo.project_id.clone());
            console.form.resource_id.change(demo.resource_id.clone());
        };
        view! {
            {plain_message(News::Neutral, say!(words, token.demo_note).into(), Vec::new())}
            <p>
                <Button label=say!(words, token.use_demo) press=Callback::new(accept) />
            </p>
        }
        .into_any()
    });
    // An `Option` keeps its place on the page while there is nothing to draw.
    let progress = move || {
        let later = console.later().and_then(Result::ok);
        let later = later.filter(|_| console.way.get() == Way::Password);
        later.map(|later| (later.sign_in.panel)(console))
    };
    let choice = (ways.len() > 1).then(|| choice(console, &ways));
    let password = offers(Way::Password).then(|| password::form(console));
    let token = offers(Way::Token).then(|| token::form(console));
    let proxy =
        move || (console.way.get() == Way::Proxy).then(|| note(say!(words, sign_in.proxy_note)));
    view! {
        <section
            id="csbs-access"
            class="csbs-card"
            tabindex="-1"
            aria-labelledby="csbs-access-title"
            on:focusin=move |_| console.begin()
        >
            <h2 id="csbs-access-title" class="csbs-card__title">
                {say!(words, token.legend)}
            </h2>
            {demo}
            {choice}
            {destination::note(console)}
            {progress}
            {password}
            {token}
            {proxy}
            {connection(console)}
        </section>
    }
    .into_any()
}

/// The test of the connection, which comes with the rest of the program. Its button is there before,
/// and gives way to those of the test.
fn connection(console: Console) -> AnyView {
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
    view! {
        <p hidden=is_here>
            <Button
                label=say!(words, connection.test)
                weight=Weight::Small
                press=Callback::new(move |()| console.test_connection())
            />
        </p>
        {panel}
    }
    .into_any()
}

/// The ways to choose from. They are not there while a session is: its end comes first.
fn choice(console: Console, ways: &[Way]) -> AnyView {
    let words = use_words();
    let busy = Memo::new(move |_| {
        console.way.get() == Way::Password && console.sign_in.with(|state| !state.asks())
    });
    let choices: Vec<AnyView> = ways.iter().map(|way| one_way(console, *way)).collect();
    view! {
        <fieldset class="csbs-field" hidden=move || busy.get()>
            <legend class="csbs-field__label">{say!(words, sign_in.ways)}</legend>
            <div class="csbs-choices csbs-choices--close">{choices}</div>
        </fieldset>
    }
    .into_any()
}

fn one_way(console: Console, way: Way) -> AnyView {
    let words = use_words();
    let (id, name) = match way {
        Way::Password => ("csbs-way-password", say!(words, sign_in.way_password)),
        Way::Token => ("csbs-way-token", say!(words, sign_in.way_token)),
        Way::Proxy => ("csbs-way-proxy", say!(words, sign_in.way_proxy)),
    };
    view! {
        <div class="csbs-choice">
            <input
                type="radio"
                id=id
                name="csbs-way"
                prop:checked=move || console.way.get() == way
                on:change=move |_| console.choose_way(way)
            />
            <label for=id>{name}</label>
        </div>
    }
    .into_any()
}
