//! The justification dossier (DOMAIN B40–B44): why the end is right, what speaks against it, what was tried, what it
//! costs, and who read it. It is internal; of our own part it holds only what was agreed to be done better.

use crate::case::decision::{Alternative, Grade, Ground, Proof, Signed};
use crate::case::event::FactRef;
use crate::case::opening::Frozen;
use crate::case::review::{Dissent, Good};
use crate::case::root_cause::RootCause;
use crate::case::snapshot::Snapshot;
use crate::case::state::Scenario;
use crate::case::{Case, Skip};
use crate::days::Day;
use crate::sign::Code;

/// A dossier, in the order in which it is read.
#[derive(Clone, Debug, PartialEq)]
pub struct Dossier<'a> {
    pub client: &'a str,
    pub opened_on: Day,
    pub signed: &'a Signed,
    pub grounds: Vec<(Ground, Vec<Evidence<'a>>)>,
    pub against: Vec<Against<'a>>,
    pub tried: &'a [Alternative],
    /// Talks with the client: the day and who spoke.
    pub talks: Vec<(Day, &'a str)>,
    pub economics: Option<&'a Snapshot>,
    pub scenario: Option<&'a Scenario>,
    /// What we will do better: the wording, where it can be read, and whether it is done.
    pub improvements: Vec<(Option<&'a str>, bool)>,
    pub dissent: &'a [Dissent],
    /// What was left out, with its reason.
    pub skipped: &'a [(Skip, Option<String>)],
    /// Who read it without being a party.
    pub read_by: &'a [String],
}

/// What proves a ground.
#[derive(Clone, Debug, PartialEq)]
pub enum Evidence<'a> {
    Finding(&'a Frozen),
    /// A finding that the opening did not freeze.
    Sign(Code),
    Record(&'a FactRef, Grade),
    Persistence,
}

/// What speaks against the end, or against being sure of it.
#[derive(Clone, Debug, PartialEq)]
pub enum Against<'a> {
    /// What the client said, on the day, where it can be read.
    Client(Day, Option<&'a str>),
    /// A cause that was weighed and speaks against the client's doing.
    Cause(RootCause, Option<&'a str>),
    GoodThing(&'a str),
    /// A finding that our own work may explain.
    MaybeOurs(&'a Frozen),
    /// So many detectors were blind, of so many.
    Blind(u32, u32),
}

/// Composes the dossier of a case; nothing where no end is decided.
pub fn compose(case: &Case) -> Option<Dossier<'_>> {
    let signed = case.signed.as_ref().filter(|signed| signed.decision.outcome.ends())?;
    let decision = &signed.decision;
    let grounds = decision.grounds.iter();
    Some(Dossier {
        client: &case.opening.client_name,
        opened_on: case.opening.on,
        signed,
        grounds: grounds
            .map(|one| (one.ground, one.proofs.iter().map(|proof| evidence(case, proof)).collect()))
            .collect(),
        against: against(case),
        tried: &decision.tried,
        talks: case.talks.iter().map(|(on, by, _)| (*on, by.as_str())).collect(),
        economics: case.snapshot.as_ref(),
        scenario: case.scenario.as_ref(),
        improvements: case.rounds.improvements.iter().map(|(_, said, done)| (said.as_deref(), *done)).collect(),
        dissent: &case.rounds.dissent,
        skipped: &case.skipped,
        read_by: &case.parting.dossier_read_by,
    })
}

fn evidence<'a>(case: &'a Case, proof: &'a Proof) -> Evidence<'a> {
    match proof {
        Proof::Finding(code) => {
            let frozen = case.opening.findings.iter().find(|frozen| frozen.code == *code);
            frozen.map_or(Evidence::Sign(*code), Evidence::Finding)
        }
        Proof::Record { fact, grade } => Evidence::Record(fact, *grade),
        Proof::Persistence => Evidence::Persistence,
    }
}

fn against(case: &Case) -> Vec<Against<'_>> {
    let views = case.client_views.iter().map(|view| Against::Client(view.on, view.said.as_deref()));
    let causes = case.hypotheses.iter().filter(|one| !one.speaks_for || one.cause == RootCause::OurWork);
    let good = case.rounds.good_things.iter().filter_map(|one| match &one.said {
        Good::Given(Some(said)) => Some(Against::GoodThing(said)),
        _ => None,
    });
    let ours = case.opening.findings.iter().filter(|frozen| frozen.maybe_ours).map(Against::MaybeOurs);
    let blind = (case.opening.blind > 0).then_some(Against::Blind(case.opening.blind, case.opening.looked));
    let causes = causes.map(|one| Against::Cause(one.cause, one.said.as_deref()));
    views.chain(causes).chain(good).chain(ours).chain(blind).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::Stamped;
    use crate::case::decision::{Decision, Grounded, LawfulCheck};
    use crate::case::event::{Event, Text};
    use crate::case::opening::{Cause, Opening};
    use crate::case::{Cited, Class, Outcome, Track};
    use crate::sign::{Level, Value};

    fn day(iso: &str) -> Day {
        Day::from_iso(iso).expect("a day")
    }

    fn frozen(code: Code, maybe_ours: bool) -> Frozen {
        Frozen {
            code,
            level: Level::Severe,
            value: Value::Number(31.0),
            threshold: Some(20.0),
            n: 9,
            confidence: 0.8,
            maybe_ours,
            facts: Cited::default(),
            args: vec![],
        }
    }

    fn case(outcome: Outcome) -> Case {
        let opening = Opening {
            client: "NAKHLA".to_owned(),
            client_name: "Nakhla".to_owned(),
            on: day("2026-11-01"),
            zone: None,
            cause: Cause::Findings,
            class: Class::Normal,
            track: Track::Light,
            policy: 1,
            owners: vec!["reem".to_owned()],
            members: 2,
            lead: None,
            findings: vec![frozen(Code::P5, false), frozen(Code::R4, true)],
            earlier: vec![],
            blind: 3,
            looked: 25,
            snapshot: None,
            follows: None,
        };
        let fact = FactRef { kind: "invoices".to_owned(), id: "NK-1".to_owned() };
        let proofs =
            vec![Proof::Finding(Code::P5), Proof::Finding(Code::D1), Proof::Record { fact, grade: Grade::Record }];
        let decision = Decision {
            outcome,
            grounds: vec![Grounded { ground: Ground::FinancialDefault, proofs }],
            tried: vec![Alternative::Talk],
            lawful: LawfulCheck::none(),
            personal_cause: false,
            review_on: None,
            guardrails: None,
            execution: None,
            legal_hold: false,
            priced_out: false,
        };
        let said = |text: &str| Some(Text { text: text.to_owned() });
        let weighed =
            |cause, speaks_for, text| Event::HypothesisWeighed { cause, speaks_for, fact: None, said: said(text) };
        let events = [
            Event::CaseOpened { opening: Box::new(opening), said: None },
            weighed(RootCause::Habit, true, "always so"),
            weighed(RootCause::Distress, false, "they pay others"),
            Event::ClientViewRecorded { on: day("2026-11-03"), confirmed_by_client: true, said: said("we will pay") },
            Event::DecisionSigned { decision: Box::new(decision), said: None },
        ];
        let stamped = events.into_iter().enumerate().map(|(at, event)| Stamped {
            seq: at as u32 + 1,
            at: "2026-11-05T09:00:00Z".to_owned(),
            actor: Some("reem".to_owned()),
            event,
        });
        Case::replay(&stamped.collect::<Vec<_>>()).expect("it begins with an opening")
    }

    #[test]
    fn a_dossier_has_both_sides() {
        let case = case(Outcome::EndByNotice);
        let dossier = compose(&case).expect("an end");
        let [(Ground::FinancialDefault, evidence)] = &dossier.grounds[..] else { panic!("{:?}", dossier.grounds) };
        assert!(matches!(
            evidence[..],
            [Evidence::Finding(frozen), Evidence::Sign(Code::D1), Evidence::Record(_, Grade::Record)] if frozen.code == Code::P5
        ));
        assert_eq!(
            dossier.against,
            [
                Against::Client(day("2026-11-03"), Some("we will pay")),
                Against::Cause(RootCause::Distress, Some("they pay others")),
                Against::MaybeOurs(&frozen(Code::R4, true)),
                Against::Blind(3, 25),
            ]
        );
        assert_eq!((dossier.tried, dossier.read_by.len()), (&[Alternative::Talk][..], 0));
    }

    #[test]
    fn where_nothing_ends_there_is_none() {
        assert_eq!(compose(&case(Outcome::Repair)), None);
    }
}
