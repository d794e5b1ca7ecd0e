//! What a journal keeps of a review reads back as it was.

use super::guardrail::{Guardrails, Watched, watch};
use super::options::{Criterion, Rated, Sheet, Weighing, weigh};
use super::persistence::{Persistence, persistence};
use super::roster::{Dealing, dealings};
use super::snapshot::Snapshot;
use super::trial::{Measure, MeasureKind, Reading, Span, read};
use super::worth::{Given, Worth};
use super::*;
use crate::sign::sample::{day, firm, history};
use crate::sign::{Policy, Scene};
use crate::stats::SplitMix64;
use serde::Serialize;
use serde::de::DeserializeOwned;

fn check<T: Serialize + DeserializeOwned + PartialEq + std::fmt::Debug>(kept: &T) {
    let text = serde_json::to_string(kept).expect("it can be written");
    let read: T = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"));
    assert_eq!(read, *kept, "{text}");
}

#[test]
fn reads_back_what_was_known_and_what_was_blind() {
    let (firm, policy, on) = (firm(), Policy::standard(), day("2026-06-30"));
    let rich = "
        invoices A issued_on=2026-02-01 due_on=2026-03-01 amount=1150 tax=150
        invoices B issued_on=2026-05-01 due_on=2026-05-31 amount=1150 tax=150
        payments P invoice=A paid_on=2026-03-11 amount=1150
        time T1 on_day=2026-02-10 minutes=7010 person=Sara department=Design in_scope=no
        time T2 on_day=2026-05-10 minutes=70 person=Sara
        incidents I at=2026-05-20 kind=boundary side=ours
        values V on_day=2026-05-05 kind=reference amount=333.33";
    for text in [rich, ""] {
        let history = history(text);
        check::<Vec<Dealing>>(&dealings(&history, on));
        check::<Snapshot>(&Snapshot::of(&history, &firm, &policy, on, Some(7000.0)));
        check::<Worth>(&Worth::of(&history, &firm, &policy, on, &Given::default()));
        check::<Persistence>(&persistence(&history, day("2026-05-01"), on));
        let guardrails = Guardrails {
            price_floor: Some(150.0),
            exposure_cap: Some(1000.0),
            capacity_cap: Some(40.0),
            review_on: Some(day("2026-06-01")),
        };
        check(&guardrails);
        let scene = Scene::new(&history, &firm, &policy, on);
        check::<Vec<Watched>>(&watch(&guardrails, day("2026-01-01"), &scene, true));
        let measures: Vec<Measure> = MeasureKind::ALL.iter().map(|kind| Measure { kind: *kind, limit: 1.0 }).collect();
        let span = Span { begins_on: day("2026-05-01"), ends_on: on, instalments: &[], invoices: &[] };
        check::<Vec<Reading>>(&read(&measures, &span, &history, &firm, &policy, true, on));
    }
}

#[test]
fn reads_back_a_weighing() {
    let scored = |outcome, score: f64| {
        let scores = Criterion::ALL.iter().enumerate().map(|(i, criterion)| (*criterion, score + i as f64 / 3.0));
        Rated { outcome, scores: scores.collect() }
    };
    let weights = Criterion::ALL.iter().enumerate().map(|(i, criterion)| (*criterion, 1.0 + i as f64)).collect();
    let options = vec![scored(Outcome::Repair, 5.0), scored(Outcome::HandOver, 4.0)];
    let sheet = Sheet { weights, options };
    check(&sheet);
    check::<Weighing>(&weigh(&sheet, 100, &mut SplitMix64::new(1)).expect("a sound sheet"));
}
