//! Pasted lines of `key=value` as tags.

use csbs::DraftTag;

/// The tags in a pasted text: every line that is not blank has to be `key=value`, otherwise the
/// text is no list of tags and is pasted as it is.
#[must_use]
pub fn tags(text: &str) -> Option<Vec<DraftTag>> {
    let lines: Option<Vec<DraftTag>> = text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| {
            let (key, value) = line.split_once('=')?;
            Some(DraftTag { key: key.trim().to_owned(), value: value.trim().to_owned() })
        })
        .collect();
    lines.filter(|lines| !lines.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_lines_of_key_and_value_become_tags() {
        let tag = |key: &str, value: &str| DraftTag { key: key.into(), value: value.into() };
        let table = [
            ("env=prod", Some(vec![tag("env", "prod")])),
            ("env = prod\r\n\n team=\n", Some(vec![tag("env", "prod"), tag("team", "")])),
            ("a=b=c", Some(vec![tag("a", "b=c")])),
            ("env", None),
            ("env=prod\nand more", None),
            (" \n", None),
            ("", None),
        ];
        for (text, tags) in table {
            assert_eq!(super::tags(text), tags, "{text:?}");
        }
    }
}
