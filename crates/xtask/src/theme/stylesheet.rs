//! A stylesheet as its declarations, as far as this project's own files go.

/// One `property: value`.
#[derive(Debug, PartialEq)]
pub(crate) struct Declaration {
    /// The line it begins in, from 1.
    pub(crate) line: usize,
    /// What it stands in, from the outside: at-rules and selectors.
    pub(crate) within: Vec<String>,
    /// Its name.
    pub(crate) property: String,
    /// Its value, with single spaces.
    pub(crate) value: String,
    /// The comment right before it.
    pub(crate) about: Option<String>,
}

/// All declarations in order.
pub(crate) fn declarations(css: &str) -> Vec<Declaration> {
    let mut reader = Reader { line: 1, ..Reader::default() };
    let mut rest = css;
    while let Some(character) = rest.chars().next() {
        let length = if rest.starts_with("/*") {
            let length = rest.find("*/").map_or(rest.len(), |end| end + 2);
            let comment = rest.get(2..length - 2).unwrap_or_default();
            reader.about = Some(words(comment));
            length
        } else if character == '"' {
            let inside = rest.get(1..).unwrap_or_default();
            let length = inside.find('"').map_or(rest.len(), |end| end + 2);
            reader.take(rest.get(..length).unwrap_or_default());
            length
        } else {
            reader.read(character);
            character.len_utf8()
        };
        let (read, left) = rest.split_at(length);
        reader.line += read.matches('\n').count();
        rest = left;
    }
    reader.found
}

#[derive(Default)]
struct Reader {
    line: usize,
    begun_at: usize,
    within: Vec<String>,
    text: String,
    about: Option<String>,
    found: Vec<Declaration>,
}

impl Reader {
    fn read(&mut self, character: char) {
        match character {
            '{' => {
                let prelude = words(&std::mem::take(&mut self.text));
                self.within.push(prelude);
                self.about = None;
            }
            ';' => self.end(),
            '}' => {
                self.end();
                self.within.pop();
            }
            _ => self.take(character.encode_utf8(&mut [0; 4])),
        }
    }

    fn take(&mut self, text: &str) {
        if self.text.trim().is_empty() {
            self.begun_at = self.line;
        }
        self.text.push_str(text);
    }

    fn end(&mut self) {
        let text = std::mem::take(&mut self.text);
        let about = self.about.take();
        let Some((property, value)) = text.split_once(':') else {
            return;
        };
        self.found.push(Declaration {
            line: self.begun_at,
            within: self.within.clone(),
            property: property.trim().to_owned(),
            value: words(value),
            about,
        });
    }
}

/// The text with single spaces.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::declarations;

    #[test]
    fn a_declaration_knows_its_line_what_it_stands_in_and_what_is_said_of_it() {
        let css = "@layer a, b;\n@media print {\n  .x:not(.y) {\n    /* What\n       it is. */\n    \
                   color:\n      red;\n    content: \";}\"\n  }\n  --a: ;\n}\n";
        let read: Vec<_> = declarations(css)
            .into_iter()
            .map(|it| (it.line, it.within.join(" / "), it.property, it.value, it.about))
            .collect();
        let own = |text: &str| text.to_owned();
        let inside = || own("@media print / .x:not(.y)");
        assert_eq!(
            read,
            [
                (6, inside(), own("color"), own("red"), Some(own("What it is."))),
                (8, inside(), own("content"), own("\";}\""), None),
                (10, own("@media print"), own("--a"), own(""), None),
            ]
        );
    }
}
