//! Drawing an element, changing it into another one, and taking it away.

use leptos::prelude::*;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::no_attrs;
use leptos::tachys::renderer::Rndr;
use leptos::tachys::view::any_view::AnyViewState;
use leptos::tachys::view::{Mountable, Position, PositionState, Render, RenderHtml};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, Node};

use super::live::Following;
use super::{Description, Element};

/// An element in the page, and what has to last as long as it is there.
pub struct Built {
    element: web_sys::Element,
    tag: &'static str,
    attributes: Vec<&'static str>,
    following: Vec<Following>,
    listening: Vec<Listening>,
    children: Vec<AnyViewState>,
}

impl Built {
    /// Makes the element what it is described to be, whatever it was before.
    fn become_like(&mut self, description: Description) {
        let Description { attributes, live, listeners, children, .. } = description;
        self.following.clear();
        self.listening.clear();
        let before = std::mem::take(&mut self.attributes);
        for (name, text) in attributes {
            Rndr::set_attribute(&self.element, name, &text);
            self.attributes.push(name);
        }
        for live in live {
            self.attributes.extend(live.attribute());
            self.following.push(live.follow(&self.element));
        }
        for name in before.into_iter().filter(|name| !self.attributes.contains(name)) {
            Rndr::remove_attribute(&self.element, name);
        }
        for (event, act) in listeners {
            self.listening.push(Listening::begin(&self.element, event, act));
        }
        self.adopt(children);
    }

    /// Children become like the new ones at their places; the others go, or come at the end.
    fn adopt(&mut self, children: Vec<AnyView>) {
        let mut children = children.into_iter();
        let kept = self.children.len().min(children.len());
        self.children.drain(kept..).for_each(|mut child| child.unmount());
        for (built, child) in self.children.iter_mut().zip(&mut children) {
            child.rebuild(built);
        }
        for child in children {
            let mut child = child.build();
            child.mount(&self.element, None);
            self.children.push(child);
        }
    }
}

impl Render for Element {
    type State = Built;

    fn build(self) -> Built {
        let mut built = Built {
            element: Rndr::create_element(self.0.tag, None),
            tag: self.0.tag,
            attributes: Vec::new(),
            following: Vec::new(),
            listening: Vec::new(),
            children: Vec::new(),
        };
        built.become_like(*self.0);
        built
    }

    fn rebuild(self, built: &mut Built) {
        if self.0.tag == built.tag {
            return built.become_like(*self.0);
        }
        let mut old = std::mem::replace(built, self.build());
        old.insert_before_this(built);
        old.unmount();
    }
}

impl Mountable for Built {
    fn unmount(&mut self) {
        self.element.remove();
    }

    fn mount(&mut self, parent: &web_sys::Element, marker: Option<&Node>) {
        // Fails only where the marker is gone, and then there is no place for it.
        let _ = parent.insert_before(&self.element, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let parent = self.element.parent_element();
        parent.map(|parent| child.mount(&parent, Some(&self.element))).is_some()
    }

    fn elements(&self) -> Vec<web_sys::Element> {
        vec![self.element.clone()]
    }
}

/// Lasts as long as something is done at an event.
struct Listening {
    element: web_sys::Element,
    event: &'static str,
    act: Closure<dyn Fn(Event)>,
}

impl Listening {
    fn begin(element: &web_sys::Element, event: &'static str, act: Box<dyn Fn(Event)>) -> Self {
        let act = Closure::wrap(act);
        let _ = element.add_event_listener_with_callback(event, act.as_ref().unchecked_ref());
        Self { element: element.clone(), event, act }
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        let act = self.act.as_ref().unchecked_ref();
        let _ = self.element.remove_event_listener_with_callback(self.event, act);
    }
}

// Leptos asks everything that it draws what it is in the answer of a server. The console is drawn in
// browsers only, so this is never called.
impl RenderHtml for Element {
    type AsyncOutput = Self;
    type Owned = Self;
    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(
        self,
        _: &mut String,
        _: &mut Position,
        _: bool,
        _: bool,
        _: Vec<AnyAttribute>,
    ) {
    }

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Built {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}

no_attrs!(Element);
