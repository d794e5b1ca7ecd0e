//! A page that looks at a past day: the day asked for, what was known on it, and the line that says so. What is
//! restricted is on no past day, for nobody: it stands on the pages of today alone.

use super::markup::{Markup, Pen};
use super::{PageError, Shared, Visitor, href};
use crate::flow::past::PastDay;
use crate::store::assessments::{self, Line, Whole};
use crate::store::episodes::{self, Decision};
use crate::store::{Db, StoreError};
use askama::Template;
use askama::filters::HtmlSafe;
use axum::http::StatusCode;
use domain::days::Day;
use domain::sign::{Episode, State};
use domain::text::western_digit;
use fluent_bundle::FluentValue;
use serde::Deserialize;
use std::collections::VecDeque;
use std::sync::Arc;
use tokio::sync::Mutex;

/// So many past days are kept in memory.
const DAYS_MAX: usize = 3;

/// The days that were looked at last, each under the revision of the lists. Days are worked out one at a time, for each
/// takes as long as a renewal of the list.
#[derive(Default)]
pub struct PastDays(Mutex<VecDeque<(i64, Arc<PastDay>)>>);

impl PastDays {
    async fn of(&self, db: &Db, lists: i64, on: Day) -> Result<Arc<PastDay>, StoreError> {
        let mut kept = self.0.lock().await;
        kept.retain(|(revision, _)| *revision == lists);
        if let Some((_, day)) = kept.iter().find(|(_, day)| day.on == on) {
            return Ok(day.clone());
        }
        let day = Arc::new(PastDay::of(db, on).await?);
        kept.push_front((lists, day.clone()));
        kept.truncate(DAYS_MAX);
        Ok(day)
    }
}

/// The part of a query that asks for a day.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    pub on: String,
}

/// The day that a page looks at.
#[derive(Clone, Default)]
pub struct Look {
    /// `None` is today.
    pub past: Option<Arc<PastDay>>,
    /// What was asked for, as the form shows it.
    typed: String,
    wrong: Option<Wrong>,
}

/// Why a day cannot be looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wrong {
    NoDay,
    Future(Day),
}

impl Look {
    /// Looks at the day that was asked for; where there is no such day, at today.
    pub async fn at(app: &Shared, visitor: &Visitor, on: &str) -> Result<Look, PageError> {
        let asked = asked(on, visitor.today);
        let past = match asked {
            Ok(Some(on)) => Some(app.past.of(&app.db, visitor.lists, on).await?),
            Ok(None) | Err(_) => None,
        };
        let typed = past.as_ref().map_or_else(|| on.trim().to_owned(), |past| past.on.to_string());
        Ok(Look { past, typed, wrong: asked.err() })
    }

    /// Looks at the day that was asked for by a page that has no form to say what is wrong with it.
    pub async fn sound(app: &Shared, visitor: &Visitor, on: &str) -> Result<Look, PageError> {
        let look = Look::at(app, visitor, on).await?;
        if look.wrong.is_some() { Err(PageError::Unreadable) } else { Ok(look) }
    }

