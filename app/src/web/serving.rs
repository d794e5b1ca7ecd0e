//! Serving: requests are answered and the copy is looked after until someone says stop; what is under way is finished.

use super::app::Shared;
use super::{outgoing, upkeep};
use crate::secret::key_folder::Of;
use std::future::Future;
use std::net::SocketAddr;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::watch;

/// So long after a stop the requests under way may take; streams of progress would never end by themselves.
const FAREWELL: Duration = Duration::from_secs(10);

/// Serves until `stop` is over, then finishes what is under way and closes the database.
pub async fn serve(
    app: Shared,
    listener: TcpListener,
    stop: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    // Drawn before anything is sealed: that it was drawn on a day must not tell that something restricted was.
    app.keys.key(Of::Signature)?;
    let (stopped, mut seen) = watch::channel(false);
    let service = super::router(app.clone()).into_make_service_with_connect_info::<SocketAddr>();
    let graceful = axum::serve(listener, service).with_graceful_shutdown(async move {
        stop.await;
        stopped.send_replace(true);
    });
    let too_long = async move {
        if seen.wait_for(|stopped| *stopped).await.is_err() {
            std::future::pending::<()>().await;
        }
        tokio::time::sleep(FAREWELL).await;
    };
    let sending = tokio::spawn(outgoing::send(app.clone()));
    let served = tokio::select! {
        served = graceful => served,
        () = too_long => Ok(()),
        never = upkeep::keep(app.clone()) => match never {},
    };
    // A letter that is being handed over is finished, or nobody would know whether it went out.
    app.outgoing.stop();
    let _ = tokio::time::timeout(FAREWELL, sending).await;
    app.db.close().await;
    served
}
