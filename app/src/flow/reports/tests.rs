//! Filing, opening, acting and closing out, on a database of their own.

use super::*;
use crate::flow::cases::NotDone;
use crate::secret::identity::Identity;
use crate::store::Db;
use crate::store::reports::{self, Recipient};
use domain::case::compartment::Privileged;
use domain::case::protection::{Door, Milestone, Part, Wish};
use domain::case::{Act, Now, Role};
use domain::days::Day;
use domain::record::{Report, ReportKind};

fn day() -> Day {
    Day::new(2026, 3, 2).expect("a day")
}

struct Someone {
    recipient: Recipient,
    identity: Identity,
}

fn someone(member: &str, owner: bool, adviser: bool) -> Someone {
    let identity = Identity::new();
    let recipient = Recipient {
        member: member.to_owned(),
        name: member.to_owned(),
        owner,
        adviser,
        public_key: identity.public(),
        joined_at: String::new(),
        key_since: String::new(),
    };
    Someone { recipient, identity }
}

fn report(text: &str) -> Report {
    Report {
        id: String::new(),
        client: "c".to_owned(),
        at: "2026-03-01".to_owned(),
        kind: ReportKind::Harassment,
        target_side: None,
        channel: None,
        witnesses: None,
        known_by: None,
        text: text.to_owned(),
        reported_by: None,
    }
}

fn filed<'a>(readers: &[&'a Someone], keep_for: Option<&Someone>, text: &str) -> Filed<'a> {
    Filed {
        report: report(text),
        client_name: "c".to_owned(),
        on: day(),
        at: "2026-03-02T08:00:00Z".to_owned(),
        zone: None,
        door: Door::Wrong,
        wish: Wish::Act,
        wishes: vec![],
        readers: readers.iter().map(|one| &one.recipient).collect(),
        struck: vec![],
        keep_for: keep_for.map(|one| one.identity.public()),
        files: vec![],
        members: 4,
        policy: 1,
    }
}

async fn database() -> (Db, tempfile::TempDir) {
    let folder = tempfile::tempdir().expect("a folder");
    let address = format!("sqlite:{}", folder.path().join("khitam.db").display());
    (Db::open(&address).await.expect("a database"), folder)
}

async fn sight(db: &Db, who: &Someone) -> Sight {
    open_all(db, vec![who.identity.clone()]).await.expect("the store").1.pop().expect("one key")
}

fn hand(who: &Someone) -> Hand<'_> {
    let now = Now { at: "2026-03-02T09:00:00Z".to_owned(), today: day() };
    Hand { member: &who.recipient.member, identity: who.identity.clone(), now, seen: None }
}

fn acknowledge() -> Act {
    Act::Reach { milestone: Milestone::Acknowledged, on: day(), text: Some("قرأناه".to_owned()) }
}

#[tokio::test]
async fn opens_for_its_readers_and_for_the_reporter_who_kept_a_handle() {
    let (db, _folder) = database().await;
    let (omar, huda, lina) =
        (someone("omar", true, false), someone("huda", false, false), someone("lina", false, false));
    file(&db, filed(&[&huda], Some(&lina), "نص البلاغ")).await.expect("filed");
    let seen = sight(&db, &huda).await.reports.remove(0);
    assert!(!seen.own && seen.is_critical() && seen.broken.is_none());
    assert_eq!(seen.case.holders(Role::Guardian), ["huda"]);
    assert!(sight(&db, &lina).await.reports[0].own);
    assert_eq!(sight(&db, &omar).await, Sight::default());
    for sealed in reports::heads(&db).await.expect("the store") {
        let bytes = String::from_utf8_lossy(&sealed.sealed).into_owned();
        assert!(!bytes.contains("harassment") && !bytes.contains("huda"));
    }
}

