//! Signing in: a token pasted into a form is kept in a cookie that no script reads and no other site sends, so that its
//! holder may change things on the pages.

use crate::app::App;
use crate::auth::{Holder, holder, is_own};
use crate::pages::fields::Fields;
use crate::pages::frame::Frame;
use crate::pages::theme::local;
use crate::pages::visit::{Visit, cookie};
use crate::pages::{Fault, Shown};
use crate::problem::Problem;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use entente_model::Message;
use entente_model::key::KeyHasher;
use entente_observatory::Role;
use entente_observatory::corrections::By;
use maud::{Markup, html};

/// The name of the cookie.
const COOKIE: &str = "token";

/// How long a browser keeps it, in seconds: a working day.
const KEPT: u32 = 12 * 60 * 60;

/// Who reads a page, where they have signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reader {
    holder: Holder,
    /// What every form of theirs carries; it cannot be made without the secret.
    key: String,
}

impl Reader {
    /// Returns by what name they are known.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.holder.who
    }

    /// Says whether they may change things.
    #[must_use]
    pub fn is_editor(&self) -> bool {
        self.holder.role >= Role::Editor
    }
}

/// Says whether a request comes with the cookie of somebody who has signed in.
pub(crate) fn is_signed_in(headers: &HeaderMap) -> bool {
    cookie(headers, COOKIE).is_some()
}

/// Returns who has signed in; none where nobody has, or the token is good no more.
pub(crate) async fn reader(app: &App, headers: &HeaderMap) -> Result<Option<Reader>, Problem> {
    let Some(secret) = cookie(headers, COOKIE) else { return Ok(None) };
    let key = KeyHasher::new("form").part(&secret).short();
    Ok(holder(app, &secret).await?.map(|holder| Reader { holder, key }))
}

/// Returns the editor to whom forms are shown: one who has signed in, on the page of today.
pub(crate) fn editor(visit: &Visit) -> Option<&Reader> {
    visit.reader.as_ref().filter(|reader| reader.is_editor() && !visit.is_of_another_day())
}

/// Sees that a form comes from a page of this site that was shown to an editor, and returns who changes something, why, and
/// which version they looked at.
///
/// # Errors
/// 403 for a form of another site or one made by somebody else, or where the role does not suffice; 401 where nobody has
/// signed in; 400 where no reason is given, or the version is none.
pub(crate) fn by(app: &App, visit: &Visit, headers: &HeaderMap, fields: &Fields) -> Result<By, Fault> {
    let fault = |status, key| Fault::new(status, Message::new(key));
    if !is_own(headers) {
        return Err(fault(StatusCode::FORBIDDEN, "fault-foreign"));
    }
    let reader = visit.reader.as_ref().ok_or_else(|| fault(StatusCode::UNAUTHORIZED, "fault-sign-in"))?;
    if fields.get("key") != Some(reader.key.as_str()) {
        return Err(fault(StatusCode::FORBIDDEN, "fault-form"));
    }
    if !reader.is_editor() {
        return Err(fault(StatusCode::FORBIDDEN, "fault-role"));
    }
    let why = fields.get("why").map(str::trim).filter(|why| !why.is_empty());
    let why = why.ok_or_else(|| Fault::field("why", "fault-why", []))?;
    let why: String = why.chars().take(LONGEST_REASON).collect();
    let seen = fields.get("version").map(str::parse::<u64>).transpose();
    let seen = seen.map_err(|_| Fault::field("version", "fault-form", []))?;
    Ok(reader.holder.by(app, &why, seen))
}

/// The longest reason, in letters.
const LONGEST_REASON: usize = 1000;

/// Writes the hidden fields of a form that changes something: that this site made it, and which version was looked at.
pub(crate) fn hidden(reader: &Reader, version: Option<u64>) -> Markup {
    html! {
        input type="hidden" name="key" value=(reader.key);
        @if let Some(version) = version { input type="hidden" name="version" value=(version); }
    }
}

/// Shows the form to sign in with.
pub(crate) async fn form(visit: Visit) -> Shown {
    Ok(page(&visit, visit.parameter("back").unwrap_or("/"), false))
}

