//! A server of a few lines answers each test; nothing leaves the machine.

use super::{FetchError, FetchPolicy, Fetched, Fetcher};
use expect_test::{Expect, expect};
use std::error::Error;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::thread;
use std::time::{Duration, Instant};
use url::Url;

/// Serves one answer to each connection, made from the path that was asked for.
fn serve(answer: impl Fn(&str, &mut TcpStream) + Send + 'static) -> Url {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/", listener.local_addr().unwrap()).parse().unwrap();
    thread::spawn(move || {
        for stream in listener.incoming() {
            let Ok(mut stream) = stream else { return };
            let mut request = [0; 4096];
            let length = stream.read(&mut request).unwrap_or_default();
            let request = String::from_utf8_lossy(&request[..length]).into_owned();
            let path = request.split(' ').nth(1).unwrap_or_default();
            answer(path, &mut stream);
        }
    });
    url
}

fn send(stream: &mut TcpStream, status: &str, headers: &str, body: &[u8]) {
    let head =
        format!("HTTP/1.1 {status}\r\n{headers}content-length: {}\r\nconnection: close\r\n\r\n", body.len());
    // The client may have hung up; then there is nobody to tell.
    let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(body));
}

fn fetch_with(policy: FetchPolicy, url: &Url) -> Result<Fetched, FetchError> {
    Fetcher::new(policy).fetch(url)
}

fn fetch(url: &Url) -> Result<Fetched, FetchError> {
    fetch_with(FetchPolicy::allowing_loopback_for_tests(), url)
}

/// Checks the messages of an error and its sources; the port, which is another one each time, is written PORT.
#[track_caller]
fn check_error(result: Result<Fetched, FetchError>, url: &Url, expect: Expect) {
    let error = result.unwrap_err();
    let mut chain = error.to_string();
    let mut source = error.source();
    while let Some(error) = source {
        chain = format!("{chain}: {error}");
        source = error.source();
    }
    let port = url.port().map(|port| port.to_string()).unwrap_or_default();
    expect.assert_eq(&if port.is_empty() { chain } else { chain.replace(&port, "PORT") });
}

#[test]
fn a_page_is_read() {
    let url =
        serve(|_, stream| send(stream, "200 OK", "content-type: text/html; charset=utf-8\r\n", b"<p>hello"));
    let fetched = fetch(&url).unwrap();
    assert_eq!(fetched.bytes, b"<p>hello");
    assert_eq!(fetched.content_type.as_deref(), Some("text/html; charset=utf-8"));
    assert_eq!(fetched.final_url, url);
}

#[test]
fn redirects_are_followed_and_counted() {
    let url = serve(|path, stream| match path {
        "/end" => send(stream, "200 OK", "", b"done"),
        "/round" => send(stream, "302 Found", "location: /round\r\n", b""),
        _ => send(stream, "301 Moved Permanently", "location: end#part\r\n", b""),
    });
    assert_eq!(fetch(&url).unwrap().final_url, url.join("/end").unwrap());
    let round = url.join("/round").unwrap();
    check_error(fetch(&round), &url, expect!["http://127.0.0.1:PORT/round redirects more than 5 times"]);
}

#[test]
fn a_redirect_to_an_address_that_is_not_public_is_refused() {
    let url = serve(|path, stream| {
        let target = match path {
            "/metadata" => "http://169.254.169.254/latest/meta-data/",
            "/itself" => "http://[::1]/",
            "/file" => "file:///etc/passwd",
            "/name" => "http://localhost:1/",
            _ => "//10.0.0.1/",
        };
        send(stream, "302 Found", &format!("location: {target}\r\n"), b"");
    });
    let to = |path| fetch(&url.join(path).unwrap());
    check_error(
        to("/metadata"),
        &url,
        expect![[
            r#"cannot read http://127.0.0.1:PORT/metadata: "169.254.169.254" is at 169.254.169.254, a cloud's metadata service; only public addresses are asked"#
        ]],
    );
    check_error(
        to("/itself"),
        &url,
        expect![[
            r#"cannot read http://127.0.0.1:PORT/itself: "[::1]" is at ::1, this machine itself; only public addresses are asked"#
        ]],
    );
    check_error(
        to("/file"),
        &url,
        expect![[
            r#"cannot read http://127.0.0.1:PORT/file: "file:///etc/passwd" is not an address that is read; give one that begins with http:// or https://"#
        ]],
    );
    check_error(
        to("/other"),
        &url,
        expect![[
            r#"cannot read http://127.0.0.1:PORT/other: "10.0.0.1" is at 10.0.0.1, a private address; only public addresses are asked"#
        ]],
    );
    assert!(matches!(to("/name"), Err(FetchError::Refused { .. })));
}

#[test]
fn the_machine_itself_is_refused_without_the_switch() {
    let url = serve(|_, stream| send(stream, "200 OK", "", b"secret"));
    check_error(
        fetch_with(FetchPolicy::default(), &url),
        &url,
        expect![[
            r#"cannot read http://127.0.0.1:PORT/: "127.0.0.1" is at 127.0.0.1, this machine itself; only public addresses are asked"#
        ]],
    );
}

