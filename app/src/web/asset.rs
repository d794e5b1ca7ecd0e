//! Style sheet, script and icon: part of the program, cached for ever under a name that changes with their content.

use super::Shared;
use axum::Router;
use axum::extract::Path;
use axum::http::{HeaderName, StatusCode, header};
use axum::response::IntoResponse;
use axum::routing::get;
use sha2::{Digest, Sha256};
use std::sync::LazyLock;

struct Asset {
    name: &'static str,
    r#type: &'static str,
    text: &'static str,
}

const ASSETS: [Asset; 3] = [
    Asset { name: "style.css", r#type: "text/css; charset=utf-8", text: include_str!("../../assets/style.css") },
    Asset { name: "app.js", r#type: "text/javascript; charset=utf-8", text: include_str!("../../assets/app.js") },
    Asset { name: "icon.svg", r#type: "image/svg+xml", text: include_str!("../../assets/icon.svg") },
];

/// Eight letters that change when any asset does.
static VERSION: LazyLock<String> = LazyLock::new(|| {
    let mut hash = Sha256::new();
    ASSETS.iter().for_each(|asset| hash.update(asset.text));
    data_encoding::HEXLOWER.encode(&hash.finalize()[..4])
});

/// Returns an asset's address.
pub fn address(name: &str) -> String {
    format!("/assets/{}/{name}", *VERSION)
}

pub fn routes() -> Router<Shared> {
    Router::new().route("/assets/{version}/{name}", get(show))
}

async fn show(Path((_, name)): Path<(String, String)>) -> impl IntoResponse {
    const FOR_EVER: (HeaderName, &str) = (header::CACHE_CONTROL, "public, max-age=31536000, immutable");
    match ASSETS.iter().find(|asset| asset.name == name) {
        Some(asset) => ([(header::CONTENT_TYPE, asset.r#type), FOR_EVER], asset.text).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}
