//! The lessons of a case: each with its cause, what it changed, and whether the cause was seen again.

use super::words;
use crate::flow::learn::Picture;
use crate::web::cases::scene::Scene;
use crate::web::cases::words::shown;
use crate::web::criteria::place_of;
use crate::web::href;
use crate::web::learn::signposts::{NEW_CRITERION, new_criterion};
use crate::web::markup::Markup;
use domain::case::learning::{Form, Learned};
use domain::case::{Action, Stage};
use domain::lesson::criterion::Criterion;
use fluent_bundle::FluentValue;

/// One lesson.
pub struct LessonView {
    pub id: u32,
    pub said: String,
    pub form: Markup,
    pub about: Markup,
    /// What was filed: when and whose, and what it says.
    pub change: Option<(Markup, String)>,
    /// The criteria for the next client that came of it, each with where it stands.
    pub criteria: Vec<(String, Markup)>,
    /// Since when it does not hold, and why.
    pub withdrawn: Option<(Markup, String)>,
    /// How often its finding appeared before and after, and what was kept of that.
    pub counted: Vec<Markup>,
    /// Where the cause was seen again.
    pub again: Option<Markup>,
    pub rows: Vec<(String, Markup)>,
    pub doors: Vec<(String, Markup)>,
}

/// Returns the lessons of a case.
pub fn views(scene: &Scene, picture: &Picture, criteria: &[Criterion]) -> Vec<LessonView> {
    scene.case().learning.lessons.iter().map(|learned| view(scene, picture, criteria, learned)).collect()
}

fn view(scene: &Scene, picture: &Picture, all: &[Criterion], learned: &Learned) -> LessonView {
    let pen = &scene.pen;
    let lesson = &learned.lesson;
    let owner = pen.name(scene.people.name(&lesson.owner));
    let about = [shown(pen, "root-cause-{}", lesson.cause.word()), pen.t("lesson-owned"), owner];
    LessonView {
        id: lesson.id,
        said: learned.said.clone().unwrap_or_else(|| pen.lang.text("words-erased")),
        form: shown(pen, "lesson-form-{}", lesson.form.word()),
        about: Markup::join(about, " "),
        change: change(scene, learned),
        criteria: criteria(scene, all, learned),
        withdrawn: learned.withdrawn.as_ref().map(|(on, said)| {
            let says = pen.say("lesson-withdrawn", [("day", pen.lang.weekday(*on).into())]);
            (says, said.clone().unwrap_or_else(|| pen.lang.text("words-erased")))
        }),
        counted: counted(scene, picture, learned),
        again: learned.recurrences.last().map(|seen| {
            let args = [
                ("clients", FluentValue::from(f64::from(seen.clients))),
                ("cases", FluentValue::from(f64::from(seen.cases))),
            ];
            pen.say("recurrence-says", args)
        }),
        rows: rows(scene, picture, learned),
        doors: doors(scene, learned),
    }
}

fn change(scene: &Scene, learned: &Learned) -> Option<(Markup, String)> {
    let pen = &scene.pen;
    let (change, said) = learned.change.as_ref()?;
    let owner = scene.people.name(&change.owner).to_owned();
    let args = [("day", pen.lang.weekday(change.effective_on).into()), ("member", FluentValue::from(owner))];
    let version = change.version.map(|version| {
        let text = pen.say("change-version-n", [("n", FluentValue::from(f64::from(version)))]);
        pen.link(&format!("/policy/{version}"), &text)
    });
    let about = Markup::join([Some(pen.say("change-says", args)), version].into_iter().flatten(), " ");
    Some((about, said.clone().unwrap_or_else(|| pen.lang.text("words-erased"))))
}

/// Returns the criteria that cite the lesson, and the one that its change cites.
fn criteria(scene: &Scene, all: &[Criterion], learned: &Learned) -> Vec<(String, Markup)> {
    let (pen, key) = (&scene.pen, &scene.opened.key);
    let own = place_of(key, learned.lesson.id);
    let filed = learned.change.as_ref().and_then(|(change, _)| change.criterion.as_deref());
    let came_of_it =
        |one: &&Criterion| one.shown().draft.lesson.as_deref() == Some(own.as_str()) || filed == Some(one.id.as_str());
    let view = |one: &Criterion| {
        let state = shown(pen, "criterion-state-{}", one.state().word());
        let words = Markup::join([pen.name(&one.shown().draft.title), state], " · ");
        (href::path(["criteria", one.id.as_str()]), words)
    };
    all.iter().filter(came_of_it).map(view).collect()
}

fn counted(scene: &Scene, picture: &Picture, learned: &Learned) -> Vec<Markup> {
    let pen = &scene.pen;
    if learned.lesson.finding.is_some_and(|code| !scene.sees(code)) {
        return vec![];
    }
    let now = picture.rates(&scene.opened.key.client, learned).map(|rates| words::rates(pen, &rates));
    let kept = learned.effects.last().map(|(rates, on)| {
        let title = pen.say("effect-kept", [("day", pen.lang.weekday(*on).into())]);
        Markup::join([title, words::rates(pen, rates)], " ")
    });
    [now, kept].into_iter().flatten().collect()
}

/// Returns the findings of others in which the cause was seen again; for whoever may see them.
fn rows(scene: &Scene, picture: &Picture, learned: &Learned) -> Vec<(String, Markup)> {
    let seen = picture.again(scene.case(), learned).into_iter();
    let seen = seen.filter(|one| scene.sees(one.code) && !learned.recurrences.is_empty());
    seen.map(|one| (href::finding(&one.client, one.code), scene.pen.id(&one.client))).collect()
}

fn doors(scene: &Scene, learned: &Learned) -> Vec<(String, Markup)> {
    let (pen, id, stage) = (&scene.pen, learned.lesson.id, scene.case().stage);
    if learned.withdrawn.is_some() {
        return vec![];
    }
    let mut doors = vec![];
    let key = &scene.opened.key;
    if stage == Stage::Closed && learned.lesson.form != Form::Practice && scene.may(Action::Decide) {
        doors.push((scene.href(&format!("lesson-change?lesson={id}")), pen.t("go-lesson-change")));
    }
    if learned.lesson.form == Form::Criterion {
        doors.push((new_criterion(&place_of(key, id)), pen.t(NEW_CRITERION)));
    }
    if learned.lesson.finding.is_some() && scene.may(Action::Work) {
        doors.push((scene.href(&format!("lesson-effect?lesson={id}")), pen.t("go-lesson-effect")));
    }
    if scene.may(Action::Decide) {
        doors.push((scene.href(&format!("lesson-withdrawal?lesson={id}")), pen.t("go-lesson-withdrawal")));
    }
    doors
}
