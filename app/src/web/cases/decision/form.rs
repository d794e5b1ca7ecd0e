//! What the form of a decision says: read from its fields, step by step, with what is wrong with them.

use crate::web::cases::scene::Scene;
use crate::web::form::{self, Filled};
use domain::case::Outcome;
use domain::case::decision::{
    Alternative, Asks, Channel, Decision, DecisionSaid, Execution, Grade, Ground, Grounded, LawfulCheck, Proof,
};
use domain::case::event::FactRef;
use domain::case::guardrail::Guardrails;
use domain::case::opening::Frozen;
use domain::case::{CitedRow, Class};
use domain::days::Day;
use domain::sign::Code;

/// One step of deciding: one question, and the fields that answer it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Outcome,
    /// What was tried, and what the end rests on.
    Grounds,
    /// What proves it, and whether the reason is lawful.
    Proof,
    /// When it is looked at again, and within which limits.
    Limits,
    Reason,
    Sign,
}

impl Step {
    pub const ALL: [Step; 6] = [Step::Outcome, Step::Grounds, Step::Proof, Step::Limits, Step::Reason, Step::Sign];

    /// Returns the word of the form and of catalogues.
    pub fn word(self) -> &'static str {
        match self {
            Step::Outcome => "outcome",
            Step::Grounds => "grounds",
            Step::Proof => "proof",
            Step::Limits => "limits",
            Step::Reason => "reason",
            Step::Sign => "sign",
        }
    }

    /// Returns the step of a word; the first, if it is none.
    pub fn of(word: &str) -> Step {
        Step::ALL.into_iter().find(|step| step.word() == word).unwrap_or(Step::Outcome)
    }

    /// Tells whether the step has its place in deciding on an outcome.
    pub fn fits(self, outcome: Option<Outcome>) -> bool {
        let ends = outcome.is_some_and(Outcome::ends);
        match self {
            Step::Grounds | Step::Proof => ends,
            Step::Limits => outcome.is_some() && !ends,
            Step::Outcome | Step::Reason | Step::Sign => true,
        }
    }

    /// Returns the step after this one, or before it.
    pub fn beside(self, outcome: Option<Outcome>, forward: bool) -> Step {
        let all: Vec<Step> = Step::ALL.into_iter().filter(|step| step.fits(outcome)).collect();
        let at = all.iter().position(|step| *step == self).unwrap_or_default();
        let to = if forward { (at + 1).min(all.len() - 1) } else { at.saturating_sub(1) };
        all[to]
    }
}

/// Returns the outcome that is chosen.
pub fn outcome(filled: &Filled) -> Option<Outcome> {
    Outcome::of(filled.value("outcome"))
}

/// Returns the grounds that are chosen.
pub fn grounds(filled: &Filled) -> Vec<Ground> {
    Ground::ALL.iter().copied().filter(|ground| filled.holds("ground", ground.word())).collect()
}

/// Returns the name of the field in which a ground's proofs are chosen.
pub fn proofs_field(ground: Ground) -> String {
    format!("proof-{}", ground.word())
}

/// Something that can be chosen as a proof, with its value in the form.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    pub value: String,
    pub proof: Proof,
}

/// So many records of each finding are offered.
const OFFERED_OF_EACH: usize = 4;

/// Returns what can prove a ground: the frozen findings of the right kind, their most telling records, what was pointed
/// to when causes were weighed, the contracts, and boundaries that were crossed again.
pub fn offers(scene: &Scene, ground: Ground) -> Vec<Offer> {
    let fits = |code: Code| match ground.asks() {
        Asks::Family(family) => code.family() == family,
        Asks::OneOf(codes) => codes.contains(&code),
        Asks::Counsel | Asks::Reason => false,
    };
    let fitting: Vec<&Frozen> = scene.frozen().filter(|frozen| fits(frozen.code)).collect();
    let findings = fitting
        .iter()
        .map(|frozen| Offer { value: format!("finding {}", frozen.code.word()), proof: Proof::Finding(frozen.code) });
    let cited = fitting.iter().flat_map(|frozen| frozen.facts.rows.iter().take(OFFERED_OF_EACH)).map(of_row);
    let case = scene.case();
    let weighed = case.hypotheses.iter().filter(|one| one.speaks_for).filter_map(|one| one.fact.as_ref());
    let weighed = weighed.map(|fact| of_fact(fact.clone(), false));
    let contracts = case.contracts.iter().flatten();
    let contracts = contracts.map(|id| of_fact(FactRef { kind: "contracts".to_owned(), id: id.clone() }, false));
    let mut offers: Vec<Offer> = vec![];
    let persists = case.persistence.as_ref().filter(|_| ground.is_of_boundaries());
    let again = persists.map(|_| Offer { value: "persistence".to_owned(), proof: Proof::Persistence });
    for offer in again.into_iter().chain(findings).chain(cited).chain(weighed).chain(contracts) {
        if offers.iter().all(|known| known.value != offer.value) {
            offers.push(offer);
        }
    }
    offers
}

