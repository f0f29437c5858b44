//! The page: what is shown where.

pub mod switching;

use std::cell::RefCell;
use std::time::Duration;

use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use leptos::tachys::view::any_view::AnyViewState;

use crate::components::element::{Element, element, text};
use crate::components::group::outline;
use crate::components::{
    access_card, backup_form, language, outcome_panel, recent_panel, request_panel, session_bar,
};
use crate::config::Config;
use crate::state::later::PortalNotes;
use crate::state::{Console, News, Submission, passing};
use crate::words::{say, use_words};
use crate::{broken, browser, kept_runs, later, recents, storage};

/// Begins the console of one deployment, draws it, and tells that it is there. What is begun here
/// lasts until it is ended, whatever language it is drawn in.
pub fn begin(config: Config, begun: fn(Console)) {
    let is_branded = config.brand.is_some();
    let console = Console::new(config, storage::kept().unwrap_or_default(), later::fetch);
    provide_context(console);
    keep_the_draft(console);
    console.shown.language.set(use_words().language().to_owned());
    tell_the_outcome(console);
    if is_branded || recents::any() || kept_runs::any() {
        // What is shown of the brand and of earlier backups comes with the rest of the program.
        console.when_later(move |later| {
            if let Ok(later) = later {
                leptos::task::spawn_local((later.run.restore)(console));
            }
        });
    }
    if console.form.uses_later_parts() {
        console.begin();
    }
    begun(console);
    browser::warn_before_leaving(move || console.is_under_way());
    draw(console);
}

/// Where the page is drawn, in `index.html`.
const PLACE: &str = "csbs-console";

thread_local! {
    static LASTING: RefCell<Option<Drawn>> = const { RefCell::new(None) };
    static DRAWN: RefCell<Option<Drawn>> = const { RefCell::new(None) };
}

type Drawn = UnmountHandle<AnyViewState>;

/// Does something that lasts as long as the page, or until a portal puts an [`end`] to it, and draws
/// into its place.
pub fn start(lasting: Box<dyn FnOnce()>) {
    let nothing = move || {
        lasting();
        ().into_any()
    };
    LASTING.set(show(Box::new(nothing)));
}

/// Takes away what is drawn, and ends all that lasts: signals, effects, listeners.
pub fn end() {
    drop(DRAWN.take());
    drop(LASTING.take());
}

/// Draws something in place of what is there.
pub fn put(view: Box<dyn FnOnce() -> AnyView>) {
    drop(DRAWN.take());
    DRAWN.set(show(view));
}

/// Puts a view into the place of the frame in `index.html`, or says that this place is not there.
fn show(view: Box<dyn FnOnce() -> AnyView>) -> Option<Drawn> {
    let place = browser::take_frame(PLACE);
    if place.is_none() {
        broken::show("#csbs-console is not in the page");
    }
    Some(mount_to(place?, view))
}

/// Draws the page in the language that is shown.
pub fn draw(console: Console) {
    console.shown.within(move || put(Box::new(move || page(console))));
}

/// What is on the page, in the language that is shown.
fn page(console: Console) -> AnyView {
    let words = use_words();
    // The browser finds no such place in a shadow root.
    let skip = |event: web_sys::Event| {
        event.prevent_default();
        browser::focus_now("csbs-work");
    };
    let notes = use_context::<PortalNotes>().map(|notes| (notes.0)());
    let skip = element("a")
        .class("csbs-skip")
        .attr("href", "#csbs-work")
        .on("click", skip)
        .text(say!(words, page.skip_to_form));
    let (main, heading) = outline();
    let header = element("header")
        .class("csbs-header")
        .child(header_top(console))
        .child(element(heading).class("csbs-header__title").text(say!(words, page.title)))
        .child(element("p").class("csbs-header__lead").text(say!(words, page.lead)));
    let form = element("div")
        .attr("id", "csbs-work")
        .class("csbs-form")
        .attr("tabindex", "-1")
        .child(access_card(console))
        .child(backup_form(console));
    let aside = element("div")
        .class("csbs-aside")
        .child(outcome_panel(console))
        .child(recent_panel(console))
        .child(request_panel(console));
    let spoken = console.announcer.spoken();
    let announcer = element("p")
        .class("csbs-hidden")
        .attr("aria-live", "polite")
        .attr("data-testid", "announcer")
        .live_text(move || spoken.get());
    let page = element("div")
        .class("csbs-page")
        .child(session_bar(console))
        .child(header)
        .child(element(main).class("csbs-columns").child(form).child(aside))
        .child(announcer);
    let parts = notes.into_iter().chain([skip.done(), page.done()]);
    parts.collect::<Vec<AnyView>>().into_any()
}

