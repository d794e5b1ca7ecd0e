//! Interest on late payment, tried out: each segment with its rate and source. Nothing is kept; it becomes part of an
//! account only when a person freezes it there.

use super::{Asked, changing, way};
use crate::flow::account::Subject;
use crate::web::app::Shared;
use crate::web::choice::Choice;
use crate::web::form::{self, Filled};
use crate::web::markup::{Markup, Pen};
use crate::web::part::{Head, Sheet};
use crate::web::{Frame, PageError, Verb, Visitor, href, page};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::money::Money;
use domain::separation::interest::{Barred, Claim, Instead, Interest, Law, Segment, hundredths, law, law_places};
use domain::separation::settlement::{FinalAccount, LineKind};
use fluent_bundle::FluentValue;

#[derive(Template)]
#[template(path = "account/interest.html")]
struct Show {
    frame: Frame,
    here: String,
    filled: Filled,
    lede: Markup,
    places: Vec<Choice>,
    invoices: Vec<InvoiceView>,
    barred: Vec<Markup>,
    /// What the law of the place says, and where that is from.
    law: Option<Markup>,
    /// Where a loss is stated, where interest may not be claimed.
    loss: Option<String>,
}

/// The interest on one invoice.
struct InvoiceView {
    id: Markup,
    says: Markup,
    notes: Vec<Markup>,
    sheet: Sheet,
}

pub async fn show(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(client): Path<String>,
    Query(asked): Query<Vec<(String, String)>>,
) -> Result<Response, PageError> {
    let subject = match changing(&app, &visitor, &client, &["interest"]).await? {
        Asked::Here(subject) => subject,
        Asked::Elsewhere(answer) => return Ok(answer),
    };
    let pen = Pen::of(&visitor);
    let mut filled = Filled::with(asked.iter().map(|(name, value)| (name.as_str(), value.clone())));
    let country = subject.history.client.as_ref().and_then(|client| client.country.clone()).unwrap_or_default();
    let is_asked = filled.has("place");
    if law_places().contains(&country.as_str()) {
        filled.offer("place", &country);
    }
    let claim = if is_asked { claim(&visitor, &mut filled) } else { None };
    let scene = subject.scene(&visitor.firm);
    let account = claim.as_ref().filter(|_| filled.is_good()).map(|claim| subject.account(&scene, None, Some(claim)));
    let law = law(filled.value("place"), visitor.today);
    let status = if filled.is_good() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let title = pen.lang.text("interest-title");
    let loss = law.is_some_and(|law| law.instead == Some(Instead::DocumentedLoss));
    let show = Show {
        frame: visitor.frame(title.clone(), Some(Verb::Part), way(&visitor, &subject, Some(title))),
        here: href::account(&subject.client, ["interest"]),
        lede: lede(&pen, account.as_ref()),
        places: places(&pen),
        invoices: account
            .iter()
            .flat_map(|account| &account.interest)
            .map(|own| view(&pen, &subject, own, filled.value("clause")))
            .collect(),
        barred: account.iter().flat_map(|account| &account.barred).map(|own| barred(&pen, &subject, own)).collect(),
        law: law.map(|law| says(&pen, law)),
        loss: loss.then(|| href::account(&subject.client, ["particulars", "new"]) + "?kind=loss"),
        filled,
    };
    Ok((status, page(&show)?).into_response())
}

/// Returns the places whose packs speak of late payment, and the choice of none.
pub fn places(pen: &Pen) -> Vec<Choice> {
    let name = |place: &str| {
        let key = format!("place-{place}");
        if pen.lang.has(&key) { pen.lang.text(&key) } else { pen.lang.text("interest-place-eu") }
    };
    let none = Choice::new("", pen.lang.text("interest-no-place"));
    std::iter::once(none).chain(law_places().into_iter().map(|place| Choice::new(place, name(place)))).collect()
}

/// Reads what interest is claimed on; the visitor is whoever approves it.
pub fn claim(visitor: &Visitor, filled: &mut Filled) -> Option<Claim> {
    let lang = visitor.lang;
    let written = filled.value("rate").to_owned();
    let rate = form::number(&written).filter(|rate| (0.0..=100.0).contains(rate));
    if !written.is_empty() && rate.is_none() {
        filled.refuse("rate", lang.text("number-invalid"));
    }
    let claimed = filled.value("claimed_on").to_owned();
    let claimed_on = form::day(&claimed);
    if !claimed.is_empty() && claimed_on.is_none() {
        filled.refuse("claimed_on", lang.text("day-invalid"));
    }
    let place = filled.value("place").to_owned();
    (!place.is_empty()).then(|| Claim {
        place,
        clause: filled.value("clause").to_owned(),
        agreed_rate: rate.map(hundredths),
        claimed_on,
        allocation: None,
        approved_by: visitor.member.clone(),
    })
}

