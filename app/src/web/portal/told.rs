//! Sentences of the client's page that stand on the screen and on paper alike.

use super::services::course;
use crate::lang::Lang;
use crate::web::when::When;
use domain::case::parting::Signed;
use domain::case::parting::deadlines::answer_by;
use domain::days::Day;
use domain::days::working::Working;
use domain::firm::Firm;
use domain::separation::obligation::Confirmed;
use domain::separation::portal::ClientPage;
use fluent_bundle::FluentValue;

/// Whose page it is, and on which day it is read.
pub struct Told<'a> {
    pub firm: &'a str,
    pub client: &'a str,
    pub lang: Lang,
    /// The firm's zone.
    pub zone: Option<&'a str>,
    /// The firm's facts, which say what is kept.
    pub facts: &'a Firm,
    /// The firm's working days, where it has said where it is.
    pub working: Option<&'a Working>,
    pub today: Day,
}

impl Told<'_> {
    /// Says when the services end, or ended.
    pub fn lede(&self, page: &ClientPage, lang: Lang) -> String {
        let firm = ("firm", FluentValue::from(self.firm));
        if let Some(on) = page.withdrawn_on {
            return lang.say("portal-withdrawn", [firm, ("day", lang.weekday(on).into())]);
        }
        match page.ends_on {
            Some(on) => {
                let key = match (page.is_closed, on <= self.today, page.is_fixed) {
                    (true, ..) => "portal-closed",
                    (false, true, _) => "portal-ended",
                    (false, false, true) => "portal-ends",
                    (false, false, false) => "portal-will-end",
                };
                let args = [firm, ("day", lang.weekday(on).into()), ("course", course(lang, page).into())];
                let said = lang.say(key, args).trim_end().to_owned();
                [Some(said), contracts(page, lang)].into_iter().flatten().collect::<Vec<_>>().join(" ")
            }
            None => lang.say("portal-in-talks", [firm]),
        }
    }

    /// Says who signed the clearance, and when: on their page to the minute.
    pub fn signed(&self, page: &ClientPage, lang: Lang) -> Option<String> {
        let (name, on) = page.signed.as_ref()?;
        let name = ("name", FluentValue::from(name.as_str()));
        Some(match &page.clearance {
            Some(signed) => {
                let When { day, time } = When::of(&signed.at, self.zone, lang.digits);
                lang.say("clearance-signed", [name, ("day", lang.weekday(day).into()), ("time", time.into())])
            }
            None => lang.say("portal-signed", [name, ("day", lang.weekday(*on).into())]),
        })
    }

    /// Says by when a question is answered that waits; once that day has passed, that we owe the answer.
    pub fn waits(&self, lang: Lang, asked_on: Day) -> String {
        let by = answer_by(asked_on, self.working);
        let says = if by < self.today { "portal-question-owed" } else { "portal-question-by" };
        lang.say(says, [("day", lang.weekday(by).into())])
    }

    /// Says who confirmed that something owed was done, and when.
    pub fn confirmed(&self, lang: Lang, confirmed: &Confirmed) -> String {
        let When { day, time } = When::of(&confirmed.at, self.zone, lang.digits);
        let name = FluentValue::from(confirmed.name.clone().unwrap_or_default());
        lang.say("portal-confirmed", [("name", name), ("day", lang.day(day).into()), ("time", time.into())])
    }

    /// Says who confirmed a receipt, and when: to the minute.
    pub fn acknowledged(&self, lang: Lang, signed: &Signed) -> String {
        let When { day, time } = When::of(&signed.at, self.zone, lang.digits);
        let name = FluentValue::from(signed.name.clone().unwrap_or_default());
        lang.say("portal-acknowledged", [("name", name), ("day", lang.day(day).into()), ("time", time.into())])
    }
}

/// Says on which day each of several contracts ends, where they differ.
fn contracts(page: &ClientPage, lang: Lang) -> Option<String> {
    let one = |(contract, on): &(String, Day)| {
        let args = [("contract", FluentValue::from(contract.as_str())), ("day", lang.day(*on).into())];
        lang.say("portal-contract", args)
    };
    let all: Vec<String> = page.contracts.iter().map(one).collect();
    (!all.is_empty()).then(|| lang.say("portal-contracts", [("all", all.join(&lang.text("case-comma")).into())]))
}
