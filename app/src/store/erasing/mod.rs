//! Rows that go because somebody was erased. Journals stay: what was said in them is closed once its key is gone.

mod older;
mod past;

use super::dialect::{self, Kind};
use super::dump::{Snapshot, Table};
use super::revision::{Revision, bump};
use super::{Db, StoreError, apart, legal_holds, settings};
use domain::text::fold;
pub use older::{count_older, day_of, older};
use past::{Past, Whose};
use rusqlite::Connection;
use sqlx::{Any, AssertSqlSafe, Transaction};
use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;

/// What stays of a client whatever is erased: that there were cases, the chain of their journals, what their holds keep, and
/// what was destroyed.
const STAYS: [&str; 6] =
    ["cases", "case_entries", "case_members", "legal_holds", "legal_hold_custodians", "destructions"];

/// What names a person in a row of a client, and what the row then says of them.
pub const NAMES: [&str; 2] = ["person", "contact"];
pub const SAID: [&str; 4] = ["subject", "text", "note", "task"];

/// What a list says of a client is made anew from its rows.
const ASSESSED: &str = "DELETE FROM assessments WHERE client = $1";

/// What is not counted: it is made anew, is counted with the file that it belongs to, or is the proposal itself.
const UNCOUNTED: [&str; 3] = ["assessments", "case_file_pieces", "erasure_proposals"];

/// So often the log of a SQLite file is tried to be emptied while others read.
const SWEEPS: u32 = 40;
const SWEEP_PAUSE: Duration = Duration::from_millis(250);

/// Whether rows go, or are only counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doing {
    Look,
    Do,
}

/// How many rows went, by table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gone(pub BTreeMap<String, u64>);

impl Gone {
    /// Adds rows of a table.
    fn add(&mut self, table: &str, rows: u64) {
        if rows > 0 && !UNCOUNTED.contains(&table) {
            *self.0.entry(table.to_owned()).or_default() += rows;
        }
    }

    /// Adds all that went elsewhere.
    pub fn join(&mut self, other: Gone) {
        other.0.iter().for_each(|(table, rows)| self.add(table, *rows));
    }

    /// Returns how many rows went.
    pub fn total(&self) -> u64 {
        self.0.values().sum()
    }
}

type Writing = Transaction<'static, Any>;

/// Removes what belongs to a case beside its journal, but for files of the sorts that a law keeps.
pub async fn case(db: &Db, (client, case): (&str, &str), kept: &[&str], doing: Doing) -> Result<Gone, StoreError> {
    let mut tx = begin(db).await?;
    let mut gone = Gone::default();
    for table in ["case_files", "case_file_pieces", "own_parts", "outbox", "client_links"] {
        let mut text = format!("DELETE FROM {table} WHERE client = $1 AND case_id = $2");
        let kept = if table == "case_files" { kept } else { &[] };
        (3..).zip(kept).for_each(|(nth, _)| text.push_str(&format!(" AND what <> ${nth}")));
        gone.add(table, run(&mut tx, text, &[&[client, case], kept].concat()).await?);
    }
    end(tx, doing, false).await?;
    Ok(gone)
}

/// Removes what was said of our own part in a case.
pub async fn own_parts(db: &Db, (client, case): (&str, &str), doing: Doing) -> Result<Gone, StoreError> {
    let mut tx = begin(db).await?;
    let mut gone = Gone::default();
    let text = "DELETE FROM own_parts WHERE client = $1 AND case_id = $2";
    gone.add("own_parts", run(&mut tx, text.to_owned(), &[client, case]).await?);
    end(tx, doing, false).await?;
    Ok(gone)
}

