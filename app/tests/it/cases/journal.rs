//! Journals on both databases: written and read back, whoever writes at the same time, and whatever becomes of a byte.

use super::{OWNER, TEAM, begin, by, keys, must, opinion, seats, to_review};
use crate::database::{self, Own};
use app::flow::cases::{self, NotDone, Place, Sealed};
use app::secret::key_folder::Of;
use app::store::cases::{self as store, Key};
use app::store::dialect;
use domain::case::event::Event;
use domain::case::{Act, Case, Stage};
use domain::journal::Fault;
use sqlx::{AnyPool, AssertSqlSafe};

#[tokio::test]
async fn a_case_is_kept_and_read_back_as_it_was() {
    for own in database::each().await {
        let keys = keys(&own);
        let place = Place { db: &own.db, keys: &keys };
        let key = begin(place).await;
        to_review(place, &key, OWNER, &TEAM).await;
        let opened = cases::load(place, &key).await.expect("the store").expect("a case");
        assert_eq!(Some(&opened.case), Case::replay(&opened.entries).as_ref());
        assert_eq!(opened.case.stage, Stage::Review);
        assert_eq!(opened.case.reason.as_deref(), Some("they pay ever later"));
        let names: Vec<u32> = opened.entries.iter().map(|entry| entry.seq).collect();
        assert_eq!(names, (1..=opened.entries.len() as u32).collect::<Vec<_>>());
        let mine = |member| store::of_member(&own.db, member, None);
        for member in TEAM.iter().chain([&OWNER]) {
            let lines = mine(member).await.expect("the store");
            assert_eq!((lines.len(), &lines[0].key, lines[0].stage), (1, &key, Stage::Review), "{member}");
        }
        assert_eq!(mine("stranger").await.expect("the store"), []);
        assert_eq!(cases::verify(&own.db).await.expect("the store"), (1, vec![]));
        assert!(cases::load(place, &Key { case: "other".to_owned(), ..key }).await.expect("the store").is_none());
    }
}

#[tokio::test]
async fn a_client_has_one_open_case_at_a_time() {
    for own in database::each().await {
        let keys = keys(&own);
        let place = Place { db: &own.db, keys: &keys };
        let key = begin(place).await;
        let sara = by("sara");
        let again = || cases::begin(place, super::opening("NAKHLA", &[OWNER], 4), None, &sara);
        assert!(matches!(again().await, Err(NotDone::Refused(_))));
        must(place, &key, OWNER, Act::Withdraw { text: "they paid".to_owned() }).await;
        let second = again().await.expect("the first is at rest");
        let case = cases::load(place, &second).await.expect("the store").expect("a case").case;
        assert!(case.allows("sara", domain::case::Action::See), "whoever opens a case takes part in it");
        assert!(!case.allows("nasser", domain::case::Action::See));
    }
}

#[tokio::test]
async fn of_two_who_write_at_once_one_wins_and_the_other_is_told() {
    for own in database::each().await {
        let keys = keys(&own);
        let place = Place { db: &own.db, keys: &keys };
        let key = begin(place).await;
        must(place, &key, OWNER, Act::AnswerTriage { illegal: false, conduct: false, threat: false }).await;
        must(place, &key, OWNER, Act::Enter { stage: Stage::FactFinding }).await;
        let seen = cases::load(place, &key).await.expect("the store").expect("a case").case.seq;
        let by = cases::By { seen: Some(seen), ..by(OWNER) };
        let (one, other) =
            tokio::join!(cases::act(place, &key, &by, seats(&TEAM)), cases::act(place, &key, &by, seats(&TEAM[..2])));
        let (won, lost) = if one.is_ok() { (one, other) } else { (other, one) };
        let won = won.expect("one wins");
        let Err(NotDone::Changed(since)) = lost else { panic!("the other is told what changed") };
        assert_eq!(since.last(), won.entries.last(), "it is told what the first did");
        assert_eq!(since.len(), 1);
        // What does not rest on everything before it is written by all, one after the other.
        let talk = |text: &str| Act::RecordTalk { on: super::day("2026-11-01"), text: text.to_owned() };
        let all = tokio::join!(
            cases::act(place, &key, &by, talk("one")),
            cases::act(place, &key, &by, talk("two")),
            cases::act(place, &key, &by, talk("three")),
            cases::act(place, &key, &by, talk("four")),
        );
        assert!(all.0.is_ok() && all.1.is_ok() && all.2.is_ok() && all.3.is_ok());
        let opened = cases::load(place, &key).await.expect("the store").expect("a case");
        assert_eq!((opened.case.talks.len(), opened.case.seq), (4, seen + 5), "nothing is lost");
        assert_eq!(cases::verify(&own.db).await.expect("the store").1, vec![]);
    }
}

async fn pool(own: &Own) -> AnyPool {
    let (_, url) = dialect::address(&own.address).expect("an address");
    AnyPool::connect(&url).await.expect("the database")
}

async fn run(pool: &AnyPool, sql: &str) {
    let done = sqlx::query(AssertSqlSafe(sql.to_owned())).execute(pool).await.expect(sql);
    assert_eq!(done.rows_affected(), 1, "{sql}");
}

