//! The fields in which the facts of a letter are asked for, by what a kind needs.

use crate::flow::destruction::Certificate;
use crate::web::cases::ask::{Field, Fields, words};
use crate::web::form::Filled;
use crate::web::markup::{Markup, Pen};
use domain::separation::agreement::Point;
use domain::separation::letter::{DataChoice, Disclosure, Duty, Fact, Facts, Kind, Rung, Setting, missing};
use domain::separation::notice::Method;

/// How a field is filled in.
#[derive(Clone, Copy)]
enum Shape {
    Line,
    /// Several lines, one thing each.
    Text,
    Day,
    Number,
    /// One word of a list.
    Pick(&'static str, &'static [&'static str]),
    /// Any words of a list.
    Any(&'static str, &'static [&'static str]),
}

pub const BASES: &[&str] = &["clause", "agreement", "expiry", "law"];
const MONEY: &[(&str, Shape)] = &[
    ("balance", Shape::Line),
    ("currency", Shape::Line),
    ("invoices", Shape::Text),
    ("pay_by", Shape::Day),
    ("payment_reference", Shape::Line),
    ("pay_to", Shape::Line),
    ("final_invoice_on", Shape::Day),
    ("refund", Shape::Line),
    ("refund_on", Shape::Day),
];

/// Returns everything that a kind rests on, known or not.
pub fn needed(kind: Kind, setting: Setting, certificate: Option<&Certificate>) -> Vec<Fact> {
    // The rungs ask for more; the form offers what the last one needs.
    let mut facts = Facts { rung: (kind == Kind::Reminder).then_some(Rung::Final), ..Facts::default() };
    // What the index says, nobody is asked for.
    certificate.iter().for_each(|certificate| certificate.fill(&mut facts));
    let mut needed = missing(kind, &facts, setting);
    if kind == Kind::Reminder {
        needed.insert(0, Fact::Rung);
    }
    needed
}

/// Returns the first field in which a fact is asked for: where it is said that the fact is missing.
pub fn first_of(fact: Fact) -> &'static str {
    of_fact(fact).first().map_or("kind", |(name, _)| name)
}

fn of_fact(fact: Fact) -> &'static [(&'static str, Shape)] {
    use Shape::{Any, Day, Line, Number, Pick, Text};
    match fact {
        Fact::Parties => &[("client_name", Line), ("attention", Line), ("client_address", Text)],
        Fact::ContractReference => &[("reference", Line), ("signed_on", Day)],
        Fact::Basis => &[("basis", Pick("letter-basis-{}", BASES)), ("basis_text", Line)],
        Fact::NoticeDate => &[("noticed_on", Day)],
        Fact::EffectiveDate => &[("end_on", Day), ("end_time", Line), ("end_place", Line)],
        Fact::Services => &[("continues", Text), ("stops", Text), ("stops_on", Text), ("goes_on", Text)],
        Fact::Deliverables => &[("deliverables", Text)],
        Fact::ClientActions => &[("actions", Text)],
        Fact::Deadlines => &[("deadlines", Text)],
        Fact::Money | Fact::SettledAccount => MONEY,
        Fact::OpenInvoices => &[("invoices", Text), ("currency", Line)],
        Fact::Breach => &[("invoices", Text), ("currency", Line), ("occurrences", Text)],
        Fact::PayBy => &[("pay_by", Day), ("payment_reference", Line), ("pay_to", Line)],
        Fact::Data => &[("data", Pick("letter-data-{}", DataChoice::WORDS)), ("data_until", Day), ("kept", Line)],
        Fact::HandoverContact => {
            &[("contact_name", Line), ("contact_email", Line), ("contact_phone", Line), ("contact_hours", Line)]
        }
        Fact::SurvivingDuties => &[("duties", Any("letter-duty-{}", Duty::WORDS))],
        Fact::ServiceMethod => &[("service", Any("letter-way-{}", Method::WORDS)), ("service_address", Line)],
        Fact::Signature => &[("signer_name", Line), ("signer_title", Line)],
        Fact::ClientSignature => &[("client_signer_name", Line), ("client_signer_title", Line)],
        Fact::Appreciation => &[("appreciation", Line), (RECORD, Line)],
        Fact::PrevailingLanguage => &[("prevailing", Pick("letter-language-{}", &["ar", "en"]))],
        Fact::Rung => &[("rung", Pick("letter-rung-{}", Rung::WORDS))],
        Fact::Boundaries => &[("boundaries", Text)],
        Fact::Occurrences => &[("occurrences", Text)],
        Fact::CureDate => &[("cure_by", Day)],
        Fact::NextStep => &[("next_step", Line)],
        Fact::Suspended => &[("suspended", Text), ("suspended_from", Day), ("restored_by", Line)],
        Fact::Reply => {
            &[("asked_on", Day), ("about", Line), ("says", Text), ("reply_next", Line), ("reply_next_on", Day)]
        }
        Fact::Referrals => &[("referrals", Text), ("currency", Line)],
        Fact::Contents => &[("contents", Text)],
        Fact::Deletions => &[("deletions", Text)],
        Fact::BackupsUntil => &[("backups_until", Day)],
        Fact::Obligations => &[("obligations", Number)],
        Fact::GoverningLaw => &[("law", Line)],
    }
}

/// What a kind that tells of an end asks for of its reason.
const REASON: &[(&str, Shape)] =
    &[("disclosure", Shape::Pick("letter-disclosure-{}", Disclosure::WORDS)), ("reason_facts", Shape::Text)];

/// The fields in which an agreement says what was settled on a point in words.
pub const AGREED: [(Point, &str); 6] = [
    (Point::Payments, "agreed_payments"),
    (Point::Deliverables, "agreed_deliverables"),
    (Point::Ip, "agreed_ip"),
    (Point::Data, "agreed_data"),
    (Point::Release, "agreed_release"),
    (Point::Confidentiality, "agreed_confidentiality"),
];

/// What a kind can say beside what it must.
fn may_say(kind: Kind) -> &'static [(&'static str, Shape)] {
    use Shape::{Line, Text};
    match kind {
        Kind::Notice | Kind::NonRenewal | Kind::Agreement | Kind::HandoverCover => &[("deadlines", Text)],
        Kind::ClosingSummary => &[("remains", Text), ("deadlines", Text), ("rights", Text)],
        Kind::Boundary => &[("next_step", Line)],
        Kind::Reminder => &[("clause", Line), ("payment_reference", Line), ("pay_to", Line)],
        Kind::Default => DEFAULT,
        _ => &[],
    }
}

