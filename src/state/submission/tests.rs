//! The transitions as sentences, and as a property: whatever happens in whatever order, nothing
//! is sent while a request is under way or its outcome is open.

use csbs::{Draft, HttpResponse, NotSent, read_answer, wire};

use super::*;

const SERVER: &str = "9506416d-db6c-406e-8bca-c0f43793d914";

fn sent(attempt: u32) -> Sent {
    let draft = Draft {
        project_id: "b942cc8342734d15bcb246babb1953cf".into(),
        resource_id: SERVER.into(),
        ..Draft::default()
    };
    Sent { attempt, request: csbs::check(&draft).unwrap(), at: 0 }
}

fn accepted() -> Result<Box<Accepted>, Failure> {
    let body = r#"{"checkpoint":{"id":"c1","status":"protecting"}}"#;
    let response = HttpResponse { status: 200, headers: vec![], body: body.into() };
    read_answer(response).map(Box::new)
}

fn refused(status: u16) -> Failure {
    read_answer(HttpResponse { status, headers: vec![], body: String::new() }).unwrap_err()
}

fn item() -> Box<CheckpointItem> {
    let body = r#"{"checkpoint_items":[{"id":"i1","status":"protecting"}]}"#;
    Box::new(wire::read_checkpoint_items(body).unwrap().remove(0))
}

/// The person sends, and the part of the program that reads answers is there.
fn sending(attempt: u32) -> [Event; 2] {
    [Event::Submit(sent(attempt)), Event::Prepared(attempt, true)]
}

/// The same, and then more.
fn sending_then(more: impl IntoIterator<Item = Event>) -> Submission {
    after(sending(1).into_iter().chain(more))
}

fn after(events: impl IntoIterator<Item = Event>) -> Submission {
    events.into_iter().fold(Submission::Editing, |state, event| state.on(event).0)
}

#[test]
fn an_accepted_request_is_shown_as_started() {
    let state = sending_then([Event::Answered(1, accepted())]);
    assert!(matches!(state, Submission::Started(_, Evidence::Answer(_))), "{state:?}");
}

#[test]
fn each_failure_ends_where_the_backup_stands() {
    let table = [
        (Failure::NotSent(NotSent::Offline), true),
        (refused(400), true),
        (refused(401), true),
        (refused(404), true),
        (Failure::Unreachable, false),
        (Failure::TimedOut { seconds: 60 }, false),
        (refused(500), false),
        (refused(502), false),
        (refused(504), false),
        (Failure::Interrupted { status: 200 }, false),
    ];
    for (failure, certain) in table {
        let state = sending_then([Event::Answered(1, Err(failure.clone()))]);
        assert_eq!(matches!(state, Submission::NotCreated(..)), certain, "{failure:?}");
        assert_eq!(
            matches!(state, Submission::Uncertain(_, _, Search::NotAsked)),
            !certain,
            "{failure:?}"
        );
    }
}

#[test]
fn cancelling_ends_the_request_and_leaves_the_outcome_open() {
    let sending = after(sending(1));
    let (state, command) = sending.on(Event::Cancel);
    assert_eq!(command, Some(Command::Abort));
    assert!(matches!(state, Submission::Uncertain(_, Failure::Cancelled, Search::NotAsked)));
}

#[test]
fn a_late_answer_changes_nothing() {
    let cancelled = sending_then([Event::Cancel]);
    assert_eq!(cancelled.clone().on(Event::Answered(1, accepted())), (cancelled, None));
    let refused = Event::Answered(1, Err(refused(400)));
    let second = sending_then([refused].into_iter().chain(sending(2)));
    assert_eq!(second.clone().on(Event::Answered(1, accepted())), (second, None));
}

#[test]
fn a_second_press_sends_nothing() {
    for state in [after([Event::Submit(sent(1))]), after(sending(1))] {
        assert_eq!(state.clone().on(Event::Submit(sent(2))), (state, None));
    }
}