#[tokio::test]
async fn one_changed_byte_in_any_column_is_found_and_named() {
    for own in database::each().await {
        let keys = keys(&own);
        let place = Place { db: &own.db, keys: &keys };
        let key = begin(place).await;
        to_review(place, &key, OWNER, &TEAM).await;
        must(place, &key, "sara", opinion("we should talk")).await;
        let last = cases::load(place, &key).await.expect("the store").expect("a case").case.seq;
        let pool = pool(&own).await;
        let found = async || cases::verify(&own.db).await.expect("the store").1;
        // A column, what to make of it, and where it is found; afterwards it is put back.
        let first = |column: &str, letter: char| format!("'{letter}' || substr({column}, 2)");
        let changes = [
            ("case_entries", "at", first("at", '3'), "2", Fault::Altered),
            ("case_entries", "actor", first("actor", 'x'), "2", Fault::Altered),
            ("case_entries", "name", first("name", 'x'), "2", Fault::Altered),
            ("case_entries", "plain", "' ' || plain".to_owned(), "2", Fault::Altered),
            ("case_entries", "previous", first("previous", 'g'), "2", Fault::Altered),
            ("case_entries", "hash", first("hash", 'g'), "2", Fault::Altered),
            ("case_entries", "seq", "99".to_owned(), "2", Fault::Missing),
            ("cases", "seq", "seq - 1".to_owned(), "last", Fault::Unlinked),
            ("cases", "seq", "seq + 1".to_owned(), "next", Fault::Missing),
            ("cases", "hash", first("hash", 'g'), "last", Fault::Unlinked),
            ("cases", "stage", "'withdrawn'".to_owned(), "last", Fault::Misshown),
            ("cases", "opened_on", "'2026-11-09'".to_owned(), "last", Fault::Misshown),
            ("cases", "since_on", "'2026-10-09'".to_owned(), "last", Fault::Misshown),
        ];
        for (table, column, to, at, fault) in changes {
            let row = if table == "case_entries" { "seq = 2" } else { "stage <> ''" };
            let kept: String =
                sqlx::query_scalar(AssertSqlSafe(format!("SELECT CAST({column} AS TEXT) FROM {table} WHERE {row}")))
                    .fetch_one(&pool)
                    .await
                    .expect(column);
            run(&pool, &format!("UPDATE {table} SET {column} = {to} WHERE {row}")).await;
            let expected = match at {
                "last" => last,
                "next" => last + 1,
                number => number.parse().expect("a number"),
            };
            let broken = found().await;
            assert_eq!(broken.len(), 1, "{table}.{column}");
            assert_eq!((&broken[0].0, broken[0].1.seq, broken[0].1.fault), (&key, expected, fault), "{table}.{column}");
            let row = if column == "seq" && table == "case_entries" { "seq = 99" } else { row };
            let back = if column == "seq" { kept } else { format!("'{}'", kept.replace('\'', "''")) };
            run(&pool, &format!("UPDATE {table} SET {column} = {back} WHERE {row}")).await;
            assert_eq!(found().await, vec![], "{table}.{column} is put back");
        }
        sealed_byte(&own, &key, &pool).await;
        run(&pool, "UPDATE case_members SET member = 'stranger' WHERE member = 'huda'").await;
        assert_eq!(found().await[0].1.fault, Fault::Misshown);
        run(&pool, "DELETE FROM case_entries WHERE seq = 4").await;
        assert_eq!((found().await[0].1.seq, found().await[0].1.fault), (4, Fault::Missing));
        run(&pool, "DELETE FROM cases WHERE stage <> ''").await;
        assert_eq!(found().await.len(), 1, "a journal without its head is found, too");
        pool.close().await;
    }
}

/// Flips one bit of what is sealed in the last entry.
async fn sealed_byte(own: &Own, key: &Key, pool: &AnyPool) {
    let at = "FROM case_entries WHERE name = 'OpinionSubmitted'";
    let mut sealed: Vec<u8> =
        sqlx::query_scalar(AssertSqlSafe(format!("SELECT sealed {at}"))).fetch_one(pool).await.expect("sealed");
    let write = async |sealed: &[u8]| {
        let text = "UPDATE case_entries SET sealed = $1 WHERE name = 'OpinionSubmitted'";
        sqlx::query(text).bind(sealed.to_vec()).execute(pool).await.expect("written");
    };
    let middle = sealed.len() / 2;
    sealed[middle] ^= 1;
    write(&sealed).await;
    let broken = cases::verify(&own.db).await.expect("the store").1;
    assert_eq!((&broken[0].0, broken[0].1.fault), (key, Fault::Altered));
    sealed[middle] ^= 1;
    write(&sealed).await;
    assert_eq!(cases::verify(&own.db).await.expect("the store").1, vec![]);
}

