//! Looking back upon an end: the questions, what was foreseen and what came, lessons and what they change.

use super::{Asked, Asking, Topic};
use crate::flow::learn::{self, Picture};
use crate::store::{exit_runs, policies};
use crate::web::PageError;
use crate::web::app::Shared;
use crate::web::cases::ask::{Fields, words};
use crate::web::cases::cited;
use crate::web::cases::retrospective::words as said;
use crate::web::cases::scene::Scene;
use crate::web::cases::words::shown;
use crate::web::form::{self, Filled};
use crate::web::markup::Markup;
use domain::case::event::FactRef;
use domain::case::learning::forecast::{Comparison, Fact, Span};
use domain::case::learning::identity::Names;
use domain::case::learning::recurrence::Rates;
use domain::case::learning::{Act as Learn, Change, Evidence, Form, Learned, Question, Set};
use domain::case::root_cause::RootCause;
use domain::case::{Act, Action};
use domain::exit::read;
use domain::sign::Code;

pub const TOPICS: [Topic; 11] = [
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
    Topic { path: "own-parts-summary", action: Action::Facilitate, asked: own_parts, answered: summed, then: THEN },
    Topic { path: "forecast-fact", action: Action::WorkFigures, asked: forecast, answered: compared, then: THEN },
    Topic { path: "good-things-kept", action: Action::Work, asked: good_things, answered: kept, then: THEN },
    Topic { path: "retrospective-held", action: Action::Work, asked: holding, answered: held, then: THEN },
    Topic { path: "lesson", action: Action::Decide, asked: lesson, answered: accepted, then: THEN },
    Topic { path: "no-lesson", action: Action::Decide, asked: no_lesson, answered: none_found, then: THEN },
    Topic { path: "lesson-change", action: Action::Decide, asked: change, answered: filed, then: THEN },
    Topic { path: "lesson-monitor", action: Action::Work, asked: monitor, answered: monitored, then: THEN },
];

/// What is counted before and after a lesson, kept by a person.
pub const EFFECT: [Topic; 1] =
    [Topic { path: "lesson-effect", action: Action::Work, asked: effect, answered: measured, then: THEN }];

const THEN: &str = "retrospective";

/// What these questions know besides the case.
#[derive(Default)]
pub struct Known {
    names: Names,
    span: Option<Span>,
    versions: Vec<u32>,
    rates: Vec<(u32, Option<Rates>)>,
}

impl Known {
    /// Reads what a question needs; nothing for one of another kind.
    pub async fn of(app: &Shared, scene: &Scene<'_>, path: &str) -> Result<Known, PageError> {
        let case = scene.case();
        let mut known = Known::default();
        match path {
            "own-parts-summary" | "lesson" => known.names = learn::names(&app.db, case).await?,
            "forecast-fact" => known.span = span(app, scene).await?,
            "lesson-change" => {
                known.versions = policies::all(&app.db).await?.into_iter().map(|one| one.policy.version).collect();
            }
            "lesson-effect" => {
                let picture = Picture::of(&app.db, scene.visitor.today).await?;
                let own = &case.opening.client;
                let rates = |learned: &Learned| (learned.lesson.id, picture.rates(own, learned));
                known.rates = case.learning.lessons.iter().map(rates).collect();
            }
            _ => {}
        }
        Ok(known)
    }
}

/// Returns how long the cited run expected the replacement to take.
async fn span(app: &Shared, scene: &Scene<'_>) -> Result<Option<Span>, PageError> {
    let Some(cited) = &scene.case().scenario else { return Ok(None) };
    let run = exit_runs::of_client(&app.db, &scene.opened.key.client, &cited.run).await?;
    let inputs = run.and_then(|run| read(&run.inputs).ok());
    Ok(inputs.and_then(|inputs| Span::of(&inputs.inputs().replacement.as_ref()?.time)))
}

fn learn_act(act: Learn) -> Option<Act> {
    Some(Act::Learning(act))
}

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
    if filled.is_good() { learn_act(Learn::AnswerQuestions { answers }) } else { None }
}

fn own_parts(asking: &Asking, filled: &Filled) -> Asked {
    let (scene, pen) = (&asking.scene, asking.pen());
    let known = pen.link(&scene.href("review"), &pen.t("go-review"));
    let fields = Fields::of(pen, filled).text("text", "own-parts-text").hint("own-parts-hint");
    Asked { known: vec![said::own_parts_count(scene), known], fields: fields.all(), ..Asked::default() }
}

