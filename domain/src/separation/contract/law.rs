//! The law that governs a contract: "governed by … the laws of X", "X law", «يخضع لأنظمة …».

use super::item::{Item, Kind};
use super::paper::{Found, Paper, range_of, surest};
use super::pattern::Patterns;
use super::terms::Law;
use std::sync::LazyLock;

static GOVERNS: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::of(&[
        "governed|govern|governs|governing ~30 law|laws|legislation|regulations",
        "construed|interpreted|enforced|controlled|determined|construction|interpretation ~30 law|laws|legislation",
        "law|laws ~40 governed|govern|governs|control|controls|apply|applies",
        "subject to ~6 law|laws",
        "agreement|contract|venture|proceeding* ~30 under|with|to ~3 law|laws of",
        "يخضع|تخضع|خاضع*|يحكم*|تحكم*|تسري|يسري|يفسر|تفسر|تطبق|يطبق ~12 قانون|أنظمة|نظام|قوانين|أحكام",
        "قانون واجب ~1 تطبيق",
    ])
});

/// A company's seat, a licence, a court: laws are named there, but not the contract's.
static ELSEWHERE: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::of(&[
        "organized|organised|existing|incorporated|formed|chartered|corporation|company ~6 under ~4 law|laws",
        "compl*|accord*|violat*|consistent ~4 with|of ~6 law|laws",
        "ownership|owned|privacy|patent|tax|securities ~3 law|laws",
        "laws|law mean*",
    ])
});

/// "New South Wales law": the most words of a name before its law.
const NAME_MAX: usize = 4;

/// Reads the governing law (DOMAIN 2.7); nothing where no sentence names both the governing and the place.
pub fn read(paper: &Paper) -> Option<Found<Law>> {
    surest(paper.sentences.iter().filter_map(|sentence| {
        let items = &sentence.items;
        let governs = GOVERNS.find(items)?;
        let value = place(paper, &items[governs.range.start.saturating_sub(NAME_MAX)..])?;
        let says_govern = items[governs.range.clone()].iter().any(|item| item.word.starts_with("govern"));
        let elsewhere = ELSEWHERE.fits(items)
            && !says_govern
            && !items[governs.range.clone()].iter().any(|item| item.is("construed"));
        let of_contract = items.iter().any(|item| {
            ["agreement", "contract", "hereof", "hereto", "hereunder"].iter().any(|word| item.word.starts_with(word))
                || item.word.ends_with("عقد")
                || item.word.ends_with("اتفاقيه")
        });
        let confidence = match (says_govern, of_contract) {
            (true, true) => 0.95,
            (false, true) => 0.8,
            (true, false) => 0.7,
            (false, false) => 0.5,
        };
        (!elsewhere).then(|| Found { value: Law { value }, range: range_of(items), confidence })
    }))
}

fn place(paper: &Paper, items: &[Item]) -> Option<String> {
    const LAWS: [&str; 4] = ["law", "laws", "legislation", "regulations"];
    let laws = || (0..items.len()).filter(|at| LAWS.contains(&items[*at].word.as_str()));
    laws()
        .find_map(|at| after_state(paper, items, at))
        .or_else(|| laws().find_map(|at| after_law(paper, items, at, 1)))
        .or_else(|| laws().find_map(|at| before_law(paper, items, at)))
        .or_else(|| laws().find_map(|at| after_law(paper, items, at, 6)))
        .or_else(|| arabic_place(paper, items))
}

/// "laws, and not the law of conflicts, of the State of X".
fn after_state(paper: &Paper, items: &[Item], law: usize) -> Option<String> {
    let reach = (law + 25).min(items.len());
    let state = (law..reach).find(|at| {
        let named = matches!(items[*at].word.as_str(), "state" | "commonwealth" | "province");
        named && items.get(at + 1).is_some_and(|next| next.is("of"))
    })?;
    named(paper, items, state + 2)
}

/// "laws in force in England and Wales", "laws of the People's Republic of China".
fn after_law(paper: &Paper, items: &[Item], law: usize, within: usize) -> Option<String> {
    let reach = (law + 1 + within).min(items.len());
    (law + 1..reach)
        .filter(|at| matches!(items[*at].word.as_str(), "of" | "in" | "ofthe"))
        .find_map(|at| named(paper, items, at + 1))
}

