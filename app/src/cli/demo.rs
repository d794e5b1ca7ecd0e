//! `khitam demo`.

use super::args::Demo;
use super::{Exit, Failure, Shell};

pub async fn run(shell: &Shell, _args: Demo) -> Result<Exit, Failure> {
    Err(Failure::about(shell.lang, "not-in-this-build", "demo", Exit::Failed))
}
