//! Why a simulator cannot start, each as one sentence that says what to do.

use std::{fmt, io, net::SocketAddr, path::PathBuf};

/// What stops a simulator from starting.
#[derive(Debug)]
pub enum StartError {
    /// The folder of the built page is not there, or is no folder.
    SiteMissing(PathBuf),
    /// The folder is there but holds no `index.html`.
    SiteNotBuilt(PathBuf),
    /// The compiled-in list of security headers cannot be read.
    SecurityHeaders(String),
    /// Two services would answer under this path, or one where SDKs find the identity service.
    PathTaken(String),
    /// Another program listens on the port.
    PortTaken(SocketAddr),
    /// The address cannot be listened on for another reason.
    CannotListen(SocketAddr, io::Error),
    /// The list of requests cannot be written there.
    CannotLog(PathBuf, io::Error),
}

impl fmt::Display for StartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::SiteMissing(path) => write!(
                f,
                "There is no folder {}: build the page first, or leave out --site to serve only \
                 the API.",
                path.display()
            ),
            Self::SiteNotBuilt(path) => write!(
                f,
                "The folder {} holds no index.html: build the page first, or leave out --site to \
                 serve only the API.",
                path.display()
            ),
            Self::SecurityHeaders(reason) => {
                write!(f, "Correct deploy/security-headers.json and build again: {reason}.")
            }
            Self::PathTaken(path) => write!(
                f,
                "The path {path} is given to two services, or is /v3, where SDKs sign in: choose \
                 others with --base-path, --identity-path and --compute-path."
            ),
            Self::PortTaken(address) => write!(
                f,
                "Port {} on {} is taken by another program: choose another with --port, or let \
                 the system choose one with --port 0.",
                address.port(),
                address.ip()
            ),
            Self::CannotListen(address, error) => write!(
                f,
                "Choose another --host or --port: listening on {address} was refused by the \
                 system ({error})."
            ),
            Self::CannotLog(path, error) => write!(
                f,
                "Choose another file for --log, or leave it out: writing {} was refused by the \
                 system ({error}).",
                path.display()
            ),
        }
    }
}

impl std::error::Error for StartError {}
