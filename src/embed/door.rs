//! Whether the console shows itself in a frame, and to whom it listens: pure.
//!
//! Who frames a page can lay something over it and steal clicks. So nothing that can be clicked to
//! any effect is there before a portal that the operator lists has said hello. That holds on hosts
//! that cannot send `frame-ancestors`, too.

use super::protocol::{Inbound, Refused, read};

/// How the page is framed, as far as the browser says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Framing {
    /// Whether the frame has taken the page's origin from it.
    pub is_opaque: bool,
    /// Whether the frame lets forms be sent, which is what all of the console's buttons need.
    pub has_forms: bool,
    /// Whether the page around this one is in a frame itself.
    pub is_nested: bool,
    /// The origins of all pages around this one, the nearest first; `None` where the browser keeps
    /// them to itself.
    pub ancestors: Option<Vec<String>>,
}

/// Whether the console shows itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Door {
    /// Not yet: the hello of a portal is waited for.
    Waiting,
    /// Not yet, and the hello is late.
    Unanswered,
    /// It does, for the portal of this origin.
    Open(String),
    /// It never does.
    Shut(Shut),
}

/// Why the console does not show itself in this frame.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shut {
    /// The operator lists no portals.
    NoPortals,
    /// The frame is sandboxed without `allow-same-origin`.
    Opaque,
    /// The frame is sandboxed without `allow-forms`.
    NoForms,
    /// A page around this one is of an origin that is not listed.
    NotListed(String),
    /// The page around this one is in a frame itself, and the browser does not say of whom.
    Nested,
}

impl Door {
    /// The door of a page that is framed like this and has these portals.
    #[must_use]
    pub fn of(portals: &[String], framing: &Framing) -> Self {
        let stranger = framing.ancestors.as_ref().and_then(|ancestors| {
            ancestors.iter().find(|origin| !portals.contains(origin)).cloned()
        });
        let shut = if portals.is_empty() {
            Shut::NoPortals
        } else if framing.is_opaque {
            Shut::Opaque
        } else if let Some(origin) = stranger {
            Shut::NotListed(origin)
        } else if framing.is_nested && framing.ancestors.is_none() {
            Shut::Nested
        } else if !framing.has_forms {
            Shut::NoForms
        } else {
            return Self::Waiting;
        };
        Self::Shut(shut)
    }

    /// Whether a message of this origin is read at all.
    ///
    /// # Errors
    ///
    /// Why it is not.
    pub fn knows(&self, portals: &[String], is_parent: bool, origin: &str) -> Result<(), Refused> {
        let is_it = match self {
            Self::Open(portal) => portal == origin,
            _ => portals.iter().any(|portal| portal == origin),
        };
        match (is_parent, is_it) {
            (false, _) => Err(Refused::Source),
            (true, false) => Err(Refused::Origin),
            (true, true) => Ok(()),
        }
    }

    /// Reads a message of somebody that it knows. The first hello opens it.
    ///
    /// # Errors
    ///
    /// Why the message is ignored.
    pub fn hear(&mut self, origin: &str, message: &str) -> Result<Inbound, Refused> {
        let message = read(message)?;
        match (&self, &message) {
            (Self::Open(_), _) => Ok(message),
            (Self::Waiting | Self::Unanswered, Inbound::Hello) => {
                *self = Self::Open(origin.to_owned());
                Ok(message)
            }
            _ => Err(Refused::Early),
        }
    }

    /// The hello is late; it still counts when it comes.
    pub fn wait_no_more(&mut self) {
        if *self == Self::Waiting {
            *self = Self::Unanswered;
        }
    }

    /// The portal that everything is said to.
    #[must_use]
    pub fn portal(&self) -> Option<&str> {
        match self {
            Self::Open(portal) => Some(portal),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HELLO: &str = r#"{"csbs":1,"type":"hello"}"#;
    const THEME: &str = r#"{"csbs":1,"type":"theme","scheme":"dark"}"#;
    const PORTAL: &str = "https://portal.example";
    const OTHER: &str = "https://other.example";

    fn portals() -> Vec<String> {
        vec![PORTAL.to_owned(), OTHER.to_owned()]
    }

    fn framing() -> Framing {
        Framing { is_opaque: false, has_forms: true, is_nested: false, ancestors: None }
    }

    fn around(origins: &[&str]) -> Framing {
        let ancestors = origins.iter().map(|origin| (*origin).to_owned()).collect();
        Framing { is_nested: origins.len() > 1, ancestors: Some(ancestors), ..framing() }
    }

    #[test]
    fn only_pages_that_are_all_listed_are_waited_for() {
        let not_listed = |origin: &str| Door::Shut(Shut::NotListed(origin.to_owned()));
        let table = [
            (framing(), Door::Waiting),
            (around(&[PORTAL]), Door::Waiting),
            (around(&[PORTAL, OTHER]), Door::Waiting),
            (around(&["https://evil.example"]), not_listed("https://evil.example")),
            (around(&[PORTAL, "https://evil.example"]), not_listed("https://evil.example")),
            (around(&[PORTAL, "null", OTHER]), not_listed("null")),
            (Framing { is_nested: true, ..framing() }, Door::Shut(Shut::Nested)),
            (Framing { is_opaque: true, ..framing() }, Door::Shut(Shut::Opaque)),
            (Framing { has_forms: false, ..framing() }, Door::Shut(Shut::NoForms)),
        ];
        for (framing, door) in table {
            assert_eq!(Door::of(&portals(), &framing), door, "{framing:?}");
            assert_eq!(Door::of(&[], &framing), Door::Shut(Shut::NoPortals), "{framing:?}");
        }
    }

    #[test]
    fn the_first_hello_decides_who_is_heard() {
        let mut door = Door::Waiting;
        assert_eq!(door.hear(PORTAL, THEME), Err(Refused::Early));
        door.wait_no_more();
        assert_eq!(door, Door::Unanswered);
        assert_eq!(door.hear(PORTAL, HELLO), Ok(Inbound::Hello));
        assert_eq!(door.portal(), Some(PORTAL));
        door.wait_no_more();
        assert!(door.hear(PORTAL, THEME).is_ok());
        assert_eq!(door.knows(&portals(), true, PORTAL), Ok(()));
        assert_eq!(door.knows(&portals(), true, OTHER), Err(Refused::Origin));
        assert_eq!(door.knows(&portals(), false, PORTAL), Err(Refused::Source));
    }

    #[test]
    fn nobody_else_is_read() {
        let door = Door::Waiting;
        for origin in ["null", "", "https://portal.example/", "https://portal.example.evil", "*"] {
            assert_eq!(door.knows(&portals(), true, origin), Err(Refused::Origin), "{origin}");
        }
        assert_eq!(door.knows(&portals(), true, OTHER), Ok(()));
        assert_eq!(door.knows(&portals(), false, OTHER), Err(Refused::Source));
    }

    #[test]
    fn no_hello_opens_what_is_shut() {
        for why in [Shut::NoPortals, Shut::Opaque, Shut::Nested, Shut::NoForms] {
            let mut door = Door::Shut(why);
            assert_eq!(door.hear(PORTAL, HELLO), Err(Refused::Early));
            assert_eq!(door.portal(), None);
        }
    }
}
