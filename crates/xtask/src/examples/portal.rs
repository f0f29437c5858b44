//! The server of the portal: static files, on an origin of their own.

use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::thread;

use anyhow::{Context, Result};
use axum::Router;
use tower_http::services::ServeDir;

use crate::step;

/// Listens on a port, or on a free one when it is taken, which is said.
pub(super) fn listen(port: u16) -> Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).or_else(|_| {
        let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let other = free.local_addr()?.port();
        step::say(&format!("Port {port} is taken, so the portal uses port {other}."));
        Ok(free)
    })
}

/// Serves the files of a folder from now on, until the program ends.
pub(super) fn serve(listener: TcpListener, folder: &Path) -> Result<()> {
    listener.set_nonblocking(true)?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_io()
        .enable_time()
        .build()
        .context("The portal could not be served.")?;
    let files = Router::new().fallback_service(ServeDir::new(folder));
    thread::spawn(move || {
        runtime.block_on(async {
            let served =
                async { axum::serve(tokio::net::TcpListener::from_std(listener)?, files).await };
            if let Err(error) = served.await {
                step::say(&format!("The portal is no longer served: {error}."));
            }
        });
    });
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};
    use std::net::TcpStream;

    use super::{listen, serve};

    #[test]
    fn a_port_that_is_taken_is_replaced() {
        let taken = listen(0).expect("a port");
        let port = taken.local_addr().expect("an address").port();
        let other = listen(port).expect("another port");
        assert_ne!(other.local_addr().expect("an address").port(), port);
    }

    #[test]
    fn the_files_of_the_folder_are_served_as_what_they_are() {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join("page.html"), "a portal").expect("a file");
        let listener = listen(0).expect("a port");
        let address = listener.local_addr().expect("an address");
        serve(listener, folder.path()).expect("a server");

        let ask = |path: &str| {
            let mut connection = TcpStream::connect(address).expect("a connection");
            let request =
                format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            connection.write_all(request.as_bytes()).expect("a request");
            let mut answer = String::new();
            connection.read_to_string(&mut answer).expect("an answer");
            answer
        };
        let page = ask("/page.html");
        assert!(page.starts_with("HTTP/1.1 200 ") && page.ends_with("\r\n\r\na portal"), "{page}");
        assert!(page.contains("content-type: text/html"), "{page}");
        assert!(ask("/other.html").starts_with("HTTP/1.1 404 "));
    }
}
