//! The letters that were ordered by mail are sent one after another while a copy is served.

use super::app::Shared;
use crate::flow::mail;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use tokio::sync::Notify;

/// How often it looks whether a letter's time has come.
const LOOK_TIME: Duration = Duration::from_secs(5);

/// The wish that a letter goes out soon, and that no other is begun.
#[derive(Default)]
pub struct Outgoing {
    stopped: AtomicBool,
    wished: Notify,
}

impl Outgoing {
    /// Asks for what was ordered to be sent soon; nobody waits for it.
    pub fn wish(&self) {
        self.wished.notify_one();
    }

    /// Begins no other letter; the one under way is finished.
    pub fn stop(&self) {
        self.stopped.store(true, Ordering::Relaxed);
        self.wished.notify_one();
    }
}

/// Sends what was ordered until it is stopped.
pub async fn send(app: Shared) {
    while !app.outgoing.stopped.load(Ordering::Relaxed) {
        let sent = mail::send_next(app.place(), &app.folder, &app.clock).await;
        if let Err(error) = &sent {
            tracing::error!(%error, "a letter was not sent");
        }
        if !sent.unwrap_or(false) {
            tokio::select! {
                () = app.outgoing.wished.notified() => {}
                () = tokio::time::sleep(LOOK_TIME) => {}
            }
        }
    }
}
