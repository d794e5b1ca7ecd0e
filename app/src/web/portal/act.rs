//! What someone of the client does: asks, confirms a receipt, says what becomes of their data, signs the clearance. A code
//! confirms who acts in everything but a question.

use super::show::drawn;
use super::{Reader, clearance};
use crate::flow::cases::NotDone;
use crate::flow::portal;
use crate::store::attempts;
use crate::store::client_links::WRONG_CODES_MAX;
use crate::web::PageError;
use crate::web::app::Shared;
use crate::web::form::Filled;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use domain::case::parting::{Instruction, OfClient};
use domain::case::{Now, Refusal};
use domain::text::western_digit;

/// The longest name under a signature, in characters.
const NAME_MAX: usize = 200;

/// So many forms are taken from a link within the minutes of the pace.
const FORMS_MAX: i64 = 30;
const PACE_MINUTES: i64 = 10;
/// After so many seconds what came too fast may come again.
pub const PACE_SECONDS: i64 = PACE_MINUTES * 60;

pub async fn act(
    State(app): State<Shared>,
    mut reader: Reader,
    Path(what): Path<String>,
    mut filled: Filled,
) -> Result<Response, PageError> {
    if reader.link.successor {
        return Err(PageError::NotFound);
    }
    if is_fast(&app, &format!("client-page:{}", reader.link.id), FORMS_MAX).await? {
        let mut answer = drawn(&reader, filled, Some("portal-pace"), StatusCode::TOO_MANY_REQUESTS)?;
        answer.headers_mut().insert(header::RETRY_AFTER, PACE_SECONDS.into());
        return Ok(answer);
    }
    let act = read(&reader, &what, &mut filled)?;
    if !filled.is_good() {
        return drawn(&reader, filled, None, StatusCode::UNPROCESSABLE_ENTITY);
    }
    if !matches!(act, OfClient::Ask { .. }) && !confirmed(&app, &reader, &mut filled).await? {
        return drawn(&reader, filled, None, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let is_question = matches!(act, OfClient::Ask { .. });
    let now = Now { at: app.now(), today: reader.today };
    match portal::act(app.place(), &reader.link, now, act).await {
        Ok(_) => Ok(Redirect::to("/client-page").into_response()),
        Err(NotDone::Store(error)) => Err(error.into()),
        Err(NotDone::Absent) => Err(PageError::NotFound),
        // A question that is sent twice is asked once.
        Err(NotDone::Refused(Refusal::Done)) if is_question => Ok(Redirect::to("/client-page").into_response()),
        Err(NotDone::Refused(_) | NotDone::Changed(_)) => {
            // It was done meanwhile, or its time has passed: the page as it is now says which.
            reader.refresh(&app).await?;
            drawn(&reader, Filled::default(), Some("portal-not-now"), StatusCode::CONFLICT)
        }
    }
}

/// Tells whether more comes from somewhere than anyone does by hand. What is refused so does not count.
pub async fn is_fast(app: &Shared, subject: &str, max: i64) -> Result<bool, PageError> {
    let attempt = attempts::note(&app.db, &[subject], &app.in_minutes(-PACE_MINUTES), &app.now()).await?;
    let is_fast = attempt.count > max;
    if is_fast {
        attempts::take_back(&app.db, &attempt).await?;
    }
    Ok(is_fast)
}

fn read(reader: &Reader, what: &str, filled: &mut Filled) -> Result<OfClient, PageError> {
    let name = |filled: &mut Filled| {
        let name: String = filled.value("name").chars().take(NAME_MAX).collect();
        if name.is_empty() {
            filled.refuse("name", reader.lang.text("portal-name-missing"));
        }
        name
    };
    Ok(match what {
        "question" => {
            let text = filled.value("question").to_owned();
            if text.is_empty() {
                filled.refuse("question", reader.lang.text("field-required"));
            }
            OfClient::Ask { text }
        }
        "receipt" => {
            let digest = filled.value("document").to_owned();
            // Whoever confirms has the letter before them of which the form spoke.
            let mut letters = reader.page.asks_receipt().into_iter().chain(&reader.page.letters);
            let letter = letters.find(|letter| letter.digest == digest);
            if letter.is_none() {
                filled.refuse("name", reader.lang.text("portal-letter-changed"));
            }
            OfClient::AcknowledgeReceipt { letter: letter.map_or(0, |letter| letter.id), digest, name: name(filled) }
        }
        "obligations" => {
            let chosen = filled.all("obligation").into_iter().filter_map(|id| id.parse().ok());
            let obligations: Vec<u32> = chosen.collect();
            if obligations.is_empty() {
                filled.refuse("obligation", reader.lang.text("portal-confirm-missing"));
            }
            OfClient::Confirm { obligations, name: name(filled) }
        }
        "data" => {
            let instruction = Instruction::of(filled.value("instruction"));
            if instruction.is_none() {
                filled.refuse("instruction", reader.lang.text("case-choose-one"));
            }
            let instruction = instruction.unwrap_or(Instruction::Return);
            OfClient::Instruct { instruction, name: name(filled) }
        }
        "clearance" => {
            let standing = clearance::standing(&reader.page, &reader.told(), reader.lang);
            let digest = standing.as_ref().map_or("", |paper| &paper.digest);
            // Whoever signs has read the text that stands now.
            if digest != filled.value("document") {
                filled.refuse("name", reader.lang.text("portal-account-changed"));
            }
            let text = standing.and_then(|paper| paper.text).unwrap_or_default();
            OfClient::SignClosure { name: name(filled), language: reader.lang.language.into(), text }
        }
        _ => return Err(PageError::NotFound),
    })
}

/// Tells whether the code is right; if not, the form says how many tries are left.
async fn confirmed(app: &Shared, reader: &Reader, filled: &mut Filled) -> Result<bool, PageError> {
    let code: String = filled.value("code").chars().map(western_digit).filter(char::is_ascii_digit).collect();
    let is_right = portal::confirms(app.place(), &reader.link, code, app.cost).await?;
    if !is_right {
        let left = (WRONG_CODES_MAX - reader.link.wrong_codes - 1).max(0);
        filled.refuse("code", reader.lang.say("portal-code-wrong", [("n", (left as f64).into())]));
    }
    Ok(is_right)
}

impl Reader {
    /// Reads the case again: something happened meanwhile.
    async fn refresh(&mut self, app: &Shared) -> Result<(), PageError> {
        let opened = crate::flow::cases::load(app.place(), &self.link.key).await?.ok_or(PageError::NotFound)?;
        let page = domain::separation::portal::ClientPage::of(&opened.case).ok_or(PageError::NotFound)?;
        (self.opened, self.page) = (opened, page);
        Ok(())
    }
}
