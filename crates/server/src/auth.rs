//! Who may write: the holder of a token with a role that suffices.

use crate::app::App;
use crate::problem::Problem;
use axum::http::{HeaderMap, StatusCode, header};
use entente_observatory::corrections::By;
use entente_observatory::{RegistryError, Role, TokenEntry};

/// A secret is never longer: what is longer is none.
const LONGEST: usize = 200;

/// The holder of a token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Holder {
    /// By what name they are known: the label of the token.
    pub(crate) who: String,
    /// What they may do.
    pub(crate) role: Role,
}

impl Holder {
    /// Returns them as the one who changes something now.
    pub(crate) fn by(&self, app: &App, why: &str, seen: Option<u64>) -> By {
        let (now, as_of) = (app.clock().now(), app.clock().today());
        By { who: self.who.clone(), why: why.to_owned(), seen, now, as_of }
    }
}

/// Sees that a request comes from the holder of a token whose role suffices.
///
/// # Errors
/// 401 without a token that is good, 403 with one whose role does not suffice, and when the registry cannot be read.
pub(crate) async fn admit(app: &App, headers: &HeaderMap, needed: Role) -> Result<Holder, Problem> {
    let secret = bearer(headers)
        .ok_or_else(|| Problem::unauthorised("this needs a token; send it as Authorization: Bearer TOKEN"))?;
    let holder = holder(app, secret).await?;
    let holder = holder.ok_or_else(|| Problem::unauthorised("there is no such token, or it was revoked"))?;
    if holder.role < needed {
        let detail = format!("this needs the role {needed}; the token has the role {}", holder.role);
        return Err(Problem::new(StatusCode::FORBIDDEN, detail));
    }
    Ok(holder)
}

/// Returns the holder of the token that a secret is of; none where there is no such token or it was revoked.
///
/// # Errors
/// When the registry cannot be read.
pub(crate) async fn holder(app: &App, secret: &str) -> Result<Option<Holder>, Problem> {
    if !(1..=LONGEST).contains(&secret.len()) {
        return Ok(None);
    }
    let token = app.registry()?.store().token_of(secret).await.map_err(RegistryError::from)?;
    Ok(token.map(|TokenEntry { id, label, role, .. }| {
        // A token without a label is known by the first digits of its id, which is no secret.
        let short = id.get(..8).unwrap_or(&id);
        let who = if label.trim().is_empty() { format!("token {short}") } else { label };
        Holder { who, role }
    }))
}

/// Says whether a request that writes comes from a page of this site, or from no page at all.
///
/// Browsers say where a form stands (Fetch Metadata, and `Origin`, RFC 6454); a form of another site may not write here,
/// whoever sends it.
pub(crate) fn is_own(headers: &HeaderMap) -> bool {
    let text = |name: &str| headers.get(name).map(|value| value.to_str().unwrap_or("?"));
    // What the browser says of the two sites counts for more: pages ask it not to tell their address.
    if let Some(site) = text("sec-fetch-site") {
        return matches!(site, "same-origin" | "none");
    }
    let host = text("host").unwrap_or_default();
    text("origin").is_none_or(|origin| origin.split_once("://").is_some_and(|(_, of)| of == host))
}

/// Returns the secret of the one Authorization header, where it has one.
fn bearer(headers: &HeaderMap) -> Option<&str> {
    let mut given = headers.get_all(header::AUTHORIZATION).into_iter();
    let (Some(value), None) = (given.next(), given.next()) else { return None };
    let (scheme, secret) = value.to_str().ok()?.split_once(' ')?;
    let secret = secret.trim();
    let is_good = scheme.eq_ignore_ascii_case("bearer") && (1..=LONGEST).contains(&secret.len());
    is_good.then_some(secret)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(values: &[&'static str], expect: Option<&str>) {
        let mut headers = HeaderMap::new();
        for value in values {
            headers.append(header::AUTHORIZATION, value.parse().unwrap());
        }
        assert_eq!(bearer(&headers), expect, "{values:?}");
    }

    #[test]
    fn one_bearer_is_read() {
        check(&["Bearer abc"], Some("abc"));
        check(&["bearer  abc "], Some("abc"));
        check(&["Basic abc"], None);
        check(&["Bearer"], None);
        check(&["Bearer "], None);
        check(&["Bearer a", "Bearer b"], None);
        check(&[], None);
    }

    #[test]
    fn forms_of_other_sites_are_told_by_what_browsers_say() {
        for (headers, expect) in [
            (&[][..], true),
            (&[("origin", "http://a.example:8080")], true),
            (&[("origin", "http://b.example:8080")], false),
            (&[("origin", "http://a.example")], false),
            (&[("origin", "null")], false),
            (&[("sec-fetch-site", "same-origin"), ("origin", "null")], true),
            (&[("sec-fetch-site", "none")], true),
            (&[("sec-fetch-site", "same-site"), ("origin", "http://a.example:8080")], false),
            (&[("sec-fetch-site", "cross-site")], false),
        ] {
            let mut given = HeaderMap::new();
            given.insert("host", "a.example:8080".parse().unwrap());
            for (name, value) in headers {
                given.insert(*name, value.parse().unwrap());
            }
            assert_eq!(is_own(&given), expect, "{headers:?}");
        }
    }
}
