//! The simulator as a program beside the page: building it, choosing its port, starting it.

use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use xshell::cmd;

use crate::project::Project;
use crate::step;

/// Where the page is shown unless a port is given.
pub(crate) const DEFAULT_PORT: u16 = 8080;

const PATIENCE: Duration = Duration::from_secs(10);
const PAUSE: Duration = Duration::from_millis(50);

/// Builds the simulator and gives its program.
pub(crate) fn build(project: &Project) -> Result<PathBuf> {
    let shell = &project.shell;
    step::run(
        &cmd!(shell, "cargo build --package csbs-sim"),
        "The simulator could not be built. The compiler's message is above.",
    )?;
    Ok(project.target().join("debug").join(format!("csbs-sim{}", std::env::consts::EXE_SUFFIX)))
}

/// The port to listen on: the one asked for, or the default one, or, when that is taken, a free
/// one, which is said.
pub(crate) fn choose_port(asked: Option<u16>) -> Result<u16> {
    if let Some(port) = asked {
        ensure!(is_free(port), "Port {port} is taken. Choose another with --port.");
        return Ok(port);
    }
    if is_free(DEFAULT_PORT) {
        return Ok(DEFAULT_PORT);
    }
    let port = free_port()?;
    step::say(&format!("Port {DEFAULT_PORT} is taken, so port {port} is used."));
    Ok(port)
}

/// A port that nobody listens on now.
pub(crate) fn free_port() -> Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}

/// A simulator that runs until this value is dropped.
pub(crate) struct Simulator {
    child: Child,
}

impl Simulator {
    /// Starts the program on a port and waits until it listens. With a site, it serves that too, and
    /// these portals may show it in a frame.
    pub(crate) fn start(
        program: &Path,
        port: u16,
        site: Option<&Path>,
        portals: &[&str],
    ) -> Result<Self> {
        let mut command = Command::new(program);
        command.args(["--port", &port.to_string()]);
        if let Some(site) = site {
            command.arg("--site").arg(site);
        }
        for portal in portals {
            command.args(["--portal", portal]);
        }
        step::say(&format!("$ {command:?}"));
        let child = command
            .spawn()
            .with_context(|| format!("{} could not be started.", program.display()))?;
        let mut simulator = Self { child };
        simulator.wait_until_it_listens(port)?;
        Ok(simulator)
    }

    /// Waits until the simulator ends by itself or is ended.
    pub(crate) fn wait(mut self) -> Result<()> {
        self.child.wait()?;
        Ok(())
    }

    fn wait_until_it_listens(&mut self, port: u16) -> Result<()> {
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
        let started = Instant::now();
        while TcpStream::connect_timeout(&address, PATIENCE).is_err() {
            if let Some(status) = self.child.try_wait()? {
                bail!("The simulator ended at once ({status}). Its message is above.");
            }
            ensure!(
                started.elapsed() < PATIENCE,
                "The simulator does not listen on port {port}. Its messages are above."
            );
            std::thread::sleep(PAUSE);
        }
        Ok(())
    }
}

impl Drop for Simulator {
    fn drop(&mut self) {
        // It may have ended already; either way nothing is left to do.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn is_free(port: u16) -> bool {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok()
}

#[cfg(test)]
mod tests {
    use std::net::{Ipv4Addr, TcpListener};

    use super::choose_port;

    #[test]
    fn a_port_that_was_asked_for_and_is_taken_is_not_replaced() {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
        let port = taken.local_addr().expect("an address").port();
        let error = choose_port(Some(port)).expect_err("the port is taken").to_string();
        assert_eq!(error, format!("Port {port} is taken. Choose another with --port."));
        drop(taken);
        assert_eq!(choose_port(Some(port)).expect("the port is free"), port);
    }
}
