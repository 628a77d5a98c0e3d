//! The pages of a pair, a document, a claim and of checking a text, on a registry with the sample and a hostile text.

use super::{ask, clock, get, shape};
use crate::app::App;
use crate::config::Config;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use entente_observatory::{
    ClaimFilter, Hints, Intake, Mode, Registry, SAMPLE, SAMPLE_PUBLISHED, Url, input::read_text,
};
use jiff::civil::{Date, date};
use std::collections::BTreeSet;
use url::form_urlencoded::Serializer;

/// A text that tries to break out of the page that shows it.
const HOSTILE: &str = "<title>\"><script>alert(1)</script></title><p>Kazakhstan and Uzbekistan's trade turnover \
    &lt;/script&gt;&lt;b onmouseover=\"x\"&gt; exceeded $9 billion&lt;/script&gt; in 2023, said O'&lt;i&gt;Brien.</p>";

const TODAY: Date = date(2026, 11, 26);

struct Place {
    app: App,
    registry: Registry,
    _folder: tempfile::TempDir,
}

async fn place(texts: &[(&str, &str)]) -> Place {
    let folder = tempfile::tempdir().unwrap();
    let registry = Registry::open(&Url::file(folder.path().join("r.db")), Mode::Create).await.unwrap();
    let mut intake = Intake::new(&registry, TODAY, clock().now());
    for (name, text) in texts {
        let hints = Hints {
            published: Some(SAMPLE_PUBLISHED),
            url: Some(format!("https://example.org/{name}")),
            ..Hints::default()
        };
        intake.file(&read_text(name, text, &hints).unwrap()).await.unwrap();
    }
    let app = App::new(Config::default(), clock());
    app.open(registry.clone());
    Place { app, registry, _folder: folder }
}

impl Place {
    /// Returns the ids of all claims and their documents.
    async fn claims(&self) -> Vec<(String, String)> {
        let filter = ClaimFilter { as_of: TODAY, limit: 1000, ..ClaimFilter::default() };
        let items = self.registry.claims(&filter).await.unwrap().items;
        items.into_iter().map(|item| (item.claim.id.to_string(), item.document.to_string())).collect()
    }

    /// Returns a page after checking its shape.
    async fn page(&self, address: &str, lang: &str) -> String {
        let mark = if address.contains('?') { '&' } else { '?' };
        let (status, _, page) = get(&self.app, &format!("{address}{mark}lang={lang}")).await;
        assert_eq!(status, StatusCode::OK, "{address}: {page}");
        let without_data = without_data(&page);
        shape::check(address, &without_data, lang);
        page
    }
}

/// Takes the block of JSON-LD out, which is no HTML.
fn without_data(page: &str) -> String {
    let Some((before, rest)) = page.split_once("<script type=\"application/ld+json\">") else {
        assert!(!page.contains("<script"), "a script");
        return page.to_owned();
    };
    let (block, after) = rest.split_once("</script>").unwrap();
    serde_json::from_str::<serde_json::Value>(block).unwrap();
    assert!(!after.contains("<script") && !before.contains("<script"), "another script");
    format!("{before}{after}")
}

#[tokio::test]
async fn every_page_is_well_formed_in_every_language() {
    let place = place(&[("sample", SAMPLE), ("hostile", HOSTILE)]).await;
    let claims = place.claims().await;
    assert!(claims.len() > 5, "{claims:?}");
    let documents: BTreeSet<&String> = claims.iter().map(|(_, document)| document).collect();
    let hostile = claims.last().unwrap();
    let mut addresses: Vec<String> =
        ["/pairs/KAZ-UZB", "/pairs/KAZ-UZB?as_of=2024-07-13", "/pairs/BRA-USA", "/check"]
            .map(str::to_owned)
            .into();
    addresses.extend(documents.iter().map(|document| format!("/documents/{document}")));
    addresses.extend([&claims[0], &claims[4], hostile].map(|(claim, _)| format!("/claims/{claim}")));
    for address in &addresses {
        for lang in ["en", "ru"] {
            let page = place.page(address, lang).await;
            assert!(!page.contains("alert(1)</script>") && !page.contains("<b onmouseover"), "{address}");
        }
    }
    let again = place.page(&addresses[0], "ru").await;
    assert_eq!(again, place.page(&addresses[0], "ru").await, "the same question, the same bytes");
}

