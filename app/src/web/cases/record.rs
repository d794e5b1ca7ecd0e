//! A decision as it stands or would stand: what, why, on which grounds with which proof, and what was tried.

use super::cited;
use super::scene::Scene;
use super::words::shown;
use crate::web::href;
use crate::web::markup::{Markup, Pen};
use askama::Template;
use askama::filters::HtmlSafe;
use domain::case::decision::{Decision, DecisionSaid, Ground, Grounded, Proof};
use domain::case::guardrail::Guardrails;
use domain::money::Money;
use fluent_bundle::FluentValue;

/// A decision on a page.
#[derive(Template)]
#[template(path = "cases/record.html")]
pub struct Record {
    pub outcome: Markup,
    pub means: Markup,
    /// What the one who decides says: each with its heading.
    pub says: Vec<(Markup, Vec<String>)>,
    pub grounds: Vec<GroundView>,
    pub grounds_title: Markup,
    pub rows: Vec<(Markup, Markup)>,
}

impl HtmlSafe for Record {}

/// A ground with its proofs.
pub struct GroundView {
    pub name: Markup,
    pub asks: Markup,
    pub proofs: Vec<Markup>,
}

impl Record {
    /// Lays out a decision.
    pub fn of(scene: &Scene, decision: &Decision, said: Option<&DecisionSaid>) -> Record {
        let pen = &scene.pen;
        let word = decision.outcome.word();
        Record {
            outcome: shown(pen, "outcome-{}", word),
            means: shown(pen, "outcome-means-{}", word),
            says: says(pen, said),
            grounds: decision.grounds.iter().map(|grounded| ground(scene, grounded)).collect(),
            grounds_title: pen.t("record-grounds"),
            rows: rows(scene, decision),
        }
    }
}

fn says(pen: &Pen, said: Option<&DecisionSaid>) -> Vec<(Markup, Vec<String>)> {
    let lines = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
    let Some(said) = said else { return vec![(pen.t("record-reason"), vec![pen.lang.text("words-erased")])] };
    let texts = [
        ("record-reason", &said.reason),
        ("said-on_repair", &said.on_repair),
        ("said-changes_my_mind", &said.changes_my_mind),
        ("said-priced_out", &said.priced_out),
    ];
    texts.into_iter().filter(|(_, text)| !text.is_empty()).map(|(key, text)| (pen.t(key), lines(text))).collect()
}

fn ground(scene: &Scene, grounded: &Grounded) -> GroundView {
    let pen = &scene.pen;
    GroundView {
        name: named(pen, grounded.ground),
        asks: shown(pen, "ground-asks-{}", grounded.ground.word()),
        proofs: grounded.proofs.iter().map(|one| proof(scene, one)).collect(),
    }
}

/// Returns a ground with its code: G1 to G9.
pub fn named(pen: &Pen, ground: Ground) -> Markup {
    let place = Ground::ALL.iter().position(|one| *one == ground).unwrap_or_default() + 1;
    let code = pen.id(&format!("G{place}"));
    Markup::join([code, shown(pen, "ground-{}", ground.word())], " ")
}

/// Says a proof: the sentence of a frozen finding, or a record with how good it is.
pub fn proof(scene: &Scene, proof: &Proof) -> Markup {
    let pen = &scene.pen;
    match proof {
        Proof::Finding(code) => {
            let frozen = scene.case().opening.findings.iter().find(|frozen| frozen.code == *code);
            match frozen.filter(|_| scene.sees(*code)) {
                Some(frozen) => scene.says(frozen),
                None => Markup::text(&pen.lang.sign_name(*code)),
            }
        }
        Proof::Record { fact, grade } => {
            let record = href::record(&scene.opened.key.client, &fact.kind, &fact.id);
            // An adviser from outside sees no record of the firm.
            let id = pen.id(&fact.id);
            let link = if scene.visitor.is_adviser() { id } else { pen.link(&record, &id) };
            Markup::join([super::topics::kind_word(pen, &fact.kind), link, shown(pen, "grade-{}", grade.word())], " · ")
        }
        Proof::Persistence => match &scene.case().persistence {
            Some(persistence) => super::watched::crossed(pen, persistence),
            None => pen.t("watch-persistence"),
        },
    }
}

/// Returns what else was decided.
fn rows(scene: &Scene, decision: &Decision) -> Vec<(Markup, Markup)> {
    let pen = &scene.pen;
    let mut rows = vec![];
    let comma = pen.lang.text("case-comma");
    if decision.outcome.ends() {
        let tried = decision.tried.iter().map(|tried| shown(pen, "tried-{}", tried.word()));
        rows.push((pen.t("record-tried"), Markup::join(tried, &comma)));
        let lawful = if decision.lawful.passes() { "record-lawful-yes" } else { "record-lawful-no" };
        rows.push((pen.t("record-lawful"), pen.t(lawful)));
    }
    if let Some(cited) = cited::says(pen, scene.visitor, &scene.opened) {
        rows.push((pen.t("record-scenario"), cited));
    }
    if let Some(guardrails) = &decision.guardrails {
        rows.extend(limits(scene, guardrails));
    }
    if let Some(day) = decision.review_on {
        rows.push((pen.t("record-review"), pen.day(day)));
    }
    if let Some(execution) = &decision.execution {
        let args = [
            ("who", FluentValue::from(scene.people.name(&execution.by).to_owned())),
            ("day", FluentValue::from(pen.lang.day(execution.on))),
        ];
        let how = shown(pen, "tell-{}", execution.channel.word());
        rows.push((pen.t("record-execution"), Markup::join([pen.say("record-execution-says", args), how], " · ")));
    }
    if decision.personal_cause {
        rows.push((pen.t("record-personal"), pen.t("record-personal-says")));
    }
    if decision.legal_hold {
        rows.push((pen.t("record-hold"), pen.t("record-hold-says")));
    }
    rows
}

fn limits(scene: &Scene, guardrails: &Guardrails) -> Vec<(Markup, Markup)> {
    let pen = &scene.pen;
    let currency = scene.visitor.firm.base_currency;
    let sum = |value: f64| match currency {
        Some(currency) => pen.money(Money { minor: currency.minor(value), currency }),
        None => pen.number(value, 2),
    };
    let all = [
        ("price_floor", guardrails.price_floor.map(sum)),
        ("exposure_cap", guardrails.exposure_cap.map(sum)),
        ("capacity_cap", guardrails.capacity_cap.map(|hours| pen.number(hours, 1))),
    ];
    all.into_iter().filter_map(|(guard, value)| Some((shown(pen, "guard-{}", guard), value?))).collect()
}
