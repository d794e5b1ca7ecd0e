//! The rules, act by act, and over any sequence of acts.

use super::{Now, decide};
use crate::case::act::Act;
use crate::case::decision::*;
use crate::case::event::Event;
use crate::case::gate::{Item, Missing, Whose};
use crate::case::opening::{Cause, Frozen, Opening, OpeningSaid};
use crate::case::refusal::{Field, Refusal, Why};
use crate::case::review::{Department, OpinionSaid, Seat, Stance};
use crate::case::role::{Class, Role};
use crate::case::stage::{Stage, Track};
use crate::case::state::{Case, Stamped};
use crate::case::{Cited, Outcome, Skip};
use crate::days::Day;
use crate::sign::{Code, Level, Value};

mod any_sequence;
mod archives;
mod duties;
mod late;
mod learning;
mod legal_holds;
mod parting;
mod protected;
mod roads;
mod rounds;
mod thanks;
mod watched;

const OWNER: &str = "abdullah";
const TEAM: [&str; 3] = ["sara", "nasser", "huda"];

fn day(iso: &str) -> Day {
    Day::from_iso(iso).expect("a day")
}

/// A case in play: its journal, and the day on which people act.
pub struct Play {
    pub entries: Vec<Stamped>,
    pub today: Day,
    pub time: &'static str,
}

impl Play {
    fn begin(class: Class, track: Track) -> Play {
        let frozen = |code| Frozen {
            code,
            level: Level::Severe,
            value: Value::Number(31.0),
            threshold: Some(20.0),
            n: 9,
            confidence: 0.8,
            maybe_ours: false,
            facts: Cited::default(),
            args: vec![],
        };
        let opening = Opening {
            client: "NAKHLA".to_owned(),
            client_name: "نخلة".to_owned(),
            on: day("2026-11-01"),
            zone: None,
            cause: Cause::Findings,
            class,
            track,
            policy: 1,
            owners: vec![OWNER.to_owned()],
            members: 4,
            lead: None,
            findings: vec![frozen(Code::P5), frozen(Code::R4)],
            earlier: vec![],
            blind: 3,
            looked: 25,
            snapshot: None,
            follows: None,
        };
        let said = Some(OpeningSaid { reason: "تأخر".to_owned() });
        let opened = Event::CaseOpened { opening: Box::new(opening), said };
        let first =
            Stamped { seq: 1, at: "2026-11-01T09:00:00Z".to_owned(), actor: Some(OWNER.to_owned()), event: opened };
        Play { entries: vec![first], today: day("2026-11-02"), time: "09:00:00Z" }
    }

    pub fn case(&self) -> Case {
        Case::replay(&self.entries).expect("it begins with an opening")
    }

    pub fn act(&mut self, by: &str, act: Act) -> Result<(), Refusal> {
        let at = format!("{}T{}", self.today, self.time);
        for event in decide(&self.case(), by, act, &Now { at: at.clone(), today: self.today })? {
            let seq = self.entries.len() as u32 + 1;
            self.entries.push(Stamped { seq, at: at.clone(), actor: Some(by.to_owned()), event });
        }
        Ok(())
    }

    fn must(&mut self, by: &str, act: Act) {
        let told = format!("{act:?}");
        assert_eq!(self.act(by, act), Ok(()), "{by}: {told}");
    }

    fn stage(&self) -> Stage {
        self.case().stage
    }

    /// Comes to the review with three seats.
    fn in_review(track: Track) -> Play {
        let mut play = Play::begin(Class::Normal, track);
        play.must(OWNER, Act::AnswerTriage { illegal: false, conduct: false, threat: false });
        if track == Track::Full {
            play.must(OWNER, Act::DeclareNoConflict);
        }
        play.must(OWNER, Act::Enter { stage: Stage::FactFinding });
        let seat = |member: &&str| Seat {
            member: (*member).to_owned(),
            department: Department::Delivery,
            minutes: 60,
            messages: 2,
        };
        play.must(OWNER, Act::SetRoster { seats: TEAM.iter().map(seat).collect(), changes: vec![] });
        if track == Track::Light {
            play.must(OWNER, Act::Enter { stage: Stage::Review });
        }
        play
    }

