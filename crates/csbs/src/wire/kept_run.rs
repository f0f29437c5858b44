//! A run of many as JSON, for keeping it over a reload: what it was begun with, and one text for
//! each server.

use super::{draft, failure, recent};
use crate::error_code::lookup;
use crate::json::{Json, Object, write_object, write_text};
use crate::kept_run::{KeptFate, KeptJob, KeptRun};
use crate::protectable::Protectable;

/// Writes what a run was begun with.
pub fn to_json(run: &KeptRun) -> String {
    write_object(&[
        ("began_at", Some(write_text(&run.began_at.to_string()))),
        ("at_most", Some(run.at_most.to_string())),
        ("draft", Some(draft::to_json(&run.draft))),
    ])
}

/// Reads what [`to_json`] wrote; `None` when it is something else.
pub fn from_json(json: &str) -> Option<KeptRun> {
    let kept = Json::parse(json).ok()?.object()?;
    Some(KeptRun {
        began_at: kept.text("began_at")?.parse().ok()?,
        at_most: usize::try_from(kept.get("at_most")?.whole_number()?).ok()?,
        draft: draft::from_json(kept.get("draft")?.as_str())?,
    })
}

/// Writes what has become of one server.
pub fn job_to_json(job: &KeptJob) -> String {
    let (fate, more): (&str, Option<(&str, String)>) = match &job.fate {
        KeptFate::Waiting => ("waiting", None),
        KeptFate::Sending => ("sending", None),
        KeptFate::Started(backup) => ("started", Some(("backup", recent::to_json(backup)))),
        KeptFate::Refused(why) => ("refused", Some(("failure", failure::to_json(why)))),
        KeptFate::Stopped(answer) => ("stopped", Some(("answer", answer_to_json(answer)))),
        KeptFate::Unknown(why) => ("unknown", Some(("failure", failure::to_json(why)))),
        KeptFate::Unsent => ("unsent", None),
    };
    let mut entries = vec![
        ("tries", Some(job.tries.to_string())),
        ("sent_at", Some(write_text(&job.sent_at.to_string()))),
        ("fate", Some(write_text(fate))),
    ];
    entries.extend(more.map(|(key, json)| (key, Some(json))));
    write_object(&entries)
}

/// Reads what [`job_to_json`] wrote; `None` when it is something else, which says that the
/// request may have been sent.
pub fn job_from_json(json: &str) -> Option<KeptJob> {
    let kept = Json::parse(json).ok()?.object()?;
    let why = || Some(failure::read(&kept.object("failure")?));
    let fate = match kept.text("fate")?.as_str() {
        "waiting" => KeptFate::Waiting,
        "sending" => KeptFate::Sending,
        "started" => KeptFate::Started(recent::from_json(kept.get("backup")?.as_str())?),
        "refused" => KeptFate::Refused(why()?),
        "stopped" => KeptFate::Stopped(read_answer(&kept.object("answer")?)),
        "unknown" => KeptFate::Unknown(why()?),
        "unsent" => KeptFate::Unsent,
        _ => return None,
    };
    Some(KeptJob {
        tries: u32::try_from(kept.get("tries")?.whole_number()?).ok()?,
        sent_at: kept.text("sent_at")?.parse().ok()?,
        fate,
    })
}

/// Only a no stops a server, so only that is kept.
fn answer_to_json(answer: &Protectable) -> String {
    let Protectable::No { code, message, .. } = answer else {
        return write_object(&[]);
    };
    let text = |value: &Option<String>| value.as_deref().map(write_text);
    write_object(&[("code", text(code)), ("message", text(message))])
}

fn read_answer(kept: &Object<'_>) -> Protectable {
    let code = kept.text("code");
    let documented = code.as_deref().and_then(|code| lookup(400, code));
    Protectable::No { code, message: kept.text("message"), documented }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::failure::{BodyShape, Failure, NotSent, Refusal};
    use crate::recent::Recent;
    use crate::{Draft, HttpResponse};

    #[test]
    fn what_a_run_began_with_is_read_again() {
        let draft = Draft { resource_id: "a\nb".into(), ..Draft::default() };
        let run = KeptRun { began_at: 1_700_000_000_123, at_most: 4, draft };
        assert_eq!(from_json(&to_json(&run)), Some(run));
        for broken in ["", "[]", "{}", r#"{"began_at":"1","at_most":"x","draft":{}}"#] {
            assert_eq!(from_json(broken), None, "{broken}");
        }
    }

    fn refusal(status: u16, body: &str) -> Failure {
        let headers = vec![("x-request-id".to_owned(), "req-1".to_owned())];
        let body = body.to_owned();
        let read = Refusal::read(HttpResponse { status, headers, body });
        Failure::Refused(Box::new(Refusal { body: String::new(), ..read }))
    }

    #[test]
    fn every_fate_is_read_again_without_the_body_of_an_answer() {
        let backup = Recent {
            id: "r".into(),
            record_id: Some("r".into()),
            item_id: None,
            project_id: "p".into(),
            server_id: None,
            name: Some("<b>".into()),
            started_at: 5,
            status: None,
        };
        let known = lookup(400, "CSBS.6007");
        assert!(known.is_some());
        let no = Protectable::No {
            code: Some("CSBS.6007".into()),
            message: Some("no".into()),
            documented: known,
        };
        let failures = [
            refusal(400, r#"{"error_code":"CSBS.6007","error_msg":"x \"y\""}"#),
            refusal(504, "<html></html>"),
            refusal(413, r#"{"overLimit":{"code":413,"message":"later"}}"#),
            refusal(401, r#"{"error_code":"APIGW.0307","error_msg":"expired"}"#),
            refusal(500, ""),
            Failure::NotSent(NotSent::NotBuilt),
            Failure::Unreachable,
            Failure::Redirected,
            Failure::TimedOut { seconds: 60 },
            Failure::Abandoned,
            Failure::Cancelled,
            Failure::TooLarge { status: 200, limit: 1 },
            Failure::Interrupted { status: 200 },
        ];
        let mut fates = vec![
            KeptFate::Waiting,
            KeptFate::Sending,
            KeptFate::Started(backup),
            KeptFate::Stopped(no),
            KeptFate::Unsent,
        ];
        fates.extend(failures.iter().cloned().map(KeptFate::Refused));
        fates.extend(failures.into_iter().map(KeptFate::Unknown));
        for fate in fates {
            let job = KeptJob { tries: 2, sent_at: -7, fate };
            assert_eq!(job_from_json(&job_to_json(&job)), Some(job));
        }
        for broken in ["", "{}", r#"{"tries":1,"sent_at":"1","fate":"odd"}"#] {
            assert_eq!(job_from_json(broken), None, "{broken}");
        }
    }

    #[test]
    fn what_a_gateway_wrote_is_not_kept() {
        let body = "<html>X-Auth-Token: MIIsecret</html>".to_owned();
        let refusal = Refusal::read(HttpResponse { status: 502, headers: Vec::new(), body });
        assert_eq!(refusal.shape, BodyShape::Html);
        let fate = KeptFate::Unknown(Failure::Refused(Box::new(refusal)));
        let json = job_to_json(&KeptJob { tries: 1, sent_at: 0, fate });
        assert!(!json.contains("MIIsecret"), "{json}");
    }
}