/// Removes a client's rows from some tables with what stood in them before, or from all but the journals where no table
/// is named.
pub async fn client(db: &Db, client: &str, tables: &[String], doing: Doing) -> Result<Gone, StoreError> {
    let (found, is_held) = (of_clients(db).await?, legal_holds::any_standing(db).await?);
    let mut tx = begin(db).await?;
    let mut gone = Gone::default();
    for table in found.iter().filter(|table| !STAYS.contains(&table.name.as_str())) {
        if tables.is_empty() || tables.contains(&table.name) {
            gone.add("corrections", past::corrections(&mut tx, table, "t.client = $1", &[client]).await?);
            if tables.contains(&table.name) {
                past::of_kind(&mut tx, client, &table.name, &mut gone).await?;
            }
            // What is being carried out is removed once the index has it.
            let which = if table.name == "erasure_proposals" { " AND confirmed_by IS NULL" } else { "" };
            let text = format!("DELETE FROM \"{}\" WHERE client = $1{which}", table.name);
            gone.add(&table.name, run(&mut tx, text, &[client]).await?);
        }
    }
    if tables.is_empty() {
        let text = "DELETE FROM separate_clients WHERE first = $1 OR second = $1".to_owned();
        gone.add("separate_clients", run(&mut tx, text, &[client]).await?);
    } else {
        run(&mut tx, ASSESSED.into(), &[client]).await?;
    }
    // They may be of whoever a hold stands for.
    if !is_held {
        gone.add("runs", past::values(&mut tx, &Past { tables, whose: Whose::All }).await?);
    }
    end(tx, doing, true).await?;
    Ok(gone)
}

/// Removes what was packed for a client to take along, under the name by which it is kept among the files of cases, but for
/// those of some digests; the pieces of a case stay where one of its packages does.
pub async fn packed(
    db: &Db,
    (client, name): (&str, &str),
    spared: &[String],
    doing: Doing,
) -> Result<Gone, StoreError> {
    let mut tx = begin(db).await?;
    let mut gone = Gone::default();
    let mut text = "DELETE FROM case_files WHERE client = $1 AND what = $2".to_owned();
    (3..).zip(spared).for_each(|(nth, _)| text.push_str(&format!(" AND sha256 <> ${nth}")));
    let values: Vec<&str> = [client, name].into_iter().chain(spared.iter().map(String::as_str)).collect();
    gone.add("client_packages", run(&mut tx, text, &values).await?);
    // Nothing else lies in pieces.
    let text = "DELETE FROM case_file_pieces WHERE client = $1
                 AND case_id NOT IN (SELECT case_id FROM case_files WHERE client = $1 AND what = $2)";
    run(&mut tx, text.to_owned(), &[client, name]).await?;
    end(tx, doing, false).await?;
    Ok(gone)
}

/// Counts the values that import runs tell of files with rows of some tables, whosever they are.
pub async fn told(db: &Db, tables: &[String]) -> Result<u64, StoreError> {
    let mut tx = begin(db).await?;
    let told = past::values(&mut tx, &Past { tables, whose: Whose::All }).await?;
    end(tx, Doing::Look, false).await?;
    Ok(told)
}

/// Takes who somebody was out of the list of members; the id remains, for journals name it.
pub async fn member(db: &Db, member: &str, on: &str, doing: Doing) -> Result<Gone, StoreError> {
    let mut tx = begin(db).await?;
    let mut gone = Gone::default();
    off_the_readers(&mut tx, member).await?;
    let invited = "UPDATE invites SET name = '' WHERE member = $1 OR name = (SELECT name FROM members WHERE id = $1)";
    gone.add("invites", run(&mut tx, invited.to_owned(), &[member]).await?);
    for table in ["sessions", "recipients", "person_names", "calendar_feeds"] {
        gone.add(table, run(&mut tx, format!("DELETE FROM {table} WHERE member = $1"), &[member]).await?);
    }
    let text = "UPDATE members SET name = id, email = id, password_hash = '', public_key = '', place = NULL,
                        left_at = COALESCE(left_at, $2)
                 WHERE id = $1 AND email <> id";
    gone.add("members", run(&mut tx, text.to_owned(), &[member, on]).await?);
    end(tx, doing, false).await?;
    Ok(gone)
}

/// Takes a member off the readers that are offered for archives.
async fn off_the_readers(tx: &mut Writing, member: &str) -> Result<(), StoreError> {
    let name = sqlx::query_scalar("SELECT name FROM members WHERE id = $1").bind(member);
    let name: Option<String> = name.fetch_optional(&mut **tx).await?;
    let readers = sqlx::query_scalar("SELECT value FROM settings WHERE name = $1").bind(settings::ARCHIVE_READERS);
    let readers: Option<String> = readers.fetch_optional(&mut **tx).await?;
    let (Some(name), Some(readers)) = (name, readers) else { return Ok(()) };
    let is_theirs = |line: &str| {
        let named = line.trim().rsplit_once(char::is_whitespace);
        named.is_some_and(|(named, _)| fold(named.trim()) == fold(&name))
    };
    let left: Vec<&str> = readers.lines().filter(|line| !is_theirs(line)).collect();
    let text = "UPDATE settings SET value = $1 WHERE name = $2".to_owned();
    run(tx, text, &[&left.join("\n"), settings::ARCHIVE_READERS]).await?;
    Ok(())
}

