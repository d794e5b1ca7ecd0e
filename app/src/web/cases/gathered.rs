//! What people brought to a case so far, each in a line with the page where it is brought.

use super::scene::Scene;
use super::words::shown;
use crate::web::href;
use crate::web::markup::Markup;
use fluent_bundle::FluentValue;

/// One thing that was brought.
pub struct Gathered {
    pub name: Markup,
    pub says: Markup,
    pub href: String,
}

/// Returns what was brought; what nobody brought yet stands among the gates.
pub fn views(scene: &Scene) -> Vec<Gathered> {
    let case = scene.case();
    let rows = [
        ("data", data(scene)),
        ("contracts", contracts(scene)),
        ("client-view", client_view(scene)),
        ("causes", causes(scene)),
        ("own-part", case.own_part_reviewed.then(|| scene.pen.t("gathered-own-part"))),
        ("talk", talk(scene)),
        ("counsel", counsel(scene)),
    ];
    rows.into_iter()
        .filter_map(|(below, says)| {
            Some(Gathered { name: shown(&scene.pen, "gathered-{}-name", below), says: says?, href: scene.href(below) })
        })
        .collect()
}

fn data(scene: &Scene) -> Option<Markup> {
    let (percent, gaps) = scene.case().data.as_ref()?;
    let share = scene.pen.percent(f64::from(*percent) / 100.0);
    Some(Markup::join([share].into_iter().chain(gaps.as_deref().map(|gaps| scene.pen.name(gaps))), " · "))
}

fn contracts(scene: &Scene) -> Option<Markup> {
    let contracts = scene.case().contracts.as_ref()?;
    let link = |id: &String| {
        let record = href::record(&scene.opened.key.client, "contracts", id);
        scene.pen.link(&record, &scene.pen.id(id))
    };
    let none = || scene.pen.t("gathered-no-contract");
    Some(if contracts.is_empty() { none() } else { Markup::join(contracts.iter().map(link), " ") })
}

fn client_view(scene: &Scene) -> Option<Markup> {
    let view = scene.case().client_views.last()?;
    let said = view.said.as_deref().map_or_else(|| scene.pen.t("words-erased"), |said| scene.pen.name(said));
    Some(Markup::join([scene.pen.day(view.on), said], " · "))
}

fn causes(scene: &Scene) -> Option<Markup> {
    let weighed = &scene.case().hypotheses;
    let mut causes: Vec<_> = weighed.iter().map(|one| one.cause).collect();
    causes.sort_unstable();
    causes.dedup();
    let words = causes.iter().map(|cause| shown(&scene.pen, "root-cause-{}", cause.word()));
    (!causes.is_empty()).then(|| Markup::join(words, &scene.pen.lang.text("case-comma")))
}

fn talk(scene: &Scene) -> Option<Markup> {
    let case = scene.case();
    match case.talks.last() {
        Some((on, by, _)) => {
            let args = [
                ("day", FluentValue::from(scene.pen.lang.day(*on))),
                ("who", FluentValue::from(scene.people.name(by).to_owned())),
            ];
            Some(scene.pen.say("gathered-talk", args))
        }
        None => case.talk_waived.then(|| scene.pen.t("gathered-no-talk")),
    }
}

fn counsel(scene: &Scene) -> Option<Markup> {
    let word = scene.case().counsel.last()?;
    Some(word.said.as_deref().map_or_else(|| scene.pen.t("words-erased"), |said| scene.pen.name(said)))
}
