//! A store as S3 is one, on this machine and in memory: put, get, list, delete, by path.

use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, Mutex};

type Objects = Arc<Mutex<BTreeMap<String, Bytes>>>;

/// The one who may come in.
pub const ACCESS_KEY: &str = "AKIDKHITAM";
pub const SECRET_KEY: &str = "not-to-be-shown-anywhere";

/// A running store.
pub struct Bucket {
    pub objects: Objects,
    pub endpoint: String,
}

impl Bucket {
    /// Returns what is written into a file of secrets.
    pub fn secrets(&self) -> String {
        secrets(&self.endpoint)
    }
}

pub fn secrets(endpoint: &str) -> String {
    format!(
        "# a store\nAWS_ACCESS_KEY_ID={ACCESS_KEY}\nexport AWS_SECRET_ACCESS_KEY=\"{SECRET_KEY}\"\nAWS_REGION=me-south-1\n\
         AWS_ENDPOINT_URL={endpoint}\nAWS_ALLOW_HTTP=true\n"
    )
}

/// Starts a store with a bucket named `firm`.
pub async fn start() -> Bucket {
    let objects = Objects::default();
    let app = Router::new()
        .route("/firm", get(list))
        .route("/firm/", get(list))
        .route("/firm/{*key}", get(read).put(write).delete(remove))
        .layer(DefaultBodyLimit::max(256 * 1024 * 1024))
        .with_state(objects.clone());
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let endpoint = format!("http://{}", listener.local_addr().expect("an address"));
    tokio::spawn(async move { axum::serve(listener, app).await });
    Bucket { objects, endpoint }
}

fn may(headers: &HeaderMap) -> bool {
    let signed = headers.get("authorization").and_then(|value| value.to_str().ok()).unwrap_or_default();
    signed.contains(ACCESS_KEY) && !signed.contains(SECRET_KEY)
}

fn refused() -> Response {
    (StatusCode::FORBIDDEN, "<Error><Code>AccessDenied</Code></Error>").into_response()
}

async fn list(
    State(objects): State<Objects>,
    headers: HeaderMap,
    Query(asked): Query<HashMap<String, String>>,
) -> Response {
    if !may(&headers) {
        return refused();
    }
    let prefix = asked.get("prefix").cloned().unwrap_or_default();
    let (mut contents, mut folders) = (String::new(), BTreeSet::new());
    for (key, bytes) in objects.lock().expect("no one panics").iter().filter(|(key, _)| key.starts_with(&prefix)) {
        match (asked.get("delimiter"), key[prefix.len()..].find('/')) {
            (Some(_), Some(at)) => {
                folders.insert(key[..prefix.len() + at + 1].to_owned());
            }
            _ => {
                contents += &format!(
                    "<Contents><Key>{key}</Key><LastModified>2026-11-29T00:00:00.000Z</LastModified><ETag>\"x\"</ETag>\
                     <Size>{}</Size></Contents>",
                    bytes.len()
                );
            }
        }
    }
    let folders: String =
        folders.iter().map(|key| format!("<CommonPrefixes><Prefix>{key}</Prefix></CommonPrefixes>")).collect();
    let text = format!("<ListBucketResult><IsTruncated>false</IsTruncated>{contents}{folders}</ListBucketResult>");
    ([("content-type", "application/xml")], text).into_response()
}

async fn read(State(objects): State<Objects>, headers: HeaderMap, Path(key): Path<String>) -> Response {
    match objects.lock().expect("no one panics").get(&key).cloned() {
        _ if !may(&headers) => refused(),
        Some(bytes) => ([("etag", "\"x\""), ("last-modified", "Sun, 29 Nov 2026 00:00:00 GMT")], bytes).into_response(),
        None => (StatusCode::NOT_FOUND, "<Error><Code>NoSuchKey</Code></Error>").into_response(),
    }
}

async fn write(State(objects): State<Objects>, headers: HeaderMap, Path(key): Path<String>, body: Bytes) -> Response {
    if !may(&headers) {
        return refused();
    }
    objects.lock().expect("no one panics").insert(key, body);
    [("etag", "\"x\"")].into_response()
}

async fn remove(State(objects): State<Objects>, headers: HeaderMap, Path(key): Path<String>) -> Response {
    if !may(&headers) {
        return refused();
    }
    objects.lock().expect("no one panics").remove(&key);
    StatusCode::NO_CONTENT.into_response()
}
