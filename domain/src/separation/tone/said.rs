//! What a letter says that other papers know, too: its sums, the day of the end, and claims that can be held against the
//! dossier (DOMAIN B65).

use super::facts;
use super::lexicon::{ARABIC, ENGLISH};
use super::pattern;
use super::token::Laid;
use crate::days::Day;
use crate::word::words;

words! {
    /// A claim that the dossier can bear out or not.
    Claim {
        ByAgreement = "by_agreement",
        ForBreach = "for_breach",
        /// That nobody complained.
        NoComplaints = "no_complaints",
        /// That the contract is named.
        Contract = "contract",
    }
}

/// What was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    pub claims: Vec<(Claim, String)>,
    /// The civil days of each sentence that names the last day, where it has any.
    pub last_days: Vec<Vec<Day>>,
    /// Sums as decimal text, with the currencies that may be meant; none if unsaid.
    pub sums: Vec<(String, Vec<String>)>,
}

/// Reads what a letter says.
pub fn said(text: &str) -> Said {
    let laid = Laid::of(text);
    let places = |name: &'static str| {
        let patterns = [&*ARABIC, &*ENGLISH].into_iter().flat_map(move |lexicon| lexicon.patterns("claim", name));
        patterns.flat_map(|pattern| pattern::matches(pattern, &laid)).collect::<Vec<_>>()
    };
    let claims = Claim::ALL.iter().filter_map(|claim| {
        let place = places(claim.word()).into_iter().next()?;
        Some((*claim, laid.slice(laid.tokens[place.start].start..laid.tokens[place.end - 1].end)))
    });
    let mut last: Vec<_> = places("last_day").into_iter().map(|place| laid.sentence(place.start)).collect();
    last.sort_by_key(|sentence| sentence.start);
    last.dedup();
    let dates = facts::dates(&laid);
    let within = |sentence: &std::ops::Range<usize>| {
        let own = dates.iter().filter(|date| sentence.contains(&date.tokens.start));
        own.filter_map(|date| date.civil()).collect::<Vec<Day>>()
    };
    Said {
        claims: claims.collect(),
        last_days: last.iter().map(within).filter(|days| !days.is_empty()).collect(),
        sums: facts::sums(&laid).into_iter().map(|sum| (sum.value, sum.currencies)).collect(),
    }
}

/// Returns an amount as the sums of a letter are read: decimal text without idle zeros.
pub fn as_read(decimal: &str) -> String {
    facts::decimal(decimal).unwrap_or_default()
}
