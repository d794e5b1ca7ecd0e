//! Looking back upon an end: our own part, what was foreseen and what came, lessons and what they change.

use super::{Asked, Asking, Topic};
use crate::flow::learn::{self, Picture};
use crate::flow::{exit, next_client};
use crate::store::policies;
use crate::web::PageError;
use crate::web::app::Shared;
use crate::web::cases::ask::{Fields, words};
use crate::web::cases::cited;
use crate::web::cases::retrospective::words as said;
use crate::web::cases::scene::Scene;
use crate::web::cases::words::shown;
use crate::web::form::Filled;
use crate::web::markup::Markup;
use crate::web::prospects::sees_sums;
use domain::case::learning::forecast::{Comparison, Fact, Span};
use domain::case::learning::identity::Names;
use domain::case::learning::recurrence::Rates;
use domain::case::learning::{Act as Learn, Change, Form, Learned, ReplacementStatus};
use domain::case::root_cause::RootCause;
use domain::case::{Act, Action};
use domain::sign::Code;

pub const TOPICS: [Topic; 10] = [
    Topic { path: "own-parts-summary", action: Action::Facilitate, asked: own_parts, answered: summed, then: THEN },
    Topic { path: "forecast-fact", action: Action::WorkFigures, asked: forecast, answered: compared, then: THEN },
    Topic { path: "good-things-kept", action: Action::Work, asked: good_things, answered: kept, then: THEN },
    Topic { path: "replacement-status", action: Action::Decide, asked: replacing, answered: stated, then: THEN },
    Topic { path: "retrospective-held", action: Action::Work, asked: holding, answered: held, then: THEN },
    Topic { path: "lesson", action: Action::Decide, asked: lesson, answered: accepted, then: THEN },
    Topic { path: "lesson-withdrawal", action: Action::Decide, asked: withdrawal, answered: withdrawn, then: THEN },
    Topic { path: "no-lesson", action: Action::Decide, asked: no_lesson, answered: none_found, then: THEN },
    Topic { path: "lesson-change", action: Action::Decide, asked: change, answered: filed, then: THEN },
    Topic { path: "lesson-monitor", action: Action::Work, asked: monitor, answered: monitored, then: THEN },
];

/// What is counted before and after a lesson, kept by a person.
pub const EFFECT: [Topic; 1] =
    [Topic { path: "lesson-effect", action: Action::Work, asked: effect, answered: measured, then: THEN }];

pub(super) const THEN: &str = "retrospective";

/// What these questions know besides the case.
#[derive(Default)]
pub struct Known {
    pub(super) names: Names,
    span: Option<Span>,
    versions: Vec<u32>,
    /// The criteria for the next client that are not out of force, by id and title.
    criteria: Vec<(String, String)>,
    rates: Vec<(u32, Option<Rates>)>,
}

impl Known {
    /// Reads what a question needs; nothing for one of another kind.
    pub async fn of(app: &Shared, scene: &Scene<'_>, path: &str) -> Result<Known, PageError> {
        let case = scene.case();
        let mut known = Known::default();
        match path {
            "own-parts-summary" | "lesson" | "questions-management" => {
                known.names = learn::names(&app.db, case).await?
            }
            "forecast-fact" => known.span = exit::span(&app.db, &scene.opened).await?,
            "lesson-change" => {
                known.versions = policies::all(&app.db).await?.into_iter().map(|one| one.policy.version).collect();
                let criteria = next_client::criteria(&app.db).await?.into_iter().filter(|one| !one.is_retired);
                known.criteria = criteria.map(|one| (one.id.clone(), one.shown().draft.title.clone())).collect();
            }
            "lesson-effect" => {
                let picture = Picture::of(&app.db, scene.visitor.today).await?;
                let own = &case.opening.client;
                let rates = |learned: &Learned| (learned.lesson.id, picture.rates(own, learned));
                known.rates = case.learning.standing().map(rates).collect();
            }
            _ => {}
        }
        Ok(known)
    }
}

