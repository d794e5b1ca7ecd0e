//! What a person says of a term: that it is read right, that it says something else, that it is there, or that it is not.

use super::marked::place_of;
use super::term::{AUTOMATIC, DEEMED_N, EARLIEST_UNIT};
use super::terms::{self, Look};
use super::{Subject, acting};
use crate::lang::Lang;
use crate::store::entries::By as Author;
use crate::store::{apart, contracts};
use crate::web::app::Shared;
use crate::web::form::{self, Filled};
use crate::web::{PageError, Visitor};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::record::{Choice as _, NoticeUnit};
use domain::separation::contract::{By, Method, Reading, Standing, Statement, TermField, TermName, TermValue, read};
use domain::separation::notice::{DEEMED_MAX, Rule};

pub async fn save(
    State(app): State<Shared>,
    mut visitor: Visitor,
    Path((client, kind, id)): Path<(String, String, String)>,
    mut filled: Filled,
) -> Result<Response, PageError> {
    let subject = acting(&app, &visitor, [&client, &kind, &id, "terms"]).await?;
    let asked = TermName::of(filled.value("term")).zip(Standing::of(filled.value("act")));
    let (term, standing) = asked.ok_or(PageError::Unreadable)?;
    let text = contracts::text(&app.db, &subject.handle, subject.newest()).await?.unwrap_or_default();
    let (text, reading) = apart(move || {
        let reading = read(&text);
        Ok((text, reading))
    })
    .await?;
    let read = Read { text: &text, reading: &reading, newest: subject.newest() };
    let statement = read.statement(&mut filled, visitor.lang, term, standing);
    let seen = form::number(filled.value("seen")).map_or(0, |number| number as u32);
    if let Some(statement) = statement {
        let by = Author { member: visitor.member.clone(), at: app.now() };
        if contracts::state(&app.db, &subject.handle, term, seen, &statement, &by).await? {
            return Ok(Redirect::to(&format!("{}#term-{}", subject.href("terms"), term.word())).into_response());
        }
        filled.refuse("term", visitor.lang.text("terms-overtaken"));
    }
    refused(&app, &mut visitor, &subject, filled).await
}

async fn refused(
    app: &Shared,
    visitor: &mut Visitor,
    subject: &Subject,
    filled: Filled,
) -> Result<Response, PageError> {
    visitor.at(&subject.href("terms"));
    terms::drawn(app, visitor, subject, filled, &Look::default()).await
}

/// The newest text and what was read of it.
struct Read<'a> {
    text: &'a str,
    reading: &'a Reading,
    newest: u32,
}

impl Read<'_> {
    /// Returns what the form states; `None` with what is wrong noted at its field.
    fn statement(&self, filled: &mut Filled, lang: Lang, term: TermName, standing: Standing) -> Option<Statement> {
        let found = self.reading.found(term);
        if form::number(filled.value("version")) != Some(f64::from(self.newest)) {
            filled.refuse("term", lang.text("terms-newer-text"));
            return None;
        }
        let bare =
            |standing| Statement { standing, value: TermValue::default(), quote: String::new(), version: self.newest };
        match standing {
            Standing::Absent | Standing::TakenBack => Some(bare(standing)),
            Standing::Confirmed => match found {
                Some(found) => Some(Statement { value: found.value, quote: found.quote, ..bare(standing) }),
                None => {
                    filled.refuse("term", lang.text("terms-not-read"));
                    None
                }
            },
            Standing::Corrected | Standing::Added => {
                let value = value(filled, lang, term);
                let quote = self.quote(filled, lang);
                let (value, quote) = (value?, quote?);
                let standing = match &found {
                    // Whoever corrects it to what was read confirms it.
                    Some(found) if found.value == value => Standing::Confirmed,
                    Some(_) => Standing::Corrected,
                    None => Standing::Added,
                };
                Some(Statement { value, quote, ..bare(standing) })
            }
        }
    }

    /// Returns the words that a term rests on, as the text has them; none may be given.
    fn quote(&self, filled: &mut Filled, lang: Lang) -> Option<String> {
        let words = filled.value("quote").to_owned();
        match place_of(&words, self.text) {
            _ if words.is_empty() => Some(words),
            Some(range) => Some(self.text[range].to_owned()),
            None => {
                filled.refuse("quote", lang.text("terms-quote-missing"));
                None
            }
        }
    }
}

/// A longer time is a slip of the pen.
const LENGTH_MAX: f64 = 1000.0;
/// The longest name of a law that is kept.
const LAW_MAX: usize = 200;

/// Reads a length and its unit; none may be given.
fn length(filled: &mut Filled, lang: Lang, name: &str, unit: &str) -> Option<(u32, NoticeUnit)> {
    let written = Some(filled.value(name)).filter(|written| !written.is_empty())?;
    let number = form::number(written).filter(|n| n.fract() == 0.0 && (1.0..=LENGTH_MAX).contains(n));
    let length = number.zip(NoticeUnit::of(filled.value(unit))).map(|(n, unit)| (n as u32, unit));
    if length.is_none() {
        filled.refuse(name, lang.text("notice-need-number"));
    }
    length
}

/// Reads what the form says of a term.
fn value(filled: &mut Filled, lang: Lang, term: TermName) -> Option<TermValue> {
    let mut value = TermValue::default();
    for field in term.fields() {
        let name = field.word();
        let written = filled.value(name).to_owned();
        match field {
            TermField::Date if !written.is_empty() => match form::day(&written) {
                Some(day) => value.date = Some(day),
                None => filled.refuse(name, lang.text("notice-need-day")),
            },
            TermField::Length => (value.length, value.unit) = length(filled, lang, name, "unit").unzip(),
            TermField::Earliest => {
                (value.earliest_length, value.earliest_unit) = length(filled, lang, name, EARLIEST_UNIT).unzip();
            }
            TermField::Date => {}
            TermField::Automatic => value.automatic = Some(written == AUTOMATIC[0]).filter(|_| !written.is_empty()),
            TermField::By => value.by = By::of(&written),
            TermField::Law => {
                value.law = Some(written.chars().take(LAW_MAX).collect()).filter(|law: &String| !law.is_empty())
            }
            TermField::Methods => value.methods = filled.all(name).into_iter().filter_map(Method::of).collect(),
            TermField::Deemed => {
                let days = |n: &f64| n.fract() == 0.0 && (1.0..=f64::from(DEEMED_MAX)).contains(n);
                let n = form::number(filled.value(DEEMED_N)).filter(days).map(|n| n as u16);
                value.deemed = Rule::of(&written);
                value.deemed_n = n.filter(|_| value.deemed.is_some_and(Rule::counts));
                if value.deemed.is_some() && value.deemed().is_none() {
                    filled.refuse(name, lang.text("notice-need-number"));
                }
            }
        }
    }
    if let Some(first) = term.fields().first()
        && value == TermValue::default()
        && filled.is_good()
    {
        filled.refuse(first.word(), lang.text("notice-need"));
    }
    filled.is_good().then_some(value)
}
