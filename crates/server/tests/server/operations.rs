//! Every operation of the table, asked for what is there and for what is not.

use crate::place::{ADMIN, EDITOR, READER, Server};
use entente_observatory::{Mode, Registry, SAMPLE, SAMPLE_PUBLISHED, pair};
use entente_server::api;
use jiff::civil::date;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// A request of an operation and what must come back.
pub(crate) struct Case {
    pub(crate) operation: &'static str,
    pub(crate) path: String,
    pub(crate) body: Option<Value>,
    pub(crate) token: Option<&'static str>,
    pub(crate) status: u16,
    /// Pointers into the answer with what stands there.
    pub(crate) expect: Vec<(&'static str, Value)>,
}

pub(crate) fn get(
    operation: &'static str,
    path: impl Into<String>,
    expect: &[(&'static str, Value)],
) -> Case {
    Case { operation, path: path.into(), body: None, token: None, status: 200, expect: expect.to_vec() }
}

pub(crate) fn missing(operation: &'static str, path: &str) -> Case {
    let expect =
        vec![("/status", json!(404)), ("/type", json!("about:blank")), ("/title", json!("Not Found"))];
    Case { operation, path: path.into(), body: None, token: None, status: 404, expect }
}

pub(crate) fn wrong(operation: &'static str, path: &str, field: &str) -> Case {
    let expect = vec![("/status", json!(400)), ("/field", json!(field))];
    Case { operation, path: path.into(), body: None, token: None, status: 400, expect }
}

/// Files two texts that do not fit together and returns the id of that.
pub(crate) fn conflict(server: &Server) -> String {
    for (day, amount) in [(1, "$3.72 billion"), (2, "$3.72 million")] {
        let text =
            format!("Trade turnover between Peru and Vietnam reached {amount} in 2020, the ministry said.");
        server.file(amount, &text, date(2021, 3, day));
    }
    let list = server.get("/api/v1/conflicts?pair=PER-VNM").json();
    list["items"][0]["id"].as_str().expect("a conflict").to_owned()
}

fn cases(server: &Server) -> Vec<Case> {
    let first = |path: &str, pointer: &str| {
        let answer = server.get(path).json();
        answer.pointer(pointer).and_then(Value::as_str).expect("it is there").to_owned()
    };
    let claim = first("/api/v1/claims?kind=trade_turnover", "/items/0/id");
    let verdict = first("/api/v1/claims?kind=trade_turnover", "/items/0/verdict/id");
    let author = first("/api/v1/authors", "/items/0/id");
    let conflict = conflict(server);
    let observation = first("/api/v1/observations?reporter=KAZ&partner=UZB&limit=1", "/items/0/id");
    let none = "0".repeat(32);
    let document = &server.document;
    let text = json!({ "text": SAMPLE, "published": SAMPLE_PUBLISHED, "as_of": "2026-11-26" });
    let check = |body: Value, status: u16, expect: &[(&'static str, Value)]| Case {
        operation: "check",
        path: "/api/v1/check".to_owned(),
        body: Some(body),
        token: None,
        status,
        expect: expect.to_vec(),
    };
    let file = |token: Option<&'static str>, status: u16, expect: &[(&'static str, Value)]| Case {
        operation: "fileDocument",
        path: "/api/v1/documents".to_owned(),
        body: Some(json!({ "text": "Trade between Kazakhstan and Uzbekistan reached $4 billion in 2023." })),
        token,
        status,
        expect: expect.to_vec(),
    };
    let tokens = |token: Option<&'static str>, status: u16, expect: &[(&'static str, Value)]| Case {
        operation: "listTokens",
        path: "/api/v1/tokens".to_owned(),
        body: None,
        token,
        status,
        expect: expect.to_vec(),
    };
    vec![
        file(None, 401, &[("/status", json!(401))]),
        file(Some("nobody's"), 401, &[]),
        file(Some(READER), 403, &[]),
        file(Some(EDITOR), 201, &[("/claims/0/kind", json!("trade_turnover"))]),
        file(Some(ADMIN), 200, &[("/claims/0/kind", json!("trade_turnover"))]),
        get("listDocuments", "/api/v1/documents?limit=1", &[("/total", json!(4))]),
        tokens(None, 401, &[]),
        tokens(Some(EDITOR), 403, &[]),
        tokens(
            Some(ADMIN),
            200,
            &[("/total", json!(3)), ("/items/0/role", json!("admin")), ("/items/0/revoked", Value::Null)],
        ),
        get("listPairs", "/api/v1/pairs", &[("/items/0/pair", json!("KAZ-UZB")), ("/next", Value::Null)]),
        wrong("listPairs", "/api/v1/pairs?cursor=XXX-YYY", "cursor"),
        get(
            "getPair",
            "/api/v1/pairs/KAZ-UZB",
            &[("/pair", json!("KAZ-UZB")), ("/as_of", json!("2026-11-26"))],
        ),
        get(
            "getPair",
            "/api/v1/pairs/KAZ-UZB?years=2023",
            &[("/rows/0/period", json!("2023")), ("/rows/2", Value::Null)],
        ),
        missing("getPair", "/api/v1/pairs/ABW-ZWE"),
        wrong("getPair", "/api/v1/pairs/kaz-uzb", "pair"),
        wrong("getPair", "/api/v1/pairs/KAZ-KAZ", "pair"),
        wrong("getPair", "/api/v1/pairs/KAZ-ZZZ", "pair"),
        wrong("getPair", "/api/v1/pairs/KAZ-UZB?year=2023", "year"),
        get(
            "getMirror",
            "/api/v1/pairs/KAZ-UZB/mirror?years=2023",
            &[("/pair", json!("KAZ-UZB")), ("/method", json!("mean_of_fob_adjusted_sides"))],
        ),
        get("listConflicts", "/api/v1/conflicts?pair=KAZ-UZB", &[("/as_of", json!("2026-11-26"))]),
        wrong("listConflicts", "/api/v1/conflicts?pair=KAZ-ZZZ", "pair"),
        get(
            "getConflict",
            format!("/api/v1/conflicts/{conflict}"),
            &[("/id", json!(conflict)), ("/reviews", json!(0))],
        ),
        missing("getConflict", &format!("/api/v1/conflicts/{none}-scale")),
        wrong("getConflict", "/api/v1/conflicts/scale", "id"),
        missing("getMirror", "/api/v1/pairs/ABW-ZWE/mirror"),
        get("listChanges", "/api/v1/changes?since=2019-01-01&limit=1", &[("/since", json!("2019-01-01"))]),
        wrong("listChanges", "/api/v1/changes", "since"),
        wrong("listChanges", "/api/v1/changes?since=lately", "since"),
        get(
            "listPairChanges",
            "/api/v1/pairs/KAZ-UZB/changes?since=2026-11-27",
            &[("/total", json!(0)), ("/verdicts", json!([]))],
        ),
        get("getSeries", "/api/v1/pairs/KAZ-UZB/series", &[("/pair", json!("KAZ-UZB"))]),
        get("listDocuments", "/api/v1/documents", &[("/total", json!(4)), ("/items/1/id", json!(document))]),
        get(
            "listDocuments",
            "/api/v1/documents?until=2020-01-01",
            &[("/total", json!(0)), ("/items", json!([]))],
        ),
        get("getDocument", format!("/api/v1/documents/{document}"), &[("/document/id", json!(document))]),
        missing("getDocument", &format!("/api/v1/documents/{none}")),
        wrong("getDocument", "/api/v1/documents/1", "id"),
        get("listClaims", "/api/v1/claims?pair=KAZ-UZB&limit=2", &[("/items/1/document", json!(document))]),
        wrong("listClaims", "/api/v1/claims?kind=trade", "kind"),
        wrong("listClaims", "/api/v1/claims?cursor=17", "cursor"),
        wrong("listClaims", "/api/v1/claims?limit=0", "limit"),
        wrong("listClaims", "/api/v1/claims?limit=1001", "limit"),
        wrong("listClaims", "/api/v1/claims?since=July", "since"),
        wrong("listClaims", "/api/v1/claims?kind=loan&kind=loan", "kind"),
        get(
            "getClaim",
            format!("/api/v1/claims/{claim}"),
            &[("/claim/id", json!(claim)), ("/filed", json!(true))],
        ),
        missing("getClaim", &format!("/api/v1/claims/{none}")),
        get(
            "getVerdict",
            format!("/api/v1/verdicts/{verdict}"),
            &[("/id", json!(verdict)), ("/claim/id", json!(claim))],
        ),
        missing("getVerdict", &format!("/api/v1/verdicts/{none}")),
        get(
            "listObservations",
            "/api/v1/observations?reporter=KAZ&period=2023&flow=X&partner=UZB",
            &[("/items/0/flow", json!("X"))],
        ),
        wrong("listObservations", "/api/v1/observations?flow=Y", "flow"),
        wrong("listObservations", "/api/v1/observations?dataset=x", "dataset"),
        get(
            "getObservation",
            format!("/api/v1/observations/{}", observation.replace('#', "%23")),
            &[("/observation/id", json!(observation))],
        ),
        missing("getObservation", "/api/v1/observations/stat.gov.kz/x/2024-01-01/000000000000%23KAZ.UZB"),
        get("listDefinitions", "/api/v1/definitions", &[("/wire", json!(1)), ("/next", Value::Null)]),
        get("listSources", "/api/v1/sources?limit=1", &[("/items/1", Value::Null)]),
        get("listDatasets", "/api/v1/datasets", &[("/next", Value::Null)]),
        get("listDatasets", "/api/v1/datasets?as_of=1990-01-01", &[("/items/0/releases", json!([]))]),
        get("search", "/api/v1/search?q=Kazakhstan+Uzbekistan&limit=1", &[("/items/0/type", json!("pair"))]),
        wrong("search", "/api/v1/search", "q"),
        wrong("search", "/api/v1/search?q=%20", "q"),
        get("listAuthors", "/api/v1/authors", &[("/items/0/name", json!("Maria Example"))]),
        get(
            "getAuthor",
            format!("/api/v1/authors/{author}"),
            &[("/author/id", json!(author)), ("/documents/total", json!(1))],
        ),
        missing("getAuthor", &format!("/api/v1/authors/{none}")),
        check(text, 200, &[("/wire", json!(1)), ("/results/0/on_file", Value::Null)]),
        check(
            json!({ "text": "Kazakhstan's trade with Uzbekistan came to $4 billion in 2023.", "on_file": "true" }),
            200,
            &[
                ("/as_of", json!("2026-11-26")),
                ("/results/0/on_file/standing", json!("agreement")),
                ("/results/0/on_file/first/quote", json!("$4 billion")),
            ],
        ),
        check(json!({ "text": "x", "on_file": "perhaps" }), 400, &[("/field", json!("on_file"))]),
        check(json!({}), 400, &[("/field", json!("text"))]),
        check(json!({ "text": "x", "save": true }), 400, &[("/field", json!("save"))]),
        check(json!({ "text": "x", "lang": "fr" }), 400, &[("/field", json!("lang"))]),
        check(json!({ "text": "x", "published": "yesterday" }), 400, &[("/field", json!("published"))]),
    ]
}

