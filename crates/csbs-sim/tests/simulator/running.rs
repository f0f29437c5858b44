//! A simulator in memory, and the calls that the tests make to it.

use std::{sync::Arc, time::Duration};

use axum::{
    Router,
    body::{Body, Bytes},
    http::{HeaderMap, Request, StatusCode, request},
    response::Response,
};
use csbs_sim::{
    DEMO_PROJECT_ID, DEMO_RESOURCE_ID, DEMO_TOKEN, Options, clock::ManualClock, router,
    server::HangUp, well_known::WellKnownServer,
};
use http_body_util::BodyExt;
use serde_json::{Value, json};
use tower::ServiceExt;

pub const PROVIDER_ID: &str = "fc4d5750-22e7-4798-8a46-f48f62c4c1da";

/// A simulator whose clock stands at the time of the page's example until a test moves it.
pub struct Simulator {
    pub router: Router,
    pub clock: Arc<ManualClock>,
}

/// An answer, read to its end.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

/// How a create call ended.
#[derive(Debug)]
pub enum End {
    Answered(Answer),
    Broken { status: StatusCode, announced: usize, received: usize },
    HungUp,
    Silent,
}

impl Simulator {
    pub fn new() -> Self {
        Self::with(Options::default())
    }

    pub fn with(options: Options) -> Self {
        let clock = Arc::new(ManualClock::new("2017-04-18T01:21:52.701973Z".parse().unwrap()));
        let router = router(&Options { clock: Arc::clone(&clock) as _, ..options }).unwrap();
        Self { router, clock }
    }

    pub async fn send(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = body.collect().await.unwrap().to_bytes().to_vec();
        Answer { status: parts.status, headers: parts.headers, body }
    }

    /// A create call for this server that sends `protect`.
    pub async fn create(&self, resource_id: &str, protect: Value) -> Answer {
        let body = json!({ "protect": protect }).to_string();
        self.send(create_request(resource_id).body(Body::from(body)).unwrap()).await
    }

    /// How a create call for this server ends. Needs a paused time, of which it waits an hour.
    pub async fn end_of(&self, server: &WellKnownServer) -> End {
        let request = create_request(&server.id()).body(Body::from("{\"protect\":{}}")).unwrap();
        let answer = self.router.clone().oneshot(request);
        match tokio::time::timeout(Duration::from_secs(3600), answer).await {
            Err(_) => End::Silent,
            Ok(answer) => end(answer.unwrap()).await,
        }
    }

    /// A create call for the example's server, which must be accepted; gives the checkpoint's id.
    pub async fn created(&self, protect: Value) -> String {
        let answer = self.create(DEMO_RESOURCE_ID, protect).await;
        assert_eq!(answer.status, 200, "{answer:?}");
        answer.json()["checkpoint"]["id"].as_str().unwrap().to_owned()
    }

    /// A call of the API with the demo token: `path` follows the project.
    pub async fn read(&self, path: &str) -> Answer {
        let uri = format!("/api/csbs/v1/{DEMO_PROJECT_ID}{path}");
        let request = Request::get(uri).header("X-Auth-Token", DEMO_TOKEN);
        self.send(request.body(Body::empty()).unwrap()).await
    }

    /// The list of checkpoint items for these parameters, which must be given.
    pub async fn items(&self, parameters: &str) -> Vec<Value> {
        let answer = self.read(&format!("/checkpoint_items?{parameters}")).await;
        assert_eq!(answer.status, 200, "{parameters}: {answer:?}");
        answer.json()["checkpoint_items"].as_array().unwrap().clone()
    }
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub fn header(&self, name: &str) -> &str {
        let value = self.headers.get(name).unwrap_or_else(|| panic!("no {name}: {self:?}"));
        value.to_str().unwrap()
    }

    pub fn code(&self) -> String {
        self.json()["error_code"].as_str().unwrap_or_default().to_owned()
    }
}

async fn end(response: Response) -> End {
    if response.extensions().get::<HangUp>().is_some() {
        return End::HungUp;
    }
    let (parts, mut body) = response.into_parts();
    let mut bytes = Vec::new();
    while let Some(frame) = body.frame().await {
        match frame {
            Ok(frame) => bytes.extend(frame.into_data().unwrap_or(Bytes::new())),
            Err(_) => {
                let announced = parts.headers["content-length"].to_str().unwrap();
                return End::Broken {
                    status: parts.status,
                    announced: announced.parse().unwrap(),
                    received: bytes.len(),
                };
            }
        }
    }
    End::Answered(Answer { status: parts.status, headers: parts.headers, body: bytes })
}

/// A create call for this server, with everything but the body.
pub fn create_request(resource_id: &str) -> request::Builder {
    Request::post(create_path(resource_id))
        .header("X-Auth-Token", DEMO_TOKEN)
        .header("Content-Type", "application/json")
}

pub fn create_path(resource_id: &str) -> String {
    format!("/api/csbs/v1/{DEMO_PROJECT_ID}/providers/{PROVIDER_ID}/resources/{resource_id}/action")
}
