//! `khitam doctor`: whether this copy is well, and whether a phone outside can open a link of it. Outside this
//! machine only the firm's own mail server is asked.

mod kept;

use super::args::Doctor;
use super::text::tell;
use super::{Exit, Failure, Shell};
use crate::clock::{self, Clock, stamp};
use crate::flow::reach::Reach;
use crate::flow::{self, cases};
use crate::lang::Lang;
use crate::mail::reached;
use crate::secret::key_folder::KeyFolder;
use crate::store::dump::empty;
use crate::store::{Db, StoreError, dialect, firm_facts, health, settings};
use fluent_bundle::FluentValue;
use serde_json::json;
use std::path::Path;
use std::time::Duration;
use tokio::net::TcpStream;
use tokio::process::Command;
use tokio::time::timeout;

/// Less free space than this is a problem.
const FREE_MIB_MIN: u64 = 200;

/// A clock in this year or later was never set.
const YEAR_MAX: &str = "2100";

/// One thing looked at: its name, whether it is well, and a sentence about it that says what to do if it is not.
struct Check {
    name: &'static str,
    good: bool,
    /// Well, but somebody should look at it.
    note: bool,
    says: String,
}

impl Check {
    /// Returns a check whose sentence is `doctor-NAME-STATE`.
    fn new(lang: Lang, name: &'static str, state: &str, good: bool, what: impl ToString) -> Check {
        let what = FluentValue::from(what.to_string());
        Check { name, good, note: false, says: lang.say(&format!("doctor-{name}-{state}"), [("what", what)]) }
    }

    fn noted(self) -> Check {
        Check { note: true, ..self }
    }
}

pub async fn run(shell: &Shell, args: Doctor) -> Result<Exit, Failure> {
    let lang = shell.lang;
    let mut checks = vec![disk(lang, &shell.data).await];
    let (mut listen, mut public_url) = (None, None);
    match open(shell).await {
        Err(check) => checks.push(check),
        Ok(db) => {
            match of_database(shell, &db).await {
                Ok(more) => {
                    checks.push(Check::new(lang, "database", "good", true, shell.db_shown()));
                    checks.extend(more);
                    checks.extend(mail(shell, &db).await);
                }
                Err(error) => checks.push(Check::new(lang, "database", "bad", false, error)),
            }
            listen = settings::get(&db, settings::LISTEN).await.ok().flatten();
            public_url = settings::get(&db, settings::PUBLIC_URL).await.ok().flatten();
            db.close().await;
        }
    }
    checks.push(kept::packs(lang, Clock::default().today(None)));
    checks.push(running(lang, listen.as_deref()).await);
    let reach = Reach::of(args.public_url.or(public_url).as_deref(), listen.as_deref());
    // A copy for one machine is well; only an address that cannot work or is not safe is a problem.
    let good = !matches!(reach, Reach::Unreadable | Reach::OpenToAll);
    checks.push(Check::new(lang, "phone", reach.word(), good, ""));
    Ok(told(lang, &checks, args.json))
}

impl Shell {
    /// Returns the database's address without the password that it may carry.
    fn db_shown(&self) -> String {
        match (self.db.split_once("://"), self.db.rsplit_once('@')) {
            (Some((scheme, _)), Some((_, host))) => format!("{scheme}://{host}"),
            _ => self.db.clone(),
        }
    }
}

fn told(lang: Lang, checks: &[Check], as_json: bool) -> Exit {
    let good = checks.iter().all(|check| check.good);
    let told = if as_json {
        let check =
            |check: &Check| json!({ "name": check.name, "ok": check.good, "note": check.note, "says": check.says });
        tell(json!({ "ok": good, "checks": checks.iter().map(check).collect::<Vec<_>>() }))
    } else {
        checks.iter().try_for_each(|check| {
            let word = lang.text(match (check.good, check.note) {
                (false, _) => "doctor-bad",
                (true, true) => "doctor-note",
                (true, false) => "doctor-good",
            });
            tell(format_args!("{word}  {}", check.says))
        })
    };
    if good && told.is_ok() { Exit::Done } else { Exit::Failed }
}

/// Says whether letters can be sent by mail: it asks the firm's own server, and sends nothing.
async fn mail(shell: &Shell, db: &Db) -> Option<Check> {
    let (lang, keys) = (shell.lang, KeyFolder::within(&shell.data));
    Some(match flow::mail::server(db, &keys).await {
        Ok(None) => Check::new(lang, "mail", "none", true, ""),
        Ok(Some((server, password))) => match reached(&server, &password, &shell.data).await {
            Ok(()) => Check::new(lang, "mail", "good", true, server.host),
            Err(says) => Check::new(lang, "mail", "bad", false, format!("{}: {says}", server.host)),
        },
        Err(StoreError::Unreadable(_)) => Check::new(lang, "mail", "key", false, ""),
        // A database without tables says so itself.
        Err(_) => return None,
    })
}