fn lede(pen: &Pen, account: Option<&FinalAccount>) -> Markup {
    let Some(account) = account else { return Markup::strong(&pen.lang.text("interest-lede")) };
    let mut sums: Vec<Money> = vec![];
    let lines = account.lines.iter().filter(|line| matches!(line.kind, LineKind::Interest | LineKind::FixedSum));
    for sum in lines.filter_map(|line| line.amount) {
        match sums.iter_mut().find(|own| own.currency == sum.currency) {
            Some(own) => own.minor += sum.minor,
            None => sums.push(sum),
        }
    }
    let sums: Vec<String> = sums.into_iter().map(|sum| pen.lang.money(sum)).collect();
    if sums.is_empty() {
        Markup::strong(&pen.lang.text("interest-lede-none"))
    } else {
        let sums = sums.join(&pen.lang.text("list-comma"));
        Markup::strong(&pen.lang.say("interest-lede-sum", [("sum", FluentValue::from(sums))]))
    }
}

fn view(pen: &Pen, subject: &Subject, own: &Interest, clause: &str) -> InvoiceView {
    let says = [("sum", FluentValue::from(pen.lang.money(own.interest)))];
    let fixed = own.fixed.map(|fixed| pen.say("interest-fixed", [("sum", FluentValue::from(pen.lang.money(fixed)))]));
    let capped = own.is_capped.then(|| pen.t("interest-capped"));
    let at_most = own.is_at_most.then(|| pen.t("interest-at-most"));
    let unrated =
        own.unrated_from.map(|day| pen.say("interest-unrated", [("day", FluentValue::from(pen.lang.day(day)))]));
    let vat = pen.t(&format!("interest-vat-{}", own.vat.word()));
    let currency = own.interest.currency;
    let row = |segment: &Segment| {
        let rate = pen.lang.number(f64::from(segment.rate) / 100.0, 2);
        let args = [
            ("from", FluentValue::from(pen.lang.day(segment.from))),
            ("until", FluentValue::from(pen.lang.day(segment.until))),
        ];
        vec![
            pen.say("interest-span", args),
            pen.count(segment.days.unsigned_abs().into()),
            pen.money(Money { minor: segment.principal, currency }),
            pen.say("interest-percent", [("rate", FluentValue::from(rate))]),
            pen.money(Money { minor: segment.interest, currency }),
            source(pen, &segment.source, clause),
        ]
    };
    let head = |name: &str| pen.t(&format!("interest-head-{name}"));
    InvoiceView {
        id: pen.link(&href::record(&subject.client, "invoices", &own.invoice), &pen.id(&own.invoice)),
        says: pen.say("interest-says", says),
        notes: [fixed, capped, at_most, unrated, Some(vat)].into_iter().flatten().collect(),
        sheet: Sheet {
            caption: pen.t("interest-title"),
            heads: vec![
                Head::words(head("span")),
                Head::numbers(head("days")),
                Head::numbers(head("principal")),
                Head::numbers(head("rate")),
                Head::numbers(head("interest")),
                Head::words(head("source")),
            ],
            rows: own.segments.iter().map(row).collect(),
            is_cards: true,
        },
    }
}

/// Says where a rate is from: the contract's clause, or what the pack names.
fn source(pen: &Pen, source: &str, clause: &str) -> Markup {
    if source == clause {
        pen.say("interest-of-contract", [("clause", FluentValue::from(clause.to_owned()))])
    } else {
        pen.name(source)
    }
}

fn barred(pen: &Pen, subject: &Subject, (invoice, barred): &(String, Barred)) -> Markup {
    let id = pen.link(&href::record(&subject.client, "invoices", invoice), &pen.id(invoice));
    Markup::join([id, pen.t(&format!("barred-{}", barred.word()))], " ")
}

fn says(pen: &Pen, law: &Law) -> Markup {
    let checked = if law.checked_by.is_empty() { pen.t("interest-unchecked") } else { pen.name(&law.checked_by) };
    let permission = pen.t(&format!("interest-law-{}", law.interest.word()));
    Markup::join([permission, pen.name(&law.source), checked], " ")
}