#[test]
fn every_operation_is_exercised() {
    let server = Server::start();
    let mut exercised = BTreeSet::new();
    for case in cases(&server).into_iter().chain(crate::register::cases(&server)) {
        let operation = api::operations().find(|operation| operation.id == case.operation);
        let operation = operation.unwrap_or_else(|| panic!("there is no {}", case.operation));
        let given = case.token.map(|token| format!("Bearer {token}"));
        let mut headers: Vec<_> = given.iter().map(|given| ("Authorization", given.as_str())).collect();
        // A text stands for a file, which is sent as it is.
        let body = match &case.body {
            Some(Value::String(file)) => file.clone(),
            Some(body) => body.to_string(),
            None => String::new(),
        };
        if case.body.is_some() {
            headers
                .push(("Content-Type", if operation.has_file() { "text/csv" } else { "application/json" }));
        }
        let reply = server.ask(operation.method.as_str(), &case.path, &headers, &body);
        let what = format!("{} {}: {}", case.operation, case.path, String::from_utf8_lossy(&reply.body));
        assert_eq!(reply.status, case.status, "{what}");
        assert!(reply.body.ends_with(b"\n") || reply.body.starts_with(b"PK"), "{what}");
        let media = if case.status < 300 { operation.media() } else { "application/problem+json" };
        assert_eq!(reply.header("content-type"), Some(media), "{what}");
        let answer = if media.ends_with("json") { reply.json() } else { Value::Null };
        for (pointer, expect) in &case.expect {
            assert_eq!(answer.pointer(pointer).unwrap_or(&Value::Null), expect, "{pointer} of {what}");
        }
        exercised.insert((case.operation, case.status < 300));
    }
    for operation in api::operations() {
        assert!(exercised.contains(&(operation.id, true)), "nothing asks for {}", operation.id);
    }
}

