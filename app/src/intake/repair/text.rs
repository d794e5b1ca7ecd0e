//! Words that a text may mean, and the digits that its letters may be.

use super::{Candidate, Why};
use crate::intake::plan::Plan;
use crate::intake::target::Target;
use crate::intake::value::amount;
use crate::intake::value::number::Mark;
use crate::intake::value::western;
use crate::intake::words::{currency, values};
use domain::money::Currency;
use domain::record::Type;

/// Returns a text with Western digits, with digits where letters stand among digits that look like some, and with a
/// dash where an Arabic letter was drawn out; tells whether that changed more than the digits' form.
pub fn levelled(text: &str) -> (String, bool) {
    let western = western(text);
    let mut out = String::new();
    let mut rest = western.as_str();
    while let Some(first) = rest.chars().next() {
        let is_word = is_of_word(first);
        let end = rest.find(|c| is_of_word(c) != is_word).unwrap_or(rest.len());
        let (run, after) = rest.split_at(end);
        let digits: Option<String> = run.chars().map(digit).collect();
        match digits.filter(|_| is_word && run.contains(|c: char| c.is_ascii_digit())) {
            Some(digits) => out.push_str(&digits),
            None => out.push_str(run),
        }
        rest = after;
    }
    let out = out.replace(TATWEEL, "-");
    let changed = out != western;
    (out, changed)
}

const TATWEEL: char = '\u{640}';

fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() && c != TATWEEL
}

/// Returns the digit that a character is or looks like.
fn digit(c: char) -> Option<char> {
    match c {
        '0'..='9' => Some(c),
        'O' | 'o' | 'О' | 'о' => Some('0'),
        'l' | 'I' | 'ا' | 'أ' => Some('1'),
        'ه' => Some('5'),
        _ => None,
    }
}

/// Returns what may be meant in a column that takes certain words or numbers only.
pub fn values(target: Option<Target>, text: &str) -> Vec<(String, Why)> {
    let Some(target) = target else { return Vec::new() };
    let word = match target.r#type() {
        Type::Choice(_) => values::near_choice(target.kind, target.column, text).map(str::to_owned),
        Type::Flag => values::near_flag(text).map(|flag| if flag { "yes" } else { "no" }.to_owned()),
        _ => None,
    };
    let (levelled, changed) = levelled(text);
    let figures = (word.is_none() && changed).then_some((levelled, Why::Letters));
    word.map(|word| (word, Why::Spelling)).into_iter().chain(figures).collect()
}

/// Returns the currency that may be meant, as its code.
pub fn currencies(text: &str, likely: &[Currency]) -> Vec<(String, Why)> {
    let near = currency::near_named(text, likely);
    near.map(|currency| (currency.code().to_owned(), Why::Spelling)).into_iter().collect()
}

/// Returns the ways out of a sign that contradicts the currency column: without the sign, or with its currency.
pub fn conflict(plan: &Plan, place: usize, text: &str) -> Vec<Candidate> {
    let column = &plan.columns[place];
    let is_digit = |c: char| domain::text::western_digit(c).is_ascii_digit();
    let (Some(start), Some(end)) = (text.find(is_digit), text.rfind(is_digit)) else { return Vec::new() };
    let end = end + text[end..].chars().next().map_or(0, char::len_utf8);
    let sign = amount::read(text, column.mark.or(Some(Mark::Point))).and_then(|amount| amount.sign);
    let negative = text[..start].contains(['-', '(', '\u{2212}']) || text[end..].contains(['-', '\u{2212}']);
    let bare = format!("{}{}", if negative { "-" } else { "" }, &text[start..end]);
    let mut found = vec![Candidate { place, text: bare, why: Why::Sign }];
    let currency_at = column.target.and_then(|target| plan.places(target.kind, "currency").first().copied());
    if let (Some([only]), Some(currency_at)) = (sign, currency_at) {
        found.push(Candidate { place: currency_at, text: only.code().to_owned(), why: Why::SignHolds });
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_among_digits_are_the_digits_they_look_like() {
        for (text, expected, changed) in [
            ("2O26", "2026", true),
            ("l2", "12", true),
            ("٢٠٢٦", "2026", false),
            ("5 Oct 2026", "5 Oct 2026", false),
            ("1st", "1st", false),
            ("٠١ـ٠٢", "01-02", true),
        ] {
            assert_eq!(levelled(text), (expected.to_owned(), changed), "{text}");
        }
    }

    #[test]
    fn a_misspelt_word_of_a_list() {
        let check = |target: &str, text: &str, expected: &[&str]| {
            let found = values(Target::named(target), text);
            assert_eq!(found.iter().map(|(text, _)| text.as_str()).collect::<Vec<_>>(), expected, "{text}");
        };
        check("invoices.kind", "credt note", &["credit_note"]);
        check("invoices.kind", "إشعار داين", &["credit_note"]);
        check("invoices.kind", "banana", &[]);
        check("time.billable", "yess", &["yes"]);
        check("deliverables.revisions", "l2", &["12"]);
        check("invoices.note", "yess", &[]);
    }
}
