//! Links that are handed to people: where they begin, and the picture that a telephone reads.

use super::app::App;
use axum::http::{HeaderMap, header};
use qrcode::{Color, EcLevel, QrCode};

/// Returns the host under which the visitor reached this copy.
pub fn host(headers: &HeaderMap) -> &str {
    headers.get(header::HOST).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

/// Returns the address that links begin with: the public one, or the one the visitor themself uses.
pub fn base(app: &App, host: &str) -> String {
    match &app.public_url {
        Some(url) => url.trim_end_matches('/').to_owned(),
        None => format!("http://{host}"),
    }
}

/// Draws a QR code: dark on light in either theme, with the quiet border that cameras need.
pub fn qr(text: &str, label: &str) -> String {
    let Ok(code) = QrCode::with_error_correction_level(text, EcLevel::M) else {
        return String::new();
    };
    let (width, quiet) = (code.width(), 4);
    let mut path = String::new();
    for (at, color) in code.to_colors().into_iter().enumerate() {
        if color == Color::Dark {
            path.push_str(&format!("M{} {}h1v1h-1z", at % width + quiet, at / width + quiet));
        }
    }
    let side = width + 2 * quiet;
    let label = label.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;");
    format!(
        r##"<svg class="qr" viewBox="0 0 {side} {side}" role="img" aria-label="{label}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{side}v{side}H0z"/><path fill="#000" d="{path}"/></svg>"##
    )
}
