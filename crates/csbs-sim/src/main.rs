//! The simulator as a program: reads the command line, says where it listens, and serves until it
//! is told to end.

mod arguments;

use std::process::ExitCode;

use clap::Parser;
use csbs_sim::{
    DEMO_TOKEN, RequestLog, Server, StartError, router,
    well_known::{self, DOMAIN, PASSCODE, PASSWORD},
};

use arguments::{Arguments, ListFormat};

/// What a program that was called wrongly, or cannot start, ends with; the same as clap's.
const CANNOT_START: u8 = 2;

#[tokio::main]
async fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(asked) if !asked.use_stderr() => asked.exit(),
        Err(error) => {
            eprintln!("{}", in_a_line(&error.to_string()));
            return ExitCode::from(CANNOT_START);
        }
    };
    match arguments.well_known {
        Some(ListFormat::Json) => println!("{}", well_known::json()),
        Some(ListFormat::All) => println!("{}", well_known::everything()),
        Some(ListFormat::Markdown) => print!("{}", well_known::markdown()),
        None => {
            if let Err(error) = serve(&arguments).await {
                eprintln!("{error}");
                return ExitCode::from(CANNOT_START);
            }
        }
    }
    ExitCode::SUCCESS
}

/// What clap says of a command line, without the usage and the hints below it.
fn in_a_line(said: &str) -> String {
    let lines = said.lines().take_while(|line| !line.is_empty()).map(str::trim);
    let line = lines.collect::<Vec<_>>().join(" ");
    line.strip_prefix("error: ").map(str::to_owned).unwrap_or(line)
}

async fn serve(arguments: &Arguments) -> Result<(), StartError> {
    let options = arguments.options();
    let log = arguments.log.as_deref().map(RequestLog::open).transpose()?;
    let server = Server::bind(arguments.address(), router(&options)?).await?.logging_to(log);
    let stop = told_to_end();
    // Programs that start the simulator wait for this line and take the address from it.
    println!("listening on http://{}", server.address());
    println!();
    match options.site {
        Some(_) => println!("  The page          http://{}/", server.address()),
        None => println!("  The page          not served; give its folder with --site"),
    }
    let paths = [&options.base_path, &options.identity_path, &options.compute_path];
    for (name, path) in
        ["The API          ", "  signing in     ", "  servers        "].iter().zip(paths)
    {
        println!("  {name} http://{}{path}", server.address());
    }
    println!("  For SDKs          http://{}/v3", server.address());
    println!("  The demo token    {DEMO_TOKEN}");
    println!("  Demo users        {}", demo_users());
    println!("                    domain {}, password {PASSWORD}", DOMAIN.0);
    println!("  What can be tried docs/simulator.md");
    println!();
    println!("  End it with Ctrl-C.");
    server.run(stop).await;
    Ok(())
}

/// The users who can sign in without anything going wrong, in a line.
fn demo_users() -> String {
    let mut users: Vec<String> = Vec::new();
    for user in well_known::users().iter().filter(|user| user.is_for_trying_out()) {
        let passcode =
            if user.needs_passcode { format!(" (passcode {PASSCODE})") } else { String::new() };
        users.push(format!("{}{passcode}", user.name));
    }
    users.join(", ")
}

/// Ready on Ctrl-C, and on the signal by which systems end a program. Both are listened for from
/// this call on, before anyone is told that the simulator is there.
#[cfg(unix)]
fn told_to_end() -> impl Future<Output = ()> {
    use tokio::signal::unix::{SignalKind, signal};

    let [interrupt, terminate] = [SignalKind::interrupt(), SignalKind::terminate()].map(|kind| {
        let signal = signal(kind);
        async move {
            match signal {
                Ok(mut signal) => drop(signal.recv().await),
                // Without a listener the signal ends the program by itself.
                Err(_) => std::future::pending().await,
            }
        }
    });
    async move {
        tokio::select! {
            () = interrupt => {}
            () = terminate => {}
        }
    }
}

/// Ready on Ctrl-C.
#[cfg(not(unix))]
async fn told_to_end() {
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}
