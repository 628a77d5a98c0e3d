//! What holds for every request: ids, kept answers, compression, limits, headers, what is counted.

use crate::place::Server;
use entente_server::Config;
use std::io::{Read, Write};
use std::time::Duration;

#[test]
fn an_answer_is_sent_once() {
    let server = Server::start();
    let path = "/api/v1/pairs/KAZ-UZB";
    let whole = server.get(path);
    let etag = whole.header("etag").expect("an entity tag").to_owned();
    let again = server.ask("GET", path, &[("If-None-Match", &etag)], "");
    assert_eq!((again.status, again.body.len(), again.header("etag")), (304, 0, Some(&*etag)));
    let other = server.ask("GET", &format!("{path}?as_of=2000-01-01"), &[("If-None-Match", &etag)], "");
    assert_ne!(other.status, 304);
    let packed = server.ask("GET", path, &[("Accept-Encoding", "gzip")], "");
    assert_eq!(packed.header("content-encoding"), Some("gzip"));
    assert!(packed.body.len() * 2 < whole.body.len(), "{} {}", packed.body.len(), whole.body.len());
    let mut text = String::new();
    flate2::read::GzDecoder::new(&*packed.body).read_to_string(&mut text).unwrap();
    assert_eq!(text, whole.text());
    let head = server.ask("HEAD", path, &[], "");
    assert_eq!((head.status, head.header("etag")), (200, Some(&*etag)));
    assert_eq!(head.header("content-length"), Some(&*whole.body.len().to_string()));
}

#[test]
fn a_pair_stands_at_one_address() {
    let server = Server::start();
    let reply = server.get("/api/v1/pairs/UZB-KAZ/series?as_of=2024-01-01&years=2020");
    let location = "/api/v1/pairs/KAZ-UZB/series?as_of=2024-01-01&years=2020";
    assert_eq!((reply.status, reply.header("location")), (308, Some(location)));
}

#[test]
fn every_answer_wears_its_headers() {
    let server = Server::start();
    for path in ["/api/v1/claims", "/api/v1/nothing", "/healthz", "/metrics", "/api/openapi.json"] {
        let reply = server.get(path);
        assert_eq!(reply.header("x-content-type-options"), Some("nosniff"), "{path}");
        assert_eq!(reply.header("referrer-policy"), Some("no-referrer"), "{path}");
        assert_eq!(reply.header("x-frame-options"), Some("DENY"), "{path}");
        assert!(
            reply.header("content-security-policy").is_some_and(|p| p.contains("frame-ancestors 'none'"))
        );
        let anywhere = path.starts_with("/api/").then_some("*");
        assert_eq!(reply.header("access-control-allow-origin"), anywhere, "{path}");
        assert_eq!(reply.header("access-control-allow-credentials"), None, "{path}");
    }
    let asks = [("Origin", "https://example.org"), ("Access-Control-Request-Method", "POST")];
    let preflight = server.ask("OPTIONS", "/api/v1/check", &asks, "");
    assert_eq!(
        (preflight.status, preflight.header("access-control-allow-methods")),
        (204, Some("GET, HEAD, POST"))
    );
    let allowed = preflight.header("access-control-allow-headers").unwrap();
    assert!(!allowed.to_lowercase().contains("authorization"), "{allowed}");
}

#[test]
fn requests_have_ids() {
    let server = Server::start();
    let given = server.ask("GET", "/healthz", &[("X-Request-Id", "job-7:a_b.c")], "");
    assert_eq!(given.header("x-request-id"), Some("job-7:a_b.c"));
    let made = |reply: crate::place::Reply| reply.header("x-request-id").unwrap().to_owned();
    let started = format!("{:x}", crate::place::now().as_millisecond());
    assert_eq!(
        made(server.ask("GET", "/healthz", &[("X-Request-Id", "no good")], "")),
        format!("{started}-0")
    );
    assert_eq!(made(server.get("/api/v1/pairs")), format!("{started}-1"));
}

