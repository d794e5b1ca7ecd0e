//! L1 to L19: what a letter should not say, found by the patterns of the word lists (DOMAIN 4.2).

use super::facts::{self, Date, Sum};
use super::lexicon::{ARABIC, ENGLISH, Lexicon, Mark};
use super::pattern;
use super::token::{Laid, Script, Token};
use super::{Context, Kind, Level, Rule};
use crate::days::Day;
use crate::spelling;
use std::ops::Range;

/// A finding before its text is cut out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    pub rule: Rule,
    pub level: Level,
    pub tokens: Range<usize>,
    pub better: Option<String>,
}

/// Returns what the word lists, the dates and the names of other clients mark.
pub fn check(laid: &Laid, kind: Kind, context: &Context) -> Vec<Found> {
    let mut found = Vec::new();
    for (lexicon, script) in [(&*ARABIC, Script::Arabic), (&*ENGLISH, Script::Latin)] {
        if !laid.tokens.iter().any(|token| token.script == script) {
            continue;
        }
        for rule in Rule::ALL.iter().copied().filter(|rule| applies(*rule, kind, context)) {
            found.extend(of_rule(rule, lexicon, laid));
        }
    }
    found.extend(context.other_clients.iter().flat_map(|name| named(name, laid)));
    if kind == Kind::Notice {
        found.extend(wrong_days(laid));
    }
    let (dates, sums) = (facts::dates(laid), facts::sums(laid));
    let mut kept = apart(found);
    for found in &mut kept {
        found.better = found.better.take().map(|template| filled(&template, laid, &found.tokens, &dates, &sums));
    }
    kept
}

fn applies(rule: Rule, kind: Kind, context: &Context) -> bool {
    match rule {
        Rule::L8 => !context.is_apology_cleared,
        Rule::L10 => kind == Kind::Notice,
        Rule::L17 => !context.is_lien_confirmed,
        Rule::L11 | Rule::L20 => false,
        _ => true,
    }
}

fn of_rule(rule: Rule, lexicon: &Lexicon, laid: &Laid) -> Vec<Found> {
    let unless = lexicon.unless.get(&rule).into_iter().flatten();
    let excused: Vec<Range<usize>> = unless.flat_map(|pattern| pattern::matches(pattern, laid)).collect();
    let is_excused = |tokens: &Range<usize>| excused.iter().any(|e| e.start < tokens.end && tokens.start < e.end);
    let of = |mark: &Mark| -> Vec<Found> {
        let better = mark.better.as_ref().or_else(|| lexicon.better.get(&rule));
        let places = pattern::matches(&mark.pattern, laid).into_iter().filter(|tokens| !is_excused(tokens));
        places.map(|tokens| Found { rule, level: mark.level, tokens, better: better.cloned() }).collect()
    };
    let mut found: Vec<Found> = lexicon.marks.iter().filter(|mark| mark.rule == rule).flat_map(of).collect();
    if rule == Rule::L19 {
        found.extend(repeated(lexicon, laid));
    }
    found
}

/// Puts what the sentence says into a template: `{date:words}` and `{sum:words}`, with the words where it says none.
fn filled(template: &str, laid: &Laid, tokens: &Range<usize>, dates: &[Date], sums: &[Sum]) -> String {
    let sentence = laid.sentence(tokens.start);
    let text = |tokens: &Range<usize>| laid.slice(laid.tokens[tokens.start].start..laid.tokens[tokens.end - 1].end);
    let within = |tokens: &&Range<usize>| sentence.contains(&tokens.start);
    let date = || dates.iter().map(|date| &date.tokens).find(within).map(text);
    let sum = || sums.iter().map(|sum| &sum.tokens).find(within).map(text);
    let mut said = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((field, following)) = after.split_once('}') else { break };
        let (name, otherwise) = field.split_once(':').unwrap_or((field, ""));
        let value = if name == "date" { date() } else { sum() };
        said.extend([before, value.as_deref().unwrap_or(otherwise)]);
        rest = following;
    }
    said + rest
}

