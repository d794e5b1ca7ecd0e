//! What a notice must contain (DOMAIN 2.3, L11), and the sentence by which an engagement ends.

use super::facts;
use super::lexicon::{ARABIC, ENGLISH};
use super::marks::Found;
use super::pattern;
use super::token::{Laid, Script};
use super::{Context, Level, Missing, Rule};
use std::ops::Range;

/// Returns the sentences that say plainly that the engagement ends.
pub fn end_sentences(laid: &Laid) -> Vec<Range<usize>> {
    let mut ends = Vec::new();
    for lexicon in [&*ARABIC, &*ENGLISH] {
        let sentences = |part| {
            let places = lexicon.patterns("end", part).flat_map(|pattern| pattern::matches(pattern, laid));
            places.map(|place| laid.sentence(place.start)).collect::<Vec<_>>()
        };
        let hedged = sentences("unless");
        ends.extend(sentences("says").into_iter().filter(|sentence| !hedged.contains(sentence)));
    }
    ends.sort_by_key(|sentence| sentence.start);
    ends.dedup();
    ends
}

/// Returns the mark of a notice that does not say the end plainly: at the sentence that hedges, or on the whole letter.
pub fn plain_end(laid: &Laid) -> Option<Found> {
    if !end_sentences(laid).is_empty() {
        return None;
    }
    let hedges = |lexicon: &'static super::lexicon::Lexicon| {
        lexicon.patterns("end", "unless").chain(lexicon.patterns("end", "hedges"))
    };
    let hedged = [&*ARABIC, &*ENGLISH].into_iter().flat_map(hedges).flat_map(|p| pattern::matches(p, laid)).next();
    let arabic = laid.tokens.iter().filter(|token| token.script == Script::Arabic).count() * 2 >= laid.tokens.len();
    let better = if arabic { ARABIC.line("end") } else { ENGLISH.line("end") }.to_owned();
    let tokens = hedged.map_or(0..0, |place| laid.sentence(place.start));
    Some(Found { rule: Rule::L11, level: Level::Block, tokens, better: Some(better) })
}

/// Returns what a notice lacks of what it must contain, in the order of DOMAIN 2.3.
pub fn missing(laid: &Laid, is_bilingual: bool, context: &Context) -> Vec<Missing> {
    let ends = end_sentences(laid);
    let dates = facts::dates(laid);
    let in_sentence = |sentence: &Range<usize>| dates.iter().any(|date| sentence.contains(&date.tokens.start));
    let says = |name: &str| places(laid, name).next().is_some();
    let has = |missing: &Missing| match missing {
        Missing::EndSentence => !ends.is_empty(),
        Missing::Parties => says("parties") || places(laid, "party").count() >= 2,
        Missing::NoticeDate => says("notice_date") || dated_line(laid, &dates, &ends),
        Missing::EffectiveDate => {
            let effective = places(laid, "effective_date").map(|place| laid.sentence(place.start));
            ends.iter().any(in_sentence) || effective.into_iter().any(|sentence| in_sentence(&sentence))
        }
        Missing::HandoverContact => says("handover_contact") || laid.text.contains(&'@'),
        Missing::Appreciation => context.is_critical || says("appreciation"),
        Missing::PrevailingLanguage => !is_bilingual || says("prevailing_language"),
        other => says(other.word()),
    };
    Missing::ALL.iter().copied().filter(|missing| !has(missing)).collect()
}

fn places<'a>(laid: &'a Laid, name: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
    let patterns = [&*ARABIC, &*ENGLISH].into_iter().flat_map(move |lexicon| lexicon.patterns("has", name));
    patterns.flat_map(move |pattern| pattern::matches(pattern, laid))
}

/// So many words may stand in the line that dates a letter.
const DATE_LINE: usize = 12;

/// Whether a line of its own dates the letter.
fn dated_line(laid: &Laid, dates: &[facts::Date], ends: &[Range<usize>]) -> bool {
    dates.iter().any(|date| {
        let sentence = laid.sentence(date.tokens.start);
        let alone = sentence.len() <= DATE_LINE && date.year.is_some();
        let closes = laid.tokens.get(sentence.end).is_none_or(|_| laid.before(sentence.end).contains(&'\n'));
        let is_end = ends.contains(&sentence);
        let begins = laid.before(sentence.start).contains(&'\n') || sentence.start == 0;
        alone && closes && begins && !is_end
    })
}
