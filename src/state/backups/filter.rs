//! Which backups of a server are wanted: what was typed, and what it means.

use csbs::{BackupName, Fault, Status, Utc};

/// Which backups of a server are wanted; what is `None` leaves none out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// Those in this state.
    pub status: Option<Status>,
    /// Those whose name contains this.
    pub name: Option<BackupName>,
    /// Those created at this time or later.
    pub from: Option<Utc>,
    /// Those created at this time or earlier.
    pub to: Option<Utc>,
}

/// What a person has typed and chosen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Typed {
    /// A state as the service writes it; empty for any.
    pub status: String,
    /// A part of the name.
    pub name: String,
    /// The first day, such as `2026-11-23`; empty for any.
    pub from: String,
    /// The last day; empty for any.
    pub to: String,
}

/// What keeps it from being a filter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FilterProblem {
    /// The part of the name cannot be in a name.
    Name(Fault),
    /// The first day is none.
    From,
    /// The last day is none.
    To,
    /// The last day is before the first one.
    Order,
}

impl Typed {
    /// Reads all of it. `day` gives the first and the last millisecond of a day.
    ///
    /// # Errors
    ///
    /// Everything that has to be changed.
    pub fn read(
        &self,
        day: impl Fn(&str) -> Option<(i64, i64)>,
    ) -> Result<Filter, Vec<FilterProblem>> {
        let mut problems = Vec::new();
        let status = Some(self.status.trim()).filter(|status| !status.is_empty());
        let name = match BackupName::parse(&self.name) {
            Ok(name) => Some(name),
            Err(Fault::Empty) => None,
            Err(fault) => {
                problems.push(FilterProblem::Name(fault));
                None
            }
        };
        let mut end = |typed: &str, is_last: bool, problem| {
            if typed.trim().is_empty() {
                return None;
            }
            let day = day(typed.trim());
            let end = day.map(|(first, last)| if is_last { last } else { first });
            let end = end.and_then(Utc::from_unix_millis);
            if end.is_none() {
                problems.push(problem);
            }
            end
        };
        let from = end(&self.from, false, FilterProblem::From);
        let to = end(&self.to, true, FilterProblem::To);
        if from.zip(to).is_some_and(|(from, to)| from > to) {
            problems.push(FilterProblem::Order);
        }
        let filter = Filter { status: status.map(Status::parse), name, from, to };
        if problems.is_empty() { Ok(filter) } else { Err(problems) }
    }
}

impl Filter {
    /// Whether it leaves any out.
    #[must_use]
    pub fn narrows(&self) -> bool {
        *self != Self::default()
    }
}