/// Words that may stand within a name but do not begin it.
const WITHIN: [&str; 3] = ["of", "and", "the"];
/// Words at which a name in capitals ends.
const AFTER: [&str; 22] = [
    "without",
    "excluding",
    "regardless",
    "except",
    "applicable",
    "as",
    "which",
    "that",
    "not",
    "irrespective",
    "other",
    "with",
    "by",
    "for",
    "exclusive",
    "notwithstanding",
    "including",
    "in",
    "to",
    "shall",
    "usa",
    "its",
];

/// Reads the name of a place that begins at `at`: words with a capital, and what ties them.
fn named(paper: &Paper, items: &[Item], at: usize) -> Option<String> {
    let skipped = ["the", "state", "city"]
        .iter()
        .fold(at, |at, word| at + usize::from(items.get(at).is_some_and(|i| i.is(word))));
    let start = skipped + usize::from(skipped > at && items.get(skipped).is_some_and(|item| item.is("of")));
    let is_name =
        |at: usize| items.get(at).is_some_and(|item| is_capital(paper, item) && !AFTER.contains(&item.word.as_str()));
    let is_tie = |at: usize| items.get(at).is_some_and(|item| WITHIN.contains(&item.word.as_str()));
    let mut end = start;
    loop {
        if is_name(end) && !is_tie(end) {
            end += 1;
        } else if end > start && is_tie(end) && is_name(end + 1) && !is_tie(end + 1) && !items[end + 1].is("state") {
            end += 2;
        } else {
            break;
        }
    }
    let said = items.get(start..end.min(start + 6))?;
    let first = said.first()?;
    let is_place = !NO_PLACES.contains(&first.word.as_str()) && said.iter().all(|item| !item.is("agreement"));
    is_place.then(|| spaced(&paper.text[range_of(said)]))
}

/// Defined terms are written with a capital, too.
const NO_PLACES: [&str; 15] = [
    "agreement",
    "contract",
    "conflict",
    "conflicts",
    "section",
    "party",
    "parties",
    "territory",
    "governmental",
    "confidential",
    "governing",
    "exhibit",
    "article",
    "schedule",
    "applicable",
];

fn is_capital(paper: &Paper, item: &Item) -> bool {
    item.kind == Kind::Word && paper.written(item).starts_with(char::is_uppercase)
}

/// "English law", "New York law".
fn before_law(paper: &Paper, items: &[Item], law: usize) -> Option<String> {
    const NO_NAMES: [&str; 27] = [
        "law",
        "laws",
        "applicable",
        "governing",
        "the",
        "state",
        "federal",
        "data",
        "anti",
        "this",
        "that",
        "such",
        "any",
        "all",
        "no",
        "each",
        "these",
        "local",
        "by",
        "with",
        "under",
        "of",
        "in",
        "to",
        "and",
        "or",
        "its",
    ];
    let is_name = |at: usize| is_capital(paper, &items[at]) && !NO_NAMES.contains(&items[at].word.as_str());
    let start = (0..law).rev().take_while(|at| is_name(*at)).last()?;
    (law - start <= 3).then(|| spaced(&paper.text[range_of(&items[start..law])]))
}

/// «أنظمة المملكة العربية السعودية», «القوانين المعمول بها في دولة قطر», «القانون المصري».
fn arabic_place(paper: &Paper, items: &[Item]) -> Option<String> {
    const LANDS: [&str; 8] = ["مملكه", "دوله", "جمهوريه", "سلطنه", "اماره", "مدينه", "امارات", "قطر"];
    let bare = |at: usize| items.get(at).map(|item| item.word.trim_start_matches("لل").trim_start_matches("ال"));
    let is_named = |at: usize| items.get(at).is_some_and(|item| item.kind == Kind::Word && item.word.starts_with("ال"));
    let until =
        |start: usize| (start + 1..start + 5).take_while(|at| is_named(*at)).last().map_or(start + 1, |at| at + 1);
    let land = (0..items.len()).find(|at| bare(*at).is_some_and(|word| LANDS.contains(&word)));
    if let Some(start) = land {
        return Some(spaced(&paper.text[range_of(&items[start..until(start).min(items.len())])]));
    }
    let law = (0..items.len())
        .find(|at| matches!(bare(*at), Some("قانون" | "قوانين" | "انظمه" | "نظام")) && is_named(at + 1))?;
    let adjective = &items[law + 1];
    (!matches!(adjective.word.as_str(), "المعمول" | "الساري" | "الساريه" | "الواجب"))
        .then(|| spaced(&paper.text[items[law].start..adjective.end]))
}

/// Lines of a page may break a name; it is told with single spaces.
fn spaced(written: &str) -> String {
    written.split_whitespace().collect::<Vec<_>>().join(" ")
}
