//! One prospect: what the criteria say and why, whom it is like, what is known, and what happened.

use super::words::{self, VerdictView};
use super::{Desk, address, is_owner, sees_sums};
use crate::flow::next_client::{self, Recognised};
use crate::store::viewer::Role;
use crate::web::app::Shared;
use crate::web::cases::words::{shown, word};
use crate::web::markup::Markup;
use crate::web::part::Facts;
use crate::web::{Frame, PageError, Visitor, href, page};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use domain::lesson::Stamped;
use domain::lesson::fact::Fact;
use domain::lesson::prospect::{Event, Stage};
use domain::lesson::rule::Truth;
use fluent_bundle::FluentValue;

#[derive(Template)]
#[template(path = "prospects/show.html")]
struct Show {
    frame: Frame,
    name: Markup,
    stage: Markup,
    lede: Markup,
    needed: Option<Markup>,
    /// What comes next: the main way, and the others.
    door: Option<(String, Markup)>,
    ways: Vec<(String, Markup)>,
    facts: Facts,
    verdicts: Vec<VerdictView>,
    recognised: Vec<Markup>,
    known: Vec<(Markup, Markup)>,
    expectations: Vec<(Markup, String)>,
    happened: Vec<(Markup, Markup, Option<String>)>,
}

pub async fn show(State(app): State<Shared>, visitor: Visitor, Path(id): Path<String>) -> Result<Response, PageError> {
    let desk = Desk::of(&app, &visitor, &id).await?;
    let (pen, own) = (&desk.pen, desk.own());
    let (stage, since) = own.stage();
    let against = own.against(&desk.judged);
    let recognised = next_client::recognised(app.place(), &visitor.viewer, &visitor.member, own).await?;
    let profile = &own.profile;
    let said = [("prospect-they-expect", &profile.they_expect), ("prospect-we-expect", &profile.we_expect)];
    let barring = own.barring(&desk.judged);
    let blocked = !barring.is_empty() && stage.is_open();
    let show = Show {
        frame: desk.frame(None),
        name: pen.name(&profile.name),
        stage: Markup::join([shown(pen, "stage-{}", stage.word()), pen.day(since)], " · "),
        lede: lede(&desk, against.len()),
        needed: needed(&desk, blocked),
        door: door(&desk, stage),
        ways: ways(&desk, blocked),
        facts: facts(&desk),
        verdicts: desk.judged.iter().map(|one| words::verdict(pen, &visitor, one, own.is_overridden(one))).collect(),
        recognised: recognised.iter().map(|one| met(&desk, one)).collect(),
        known: known(&desk),
        expectations: said.into_iter().filter_map(|(key, text)| Some((pen.t(key), text.clone()?))).collect(),
        happened: desk.told.log.iter().rev().map(|stamped| happened(&desk, stamped)).collect(),
    };
    Ok(page(&show)?.into_response())
}

fn lede(desk: &Desk, against: usize) -> Markup {
    let (lang, own) = (desk.pen.lang, desk.own());
    let unknown = desk.judged.iter().filter(|one| one.verdict.truth == Truth::Unknown).count();
    let noted = desk.judged.iter().filter(|one| one.verdict.truth == Truth::True).count();
    let (key, n) = match own.stage().0 {
        Stage::Won => ("prospect-lede-won", 0),
        Stage::Lost => ("prospect-lede-lost", 0),
        Stage::Refused => ("prospect-lede-refused", 0),
        _ if desk.judged.is_empty() => ("prospect-lede-no-criteria", 0),
        _ if against > 0 => ("prospect-lede-against", against),
        _ if unknown > 0 => ("prospect-lede-unknown", unknown),
        _ if noted > 0 => ("prospect-lede-noted", noted),
        _ => ("prospect-lede-nothing", 0),
    };
    let args = [("name", FluentValue::from(own.profile.name.as_str())), ("n", FluentValue::from(n as f64))];
    Markup::strong(&lang.say(key, args))
}

/// Says what it takes for them to be won.
fn needed(desk: &Desk, blocked: bool) -> Option<Markup> {
    let key = match is_owner(desk.visitor) {
        _ if desk.own().is_shut() => "prospect-shut",
        _ if !blocked => return None,
        true => "prospect-may-override",
        false => "prospect-ask-owner",
    };
    Some(desk.pen.t(key))
}

/// Returns the way that the page offers first.
fn door(desk: &Desk, stage: Stage) -> Option<(String, Markup)> {
    let way = |path: &str, key: &str| Some((desk.href(path), desk.pen.t(key)));
    match stage {
        Stage::Won if desk.own().client.is_none() => way("client", "prospect-go-client"),
        Stage::Won => None,
        _ if desk.own().is_shut() && is_owner(desk.visitor) => way("override", "prospect-go-override"),
        _ if desk.own().is_shut() => None,
        _ => way("stage", "prospect-go-stage"),
    }
}

fn ways(desk: &Desk, blocked: bool) -> Vec<(String, Markup)> {
    let aside = (blocked && is_owner(desk.visitor)).then_some(("override", "prospect-go-override"));
    let all = [("facts", "prospect-go-facts"), ("edit", "prospect-go-edit"), ("sheet", "prospect-go-sheet")];
    let erase = (desk.visitor.role >= Role::Finance).then_some(("erasures", "act-erase"));
    all.into_iter().chain(aside).chain(erase).map(|(path, key)| (desk.href(path), desk.pen.t(key))).collect()
}

