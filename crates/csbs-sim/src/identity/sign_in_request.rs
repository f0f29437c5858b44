//! The body of a sign-in, read from raw JSON: who says they are who, how they prove it, and what
//! the token shall be for.

use serde_json::{Map, Value};

use super::refusal::Refusal;

/// What a sign-in asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Asked {
    /// The methods, in the order sent.
    pub(super) methods: Vec<String>,
    /// The proof of the method `password`.
    pub(super) password: Option<(Named, String)>,
    /// The proof of the method `totp`.
    pub(super) passcode: Option<(Named, String)>,
    /// The proof of the method `token`.
    pub(super) token: Option<String>,
    /// What the token shall be for.
    pub(super) scope: AskedScope,
}

/// What the token shall be for, as it was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum AskedScope {
    /// Nothing was said, or `unscoped`.
    Nothing,
    /// A domain.
    Domain(Named),
    /// A project.
    Project(Named),
}

/// A user, project or domain, by id or by name; users and projects with their domain, if it was
/// sent.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Named {
    /// The id.
    pub(super) id: Option<String>,
    /// The name.
    pub(super) name: Option<String>,
    /// The domain it belongs to.
    pub(super) domain: Option<Box<Named>>,
}

impl Named {
    /// Whether this names the thing of this id and name.
    pub(super) fn is(&self, id: &str, name: &str) -> bool {
        match (&self.id, &self.name) {
            (Some(asked), _) => asked == id,
            (None, Some(asked)) => asked == name,
            (None, None) => false,
        }
    }
}

/// Reads the body of a sign-in.
///
/// # Errors
/// HTTP 400 with what is missing or is not what it must be.
pub(super) fn read(body: &[u8]) -> Result<Asked, Refusal> {
    let body: Value = serde_json::from_slice(body)
        .map_err(|error| Refusal::request(format!("The body is not JSON: {error}")))?;
    let auth = object(&body, "auth")?;
    let identity = object_in(auth, "identity")?;
    let methods = identity.get("methods").and_then(Value::as_array);
    let methods = methods.ok_or_else(|| expected("a list", "methods"))?;
    let method = |value: &Value| value.as_str().map(str::to_owned);
    let methods: Option<Vec<String>> = methods.iter().map(method).collect();
    let methods = methods.ok_or_else(|| expected("a list of strings", "methods"))?;
    let mut asked = Asked {
        password: None,
        passcode: None,
        token: None,
        scope: scope(auth.get("scope"))?,
        methods: methods.clone(),
    };
    for method in &methods {
        let proof = object_in(identity, method)?;
        match method.as_str() {
            "password" => asked.password = Some(user_with(proof, "password")?),
            "totp" => asked.passcode = Some(user_with(proof, "passcode")?),
            "token" => asked.token = Some(text_in(proof, "id")?),
            other => return Err(Refusal::request(format!("The method {other} is not known."))),
        }
    }
    if asked.password.is_some() == asked.token.is_some() {
        return Err(Refusal::request("methods must hold either password or token."));
    }
    Ok(asked)
}

fn user_with(proof: &Map<String, Value>, secret: &str) -> Result<(Named, String), Refusal> {
    let user = object_in(proof, "user")?;
    Ok((named(user, "user")?, text_in(user, secret)?))
}

fn scope(scope: Option<&Value>) -> Result<AskedScope, Refusal> {
    let Some(scope) = scope.filter(|scope| *scope != "unscoped") else {
        return Ok(AskedScope::Nothing);
    };
    let scope = scope.as_object().ok_or_else(|| expected("an object", "scope"))?;
    match (scope.get("project"), scope.get("domain")) {
        (Some(project), None) => Ok(AskedScope::Project(named_value(project, "project")?)),
        (None, Some(domain)) => Ok(AskedScope::Domain(named_value(domain, "domain")?)),
        (None, None) if scope.contains_key("unscoped") => Ok(AskedScope::Nothing),
        _ => Err(Refusal::request("scope must hold either project or domain.")),
    }
}

fn named_value(value: &Value, what: &str) -> Result<Named, Refusal> {
    named(value.as_object().ok_or_else(|| expected("an object", what))?, what)
}

fn named(map: &Map<String, Value>, what: &str) -> Result<Named, Refusal> {
    let text = |key| map.get(key).and_then(Value::as_str).map(str::to_owned);
    let domain = map.get("domain").map(|domain| named_value(domain, "domain")).transpose()?;
    let named = Named { id: text("id"), name: text("name"), domain: domain.map(Box::new) };
    if named.id.is_none() && named.name.is_none() {
        return Err(expected("id or name", what));
    }
    Ok(named)
}

fn object<'a>(value: &'a Value, key: &str) -> Result<&'a Map<String, Value>, Refusal> {
    value.get(key).and_then(Value::as_object).ok_or_else(|| expected("an object", key))
}

fn object_in<'a>(
    map: &'a Map<String, Value>,
    key: &str,
) -> Result<&'a Map<String, Value>, Refusal> {
    map.get(key).and_then(Value::as_object).ok_or_else(|| expected("an object", key))
}

fn text_in(map: &Map<String, Value>, key: &str) -> Result<String, Refusal> {
    map.get(key).and_then(Value::as_str).map(str::to_owned).ok_or_else(|| expected("a string", key))
}

fn expected(what: &str, place: &str) -> Refusal {
    Refusal::request(format!("Expecting to find {what} in {place}."))
}