    /// Answers every round.
    fn heard(mut self) -> Play {
        for member in TEAM {
            self.must(member, opinion(Stance::Repair));
        }
        self.must(OWNER, Act::Reveal);
        self.must("sara", Act::Complain { finding: Some(Code::P5), text: "يتأخر".to_owned() });
        self.must(OWNER, Act::CloseComplaints);
        for member in TEAM {
            self.must(member, Act::NameGoodThing { text: (member == "huda").then(|| "يشكر".to_owned()) });
            self.must(member, Act::AnswerOwnPart);
        }
        self.must(OWNER, Act::CloseOwnParts { answers: 3 });
        self
    }

    fn decided(outcome: Outcome) -> Play {
        let mut play = Play::in_review(Track::Light).heard();
        play.must(OWNER, Act::RecordTalk { on: day("2026-11-02"), text: "تحدثنا".to_owned() });
        play.must(OWNER, sign(outcome));
        play
    }
}

fn opinion(stance: Stance) -> Act {
    let (why, changes_my_mind) = ("رأيت".to_owned(), "سداد".to_owned());
    Act::SubmitOpinion { department: Department::Sales, said: OpinionSaid { stance, why, changes_my_mind } }
}

fn decision(outcome: Outcome) -> Decision {
    let proofs = vec![Proof::Finding(Code::P5)];
    Decision {
        outcome,
        grounds: vec![Grounded { ground: Ground::FinancialDefault, proofs }],
        tried: vec![Alternative::Talk],
        lawful: LawfulCheck { protected_trait: false, retaliation: false, lawful_complaint: false },
        personal_cause: false,
        review_on: (!outcome.ends()).then(|| day("2027-01-15")),
        guardrails: None,
        execution: None,
        legal_hold: false,
        priced_out: false,
    }
}

fn said() -> DecisionSaid {
    let text = |text: &str| text.to_owned();
    DecisionSaid {
        reason: text("سبب"),
        on_repair: text("جُرّب"),
        changes_my_mind: text("سداد"),
        ..DecisionSaid::default()
    }
}

fn sign(outcome: Outcome) -> Act {
    Act::Sign { decision: Box::new(decision(outcome)), said: said() }
}

fn items(refusal: Result<(), Refusal>) -> Vec<Item> {
    match refusal {
        Err(Refusal::Missing(missing)) => missing.into_iter().map(|Missing { item, .. }| item).collect(),
        other => panic!("not missing anything: {other:?}"),
    }
}

#[test]
fn the_light_track_leads_from_findings_to_an_end() {
    let mut play = Play::decided(Outcome::EndByNotice);
    assert_eq!(play.stage(), Stage::Decided);
    play.must(OWNER, Act::Enter { stage: Stage::PreparingExit });
    assert_eq!(play.stage(), Stage::PreparingExit);
}

#[test]
fn a_matter_of_law_leaves_no_trace_here() {
    let mut play = Play::begin(Class::Normal, Track::Light);
    let answer = Act::AnswerTriage { illegal: false, conduct: true, threat: false };
    assert_eq!(play.act(OWNER, answer), Err(Refusal::TakeProtectedRoad));
    assert_eq!(play.entries.len(), 1);
    assert_eq!(items(play.act(OWNER, Act::Enter { stage: Stage::FactFinding })), [Item::Triage]);
}

#[test]
fn the_full_track_asks_for_every_step_and_says_whose_it_is() {
    let mut play = Play::in_review(Track::Full);
    let refused = play.act(OWNER, Act::Enter { stage: Stage::Review });
    let Err(Refusal::Missing(missing)) = &refused else { panic!("{refused:?}") };
    let finance = missing.iter().find(|one| one.item == Item::FinanceSnapshot).expect("no snapshot was taken");
    assert_eq!(finance.whose, Whose::Role(Role::Finance));
    assert_eq!(items(refused), [Item::Data, Item::Contracts, Item::FinanceSnapshot, Item::ClientView]);
    let skip = Act::Skip { step: Skip::Data, text: "لا حاجة".to_owned() };
    assert_eq!(
        play.act(OWNER, skip),
        Err(Refusal::Invalid { field: Field::Choice, why: Why::NotAllowedHere }),
        "the full track leaves nothing out"
    );
}

