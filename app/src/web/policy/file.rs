//! A version of the policy as a file: one row a setting.

use super::fields::{self, Field};
use super::view::changed;
use crate::lang::Lang;
use crate::store::policies::{self, Version};
use crate::web::export::{self, Cell, Column, Format, Table};
use crate::web::markup::{Markup, Pen};
use crate::web::{PageError, Shared, Visitor};
use axum::extract::State;
use axum::response::Response;
use domain::sign::{Code, Policy};

/// Answers with a version's settings.
pub async fn answer(visitor: &Visitor, policy: &Policy, format: Format) -> Result<Response, PageError> {
    let lang = Lang { isolates: false, ..visitor.lang };
    let pen = Pen { lang, ..Pen::of(visitor) };
    let heads = [
        ("code", "export-finding-code"),
        ("sign", "export-finding-sign"),
        ("setting", "policy-setting"),
        ("value", "export-finding-value"),
    ];
    let row = |code: &str, sign: String, field: Field| {
        let value = field.value.parse().map_or_else(|_| Cell::Text(field.value.clone()), Cell::Number);
        vec![Cell::Text(code.to_owned()), Cell::Text(sign), Cell::Text(fields::name(&pen, &field.key)), value]
    };
    let general = fields::general(policy).into_iter().map(|field| row("", lang.text("policy-general"), field));
    let mut rows: Vec<Vec<Cell>> = general.collect();
    for (code, rule) in policy.rules() {
        let own: (&str, String) = (Code::word(code), lang.sign_name(code));
        let levels = fields::has_levels(rule);
        let common = fields::common(code, rule).into_iter().filter(|field| levels || field.key.starts_with("data_"));
        rows.extend(common.chain(fields::own(code, rule)).map(|field| row(own.0, own.1.clone(), field)));
    }
    let table = Table::of(lang, "policy-title", &heads, rows);
    export::answer(&format!("policy-{}", policy.version), table, format, lang).await
}

/// Answers with all versions, the newest first, each with what it changed.
pub async fn versions(State(app): State<Shared>, visitor: Visitor, format: Format) -> Result<Response, PageError> {
    super::open(&visitor)?;
    let (pen, all) = (Pen::of(&visitor), policies::all(&app.db).await?);
    let row = |(at, version): (usize, &Version)| {
        let before = all.get(at + 1);
        let changes = before.map(|before| changed(&pen, &before.policy, &version.policy)).unwrap_or_default();
        let own = export::version(&visitor, version.policy.version, (&version.set_at, version.set_by.as_deref()));
        let changes = Markup::join(changes, &pen.lang.text("list-semicolon"));
        own.into_iter().chain([version.reason.as_str().into(), changes.into()]).collect()
    };
    let mut columns = export::version_columns(pen.lang);
    columns.push(Column::of(pen.lang, "reason", "policy-reason"));
    columns.push(Column::of(pen.lang, "changes", "policy-changed-title"));
    let rows = all.iter().enumerate().map(row).collect();
    let table = Table { title: pen.lang.text("policy-versions"), columns, rows };
    export::answer("policy-versions", table, format, pen.lang).await
}