/// How to pay, and whom to turn to, in a notice of default.
const DEFAULT: &[(&str, Shape)] = &[
    ("payment_reference", Shape::Line),
    ("pay_to", Shape::Line),
    ("contact_name", Shape::Line),
    ("contact_email", Shape::Line),
    ("contact_phone", Shape::Line),
    ("contact_hours", Shape::Line),
];

/// What becomes of a work: the client's, the client's to use, or ours.
pub const RIGHTS: [&str; 3] = ["yours", "licensed", "ours"];

/// Tells whether a kind may tell a reason.
pub fn tells_reason(kind: Kind) -> bool {
    matches!(kind, Kind::Notice | Kind::NonRenewal | Kind::CallScript | Kind::MeetingScript)
}

/// The field that names what a word of appreciation rests on.
const RECORD: &str = "appreciation_record";

/// Returns the fields of a letter, each with its explanation; `thanks` is what a word of appreciation can rest on.
pub fn fields<'a>(
    pen: &'a Pen<'a>,
    filled: &'a Filled,
    (kind, certificate, thanks): (Kind, Option<&Certificate>, &[(String, String)]),
    setting: Setting,
) -> Vec<Field> {
    let mut asked: Vec<(&'static str, Shape)> = vec![];
    let facts = needed(kind, setting, certificate).into_iter().map(of_fact);
    for field in facts.chain(tells_reason(kind).then_some(REASON)).flatten() {
        if !asked.iter().any(|(name, _)| *name == field.0) {
            asked.push(*field);
        }
    }
    if kind == Kind::Agreement {
        asked.extend(AGREED.map(|(_, name)| (name, Shape::Text)));
    }
    for field in may_say(kind) {
        if !asked.iter().any(|(name, _)| *name == field.0) {
            asked.push(*field);
        }
    }
    let one = |form, (name, shape)| {
        let form = add(pen, form, name, shape);
        if name == RECORD { form.offering(thanks.iter().cloned()) } else { form }
    };
    asked.into_iter().fold(Fields::of(pen, filled), one).all()
}

fn add<'a>(pen: &'a Pen<'a>, form: Fields<'a>, name: &'static str, shape: Shape) -> Fields<'a> {
    let label = format!("letter-field-{name}");
    let form = match shape {
        Shape::Line => form.line(name, &label),
        Shape::Text => form.text(name, &label),
        Shape::Day => form.day(name, &label),
        Shape::Number => form.number(name, &label),
        Shape::Any(list, all) => form.any(name, &label, words(pen, list, all.iter().copied())),
        Shape::Pick(list, all) => {
            let none: (String, Markup) = (String::new(), pen.t("letter-choose"));
            form.pick(name, &label, [none].into_iter().chain(words(pen, list, all.iter().copied())))
        }
    };
    let hint = format!("letter-hint-{name}");
    if pen.lang.has(&hint) { form.hint(&hint) } else { form }
}
