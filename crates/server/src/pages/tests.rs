//! Every page in every language: well-formed, escaped, with one h1, and nothing that the policy would block.

mod evidence;
mod lists;
mod register;
mod shape;

use crate::app::{App, Clock};
use crate::config::Config;
use crate::pages::guard::POLICY;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use tower::ServiceExt as _;

/// Noon of a day after the sample was published.
fn clock() -> Clock {
    Clock::Fixed("2026-11-26T12:00:00Z".parse().unwrap())
}

/// Asks for an address and returns status, headers and body.
async fn ask(app: &App, request: Request<Body>) -> (StatusCode, HeaderMap, String) {
    let response = crate::serve::router(app.clone()).oneshot(request).await.unwrap();
    let (parts, body) = response.into_parts();
    let body = to_bytes(body, 8 << 20).await.unwrap();
    (parts.status, parts.headers, String::from_utf8(body.to_vec()).unwrap())
}

async fn get(app: &App, address: &str) -> (StatusCode, HeaderMap, String) {
    ask(app, Request::get(address).body(Body::empty()).unwrap()).await
}

#[tokio::test]
async fn an_address_that_is_none_is_told_as_a_page() {
    let app = App::new(Config::default(), clock());
    for (address, status, lang, words) in [
        ("/no/such/page", StatusCode::NOT_FOUND, "en", "There is no page at this address"),
        ("/no/such/page?lang=ru", StatusCode::NOT_FOUND, "ru", "По этому адресу нет страницы"),
    ] {
        let (found, headers, page) = get(&app, address).await;
        assert_eq!(found, status, "{address}");
        assert_eq!(headers[header::CONTENT_SECURITY_POLICY], POLICY);
        assert_eq!(headers[header::X_CONTENT_TYPE_OPTIONS], "nosniff");
        assert!(page.contains(words), "{page}");
        shape::check(address, &page, lang);
    }
    let (status, headers, _) = get(&app, "/api/v1/nothing").await;
    assert_eq!(status, StatusCode::NOT_FOUND);
    assert_eq!(headers[header::CONTENT_TYPE], "application/problem+json");
}

#[tokio::test]
async fn the_stylesheet_is_kept_for_ever_under_its_hash() {
    let app = App::new(Config::default(), clock());
    let (status, headers, body) = get(&app, super::assets::STYLESHEET.address()).await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(headers[header::CACHE_CONTROL], "public, max-age=31536000, immutable");
    assert!(body.contains("--supported") && !body.contains("http"), "no other host");
    let (status, ..) = get(&app, "/assets/entente-000000000000.css").await;
    assert_eq!(status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_appearance_is_kept_in_a_cookie() {
    let app = App::new(Config::default(), clock());
    let form = "theme=dark&back=%2Fclaims%3Flang%3Dru";
    let request = Request::post("/appearance").body(Body::from(form)).unwrap();
    let (status, headers, _) = ask(&app, request).await;
    assert_eq!(
        (status, &headers[header::LOCATION]),
        (StatusCode::SEE_OTHER, &"/claims?lang=ru".parse().unwrap())
    );
    assert!(headers[header::SET_COOKIE].to_str().unwrap().starts_with("theme=dark; "));
    let request = Request::get("/nothing").header(header::COOKIE, "theme=dark").body(Body::empty()).unwrap();
    let (_, _, page) = ask(&app, request).await;
    assert!(page.contains("<html lang=\"en\" data-theme=\"dark\">"));
}

#[tokio::test]
async fn the_language_of_an_address_is_kept() {
    let app = App::new(Config::default(), clock());
    let (_, headers, _) = get(&app, "/marks?lang=ru").await;
    assert!(headers[header::SET_COOKIE].to_str().unwrap().starts_with("lang=ru; "));
    let (_, headers, _) = get(&app, "/nothing?lang=en").await;
    assert!(!headers.contains_key(header::SET_COOKIE));
}