/// The name of the page and what can be chosen about it: the language, and once the part of the
/// program is here that has them, the colours, and the name or logo of a portal.
fn header_top(console: Console) -> Element {
    let words = use_words();
    let is_here = passing(move |_| matches!(console.later(), Some(Ok(_))));
    let part = move || match (is_here.get(), console.later_untracked()) {
        (true, Some(Ok(later))) => Some(later.header),
        _ => None,
    };
    let name = move || {
        Some(part().map_or_else(|| text(say!(words, page.product)), |header| (header.name)()))
    };
    let scheme = move || part().map(|header| (header.scheme)());
    let choices = element("div").class("csbs-row").child(language::switcher(console)).live(scheme);
    element("div")
        .class("csbs-header__top")
        .child(element("p").class("csbs-header__product").live(name))
        .child(choices)
}

/// How long a change may wait until it is written down: writing takes longer than all else that a
/// key sets off.
const WRITING_DELAY: Duration = Duration::from_millis(250);

/// Writes the draft down soon after each change, and at once when the page goes or breaks.
fn keep_the_draft(console: Console) {
    let checked = console.form.checked;
    let waiting = StoredValue::new(false);
    let keep = move || {
        let is_new = waiting.try_get_value().unwrap_or_default();
        if is_new && checked.try_with_untracked(|checked| storage::keep(&checked.draft)).is_some() {
            waiting.set_value(false);
        }
    };
    Effect::new(move |_| {
        checked.track();
        if !waiting.get_value() {
            waiting.set_value(true);
            set_timeout(keep, WRITING_DELAY);
        }
    });
    let listener = window_event_listener(leptos::ev::pagehide, move |_| keep());
    on_cleanup(move || listener.remove());
    broken::before_the_end(keep);
}

/// Title and live region tell what has become of the request, also to a person in another tab.
fn tell_the_outcome(console: Console) {
    let form = console.form;
    Effect::new(move |told: Option<String>| {
        let words = use_words();
        // In another language it is said once more, and drowned by what is said about that.
        console.shown.language.track();
        let page = say!(words, page.document_title);
        let has_errors = form.attempted.get() && !form.problems().is_empty();
        let title = page.to_owned();
        let News { title, said } = console.submission.with(|submission| match submission {
            Submission::Preparing(_) | Submission::PreparingMany(..) | Submission::Sending(_) => {
                News {
                    title: say!(words, page.title_sending, title = page),
                    said: say!(words, result.sending).to_owned(),
                }
            }
            Submission::Checking(_) => News {
                title: say!(words, page.title_sending, title = page),
                said: say!(words, servers.check_asking).to_owned(),
            },
            Submission::Unprepared => News {
                title: say!(words, page.title_refused, title = page),
                said: say!(words, failure.unprepared).to_owned(),
            },
            _ => match console.later() {
                Some(Ok(later)) => (later.news)(console),
                _ => News { title, said: String::new() },
            },
        });
        if has_errors {
            browser::set_title(&say!(words, page.title_error, title = page));
        } else {
            browser::set_title(&title);
        }
        if !said.is_empty() && told.as_ref() != Some(&said) {
            // How far it has come is out of date once there is more to say; what came of it is not.
            if console.submission.with(Submission::is_sending) {
                console.announcer.say(said.clone());
            } else {
                console.announcer.tell(said.clone());
            }
        }
        said
    });
}
