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
    things: Vec<(&'static str, Box<dyn Any + Send + Sync>)>,
}

impl Shown {
    /// No language yet, and nothing that is kept.
    #[must_use]
    pub fn new() -> Self {
        let owner = Owner::current().map(|owner| owner.downgrade());
        let kept = Kept { owner, things: Vec::new() };
        Self { language: RwSignal::new(String::new()), kept: StoredValue::new(kept) }
    }

    /// What a component has made under this name when it was first drawn; it is made now, if this
    /// is the first time.
    #[must_use]
    pub fn keep<T: Copy + Send + Sync + 'static>(
        self,
        name: &'static str,
        make: impl FnOnce() -> T,
    ) -> T {
        let known = self.kept.with_value(|kept| {
            let found = kept.things.iter().find(|(known, _)| *known == name);
            found.and_then(|(_, thing)| thing.downcast_ref::<T>().copied())
        });
        if let Some(known) = known {
            return known;
        }
        let owner = self.kept.with_value(|kept| kept.owner.as_ref().and_then(WeakOwner::upgrade));
        let made = match owner {
            Some(owner) => owner.with(make),
            None => make(),
        };
        self.kept.update_value(|kept| {
            kept.things.retain(|(known, _)| *known != name);
            kept.things.push((name, Box::new(made)));
        });
        made
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