/// Counts the records of work that name somebody of the firm; an erasure of a member leaves them.
pub async fn named(db: &Db, is_theirs: impl Fn(&str) -> bool + Send + Sync) -> Result<Gone, StoreError> {
    let mut gone = Gone::default();
    for table in ["time", "messages", "incidents"] {
        let text = format!("SELECT person, COUNT(*) FROM \"{table}\" WHERE person IS NOT NULL GROUP BY person");
        let rows: Vec<(String, i64)> = sqlx::query_as(AssertSqlSafe(text)).fetch_all(&db.pool).await?;
        let theirs = rows.iter().filter(|(name, _)| is_theirs(name));
        gone.add(table, theirs.map(|(_, n)| n.unsigned_abs()).sum());
    }
    Ok(gone)
}

/// Removes the log of a prospect; nothing binds it to others.
pub async fn prospect(db: &Db, prospect: &str, doing: Doing) -> Result<Gone, StoreError> {
    let mut tx = begin(db).await?;
    let mut gone = Gone::default();
    let text = "DELETE FROM lesson_log WHERE topic = 'prospect' AND subject = $1";
    gone.add("lesson_log", run(&mut tx, text.to_owned(), &[prospect]).await?);
    end(tx, doing, true).await?;
    Ok(gone)
}

/// Removes a win that somebody entered by hand; it names its client, and nothing else binds it to one.
pub async fn win(db: &Db, win: &str, doing: Doing) -> Result<Gone, StoreError> {
    let mut tx = begin(db).await?;
    let mut gone = Gone::default();
    gone.add("exit_wins", run(&mut tx, "DELETE FROM exit_wins WHERE id = $1".to_owned(), &[win]).await?);
    end(tx, doing, false).await?;
    Ok(gone)
}

/// Takes a person out of a client's rows: their name, and what those rows say in words.
pub async fn person(
    db: &Db,
    client: &str,
    is_theirs: impl Fn(&str) -> bool + Send + Sync,
    doing: Doing,
) -> Result<Gone, StoreError> {
    let found = of_clients(db).await?;
    let mut tx = begin(db).await?;
    let mut gone = Gone::default();
    let has = |table: &Table, column: &str| table.columns.iter().any(|name| name == column);
    for table in found.iter().filter(|table| NAMES.iter().any(|name| has(table, name))) {
        let name = &table.name;
        let before = gone.total();
        for column in NAMES.iter().filter(|name| has(table, name)) {
            let text = format!("SELECT DISTINCT {column} FROM \"{name}\" WHERE client = $1 AND {column} IS NOT NULL");
            let names: Vec<String> = sqlx::query_scalar(AssertSqlSafe(text)).bind(client).fetch_all(&mut *tx).await?;
            let emptied: String =
                SAID.iter().filter(|said| has(table, said)).map(|said| format!(", {said} = NULL")).collect();
            for theirs in names.iter().filter(|name| is_theirs(name)) {
                let which = format!("t.client = $1 AND t.{column} = $2");
                gone.add("corrections", past::corrections(&mut tx, table, &which, &[client, theirs]).await?);
                let text =
                    format!("UPDATE \"{name}\" SET {column} = NULL{emptied} WHERE client = $1 AND {column} = $2");
                gone.add(name, run(&mut tx, text, &[client, theirs]).await?);
            }
        }
        if gone.total() > before || past::names(&mut tx, client, name, &is_theirs).await? {
            past::of_kind(&mut tx, client, name, &mut gone).await?;
        }
    }
    let spellings: Vec<String> =
        sqlx::query_scalar("SELECT spelling FROM person_names WHERE member = ''").fetch_all(&mut *tx).await?;
    for theirs in spellings.iter().filter(|spelling| is_theirs(spelling)) {
        let text = "DELETE FROM person_names WHERE spelling = $1".to_owned();
        gone.add("person_names", run(&mut tx, text, &[theirs]).await?);
    }
    if gone.total() > 0 {
        run(&mut tx, ASSESSED.into(), &[client]).await?;
    }
    gone.add("runs", past::values(&mut tx, &Past { tables: &[], whose: Whose::Person(&is_theirs) }).await?);
    end(tx, doing, true).await?;
    Ok(gone)
}

