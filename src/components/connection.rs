//! The test of the connection: what came of it for each service, and what has to be changed.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser;
use crate::components::button::{Button, Weight};
use crate::components::copy_button::CopyButton;
use crate::components::group::{note, subtitle};
use crate::components::message::{News, message};
use crate::state::Console;
use crate::state::connection::{Tested, Verdict, test};
use crate::transport::Abort;
use crate::words::{Words, say, use_words};

const ID: &str = "csbs-connection";

/// A button that tests the connection, where something could not be reached.
pub fn offer() -> AnyView {
    let words = use_words();
    let console = expect_context::<Console>();
    view! {
        <p>
            <Button
                label=say!(words, connection.test)
                press=Callback::new(move |()| test_anew(console))
            />
        </p>
    }
    .into_any()
}

/// Takes what an earlier test has left off the page, and begins another one.
fn test_anew(console: Console) {
    console.tested.set(false);
    console.shown.drop_kept(KEPT);
    request_animation_frame(move || console.test_connection());
}

/// Tests the connection to all services, and shows what comes of it. Going away ends the test.
pub fn panel(console: Console) -> AnyView {
    let words = use_words();
    let (services, stop) = console.shown.keep(KEPT, || begin(console));
    let cancel = move || {
        stop.update_value(|stop| {
            stop.is_cancelled = true;
            stop.abort.cancel();
        });
    };
    // In another language, the same test goes on.
    on_cleanup(move || {
        if console.tested.try_get_untracked() != Some(true) {
            cancel();
        }
    });
    let is_over =
        Memo::new(move |_| services.with(|all| all.iter().all(|one| one.verdict.is_some())));
    let list = move || {
        services
            .with(|all| all.iter().map(|tested| result(tested, words)).collect::<Vec<AnyView>>())
    };
    let text = move |()| services.with_untracked(|all| as_text(all, words));
    view! {
        <section id=ID class="csbs-connection" tabindex="-1" aria-label=say!(words, connection.heading)>
            {subtitle(say!(words, connection.heading))}
            {note(say!(words, connection.lead))}
            {list}
            <div class="csbs-row">
                <Button
                    label=say!(words, connection.again)
                    weight=Weight::Small
                    hidden=Signal::derive(move || !is_over.get())
                    press=Callback::new(move |()| test_anew(console))
                />
                <span hidden=move || !is_over.get()>
                    <CopyButton label=say!(words, connection.copy) text=Callback::new(text) />
                </span>
                <Button
                    label=say!(words, action.cancel)
                    weight=Weight::Small
                    hidden=is_over
                    press=Callback::new(move |()| cancel())
                />
            </div>
        </section>
    }
    .into_any()
}

/// Under this name, a test outlives the page as it is drawn.
const KEPT: &str = "connection";

type Test = (RwSignal<Vec<Tested>>, StoredValue<Stop, LocalStorage>);

fn begin(console: Console) -> Test {
    let services = RwSignal::new(Tested::all(&console.config()));
    let stop = StoredValue::new_local(Stop::default());
    spawn_local(run(console, services, stop));
    browser::focus_soon(ID);
    (services, stop)
}

/// What ends a test.
#[derive(Default)]
struct Stop {
    is_cancelled: bool,
    /// Ends what is asked of the service that is tested now.
    abort: Abort,
}

async fn run(
    console: Console,
    services: RwSignal<Vec<Tested>>,
    stop: StoredValue<Stop, LocalStorage>,
) {
    let page = browser::origin();
    console.announcer.say(say!(use_words(), connection.running).to_owned());
    // The panel, and its signal with it, may be gone by the time of an answer.
    for (place, tested) in services.try_get_untracked().into_iter().flatten().enumerate() {
        // An answer that does not come in time is one service's trouble, and not that of the next.
        let abort = Abort::new();
        let is_cancelled = stop.try_update_value(|stop| {
            stop.abort = abort.clone();
            stop.is_cancelled
        });
        let verdict = match is_cancelled {
            Some(false) => test(&tested, &page, &abort).await,
            _ => Verdict::Cancelled,
        };
        let is_here = services.try_update(|all| {
            all.iter_mut().skip(place).take(1).for_each(|one| one.verdict = Some(verdict));
        });
        if is_here.is_none() {
            return;
        }
    }
    // The button that ends the test goes away with its end.
    browser::rescue_focus(ID);
    let summary = services.try_with_untracked(|all| use_words().connection_summary(all));
    summary.into_iter().flatten().for_each(|summary| console.announcer.say(summary));
}

fn result(tested: &Tested, words: Words) -> AnyView {
    let news = match tested.verdict {
        None => News::Neutral,
        Some(Verdict::Well) => News::Good,
        Some(Verdict::Cancelled) => News::Open,
        Some(_) => News::Bad,
    };
    let sentences = words.connection_sentences(tested, &browser::origin());
    message(news, words.connection_title(tested), sentences)
}

/// The result for support: there is no secret in it.
fn as_text(services: &[Tested], words: Words) -> String {
    let page = browser::origin();
    let mut lines = Vec::new();
    for tested in services {
        lines.push(words.connection_title(tested));
        lines.extend(words.connection_sentences(tested, &page));
    }
    lines.join("\n")
}