fn summed(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    let text = asking.text(filled, "text")?;
    learn_act(Learn::SumOwnParts { text, names: asking.learning.names.clone() })
}

fn forecast(asking: &Asking, filled: &Filled) -> Asked {
    let (scene, pen) = (&asking.scene, asking.pen());
    let fact = Fact { replacement: asking.learning.span, ..Fact::default() };
    let mut known: Vec<Markup> = cited::says(pen, scene.visitor, &scene.opened).into_iter().collect();
    known.extend(
        said::compared(scene, &Comparison::of(scene.case(), &fact))
            .into_iter()
            .map(|(name, value)| Markup::join([name, value], " ")),
    );
    let fields = Fields::of(pen, filled)
        .one("below", "forecast-below", words(pen, "forecast-{}", ["no", "yes", "unknown"]))
        .day("until", "forecast-replaced")
        .hint("forecast-replaced-hint")
        .text("text", "forecast-text");
    Asked { known, fields: fields.all(), ..Asked::default() }
}

fn compared(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    let went_below = asking.chosen(filled, "below", |word| match word {
        "no" => Some(Some(false)),
        "yes" => Some(Some(true)),
        "unknown" => Some(None),
        _ => None,
    });
    let replaced_on = if filled.value("until").is_empty() { None } else { Some(asking.day(filled, "until")?) };
    let fact = Fact { went_below: went_below?, replaced_on, replacement: asking.learning.span };
    let text = Some(filled.value("text").to_owned()).filter(|text| !text.is_empty());
    learn_act(Learn::CompareForecast { fact, text })
}

fn good_things(asking: &Asking, filled: &Filled) -> Asked {
    let fields = Fields::of(asking.pen(), filled).text("text", "good-things-text");
    Asked { known: said::good_things(&asking.scene), fields: fields.all(), ..Asked::default() }
}

fn kept(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    learn_act(Learn::CarryOn { text: asking.text(filled, "text")? })
}

fn holding(asking: &Asking, filled: &Filled) -> Asked {
    let fields = Fields::of(asking.pen(), filled).day("on", "held-on").text("text", "held-text").hint("held-text-hint");
    Asked { fields: fields.all(), ..Asked::default() }
}

fn held(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    let (on, text) = (asking.day(filled, "on"), asking.text(filled, "text"));
    learn_act(Learn::HoldRetrospective { on: on?, text: text? })
}

fn lesson(asking: &Asking, filled: &Filled) -> Asked {
    let (scene, pen) = (&asking.scene, asking.pen());
    let choose = || (String::new(), pen.t("case-choose"));
    let causes = [choose()].into_iter().chain(words(pen, "root-cause-{}", RootCause::WORDS.iter().copied()));
    let findings =
        scene.frozen().map(|frozen| (frozen.code.word().to_owned(), Markup::text(&pen.lang.sign_name(frozen.code))));
    let findings = [(String::new(), pen.t("lesson-no-finding"))].into_iter().chain(findings);
    let fields = Fields::of(pen, filled)
        .text("text", "lesson-text")
        .hint("lesson-text-hint")
        .pick("cause", "lesson-cause", causes.collect::<Vec<_>>())
        .pick("finding", "lesson-finding", findings.collect::<Vec<_>>())
        .hint("lesson-finding-hint")
        .one("form", "lesson-form", words(pen, "lesson-form-{}", Form::WORDS.iter().copied()))
        .explained(|word| shown(pen, "lesson-form-{}-hint", word))
        .pick("owner", "lesson-owner", super::parting::members(asking));
    let none = scene.case().learning.lessons.is_empty();
    let known = none.then(|| pen.link(&scene.href("no-lesson"), &pen.t("go-no-lesson")));
    Asked { known: known.into_iter().collect(), fields: fields.all(), ..Asked::default() }
}

fn accepted(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    let text = asking.text(filled, "text");
    let cause = asking.chosen(filled, "cause", RootCause::of);
    let form = asking.chosen(filled, "form", Form::of);
    let owner = super::parting::member(asking, filled, "owner");
    let finding = Code::of(filled.value("finding"));
    let names = asking.learning.names.clone();
    learn_act(Learn::AcceptLesson { cause: cause?, finding, form: form?, owner: owner?, text: text?, names })
}

