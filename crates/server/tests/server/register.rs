//! The register over the API: what is entered, changed, imported and corrected, by whom, and what is refused.

use crate::operations::{Case, conflict, get, missing, wrong};
use crate::place::{ADMIN, EDITOR, READER, Reply, Server};
use entente_model::{EntryKind, Lang};
use entente_observatory::{EntryFilter, Mode, Registry, export};
use serde_json::{Value, json};

pub(crate) const AS_OF: &str = "2026-11-26";

/// An action item of our own wording.
fn item(text: &str) -> Value {
    json!({
        "pair": "KAZ-UZB", "text": text, "deadline": "01.12.2026", "sector": "transport", "move": "UZB",
        "state": "open", "since": "2026-10-01", "evidence": "protocol of the 30th session", "why": "entered from the protocol",
    })
}

fn project(name: &str) -> Value {
    json!({
        "pair": "KAZ-UZB", "name": name, "sector": "C", "country": "UZB", "value": "120000000", "currency": "usd",
        "state": "announced", "since": "2024-07-12", "evidence": "https://news.example/1", "why": "read in the news",
    })
}

fn agreement(title: &str) -> Value {
    json!({
        "pair": "KAZ-UZB", "title": title, "type": "agreement", "day": "2026-12-10", "state": "ready_for_signature",
        "since": "2026-11-01", "evidence": "note of the ministry", "why": "told by the ministry",
    })
}

/// Sends a body as JSON with a token.
fn send(server: &Server, method: &str, path: &str, token: &str, body: &Value) -> Reply {
    let bearer = format!("Bearer {token}");
    let headers = [("Authorization", bearer.as_str()), ("Content-Type", "application/json")];
    server.ask(method, path, &headers, &body.to_string())
}

/// Enters something and returns its id.
#[track_caller]
fn entered(server: &Server, path: &str, body: &Value) -> String {
    let reply = send(server, "POST", path, EDITOR, body);
    assert_eq!(reply.status, 201, "{}", reply.text());
    let id = reply.json()["id"].as_str().unwrap().to_owned();
    assert_eq!(reply.header("location"), Some(format!("{path}/{id}").as_str()));
    id
}

