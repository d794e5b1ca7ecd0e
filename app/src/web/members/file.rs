//! The members as a file, in the order of joining.

use crate::store::members::{self, Member};
use crate::web::export::{self, Cell, Format, Table};
use crate::web::{PageError, Shared, Visitor};
use axum::extract::State;
use axum::response::Response;

pub async fn answer(State(app): State<Shared>, visitor: Visitor, format: Format) -> Result<Response, PageError> {
    let heads = [
        ("name", "member-name"),
        ("email", "email"),
        ("role", "member-role"),
        ("place", "work-place"),
        ("joined_on", "member-joined"),
        ("left_on", "member-left"),
    ];
    let role = |member: &Member| if member.adviser { "adviser" } else { member.role.word() };
    let row = |member: Member| {
        vec![
            Cell::Text(member.name.clone()),
            Cell::Text(member.email.clone()),
            Cell::Text(visitor.lang.text(&format!("role-{}", role(&member)))),
            member.place.into(),
            Cell::Day(visitor.when(&member.joined_at).day),
            member.left_at.as_deref().map(|at| visitor.when(at).day).into(),
        ]
    };
    let rows = members::all(&app.db).await?.into_iter().map(row).collect();
    export::answer("members", Table::of(visitor.lang, "members-title", &heads, rows), format, visitor.lang).await
}
