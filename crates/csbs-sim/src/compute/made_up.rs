//! The servers after the first twelve: made from their numbers, the same in every run.
//!
//! Of a hundred, ten are refused (five of them already by the check), five have an unknown
//! outcome, one is busy once, and the backup of one fails.

use super::server::{FLAVORS, Server, ZONES, fixed};
use crate::{derived_id, well_known::Family};

const ROLES: [&str; 8] = ["web", "app", "db", "cache", "mail", "worker", "proxy", "batch"];
const TEAMS: [&str; 5] = ["shop", "finance", "logistics", "platform", "quality"];

/// The server with this number, from 13 on.
pub(super) fn server(number: usize) -> Server {
    let family = family(number);
    let role = ROLES[number % ROLES.len()];
    let id = derived_id::of_number("server", number);
    let chance = usize::from(id.as_bytes()[0]);
    Server {
        id: family.map_or_else(|| id.to_string(), |family| family.id(number)),
        name: format!("{role}-{number:05}"),
        status: if chance % 9 == 0 { "SHUTOFF" } else { "ACTIVE" },
        task_state: None,
        description: family.map(|family| family.name().to_owned()).unwrap_or_default(),
        zone: ZONES[chance % ZONES.len()],
        flavor: &FLAVORS[chance % FLAVORS.len()],
        addresses: vec![fixed(format!("10.{}.{}.10", number / 250, number % 250))],
        disks: 1 + chance % 3,
        os_type: if chance % 5 == 0 { "Windows" } else { "Linux" },
        start_script: 0,
        tags: vec![format!("team={}", TEAMS[chance % TEAMS.len()]), format!("role={role}")],
    }
}

/// The family of the server with this number, if it belongs to one.
fn family(number: usize) -> Option<Family> {
    match (number % 100, number % 20, number % 40) {
        (50, ..) => Some(Family::BusyOnce),
        (51, ..) => Some(Family::Fails),
        (_, 7, _) => Some(Family::Refused),
        (_, 17, _) => Some(Family::NotProtectable),
        (_, _, 3) => Some(Family::Unknown),
        (_, _, 23) => Some(Family::UnknownCreated),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_hundred_servers_ten_are_refused_and_five_unknown() {
        let count = |of: &[Family]| {
            let families = (1001..=3000).filter_map(family);
            families.filter(|family| of.contains(family)).count()
        };
        assert_eq!(count(&[Family::Refused, Family::NotProtectable]), 200);
        assert_eq!(count(&[Family::Unknown, Family::UnknownCreated]), 100);
        assert_eq!((count(&[Family::BusyOnce]), count(&[Family::Fails])), (20, 20));
    }
}
