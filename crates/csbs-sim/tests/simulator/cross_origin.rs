//! What a browser of another origin may do.

use axum::{
    body::Body,
    http::{Method, Request},
};
use csbs_sim::{DEMO_RESOURCE_ID, DEMO_TOKEN, Options};

use crate::running::{Answer, Simulator, create_path, create_request};

const PAGE: &str = "https://console.example";

fn proxy() -> Simulator {
    let origins = [PAGE, "http://127.0.0.1:8080"].map(|origin| origin.parse().unwrap());
    Simulator::with(Options { allowed_origins: origins.to_vec(), ..Options::default() })
}

async fn preflight(simulator: &Simulator, origin: &str) -> Answer {
    let request = Request::builder()
        .method(Method::OPTIONS)
        .uri(create_path(DEMO_RESOURCE_ID))
        .header("Origin", origin)
        .header("Access-Control-Request-Method", "POST")
        .header("Access-Control-Request-Headers", "content-type,x-auth-token");
    simulator.send(request.body(Body::empty()).unwrap()).await
}

async fn call(simulator: &Simulator, origin: &str, token: &str) -> Answer {
    let request = Request::post(create_path(DEMO_RESOURCE_ID))
        .header("Origin", origin)
        .header("X-Auth-Token", token)
        .header("Content-Type", "application/json");
    simulator.send(request.body(Body::from("{\"protect\":{}}")).unwrap()).await
}

fn sorted(list: &str) -> Vec<String> {
    let mut names: Vec<_> = list.split(',').map(|name| name.trim().to_lowercase()).collect();
    names.sort();
    names
}

#[tokio::test]
async fn a_preflight_of_an_allowed_origin_is_answered_without_a_token() {
    let answer = preflight(&proxy(), PAGE).await;
    assert!(answer.status.is_success(), "{answer:?}");
    assert_eq!(answer.header("access-control-allow-origin"), PAGE);
    assert_eq!(answer.header("vary").to_lowercase(), "origin");
    let allowed = sorted(answer.header("access-control-allow-headers"));
    assert_eq!(allowed, ["content-type", "x-auth-token"]);
    assert_eq!(sorted(answer.header("access-control-allow-methods")), ["get", "post"]);
}

#[tokio::test]
async fn a_page_of_an_allowed_origin_can_read_answers_and_refusals() {
    let simulator = proxy();
    for (token, status) in [(DEMO_TOKEN, 200), ("made-up", 401)] {
        let answer = call(&simulator, PAGE, token).await;
        assert_eq!(answer.status, status);
        assert_eq!(answer.header("access-control-allow-origin"), PAGE);
        assert_eq!(answer.header("vary").to_lowercase(), "origin");
        let expected =
            ["date", "retry-after", "x-openstack-request-id", "x-request-id", "x-subject-token"];
        assert_eq!(sorted(answer.header("access-control-expose-headers")), expected);
    }
}

#[tokio::test]
async fn a_page_of_an_allowed_origin_can_sign_in_and_list_servers() {
    let simulator = proxy();
    let paths = ["/api/iam/v3/auth/tokens", "/v3/auth/tokens", "/api/ecs/v1/p/cloudservers/detail"];
    for path in paths {
        let preflight = Request::builder()
            .method(Method::OPTIONS)
            .uri(path)
            .header("Origin", PAGE)
            .header("Access-Control-Request-Method", "POST")
            .header("Access-Control-Request-Headers", "content-type,x-auth-token");
        let answer = simulator.send(preflight.body(Body::empty()).unwrap()).await;
        assert!(answer.status.is_success(), "{path}: {answer:?}");
        assert_eq!(answer.header("access-control-allow-origin"), PAGE, "{path}");

        let refused = Request::get(path).header("Origin", PAGE).body(Body::empty()).unwrap();
        let answer = simulator.send(refused).await;
        assert_eq!(answer.header("access-control-allow-origin"), PAGE, "{path}: {answer:?}");
        let exposed = sorted(answer.header("access-control-expose-headers"));
        assert!(exposed.contains(&"x-subject-token".to_owned()), "{path}: {exposed:?}");
    }
}

#[tokio::test]
async fn only_the_exact_origin_is_allowed() {
    let simulator = proxy();
    let others = [
        "http://console.example",
        "https://console.example:444",
        "https://evil-console.example",
        "https://console.example.evil",
        "null",
    ];
    for origin in others {
        for answer in [preflight(&simulator, origin).await, call(&simulator, origin, "t").await] {
            let allowed = answer.headers.get("access-control-allow-origin");
            assert_eq!(allowed, None, "{origin}: {answer:?}");
        }
    }
}

#[tokio::test]
async fn without_allowed_origins_no_browser_of_another_origin_gets_through() {
    let simulator = Simulator::new();
    let answers = [preflight(&simulator, PAGE).await, call(&simulator, PAGE, DEMO_TOKEN).await];
    assert!(!answers[0].status.is_success(), "{answers:?}");
    for answer in answers {
        let names =
            answer.headers.keys().filter(|name| name.as_str().starts_with("access-control"));
        assert_eq!(names.count(), 0, "{answer:?}");
    }
    let with_token = create_request(DEMO_RESOURCE_ID).method(Method::OPTIONS).body(Body::empty());
    assert!(!simulator.send(with_token.unwrap()).await.status.is_success());
}
