//! The archives of a report: sealed for those whom a reader names there and then, noted in its journal and handed out.
//! Nothing else of them stays here.

use super::compartment::{told_view, write};
use super::room::{AsReader, Room, status};
use super::words::details;
use crate::archive::report;
use crate::flow::archive::{Gathered, HANDED, Handed, Made, NotSealed, Whom, made, seal_apart};
use crate::flow::reports::{Compartment, Opened, With, archive as gather, compartment};
use crate::keep::package::Item;
use crate::web::archive::{Told, how_to_open, telling};
use crate::web::cases::archives;
use crate::web::cases::people::People;
use crate::web::cases::refusal::Refused;
use crate::web::closing_pack::zipped;
use crate::web::form::Filled;
use crate::web::markup::{Markup, Pen};
use crate::web::readers::Readers;
use crate::web::{Frame, PageError, page};
use askama::Template;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::case::Act;
use domain::case::compartment::{Privileged, keep};
use domain::case::parting::{Act as Part, Archive, Scope};
use domain::record::Choice;

/// An archive that was sealed.
struct SealedView {
    what: Markup,
    made: Markup,
    readers: Option<Markup>,
    digest: String,
}

#[derive(Template)]
#[template(path = "reports/archive.html")]
struct ArchivePage {
    frame: Frame,
    filled: Filled,
    refused: Option<Refused>,
    here: String,
    seen: u32,
    lede: Markup,
    sealed: Vec<SealedView>,
    /// Whether it is not closed yet, and whose it is to seal where it is not this reader's.
    is_open: bool,
    whose: Option<Markup>,
    ours: bool,
    privileged: bool,
}

pub async fn show(AsReader(room): AsReader) -> Result<Response, PageError> {
    drawn(&room, Filled::default(), None)
}

fn drawn(room: &Room, filled: Filled, refused: Option<Refused>) -> Result<Response, PageError> {
    let (pen, own) = (room.pen(), own(room));
    let is_open = !Scope::Ours.has_come(&room.opened.case);
    let archives = ArchivePage {
        frame: room.frame(Some("report-archive")),
        here: room.path("archive"),
        seen: room.opened.case.seq,
        lede: Markup::strong(&pen.lang.text("report-archive-lede")),
        sealed: sealed(room, &pen, own.as_ref()),
        is_open,
        whose: (!may(room, Scope::Ours)).then(|| whose(room, &pen)),
        ours: !is_open && may(room, Scope::Ours),
        privileged: !is_open && may(room, Scope::Privileged) && has_counsels_word(room, own.as_ref()),
        filled,
        refused,
    };
    let status =
        if archives.filled.is_good() { status(archives.refused.as_ref()) } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, page(&archives)?).into_response())
}

/// Tells whether this reader may seal an archive; of what counsel said only who is named, who alone reads all of it.
fn may(room: &Room, scope: Scope) -> bool {
    let case = &room.opened.case;
    match scope {
        Scope::Ours => case.allows(room.by(), scope.action()),
        Scope::Privileged => compartment::named(case).contains(&room.visitor.member.as_str()),
        Scope::Theirs => false,
    }
}

/// Says who of those who read it may seal it.
fn whose(room: &Room, pen: &Pen) -> Markup {
    let may = |member: &str| room.opened.case.allows(member, Scope::Ours.action());
    let readers = room.opened.envelope.readers.iter().filter(|reader| may(&reader.member));
    let names: Vec<&str> = readers.map(|reader| reader.name.as_str()).collect();
    pen.say("report-archive-whose", [("names", names.join(&pen.lang.text("case-comma")).into())])
}

/// Returns the compartment that this reader's key opens.
fn own(room: &Room) -> Option<Compartment> {
    let sight = room.visitor.sight(&room.app);
    sight.compartments.iter().find(|one| one.folder.report == room.opened.id()).cloned()
}

fn has_counsels_word(room: &Room, own: Option<&Compartment>) -> bool {
    own.is_some() || room.opened.entries.iter().any(|entry| entry.event.is_privileged())
}

