//! A failure as JSON, for keeping it over a reload. The body of an answer is not kept: nobody
//! knows what a gateway has written into it.

use crate::error_code::lookup;
use crate::failure::{BodyShape, Failure, NotSent, Refusal, UnreadableAnswer};
use crate::json::{Object, write_object, write_text};
use crate::wire::Unreadable;

/// Writes what is kept of a failure.
pub(super) fn to_json(failure: &Failure) -> String {
    let text = |value: &str| Some(write_text(value));
    let number = |value: &dyn ToString| Some(value.to_string());
    let kind = |kind: &str, more: Option<(&str, Option<String>)>| {
        let mut entries = vec![("kind", text(kind))];
        entries.extend(more);
        write_object(&entries)
    };
    match failure {
        Failure::NotSent(NotSent::Offline) => kind("offline", None),
        Failure::NotSent(NotSent::TokenMissing) => kind("no_token", None),
        Failure::NotSent(NotSent::NotBuilt) => kind("not_built", None),
        Failure::Unreachable => kind("unreachable", None),
        Failure::Redirected => kind("redirected", None),
        Failure::TimedOut { seconds } => kind("timed_out", Some(("seconds", number(seconds)))),
        Failure::Abandoned => kind("abandoned", None),
        Failure::Cancelled => kind("cancelled", None),
        Failure::TooLarge { status, limit } => write_object(&[
            ("kind", text("too_large")),
            ("status", number(status)),
            ("limit", number(limit)),
        ]),
        Failure::Interrupted { status } => kind("interrupted", Some(("status", number(status)))),
        Failure::Unreadable(answer) => write_object(&[
            ("kind", text(unreadable_name(answer.reason))),
            ("status", number(&answer.status)),
            ("request_id", answer.request_id.as_deref().and_then(text)),
        ]),
        Failure::Refused(refusal) => {
            let (shape, key) = shape_name(&refusal.shape);
            write_object(&[
                ("kind", text("refused")),
                ("status", number(&refusal.status)),
                ("code", refusal.code.as_deref().and_then(text)),
                ("message", refusal.message.as_deref().and_then(text)),
                ("request_id", refusal.request_id.as_deref().and_then(text)),
                ("shape", text(shape)),
                ("key", key.and_then(text)),
            ])
        }
    }
}

/// Reads what [`to_json`] wrote; what cannot be read is [`Failure::Abandoned`], which claims
/// nothing.
pub(super) fn read(kept: &Object<'_>) -> Failure {
    read_known(kept).unwrap_or(Failure::Abandoned)
}

fn read_known(kept: &Object<'_>) -> Option<Failure> {
    let number = |key: &str| kept.get(key)?.whole_number();
    let status = || u16::try_from(number("status")?).ok();
    Some(match kept.text("kind")?.as_str() {
        "offline" => Failure::NotSent(NotSent::Offline),
        "no_token" => Failure::NotSent(NotSent::TokenMissing),
        "not_built" => Failure::NotSent(NotSent::NotBuilt),
        "unreachable" => Failure::Unreachable,
        "redirected" => Failure::Redirected,
        "timed_out" => Failure::TimedOut { seconds: u32::try_from(number("seconds")?).ok()? },
        "cancelled" => Failure::Cancelled,
        "too_large" => {
            let limit = usize::try_from(number("limit")?).ok()?;
            Failure::TooLarge { status: status()?, limit }
        }
        "interrupted" => Failure::Interrupted { status: status()? },
        name @ ("unreadable" | "web_page") => Failure::Unreadable(Box::new(UnreadableAnswer {
            status: status()?,
            reason: if name == "web_page" { Unreadable::WebPage } else { Unreadable::Empty },
            request_id: kept.text("request_id"),
            body: String::new(),
        })),
        "refused" => {
            let (status, code) = (status()?, kept.text("code"));
            Failure::Refused(Box::new(Refusal {
                status,
                documented: code.as_deref().and_then(|code| lookup(status, code)),
                code,
                message: kept.text("message"),
                request_id: kept.text("request_id"),
                retry_after_seconds: None,
                retry_at: None,
                shape: shape_of(&kept.text("shape")?, kept.text("key")),
                body: String::new(),
            }))
        }
        _ => return None,
    })
}

/// Of the reasons only this one is kept: what it means for the backup is another thing.
fn unreadable_name(reason: Unreadable) -> &'static str {
    if reason == Unreadable::WebPage { "web_page" } else { "unreadable" }
}

fn shape_name(shape: &BodyShape) -> (&'static str, Option<&str>) {
    match shape {
        BodyShape::Service => ("service", None),
        BodyShape::Gateway => ("gateway", None),
        BodyShape::Wrapped { key } => ("wrapped", Some(key)),
        BodyShape::Iam => ("iam", None),
        BodyShape::OtherJson => ("json", None),
        BodyShape::Html => ("html", None),
        BodyShape::Text => ("text", None),
        BodyShape::Empty => ("empty", None),
    }
}

fn shape_of(name: &str, key: Option<String>) -> BodyShape {
    match name {
        "service" => BodyShape::Service,
        "gateway" => BodyShape::Gateway,
        "wrapped" => BodyShape::Wrapped { key: key.unwrap_or_default() },
        "iam" => BodyShape::Iam,
        "json" => BodyShape::OtherJson,
        "html" => BodyShape::Html,
        "text" => BodyShape::Text,
        _ => BodyShape::Empty,
    }
}
