//! The two inventories: the accesses that we hold, and the places where the client's data lives.

use super::{At as Named, Desk};
use crate::web::app::Shared;
use crate::web::cases::words::shown;
use crate::web::export::{Cell, Format, Place as At, Table};
use crate::web::markup::Markup;
use crate::web::part::Sheet;
use crate::web::{Frame, PageError, Visitor, page};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use domain::case::parting::duties::Inventory as List;
use domain::case::{Action, Role};
use domain::days::Day;
use domain::separation::obligation::access::{Held, Step};
use domain::separation::obligation::holding::{Fate, Place, Stored};
use fluent_bundle::FluentValue;

#[derive(Template)]
#[template(path = "duties/inventories.html")]
struct Inventory {
    frame: Frame,
    name: Markup,
    lede: Markup,
    note: Markup,
    sheet: Option<Sheet>,
    /// Where the list is.
    list: String,
    none: Markup,
    add: Option<(String, Markup)>,
    /// Where it is said that there is nothing to list.
    nothing: Option<(String, Markup)>,
    back: String,
}

pub async fn access(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((client, case)): Named,
) -> Result<Response, PageError> {
    let desk = Desk::of(&app, &visitor, &client, &case).await?;
    let held = &desk.duties().accesses;
    let open = held.iter().filter(|held| held.removed_on.is_none()).count();
    drawn(&desk, "access", (held.len(), open), accesses(&desk), works(&desk, Role::It).then_some("access"))
}

pub async fn holdings(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((client, case)): Named,
) -> Result<Response, PageError> {
    let desk = Desk::of(&app, &visitor, &client, &case).await?;
    let stored = &desk.duties().holdings;
    let open = stored.iter().filter(|stored| !stored.is_settled()).count();
    drawn(&desk, "holding", (stored.len(), open), places(&desk), works(&desk, Role::Dpo).then_some("holding"))
}

/// Answers with the accesses as a file.
pub async fn access_file(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((client, case)): Named,
    format: Format,
) -> Result<Response, PageError> {
    let desk = Desk::of(&app, &visitor, &client, &case).await?;
    desk.answer("access", accesses(&desk), format).await
}

/// Answers with the places as a file.
pub async fn holdings_file(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((client, case)): Named,
    format: Format,
) -> Result<Response, PageError> {
    let desk = Desk::of(&app, &visitor, &client, &case).await?;
    desk.answer("holdings", places(&desk), format).await
}

fn accesses(desk: &Desk) -> Table {
    let works = works(desk, Role::It);
    let heads = [
        (At::Both, "system", "access-system"),
        (At::Both, "kind", "access-kind"),
        (At::File, "owned", "access-owned-by-us"),
        (At::Both, "holder", "access-holder"),
        (At::Page, "", "inventory-stands"),
        (At::File, "transferred_on", "access-transferred-on"),
        (At::File, "tested_on", "access-tested-on"),
        (At::File, "removed_on", "access-removed-on"),
        (At::Page, "", "inventory-next"),
    ];
    let rows = desk.duties().accesses.iter().map(|held| access_row(desk, held, works)).collect();
    Table::placed(desk.pen().lang, "inventory-access-title", &heads, rows)
}

fn places(desk: &Desk) -> Table {
    let works = works(desk, Role::Dpo);
    let heads = [
        (At::Both, "name", "holding-name"),
        (At::Both, "place", "holding-place"),
        (At::File, "personal", "holding-about-people"),
        (At::Both, "fate", "holding-fate"),
        (At::Page, "", "inventory-stands"),
        (At::File, "copied_on", "holding-copied-on"),
        (At::File, "sha256", "archives-digest"),
        (At::File, "read_back_on", "holding-read-back-on"),
        (At::File, "removed_on", "access-removed-on"),
        (At::Page, "", "inventory-next"),
    ];
    let rows = desk.duties().holdings.iter().map(|stored| holding_row(desk, stored, works)).collect();
    Table::placed(desk.pen().lang, "inventory-holding-title", &heads, rows)
}

/// Tells whether this visitor keeps an inventory.
fn works(desk: &Desk, role: Role) -> bool {
    let member = &desk.scene.visitor.member;
    desk.scene.may(Action::Work) || desk.case().holders(role).contains(member)
}

