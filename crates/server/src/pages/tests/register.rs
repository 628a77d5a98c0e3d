//! The pages of the register, of conflicts and of the review: empty and filled, with hostile names; who may change what.

use super::lists::{HOSTILE, server};
use super::{ask, clock, get, shape};
use crate::app::App;
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode, header};
use entente_model::EntryKind;
use entente_observatory::corrections::By;
use entente_observatory::register::NewEntry;
use entente_observatory::{Role, SAMPLE, SAMPLE_PUBLISHED};
use jiff::civil::{Date, date};

const DAY: Date = date(2026, 11, 26);
const EDITOR: &str = "editor-secret";
const READER: &str = "reader-secret";

/// The same trade told two ways.
const OTHER: &str =
    "Trade turnover between Kazakhstan and Kyrgyzstan reached $15 billion in 2023, the chamber said.";

fn by() -> By {
    By { who: "A <u>Clerk</u>".into(), why: "told \"so\"".into(), seen: None, now: clock().now(), as_of: DAY }
}

async fn enter(app: &App, kind: EntryKind, given: &[(&str, &str)], state: &str) -> String {
    let given = given.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    let evidence = "<script>alert(1)</script> https://x".to_owned();
    let state = Some((state.to_owned(), date(2026, 9, 1), evidence));
    let new = NewEntry { kind, pair: "KAZ-UZB".parse().unwrap(), given, state };
    app.registry().unwrap().enter(&new, &by()).await.unwrap().id.to_string()
}

/// A server with hostile entries of every kind; returns their ids.
async fn filled() -> (App, tempfile::TempDir, [String; 3]) {
    let texts = [(SAMPLE, SAMPLE_PUBLISHED), (HOSTILE, date(2024, 8, 1)), (OTHER, date(2024, 8, 2))];
    let (app, kept) = server(&texts).await;
    let hostile = "\"><script>alert(1)</script> of a road & bridge";
    let item = [
        ("text", hostile),
        ("deadline", "2026-11-01"),
        ("first_body", "<i>Ministry</i>"),
        ("move", "UZB"),
        ("session", "22nd"),
    ];
    let item = enter(&app, EntryKind::ActionItem, &item, "open").await;
    let project = [
        ("name", hostile),
        ("sector", "C"),
        ("value", "120000000"),
        ("currency", "USD"),
        ("jobs", "400"),
        ("place", "<img src=x onerror=alert(1)>"),
        ("partners", "https://a.example/x; B & Co"),
    ];
    let first = enter(&app, EntryKind::Project, &project, "launched").await;
    enter(&app, EntryKind::Project, &[("name", "script alert of a road or bridge")], "announced").await;
    let agreement = [("title", hostile), ("documents", "vbscript:x")];
    let agreement = enter(&app, EntryKind::Agreement, &agreement, "draft").await;
    let store = app.registry().unwrap().store();
    store.create_token(EDITOR, Role::Editor, "E <u>ditor</u>", clock().now()).await.unwrap();
    store.create_token(READER, Role::Reader, "", clock().now()).await.unwrap();
    (app, kept, [item, first, agreement])
}

async fn page_of(app: &App, address: &str, token: &str) -> (StatusCode, HeaderMap, String) {
    let request = Request::get(address).header(header::COOKIE, format!("theme=dark; token={token}"));
    ask(app, request.body(Body::empty()).unwrap()).await
}

async fn post(
    app: &App,
    path: &str,
    headers: &[(&str, &str)],
    form: &str,
) -> (StatusCode, HeaderMap, String) {
    let mut request = Request::post(path).header(header::HOST, "entente.example");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    ask(app, request.body(Body::from(form.to_owned())).unwrap()).await
}

/// Returns what a hidden field of a page holds.
fn hidden<'a>(page: &'a str, name: &str) -> &'a str {
    let rest = page
        .split(&format!("name=\"{name}\" value=\""))
        .nth(1)
        .unwrap_or_else(|| panic!("no {name}: {page}"));
    rest.split('"').next().unwrap()
}

