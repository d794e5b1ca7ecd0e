//! The command line: a public interface. Its words come from the catalogues, its exit codes from DESIGN.

mod archive;
pub mod args;
mod backup;
mod contract;
mod demo;
mod doctor;
mod exit;
mod failure;
mod help;
pub mod import;
mod journal;
mod letter;
mod member;
mod notice;
mod progress;
mod restore;
mod serve;
pub mod signs;
mod text;

pub use failure::{Exit, Failure};
pub use serve::{LOGGED, stop_signal};

use crate::lang::{Lang, Language};
use crate::store::Db;
use args::{Cli, Command, Globals};
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

/// What every command works with.
pub struct Shell {
    pub lang: Lang,
    /// The firm's folder.
    pub data: PathBuf,
    /// The database's address.
    pub db: String,
}

/// Runs the command that was written and returns its exit code.
pub fn run(written: Vec<OsString>) -> ExitCode {
    let lang = Lang::plain(language(&written));
    let exit = match help::parse(lang, written) {
        Ok(cli) => {
            let runtime = tokio::runtime::Runtime::new().expect("the system gives threads");
            runtime.block_on(dispatch(lang, cli)).unwrap_or_else(|failure| failure.tell(lang))
        }
        Err(exit) => exit,
    };
    ExitCode::from(exit as u8)
}

async fn dispatch(lang: Lang, cli: Cli) -> Result<Exit, Failure> {
    let written_in = cli.globals.lang.clone();
    let shell = Shell::of(lang, cli.globals)?;
    match cli.command {
        Command::Serve(args) => serve::run(&shell, args).await,
        Command::Member(args) => member::run(&shell, args).await,
        Command::Archive(args) => archive::run(&shell, args).await,
        Command::Backup(args) => backup::run(&shell, args).await,
        Command::Restore(args) => restore::run(&shell, args).await,
        Command::Journal(args) => journal::run(&shell, args).await,
        Command::Doctor(args) => doctor::run(&shell, args).await,
        Command::Demo(args) => demo::run(&shell, args).await,
        Command::Import(args) => import::run(&shell, args).await,
        Command::Signs(args) => signs::run(&shell, args).await,
        Command::Contract(args) => contract::run(&shell, args).await,
        Command::Exit(args) => exit::run(&shell, args).await,
        Command::Notice(args) => notice::run(&shell, args).await,
        Command::Letter(args) => letter::run(&shell, args, written_in.as_deref()).await,
    }
}

impl Shell {
    fn of(lang: Lang, globals: Globals) -> Result<Shell, Failure> {
        let usual = || dirs::data_dir().map(|folder| folder.join("khitam"));
        let data = globals.data.or_else(usual).ok_or_else(|| Failure::new(lang, "no-data-folder", Exit::Usage))?;
        let db = globals.db.unwrap_or_else(|| format!("sqlite:{}", data.join("khitam.db").display()));
        Ok(Shell { lang, data, db })
    }

    /// Opens the firm's database, making its folder if there is none.
    pub async fn open(&self) -> Result<Db, Failure> {
        self.make_folder().map_err(|error| Failure::of_io(self.lang, &self.data, &error))?;
        Db::open(&self.db).await.map_err(|error| Failure::of_store(self.lang, &error))
    }

    /// The folder is for its owner's eyes only.
    fn make_folder(&self) -> std::io::Result<()> {
        if self.data.is_dir() {
            return Ok(());
        }
        std::fs::create_dir_all(&self.data)?;
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            std::fs::set_permissions(&self.data, std::fs::Permissions::from_mode(0o700))?;
        }
        Ok(())
    }
}

/// Returns the language asked for before anything else is understood, so that misunderstandings are told in it.
fn language(written: &[OsString]) -> Language {
    let words: Vec<&str> = written.iter().filter_map(|word| word.to_str()).collect();
    let after = words.iter().position(|word| *word == "--lang").and_then(|at| words.get(at + 1).copied());
    let joined = words.iter().find_map(|word| word.strip_prefix("--lang="));
    let asked = after.or(joined).and_then(Language::of);
    let system = || {
        let set = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
        set("LC_ALL").or_else(|| set("LC_MESSAGES")).or_else(|| set("LANG")).unwrap_or_default()
    };
    asked.unwrap_or_else(|| if system().starts_with("ar") { Language::Arabic } else { Language::English })
}