fn sent(
    operation: &'static str,
    path: impl Into<String>,
    body: Value,
    token: Option<&'static str>,
    status: u16,
    expect: &[(&'static str, Value)],
) -> Case {
    Case { operation, path: path.into(), body: Some(body), token, status, expect: expect.to_vec() }
}

/// A table of action items, of which one row is wrong.
const TABLE: &str = "Pair,Text,Deadline,Status,Colour\r\nKAZ-UZB,Agree on a timetable of trains,15.12.2026,open,red\r\n\
    KAZ-UZB,Name the experts,someday,open,\r\n";

/// Every operation of the register, with what it is to answer.
pub(crate) fn cases(server: &Server) -> Vec<Case> {
    let conflict = conflict(server);
    let item_id = entered(server, "/api/v1/action-items", &item("Open a second road crossing"));
    let first = entered(server, "/api/v1/projects", &project("Plant for drip lines in Example city"));
    let second = entered(server, "/api/v1/projects", &project("Plant for drip lines, Example city"));
    let third = entered(server, "/api/v1/projects", &project("Plant for drip lines of Example city"));
    let paper = entered(server, "/api/v1/agreements", &agreement("On the mutual recognition of seals"));
    let queue = server.get("/api/v1/review").json();
    let claim = server.get("/api/v1/claims?kind=trade_turnover").json()["items"][0]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let none = "0".repeat(32);
    let accept =
        json!({ "claim": claim, "field": "review", "value": "accepted", "version": 0, "why": "it says so" });
    let cases = vec![
        get(
            "listReview",
            "/api/v1/review?pair=KAZ-UZB",
            &[("/total", queue["total"].clone()), ("/wire", json!(1))],
        ),
        wrong("listReview", "/api/v1/review?cursor=x", "cursor"),
        sent(
            "reviewConflict",
            format!("/api/v1/conflicts/{conflict}/reviews"),
            json!({ "review": "accepted", "version": 0, "why": "asked the ministry" }),
            Some(EDITOR),
            201,
            &[("/to", json!("accepted")), ("/version", json!(1))],
        ),
        sent(
            "reviewConflict",
            format!("/api/v1/conflicts/{conflict}/reviews"),
            json!({ "review": "accepted", "version": 0, "why": "asked the ministry" }),
            None,
            401,
            &[],
        ),
        get("listCorrections", format!("/api/v1/claims/{claim}/corrections"), &[("/total", json!(0))]),
        missing("listCorrections", &format!("/api/v1/claims/{none}/corrections")),
        sent("correct", "/api/v1/corrections", accept.clone(), None, 401, &[]),
        sent("correct", "/api/v1/corrections", accept.clone(), Some(READER), 403, &[]),
        sent(
            "correct",
            "/api/v1/corrections",
            accept.clone(),
            Some(EDITOR),
            201,
            &[("/version", json!(1)), ("/who", json!("a test"))],
        ),
        // Somebody else has looked at it before that.
        sent(
            "correct",
            "/api/v1/corrections",
            accept,
            Some(ADMIN),
            409,
            &[("/given", json!(0)), ("/found", json!(1))],
        ),
        get(
            "listCorrections",
            format!("/api/v1/claims/{claim}/corrections"),
            &[("/total", json!(1)), ("/items/0/why", json!("it says so"))],
        ),
        Case {
            token: Some(READER),
            ..get(
                "listTrail",
                format!("/api/v1/trail?of=claim:{claim}"),
                &[("/items/0/action", json!("correct"))],
            )
        },
        Case {
            token: None,
            status: 401,
            expect: Vec::new(),
            ..get("listTrail", format!("/api/v1/trail?of=claim:{claim}"), &[])
        },
    ];
    cases
        .into_iter()
        .chain(crate::told::cases(server))
        .chain(reads(&item_id, &first, &paper))
        .chain(writes(&item_id, &first, &second, &third, &paper))
        .collect()
}

fn reads(item: &str, project: &str, agreement: &str) -> Vec<Case> {
    let none = "0".repeat(32);
    vec![
        get(
            "listActionItems",
            "/api/v1/action-items?due=14d",
            &[("/total", json!(1)), ("/items/0/deadline", json!("2026-12-01"))],
        ),
        get("listActionItems", "/api/v1/action-items?due=3d", &[("/total", json!(0))]),
        get(
            "listActionItems",
            "/api/v1/action-items?state=open,done&sector=transport",
            &[("/items/0/id", json!(item))],
        ),
        get("listActionItems", "/api/v1/action-items?as_of=2026-09-01", &[("/total", json!(0))]),
        wrong("listActionItems", "/api/v1/action-items?state=launched", "state"),
        wrong("listActionItems", "/api/v1/action-items?due=soon", "due"),
        wrong("listActionItems", &format!("/api/v1/action-items?cursor={none}"), "cursor"),
        wrong("listActionItems", &format!("/api/v1/action-items?cursor={project}"), "cursor"),
        get("listPairActionItems", "/api/v1/pairs/KAZ-UZB/action-items", &[("/total", json!(1))]),
        get("listPairActionItems", "/api/v1/pairs/KAZ-KGZ/action-items", &[("/total", json!(0))]),
        get(
            "getActionItem",
            format!("/api/v1/action-items/{item}"),
            &[("/move", json!("UZB")), ("/states/0/who", json!("a test"))],
        ),
        missing("getActionItem", &format!("/api/v1/action-items/{none}")),
        missing("getActionItem", &format!("/api/v1/action-items/{project}")),
        get(
            "listProjects",
            "/api/v1/projects?state=announced&limit=1",
            &[("/total", json!(3)), ("/items/0/value", json!("120000000"))],
        ),
        get("listPairProjects", "/api/v1/pairs/KAZ-UZB/projects?sector=C", &[("/total", json!(3))]),
        get(
            "getProject",
            format!("/api/v1/projects/{project}"),
            &[("/currency", json!("USD")), ("/version", json!(1))],
        ),
        missing("getProject", &format!("/api/v1/projects/{item}")),
        get("listAgreements", "/api/v1/agreements", &[("/items/0/state", json!("ready_for_signature"))]),
        get("listPairAgreements", "/api/v1/pairs/KAZ-UZB/agreements", &[("/total", json!(1))]),
        get("getAgreement", format!("/api/v1/agreements/{agreement}"), &[("/day", json!("2026-12-10"))]),
        missing("getAgreement", &format!("/api/v1/agreements/{none}")),
        get("tableActionItems", "/api/v1/action-items.csv", &[]),
        get("tableProjects", "/api/v1/projects.csv?pair=KAZ-UZB", &[]),
        get("tableAgreements", "/api/v1/agreements.csv", &[]),
        get(
            "activitiesOfProjects",
            "/api/v1/projects.iati.xml?reporter=XX-EX-1&reporter_name=Example+Institute",
            &[],
        ),
        wrong("activitiesOfProjects", "/api/v1/projects.iati.xml?reporter_name=Example", "reporter"),
        get("calendar", "/api/v1/calendar.ics?pair=KAZ-UZB", &[]),
        wrong("calendar", "/api/v1/calendar.ics?limit=1", "limit"),
    ]
}

fn writes(item_id: &str, first: &str, second: &str, third: &str, paper: &str) -> Vec<Case> {
    let path = format!("/api/v1/action-items/{item_id}");
    let done = json!({ "version": 1, "state": "done", "evidence": "https://news.example/2", "why": "the crossing is open" });
    let into = json!({ "into": first, "why": "one plant, told of twice" });
    vec![
        sent("enterActionItem", "/api/v1/action-items", item("Name experts"), None, 401, &[]),
        sent("enterActionItem", "/api/v1/action-items", item("Name experts"), Some(READER), 403, &[]),
        sent(
            "enterActionItem",
            "/api/v1/action-items",
            item("Name experts"),
            Some(EDITOR),
            201,
            &[("/version", json!(1))],
        ),
        sent("enterActionItem", "/api/v1/action-items", item("name  experts"), Some(EDITOR), 409, &[]),
        sent(
            "enterActionItem",
            "/api/v1/action-items",
            json!({ "pair": "KAZ-UZB", "why": "x" }),
            Some(EDITOR),
            400,
            &[("/field", json!("text"))],
        ),
        sent("changeActionItem", &path, done.clone(), Some(READER), 403, &[]),
        sent(
            "changeActionItem",
            &path,
            done.clone(),
            Some(EDITOR),
            200,
            &[("/state", json!("done")), ("/version", json!(2))],
        ),
        sent(
            "changeActionItem",
            &path,
            done,
            Some(EDITOR),
            409,
            &[("/given", json!(1)), ("/found", json!(2))],
        ),
        sent(
            "changeActionItem",
            &path,
            json!({ "version": 2, "state": "open", "why": "x" }),
            Some(EDITOR),
            400,
            &[("/field", json!("evidence"))],
        ),
        sent(
            "changeActionItem",
            &path,
            json!({ "version": 2, "evidence": "x", "why": "x" }),
            Some(EDITOR),
            400,
            &[("/field", json!("evidence"))],
        ),
        sent(
            "changeActionItem",
            &path,
            json!({ "version": "2", "sector": "roads", "why": "x" }),
            Some(EDITOR),
            400,
            &[("/field", json!("version"))],
        ),
        sent(
            "changeActionItem",
            &path,
            json!({ "sector": "roads", "why": "x" }),
            Some(EDITOR),
            400,
            &[("/field", json!("version"))],
        ),
        sent(
            "changeActionItem",
            &path,
            json!({ "version": 2, "sector": "transport", "why": "x" }),
            Some(EDITOR),
            409,
            &[],
        ),
        sent(
            "changeActionItem",
            format!("/api/v1/action-items/{first}"),
            json!({ "version": 1, "sector": "x", "why": "x" }),
            Some(EDITOR),
            404,
            &[],
        ),
        sent(
            "enterProject",
            "/api/v1/projects",
            project("Cotton mill in Sample district"),
            Some(ADMIN),
            201,
            &[("/state", json!("announced"))],
        ),
        sent(
            "enterProject",
            "/api/v1/projects",
            json!({ "pair": "KAZ-UZB", "name": "x", "value": "-1", "why": "x" }),
            Some(ADMIN),
            400,
            &[("/field", json!("value"))],
        ),
        sent(
            "changeProject",
            format!("/api/v1/projects/{first}"),
            json!({ "version": 1, "jobs": "350", "why": "told by the company" }),
            Some(EDITOR),
            200,
            &[("/jobs", json!("350"))],
        ),
        sent(
            "enterAgreement",
            "/api/v1/agreements",
            agreement("On working days at crossings"),
            Some(EDITOR),
            201,
            &[],
        ),
        sent(
            "changeAgreement",
            format!("/api/v1/agreements/{paper}"),
            json!({ "version": 1, "day": "", "why": "put off" }),
            Some(EDITOR),
            200,
            &[("/day", Value::Null)],
        ),
        sent("mergeProject", format!("/api/v1/projects/{second}/merge"), into.clone(), None, 401, &[]),
        sent(
            "mergeProject",
            format!("/api/v1/projects/{second}/merge"),
            into.clone(),
            Some(EDITOR),
            200,
            &[("/id", json!(first)), ("/version", json!(3))],
        ),
        sent("mergeProject", format!("/api/v1/projects/{second}/merge"), into, Some(EDITOR), 404, &[]),
        sent(
            "keepProjectApart",
            format!("/api/v1/projects/{third}/apart"),
            json!({ "from": first, "why": "two sites" }),
            Some(EDITOR),
            200,
            &[("/id", json!(third))],
        ),
        sent(
            "importActionItems",
            "/api/v1/action-items/import?dry_run=true",
            json!(TABLE),
            Some(READER),
            403,
            &[],
        ),
        sent(
            "importActionItems",
            "/api/v1/action-items/import?dry_run=true&name=items.csv",
            json!(TABLE),
            Some(EDITOR),
            200,
            &[
                ("/dry_run", json!(true)),
                ("/rows/0/row", json!(2)),
                ("/faults/0/row", json!(3)),
                ("/unknown", json!(["Colour"])),
                ("/rows/0/done", Value::Null),
            ],
        ),
        sent(
            "importActionItems",
            "/api/v1/action-items/import?dry_run=true",
            json!(TABLE.replace(',', ";")),
            Some(EDITOR),
            200,
            &[("/delimiter", json!("semicolon")), ("/rows/0/row", json!(2)), ("/faults/0/row", json!(3))],
        ),
        sent(
            "importActionItems",
            "/api/v1/action-items/import",
            json!(TABLE),
            Some(EDITOR),
            200,
            &[("/new", json!(1)), ("/rows/0/done", json!("new")), ("/delimiter", json!("comma"))],
        ),
        sent(
            "importActionItems",
            "/api/v1/action-items/import",
            json!(TABLE),
            Some(EDITOR),
            200,
            &[("/unchanged", json!(1))],
        ),
        sent(
            "importActionItems",
            "/api/v1/action-items/import",
            json!("a,b\n1,2\n"),
            Some(EDITOR),
            422,
            &[("/field", json!("file"))],
        ),
        sent(
            "importActionItems",
            "/api/v1/action-items/import?dry_run=perhaps",
            json!(TABLE),
            Some(EDITOR),
            400,
            &[("/field", json!("dry_run"))],
        ),
        sent(
            "importProjects",
            "/api/v1/projects/import?pair=KAZ-UZB",
            json!("name,value,currency\nTannery in Sample district,5000000,USD\n"),
            Some(EDITOR),
            200,
            &[("/new", json!(1))],
        ),
        sent(
            "importProjects",
            "/api/v1/projects/import",
            json!("<iati-activities/>x"),
            Some(EDITOR),
            422,
            &[],
        ),
        sent(
            "importAgreements",
            "/api/v1/agreements/import?pair=KAZ-UZB",
            json!("title,day\nOn bees,2026-12-20\n"),
            Some(EDITOR),
            200,
            &[("/new", json!(1))],
        ),
    ]
}

/// Asks the registry what the command line asks, beside the server.
pub(crate) fn beside<T>(server: &Server, ask: impl AsyncFnOnce(Registry) -> T) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let registry = Registry::open(&server.registry, Mode::Read).await.unwrap();
        ask(registry).await
    })
}

