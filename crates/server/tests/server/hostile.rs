//! What strangers send, and how each is refused.

use crate::place::{Reply, Server, read_reply};
use entente_server::Config;
use serde_json::json;
use std::io::{Read, Write};
use std::net::TcpListener;
use std::time::{Duration, Instant};

const JSON: (&str, &str) = ("Content-Type", "application/json");

#[track_caller]
fn refused(what: &str, reply: &Reply, statuses: &[u16]) {
    assert!(statuses.contains(&reply.status), "{what}: {} {}", reply.status, reply.text());
    if reply.header("content-type") == Some("application/problem+json") {
        let problem = reply.json();
        assert_eq!(problem["status"].as_u64(), Some(reply.status.into()), "{what}");
        assert!(problem["detail"].as_str().is_some_and(|detail| detail.len() < 1000), "{what}: {problem}");
    }
}

#[test]
fn queries_and_paths() {
    let server = Server::start();
    let long = "x".repeat(5000);
    let longest = format!("/api/v1/claims/{}", "x".repeat(200_000));
    for (path, statuses) in [
        ("/api/v1/claims?pair=KAZ-UZB'%20OR%201=1--", &[400_u16] as &[_]),
        ("/api/v1/documents?source=x';DROP%20TABLE%20claims;--", &[400]),
        ("/api/v1/claims?since=2024-01-01%00", &[400]),
        ("/api/v1/claims?kind=%ff%fe", &[400]),
        ("/api/v1/claims?%ff=1", &[400]),
        ("/api/v1/claims?limit=99999999999999999999", &[400]),
        ("/api/v1/claims?limit=-1", &[400]),
        ("/api/v1/claims?limit=1e3", &[400]),
        (&format!("/api/v1/claims?cursor={long}"), &[400]),
        ("/api/v1/claims?cursor=1.2.3.4", &[400]),
        ("/api/v1/claims?__proto__=1", &[400]),
        ("/api/v1/claims/%2e%2e%2f%2e%2e%2fetc%2fpasswd", &[400]),
        ("/api/v1/claims/../../../etc/passwd", &[404]),
        ("/api/v1/observations/../../../etc/passwd", &[400]),
        ("/api/v1/documents/%00", &[400]),
        ("/api/v1/documents/%ff", &[400]),
        ("//api//v1//claims", &[404]),
        ("/api/v1/claims/", &[404]),
        ("/api/v2/claims", &[404]),
        ("/api/v1/pairs/KAZ%2DUZB", &[200]),
        (&longest, &[414, 431]),
    ] {
        let reply = server.get(path);
        refused(path.get(..80).unwrap_or(path), &reply, statuses);
    }
    // The tables that were to be dropped are there.
    assert_eq!(server.get("/api/v1/documents").json()["total"], 1);
}

#[test]
fn bodies() {
    let server = Server::start();
    let check = "/api/v1/check";
    let large = json!({ "text": "x".repeat(10 * 1024 * 1024) }).to_string();
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packed.write_all(&vec![b' '; 5_000_000]).unwrap();
    let packed = packed.finish().unwrap();
    let bomb = {
        let head = format!(
            "POST {check} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: {}\r\n\r\n",
            packed.len()
        );
        server.raw(&[head.as_bytes(), &packed].concat())
    };
    refused("a body of 10 MB", &server.ask("POST", check, &[JSON], &large), &[413]);
    refused("a compressed body", &bomb, &[415]);
    for (what, media, body, statuses) in [
        ("another type", "text/plain", "{\"text\":\"x\"}", &[415_u16]),
        ("no type", "", "{\"text\":\"x\"}", &[415]),
        ("a form", "application/x-www-form-urlencoded", "text=x", &[415]),
        ("half an object", "application/json", "{\"text\":", &[400]),
        ("no object", "application/json", "[\"text\"]", &[400]),
        ("nothing", "application/json", "", &[400]),
        ("a number for a text", "application/json", "{\"text\":1}", &[400]),
        ("an object for a text", "application/json", "{\"text\":{\"a\":1}}", &[400]),
        ("an unknown key", "application/json", "{\"text\":\"x\",\"<b>\":1}", &[400]),
        ("text and address", "application/json", "{\"text\":\"x\",\"url\":\"http://example.org\"}", &[400]),
        ("deep nesting", "application/json", &format!("{}1", "[".repeat(20_000)), &[400]),
        ("a file", "application/json", "{\"url\":\"file:///etc/passwd\"}", &[400]),
    ] {
        let reply = server.ask("POST", check, &[("Content-Type", media)], body);
        refused(what, &reply, statuses);
    }
    let escaped = server.ask("POST", check, &[JSON], "{\"text\":\"\\ud800\"}");
    refused("half a character", &escaped, &[400]);
}

