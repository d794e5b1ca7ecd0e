//! The index of what was destroyed, for good: what, why, by whom, and which copies were not reached.

use crate::flow::destruction::{self, Copied};
use crate::keep::erasures::{self as list, Erasure};
use crate::store::destructions::{self, Destruction};
use crate::store::viewer::Role;
use crate::web::app::Shared;
use crate::web::cases::people::People;
use crate::web::erasures::{self, Told};
use crate::web::letters::certificate;
use crate::web::markup::{Markup, Pen};
use crate::web::part::{Head, Sheet};
use crate::web::{Crumb, Frame, PageError, Verb, Visitor, page};
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use fluent_bundle::FluentValue;
use std::collections::BTreeMap;

#[derive(Template)]
#[template(path = "retention/destroyed.html")]
struct Destroyed {
    frame: Frame,
    lede: Markup,
    index: Option<Sheet>,
    /// Lines of the erasure list that the index knows nothing of.
    listed: Vec<Markup>,
}

pub async fn destroyed(State(app): State<Shared>, visitor: Visitor) -> Result<Response, PageError> {
    if visitor.sharing.is_some() {
        return Err(PageError::Sharing);
    }
    visitor.require(Role::Finance)?;
    let pen = Pen::of(&visitor);
    let (people, told) = (People::of(&app.db).await?, Told::of(&app, &visitor).await?);
    let (index, doors) = (destructions::all(&app.db).await?, certificate::doors(&app, &visitor).await?);
    let list = list::read(&list::file(&app.folder)).map_err(|trouble| PageError::Broken(trouble.to_string()))?;
    let is_known = |erasure: &Erasure| erasure.id.as_ref().is_some_and(|id| index.iter().any(|one| one.id == *id));
    let listed = list.erasures.iter().zip(1..).filter(|(erasure, _)| !is_known(erasure));
    let title = visitor.lang.text("destroyed-title");
    let crumbs = vec![
        Crumb { text: visitor.lang.text("retention-title"), href: Some("/retention".to_owned()) },
        Crumb { text: title.clone(), href: None },
    ];
    let rows = index.iter().map(|one| row(&pen, (&people, &told), (one, doors.get(&one.id))));
    let rows = rows.collect::<Result<Vec<_>, _>>()?;
    let shown = Destroyed {
        frame: visitor.frame(title, Some(Verb::Learn), crumbs),
        lede: pen.about("destroyed-lede", list.erasures.len() as u64),
        listed: listed.map(|(erasure, line)| says(&pen, &told, erasure, line)).collect(),
        index: (!rows.is_empty()).then(|| Sheet {
            caption: pen.t("destroyed-title"),
            heads: ["what", "gone", "why", "who", "copies"]
                .map(|head| Head::words(pen.t(&format!("destroyed-head-{head}"))))
                .into(),
            rows,
            is_cards: true,
        }),
    };
    Ok(page(&shown)?.into_response())
}

fn row(
    pen: &Pen,
    (people, told): (&People, &Told),
    (one, door): (&Destruction, Option<&String>),
) -> Result<Vec<Markup>, PageError> {
    let scope = destruction::scope(&one.id, &one.scope)?;
    let line = pen.say("destroyed-line", [("line", FluentValue::from(pen.lang.digits(one.line as i64)))]);
    let gone: BTreeMap<String, u64> = serde_json::from_str(&one.gone).unwrap_or_default();
    let rows =
        gone.iter().map(|(table, n)| Markup::join([Markup::text(&pen.lang.erased_rows(table)), pen.count(*n)], ": "));
    let more = [("erased-keys", one.keys), ("erased-files", one.files)].into_iter().filter(|(_, n)| *n > 0);
    let more = more.map(|(key, n)| Markup::join([pen.t(key), pen.count(n)], ": "));
    let copies: Vec<Copied> = serde_json::from_str(&one.copies).unwrap_or_default();
    let copy = |copy: &Copied| match copy.until {
        Some(until) => Markup::join([erasures::what(pen, copy), pen.day(until)], " · "),
        None => erasures::what(pen, copy),
    };
    let by = |key: &str, (member, on): &(String, domain::days::Day)| {
        let who = FluentValue::from(people.name(member).to_owned());
        pen.say(key, [("who", who), ("day", pen.lang.day(*on).into())])
    };
    let confirmed = if one.confirmed.0 == one.proposed.0 { "destroyed-alone" } else { "destroyed-confirmed" };
    let basis = pen.lang.erasure_basis(&format!("{}: {}", one.basis.word(), one.reference));
    let none =
        |list: Vec<Markup>| if list.is_empty() { pen.t("destroyed-no-copies") } else { Markup::join(list, "<br>") };
    let certify = door.map(|door| pen.link(door, &pen.t("certificate-write")));
    Ok(vec![
        Markup::join([Markup::text(&told.erased(&scope)), line].into_iter().chain(certify), "<br>"),
        Markup::join(rows.chain(more), "<br>"),
        Markup::text(&basis),
        Markup::join([by("destroyed-proposed", &one.proposed), by(confirmed, &one.confirmed)], "<br>"),
        none(told.copies(&copies).iter().map(copy).collect()),
    ])
}

/// Says what a line of the list says of an erasure of which the index knows nothing.
fn says(pen: &Pen, told: &Told, erasure: &Erasure, line: usize) -> Markup {
    let args = [
        ("line", FluentValue::from(pen.lang.digits(line as i64))),
        ("what", told.erased(&erasure.scope).into()),
        ("day", pen.lang.day(erasure.on).into()),
        ("basis", pen.lang.erasure_basis(&erasure.basis).into()),
    ];
    pen.say("destroyed-listed", args)
}