#[tokio::test]
async fn every_page_is_well_formed_empty_and_filled_for_strangers_and_editors() {
    let (empty, _kept) = server(&[]).await;
    let (app, _kept, [item, project, agreement]) = filled().await;
    let lists = [
        "/items",
        "/items?view=board",
        "/items?due=14",
        "/items?state=done",
        "/projects",
        "/projects?sector=C",
        "/projects?pair=KAZ-UZB",
        "/agreements",
        "/agreements?state=draft",
        "/conflicts",
        "/conflicts?pair=KAZ-KGZ",
        "/review",
        "/review?pair=KAZ-UZB",
        "/sign-in",
        "/items?as_of=2020-01-01",
        "/pairs/KAZ-UZB",
        "/pairs/KAZ-KGZ",
        "/commissions",
        "/commissions?pair=KAZ-UZB",
        "/sessions/KAZ-UZB-intergovernmental-21",
        "/targets",
        "/targets?pair=KAZ-UZB",
        "/officials",
        "/officials?q=%3Cscript%3E",
        "/pairs/KAZ-UZB/brief",
        "/pairs/KAZ-KGZ/brief",
    ];
    let own = [format!("/items/{item}"), format!("/projects/{project}"), format!("/agreements/{agreement}")];
    for (address, lang) in
        lists.iter().map(|list| (*list).to_owned()).chain(own).flat_map(|a| [(a.clone(), "en"), (a, "ru")])
    {
        let mark = if address.contains('?') { '&' } else { '?' };
        let asked = format!("{address}{mark}lang={lang}");
        let (found, _, page) = get(&empty, &asked).await;
        let is_listed = address.len() < 36 || address.starts_with("/commissions");
        assert!(found == StatusCode::OK || !is_listed, "{asked}: {found}");
        shape::check(&asked, &page, lang);
        for (who, (found, headers, page)) in
            [("stranger", get(&app, &asked).await), ("editor", page_of(&app, &asked, EDITOR).await)]
        {
            let name = format!("{who} {asked}");
            assert_eq!(found, StatusCode::OK, "{name}: {page}");
            shape::check(&name, &page, lang);
            for hostile in ["<script>alert", "<img", "<u>", "<i>", "href=\"vbscript:"] {
                assert!(!page.contains(hostile), "{name} has {hostile}");
            }
            let is_kept = headers[header::CACHE_CONTROL] == "no-store";
            assert_eq!(is_kept, who == "editor", "{name}: {:?}", headers[header::CACHE_CONTROL]);
            // What an editor was shown is not given to others.
            assert!(who == "editor" || !page.contains("name=\"key\""), "{name}");
        }
    }
}

#[tokio::test]
async fn lists_say_what_is_on_file() {
    let (app, _kept, [item, ..]) = filled().await;
    for (address, expected) in [
        ("/items", "1 decision of a commission. Overdue: 1."),
        ("/items?due=14", "overdue"),
        ("/items?view=board", "Done or dropped"),
        ("/items?lang=ru", "Просрочено: 1."),
        ("/projects", "1 of 2 joint projects has been launched"),
        ("/projects?lang=ru", "Из 2 совместных проектов запущен 1"),
        ("/projects", "$120\u{a0}million"),
        ("/projects?state=announced", "1 project"),
        ("/agreements", "Ready for signature"),
        ("/conflicts?pair=KAZ-KGZ", "$15\u{a0}billion"),
        ("/conflicts?pair=KAZ-UZB", "stand against each other"),
        ("/items?as_of=2020-01-01", "not entered, not that there are none"),
        ("/pairs/KAZ-UZB", "1 action item is owed"),
        ("/pairs/KAZ-UZB", "Why the two reports differ"),
        ("/pairs/KAZ-UZB", "Last session: Session 21"),
        ("/commissions", "Intergovernmental commission, Kazakhstan–Uzbekistan"),
        ("/sessions/KAZ-UZB-intergovernmental-21", "Told by 1 voice"),
        ("/sessions/KAZ-UZB-intergovernmental-21?lang=ru", "21-е заседание"),
        ("/targets", "$10\u{a0}billion"),
        ("/officials", "Aripov"),
        ("/projects?pair=KAZ-UZB", "What is said beside the register"),
        ("/pairs/KAZ-UZB/brief", "What each sentence rests on"),
    ] {
        let (_, _, page) = get(&app, address).await;
        assert!(page.contains(expected), "{address} lacks {expected}: {page}");
    }
    for (address, status) in [
        ("/items?state=launched".to_owned(), StatusCode::BAD_REQUEST),
        ("/items?due=soon".to_owned(), StatusCode::BAD_REQUEST),
        ("/items?cursor=1".to_owned(), StatusCode::BAD_REQUEST),
        (format!("/projects?cursor={item}"), StatusCode::BAD_REQUEST),
        ("/conflicts?cursor=1".to_owned(), StatusCode::BAD_REQUEST),
        (format!("/conflicts?cursor={}", "9".repeat(1500)), StatusCode::BAD_REQUEST),
        ("/conflicts?pair=XX".to_owned(), StatusCode::BAD_REQUEST),
        (format!("/projects/{item}"), StatusCode::NOT_FOUND),
        ("/items/..%2f..%2fetc%2fpasswd".to_owned(), StatusCode::NOT_FOUND),
        ("/agreements/%00".to_owned(), StatusCode::NOT_FOUND),
        ("/sessions/..%2f..%2fetc".to_owned(), StatusCode::NOT_FOUND),
        ("/sessions/%3Cscript%3E".to_owned(), StatusCode::NOT_FOUND),
        ("/officials/%F0%9F%8C%8D".to_owned(), StatusCode::NOT_FOUND),
        ("/officials?cursor=x".to_owned(), StatusCode::BAD_REQUEST),
        ("/targets?pair=X".to_owned(), StatusCode::BAD_REQUEST),
        ("/pairs/XX/brief".to_owned(), StatusCode::BAD_REQUEST),
    ] {
        let (found, _, page) = get(&app, &address).await;
        assert_eq!(found, status, "{address}");
        shape::check(&address, &page, "en");
    }
}

