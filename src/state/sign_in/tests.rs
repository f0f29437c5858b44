//! The transitions as sentences.

use csbs::iam::{Credentials, Scope, sign_in_request};
use csbs::{Failure, HttpResponse, read_projects_answer};

use super::*;

fn token(text: &str) -> Token {
    Token::parse(text).unwrap()
}

fn person() -> Person {
    Person { token: token("domain"), user: Some("demo".into()), domain: None }
}

fn project(id: &str, name: &str, enabled: bool) -> Project {
    Project { id: id.into(), name: Some(name.into()), description: None, enabled }
}

fn refused(status: u16, code: &str) -> Failure {
    let body = format!(r#"{{"error_code":"{code}","error_msg":"m"}}"#);
    read_projects_answer(HttpResponse { status, headers: vec![], body }).unwrap_err()
}

fn typed(attempt: u32) -> Event {
    let credentials = Credentials::read("d", "u", "p", "").unwrap();
    Event::Typed(attempt, Ok(sign_in_request(credentials, &Scope::Domain)))
}

fn listed(projects: Vec<Project>, wanted: &str) -> Event {
    Event::Listed(1, Ok(projects), wanted.into())
}

fn two() -> Vec<Project> {
    vec![project("p1", "eu-de", true), project("p2", "eu-de_finance", true)]
}

fn run(events: impl IntoIterator<Item = Event>) -> (SignIn, Option<Command>) {
    after(SignIn::default(), events)
}

fn after(start: SignIn, events: impl IntoIterator<Item = Event>) -> (SignIn, Option<Command>) {
    events.into_iter().fold((start, None), |(state, _), event| state.on(event))
}

/// Signed in, in the project p1, until this time.
fn signed_in(ends_at: Option<i64>) -> SignIn {
    run([
        typed(1),
        Event::Known(1, Ok(person())),
        listed(two(), ""),
        Event::Choose(2, "p1".into()),
        Event::Entered(2, Ok((token("project"), ends_at))),
    ])
    .0
}

fn standing(state: &SignIn) -> Standing {
    state.session.as_ref().unwrap().standing
}

#[test]
fn the_way_from_the_password_to_a_session() {
    let (state, command) = run([typed(1)]);
    assert!(matches!(command, Some(Command::SignIn(1, _))), "{command:?}");
    let (state, command) = state.on(Event::Known(1, Ok(person())));
    assert_eq!(command, Some(Command::List(1, token("domain"))));
    let (state, command) = state.on(listed(two(), "unknown"));
    assert_eq!((state.step.clone(), command), (Step::Choosing(person(), two(), None), None));
    let (state, command) = state.on(Event::Choose(2, "p2".into()));
    assert_eq!(command, Some(Command::Enter(2, token("domain"), two()[1].clone())));
    let (state, _) = state.on(Event::Entered(2, Ok((token("project"), Some(9)))));
    assert_eq!(state.step, Step::Done);
    assert_eq!(state.good_session().unwrap().project.id, "p2");
}

#[test]
fn a_project_is_chosen_for_the_person_when_there_is_no_choice_or_it_was_made() {
    let only = vec![
        project("m", "MOS", true),
        project("off", "closed", false),
        project("p1", "eu-de", true),
    ];
    let table = [
        (only.clone(), "", Some("p1")),
        (two(), "p2", Some("p2")),
        (two(), "", None),
        (two(), "other", None),
        (only, "m", Some("p1")),
        (vec![project("off", "closed", false)], "off", None),
        (vec![], "", None),
    ];
    for (projects, wanted, chosen) in table {
        let events = [typed(1), Event::Known(1, Ok(person())), listed(projects, wanted)];
        let (state, command) = run(events);
        let entered = match &command {
            Some(Command::Enter(_, _, project)) => Some(project.id.as_str()),
            _ => None,
        };
        assert_eq!(entered, chosen, "{wanted:?} {state:?}");
    }
}

#[test]
fn object_storage_is_not_offered_and_a_disabled_project_cannot_be_chosen() {
    let all = vec![project("m", "MOS", true), project("off", "closed", false)];
    let (state, _) = run([typed(1), Event::Known(1, Ok(person())), listed(all.clone(), "")]);
    assert_eq!(state.step, Step::Choosing(person(), vec![all[1].clone()], None));
    assert_eq!(state.on(Event::Choose(2, "off".into())).1, None);
}

#[test]
fn each_failure_leads_to_where_it_can_be_mended() {
    let (state, _) = run([typed(1), Event::Known(1, Err(refused(401, "IAM.0062")))]);
    assert!(matches!(state.step, Step::Asking(Asked::Failed(_))), "{state:?}");

    let listing = run([typed(1), Event::Known(1, Ok(person()))]).0;
    let fails = |failure| Event::Listed(1, Err(failure), String::new());
    let (state, _) = listing.clone().on(fails(Failure::Unreachable));
    assert!(matches!(state.step, Step::Unlisted(..)), "{state:?}");
    assert_eq!(state.on(Event::ListAgain(4)).1, Some(Command::List(4, token("domain"))));
    let (state, _) = listing.clone().on(fails(refused(401, "IAM.0066")));
    assert!(matches!(state.step, Step::Asking(Asked::Failed(_))), "{state:?}");

    let (entering, _) = after(listing, [listed(two(), "p1")]);
    let (state, _) = entering.on(Event::Entered(1, Err(refused(403, "IAM.0002"))));
    assert!(matches!(state.step, Step::Choosing(_, _, Some(_))), "{state:?}");
}

#[test]
fn a_late_answer_and_a_second_press_change_nothing() {
    let (signing_in, _) = run([typed(1)]);
    assert_eq!(signing_in.clone().on(typed(2)), (signing_in.clone(), None));
    let (cancelled, command) = signing_in.on(Event::Cancel);
    assert_eq!(command, Some(Command::Abort));
    let late = Event::Known(1, Ok(person()));
    assert_eq!(cancelled.clone().on(late), (cancelled, None));
}

#[test]
fn a_session_is_said_to_end_ten_minutes_before_and_at_the_end() {
    let end = 100 * WARNING;
    let table = [
        (0, Standing::Good, false),
        (end - WARNING - 1, Standing::Good, false),
        (end - WARNING, Standing::Ending, false),
        (end - 1, Standing::Ending, false),
        (end, Standing::Ended, true),
    ];
    for (now, expected, asks) in table {
        let (state, _) = signed_in(Some(end)).on(Event::Tick(now));
        assert_eq!((standing(&state), state.asks()), (expected, asks), "{now}");
    }
    let (state, _) = signed_in(None).on(Event::Tick(i64::MAX));
    assert_eq!(standing(&state), Standing::Good);
}

#[test]
fn a_session_that_is_over_never_becomes_good_by_itself() {
    let (state, _) = signed_in(Some(WARNING)).on(Event::TokenRefused);
    assert_eq!(standing(&state), Standing::Refused);
    assert!(state.asks() && state.good_session().is_none(), "{state:?}");
    let (state, _) = after(state, [Event::Tick(0), Event::Cancel]);
    assert_eq!(standing(&state), Standing::Refused);
    assert!(state.asks(), "{state:?}");
}

#[test]
fn renewing_keeps_the_session_until_a_new_one_is_there() {
    let (state, _) = after(signed_in(Some(WARNING)), [Event::Tick(1), Event::Again]);
    assert!(state.asks() && state.good_session().is_some(), "{state:?}");
    let failed = [typed(3), Event::Known(3, Err(Failure::Unreachable))];
    let (state, _) = after(state, failed);
    assert!(state.good_session().is_some(), "{state:?}");
    let (state, _) = state.on(Event::Cancel);
    assert_eq!(state.step, Step::Done);
}

#[test]
fn another_project_is_chosen_without_the_password() {
    let (state, _) = after(signed_in(None), [Event::ChooseAnother]);
    assert_eq!(state.step, Step::Choosing(person(), two(), None));
    let (_, command) = state.on(Event::Choose(5, "p2".into()));
    assert_eq!(command, Some(Command::Enter(5, token("domain"), two()[1].clone())));
}

#[test]
fn signing_out_forgets_everything() {
    assert_eq!(signed_in(Some(1)).on(Event::SignOut).0, SignIn::default());
}

#[test]
fn a_problem_goes_when_its_field_is_changed() {
    let problems = Credentials::read("", "", "p", "").unwrap_err();
    let (mut state, command) = run([Event::Typed(1, Err(problems))]);
    assert_eq!(command, None);
    state.mend(SignInField::Domain);
    assert_eq!(state.problem_of(SignInField::Domain), None);
    assert!(state.problem_of(SignInField::User).is_some());
}
