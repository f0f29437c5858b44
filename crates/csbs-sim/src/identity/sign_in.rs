//! `POST /v3/auth/tokens`: a token for a password, for a password with a passcode, or for another
//! token.

use axum::{
    Extension, Json,
    body::Bytes,
    extract::{Query, State, rejection::BytesRejection},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};

use super::{
    Service, given, origin,
    refusal::Refusal,
    sign_in_request::{self, Asked, AskedScope, Named},
    token_body,
};
use crate::{
    gateway::{
        grants::{Grant, Scope},
        request_id::RequestId,
    },
    well_known::{DOMAIN, Occasion, PASSCODE, PASSWORD, SignIn, User, users},
};

/// Characters of an ordinary token.
const TOKEN_LENGTH: usize = 256;

const WRONG: &str = "The username or password is wrong.";

/// The call itself: reads the body, finds out who asks, and gives out a token or refuses it.
pub(super) async fn sign_in(
    State(service): State<Service>,
    Extension(request_id): Extension<RequestId>,
    Query(parameters): Query<Vec<(String, String)>>,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Result<Response, Refusal> {
    let body = body.map_err(|error| Refusal::request(error.to_string()))?;
    let asked = sign_in_request::read(&body)?;
    let before = match &asked.token {
        Some(token) => Some(service.grants.read(token).map_err(|_| unfit_token())?),
        None => None,
    };
    let user = who(&asked, before.as_ref())?;
    if let (SignIn::Fails(status, answer), None) = (user.sign_in, &before) {
        let status = StatusCode::from_u16(status).unwrap_or(StatusCode::OK);
        let now = service.grants.fresh(user.name, Scope::Unscoped, Vec::new(), None).issued_at;
        return Ok(answer.give(status, Occasion::without_server(request_id, now)).await);
    }
    if let Some((_, password)) = &asked.password {
        check_proof(user, password, &asked)?;
    }
    let scope = scope(&asked.scope, user)?;
    if let SignIn::WorksAfter(pause) = user.sign_in {
        tokio::time::sleep(pause).await;
    }
    let grant = grant(&service, user, scope, &asked, before);
    let with_catalog =
        !parameters.iter().any(|(key, value)| key == "nocatalog" && value != "false");
    let answer = token_body::body(&service, &grant, &origin::of(&headers), with_catalog);
    Ok(answered(&service, user, grant, Json(answer).into_response()))
}

/// Who asks for a token: the user of the password, or the one who has the token.
fn who(asked: &Asked, before: Option<&Grant>) -> Result<&'static User, Refusal> {
    let found = match (before, &asked.password) {
        (Some(grant), _) => token_body::user_named(&grant.user),
        (None, Some((named, _))) => find(named),
        (None, None) => None,
    };
    found.ok_or_else(|| Refusal::unauthorized(WRONG))
}

/// The user of this id, or of this name in the domain; one who always fails is found in any.
fn find(named: &Named) -> Option<&'static User> {
    let user = users().iter().find(|user| named.is(&user.id(), user.name))?;
    let is_here = |domain: &Named| domain.is(DOMAIN.1, DOMAIN.0);
    let always_fails = matches!(user.sign_in, SignIn::Fails(..));
    let fits = named.id.is_some() || named.domain.as_deref().is_some_and(is_here);
    (fits || always_fails).then_some(user)
}

fn check_proof(user: &User, password: &str, asked: &Asked) -> Result<(), Refusal> {
    if password != PASSWORD {
        return Err(Refusal::unauthorized(WRONG));
    }
    match &asked.passcode {
        _ if !user.needs_passcode => Ok(()),
        None => Err(Refusal::unauthorized(
            "The user has to prove who they are by a passcode (totp) as well.",
        )),
        Some((named, passcode)) if named.is(&user.id(), user.name) && passcode == PASSCODE => {
            Ok(())
        }
        Some(_) => Err(Refusal::unauthorized("The passcode is wrong.")),
    }
}

fn scope(asked: &AskedScope, user: &User) -> Result<Scope, Refusal> {
    match asked {
        AskedScope::Nothing => Ok(Scope::Unscoped),
        AskedScope::Domain(named) if named.is(DOMAIN.1, DOMAIN.0) => Ok(Scope::Domain),
        AskedScope::Domain(_) => Err(Refusal::unauthorized("The domain is not the user's.")),
        AskedScope::Project(named) => {
            let found = user.projects().iter().find(|it| named.is(&it.id, &it.name) && it.enabled);
            let found = found.ok_or_else(|| {
                let asked = named.id.as_ref().or(named.name.as_ref()).cloned().unwrap_or_default();
                Refusal::unauthorized(format!("The user has no access to the project {asked}."))
            })?;
            Ok(Scope::Project(found.id.clone()))
        }
    }
}

/// What the token stands for. One that was had for another token ends with that one.
fn grant(
    service: &Service,
    user: &User,
    scope: Scope,
    asked: &Asked,
    before: Option<Grant>,
) -> Grant {
    let lifetime = match user.sign_in {
        SignIn::ShortToken(lifetime) => Some(lifetime),
        _ => None,
    };
    let fresh = service.grants.fresh(user.name, scope, asked.methods.clone(), lifetime);
    match before {
        None => fresh,
        Some(before) => {
            let mut methods = before.methods;
            methods.extend(asked.methods.iter().cloned());
            methods.dedup();
            Grant { methods, expires_at: before.expires_at, ..fresh }
        }
    }
}

/// The answer with the token in its header, or with what is odd about it for this user.
fn answered(service: &Service, user: &User, grant: Grant, body: Response) -> Response {
    let length = match user.sign_in {
        SignIn::LongToken(length) => length,
        _ => TOKEN_LENGTH,
    };
    let token = [(given::SUBJECT, service.grants.give(grant, length))];
    match user.sign_in {
        SignIn::NoToken => (StatusCode::CREATED, body).into_response(),
        SignIn::OddBody(text) => {
            let kind = [(header::CONTENT_TYPE, "text/html; charset=utf-8")];
            (StatusCode::CREATED, token, kind, text).into_response()
        }
        _ => (StatusCode::CREATED, token, body).into_response(),
    }
}

fn unfit_token() -> Refusal {
    Refusal::unauthorized("The token is not accepted, or it has expired.")
}
