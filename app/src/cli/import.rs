//! `khitam import`.

use super::args::Import;
use super::{Exit, Failure, Shell};

pub async fn run(shell: &Shell, _args: Import) -> Result<Exit, Failure> {
    Err(Failure::about(shell.lang, "not-in-this-build", "import", Exit::Failed))
}