#[test]
fn methods_and_headers() {
    let server = Server::start();
    for (method, path) in [
        ("DELETE", "/api/v1/claims"),
        ("PUT", "/api/v1/check"),
        ("TRACE", "/api/v1/claims"),
        ("GET", "/api/v1/check"),
        ("BREW", "/api/v1/pairs"),
    ] {
        let reply = server.ask(method, path, &[], "");
        refused(&format!("{method} {path}"), &reply, &[405]);
        assert!(
            reply.header("allow").is_some_and(|allow| allow.contains("GET") || allow == "POST"),
            "{reply:?}"
        );
    }
    let flood: String = (0..500).map(|n| format!("X-{n}: y\r\n")).collect();
    let reply = server.raw(format!("GET /healthz HTTP/1.1\r\nHost: x\r\n{flood}\r\n").as_bytes());
    assert_eq!(reply.status, 431);
    let long = format!("GET /healthz HTTP/1.1\r\nHost: x\r\nCookie: {}\r\n\r\n", "x".repeat(1_000_000));
    assert_eq!(server.raw(long.as_bytes()).status, 431);
    assert_eq!(server.raw(b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n").status, 400);
    let twice = b"POST /api/v1/check HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /x";
    assert!([400, 415].contains(&server.raw(twice).status));
}

#[test]
fn clients_that_drip() {
    let server = Server::with(Config { request_seconds: 1, header_seconds: 1, ..Config::default() });
    let start = Instant::now();
    let mut body = server.connect();
    let head = "POST /api/v1/check HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{";
    body.write_all(head.as_bytes()).unwrap();
    refused("a body that drips", &read_reply(&mut body).unwrap(), &[408]);
    let mut headers = server.connect();
    headers.write_all(b"GET /healthz HTTP/1.1\r\nHost: x\r\nX-Slow: ").unwrap();
    let mut rest = Vec::new();
    headers.read_to_end(&mut rest).unwrap();
    assert!(rest.is_empty() || rest.starts_with(b"HTTP/1.1 408"), "{}", String::from_utf8_lossy(&rest));
    let mut silent = server.connect();
    silent.read_to_end(&mut rest).unwrap();
    assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
}

#[test]
fn scripts_are_text() {
    let server = Server::start();
    let page = "<html><head><title>x</title></head><body><article><h1>&lt;script&gt;alert(1)&lt;/script&gt;</h1>\
        <p>Trade turnover between Kazakhstan and Uzbekistan reached $4.5 billion in 2023.</p></article></body></html>";
    let reply = server.post("/api/v1/check", &json!({ "text": page, "published": "2024-07-13" }));
    assert_eq!((reply.status, reply.header("content-type")), (200, Some("application/json")));
    assert_eq!(reply.header("x-content-type-options"), Some("nosniff"));
    assert!(
        reply.json()["results"].as_array().is_some_and(|results| !results.is_empty()),
        "{}",
        reply.text()
    );
}

/// Serves one answer to each who asks and returns the address.
fn serve_pages(answer: impl Fn(u16) -> Vec<u8> + Send + 'static) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let Ok(mut stream) = stream else { return };
            let mut asked = [0; 2048];
            let _ = stream.read(&mut asked);
            let _ = stream.write_all(&answer(port));
        }
    });
    port
}

#[test]
fn addresses_that_are_asked_for() {
    let server = Server::start();
    let check = |url: String| server.post("/api/v1/check", &json!({ "url": url }));
    // The test lets 127.0.0.1 be asked, so that there is something that redirects; nothing else that is private.
    let redirects = serve_pages(|_| {
        b"HTTP/1.1 302 Found\r\nLocation: http://169.254.169.254/latest\r\nContent-Length: 0\r\n\r\n".to_vec()
    });
    let bomb = serve_pages(|_| {
        let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        packed.write_all(&vec![b' '; 40 * 1024 * 1024]).unwrap();
        let packed = packed.finish().unwrap();
        let head = format!(
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nContent-Length: {}\r\n\r\n",
            packed.len()
        );
        [head.into_bytes(), packed].concat()
    });
    let round = serve_pages(|port| {
        format!("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:{port}/\r\nContent-Length: 0\r\n\r\n")
            .into_bytes()
    });
    let absent = serve_pages(|_| b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n".to_vec());
    let page = serve_pages(|_| {
        let text = "Trade turnover between Kazakhstan and Uzbekistan reached $4.5 billion in 2023.";
        format!("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: {}\r\n\r\n{text}", text.len())
            .into_bytes()
    });
    for (url, statuses) in [
        ("http://10.0.0.1/".to_owned(), &[400_u16] as &[_]),
        ("http://192.168.1.1/x".to_owned(), &[400]),
        ("http://169.254.169.254/latest/meta-data".to_owned(), &[400]),
        ("http://[::1]/".to_owned(), &[400]),
        ("http://[::ffff:10.0.0.1]/".to_owned(), &[400]),
        ("http://2130706433/".to_owned(), &[400, 502]),
        ("http://user:secret@10.0.0.1/".to_owned(), &[400]),
        ("gopher://example.org/".to_owned(), &[400]),
        (format!("http://127.0.0.1:{redirects}/"), &[400]),
        (format!("http://127.0.0.1:{bomb}/"), &[422]),
        (format!("http://127.0.0.1:{round}/"), &[502]),
        (format!("http://127.0.0.1:{absent}/"), &[502]),
    ] {
        let reply = check(url.clone());
        refused(&url, &reply, statuses);
        assert_eq!(reply.json()["field"], "url", "{url}");
        assert!(!reply.text().contains("secret"), "{}", reply.text());
    }
    let read = check(format!("http://127.0.0.1:{page}/news"));
    assert_eq!(
        (read.status, read.json()["results"][0]["claim"]["kind"].as_str()),
        (200, Some("trade_turnover"))
    );
}
