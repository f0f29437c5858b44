//! Checkpoints that are right, but not as the tables of the API page have them: what was seen in
//! recordings of the real service, and what a hostile one could send.

use serde_json::{Value, json};

use crate::backup::Checkpoint;

/// What is odd about a checkpoint.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Oddity {
    /// Nothing but `id` and `status`.
    Minimal,
    /// Everything but `id` and `status` is null.
    Nulls,
    /// This status.
    Status(&'static str),
    /// `extra_info`, at the top and in the resource, is a string that holds JSON.
    ExtraInfoJson,
    /// `extra_info`, at the top and in the resource, is a sentence.
    ExtraInfoText,
    /// `resource_graph` is a string that holds JSON.
    GraphJson,
    /// `resource_graph` is a string that holds a JSON string that holds JSON.
    GraphTwice,
    /// `resource_graph` is a string in another program's notation, with single quotes.
    GraphQuotes,
    /// Numbers are fractions, strings and null.
    Numbers,
    /// `created_at` is this text.
    CreatedAt(&'static str),
    /// There are keys that the page does not name.
    UnknownKeys,
    /// Names of thousands of characters.
    LongNames,
    /// Names, texts and the graph hold markup, control characters and reversed text.
    Hostile,
    /// The plan holds two hundred resources.
    ManyResources,
    /// A name holds bytes that are no UTF-8.
    NotUtf8,
    /// `extra_info` is nested ten thousand levels deep.
    Deep,
    /// `id` is missing.
    NoId,
}

/// Text that shows as something else, or does something, where it is not shown as text.
const HOSTILE: &str = "<img src=x onerror=alert(1)>\u{202e}gnp.exe\u{2066}\u{200b}\u{7}</script>\
                       <script>alert(2)</script>&lt;b&gt;{{7*7}}";

/// Holds the place of what cannot be written as a JSON value here.
const PLACE: &str = "to-be-replaced";

const LONG_NAME_LENGTH: usize = 5000;
const MANY_RESOURCES: usize = 200;
const DEPTH: usize = 10_000;

/// The body of an answer with this checkpoint.
pub(super) fn body(checkpoint: &Checkpoint, oddity: Oddity) -> Vec<u8> {
    let mut answer = checkpoint.body();
    let server = answer["checkpoint"]["protection_plan"]["resources"][0]["id"].clone();
    let inner = &mut answer["checkpoint"];
    match oddity {
        Oddity::Minimal => keep_two_keys(inner, None),
        Oddity::Nulls => keep_two_keys(inner, Some(&Value::Null)),
        Oddity::Status(status) => inner["status"] = json!(status),
        Oddity::ExtraInfoJson => set_extra_info(inner, r#"{"backup_type":"full","retry":0}"#),
        Oddity::ExtraInfoText => set_extra_info(inner, "started by hand, second attempt"),
        Oddity::GraphJson => inner["resource_graph"] = json!(graph(&server)),
        Oddity::GraphTwice => {
            inner["resource_graph"] = json!(Value::String(graph(&server)).to_string());
        }
        Oddity::GraphQuotes => inner["resource_graph"] = json!(graph(&server).replace('"', "'")),
        Oddity::Numbers => {
            let numbers = json!({ "progress": "12", "size": 1024.5, "average_speed": null });
            inner["extra_info"] = numbers.clone();
            inner["protection_plan"]["resources"][0]["extra_info"] = numbers;
        }
        Oddity::CreatedAt(text) => inner["created_at"] = json!(text),
        Oddity::UnknownKeys => {
            inner["consistency_level"] = json!("crash");
            inner["protection_plan"]["provider_id"] = json!("fc4d5750-22e7-4798-8a46-f48f62c4c1da");
            inner["protection_plan"]["resources"][0]["region"] = json!({ "name": "eu-de" });
            answer["links"] = json!([{ "rel": "self", "href": "https://csbs.example/v1" }]);
        }
        Oddity::LongNames => {
            inner["protection_plan"]["name"] = json!("plan ".repeat(LONG_NAME_LENGTH / 5));
            inner["protection_plan"]["resources"][0]["name"] = json!("n".repeat(LONG_NAME_LENGTH));
        }
        Oddity::Hostile => {
            inner["resource_graph"] = json!(HOSTILE);
            inner["extra_info"] = json!(HOSTILE);
            inner["protection_plan"]["name"] = json!(HOSTILE);
            inner["protection_plan"]["resources"][0]["name"] = json!(HOSTILE);
            inner["protection_plan"]["resources"][0]["type"] = json!(HOSTILE);
            inner["protection_plan"]["resources"][0]["extra_info"] = json!({ HOSTILE: HOSTILE });
        }
        Oddity::ManyResources => {
            let first = inner["protection_plan"]["resources"][0].clone();
            inner["protection_plan"]["resources"] = json!(vec![first; MANY_RESOURCES]);
        }
        Oddity::NotUtf8 => return with_broken_name(answer),
        Oddity::Deep => return with_deep_extra_info(answer),
        Oddity::NoId => drop(inner.as_object_mut().and_then(|inner| inner.remove("id"))),
    }
    answer.to_string().into_bytes()
}

/// Removes every key but `id` and `status`, or gives them another value.
fn keep_two_keys(checkpoint: &mut Value, instead: Option<&Value>) {
    let Some(checkpoint) = checkpoint.as_object_mut() else {
        return;
    };
    checkpoint.retain(|key, value| {
        if matches!(key.as_str(), "id" | "status") {
            return true;
        }
        if let Some(instead) = instead {
            *value = instead.clone();
        }
        instead.is_some()
    });
}

fn set_extra_info(checkpoint: &mut Value, text: &str) {
    checkpoint["extra_info"] = json!(text);
    checkpoint["protection_plan"]["resources"][0]["extra_info"] = json!(text);
}

/// A server with two disks in Karbor's notation: what each short id stands for, and which is in
/// which.
fn graph(server: &Value) -> String {
    json!([
        {
            "0x0": ["OS::Nova::Server", server, "web-01", {}],
            "0x1": ["OS::Cinder::Volume", "ee27f809-6fb5-40ae-ac46-c932bb4ee8fe", "system"],
            "0x2": ["OS::Cinder::Volume", "e7f48980-927c-48de-afd4-f0245d2e5100", "data"],
        },
        [["0x0", ["0x1", "0x2"]]],
    ])
    .to_string()
}

fn with_broken_name(mut answer: Value) -> Vec<u8> {
    answer["checkpoint"]["protection_plan"]["name"] = json!(PLACE);
    let mut bytes = answer.to_string().into_bytes();
    let place = PLACE.as_bytes();
    if let Some(start) = bytes.windows(place.len()).position(|window| window == place) {
        bytes[start..start + place.len()].fill(0xff);
    }
    bytes
}

/// Put together as text, since a tree this deep could not be dropped safely.
fn with_deep_extra_info(mut answer: Value) -> Vec<u8> {
    answer["checkpoint"]["extra_info"] = json!(PLACE);
    let deep = format!("{}{}", "[".repeat(DEPTH), "]".repeat(DEPTH));
    answer.to_string().replace(&json!(PLACE).to_string(), &deep).into_bytes()
}
