//! The tables that are not about the create call itself: what is unusual around it, families,
//! users, projects, and the first servers of the list.

use std::fmt::Write;

use serde_json::{Value, json};

use super::heading;
use crate::{
    compute,
    well_known::{
        FAMILIES, FAMILY_ID_START, Family, FollowUp, Project, User, follow_ups, projects, users,
        why_not,
    },
};

/// What the fourth column of the servers says when the check says yes.
const YES: &str = "yes";

/// Everything of this file as a JSON object of lists.
pub(super) fn json() -> Value {
    let follow_up = |server: &FollowUp| {
        let FollowUp { status, name, does, shows, .. } = server;
        json!({ "id": server.id(), "name": name, "status": status, "does": does, "shows": shows })
    };
    let family = |family: &Family| {
        let start = format!("{FAMILY_ID_START}{}-", family.group());
        json!({ "id_start": start, "name": family.name(), "does": family.does() })
    };
    let user = |user: &User| {
        let User { name, needs_passcode, does, shows, .. } = user;
        let id = user.id();
        json!({
            "id": id, "name": name, "needs_passcode": needs_passcode, "does": does, "shows": shows,
        })
    };
    let project = |project: &Project| {
        let Project { id, name, enabled, does, .. } = project;
        json!({ "id": id, "name": name, "enabled": enabled, "does": does })
    };
    json!({
        "follow_ups": follow_ups().iter().map(follow_up).collect::<Vec<_>>(),
        "families": FAMILIES.iter().map(family).collect::<Vec<_>>(),
        "users": users().iter().map(user).collect::<Vec<_>>(),
        "projects": projects().iter().map(project).collect::<Vec<_>>(),
    })
}

/// Everything of this file as Markdown tables.
pub(super) fn markdown(text: &mut String) {
    heading(text, "Around the create call");
    text.push_str("| server id | name | what happens | what to see |\n| --- | --- | --- | --- |\n");
    for server in follow_ups() {
        let FollowUp { name, does, shows, .. } = server;
        let _ = writeln!(text, "| `{}` | {name} | {does} | {shows} |", server.id());
    }

    heading(text, "Families of servers");
    text.push_str("| server ids | name | what happens |\n| --- | --- | --- |\n");
    for family in FAMILIES {
        let (group, name, does) = (family.group(), family.name(), family.does());
        let _ = writeln!(text, "| `{FAMILY_ID_START}{group}-…` | {name} | {does} |");
    }

    heading(text, "The first servers of the list");
    text.push_str(
        "| name | server id | status | can it be backed up |\n| --- | --- | --- | --- |\n",
    );
    for (name, id, status) in compute::first_servers() {
        let code = why_not(id).map_or(YES, |(code, _)| code);
        let answer = if code == YES { code.to_owned() } else { format!("no: {code}") };
        let _ = writeln!(text, "| {name} | `{id}` | {status} | {answer} |");
    }

    heading(text, "Users");
    text.push_str("| user | what the user, or the simulator, does | what to see |\n");
    text.push_str("| --- | --- | --- |\n");
    for User { name, does, shows, .. } in users() {
        let _ = writeln!(text, "| `{name}` | {does} | {shows} |");
    }

    heading(text, "Projects");
    text.push_str("| project | id | what is particular about it |\n| --- | --- | --- |\n");
    for Project { id, name, does, .. } in
        projects().iter().filter(|project| !project.does.is_empty())
    {
        let _ = writeln!(text, "| {name} | `{id}` | {does} |");
    }
}