#[tokio::test]
async fn a_token_signs_in_and_out() {
    let (app, _kept, _) = filled().await;
    let own = ("origin", "https://entente.example");
    let (status, headers, page) = post(&app, "/sign-in", &[own], "token=wrong&back=/review").await;
    assert_eq!((status, headers.get(header::SET_COOKIE)), (StatusCode::FORBIDDEN, None));
    shape::check("a wrong token", &page, "en");
    let form = format!("token={EDITOR}&back=//evil.example");
    let (status, headers, _) = post(&app, "/sign-in", &[own], &form).await;
    assert_eq!((status, headers[header::LOCATION].to_str().unwrap()), (StatusCode::SEE_OTHER, "/"));
    let cookie = headers[header::SET_COOKIE].to_str().unwrap();
    assert_eq!(cookie, format!("token={EDITOR}; Path=/; Max-Age=43200; SameSite=Strict; HttpOnly; Secure"));
    for foreign in [("origin", "https://evil.example"), ("sec-fetch-site", "cross-site"), ("origin", "null")]
    {
        let (status, headers, _) = post(&app, "/sign-in", &[foreign], &form).await;
        assert_eq!((status, headers.get(header::SET_COOKIE)), (StatusCode::FORBIDDEN, None), "{foreign:?}");
    }
    let (_, _, page) = page_of(&app, "/review", EDITOR).await;
    assert!(page.contains("Signed in as E &lt;u&gt;ditor&lt;/u&gt;."), "{page}");
    let (_, _, page) = page_of(&app, "/review", "nobody").await;
    assert!(!page.contains("Signed in as") && !page.contains("name=\"key\""), "{page}");
    let (_, headers, _) = post(&app, "/sign-out", &[own], "back=/review").await;
    assert!(headers[header::SET_COOKIE].to_str().unwrap().starts_with("token=; Path=/; Max-Age=0;"));
}

#[tokio::test]
async fn an_editor_changes_what_nobody_else_may() {
    let (app, _kept, [item, project, _]) = filled().await;
    let path = format!("/items/{item}");
    let (_, _, page) = page_of(&app, &path, EDITOR).await;
    let key = hidden(&page, "key").to_owned();
    assert_eq!(hidden(&page, "version"), "1");
    let form =
        format!("key={key}&version=1&what=state&state=done&since=2026-11-20&evidence=protocol&why=seen");
    let cookie = format!("token={EDITOR}");
    let reader = format!("token={READER}");
    let (own, signed_in) = (("sec-fetch-site", "same-origin"), ("cookie", cookie.as_str()));
    for (what, headers, form, status) in [
        ("nobody", &[own][..], form.clone(), StatusCode::UNAUTHORIZED),
        ("a stranger's token", &[own, ("cookie", "token=x")], form.clone(), StatusCode::UNAUTHORIZED),
        ("a reader", &[own, ("cookie", &reader)], form.clone(), StatusCode::FORBIDDEN),
        (
            "another site",
            &[("origin", "https://evil.example"), signed_in],
            form.clone(),
            StatusCode::FORBIDDEN,
        ),
        (
            "a frame of another site",
            &[("sec-fetch-site", "cross-site"), signed_in],
            form.clone(),
            StatusCode::FORBIDDEN,
        ),
        ("no key", &[own, signed_in], form.replace(&key, ""), StatusCode::FORBIDDEN),
        ("another's key", &[own, signed_in], form.replace(&key, &"0".repeat(32)), StatusCode::FORBIDDEN),
        ("no evidence", &[own, signed_in], form.replace("protocol", "+"), StatusCode::BAD_REQUEST),
        ("no reason", &[own, signed_in], form.replace("seen", "+"), StatusCode::BAD_REQUEST),
        ("no state", &[own, signed_in], form.replace("state=done", "state=<u>"), StatusCode::BAD_REQUEST),
        ("no day", &[own, signed_in], form.replace("2026-11-20", "soon"), StatusCode::BAD_REQUEST),
        ("no version", &[own, signed_in], form.replace("version=1", "version=x"), StatusCode::BAD_REQUEST),
        ("a stale version", &[own, signed_in], form.replace("version=1", "version=7"), StatusCode::CONFLICT),
        ("an editor", &[own, signed_in], form.clone(), StatusCode::SEE_OTHER),
        ("the same again", &[own, signed_in], form.clone(), StatusCode::CONFLICT),
    ] {
        let (found, _, page) = post(&app, &path, headers, &form).await;
        assert_eq!(found, status, "{what}: {page}");
        if status != StatusCode::SEE_OTHER {
            shape::check(what, &page, "en");
        }
    }
    let (_, _, page) = post(&app, &path, &[own, signed_in], &form).await;
    assert!(page.contains("You looked at version 1; it has version 2 now."), "{page}");
    let (_, _, page) = get(&app, &path).await;
    assert!(page.contains("st-done") && page.contains("E &lt;u&gt;ditor&lt;/u&gt;"), "{page}");
    let (_, _, page) = page_of(&app, &path, EDITOR).await;
    assert!(page.contains("Who changed what"), "{page}");
    let field = format!("key={key}&version=1&what=field&field=jobs&value=many&why=x");
    let (status, _, page) = post(&app, &format!("/projects/{project}"), &[own, signed_in], &field).await;
    assert_eq!(status, StatusCode::BAD_REQUEST, "{page}");
}