fn of_row(row: &CitedRow) -> Offer {
    of_fact(FactRef { kind: row.kind.clone(), id: row.id.clone() }, row.source.line == 0)
}

fn of_fact(fact: FactRef, by_hand: bool) -> Offer {
    let grade = Grade::of_record(&fact.kind, by_hand);
    Offer { value: format!("{} {}", fact.kind, fact.id), proof: Proof::Record { fact, grade } }
}

/// Reads the decision as far as it goes; what is wrong with a field is noted beside it.
pub fn read(scene: &Scene, filled: &mut Filled) -> (Decision, DecisionSaid) {
    let outcome = outcome(filled);
    if outcome.is_none() {
        filled.refuse("outcome", scene.pen.lang.text("case-choose-one"));
    }
    let outcome = outcome.unwrap_or(Outcome::Keep);
    let ends = outcome.ends();
    let grounds = if ends { grounds(filled) } else { vec![] };
    let proofs = |ground: Ground, filled: &Filled| {
        let field = proofs_field(ground);
        let chosen = offers(scene, ground).into_iter().filter(|offer| filled.holds(&field, &offer.value));
        chosen.map(|offer| offer.proof).collect()
    };
    let decision = Decision {
        outcome,
        grounds: grounds.iter().map(|ground| Grounded { ground: *ground, proofs: proofs(*ground, filled) }).collect(),
        tried: if ends { tried(filled) } else { vec![] },
        lawful: if ends { lawful(scene, filled) } else { LawfulCheck::none() },
        personal_cause: filled.holds("personal", "1"),
        review_on: if ends { None } else { day(scene, filled, "review_on") },
        guardrails: (outcome == Outcome::KeepWithGuardrails).then(|| guardrails(scene, filled)),
        execution: (scene.case().opening.class != Class::Normal).then(|| execution(scene, filled)).flatten(),
        legal_hold: ends && filled.holds("legal_hold", "1"),
        priced_out: !ends && filled.holds("priced_out", "1"),
    };
    if decision.priced_out && filled.value("priced_out_why").is_empty() {
        filled.refuse("priced_out_why", scene.pen.lang.text("field-required"));
    }
    let text = |name: &str| filled.value(name).to_owned();
    let said = DecisionSaid {
        reason: text("reason"),
        on_repair: text("on_repair"),
        changes_my_mind: text("mind"),
        priced_out: if decision.priced_out { text("priced_out_why") } else { String::new() },
        ..DecisionSaid::default()
    };
    (decision, said)
}

fn tried(filled: &Filled) -> Vec<Alternative> {
    Alternative::ALL.iter().copied().filter(|tried| filled.holds("tried", tried.word())).collect()
}

/// Reads the three questions; one that is not answered speaks against the reason until it is.
fn lawful(scene: &Scene, filled: &mut Filled) -> LawfulCheck {
    let mut answer = |name: &'static str| match filled.value(name) {
        "no" => false,
        "yes" => true,
        _ => {
            filled.refuse(name, scene.pen.lang.text("case-choose-one"));
            true
        }
    };
    LawfulCheck {
        protected_trait: answer("protected_trait"),
        retaliation: answer("retaliation"),
        lawful_complaint: answer("lawful_complaint"),
    }
}

fn guardrails(scene: &Scene, filled: &mut Filled) -> Guardrails {
    Guardrails {
        price_floor: number(scene, filled, "price_floor"),
        exposure_cap: number(scene, filled, "exposure_cap"),
        capacity_cap: number(scene, filled, "capacity_cap"),
        review_on: day(scene, filled, "review_on"),
    }
}

fn execution(scene: &Scene, filled: &mut Filled) -> Option<Execution> {
    let by = filled.value("executor").to_owned();
    let by = Some(by).filter(|by| scene.people.present().any(|member| member.id == *by));
    let channel = Channel::of(filled.value("channel"));
    Some(Execution { by: by?, channel: channel?, on: day(scene, filled, "execute_on")? })
}

fn number(scene: &Scene, filled: &mut Filled, name: &'static str) -> Option<f64> {
    if filled.value(name).is_empty() {
        return None;
    }
    let number = form::number(filled.value(name));
    if number.is_none() {
        filled.refuse(name, scene.pen.lang.text("decision-number-unclear"));
    }
    number
}

fn day(scene: &Scene, filled: &mut Filled, name: &'static str) -> Option<Day> {
    let day = form::day(filled.value(name));
    if day.is_none() {
        filled.refuse(name, scene.pen.lang.text("case-day-missing"));
    }
    day
}
