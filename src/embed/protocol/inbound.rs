//! What a portal says to the console.

use csbs::json::{Json, JsonKind, Object};
use csbs::{LinkRead, MAX_TAGS, ResourceId, ServerIds, Token, read_link, text};
use csbs_theme::{Brand, Scheme};
use zeroize::Zeroizing;

use super::{Refused, VERSION};

/// How long a message may be, in UTF-16 units, which is what a browser counts at once.
///
/// The longest with a meaning: a token of 32 kB, which is what nginx of `deploy/` takes of a header
/// (Caddy takes more), and 500 ids of servers, which are 20 kB. This is twice as much.
pub const MAX_LENGTH: u32 = 64 * 1024;

/// What a portal says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inbound {
    /// The portal is there: nothing else is heard before, and nothing is shown.
    Hello,
    /// Values to fill in, read as those of a link to the page are.
    Prefill(LinkRead),
    /// The servers to back up, in place of those in the form.
    Servers(ServerIds),
    /// The token to call the service with.
    Token(Token),
    /// The scheme of colours that the portal has; `None` is that of the system.
    Theme(Option<Scheme>),
    /// What the portal makes of the looks of the page.
    Brand(Brand),
    /// The language that the portal has, as a tag such as `de-CH`.
    Language(String),
    /// The portal's developer wants to know what was ignored.
    Diagnostic,
}

/// Reads a message.
///
/// # Errors
///
/// Why it is ignored.
pub fn read(message: &str) -> Result<Inbound, Refused> {
    let json = Json::parse(message).map_err(|_| Refused::Malformed)?;
    let object = json.object().ok_or(Refused::Malformed)?;
    let mut keys: Vec<String> = object.all().map(|(key, _)| key).collect();
    keys.sort_unstable();
    if keys.windows(2).any(|pair| matches!(pair, [one, next] if one == next)) {
        return Err(Refused::Malformed);
    }
    if object.get("csbs").map(Json::as_str) != Some(VERSION) {
        return Err(Refused::Version);
    }
    let kind = object.get("type").and_then(of_text).ok_or(Refused::UnknownType)?;
    let may_have = |known: &[&str]| {
        let is_known = |key: &String| matches!(&**key, "csbs" | "type") || known.contains(&&**key);
        if keys.iter().all(is_known) { Ok(()) } else { Err(Refused::UnknownKey) }
    };
    match kind.as_str() {
        "hello" => may_have(&[]).map(|()| Inbound::Hello),
        "diagnostic" => may_have(&[]).map(|()| Inbound::Diagnostic),
        "prefill" => may_have(&["fields"]).and_then(|()| prefill(&object)),
        "servers" => may_have(&["ids"]).and_then(|()| servers(&object)),
        "token" => may_have(&["token"]).and_then(|()| token(&object)),
        "theme" => may_have(&["scheme"]).and_then(|()| theme(&object)),
        "brand" => may_have(&["brand"]).and_then(|()| brand(&object)),
        "language" => may_have(&["tag"]).and_then(|()| language(&object)),
        _ => Err(Refused::UnknownType),
    }
}

/// The content of a JSON text, which may be empty; `None` when it is something else.
fn of_text(value: Json<'_>) -> Option<String> {
    (value.kind() == JsonKind::Text).then(|| value.text().unwrap_or_default())
}

/// The texts of an array that has nothing else.
fn of_texts(value: Json<'_>, at_most: usize) -> Option<Vec<String>> {
    let texts: Option<Vec<String>> = value.elements().into_iter().map(of_text).collect();
    texts.filter(|texts| value.kind() == JsonKind::Array && texts.len() <= at_most)
}

fn prefill(object: &Object<'_>) -> Result<Inbound, Refused> {
    let fields = object.object("fields").ok_or(Refused::Value)?;
    let mut pairs: Vec<(String, String)> = Vec::new();
    for (key, value) in fields.all() {
        if pairs.iter().any(|(known, _)| *known == key) {
            return Err(Refused::Malformed);
        }
        let values = match key.as_str() {
            "project_id" | "name" | "description" => of_text(value).map(|text| vec![text]),
            "type" => of_text(value)
                .filter(|text| matches!(&**text, "incremental" | "full"))
                .map(|text| vec![text]),
            "resource_id" => of_texts(value, ServerIds::LIMIT),
            "tag" => of_texts(value, MAX_TAGS).filter(|tags| tags.iter().all(|tag| has_key(tag))),
            _ => return Err(Refused::UnknownKey),
        };
        let values = values.ok_or(Refused::Value)?;
        pairs.extend(values.into_iter().map(|value| (key.clone(), value)));
    }
    let read = read_link(&pairs);
    if read.not_understood.is_empty() { Ok(Inbound::Prefill(read)) } else { Err(Refused::Value) }
}

fn has_key(tag: &str) -> bool {
    let key = tag.split_once(':').map_or(tag, |(key, _)| key);
    !text::trim(key).is_empty()
}