/// Returns the first of some tables whose rows cannot be removed: there is no such table, or it stays.
pub async fn unknown(db: &Db, tables: &[String]) -> Result<Option<String>, StoreError> {
    let found = of_clients(db).await?;
    let is_known = |table: &String| found.iter().any(|one| one.name == *table) && !STAYS.contains(&table.as_str());
    Ok(tables.iter().find(|table| !is_known(table)).cloned())
}

/// What says something in words of its own.
const WORDS: [&str; 11] =
    ["text", "note", "subject", "task", "reason", "what", "basis", "quote", "cause", "before", "value"];

/// Counts the texts of a client's rows that still say something, by table, but for rows of the person themselves: what an
/// erasure of a person leaves.
pub async fn mentions(
    db: &Db,
    client: &str,
    is_theirs: impl Fn(&str) -> bool + Send + Sync,
    says: impl Fn(&str) -> bool + Send + Sync,
) -> Result<Gone, StoreError> {
    let mut gone = Gone::default();
    for table in of_clients(db).await?.iter().filter(|table| !STAYS.contains(&table.name.as_str())) {
        let has = |wanted: &&&str| table.columns.iter().any(|column| column == **wanted);
        let names: Vec<String> = NAMES.iter().filter(has).map(|name| format!("COALESCE({name}, '')")).collect();
        let names = if names.is_empty() { "''".to_owned() } else { names.join(" || '\n' || ") };
        for column in WORDS.iter().filter(has) {
            let text = format!(
                "SELECT CAST({column} AS TEXT), {names} FROM \"{}\" WHERE client = $1 AND {column} IS NOT NULL",
                table.name
            );
            let rows: Vec<(String, String)> =
                sqlx::query_as(AssertSqlSafe(text)).bind(client).fetch_all(&db.pool).await?;
            let left = rows.iter().filter(|(text, names)| says(text) && !names.split('\n').any(&is_theirs));
            gone.add(&table.name, left.count() as u64);
        }
    }
    Ok(gone)
}

/// Begins a transaction whose deletions SQLite overwrites.
pub(super) async fn begin(db: &Db) -> Result<Writing, StoreError> {
    let mut tx = db.begin().await?;
    if db.kind == Kind::Sqlite {
        sqlx::query("PRAGMA secure_delete = ON").execute(&mut *tx).await?;
    }
    Ok(tx)
}

/// Makes it last, or leaves everything as it was.
async fn end(mut tx: Writing, doing: Doing, of_records: bool) -> Result<(), StoreError> {
    if doing == Doing::Look {
        return Ok(tx.rollback().await?);
    }
    if of_records {
        bump(&mut tx, Revision::Records).await?;
        bump(&mut tx, Revision::Lists).await?;
    }
    Ok(tx.commit().await?)
}

/// Makes a SQLite file anew without what was removed, and empties its log; false if others read so long that the log could
/// not be emptied.
pub async fn sweep(db: &Db) -> Result<bool, StoreError> {
    let Some(file) = db.file().map(Path::to_owned) else { return Ok(true) };
    apart(move || {
        let connection = Connection::open(file)?;
        connection.execute_batch(dialect::PRAGMAS)?;
        connection.execute_batch("PRAGMA secure_delete = ON; VACUUM")?;
        for _ in 0..SWEEPS {
            let busy: i64 = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
            if busy == 0 {
                return Ok(true);
            }
            std::thread::sleep(SWEEP_PAUSE);
        }
        Ok(false)
    })
    .await
}

/// Returns the tables whose rows are a client's.
async fn of_clients(db: &Db) -> Result<Vec<Table>, StoreError> {
    let db = db.clone();
    let mut tables = apart(move || Snapshot::take(&db)?.tables()).await?;
    tables.retain(|table| table.columns.iter().any(|column| column == "client"));
    Ok(tables)
}

async fn run(tx: &mut Writing, text: String, values: &[&str]) -> Result<u64, StoreError> {
    let query = values.iter().fold(sqlx::query(AssertSqlSafe(text)), |query, value| query.bind(*value));
    Ok(query.execute(&mut **tx).await?.rows_affected())
}
