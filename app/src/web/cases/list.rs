//! The cases in which a visitor takes part, those that stand longest first.

use super::people::People;
use super::watched;
use super::words::shown;
use crate::flow;
use crate::store::cases;
use crate::web::app::Shared;
use crate::web::duties::alerts;
use crate::web::markup::{Markup, Pen};
use crate::web::reports::lines::open_cases;
use crate::web::{Frame, PageError, Person, Verb, Visitor, href, page};
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use domain::case::Stage;
use std::collections::HashMap;

/// A case in the list.
struct Row {
    href: String,
    name: Markup,
    stage: Markup,
    since: Markup,
    opened_on: Markup,
    /// What is due in it.
    due: Vec<Markup>,
}

#[derive(Template)]
#[template(path = "cases/list.html")]
struct List {
    frame: Frame,
    adviser: bool,
    /// How many are open; nothing where none is.
    lede: Option<Markup>,
    /// The days of ends of which this visitor is told.
    alerts: Vec<alerts::View>,
    /// The open ones, and those that ask for nothing more, each under the key of a heading.
    groups: Vec<(&'static str, Vec<Row>)>,
}

/// Shows the cases; an adviser from outside is led to the decisions that they are asked to read.
pub async fn list(State(app): State<Shared>, Person(visitor): Person) -> Result<Response, PageError> {
    let pen = Pen::of(&visitor);
    let adviser = visitor.is_adviser();
    let lines = lines(&app, &visitor).await?;
    let below = if adviser { "/decision/reading" } else { "" };
    let (mut dues, alerts) = dues(&app, &visitor, &pen, &lines).await?;
    let mut row = |line: &cases::Line| Row {
        href: href::case(&line.key.client, &line.key.case) + below,
        name: pen.name(&line.name),
        stage: shown(&pen, "case-stage-{}", line.stage.word()),
        since: pen.day(line.since),
        opened_on: pen.day(line.opened_on),
        due: dues.remove(&line.key.case).unwrap_or_default(),
    };
    let (rested, open): (Vec<&cases::Line>, Vec<&cases::Line>) = lines.iter().partition(|line| line.stage.is_at_rest());
    // Those open to this visitor alone are added after the list was made without them.
    let restricted = if adviser { vec![] } else { open_cases(&app, &visitor, &pen, None) };
    let own = restricted.iter().map(|line| Row {
        href: line.href.clone(),
        name: line.name.clone(),
        stage: pen.t("case-restricted"),
        since: pen.day(line.opened_on),
        opened_on: pen.day(line.opened_on),
        due: vec![],
    });
    let n = (open.len() + restricted.len()) as u64;
    let open: Vec<Row> = own.chain(open.into_iter().map(&mut row)).collect();
    let rested: Vec<Row> = rested.into_iter().map(&mut row).collect();
    let list = List {
        adviser,
        alerts,
        frame: visitor.frame(visitor.lang.text("cases-title"), Some(Verb::Decide), vec![]),
        lede: (n > 0).then(|| pen.about("cases-lede", n)),
        groups: [("cases-open", open), ("cases-rested", rested)]
            .into_iter()
            .filter(|(_, rows)| !rows.is_empty())
            .collect(),
    };
    Ok(page(&list)?.into_response())
}

/// Returns the cases that a visitor takes part in, without those that are open to this visitor alone; those at rest come
/// last.
pub(super) async fn lines(app: &Shared, visitor: &Visitor) -> Result<Vec<cases::Line>, PageError> {
    if visitor.sharing.is_some() {
        return Err(PageError::Sharing);
    }
    let mut lines = cases::of_member(&app.db, &visitor.member, None).await?;
    lines.retain(|line| !visitor.is_adviser() || line.stage == Stage::Decided);
    lines.sort_by_key(|line| line.stage.is_at_rest());
    Ok(lines)
}

/// What is due in each case, by its id, and the days of which the visitor is told.
type Due = (HashMap<String, Vec<Markup>>, Vec<alerts::View>);

/// Returns what is due in each case, and to the visitor; an adviser from outside is told of none.
async fn dues(app: &Shared, visitor: &Visitor, pen: &Pen<'_>, lines: &[cases::Line]) -> Result<Due, PageError> {
    let (mut dues, mut told) = (HashMap::new(), vec![]);
    if visitor.is_adviser() {
        return Ok((dues, told));
    }
    let people = People::of(&app.db).await?;
    let watch = alerts::Watch::of(pen, &people, &visitor.firm, visitor.today);
    for line in lines.iter().filter(|line| line.stage != Stage::Withdrawn) {
        if let Some(opened) = flow::cases::load(app.place(), &line.key).await? {
            let (case, id) = (&opened.case, line.key.case.as_str());
            dues.insert(id.to_owned(), watched::dues(pen, &people, case, visitor.today));
            told.extend(watch.views(case, id).into_iter().filter(|one| one.told.contains(&visitor.member)));
        }
    }
    told.sort_by_key(|one| !one.is_late);
    Ok((dues, told))
}
