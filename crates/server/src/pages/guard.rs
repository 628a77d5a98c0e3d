//! What every page and file is sent with: the policy that keeps scripts and other hosts out.

use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;

/// The policy: nothing but our own stylesheet, pictures and forms.
pub const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; \
                          base-uri 'none'; frame-ancestors 'self'";

/// The headers, each set where the page has not set it itself; a page that others may embed sets its own policy.
const HEADERS: [(HeaderName, &str); 4] = [
    (header::CONTENT_SECURITY_POLICY, POLICY),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=()"),
    // A page changes with the registry and is asked for again; what was chosen before is another page.
    (header::CACHE_CONTROL, "private, no-cache"),
];

/// Adds the headers to a response.
pub async fn headers(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    dress(&mut response);
    response
}

/// Adds the headers that a response has not set itself.
pub(crate) fn dress(response: &mut Response) {
    let headers = response.headers_mut();
    for (name, value) in HEADERS {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    headers.append(header::VARY, HeaderValue::from_static("Accept-Language, Cookie"));
}
