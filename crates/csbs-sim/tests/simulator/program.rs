//! The program: its first line, its exit codes, and the sentences it ends with.

use std::{
    io::{BufRead, BufReader, Read},
    net::TcpListener,
    process::{Child, ChildStdout, Command, Output, Stdio},
};

const PROGRAM: &str = env!("CARGO_BIN_EXE_csbs-sim");

/// A program that is ended with the test, whatever becomes of it.
struct Running {
    child: Child,
    output: BufReader<ChildStdout>,
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn start(arguments: &[&str]) -> Running {
    let mut child = Command::new(PROGRAM).args(arguments).stdout(Stdio::piped()).spawn().unwrap();
    let output = BufReader::new(child.stdout.take().unwrap());
    Running { child, output }
}

fn run(arguments: &[&str]) -> Output {
    Command::new(PROGRAM).args(arguments).output().unwrap()
}

/// Checks that the program ends at once with exit code 2 and one sentence that holds `part`.
fn assert_refused(arguments: &[&str], part: &str) {
    let output = run(arguments);
    let text = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{arguments:?}: {text}");
    assert!(text.contains(part), "{arguments:?}: {text}");
    assert_eq!(text.lines().count(), 1, "{arguments:?}: {text}");
    assert!(output.stdout.is_empty(), "{arguments:?}");
}

#[test]
fn the_first_line_is_the_address_and_the_rest_says_what_is_there() {
    let mut running = start(&["--port", "0"]);
    let mut line = String::new();
    running.output.read_line(&mut line).unwrap();
    let address = line.trim_end().strip_prefix("listening on http://127.0.0.1:");
    let port: u16 = address.unwrap_or_else(|| panic!("{line:?}")).parse().unwrap();
    assert_ne!(port, 0);

    let mut block = String::new();
    while !block.contains("Ctrl-C") {
        assert_ne!(running.output.read_line(&mut block).unwrap(), 0, "{block}");
    }
    let parts = [
        csbs_sim::DEMO_TOKEN,
        csbs_sim::well_known::PASSWORD,
        "demo, one-project, many-projects, no-projects, mfa (passcode 123456)",
        "/api/csbs",
        "/api/iam",
        "/api/ecs",
        "/v3",
        "docs/simulator.md",
        "--site",
    ];
    for part in parts {
        assert!(block.contains(part), "{part}: {block}");
    }
}

#[cfg(unix)]
#[test]
fn the_program_ends_well_when_it_is_told_to() {
    for signal in ["-TERM", "-INT"] {
        let mut running = start(&["--port", "0"]);
        let mut line = String::new();
        running.output.read_line(&mut line).unwrap();
        let id = running.child.id().to_string();
        assert!(Command::new("kill").args([signal, &id]).status().unwrap().success());
        let mut rest = String::new();
        running.output.read_to_string(&mut rest).unwrap();
        assert_eq!(running.child.wait().unwrap().code(), Some(0), "{signal}");
    }
}

#[test]
fn a_taken_port_gives_one_sentence_and_exit_code_2() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    assert_refused(&["--port", &port], &format!("Port {port} on 127.0.0.1 is taken"));
}

#[test]
fn a_missing_or_unbuilt_site_gives_one_sentence_and_exit_code_2() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_str().unwrap();
    assert_refused(&["--port", "0", "--site", path], "holds no index.html");
    let missing = format!("{path}/dist");
    assert_refused(&["--port", "0", "--site", &missing], &format!("There is no folder {missing}"));
}

#[test]
fn a_path_that_is_taken_gives_one_sentence_and_exit_code_2() {
    for arguments in [["--identity-path", "/api/csbs"], ["--compute-path", "/v3"]] {
        assert_refused(&arguments, &format!("The path {} is given to two", arguments[1]));
    }
}

#[test]
fn a_flag_that_cannot_be_read_says_how_to_write_it() {
    let cases = [
        (["--base-path", "api"], "write it like /api/csbs"),
        (["--cors", "http://127.0.0.1:1/"], "write scheme, host and port only"),
        (["--port", "70000"], "70000"),
        (["--host", "nowhere"], "nowhere"),
        (["--well-known", "xml"], "markdown"),
        (["--colour", "blue"], "--colour"),
        (["--servers", "10001"], "write a whole number from 0 to 10000"),
        (["--rate-limit", "0"], "--rate-limit"),
    ];
    for (arguments, part) in cases {
        assert_refused(&arguments, part);
    }
    let help = run(&["--help"]);
    assert!(help.status.success() && String::from_utf8(help.stdout).unwrap().contains("--cors"));
}

#[test]
fn the_list_of_well_known_servers_is_printed_as_json() {
    let output = run(&["--well-known", "json"]);
    assert!(output.status.success());
    let list: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let list = list.as_array().unwrap();
    assert_eq!(list.len(), csbs_sim::well_known::servers().len());
    for key in ["id", "name", "does", "outcome", "shows"] {
        assert!(list.iter().all(|server| server[key].is_string()), "{key}");
    }
    assert!(list.iter().any(|server| server["code"] == "CSBS.6007" && server["status"] == 400));
}

#[test]
fn everything_that_is_well_known_is_printed_as_one_object() {
    let output = run(&["--well-known", "all"]);
    assert!(output.status.success());
    let all: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    for key in ["servers", "follow_ups", "families", "users", "projects"] {
        let list = all[key].as_array().unwrap_or_else(|| panic!("{key}"));
        assert!(!list.is_empty(), "{key}");
        assert!(list.iter().all(|row| row["name"].is_string() && row["does"].is_string()), "{key}");
    }
}