#[test]
fn opinions_open_together_and_later_ones_stand_beside_them() {
    let mut play = Play::in_review(Track::Light);
    play.must("sara", opinion(Stance::End));
    assert_eq!(play.act("fahd", opinion(Stance::End)), Err(not_yours(crate::case::Action::SpeakInReview)));
    assert_eq!(play.act(OWNER, opinion(Stance::End)), Err(Refusal::NotAsked), "the owner has no seat");
    play.must("nasser", opinion(Stance::Repair));
    play.must(OWNER, Act::Excuse { member: "huda".to_owned(), text: "مسافرة".to_owned() });
    play.must(OWNER, Act::Reveal);
    play.must("sara", opinion(Stance::Caution));
    let case = play.case();
    let independent: Vec<bool> = case.rounds.opinions.iter().map(|opinion| opinion.independent).collect();
    assert_eq!(independent, [true, true, false]);
    assert_eq!(case.rounds.disagreement(), Some((2, 2)), "what was said alone counts");
}

fn not_yours(action: crate::case::Action) -> Refusal {
    let may = |role: &Role| crate::case::role::may(*role, action, Class::Normal);
    Refusal::NotYours { action, roles: Role::ALL.iter().copied().filter(may).collect() }
}

#[test]
fn silence_of_all_is_a_signal_and_no_answer_is_none() {
    let mut play = Play::in_review(Track::Light);
    for member in TEAM {
        play.must(member, opinion(Stance::End));
    }
    play.must(OWNER, Act::Reveal);
    play.must(OWNER, Act::CloseComplaints);
    play.must("sara", Act::NameGoodThing { text: None });
    assert!(!play.case().rounds.all_are_silent(), "two have not answered");
    play.must("nasser", Act::NameGoodThing { text: None });
    play.must("huda", Act::NameGoodThing { text: None });
    assert!(play.case().rounds.all_are_silent());
}

#[test]
fn a_decision_names_what_it_lacks() {
    let mut play = Play::in_review(Track::Light);
    assert_eq!(
        items(play.act(OWNER, sign(Outcome::EndByNotice))),
        [Item::Opinions, Item::Reveal, Item::Complaints, Item::GoodThings, Item::OwnParts, Item::Talk]
            .into_iter()
            .filter(|item| *item != Item::Complaints)
            .collect::<Vec<_>>()
    );
    let mut play = play.heard();
    assert_eq!(items(play.act(OWNER, sign(Outcome::EndByNotice))), [Item::Talk]);
    let unsafe_talk = Act::WaiveTalk { unsafe_for_people: true, text: "خطر".to_owned() };
    play.must(OWNER, unsafe_talk);
    assert_eq!(items(play.act(OWNER, sign(Outcome::EndByNotice))), [Item::Talk], "a payment ground asks for more");
    let mut breach = decision(Outcome::EndByNotice);
    breach.grounds = vec![Grounded { ground: Ground::RepeatedBreach, proofs: vec![Proof::Finding(Code::P5)] }];
    let act = Act::Sign { decision: Box::new(breach), said: said() };
    assert!(items(play.act(OWNER, act)).contains(&Item::Talk), "breaches of terms of payment are one, too");
    let unlawful = LawfulCheck { protected_trait: true, retaliation: false, lawful_complaint: false };
    let mut other = decision(Outcome::EndByNotice);
    other.lawful = unlawful;
    other.grounds = vec![Grounded { ground: Ground::GoalMismatch, proofs: vec![Proof::Finding(Code::P5)] }];
    let act = Act::Sign { decision: Box::new(other), said: said() };
    assert_eq!(items(play.act(OWNER, act)), [Item::LawfulReason, Item::Proof]);
    let mut keep = decision(Outcome::KeepWithGuardrails);
    keep.review_on = Some(day("2027-12-01"));
    let act = Act::Sign { decision: Box::new(keep), said: said() };
    assert_eq!(items(play.act(OWNER, act)), [Item::ReviewDay, Item::Guardrails]);
}

