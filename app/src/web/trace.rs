//! One line in the log for each request: which route, which answer, how long. Never an address as it was written, for
//! addresses carry secrets of links and names of clients; never a line about reports, for a line would tell of one.

use super::errors::Reference;
use crate::clock::stopwatch;
use crate::entropy;
use axum::extract::{MatchedPath, Request};
use axum::http::HeaderValue;
use axum::middleware::Next;
use axum::response::Response;
use data_encoding::BASE32_NOPAD;

/// Writes the line, and gives the request a reference.
pub async fn log(mut request: Request, next: Next) -> Response {
    let began = stopwatch();
    let reference = format!("e-{}", &BASE32_NOPAD.encode(&entropy::bytes::<5>())[..6]);
    request.extensions_mut().insert(Reference(reference.clone()));
    let route = request.extensions().get::<MatchedPath>().map(|path| path.as_str().to_owned());
    let method = request.method().clone();
    let mut response = next.run(request).await;
    let route = route.as_deref().unwrap_or("-");
    if !route.starts_with("/reports") {
        let status = response.status().as_u16();
        let ms = began.elapsed().as_secs_f64() * 1000.0;
        tracing::info!(reference, %method, route, status, ms = format!("{ms:.1}"), "answered");
    }
    if let Ok(value) = HeaderValue::try_from(&reference) {
        response.headers_mut().insert("x-request-id", value);
    }
    response
}