#[test]
fn the_page_of_a_check_tells_what_is_on_file() {
    let server = Server::start();
    let checked = |text: &str| {
        let form = [("Content-Type", "application/x-www-form-urlencoded")];
        server.ask("POST", "/check", &form, &format!("text={text}")).text().to_owned()
    };
    let document = format!("href=\"/documents/{}\"", server.document);
    let known = checked("Kazakhstan+traded+%244.5+billion+with+Uzbekistan+in+2023.");
    assert!(known.contains(&document), "{known}");
    assert!(!checked("Mongolia+traded+%244.5+billion+with+Uzbekistan+in+2023.").contains(&document));
}

#[test]
fn a_pair_is_what_the_command_line_prints() {
    let server = Server::start();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let figures = runtime.block_on(async {
        let registry = Registry::open(&server.registry, Mode::Read).await.unwrap();
        registry.between("KAZ-UZB".parse().unwrap()).await.unwrap()
    });
    let as_of = "2026-11-26".parse().unwrap();
    for (path, make) in [("", pair::profile as fn(_, _, _) -> _), ("/series", pair::series)] {
        let printed =
            serde_json::to_string(&make(&figures, "KAZ-UZB".parse().unwrap(), as_of)).unwrap() + "\n";
        assert_eq!(server.get(&format!("/api/v1/pairs/KAZ-UZB{path}")).text(), printed);
    }
}

#[test]
fn lists_go_on_to_their_end() {
    let server = Server::start();
    for (list, key) in [
        ("/api/v1/claims?pair=KAZ-UZB", "/id"),
        ("/api/v1/observations?reporter=UZB&period=2023", "/id"),
        ("/api/v1/sources?as_of=2026-11-26", "/id"),
        ("/api/v1/datasets?as_of=2026-11-26", "/title"),
    ] {
        let whole = server.get(&format!("{list}&limit=1000")).json();
        let total = whole["total"].as_u64().unwrap();
        let ids = |answer: &Value| -> Vec<String> {
            let items = answer["items"].as_array().unwrap();
            items.iter().map(|item| item.pointer(key).unwrap().to_string()).collect()
        };
        let (mut seen, mut next) = (Vec::new(), String::new());
        loop {
            let part = server.get(&format!("{list}&limit=7{next}")).json();
            assert_eq!(part["total"].as_u64(), Some(total), "{list}");
            seen.extend(ids(&part));
            let Some(cursor) = part["next"].as_str() else { break };
            next = format!("&cursor={cursor}");
        }
        assert_eq!(seen.len() as u64, total, "{list}");
        assert_eq!(seen, ids(&whole), "{list}");
    }
}
