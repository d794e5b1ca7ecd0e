//! `khitam signs`.

use super::args::Signs;
use super::{Exit, Failure, Shell};

pub async fn run(shell: &Shell, _args: Signs) -> Result<Exit, Failure> {
    Err(Failure::about(shell.lang, "not-in-this-build", "signs", Exit::Failed))
}