/// Returns the archives that were sealed, the newest first; those of counsel's word for those named alone.
fn sealed(room: &Room, pen: &Pen, own: Option<&Compartment>) -> Vec<SealedView> {
    let apart = own.into_iter().flat_map(|own| own.entries.iter().rev()).filter_map(|told| match &told.what {
        Privileged::ArchiveKept { archive, said } => {
            let readers = said.as_ref().map(|said| said.readers.as_slice());
            Some(Made { archive, at: &told.at, by: Some(&told.by), readers })
        }
        _ => None,
    });
    let view = |made: Made| SealedView {
        what: archives::what(pen, &made),
        made: archives::made_by(pen, &room.people, &made),
        readers: archives::opens_for(pen, &made),
        digest: made.archive.sha256.clone(),
    };
    made(&room.opened.entries).chain(apart).map(view).collect()
}

/// Seals an archive, notes it, and hands it out.
pub async fn seal(AsReader(mut room): AsReader, mut filled: Filled) -> Result<Response, PageError> {
    let at = room.path("archive");
    room.visitor.at(&at);
    let scope = Scope::of(filled.value("form")).ok_or(PageError::NotFound)?;
    // For everyone else counsel's archive does not exist.
    if scope != Scope::Ours && !may(&room, scope) {
        return Err(PageError::NotFound);
    }
    if let Some(refused) = too_soon_or_not_theirs(&room, scope) {
        return drawn(&room, filled, Some(refused));
    }
    let Some(readers) = Readers::read(&mut filled, room.visitor.lang) else { return drawn(&room, filled, None) };
    // What happens while it is sealed is not in it, and is not passed over.
    filled.offer_if_empty("seen", &room.opened.case.seq.to_string());
    let Readers { names, keys, phrase } = readers;
    let whom = Whom { keys, phrase, on: room.visitor.today, beside: how_to_open().into() };
    let Handed { files, sealed } = match handed(&room, scope, whom).await? {
        Ok(handed) => handed,
        Err(not_sealed) => {
            let refused = says(&room.pen(), not_sealed)?;
            return drawn(&room, filled, Some(refused));
        }
    };
    let zip = tokio::task::spawn_blocking(move || zipped(files.into_iter())).await;
    let Some(zip) = zip.ok().and_then(Result::ok) else {
        let refused = Refused::plain(&room.pen(), "report-archive-failed");
        return drawn(&room, filled, Some(refused));
    };
    let (name, files) = (HANDED.to_owned(), sealed.files as u32);
    let archive = Archive { scope, name, sha256: sealed.sha256, files, replaces: None, elsewhere: false };
    if let Some(refused) = noted(&mut room, &filled, archive, names).await? {
        room.visitor.at(&at);
        return drawn(&room, filled, Some(refused));
    }
    let name = format!("attachment; filename=\"{HANDED}.zip\"");
    let headers = [(header::CONTENT_TYPE, "application/zip".to_owned()), (header::CONTENT_DISPOSITION, name)];
    Ok((headers, zip).into_response())
}

fn too_soon_or_not_theirs(room: &Room, scope: Scope) -> Option<Refused> {
    let (pen, case) = (room.pen(), &room.opened.case);
    if !may(room, scope) {
        Some(Refused::not_yours(&pen, &room.people, case, scope.action()))
    } else if !scope.has_come(&room.opened.case) {
        Some(Refused::plain(&pen, "report-archive-open"))
    } else {
        None
    }
}

/// Gathers what belongs into an archive, with a page that leads through it, and seals it.
async fn handed(room: &Room, scope: Scope, whom: Whom) -> Result<Result<Handed, NotSealed>, PageError> {
    let own = own(room);
    let gathered = match scope {
        Scope::Privileged => gather::privileged(&room.opened, own.as_ref()),
        Scope::Ours | Scope::Theirs => gather::ours(&room.app.db, &room.opened).await,
    };
    let gathered = match gathered {
        Ok(gathered) => gathered,
        Err(not_sealed) => return Ok(Err(not_sealed)),
    };
    let pages = pages(room, scope, (&gathered, own.as_ref())).await?;
    Ok(seal_apart(room.app.place(), gathered, pages, whom).await)
}

