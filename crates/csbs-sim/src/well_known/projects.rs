//! The projects of the domain, and what is particular about some of them.

use std::sync::LazyLock;

use crate::{derived_id, site::DEMO_PROJECT_ID};

/// How the id of every well-known project begins; eight digits follow.
pub const PROJECT_ID_START: &str = "000000000000400080000000";

/// How many projects there are that nothing is particular about, besides the first.
const TEAMS: usize = 30;

/// A project of the domain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Project {
    /// Its id: 32 hexadecimal digits.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Whether it can be used.
    pub enabled: bool,
    /// What is particular about it.
    pub way: ProjectWay,
    /// The same in words; empty for one of many that are alike.
    pub does: &'static str,
}

/// What is particular about a project.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProjectWay {
    /// Nothing.
    Ordinary,
    /// The backup service is closed to it: BackupService.4008.
    NotServed,
    /// It has no servers.
    NoServers,
    /// It has five thousand servers.
    ManyServers,
    /// Its second page of servers fails, then comes, then fails again.
    SecondPageFails,
    /// Listing its servers is not permitted.
    ServersForbidden,
}

/// All projects, the ordinary ones that people meet first at the beginning.
#[must_use]
pub fn projects() -> &'static [Project] {
    static PROJECTS: LazyLock<Vec<Project>> = LazyLock::new(|| {
        let well_known = ROWS.iter().map(|&(which, name, way, does)| Project {
            id: match which {
                0 => DEMO_PROJECT_ID.to_owned(),
                _ => format!("{PROJECT_ID_START}{which:08}"),
            },
            name: name.to_owned(),
            enabled: name != CLOSED,
            way,
            does,
        });
        let teams = (1..=TEAMS).map(|number| Project {
            id: derived_id::of_number("project", number).simple().to_string(),
            name: format!("eu-de_team-{number:02}"),
            enabled: true,
            way: ProjectWay::Ordinary,
            does: "",
        });
        well_known.chain(teams).collect()
    });
    &PROJECTS
}

/// What is particular about the project with this id; nothing about an id that is none of them.
pub(crate) fn way_of(project_id: &str) -> ProjectWay {
    let found = projects().iter().find(|project| project.id == project_id);
    found.map_or(ProjectWay::Ordinary, |project| project.way)
}

/// The one project that cannot be used.
const CLOSED: &str = "eu-de_closed";

/// Number (0: the project of the API page's example), name, way, and the way in words.
#[rustfmt::skip]
const ROWS: &[(u32, &str, ProjectWay, &str)] = &[
    (0, "eu-de", ProjectWay::Ordinary, "the project of the API page's example"),
    (1, "eu-de_finance", ProjectWay::Ordinary, "another ordinary project, with the same servers"),
    (2, "MOS", ProjectWay::Ordinary, "for object storage only: not to be offered"),
    (3, CLOSED, ProjectWay::Ordinary, "disabled: no token can be had for it (401)"),
    (4, "eu-de_new", ProjectWay::NotServed, "every call of the backup service gets 400 with BackupService.4008"),
    (5, "eu-de_empty", ProjectWay::NoServers, "has no servers"),
    (6, "eu-de_many-servers", ProjectWay::ManyServers, "has 5000 servers, whatever `--servers` says"),
    (7, "eu-de_second-page-fails", ProjectWay::SecondPageFails, "has 2500 servers; the second page fails with 500, comes when asked for again, and so on in turn"),
    (8, "eu-de_servers-forbidden", ProjectWay::ServersForbidden, "listing its servers is refused with 403"),
    (9, "eu-de_Prüfstand_mit_einem_Namen_der_länger_ist_als_die_meisten_sind", ProjectWay::Ordinary, "a long name with umlauts"),
];
