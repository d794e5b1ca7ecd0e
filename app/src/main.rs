//! The program's entry.

use std::process::ExitCode;

fn main() -> ExitCode {
    app::cli::run(std::env::args_os().collect())
}
