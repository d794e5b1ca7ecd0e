//! The facts: how much is seen, which contracts hold, what the client says, what may lie behind it, what is on us.

use super::{Asked, Asking, Topic, kind_word};
use crate::flow::openings::detectors;
use crate::web::cases::ask::{Fields, words};
use crate::web::cases::words::shown;
use crate::web::form::Filled;
use crate::web::href;
use crate::web::markup::Markup;
use domain::case::event::FactRef;
use domain::case::root_cause::RootCause;
use domain::case::{Act, Action};
use domain::sign::Code;
use fluent_bundle::FluentValue;

pub const TOPICS: [Topic; 5] = [
    Topic { path: "data", action: Action::Work, asked: data, answered: looked_at, then: "" },
    Topic { path: "contracts", action: Action::Work, asked: contracts, answered: located, then: "" },
    Topic { path: "client-view", action: Action::Work, asked: client_view, answered: viewed, then: "" },
    Topic { path: "causes", action: Action::Work, asked: causes, answered: weighed, then: "causes" },
    Topic { path: "own-part", action: Action::Work, asked: own_part, answered: reviewed, then: "" },
];

/// Returns the share of detectors that see enough of the client, in percent.
fn known_percent(asking: &Asking) -> u8 {
    let blind = asking.scene.whole.as_ref().map_or(detectors(), |whole| whole.blind.len() as u32);
    let all = detectors().max(1);
    ((all - blind.min(all)) * 100 / all) as u8
}

fn data(asking: &Asking, filled: &Filled) -> Asked {
    let (scene, pen) = (&asking.scene, asking.pen());
    let share = pen.lang.percent(f64::from(known_percent(asking)) / 100.0);
    let share = pen.say("data-share", [("share", FluentValue::from(share))]);
    let blind = scene.whole.as_ref().map(|whole| whole.blind.clone()).unwrap_or_default();
    let gaps = blind.iter().filter(|(code, _)| scene.sees(*code)).map(|(code, need)| {
        let sees = Markup::text(&pen.lang.sign_sees(*code));
        Markup::made(format!("<li>{sees} <span class=\"faint\">{}</span></li>", Markup::text(&pen.lang.need_do(*need))))
    });
    let list = Markup::join(gaps, "");
    let list = if list.is_empty() { list } else { Markup::made(format!("<ul class=\"ticks\">{list}</ul>")) };
    Asked {
        known: vec![Markup::made(format!("<p class=\"big\">{share}</p>")), list],
        fields: Fields::of(pen, filled).text("text", "data-gaps").hint("data-gaps-hint").all(),
        ..Asked::default()
    }
}

fn looked_at(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    let known_percent = known_percent(asking);
    let gaps = Some(filled.value("text").to_owned()).filter(|gaps| !gaps.is_empty());
    if gaps.is_none() && known_percent < domain::case::gate::DATA_PERCENT_MIN {
        filled.refuse("text", asking.pen().lang.text("data-gaps-missing"));
        return None;
    }
    Some(Act::ReviewData { known_percent, gaps })
}

fn contracts(asking: &Asking, filled: &Filled) -> Asked {
    let pen = asking.pen();
    let known = asking.contracts.iter().map(|contract| (contract.clone(), pen.id(contract)));
    let fields = Fields::of(pen, filled);
    let fields = if asking.contracts.is_empty() { fields } else { fields.any("contract", "contracts-which", known) };
    let enter = format!("{}/contracts/new", href::client(&asking.scene.opened.key.client));
    let enter = pen.link(&enter, &pen.t("contracts-enter"));
    let key = if asking.contracts.is_empty() { "contracts-none-known" } else { "contracts-known" };
    Asked {
        known: vec![Markup::made(format!("<p>{} {enter}</p>", pen.t(key)))],
        fields: fields.tick("none", "contracts-none").all(),
        ..Asked::default()
    }
}

fn located(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    let contracts: Vec<String> =
        asking.contracts.iter().filter(|contract| filled.holds("contract", contract)).cloned().collect();
    // Either some hold, or it is said that none does.
    if contracts.is_empty() == filled.holds("none", "1") {
        Some(Act::LocateContracts { contracts })
    } else {
        filled.refuse("none", asking.pen().lang.text("contracts-either"));
        None
    }
}

fn client_view(asking: &Asking, filled: &Filled) -> Asked {
    let pen = asking.pen();
    let views = asking.scene.case().client_views.iter().map(|view| {
        let said = view.said.as_deref().map_or_else(|| pen.t("words-erased"), Markup::text);
        Markup::made(format!(
            "<blockquote class=\"quote\"><p class=\"tiny faint\">{}</p><p>{said}</p></blockquote>",
            pen.day(view.on)
        ))
    });
    let fields = Fields::of(pen, filled)
        .day("on", "client-view-on")
        .text("text", "client-view-text")
        .hint("client-view-text-hint")
        .tick("confirmed", "client-view-confirmed");
    Asked { known: views.collect(), fields: fields.all(), ..Asked::default() }
}

