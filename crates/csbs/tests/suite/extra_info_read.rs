//! Reader's rule 2: `extra_info` of an answer is an object, a text, null or absent.

use csbs::ExtraInfoRead::{self, Json, Text};
use csbs::wire::read_checkpoint;

fn read(extra_info: &str) -> (Option<ExtraInfoRead>, Option<ExtraInfoRead>) {
    let body = format!(
        r#"{{"checkpoint": {{"id": "c", "status": "error", "extra_info": {extra_info},
            "protection_plan": {{"resources": [{{"extra_info": {extra_info}}}]}}}}}}"#
    );
    let mut checkpoint = read_checkpoint(&body).unwrap();
    let mut plan = checkpoint.protection_plan.take().unwrap();
    (checkpoint.extra_info, plan.resources.remove(0).extra_info)
}

#[test]
fn rule_2_objects_and_texts_read_alike_at_the_top_and_inside_a_resource() {
    let json = |text: &str| Some(Json(text.into()));
    let text = |text: &str| Some(Text(text.into()));
    for (extra_info, expected) in [
        ("null", None),
        (r#""""#, None),
        ("{}", json("{}")),
        (r#"{"b":1.0,"a":[]}"#, json("{\n  \"b\": 1.0,\n  \"a\": []\n}")),
        ("[1]", json("[\n  1\n]")),
        ("7.50", json("7.50")),
        (r#""{}""#, json("{}")),
        (r#"" {\"b\":1,\"a\":2} ""#, json("{\n  \"b\": 1,\n  \"a\": 2\n}")),
        (r#""\"{\\\"a\\\":1}\"""#, json("{\n  \"a\": 1\n}")),
        (r#""plain text""#, text("plain text")),
        (r#""{'a': 1}""#, text("{'a': 1}")),
        (r#""{broken""#, text("{broken")),
        (r#""42""#, text("42")),
        (r#""true""#, text("true")),
        (r#""null""#, text("null")),
    ] {
        assert_eq!(read(extra_info), (expected.clone(), expected), "{extra_info}");
    }
}

#[test]
fn what_is_nested_too_deep_to_indent_is_shown_as_it_came() {
    let deep = format!("{}{}", "[".repeat(2_000), "]".repeat(2_000));
    assert_eq!(read(&deep).0, Some(Json(deep)));
}
