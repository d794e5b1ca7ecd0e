//! Telling whoever looks at a review that something happened in it: never what.

use super::Room;
use crate::store::cases;
use crate::web::PageError;
use axum::extract::Query;
use axum::response::sse::{Event, KeepAlive, Sse};
use futures_util::stream::{self, Stream};
use std::collections::HashMap;
use std::convert::Infallible;
use std::time::Duration;

/// How often the journal's head is looked at.
const LOOK_TIME: Duration = Duration::from_secs(1);

/// A stream ends after so many looks; the browser asks again, and whoever may no longer see the case is told nothing.
const LOOKS: u32 = 60;

/// Tells the number of the last entry, each time it is another.
pub async fn stream(
    room: Room,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Sse<impl Stream<Item = Result<Event, Infallible>>>, PageError> {
    let (app, key) = (room.app, room.opened.key);
    let seen: u32 = query.get("seen").and_then(|seen| seen.parse().ok()).unwrap_or_default();
    let told = stream::unfold((seen, 0), move |(mut seen, mut looks)| {
        let (app, key) = (app.clone(), key.clone());
        async move {
            while looks < LOOKS {
                looks += 1;
                let head = cases::head(&app.db, &key).await.ok()??.0;
                if head != seen {
                    seen = head;
                    return Some((Ok(Event::default().id(head.to_string()).data(head.to_string())), (seen, looks)));
                }
                tokio::time::sleep(LOOK_TIME).await;
            }
            None
        }
    });
    Ok(Sse::new(told).keep_alive(KeepAlive::default()))
}