fn drawn(
    desk: &Desk,
    kind: &str,
    (all, open): (usize, usize),
    table: Table,
    add: Option<&str>,
) -> Result<Response, PageError> {
    let (pen, scene) = (desk.pen(), &desk.scene);
    let key = |rest: &str| format!("inventory-{kind}-{rest}");
    let of = if kind == "access" { List::Access } else { List::Data };
    let is_said = desk.duties().nothing_held.contains(&of);
    let lede = match (all, open) {
        (0, _) if is_said => pen.lang.text(&key("nothing")),
        (0, _) => pen.lang.text(&key("none")),
        (_, 0) => pen.lang.text(&key("done")),
        (_, open) => pen.lang.say(&key("open"), [("n", FluentValue::from(open as f64))]),
    };
    let inventory = Inventory {
        frame: desk.frame(&key("title")),
        name: pen.name(scene.name()),
        lede: Markup::strong(&lede),
        note: pen.t(&key("note")),
        sheet: table.sheet(pen),
        list: scene.href(if kind == "access" { "part/access" } else { "part/holdings" }),
        none: pen.t(&key(if is_said { "nothing-note" } else { "none-note" })),
        nothing: add
            .filter(|_| all == 0 && !is_said)
            .map(|_| (scene.href(&format!("nothing-held?inventory={}", of.word())), pen.t("inventory-nothing"))),
        add: add.map(|topic| (scene.href(topic), pen.t(&key("add")))),
        back: scene.href("part/obligations"),
    };
    Ok(page(&inventory)?.into_response())
}

fn said(desk: &Desk, said: Option<&str>) -> Markup {
    said.map_or_else(|| desk.pen().t("words-erased"), |said| desk.pen().name(said))
}

/// Returns the days of the steps that were taken.
fn taken(desk: &Desk, list: &str, steps: impl IntoIterator<Item = (&'static str, Option<Day>)>) -> Markup {
    let pen = desk.pen();
    let done = steps.into_iter().filter_map(|(step, day)| {
        let day = FluentValue::from(pen.lang.day(day?));
        Some(pen.say(&list.replace("{}", step), [("day", day)]))
    });
    let done: Vec<Markup> = done.collect();
    if done.is_empty() { pen.t("inventory-untouched") } else { Markup::join(done, " · ") }
}

fn access_row(desk: &Desk, held: &Held, works: bool) -> Vec<Cell> {
    let pen = desk.pen();
    let holder = held.access.holder.as_deref().map(|holder| pen.name(desk.scene.people.name(holder)));
    let owned = if held.access.owned { "access-owned" } else { "access-not-owned" };
    let steps = Step::ALL.iter().map(|step| (step.word(), held.on(*step)));
    let next = held.next().filter(|_| works).map(|step| {
        let href = desk.scene.href(&format!("access-step?access={}&step={}", held.access.id, step.word()));
        let label = Markup::join([shown(pen, "access-do-{}", step.word()), hidden(desk, held.system.as_deref())], "");
        pen.link(&href, &label)
    });
    let kind = shown(pen, "access-kind-{}", held.access.kind.word());
    vec![
        said(desk, held.system.as_deref()).into(),
        Cell::from(kind.clone()).said_as(Markup::join([kind, pen.t(owned)], " · ")),
        Cell::Flag(held.access.owned),
        holder.unwrap_or_else(|| pen.t("access-nobody")).into(),
        taken(desk, "access-was-{}", steps).into(),
        held.transferred_on.into(),
        held.tested_on.into(),
        held.removed_on.into(),
        next.unwrap_or_default().into(),
    ]
}

fn holding_row(desk: &Desk, stored: &Stored, works: bool) -> Vec<Cell> {
    let pen = desk.pen();
    let steps = [
        ("copied", stored.copied.as_ref().map(|copied| copied.on)),
        ("read_back", stored.read_back_on),
        ("removed", stored.removed_on),
    ];
    let kept = stored.holding.fate == Fate::Kept || stored.holding.place == Place::Backup;
    let next = match (&stored.copied, stored.read_back_on, stored.removed_on) {
        (.., Some(_)) => None,
        _ if stored.holding.fate == Fate::Kept => None,
        (None, ..) if !kept => Some("copied"),
        (Some(_), None, _) => Some("read_back"),
        _ => Some("removed"),
    };
    let next = next.filter(|_| works).map(|step| {
        let href = desk.scene.href(&format!("holding-step?holding={}&step={step}", stored.holding.id));
        let label = Markup::join([shown(pen, "holding-do-{}", step), hidden(desk, stored.name.as_deref())], "");
        pen.link(&href, &label)
    });
    let personal = stored.holding.personal.then(|| pen.t("holding-personal"));
    let place = shown(pen, "holding-place-{}", stored.holding.place.word());
    vec![
        said(desk, stored.name.as_deref()).into(),
        Cell::from(place.clone()).said_as(Markup::join([Some(place), personal].into_iter().flatten(), " · ")),
        Cell::Flag(stored.holding.personal),
        shown(pen, "holding-fate-{}", stored.holding.fate.word()).into(),
        taken(desk, "holding-was-{}", steps).into(),
        stored.copied.as_ref().map(|copied| copied.on).into(),
        stored.copied.as_ref().map(|copied| copied.sha256.as_str()).into(),
        stored.read_back_on.into(),
        stored.removed_on.into(),
        next.unwrap_or_default().into(),
    ]
}

/// Tells links with the same words apart for those who hear them.
fn hidden(desk: &Desk, name: Option<&str>) -> Markup {
    Markup::made(format!("<span class=\"vh\"> · {}</span>", said(desk, name)))
}
