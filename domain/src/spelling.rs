//! Spellings: which names may mean one client. It suggests; a person decides.

pub mod consonants;
pub mod scripts;

use crate::text::fold;
use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

/// Words of a name that say what kind of company it is, with a space on either side; those of several words stand first.
static FORMS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let lines = include_str!("../words/company_forms.txt").lines();
    let forms = lines.filter(|line| !line.starts_with('#'));
    let mut forms: Vec<String> = forms.map(|line| format!(" {} ", fold(line))).collect();
    forms.sort_by_key(|form| std::cmp::Reverse(form.split(' ').count()));
    forms
});

/// Returns what is left of a name without the kind of company, the Arabic article and the marks between its words.
pub fn core(name: &str) -> String {
    let folded = fold(name).replace(['&', '+', '\'', '"', '’', '«', '»', '|'], " ");
    let mut padded = format!(" {} ", fold(&folded));
    for form in FORMS.iter() {
        while padded.contains(form.as_str()) {
            padded = padded.replace(form.as_str(), " ");
        }
    }
    let words = padded.split(' ').filter(|word| !word.is_empty());
    words.map(without_article).collect::<Vec<_>>().join(" ")
}

/// Takes the article from a word long enough to have one.
fn without_article(word: &str) -> &str {
    word.strip_prefix("ال").filter(|rest| rest.chars().count() >= 3).unwrap_or(word)
}

/// Returns how many letters must be put in, taken out or replaced to make one text the other; swapped neighbours count
/// once (Damerau's distance, each place touched once).
pub fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut before_last: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let replaced = last[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut least = replaced.min(last[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                least = least.min(before_last[j - 2] + 1);
            }
            row.push(least);
        }
        before_last = std::mem::replace(&mut last, row);
    }
    last[b.len()]
}

/// Why two names may mean one client.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Closeness {
    /// They differ in the kind of company, letter forms or marks only.
    Same,
    /// They differ in a letter or two.
    Near,
}

/// Returns how close two cores are; numbers within them must agree, for "Branch 2" is not "Branch 3".
pub fn closeness(a: &str, b: &str) -> Option<Closeness> {
    let length = a.chars().count().min(b.chars().count());
    let allowed = match length {
        0..=4 => 0,
        5..=9 => 1,
        _ => 2,
    };
    if a.is_empty() || b.is_empty() {
        None
    } else if a.replace(' ', "") == b.replace(' ', "") {
        Some(Closeness::Same)
    } else if digits(a) == digits(b) && distance(a, b) <= allowed {
        Some(Closeness::Near)
    } else {
        None
    }
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// Returns the pairs of names that may mean one client, as places in the list, the surest first; never every pair is
/// compared, only names that are equal once a letter is left out of each.
pub fn close_pairs(names: &[&str]) -> Vec<(usize, usize, Closeness)> {
    let cores: Vec<String> = names.iter().map(|name| core(name)).collect();
    let mut sharing: HashMap<String, Vec<usize>> = HashMap::new();
    for (place, core) in cores.iter().enumerate().filter(|(_, core)| !core.is_empty()) {
        for form in shortened(&core.replace(' ', "")) {
            sharing.entry(form).or_default().push(place);
        }
    }
    // A form that many share, of very short names, says nothing.
    const SHARED_MAX: usize = 20;
    let mut seen: BTreeSet<(usize, usize)> = BTreeSet::new();
    for places in sharing.values().filter(|places| (2..=SHARED_MAX).contains(&places.len())) {
        for (i, first) in places.iter().enumerate() {
            seen.extend(places[i + 1..].iter().filter(|second| *second != first).map(|second| (*first, *second)));
        }
    }
    let mut pairs: Vec<(usize, usize, Closeness)> = seen
        .into_iter()
        .filter_map(|(first, second)| Some((first, second, closeness(&cores[first], &cores[second])?)))
        .collect();
    pairs.sort_by_key(|(first, second, closeness)| (*closeness, *first, *second));
    pairs
}

/// Returns a text and every text that one letter less makes of it.
fn shortened(text: &str) -> BTreeSet<String> {
    let letters: Vec<char> = text.chars().collect();
    let without = |left: usize| letters.iter().enumerate().filter(|(i, _)| *i != left).map(|(_, c)| *c).collect();
    (0..letters.len()).map(without).chain([text.to_owned()]).filter(|form| !form.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_core_of_a_name() {
        let check = |name: &str, expected: &str| assert_eq!(core(name), expected, "{name}");
        check("Nakhla Furniture Co., Ltd.", "nakhla furniture");
        check("The Nakhla Furniture Company LLC", "nakhla furniture");
        check("شركة النَّخلة للأثاث المحدودة", "نخله للاثاث");
        check("مؤسسة نخلة للاثاث", "نخله للاثاث");
        check("الأفق ش.م.م", "افق");
        check("الأفق ذ.م.م.", "افق");
        check("Ltd", "");
    }

    #[test]
    fn distances() {
        let check = |a, b, expected| {
            assert_eq!(distance(a, b), expected, "{a} / {b}");
            assert_eq!(distance(b, a), expected, "{b} / {a}");
        };
        check("", "", 0);
        check("abc", "", 3);
        check("furniture", "furnture", 1);
        check("riwaq", "riawq", 1);
        check("kitten", "sitting", 3);
        check("نخله", "نخيله", 1);
    }

    #[test]
    fn pairs_that_may_be_one() {
        let check = |a: &str, b: &str, expected: Option<Closeness>| {
            let found = close_pairs(&[a, b]).pop().map(|(_, _, closeness)| closeness);
            assert_eq!(found, expected, "{a} / {b}");
        };
        check("Nakhla Furniture", "NAKHLA FURNITURE CO.", Some(Closeness::Same));
        check("شركة النخلة", "مؤسسة نخله", Some(Closeness::Same));
        check("Nakhla Furniture", "Nakhla Furnture", Some(Closeness::Near));
        check("Blue Sky", "BlueSky", Some(Closeness::Same));
        check("Client 12", "Client 13", None);
        check("Omar", "Amar", None);
        check("Riwaq", "Rawaq", Some(Closeness::Near));
        check("Nakhla Furniture", "Riwaq Publishing", None);
        check("Company", "Ltd", None);
    }

    #[test]
    fn ten_thousand_numbered_clients_are_ten_thousand() {
        let names: Vec<String> = (0..10_000).map(|n| format!("Client {n:05}")).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        assert_eq!(close_pairs(&names), []);
    }
}