#[tokio::test]
async fn readers_act_together_and_nothing_is_lost() {
    let (db, _folder) = database().await;
    let (omar, huda, lina) =
        (someone("omar", true, false), someone("huda", false, false), someone("lina", false, false));
    file(&db, filed(&[&omar, &huda], Some(&lina), "نص")).await.expect("filed");
    // Both saw the same; the second writer's act is decided again on what the first left.
    let seen = sight(&db, &huda).await.reports.remove(0);
    act(&db, &seen, &hand(&huda), acknowledge(), With::default()).await.expect("done");
    let twice = act(&db, &seen, &hand(&omar), acknowledge(), With::default()).await;
    assert!(matches!(twice, Err(NotDone::Refused(domain::case::Refusal::Done))));
    let own = sight(&db, &lina).await.reports.remove(0);
    let told = Act::Tell { text: "وأيضاً".to_owned() };
    let told = act(&db, &own, &hand(&lina), told, With::default()).await.expect("done");
    assert_eq!(told.entries.last().and_then(|entry| entry.actor.as_deref()), Some("reporter"), "never by name");
    let all = sight(&db, &omar).await.reports.remove(0);
    assert_eq!(all.entries.len(), told.entries.len());
    let behind = Hand { seen: Some(1), ..hand(&omar) };
    let reopen = act(&db, &all, &behind, Act::Reopen { text: "x".to_owned() }, With::default()).await;
    let Err(NotDone::Changed(since)) = reopen else { panic!("{reopen:?}") };
    assert_eq!(since.len(), all.entries.len() - 1);
}

#[tokio::test]
async fn a_file_is_sealed_apart_and_comes_back_byte_for_byte() {
    let (db, _folder) = database().await;
    let huda = someone("huda", false, false);
    let bytes: Vec<u8> = (0..200_000u32).map(|n| n as u8).collect();
    let mut with_file = filed(&[&huda], None, "نص");
    with_file.files = vec![("لقطة.png".to_owned(), bytes.clone())];
    file(&db, with_file).await.expect("filed");
    let seen = sight(&db, &huda).await.reports.remove(0);
    let first = &seen.envelope.files[0];
    assert_eq!(seen.case.evidence, [("لقطة.png".to_owned(), first.sha256.clone())]);
    assert_eq!(bytes_of(&db, first).await.expect("the store"), Some(bytes));
    let act_of = Act::SealEvidence { name: "x.txt".to_owned(), sha256: domain::journal::digest(b"x"), text: None };
    let with = With { bytes: Some(b"x"), ..With::default() };
    let more = act(&db, &seen, &hand(&huda), act_of, with).await.expect("done");
    assert_eq!(bytes_of(&db, &more.envelope.files[1]).await.expect("the store"), Some(b"x".to_vec()));
    let altered = File { sha256: first.sha256.clone(), ..more.envelope.files[1].clone() };
    assert_eq!(bytes_of(&db, &altered).await.expect("the store"), None, "another file's digest");
    // Lengths: a file's to a sixteenth, everything else to sixteen kibibytes.
    let lengths: Vec<usize> = lengths_of(&db).await;
    assert!(lengths.iter().any(|length| (200_000..230_000).contains(length)), "{lengths:?}");
}

async fn lengths_of(db: &Db) -> Vec<usize> {
    let mut lengths = vec![];
    for head in reports::heads(db).await.expect("the store") {
        lengths.push(reports::one(db, &head.id).await.expect("the store").expect("a row").sealed.len());
    }
    lengths
}

#[tokio::test]
async fn the_length_says_little() {
    let (db, _folder) = database().await;
    let huda = someone("huda", false, false);
    for text in ["قصير".to_owned(), "و".repeat(900)] {
        file(&db, filed(&[&huda], None, &text)).await.expect("filed");
    }
    let lengths = lengths_of(&db).await;
    // age's own head varies by a few hundred bytes.
    assert_eq!(lengths[0] / seal::PAD_BYTES, lengths[1] / seal::PAD_BYTES, "{lengths:?}");
}

#[tokio::test]
async fn who_is_part_of_it_loses_what_they_had() {
    let (db, _folder) = database().await;
    let (omar, huda) = (someone("omar", true, false), someone("huda", false, false));
    file(&db, filed(&[&omar, &huda], None, "نص")).await.expect("filed");
    let seen = sight(&db, &huda).await.reports.remove(0);
    let party = Act::NameParty { member: "omar".to_owned(), part: Part::Accused, text: "ذُكر".to_owned() };
    let named = act(&db, &seen, &hand(&huda), party, With::default()).await.expect("done");
    assert_eq!(sight(&db, &omar).await, Sight::default());
    let again = Act::GiveRole { role: Role::Counsel, member: "omar".to_owned() };
    let with = With { opens_to: Some(&omar.recipient), ..With::default() };
    act(&db, &named, &hand(&huda), again, with).await.expect("the journal says so");
    assert_eq!(sight(&db, &omar).await, Sight::default(), "who was struck stays struck");
}

