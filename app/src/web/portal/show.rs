//! What someone of the client sees.

use super::Reader;
use super::account::{self, AccountView};
use super::clearance::{self, ClearanceView};
use super::files::{self, FileLine};
use super::offers::{self, OfferView};
use super::{kept, owed, services, works};
use crate::flow::case_files::{self, What as File};
use crate::letter::parts;
use crate::web::app::Shared;
use crate::web::cases::closing_pack::answer;
use crate::web::closing_pack::outcomes;
use crate::web::duties::{Facing, facing};
use crate::web::form::Filled;
use crate::web::letters::paper::{Sheet, printed, sheets};
use crate::web::markup::Markup;
use crate::web::{Frame, PageError, page};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::case::parting::Instruction;
use domain::separation::obligation::Side;
use domain::separation::portal::{Owed, Question, ServedLetter};
use fluent_bundle::FluentValue;

#[derive(Template)]
#[template(path = "portal/show.html")]
struct Show {
    frame: Frame,
    name: String,
    lede: Markup,
    hijri: Option<String>,
    /// Whether the day is known, so that it can be taken into a calendar.
    has_day: bool,
    /// What was done with the form that was sent.
    done: Option<String>,
    /// The letter of which a receipt is asked, and the digest of its text.
    receipt: Option<(u32, String)>,
    /// What may be said of the data, and whether it was said.
    instructions: Vec<(&'static str, String, bool)>,
    is_instructed: bool,
    may_sign: bool,
    signed: Option<String>,
    letters: Vec<LetterLine>,
    files: Vec<FileLine>,
    has_pack: bool,
    owed: Vec<OwedRow>,
    /// How much of it is done.
    progress: String,
    /// What of it can be confirmed: its number, what it is, and whether it was ticked.
    confirms: Vec<(u32, String, bool)>,
    account: Option<AccountView>,
    /// The clearance, to be signed or signed.
    clearance: Option<ClearanceView>,
    /// What was settled, and what became of their data.
    outcomes: Vec<String>,
    alternatives: Vec<OfferView>,
    bridges: Vec<OfferView>,
    /// How the services stand until the end, and that some rest, with the letter that says so.
    services: Vec<OfferView>,
    pause: Option<(String, Option<u32>)>,
    /// What becomes of the rights in each work.
    works: Vec<OfferView>,
    /// What we keep after the end, why and until when.
    kept: Vec<OfferView>,
    /// Each question with its answer, or by when it comes.
    questions: Vec<(String, Result<String, String>)>,
    /// Whether they may act; whoever follows us only reads.
    may_act: bool,
    may_ask: bool,
    may_instruct: bool,
    until: String,
    filled: Filled,
}

/// What is due on a day, on either side.
struct OwedRow {
    iso: String,
    day: String,
    ours: Option<OwedView>,
    theirs: Option<OwedView>,
}

/// Something that is owed.
struct OwedView {
    title: String,
    about: Option<String>,
    done: Option<String>,
    /// Who of the client confirmed it, and when.
    confirmed: Option<String>,
    is_late: bool,
}

/// A letter in the list.
struct LetterLine {
    id: u32,
    kind: String,
    /// Who confirmed its receipt and when, and the digest of what stood before them.
    acknowledged: Option<(String, Option<String>)>,
}

pub async fn show(reader: Reader) -> Result<Response, PageError> {
    drawn(&reader, Filled::default(), None, StatusCode::OK)
}

/// Comes back to the page from an address that only takes forms.
pub async fn back() -> Redirect {
    Redirect::to("/client-page")
}

pub(super) fn drawn(
    reader: &Reader,
    filled: Filled,
    done: Option<&str>,
    status: StatusCode,
) -> Result<Response, PageError> {
    let (lang, client_page) = (reader.lang, &reader.page);
    let served = |letter: &ServedLetter| LetterLine {
        id: letter.id,
        kind: lang.text(&format!("letter-kind-{}", letter.kind.word())),
        acknowledged: letter.acknowledged.as_ref().map(|signed| {
            let says = reader.told().acknowledged(lang, signed);
            (says, signed.digest.clone())
        }),
    };
    let chosen = |instruction: &Instruction| client_page.instruction == Some(*instruction);
    let show = Show {
        frame: reader.frame(),
        name: lang.say("portal-welcome", [("name", reader.name().into())]),
        lede: Markup::strong(&lede(reader)),
        hijri: client_page.ends_on.map(|on| lang.hijri_day(on)),
        has_day: client_page.ends_on.is_some(),
        done: done.map(|key| lang.text(key)),
        receipt: client_page.asks_receipt().map(|letter| (letter.id, letter.digest.clone())),
        instructions: Instruction::ALL
            .iter()
            .map(|one| (one.word(), lang.text(&format!("portal-data-{}", one.word())), chosen(one)))
            .collect(),
        is_instructed: client_page.instruction.is_some(),
        may_sign: client_page.may_sign,
        signed: reader.told().signed(client_page, lang),
        letters: client_page.letters.iter().map(served).collect(),
        files: files::lines(reader),
        has_pack: client_page.sealed.is_some(),
        owed: rows(reader),
        progress: progress(reader),
        confirms: confirms(reader, &filled),
        account: account::view(reader),
        clearance: clearance::view(reader),
        outcomes: outcomes(&reader.told(), client_page, lang),
        alternatives: offers::alternatives(lang, &client_page.alternatives),
        bridges: offers::bridges(lang, &client_page.bridges),
        kept: kept::kept(lang, client_page, &reader.facts),
        services: services::services(lang, &client_page.services),
        works: works::works(lang, &client_page.works),
        pause: services::pause(lang, client_page).zip(client_page.pause.map(|pause| pause.letter)),
        questions: client_page.questions.iter().map(|one| asked(reader, one)).collect(),
        may_act: !reader.link.successor,
        may_ask: client_page.may_ask() && !reader.link.successor,
        may_instruct: client_page.may_instruct() && !reader.link.successor,
        until: until(reader),
        filled,
    };
    Ok((status, page(&show)?).into_response())
}

/// Says when the services end; to whoever follows us, what the page is.
fn lede(reader: &Reader) -> String {
    let client = reader.opened.case.opening.client_name.as_str();
    match reader.link.successor {
        true => reader.lang.say("portal-handover", [("firm", reader.firm.as_str().into()), ("client", client.into())]),
        false => reader.told().lede(&reader.page, reader.lang),
    }
}

fn asked(reader: &Reader, one: &Question) -> (String, Result<String, String>) {
    let answer = one.answer.clone().ok_or_else(|| reader.told().waits(reader.lang, one.asked_on));
    (one.question.clone(), answer)
}

/// Returns what the client can confirm of what is owed; whoever follows us confirms nothing.
fn confirms(reader: &Reader, filled: &Filled) -> Vec<(u32, String, bool)> {
    let ticked = filled.all("obligation");
    let one = |one: &Owed| {
        let side = if one.side == Side::Ours { "portal-confirm-ours" } else { "portal-confirm-theirs" };
        let says = reader.lang.say(side, [("what", owed::what(reader.lang, one).into())]);
        (one.id, says, ticked.contains(&one.id.to_string().as_str()))
    };
    reader.page.confirmable().map(one).collect()
}

fn progress(reader: &Reader) -> String {
    let owed = &reader.page.owed;
    let done = owed.iter().filter(|one| one.settled_on.is_some()).count();
    let args = [("done", FluentValue::from(done as f64)), ("n", FluentValue::from(owed.len() as f64))];
    reader.lang.say("portal-progress", args)
}

fn until(reader: &Reader) -> String {
    let links = &reader.opened.case.parting.links;
    let last = links.iter().find(|link| link.id == reader.link.id).map_or(reader.today, |link| link.until);
    reader.lang.say("portal-until", [("day", reader.lang.day(last).into())])
}

#[derive(Template)]
#[template(path = "portal/letter.html")]
struct LetterPage {
    frame: Frame,
    id: u32,
    kind: String,
    sheets: Vec<Sheet>,
    digest: String,
}

pub async fn letter(reader: Reader, Path(id): Path<u32>) -> Result<Response, PageError> {
    let letter = reader.page.letters.iter().find(|letter| letter.id == id).ok_or(PageError::NotFound)?;
    let erased = || reader.lang.text("words-erased");
    let text = letter.text.clone().unwrap_or_else(erased);
    let shown = LetterPage {
        frame: reader.frame(),
        id,
        kind: reader.lang.text(&format!("letter-kind-{}", letter.kind.word())),
        sheets: sheets(&text, &parts(&text, letter.language), &[]),
        digest: letter.digest.clone(),
    };
    Ok(page(&shown)?.into_response())
}

/// A served letter as it is printed.
pub async fn paper(State(app): State<Shared>, reader: Reader, Path(id): Path<u32>) -> Result<Response, PageError> {
    // Only what their page has is printed.
    reader.page.letters.iter().find(|letter| letter.id == id).ok_or(PageError::NotFound)?;
    let letters = &reader.opened.case.parting.letters;
    let letter = letters.iter().find(|letter| letter.id == id).ok_or(PageError::NotFound)?;
    printed(&app, &reader.firm, letter, reader.zone.as_deref()).await
}

/// Returns what remains on either side, a row for each day and pair.
fn rows(reader: &Reader) -> Vec<OwedRow> {
    let lang = reader.lang;
    let view = |one: &Owed| OwedView {
        title: owed::title(lang, one),
        about: owed::about(one).map(str::to_owned),
        done: one.settled_on.map(|on| lang.say("portal-done", [("day", lang.day(on).into())])),
        confirmed: one.confirmed.as_ref().map(|confirmed| reader.told().confirmed(lang, confirmed)),
        is_late: one.settled_on.is_none() && one.due_on < reader.today,
    };
    let owed = reader.page.owed.iter().map(|one| (one.due_on, one.side, view(one)));
    let row =
        |(day, ours, theirs): Facing<OwedView>| OwedRow { iso: day.to_string(), day: lang.weekday(day), ours, theirs };
    facing(owed).into_iter().map(row).collect()
}

/// The closing pack, once it is sealed.
pub async fn pack(State(app): State<Shared>, reader: Reader) -> Result<Response, PageError> {
    let sha256 = reader.page.sealed.as_deref().ok_or(PageError::NotFound)?;
    let pack =
        case_files::open(app.place(), &reader.link.key, File::ClosingPack, sha256).await?.ok_or(PageError::NotFound)?;
    Ok(answer(pack))
}