/// Formulas that may open or close a letter once (L19).
fn repeated(lexicon: &Lexicon, laid: &Laid) -> Vec<Found> {
    let mut found = Vec::new();
    for formula in ["opening", "closing"] {
        let mut places: Vec<Range<usize>> =
            lexicon.patterns("formula", formula).flat_map(|pattern| pattern::matches(pattern, laid)).collect();
        places.sort_by_key(|place| (place.start, std::cmp::Reverse(place.end)));
        places.dedup_by(|later, earlier| later.start < earlier.end);
        let again = places.into_iter().skip(1);
        found.extend(again.map(|tokens| Found { rule: Rule::L19, level: Level::Warn, tokens, better: None }));
    }
    found
}

/// A name, where the text has it (L15).
pub fn named(name: &str, laid: &Laid) -> Vec<Found> {
    let mark = |tokens| Found { rule: Rule::L15, level: Level::Block, tokens, better: None };
    places(name, laid).into_iter().map(mark).collect()
}

/// Returns where a text names the client, in full or as people say it, without "LLC" or «شركة».
pub fn client(name: &str, laid: &Laid) -> Vec<Range<usize>> {
    let mut found = places(name, laid);
    found.extend(places(&spelling::core(name), laid));
    found
}

fn places(name: &str, laid: &Laid) -> Vec<Range<usize>> {
    let wanted = Laid::of(name).tokens;
    let fits = |(token, wanted): (&Token, &Token)| {
        token.word == wanted.word || (token.script == Script::Arabic && token.forms.contains(&wanted.word))
    };
    let letters: usize = wanted.iter().map(|token| token.end - token.start).sum();
    if letters < 3 {
        return vec![];
    }
    let windows = laid.tokens.windows(wanted.len()).enumerate();
    windows.filter(|(_, window)| window.iter().zip(&wanted).all(fits)).map(|(at, _)| at..at + wanted.len()).collect()
}

/// Dates that do not exist or do not fall on the weekday beside them (L10).
fn wrong_days(laid: &Laid) -> Vec<Found> {
    let mut found = Vec::new();
    for date in facts::dates(laid).into_iter().filter(|date| !date.is_hijri) {
        let mark = |tokens, better| Found { rule: Rule::L10, level: Level::Block, tokens, better };
        match (date.civil(), facts::weekday(laid, &date)) {
            (None, _) if date.year.is_some() => found.push(mark(date.tokens.clone(), None)),
            (Some(day), Some((said, at))) if day.weekday() != said => {
                let tokens = at.min(date.tokens.start)..date.tokens.end.max(at + 1);
                found.push(mark(tokens, Some(right_day(laid, day, at, &date.tokens))));
            }
            _ => {}
        }
    }
    found
}

/// Returns the date with the weekday on which it falls, in the language of the weekday that was wrong.
fn right_day(laid: &Laid, day: Day, weekday: usize, date: &Range<usize>) -> String {
    let lexicon = if laid.tokens[weekday].script == Script::Arabic { &*ARABIC } else { &*ENGLISH };
    let name = format!("{:?}", day.weekday()).to_lowercase();
    let date = laid.slice(laid.tokens[date.start].start..laid.tokens[date.end - 1].end);
    format!("{} {date}", lexicon.line(&name))
}

/// Keeps, of findings of one rule that overlap, the gravest and then the widest.
fn apart(mut found: Vec<Found>) -> Vec<Found> {
    found.sort_by_key(|f| (f.rule, f.level, std::cmp::Reverse(f.tokens.len()), f.tokens.start));
    let mut kept: Vec<Found> = Vec::new();
    for one in found {
        let overlaps =
            |k: &Found| k.rule == one.rule && k.tokens.start < one.tokens.end && one.tokens.start < k.tokens.end;
        if !kept.iter().any(overlaps) {
            kept.push(one);
        }
    }
    kept
}
