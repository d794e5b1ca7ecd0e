//! The tone of a letter: what it must not say and what a notice must contain, as marks that a person judges (DOMAIN 2.3,
//! 4.2). The words by which it is read are data, in `words/tone/`.

mod facts;
mod form;
mod lexicon;
mod marks;
mod must;
mod parity;
mod pattern;
mod said;
#[cfg(test)]
mod tests;
mod token;

pub use said::{Claim, Said, as_read, said};

use crate::money::Money;
use crate::word::words;
use marks::Found;
use serde::{Deserialize, Serialize};
use std::ops::Range;
use token::{Laid, Script};

/// What kind of letter is checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Notice,
    Reminder,
    Reply,
    Boundary,
}

/// The language of a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Language {
    #[serde(rename = "ar")]
    Arabic,
    #[serde(rename = "en")]
    English,
    /// Arabic and English, in blocks apart by blank lines.
    #[serde(rename = "bilingual")]
    Bilingual,
}

/// What is known beside the letter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Context {
    /// The names of the client itself: what is said of it must be as fair as what is said to it.
    pub client: Vec<String>,
    /// Names of the firm's other clients (L15).
    pub other_clients: Vec<String>,
    /// A critical case needs no appreciation (DOMAIN 2.3).
    pub is_critical: bool,
    /// Counsel confirmed a right to hold back (L17).
    pub is_lien_confirmed: bool,
    /// Counsel cleared an apology (L8).
    pub is_apology_cleared: bool,
    /// The sums that the papers of the client have; without any, no sum is held against them.
    pub sums: Vec<Money>,
}

words! {
    /// A rule of DOMAIN 4.2.
    Rule {
        L1 = "L1", L2 = "L2", L3 = "L3", L4 = "L4", L5 = "L5", L6 = "L6", L7 = "L7", L8 = "L8", L9 = "L9", L10 = "L10",
        L11 = "L11", L12 = "L12", L13 = "L13", L14 = "L14", L15 = "L15", L16 = "L16", L17 = "L17", L18 = "L18",
        L19 = "L19", L20 = "L20",
    }
}

words! {
    /// How much a mark weighs, the gravest first.
    Level { Block = "block", Warn = "warn", Hint = "hint" }
}

words! {
    /// What comes of a letter's marks.
    Verdict { Pass = "pass", Warn = "warn", Block = "block" }
}

words! {
    /// What a notice must contain (DOMAIN 2.3).
    Missing {
        Parties = "parties", ContractReference = "contract_reference", EndSentence = "end_sentence", Basis = "basis",
        NoticeDate = "notice_date", EffectiveDate = "effective_date", Services = "services",
        Deliverables = "deliverables", ClientActions = "client_actions", Money = "money", Data = "data",
        HandoverContact = "handover_contact", SurvivingDuties = "surviving_duties", ServiceMethod = "service_method",
        Signature = "signature", Appreciation = "appreciation", PrevailingLanguage = "prevailing_language",
    }
}

/// One mark: where, by which rule, how grave, and a better wording; places count Unicode scalar values.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    pub rule: Rule,
    pub level: Level,
    pub start: usize,
    pub end: usize,
    pub text: String,
    /// A suggestion in the letter's language; empty where deleting is better, or nothing sensible can be offered.
    pub better: String,
}

impl Finding {
    /// Tells whether counsel alone may let it stand (DOMAIN 4.2): an apology that admits, a hint of a report, something held
    /// back for money.
    pub fn is_counsels(&self) -> bool {
        self.level == Level::Block && matches!(self.rule, Rule::L8 | Rule::L16 | Rule::L17)
    }
}

/// A checked letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Checked {
    pub lang: Language,
    pub verdict: Verdict,
    pub findings: Vec<Finding>,
    pub missing: Vec<Missing>,
}

impl Checked {
    /// Returns the words that are marked as gravely as a level, or more so.
    pub fn marked(&self, level: Level) -> impl Iterator<Item = &str> {
        self.findings.iter().filter(move |finding| finding.level <= level).map(|finding| finding.text.as_str())
    }
}

/// Checks a letter's tone, and what a notice must contain (DOMAIN 2.3, 4.2); without a language it is found.
pub fn check(text: &str, kind: Kind, language: Option<Language>, context: &Context) -> Checked {
    let mut laid = Laid::of(text);
    laid.client = context.client.iter().flat_map(|name| marks::client(name, &laid)).collect();
    let lang = language.unwrap_or_else(|| detected(&laid));
    let is_bilingual = lang == Language::Bilingual;
    let mut found = marks::check(&laid, kind, context);
    if kind == Kind::Notice {
        found.extend(must::plain_end(&laid));
    }
    if is_bilingual {
        found.extend(parity::check(&laid));
    }
    let missing = if kind == Kind::Notice { must::missing(&laid, is_bilingual, context) } else { vec![] };
    let mut findings: Vec<Finding> = found.into_iter().map(|found| cut(&laid, found)).collect();
    findings.sort_by_key(|finding| (finding.start, finding.end, finding.rule));
    Checked { lang, verdict: verdict(&findings, &missing), findings, missing }
}

/// A place of a text, as it is written there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    Date(String),
    Sum(String),
}

/// Returns where a text has names, in any spelling and with particles before them, in the order of the names.
pub fn places_of(text: &str, names: &[String]) -> Vec<String> {
    let laid = Laid::of(text);
    names.iter().flat_map(|name| marks::named(name, &laid)).map(|found| cut(&laid, found).text).collect()
}

/// Returns the dates and then the sums of a text.
pub fn figures(text: &str) -> Vec<Place> {
    let laid = Laid::of(text);
    let at = |tokens: Range<usize>| laid.slice(laid.tokens[tokens.start].start..laid.tokens[tokens.end - 1].end);
    let dates = facts::dates(&laid).into_iter().map(|date| Place::Date(at(date.tokens)));
    let sums = facts::sums(&laid).into_iter().map(|sum| Place::Sum(at(sum.tokens)));
    dates.chain(sums).collect()
}

fn detected(laid: &Laid) -> Language {
    let count = |script| laid.tokens.iter().filter(|token| token.script == script).count();
    match (parity::is_bilingual(laid), count(Script::Arabic) >= count(Script::Latin)) {
        (true, _) => Language::Bilingual,
        (false, true) => Language::Arabic,
        (false, false) => Language::English,
    }
}

fn cut(laid: &Laid, found: Found) -> Finding {
    let Found { rule, level, tokens, better } = found;
    let (start, end) = match tokens.is_empty() {
        true => (0, 0),
        false => (laid.tokens[tokens.start].start, laid.tokens[tokens.end - 1].end),
    };
    Finding { rule, level, start, end, text: laid.slice(start..end), better: better.unwrap_or_default() }
}

fn verdict(findings: &[Finding], missing: &[Missing]) -> Verdict {
    let any = |level| findings.iter().any(|finding| finding.level == level);
    if any(Level::Block) || !missing.is_empty() {
        Verdict::Block
    } else if any(Level::Warn) {
        Verdict::Warn
    } else {
        Verdict::Pass
    }
}