pub(super) fn learn_act(act: Learn) -> Option<Act> {
    Some(Act::Learning(act))
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
    let signed_on = if filled.value("until").is_empty() { None } else { Some(asking.day(filled, "until")?) };
    let fact = Fact { went_below: went_below?, signed_on, replacement: asking.learning.span };
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

fn replacing(asking: &Asking, filled: &Filled) -> Asked {
    let (scene, pen) = (&asking.scene, asking.pen());
    let plan = sees_sums(scene.visitor).then(|| pen.link(&scene.href("replacement"), &pen.t("go-replacement")));
    let statuses = ReplacementStatus::WORDS.iter().copied();
    let fields = Fields::of(pen, filled)
        .one("status", "replacement-status", words(pen, "replacement-status-{}", statuses))
        .pick("owner", "lesson-owner", super::parting::members(asking))
        .text("text", "replacement-status-text");
    Asked { known: plan.into_iter().collect(), fields: fields.all(), ..Asked::default() }
}

fn stated(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    let status = asking.chosen(filled, "status", ReplacementStatus::of);
    let owner = super::parting::member(asking, filled, "owner");
    let text = asking.text(filled, "text");
    learn_act(Learn::StateReplacement { status: status?, owner: owner?, text: text? })
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
    let none = scene.case().learning.standing().next().is_none();
    let known = none.then(|| pen.link(&scene.href("no-lesson"), &pen.t("go-no-lesson")));
    Asked { known: known.into_iter().collect(), fields: fields.all(), ..Asked::default() }
}

fn accepted(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    let text = asking.text(filled, "text");
    let cause = asking.chosen(filled, "cause", RootCause::of);
    let form = asking.chosen(filled, "form", Form::of);
    let owner = super::parting::member(asking, filled, "owner");
    let seen = |code: &Code| asking.scene.frozen().any(|frozen| frozen.code == *code);
    let finding = match filled.value("finding") {
        "" => Some(None),
        _ => asking.chosen(filled, "finding", |word| Code::of(word).filter(seen)).map(Some),
    };
    let names = asking.learning.names.clone();
    learn_act(Learn::AcceptLesson { cause: cause?, finding: finding?, form: form?, owner: owner?, text: text?, names })
}

fn withdrawal(asking: &Asking, filled: &Filled) -> Asked {
    let learned = about(asking, filled);
    let known = learned.and_then(|one| one.said.as_deref()).map(Markup::text);
    let known = known.or_else(|| missing(asking, learned));
    let fields = Fields::of(asking.pen(), filled).text("text", "lesson-withdrawal-text");
    Asked { known: known.into_iter().collect(), hidden: hidden(learned), fields: fields.all(), words: None }
}

fn withdrawn(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    let lesson = named(asking, filled)?.lesson.id;
    learn_act(Learn::WithdrawLesson { lesson, text: asking.text(filled, "text")? })
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
    if !filled.value("lesson").is_empty() {
        return filled.value("lesson").parse().ok().and_then(|id| learning.lesson(id));
    }
    let waits = |one: &&Learned| one.lesson.form != Form::Practice && one.change.is_none();
    learning.standing().find(waits).or(learning.standing().next())
}

/// Returns the lesson that a form is about, or says that there is none of that number.
fn named<'a>(asking: &'a Asking, filled: &mut Filled) -> Option<&'a Learned> {
    let learned = about(asking, filled);
    if learned.is_none() {
        filled.refuse("lesson", asking.pen().lang.text("lesson-unknown"));
    }
    learned
}

/// Says that a lesson is not there; nothing where it is.
fn missing(asking: &Asking, learned: Option<&Learned>) -> Option<Markup> {
    learned.is_none().then(|| asking.pen().t("lesson-unknown"))
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
    if learned.is_some_and(|one| one.lesson.form == Form::Criterion) {
        let criteria = asking.learning.criteria.iter().map(|(id, title)| (id.clone(), pen.name(title)));
        let criteria = [(String::new(), pen.t("change-no-criterion"))].into_iter().chain(criteria);
        fields =
            fields.pick("criterion", "change-criterion", criteria.collect::<Vec<_>>()).hint("change-criterion-hint");
    }
    let known = learned.and_then(|one| one.said.as_deref()).map(Markup::text);
    let known = known.or_else(|| missing(asking, learned));
    Asked { known: known.into_iter().collect(), hidden: hidden(learned), fields: fields.all(), words: None }
}

fn filed(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    let lesson = named(asking, filled)?.lesson.id;
    let text = asking.text(filled, "text");
    let owner = super::parting::member(asking, filled, "owner");
    let on = asking.day(filled, "on");
    let offered = |version: &u32| asking.learning.versions.contains(version);
    let version = match filled.value("version") {
        "" => Some(None),
        _ => asking.chosen(filled, "version", |word| word.parse().ok().filter(offered)).map(Some),
    };
    let is_known = |id: &String| asking.learning.criteria.iter().any(|(known, _)| known == id);
    let criterion = match filled.value("criterion") {
        "" => Some(None),
        _ => asking.chosen(filled, "criterion", |id| Some(id.to_owned()).filter(is_known)).map(Some),
    };
    let change = Change { owner: owner?, effective_on: on?, version: version?, criterion: criterion? };
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
        let says = counted(asking, one).map_or_else(|key| pen.t(key), |rates| said::rates(pen, &rates));
        let text = one.said.as_deref().map(Markup::text);
        [text, Some(says)].into_iter().flatten().collect()
    };
    let policy = pen.link("/policy", &pen.t("go-policy"));
    let mut known: Vec<Markup> = learned.map(known).unwrap_or_default();
    known.extend(missing(asking, learned));
    known.push(policy);
    Asked { known, hidden: hidden(learned), ..Asked::default() }
}

fn measured(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    let learned = named(asking, filled)?;
    match counted(asking, learned) {
        Ok(rates) => learn_act(Learn::MeasureEffect { lesson: learned.lesson.id, rates }),
        Err(why) => {
            filled.refuse("lesson", asking.pen().lang.text(why));
            None
        }
    }
}

/// Returns what is counted of a lesson, or the key of why nothing is: its finding is not for this visitor, or there is none.
fn counted(asking: &Asking, learned: &Learned) -> Result<Rates, &'static str> {
    if learned.lesson.finding.is_some_and(|code| !asking.scene.sees(code)) {
        return Err("evidence-finding-hidden");
    }
    let rates = asking.learning.rates.iter().find(|(id, _)| *id == learned.lesson.id);
    rates.and_then(|(_, rates)| *rates).ok_or("effect-blind")
}
