//! The questions of the retrospective, each with what its answer rests on.

use super::learning::{THEN, learn_act};
use super::{Asked, Asking, Topic};
use crate::web::cases::ask::Fields;
use crate::web::cases::retrospective::words as said;
use crate::web::form::Filled;
use crate::web::markup::Markup;
use domain::case::event::FactRef;
use domain::case::learning::{Act as Learn, Evidence, Question, Set};
use domain::case::{Act, Action};
use domain::sign::Code;

pub const TOPICS: [Topic; 3] = [
    Topic {
        path: "questions-management",
        action: Action::Work,
        asked: management,
        answered: of_management,
        then: THEN,
    },
    Topic {
        path: "questions-expectations",
        action: Action::Work,
        asked: expectations,
        answered: of_expectations,
        then: THEN,
    },
    Topic { path: "questions-obstacles", action: Action::Work, asked: obstacles, answered: of_obstacles, then: THEN },
];

fn management(asking: &Asking, filled: &Filled) -> Asked {
    questions(asking, filled, Set::Management)
}

fn expectations(asking: &Asking, filled: &Filled) -> Asked {
    questions(asking, filled, Set::Expectations)
}

fn obstacles(asking: &Asking, filled: &Filled) -> Asked {
    questions(asking, filled, Set::Obstacles)
}

fn of_management(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    answers(asking, filled, Set::Management)
}

fn of_expectations(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    answers(asking, filled, Set::Expectations)
}

fn of_obstacles(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    answers(asking, filled, Set::Obstacles)
}

fn of_set(set: Set) -> impl Iterator<Item = Question> {
    Question::ALL.iter().copied().filter(move |question| question.set() == set)
}

/// The field of what an answer rests on.
fn rests(question: Question) -> String {
    format!("{}-rests", question.word())
}

fn questions(asking: &Asking, filled: &Filled, set: Set) -> Asked {
    let (case, pen) = (asking.scene.case(), asking.pen());
    let mut filled = filled.clone();
    for answer in case.learning.answers.iter().filter(|answer| answer.question.set() == set) {
        filled.offer(answer.question.word(), answer.said.as_deref().unwrap_or_default());
        filled.offer(&rests(answer.question), &written(&answer.evidence));
    }
    let mut fields = Fields::of(pen, &filled);
    for question in of_set(set) {
        fields = fields
            .text(question.word(), &format!("question-{}", question.word()))
            .pick(&rests(question), "question-rests", evidence(asking))
            .hint("question-rests-hint");
    }
    Asked { fields: fields.all(), ..Asked::default() }
}

/// Returns what an answer can rest on: the findings that the case began from, its letters, what people did, and the records that
/// were pointed to.
fn evidence(asking: &Asking) -> Vec<(String, Markup)> {
    let (scene, pen) = (&asking.scene, asking.pen());
    let case = scene.case();
    let mut all = vec![(String::new(), pen.t("case-choose"))];
    let mut add = |evidence: Evidence| all.push((written(&evidence), said::evidence(scene, &evidence)));
    add(Evidence::Nothing);
    scene.frozen().for_each(|frozen| add(Evidence::Finding(frozen.code)));
    case.parting.letters.iter().for_each(|letter| add(Evidence::Letter(letter.id)));
    said::moments(scene).into_iter().for_each(|seq| add(Evidence::Entry(seq)));
    let weighed = case.hypotheses.iter().filter_map(|one| one.fact.clone());
    let rows = scene.frozen().flat_map(|frozen| frozen.facts.rows.iter().take(2));
    let rows = rows.map(|row| FactRef { kind: row.kind.clone(), id: row.id.clone() });
    let mut records: Vec<FactRef> = weighed.chain(rows).collect();
    records.sort_unstable();
    records.dedup();
    records.into_iter().for_each(|fact| add(Evidence::Record(fact)));
    all
}

/// Writes what an answer rests on as a form's value.
fn written(evidence: &Evidence) -> String {
    match evidence {
        Evidence::Finding(code) => format!("finding {}", code.word()),
        Evidence::Entry(seq) => format!("entry {seq}"),
        Evidence::Letter(id) => format!("letter {id}"),
        Evidence::Record(fact) => format!("record {} {}", fact.kind, fact.id),
        Evidence::Nothing => "nothing".to_owned(),
    }
}

/// Reads what an answer rests on; only what was offered counts.
fn evidence_of(asking: &Asking, value: &str) -> Option<Evidence> {
    if !evidence(asking).iter().any(|(offered, _)| offered == value) {
        return None;
    }
    let mut parts = value.splitn(3, ' ');
    match (parts.next()?, parts.next(), parts.next()) {
        ("nothing", None, None) => Some(Evidence::Nothing),
        ("finding", Some(code), None) => Code::of(code).map(Evidence::Finding),
        ("entry", Some(seq), None) => seq.parse().ok().map(Evidence::Entry),
        ("letter", Some(id), None) => id.parse().ok().map(Evidence::Letter),
        ("record", Some(kind), Some(id)) => {
            Some(Evidence::Record(FactRef { kind: kind.to_owned(), id: id.to_owned() }))
        }
        _ => None,
    }
}

fn answers(asking: &Asking, filled: &mut Filled, set: Set) -> Option<Act> {
    let lang = asking.pen().lang;
    let mut answers = vec![];
    for question in of_set(set) {
        let text = filled.value(question.word()).to_owned();
        match (text.is_empty(), evidence_of(asking, filled.value(&rests(question)))) {
            (true, _) => {}
            (false, Some(evidence)) => answers.push((question, evidence, text)),
            (false, None) => filled.refuse(&rests(question), lang.text("question-rests-missing")),
        }
    }
    if answers.is_empty() && filled.is_good() {
        let first = of_set(set).next()?;
        filled.refuse(first.word(), lang.text("field-required"));
    }
    if filled.is_good() {
        learn_act(Learn::AnswerQuestions { answers, names: asking.learning.names.clone() })
    } else {
        None
    }
}