fn viewed(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    let (on, text) = (asking.day(filled, "on"), asking.text(filled, "text"));
    Some(Act::RecordClientView { on: on?, confirmed: filled.holds("confirmed", "1"), text: text? })
}

/// So many records of each finding are offered as references.
const OFFERED_OF_EACH: usize = 5;

fn causes(asking: &Asking, filled: &Filled) -> Asked {
    let pen = asking.pen();
    let causes = words(pen, "root-cause-{}", RootCause::ALL.iter().map(|cause| cause.word()));
    let sides = ["for", "against"].map(|side| (side.to_owned(), pen.t(&format!("causes-{side}"))));
    let fields = Fields::of(pen, filled)
        .one("cause", "causes-cause", causes)
        .one("side", "causes-side", sides)
        .text("text", "causes-text")
        .pick("fact", "causes-fact", facts(asking))
        .hint("causes-fact-hint");
    Asked { known: balance(asking), fields: fields.all(), ..Asked::default() }
}

/// Returns the records that can be pointed to: those of the findings, and the contracts.
fn facts(asking: &Asking) -> Vec<(String, Markup)> {
    let (scene, pen) = (&asking.scene, asking.pen());
    let none = (String::new(), pen.t("causes-no-fact"));
    let cited = scene.frozen().flat_map(|frozen| frozen.facts.rows.iter().take(OFFERED_OF_EACH));
    let cited = cited.map(|row| (row.kind.as_str(), row.id.as_str()));
    let all = cited.chain(asking.contracts.iter().map(|contract| ("contracts", contract.as_str())));
    let mut offered: Vec<(String, Markup)> = vec![none];
    for (kind, id) in all {
        let value = format!("{kind} {id}");
        if offered.iter().all(|(known, _)| *known != value) {
            offered.push((value, Markup::join([kind_word(pen, kind), Markup::text(id)], " · ")));
        }
    }
    offered
}

fn weighed(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    let cause = asking.chosen(filled, "cause", RootCause::of);
    let side = asking.chosen(filled, "side", |side| match side {
        "for" => Some(true),
        "against" => Some(false),
        _ => None,
    });
    let text = asking.text(filled, "text");
    let fact = filled.value("fact").split_once(' ');
    let fact = fact.map(|(kind, id)| FactRef { kind: kind.to_owned(), id: id.to_owned() });
    let known = |fact: &FactRef| {
        let value = format!("{} {}", fact.kind, fact.id);
        facts(asking).iter().any(|(offered, _)| *offered == value)
    };
    Some(Act::Weigh { cause: cause?, speaks_for: side?, fact: fact.filter(known), text: text? })
}

/// Returns what was weighed so far, cause by cause: what speaks for it beside what speaks against it.
pub fn balance(asking: &Asking) -> Vec<Markup> {
    let (scene, pen) = (&asking.scene, asking.pen());
    let weighed = &scene.case().hypotheses;
    let side = |cause: RootCause, speaks_for: bool| {
        let said = weighed.iter().filter(|one| one.cause == cause && one.speaks_for == speaks_for).map(|one| {
            let text = one.said.as_deref().map_or_else(|| pen.t("words-erased"), Markup::text);
            let fact = one.fact.as_ref().map(|fact| {
                let record = href::record(&scene.opened.key.client, &fact.kind, &fact.id);
                pen.link(&record, &pen.id(&fact.id))
            });
            Markup::made(format!("<li>{text} {}</li>", fact.unwrap_or_default()))
        });
        let list = Markup::join(said, "");
        let key = if speaks_for { "causes-for" } else { "causes-against" };
        let list = if list.is_empty() {
            format!("<p class=\"faint\">{}</p>", pen.t("causes-nothing"))
        } else {
            format!("<ul>{list}</ul>")
        };
        format!("<div><p class=\"tiny faint\">{}</p>{list}</div>", pen.t(key))
    };
    let causes = RootCause::ALL.iter().copied().filter(|cause| weighed.iter().any(|one| one.cause == *cause));
    causes
        .map(|cause| {
            let name = shown(pen, "root-cause-{}", cause.word());
            let sides = side(cause, true) + &side(cause, false);
            Markup::made(format!(
                "<article class=\"cause\"><h2>{name}</h2><div class=\"sides\">{sides}</div></article>"
            ))
        })
        .collect()
}

fn own_part(asking: &Asking, filled: &Filled) -> Asked {
    let (scene, pen) = (&asking.scene, asking.pen());
    let ours = scene.frozen().filter(|frozen| frozen.maybe_ours || frozen.code == Code::R0);
    let known: Vec<Markup> =
        ours.map(|frozen| Markup::made(format!("<p class=\"note us\">{}</p>", scene.says(frozen)))).collect();
    let nothing = || vec![Markup::made(format!("<p>{}</p>", pen.t("own-part-nothing")))];
    Asked {
        known: if known.is_empty() { nothing() } else { known },
        fields: Fields::of(pen, filled).text("text", "own-part-text").hint("own-part-text-hint").all(),
        ..Asked::default()
    }
}

fn reviewed(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    Some(Act::ReviewOwnPart { text: asking.text(filled, "text")? })
}
