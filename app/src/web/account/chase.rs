//! What comes next for each open invoice: the rung, its day, whose word it needs, and why not.

use crate::flow::account::Chase;
use crate::flow::account::Subject;
use crate::web::href;
use crate::web::markup::{Markup, Pen};
use crate::web::part::{Head, Sheet};
use domain::days::Day;
use domain::separation::dunning::{Next, RungKind, Step, Stop};
use fluent_bundle::FluentValue;

/// Returns the open invoices as a table; nothing if none is open. Only who sees what finance states reads why counsel
/// stopped it; for everyone else it is stopped by management.
pub fn sheet(pen: &Pen, subject: &Subject, chases: &[Chase], sees_costs: bool) -> Option<Sheet> {
    let row = |chase: &Chase| {
        let invoice = pen.link(&href::record(&subject.client, "invoices", &chase.invoice), &pen.id(&chase.invoice));
        vec![
            invoice,
            due(pen, chase),
            open(pen, chase),
            last(pen, subject, chase),
            next(pen, subject, chase, sees_costs),
        ]
    };
    let head = |name: &str| pen.t(&format!("chase-head-{name}"));
    (!chases.is_empty()).then(|| Sheet {
        caption: pen.t("chase-title"),
        heads: vec![
            Head::words(head("invoice")),
            Head::words(head("due")),
            Head::numbers(head("open")),
            Head::words(head("last")),
            Head::words(head("next")),
        ],
        rows: chases.iter().map(row).collect(),
        is_cards: true,
    })
}

fn due(pen: &Pen, chase: &Chase) -> Markup {
    let day = pen.day(chase.due_on);
    let late = (chase.days_late > 0).then(|| soft(&pen.about("chase-late", chase.days_late.unsigned_abs().into())));
    Markup::join(std::iter::once(day).chain(late), "<br>")
}

fn open(pen: &Pen, chase: &Chase) -> Markup {
    let disputed = (chase.disputed.minor > 0)
        .then(|| soft(&pen.say("chase-disputed", [("sum", FluentValue::from(pen.lang.money(chase.disputed)))])));
    Markup::join(std::iter::once(pen.money(chase.open)).chain(disputed), "<br>")
}

fn last(pen: &Pen, subject: &Subject, chase: &Chase) -> Markup {
    let promise = chase.promise.map(|(day, kept)| {
        let key = match kept {
            Some(true) => "chase-promise-kept",
            Some(false) => "chase-promise-broken",
            None => "chase-promise-open",
        };
        soft(&pen.say(key, [("day", FluentValue::from(pen.lang.day(day)))]))
    });
    Markup::join(std::iter::once(reminded(pen, subject, chase)).chain(promise), "<br>")
}

fn reminded(pen: &Pen, subject: &Subject, chase: &Chase) -> Markup {
    let Some(sent) = chase.last else { return soft(&pen.t("chase-none-sent")) };
    let rung = sent.level.and_then(|level| subject.ladder.rung(level)).map(|rung| name(pen, rung.kind.word()));
    let rung = rung.unwrap_or_else(|| pen.lang.text("chase-some-reminder"));
    Markup::join([Markup::text(&rung), pen.day(sent.on)], "<br>")
}

fn name(pen: &Pen, word: &str) -> String {
    pen.lang.text(&format!("rung-{word}"))
}

fn soft(text: &Markup) -> Markup {
    Markup::made(format!("<span class=\"small soft\">{text}</span>"))
}

fn next(pen: &Pen, subject: &Subject, chase: &Chase, sees_costs: bool) -> Markup {
    match &chase.next {
        Next::Stopped(stops) => {
            let mut keys: Vec<&str> = stops.iter().map(|stop| told(*stop, sees_costs).word()).collect();
            keys.dedup();
            let reasons: Vec<String> = keys.iter().map(|word| pen.lang.text(&format!("stopped-{word}"))).collect();
            let reasons = reasons.join(&pen.lang.text("list-semicolon"));
            pen.say("chase-stopped", [("reasons", FluentValue::from(reasons))])
        }
        Next::Rests(rest, until) => {
            let day = [("day", FluentValue::from(pen.lang.weekday(*until)))];
            pen.say(&format!("rest-{}", rest.word()), day)
        }
        Next::Step(step) => stepped(pen, subject, chase, step),
        Next::Done => pen.t("chase-done"),
    }
}

fn told(stop: Stop, sees_costs: bool) -> Stop {
    match stop {
        Stop::CounselStop | Stop::Insolvency | Stop::Critical if !sees_costs => Stop::Hold,
        stop => stop,
    }
}

fn stepped(pen: &Pen, subject: &Subject, chase: &Chase, step: &Step) -> Markup {
    let rung = name(pen, step.rung.kind.word());
    let day = |day: Day| FluentValue::from(pen.lang.weekday(day));
    let key = if step.is_due { "chase-due" } else { "chase-coming" };
    let mut parts =
        vec![Markup::strong(&pen.lang.say(key, [("rung", FluentValue::from(rung)), ("day", day(step.on))]))];
    parts.extend(step.answer_by.map(|by| soft(&pen.say("chase-answer-by", [("day", day(by))]))));
    let gate: Vec<String> =
        step.rung.gate.iter().map(|role| pen.lang.text(&format!("case-role-{}", role.word()))).collect();
    if !gate.is_empty() {
        let gate = gate.join(&pen.lang.text("list-comma"));
        parts.push(soft(&pen.say("chase-gate", [("gate", FluentValue::from(gate))])));
    }
    parts.extend(step.lacks.iter().map(|lack| soft(&pen.t(&format!("lack-{}", lack.word())))));
    if step.is_due && step.lacks.is_empty() {
        let (level, today) = (step.rung.level.to_string(), subject.on.to_string());
        let query = [("invoice", chase.invoice.as_str()), ("sent_on", &today), ("level", &level)];
        let here = href::path(["clients", &subject.client, "reminders", "new"]) + &href::query(query);
        let invoice = || [("invoice", FluentValue::from(chase.invoice.clone()))];
        parts.push(pen.link(&here, &pen.say("chase-record", invoice())));
        if step.rung.kind == RungKind::Call {
            let query = [("invoice", chase.invoice.as_str()), ("made_on", &today)];
            let here = href::path(["clients", &subject.client, "promises", "new"]) + &href::query(query);
            parts.push(pen.link(&here, &pen.say("chase-promise", invoice())));
        }
    }
    Markup::join(parts, "<br>")
}
