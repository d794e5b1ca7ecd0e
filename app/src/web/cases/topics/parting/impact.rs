//! Who else is touched: each with a sentence, someone who says it, and a day; and that they heard it.

use super::{Asked, Asking, Topic, member, members, part, refuse_marked};
use crate::web::cases::ask::{Fields, words};
use crate::web::cases::scene::Scene;
use crate::web::cases::words::{shown, word};
use crate::web::form::{self, Filled};
use crate::web::markup::{Markup, Pen};
use domain::case::parting::Act as Part;
use domain::case::parting::impact::{Act as Impact, Event, Gap, Touched, TouchedSaid, Who};
use domain::case::{Act, Action};
use domain::separation::tone::Level;
use fluent_bundle::FluentValue;

pub const TOPICS: [Topic; 4] = [
    Topic { path: "impact", action: Action::Work, asked: impact, answered: considered, then: "" },
    Topic { path: "touched", action: Action::Work, asked: touched, answered: noted, then: "impact" },
    Topic { path: "touched-told", action: Action::Work, asked: telling, answered: told, then: "part" },
    Topic { path: "touched-removal", action: Action::Work, asked: removal, answered: struck, then: "impact" },
];

fn impact(asking: &Asking, filled: &Filled) -> Asked {
    let scene = &asking.scene;
    let all = scene.case().parting.touched.rows.iter().map(|row| view(scene, row));
    let another = scene.pen.link(&scene.href("touched"), &scene.pen.t("touched-add"));
    let known = all.chain([Markup::made(format!("<p>{another}</p>"))]).collect();
    let fields = Fields::of(&scene.pen, filled).text("text", "impact-text").hint("impact-text-hint");
    Asked { known, fields: fields.all(), ..Asked::default() }
}

fn considered(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    part(Part::ConsiderImpact { text: asking.text(filled, "text")? })
}

/// Says of someone who is touched what they hear, from whom and when, and what is missing of that.
pub fn view(scene: &Scene, row: &Touched) -> Markup {
    let pen = &scene.pen;
    let head = Markup::join([who(scene, row), shown(pen, "touched-who-{}", row.who.word())], " · ");
    let sentence = row.said.as_ref().map_or_else(|| pen.t("words-erased"), |said| Markup::text(&said.sentence));
    let mut says = vec![];
    says.extend(row.teller.as_ref().map(|teller| pen.name(scene.people.name(teller))));
    says.extend(row.on.map(|on| Markup::text(&pen.lang.weekday(on))));
    says.extend(row.told_on.map(|on| pen.say("touched-told", [("day", FluentValue::from(pen.lang.weekday(on)))])));
    let gaps = missing(scene, row);
    says.extend(gaps);
    let link = |path: &str, key: &str| pen.link(&scene.href(&format!("{path}?touched={}", row.id)), &pen.t(key));
    if row.told_on.is_none() && scene.may(Action::Work) {
        says.extend([link("touched", "touched-change"), link("touched-told", "go-touched-told")]);
        says.push(link("touched-removal", "touched-strike"));
    }
    let says = Markup::join(says, " · ");
    Markup::made(format!(
        "<blockquote class=\"quote\"><p class=\"tiny faint\">{head}</p><p dir=\"auto\">{sentence}</p><p class=\"tiny\">{says}</p></blockquote>"
    ))
}

/// Returns what is missing of someone who is touched, in words.
fn missing(scene: &Scene, row: &Touched) -> Option<Markup> {
    let (_, gaps) = scene.case().parting.impact_gaps().into_iter().find(|(known, _)| known.id == row.id)?;
    Some(in_words(&scene.pen, &gaps))
}

fn in_words(pen: &Pen, gaps: &[Gap]) -> Markup {
    let gap = |gap: &Gap| shown(pen, "touched-gap-{}", gap.word());
    let gaps = Markup::join(gaps.iter().map(gap), pen.lang.text("case-comma").as_str());
    Markup::made(format!("<strong>{gaps}</strong>"))
}

/// Names those of whom something is missing, with what it is.
pub fn named(scene: &Scene) -> Markup {
    let of = |(row, gaps): (&Touched, Vec<Gap>)| Markup::join([who(scene, row), in_words(&scene.pen, &gaps)], ": ");
    Markup::join(scene.case().parting.impact_gaps().into_iter().map(of), " · ")
}

