//! `khitam serve`: the firm's own copy, until someone says stop.

use super::args::Serve;
use super::text::tell;
use super::{Exit, Failure, Shell};
use crate::clock::Clock;
use crate::flow::entry;
use crate::flow::reach::Reach;
use crate::store::settings;
use crate::web::{self, App};
use std::io::IsTerminal;
use std::sync::Arc;
use tokio::net::TcpListener;
use tracing_subscriber::EnvFilter;

/// Serves until a signal to stop.
pub async fn run(shell: &Shell, args: Serve) -> Result<Exit, Failure> {
    let lang = shell.lang;
    let public_url = args.public_url.map(|url| url.trim_end_matches('/').to_owned());
    if public_url.is_some() && Reach::of(public_url.as_deref(), None) == Reach::Unreadable {
        return Err(Failure::about(lang, "public-url", public_url.as_deref().unwrap_or_default(), Exit::Usage));
    }
    log_to_terminal();
    let db = shell.open().await?;
    let listener = listen(shell, &args.listen).await?;
    let address = listener
        .local_addr()
        .map_err(|error| Failure::about(lang, "listen", &args.listen, Exit::Failed).because(error))?;
    let stored = |error| Failure::of_store(lang, &error);
    settings::set(&db, settings::LISTEN, &address.to_string()).await.map_err(stored)?;
    settings::set(&db, settings::PUBLIC_URL, public_url.as_deref().unwrap_or_default()).await.map_err(stored)?;
    let clock = Clock::default();
    let first = entry::first_link(&db, clock.now()).await.map_err(stored)?;
    let base = public_url.clone().unwrap_or_else(|| format!("http://{address}"));
    tell(format_args!("{} {base}/", lang.text("serve-at")));
    if let Some(path) = first {
        tell(format_args!("{} {base}{path}", lang.text("serve-first")));
    }
    if public_url.is_none() && !address.ip().is_loopback() {
        eprintln!("{}", lang.text("serve-open"));
    }
    let mut app = App::new(db, clock, shell.data.clone());
    app.public_url = public_url;
    web::serve(Arc::new(app), listener, stop_signal())
        .await
        .map_err(|error| Failure::new(lang, "served", Exit::Failed).because(error))?;
    tell(lang.text("serve-stopped"));
    Ok(Exit::Done)
}

async fn listen(shell: &Shell, address: &str) -> Result<TcpListener, Failure> {
    TcpListener::bind(address).await.map_err(|error| {
        let key = if error.kind() == std::io::ErrorKind::AddrInUse { "listen-taken" } else { "listen" };
        Failure::about(shell.lang, key, address, Exit::Failed).because(error)
    })
}

/// Ends when the program is asked to stop.
pub async fn stop_signal() {
    let interrupted = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminated = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => std::future::pending::<()>().await,
        }
    };
    #[cfg(not(unix))]
    let terminated = std::future::pending::<()>();
    tokio::select! {
        () = interrupted => {}
        () = terminated => {}
    }
}

/// What is logged unless someone says otherwise. Statements are not, however slow: one would tell that someone reports.
pub const LOGGED: &str = "info,sqlx=error";

/// The log goes to the terminal's error stream; `KHITAM_LOG` says how much of it.
fn log_to_terminal() {
    let filter = EnvFilter::try_from_env("KHITAM_LOG").unwrap_or_else(|_| EnvFilter::new(LOGGED));
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    // A second start within one process, as in tests, keeps the first log.
    let _ = log.with_ansi(std::io::stderr().is_terminal()).try_init();
}