/// Opens the database as it is; a missing one is not made.
async fn open(shell: &Shell) -> Result<Db, Check> {
    let bad = |state: &str, what: String| Check::new(shell.lang, "database", state, false, what);
    if let Ok((dialect::Kind::Sqlite, url)) = dialect::address(&shell.db) {
        let path = dialect::sqlite_path(&url);
        if !Path::new(path).is_file() {
            return Err(bad("none", path.to_owned()));
        }
    }
    Db::connect(&shell.db).await.map_err(|error| match error {
        StoreError::Collation(order) => bad("collation", order),
        error => bad("bad", error.to_string()),
    })
}

async fn of_database(shell: &Shell, db: &Db) -> Result<Vec<Check>, StoreError> {
    let lang = shell.lang;
    if empty::is_being_restored(db).await? {
        return Ok(vec![Check::new(lang, "database", "restoring", false, "")]);
    }
    let missing = health::migrations_missing(db).await?;
    let mut checks = vec![match missing {
        0 => Check::new(lang, "tables", "good", true, ""),
        missing if missing < 0 => Check::new(lang, "tables", "newer", false, ""),
        missing => Check::new(lang, "tables", "older", true, missing),
    }];
    if let Some(file) = db.file() {
        checks.push(match health::damage(db).await? {
            None => Check::new(lang, "file", "good", true, file.display()),
            Some(damage) => Check::new(lang, "file", "bad", false, damage),
        });
    }
    if missing == 0 {
        checks.push(match cases::verify(db).await? {
            (cases, broken) if broken.is_empty() => Check::new(lang, "journal", "good", true, cases),
            (_, broken) => Check::new(lang, "journal", "bad", false, broken.len()),
        });
        checks.push(kept::files(shell, db).await?);
        checks.push(kept::prospects(shell, db).await?);
        checks.push(kept::archives(shell, db).await?);
        checks.push(clock(lang, health::newest_at(db).await?));
        checks.push(kept::backup(lang, db).await?);
        checks.push(zone(lang, firm_facts::current(db).await?.zone));
    }
    Ok(checks)
}

/// A clock that is behind what was already written, or behind what the program knows, is wrong; so is a far year.
fn clock(lang: Lang, newest_at: Option<String>) -> Check {
    let now = stamp(Clock::default().now());
    // Where a pack is checked it may be tomorrow already.
    let known = kept::newest_pack().map(|day| format!("{}T00:00:00Z", day.plus(-1)));
    let newest = [newest_at, known].into_iter().flatten().max();
    match newest.filter(|newest| *newest > now) {
        Some(newest) => Check::new(lang, "clock", "behind", false, newest),
        None if *now >= *YEAR_MAX => Check::new(lang, "clock", "ahead", false, now),
        None => Check::new(lang, "clock", "good", true, now),
    }
}

fn zone(lang: Lang, zone: Option<String>) -> Check {
    match zone {
        None => Check::new(lang, "zone", "none", true, ""),
        Some(zone) if clock::zone(Some(&zone)).is_some() => Check::new(lang, "zone", "good", true, zone),
        Some(zone) => Check::new(lang, "zone", "bad", false, zone),
    }
}

/// Asks `df`, which every system but Windows has, how much space is left.
async fn disk(lang: Lang, folder: &Path) -> Check {
    let there = folder.ancestors().find(|folder| folder.is_dir()).unwrap_or(Path::new("."));
    let asked = Command::new("df").arg("-Pk").arg(there).output().await.ok();
    let text = asked.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default();
    match free_mib(&text) {
        None => Check::new(lang, "disk", "unknown", true, there.display()),
        Some(mib) => {
            let good = mib >= FREE_MIB_MIN;
            Check::new(lang, "disk", if good { "good" } else { "low" }, good, lang.number(mib as f64, 0))
        }
    }
}

/// Reads the fourth column of the last line: the free kilobytes.
fn free_mib(df: &str) -> Option<u64> {
    let line = df.lines().nth(1)?;
    let kib: u64 = line.split_whitespace().nth(3)?.parse().ok()?;
    Some(kib / 1024)
}

/// Looks whether the copy is being served, on this machine only.
async fn running(lang: Lang, listen: Option<&str>) -> Check {
    let local = listen.map(|listen| listen.replace("0.0.0.0:", "127.0.0.1:").replace("[::]:", "[::1]:"));
    let address = local.as_deref().and_then(|listen| listen.parse::<std::net::SocketAddr>().ok());
    match address.filter(|address| address.ip().is_loopback()) {
        None => Check::new(lang, "running", "unknown", true, ""),
        Some(address) => match timeout(Duration::from_secs(1), TcpStream::connect(address)).await {
            Ok(Ok(_)) => Check::new(lang, "running", "yes", true, address),
            _ => Check::new(lang, "running", "no", true, address),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_free_space() {
        let df = "Filesystem     1024-blocks     Used Available Capacity Mounted on\n/dev/vda         263174212 31000000  61000000      34% /\n";
        assert_eq!(free_mib(df), Some(59570));
        assert_eq!(free_mib(""), None);
    }

    #[test]
    fn a_password_in_the_address_is_not_shown() {
        let shown = |db: &str| {
            let lang = Lang::default();
            Shell { lang, data: "x".into(), db: db.to_owned() }.db_shown()
        };
        assert_eq!(shown("postgres://user:secret@db.example/khitam"), "postgres://db.example/khitam");
        assert_eq!(shown("sqlite:/var/khitam.db"), "sqlite:/var/khitam.db");
    }
}