fn who(scene: &Scene, row: &Touched) -> Markup {
    let name = row.said.as_ref().map(|said| scene.pen.name(&said.name));
    name.unwrap_or_else(|| scene.pen.t("words-erased"))
}

fn row<'a>(asking: &'a Asking, filled: &Filled) -> Option<&'a Touched> {
    let id = form::number(filled.value("touched"))?;
    asking.scene.case().parting.touched.rows.iter().find(|row| f64::from(row.id) == id)
}

fn touched(asking: &Asking, filled: &Filled) -> Asked {
    let pen = asking.pen();
    let mut filled = filled.clone();
    let mut hidden = vec![];
    if let Some(row) = row(asking, &filled) {
        hidden.push(("touched", row.id.to_string()));
        filled.offer("who", row.who.word());
        filled.offer("member", row.teller.as_deref().unwrap_or_default());
        row.on.into_iter().for_each(|on| filled.offer("until", &on.to_string()));
        if let Some(said) = &row.said {
            filled.offer("name", &said.name);
            filled.offer("text", &said.sentence);
        }
    }
    let fields = Fields::of(pen, &filled)
        .line("name", "touched-name")
        .one("who", "touched-who", words(pen, "touched-who-{}", Who::WORDS.iter().copied()))
        .text("text", "touched-sentence")
        .hint("touched-sentence-hint")
        .pick("member", "touched-teller", members(asking))
        .day("until", "touched-on")
        .hint("touched-on-hint");
    Asked { hidden, fields: fields.all(), ..Asked::default() }
}

fn noted(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    let touched = row(asking, filled).map(|row| row.id);
    let (name, who) = (asking.text(filled, "name"), asking.chosen(filled, "who", Who::of));
    let teller = if filled.value("member").is_empty() { None } else { Some(member(asking, filled, "member")?) };
    let on = if filled.value("until").is_empty() { None } else { Some(asking.day(filled, "until")?) };
    let said = TouchedSaid { name: name?, sentence: filled.value("text").to_owned() };
    let mut context = asking.context.clone();
    context.other_clients.retain(|known| *known != said.name);
    // What is not fit for others to hear is refused here, where what was written is still at hand.
    refuse_marked(asking, filled, ("text", &said.sentence), (Level::Warn, "touched-blocked"), &context)?;
    part(Part::Impact(Impact::NoteTouched { touched, who: who?, teller, on, said, context }))
}

fn telling(asking: &Asking, filled: &Filled) -> Asked {
    let Some(row) = row(asking, filled) else { return none(asking) };
    let fields = Fields::of(asking.pen(), filled).day("on", "parting-on");
    Asked {
        known: vec![view(&asking.scene, row)],
        hidden: vec![("touched", row.id.to_string())],
        fields: fields.all(),
        ..Asked::default()
    }
}

fn told(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    let (touched, on) = (row(asking, filled).map(|row| row.id), asking.day(filled, "on"));
    part(Part::Impact(Impact::TellTouched { touched: touched?, on: on? }))
}

fn removal(asking: &Asking, filled: &Filled) -> Asked {
    let Some(row) = row(asking, filled) else { return none(asking) };
    let hidden = vec![("touched", row.id.to_string())];
    Asked { known: vec![view(&asking.scene, row)], hidden, ..Asked::default() }
}

fn struck(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    let touched = row(asking, filled).map(|row| row.id)?;
    part(Part::Impact(Impact::StrikeTouched { touched }))
}

fn none(asking: &Asking) -> Asked {
    Asked { known: vec![asking.pen().t("touched-none")], ..Asked::default() }
}

/// Returns what the sentence of an event names.
pub fn args(pen: &Pen, event: &Event) -> Vec<(&'static str, FluentValue<'static>)> {
    match event {
        Event::TouchedNoted { who, .. } => vec![("touched", word(pen, "touched-who-{}", who.word()))],
        Event::TouchedStruck { .. } => vec![],
        Event::TouchedTold { on, .. } => vec![("day", pen.lang.weekday(*on).into())],
    }
}