#[tokio::test]
async fn a_role_opens_it_and_a_new_key_is_opened_to_again() {
    let (db, _folder) = database().await;
    let (huda, maha) = (someone("huda", false, false), someone("maha", false, true));
    file(&db, filed(&[&huda], None, "نص")).await.expect("filed");
    let seen = sight(&db, &huda).await.reports.remove(0);
    let give = Act::GiveRole { role: Role::Counsel, member: "maha".to_owned() };
    let with = With { opens_to: Some(&maha.recipient), ..With::default() };
    let given = act(&db, &seen, &hand(&huda), give, with).await.expect("done");
    assert_eq!(sight(&db, &maha).await.reports.len(), 1);
    let renewed = someone("maha", false, true);
    let renew = Act::RenewAccess { member: "maha".to_owned() };
    let with = With { opens_to: Some(&renewed.recipient), ..With::default() };
    let given = act(&db, &given, &hand(&huda), renew, with).await.expect("done");
    assert_eq!(sight(&db, &renewed).await.reports.len(), 1);
    assert_eq!(sight(&db, &maha).await.reports.len(), 0, "the old key opens no longer");
    let take = Act::TakeRole { role: Role::Counsel, member: "maha".to_owned() };
    act(&db, &given, &hand(&huda), take, With::default()).await.expect("done");
    assert_eq!(sight(&db, &renewed).await.reports.len(), 0, "without a role nothing is open");
}

#[tokio::test]
async fn the_compartment_opens_to_those_named_and_to_no_other_reader() {
    let (db, _folder) = database().await;
    let (omar, huda, maha) =
        (someone("omar", true, false), someone("huda", false, false), someone("maha", false, true));
    let people: Vec<Recipient> = [&omar, &huda, &maha].map(|one| one.recipient.clone()).into();
    file(&db, filed(&[&omar, &huda, &maha], None, "نص")).await.expect("filed");
    let seen = sight(&db, &maha).await.reports.remove(0);
    assert_eq!(compartment::named(&seen.case), ["maha"]);
    let note = |text: &str| domain::case::compartment::note(text.to_owned()).expect("a note");
    let refused = compartment::write(&db, &seen, &hand(&omar), note("x"), &people).await;
    assert!(matches!(refused, Err(NotDone::Refused(_))));
    compartment::write(&db, &seen, &hand(&maha), note("أ"), &people).await.expect("written");
    compartment::write(&db, &seen, &hand(&maha), note("ب"), &people).await.expect("written");
    let own = sight(&db, &maha).await;
    assert_eq!(own.compartments.len(), 1);
    assert_eq!(own.compartments[0].entries.len(), 2);
    assert!(matches!(own.compartments[0].entries[1].what, Privileged::NoteWritten { .. }));
    assert_eq!(own.reports[0].entries, seen.entries, "the report does not tell that there is one");
    for other in [&omar, &huda] {
        assert_eq!(sight(&db, other).await.compartments, []);
    }
    let give = Act::GiveRole { role: Role::Compliance, member: "huda".to_owned() };
    let seen = act(&db, &seen, &hand(&huda), give, With::default()).await.expect("done");
    assert!(compartment::open_to_named(&db, &seen, &hand(&maha), &people).await.expect("done"));
    assert_eq!(sight(&db, &huda).await.compartments.len(), 1);
}

#[test]
fn two_recipients_are_needed_one_not_the_owner() {
    let recipient = |owner: bool| someone("x", owner, false).recipient;
    assert!(!may_file(&[recipient(false)]));
    assert!(!may_file(&[recipient(true), recipient(true)]));
    assert!(may_file(&[recipient(true), recipient(false)]));
}
