//! Ends walked whole by those who part: from a signed decision to a closed file, with the client's page open in a browser
//! of the client's own.

mod client;
mod letters;
mod road;
mod staying;

use super::review::comes_in;
use super::{Role, Session, in_both};
use crate::cases::decision::{Heard, end, heard_in, id};
use crate::database;
use crate::harness::{Browser, Copy, PASSWORD, start};
use app::clock::Clock;
use app::lang::Language;
use client::Guest;
use domain::days::Day;
use fluent_bundle::FluentValue;

/// A firm that parts: whoever leads and decides, a second person, and the case.
struct Firm {
    copy: Copy,
    lead: Session,
    second: Session,
    case: String,
    /// Whether a contract and an invoice stand in the records.
    has_contract: bool,
}

const BEGINNING: &str = "2026-11-22";

#[tokio::test(flavor = "multi_thread")]
async fn an_end_by_notice_is_walked_to_a_closed_file() {
    in_both(async |language| {
        let mut firm = Firm::deciding(language, "end_by_notice", true).await;
        firm.begins().await;
        firm.chooses("notice").await;
        firm.reads_contract("notice", "30").await;
        firm.prepares().await;
        firm.computes().await;
        firm.writes_notice("2026-12-23", None).await;
        firm.agrees().await;
        firm.enters("notice").await;
        firm.talks().await;
        firm.plans("CON-01").await;
        firm.dispatches().await;
        let mut guest = firm.invites().await;
        guest.reads_notice().await;
        guest.confirms_receipt().await;
        guest.asks().await;
        firm.answers().await;
        guest.reads_answer().await;
        // The notice counts as received on the next business day, a Monday; thirty days later the services end.
        firm.wakes("2026-11-23", Some(&mut guest)).await;
        firm.receives("2026-12-23").await;
        firm.proves().await;
        firm.enters("transition").await;
        guest.instructs().await;
        firm.wakes("2026-12-24", Some(&mut guest)).await;
        firm.closes(guest).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_end_for_breach_waits_for_the_cure_suspends_and_is_closed() {
    in_both(async |language| {
        let mut firm = Firm::deciding(language, "end_for_breach", true).await;
        firm.begins().await;
        firm.chooses("breach").await;
        firm.reads_contract("breach", "10").await;
        firm.writes_default("2026-12-06").await;
        firm.serves_default("2026-12-06").await;
        firm.announces_suspension().await;
        // On the last day to cure it nothing is suspended yet.
        firm.wakes("2026-12-06", None).await;
        firm.is_refused_suspension().await;
        firm.wakes("2026-12-07", None).await;
        firm.suspends().await;
        firm.computes().await;
        firm.writes_notice("2026-12-18", Some("2026-12-16")).await;
        firm.agrees().await;
        firm.enters("notice").await;
        firm.talks().await;
        firm.dispatches().await;
        let mut guest = firm.invites().await;
        guest.reads_notice().await;
        guest.confirms_receipt().await;
        firm.wakes("2026-12-08", Some(&mut guest)).await;
        firm.receives("2026-12-18").await;
        firm.enters("transition").await;
        guest.instructs().await;
        firm.wakes("2026-12-20", Some(&mut guest)).await;
        firm.closes(guest).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_end_by_agreement_needs_no_clause() {
    in_both(async |language| {
        let mut firm = Firm::deciding(language, "end_by_agreement", false).await;
        firm.begins().await;
        firm.chooses("agreement").await;
        firm.writes_agreement("2026-12-31").await;
        firm.agrees().await;
        firm.enters("notice").await;
        firm.talks().await;
        firm.signs("2026-12-31").await;
        firm.enters("transition").await;
        let mut guest = firm.invites().await;
        guest.reads_agreement().await;
        guest.instructs().await;
        firm.wakes("2027-01-03", Some(&mut guest)).await;
        firm.closes(guest).await;
    })
    .await;
}

impl Firm {
    /// A client was heard, with a contract in the records or without; everyone reads one language.
    async fn hearing(language: Language, has_contract: bool) -> (Firm, Browser) {
        let copy = start(database::sqlite().await, |app| app.clock = standing(BEGINNING)).await;
        let Heard { copy, mut owner, sara, case, .. } = heard_in(copy, 2).await;
        if has_contract {
            copy.sql(
                "INSERT INTO contracts (client, id, signed_on, starts_on, currency, source_id, source_line)
                 VALUES ('NAKHLA', 'C-17', '2024-05-04', '2024-06-01', 'SAR', 0, 0)",
            )
            .await;
            copy.sql(
                "INSERT INTO invoices (client, id, issued_on, due_on, amount, currency, known_on, source_id, source_line)
                 VALUES ('NAKHLA', 'NK-1', '2026-09-01', '2026-10-01', 420000, 'SAR', '2026-10-01', 0, 0)",
            )
            .await;
        }
        let talk = [("way", "held"), ("on", "2026-11-01"), ("text", "they asked for time")];
        assert_eq!(owner.post(&format!("{case}/talk"), &talk).await.status, 303);
        let lead = comes_in(&copy, &owner, &id(&copy, "Reem").await, language).await;
        let second = comes_in(&copy, &sara, &id(&copy, "Sara").await, language).await;
        (Firm { copy, lead, second, case, has_contract }, owner)
    }

    /// A decision to end was signed.
    async fn deciding(language: Language, outcome: &'static str, has_contract: bool) -> Firm {
        let (firm, mut owner) = Firm::hearing(language, has_contract).await;
        let mut decision = end(&[("go", "sign"), ("signature", "Reem"), ("sure", "1")]);
        decision.retain(|(name, _)| *name != "outcome");
        decision.push(("outcome", outcome));
        let signed = owner.post(&format!("{}/decision", firm.case), &decision).await;
        assert_eq!(signed.status, 303, "{}", signed.body);
        firm
    }

    /// Another day has come. Whoever was away too long signs in again.
    async fn wakes(&mut self, day: &str, guest: Option<&mut Guest>) {
        self.copy = self.copy.later(Day::from_iso(day).expect("a day")).await;
        for (name, session) in [("reem", &mut self.lead), ("sara", &mut self.second)] {
            session.turn_to(&self.copy);
            session.open(&self.case).await;
            if session.look(Role::Heading, &session.word("sign-in-lede")).await.is_some() {
                session.fill(&session.word("email"), &format!("{name}@midad.example")).await;
                session.fill(&session.word("password"), PASSWORD).await;
                session.press(&session.word("sign-in")).await;
                assert_eq!(session.path().await, self.case, "the page that was asked for");
            }
        }
        if let Some(guest) = guest {
            guest.page.turn_to(&self.copy);
            guest.page.open("/client-page").await;
        }
    }
}

fn standing(day: &str) -> Clock {
    Clock::standing_on(Day::from_iso(day).expect("a day"))
}

/// Returns a day as pages write it, with its weekday.
fn weekday(session: &Session, day: &str) -> String {
    session.lang.weekday(Day::from_iso(day).expect("a day"))
}

/// Returns a day as texts write it.
fn day(session: &Session, day: &str) -> String {
    session.lang.day(Day::from_iso(day).expect("a day"))
}

/// Returns a text in the language that is walked.
pub fn either(session: &Session, arabic: &'static str, english: &'static str) -> &'static str {
    match session.lang.language {
        Language::Arabic => arabic,
        Language::English => english,
    }
}

/// Returns the words of a button that leads to a stage.
pub fn on_to(session: &Session, stage: &str) -> String {
    let stage = session.word(&format!("case-stage-{stage}"));
    session.lang.say("case-enter", [("stage", FluentValue::from(stage))])
}
