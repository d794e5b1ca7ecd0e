//! What can be written on the command line. The words of its help are in the catalogues: `cli-…-about` for a command,
//! `cli-arg-…` for an argument.

use crate::intake::plan::TERMS_DAYS_MAX;
use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};
use domain::days::Day;
use std::path::PathBuf;

#[derive(Debug, Parser)]
#[command(
    name = "khitam",
    version,
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true
)]
pub struct Cli {
    #[command(flatten)]
    pub globals: Globals,
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Args)]
pub struct Globals {
    #[arg(long, global = true, value_name = "DIR", env = "KHITAM_DATA", hide_env = true)]
    pub data: Option<PathBuf>,
    #[arg(long, global = true, value_name = "URL", env = "KHITAM_DB", hide_env = true, hide_env_values = true)]
    pub db: Option<String>,
    #[arg(long, global = true, value_name = "ar|en", value_parser = ["ar", "en"])]
    pub lang: Option<String>,
    #[arg(long, short, global = true, action = ArgAction::Help)]
    pub help: Option<bool>,
    #[arg(long, short = 'V', action = ArgAction::Version)]
    pub version: Option<bool>,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    Demo(Demo),
    Serve(Serve),
    Import(Import),
    Signs(Signs),
    Contract(Contract),
    Exit(ExitCost),
    Notice(Notice),
    Letter(Letter),
    Member(Member),
    Archive(Archive),
    Backup(Backup),
    Restore(Restore),
    Journal(Journal),
    Doctor(Doctor),
}

#[derive(Debug, Args)]
pub struct Demo {
    #[arg(long, value_name = "HOST:PORT", default_value = "127.0.0.1:0")]
    pub listen: String,
}

#[derive(Debug, Args)]
pub struct Serve {
    #[arg(long, value_name = "HOST:PORT", default_value = "127.0.0.1:7411")]
    pub listen: String,
    #[arg(long, value_name = "URL", env = "KHITAM_PUBLIC_URL", hide_env = true)]
    pub public_url: Option<String>,
}

#[derive(Debug, Args)]
pub struct Import {
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    #[arg(long = "as", value_name = "KIND")]
    pub kind: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub profile: Option<String>,
    #[arg(long, value_name = "dmy|mdy|ymd")]
    pub dates: Option<Dates>,
    #[arg(long, value_name = "CODE")]
    pub currency: Option<String>,
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(i64).range(0..=TERMS_DAYS_MAX))]
    pub due_days: Option<i64>,
    #[arg(long)]
    pub json: bool,
}

/// The order of day, month and year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Dates {
    Dmy,
    Mdy,
    Ymd,
}

#[derive(Debug, Args)]
pub struct Signs {
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub on: Option<Day>,
    #[arg(long, value_name = "CLIENT")]
    pub client: Option<String>,
    #[arg(long)]
    pub json: bool,
}

/// What a contract says.
#[derive(Debug, Args)]
pub struct Contract {
    #[command(subcommand)]
    pub command: ContractCommand,
}

#[derive(Debug, Subcommand)]
pub enum ContractCommand {
    Read {
        #[arg(value_name = "FILE")]
        contract: PathBuf,
        #[arg(long)]
        json: bool,
    },
}

/// What ending costs.
#[derive(Debug, Args)]
pub struct ExitCost {
    #[command(subcommand)]
    pub command: ExitCommand,
}

#[derive(Debug, Subcommand)]
pub enum ExitCommand {
    Simulate {
        #[arg(value_name = "FILE.toml")]
        file: PathBuf,
        #[arg(long)]
        json: bool,
    },
}

/// Notice to the day.
#[derive(Debug, Args)]
pub struct Notice {
    #[command(subcommand)]
    pub command: NoticeCommand,
}

#[derive(Debug, Subcommand)]
pub enum NoticeCommand {
    Compute {
        #[arg(value_name = "FILE.json")]
        terms: PathBuf,
        #[arg(long, conflicts_with = "json")]
        aloud: bool,
        #[arg(long)]
        json: bool,
    },
}

/// What a letter says, and how.
#[derive(Debug, Args)]
pub struct Letter {
    #[command(subcommand)]
    pub command: LetterCommand,
}

#[derive(Debug, Subcommand)]
pub enum LetterCommand {
    Check {
        #[arg(value_name = "FILE")]
        letter: PathBuf,
        #[arg(long = "kind", value_name = "notice|reminder|reply|boundary")]
        letter_kind: LetterKind,
        #[arg(long)]
        json: bool,
    },
}

/// What kind of letter a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LetterKind {
    Notice,
    Reminder,
    Reply,
    Boundary,
}

