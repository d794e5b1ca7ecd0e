//! What comes next for each open invoice: the rung, its day, whose word it needs, and why not.

use crate::flow::account::{CaseLetter, Chase, Subject};
use crate::store::cases::Key;
use crate::web::href;
use crate::web::markup::{Markup, Pen};
use crate::web::part::{Head, Sheet};
use domain::days::Day;
use domain::separation::dunning::{Next, RungKind, Step, Stop};
use domain::separation::letter::{Kind, Rung};
use domain::sign::Ledger;
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
    let late =
        (chase.days_late > 0).then(|| Markup::soft(&pen.about("chase-late", chase.days_late.unsigned_abs().into())));
    Markup::join(std::iter::once(day).chain(late), "<br>")
}

fn open(pen: &Pen, chase: &Chase) -> Markup {
    let disputed = (chase.disputed.minor > 0).then(|| {
        Markup::soft(&pen.say("chase-disputed", [("sum", FluentValue::from(pen.lang.money(chase.disputed)))]))
    });
    Markup::join(std::iter::once(pen.money(chase.open)).chain(disputed), "<br>")
}

fn last(pen: &Pen, subject: &Subject, chase: &Chase) -> Markup {
    let promise = chase.promise.map(|(day, kept)| {
        let key = match kept {
            Some(true) => "chase-promise-kept",
            Some(false) => "chase-promise-broken",
            None => "chase-promise-open",
        };
        Markup::soft(&pen.say(key, [("day", FluentValue::from(pen.lang.day(day)))]))
    });
    Markup::join(std::iter::once(reminded(pen, subject, chase)).chain(promise), "<br>")
}

fn reminded(pen: &Pen, subject: &Subject, chase: &Chase) -> Markup {
    let Some(sent) = chase.last else { return Markup::soft(&pen.t("chase-none-sent")) };
    let rung = sent.level.and_then(|level| subject.ladder.rung(level)).map(|rung| name(pen, rung.kind.word()));
    let rung = rung.unwrap_or_else(|| pen.lang.text("chase-some-reminder"));
    let record = chase.is_unrecorded.then(|| record(pen, subject, chase, (sent.on, sent.level), "chase-record-sent"));
    Markup::join([Markup::text(&rung), pen.day(sent.on)].into_iter().chain(record), "<br>")
}

