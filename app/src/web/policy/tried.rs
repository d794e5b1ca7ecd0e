//! How thresholds would have done on the firm's own cases: of those in force on a page of its own, of changed ones before
//! they are saved.

use super::trials::{self, Answer};
use super::{fields, trying};
use crate::flow::thresholds::{Past, Said, Tried};
use crate::store::policies;
use crate::web::export::{self, Cell, Format, Place, Table};
use crate::web::markup::{Markup, Pen};
use crate::web::part::Sheet;
use crate::web::prospects::{sees_sums, words};
use crate::web::{Frame, PageError, Shared, Verb, Visitor, page};
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use domain::lesson::back_test::{BackTest, Share};
use domain::sign::{Code, Level, Policy, Rule};
use fluent_bundle::FluentValue;
use std::slice::from_ref;
use std::sync::Arc;

/// The page of the thresholds in force.
#[derive(Template)]
#[template(path = "policy/tried.html")]
struct Show {
    frame: Frame,
    title: Markup,
    note: Markup,
    trial: Trial,
    back: Markup,
}

/// What can be said of thresholds.
pub struct Trial {
    pub says: Markup,
    pub latest: Option<Markup>,
    pub sheet: Option<Sheet>,
    /// The signs of which too few clients could be judged.
    pub untold: Option<Markup>,
}

/// A policy with how its levels would have done.
pub type Own<'a> = (&'a Policy, &'a Tried);

pub async fn show(State(app): State<Shared>, visitor: Visitor) -> Result<Response, PageError> {
    let policy = allowed(&app, &visitor).await?;
    let (past, said) = match looked_back(&app, &visitor, &policy).await? {
        Answer::Ready(measured) => measured,
        Answer::Waiting(work) => return trying::drawn(&visitor, "policy-tried-title", &work),
    };
    let pen = Pen::of(&visitor);
    let title = pen.lang.text("policy-tried-title");
    let show = Show {
        frame: visitor.frame(title.clone(), Some(Verb::Watch), trying::crumbs(&visitor, &title)),
        title: Markup::text(&title),
        note: pen.t("policy-tried-note"),
        trial: Trial::of(&pen, &past, &in_force(&policy, &said)),
        back: pen.t("policy-title"),
    };
    Ok(page(&show)?.into_response())
}

/// Looks back; where too few cases ended, nothing is measured.
async fn looked_back(app: &Shared, visitor: &Visitor, policy: &Policy) -> Result<Answer, PageError> {
    match trials::answer(app, visitor, &[]).await? {
        Answer::Ready((past, _)) if !past.is_few() => trials::answer(app, visitor, from_ref(policy)).await,
        answer => Ok(answer),
    }
}

/// Answers with the same as a file.
pub async fn file(State(app): State<Shared>, visitor: Visitor, format: Format) -> Result<Response, PageError> {
    let policy = allowed(&app, &visitor).await?;
    let (mut past, mut said) = trials::measured(&app, &visitor, &[]).await?;
    if !past.is_few() {
        (past, said) = trials::measured(&app, &visitor, from_ref(&policy)).await?;
    }
    let pen = Pen::of(&visitor);
    let table = table(&pen, &in_force(&policy, &said), told(&past, &in_force(&policy, &said)));
    export::answer(&format!("policy-back-test-{}", policy.version), table, format, pen.lang).await
}

/// Returns the policy in force, for whoever may see what became of clients.
async fn allowed(app: &Shared, visitor: &Visitor) -> Result<Policy, PageError> {
    super::open(visitor)?;
    if sees_sums(visitor) { Ok(policies::current(&app.db).await?) } else { Err(PageError::NotFound) }
}

fn in_force<'a>(policy: &'a Policy, said: &'a [Arc<Said>]) -> Vec<Own<'a>> {
    said.iter().map(|said| (policy, &said.tried)).collect()
}

impl Trial {
    /// Says how policies would have done: of one every threshold, of several those in which they differ.
    pub fn of(pen: &Pen, past: &Past, own: &[Own]) -> Trial {
        if past.is_few() {
            return Trial {
                says: Markup::strong(&pen.lang.text("policy-tried-few")),
                latest: None,
                sheet: None,
                untold: None,
            };
        }
        let count = |n: usize| FluentValue::from(n as f64);
        let args = [("ended", count(past.looked_at)), ("kept", count(past.kept))];
        let says = Markup::strong(&pen.lang.say("policy-tried-says", args));
        let latest = (past.looked_at < past.ended).then(|| pen.about("policy-tried-latest", past.ended as u64));
        let told = told(past, own);
        let mut untold: Vec<Code> = meant(own).filter(|at| !told.contains(at)).map(|(code, _)| code).collect();
        untold.dedup();
        Trial {
            says,
            latest,
            sheet: table(pen, own, told).sheet(pen),
            untold: (!untold.is_empty()).then(|| named(pen, &untold)),
        }
    }
}

