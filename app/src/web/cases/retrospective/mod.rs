//! The retrospective of an end: how it came about, what people answer, what was foreseen, and what is learned.

mod lessons;
pub mod words;

use super::gates::{self, GateView};
use super::happened::Happened;
use super::scene::Scene;
use super::stand;
use super::words::{shown, word};
use crate::flow::learn::Picture;
use crate::flow::next_client;
use crate::web::app::Shared;
use crate::web::markup::Markup;
use crate::web::{Frame, PageError, Visitor, page};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use domain::case::learning::timeline::{Moment, Source, timeline};
use domain::case::learning::{Answer, Question, Set};
use domain::case::limits::next;
use domain::case::{Action, Stage};
use domain::days::Day;
use fluent_bundle::FluentValue;
use lessons::LessonView;

#[derive(Template)]
#[template(path = "cases/retrospective.html")]
struct Show {
    frame: Frame,
    name: Markup,
    stage: Markup,
    lede: Markup,
    until: Option<Markup>,
    door: Option<(String, Markup)>,
    gates_title: Markup,
    gates: Vec<GateView>,
    moments: Vec<MomentView>,
    sets: Vec<SetView>,
    /// What was foreseen beside what came, and what people say of it.
    forecast: Vec<(Markup, Markup)>,
    forecast_said: Option<String>,
    forecast_door: Option<(String, Markup)>,
    /// That the answers were destroyed.
    own_gone: Option<Markup>,
    own_count: Markup,
    own_said: Option<String>,
    own_door: Option<(String, Markup)>,
    /// Where the replacement stands, and what is said of it.
    replacement: Option<(Markup, String)>,
    replacement_door: Option<(String, Markup)>,
    good: Option<String>,
    good_door: Option<(String, Markup)>,
    held: Option<(Markup, Option<String>)>,
    lessons: Vec<LessonView>,
    no_lesson: Option<String>,
    lesson_door: Option<(String, Markup)>,
    monitor: Option<Markup>,
    back: String,
}

/// One moment: its day, its kind, what it was and where it is written.
struct MomentView {
    on: Day,
    kind: Markup,
    says: Markup,
    href: String,
}

/// One set of questions with the answers there are.
struct SetView {
    word: &'static str,
    title: Markup,
    answers: Vec<AnswerView>,
    open: Option<Markup>,
    door: Option<(String, Markup)>,
}

/// One answer.
struct AnswerView {
    question: Markup,
    said: String,
    rests: Markup,
    href: Option<String>,
}