fn no_lesson(asking: &Asking, filled: &Filled) -> Asked {
    Asked { fields: Fields::of(asking.pen(), filled).text("text", "no-lesson-text").all(), ..Asked::default() }
}

fn none_found(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    learn_act(Learn::FindNoLesson { text: asking.text(filled, "text")? })
}

/// Returns the lesson that a form is about: the one it names, else the first that waits.
fn about<'a>(asking: &'a Asking, filled: &Filled) -> Option<&'a Learned> {
    let learning = &asking.scene.case().learning;
    let named = form::number(filled.value("lesson")).and_then(|id| learning.lesson(id as u32));
    let waits = |one: &&Learned| one.lesson.form != Form::Practice && one.change.is_none();
    named.or_else(|| learning.lessons.iter().find(waits)).or(learning.lessons.first())
}

fn hidden(learned: Option<&Learned>) -> Vec<(&'static str, String)> {
    learned.map(|one| ("lesson", one.lesson.id.to_string())).into_iter().collect()
}

fn change(asking: &Asking, filled: &Filled) -> Asked {
    let pen = asking.pen();
    let learned = about(asking, filled);
    let mut filled = filled.clone();
    filled.offer("owner", learned.map_or("", |one| one.lesson.owner.as_str()));
    let mut fields = Fields::of(pen, &filled)
        .text("text", "change-text")
        .hint("change-text-hint")
        .pick("owner", "lesson-owner", super::parting::members(asking))
        .day("on", "change-on");
    if learned.is_some_and(|one| one.lesson.form == Form::Policy) {
        let number = |version: &u32| {
            let args = [("n", fluent_bundle::FluentValue::from(f64::from(*version)))];
            (version.to_string(), pen.say("change-version-n", args))
        };
        let versions = asking.learning.versions.iter().map(number);
        let versions = [(String::new(), pen.t("change-no-version"))].into_iter().chain(versions);
        fields = fields.pick("version", "change-version", versions.collect::<Vec<_>>()).hint("change-version-hint");
    }
    let known = learned.and_then(|one| one.said.as_deref()).map(Markup::text);
    Asked { known: known.into_iter().collect(), hidden: hidden(learned), fields: fields.all(), words: None }
}

fn filed(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    let lesson = about(asking, filled)?.lesson.id;
    let text = asking.text(filled, "text");
    let owner = super::parting::member(asking, filled, "owner");
    let on = asking.day(filled, "on");
    let version = form::number(filled.value("version")).map(|version| version as u32);
    let version = version.filter(|version| asking.learning.versions.contains(version));
    let change = Change { owner: owner?, effective_on: on?, version };
    learn_act(Learn::FileChange { lesson, change, text: text? })
}

fn monitor(asking: &Asking, filled: &Filled) -> Asked {
    let fields = Fields::of(asking.pen(), filled).pick("owner", "monitor-owner", super::parting::members(asking));
    Asked { fields: fields.all(), ..Asked::default() }
}

fn monitored(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    learn_act(Learn::SetMonitor { owner: super::parting::member(asking, filled, "owner")? })
}

fn effect(asking: &Asking, filled: &Filled) -> Asked {
    let pen = asking.pen();
    let learned = about(asking, filled);
    let known = |one: &Learned| {
        let rates = asking.learning.rates.iter().find(|(id, _)| *id == one.lesson.id).and_then(|(_, rates)| *rates);
        let says = rates.map_or_else(|| pen.t("effect-blind"), |rates| said::rates(pen, &rates));
        let text = one.said.as_deref().map(Markup::text);
        [text, Some(says)].into_iter().flatten().collect()
    };
    let policy = pen.link("/policy", &pen.t("go-policy"));
    let mut known: Vec<Markup> = learned.map(known).unwrap_or_default();
    known.push(policy);
    Asked { known, hidden: hidden(learned), ..Asked::default() }
}

fn measured(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    let lesson = about(asking, filled)?.lesson.id;
    let rates = asking.learning.rates.iter().find(|(id, _)| *id == lesson).and_then(|(_, rates)| *rates)?;
    learn_act(Learn::MeasureEffect { lesson, rates })
}
