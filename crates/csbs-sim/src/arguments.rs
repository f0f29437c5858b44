//! The command line: every flag, with its default and the sentence that explains it.

use std::{
    net::{IpAddr, Ipv4Addr, SocketAddr},
    path::PathBuf,
    time::Duration,
};

use clap::{Parser, ValueEnum};
use csbs_sim::{
    MOST_SERVERS, Options,
    options::{BasePath, Origin},
};

/// Simulates the Cloud Server Backup Service and serves the console's built page.
#[derive(Debug, Parser)]
#[command(name = "csbs-sim", version)]
pub(crate) struct Arguments {
    /// Port to listen on; 0 takes any free one
    #[arg(long, default_value_t = 8080)]
    port: u16,

    /// Address to listen on
    #[arg(long, default_value_t = IpAddr::V4(Ipv4Addr::LOCALHOST))]
    host: IpAddr,

    /// Folder of the built page; without it, only the API is served
    #[arg(long, value_name = "FOLDER")]
    site: Option<PathBuf>,

    /// Origin whose pages may call the API, as through a cross-origin proxy; may be repeated
    #[arg(long, value_name = "ORIGIN")]
    cors: Vec<Origin>,

    /// Origin of a portal that may show the page in a frame; may be repeated
    #[arg(long, value_name = "ORIGIN")]
    portal: Vec<Origin>,

    /// Path under which the backup service answers
    #[arg(long, value_name = "PATH", default_value_t)]
    base_path: BasePath,

    /// Path under which the identity service answers, besides /v3
    #[arg(long, value_name = "PATH", default_value_t = Options::default().identity_path)]
    identity_path: BasePath,

    /// Path under which the compute service answers
    #[arg(long, value_name = "PATH", default_value_t = Options::default().compute_path)]
    compute_path: BasePath,

    /// Milliseconds for which every answer of the API is held back
    #[arg(long, value_name = "MILLISECONDS", default_value_t = 0)]
    delay_ms: u64,

    /// Requests that the API takes in a second; without it, any number
    #[arg(long, value_name = "REQUESTS", value_parser = clap::value_parser!(u32).range(1..))]
    rate_limit: Option<u32>,

    /// Seconds until a token that a sign-in gave out expires
    #[arg(long, value_name = "SECONDS", default_value_t = 86400)]
    token_seconds: u64,

    /// Servers that a project has, at most 10000: the first 12 are of every kind, the others made up
    #[arg(long, value_name = "SERVERS", default_value_t = 12, value_parser = at_most_servers)]
    servers: usize,

    /// Seconds that a backup takes until it is available
    #[arg(long, value_name = "SECONDS", default_value_t = 20)]
    backup_seconds: u64,

    /// Seconds that the page waits for an answer, told to it in config.json
    #[arg(long, value_name = "SECONDS", default_value_t = 60)]
    timeout_seconds: u64,

    /// File to which each request is added: its method, its target, the names of its headers
    #[arg(long, value_name = "FILE")]
    pub(crate) log: Option<PathBuf>,

    /// Print what is well known (servers, users, projects) and end
    #[arg(long, value_name = "FORMAT")]
    pub(crate) well_known: Option<ListFormat>,
}

/// What of that is printed, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ListFormat {
    /// The servers whose create call is unusual, for programs.
    Json,
    /// Everything, for programs.
    All,
    /// Everything, as in the documentation.
    Markdown,
}

fn at_most_servers(text: &str) -> Result<usize, String> {
    let wrong = || format!("write a whole number from 0 to {MOST_SERVERS}");
    text.parse().ok().filter(|count| *count <= MOST_SERVERS).ok_or_else(wrong)
}

impl Arguments {
    /// The address to listen on.
    pub(crate) fn address(&self) -> SocketAddr {
        SocketAddr::new(self.host, self.port)
    }

    /// What the simulator is made with.
    pub(crate) fn options(&self) -> Options {
        Options {
            base_path: self.base_path.clone(),
            identity_path: self.identity_path.clone(),
            compute_path: self.compute_path.clone(),
            site: self.site.clone(),
            allowed_origins: self.cors.clone(),
            portals: self.portal.clone(),
            delay: Duration::from_millis(self.delay_ms),
            rate_limit: self.rate_limit,
            token_lifetime: Duration::from_secs(self.token_seconds),
            servers: self.servers,
            backup_duration: Duration::from_secs(self.backup_seconds),
            page_timeout: Duration::from_secs(self.timeout_seconds),
            ..Options::default()
        }
    }
}
