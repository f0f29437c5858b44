//! What happens on the wire: a real listener, and a client that sees every byte.

use std::{io, net::SocketAddr};

use csbs_sim::{DEMO_RESOURCE_ID, DEMO_TOKEN, Options, Server, StartError, router};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    sync::oneshot,
    task::JoinHandle,
};

use crate::running::create_path;

const CLOSED_BEFORE_ANSWER: &str = "00000000-0000-4000-8000-000000000001";
const NO_ANSWER: &str = "00000000-0000-4000-8000-000000000003";
const CUT_ANSWER: &str = "00000000-0000-4000-8000-000002000001";

/// A simulator on a free port, until it is told to stop.
struct Listening {
    address: SocketAddr,
    stop: oneshot::Sender<()>,
    ended: JoinHandle<()>,
}

async fn listening() -> Listening {
    let router = router(&Options::default()).unwrap();
    let server = Server::bind(([127, 0, 0, 1], 0).into(), router).await.unwrap();
    let address = server.address();
    let (stop, stopped) = oneshot::channel::<()>();
    let ended = tokio::spawn(server.run(async { drop(stopped.await) }));
    Listening { address, stop, ended }
}

/// Sends a create call for this server on a connection of its own.
async fn send(address: SocketAddr, resource_id: &str) -> TcpStream {
    let mut stream = TcpStream::connect(address).await.unwrap();
    let body = "{\"protect\":{}}";
    let request = format!(
        "POST {} HTTP/1.1\r\nHost: {address}\r\nX-Auth-Token: {DEMO_TOKEN}\r\n\
         Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
        create_path(resource_id),
        body.len()
    );
    stream.write_all(request.as_bytes()).await.unwrap();
    stream
}

/// Everything that comes until the other side closes.
async fn read_to_end(mut stream: TcpStream) -> String {
    let mut text = String::new();
    stream.read_to_string(&mut text).await.unwrap();
    text
}

/// Head and body of one answer, read no further than its announced length.
async fn read_answer(stream: &mut TcpStream) -> (String, String) {
    let mut bytes = Vec::new();
    loop {
        let text = String::from_utf8(bytes.clone()).unwrap();
        if let Some((head, body)) = text.split_once("\r\n\r\n")
            && body.len() == announced(head)
        {
            return (head.to_owned(), body.to_owned());
        }
        assert_ne!(stream.read_buf(&mut bytes).await.unwrap(), 0, "closed after {text:?}");
    }
}

fn announced(head: &str) -> usize {
    let line = head.lines().find(|line| line.to_lowercase().starts_with("content-length:"));
    line.unwrap().split_once(':').unwrap().1.trim().parse().unwrap()
}

#[tokio::test]
async fn an_ordinary_answer_is_whole_and_says_when_it_was_sent() {
    let simulator = listening().await;
    let (head, body) = read_answer(&mut send(simulator.address, DEMO_RESOURCE_ID).await).await;
    assert!(head.starts_with("HTTP/1.1 200 OK"), "{head}");
    assert!(head.to_lowercase().contains("\r\ndate: "), "{head}");
    assert!(body.contains("\"checkpoint\""), "{body}");
}

#[tokio::test]
async fn a_connection_closed_before_the_answer_carries_no_byte() {
    let simulator = listening().await;
    let text = read_to_end(send(simulator.address, CLOSED_BEFORE_ANSWER).await).await;
    assert_eq!(text, "");
}

#[tokio::test]
async fn a_cut_answer_ends_before_its_announced_length() {
    let simulator = listening().await;
    let text = read_to_end(send(simulator.address, CUT_ANSWER).await).await;
    let (head, body) = text.split_once("\r\n\r\n").unwrap();
    assert!(head.starts_with("HTTP/1.1 200 OK"), "{head}");
    assert_eq!(body.len(), announced(head) / 2, "{text}");
}

#[tokio::test]
async fn a_server_that_never_answers_does_not_stop_the_others_nor_the_end() {
    let simulator = listening().await;
    let silent = send(simulator.address, NO_ANSWER).await;
    let mut other = send(simulator.address, DEMO_RESOURCE_ID).await;
    read_answer(&mut other).await;
    let nothing = silent.try_read(&mut [0; 1]).unwrap_err();
    assert_eq!(nothing.kind(), io::ErrorKind::WouldBlock);

    simulator.stop.send(()).unwrap();
    simulator.ended.await.unwrap();
}

#[tokio::test]
async fn a_port_in_use_is_told_apart_from_an_address_that_is_not_there() {
    let simulator = listening().await;
    let again = Server::bind(simulator.address, router(&Options::default()).unwrap()).await;
    assert!(matches!(again, Err(StartError::PortTaken(_))), "{again:?}");
    let elsewhere = ([192, 0, 2, 1], 0).into();
    let foreign = Server::bind(elsewhere, router(&Options::default()).unwrap()).await;
    assert!(matches!(foreign, Err(StartError::CannotListen(..))), "{foreign:?}");
}
