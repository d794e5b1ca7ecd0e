//! The program's entry.

use std::process::ExitCode;

/// Rows and their texts are many and small (DECISIONS, Dependencies).
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    app::cli::run(std::env::args_os().collect())
}
