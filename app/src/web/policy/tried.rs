//! How thresholds would have done on the firm's own cases: of those in force on a page of its own, of changed ones before
//! they are saved.

use super::fields;
use crate::flow::thresholds::{Past, Tried};
use crate::store::policies;
use crate::web::markup::{Markup, Pen};
use crate::web::part::{Head, Sheet};
use crate::web::prospects::{sees_sums, words};
use crate::web::{Crumb, Frame, PageError, Shared, Verb, Visitor, page};
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use domain::lesson::back_test::{BackTest, Share};
use domain::sign::{Code, Level, Policy, Rule};
use fluent_bundle::FluentValue;

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
    super::open(&visitor)?;
    // What became of clients is not for everyone.
    if !sees_sums(&visitor) {
        return Err(PageError::NotFound);
    }
    let policy = policies::current(&app.db).await?;
    let past = Past::of(&app.db, visitor.today).await?;
    let tried = match past.is_few() {
        true => Tried::new(),
        false => past.tried(&app.db, &visitor.firm, &policy).await?,
    };
    let pen = Pen::of(&visitor);
    let title = pen.lang.text("policy-tried-title");
    let crumbs = vec![
        Crumb { text: pen.lang.text("portfolio-title"), href: Some("/".to_owned()) },
        Crumb { text: pen.lang.text("policy-title"), href: Some("/policy".to_owned()) },
        Crumb { text: title.clone(), href: None },
    ];
    let show = Show {
        frame: visitor.frame(title.clone(), Some(Verb::Watch), crumbs),
        title: Markup::text(&title),
        note: pen.t("policy-tried-note"),
        trial: Trial::of(&pen, &past, &[(&policy, &tried)]),
        back: pen.t("policy-title"),
    };
    Ok(page(&show)?.into_response())
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
        let meant: Vec<(Code, Level)> = thresholds(own[0].0).filter(|at| own.len() == 1 || differ(own, *at)).collect();
        let is_told = |at: &&(Code, Level)| own.iter().all(|(_, tried)| test(tried, **at).is_shown());
        let rows: Vec<Vec<Markup>> = meant.iter().filter(is_told).map(|at| row(pen, own, *at)).collect();
        let mut untold: Vec<Code> = meant.iter().filter(|at| !is_told(at)).map(|(code, _)| *code).collect();
        untold.dedup();
        Trial {
            says,
            latest,
            sheet: (!rows.is_empty()).then(|| sheet(pen, own.len() > 1, rows)),
            untold: (!untold.is_empty()).then(|| named(pen, &untold)),
        }
    }
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

fn row(pen: &Pen, own: &[Own], at: (Code, Level)) -> Vec<Markup> {
    let written = |(policy, _): &Own| pen.lang.written(&value(policy.rule(at.0), at.1).to_string());
    let mut values: Vec<String> = own.iter().map(written).collect();
    values.dedup();
    let threshold = match &values[..] {
        [was, is] => pen.say("policy-changed", [("was", was.clone().into()), ("is", is.clone().into())]),
        _ => Markup::text(&values.concat()),
    };
    let mut row = vec![Markup::text(&pen.lang.sign_name(at.0)), pen.level(at.1.into()), threshold];
    for (_, tried) in own {
        let test = test(tried, at);
        let shares = [test.recall(), test.precision()];
        row.extend(shares.map(|share| words::share(pen, share.filter(Share::is_shown))));
    }
    row
}

fn sheet(pen: &Pen, is_compared: bool, rows: Vec<Vec<Markup>>) -> Sheet {
    let own = ["policy-sign", "policy-tried-level", "policy-tried-threshold"];
    let shares: &[&str] = match is_compared {
        true => &["policy-recall-now", "policy-precision-now", "policy-recall-then", "policy-precision-then"],
        false => &["policy-tried-recall", "policy-tried-precision"],
    };
    let heads = own.iter().chain(shares).map(|key| Head::words(pen.t(key))).collect();
    Sheet { caption: pen.t("policy-tried-title"), heads, rows, is_cards: true }
}

fn named(pen: &Pen, codes: &[Code]) -> Markup {
    let names: Vec<String> = codes.iter().map(|code| pen.lang.sign_name(*code)).collect();
    let listed = names.join(&pen.lang.text("list-semicolon"));
    pen.say("policy-tried-untold", [("signs", FluentValue::from(listed))])
}
