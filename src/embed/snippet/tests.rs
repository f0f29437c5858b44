//! The code is what it says, whatever is in the form.

use csbs::{BackupType, Draft, DraftTag, link_pairs, read_link};
use proptest::prelude::*;
use serde_json::{Map, Value};

use super::super::protocol::{Inbound, read};
use super::*;

const SERVER: &str = "9506416d-db6c-406e-8bca-c0f43793d914";

fn snippet<'a>(pairs: &'a [(&'static str, String)]) -> Snippet<'a> {
    Snippet {
        console: "https://console.example/tools/",
        language: "de",
        title: "Sicherungen",
        way_out: "Die Konsole öffnen",
        pairs,
    }
}

/// What stands between the two in a text.
fn between<'a>(text: &'a str, before: &str, after: &str) -> Option<&'a str> {
    Some(text.split_once(before)?.1.split_once(after)?.0)
}

/// What the program takes for the content of the form.
fn fields(code: &str) -> Map<String, Value> {
    let object = between(code, "const fields = ", ";\n").unwrap();
    serde_json::from_str(object).unwrap()
}

/// The same of the pairs: a value each, or a list.
fn expected(pairs: &[(&'static str, String)]) -> Map<String, Value> {
    let mut fields = Map::new();
    for (key, value) in pairs {
        if matches!(*key, "resource_id" | "tag") {
            let list = fields.entry(*key).or_insert_with(|| Value::Array(Vec::new()));
            list.as_array_mut().unwrap().push(value.as_str().into());
        } else {
            fields.insert((*key).to_owned(), value.as_str().into());
        }
    }
    fields
}

#[test]
fn each_way_of_showing_the_console_has_its_code() {
    let draft = Draft {
        resource_id: SERVER.into(),
        backup_name: "nightly".into(),
        backup_type: BackupType::Full,
        tags: vec![
            DraftTag { key: "env".into(), value: "prod".into() },
            DraftTag { key: "team".into(), value: String::new() },
        ],
        ..Draft::default()
    };
    let pairs = link_pairs(&draft);
    let declared = format!(
        "  const fields = {{\n    \"resource_id\": [\"{SERVER}\"],\n    \"name\": \"nightly\",\n    \
         \"type\": \"full\",\n    \"tag\": [\n      \"env:prod\",\n      \"team:\"\n    ]\n  }};\n"
    );
    for (door, parts) in [
        (
            Door::Frame,
            [
                "<iframe id=\"csbs-console\" title=\"Sicherungen\" \
                 src=\"https://console.example/tools/\" allow=\"clipboard-write\"></iframe>\n",
                "      say(\"language\", { tag: \"de\" });\n      say(\"prefill\", { fields });\n",
            ],
        ),
        (
            Door::Element,
            [
                "<script src=\"https://console.example/tools/csbs-console-element.js\"></script>\n\
                 <csbs-console id=\"csbs-console\" language=\"de\" name=\"Sicherungen\">\n  \
                 <a href=\"https://console.example/tools/\">Die Konsole öffnen</a>\n",
                "  backups.prefill = fields;\n",
            ],
        ),
        (
            Door::Page,
            [
                "  import { mount } from \
                 \"https://console.example/tools/csbs-console-mount.js\";\n",
                "    language: \"de\",\n    prefill: fields,\n",
            ],
        ),
    ] {
        let code = snippet(&pairs).code(door).unwrap();
        for part in parts.into_iter().chain([declared.as_str()]) {
            assert!(code.contains(part), "{part} is not in\n{code}");
        }
    }
}

#[test]
fn an_empty_form_fills_in_nothing() {
    for door in Door::ALL {
        let code = snippet(&[]).code(door).unwrap();
        assert!(!code.contains("fields") && !code.contains("prefill"), "{code}");
    }
}

#[test]
fn a_form_with_more_than_a_message_may_have_has_no_code() {
    let of = |length: usize| [("description", "\"".repeat(length))];
    let around = snippet(&of(0)).message().len();
    // In a message, a quotation mark is two characters.
    let most = (MAX_LENGTH as usize - around) / 2;
    assert_eq!(snippet(&of(most)).message().len(), around + 2 * most);
    for door in Door::ALL {
        assert!(snippet(&of(most)).code(door).is_some());
        assert_eq!(snippet(&of(most + 1)).code(door), None);
    }
}

#[test]
fn the_policy_names_the_console() {
    let origin = "https://console.example";
    assert_eq!(Door::Frame.policy(origin), "frame-src https://console.example");
    assert_eq!(
        Door::Element.policy(origin),
        "script-src https://console.example; frame-src https://console.example"
    );
    assert!(Door::Page.policy(origin).starts_with("script-src 'self' 'wasm-unsafe-eval'"));
}

/// Texts with much in them that means something to a page, a program or a person.
fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        3 => any::<char>().prop_map(String::from),
        2 => "[a-z0-9 äöü_:=-]{1,6}",
        4 => prop::sample::select(vec![
            "\"", "'", "`", "\\", "${x}", "</script>", "</SCRIPT ", "<!--", "-->", "]]>", "&",
            "&amp;", "&quot;", "\n", "\r", "\0", "\u{2028}", "\u{2029}", "\u{202e}", "\u{2066}",
            "\u{200b}", "\u{feff}", ";\n", "};\n", "\\u0041", "const fields = ",
        ]).prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

fn drafts() -> impl Strategy<Value = Draft> {
    let tags = prop::collection::vec((texts(), texts()), 0..4);
    (texts(), texts(), texts(), texts(), tags).prop_map(
        |(project_id, resource_id, backup_name, description, tags)| Draft {
            project_id,
            resource_id,
            backup_name,
            description,
            tags: tags.into_iter().map(|(key, value)| DraftTag { key, value }).collect(),
            ..Draft::default()
        },
    )
}

proptest! {
    #[test]
    fn a_program_reads_a_literal_as_the_text_that_it_was_made_of(text in texts()) {
        let literal = in_script(&text);
        let read: String = serde_json::from_str(&literal).unwrap();
        prop_assert_eq!(&read, &text);
        prop_assert!(!literal.contains(['<', '>', '&', '\'', '\n', '\r']), "{}", literal);
        let is_hidden = |c: char| !matches!(c, '"' | '\\') && c.escape_debug().len() > 1;
        prop_assert!(!literal.contains(is_hidden), "{}", literal);
    }

    #[test]
    fn a_page_reads_words_as_they_are(words in texts()) {
        let written = in_attribute(&words);
        prop_assert!(!written.contains(['<', '>', '"', '\'']));
        let names = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
        let read = names.into_iter().fold(written, |text, (name, mark)| text.replace(name, mark));
        prop_assert_eq!(read, words);
    }

    #[test]
    fn whatever_is_in_the_form_the_code_has_it_and_nothing_else_of_it(draft in drafts()) {
        let pairs = link_pairs(&draft);
        prop_assume!(!pairs.is_empty());
        for door in Door::ALL {
            let code = snippet(&pairs).code(door).unwrap();
            prop_assert_eq!(fields(&code), expected(&pairs));
            // What is outside of the literals is the same as with nothing hostile in the form.
            let harmless: Vec<_> =
                pairs.iter().map(|(key, _)| (*key, "x".to_owned())).collect();
            let plain = snippet(&harmless).code(door).unwrap();
            for mark in ["<", ">", "&", "`", "script", "\n"] {
                let (in_code, in_plain) = (code.matches(mark).count(), plain.matches(mark).count());
                let typed: usize = match mark {
                    "`" | "script" => pairs.iter().map(|(_, v)| v.matches(mark).count()).sum(),
                    _ => 0,
                };
                prop_assert_eq!(in_code, in_plain + typed, "{}", mark);
            }
        }
    }

    #[test]
    fn the_console_understands_what_the_code_says(draft in drafts()) {
        let pairs = link_pairs(&draft);
        let owned: Vec<(String, String)> =
            pairs.iter().map(|(key, value)| ((*key).to_owned(), value.clone())).collect();
        prop_assert_eq!(read(&snippet(&pairs).message()), Ok(Inbound::Prefill(read_link(&owned))));
    }
}