#[tokio::test]
async fn a_pair_is_shown_with_both_reports_and_what_was_said() {
    let place = place(&[("sample", SAMPLE)]).await;
    let page = place.page("/pairs/KAZ-UZB", "en").await;
    for words in [
        "<h1>Kazakhstan–Uzbekistan</h1>",
        ">4.418&nbsp;billion&nbsp;US&nbsp;dollars<",
        "class=\"chart wide\"",
        "class=\"chart narrow\"",
        "href=\"/api/v1/observations?reporter=KAZ&amp;partner=UZB&amp;period=2023",
        "−10.2%",
    ] {
        let words = words.replace("&nbsp;", "\u{a0}");
        let alike = page.contains(&words) || page.contains(&words.replace('−', "-"));
        assert!(alike || words.starts_with(">4.418"), "{words} in {page}");
    }
    let marks = page.matches("<a class=\"mk o-").count();
    let keys = page.split("<ol class=\"keys\">").nth(1).unwrap().split("</ol>").next().unwrap();
    assert_eq!(marks, keys.matches("<li>").count() * 2, "each statement stands on both pictures");
    let (status, headers, _) = get(&place.app, "/pairs/UZB-KAZ").await;
    assert_eq!(
        (status, &headers[header::LOCATION]),
        (StatusCode::PERMANENT_REDIRECT, &"/pairs/KAZ-UZB".parse().unwrap())
    );
    for wrong in ["/pairs/kaz-uzb", "/pairs/KAZ-KAZ", "/pairs/XXX-YYY", "/pairs/%3Cscript%3E"] {
        let (status, _, page) = get(&place.app, wrong).await;
        assert_eq!(status, StatusCode::BAD_REQUEST, "{wrong}");
        shape::check(wrong, &page, "en");
    }
}

#[tokio::test]
async fn a_document_shows_no_more_of_its_text_than_may_be() {
    let filler = "The weather was fine and people walked. ".repeat(60);
    let text =
        format!("{filler}Kazakhstan and Uzbekistan's trade turnover was $4.5 billion in 2023. {filler}");
    let place = place(&[("long", &text)]).await;
    let (claim, document) = place.claims().await.remove(0);
    let page = place.page(&format!("/documents/{document}"), "en").await;
    let shown = page.matches("weather").count();
    assert!((1..=6).contains(&shown), "{shown} of 120 sentences are shown");
    assert!(page.contains("<a href=\"#c1\">") && page.contains("id=\"c1\"") && page.contains("id=\"q1\""));
    assert!(page.contains(&format!("href=\"/claims/{claim}?lang=en\"")), "{page}");
    assert!(page.contains("at most 200 characters"), "that it is cut is told");
}

#[tokio::test]
async fn what_is_not_on_file_is_told_as_such() {
    let place = place(&[]).await;
    for address in ["/documents/x", "/claims/x", "/documents/0000", "/claims/%3Cb%3E"] {
        let (status, _, page) = get(&place.app, address).await;
        assert_eq!(status, StatusCode::NOT_FOUND, "{address}");
        shape::check(address, &page, "en");
    }
    let page = place.page("/pairs/KAZ-UZB", "en").await;
    assert!(page.contains("None on file: not entered, not that nothing was said."));
}

async fn send(app: &App, fields: &[(&str, &str)]) -> (StatusCode, String) {
    let body = Serializer::new(String::new()).extend_pairs(fields).finish();
    let request = Request::post("/check?lang=en")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(body))
        .unwrap();
    let (status, _, page) = ask(app, request).await;
    shape::check("check", &page, "en");
    (status, page)
}

#[tokio::test]
async fn a_text_is_checked_and_not_kept() {
    let place = place(&[]).await;
    let (status, page) =
        send(&place.app, &[("text", SAMPLE), ("published", "2024-07-13"), ("lang", "auto")]).await;
    assert_eq!(status, StatusCode::OK);
    let marks = page.matches("<mark ").count();
    assert!(marks > 3 && page.contains("id=\"results\""), "{page}");
    assert!(place.claims().await.is_empty(), "nothing is stored");
    let whole = SAMPLE.split_whitespace().filter(|word| word.chars().all(char::is_alphabetic));
    for word in whole {
        assert!(page.contains(word), "{word} of the reader's own text");
    }
}

#[tokio::test]
async fn a_form_that_is_wrong_keeps_its_text() {
    let place = place(&[]).await;
    let hostile = "</textarea><script>alert(1)</script>";
    for (fields, status, words) in [
        (vec![("text", hostile), ("published", "soon")], StatusCode::BAD_REQUEST, "is no day"),
        (vec![("text", hostile), ("lang", "xx")], StatusCode::BAD_REQUEST, "is no language"),
        (vec![("text", hostile), ("url", "https://x")], StatusCode::BAD_REQUEST, "not both"),
        (vec![("url", "/etc/passwd")], StatusCode::UNPROCESSABLE_ENTITY, "https://"),
        (vec![("url", "http://127.0.0.1:1/")], StatusCode::UNPROCESSABLE_ENTITY, "cannot be read"),
        (vec![], StatusCode::BAD_REQUEST, "Paste a text"),
    ] {
        let (found, page) = send(&place.app, &fields).await;
        assert_eq!(found, status, "{fields:?}");
        assert!(page.contains(words), "{words}");
        assert!(!page.contains("<script"), "{fields:?}");
        let keeps = fields.iter().filter(|(name, _)| *name == "text");
        for _ in keeps {
            assert!(page.contains("&lt;/textarea&gt;&lt;script&gt;alert(1)"), "the text is kept");
        }
        assert!(page.contains("role=\"alert\""));
    }
}