    /// Returns the status of the answer.
    pub fn status(&self) -> StatusCode {
        if self.wrong.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }
    }

    /// Returns the day as the value of `on`; empty for today.
    pub fn on(&self) -> String {
        self.past.as_ref().map(|past| past.on.to_string()).unwrap_or_default()
    }

    /// Returns the query by which links keep the day, with its question mark; empty for today.
    pub fn query(&self) -> String {
        href::query([("on", self.on().as_str())])
    }

    /// Returns what is known of a client on the day.
    pub async fn client(
        &self,
        app: &Shared,
        visitor: &Visitor,
        client: &str,
    ) -> Result<Option<(Line, Whole)>, PageError> {
        Ok(match &self.past {
            Some(past) => past.client(&app.db, &visitor.viewer, client).await?,
            None => assessments::of_client(&app.db, &visitor.viewer, client).await?,
        })
    }

    /// Returns the name of a file of what is known on the day.
    pub fn file(&self, name: &str) -> String {
        self.past.as_ref().map_or_else(|| name.to_owned(), |past| format!("{name}-{}", past.on))
    }

    /// Returns the line that says which day is shown, with the way back to today.
    pub fn line(&self, pen: &Pen, today: &str) -> Option<PastLine> {
        let past = self.past.as_ref()?;
        let says = Markup::strong(&pen.lang.say("past-says", [("day", FluentValue::from(pen.lang.day(past.on)))]));
        Some(PastLine { says, note: pen.t("past-note"), back: (today.to_owned(), pen.t("past-back")) })
    }

    /// Returns the form that asks for a day at an address; `kept` goes with it.
    pub fn picker(&self, pen: &Pen, here: &str, today: Day, kept: Vec<(&'static str, String)>) -> Picker {
        let wrong = self.wrong.map(|wrong| match wrong {
            Wrong::NoDay => {
                let shown: String = self.typed.chars().take(40).collect();
                pen.say("past-no-day", [("typed", FluentValue::from(shown))])
            }
            Wrong::Future(day) => pen.say("past-future", [("day", FluentValue::from(pen.lang.day(day)))]),
        });
        Picker {
            here: here.to_owned(),
            kept: kept.into_iter().filter(|(_, value)| !value.is_empty()).collect(),
            // A date field shows days only; what is none stands in the message.
            value: Day::from_iso(&self.typed).map(|day| day.to_string()).unwrap_or_default(),
            max: today.to_string(),
            wrong,
            t: ["past-day", "past-show"].map(|key| pen.t(key)),
        }
    }
}

/// Returns the episodes of a client as they stood on a day, and what people had said of them by then.
pub async fn episodes(
    db: &Db,
    visitor: &Visitor,
    client: &str,
    on: Day,
) -> Result<(Vec<Episode>, Vec<Decision>), StoreError> {
    let mut decisions = episodes::decisions(db, client).await?;
    decisions.retain(|said| visitor.when(&said.at).day <= on);
    let is_said =
        |episode: &Episode| decisions.iter().any(|said| said.code == episode.code && said.number == episode.number);
    let known = |episode: Episode| {
        let last_on = episode.last_on.min(on);
        if is_said(&episode) {
            Episode { last_on, ..episode }
        } else {
            Episode { last_on, state: State::Observed, decided_level: None, ..episode }
        }
    };
    let all = episodes::all(db, Some(client)).await?.into_iter().filter(|episode| episode.first_on <= on);
    Ok((all.map(known).collect(), decisions))
}

/// Reads the day asked for; `None` is today.
fn asked(on: &str, today: Day) -> Result<Option<Day>, Wrong> {
    let western: String = on.trim().chars().map(western_digit).collect();
    if western.is_empty() {
        return Ok(None);
    }
    match Day::from_iso(&western).filter(|_| western.len() == 10) {
        None => Err(Wrong::NoDay),
        Some(day) if day > today => Err(Wrong::Future(day)),
        Some(day) => Ok((day < today).then_some(day)),
    }
}

/// The line of a past day.
#[derive(Clone, Template)]
#[template(path = "parts/past_line.html")]
pub struct PastLine {
    says: Markup,
    note: Markup,
    back: (String, Markup),
}

/// The form that asks for a day.
#[derive(Clone, Template)]
#[template(path = "parts/past_picker.html")]
pub struct Picker {
    here: String,
    kept: Vec<(&'static str, String)>,
    value: String,
    max: String,
    wrong: Option<Markup>,
    t: [Markup; 2],
}

impl HtmlSafe for PastLine {}
impl HtmlSafe for Picker {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_people_send_them() {
        let day = |iso: &str| Day::from_iso(iso).expect("a day");
        let check = |on: &str, expected| assert_eq!(asked(on, day("2026-11-22")), expected, "{on}");
        check("", Ok(None));
        check("2026-11-22", Ok(None));
        check(" 2026-06-01 ", Ok(Some(day("2026-06-01"))));
        check("٢٠٢٦-٠٦-٠١", Ok(Some(day("2026-06-01"))));
        check("2026-11-23", Err(Wrong::Future(day("2026-11-23"))));
        check("2026-02-30", Err(Wrong::NoDay));
        check("2026-06-01T10:00", Err(Wrong::NoDay));
        check("yesterday", Err(Wrong::NoDay));
    }
}
