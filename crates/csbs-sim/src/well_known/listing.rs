//! The lists of what is well known as text: tables for the documentation, JSON for programs.

mod around;

use std::fmt::Write;

use serde_json::{Value, json};

use super::{
    ID_START, WellKnownServer, servers,
    table::{CODES, SHAPES, STATUSES},
};

/// The servers whose create call is unusual, as a JSON array of objects with the keys `id`, `name`,
/// `status` (0: none arrives), `code` (null: none), `does`, `creates`, `outcome` and `shows`.
#[must_use]
pub fn json() -> String {
    format!("{:#}", servers_json())
}

/// Everything that is well known, as a JSON object: the list of [`json`] under `servers`, and
/// `follow_ups`, `families`, `users` and `projects` beside it.
#[must_use]
pub fn everything() -> String {
    let mut all = around::json();
    all["servers"] = servers_json();
    format!("{all:#}")
}

fn servers_json() -> Value {
    servers()
        .iter()
        .map(|server| {
            json!({
                "id": server.id(),
                "name": server.name,
                "status": server.status,
                "code": server.answer.code(),
                "does": server.does,
                "creates": server.creates,
                "outcome": server.outcome.as_str(),
                "shows": server.shows,
            })
        })
        .collect()
}

/// Everything as Markdown tables, as `docs/simulator.md` has them.
#[must_use]
pub fn markdown() -> String {
    let mut text = String::new();
    heading(&mut text, "Documented error codes");
    let is_code = |server: &&WellKnownServer| {
        CODES.iter().any(|row| (row.status, row.which) == (server.status, server.which))
    };
    rows(&mut text, servers().iter().filter(is_code));

    heading(&mut text, "Every status in every shape");
    grid(&mut text);

    heading(&mut text, "Everything else");
    let is_grid = |server: &WellKnownServer| {
        STATUSES.iter().any(|(status, ..)| *status == server.status)
            && SHAPES.iter().any(|(which, ..)| *which == server.which)
    };
    rows(&mut text, servers().iter().filter(|server| !is_code(server) && !is_grid(server)));

    around::markdown(&mut text);
    text
}

fn heading(text: &mut String, title: &str) {
    let _ = writeln!(text, "\n### {title}\n");
}

fn rows<'a>(text: &mut String, servers: impl Iterator<Item = &'a WellKnownServer>) {
    text.push_str(
        "| server id | name | HTTP | what the simulator sends or does | the backup | what to see |\n\
         | --- | --- | --- | --- | --- | --- |\n",
    );
    for server in servers {
        let (id, outcome) = (server.id(), server.outcome.as_str());
        let WellKnownServer { status, name, does, shows, .. } = server;
        let status = if *status == 0 { "none".to_owned() } else { status.to_string() };
        let _ = writeln!(text, "| `{id}` | {name} | {status} | {does} | {outcome} | {shows} |");
    }
}

/// One row a status, one column a shape; each cell has the last digits and the outcome.
fn grid(text: &mut String) {
    let _ = writeln!(
        text,
        "Put `{ID_START}00000` before the digits. What to see is the service's refusal. Where the \
         body shows that a gateway answered in its place, that is said instead, with the status: \
         for HTML unless the status is 401 or 429, and for the bodies without a code of the \
         service from 501 on.\n"
    );
    text.push_str("| HTTP status | what to see |");
    for (_, _, name, does) in SHAPES {
        let _ = write!(text, " {name}: {does} |");
    }
    let _ = writeln!(text, "\n|{}", " --- |".repeat(SHAPES.len() + 2));
    for (status, reason, shows) in STATUSES {
        let _ = write!(text, "| {status} {reason} | {shows} |");
        for (which, ..) in SHAPES {
            let cell = servers().iter().find(|at| (at.status, at.which) == (*status, *which));
            let outcome = cell.map_or("", |server| server.outcome.as_str());
            let _ = write!(text, " `{status:03}{which:04}` {outcome} |");
        }
        text.push('\n');
    }
}