#[test]
fn a_run_begins_once_the_rest_of_the_program_is_there() {
    let requests = vec![sent(1).request, sent(1).request];
    let preparing = || after([Event::SubmitMany(1, requests.clone())]);
    assert!(preparing().is_sending());
    for ready in [Event::Prepared(1, true), Event::CheckFirst(1)] {
        let begun = preparing().on(ready);
        assert_eq!(begun, (Submission::Many, Some(Command::Run(requests.clone()))));
    }
    let table = [
        (Event::Prepared(1, false), Submission::Unprepared),
        (Event::Cancel, Submission::Editing),
        (Event::Prepared(2, true), preparing()),
        (Event::SubmitMany(2, Vec::new()), preparing()),
        (Event::Submit(sent(2)), preparing()),
    ];
    for (event, expected) in table {
        assert_eq!(preparing().on(event.clone()), (expected, None), "{event:?}");
    }
}

#[test]
fn a_run_that_was_left_shows_up_only_where_nothing_else_is() {
    assert_eq!(Submission::Editing.on(Event::TakeUp), (Submission::Many, None));
    let other = after(sending(1));
    assert_eq!(other.clone().on(Event::TakeUp), (other, None));
    assert_eq!(Submission::Many.on(Event::Dismiss), (Submission::Editing, None));
}

#[test]
fn sending_again_is_possible_only_after_nothing_was_found() {
    let [submit, prepared] = sending(1);
    let open = [submit, prepared, Event::Answered(1, Err(Failure::Unreachable))];
    let table = [
        (vec![], false),
        (vec![Event::Ask], false),
        (vec![Event::Ask, Event::Searched(1, Err(Failure::Unreachable))], false),
        (vec![Event::Ask, Event::Searched(7, Ok(None))], false),
        (vec![Event::Ask, Event::Searched(1, Ok(None))], true),
        (vec![Event::Ask, Event::Searched(1, Ok(None)), Event::Ask], false),
        (vec![Event::Dismiss], true),
    ];
    for (more, possible) in table {
        let state = after(open.clone().into_iter().chain(more.clone()));
        assert_eq!(state.may_send(), possible, "{more:?}");
        let (_, command) = state.on(Event::Submit(sent(2)));
        assert_eq!(command.is_some(), possible, "{more:?}");
    }
}

#[test]
fn a_backup_that_is_found_is_taken_as_the_result() {
    let state = sending_then([
        Event::Answered(1, Err(refused(504))),
        Event::Ask,
        Event::Searched(1, Ok(Some(item()))),
    ]);
    assert!(matches!(state, Submission::Started(_, Evidence::Found(_))), "{state:?}");
}

#[test]
fn nothing_is_sent_before_the_part_that_reads_answers_is_there() {
    let (preparing, command) = Submission::Editing.on(Event::Submit(sent(1)));
    assert_eq!(command, Some(Command::Prepare(1)));
    assert!(preparing.is_sending());
    let table = [
        (Event::Prepared(7, true), preparing.clone(), None),
        (Event::Prepared(1, true), Submission::Sending(sent(1)), Some(Command::Send(sent(1)))),
        (Event::Prepared(1, false), Submission::Unprepared, None),
        (Event::Cancel, Submission::Editing, None),
    ];
    for (event, state, command) in table {
        assert_eq!(preparing.clone().on(event.clone()), (state, command), "{event:?}");
    }
    let cancelled = preparing.on(Event::Cancel).0;
    assert_eq!(cancelled.on(Event::Prepared(1, true)), (Submission::Editing, None));
}

