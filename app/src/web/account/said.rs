//! What the records do not say of an account: stated by owner or finance with what it rests on, or withdrawn.

use super::field::{Field, Shape, fields, particular};
use super::{Asked, changing, way};
use crate::entropy;
use crate::flow::account::Subject;
use crate::store::entries::By;
use crate::store::particulars::{self, Stated};
use crate::web::app::Shared;
use crate::web::form::Filled;
use crate::web::legal_holds::free;
use crate::web::markup::{Markup, Pen};
use crate::web::{Frame, PageError, Verb, Visitor, href, page};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::case::trial::Instalment;
use domain::days::Day;
use domain::money::Money;
use domain::separation::settlement::{Kept, Particular, ParticularKind, instalments};
use domain::sign::Scene;
use fluent_bundle::FluentValue;

#[derive(Template)]
#[template(path = "account/said.html")]
struct Show {
    frame: Frame,
    here: String,
    /// What can be stated: where its form is, its name, and when it is needed.
    kinds: Vec<(String, Markup, Markup)>,
    kind: &'static str,
    note: Markup,
    fields: Vec<Field>,
}

/// A particular as the page of the account lists it.
pub struct StatedView {
    pub id: String,
    pub what: Markup,
    pub says: Markup,
    pub basis: Markup,
    pub by: Markup,
}

const BASIS_MAX: usize = 500;

pub async fn show(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(client): Path<String>,
    Query(offered): Query<Vec<(String, String)>>,
) -> Result<Response, PageError> {
    let filled = Filled::with(offered.iter().map(|(name, value)| (name.as_str(), value.clone())));
    match changing(&app, &visitor, &client, &["particulars", "new"]).await? {
        Asked::Here(subject) => drawn(&visitor, &subject, &filled, StatusCode::OK),
        Asked::Elsewhere(answer) => Ok(answer),
    }
}

fn drawn(visitor: &Visitor, subject: &Subject, filled: &Filled, status: StatusCode) -> Result<Response, PageError> {
    let pen = Pen::of(visitor);
    let here = href::account(&subject.client, ["particulars", "new"]);
    let kind = ParticularKind::of(filled.value("kind"));
    let title = pen.lang.text(kind.map_or("said-add".to_owned(), |kind| format!("said-{}", kind.word())).as_str());
    let choice = |kind: &ParticularKind| {
        let (name, note) = (format!("said-{}", kind.word()), format!("said-note-{}", kind.word()));
        (format!("{here}?kind={}", kind.word()), pen.t(&name), pen.t(&note))
    };
    let scene = subject.scene(&visitor.firm);
    let mut frame = visitor.frame(title.clone(), Some(Verb::Part), way(visitor, subject, Some(title)));
    frame.path = kind.map_or_else(|| here.clone(), |kind| format!("{here}?kind={}", kind.word()));
    let show = Show {
        frame,
        kinds: if kind.is_none() { ParticularKind::ALL.iter().map(choice).collect() } else { vec![] },
        kind: kind.map_or("", ParticularKind::word),
        note: kind.map(|kind| pen.t(&format!("said-note-{}", kind.word()))).unwrap_or_else(|| pen.t("said-note")),
        fields: kind.map(|kind| fields(pen.lang, &scene, kind, filled)).unwrap_or_default(),
        here,
    };
    Ok((status, page(&show)?).into_response())
}

/// Keeps a particular; what is wrong comes back with the form.
pub async fn add(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(client): Path<String>,
    mut filled: Filled,
) -> Result<Response, PageError> {
    let Asked::Here(subject) = changing(&app, &visitor, &client, &[]).await? else { return Err(PageError::NotFound) };
    let kind = ParticularKind::of(filled.value("kind")).ok_or(PageError::Unreadable)?;
    let basis: String = filled.value("basis").chars().take(BASIS_MAX).collect();
    if basis.is_empty() {
        filled.refuse("basis", visitor.lang.text("said-need-basis"));
    }
    let found = {
        let scene = subject.scene(&visitor.firm);
        particular(visitor.lang, &scene, kind, &mut filled, visitor.today)
    };
    match found.filter(|_| filled.is_good()) {
        Some(particular) => {
            let kept = Kept { id: entropy::id(), said_on: visitor.today, basis, particular };
            let by = By { member: visitor.member.clone(), at: app.now() };
            particulars::add(&app.db, &subject.client, &kept, &by).await?;
            Ok(Redirect::to(&format!("{}#said", href::account(&subject.client, []))).into_response())
        }
        None => drawn(&visitor, &subject, &filled, StatusCode::UNPROCESSABLE_ENTITY),
    }
}