/// Returns of one policy every threshold, of several those in which they differ.
fn meant<'a>(own: &'a [Own<'a>]) -> impl Iterator<Item = (Code, Level)> + 'a {
    let of_first = own.first().into_iter().flat_map(|(policy, _)| thresholds(policy));
    of_first.filter(|at| own.len() == 1 || differ(own, *at))
}

/// Returns those of which enough is known to be shown.
fn told(past: &Past, own: &[Own]) -> Vec<(Code, Level)> {
    let is_told = |at: &(Code, Level)| own.iter().all(|(_, tried)| test(tried, *at).is_shown());
    if past.is_few() { vec![] } else { meant(own).filter(is_told).collect() }
}

/// Returns every level of the signs that have thresholds.
fn thresholds(policy: &Policy) -> impl Iterator<Item = (Code, Level)> {
    let with_levels = policy.rules().filter(|(_, rule)| fields::has_levels(rule));
    with_levels.flat_map(|(code, _)| [Level::Watch, Level::Finding, Level::Severe].map(|level| (code, level)))
}

/// Tells whether a threshold, or what it would have said, differs between policies.
fn differ(own: &[Own], at: (Code, Level)) -> bool {
    own.windows(2).any(|pair| {
        let [(before, tried_before), (after, tried_after)] = [pair[0], pair[1]];
        value(before.rule(at.0), at.1).to_bits() != value(after.rule(at.0), at.1).to_bits()
            || test(tried_before, at) != test(tried_after, at)
    })
}

fn value(rule: &Rule, level: Level) -> f64 {
    match level {
        Level::Watch => rule.watch,
        Level::Finding => rule.finding,
        Level::Severe => rule.severe,
    }
}

fn test(tried: &Tried, at: (Code, Level)) -> BackTest {
    tried.get(&at).copied().unwrap_or_default()
}

/// Returns thresholds as a table: of one policy, or of two beside each other.
fn table(pen: &Pen, own: &[Own], told: Vec<(Code, Level)>) -> Table {
    let first: [(Place, &str, &str); 5] = [
        (Place::File, "code", "export-finding-code"),
        (Place::Both, "sign", "policy-sign"),
        (Place::Both, "level", "policy-tried-level"),
        (Place::File, "threshold", "policy-tried-threshold"),
        (Place::Page, "", "policy-tried-threshold"),
    ];
    let shares: &[(Place, &str, &str)] = match own.len() {
        2 => &[
            (Place::File, "recall_now", "policy-recall-now"),
            (Place::Page, "", "policy-recall-now"),
            (Place::File, "precision_now", "policy-precision-now"),
            (Place::Page, "", "policy-precision-now"),
            (Place::File, "recall_then", "policy-recall-then"),
            (Place::Page, "", "policy-recall-then"),
            (Place::File, "precision_then", "policy-precision-then"),
            (Place::Page, "", "policy-precision-then"),
        ],
        _ => &[
            (Place::File, "recall", "policy-tried-recall"),
            (Place::Page, "", "policy-tried-recall"),
            (Place::File, "precision", "policy-tried-precision"),
            (Place::Page, "", "policy-tried-precision"),
        ],
    };
    let heads: Vec<(Place, &str, &str)> = first.iter().chain(shares).copied().collect();
    Table::placed(pen.lang, "policy-tried-title", &heads, told.into_iter().map(|at| row(pen, own, at)).collect())
}

fn row(pen: &Pen, own: &[Own], at: (Code, Level)) -> Vec<Cell> {
    let numbers: Vec<f64> = own.iter().map(|(policy, _)| value(policy.rule(at.0), at.1)).collect();
    let mut values: Vec<String> = numbers.iter().map(|number| pen.lang.written(&number.to_string())).collect();
    values.dedup();
    let threshold = match &values[..] {
        [was, is] => pen.say("policy-changed", [("was", was.clone().into()), ("is", is.clone().into())]),
        _ => Markup::text(&values.concat()),
    };
    let mut row = vec![
        at.0.word().into(),
        Cell::Text(pen.lang.sign_name(at.0)),
        pen.level(at.1.into()).into(),
        numbers.last().map_or(Cell::Empty, |number| Cell::Number(*number)),
        threshold.into(),
    ];
    for (_, tried) in own {
        let test = test(tried, at);
        for share in [test.recall(), test.precision()].map(|share| share.filter(Share::is_shown)) {
            row.extend([share.map_or(Cell::Empty, |own| Cell::Share(own.value())), words::share(pen, share).into()]);
        }
    }
    row
}

fn named(pen: &Pen, codes: &[Code]) -> Markup {
    let names: Vec<String> = codes.iter().map(|code| pen.lang.sign_name(*code)).collect();
    let listed = names.join(&pen.lang.text("list-semicolon"));
    pen.say("policy-tried-untold", [("signs", FluentValue::from(listed))])
}
