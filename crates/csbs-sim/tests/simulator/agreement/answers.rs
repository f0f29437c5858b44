//! Answers: what the simulator sends is read by the console as the tables say.

use csbs::{
    BodyShape, ERROR_CODES, Failure, HttpResponse, Refusal, ResourceGraph, failure, read_answer,
    read_items_answer,
};
use csbs_sim::{
    DEMO_PROJECT_ID, DEMO_RESOURCE_ID,
    well_known::{Outcome, WellKnownServer, servers},
};
use jiff::SignedDuration;
use serde_json::json;

use crate::running::{Answer, End, Simulator};

/// How many bytes of an answer are read at most.
pub(super) const LIMIT: usize = 1024 * 1024;

pub(super) fn as_response(answer: &Answer) -> HttpResponse {
    let header = |(name, value): (&axum::http::HeaderName, &axum::http::HeaderValue)| {
        (name.as_str().to_owned(), value.to_str().unwrap().to_owned())
    };
    HttpResponse {
        status: answer.status.as_u16(),
        headers: answer.headers.iter().map(header).collect(),
        body: answer.text(),
    }
}

/// What the console makes of a create call for this server.
async fn read(server: &WellKnownServer) -> Result<failure::Accepted, Failure> {
    match Simulator::new().end_of(server).await {
        End::HungUp => Err(Failure::Unreachable),
        End::Silent => Err(Failure::TimedOut { seconds: 60 }),
        End::Broken { status, .. } => Err(Failure::Interrupted { status: status.as_u16() }),
        End::Answered(answer) if answer.body.len() > LIMIT => {
            Err(Failure::TooLarge { status: answer.status.as_u16(), limit: LIMIT })
        }
        End::Answered(answer) => read_answer(as_response(&answer)),
    }
}

async fn refusal(server: &WellKnownServer) -> Refusal {
    match read(server).await {
        Err(Failure::Refused(refusal)) => *refusal,
        other => panic!("{}: {other:?}", server.name),
    }
}

fn named(name: &str) -> &'static WellKnownServer {
    servers().iter().find(|server| server.name == name).unwrap_or_else(|| panic!("no {name}"))
}

#[tokio::test(start_paused = true)]
async fn the_outcome_of_every_well_known_server_is_the_one_in_its_row() {
    for server in servers() {
        let outcome = match read(server).await {
            Ok(_) => Outcome::Started,
            Err(failure) => match failure.outcome() {
                csbs::Outcome::NotCreated => Outcome::NotCreated,
                csbs::Outcome::Unknown => Outcome::Unknown,
                csbs::Outcome::ProbablyCreated => Outcome::ProbablyCreated,
            },
        };
        assert_eq!(outcome, server.outcome, "{} {}", server.id(), server.name);
    }
}

#[tokio::test(start_paused = true)]
async fn every_documented_code_of_the_create_call_has_a_server_with_its_message() {
    for documented in ERROR_CODES.iter().filter(|code| code.create_backup) {
        let number: u16 = documented.code.rsplit('.').next().unwrap().parse().unwrap();
        let found = servers()
            .iter()
            .find(|server| (server.status, server.which) == (documented.http_status, number));
        let server = found.unwrap_or_else(|| panic!("no server for {documented:?}"));
        let refusal = refusal(server).await;
        assert_eq!(refusal.code.as_deref(), Some(documented.code), "{}", server.name);
        assert_eq!(refusal.documented, Some(documented), "{}", server.name);
        let message = refusal.message.unwrap();
        let mut rest = message.as_str();
        for part in documented.message.split("%s") {
            let place = rest.find(part);
            let place = place.unwrap_or_else(|| panic!("{message:?} is not {documented:?}"));
            rest = &rest[place + part.len()..];
        }
    }
}

#[tokio::test(start_paused = true)]
async fn every_shape_is_recognised_for_every_status() {
    for status in [400, 401, 403, 404, 405, 409, 429, 500, 501, 502, 503, 504] {
        for name in ["service", "gateway", "openstack", "identity", "html", "text", "empty"] {
            let server = named(&format!("{status}-{name}"));
            let refusal = refusal(server).await;
            let recognised = match refusal.shape {
                BodyShape::Service => "service",
                BodyShape::Gateway => "gateway",
                BodyShape::Wrapped { .. } => "openstack",
                BodyShape::Iam => "identity",
                BodyShape::Html => "html",
                BodyShape::Text => "text",
                BodyShape::Empty => "empty",
                BodyShape::OtherJson => "other",
            };
            assert_eq!(recognised, name, "{}", server.name);
            assert!(refusal.request_id.is_some(), "{}", server.name);
            let waits = matches!(status, 429 | 503).then_some(7);
            assert_eq!(refusal.retry_after_seconds, waits, "{}", server.name);
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_diagram_is_read_where_it_is_json_and_shown_as_text_where_not() {
    for (name, is_tree) in [("graph-json", true), ("graph-twice", true), ("graph-quotes", false)] {
        let graph = read(named(name)).await.unwrap().checkpoint.resource_graph;
        match graph {
            Some(ResourceGraph::Tree(_)) => assert!(is_tree, "{name}"),
            Some(ResourceGraph::Text(_)) => assert!(!is_tree, "{name}"),
            None => panic!("{name}: no graph"),
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_time_with_one_digit_parts_is_read_and_a_strange_one_kept_as_text() {
    let read_at = async |name| read(named(name)).await.unwrap().checkpoint.created_at.unwrap();
    let short = read_at("short-time").await;
    let expected: jiff::Timestamp = "2017-04-08T01:21:52.7Z".parse().unwrap();
    assert_eq!(short.unix_millis(), Some(expected.as_millisecond()));
    let strange = read_at("strange-time").await;
    assert_eq!((strange.unix_millis(), strange.raw()), (None, "a moment ago"));
}

#[tokio::test]
async fn a_backup_is_found_in_the_list_after_its_answer_was_lost() {
    let simulator = Simulator::new();
    let draft = csbs::Draft {
        project_id: DEMO_PROJECT_ID.into(),
        resource_id: DEMO_RESOURCE_ID.into(),
        backup_name: "nightly".into(),
        ..csbs::Draft::default()
    };
    let request = csbs::check(&draft).unwrap();
    simulator.created(json!({ "backup_name": "nightly" })).await;
    simulator.clock.advance(SignedDuration::from_mins(30));
    let sent_at: jiff::Timestamp = "2017-04-18T01:51:52.701973Z".parse().unwrap();

    let before = find(&simulator, &request, sent_at).await;
    let checkpoint_id = simulator.created(json!({ "backup_name": "nightly" })).await;
    let after = find(&simulator, &request, sent_at).await;

    assert_eq!(before, None, "the backup of half an hour ago is another one");
    assert_eq!(after, Some(checkpoint_id));
}

/// The id of the checkpoint that the console finds in the list for a request sent at this time.
async fn find(
    simulator: &Simulator,
    request: &csbs::BackupRequest,
    sent_at: jiff::Timestamp,
) -> Option<String> {
    let query = csbs::ItemQuery::started_by(request);
    let list = csbs::list_request(request.project_id(), &query);
    let path = list.path.strip_prefix(&format!("/v1/{DEMO_PROJECT_ID}")).unwrap();
    let items = read_items_answer(as_response(&simulator.read(path).await)).unwrap();
    let found = csbs::find_started(&items, request, sent_at.as_millisecond())?;
    found.checkpoint_id.clone()
}
