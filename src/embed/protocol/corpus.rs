//! Messages of all kinds, good and bad, in a file that the test of their JSON Schema reads as well:
//! the schema must accept what the console understands, and refuse what it refuses.

use csbs::{ERROR_CODES, Outcome};
use serde_json::Value;

use super::{Counts, Outbound, Refused, Stage, read};

fn corpus() -> Value {
    serde_json::from_str(include_str!("../../../tests/embed-corpus.json")).unwrap()
}

#[test]
fn the_console_hears_the_corpus_as_it_says() {
    let corpus = corpus();
    let heard = corpus["heard"].as_array().unwrap();
    assert!(heard.len() > 70);
    for entry in heard {
        let text = entry["text"].as_str().map_or_else(|| entry["message"].to_string(), Into::into);
        let refused = read(&text).err().map(Refused::as_str);
        assert_eq!(refused, entry["refused"].as_str(), "{entry}");
    }
}

#[test]
fn the_console_says_nothing_that_is_not_in_the_corpus() {
    const SERVER: &str = "9506416d-db6c-406e-8bca-c0f43793d914";
    let stages = [
        Stage::Editing,
        Stage::Preparing,
        Stage::Checking,
        Stage::Sending,
        Stage::Many,
        Stage::NotSent,
        Stage::Started,
        Stage::NotCreated,
        Stage::Uncertain,
    ];
    let server_id = || Some(SERVER.to_owned());
    let code = ERROR_CODES.iter().find(|code| code.code == "CSBS.6007").map(|code| code.code);
    let failed = |outcome, status, code| Outbound::Failed {
        server_id: SERVER.to_owned(),
        outcome,
        status,
        code,
    };
    let finished = |id: &str, server_id, status: &str| Outbound::Finished {
        id: id.to_owned(),
        server_id,
        status: status.to_owned(),
    };
    let mut counts = Counts::default();
    [Refused::Origin, Refused::TooLarge, Refused::Origin, Refused::Origin]
        .into_iter()
        .for_each(|why| counts.note(Err(why)));
    let mut accepted = Counts::default();
    accepted.note(Ok(()));
    accepted.note(Ok(()));
    let mut said = vec![Outbound::Ready, Outbound::Height(1234)];
    said.extend(stages.map(Outbound::State));
    said.extend([
        Outbound::Started { id: "r1".into(), server_id: server_id() },
        Outbound::Started { id: "r1".into(), server_id: None },
        finished("r1", server_id(), "available"),
        finished("r\"1", None, "error"),
        failed(Outcome::NotCreated, Some(400), code),
        failed(Outcome::NotCreated, Some(403), None),
        failed(Outcome::Unknown, None, None),
        failed(Outcome::ProbablyCreated, Some(202), None),
        Outbound::NeedsSignIn,
        Outbound::Diagnostic(accepted),
        Outbound::Diagnostic(counts),
    ]);
    let said: Vec<Value> =
        said.iter().map(|said| serde_json::from_str(&said.to_json()).unwrap()).collect();
    assert_eq!(Value::Array(said), corpus()["said"]);
}
