//! Forms are taken from our own pages only: another site's page cannot act in a visitor's name.

use super::PageError;
use super::app::Shared;
use super::headers::carries_secret;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// Refuses what changes something and comes from another site.
pub async fn guard(State(app): State<Shared>, request: Request, next: Next) -> Response {
    let safe = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    // Who posts to a link knows its secret; such pages send no origin where there is no https.
    let knows_secret = carries_secret(request.uri().path()) && !says_foreign(request.headers());
    if safe || knows_secret || is_ours(request.headers(), app.public_url.as_deref()) {
        next.run(request).await
    } else {
        PageError::Foreign.into_response()
    }
}

fn says_foreign(headers: &HeaderMap) -> bool {
    headers.get("sec-fetch-site").is_some_and(|site| site != "same-origin" && site != "none")
}

/// Tells whether a request comes from our own page. Every browser of the last years says so itself (`Sec-Fetch-Site`) or
/// at least names the page's origin; a program that does neither holds no visitor's cookie that it was not given.
fn is_ours(headers: &HeaderMap, public_url: Option<&str>) -> bool {
    let text = |name: &str| headers.get(name).map(|value| value.to_str().unwrap_or("?"));
    match (text("sec-fetch-site"), text(header::ORIGIN.as_str())) {
        (Some(site), _) => matches!(site, "same-origin" | "none"),
        (None, Some(origin)) => {
            let host = text(header::HOST.as_str()).unwrap_or_default();
            let of_host = origin.split_once("://").is_some_and(|(_, authority)| authority == host && !host.is_empty());
            of_host || public_url.is_some_and(|url| origin_of(url).as_deref() == Some(origin))
        }
        (None, None) => true,
    }
}

/// Returns the origin of an address, `https://host:port`.
pub fn origin_of(url: &str) -> Option<String> {
    let uri: Uri = url.parse().ok()?;
    Some(format!("{}://{}", uri.scheme_str()?, uri.authority()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_pages_may_act() {
        let check = |headers: &[(&'static str, &str)], ours: bool| {
            let mut map = HeaderMap::new();
            map.insert("host", "127.0.0.1:7411".parse().expect("a value"));
            for (name, value) in headers {
                map.insert(*name, value.parse().expect("a value"));
            }
            assert_eq!(is_ours(&map, Some("https://khitam.example/")), ours, "{headers:?}");
        };
        check(&[], true);
        check(&[("sec-fetch-site", "same-origin")], true);
        check(&[("sec-fetch-site", "none")], true);
        check(&[("sec-fetch-site", "cross-site")], false);
        check(&[("sec-fetch-site", "same-site")], false);
        check(&[("sec-fetch-site", "cross-site"), ("origin", "http://127.0.0.1:7411")], false);
        check(&[("origin", "http://127.0.0.1:7411")], true);
        check(&[("origin", "http://127.0.0.1:7412")], false);
        check(&[("origin", "https://khitam.example")], true);
        check(&[("origin", "https://evil.example")], false);
        check(&[("origin", "null")], false);
    }
}
