//! What servers are called, as far as this page has learned it: an id alone says little to people.

use leptos::prelude::*;

/// The names of servers by their ids. It is a handle: copying it copies no names.
///
/// Pairs of id and name in the order of the ids: a map would be one more type of which the code
/// has to be there before the form is.
#[derive(Debug, Clone, Copy)]
pub struct ServerNames(StoredValue<Vec<(String, String)>>);

impl ServerNames {
    /// No names yet.
    #[must_use]
    pub fn new() -> Self {
        Self(StoredValue::new(Vec::new()))
    }

    /// Keeps the name of a server; the latest one holds.
    pub fn learn(&self, id: &str, name: &str) {
        // The page, and its values with it, may be gone when an answer arrives.
        let _ = self.0.try_update_value(|names| {
            let id = id.to_ascii_lowercase();
            match names.binary_search_by(|(known, _)| known.cmp(&id)) {
                Ok(place) => names[place].1 = name.to_owned(),
                Err(place) => names.insert(place, (id, name.to_owned())),
            }
        });
    }

    /// The name of the server with this id, in any letter case.
    #[must_use]
    pub fn name_of(&self, id: &str) -> Option<String> {
        let id = id.to_ascii_lowercase();
        let found = self.0.try_with_value(|names| {
            let place = names.binary_search_by(|(known, _)| known.cmp(&id)).ok()?;
            names.get(place).map(|(_, name)| name.clone())
        });
        found.flatten()
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
            for (id, name) in [("AB-1", "web-01"), ("zz", "last"), ("aa", "first")] {
                names.learn(id, name);
            }
            names.learn("ab-1", "web-02");
            assert_eq!(names.name_of("Ab-1").as_deref(), Some("web-02"));
            assert_eq!(names.name_of("aa").as_deref(), Some("first"));
            assert_eq!(names.name_of("zz").as_deref(), Some("last"));
        });
    }
}
