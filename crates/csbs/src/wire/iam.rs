//! Signing in: the bodies of its requests, and its answers.

use zeroize::Zeroizing;

use super::refusal::is_web_page;
use super::{Unreadable, read_array};
use crate::http::{HEADER_SUBJECT_TOKEN, HttpResponse};
use crate::iam::credentials::{Credentials, Scope};
use crate::iam::secret::OneTimeCode;
use crate::iam::signed_in::{Named, Project, SignedIn};
use crate::id::ProjectId;
use crate::json::{Json, Object, WipedJson, write_object, write_text};
use crate::time::Time;
use crate::token::Token;

/// The body that signs in with a password, and with a one-time code if there is one.
pub(crate) fn password_body(credentials: &Credentials, scope: &Scope) -> Zeroizing<String> {
    let Credentials { domain, user, password, one_time_code } = credentials;
    let (domain, user, password) = (domain.as_str(), user.as_str(), password.expose());
    let code = one_time_code.as_ref().map(OneTimeCode::expose);
    let named = write_object(&[("name", Some(write_text(domain)))]);
    let scope = match scope {
        Scope::Domain => write_object(&[("domain", Some(named.clone()))]),
        Scope::Project(id) => project_scope(id),
    };
    let all = [&named, &scope, user, user, password, code.unwrap_or_default()];
    let methods = if code.is_some() { r#"["password","totp"]"# } else { r#"["password"]"# };
    let mut body = WipedJson::with_room_for(&all)
        .json(r#"{"auth":{"identity":{"methods":"#)
        .json(methods)
        .json(r#","password":{"user":{"name":"#)
        .text(user)
        .json(r#","password":"#)
        .text(password)
        .json(r#","domain":"#)
        .json(&named)
        .json("}}");
    if let Some(code) = code {
        let before = body.json(r#","totp":{"user":{"name":"#).text(user);
        body = before.json(r#","passcode":"#).text(code).json("}}");
    }
    body.json(r#"},"scope":"#).json(&scope).json("}}").written()
}

/// The body that exchanges a token for one of a project.
pub(crate) fn token_body(token: &Token, project_id: &ProjectId) -> Zeroizing<String> {
    let scope = project_scope(project_id);
    WipedJson::with_room_for(&[token.expose(), &scope])
        .json(r#"{"auth":{"identity":{"methods":["token"],"token":{"id":"#)
        .text(token.expose())
        .json(r#"}},"scope":"#)
        .json(&scope)
        .json("}}")
        .written()
}

/// Reads the answer that brings a token. Nothing but the header has to be there.
pub fn read_token(response: &HttpResponse) -> Result<SignedIn, Unreadable> {
    const NO_TOKEN: Unreadable = Unreadable::Missing { key: HEADER_SUBJECT_TOKEN };

    let header = response
        .header(HEADER_SUBJECT_TOKEN)
        .ok_or_else(|| if is_web_page(&response.body) { Unreadable::WebPage } else { NO_TOKEN })?;
    let token = Token::parse(header).map_err(|_| NO_TOKEN)?;
    let body = Json::parse(&response.body).ok().and_then(Json::object);
    let facts = body.and_then(|body| body.object("token"));
    let part = |key| facts.as_ref().and_then(|facts| facts.object(key));
    let time = |object: Option<&Object<'_>>, key| {
        object.and_then(|object| object.text(key)).map(|raw| Time::parse(&raw))
    };
    let user = part("user");
    let of_user = user.as_ref().and_then(|user| user.object("domain"));
    Ok(SignedIn {
        token,
        expires_at: time(facts.as_ref(), "expires_at"),
        password_expires_at: time(user.as_ref(), "password_expires_at"),
        user: read_named(user),
        domain: read_named(part("domain").or(of_user)),
        project: read_named(part("project")),
    })
}

/// Reads a list of projects. An element without an id is left out, as it could not be chosen.
pub fn read_projects(body: &str) -> Result<Vec<Project>, Unreadable> {
    let (_, projects) = read_array(body, "projects")?;
    let objects = projects.into_iter().filter_map(Json::object);
    Ok(objects.filter_map(|project| read_project(&project)).collect())
}

fn read_project(project: &Object<'_>) -> Option<Project> {
    Some(Project {
        id: project.text("id")?,
        name: project.text("name"),
        description: project.text("description"),
        enabled: project.get("enabled").and_then(Json::boolean) != Some(false),
    })
}

fn read_named(object: Option<Object<'_>>) -> Named {
    let text = |key| object.as_ref().and_then(|object| object.text(key));
    Named { id: text("id"), name: text("name") }
}

fn project_scope(id: &ProjectId) -> String {
    let id = write_object(&[("id", Some(write_text(id.as_str())))]);
    write_object(&[("project", Some(id))])
}
