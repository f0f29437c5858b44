//! What the service says about many servers: the numbers, then the table of those that cannot be
//! backed up, those without an answer, and last, folded away, those that can.

use csbs::{Protectable, ResourceId};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::why;
use crate::components::button::{Button, Weight};
use crate::components::failure::details;
use crate::components::group::{paragraph, subtitle};
use crate::components::message::{News, message};
use crate::state::Console;
use crate::state::check::{self, Check, Inquiry, Said, Tally};
use crate::words::{say, use_words};

/// How far asking about many servers has come, as a bar; tracked.
pub fn progress(console: Console) -> Option<AnyView> {
    let words = use_words();
    let tally = console.check.with(|check| match check {
        Check::About(inquiry) => inquiry.tally(),
        Check::NotAsked | Check::Lacking => Tally::default(),
    });
    let (waiting, total) = (tally.waiting, tally.total());
    (waiting > 0 && total > 1 && check::holds(console)).then(|| {
        let label = say!(words, servers.check_result);
        let (value, max) = ((total - waiting).to_string(), total.to_string());
        view! { <progress class="csbs-progress" aria-label=label value=value max=max></progress> }
            .into_any()
    })
}

/// What came of asking about many servers.
pub fn answers(console: Console, inquiry: &Inquiry) -> AnyView {
    let words = use_words();
    let tally = inquiry.tally();
    let news = match tally {
        Tally { no: 1.., .. } => News::Bad,
        Tally { open: 1.., .. } => News::Open,
        _ => News::Good,
    };
    let of = |wanted: fn(&Said) -> bool| {
        let servers = inquiry.servers().iter().filter(move |(_, said)| wanted(said));
        servers.map(|(server, _)| server.clone()).collect::<Vec<ResourceId>>()
    };
    let yes = of(|said| matches!(said, Said::Answer(Protectable::Yes)));
    let open = of(Said::is_open);
    let no: Vec<AnyView> = inquiry
        .servers()
        .iter()
        .filter_map(|(server, said)| match said {
            Said::Answer(Protectable::No { .. }) => Some(refused(console, server, said)),
            _ => None,
        })
        .collect();
    view! {
        <div class="csbs-check">
            {message(news, words.checked(tally), Vec::new())}
            {(!no.is_empty()).then(|| table(no))}
            {(!open.is_empty()).then(|| unanswered(console, inquiry, &open))}
            {(!yes.is_empty()).then(|| accepted(console, &yes))}
        </div>
    }
    .into_any()
}

fn accepted(console: Console, servers: &[ResourceId]) -> AnyView {
    let title = say!(use_words(), servers.check_can_be, count = servers.len());
    view! {
        <details class="csbs-details">
            <summary>{title.clone()}</summary>
            {names(console, title, servers)}
        </details>
    }
    .into_any()
}

fn table(rows: Vec<AnyView>) -> AnyView {
    let words = use_words();
    let title = say!(words, servers.check_cannot_be, count = rows.len());
    let (label, caption) = (title.clone(), title.clone());
    view! {
        <p class="csbs-table__title">{title}</p>
        <div class="csbs-table-box" tabindex="0" role="group" aria-label=label>
            <table class="csbs-table csbs-table--wide">
                <caption class="csbs-hidden">{caption}</caption>
                <thead>
                    <tr>
                        <th scope="col">{say!(words, servers.check_server)}</th>
                        <th scope="col">{say!(words, servers.check_said)}</th>
                        <th scope="col">{say!(words, failure.meaning)}</th>
                        <th scope="col">{say!(words, failure.solution)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn refused(console: Console, server: &ResourceId, said: &Said) -> AnyView {
    let Said::Answer(Protectable::No { code, message, documented }) = said else {
        return ().into_any();
    };
    let absent = say!(use_words(), result.absent);
    let text = |value: Option<&str>| value.unwrap_or(absent).to_owned();
    let said = [code.as_deref(), message.as_deref()].into_iter().flatten();
    let said = said.collect::<Vec<&str>>().join(": ");
    let known = documented.map(|code| use_words().documented(code));
    let (meaning, solution) = known.map(|[meaning, solution]| (meaning, solution)).unzip();
    view! {
        <tr>
            <th scope="row">{name(console, server)}</th>
            <td>{text(Some(said.as_str()).filter(|said| !said.is_empty()))}</td>
            <td>{text(meaning)}</td>
            <td>{text(solution)}</td>
        </tr>
    }
    .into_any()
}

/// Servers that nothing is known about, and why. The same sentence is there once, whatever number
/// of questions it is about.
fn unanswered(console: Console, inquiry: &Inquiry, servers: &[ResourceId]) -> AnyView {
    let words = use_words();
    let mut sentences: Vec<String> = Vec::new();
    let mut known: Vec<AnyView> = Vec::new();
    for failure in inquiry.failures() {
        let sentence = why(console, failure);
        if !sentences.contains(&sentence) {
            sentences.push(sentence);
            known.push(details(failure));
        }
    }
    sentences.push(say!(words, servers.check_failed_start).to_owned());
    let is_asking = Signal::derive(move || {
        console.check.with(|check| matches!(check, Check::About(now) if now.is_asking()))
    });
    let ask_again = move |()| spawn_local(check::ask_again(console));
    let why: Vec<AnyView> = sentences.into_iter().map(paragraph).collect();
    view! {
        {subtitle(say!(words, servers.check_no_answer))}
        {names(console, say!(words, servers.check_no_answer).to_owned(), servers)}
        {why}
        {known}
        <p>
            <Button
                label=say!(words, servers.check_again).to_owned()
                weight=Weight::Small
                disabled=is_asking
                press=Callback::new(ask_again)
            />
        </p>
    }
    .into_any()
}

fn names(console: Console, label: String, servers: &[ResourceId]) -> AnyView {
    let servers: Vec<AnyView> = servers
        .iter()
        .map(|server| view! { <li>{name(console, server)}</li> }.into_any())
        .collect();
    view! {
        <div class="csbs-names-box" tabindex="0" role="group" aria-label=label>
            <ul class="csbs-names">{servers}</ul>
        </div>
    }
    .into_any()
}

/// The name where the page has learned it, and the id.
fn name(console: Console, server: &ResourceId) -> AnyView {
    let known = console.server_names.name_of(server.as_str());
    view! {
        {known}
        " "
        <code>{server.as_str().to_owned()}</code>
    }
    .into_any()
}
