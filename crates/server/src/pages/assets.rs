//! The files that pages ask for: each under an address that holds its hash, so that browsers keep it for ever.

use crate::pages::error::Fault;
use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use entente_model::SnapshotHash;
use std::sync::LazyLock;

/// A file that pages ask for.
#[derive(Debug)]
pub struct Asset {
    address: String,
    media_type: &'static str,
    bytes: &'static str,
}

impl Asset {
    fn new(name: &str, extension: &str, media_type: &'static str, bytes: &'static str) -> Self {
        let hash = SnapshotHash::of(bytes.as_bytes());
        Self { address: format!("/assets/{name}-{}.{extension}", hash.prefix()), media_type, bytes }
    }

    /// Returns the address.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }
}

/// The stylesheet.
pub static STYLESHEET: LazyLock<Asset> = LazyLock::new(|| {
    Asset::new("entente", "css", "text/css; charset=utf-8", include_str!("../../assets/entente.css"))
});

/// The icon of the tab.
pub static ICON: LazyLock<Asset> =
    LazyLock::new(|| Asset::new("icon", "svg", "image/svg+xml", include_str!("../../assets/icon.svg")));

/// Answers with a file.
///
/// # Errors
/// When there is none of that name; one of an older version is gone.
pub async fn asset(Path(name): Path<String>) -> Result<Response, Fault> {
    let address = format!("/assets/{name}");
    let found = [&*STYLESHEET, &*ICON].into_iter().find(|asset| asset.address == address);
    let asset = found.ok_or_else(|| Fault::not_found("fault-no-page"))?;
    let kept = (header::CACHE_CONTROL, "public, max-age=31536000, immutable");
    Ok(([(header::CONTENT_TYPE, asset.media_type), kept], asset.bytes).into_response())
}
