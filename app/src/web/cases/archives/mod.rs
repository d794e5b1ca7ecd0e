//! Archives of a case: those that were made, and making another.

mod file;
mod make;
mod reseal;

pub use file::{check, fetch, file, note};
pub use make::make;
pub use reseal::{Opening, has_phrase, ready, reseal};

use super::people::People;
use super::refusal::Refused;
use super::retrospective::words;
use super::scene::Scene;
use crate::flow::afterwards;
use crate::flow::archive::{self, Made};
use crate::flow::legal_holds::{self, Keeping};
use crate::flow::own_parts::{self, Fate};
use crate::keep::erasures;
use crate::store::settings;
use crate::web::app::Shared;
use crate::web::form::Filled;
use crate::web::markup::{Markup, Pen};
use crate::web::when::When;
use crate::web::{Frame, PageError, Visitor, page};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::case::Class;
use domain::case::parting::Scope;
use domain::days::Day;
use domain::lesson::afterwards::Told;
use fluent_bundle::FluentValue;

#[derive(Template)]
#[template(path = "cases/archives/show.html")]
struct Show {
    frame: Frame,
    name: Markup,
    stage: Markup,
    refused: Option<Refused>,
    archives: Vec<ArchiveView>,
    /// What this visitor may make here and now.
    ours: bool,
    privileged: bool,
    theirs: bool,
    /// What becomes of the answers of our own part, where the firm's archive is sealed.
    own_parts: Option<Markup>,
    filled: Filled,
    seq: u32,
    here: String,
    back: (String, Markup),
}

/// An archive that was made.
struct ArchiveView {
    what: Markup,
    made: Markup,
    readers: Option<Markup>,
    digest: String,
    file: Option<String>,
    check: Option<String>,
    /// Where it lies, if not in the firm's folder.
    elsewhere: Option<Markup>,
    /// When it was looked at last, and what was found.
    checked: Markup,
    /// What replaced it, with what it was removed, or what it replaced.
    replaced: Option<Markup>,
    /// How much was looked after since, which is not in it.
    since: Option<Markup>,
}

type Place = Path<(String, String)>;

pub async fn show(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((client, case)): Place,
) -> Result<Response, PageError> {
    let scene = Scene::of_parting(&app, &visitor, &client, &case).await?;
    let mut filled = Filled::default();
    // Whoever could also seal counsel's word, or a case that is not for all, names its readers anew each time.
    if is_ordinary(&scene)
        && !scene.may(Scope::Privileged.action())
        && let Some(readers) = settings::get(&app.db, settings::ARCHIVE_READERS).await?
    {
        filled.offer("readers", &readers);
    }
    drawn(&app, &scene, filled, None, StatusCode::OK).await
}

/// Tells whether a case is one that everybody may know of.
fn is_ordinary(scene: &Scene) -> bool {
    scene.case().opening.class == Class::Normal
}

/// Tells whether a visitor may make an archive of a scope, or get it. Whoever makes one can open it, so the firm's is for
/// those who see what everything costs, and the client's for those who see sums.
fn may(scene: &Scene, scope: Scope) -> bool {
    let sees = match scope {
        Scope::Ours => scene.sees_money() && scene.visitor.viewer.sees_costs(),
        Scope::Theirs => scene.sees_money(),
        Scope::Privileged => true,
    };
    sees && scene.may(scope.action())
}

async fn drawn(
    app: &Shared,
    scene: &Scene<'_>,
    filled: Filled,
    refused: Option<Refused>,
    status: StatusCode,
) -> Result<Response, PageError> {
    let pen = &scene.pen;
    let title = pen.lang.text("archives-title");
    let is_offered = |scope: Scope| scope.has_come(scene.case()) && may(scene, scope);
    let fate = own_parts::fate(app.place(), &scene.opened).await?;
    let member = &scene.visitor.member;
    let known = match &fate {
        Fate::Held(keeping) => keeping.known_to(member, &legal_holds::own_cases(&app.db, member).await?),
        Fate::Stay | Fate::Go | Fate::Gone(_) => Keeping::default(),
    };
    let after = afterwards::load(app.place(), &scene.opened.key).await?.told;
    let newest = made(scene).find(|made| made.archive.scope == Scope::Ours).map(|made| made.archive);
    let list = erasures::read(&erasures::file(&app.folder)).unwrap_or_default();
    let mut archives = vec![];
    for made in made(scene) {
        let erased = archive::erased(app.place(), (&scene.opened, &list), made.archive).await?;
        archives.push(ArchiveView {
            since: since(pen, &made, &after).filter(|_| newest == Some(made.archive) && erased.is_none()),
            ..view(scene, &made, erased)
        });
    }
    let show = Show {
        frame: scene.frame(title),
        name: pen.name(scene.name()),
        stage: scene.stage(),
        refused,
        archives,
        ours: is_offered(Scope::Ours),
        privileged: is_offered(Scope::Privileged) && scene.opened.entries.iter().any(|one| one.event.is_privileged()),
        theirs: is_offered(Scope::Theirs),
        own_parts: words::own_parts(pen, &scene.opened.case, &fate, &known).filter(|_| is_offered(Scope::Ours)),
        filled,
        seq: scene.case().seq,
        here: scene.href("archives"),
        back: (scene.href("part"), pen.t("go-part")),
    };
    Ok((status, page(&show)?).into_response())
}

