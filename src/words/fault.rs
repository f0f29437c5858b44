//! What to change in a field: the same sentence in the summary and at the field.

use csbs::{Fault, Field, JsonKind, JsonMistake};

use super::{Words, say};

impl Words {
    /// The sentence for a fault of a field.
    #[must_use]
    pub fn fault(self, field: Field, fault: &Fault) -> String {
        match fault {
            Fault::Empty => self.empty(field),
            Fault::TooLong { limit, count } => {
                let field = self.field(field);
                let excess = count - limit;
                say!(
                    self,
                    fault.too_long,
                    field = field,
                    limit = *limit,
                    count = *count,
                    excess = excess
                )
            }
            Fault::Character { found, after } => self.wrong_character(field, *found, after),
            Fault::NotAUuid => say!(self, fault.server_no_uuid).into(),
            Fault::SeveralUuids { count } => {
                say!(self, fault.server_several, count = *count)
            }
            Fault::NotAllUuids { count, first, line } => {
                let (count, first, line) = (*count, first.as_str(), *line);
                if count == 1 {
                    say!(self, fault.server_not_id, piece = first, line = line)
                } else {
                    say!(self, fault.servers_not_ids, count = count, piece = first, line = line)
                }
            }
            Fault::TooManyServers { limit, count } => {
                let excess = count - limit;
                say!(self, fault.too_many_servers, limit = *limit, count = *count, excess = excess)
            }
            Fault::DuplicateKey { first } => {
                let field = self.field(field);
                say!(self, fault.duplicate_key, field = field, first = *first)
            }
            Fault::TooManyTags { limit, count } => {
                let excess = count - limit;
                say!(self, fault.too_many_tags, limit = *limit, count = *count, excess = excess)
            }
            Fault::JsonSyntax { line, column, reason } => {
                let field = self.field(field);
                let reason = self.json_mistake(*reason);
                say!(
                    self,
                    fault.json_syntax,
                    field = field,
                    line = *line,
                    column = *column,
                    reason = reason
                )
            }
            Fault::NotAnObject { found } => {
                let field = self.field(field);
                let kind = self.json_kind(*found);
                say!(self, fault.json_not_object, field = field, kind = kind)
            }
            Fault::DuplicateJsonKey { key, line, column } => {
                let field = self.field(field);
                say!(
                    self,
                    fault.json_duplicate_key,
                    field = field,
                    key = key.as_str(),
                    line = *line,
                    column = *column
                )
            }
        }
    }

    fn empty(self, field: Field) -> String {
        match field {
            Field::Token => say!(self, fault.token_empty).into(),
            Field::ProjectId => say!(self, fault.project_empty).into(),
            Field::ResourceId => say!(self, fault.server_empty).into(),
            Field::TagKey(_) => {
                let field = self.field(field);
                say!(self, fault.key_empty, field = field)
            }
            _ => {
                let field = self.field(field);
                say!(self, fault.empty, field = field)
            }
        }
    }

    fn wrong_character(self, field: Field, found: char, after: &str) -> String {
        let character = self.character(found);
        if field == Field::Token {
            return say!(self, fault.token_character, character = character);
        }
        let name = self.field(field);
        let rule = if field == Field::Description {
            say!(self, fault.no_angle_brackets, field = name)
        } else {
            say!(self, fault.names_only, field = name)
        };
        let remove = if after.is_empty() {
            say!(self, fault.remove_first, character = character)
        } else {
            say!(self, fault.remove_after, character = character, after = after)
        };
        // A person who sees a letter refused wants to know what counts as one.
        let letters = if is_foreign_letter(found) { say!(self, fault.letters) } else { "" };
        [&rule, letters, &remove].into_iter().filter(|part| !part.is_empty()).fold(
            String::new(),
            |mut sentence, part| {
                if !sentence.is_empty() {
                    sentence.push(' ');
                }
                sentence.push_str(part);
                sentence
            },
        )
    }

    fn json_mistake(self, mistake: JsonMistake) -> String {
        match mistake {
            JsonMistake::Unfinished => say!(self, json.mistake.unfinished).into(),
            JsonMistake::QuotationMark { found } => {
                let character = self.character(found);
                say!(self, json.mistake.quotation_mark, character = character)
            }
            JsonMistake::Unquoted => say!(self, json.mistake.unquoted).into(),
            JsonMistake::MissingColon => say!(self, json.mistake.missing_colon).into(),
            JsonMistake::MissingComma => say!(self, json.mistake.missing_comma).into(),
            JsonMistake::TrailingComma => say!(self, json.mistake.trailing_comma).into(),
            JsonMistake::Number => say!(self, json.mistake.number).into(),
            JsonMistake::Escape => say!(self, json.mistake.escape).into(),
            JsonMistake::ControlCharacter { found } => {
                let character = self.character(found);
                say!(self, json.mistake.control_character, character = character)
            }
            JsonMistake::AfterTheEnd => say!(self, json.mistake.after_the_end).into(),
            JsonMistake::Unexpected { found } => {
                let character = self.character(found);
                say!(self, json.mistake.unexpected, character = character)
            }
        }
    }

    fn json_kind(self, kind: JsonKind) -> &'static str {
        match kind {
            JsonKind::Array => say!(self, json.kind.array),
            JsonKind::Text => say!(self, json.kind.text),
            JsonKind::Number => say!(self, json.kind.number),
            JsonKind::Boolean => say!(self, json.kind.boolean),
            // An object is never reported as not being one.
            JsonKind::Null | JsonKind::Object => say!(self, json.kind.null),
        }
    }
}

/// A letter of another alphabet, roughly: from `À` on to the last living script, without symbols.
/// The exact table would weigh more than all faults together, to choose one friendly sentence.
fn is_foreign_letter(character: char) -> bool {
    matches!(character,
        'À'..='\u{1fff}' | '\u{2c00}'..='\u{2dff}' | '\u{3040}'..='\u{d7ff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_says_what_to_change_and_where() {
        let table = [
            (
                Field::BackupName,
                Fault::Character { found: ' ', after: "db".into() },
                "Backup name can contain only letters, digits, - and _. \
                 Remove the space after “db”.",
            ),
            (
                Field::BackupName,
                Fault::Character { found: 'ä', after: String::new() },
                "Backup name can contain only letters, digits, - and _. \
                 Letters are a to z and A to Z. Remove “ä” at the start.",
            ),
            (
                Field::Description,
                Fault::Character { found: '<', after: "a ".into() },
                "Description can contain anything but < and >. Remove “<” after “a ”.",
            ),
            (
                Field::TagKey(1),
                Fault::TooLong { limit: 36, count: 40 },
                "Key of tag 2 must have 36 characters or fewer. It has 40: remove 4.",
            ),
            (
                Field::TagKey(2),
                Fault::DuplicateKey { first: 1 },
                "Key of tag 3 is the same as that of tag 1. Change one of them.",
            ),
            (Field::Token, Fault::Empty, "Enter a token."),
        ];
        for (field, fault, sentence) in table {
            assert_eq!(Words::default().fault(field, &fault), sentence, "{field:?} {fault:?}");
        }
    }
}