fn protectable(answer: &str) -> Protectable {
    let body = format!(r#"{{"protectable":[{{"resource_id":"{SERVER}",{answer}}}]}}"#);
    let asked = [sent(1).request.resource_id().clone()];
    let response = HttpResponse { status: 200, headers: vec![], body };
    csbs::read_protectable_answer(response, &asked).unwrap().remove(0).1
}

#[test]
fn a_no_stops_and_everything_else_sends() {
    let (checking, command) = after([Event::Submit(sent(1))]).on(Event::CheckFirst(1));
    assert_eq!(command, Some(Command::Check(sent(1))));
    assert!(checking.is_sending() && !checking.may_send());
    let no = protectable(r#""result":false,"error_code":"CSBS.6007","error_msg":"no volume""#);
    let sends = (Submission::Sending(sent(1)), Some(Command::Send(sent(1))));
    let table = [
        (Event::Checked(1, Ok(Protectable::Yes)), sends.clone()),
        (Event::Checked(1, Ok(Protectable::NotAnswered)), sends.clone()),
        (Event::Checked(1, Err(refused(503))), sends),
        (Event::Checked(1, Ok(no.clone())), (Submission::NotProtectable(sent(1), no), None)),
        (Event::Checked(7, Ok(Protectable::Yes)), (checking.clone(), None)),
        (Event::Submit(sent(2)), (checking.clone(), None)),
        (Event::Cancel, (Submission::Editing, Some(Command::Abort))),
    ];
    for (event, result) in table {
        assert_eq!(checking.clone().on(event.clone()), result, "{event:?}");
    }
}

#[test]
fn an_answer_to_a_cancelled_question_sends_nothing() {
    let cancelled = after([Event::Submit(sent(1)), Event::CheckFirst(1), Event::Cancel]);
    let late = Event::Checked(1, Ok(Protectable::Yes));
    assert_eq!(cancelled.on(late), (Submission::Editing, None));
}

#[test]
fn a_no_marks_the_server_and_another_try_is_possible() {
    let no = protectable(r#""result":false,"error_code":"CSBS.6007","error_msg":"no volume""#);
    let state = after([Event::Submit(sent(1)), Event::CheckFirst(1), Event::Checked(1, Ok(no))]);
    assert_eq!(state.refused_field(), Some((Field::ResourceId, "no volume".into())));
    assert_eq!(state.on(Event::Submit(sent(2))).1, Some(Command::Prepare(2)));
}

/// All sequences of five events out of fifteen kinds, against the one
/// rule that must never break.
#[test]
fn whatever_happens_no_request_leaves_while_another_is_open() {
    let kinds: [fn(u32) -> Event; 15] = [
        |next| Event::Submit(sent(next)),
        |next| Event::Prepared(next - 1, true),
        |next| Event::Prepared(next - 1, false),
        |next| Event::CheckFirst(next - 1),
        |next| Event::Checked(next - 1, Ok(Protectable::Yes)),
        |next| Event::Checked(next - 1, Err(Failure::Unreachable)),
        |next| Event::Answered(next - 1, accepted()),
        |next| Event::Answered(next - 1, Err(Failure::Unreachable)),
        |next| Event::Answered(next - 1, Err(Failure::NotSent(NotSent::Offline))),
        |_| Event::Cancel,
        |_| Event::Ask,
        |next| Event::Searched(next - 1, Ok(None)),
        |next| Event::Searched(next - 1, Ok(Some(item()))),
        |next| Event::Searched(next - 1, Err(Failure::Unreachable)),
        |_| Event::Dismiss,
    ];
    explore(&Submission::Editing, 1, 5, &kinds);
    let open = sending_then([Event::Answered(1, Err(Failure::Unreachable))]);
    explore(&open, 2, 4, &kinds);
}

fn explore(state: &Submission, next: u32, depth: u32, kinds: &[fn(u32) -> Event]) {
    if depth == 0 {
        return;
    }
    for kind in kinds {
        let event = kind(next);
        let (after, command) = state.clone().on(event.clone());
        let begins = matches!(command, Some(Command::Prepare(_)));
        if begins {
            let settled = match state {
                Submission::Preparing(_) | Submission::Checking(_) | Submission::Sending(_) => {
                    false
                }
                Submission::Uncertain(_, _, search) => *search == Search::NothingFound,
                _ => true,
            };
            assert!(settled, "{event:?} begins in {state:?}");
            assert!(after.is_sending(), "{after:?}");
        }
        if matches!(command, Some(Command::Send(_))) {
            let waits = matches!(state, Submission::Preparing(_) | Submission::Checking(_));
            assert!(waits, "{event:?} sends in {state:?}");
        }
        explore(&after, if begins { next + 1 } else { next }, depth - 1, kinds);
    }
}
