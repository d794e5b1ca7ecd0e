//! A client's findings as a file: one row each, the gravest first; what only some may read is never in it.

use super::words;
use crate::lang::Lang;
use crate::lang::sign::Part;
use crate::store::assessments::Stored;
use crate::store::episodes;
use crate::web::export::{self, Cell, Column, Format, Table};
use crate::web::markup::Pen;
use crate::web::past::{self, Look};
use crate::web::records::{Found, found_on, name_of};
use crate::web::{PageError, Shared, Visitor};
use axum::extract::{Path, Query, State};
use axum::response::Response;
use domain::sign::{Episode, State as Verdict, Value};

const COLUMNS: [&str; 11] =
    ["client", "code", "sign", "level", "says", "value", "threshold", "rows", "confidence", "since", "state"];

pub async fn answer(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(client): Path<String>,
    Query(past::Asked { on }): Query<past::Asked>,
    format: Format,
) -> Result<Response, PageError> {
    let own = format!("findings.{}", format.ending());
    let whose = match found_on(&app, &visitor.viewer, &client, &[&own], &on).await? {
        Found::Here(whose) => whose,
        Found::Elsewhere(answer) => return Ok(answer),
    };
    let look = Look::sound(&app, &visitor, &on).await?;
    let known = look.client(&app, &visitor, whose.client()).await?;
    let findings = known.map(|(_, whole)| whole.findings).unwrap_or_default();
    let listed = Listed {
        pen: Pen { lang: Lang { isolates: false, ..visitor.lang }, ..Pen::of(&visitor) },
        client: whose.client(),
        name: name_of(&app, &visitor, whose.client()).await?,
        episodes: match &look.past {
            Some(past) => past::episodes(&app.db, &visitor, whose.client(), past.on).await?.0,
            None => episodes::all(&app.db, Some(whose.client())).await?,
        },
    };
    let seen = findings.iter().filter(|finding| visitor.viewer.sees_finding(finding.code));
    let rows = seen.map(|finding| listed.row(finding)).collect();
    let title = look.file(&format!("{} {}", visitor.lang.text("export-findings-title"), listed.name));
    let table = Table { title, columns: Column::each(visitor.lang, "export-finding-{}", &COLUMNS), rows };
    export::answer(&look.file(&format!("findings-{}", whose.client())), table, format, visitor.lang).await
}

/// The findings of one client as one visitor reads them.
struct Listed<'a> {
    pen: Pen<'a>,
    client: &'a str,
    name: String,
    episodes: Vec<Episode>,
}

impl Listed<'_> {
    fn row(&self, finding: &Stored) -> Vec<Cell> {
        let lang = self.pen.lang;
        let episode = self.episodes.iter().rfind(|episode| episode.code == finding.code);
        let state = episode.map_or(Verdict::Observed, |episode| episode.state);
        let value = match &finding.value {
            Value::Number(number) if number.is_finite() => Cell::Number(rounded(*number)),
            Value::Number(_) => Cell::Empty,
            Value::Label(label) => Cell::Text(label.clone()),
        };
        vec![
            Cell::Text(self.client.to_owned()),
            Cell::Text(finding.code.word().to_owned()),
            Cell::Text(lang.sign_name(finding.code)),
            Cell::Text(lang.text(&format!("level-{}", crate::web::icon::Mark::from(finding.level).word()))),
            Cell::Text(lang.sign(finding, Part::Say, &self.name, self.pen.sees_money).unwrap_or_default()),
            value,
            finding.threshold.filter(|own| own.is_finite()).map(|own| Cell::Number(rounded(own))).into(),
            Cell::Number(f64::from(finding.facts_total)),
            Cell::Text(lang.text(words::confidence_key(finding.confidence))),
            episode.map(|episode| episode.first_on).into(),
            Cell::Text(lang.text(&format!("state-{}", state.word()))),
        ]
    }
}

fn rounded(value: f64) -> f64 {
    (value * 10_000.0).round() / 10_000.0
}