fn page(visit: &Visit, back: &str, is_wrong: bool) -> Markup {
    let words = visit.words;
    let described = if is_wrong { "secret-hint secret-wrong" } else { "secret-hint" };
    let body = html! {
        header class="head" { h1 { (words.text("sign-in-title")) } p class="lead" { (words.text("sign-in-lead")) } }
        form class="form" method="post" action=(visit.link("/sign-in")) {
            input type="hidden" name="back" value=(local(back));
            label for="secret" { (words.text("sign-in-token")) }
            p class="hint" id="secret-hint" { (words.text("sign-in-hint")) }
            @if is_wrong { p class="wrong" id="secret-wrong" role="alert" { (words.text("sign-in-wrong")) } }
            div class="fields" {
                // Keepers of passwords ask for whose it is.
                input type="text" name="username" value="Entente" autocomplete="username" hidden aria-label=(words.text("sign-in-token"));
                div class="wide" { input id="secret" name="token" type="password" size="40" maxlength="200" autocomplete="current-password" required
                    aria-describedby=(described) aria-invalid=[is_wrong.then_some("true")]; }
                div { button class="btn" { (words.text("sign-in-button")) } }
            }
        }
    };
    Frame::new(words.text("sign-in-title")).unlisted().show(visit, body)
}

/// Signs in whoever sends a token that is good, and goes back to where they were.
pub(crate) async fn enter(
    visit: Visit,
    State(app): State<App>,
    headers: HeaderMap,
    fields: Fields,
) -> Result<Response, Fault> {
    if !is_own(&headers) {
        return Err(Problem::foreign().into());
    }
    let back = local(fields.get("back").unwrap_or_default()).to_owned();
    let secret =
        fields.get("token").map(str::trim).filter(|secret| secret.bytes().all(fits)).unwrap_or_default();
    if holder(&app, secret).await?.is_none() {
        return Ok((StatusCode::FORBIDDEN, page(&visit, &back, true)).into_response());
    }
    Ok(with_cookie(Redirect::to(&back), &headers, secret, KEPT))
}

/// Signs out.
pub(crate) async fn leave(headers: HeaderMap, fields: Fields) -> Result<Response, Fault> {
    if !is_own(&headers) {
        return Err(Problem::foreign().into());
    }
    Ok(with_cookie(Redirect::to(local(fields.get("back").unwrap_or_default())), &headers, "", 0))
}

/// Says whether a byte may stand in a cookie (RFC 6265, 4.1.1).
const fn fits(byte: u8) -> bool {
    byte.is_ascii_graphic() && !matches!(byte, b'"' | b',' | b';' | b'\\')
}

fn with_cookie(to: Redirect, headers: &HeaderMap, secret: &str, kept: u32) -> Response {
    let mut response = to.into_response();
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    // Over the net a token is sent encrypted only; a browser on this very machine may ask in the clear.
    let secure = if is_loopback(host) { "" } else { "; Secure" };
    let cookie = format!("{COOKIE}={secret}; Path=/; Max-Age={kept}; SameSite=Strict; HttpOnly{secure}");
    if let Ok(value) = HeaderValue::from_str(&cookie) {
        response.headers_mut().insert(header::SET_COOKIE, value);
    }
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

fn is_loopback(host: &str) -> bool {
    let name = host.rsplit_once(':').map_or(host, |(name, port)| {
        if port.bytes().all(|byte| byte.is_ascii_digit()) { name } else { host }
    });
    matches!(name, "localhost" | "127.0.0.1" | "[::1]")
}

/// Says who has signed in, with a way out; or where to sign in.
pub(crate) fn corner(visit: &Visit) -> Markup {
    let words = visit.words;
    html! {
        @match &visit.reader {
            Some(reader) => {
                form class="acts" method="post" action="/sign-out" {
                    input type="hidden" name="back" value=(visit.here());
                    span { (words.with("signed-in", [("name", crate::pages::words::text(reader.name()))])) }
                    button class="btn ghost s" { (words.text("sign-out")) }
                }
            }
            None => p { a href=(visit.link_with("/sign-in", &[("back", visit.here().as_str())])) { (words.text("sign-in-title")) } },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_this_machine_is_asked_in_the_clear() {
        for (host, expect) in [
            ("localhost", true),
            ("localhost:8080", true),
            ("127.0.0.1:80", true),
            ("[::1]:8080", true),
            ("[::1]", true),
            ("entente.example", false),
            ("127.0.0.1.example", false),
            ("localhost.example:80", false),
            ("", false),
        ] {
            assert_eq!(is_loopback(host), expect, "{host}");
        }
    }

    #[test]
    fn what_ends_a_cookie_is_no_token() {
        assert!("entente_0123abc's".bytes().all(fits));
        for wrong in ["a;b", "a b", "a\"", "a,b", "a\r\nSet-Cookie: x", "ж"] {
            assert!(!wrong.bytes().all(fits), "{wrong}");
        }
    }
}
