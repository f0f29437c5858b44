//! The parameters of the list of checkpoint items, and what they select.

use std::cmp::Ordering;

use jiff::{Timestamp, civil::DateTime, tz::TimeZone};

use super::{checkpoint_item::resource_name, course::Stage, refusal::Refusal, store::Backup};

/// How many items one answer holds at most, and when no `limit` is given.
const MAX_LIMIT: usize = 1000;

/// The parameters of one list call, read. Names that the reference does not have are passed over.
#[derive(Debug, Clone)]
pub(crate) struct ItemQuery {
    status: Option<String>,
    name: Option<String>,
    resource_id: Option<String>,
    resource_name: Option<String>,
    resource_type: Option<String>,
    checkpoint_id: Option<String>,
    policy_id: Option<String>,
    start_time: Option<Timestamp>,
    end_time: Option<Timestamp>,
    sort: Vec<(SortKey, Direction)>,
    marker: Option<String>,
    offset: usize,
    limit: usize,
}

#[derive(Debug, Clone, Copy)]
enum SortKey {
    CreatedAt,
    Name,
    Status,
    Id,
}

#[derive(Debug, Clone, Copy)]
enum Direction {
    Ascending,
    Descending,
}

impl Default for ItemQuery {
    fn default() -> Self {
        Self {
            status: None,
            name: None,
            resource_id: None,
            resource_name: None,
            resource_type: None,
            checkpoint_id: None,
            policy_id: None,
            start_time: None,
            end_time: None,
            sort: vec![(SortKey::CreatedAt, Direction::Descending)],
            marker: None,
            offset: 0,
            limit: MAX_LIMIT,
        }
    }
}

impl ItemQuery {
    /// Reads the parameters of the call, names and values decoded.
    ///
    /// # Errors
    /// CSBS.9001 for a number, time or order that cannot be read.
    pub(crate) fn read(parameters: Vec<(String, String)>) -> Result<Self, Refusal> {
        let mut query = Self::default();
        for (name, value) in parameters {
            match name.as_str() {
                "status" => query.status = Some(value),
                "name" => query.name = Some(value),
                "resource_id" => query.resource_id = Some(value),
                "resource_name" => query.resource_name = Some(value),
                "resource_type" => query.resource_type = Some(value),
                "checkpoint_id" => query.checkpoint_id = Some(value),
                "policy_id" => query.policy_id = Some(value),
                "start_time" => query.start_time = Some(time(&name, &value)?),
                "end_time" => query.end_time = Some(time(&name, &value)?),
                "sort" => query.sort = order(&value)?,
                "marker" => query.marker = Some(value),
                "offset" => query.offset = number(&name, &value)?,
                "limit" => query.limit = limit(&name, &value)?,
                _ => {}
            }
        }
        Ok(query)
    }

    /// The page of backups that this query asks for.
    ///
    /// # Errors
    /// CSBS.9001 when the marker is none of the backups selected.
    pub(crate) fn select(
        &self,
        backups: Vec<(Backup, Stage)>,
    ) -> Result<Vec<(Backup, Stage)>, Refusal> {
        let mut selected = self.matching(backups);
        selected.sort_by(|a, b| self.compare(a, b));
        let after_marker = match &self.marker {
            None => 0,
            Some(marker) => {
                let place = selected.iter().position(|(backup, _)| is_id(backup.item_id, marker));
                place.ok_or_else(|| {
                    Refusal::parameter(format!("marker {marker} is not in the list"))
                })? + 1
            }
        };
        Ok(selected.into_iter().skip(after_marker).skip(self.offset).take(self.limit).collect())
    }

    /// All backups that this query selects, on whatever page.
    pub(crate) fn matching(&self, backups: Vec<(Backup, Stage)>) -> Vec<(Backup, Stage)> {
        backups.into_iter().filter(|entry| self.matches(entry)).collect()
    }

    fn matches(&self, (backup, stage): &(Backup, Stage)) -> bool {
        let asks =
            |part: &Option<String>, holds: &dyn Fn(&str) -> bool| part.as_deref().is_none_or(holds);
        asks(&self.status, &|status| stage.status == status)
            && asks(&self.name, &|part| contains(&backup.name, part))
            && asks(&self.resource_id, &|id| backup.resource_id.eq_ignore_ascii_case(id))
            && asks(&self.resource_name, &|part| {
                contains(&resource_name(&backup.resource_id), part)
            })
            && asks(&self.resource_type, &|kind| kind == "OS::Nova::Server")
            && asks(&self.checkpoint_id, &|id| is_id(backup.checkpoint_id, id))
            // Every backup here was started by hand, so none belongs to a policy.
            && self.policy_id.is_none()
            && self.start_time.is_none_or(|start| backup.created_at >= start)
            && self.end_time.is_none_or(|end| backup.created_at <= end)
    }

    fn compare(&self, (a, a_stage): &(Backup, Stage), (b, b_stage): &(Backup, Stage)) -> Ordering {
        self.sort.iter().fold(Ordering::Equal, |so_far, (key, direction)| {
            so_far.then_with(|| {
                let ascending = match key {
                    SortKey::CreatedAt => a.created_at.cmp(&b.created_at),
                    SortKey::Name => a.name.cmp(&b.name),
                    SortKey::Status => a_stage.status.cmp(b_stage.status),
                    SortKey::Id => a.item_id.cmp(&b.item_id),
                };
                match direction {
                    Direction::Ascending => ascending,
                    Direction::Descending => ascending.reverse(),
                }
            })
        })
    }
}

/// The fuzzy search of the list: part of the text, in any case.
fn contains(text: &str, part: &str) -> bool {
    text.to_lowercase().contains(&part.to_lowercase())
}

fn is_id(id: uuid::Uuid, text: &str) -> bool {
    uuid::Uuid::try_parse(text).is_ok_and(|other| other == id)
}

fn number(name: &str, value: &str) -> Result<usize, Refusal> {
    value.parse().map_err(|_| Refusal::parameter(format!("{name} must be a whole number")))
}

fn limit(name: &str, value: &str) -> Result<usize, Refusal> {
    match number(name, value)? {
        0 => Err(Refusal::parameter("limit must be at least 1")),
        limit => Ok(limit.min(MAX_LIMIT)),
    }
}

/// A time such as `2017-04-18T01:21:52.701973`, in UTC.
fn time(name: &str, value: &str) -> Result<Timestamp, Refusal> {
    let wrong = || Refusal::parameter(format!("{name} must look like 2017-04-18T01:21:52.701973"));
    let time: DateTime = value.parse().map_err(|_| wrong())?;
    TimeZone::UTC.to_timestamp(time).map_err(|_| wrong())
}

/// An order such as `created_at:desc` or `name,created_at:desc`.
fn order(value: &str) -> Result<Vec<(SortKey, Direction)>, Refusal> {
    let wrong = || {
        Refusal::parameter(
            "sort must be created_at, name, status or id, each with :asc or :desc if wanted",
        )
    };
    let read = |part: &str| {
        let (key, direction) = part.split_once(':').unwrap_or((part, "desc"));
        let key = match key {
            "created_at" => SortKey::CreatedAt,
            "name" => SortKey::Name,
            "status" => SortKey::Status,
            "id" => SortKey::Id,
            _ => return Err(wrong()),
        };
        match direction {
            "asc" => Ok((key, Direction::Ascending)),
            "desc" => Ok((key, Direction::Descending)),
            _ => Err(wrong()),
        }
    };
    value.split(',').map(read).collect()
}