#[test]
fn a_name_that_resolves_to_the_machine_itself_is_refused() {
    let url: Url = "http://localhost/".parse().unwrap();
    let error = fetch_with(FetchPolicy::default(), &url).unwrap_err();
    assert!(matches!(error, FetchError::Refused { .. }), "{error:?}");
}

#[test]
fn another_status_than_200_is_an_error() {
    let url = serve(|path, stream| {
        send(stream, if path == "/" { "404 Not Found" } else { "204 No Content" }, "", b"");
    });
    check_error(fetch(&url), &url, expect!["http://127.0.0.1:PORT/ answered 404; expected 200"]);
    let empty = url.join("/empty").unwrap();
    check_error(fetch(&empty), &url, expect!["http://127.0.0.1:PORT/empty answered 204; expected 200"]);
}

#[test]
fn a_slow_body_is_given_up() {
    let url = serve(|_, stream| {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\n");
        for _ in 0..100 {
            thread::sleep(Duration::from_millis(50));
            if stream.write_all(b"x").is_err() {
                return;
            }
        }
    });
    let timeout = Duration::from_millis(600);
    let policy = FetchPolicy { timeout, ..FetchPolicy::allowing_loopback_for_tests() };
    let start = Instant::now();
    let result = fetch_with(policy, &url);
    assert!(matches!(result, Err(FetchError::Timeout { .. })), "{result:?}");
    assert!(start.elapsed() < Duration::from_secs(3));
}

#[test]
fn slow_redirects_share_one_time() {
    let url = serve(|_, stream| {
        thread::sleep(Duration::from_millis(300));
        send(stream, "302 Found", "location: /\r\n", b"");
    });
    let timeout = Duration::from_millis(700);
    let policy = FetchPolicy { timeout, ..FetchPolicy::allowing_loopback_for_tests() };
    let result = fetch_with(policy, &url);
    assert!(matches!(result, Err(FetchError::Timeout { .. })), "{result:?}");
}

#[test]
fn a_page_that_is_too_long_is_refused() {
    let url =
        serve(|path, stream| send(stream, "200 OK", "", &vec![b'x'; if path == "/" { 1025 } else { 1024 }]));
    let policy = FetchPolicy { max_bytes: 1024, ..FetchPolicy::allowing_loopback_for_tests() };
    let result = fetch_with(policy.clone(), &url);
    assert!(matches!(result, Err(FetchError::TooLarge { max: 1024, .. })), "{result:?}");
    assert_eq!(fetch_with(policy, &url.join("/just").unwrap()).unwrap().bytes.len(), 1024);
}

#[test]
fn a_small_answer_that_unpacks_to_much_is_refused() {
    let url = serve(|_, stream| send(stream, "200 OK", "content-encoding: gzip\r\n", &gzip_of_zeros(400)));
    check_error(
        fetch(&url),
        &url,
        expect!["http://127.0.0.1:PORT/ is longer than 16 MB, the most that is read from an address"],
    );
}

#[test]
fn a_server_that_is_not_there_is_named() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url: Url = format!("http://{}/", listener.local_addr().unwrap()).parse().unwrap();
    drop(listener);
    let result = fetch(&url);
    assert!(matches!(result, Err(FetchError::Connection { .. })), "{result:?}");
}

/// A gzip file of 64 KB blocks of zeros, each packed into a few bytes, made without a compressor: one run-length
/// block of fixed Huffman codes is repeated.
fn gzip_of_zeros(blocks: usize) -> Vec<u8> {
    let mut bits = Bits::default();
    for block in 0..blocks {
        bits.push(u32::from(block + 1 == blocks), 1);
        bits.push(1, 2);
        bits.push_reversed(0x30, 8); // the literal 0
        for _ in 0..254 {
            bits.push_reversed(0xC5, 8); // length 258
            bits.push_reversed(0, 5); // distance 1
        }
        bits.push_reversed(0, 7); // the end of the block
    }
    let mut bytes = b"\x1F\x8B\x08\0\0\0\0\0\0\xFF".to_vec();
    bytes.extend(bits.finish());
    bytes
}

#[derive(Default)]
struct Bits {
    bytes: Vec<u8>,
    current: u32,
    used: u32,
}

impl Bits {
    fn push(&mut self, value: u32, count: u32) {
        for bit in 0..count {
            self.current |= ((value >> bit) & 1) << self.used;
            self.used += 1;
            if self.used == 8 {
                self.bytes.push(u8::try_from(self.current).unwrap());
                (self.current, self.used) = (0, 0);
            }
        }
    }

    fn push_reversed(&mut self, value: u32, count: u32) {
        (0..count).rev().for_each(|bit| self.push((value >> bit) & 1, 1));
    }

    fn finish(mut self) -> Vec<u8> {
        self.push(0, (8 - self.used) % 8);
        self.bytes
    }
}
