//! What a stream tells those who watch long work: how far it is, and then that it is over.

use axum::response::sse::Event;
use std::time::Duration;

/// How often whoever watches is told.
pub const TELL_TIME: Duration = Duration::from_millis(400);

/// Tells how much is done, of how much, in words and in numbers.
pub fn told(said: &str, (done, total): (u64, u64)) -> Event {
    Event::default().data(serde_json::json!({ "said": said, "rows": done, "total": total }).to_string())
}

/// Tells that it is over.
pub fn over() -> Event {
    Event::default().event("over").data("")
}
