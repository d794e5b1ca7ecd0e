//! Who wrote to whom, and when. The text itself is dropped at import unless the owner opted in.

use super::kind::{Key, choice, record};
use super::{Moment, Text};

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
        reply_to: Option<Text>,
        /// One of ours.
        person: Option<Text>,
        /// One of theirs.
        contact: Option<Text>,
        channel: Option<Text>,
        subject: Option<Text>,
        text: Option<Text>,
    }
}
