//! `description`: Table 3, second row.

use csbs::{Description, Fault};

#[test]
fn any_text_without_angle_brackets_is_a_description() {
    for typed in
        ["backup des", "Vor dem Umzug – größer als 5 %, \"alles\" & mehr", "行1\n行2", "\0"]
    {
        let description = Description::parse(typed);
        assert_eq!(description.as_ref().map(Description::as_str), Ok(typed));
    }
}

#[test]
fn angle_brackets_are_named_with_what_stands_before_them() {
    for (typed, found, after) in
        [("<b>", '<', ""), ("a > b", '>', "a "), ("before the move\n-> ok", '>', "e the move\n-")]
    {
        let expected = Fault::Character { found, after: after.to_owned() };
        assert_eq!(Description::parse(typed), Err(expected), "{typed:?}");
    }
}

#[test]
fn the_limit_counts_characters_and_not_bytes() {
    let longest = "ä😀\n".repeat(84) + "abc";
    assert_eq!(longest.chars().count(), 255);
    assert_eq!(Description::parse(&longest).unwrap().as_str(), longest);
    assert_eq!(
        Description::parse(&(longest + "d")),
        Err(Fault::TooLong { limit: 255, count: 256 })
    );
}

#[test]
fn surrounding_space_and_line_breaks_are_dropped() {
    let description = Description::parse("\n  first\n\n second \n").unwrap();
    assert_eq!(description.as_str(), "first\n\n second");
}

#[test]
fn a_blank_description_is_not_sent_and_an_empty_one_is_allowed() {
    for typed in ["", " \n "] {
        assert_eq!(Description::read(typed), Ok(None), "{typed:?}");
        assert_eq!(Description::parse(typed).unwrap().as_str(), "", "{typed:?}");
    }
}
