//! What stands behind a token, as the body of an answer.

use jiff::Timestamp;
use serde_json::{Map, Value, json};

use super::{Service, catalog};
use crate::{
    gateway::grants::{Grant, Scope},
    site::DEMO_PROJECT_ID,
    well_known::{DOMAIN, Project, User, projects, users},
};

/// The user of this name.
pub(super) fn user_named(name: &str) -> Option<&'static User> {
    users().iter().find(|user| user.name == name)
}

/// The id of the project that a grant is for, if it is for one.
pub(super) fn project_id(grant: &Grant) -> Option<&str> {
    match &grant.scope {
        Scope::Project(id) => Some(id),
        Scope::EveryProject => Some(DEMO_PROJECT_ID),
        Scope::Domain | Scope::Unscoped => None,
    }
}

/// The body: `{"token": {…}}`, with the catalogue if it is wanted, its addresses beginning with
/// `origin`.
pub(super) fn body(service: &Service, grant: &Grant, origin: &str, with_catalog: bool) -> Value {
    let mut token = Map::new();
    token.insert("methods".to_owned(), json!(grant.methods));
    token.insert("issued_at".to_owned(), json!(printed(grant.issued_at)));
    token.insert("expires_at".to_owned(), json!(printed(grant.expires_at)));
    token.insert("user".to_owned(), user(&grant.user));
    let domain = || json!({ "id": DOMAIN.1, "name": DOMAIN.0 });
    let project = project_id(grant);
    if let Some(id) = project {
        let named = |project: &&Project| project.id == id;
        let name = projects().iter().find(named).map(|project| project.name.as_str());
        let project = json!({ "id": id, "name": name, "domain": domain() });
        token.insert("project".to_owned(), project);
    } else if grant.scope == Scope::Domain {
        token.insert("domain".to_owned(), domain());
    }
    if grant.scope != Scope::Unscoped {
        token.insert("roles".to_owned(), json!([{ "id": "0", "name": "te_admin" }]));
    }
    if with_catalog && grant.scope != Scope::Unscoped {
        token.insert("catalog".to_owned(), json!(catalog::of(service, origin, project)));
    }
    json!({ "token": token })
}

fn user(name: &str) -> Value {
    json!({
        "id": user_named(name).map(User::id),
        "name": name,
        "domain": { "id": DOMAIN.1, "name": DOMAIN.0 },
        "password_expires_at": "",
    })
}

/// A time as the identity service prints it, such as `2020-01-04T09:08:49.965000Z`.
fn printed(time: Timestamp) -> String {
    time.strftime("%Y-%m-%dT%H:%M:%S%.6fZ").to_string()
}
