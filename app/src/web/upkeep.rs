//! What a copy does by itself while it is served: it renews the list when that is old, watches the limits of kept
//! clients, and removes forgotten uploads.

use super::app::{App, Shared};
use crate::flow::assess;
use crate::flow::destruction::{self, ARCHIVES, Ground};
use crate::flow::mark::Mark;
use crate::flow::upload::Upload;
use crate::flow::watch;
use crate::flow::{archive, case_files, own_parts, prospect_log};
use crate::keep::{erasures, package};
use crate::store::cases::Key;
use crate::store::{StoreError, firm_facts};
use domain::case::Now;
use domain::days::Day;
use std::convert::Infallible;
use std::time::Duration;
use tokio::sync::{Mutex, Notify};

/// How often it looks whether the command line changed anything, or the day did.
const LOOK_TIME: Duration = Duration::from_secs(5);

/// One renewal at a time, and the wish for one.
#[derive(Default)]
pub struct Upkeep {
    turn: Mutex<()>,
    wished: Notify,
    /// What the cases were last looked at with.
    looked: Mutex<Option<Mark>>,
}

impl Upkeep {
    /// Asks for the list to be renewed soon; nobody waits for it.
    pub fn wish(&self) {
        self.wished.notify_one();
    }
}

/// Looks after a copy as long as it is served.
pub async fn keep(app: Shared) -> Infallible {
    if let Err(error) = clear(&app).await {
        tracing::error!(%error, "what was left of a sealing was not removed");
    }
    loop {
        if let Err(error) = renew(&app).await {
            tracing::error!(%error, "the list was not renewed");
        }
        if let Err(error) = watch(&app).await {
            tracing::error!(%error, "the cases were not looked at");
        }
        if let Err(error) = finish(&app).await {
            tracing::error!(%error, "an erasure was not carried out to its end");
        }
        if let Err(error) = Upload::sweep(&app.folder, app.clock.now()) {
            tracing::error!(%error, "old uploads were not removed");
        }
        app.desk.sweep(&app.folder);
        tokio::select! {
            () = app.upkeep.wished.notified() => {}
            () = tokio::time::sleep(LOOK_TIME) => {}
        }
    }
}

/// Renews the list if it is old; whoever asks meanwhile waits for the same renewal.
pub async fn renew(app: &App) -> Result<(), StoreError> {
    let _turn = app.upkeep.turn.lock().await;
    assess::renew_if_old(&app.db, today(app).await?).await?;
    Ok(())
}

/// Removes what a crash left of a sealing, whole or in parts: no journal knows of it, so no erasure would find it.
async fn clear(app: &App) -> Result<(), StoreError> {
    let _alone = app.erasing.lock().await;
    package::clear_unfinished(&app.folder.join(ARCHIVES))?;
    archive::clear_unknown(app.place(), &app.folder).await
}

/// Carries out to its end what two people confirmed and a crash cut off.
async fn finish(app: &App) -> Result<(), StoreError> {
    let Ok(_alone) = app.erasing.try_lock() else { return Ok(()) };
    let firm = firm_facts::current(&app.db).await?;
    let today = app.clock.today(firm.zone.as_deref());
    own_parts::finish(app.place(), &erasures::file(&app.folder)).await?;
    prospect_log::seal_older(app.place()).await?;
    case_files::keep_all_papers(app.place()).await?;
    destruction::finish(Ground { place: app.place(), root: &app.folder, firm: &firm, today }).await?;
    Ok(())
}

/// Looks whether a limit of a kept client was crossed, or boundaries were crossed again; returns the cases in which it
/// wrote that down.
pub async fn watch(app: &App) -> Result<Vec<Key>, StoreError> {
    let mut looked = app.upkeep.looked.lock().await;
    let now = Now { at: app.now(), today: today(app).await? };
    let (mark, told) = watch::look(app.place(), &now, *looked).await?;
    *looked = Some(mark);
    Ok(told)
}

/// Returns the day where the firm is.
async fn today(app: &App) -> Result<Day, StoreError> {
    let firm = firm_facts::current(&app.db).await?;
    Ok(app.clock.today(firm.zone.as_deref()))
}
