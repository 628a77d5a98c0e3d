//! Who may write: the holder of a token with a role that suffices.

use crate::app::App;
use crate::problem::Problem;
use axum::http::{HeaderMap, StatusCode, header};
use entente_observatory::Role;

/// A secret is never longer: what is longer is none.
const LONGEST: usize = 200;

/// Sees that a request comes from the holder of a token whose role suffices.
///
/// # Errors
/// 401 without a token that is good, 403 with one whose role does not suffice, and when the registry cannot be read.
pub(crate) async fn admit(app: &App, headers: &HeaderMap, needed: Role) -> Result<(), Problem> {
    let secret = bearer(headers)
        .ok_or_else(|| Problem::unauthorised("this needs a token; send it as Authorization: Bearer TOKEN"))?;
    let role = app.registry()?.role_of(secret).await?;
    let role = role.ok_or_else(|| Problem::unauthorised("there is no such token, or it was revoked"))?;
    if role < needed {
        let detail = format!("this needs the role {needed}; the token has the role {role}");
        return Err(Problem::new(StatusCode::FORBIDDEN, detail));
    }
    Ok(())
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
}
