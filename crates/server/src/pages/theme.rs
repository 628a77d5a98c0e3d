//! The appearance that a reader chose, kept in a cookie.

use crate::pages::fields::Fields;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Redirect, Response};

/// Light, dark, or as the reader's system has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// Every choice, in the order that they are offered.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// Returns the word in the form and in the cookie.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// Returns the value of `data-theme`, none where the system decides.
    #[must_use]
    pub fn attribute(self) -> Option<&'static str> {
        (self != Self::System).then_some(self.as_str())
    }

    /// Returns the choice that a word is, the system's where it is none.
    #[must_use]
    pub fn of_word(value: Option<&str>) -> Self {
        Self::ALL.into_iter().find(|theme| value == Some(theme.as_str())).unwrap_or_default()
    }
}

/// Keeps the choice and goes back to the page that it was made on.
pub async fn choose(fields: Fields) -> Response {
    let theme = Theme::of_word(fields.get("theme")).as_str();
    let mut response = Redirect::to(local(fields.get("back").unwrap_or_default())).into_response();
    let cookie = format!("theme={theme}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly");
    if let Ok(value) = HeaderValue::from_str(&cookie) {
        response.headers_mut().insert(header::SET_COOKIE, value);
    }
    response
}

/// Returns an address of this site, the first page where a form was made to lead elsewhere.
pub(crate) fn local(back: &str) -> &str {
    let here = back.starts_with('/') && !back.starts_with("//");
    let plain = back.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    if here && plain && back.len() <= 2000 { back } else { "/" }
}

#[cfg(test)]
mod tests {
    use super::local;

    #[test]
    fn a_form_leads_nowhere_else() {
        assert_eq!(local("/pairs/KAZ-UZB?as_of=2024-07-13"), "/pairs/KAZ-UZB?as_of=2024-07-13");
        for elsewhere in ["//example.org", "https://example.org", "", "/\\example.org", "/a\r\nSet-Cookie: b"]
        {
            assert_eq!(local(elsewhere), "/");
        }
    }
}
