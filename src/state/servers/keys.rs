//! What the keys mean in a list of which several rows can be chosen, as the pattern of such lists
//! has it: one key, one intent.

use super::Step;

/// What a key is pressed for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Intent {
    /// To move the cursor.
    Move(Step),
    /// To move the cursor and choose where it comes.
    Take(Step),
    /// To move the cursor and choose all it passes, itself included.
    TakeTo(Step),
    /// To choose what the cursor is on, or to take it out.
    Toggle,
    /// To choose everything from the last chosen row to the cursor.
    TakeRange,
    /// To choose what the cursor is on, and be done.
    TakeAndClose,
    /// To choose everything found, or to take all of it out.
    All,
    /// To search.
    Search,
}

/// What is held down beside a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Held {
    /// Shift.
    pub shift: bool,
    /// Control, or Command on a Mac.
    pub control: bool,
    /// Alt.
    pub alt: bool,
}

/// What this key is pressed for, by the name that browsers give it; `None` when it is not for the
/// list.
#[must_use]
pub fn intent(key: &str, held: Held) -> Option<Intent> {
    let Held { shift, control, alt } = held;
    if alt {
        return None;
    }
    Some(match (key, shift, control) {
        ("ArrowUp", true, false) => Intent::Take(Step::Up),
        ("ArrowDown", true, false) => Intent::Take(Step::Down),
        ("Home", true, true) => Intent::TakeTo(Step::First),
        ("End", true, true) => Intent::TakeTo(Step::Last),
        ("a" | "A", false, true) => Intent::All,
        (_, _, true) => return None,
        ("ArrowUp", ..) => Intent::Move(Step::Up),
        ("ArrowDown", ..) => Intent::Move(Step::Down),
        ("PageUp", ..) => Intent::Move(Step::PageUp),
        ("PageDown", ..) => Intent::Move(Step::PageDown),
        ("Home", ..) => Intent::Move(Step::First),
        ("End", ..) => Intent::Move(Step::Last),
        ("Enter", ..) => Intent::TakeAndClose,
        (" ", true, _) => Intent::TakeRange,
        (" ", false, _) => Intent::Toggle,
        _ if key.chars().count() == 1 => Intent::Search,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_key_has_its_meaning() {
        let table = [
            ("ArrowDown", "", Some(Intent::Move(Step::Down))),
            ("ArrowDown", "shift", Some(Intent::Take(Step::Down))),
            ("ArrowUp", "shift", Some(Intent::Take(Step::Up))),
            ("ArrowDown", "control", None),
            ("PageDown", "", Some(Intent::Move(Step::PageDown))),
            ("Home", "", Some(Intent::Move(Step::First))),
            ("Home", "control", None),
            ("Home", "control shift", Some(Intent::TakeTo(Step::First))),
            ("End", "control shift", Some(Intent::TakeTo(Step::Last))),
            (" ", "", Some(Intent::Toggle)),
            (" ", "shift", Some(Intent::TakeRange)),
            (" ", "control", None),
            ("Enter", "", Some(Intent::TakeAndClose)),
            ("a", "", Some(Intent::Search)),
            ("A", "shift", Some(Intent::Search)),
            ("a", "control", Some(Intent::All)),
            ("a", "control alt", None),
            ("ü", "", Some(Intent::Search)),
            ("c", "control", None),
            ("Tab", "", None),
            ("Escape", "", None),
            ("F5", "", None),
        ];
        for (key, held, meant) in table {
            let is = |name| held.split(' ').any(|one| one == name);
            let keys = Held { shift: is("shift"), control: is("control"), alt: is("alt") };
            assert_eq!(intent(key, keys), meant, "{held} {key:?}");
        }
    }
}
