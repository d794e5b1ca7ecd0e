//! Which of many names in two scripts are worth holding against each other letter by letter: those of which a word has the same
//! consonants, as far as the two scripts tell them apart. Never every pair is compared.

use super::scripts::{Pairs, alike, is_arabic, joined_article, words};
use std::collections::{BTreeSet, HashMap};

/// So many names may share a word's consonants; of more, as of a common word, nothing follows.
const SHARED_MAX: usize = 20;

/// Fewer consonants say nothing.
const CONSONANTS_MIN: usize = 2;

/// Returns the pairs of names in different scripts that may be one, as places in the list, with how: letter by letter.
pub fn alike_pairs(names: &[&str]) -> Vec<(usize, usize, Pairs)> {
    let arabic = names.iter().filter(|name| is_arabic(name)).count();
    if arabic == 0 || arabic == names.len() {
        return vec![];
    }
    let mut sharing: HashMap<String, [Vec<usize>; 2]> = HashMap::new();
    for (place, name) in names.iter().enumerate() {
        let side = usize::from(is_arabic(name));
        for key in keys(name) {
            sharing.entry(key).or_default()[side].push(place);
        }
    }
    let mut seen: BTreeSet<(usize, usize)> = BTreeSet::new();
    let few = |side: &Vec<usize>| (1..=SHARED_MAX).contains(&side.len());
    for [latin, arabic] in sharing.values().filter(|sides| sides.iter().all(few)) {
        for one in arabic {
            seen.extend(latin.iter().map(|other| (*one.min(other), *one.max(other))));
        }
    }
    seen.into_iter().filter_map(|(one, other)| Some((one, other, alike(names[one], names[other])?))).collect()
}

/// Returns the consonants of each word of a name, and of all its words as one.
fn keys(name: &str) -> BTreeSet<String> {
    let words = words(name);
    let whole = words.concat();
    let ways = words.iter().chain([&whole]).flat_map(|word| if is_arabic(word) { arabic(word) } else { latin(word) });
    ways.filter(|key| key.chars().count() >= CONSONANTS_MIN).collect()
}

/// Returns what may be heard in an Arabic word: its last letter may be a t, and «عبد» may take the article along or not.
fn arabic(word: &str) -> Vec<String> {
    let short = word.strip_prefix("عبدال").map(|rest| format!("عبد{rest}"));
    let ways = [Some(word.to_owned()), short].into_iter().flatten();
    let ways = ways.flat_map(|way| [way.ends_with('ه').then(|| format!("{way}ت")), Some(way)]).flatten();
    ways.map(|way| consonants(&way)).collect()
}

/// Returns what may be heard in a Latin word: c as in "city" or as in "cat", with or without an article in one with it.
fn latin(word: &str) -> Vec<String> {
    let plain = word.replace("ph", "f").replace("dj", "j");
    let without = joined_article(&plain).map(str::to_owned);
    // "Abdul", "Abdel", "Abdur".
    let short = plain.strip_prefix("abd").and_then(|rest| Some(format!("abd{}", rest.get(2..)?)));
    let ways: Vec<String> = [without, short].into_iter().flatten().chain([plain]).collect();
    ways.iter().flat_map(|way| ['s', 'k'].map(|c| consonants(&way.replace('c', &c.to_string())))).collect()
}

/// Returns a word's consonants, each as one of those that it may be taken for; of two alike beside each other one is heard.
fn consonants(word: &str) -> String {
    let mut heard: Vec<char> = word.chars().filter_map(class).collect();
    heard.dedup();
    heard.into_iter().collect()
}

/// Returns the one by which all letters go that can stand for each other; nothing of what may be a vowel or not be written.
fn class(letter: char) -> Option<char> {
    Some(match letter {
        'b' | 'p' | 'ب' | 'پ' => 'b',
        't' | 'd' | 's' | 'z' | 'ت' | 'ث' | 'د' | 'ذ' | 'ز' | 'س' | 'ش' | 'ص' | 'ض' | 'ط' | 'ظ' | 'چ' => {
            't'
        }
        'j' | 'g' | 'q' | 'k' | 'ج' | 'خ' | 'غ' | 'ق' | 'ك' | 'گ' => 'k',
        'f' | 'v' | 'ف' | 'ڤ' => 'f',
        'r' | 'ر' => 'r',
        'l' | 'ل' => 'l',
        'm' | 'م' => 'm',
        'n' | 'ن' => 'n',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(names: &[&str]) -> Vec<(usize, usize)> {
        alike_pairs(names).into_iter().map(|(one, other, _)| (one, other)).collect()
    }

    #[test]
    fn every_letter_of_the_table_is_heard_in_each_way_to_write_it() {
        for (letters, ways) in super::super::scripts::table() {
            for way in ways {
                let (arabic, latin) = (arabic(&letters), latin(&way));
                assert!(arabic.iter().any(|heard| latin.contains(heard)), "{letters} / {way}: {arabic:?} {latin:?}");
            }
        }
    }

    #[test]
    fn finds_what_holding_every_pair_against_each_other_finds() {
        let names = [
            "شركة النور",
            "Al Noor Company",
            "Annoor",
            "رواق العقارية",
            "Riwaq Properties",
            "عبد الله سالم",
            "Abdullah Salem",
            "عبدالرحمن القحطاني",
            "Abdulrahman Al-Qahtani",
            "عبد الرحمن",
            "Abdurrahman",
            "سكاكا للنشر",
            "Sakaka Publishing",
            "Cinema",
            "سينما",
            "صحيفة الوطن",
            "Saheefat Al Watan",
            "Nakheel",
            "Client 12",
            "عميل 12",
        ];
        let mut all = vec![];
        for (one, name) in names.iter().enumerate() {
            let others = names.iter().enumerate().skip(one + 1);
            all.extend(others.filter(|(_, other)| alike(name, other).is_some()).map(|(other, _)| (one, other)));
        }
        assert_eq!(found(&names), all);
        assert!(all.len() >= 7, "{all:?}");
    }

    #[test]
    fn of_many_names_only_those_with_like_consonants_are_compared() {
        let arabic: Vec<String> = (0..5_000).map(|n| format!("مؤسسة العميل {n}")).collect();
        let latin: Vec<String> = (0..5_000).map(|n| format!("Client {n}")).collect();
        let mut names: Vec<&str> = arabic.iter().chain(&latin).map(String::as_str).collect();
        names.extend(["بلسم", "Balsam"]);
        assert_eq!(found(&names), [(10_000, 10_001)]);
        assert_eq!(found(&names[..5_000]), [], "one script alone");
    }
}