#[test]
fn a_client_is_told_to_wait() {
    let server = Server::with(Config {
        requests_per_second: 1,
        request_burst: 8,
        limit_local: true,
        trusted_proxies: vec!["127.0.0.1".parse().unwrap()],
        ..Config::default()
    });
    let from = |client: &str| server.ask("GET", "/api/v1/pairs", &[("X-Forwarded-For", client)], "");
    let statuses: Vec<u16> = (0..10).map(|_| from("198.51.100.7").status).collect();
    assert!(statuses.starts_with(&[200; 8]) && statuses.ends_with(&[429]), "{statuses:?}");
    let refused = from("198.51.100.7");
    assert_eq!((refused.json()["status"].as_u64(), refused.header("retry-after")), (Some(429), Some("1")));
    // A person is told on a page, in their language; a program that asks for the page is told in its own.
    let page = |accept: &str| {
        let headers = [("X-Forwarded-For", "198.51.100.7"), ("Accept", accept), ("Accept-Language", "ru")];
        server.ask("GET", "/pairs/KAZ-UZB", &headers, "")
    };
    let shown = page("text/html,application/xhtml+xml;q=0.9,*/*;q=0.8");
    assert_eq!((shown.status, shown.header("retry-after")), (429, Some("1")));
    assert_eq!(shown.header("content-type"), Some("text/html; charset=utf-8"));
    assert_eq!(shown.header("content-security-policy"), Some(entente_server::pages::guard::POLICY));
    assert!(shown.text().contains("<html lang=\"ru\"") && shown.text().contains("Слишком много запросов"));
    assert_eq!(page("application/json").header("content-type"), Some("application/problem+json"));
    assert_eq!(from("198.51.100.8").status, 200);
    // A check costs more than a look.
    let check = |client: &str| {
        let headers = [("X-Forwarded-For", client), ("Content-Type", "application/json")];
        server.ask("POST", "/api/v1/check", &headers, "{\"text\":\"x\"}").status
    };
    assert_eq!([check("198.51.100.9"), check("198.51.100.9")], [200, 429]);
    assert_eq!(server.get("/healthz").status, 200, "whoever watches is always let in");
}

#[test]
fn too_many_at_once_are_turned_away() {
    let server = Server::with(Config { concurrent_requests: 1, ..Config::default() });
    // Its body does not come, so it stays under way.
    let mut slow = server.connect();
    let head = "POST /api/v1/check HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 10\r\n\r\n";
    slow.write_all(head.as_bytes()).unwrap();
    std::thread::sleep(Duration::from_millis(200));
    let reply = server.get("/api/v1/pairs");
    assert_eq!((reply.status, reply.header("retry-after")), (503, Some("1")));
    let page = server.ask("GET", "/claims", &[("Accept", "text/html")], "");
    assert_eq!((page.status, page.header("retry-after")), (503, Some("1")));
    assert!(page.text().contains("as many requests as it can"), "{}", page.text());
    assert_eq!(server.get("/readyz").status, 200);
    drop(slow);
    std::thread::sleep(Duration::from_millis(200));
    assert_eq!(server.get("/api/v1/pairs").status, 200);
}

#[test]
fn what_is_counted_names_nothing_from_outside() {
    let server = Server::start();
    server.get("/api/v1/claims?kind=loan");
    server.get("/api/v1/claims?kind=loan");
    server.get("/no/such/place/7f3a");
    server.ask("BREW", "/api/v1/claims", &[], "");
    let metrics = server.get("/metrics");
    let text = metrics.text();
    for line in [
        "entente_http_requests_total{route=\"/api/v1/claims\",method=\"GET\",status=\"200\"} 2",
        "entente_http_requests_total{route=\"none\",method=\"GET\",status=\"404\"} 1",
        "entente_http_requests_total{route=\"/api/v1/claims\",method=\"other\",status=\"405\"} 1",
        "entente_answers_total{result=\"kept\"} 1",
        "entente_answers_total{result=\"made\"} 1",
        "entente_http_requests_in_flight 1",
        "entente_http_request_seconds_bucket{le=\"30.0\",route=\"/api/v1/claims\"} 3",
    ] {
        assert!(text.contains(line), "{line} is not in\n{text}");
    }
    assert!(text.contains("\nentente_registry_revision ") && text.ends_with("# EOF\n"), "{text}");
    for secret in ["7f3a", "BREW", "loan"] {
        assert!(!text.contains(secret), "{secret}");
    }
}

#[test]
fn a_server_that_is_told_to_stop_answers_first() {
    let server = Server::start();
    let mut slow = server.connect();
    let head = "POST /api/v1/check HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 12\r\n\r\n";
    slow.write_all(head.as_bytes()).unwrap();
    std::thread::sleep(Duration::from_millis(200));
    let stopping = std::thread::spawn(move || drop(server));
    std::thread::sleep(Duration::from_millis(200));
    slow.write_all(b"{\"text\":\"x\"}").unwrap();
    let reply = crate::place::read_reply(&mut slow).unwrap();
    assert_eq!(reply.status, 200);
    stopping.join().unwrap();
}
