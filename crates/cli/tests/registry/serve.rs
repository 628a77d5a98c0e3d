//! `entente serve`: what it answers is what the commands print.

use crate::{Desk, SAMPLE};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Stdio};
use std::time::Duration;

/// A server that is ended with the test.
struct Serving(Child);

impl Drop for Serving {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Asks for a path and returns the status and the body.
fn get(address: &str, path: &str) -> (String, String) {
    let mut stream = TcpStream::connect(address).expect("the server listens");
    let request = format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).expect("sent");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("an answer");
    let (head, body) = answer.split_once("\r\n\r\n").expect("a head");
    (head.split(' ').nth(1).expect("a status").to_owned(), body.to_owned())
}

#[test]
fn the_server_answers_what_the_commands_print() {
    let desk = Desk::new();
    let sample = desk.write("sample.txt", SAMPLE);
    desk.done(&["ingest", "--published", "2024-07-13", &sample]);
    let settings = desk.write("settings.toml", "bind = \"127.0.0.1:1\"\nlog = \"error\"\n");
    let mut command = desk.command("r.db", &["serve", "--bind", "127.0.0.1:0", "--config", &settings]);
    let child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("the binary runs");
    let mut serving = Serving(child);
    let mut line = String::new();
    let stdout = serving.0.stdout.take().expect("a pipe");
    BufReader::new(stdout).read_line(&mut line).expect("a line");
    let address = line.trim_end().strip_prefix("http://").expect("an address").to_owned();
    while get(&address, "/readyz").0 != "200" {
        std::thread::sleep(Duration::from_millis(10));
    }
    let claims = desk.json(&["claims", "--format", "json"]);
    let id = |pointer: &str| claims.pointer(pointer).and_then(|id| id.as_str()).expect("an id").to_owned();
    let (claim, document) = (id("/items/0/id"), id("/items/0/document"));
    for (path, command) in [
        ("pairs/KAZ-UZB", vec!["pair", "KAZ", "UZB"]),
        ("pairs/KAZ-UZB?years=2020-2023", vec!["pair", "UZB", "KAZ", "--years", "2020-2023"]),
        ("pairs/KAZ-UZB/series", vec!["series", "KAZ", "UZB"]),
        ("pairs/KAZ-UZB/mirror", vec!["mirror", "UZB", "KAZ"]),
        ("pairs/KAZ-UZB/mirror?years=2018-2023", vec!["mirror", "KAZ", "UZB", "--years", "2018-2023"]),
        ("changes?since=2019-01-01", vec!["changes", "--since", "2019-01-01"]),
        ("pairs/KAZ-UZB/changes?since=2019-01-01", vec!["changes", "UZB", "KAZ", "--since", "2019-01-01"]),
        ("claims", vec!["claims"]),
        ("claims?kind=trade_share&limit=1", vec!["claims", "--kind", "trade_share", "--limit", "1"]),
        ("documents", vec!["documents"]),
        ("authors", vec!["authors"]),
        ("definitions?limit=1000", vec!["definitions"]),
        ("sources?limit=1000", vec!["sources"]),
        ("datasets?limit=1000", vec!["datasets"]),
        (&format!("claims/{claim}"), vec!["explain", &claim]),
        (&format!("documents/{document}"), vec!["document", &document]),
    ] {
        let (status, body) = get(&address, &format!("/api/v1/{path}"));
        assert_eq!(status, "200", "{path}: {body}");
        let printed = desk.done(&[command.as_slice(), &["--format", "json"]].concat());
        assert!(body == printed, "{path} differs from {command:?}:\n{body}\n{printed}");
    }
}

#[test]
fn settings_that_are_none_are_refused() {
    let desk = Desk::new();
    let settings = desk.write("settings.toml", "bind = \"127.0.0.1:0\"\nworkers = 3\n");
    let output = desk.run(&["serve", "--config", &settings]);
    let said = crate::text(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.contains("settings.toml\", line 2: workers: unknown field"), "{said}");
}

#[test]
fn a_server_takes_no_day_of_its_own() {
    let desk = Desk::new();
    let output = desk.run(&["serve", "--bind", "127.0.0.1:0", "--as-of", "2024-07-13"]);
    let said = crate::text(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(
        said.contains("--as-of 2024-07-13 is not for serve") && said.contains("?as_of=2024-07-13"),
        "{said}"
    );
    assert!(!desk.path("r.db").exists(), "nothing is made");
}