/// Returns the archives of a case, the newest first.
fn made<'s>(scene: &'s Scene) -> impl Iterator<Item = Made<'s>> {
    archive::made(&scene.opened.entries)
}

/// Draws an archive; `erased` is when and why an erasure took it, if one did.
fn view(scene: &Scene, made: &Made, erased: Option<(Day, String)>) -> ArchiveView {
    let pen: &Pen = &scene.pen;
    let archive = made.archive;
    let own = scene.href(&format!("archives/{}", archive.sha256));
    let (checked_at, is_whole) = archive::checked(&scene.opened, made);
    let successor = archive::replaced_at(&scene.opened, archive);
    let is_here = !archive.elsewhere && successor.is_none() && erased.is_none();
    let is_there = may(scene, archive.scope) && is_here;
    let replaced = match (successor, erased, &archive.replaces) {
        (Some(at), ..) => Some(pen.say("archives-replaced", [("day", day(pen, at).into())])),
        (None, Some((on, basis)), _) => {
            let args = [("day", pen.lang.day(on).into()), ("basis", pen.lang.erasure_basis(&basis).into())];
            Some(pen.say("archives-removed", args))
        }
        (None, None, Some(old)) => Some(pen.say("archives-replaces", [("digest", old.as_str().into())])),
        (None, None, None) => None,
    };
    ArchiveView {
        what: what(pen, made),
        made: made_by(pen, &scene.people, made),
        readers: opens_for(pen, made),
        digest: archive.sha256.clone(),
        check: (is_there && archive.scope != Scope::Theirs).then(|| format!("{own}/check")),
        file: is_there.then_some(own),
        elsewhere: archive.elsewhere.then(|| pen.say("archives-elsewhere", [("name", archive.name.as_str().into())])),
        checked: checked(pen, When::of(checked_at, pen.zone, pen.lang.digits).day, is_whole),
        replaced,
        since: None,
    }
}

/// Says how much of what was looked after came when an archive was sealed already, and is not in it.
fn since(pen: &Pen, made: &Made, after: &[Told]) -> Option<Markup> {
    let n = after.iter().filter(|told| told.at.as_str() > made.at).count() as u64;
    (n > 0).then(|| pen.about("archives-since", n))
}

/// Says what an archive holds.
pub fn what(pen: &Pen, made: &Made) -> Markup {
    pen.t(&format!("archive-scope-{}", made.archive.scope.word()))
}

/// Says who made an archive, when, and of how many files.
pub fn made_by(pen: &Pen, people: &People, made: &Made) -> Markup {
    let who = maker(pen, people, made);
    let files = FluentValue::from(f64::from(made.archive.files));
    pen.say("archives-made", [("day", day(pen, made.at).into()), ("who", who.into()), ("files", files)])
}

/// Names who made an archive; whoever worked at the machine itself has no name.
pub fn maker(pen: &Pen, people: &People, made: &Made) -> String {
    if made.archive.elsewhere {
        return pen.lang.text("archives-by-command");
    }
    made.by.map(|by| people.name(by)).unwrap_or_default().to_owned()
}

/// Says who can open an archive; nothing where that was erased since.
pub fn opens_for(pen: &Pen, made: &Made) -> Option<Markup> {
    let names = made.readers?.join(&pen.lang.text("case-comma"));
    Some(pen.say("archives-readers-are", [("names", names.into())]))
}

fn day(pen: &Pen, at: &str) -> String {
    pen.lang.day(When::of(at, pen.zone, pen.lang.digits).day)
}

/// Says when an archive was looked at last, and what was found.
pub fn checked(pen: &Pen, on: Day, is_whole: bool) -> Markup {
    let whole = FluentValue::from(if is_whole { "yes" } else { "no" });
    pen.say("archives-checked", [("day", FluentValue::from(pen.lang.day(on))), ("whole", whole)])
}