#[test]
fn two_notes_of_ours_carry_what_one_does_not() {
    let note = |id: &str| Proof::Record {
        fact: crate::case::event::FactRef { kind: "incidents".to_owned(), id: id.to_owned() },
        grade: Grade::OurNote,
    };
    assert!(!carries(&[note("a")]));
    assert!(!carries(&[note("a"), note("a")]), "the same note twice is one");
    assert!(carries(&[note("a"), note("b")]));
    assert!(!carries(&[]));
}

#[test]
fn one_who_decides_alone_waits_a_day() {
    let mut play = Play::begin(Class::Normal, Track::Light);
    if let Event::CaseOpened { opening, .. } = &mut play.entries[0].event {
        opening.members = 1;
    }
    play.must(OWNER, Act::AnswerTriage { illegal: false, conduct: false, threat: false });
    play.must(OWNER, Act::Enter { stage: Stage::FactFinding });
    let seat = Seat { member: OWNER.to_owned(), department: Department::Management, minutes: 0, messages: 0 };
    play.must(OWNER, Act::SetRoster { seats: vec![seat], changes: vec![] });
    play.must(OWNER, Act::Enter { stage: Stage::Review });
    play.must(OWNER, opinion(Stance::End));
    play.must(OWNER, Act::Reveal);
    play.must(OWNER, Act::CloseComplaints);
    play.must(OWNER, Act::NameGoodThing { text: None });
    play.must(OWNER, Act::AnswerOwnPart);
    play.must(OWNER, Act::CloseOwnParts { answers: 1 });
    play.must(OWNER, Act::RecordTalk { on: day("2026-11-02"), text: "تحدثنا".to_owned() });
    play.must(OWNER, sign(Outcome::EndByNotice));
    assert_eq!(items(play.act(OWNER, Act::Enter { stage: Stage::PreparingExit })), [Item::CoolingOff]);
    let confirm = || Act::Approve { approval: Approval::CooledOff, text: None };
    play.today = day("2026-11-03");
    play.time = "08:59:59Z";
    assert_eq!(play.act(OWNER, confirm()), Err(Refusal::TooSoon { until: "2026-11-03T09:00:00Z".to_owned() }));
    play.time = "09:00:00Z";
    play.must(OWNER, confirm());
    play.must(OWNER, Act::Enter { stage: Stage::PreparingExit });
}

#[test]
fn a_personal_cause_is_read_by_someone_else() {
    let mut play = Play::in_review(Track::Light).heard();
    play.must(OWNER, Act::RecordTalk { on: day("2026-11-02"), text: "تحدثنا".to_owned() });
    let mut personal = decision(Outcome::EndByNotice);
    personal.personal_cause = true;
    play.must(OWNER, Act::Sign { decision: Box::new(personal), said: said() });
    assert_eq!(items(play.act(OWNER, Act::Enter { stage: Stage::PreparingExit })), [Item::Reading]);
    let read = || Act::Approve { approval: Approval::Read, text: None };
    assert_eq!(play.act(OWNER, read()), Err(Refusal::SamePerson));
    play.entries.push(Stamped {
        seq: play.entries.len() as u32 + 1,
        at: "2026-11-02T10:00:00Z".to_owned(),
        actor: Some(OWNER.to_owned()),
        event: Event::RoleGiven { role: Role::Counsel, member: "mona".to_owned() },
    });
    play.must("mona", read());
    play.must(OWNER, Act::Enter { stage: Stage::PreparingExit });
}

#[test]
fn whoever_prices_a_client_out_says_why_and_the_record_keeps_it() {
    let mut play = Play::in_review(Track::Light).heard();
    let raised = |why: &str| {
        let decision = Decision { priced_out: true, ..decision(Outcome::Keep) };
        Act::Sign { decision: Box::new(decision), said: DecisionSaid { priced_out: why.to_owned(), ..said() } }
    };
    assert_eq!(play.act(OWNER, raised("")), Err(Refusal::Invalid { field: Field::Text, why: Why::Empty }));
    play.must(OWNER, raised("their own board asks for a tender"));
    let signed = play.case().signed.expect("it is decided");
    assert!(signed.decision.priced_out && signed.said.is_some_and(|said| said.priced_out.contains("tender")));
}