#[tokio::test]
async fn nobody_reads_an_opinion_before_all_are_opened() {
    const WORDS: &str = "the accountant is kind but slow";
    for own in database::each().await {
        let keys = keys(&own);
        let place = Place { db: &own.db, keys: &keys };
        let key = begin(place).await;
        to_review(place, &key, OWNER, &TEAM).await;
        must(place, &key, "sara", opinion(WORDS)).await;
        let said = |opened: &cases::Opened| {
            let mut all = opened.entries.iter();
            let opinion = all.find(|entry| matches!(entry.event, Event::OpinionSubmitted { .. })).expect("submitted");
            match &opinion.event {
                Event::OpinionSubmitted { said, .. } => (opinion.seq, said.clone()),
                _ => unreachable!("it was looked for"),
            }
        };
        let opened = cases::load(place, &key).await.expect("the store").expect("a case");
        let (seq, before) = said(&opened);
        assert_eq!((before, opened.sealed(seq)), (None, Some(Sealed::Closed)));
        assert_eq!(opened.case.rounds.opinions[0].said, None);
        for text in [WORDS, "accountant", "repair\""] {
            assert!(!bytes_of(&own).await.windows(text.len()).any(|part| part == text.as_bytes()), "{text}");
        }
        must(place, &key, OWNER, Act::Reveal).await;
        let opened = cases::load(place, &key).await.expect("the store").expect("a case");
        let (_, after) = said(&opened);
        assert_eq!((after.map(|said| said.why).as_deref(), opened.sealed(seq)), (Some(WORDS), None));
    }
}

/// Returns everything that the tables of cases hold, and of SQLite the very file.
async fn bytes_of(own: &Own) -> Vec<u8> {
    let pool = pool(own).await;
    type Row = (String, Option<String>, String, String, Option<Vec<u8>>);
    let rows: Vec<Row> =
        sqlx::query_as("SELECT at, actor, name, plain, sealed FROM case_entries").fetch_all(&pool).await.expect("rows");
    pool.close().await;
    let mut bytes = vec![];
    for (at, actor, name, plain, sealed) in rows {
        [at, actor.unwrap_or_default(), name, plain].iter().for_each(|text| bytes.extend_from_slice(text.as_bytes()));
        bytes.extend(sealed.unwrap_or_default());
    }
    for file in ["khitam.db", "khitam.db-wal"] {
        bytes.extend(std::fs::read(own.folder.path().join(file)).unwrap_or_default());
    }
    bytes
}

#[tokio::test]
async fn a_destroyed_key_erases_words_and_leaves_the_chain_whole() {
    for own in database::each().await {
        let keys = keys(&own);
        let place = Place { db: &own.db, keys: &keys };
        let key = begin(place).await;
        to_review(place, &key, OWNER, &TEAM).await;
        let talk = |text: &str| Act::RecordTalk { on: super::day("2026-11-01"), text: text.to_owned() };
        let role = domain::case::Role::Lead;
        must(place, &key, OWNER, Act::GiveRole { role, member: "sara".to_owned() }).await;
        must(place, &key, "sara", talk("they were friendly")).await;
        must(place, &key, OWNER, talk("they promised to pay")).await;
        assert!(keys.destroy(Of::Member("sara")).expect("a folder"));
        let opened = cases::load(place, &key).await.expect("the store").expect("a case");
        let words: Vec<Option<&str>> = opened.case.talks.iter().map(|(_, _, said)| said.as_deref()).collect();
        assert_eq!(words, [None, Some("they promised to pay")]);
        let seq = |nth: usize| opened.entries[opened.entries.len() - nth].seq;
        assert_eq!((opened.sealed(seq(2)), opened.sealed(seq(1))), (Some(Sealed::Erased(None)), None));
        assert_eq!(cases::verify(&own.db).await.expect("the store").1, vec![]);
        assert!(keys.destroy(Of::Case { client: &key.client, case: &key.case }).expect("a folder"));
        let opened = cases::load(place, &key).await.expect("the store").expect("the case stays");
        assert_eq!((opened.case.reason.as_deref(), opened.case.talks.len()), (None, 2));
        assert!(opened.case.talks.iter().all(|(_, _, said)| said.is_none()));
        assert_eq!(cases::verify(&own.db).await.expect("the store").1, vec![], "the chain binds what is sealed");
    }
}

/// Each event that a journal can hold has its sentence; both catalogues have the same keys.
#[test]
fn every_event_has_a_sentence() {
    let sources = [
        include_str!("../../../../domain/src/case/event.rs"),
        include_str!("../../../../domain/src/case/parting/event.rs"),
    ];
    let is_name = |line: &&str| line.starts_with("    ") && line[4..].starts_with(|c: char| c.is_ascii_uppercase());
    let names_of = |source: &'static str| {
        let events = source.split("pub enum Event {").nth(1).expect("the events");
        let names = events.lines().take_while(|line| *line != "}").filter(is_name);
        names.filter_map(|line| line[4..].split_once(" {").map(|(name, _)| name))
    };
    let names: Vec<&str> = sources.into_iter().flat_map(names_of).collect();
    assert!(names.len() > 70, "{names:?}");
    let keys = app::lang::keys(app::lang::Language::Arabic);
    for name in names {
        assert!(keys.iter().any(|(_, key)| *key == format!("event-{name}")), "{name} has no sentence");
    }
}
