//! Elements that are all of one type.
//!
//! `view!` gives each element a type of its own, and with it code to build it, to change it and to
//! take it away. What is drawn before the second file of the program is here is made of these
//! instead: the code is there once, and an element costs the calls that describe it. A component in
//! it is called with `view!`, which makes no element of that. What comes later is drawn with `view!`,
//! and either may be within the other.
//!
//! ```text
//! element("p")
//!     .class("csbs-note")
//!     .live_flag("hidden", move || text.with(String::is_empty))
//!     .live_text(move || text.get())
//!     .done()
//! ```

mod built;
mod live;

use std::borrow::Cow;

use leptos::prelude::*;
use web_sys::Event;

/// What an attribute or a property is; `None` where it is not there.
type Value = Option<Cow<'static, str>>;

/// What happens at an event.
type Act = Box<dyn Fn(Event) + Send>;

/// An element of the page: what it is to be, not yet drawn.
#[must_use]
pub struct Element(Box<Description>);

struct Description {
    tag: &'static str,
    attributes: Vec<(&'static str, Cow<'static, str>)>,
    live: Vec<live::Live>,
    listeners: Vec<(&'static str, Act)>,
    children: Vec<AnyView>,
}

/// An element with this tag and nothing else.
pub fn element(tag: &'static str) -> Element {
    Element(Box::new(Description {
        tag,
        attributes: Vec::new(),
        live: Vec::new(),
        listeners: Vec::new(),
        children: Vec::new(),
    }))
}

/// A part of the page that is drawn anew whenever a signal that it reads has changed.
pub fn live(view: impl Fn() -> Option<AnyView> + Send + 'static) -> AnyView {
    let view: Box<dyn Fn() -> Option<AnyView> + Send> = Box::new(view);
    view.into_any()
}

/// The value of an attribute that says yes or no, and is never left out.
pub fn true_or_false(is_so: bool) -> &'static str {
    if is_so { "true" } else { "false" }
}

/// A text as a part of the page.
pub fn text(text: impl Into<Cow<'static, str>>) -> AnyView {
    text.into().into_any()
}

/// What can be in an element.
pub trait Part {
    /// The part, whatever it is.
    fn part(self) -> AnyView;
}

impl Part for Element {
    #[inline(never)]
    fn part(self) -> AnyView {
        self.into_any()
    }
}

impl Part for AnyView {
    fn part(self) -> AnyView {
        self
    }
}

/// A component.
impl Part for View<AnyView> {
    fn part(self) -> AnyView {
        self.into_inner()
    }
}

impl Element {
    /// All of its classes.
    pub fn class(self, classes: &'static str) -> Self {
        self.attr("class", classes)
    }

    /// An attribute that stays as it is.
    pub fn attr(self, name: &'static str, value: impl Into<Cow<'static, str>>) -> Self {
        self.with_attribute(name, value.into())
    }

    /// An attribute that is there or not, and stays so.
    pub fn flag(self, name: &'static str, flag: bool) -> Self {
        self.attr_if(name, flag.then_some(""))
    }

    /// An attribute that stays as it is, if it is there.
    pub fn attr_if(self, name: &'static str, value: Option<impl Into<Cow<'static, str>>>) -> Self {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }

    /// An attribute that follows the signals it is computed from.
    pub fn live_attr(self, name: &'static str, value: impl Fn() -> Value + Send + 'static) -> Self {
        self.with_live(live::Kind::Attribute(name), Box::new(value))
    }

    /// An attribute that is there or not.
    pub fn live_flag(self, name: &'static str, flag: impl Fn() -> bool + Send + 'static) -> Self {
        self.live_attr(name, move || flag().then_some("".into()))
    }

    /// What is in a text field. It is for those that are drawn once: the text stays in an element that
    /// becomes like one without.
    pub fn live_value(self, value: impl Fn() -> String + Send + 'static) -> Self {
        self.with_live(live::Kind::Value, Box::new(move || Some(value().into())))
    }

    /// Whether one of several choices is the one. It is for those that are drawn once, too.
    pub fn live_checked(self, checked: impl Fn() -> bool + Send + 'static) -> Self {
        self.with_live(live::Kind::Checked, Box::new(move || checked().then_some("".into())))
    }

    /// What happens at an event. Contexts and signals are those of where the element is described.
    pub fn on(self, event: &'static str, act: impl Fn(Event) + Send + 'static) -> Self {
        self.with_listener(event, Box::new(act))
    }

    /// A text in it.
    pub fn text(self, content: impl Into<Cow<'static, str>>) -> Self {
        self.child(text(content))
    }

    /// A text in it that follows the signals it is computed from.
    pub fn live_text(self, content: impl Fn() -> String + Send + 'static) -> Self {
        let content: Box<dyn Fn() -> String + Send> = Box::new(content);
        self.child(content.into_any())
    }

    /// Something in it that is drawn anew whenever a signal that it reads has changed.
    pub fn live(self, view: impl Fn() -> Option<AnyView> + Send + 'static) -> Self {
        self.child(live(view))
    }

    /// Something in it.
    pub fn child(self, child: impl Part) -> Self {
        self.with_child(child.part())
    }

    /// Several things in it, or one that may not be there.
    pub fn children(self, children: impl IntoIterator<Item = impl Part>) -> Self {
        children.into_iter().fold(self, Self::child)
    }

    /// The element as a part of the page.
    pub fn done(self) -> AnyView {
        self.part()
    }

    #[inline(never)]
    fn with_child(mut self, child: AnyView) -> Self {
        self.0.children.push(child);
        self
    }

    #[inline(never)]
    fn with_attribute(mut self, name: &'static str, value: Cow<'static, str>) -> Self {
        self.0.attributes.push((name, value));
        self
    }

    #[inline(never)]
    fn with_live(mut self, kind: live::Kind, value: Box<dyn Fn() -> Value + Send>) -> Self {
        self.0.live.push(live::Live { kind, value });
        self
    }

    #[inline(never)]
    fn with_listener(mut self, event: &'static str, act: Act) -> Self {
        let owner = Owner::current().unwrap_or_default();
        let act = move |event| owner.with(|| untrack(|| act(event)));
        self.0.listeners.push((event, Box::new(act)));
        self
    }
}