#[test]
fn lists_are_what_the_command_line_prints() {
    let server = Server::start();
    cases(&server);
    for (kind, path) in [
        (EntryKind::ActionItem, "action-items"),
        (EntryKind::Project, "projects"),
        (EntryKind::Agreement, "agreements"),
    ] {
        let filter = EntryFilter { limit: 100, ..EntryFilter::all(kind, AS_OF.parse().unwrap()) };
        let list = beside(&server, async |registry| registry.entries(&filter).await.unwrap());
        let printed = serde_json::to_string(&list).unwrap() + "\n";
        assert_eq!(server.get(&format!("/api/v1/{path}")).text(), printed);
        let csv = server.get(&format!("/api/v1/{path}.csv"));
        assert_eq!(csv.text(), export::csv(kind, &list.items));
    }
    let queue = beside(&server, async |registry| {
        registry.review(None, AS_OF.parse().unwrap(), 100, Lang::En).await.unwrap()
    });
    let printed = serde_json::to_string(&queue).unwrap() + "\n";
    assert_eq!(server.get("/api/v1/review").text(), printed);
}

#[test]
fn what_was_answered_is_on_file() {
    let server = Server::start();
    let id = entered(&server, "/api/v1/projects", &project("Plant for drip lines"));
    let change = json!({ "version": 1, "state": "launched", "since": "2026-11-20", "evidence": "<b>ribbon</b>", "why": "opened" });
    let reply = send(&server, "PATCH", &format!("/api/v1/projects/{id}"), EDITOR, &change);
    assert_eq!(reply.status, 200, "{}", reply.text());
    let entry = beside(&server, async |registry| {
        registry.store().entry(&id.parse().unwrap()).await.unwrap().unwrap()
    });
    assert_eq!((entry.version, entry.states.len(), entry.states[1].who.as_str()), (2, 2, "a test"));
    let trail =
        beside(&server, async |registry| registry.store().audit_of(&format!("project:{id}")).await.unwrap());
    let actions: Vec<&str> = trail.iter().map(|line| line.action.as_str()).collect();
    assert_eq!(actions, ["enter", "change"]);
    // What was kept before is made anew, and a day before the change is as it was.
    assert_eq!(server.get("/api/v1/projects").json()["items"][0]["state"], "launched");
    assert_eq!(server.get("/api/v1/projects?as_of=2026-11-01").json()["items"][0]["state"], "announced");
}