async fn pages(
    room: &Room,
    scope: Scope,
    (gathered, own): (&Gathered, Option<&Compartment>),
) -> Result<Vec<Item>, PageError> {
    let opened = &room.opened;
    let key = if scope == Scope::Privileged { "archive-privileged" } else { "archive-report" };
    let names = (opened.envelope.client_name.as_str(), key);
    let pages = telling(&room.app.db, gathered, names, |pen, people| match scope {
        Scope::Privileged => own.map(|own| written(pen, people, own)).into_iter().collect(),
        Scope::Ours | Scope::Theirs => stated(pen, opened),
    });
    Ok(Item::all(pages.await?).collect())
}

/// Tells what was written into a compartment.
fn written(pen: &Pen, people: &People, own: &Compartment) -> Told {
    let lines = own.entries.iter().map(|told| {
        let view = told_view(people, pen, told);
        (Markup::join([view.when, view.says], " · "), view.texts)
    });
    Told { head: pen.lang.text("report-duty"), lines: lines.collect() }
}

/// Tells what was reported, who reads it, which files came with it, and how long the archive is kept.
fn stated(pen: &Pen, opened: &Opened) -> Vec<Told> {
    let envelope = &opened.envelope;
    let plain = |says: Markup| -> (Markup, Vec<String>) { (says, vec![]) };
    let pair = |key: &str, value: Markup| plain(Markup::join([pen.t(key), value], ": "));
    let kind = pen.t(&format!("report-kind-{}", envelope.report.kind.word()));
    let by = envelope.report.reported_by.as_deref();
    let said = [
        (kind, Some(envelope.report.text.clone()).filter(|text| !text.is_empty()).into_iter().collect()),
        pair("report-filed-on", pen.day(envelope.filed_on)),
        pair("report-by", by.map_or_else(|| pen.t("report-by-unnamed"), |by| pen.name(by))),
    ];
    let details = details(&envelope.report, pen).into_iter();
    let details = details.map(|(name, value)| plain(Markup::join([name, value], ": ")));
    let wishes = envelope.wishes.iter().map(|wish| plain(pen.t(&format!("wish-{wish}"))));
    let readers = envelope.readers.iter().map(|reader| plain(pen.name(&reader.name)));
    let files = envelope.files.iter().enumerate().map(|(nth, file)| {
        let path = pen.id(&report::place(nth, &file.name));
        (Markup::join([pen.name(&file.name), path], " · "), vec![format!("SHA-256 {}", file.sha256)])
    });
    let told = |key: &str, lines: Vec<(Markup, Vec<String>)>| Told { head: pen.lang.text(key), lines };
    let all = [
        told("report-what", said.into_iter().chain(details).chain(wishes).collect()),
        told("report-read-by", readers.collect()),
        told("report-files-title", files.collect()),
        told("retention-title", vec![plain(pen.t("report-archive-keep"))]),
    ];
    all.into_iter().filter(|told| !told.lines.is_empty()).collect()
}

/// Says why nothing was sealed; of what the machine found wrong no line in a log tells.
fn says(pen: &Pen, not_sealed: NotSealed) -> Result<Refused, PageError> {
    match not_sealed {
        NotSealed::Store(error) => Err(error.into()),
        NotSealed::Missing(_) => Ok(Refused::plain(pen, "report-archive-missing")),
        NotSealed::Keyless | NotSealed::Differs(_) | NotSealed::Package(_) => {
            Ok(Refused::plain(pen, "report-archive-failed"))
        }
    }
}

/// Notes an archive in the journal of the report, or where counsel alone reads it; returns why not, if it was refused.
async fn noted(
    room: &mut Room,
    filled: &Filled,
    archive: Archive,
    readers: Vec<String>,
) -> Result<Option<Refused>, PageError> {
    if archive.scope == Scope::Privileged {
        let what = keep(&room.opened.case, archive, readers);
        write(room, filled, what).await
    } else {
        let act = Act::Parting(Part::KeepArchive { archive, readers });
        room.act("archive", filled, act, With::default()).await
    }
}