fn servers(object: &Object<'_>) -> Result<Inbound, Refused> {
    let ids = object.get("ids").and_then(|ids| of_texts(ids, ServerIds::LIMIT));
    // People paste ids in many ways; a program has only one.
    let exactly = |id: &String| {
        ResourceId::parse(id).ok().filter(|read| read.as_str().eq_ignore_ascii_case(id))
    };
    let ids: Option<Vec<ResourceId>> = ids.and_then(|ids| ids.iter().map(exactly).collect());
    ids.map(|ids| Inbound::Servers(ServerIds::of(&ids))).ok_or(Refused::Value)
}

/// What is in memory of the token besides the result is wiped; the message itself is not ours.
fn token(object: &Object<'_>) -> Result<Inbound, Refused> {
    let typed = object.get("token").and_then(of_text).map(Zeroizing::new);
    let token = typed.and_then(|typed| Token::parse(&typed).ok());
    token.map(Inbound::Token).ok_or(Refused::Value)
}

fn theme(object: &Object<'_>) -> Result<Inbound, Refused> {
    let name = object.get("scheme").and_then(of_text).ok_or(Refused::Value)?;
    let scheme = Scheme::named(&name);
    let is_known = scheme.is_some() || name == "system";
    is_known.then_some(Inbound::Theme(scheme)).ok_or(Refused::Value)
}

fn brand(object: &Object<'_>) -> Result<Inbound, Refused> {
    let brand = object.get("brand").and_then(Json::object).ok_or(Refused::Value)?;
    Brand::read(&brand).map(Inbound::Brand).map_err(|_| Refused::Value)
}

fn language(object: &Object<'_>) -> Result<Inbound, Refused> {
    let tag = object.get("tag").and_then(of_text).filter(|tag| is_tag(tag));
    tag.map(Inbound::Language).ok_or(Refused::Value)
}

/// Whether a text has the form of a BCP 47 tag: subtags of up to eight letters and digits between
/// hyphens, the first of them two or three letters. 35 characters hold every tag that is in use.
fn is_tag(tag: &str) -> bool {
    let mut subtags = tag.split('-');
    let first = subtags.next().unwrap_or_default();
    let is_language =
        (2..=3).contains(&first.len()) && first.bytes().all(|byte| byte.is_ascii_alphabetic());
    let is_subtag = |subtag: &str| {
        (1..=8).contains(&subtag.len()) && subtag.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    is_language && tag.len() <= 35 && subtags.all(is_subtag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_portal_says_is_read_into_values() {
        let id = "9506416d-db6c-406e-8bca-c0f43793d914";
        let upper = id.to_uppercase();
        let table = [
            (r#"{"csbs":1,"type":"hello"}"#.to_owned(), Inbound::Hello),
            (r#"{"type":"diagnostic","csbs":1}"#.to_owned(), Inbound::Diagnostic),
            (
                format!(r#"{{"csbs":1,"type":"servers","ids":["{upper}","{id}"]}}"#),
                Inbound::Servers(ServerIds::of(&[ResourceId::parse(id).unwrap()])),
            ),
            (
                r#"{"csbs":1,"type":"token","token":"g\u0041AA"}"#.to_owned(),
                Inbound::Token(Token::parse("gAAA").unwrap()),
            ),
            (
                r#"{"csbs":1,"type":"theme","scheme":"dark"}"#.to_owned(),
                Inbound::Theme(Some(Scheme::Dark)),
            ),
            (r#"{"csbs":1,"type":"theme","scheme":"system"}"#.to_owned(), Inbound::Theme(None)),
            (
                r#"{"csbs":1,"type":"brand","brand":{"border_radius":8}}"#.to_owned(),
                Inbound::Brand(Brand { border_radius: Some(8), ..Brand::default() }),
            ),
            (
                r#"{"csbs":1,"type":"language","tag":"de-CH"}"#.to_owned(),
                Inbound::Language("de-CH".to_owned()),
            ),
        ];
        for (message, expected) in table {
            assert_eq!(read(&message), Ok(expected), "{message}");
        }
    }

    #[test]
    fn values_to_fill_in_are_those_of_a_link() {
        let message = r#"{"csbs":1,"type":"prefill","fields":{"name":"nightly","tag":["a:b","c"],
            "resource_id":["x","y"],"type":"full","description":" "}}"#;
        let Ok(Inbound::Prefill(read)) = read(message) else {
            panic!("refused");
        };
        assert_eq!(read.draft.backup_name, "nightly");
        assert_eq!(read.draft.resource_id, "x\ny");
        assert_eq!(read.draft.tags.len(), 2);
        assert!(!read.filled.contains(&csbs::LinkKey::Description));
    }

    #[test]
    fn the_longest_messages_with_a_meaning_fit() {
        let ids = vec!["\"9506416d-db6c-406e-8bca-c0f43793d914\""; ServerIds::LIMIT].join(",");
        let message = format!(r#"{{"csbs":1,"type":"servers","ids":[{ids}]}}"#);
        assert!(message.len() < MAX_LENGTH as usize / 3);
        assert!(read(&message).is_ok());
        let more = message.replace("[\"", "[\"9506416d-db6c-406e-8bca-c0f43793d914\",\"");
        assert_eq!(read(&more), Err(Refused::Value));
    }

    #[test]
    fn a_token_is_not_in_what_is_written_about_it() {
        let read = read(r#"{"csbs":1,"type":"token","token":"gAAAAsecret"}"#);
        assert!(!format!("{read:?}").contains("secret"));
    }
}
