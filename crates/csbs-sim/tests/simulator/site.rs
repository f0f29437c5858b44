//! The built page, as it is served.

use std::{fs, path::Path, time::Duration};

use axum::{
    body::Body,
    http::{HeaderMap, Request},
};
use csbs_sim::{Options, StartError, router};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::running::{Answer, Simulator};

fn built_page() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let files = [
        ("index.html", "<!doctype html>"),
        ("start.js", "start();"),
        ("app_bg.wasm", "\0asm"),
        ("app_bg.wasm.br", "brotli"),
        ("app_bg.wasm.gz", "gzip"),
        ("console.css", "body{}"),
        ("start-0123456789abcdef.js", "start();"),
        ("config.json", "{\"backup_address\":\"/deployed\"}"),
    ];
    for (name, content) in files {
        fs::write(folder.path().join(name), content).unwrap();
    }
    folder
}

fn serving(folder: &Path) -> Simulator {
    Simulator::with(Options { site: Some(folder.to_owned()), ..Options::default() })
}

async fn get(simulator: &Simulator, path: &str, headers: &[(&str, &str)]) -> Answer {
    let mut request = Request::get(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    simulator.send(request.body(Body::empty()).unwrap()).await
}

fn assert_secure(headers: &HeaderMap) {
    let source = include_str!("../../../../deploy/security-headers.json");
    let expected: Value = serde_json::from_str(source).unwrap();
    for (name, value) in expected.as_object().unwrap() {
        let found = headers.get(name).map(|found| found.to_str().unwrap());
        assert_eq!(found, value.as_str(), "{name}");
    }
}

#[tokio::test]
async fn every_file_comes_with_its_type_the_security_headers_and_its_time() {
    let folder = built_page();
    let simulator = serving(folder.path());
    const ASK_AGAIN: &str = "no-cache";
    const KEEP: &str = "public, max-age=31536000, immutable";
    let cases = [
        ("/", 200, "text/html", ASK_AGAIN),
        ("/index.html", 200, "text/html", ASK_AGAIN),
        ("/start.js", 200, "text/javascript", ASK_AGAIN),
        ("/app_bg.wasm", 200, "application/wasm", ASK_AGAIN),
        ("/console.css", 200, "text/css", ASK_AGAIN),
        ("/config.json", 200, "application/json", ASK_AGAIN),
        ("/start-0123456789abcdef.js", 200, "text/javascript", KEEP),
        ("/start-fedcba9876543210.js", 404, "text/plain; charset=utf-8", ASK_AGAIN),
        ("/nothing", 404, "text/plain; charset=utf-8", ASK_AGAIN),
    ];
    for (path, status, content_type, caching) in cases {
        let answer = get(&simulator, path, &[]).await;
        assert_eq!(answer.status, status, "{path}");
        assert_eq!(answer.header("content-type"), content_type, "{path}");
        assert_eq!(answer.header("cache-control"), caching, "{path}");
        assert_secure(&answer.headers);
    }
}

#[tokio::test]
async fn one_script_may_be_loaded_by_pages_of_other_origins() {
    let folder = built_page();
    fs::write(folder.path().join("csbs-console-element.js"), "").unwrap();
    let simulator = serving(folder.path());
    for (path, policy) in
        [("/csbs-console-element.js", "cross-origin"), ("/start.js", "same-origin")]
    {
        let answer = get(&simulator, path, &[]).await;
        assert_eq!(answer.status, 200, "{path}");
        assert_eq!(answer.header("cross-origin-resource-policy"), policy, "{path}");
    }
}

#[tokio::test]
async fn a_compressed_file_is_sent_to_clients_that_accept_it() {
    let folder = built_page();
    let simulator = serving(folder.path());
    let cases = [
        ("br, gzip", Some("br"), "brotli"),
        ("gzip", Some("gzip"), "gzip"),
        ("identity", None, "\0asm"),
    ];
    for (accepted, encoding, body) in cases {
        let answer = get(&simulator, "/app_bg.wasm", &[("Accept-Encoding", accepted)]).await;
        let found = answer.headers.get("content-encoding").map(|found| found.to_str().unwrap());
        assert_eq!(found, encoding, "{accepted}");
        assert_eq!(answer.text(), body, "{accepted}");
        assert_eq!(answer.header("content-type"), "application/wasm", "{accepted}");
        assert_eq!(answer.header("vary"), "accept-encoding", "{accepted}");
    }
    let plain = get(&simulator, "/start.js", &[("Accept-Encoding", "br, gzip")]).await;
    assert_eq!(plain.headers.get("content-encoding"), None);
}

#[tokio::test]
async fn an_unchanged_file_is_not_sent_again() {
    let folder = built_page();
    let simulator = serving(folder.path());
    let first = get(&simulator, "/start.js", &[]).await;
    let conditions = [("If-None-Match", "etag"), ("If-Modified-Since", "last-modified")];
    for (condition, header) in conditions {
        let again = get(&simulator, "/start.js", &[(condition, first.header(header))]).await;
        assert_eq!(again.status, 304, "{condition}");
        assert_secure(&again.headers);
    }
}

#[tokio::test]
async fn a_path_out_of_the_folder_is_not_found() {
    let folder = built_page();
    fs::write(folder.path().join("secret"), "").unwrap();
    let inside = folder.path().join("inside");
    fs::create_dir(&inside).unwrap();
    fs::write(inside.join("index.html"), "").unwrap();
    let simulator = serving(&inside);
    for path in ["/../secret", "/%2e%2e/secret", "/..%2fsecret", "/%2e%2e%2fsecret"] {
        assert_eq!(get(&simulator, path, &[]).await.status, 404, "{path}");
    }
}

#[tokio::test]
async fn the_settings_of_the_page_are_the_simulators_own() {
    let folder = built_page();
    let options = Options {
        site: Some(folder.path().to_owned()),
        base_path: "/proxy".parse().unwrap(),
        page_timeout: Duration::from_secs(5),
        ..Options::default()
    };
    let answer = get(&Simulator::with(options), "/config.json", &[]).await;
    let expected = json!({
        "backup_address": "/proxy",
        "identity_address": "/api/iam",
        "compute_address": "/api/ecs",
        "sign_in": ["password", "token"],
        "timeout_seconds": 5,
        "demo": {
            "token": csbs_sim::DEMO_TOKEN,
            "project_id": "b942cc8342734d15bcb246babb1953cf",
            "resource_id": "9506416d-db6c-406e-8bca-c0f43793d914",
        },
    });
    assert_eq!(answer.json(), expected);
}

#[tokio::test]
async fn without_a_site_a_page_says_that_only_the_api_is_there() {
    let answer = get(&Simulator::new(), "/", &[]).await;
    assert_eq!(answer.status, 404);
    assert!(answer.text().contains("--site"), "{answer:?}");
    assert_secure(&answer.headers);
}

#[test]
fn a_site_that_is_not_there_or_not_built_stops_the_start() {
    let folder = tempfile::tempdir().unwrap();
    let missing = Options { site: Some(folder.path().join("dist")), ..Options::default() };
    assert!(matches!(router(&missing), Err(StartError::SiteMissing(_))));
    let empty = Options { site: Some(folder.path().to_owned()), ..Options::default() };
    assert!(matches!(router(&empty), Err(StartError::SiteNotBuilt(_))));
}