/// Withdraws a particular.
pub async fn withdraw(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(client): Path<String>,
    filled: Filled,
) -> Result<Redirect, PageError> {
    let Asked::Here(subject) = changing(&app, &visitor, &client, &[]).await? else { return Err(PageError::NotFound) };
    let by = By { member: visitor.member.clone(), at: app.now() };
    let id = filled.value("id");
    let of = |stated: &&Stated| stated.kept.id == id;
    let days: Vec<Day> = subject.stated.iter().filter(of).map(|stated| stated.kept.said_on).collect();
    free(&app, &visitor, &subject.client, ("particulars", &days)).await?;
    particulars::withdraw(&app.db, &subject.client, id, &by).await?;
    Ok(Redirect::to(&format!("{}#said", href::account(&subject.client, []))))
}

/// The address of an act has nothing to show; the account has.
pub async fn back(Path(client): Path<String>) -> Redirect {
    Redirect::to(&href::account(href::decoded(&client), []))
}

/// Returns what was stated, in the order in which it was.
pub fn views(pen: &Pen, subject: &Subject, scene: &Scene) -> Vec<StatedView> {
    let view = |stated: &Stated| {
        let by = [
            ("who", FluentValue::from(stated.by.clone().unwrap_or_default())),
            ("day", FluentValue::from(pen.lang.day(stated.kept.said_on))),
        ];
        StatedView {
            id: stated.kept.id.clone(),
            what: pen.t(&format!("said-{}", stated.kept.particular.kind().word())),
            says: says(pen, subject, scene, &stated.kept.particular),
            basis: pen.name(&stated.kept.basis),
            by: pen.say("said-by", by),
        }
    };
    subject.stated.iter().map(view).collect()
}

fn says(pen: &Pen, subject: &Subject, scene: &Scene, particular: &Particular) -> Markup {
    let invoice = |id: &str| pen.link(&href::record(&subject.client, "invoices", id), &pen.id(id));
    let found = |id: &str| subject.history.invoices.iter().find(|invoice| invoice.id == id);
    let sum = |id: &str, minor: i64| {
        found(id).map_or_else(Markup::default, |invoice| pen.money(Money { minor, currency: invoice.currency }))
    };
    let words = |word: &str| pen.t(&format!("said-says-{word}"));
    let parts = match particular {
        Particular::DisputedPart { invoice: id, amount } => vec![invoice(id), sum(id, *amount)],
        Particular::Advance { invoice: id, from, until, rule, .. } => {
            vec![invoice(id), pen.t(&format!("earning-{}", rule.word())), pen.day(*from), pen.day(*until)]
        }
        Particular::Trust { invoice: id } => vec![invoice(id)],
        Particular::Retainage { invoice: id, amount, release_on } => {
            vec![invoice(id), sum(id, *amount), pen.day(*release_on)]
        }
        Particular::Plan { invoices, instalments: plan, accepted_on } => {
            let one = |(one, kept): &(Instalment, Option<bool>)| {
                let sum = pen.money(Money { minor: one.amount, currency: one.currency });
                let kept = kept.map(|kept| words(if kept { "kept" } else { "broken" }));
                Markup::join([sum, pen.day(one.due_on)].into_iter().chain(kept), " ")
            };
            instalments(scene, invoices, plan, *accepted_on).iter().map(one).collect()
        }
        Particular::Loss { what, amount } => vec![pen.name(what), pen.money(*amount)],
        Particular::Pause { invoice: id, from, until } => {
            let of = id.as_deref().map_or_else(|| pen.t("said-all-invoices"), invoice);
            vec![of, pen.day(*from), pen.day(*until)]
        }
        Particular::Cure { invoice: id, until } => vec![invoice(id), pen.day(*until)],
        Particular::Insolvency { on } | Particular::CounselStop { on } | Particular::Waiver { until: on } => {
            vec![pen.day(*on)]
        }
        Particular::SuspensionRight { notice_days, served_on, additional_only } => {
            let days = pen.about("said-says-notice", notice_days.unsigned_abs().into());
            let served = served_on.map(|day| pen.day(day));
            let scope = words(if *additional_only { "additional" } else { "everything" });
            std::iter::once(days).chain(served).chain([scope]).collect()
        }
        Particular::HarmCheck { critical_system, third_parties } => {
            let none = (!critical_system && !third_parties).then(|| words("no_harm"));
            let harms = [critical_system.then(|| words("critical")), third_parties.then(|| words("others")), none];
            harms.into_iter().flatten().collect()
        }
    };
    Markup::join(parts, " · ")
}
