//! When a problem is shown. Problems are always computed; showing one is a separate decision:
//! late to punish, early to forgive.

use csbs::Fault;

/// What the person has done with a field so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Seen {
    /// Its text was changed at least once.
    pub changed: bool,
    /// It was left at least once after it had been changed.
    pub left: bool,
}

impl Seen {
    /// The field's text has just been changed.
    #[must_use]
    pub fn after_change(self) -> Self {
        Self { changed: true, ..self }
    }

    /// The field has just lost the focus.
    #[must_use]
    pub fn after_leaving(self) -> Self {
        Self { left: self.left || self.changed, ..self }
    }
}

/// Whether a field's fault is shown: at once if typing more cannot cure it, otherwise when the
/// field was changed and left, or after the first attempt to submit.
#[must_use]
pub fn is_shown(fault: &Fault, seen: Seen, attempted: bool) -> bool {
    attempted || seen.left || fault.is_certain()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_field_is_reproached_only_after_it_was_changed_and_left_or_on_submit() {
        let untouched = Seen::default();
        let visited = untouched.after_leaving();
        let typing = untouched.after_change();
        let left = typing.after_leaving();
        let table = [
            (untouched, false, false),
            (visited, false, false),
            (typing, false, false),
            (left, false, true),
            (left.after_change(), false, true),
            (untouched, true, true),
        ];
        for (seen, attempted, shown) in table {
            assert_eq!(is_shown(&Fault::Empty, seen, attempted), shown, "{seen:?} {attempted}");
        }
    }

    #[test]
    fn what_typing_cannot_cure_is_shown_at_once() {
        let fault = Fault::TooLong { limit: 36, count: 37 };
        assert!(is_shown(&fault, Seen::default().after_change(), false));
    }
}