fn name(pen: &Pen, word: &str) -> String {
    pen.lang.text(&format!("rung-{word}"))
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

/// Returns the letters of cases that are this rung for this invoice, or announce it, and where one can be written.
fn in_cases(pen: &Pen, subject: &Subject, chase: &Chase, step: &Step) -> Vec<Markup> {
    let Some((kind, rung)) = step.rung.kind.letter() else { return vec![] };
    // A suspension is announced before anything stops.
    let announces = kind == Kind::Suspension;
    let since = chase.last.as_ref().map(|sent| sent.on);
    // What went out is on the ladder already, except what announces a suspension for the default that stands.
    let is_news =
        |letter: &&CaseLetter| letter.out_on.is_none_or(|on| announces && since.is_none_or(|since| on >= since));
    // One of which nobody said which reminder it is may be this one.
    let is_rung = |letter: &&CaseLetter| letter.kind == kind && (letter.rung == rung || letter.rung.is_none());
    let letters: Vec<&CaseLetter> = subject.letters_on(&chase.invoice).filter(is_rung).filter(is_news).collect();
    let named = |letter: &&CaseLetter| {
        let Key { client, case } = &letter.key;
        let name = pen.t(&format!("letter-kind-{}", letter.kind.word()));
        let link = pen.link(&format!("{}/part/letters/{}", href::case(client, case), letter.letter), &name);
        let says = match letter.out_on {
            Some(on) => pen.say("chase-letter-announced", [("day", FluentValue::from(pen.lang.day(on)))]),
            None => pen.t("chase-letter-waits"),
        };
        let stop = letter.out_on.map(|_| suspension(pen, letter, "chase-suspend"));
        Markup::join([link, Markup::soft(&says)].into_iter().chain(stop), " ")
    };
    let is_next = letters.is_empty() && (announces || (step.is_due && step.lacks.is_empty()));
    let writes = is_next.then(|| match &subject.writes_in {
        Some(key) => writes(pen, chase, (kind, rung), key),
        None => pen.link(&href::path(["clients", &subject.client, "cases", "new"]), &pen.t("chase-begin")),
    });
    letters.iter().map(named).chain(writes).collect()
}

/// Returns where the letter of a rung is written.
fn writes(pen: &Pen, chase: &Chase, (kind, rung): (Kind, Option<Rung>), Key { client, case }: &Key) -> Markup {
    let rung = rung.map(Rung::word).unwrap_or_default();
    let query = [("kind", kind.word()), ("language", pen.lang.language.tag()), ("rung", rung)];
    let here = format!("{}/part/letters/new{}", href::case(client, case), href::query(query));
    pen.link(&here, &pen.say("chase-write", [("invoice", FluentValue::from(chase.invoice.clone()))]))
}

/// Returns where services are suspended, or resumed, in the case of a letter.
fn suspension(pen: &Pen, letter: &CaseLetter, key: &str) -> Markup {
    let Key { client, case } = &letter.key;
    pen.link(&format!("{}/suspension", href::case(client, case)), &pen.t(key))
}

/// Says since when services are suspended, and where they are resumed; that is called for once what was in default is paid.
pub fn suspended(pen: &Pen, subject: &Subject, ledger: &Ledger) -> Vec<Markup> {
    let says = |letter: &CaseLetter| {
        let on = letter.suspended_on?;
        let key = match subject.names_open(&letter.text, ledger) {
            Some(true) => "chase-suspended",
            Some(false) => "chase-suspended-paid",
            None => "part-suspended",
        };
        let said = pen.say(key, [("day", FluentValue::from(pen.lang.day(on)))]);
        Some(Markup::join([said, suspension(pen, letter, "chase-resume")], " "))
    };
    subject.letters.iter().filter_map(says).collect()
}

/// Returns where it is written into the records that a rung was sent on a day.
fn record(pen: &Pen, subject: &Subject, chase: &Chase, (on, level): (Day, Option<i64>), key: &str) -> Markup {
    let (on, level) = (on.to_string(), level.map(|level| level.to_string()).unwrap_or_default());
    let query = [("invoice", chase.invoice.as_str()), ("sent_on", &on), ("level", &level)];
    let here = href::path(["clients", &subject.client, "reminders", "new"]) + &href::query(query);
    pen.link(&here, &pen.say(key, [("invoice", chase.invoice.clone().into())]))
}

fn stepped(pen: &Pen, subject: &Subject, chase: &Chase, step: &Step) -> Markup {
    let rung = name(pen, step.rung.kind.word());
    let day = |day: Day| FluentValue::from(pen.lang.weekday(day));
    let key = if step.is_due { "chase-due" } else { "chase-coming" };
    let mut parts =
        vec![Markup::strong(&pen.lang.say(key, [("rung", FluentValue::from(rung)), ("day", day(step.on))]))];
    parts.extend(step.answer_by.map(|by| Markup::soft(&pen.say("chase-answer-by", [("day", day(by))]))));
    let gate: Vec<String> =
        step.rung.gate.iter().map(|role| pen.lang.text(&format!("case-role-{}", role.word()))).collect();
    if !gate.is_empty() {
        let gate = gate.join(&pen.lang.text("list-comma"));
        parts.push(Markup::soft(&pen.say("chase-gate", [("gate", FluentValue::from(gate))])));
    }
    parts.extend(step.lacks.iter().map(|lack| Markup::soft(&pen.t(&format!("lack-{}", lack.word())))));
    parts.extend(in_cases(pen, subject, chase, step));
    if step.is_due && step.lacks.is_empty() {
        parts.push(record(pen, subject, chase, (subject.on, Some(step.rung.level)), "chase-record"));
        if step.rung.kind == RungKind::Call {
            let query = [("invoice", chase.invoice.as_str()), ("made_on", &subject.on.to_string())];
            let here = href::path(["clients", &subject.client, "promises", "new"]) + &href::query(query);
            parts.push(pen.link(&here, &pen.say("chase-promise", [("invoice", chase.invoice.clone().into())])));
        }
    }
    Markup::join(parts, "<br>")
}