#[test]
fn two_editors_get_a_clear_conflict() {
    let server = Server::start();
    let id = entered(&server, "/api/v1/action-items", &item("Open a second road crossing"));
    let path = format!("/api/v1/action-items/{id}");
    let replies: Vec<u16> = std::thread::scope(|scope| {
        let send = |n: usize| {
            let (server, path) = (&server, &path);
            scope.spawn(move || {
                let change = json!({ "version": 1, "sector": format!("sector {n}"), "why": "both at once" });
                send(server, "PATCH", path, EDITOR, &change).status
            })
        };
        let threads: Vec<_> = (0..8).map(send).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert_eq!(replies.iter().filter(|status| **status == 200).count(), 1, "{replies:?}");
    assert_eq!(replies.iter().filter(|status| **status == 409).count(), 7, "{replies:?}");
    assert_eq!(server.get(&path).json()["version"], 2);
}

#[test]
fn pages_of_other_sites_change_nothing() {
    let server = Server::start();
    let bearer = format!("Bearer {EDITOR}");
    let body = item("Open a second road crossing").to_string();
    for foreign in [
        ("Origin", "https://evil.example"),
        ("Origin", "null"),
        ("Sec-Fetch-Site", "cross-site"),
        ("Sec-Fetch-Site", "same-site"),
    ] {
        let headers = [("Authorization", bearer.as_str()), ("Content-Type", "application/json"), foreign];
        for (method, path) in [
            ("POST", "/api/v1/action-items"),
            ("POST", "/api/v1/projects"),
            ("POST", "/api/v1/agreements"),
            ("POST", "/api/v1/corrections"),
            ("POST", "/api/v1/action-items/import"),
            ("PATCH", "/api/v1/action-items/00000000000000000000000000000000"),
            ("POST", "/api/v1/projects/00000000000000000000000000000000/merge"),
        ] {
            let reply = server.ask(method, path, &headers, &body);
            assert_eq!(reply.status, 403, "{foreign:?} {path}: {}", reply.text());
        }
    }
    // A browser asks first whether it may send a token, and is told that it may not.
    let asked = [("Origin", "https://evil.example"), ("Access-Control-Request-Method", "PATCH")];
    let told = server.ask("OPTIONS", "/api/v1/projects/1", &asked, "");
    assert!(told.header("access-control-allow-methods").is_none_or(|methods| !methods.contains("PATCH")));
    assert!(
        told.header("access-control-allow-headers").is_none_or(|headers| !headers.contains("Authorization"))
    );
    assert_eq!(server.get("/api/v1/action-items").json()["total"], 0);
}

#[test]
fn hostile_bodies_are_refused() {
    let server = Server::start();
    let bearer = format!("Bearer {EDITOR}");
    let id = entered(&server, "/api/v1/action-items", &item("<script>alert(1)</script>"));
    let change = format!("/api/v1/action-items/{id}");
    let long = "x".repeat(5000);
    let wide = format!("{{\"pair\":\"KAZ-UZB\",\"why\":\"x\",\"text\":\"{long}\"}}");
    let nul = r#"{"pair":"KAZ-UZB","why":"x","text":"a\u0000b"}"#;
    for (what, method, path, media, body, status) in [
        ("a form", "POST", "/api/v1/action-items", "application/x-www-form-urlencoded", "text=x", 415),
        ("a list", "POST", "/api/v1/action-items", "application/json", "[]", 400),
        ("a long value", "POST", "/api/v1/action-items", "application/json", wide.as_str(), 400),
        ("a NUL", "POST", "/api/v1/action-items", "application/json", nul, 400),
        (
            "an object for a text",
            "POST",
            "/api/v1/projects",
            "application/json",
            r#"{"pair":"KAZ-UZB","why":"x","name":{"a":1}}"#,
            400,
        ),
        (
            "an unknown key",
            "POST",
            "/api/v1/projects",
            "application/json",
            r#"{"pair":"KAZ-UZB","why":"x","name":"x","__proto__":"x"}"#,
            400,
        ),
        (
            "a huge version",
            "PATCH",
            change.as_str(),
            "application/json",
            r#"{"version":99999999999999999999,"why":"x"}"#,
            400,
        ),
        ("half a version", "PATCH", change.as_str(), "application/json", r#"{"version":1.5,"why":"x"}"#, 400),
        (
            "a version below zero",
            "PATCH",
            change.as_str(),
            "application/json",
            r#"{"version":-1,"why":"x"}"#,
            400,
        ),
        ("no reason", "PATCH", change.as_str(), "application/json", r#"{"version":1,"sector":"x"}"#, 400),
        (
            "an empty reason",
            "PATCH",
            change.as_str(),
            "application/json",
            r#"{"version":1,"sector":"x","why":"  "}"#,
            400,
        ),
        (
            "the version alone",
            "PATCH",
            change.as_str(),
            "application/json",
            r#"{"version":1,"why":"x"}"#,
            409,
        ),
        (
            "a form with a file",
            "POST",
            "/api/v1/projects/import",
            "multipart/form-data; boundary=x",
            "--x--",
            415,
        ),
        (
            "half a workbook",
            "POST",
            "/api/v1/projects/import",
            "application/octet-stream",
            "PK\u{3}\u{4}half",
            422,
        ),
        ("a web page", "POST", "/api/v1/agreements/import", "text/html", "<html><body>x</body></html>", 422),
        ("no file", "POST", "/api/v1/agreements/import", "text/csv", "", 422),
        (
            "a path for an id",
            "PATCH",
            "/api/v1/projects/..%2f..%2fetc",
            "application/json",
            r#"{"version":1,"why":"x"}"#,
            400,
        ),
        (
            "no claim",
            "POST",
            "/api/v1/corrections",
            "application/json",
            r#"{"claim":"../../x","field":"value","version":0,"why":"x"}"#,
            400,
        ),
        (
            "no field",
            "POST",
            "/api/v1/corrections",
            "application/json",
            r#"{"claim":"00000000000000000000000000000000","field":"<b>","version":0,"why":"x"}"#,
            400,
        ),
        (
            "an absent claim",
            "POST",
            "/api/v1/corrections",
            "application/json",
            r#"{"claim":"00000000000000000000000000000000","field":"value","value":"1","version":0,"why":"x"}"#,
            404,
        ),
    ] {
        let reply = server.ask(method, path, &[("Authorization", &bearer), ("Content-Type", media)], body);
        assert_eq!(reply.status, status, "{what}: {}", reply.text());
        assert_eq!(reply.header("content-type"), Some("application/problem+json"), "{what}");
        assert!(reply.text().len() < 1500, "{what}");
    }
    let large = "x".repeat(3 << 20);
    for path in ["/api/v1/action-items/import", "/api/v1/corrections"] {
        let media = if path.ends_with("import") { "text/csv" } else { "application/json" };
        let reply = server.ask("POST", path, &[("Authorization", &bearer), ("Content-Type", media)], &large);
        assert_eq!(reply.status, 413, "{path}");
    }
    for path in [
        "/api/v1/trail?of=claim:..%2f..%2fetc",
        "/api/v1/trail?of=claim'%20OR%201=1",
        "/api/v1/projects?sector=%00",
        "/api/v1/action-items?cursor=99999999999999999999",
        "/api/v1/action-items?due=99999",
        "/api/v1/action-items?due=-1",
        "/api/v1/projects.iati.xml?reporter=%00&reporter_name=x",
    ] {
        let reply = server.ask("GET", path, &[("Authorization", &bearer)], "");
        assert_eq!(reply.status, 400, "{path}: {}", reply.text());
    }
}

#[test]
fn what_a_person_says_is_no_conflict_is_in_no_list() {
    let server = Server::start();
    let id = conflict(&server);
    let list = || server.get("/api/v1/conflicts?pair=PER-VNM").json();
    assert!(id.ends_with("-scale"), "{id}");
    let path = format!("/api/v1/conflicts/{id}");
    let one = server.get(&path).json();
    assert_eq!((&one["reviews"], &one["is_accepted"], &one["said"]), (&json!(0), &json!(false), &json!(2)));
    let queue = || server.get("/api/v1/review?pair=PER-VNM").json();
    assert_eq!((&queue()["conflicting"], &queue()["conflicts"][0]["id"]), (&json!(1), &json!(id)));
    assert_eq!(server.get("/api/v1/review").json()["conflicting"], Value::Null);

    let reviews = format!("{path}/reviews");
    let say = |word: &str, version: u64| {
        let body = json!({ "review": word, "version": version, "why": "asked the ministry" });
        send(&server, "POST", &reviews, EDITOR, &body)
    };
    assert_eq!(say("perhaps", 0).status, 400);
    let body = json!({ "review": "accepted", "version": 0, "why": "asked" });
    assert_eq!(send(&server, "POST", &reviews, READER, &body).status, 403);
    let reply = say("accepted", 0);
    assert_eq!((reply.status, reply.header("location")), (201, Some(path.as_str())), "{}", reply.text());
    assert_eq!(list()["items"][0]["is_accepted"], json!(true), "it stands, and waits no more");
    assert_eq!(queue()["conflicting"], json!(0));
    assert_eq!(say("rejected", 0).status, 409, "somebody has said something of it since");
    assert_eq!(say("rejected", 1).status, 201);
    assert_eq!((&list()["total"], &server.get(&path).json()["reviews"]), (&json!(0), &json!(2)));
    let before = server.get("/api/v1/conflicts?pair=PER-VNM&as_of=2021-03-02").json();
    assert_eq!(before["total"], json!(1), "on a day before nobody had said so");
    let trail = server.ask(
        "GET",
        &format!("/api/v1/trail?of=conflict:{id}"),
        &[("Authorization", &format!("Bearer {READER}"))],
        "",
    );
    let said: Vec<Value> = trail.json()["items"].as_array().expect("a trail").clone();
    let mut details: Vec<&str> = said.iter().filter_map(|line| line["detail"].as_str()).collect();
    details.sort_unstable();
    assert_eq!(
        details,
        ["review: accepted -> rejected; asked the ministry", "review: none -> accepted; asked the ministry"]
    );
    let none = format!("/api/v1/conflicts/{}-scale/reviews", "0".repeat(32));
    assert_eq!(send(&server, "POST", &none, EDITOR, &body).status, 404);
}
