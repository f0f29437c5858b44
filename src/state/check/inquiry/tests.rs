use csbs::{HttpResponse, NotSent, Refusal};

use super::*;

fn server(number: u32) -> ResourceId {
    ResourceId::parse(&format!("00000000-0000-4000-9000-{number:012}")).unwrap()
}

fn servers(numbers: std::ops::Range<u32>) -> Vec<ResourceId> {
    numbers.map(server).collect()
}

fn inquiry(count: u32) -> Inquiry {
    Inquiry::new(ProjectId::parse("p").unwrap(), servers(0..count))
}

fn all(answer: &Protectable, of: &[ResourceId]) -> Vec<(ResourceId, Protectable)> {
    of.iter().map(|server| (server.clone(), answer.clone())).collect()
}

const NO: Protectable = Protectable::No { code: None, message: None, documented: None };
const OFFLINE: Failure = Failure::NotSent(NotSent::Offline);

fn refused(status: u16) -> Failure {
    let response = HttpResponse { status, headers: vec![], body: String::new() };
    Failure::Refused(Box::new(Refusal::read(response)))
}

#[test]
fn a_portion_that_fails_leaves_the_answers_of_the_others() {
    let mut inquiry = inquiry(6);
    inquiry.take(&servers(0..2), Ok(all(&Protectable::Yes, &servers(0..2))));
    assert_eq!(inquiry.tally(), Tally { waiting: 4, yes: 2, no: 0, open: 0 });
    inquiry.take(&servers(2..4), Err(OFFLINE));
    inquiry.take(&servers(4..6), Ok(all(&NO, &servers(4..6))));
    assert_eq!(inquiry.tally(), Tally { waiting: 0, yes: 2, no: 2, open: 2 });
    assert_eq!(inquiry.failures(), [OFFLINE]);
    assert!(!inquiry.is_asking());
}

#[test]
fn only_servers_without_an_answer_are_asked_about_again() {
    let mut inquiry = inquiry(4);
    let said = [Protectable::Yes, NO, Protectable::NotAnswered];
    inquiry.take(&servers(0..3), Ok(servers(0..3).into_iter().zip(said).collect()));
    inquiry.take(&servers(3..4), Err(OFFLINE));
    assert_eq!(inquiry.again(), [server(2), server(3)]);
    assert_eq!(inquiry.tally(), Tally { waiting: 2, yes: 1, no: 1, open: 0 });
    assert_eq!(inquiry.failures(), []);
    let again = [server(2), server(3)];
    inquiry.take(&again, Ok(all(&Protectable::Yes, &again)));
    assert_eq!(inquiry.tally(), Tally { waiting: 0, yes: 3, no: 1, open: 0 });
}

#[test]
fn an_answer_that_nobody_waits_for_changes_nothing() {
    let mut inquiry = inquiry(2);
    inquiry.take(&servers(0..2), Ok(all(&Protectable::Yes, &servers(0..2))));
    let before = inquiry.clone();
    inquiry.take(&servers(0..2), Ok(all(&NO, &servers(0..2))));
    inquiry.take(&servers(7..9), Ok(all(&NO, &servers(7..9))));
    assert_eq!(inquiry, before);
}

#[test]
fn a_server_that_an_answer_leaves_out_is_not_answered() {
    let mut inquiry = inquiry(2);
    inquiry.take(&servers(0..2), Ok(all(&Protectable::Yes, &servers(1..2))));
    let said: Vec<&Said> = inquiry.servers().iter().map(|(_, said)| said).collect();
    assert_eq!(
        said,
        [&Said::Answer(Protectable::NotAnswered), &Said::Answer(Protectable::Yes)],
        "the answer of one is not the answer of another"
    );
}

#[test]
fn it_is_about_the_servers_it_was_asked_about() {
    let project = ProjectId::parse("p").unwrap();
    let asked = inquiry(3);
    assert!(asked.is_about(&project, &servers(0..3)));
    for other in [servers(0..2), servers(0..4), servers(1..4), vec![]] {
        assert!(!asked.is_about(&project, &other), "{other:?}");
    }
    assert!(!asked.is_about(&ProjectId::parse("q").unwrap(), &servers(0..3)));
    assert!(asked.is_same_as(&asked.clone()));
    assert!(!asked.is_same_as(&inquiry(2)));
}

#[test]
fn what_befalls_one_question_may_befall_all() {
    let general = [OFFLINE, Failure::Cancelled, Failure::TimedOut { seconds: 60 }];
    let refusals = [401, 403, 404, 429].map(refused);
    for failure in general.iter().chain(&refusals) {
        assert!(is_general(failure), "{failure:?}");
    }
    for failure in [refused(500), refused(502), refused(503), refused(400), Failure::Unreachable] {
        assert!(!is_general(&failure), "{failure:?}");
    }
}
