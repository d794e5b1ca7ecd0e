//! Who wrote to whom, and when. The text itself is dropped at import unless the owner opted in.

use super::Moment;
use super::kind::{Key, choice, record};

choice! {
    /// Whether the client wrote to us or we to the client.
    MessageDirection { In = "in", Out = "out" }
}

record! {
    /// One message, call or chat.
    Message in "messages", key Key::Maybe("message"), happened "at",
    {
        at: Moment,
        direction: MessageDirection,
        reply_to: Option<String>,
        /// One of ours.
        person: Option<String>,
        /// One of theirs.
        contact: Option<String>,
        channel: Option<String>,
        subject: Option<String>,
        text: Option<String>,
    }
}
