//! A case's state: what its events come to. Applying an event never refuses and never panics.

use super::decision::{Approval, Signed};
use super::event::Event;
use super::gathered::{ClientView, CounselWord, Hypothesis};
use super::guardrail::Breach;
use super::learning::Learning;
use super::legal_hold::LegalHold;
use super::opening::{Opening, Skip};
use super::parting::Parting;
use super::persistence::Persistence;
use super::protection::Protection;
use super::repair::{Ended, Repair};
use super::review::{Absence, Complaint, Dissent, Good, GoodThing, Opinion, Rounds};
use super::role::{Action, Role, may};
use super::scoring::{Scoring, ScoringSaid};
use super::snapshot::Snapshot;
use super::stage::Stage;
use crate::days::Day;
use std::collections::BTreeMap;

/// An event with who did it and when.
#[derive(Clone, Debug, PartialEq)]
pub struct Stamped {
    pub seq: u32,
    /// The instant, UTC, as text that sorts.
    pub at: String,
    pub actor: Option<String>,
    pub event: Event,
}

/// A case as it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    pub opening: Opening,
    pub reason: Option<String>,
    /// The number of the last event.
    pub seq: u32,
    pub stage: Stage,
    /// Every stage it came to, with the day.
    pub entered: Vec<(Stage, Day)>,
    pub roles: BTreeMap<Role, Vec<String>>,
    /// Who declared that nothing ties them to the client.
    pub unconflicted: Vec<String>,
    pub triage_cleared: bool,
    pub skipped: Vec<(Skip, Option<String>)>,
    /// How much of the needed data is there, in percent, and the gaps in words.
    pub data: Option<(u8, Option<String>)>,
    /// The client's money as it was last looked at: at the opening, or anew.
    pub snapshot: Option<Snapshot>,
    pub contracts: Option<Vec<String>>,
    pub client_views: Vec<ClientView>,
    pub hypotheses: Vec<Hypothesis>,
    pub own_part_reviewed: bool,
    /// Talks with the client: the day, who spoke, what was said.
    pub talks: Vec<(Day, String, Option<String>)>,
    pub talk_waived: bool,
    /// The days on which it was noted that the client could not be reached before the notice.
    pub unreached: Vec<Day>,
    pub counsel: Vec<CounselWord>,
    pub rounds: Rounds,
    pub scoring: Option<Scoring>,
    pub scoring_said: Option<ScoringSaid>,
    pub scenario: Option<Scenario>,
    pub signed: Option<Signed>,
    /// Decisions that were reopened.
    pub earlier: Vec<Signed>,
    /// The repair that was begun last.
    pub repair: Repair,
    /// Repairs that did not last.
    pub earlier_repairs: Vec<Repair>,
    /// Limits of an earlier decision that were crossed, with the day on which it was seen.
    pub breaches: Vec<(Day, Breach)>,
    /// What was seen last of boundaries crossed after the client had acknowledged them.
    pub persistence: Option<Persistence>,
    /// Holds on work that this case set and has not released.
    pub holds: Vec<String>,
    pub counsel_stop: bool,
    /// Every legal hold that this case set, released ones, too.
    pub legal_holds: Vec<LegalHold>,
    pub protection: Protection,
    pub parting: Parting,
    pub learning: Learning,
    /// Sealed files: name and SHA-256.
    pub evidence: Vec<(String, String)>,
}

/// A saved run of the cost of ending.
#[derive(Clone, Debug, PartialEq, serde::Deserialize)]
pub struct Scenario {
    pub run: String,
    pub seed: u64,
    pub p_cash_below_zero: Option<f64>,
    pub repair_dominates: bool,
}