fn facts(desk: &Desk) -> Facts {
    let (pen, own) = (&desk.pen, desk.own());
    let profile = &own.profile;
    let mut facts = Facts::default();
    if let Some(sum) = profile.contribution.filter(|_| sees_sums(desk.visitor)) {
        facts.add_big(pen.t("prospect-contribution"), pen.money(sum));
    }
    let channel = shown(pen, "through-{}", profile.channel.word());
    let through = profile.through.as_deref().map(|through| pen.name(through));
    facts.add(pen.t("prospect-channel"), Markup::join([Some(channel), through].into_iter().flatten(), " · "));
    if let Some(on) = profile.next_on.filter(|_| own.stage().0.is_open()) {
        let late = (on <= desk.visitor.today).then(|| words::late(pen));
        let what = profile.next_what.as_deref().map(Markup::text);
        facts.add(pen.t("prospect-next"), Markup::join([Some(pen.day(on)), late, what].into_iter().flatten(), " · "));
    }
    facts.add(pen.t("prospect-owner"), pen.name(desk.people.name(&profile.owner)));
    if let Some(client) = &own.client {
        facts.add(pen.t("prospect-client"), pen.link(&href::client(client), &pen.id(client)));
    }
    facts
}

/// Says whom a prospect is like, and by what.
fn met(desk: &Desk, one: &Recognised) -> Markup {
    let pen = &desk.pen;
    match one {
        Recognised::Client { client, name, has_ended, parted, by } => {
            let key = if *has_ended { "met-ended-client" } else { "met-client" };
            let sign = word(pen, "met-by-{}", by.sign.word());
            let args = [("name", FluentValue::from(name.as_str())), ("sign", sign)];
            let parted = parted
                .filter(|_| *has_ended)
                .map(|state| pen.say("met-parted", [("state", word(pen, "relationship-{}", state.word()))]));
            let way = pen.link(&href::client(client), &pen.say(key, args));
            Markup::join([Some(way), pen.letters(&by.letters), parted].into_iter().flatten(), " ")
        }
        Recognised::Prospect { id, name, stage, by } => {
            let args = [
                ("name", FluentValue::from(name.as_str())),
                ("sign", word(pen, "met-by-{}", by.sign.word())),
                ("stage", word(pen, "stage-{}", stage.word())),
            ];
            let way = pen.link(&address(id), &pen.say("met-prospect", args));
            Markup::join([Some(way), pen.letters(&by.letters)].into_iter().flatten(), " ")
        }
    }
}

/// Returns every fact that people state, those not known yet among them.
fn known(desk: &Desk) -> Vec<(Markup, Markup)> {
    let pen = &desk.pen;
    let asked = Fact::ALL.iter().filter(|fact| !fact.is_derived());
    let one = |fact: &Fact| {
        let value = desk.own().stated.get(fact).map(|(value, on)| {
            let text = Markup::text(&words::plain(pen, desk.visitor, *fact, value));
            Markup::join([text, Markup::made(format!("<span class=\"faint\">{}</span>", pen.day(*on)))], " · ")
        });
        (words::fact(pen, *fact), value.unwrap_or_else(|| pen.t("reason-unknown")))
    };
    asked.map(one).collect()
}

/// Says what happened: when and who, what, and the reason.
fn happened(desk: &Desk, stamped: &Stamped<Event>) -> (Markup, Markup, Option<String>) {
    let pen = &desk.pen;
    let who = Markup::join([pen.day(stamped.on), pen.name(desk.people.name(&stamped.by))], " · ");
    let (says, reason) = match &stamped.event {
        Event::ProspectDescribed(_) if stamped.seq == 1 => (pen.t("prospect-told-added"), None),
        Event::ProspectDescribed(_) => (pen.t("prospect-told-described"), None),
        Event::FactsStated { facts } => {
            let names = facts.keys().map(|fact| pen.lang.text(&format!("fact-{}", fact.word())));
            let names = names.collect::<Vec<_>>().join(&pen.lang.text("list-comma"));
            (pen.say("prospect-told-facts", [("facts", names.into())]), None)
        }
        Event::StageEntered { stage, on, reason } => (entered(desk, *stage, *on), reason.clone()),
        Event::LeadWon { on } => (entered(desk, Stage::Won, *on), None),
        Event::IntakeOverridden { rules, reason } if rules.is_empty() => {
            (pen.t("prospect-told-reopened"), Some(reason.clone()))
        }
        Event::IntakeOverridden { rules, reason } => {
            let names = rules.iter().map(|cited| {
                let judged = desk.judged.iter().find(|one| one.cited.criterion == cited.criterion);
                judged.map_or_else(|| cited.criterion.clone(), |one| one.title.clone())
            });
            let names = names.collect::<Vec<_>>().join(&pen.lang.text("list-comma"));
            (pen.say("prospect-told-overridden", [("criteria", names.into())]), Some(reason.clone()))
        }
        Event::ClientLinked { client } => {
            (pen.say("prospect-told-client", [("client", FluentValue::from(client.clone()))]), None)
        }
    };
    (who, says, reason)
}

fn entered(desk: &Desk, stage: Stage, on: domain::days::Day) -> Markup {
    let pen = &desk.pen;
    let args = [("stage", word(pen, "stage-{}", stage.word())), ("day", FluentValue::from(pen.lang.day(on)))];
    pen.say("prospect-told-stage", args)
}
