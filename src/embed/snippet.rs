//! The code that the page of a portal takes over to show the console, with what is in the form:
//! pure.
//!
//! What a person has typed stands in it as a text of a program and can be nothing else, whoever
//! reads it: a browser that looks for the end of a script, a program, a person. A token or a
//! password cannot be in it: it is made of what a link to the form has.

mod text;

use csbs::LinkKey;
use csbs::json::{write_array, write_object, write_text};

use super::protocol::{MAX_LENGTH, VERSION};
use text::{in_attribute, in_script};

/// How the page shows the console.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Door {
    /// In a frame, with messages.
    Frame,
    /// As an element that makes the frame and the messages.
    Element,
    /// In the page itself, which is on the origin of the console.
    Page,
}

impl Door {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Frame, Self::Element, Self::Page];

    /// What the page's own policy has to allow for the console on this origin.
    #[must_use]
    pub fn policy(self, origin: &str) -> String {
        match self {
            Self::Frame => format!("frame-src {origin}"),
            Self::Element => format!("script-src {origin}; frame-src {origin}"),
            Self::Page => {
                "script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src 'self'"
                    .to_owned()
            }
        }
    }
}

/// What the code is made of.
#[derive(Debug, Clone, Copy)]
pub struct Snippet<'a> {
    /// The folder of the console, such as `https://console.example/`.
    pub console: &'a str,
    /// The code of the language.
    pub language: &'a str,
    /// What the frame is called for those who hear it.
    pub title: &'a str,
    /// What the link says that is there as long as the console is not.
    pub way_out: &'a str,
    /// What is in the form, as the pairs of a link.
    pub pairs: &'a [(&'static str, String)],
}

/// The keys that a link may have several times. In a message they are lists.
const LISTS: [LinkKey; 2] = [LinkKey::ResourceId, LinkKey::Tag];

/// What a page does that posts messages itself, once the console is there.
const TALK: &str = r##"  const frame = document.querySelector("#csbs-console");
  const origin = new URL(frame.src).origin;
  const say = (type, more) =>
    frame.contentWindow.postMessage(JSON.stringify({ csbs: 1, type, ...more }), origin);
  Object.assign(frame.style, { border: "0", width: "100%" });

  addEventListener("message", (event) => {
    if (event.origin !== origin || event.source !== frame.contentWindow) return;
    const { csbs, type, ...more } = JSON.parse(event.data);
    if (csbs !== 1) return;
    if (type === "ready") {
      say("hello");
"##;

const TALK_ON: &str = r#"    }
    if (type === "height") frame.style.height = `${more.pixels}px`;
    if (type === "finished") console.log(more.server_id, more.status);
  });
"#;

impl Snippet<'_> {
    /// The code for a page that shows the console in this way; `None` when there is more in the
    /// form than a message of a portal may have.
    #[must_use]
    pub fn code(&self, door: Door) -> Option<String> {
        if self.message().encode_utf16().count() > MAX_LENGTH as usize {
            return None;
        }
        Some(match door {
            Door::Frame => self.frame(),
            Door::Element => self.element(),
            Door::Page => self.page(),
        })
    }

    fn frame(&self) -> String {
        let (title, console) = (in_attribute(self.title), in_attribute(self.console));
        let frame = format!(
            " id=\"csbs-console\" title=\"{title}\" src=\"{console}\" allow=\"clipboard-write\""
        );
        let script = joined(&[
            &self.declaration(),
            TALK,
            &format!("      say(\"language\", {{ tag: {} }});\n", in_script(self.language)),
            if self.pairs.is_empty() { "" } else { "      say(\"prefill\", { fields });\n" },
            TALK_ON,
        ]);
        joined(&[&element("iframe", &frame, ""), &module(&script)])
    }

    fn element(&self) -> String {
        let (title, console) = (in_attribute(self.title), in_attribute(self.console));
        let (language, way_out) = (in_attribute(self.language), in_attribute(self.way_out));
        let source = format!(" src=\"{console}csbs-console-element.js\"");
        let link = element("a", &format!(" href=\"{console}\""), &way_out);
        let attributes = format!(" id=\"csbs-console\" language=\"{language}\" name=\"{title}\"");
        let script = joined(&[
            &self.declaration(),
            "  const backups = document.querySelector(\"#csbs-console\");\n",
            if self.pairs.is_empty() { "" } else { "  backups.prefill = fields;\n" },
            "  backups.addEventListener(\"csbs-finished\", ({ detail }) =>\n",
            "    console.log(detail.server_id, detail.status),\n  );\n",
        ]);
        joined(&[
            &element("script", &source, ""),
            &element("csbs-console", &attributes, &format!("\n  {link}")),
            &module(&script),
        ])
    }

    fn page(&self) -> String {
        let source = in_script(&format!("{}csbs-console-mount.js", self.console));
        let script = joined(&[
            &format!("  import {{ mount }} from {source};\n\n"),
            &self.declaration(),
            "  const backups = await mount(document.querySelector(\"#csbs-console\"), {\n",
            &format!("    language: {},\n", in_script(self.language)),
            if self.pairs.is_empty() { "" } else { "    prefill: fields,\n" },
            "  });\n",
        ]);
        joined(&[&element("div", " id=\"csbs-console\"", ""), &module(&script)])
    }

    /// The statement that names what is in the form; nothing where that is nothing.
    fn declaration(&self) -> String {
        if self.pairs.is_empty() {
            return String::new();
        }
        let lines: Vec<String> =
            self.fields().map(|(key, values)| format!("    \"{key}\": {values}")).collect();
        format!("  const fields = {{\n{}\n  }};\n", lines.join(",\n"))
    }

    /// Each key once, with its value as the program writes it.
    fn fields(&self) -> impl Iterator<Item = (&'static str, String)> {
        self.same_keys().filter_map(|same| {
            let (key, _) = same.first()?;
            let values: Vec<String> = same.iter().map(|(_, value)| in_script(value)).collect();
            let value = match values.as_slice() {
                [_, _, ..] => format!("[\n      {}\n    ]", values.join(",\n      ")),
                _ if is_list(key) => format!("[{}]", values.concat()),
                _ => values.concat(),
            };
            Some((*key, value))
        })
    }

    /// What the page says to the console, as browsers write it: it has to be short enough.
    fn message(&self) -> String {
        let fields: Vec<(&str, Option<String>)> = self
            .same_keys()
            .filter_map(|same| {
                let (key, _) = same.first()?;
                let mut values = same.iter().map(|(_, value)| write_text(value));
                let value = if is_list(key) { Some(write_array(values)) } else { values.next() };
                Some((*key, value))
            })
            .collect();
        write_object(&[
            ("csbs", Some(VERSION.to_owned())),
            ("type", Some(write_text("prefill"))),
            ("fields", Some(write_object(&fields))),
        ])
    }

    fn same_keys(&self) -> impl Iterator<Item = &[(&'static str, String)]> {
        self.pairs.chunk_by(|(one, _), (next, _)| one == next)
    }
}

/// An element on a line of its own. No whole element stands among the texts of this program: the
/// build takes such a one for something that the program makes elements of.
fn element(name: &str, attributes: &str, content: &str) -> String {
    format!("<{name}{attributes}>{content}</{name}>\n")
}

fn module(script: &str) -> String {
    element("script", " type=\"module\"", &format!("\n{script}"))
}

fn joined(parts: &[&str]) -> String {
    parts.concat()
}

fn is_list(key: &str) -> bool {
    LISTS.iter().any(|list| list.as_str() == key)
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests;
