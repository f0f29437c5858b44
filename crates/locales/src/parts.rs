//! What of the words is needed before anybody has begun to fill in the form.
//!
//! The program comes in two files, and so do the words of a language: the first ones with the page,
//! the others with the rest of the program.

use crate::read::Sentence;

/// The groups and single keys that the first file of the program names.
const FIRST: [&str; 54] = [
    "action",
    "advanced.legend",
    "amount.list",
    "backup",
    "connection.not_begun",
    "connection.test",
    "counter",
    "destination.own",
    "failure.not_sent",
    "failure.unprepared",
    "fault.unexplained",
    "field",
    "language",
    "page",
    "request",
    "result.heading",
    "result.none",
    "result.sending",
    "result.sending_hint",
    "result.started_already",
    "servers.addresses",
    "servers.check",
    "servers.check_asking",
    "servers.check_before_hint",
    "servers.choose",
    "servers.link_not_read",
    "servers.not_loaded",
    "sign_in.bar",
    "sign_in.code",
    "sign_in.code_hint",
    "sign_in.domain",
    "sign_in.domain_hint",
    "sign_in.failed",
    "sign_in.nobody",
    "sign_in.password",
    "sign_in.password_hint",
    "sign_in.proxy_note",
    "sign_in.submit",
    "sign_in.submitting",
    "sign_in.unprepared",
    "sign_in.user",
    "sign_in.way_password",
    "sign_in.way_proxy",
    "sign_in.way_token",
    "sign_in.ways",
    "sign_in.with_proxy",
    "sign_in.with_token",
    "summary",
    "tags.add",
    "tags.full",
    "tags.hint",
    "tags.legend",
    "target",
    "token",
];

/// Whether a sentence comes with the page.
pub(crate) fn is_first(sentence: &Sentence) -> bool {
    let key = sentence.key.as_str();
    FIRST.iter().any(|name| {
        key.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Text;

    #[test]
    fn groups_and_single_keys_are_told_from_longer_names() {
        for (key, first) in [
            ("page.title", true),
            ("sign_in.code", true),
            ("sign_in.code_digits", false),
            ("sign_in.session", false),
            ("pages.title", false),
        ] {
            let sentence = Sentence { key: key.into(), text: Text::Plain(String::new()) };
            assert_eq!(is_first(&sentence), first, "{key}");
        }
    }
}
