//! Numbers as contracts write them: digits, English words, Arabic words, and a word with its digits in brackets.

use super::item::Item;

/// Reads the number that begins at `at`: its value and the place after it. Where a word and the digits in brackets
/// behind it disagree, the word stands, as courts read it.
pub fn number(items: &[Item], at: usize) -> Option<(u32, usize)> {
    if items.get(at)?.is("(") {
        return in_brackets(items, at);
    }
    let (n, end) = plain(items, at)?;
    match in_brackets(items, end) {
        Some((_, after)) => Some((n, after)),
        None => match plain(items, end) {
            // "sixty 90 days": what stands beside the unit is meant.
            Some((digits, after)) if is_digits(&items[end].word) => Some((digits, after)),
            _ => Some((n, end)),
        },
    }
}

fn in_brackets(items: &[Item], at: usize) -> Option<(u32, usize)> {
    let quote = |at: usize| usize::from(items.get(at).is_some_and(|item| item.is("\"")));
    items.get(at).filter(|item| item.is("("))?;
    let start = at + 1 + quote(at + 1);
    let (n, end) = plain(items, start)?;
    let end = end + quote(end);
    items.get(end).filter(|item| item.is(")")).map(|_| (n, end + 1))
}

fn plain(items: &[Item], at: usize) -> Option<(u32, usize)> {
    let word = &items.get(at)?.word;
    if is_digits(word) {
        return word.parse().ok().map(|n| (n, at + 1));
    }
    english(items, at).or_else(|| arabic(items, at))
}

fn is_digits(word: &str) -> bool {
    !word.is_empty() && word.len() <= 4 && word.bytes().all(|byte| byte.is_ascii_digit())
}

const ONES: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

fn small(word: &str) -> Option<u32> {
    let ones = ONES.iter().position(|own| *own == word).map(|n| n as u32);
    ones.or_else(|| TENS.iter().position(|own| *own == word).map(|n| 10 * (n as u32 + 2)))
}

fn english(items: &[Item], at: usize) -> Option<(u32, usize)> {
    let mut n = small(&items[at].word)?;
    let mut end = at + 1;
    let below = |at: usize, limit: u32| items.get(at).and_then(|item| small(&item.word)).filter(|n| *n < limit);
    if n >= 20
        && let Some(ones) = below(end, 10)
    {
        (n, end) = (n + ones, end + 1);
    }
    if items.get(end).is_some_and(|item| item.is("hundred")) {
        (n, end) = (n * 100, end + 1);
        let rest = end + usize::from(items.get(end).is_some_and(|item| item.is("and")));
        if let Some(tens) = below(rest, 100) {
            let ones = below(rest + 1, 10).filter(|_| tens >= 20);
            (n, end) = (n + tens + ones.unwrap_or(0), rest + 1 + usize::from(ones.is_some()));
        }
    }
    Some((n, end))
}

/// Stems of the Arabic units, without the endings of gender.
const ARABIC_ONES: [(&str, u32); 11] = [
    ("واحد", 1),
    ("احد", 1),
    ("ثلاث", 3),
    ("اربع", 4),
    ("خمس", 5),
    ("ست", 6),
    ("سبع", 7),
    ("ثمان", 8),
    ("ثماني", 8),
    ("تسع", 9),
    ("عشر", 10),
];
const ARABIC_TWO: [&str; 8] = ["اثنان", "اثنين", "اثنا", "اثني", "اثنتان", "اثنتين", "اثنتا", "اثنتي"];
const ARABIC_TENS: [(&str, u32); 8] =
    [("عشر", 20), ("ثلاث", 30), ("اربع", 40), ("خمس", 50), ("ست", 60), ("سبع", 70), ("ثمان", 80), ("تسع", 90)];

fn arabic(items: &[Item], at: usize) -> Option<(u32, usize)> {
    let word = |at: usize| items.get(at).map(|item| item.word.as_str());
    let first = word(at)?;
    let mut n = arabic_word(first).or_else(|| arabic_word(first.strip_prefix(['ب', 'ل', 'و'])?))?;
    let mut end = at + 1;
    if n < 10 && matches!(word(end), Some("عشر" | "عشره")) {
        (n, end) = (n + 10, end + 1);
    }
    // «مئة وخمسة وعشرين» is one number, «تسعين وستين» are two.
    let joins = |n: u32, more: u32| match n % 100 {
        0 => n >= 100 && more < 100,
        1..10 => (20..100).contains(&more),
        _ => false,
    };
    let next = |at: usize| word(at).and_then(|word| arabic_word(word.strip_prefix('و')?));
    while let Some(more) = next(end).filter(|more| joins(n, *more)) {
        (n, end) = (n + more, end + 1);
    }
    Some((n, end))
}

fn arabic_word(word: &str) -> Option<u32> {
    let hundred = matches!(word, "مايه" | "ميه" | "مئه").then_some(100);
    let hundreds = matches!(word, "مايتين" | "مايتان" | "ميتين" | "ميتان").then_some(200);
    let two = ARABIC_TWO.contains(&word).then_some(2);
    let of = |list: &[(&str, u32)], stem: &str| list.iter().find(|(own, _)| *own == stem).map(|(_, n)| *n);
    let tens = ["ون", "ين"].iter().find_map(|ending| of(&ARABIC_TENS, word.strip_suffix(ending)?));
    let ones = of(&ARABIC_ONES, word.strip_suffix('ه').unwrap_or(word));
    hundred.or(hundreds).or(two).or(tens).or(ones)
}

#[cfg(test)]
mod tests {
    use super::super::item::items;
    use super::*;

    #[test]
    fn reads_words_digits_and_both() {
        let check = |text: &str, n: Option<u32>| {
            let items = items(text);
            assert_eq!(number(&items, 0).map(|(n, _)| n), n, "{text}");
        };
        check("one hundred and eighty (180)", Some(180));
        check("one hundred twenty-five", Some(125));
        check("twenty four", Some(24));
        check("24 (twenty four)", Some(24));
        check("sixty 90", Some(90));
        check("thirty (60)", Some(30));
        check("(\"90\")", Some(90));
        check("the", None);
        check("ثلاثين (٣٠)", Some(30));
        check("بخمسة عشر", Some(15));
        check("خمسة وأربعين", Some(45));
        check("مئة وعشرين", Some(120));
        check("مئة وخمسة وعشرين", Some(125));
        check("تسعين وستين", Some(90));
        check("ستون", Some(60));
        check("ستة", Some(6));
        check("اثني عشر", Some(12));
        check("العميل", None);
    }
}
