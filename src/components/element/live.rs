//! What of an element follows signals.

use leptos::prelude::RenderEffect;
use leptos::tachys::renderer::Rndr;
use web_sys::Element;

use super::Value;

/// An attribute or property, and what it is computed from.
pub struct Live {
    pub kind: Kind,
    pub value: Box<dyn Fn() -> Value + Send>,
}

/// What follows.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    /// An attribute.
    Attribute(&'static str),
    /// The text in a field; the attribute of this name is only the first one.
    Value,
    /// Whether a choice is the one; the attribute of this name is only the first state.
    Checked,
}

/// Lasts as long as something of an element follows.
pub type Following = RenderEffect<Value>;

impl Live {
    /// The attribute that follows, if it is one.
    pub fn attribute(&self) -> Option<&'static str> {
        match self.kind {
            Kind::Attribute(name) => Some(name),
            Kind::Value | Kind::Checked => None,
        }
    }

    /// Begins to follow. What has not changed is not touched.
    pub fn follow(self, element: &Element) -> Following {
        let (element, Self { kind, value }) = (element.clone(), self);
        RenderEffect::new(move |last: Option<Value>| {
            let value = value();
            if last.as_ref() != Some(&value) {
                kind.set(&element, value.as_deref());
            }
            value
        })
    }
}

impl Kind {
    fn set(self, element: &Element, value: Option<&str>) {
        match self {
            Self::Attribute(name) => match value {
                Some(value) => Rndr::set_attribute(element, name, value),
                None => Rndr::remove_attribute(element, name),
            },
            Self::Value => Rndr::set_property(element, "value", &value.into()),
            Self::Checked => Rndr::set_property(element, "checked", &value.is_some().into()),
        }
    }
}
