//! Which backups of a server are shown: by state, name and time.

use csbs::Status;
use leptos::html::{Input, Select};
use leptos::prelude::*;
use leptos::web_sys::SubmitEvent;

use crate::browser;
use crate::components::button::Button;
use crate::state::backups::{Filter, FilterProblem, List, Typed};
use crate::words::{say, use_words};

const STATE_ID: &str = "csbs-backups-state";
const NAME_ID: &str = "csbs-backups-name";
const FROM_ID: &str = "csbs-backups-from";
const TO_ID: &str = "csbs-backups-to";

/// The controls. Nothing is asked before the person presses the button, or Enter.
pub fn view(list: List) -> AnyView {
    let words = use_words();
    let (state, [name, from, to]) =
        (NodeRef::<Select>::new(), std::array::from_fn(|_| NodeRef::<Input>::new()));
    let problems = RwSignal::new(Vec::<FilterProblem>::new());
    let typed = move || {
        let text = |control: NodeRef<Input>| {
            control.get_untracked().map(|control| control.value()).unwrap_or_default()
        };
        let status = state.get_untracked().map(|control| control.value()).unwrap_or_default();
        Typed { status, name: text(name), from: text(from), to: text(to) }
    };
    let apply = move |event: SubmitEvent| {
        event.prevent_default();
        // A date that is only half there is empty for the page, and not for the person.
        let half = |control: NodeRef<Input>, problem| {
            let control = control.get_untracked();
            control
                .filter(|control| control.matches(":invalid").unwrap_or_default())
                .map(|_| problem)
        };
        let halves = [half(from, FilterProblem::From), half(to, FilterProblem::To)];
        let halves: Vec<FilterProblem> = halves.into_iter().flatten().collect();
        match typed().read(browser::day) {
            Ok(filter) if halves.is_empty() => {
                problems.set(Vec::new());
                list.load(filter);
            }
            read => {
                let found: Vec<FilterProblem> =
                    read.err().unwrap_or_default().into_iter().chain(halves).collect();
                lead(&found);
                problems.set(found);
            }
        }
    };
    let all = move |()| {
        for control in [name, from, to] {
            control.get_untracked().into_iter().for_each(|control| control.set_value(""));
        }
        state.get_untracked().into_iter().for_each(|control| control.set_value(""));
        problems.set(Vec::new());
        list.load(Filter::default());
        browser::focus_soon(super::TITLE_ID);
    };
    let narrows = move || {
        list.listing
            .with(|listing| listing.wanted.as_ref().is_some_and(|wanted| wanted.filter.narrows()))
    };
    let options = Status::DOCUMENTED.map(|status| {
        let name = words.status_name(&status);
        view! { <option value=status.as_str().to_owned()>{name}</option> }.into_any()
    });
    let state_field = view! {
        <select id=STATE_ID class="csbs-input" node_ref=state>
            <option value="">{say!(words, backups.any_state)}</option>
            {options}
        </select>
    }
    .into_any();
    view! {
        <form class="csbs-backups__filters" role="search" aria-label=say!(words, backups.filters) novalidate on:submit=apply>
            {field(STATE_ID, say!(words, backups.state), None, problems, state_field)}
            {field(
                NAME_ID,
                say!(words, backups.name),
                Some(say!(words, backups.name_hint)),
                problems,
                input(NAME_ID, "text", name, problems),
            )}
            {field(FROM_ID, say!(words, backups.from), None, problems, input(FROM_ID, "date", from, problems))}
            {field(TO_ID, say!(words, backups.to), None, problems, input(TO_ID, "date", to, problems))}
            <p class="csbs-row">
                <Button label=say!(words, backups.apply) />
                <Button
                    label=say!(words, backups.all)
                    hidden=Signal::derive(move || !narrows())
                    press=Callback::new(all)
                />
            </p>
        </form>
    }
    .into_any()
}

fn input(
    id: &'static str,
    kind: &'static str,
    control: NodeRef<Input>,
    problems: RwSignal<Vec<FilterProblem>>,
) -> AnyView {
    let wrong = move || problem_of(id, &problems.get()).is_some().then_some("true");
    view! {
        <input
            id=id
            type=kind
            class="csbs-input"
            node_ref=control
            autocomplete="off"
            aria-describedby=format!("{id}-hint {id}-error")
            aria-invalid=wrong
        />
    }
    .into_any()
}

fn field(
    id: &'static str,
    label: &'static str,
    hint: Option<&'static str>,
    problems: RwSignal<Vec<FilterProblem>>,
    control: AnyView,
) -> AnyView {
    let words = use_words();
    let problem = move || problem_of(id, &problems.get());
    let hint = hint.map(|hint| {
        view! {
            <p class="csbs-field__hint" id=format!("{id}-hint")>
                {hint}
            </p>
        }
        .into_any()
    });
    view! {
        <div class="csbs-field">
            <label class="csbs-field__label" for=id>
                {label}
            </label>
            {hint}
            <p
                class="csbs-field__error"
                id=format!("{id}-error")
                hidden=move || problem().is_none()
            >
                <span class="csbs-hidden">{say!(words, page.error_prefix)} " "</span>
                {problem}
            </p>
            {control}
        </div>
    }
    .into_any()
}

/// The field that a problem belongs to.
fn place_of(problem: &FilterProblem) -> &'static str {
    match problem {
        FilterProblem::Name(_) => NAME_ID,
        FilterProblem::From => FROM_ID,
        FilterProblem::To | FilterProblem::Order => TO_ID,
    }
}

fn problem_of(id: &str, problems: &[FilterProblem]) -> Option<String> {
    let problem = problems.iter().find(|problem| place_of(problem) == id)?;
    Some(use_words().filter_problem(problem))
}

/// Puts the focus on the first field that has to be changed.
fn lead(problems: &[FilterProblem]) {
    let places: Vec<&str> = problems.iter().map(place_of).collect();
    if let Some(first) = [NAME_ID, FROM_ID, TO_ID].into_iter().find(|id| places.contains(id)) {
        browser::focus_soon(first);
    }
}
