//! The list of requests: everything that arrives, and nothing that is secret.

use std::path::{Path, PathBuf};

use csbs_sim::{Options, RequestLog, Server, StartError, router};
use serde_json::{Value, json};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

/// Sends this to a simulator that keeps a list, and gives the list when it has closed.
async fn logged(sent: &str) -> (String, Vec<Value>) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("requests.jsonl");
    let log = Some(RequestLog::open(&path).unwrap());
    let router = router(&Options::default()).unwrap();
    let server = Server::bind(([127, 0, 0, 1], 0).into(), router).await.unwrap().logging_to(log);
    let address = server.address();
    let serving = tokio::spawn(server.run(std::future::pending()));

    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(sent.as_bytes()).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    serving.abort();
    (answer, lines(&path))
}

fn lines(path: &Path) -> Vec<Value> {
    let text = std::fs::read_to_string(path).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[tokio::test]
async fn a_request_is_noted_without_its_values_and_its_body() {
    let (answer, lines) = logged(
        "POST /v3/auth/tokens?nocatalog=true HTTP/1.1\r\nHost: a\r\nX-Auth-Token: geheim1\r\n\
         Content-Length: 7\r\nConnection: close\r\n\r\ngeheim2",
    )
    .await;
    assert!(answer.starts_with("HTTP/1.1 4"), "{answer}");
    let expected = json!({
        "method": "POST",
        "target": "/v3/auth/tokens?nocatalog=true",
        "headers": ["host", "x-auth-token", "content-length", "connection"],
    });
    assert_eq!(lines, [expected]);
}

#[tokio::test]
async fn a_path_that_nothing_answers_is_noted_as_it_was_sent() {
    let (_, lines) =
        logged("PURGE /%2e%2E/x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").await;
    assert_eq!(lines[0]["method"], "PURGE");
    assert_eq!(lines[0]["target"], "/%2e%2E/x");
}

#[tokio::test]
async fn what_is_no_request_is_noted_too() {
    let (_, lines) = logged("GET / HTTP/1.1\r\nthis is no header\r\n\r\n").await;
    assert_eq!(lines, [json!({ "unreadable": true })]);
}

#[test]
fn a_file_that_cannot_be_written_is_said_before_anything_starts() {
    let path = PathBuf::from("/no-such-folder/requests.jsonl");
    assert!(matches!(RequestLog::open(&path), Err(StartError::CannotLog(..))));
}
