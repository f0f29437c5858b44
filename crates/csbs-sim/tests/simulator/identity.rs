//! The identity service: signing in, tokens, users, and what programs ask first.

mod sign_in;
mod tokens;
mod users;
mod versions;

use axum::{body::Body, http::Request};
use csbs_sim::well_known::{DOMAIN, PASSWORD};
use serde_json::{Value, json};

use crate::running::{Answer, Simulator};

fn password(user: &str, password: &str) -> Value {
    let domain = json!({ "name": DOMAIN.0 });
    json!({
        "methods": ["password"],
        "password": { "user": { "name": user, "password": password, "domain": domain } },
    })
}

fn in_project(id: &str) -> Value {
    json!({ "project": { "id": id } })
}

impl Simulator {
    async fn sign_in_at(&self, path: &str, identity: Value, scope: Value) -> Answer {
        let mut auth = json!({ "identity": identity });
        if !scope.is_null() {
            auth["scope"] = scope;
        }
        let body = json!({ "auth": auth }).to_string();
        let request = Request::post(path)
            .header("Host", "127.0.0.1:8080")
            .header("Content-Type", "application/json");
        self.send(request.body(Body::from(body)).unwrap()).await
    }

    async fn sign_in(&self, identity: Value, scope: Value) -> Answer {
        self.sign_in_at("/api/iam/v3/auth/tokens", identity, scope).await
    }

    /// A token of the user `demo`, which must be given.
    async fn token_for(&self, scope: Value) -> String {
        let answer = self.sign_in(password("demo", PASSWORD), scope).await;
        assert_eq!(answer.status, 201, "{answer:?}");
        answer.header("x-subject-token").to_owned()
    }

    async fn get_with(&self, token: &str, path: &str) -> Answer {
        let request = Request::get(path).header("X-Auth-Token", token);
        self.send(request.body(Body::empty()).unwrap()).await
    }
}

fn items_of(project: &str) -> String {
    format!("/api/csbs/v1/{project}/checkpoint_items")
}