impl Case {
    /// Folds a journal into the state; nothing if it does not begin with an opening.
    pub fn replay<'a>(entries: impl IntoIterator<Item = &'a Stamped>) -> Option<Case> {
        let mut entries = entries.into_iter();
        let mut case = Case::begin(entries.next()?)?;
        entries.for_each(|entry| case.apply(entry));
        Some(case)
    }

    fn begin(entry: &Stamped) -> Option<Case> {
        let Event::CaseOpened { opening, said } = &entry.event else { return None };
        Some(Case {
            snapshot: opening.snapshot.clone(),
            opening: (**opening).clone(),
            reason: said.as_ref().map(|said| said.reason.clone()),
            seq: entry.seq,
            stage: Stage::Triage,
            entered: vec![(Stage::Triage, opening.on)],
            roles: BTreeMap::new(),
            unconflicted: vec![],
            triage_cleared: false,
            skipped: vec![],
            data: None,
            contracts: None,
            client_views: vec![],
            hypotheses: vec![],
            own_part_reviewed: false,
            talks: vec![],
            talk_waived: false,
            unreached: vec![],
            counsel: vec![],
            rounds: Rounds::default(),
            scoring: None,
            scoring_said: None,
            scenario: None,
            signed: None,
            earlier: vec![],
            repair: Repair::default(),
            earlier_repairs: vec![],
            breaches: vec![],
            persistence: None,
            holds: vec![],
            counsel_stop: false,
            legal_holds: vec![],
            protection: Protection::default(),
            parting: Parting::default(),
            learning: Learning::default(),
            evidence: vec![],
        })
    }

    /// Applies one more event.
    pub fn apply(&mut self, entry: &Stamped) {
        self.seq = entry.seq;
        let by = entry.actor.clone().unwrap_or_default();
        let on = self.opening.day_of(&entry.at);
        match &entry.event {
            Event::CaseOpened { .. } => {}
            Event::RoleGiven { role, member } => {
                let holders = self.roles.entry(*role).or_default();
                if !holders.contains(member) {
                    holders.push(member.clone());
                }
            }
            Event::RoleTaken { role, member } => {
                self.roles.entry(*role).or_default().retain(|holder| holder != member);
            }
            Event::StageEntered { stage } => {
                self.stage = *stage;
                self.entered.push((*stage, on));
                if *stage == Stage::Repair && self.repair != Repair::default() {
                    self.earlier_repairs.push(std::mem::take(&mut self.repair));
                }
            }
            Event::Parting(event) => self.parting.apply(event, &by, (&entry.at, on)),
            Event::Learning(event) => self.learning.apply(event, on),
            Event::LegalHold(event) => self.apply_legal_hold(event, &by, on),
            other => {
                self.apply_facts(other, &by, on);
                self.apply_review(other, &by);
                self.apply_decision(other, &by, &entry.at, on);
                self.apply_repair(other, on);
                self.apply_protection(other, &by, on);
            }
        }
    }

    fn apply_facts(&mut self, event: &Event, by: &str, on: Day) {
        match event {
            Event::NoConflictDeclared {} => self.unconflicted.push(by.to_owned()),
            Event::TriageCleared {} => self.triage_cleared = true,
            Event::StepSkipped { step, said } => self.skipped.push((*step, text(said))),
            Event::DataReviewed { known_percent, said } => self.data = Some((*known_percent, text(said))),
            Event::FiguresRenewed { snapshot } => self.snapshot = Some((**snapshot).clone()),
            Event::ContractsLocated { contracts } => self.contracts = Some(contracts.clone()),
            Event::ClientViewRecorded { on, confirmed_by_client, said } => {
                let view = ClientView { on: *on, confirmed: *confirmed_by_client, said: text(said) };
                self.client_views.push(view);
            }
            Event::HypothesisWeighed { cause, speaks_for, fact, said } => {
                let (cause, fact) = (*cause, fact.clone());
                self.hypotheses.push(Hypothesis { cause, speaks_for: *speaks_for, fact, said: text(said) });
            }
            Event::OwnPartReviewed { .. } => self.own_part_reviewed = true,
            Event::ClientMeetingHeld { on, by, said } => {
                self.talks.push((*on, by.clone(), said.as_ref().map(|said| said.text.clone())));
            }
            Event::TalkWaived { unsafe_for_people: true, .. } => self.talk_waived = true,
            Event::TalkWaived { .. } => self.unreached.push(on),
            Event::CounselAdvised { ground, talk_not_needed, wait, said } => {
                let (ground, talk_not_needed, wait) = (*ground, *talk_not_needed, *wait);
                self.counsel.push(CounselWord { ground, talk_not_needed, wait, said: text(said) });
            }
            _ => {}
        }
    }

    fn apply_review(&mut self, event: &Event, by: &str) {
        let rounds = &mut self.rounds;
        match event {
            Event::RosterSet { seats, said } => {
                rounds.seats.clone_from(seats);
                rounds.roster_changes = said.clone().unwrap_or_default();
            }
            Event::AbsenceExcused { member, said } => {
                rounds.excused.push(Absence { member: member.clone(), said: text(said) });
            }
            Event::Recused { .. } => rounds.recused.push(by.to_owned()),
            Event::OpinionSubmitted { department, said } => rounds.opinions.push(Opinion {
                member: by.to_owned(),
                department: *department,
                independent: rounds.revealed.is_none(),
                said: said.clone(),
            }),
            Event::OpinionsRevealed { missing } => rounds.revealed = Some(missing.clone()),
            Event::ComplaintRaised { complaint, finding, said } => rounds.complaints.push(Complaint {
                id: *complaint,
                by: by.to_owned(),
                finding: *finding,
                said: text(said),
                merged_into: None,
            }),
            Event::ComplaintMerged { complaint, into } => {
                let merged = rounds.complaints.iter_mut().filter(|one| one.id == *complaint);
                merged.for_each(|one| one.merged_into = Some(*into));
            }
            Event::ComplaintsClosed {} => rounds.complaints_closed = true,
            Event::GoodThingGiven { said } => {
                rounds.good_things.push(GoodThing { member: by.to_owned(), said: Good::Given(text(said)) });
            }
            Event::GoodThingDeclined {} => {
                rounds.good_things.push(GoodThing { member: by.to_owned(), said: Good::Declined });
            }
            Event::GoodThingKept { said } => {
                rounds.good_things.push(GoodThing { member: by.to_owned(), said: Good::opened(said.as_ref()) });
            }
            Event::OwnPartAnswered {} => rounds.own_parts_answered.push(by.to_owned()),
            Event::OwnPartsClosed { answers } => rounds.own_parts_closed = Some(*answers),
            Event::ImprovementAgreed { improvement, said } => {
                rounds.improvements.push((improvement.clone(), text(said), false));
            }
            Event::ImprovementDone { improvement } => {
                let done = rounds.improvements.iter_mut().filter(|(one, ..)| one.id == *improvement);
                done.for_each(|(_, _, done)| *done = true);
            }
            Event::OptionsScored { scoring, said } => {
                self.scoring = Some((**scoring).clone());
                self.scoring_said.clone_from(said);
            }
            Event::ScenarioRun { run, seed, p_cash_below_zero, repair_dominates } => {
                self.scenario = Some(Scenario {
                    run: run.clone(),
                    seed: *seed,
                    p_cash_below_zero: *p_cash_below_zero,
                    repair_dominates: *repair_dominates,
                });
            }
            Event::ReviewDeferred { until, .. } => rounds.deferred_until = Some(*until),
            Event::DissentRecorded { stance, said } => {
                rounds.dissent.push(Dissent { member: by.to_owned(), stance: *stance, said: text(said) });
            }
            _ => {}
        }
    }

    fn apply_decision(&mut self, event: &Event, by: &str, at: &str, on: Day) {
        match event {
            Event::DecisionSigned { decision, said } => {
                let signed = Signed {
                    decision: (**decision).clone(),
                    said: said.clone(),
                    by: by.to_owned(),
                    at: at.to_owned(),
                    on,
                    approvals: vec![],
                };
                self.earlier.extend(self.signed.replace(signed));
            }
            Event::DecisionApproved { approval, .. } => {
                if let Some(signed) = &mut self.signed {
                    signed.approvals.push((*approval, by.to_owned()));
                }
            }
            Event::DecisionReopened { .. } => {
                self.parting.reopen();
                self.earlier.extend(self.signed.take());
                self.rounds.deferred_until = None;
            }
            _ => {}
        }
    }

    fn apply_repair(&mut self, event: &Event, on: Day) {
        let repair = &mut self.repair;
        match event {
            Event::RepairPlanVersioned { plan, said } => {
                repair.plans.push(((**plan).clone(), said.clone()));
                // What was acknowledged was the plan before.
                repair.acknowledged = None;
            }
            Event::ClientMeetingHeld { on, said, .. } if !repair.plans.is_empty() => {
                repair.met_on = Some(*on);
                repair.meeting.clone_from(said);
            }
            Event::ClientViewRecorded { on, confirmed_by_client: true, said } if repair.met_on.is_some() => {
                // Other points ask for other answers.
                repair.answers.clear();
                repair.client_view = Some((*on, text(said)));
            }
            Event::PlanAnswered { answer, said } => repair.answers.push((*answer, text(said))),
            Event::PlanAcknowledged { refused, .. } => repair.acknowledged = Some(!refused),
            Event::BoundaryLetterAcknowledged { on } => repair.boundary_letter_on = Some(*on),
            Event::TrialStarted { trial } => repair.trial = Some((**trial).clone()),
            Event::TrialEvaluated { succeeded, readings, said } => {
                repair.ended = Some(Ended { succeeded: *succeeded, readings: readings.clone(), said: text(said) });
            }
            Event::GuardrailBreached { breach } => self.breaches.push((on, breach.clone())),
            Event::BoundariesCrossedAgain { persistence } => self.persistence = Some((**persistence).clone()),
            _ => {}
        }
    }

    /// Tells whether a step was left out with a reason.
    pub fn skips(&self, step: Skip) -> bool {
        self.skipped.iter().any(|(skipped, _)| *skipped == step)
    }

    /// Returns who holds a role; a role that nobody was given falls to the owners (DESIGN, principle 8).
    pub fn holders(&self, role: Role) -> &[String] {
        match self.roles.get(&role) {
            Some(members) if !members.is_empty() => members,
            _ if matches!(role, Role::Administrator | Role::Reporter | Role::Auditor | Role::Function) => &[],
            _ => &self.opening.owners,
        }
    }

    /// Returns the roles that a member holds; a seat in the review makes a function member. Who is part of what was
    /// reported holds none.
    pub fn roles_of(&self, member: &str) -> Vec<Role> {
        if self.protection.is_party(member) {
            return vec![];
        }
        let seated = self.rounds.seats.iter().any(|seat| seat.member == member);
        let holds = |role: &Role| {
            self.holders(*role).iter().any(|holder| holder == member) || (*role == Role::Function && seated)
        };
        Role::ALL.iter().copied().filter(holds).collect()
    }

    /// Tells whether a member may do something in this case.
    pub fn allows(&self, member: &str, action: Action) -> bool {
        self.roles_of(member).into_iter().any(|role| may(role, action, self.opening.class))
    }

    /// Tells whether the decision that stands was confirmed in a way.
    pub fn is_confirmed(&self, approval: Approval) -> bool {
        self.signed.as_ref().is_some_and(|signed| signed.has(approval))
    }

    /// Returns the day on which the case was closed.
    pub fn closed_on(&self) -> Option<Day> {
        self.entered.iter().rev().find(|(stage, _)| *stage == Stage::Closed).map(|(_, on)| *on)
    }

    /// Returns since when the case stands where it stands.
    pub fn since(&self) -> Day {
        self.entered.last().map_or(self.opening.on, |(_, day)| *day)
    }
}

pub(super) fn text(said: &Option<super::event::Text>) -> Option<String> {
    said.as_ref().map(|said| said.text.clone())
}
