//! What servers are called, as far as this page has learned it: an id alone says little to people.

use std::collections::BTreeMap;

use leptos::prelude::*;

/// The names of servers by their ids. It is a handle: copying it copies no names.
#[derive(Debug, Clone, Copy)]
pub struct ServerNames(StoredValue<BTreeMap<String, String>>);

impl ServerNames {
    /// No names yet.
    #[must_use]
    pub fn new() -> Self {
        Self(StoredValue::new(BTreeMap::new()))
    }

    /// Keeps the name of a server; the latest one holds.
    pub fn learn(&self, id: &str, name: &str) {
        // The page, and its values with it, may be gone when an answer arrives.
        let _ =
            self.0.try_update_value(|names| names.insert(id.to_ascii_lowercase(), name.to_owned()));
    }

    /// The name of the server with this id, in any letter case.
    #[must_use]
    pub fn name_of(&self, id: &str) -> Option<String> {
        self.0.try_with_value(|names| names.get(&id.to_ascii_lowercase()).cloned()).flatten()
    }
}

impl Default for ServerNames {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_by_the_id_in_any_letter_case_and_the_latest_holds() {
        let owner = Owner::new();
        owner.with(|| {
            let names = ServerNames::new();
            assert_eq!(names.name_of("ab-1"), None);
            names.learn("AB-1", "web-01");
            names.learn("ab-1", "web-02");
            assert_eq!(names.name_of("Ab-1").as_deref(), Some("web-02"));
        });
    }
}