pub async fn show(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((client, case)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let scene = Scene::of(&app, &visitor, &client, &case).await?;
    let (case, pen) = (scene.case(), &scene.pen);
    if !matches!(case.stage, Stage::Closed | Stage::Learned) {
        return Err(PageError::NotFound);
    }
    let picture = Picture::of(&app.db, visitor.today).await?;
    let criteria = next_client::criteria(&app.db).await?;
    let (learning, to) = (&case.learning, next(case));
    let title = pen.lang.text("go-retrospective");
    let door = |below: &str, action: Action| {
        let asks = case.stage == Stage::Closed && scene.may(action);
        asks.then(|| (scene.href(below), shown(pen, "go-{}", below)))
    };
    let erased = |said: &Option<String>| said.clone().unwrap_or_else(|| pen.lang.text("words-erased"));
    let show = Show {
        frame: scene.frame(title),
        name: pen.name(scene.name()),
        stage: scene.stage(),
        lede: Markup::strong(&pen.lang.text(&format!("retrospective-{}", case.stage.word()))),
        until: stand::until(&scene),
        door: stand::door(&scene).filter(|_| case.stage == Stage::Closed),
        gates_title: to.map(|to| shown(pen, "case-gates-{}", to.word())).unwrap_or_default(),
        gates: to.map(|to| gates::views(&scene, to)).unwrap_or_default(),
        moments: moments(&scene, &picture),
        sets: Set::ALL.iter().map(|set| set_view(&scene, *set)).collect(),
        forecast: learning.forecast.as_ref().map(|(one, _)| words::compared(&scene, one)).unwrap_or_default(),
        forecast_said: learning.forecast.as_ref().and_then(|(_, said)| said.clone()),
        forecast_door: door("forecast-fact", Action::WorkFigures),
        own_gone: case.learning.own_parts_destroyed.map(|on| words::own_parts_gone(pen, case, on)),
        own_count: words::own_parts_count(&scene),
        own_said: learning.own_parts.as_ref().map(|(_, said)| erased(said)),
        own_door: door("own-parts-summary", Action::Facilitate).filter(|_| case.own_parts_to_sum().is_some()),
        replacement: learning.replacement.as_ref().map(|(status, owner, said)| {
            let args = [
                ("status", word(pen, "replacement-status-{}", status.word())),
                ("member", FluentValue::from(scene.people.name(owner).to_owned())),
            ];
            (pen.say("replacement-status-says", args), erased(said))
        }),
        replacement_door: door("replacement-status", Action::Decide),
        good: learning.good_things.as_ref().map(erased),
        good_door: door("good-things-kept", Action::Work),
        held: learning.held.as_ref().map(|(on, said)| (pen.weekday(*on), said.clone())),
        lessons: lessons::views(&scene, &picture, &criteria),
        no_lesson: learning.no_lesson.as_ref().map(erased),
        lesson_door: door("lesson", Action::Decide),
        monitor: learning.monitor.as_ref().filter(|_| learning.standing().next().is_some()).map(|one| {
            let owner = scene.people.name(&one.owner).to_owned();
            pen.say("monitor-until", [("day", pen.lang.weekday(one.until).into()), ("member", owner.into())])
        }),
        back: scene.href(""),
    };
    Ok(page(&show)?.into_response())
}

/// Returns the moments from the first sign to the closing, each with its source.
fn moments(scene: &Scene, picture: &Picture) -> Vec<MomentView> {
    let pen = &scene.pen;
    let signs = picture.signs(scene.case());
    let signs: Vec<_> = signs.into_iter().filter(|(code, _)| scene.sees(*code)).collect();
    let view = |moment: Moment| {
        let (says, href) = match moment.source {
            Source::Finding(code) => {
                let frozen = scene.frozen().find(|frozen| frozen.code == code)?;
                (scene.says(frozen), format!("{}#frozen", scene.href("")))
            }
            Source::Entry(seq) => {
                let entry = words::entry(scene, seq)?;
                (Happened::sentence(pen, &scene.people, entry), format!("{}#entry-{seq}", scene.href("")))
            }
        };
        Some(MomentView { on: moment.on, kind: shown(pen, "moment-{}", moment.kind.word()), says, href })
    };
    timeline(&scene.case().opening, &scene.opened.entries, &signs).into_iter().filter_map(view).collect()
}

fn set_view(scene: &Scene, set: Set) -> SetView {
    let (case, pen) = (scene.case(), &scene.pen);
    let answer = |answer: &Answer| AnswerView {
        question: shown(pen, "question-{}", answer.question.word()),
        said: answer.said.clone().unwrap_or_else(|| pen.lang.text("words-erased")),
        rests: words::evidence(scene, &answer.evidence),
        href: words::place(scene, &answer.evidence),
    };
    let of_set = Question::ALL.iter().filter(|question| question.set() == set);
    let answers: Vec<AnswerView> =
        of_set.clone().filter_map(|question| case.learning.answer(*question)).map(answer).collect();
    let open = of_set.count() - answers.len();
    let below = format!("questions-{}", set.word());
    let asks = case.stage == Stage::Closed && scene.may(Action::Work);
    SetView {
        word: set.word(),
        title: shown(pen, "set-{}", set.word()),
        open: (open > 0).then(|| pen.about("set-open", open as u64)),
        door: asks.then(|| (scene.href(&below), shown(pen, "go-{}", &below))),
        answers,
    }
}
