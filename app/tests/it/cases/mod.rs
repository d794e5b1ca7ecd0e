//! Cases: their journals on both databases, and their pages.

pub mod account;
pub mod afterwards;
mod agreed;
mod cite;
mod confirm;
pub mod decision;
mod duties;
mod expiry;
mod hold;
mod hub;
mod journal;
pub mod learning;
mod legal_holds;
mod own_parts;
mod pages;
mod staying;
mod told;
mod verify;
mod watch;

use crate::database::Own;
use app::flow::cases::{self, By, Place};
use app::secret::key_folder::KeyFolder;
use app::store::cases::Key;
use domain::case::opening::{Cause, Frozen, OpeningSaid};
use domain::case::review::{Department, OpinionSaid, Seat, Stance};
use domain::case::{Act, Cited, CitedRow, Class, Now, Opening, Stage, Track};
use domain::days::Day;
use domain::record::Source;
use domain::sign::{Arg, Code, Level, Value};

const OWNER: &str = "abdullah";
const TEAM: [&str; 3] = ["sara", "nasser", "huda"];

fn day(iso: &str) -> Day {
    Day::from_iso(iso).expect("a day")
}

fn now() -> Now {
    Now { at: "2026-11-02T09:00:00Z".to_owned(), today: day("2026-11-02") }
}

fn by(member: &str) -> By<'_> {
    By { member, now: now(), seen: None }
}

fn keys(own: &Own) -> KeyFolder {
    KeyFolder::within(own.folder.path())
}

/// The beginning of a case about a client who pays late.
fn opening(client: &str, owners: &[&str], members: u32) -> Opening {
    let row = CitedRow { kind: "invoices".to_owned(), id: "I-1".to_owned(), source: Source { id: 1, line: 7 } };
    let late = Frozen {
        code: Code::P3,
        level: Level::Severe,
        value: Value::Number(31.0),
        threshold: Some(20.0),
        n: 9,
        confidence: 0.8,
        maybe_ours: false,
        facts: Cited { rows: vec![row], total: 9 },
        args: vec![("days".to_owned(), Arg::Number(31.0)), ("open".to_owned(), Arg::Number(0.0))],
    };
    Opening {
        client: client.to_owned(),
        client_name: "Nakhla".to_owned(),
        on: day("2026-11-01"),
        zone: None,
        cause: Cause::Findings,
        class: Class::Normal,
        track: Track::Light,
        policy: 1,
        owners: owners.iter().map(|owner| (*owner).to_owned()).collect(),
        members,
        lead: None,
        findings: vec![late],
        earlier: vec![],
        blind: 3,
        looked: 25,
        snapshot: None,
        follows: None,
    }
}

async fn begin(place: Place<'_>) -> Key {
    let said = OpeningSaid { reason: "they pay ever later".to_owned() };
    cases::begin(place, opening("NAKHLA", &[OWNER], 4), Some(said), &by(OWNER)).await.expect("nothing is open")
}

async fn must(place: Place<'_>, key: &Key, member: &str, act: Act) {
    let told = format!("{member}: {act:?}");
    cases::act(place, key, &by(member), act).await.unwrap_or_else(|error| panic!("{told}: {error}"));
}

fn seats(team: &[&str]) -> Act {
    let seat = |member: &&str| Seat {
        member: (*member).to_owned(),
        department: Department::Delivery,
        minutes: 60,
        messages: 2,
    };
    Act::SetRoster { seats: team.iter().map(seat).collect(), changes: vec![] }
}

/// Brings a case to the review, with a team at the table.
async fn to_review(place: Place<'_>, key: &Key, owner: &str, team: &[&str]) {
    must(place, key, owner, Act::AnswerTriage { illegal: false, conduct: false, threat: false }).await;
    must(place, key, owner, Act::Enter { stage: Stage::FactFinding }).await;
    must(place, key, owner, seats(team)).await;
    must(place, key, owner, Act::Enter { stage: Stage::Review }).await;
}

fn opinion(why: &str) -> Act {
    let said =
        OpinionSaid { stance: Stance::Repair, why: why.to_owned(), changes_my_mind: "two more late months".to_owned() };
    Act::SubmitOpinion { department: Department::Delivery, said }
}
