//! Several machines on one registry: three programs file the same texts at once while two servers answer.

use crate::schema::Schema;
use crate::{Desk, text};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

/// So many texts in three folders, one claim each.
const TEXTS: u32 = 2000;
const PARTS: [&str; 3] = ["a", "b", "c"];

/// A server that runs; it ends with this.
struct Server(Child, String);

impl Server {
    fn start(desk: &Desk, schema: &Schema) -> Self {
        let mut command = desk.command_at(&schema.url, &["serve", "--bind", "127.0.0.1:0"]);
        let mut child =
            command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("the binary runs");
        let mut line = String::new();
        let output = child.stdout.take().expect("a pipe");
        BufReader::new(output).read_line(&mut line).expect("a line");
        let server = Self(child, line.trim().trim_start_matches("http://").to_owned());
        let start = Instant::now();
        while server.get("/readyz").0 != 200 {
            assert!(start.elapsed() < Duration::from_secs(60), "a server is not ready");
            std::thread::sleep(Duration::from_millis(50));
        }
        server
    }

    /// Returns the status and the body of an answer.
    fn get(&self, path: &str) -> (u16, String) {
        let mut stream = TcpStream::connect(&self.1).expect("connected");
        write!(stream, "GET {path} HTTP/1.0\r\nHost: {}\r\n\r\n", self.1).expect("written");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("read");
        let status = answer.split(' ').nth(1).and_then(|status| status.parse().ok()).expect("a status");
        (status, answer.split_once("\r\n\r\n").map(|(_, body)| body.to_owned()).unwrap_or_default())
    }

    fn json(&self, path: &str) -> serde_json::Value {
        let (status, body) = self.get(path);
        assert_eq!(status, 200, "{path}: {body}");
        serde_json::from_str(&body).expect("JSON")
    }

    /// Returns the total of a list.
    fn total(&self, list: &str) -> u64 {
        self.json(&format!("/api/v1/{list}?limit=1"))["total"].as_u64().expect("a total")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Writes the texts; each has words of its own, and every tenth is about another pair.
fn write_texts(desk: &Desk) {
    for n in 0..TEXTS {
        let other = if n % 10 == 0 { "Kyrgyzstan" } else { "Uzbekistan" };
        let (part, billions) = (PARTS[n as usize % PARTS.len()], 1 + n / 10);
        let sentence = format!(
            "Trade turnover between Kazakhstan and {other} reached ${billions}.{} billion in 2023.\n",
            n % 10
        );
        desk.write(&format!("{part}/{n:04}.txt"), sentence);
    }
}

#[test]
fn what_several_machines_file_at_once_is_filed_once_and_seen_by_all() {
    let desk = Desk::new();
    let Some(schema) = Schema::make(&desk, "many") else { return };
    write_texts(&desk);
    let servers = [Server::start(&desk, &schema), Server::start(&desk, &schema)];
    assert_eq!(servers[0].total("documents"), 0);
    // Each files all of it, from another end.
    let start = |first: usize| {
        let folders: Vec<_> = (0..PARTS.len()).map(|n| desk.path(PARTS[(first + n) % PARTS.len()])).collect();
        let mut command =
            desk.command_at(&schema.url, &["ingest", "--threads", "1", "--published", "2024-07-13"]);
        command.args(folders).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the binary runs")
    };
    let writers: Vec<Child> = (0..PARTS.len()).map(start).collect();
    let mut new = 0;
    for writer in writers {
        let output = writer.wait_with_output().expect("ended");
        assert!(output.status.success(), "{}", text(&output.stderr));
        let told = text(&output.stdout);
        assert_eq!(told.lines().count(), TEXTS as usize, "each tells of every text");
        new += told.lines().filter(|line| line.contains("  new ")).count();
    }
    assert_eq!(new, TEXTS as usize, "each text is new once");
    // What others file is known within a moment.
    std::thread::sleep(Duration::from_millis(500));
    for server in &servers {
        assert_eq!(server.total("documents"), u64::from(TEXTS));
        assert_eq!(server.total("claims"), u64::from(TEXTS));
        let pair = server.json("/api/v1/claims?pair=KAZ-KGZ&limit=1000");
        assert_eq!(pair["total"], u64::from(TEXTS / 10));
        assert_eq!(pair["items"].as_array().map(Vec::len), Some((TEXTS / 10) as usize));
    }
    let verify = desk.command_at(&schema.url, &["maintenance", "verify"]).output().expect("the binary runs");
    let told = text(&verify.stdout);
    assert!(
        verify.status.success() && told.contains(&format!("{TEXTS} documents, {TEXTS} claims")),
        "{told}"
    );
    drop(servers);
    schema.leave();
}
