//! A server with a registry of its own, and a client that sees what really goes over the wire.

use entente_model::DocumentId;
use entente_observatory::{
    FetchPolicy, Hints, Intake, Mode, Registry, Role, SAMPLE, SAMPLE_PUBLISHED, Url, input,
};
use entente_server::{App, Clock, Config, serve};
use jiff::Timestamp;
use jiff::civil::Date;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;
use tempfile::TempDir;
use tokio::runtime::Runtime;
use tokio::sync::oneshot;

/// The present of every test.
pub(crate) const NOW: &str = "2026-11-26T12:00:00Z";

/// The secrets of three tokens on file.
pub(crate) const READER: &str = "the-reader's-secret";
pub(crate) const EDITOR: &str = "the-editor's-secret";
pub(crate) const ADMIN: &str = "the-admin's-secret";

/// A running server.
pub(crate) struct Server {
    pub(crate) address: SocketAddr,
    pub(crate) registry: Url,
    pub(crate) document: DocumentId,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<std::thread::JoinHandle<()>>,
    _folder: TempDir,
}

/// What came back.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Reply {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(given, _)| given == name).map(|(_, value)| value.as_str())
    }

    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.body).expect("an answer is UTF-8")
    }

    #[track_caller]
    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }
}

/// Sends what is printed as the first line on.
struct FirstLine(Option<std::sync::mpsc::Sender<String>>, Vec<u8>);

impl Write for FirstLine {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.1.extend_from_slice(bytes);
        if self.1.ends_with(b"\n")
            && let Some(sender) = self.0.take()
        {
            sender.send(String::from_utf8(self.1.clone()).expect("an address")).expect("somebody listens");
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

pub(crate) fn now() -> Timestamp {
    NOW.parse().expect("a time")
}

fn runtime() -> Runtime {
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("threads start")
}

impl Server {
    /// Starts a server with the sample on file.
    pub(crate) fn start() -> Self {
        Self::with(Config::default())
    }

    /// Starts a server with the sample on file and other settings.
    pub(crate) fn with(config: Config) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let registry: Url = Url::file(folder.path().join("registry.db"));
        let document = runtime().block_on(file_sample(&registry));
        let (sender, line) = std::sync::mpsc::channel();
        let (stop, stopped) = oneshot::channel::<()>();
        let config = Config { bind: SocketAddr::from(([127, 0, 0, 1], 0)), ..config };
        let app = App::with_policy(config, Clock::Fixed(now()), FetchPolicy::allowing_loopback_for_tests());
        let url = registry.clone();
        let serving = app.clone();
        let thread = std::thread::spawn(move || {
            let mut out = FirstLine(Some(sender), Vec::new());
            let stopped = async { drop(stopped.await) };
            let served = serve::serve_until(serving, &url, &mut out, stopped);
            runtime().block_on(served).expect("the server stops when it is told to");
        });
        let line = line.recv().expect("the server prints its address");
        let address = line.strip_prefix("http://").and_then(|line| line.strip_suffix('\n'));
        let address = address.and_then(|address| address.parse().ok()).unwrap_or_else(|| panic!("{line:?}"));
        while !app.is_ready() {
            std::thread::sleep(Duration::from_millis(5));
        }
        Self { address, registry, document, stop: Some(stop), thread: Some(thread), _folder: folder }
    }

    /// Sends bytes and reads one answer.
    pub(crate) fn raw(&self, request: &[u8]) -> Reply {
        let mut stream = self.connect();
        // A server may refuse before it has read all.
        let _ = stream.write_all(request);
        read_reply(&mut stream).expect("an answer")
    }

    pub(crate) fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address).expect("the server listens");
        stream.set_read_timeout(Some(Duration::from_secs(30))).expect("a time limit");
        stream
    }

    /// Asks with a method, a path and headers.
    pub(crate) fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Reply {
        let mut request = format!("{method} {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
        for (name, value) in headers {
            request.push_str(&format!("{name}: {value}\r\n"));
        }
        if !body.is_empty() || ["POST", "PATCH"].contains(&method) {
            request.push_str(&format!("Content-Length: {}\r\n", body.len()));
        }
        let reply = self.raw(format!("{request}\r\n{body}").as_bytes());
        if method == "HEAD" {
            assert!(reply.body.is_empty(), "HEAD has no body");
        }
        reply
    }

    pub(crate) fn get(&self, path: &str) -> Reply {
        self.ask("GET", path, &[], "")
    }

    pub(crate) fn post(&self, path: &str, body: &serde_json::Value) -> Reply {
        self.ask("POST", path, &[("Content-Type", "application/json")], &body.to_string())
    }
}

impl Server {
    /// Files a text beside the server.
    pub(crate) fn file(&self, name: &str, text: &str, published: Date) {
        runtime().block_on(async {
            let registry = Registry::open(&self.registry, Mode::Write).await.expect("it is there");
            let hints = Hints { published: Some(published), ..Hints::default() };
            let reading = input::read_text(name, text, &hints).expect("it is a text");
            let as_of = Clock::Fixed(now()).today();
            Intake::new(&registry, as_of, now()).file(&reading).await.expect("it is filed");
            registry.store().clone().close().await;
        });
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(());
        }
        if let Some(thread) = self.thread.take() {
            let ended = thread.join();
            assert!(ended.is_ok() || std::thread::panicking(), "the server panicked");
        }
    }
}

async fn file_sample(url: &Url) -> DocumentId {
    let registry = Registry::open(url, Mode::Create).await.expect("a registry is made");
    let hints = Hints { published: Some(SAMPLE_PUBLISHED), ..Hints::default() };
    let reading = input::read_text("sample", SAMPLE, &hints).expect("the sample is a text");
    let document = reading.document.clone();
    let as_of = Clock::Fixed(now()).today();
    Intake::new(&registry, as_of, now()).file(&reading).await.expect("the sample is filed");
    for (secret, role) in [(READER, Role::Reader), (EDITOR, Role::Editor), (ADMIN, Role::Admin)] {
        registry.store().create_token(secret, role, "a test", now()).await.expect("a token is filed");
    }
    registry.store().clone().close().await;
    document
}

/// Reads one answer: its head, then as much as its length says, or to the end.
pub(crate) fn read_reply(stream: &mut TcpStream) -> std::io::Result<Reply> {
    let mut reader = BufReader::new(stream);
    let mut line = String::new();
    reader.read_line(&mut line)?;
    let status = line.split(' ').nth(1).and_then(|status| status.parse().ok());
    let status = status.ok_or_else(|| std::io::Error::other(format!("no status line: {line:?}")))?;
    let mut headers = Vec::new();
    loop {
        line.clear();
        reader.read_line(&mut line)?;
        let Some((name, value)) = line.trim_end().split_once(": ") else { break };
        headers.push((name.to_lowercase(), value.to_owned()));
    }
    let mut body = Vec::new();
    let _ = reader.read_to_end(&mut body);
    if headers.iter().any(|(name, value)| name == "transfer-encoding" && value == "chunked") {
        body = unchunked(&body);
    }
    Ok(Reply { status, headers, body })
}

fn unchunked(mut rest: &[u8]) -> Vec<u8> {
    let mut body = Vec::new();
    while let Some(end) = rest.windows(2).position(|two| two == b"\r\n") {
        let size =
            std::str::from_utf8(&rest[..end]).ok().and_then(|size| usize::from_str_radix(size, 16).ok());
        let Some(size) = size.filter(|size| *size > 0) else { break };
        body.extend_from_slice(&rest[end + 2..end + 2 + size]);
        rest = &rest[end + 4 + size..];
    }
    body
}
