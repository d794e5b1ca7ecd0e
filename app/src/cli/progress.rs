//! A bar on the terminal while work goes on elsewhere.

use indicatif::ProgressBar;
use std::future::Future;
use std::io::IsTerminal;
use std::time::Duration;

/// Waits for work and shows meanwhile how far it is: `at` of `total`. Whoever asks for JSON, or has no terminal, sees
/// no bar.
pub async fn shown<T>(json: bool, total: u64, at: impl Fn() -> u64, work: impl Future<Output = T>) -> T {
    let bar = if json || !std::io::stderr().is_terminal() { ProgressBar::hidden() } else { ProgressBar::new(total) };
    tokio::pin!(work);
    let done = loop {
        tokio::select! {
            done = &mut work => break done,
            () = tokio::time::sleep(Duration::from_millis(100)) => bar.set_position(at()),
        }
    };
    bar.finish_and_clear();
    done
}
