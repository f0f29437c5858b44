//! What outlives the page as it is drawn: changing the language draws it again.

use std::any::Any;

use leptos::prelude::*;
use leptos::reactive::owner::WeakOwner;

/// The language that is shown, and what components keep beyond it.
#[derive(Debug, Clone, Copy)]
pub struct Shown {
    /// The code of the language. Whoever tracks it is drawn again with the words of another.
    pub language: RwSignal<String>,
    kept: StoredValue<Kept>,
}

struct Kept {
    /// Whoever has the console; signals that are kept last as long.
    owner: Option<WeakOwner>,
    things: Vec<(&'static str, Thing)>,
}

type Thing = Box<dyn Any + Send + Sync>;

impl Kept {
    fn thing(&self, name: &str) -> Option<&Thing> {
        self.things.iter().find(|(known, _)| *known == name).map(|(_, thing)| thing)
    }
}

impl Shown {
    /// No language yet, and nothing that is kept.
    #[must_use]
    pub fn new() -> Self {
        let owner = Owner::current().map(|owner| owner.downgrade());
        let kept = Kept { owner, things: Vec::new() };
        Self { language: RwSignal::new(String::new()), kept: StoredValue::new(kept) }
    }

    /// Makes something that lasts as long as the console.
    pub fn within<T>(self, make: impl FnOnce() -> T) -> T {
        let owner = self.kept.with_value(|kept| kept.owner.as_ref().and_then(WeakOwner::upgrade));
        match owner {
            Some(owner) => owner.with(make),
            None => make(),
        }
    }

    /// What a component has made under this name when it was first drawn; it is made now, if this
    /// is the first time.
    #[must_use]
    pub fn keep<T: Copy + Send + Sync + 'static>(
        self,
        name: &'static str,
        make: impl FnOnce() -> T,
    ) -> T {
        let known = self.kept.with_value(|kept| kept.thing(name)?.downcast_ref::<T>().copied());
        known.unwrap_or_else(|| {
            let made = self.within(make);
            self.put(name, Box::new(made));
            made
        })
    }

    fn put(self, name: &'static str, thing: Thing) {
        self.drop_kept(name);
        self.kept.update_value(|kept| kept.things.push((name, thing)));
    }

    /// Forgets what was kept under this name.
    pub fn drop_kept(self, name: &'static str) {
        self.kept.update_value(|kept| kept.things.retain(|(known, _)| *known != name));
    }
}

impl Default for Shown {
    fn default() -> Self {
        Self::new()
    }
}
