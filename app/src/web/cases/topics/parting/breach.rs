//! An end for breach: the notice of default, the cure, and what is suspended.

use super::{Asked, Asking, Topic, door_to, files, optional, part, rests_on};
use crate::flow::contracts::of_notice;
use crate::web::cases::ask::{Fields, words};
use crate::web::form::{self, Filled};
use crate::web::markup::{Markup, Pen};
use domain::case::parting::Act as Part;
use domain::case::parting::suspension::Looked;
use domain::case::{Act, Action};
use domain::separation::contract::TermName;
use domain::separation::letter::Kind;
use domain::separation::notice::Method;

pub const TOPICS: [Topic; 4] = [
    Topic { path: "default", action: Action::Work, asked: default, answered: served, then: "" },
    Topic { path: "cure", action: Action::Work, asked: on_a_day, answered: cured, then: "" },
    Topic { path: "approved-stop", action: Action::ApproveStop, asked: stop, answered: stop_approved, then: "" },
    Topic { path: "suspension", action: Action::StartSuspension, asked: suspension, answered: suspended, then: "" },
];

fn default(asking: &Asking, filled: &Filled) -> Asked {
    let fields = Fields::of(asking.pen(), filled)
        .day("on", "default-on")
        .day("until", "default-until")
        .hint("default-until-hint")
        .one("method", "default-method", words(asking.pen(), "notice-method-{}", Method::WORDS.iter().copied()))
        .pick("proof", "dispatch-proof", files(asking, "dispatch-proof-later"))
        .hint("dispatch-proof-hint")
        .text("text", "default-text");
    let known = rests_on(asking, Kind::Default).into_iter().chain(ways(asking)).collect();
    Asked { known, fields: fields.all(), ..Asked::default() }
}

/// Says by which ways the contract wants its notices, where that was confirmed.
fn ways(asking: &Asking) -> Option<Markup> {
    let pen = asking.pen();
    let confirmed = of_notice(asking.scene.case(), &asking.confirmed);
    let term = confirmed.value(TermName::NoticeMethod).filter(|term| !term.methods.is_empty())?;
    let ways = pen.lang.term_value(TermName::NoticeMethod, term);
    Some(Markup::made(format!("<p class=\"soft\">{}</p>", pen.say("default-ways", [("ways", ways.into())]))))
}

fn served(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    let (on, cure_until) = (asking.day(filled, "on"), asking.day(filled, "until"));
    let method = asking.chosen(filled, "method", Method::of);
    let (text, proof) = (asking.text(filled, "text"), optional(filled, "proof"));
    let confirmed = of_notice(asking.scene.case(), &asking.confirmed);
    let act = Part::ServeDefault { on: on?, cure_until: cure_until?, method: method?, proof, text: text? };
    part(Part::UnderTerms { confirmed, act: Box::new(act) })
}

fn on_a_day(asking: &Asking, filled: &Filled) -> Asked {
    let fields = Fields::of(asking.pen(), filled).day("on", "parting-on").text("text", "parting-text");
    Asked { fields: fields.all(), ..Asked::default() }
}

fn cured(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    let (on, text) = (asking.day(filled, "on"), asking.text(filled, "text"));
    part(Part::RecordCure { on: on?, text: text? })
}

fn stop(asking: &Asking, filled: &Filled) -> Asked {
    let fields = Fields::of(asking.pen(), filled).text("text", "approved-stop-text").hint("approved-stop-text-hint");
    let awaits = asking.scene.case().awaits_it();
    let known = awaits.map(|letter| door_to(asking, letter)).into_iter().collect();
    Asked { known, fields: fields.all(), ..Asked::default() }
}

fn stop_approved(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    part(Part::ApproveStop { text: asking.text(filled, "text")? })
}

fn suspension(asking: &Asking, filled: &Filled) -> Asked {
    let runs = asking.scene.case().parting.breach.suspended_on.is_some();
    let pen = asking.pen();
    if runs {
        let fields = Fields::of(pen, filled).day("on", "parting-on");
        return Asked { fields: fields.all(), words: Some("suspension-end"), ..Asked::default() };
    }
    let fields = Fields::of(pen, filled)
        .day("on", "parting-on")
        .pick("right", "suspension-right", yes_no(pen))
        .number("notice_days", "suspension-notice-days")
        .hint("suspension-notice-days-hint")
        .pick("additional_only", "suspension-additional-only", yes_no(pen))
        .pick("disputed", "suspension-disputed", yes_no(pen))
        .pick("critical_system", "suspension-critical-system", yes_no(pen))
        .pick("third_parties", "suspension-third-parties", yes_no(pen))
        .text("text", "suspension-text")
        .hint("suspension-text-hint");
    let paid = (asking.is_owed == Some(false)).then(|| pen.t("suspension-nothing-owed"));
    let paid = paid.map(|said| Markup::made(format!("<p class=\"note bad\">{said}</p>")));
    let known = paid.into_iter().chain(rests_on(asking, Kind::Suspension)).collect();
    Asked { known, fields: fields.all(), ..Asked::default() }
}

/// Yes and no in a list, neither of them beforehand.
fn yes_no(pen: &Pen) -> Vec<(String, Markup)> {
    let answers = ["yes", "no"].map(|word| (word.to_owned(), pen.t(&format!("case-{word}"))));
    [(String::new(), pen.t("case-choose"))].into_iter().chain(answers).collect()
}

/// Returns what whoever suspends has looked at; every question is answered.
fn looked(asking: &Asking, filled: &mut Filled) -> Option<Looked> {
    let names = ["right", "additional_only", "disputed", "critical_system", "third_parties"];
    let [right, additional_only, disputed, critical_system, third_parties] = names.map(|name| asking.yes(filled, name));
    let days =
        form::number(filled.value("notice_days")).filter(|days| days.fract() == 0.0 && (0.0..=999.0).contains(days));
    if right == Some(true) && days.is_none() {
        filled.refuse("notice_days", asking.pen().lang.text("notice-need-number"));
        return None;
    }
    Some(Looked {
        notice_days: days.filter(|_| right == Some(true)).map(|days| days as u16),
        additional_only: right.and(additional_only)?,
        disputed: disputed?,
        critical_system: critical_system?,
        third_parties: third_parties?,
    })
}

fn suspended(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    let on = asking.day(filled, "on");
    if asking.scene.case().parting.breach.suspended_on.is_some() {
        return part(Part::EndSuspension { on: on? });
    }
    let (looked, text) = (looked(asking, filled), asking.text(filled, "text"));
    part(Part::Suspend { on: on?, looked: looked?, text: text? })
}