fn day(text: &str) -> Result<Day, String> {
    Day::from_iso(text).ok_or_else(String::new)
}

#[derive(Debug, Args)]
pub struct Member {
    #[command(subcommand)]
    pub command: MemberCommand,
}

#[derive(Debug, Subcommand)]
pub enum MemberCommand {
    List {
        #[arg(long)]
        json: bool,
    },
    Invite {
        #[arg(long, value_name = "owner|finance|member|adviser", value_parser = ["owner", "finance", "member", "adviser"])]
        role: String,
        #[arg(long, value_name = "NAME", default_value = "")]
        name: String,
    },
    Reset {
        #[arg(value_name = "EMAIL")]
        email: String,
    },
}

/// What was kept for good.
#[derive(Debug, Args)]
pub struct Archive {
    #[command(subcommand)]
    pub command: ArchiveCommand,
}

#[derive(Debug, Subcommand)]
pub enum ArchiveCommand {
    Create {
        #[arg(long, value_name = "CLIENT")]
        client: String,
        #[arg(long, value_name = "CASE")]
        case: Option<String>,
        #[arg(long, value_name = "FOLDER")]
        into: PathBuf,
        #[arg(long = "reader", value_name = "AGE-KEY")]
        readers: Vec<String>,
        #[arg(long, value_name = "FILE")]
        passphrase: Option<PathBuf>,
        #[arg(long, conflicts_with_all = ["readers", "passphrase", "documents"])]
        theirs: bool,
        #[arg(long, conflicts_with = "theirs")]
        summarised: bool,
        #[arg(long, value_name = "FOLDER")]
        documents: Option<PathBuf>,
        #[arg(long)]
        json: bool,
    },
    Open {
        #[arg(value_name = "FOLDER")]
        archive: PathBuf,
        #[arg(long, value_name = "FOLDER")]
        into: PathBuf,
        #[arg(long, value_name = "FILE", conflicts_with = "passphrase")]
        key: Option<PathBuf>,
        #[arg(long, value_name = "FILE")]
        passphrase: Option<PathBuf>,
    },
    Verify {
        #[arg(value_name = "FOLDER")]
        archive: PathBuf,
        #[arg(long)]
        json: bool,
    },
}

/// A backup of the whole copy.
#[derive(Debug, Args)]
pub struct Backup {
    #[arg(long, value_name = "FOLDER|s3://BUCKET/PREFIX")]
    pub to: String,
    #[arg(long, value_name = "FOLDER|s3://BUCKET/PREFIX")]
    pub keys_to: Option<String>,
    #[arg(long = "reader", value_name = "AGE-KEY")]
    pub readers: Vec<String>,
    #[arg(long, value_name = "FILE")]
    pub passphrase: Option<PathBuf>,
    #[arg(long, value_name = "7d,4w,12m")]
    pub keep: Option<String>,
    #[command(flatten)]
    pub secrets: StoreSecrets,
    #[arg(long)]
    pub json: bool,
}

/// A backup, put into an empty place.
#[derive(Debug, Args)]
pub struct Restore {
    #[arg(value_name = "FOLDER|s3://BUCKET/PREFIX")]
    pub from: String,
    #[arg(long, value_name = "NAME")]
    pub backup: Option<String>,
    #[arg(long, value_name = "FOLDER|s3://BUCKET/PREFIX")]
    pub keys_from: Option<String>,
    #[arg(long, value_name = "FILE", conflicts_with = "passphrase")]
    pub key: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub passphrase: Option<PathBuf>,
    #[arg(long, value_name = "FILE", conflicts_with = "without_erasures")]
    pub erasures: Option<PathBuf>,
    #[arg(long, value_name = "REASON")]
    pub without_erasures: Option<String>,
    #[command(flatten)]
    pub secrets: StoreSecrets,
    #[arg(long)]
    pub json: bool,
}

/// Files of `AWS_…=…`, for a store and for another where the keys are; they stand on no command line.
#[derive(Debug, Args)]
pub struct StoreSecrets {
    #[arg(long, value_name = "FILE")]
    pub s3: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub keys_s3: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Journal {
    #[command(subcommand)]
    pub command: JournalCommand,
}

#[derive(Debug, Subcommand)]
pub enum JournalCommand {
    Verify {
        #[arg(long)]
        json: bool,
    },
}

#[derive(Debug, Args)]
pub struct Doctor {
    #[arg(long, value_name = "URL", env = "KHITAM_PUBLIC_URL", hide_env = true)]
    pub public_url: Option<String>,
    #[arg(long)]
    pub json: bool,
}
