//! Why a message was ignored, and how often each of it has happened.

use csbs::json::{write_object, write_text};

/// Why a message was ignored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// It came from a window that is not the one around this page.
    Source,
    /// It came from an origin that is not listed, or not the one that said hello.
    Origin,
    /// It is not a text.
    NotText,
    /// It is longer than any message has to be.
    TooLarge,
    /// It is not a JSON object, or has a key twice.
    Malformed,
    /// It is not of this version of the protocol, or of no version at all.
    Version,
    /// Its type is not known.
    UnknownType,
    /// It has a key that messages of its type do not have.
    UnknownKey,
    /// A key has a value that it cannot have, or is missing.
    Value,
    /// It came before the hello.
    Early,
    /// The form cannot be changed now, because a request is under way.
    Busy,
    /// The operator does not offer what it asks for.
    NotOffered,
    /// It asks for a language that the console does not speak.
    Language,
}

impl Refused {
    /// All of them, in the order of their names in a diagnostic.
    pub const ALL: [Self; 13] = [
        Self::Source,
        Self::Origin,
        Self::NotText,
        Self::TooLarge,
        Self::Malformed,
        Self::Version,
        Self::UnknownType,
        Self::UnknownKey,
        Self::Value,
        Self::Early,
        Self::Busy,
        Self::NotOffered,
        Self::Language,
    ];

    /// Its name in a diagnostic.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Origin => "origin",
            Self::NotText => "not-text",
            Self::TooLarge => "too-large",
            Self::Malformed => "malformed",
            Self::Version => "version",
            Self::UnknownType => "unknown-type",
            Self::UnknownKey => "unknown-key",
            Self::Value => "value",
            Self::Early => "early",
            Self::Busy => "busy",
            Self::NotOffered => "not-offered",
            Self::Language => "language",
        }
    }
}

/// How many messages were accepted, and how many were ignored for each reason. Counting one takes
/// the same time however many there were.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Counts {
    accepted: u32,
    refused: [u32; Refused::ALL.len()],
}

impl Counts {
    /// One more message, and what became of it.
    pub fn note(&mut self, outcome: Result<(), Refused>) {
        let count = match outcome {
            Ok(()) => Some(&mut self.accepted),
            Err(why) => self.refused.get_mut(why as usize),
        };
        if let Some(count) = count {
            *count = count.saturating_add(1);
        }
    }

    /// How many were ignored for this reason.
    #[must_use]
    pub fn of(&self, why: Refused) -> u32 {
        self.refused.get(why as usize).copied().unwrap_or_default()
    }

    /// How many were accepted.
    #[must_use]
    pub fn accepted(&self) -> u32 {
        self.accepted
    }

    /// How many were ignored.
    #[must_use]
    pub fn ignored(&self) -> u32 {
        self.refused.iter().fold(0, |sum, count| sum.saturating_add(*count))
    }

    /// The reasons that there were, as the JSON of a diagnostic.
    #[must_use]
    pub fn to_json(&self) -> String {
        let counted = Refused::ALL.map(|why| {
            let count = self.of(why);
            (why.as_str(), (count > 0).then(|| count.to_string()))
        });
        write_object(&counted)
    }
}

/// A text of a message that is written.
pub(super) fn text(value: &str) -> Option<String> {
    Some(write_text(value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_reason_has_a_count_of_its_own() {
        for (place, why) in Refused::ALL.into_iter().enumerate() {
            let mut counts = Counts::default();
            assert_eq!(why as usize, place, "{}", why.as_str());
            counts.note(Err(why));
            counts.note(Err(why));
            counts.note(Ok(()));
            assert_eq!(counts.to_json(), format!(r#"{{"{}":2}}"#, why.as_str()));
            assert_eq!((counts.accepted(), counts.ignored(), counts.of(why)), (1, 2, 2));
        }
    }

    #[test]
    fn a_count_stops_at_its_end() {
        let mut counts = Counts { accepted: u32::MAX, ..Counts::default() };
        counts.note(Ok(()));
        assert_eq!(counts.accepted(), u32::MAX);
    }
}
