//! The pages that list what is on file: empty, filled, in each language, with hostile titles.

use super::{clock, get, shape};
use crate::app::App;
use crate::config::Config;
use axum::http::StatusCode;
use entente_observatory::input::read_text;
use entente_observatory::{Hints, Intake, Mode, Registry, SAMPLE, SAMPLE_PUBLISHED, Url};
use jiff::civil::{Date, date};
use tempfile::TempDir;

/// A text of our own wording, made to break pages.
pub(super) const HOSTILE: &str = r#"<!doctype html><html><head><title>"&gt;&lt;script&gt;alert(1)&lt;/script&gt; trade</title>
<meta name="author" content="Eve Example"></head><body><main>
<h1>"&gt;&lt;script&gt;alert(1)&lt;/script&gt; trade</h1>
<p>By Eve Example</p>
<p>Trade turnover between Kazakhstan and Kyrgyzstan reached $1.5 billion in 2023, &lt;img src=x onerror=alert(1)&gt;
the ministry said. Exports of Kazakhstan to Kyrgyzstan were $900 million in 2023.</p></main></body></html>"#;

/// The pages that need nothing on file beside what comes with the program.
const PLAIN: [&str; 13] = [
    "/",
    "/pairs",
    "/claims",
    "/claims?outcome=near",
    "/documents",
    "/documents?source=no-such",
    "/authors",
    "/sources",
    "/datasets",
    "/definitions",
    "/marks",
    "/search",
    "/search?q=Kazakhstan+Uzbekistan+%22%3E%3Cscript%3E",
];

/// A server beside a registry of its own, with some texts filed.
pub(super) async fn server(texts: &[(&str, Date)]) -> (App, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let registry = Registry::open(&Url::file(folder.path().join("r.db")), Mode::Create).await.unwrap();
    let mut intake = Intake::new(&registry, date(2026, 11, 26), clock().now());
    for (i, (text, published)) in texts.iter().enumerate() {
        let hints = Hints { published: Some(*published), ..Hints::default() };
        let reading = read_text(&format!("text {i}"), text, &hints).unwrap();
        intake.file(&reading).await.unwrap();
    }
    let app = App::new(Config::default(), clock());
    app.open(registry);
    (app, folder)
}

#[tokio::test]
async fn every_page_is_well_formed_with_and_without_documents() {
    let (empty, _kept) = server(&[]).await;
    let (filled, _kept) = server(&[(SAMPLE, SAMPLE_PUBLISHED), (HOSTILE, date(2024, 8, 1))]).await;
    let author = &filled.registry().unwrap().authors(date(2026, 11, 26)).await.unwrap().items[0];
    let addresses = PLAIN.map(str::to_owned).into_iter().chain([
        format!("/authors/{}", author.id),
        "/datasets/stat.gov.kz/trade-by-country".to_owned(),
        "/?as_of=2024-07-13".to_owned(),
        "/datasets?as_of=1999-01-01".to_owned(),
    ]);
    for address in addresses {
        for (app, what) in [(&empty, "empty"), (&filled, "filled")] {
            for lang in ["en", "ru"] {
                let mark = if address.contains('?') { '&' } else { '?' };
                let (status, _, page) = get(app, &format!("{address}{mark}lang={lang}")).await;
                let name = format!("{what} {address} {lang}");
                let is_there =
                    status == StatusCode::OK || what == "empty" && address.starts_with("/authors/");
                assert!(is_there, "{name}: {status}");
                shape::check(&name, &page, lang);
                assert!(!page.contains("<img") && !page.contains("alert(1)</script>"), "{name}");
                assert!(lang == "en" || page.contains("lang=ru"), "{name}: links keep the language");
            }
        }
    }
}

#[tokio::test]
async fn what_is_on_file_is_listed() {
    let (app, _kept) = server(&[(SAMPLE, SAMPLE_PUBLISHED), (HOSTILE, date(2024, 8, 1))]).await;
    for (address, expected) in [
        ("/", "Kazakhstan–Uzbekistan"),
        ("/", "$4.418\u{a0}billion"),
        ("/?lang=ru", "4,418\u{a0}млрд\u{a0}долл.\u{a0}США"),
        ("/claims?pair=KAZ-KGZ", "“$1.5 billion”"),
        ("/claims?pair=CHN-KAZ", "No statement on file fits these choices"),
        ("/documents", "&lt;script&gt;alert(1)"),
        ("/search?q=%D0%BA%D0%B0%D0%B7%D0%B0%D1%85%D1%81%D1%82%D0%B0%D0%BD", "/pairs/KAZ-UZB"),
        ("/documents?as_of=2024-07-20", "1 document on file"),
        ("/claims?as_of=2024-07-20", "This page answers with what was known on 20\u{a0}July\u{a0}2024."),
        ("/datasets/stat.gov.kz/trade-by-country?as_of=1999-01-01", "No release was known on that day."),
    ] {
        let (_, _, page) = get(&app, address).await;
        assert!(page.contains(expected), "{address} lacks {expected}: {page}");
    }
}

#[tokio::test]
async fn what_is_wrong_is_told_with_what_is_accepted() {
    let (app, _kept) = server(&[]).await;
    for (address, status, expected) in [
        ("/?as_of=soon", StatusCode::BAD_REQUEST, "“soon” is no day"),
        ("/claims?kind=gossip", StatusCode::BAD_REQUEST, "“gossip” is none of the choices"),
        ("/claims?pair=UZB-KAZ&lang=ru", StatusCode::BAD_REQUEST, "«UZB-KAZ» – не пара стран"),
        ("/claims?cursor=x", StatusCode::BAD_REQUEST, "no part of this list"),
        ("/pairs?cursor=-1", StatusCode::BAD_REQUEST, "no part of the list"),
        ("/documents?since=2024-13-01", StatusCode::BAD_REQUEST, "is no day"),
        ("/authors/nobody", StatusCode::NOT_FOUND, "Nobody with this address"),
        ("/datasets/XX/y", StatusCode::NOT_FOUND, "no table of this name"),
    ] {
        let (found, _, page) = get(&app, address).await;
        assert_eq!(found, status, "{address}");
        assert!(page.contains(expected), "{address}: {page}");
        shape::check(address, &page, if address.contains("lang=ru") { "ru" } else { "en" });
    }
}

#[tokio::test]
async fn a_registry_that_is_being_opened_is_told() {
    let app = App::new(Config::default(), clock());
    let (status, _, page) = get(&app, "/claims?lang=ru").await;
    assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(page.contains("Реестр открывается"), "{page}");
    shape::check("starting", &page, "ru");
}

#[tokio::test]
async fn a_page_is_given_again_and_changes_with_the_registry() {
    let (app, _kept) = server(&[(SAMPLE, SAMPLE_PUBLISHED)]).await;
    let (_, first, page) = get(&app, "/documents").await;
    let (_, again, same) = get(&app, "/documents").await;
    assert_eq!((first.get("etag"), &page), (again.get("etag"), &same));
    assert!(first.contains_key("etag") && first.contains_key("content-security-policy"));
    let (_, _, russian) = get(&app, "/documents?lang=ru").await;
    assert_ne!(page, russian);
    let mut intake = Intake::new(app.registry().unwrap(), date(2026, 11, 26), clock().now());
    let hints = Hints { published: Some(date(2024, 8, 1)), ..Hints::default() };
    intake.file(&read_text("another", HOSTILE, &hints).unwrap()).await.unwrap();
    app.filed().await.unwrap();
    let (_, _, later) = get(&app, "/documents").await;
    assert!(page.contains("1 document on file") && later.contains("2 documents on file"));
}