#[tokio::test]
async fn an_editor_accepts_corrects_and_rejects() {
    let (app, _kept, _) = filled().await;
    let cookie = format!("token={EDITOR}");
    let headers = [("sec-fetch-site", "same-origin"), ("cookie", cookie.as_str())];
    let registry = app.registry().unwrap();
    let filter = entente_observatory::ClaimFilter { as_of: DAY, limit: 3, ..Default::default() };
    let claims = registry.claims(&filter).await.unwrap().items;
    let [accepted, corrected, rejected] = [0, 1, 2].map(|at| claims[at].claim.id.clone());
    let (_, _, page) = page_of(&app, &format!("/claims/{corrected}"), EDITOR).await;
    let key = hidden(&page, "key").to_owned();
    shape::check("a claim for an editor", &page, "en");
    for (path, form, status) in [
        (
            "/review".to_owned(),
            format!("claim={accepted}&action=accept&version=0&why=so"),
            StatusCode::SEE_OTHER,
        ),
        (
            "/review".to_owned(),
            format!("claim={accepted}&action=accept&version=0&why=so"),
            StatusCode::CONFLICT,
        ),
        (
            "/review".to_owned(),
            format!("claim={rejected}&action=reject&version=0&why=no"),
            StatusCode::SEE_OTHER,
        ),
        (
            "/review".to_owned(),
            format!("claim={accepted}&action=burn&version=1&why=so"),
            StatusCode::BAD_REQUEST,
        ),
        ("/review".to_owned(), "claim=1&action=accept&version=0&why=so".to_owned(), StatusCode::NOT_FOUND),
        (
            format!("/claims/{corrected}/corrections"),
            "field=value&value=1&version=0&why=<u>misread".to_owned(),
            StatusCode::SEE_OTHER,
        ),
        (
            format!("/claims/{corrected}/corrections"),
            "field=value&value=much&version=1&why=x".to_owned(),
            StatusCode::BAD_REQUEST,
        ),
        (
            format!("/claims/{corrected}/corrections"),
            "field=<u>&value=1&version=1&why=x".to_owned(),
            StatusCode::BAD_REQUEST,
        ),
        (
            format!("/claims/{corrected}/corrections"),
            "field=value&value=2&version=0&why=x".to_owned(),
            StatusCode::CONFLICT,
        ),
    ] {
        let (found, headers, page) = post(&app, &path, &headers, &format!("key={key}&{form}")).await;
        assert_eq!(found, status, "{path} {form}: {page}");
        let to = headers.get(header::LOCATION).map(|to| to.to_str().unwrap().to_owned());
        assert_eq!(to.is_some(), status == StatusCode::SEE_OTHER, "{path}");
    }
    let (_, _, page) = get(&app, &format!("/claims/{corrected}")).await;
    assert!(
        page.contains("What people said over what was read") && page.contains("&lt;u&gt;misread"),
        "{page}"
    );
    shape::check("a corrected claim", &page, "en");
    let (_, _, page) = get(&app, "/claims").await;
    assert!(!page.contains(rejected.as_str()), "a rejected claim is in no list");
}
