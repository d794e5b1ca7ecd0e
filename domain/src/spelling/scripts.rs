//! Names that may be one though the one is written in Arabic and the other in Latin letters: held against each other letter
//! by letter, by a table, so that whoever looks sees how it was reached. It is a possibility and never more: Arabic leaves
//! short vowels out, and several of its letters are written alike.

use super::{core, digits};
use crate::text::fold;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Ways to write Arabic letters in Latin ones, those of several letters first.
static LETTERS: LazyLock<Vec<Letter>> = LazyLock::new(|| {
    let lines = include_str!("../../words/latin_letters.txt").lines();
    let mut letters: Vec<Letter> = lines.filter(|line| !line.starts_with('#')).filter_map(Letter::of).collect();
    letters.sort_by_key(|letter| std::cmp::Reverse(letter.arabic.len()));
    letters
});

/// One line of the table.
struct Letter {
    at: Place,
    arabic: Vec<char>,
    latin: Vec<Vec<char>>,
    /// Whether it is a consonant, after which Arabic leaves a short vowel out.
    is_consonant: bool,
}

#[derive(Clone, Copy, PartialEq)]
enum Place {
    Anywhere,
    Beginning,
    End,
}

impl Letter {
    fn of(line: &str) -> Option<Letter> {
        let mut words = line.split(' ').filter(|word| !word.is_empty());
        let first = words.next()?;
        let at = match first.chars().next() {
            Some('^') => Place::Beginning,
            Some('$') => Place::End,
            _ => Place::Anywhere,
        };
        let arabic: Vec<char> = first.trim_start_matches(['^', '$']).chars().collect();
        let latin = words.map(|word| word.trim_matches('-').chars().collect()).collect();
        let is_consonant = !matches!(arabic.last(), Some('ا' | 'ع' | 'ء'));
        Some(Letter { at, arabic, latin, is_consonant })
    }
}

/// Returns the table: Arabic letters, and every way to write them.
#[cfg(test)]
pub(super) fn table() -> Vec<(String, Vec<String>)> {
    let way = |way: &Vec<char>| way.iter().collect();
    LETTERS.iter().map(|one| (one.arabic.iter().collect(), one.latin.iter().map(way).collect())).collect()
}

/// Arabic letters with the Latin ones that stand for them, from first to last.
pub type Pairs = Vec<(String, String)>;

/// Fewer letters than these say nothing.
const LETTERS_MIN: usize = 3;

/// Words longer than this, and names of more words, are no names.
const WORD_MAX: usize = 24;
const WORDS_MAX: usize = 6;

/// Names of places and peoples, which many firms have in theirs: alone they say nothing.
const SHARED: [&str; 18] = [
    "سعوديه",
    "سعودي",
    "رياض",
    "جده",
    "مكه",
    "خليج",
    "عربيه",
    "عرب",
    "مصر",
    "قاهره",
    "دبي",
    "امارات",
    "كويت",
    "قطر",
    "بحرين",
    "عمان",
    "اردن",
    "وطنيه",
];

/// Returns how two names may be one, letter by letter, where they are written in different scripts; nothing otherwise. All
/// their words sound alike, or all but one of each, which may be a translation: «نخلة للأثاث» and "Nakhla Furniture".
pub fn alike(a: &str, b: &str) -> Option<Pairs> {
    held(a, b, true)
}

/// Returns the same of two names of people, all of whose words sound alike.
pub fn alike_people(a: &str, b: &str) -> Option<Pairs> {
    held(a, b, false)
}

fn held(a: &str, b: &str, may_be_translated: bool) -> Option<Pairs> {
    let (arabic, latin) = match (is_arabic(a), is_arabic(b)) {
        (true, false) => (words(a), words(b)),
        (false, true) => (words(b), words(a)),
        _ => return None,
    };
    if arabic.is_empty() || latin.is_empty() || digits(&arabic.concat()) != digits(&latin.concat()) {
        return None;
    }
    let whole = |arabic: &[String], latin: &[String]| -> Option<Pairs> {
        let (pairs, left) = matched(arabic, latin);
        let is_one_translated = may_be_translated && left.len() == 1 && arabic.len() > 1;
        let own = arabic.iter().enumerate().filter(|(at, _)| !left.contains(at)).map(|(_, word)| word.as_str());
        let says = own.filter(|word| !SHARED.contains(word)).any(|word| letters(word) >= LETTERS_MIN);
        ((left.is_empty() || is_one_translated) && says).then_some(pairs)
    };
    if arabic.len() == latin.len() {
        whole(&arabic, &latin)
    } else {
        // «عبد الله» is one word in Latin letters.
        whole(&[arabic.concat()], &[latin.concat()])
    }
}

pub(super) fn is_arabic(word: &str) -> bool {
    word.chars().any(|c| ('\u{621}'..='\u{6ff}').contains(&c) && c.is_alphabetic())
}

fn letters(word: &str) -> usize {
    word.chars().filter(|c| c.is_alphabetic()).count()
}

/// Returns the words of a name's core; of Latin ones without marks over their letters, and without the article.
pub(super) fn words(name: &str) -> Vec<String> {
    let plain: String =
        name.chars().filter(|c| !matches!(c, '\'' | '’' | '‘' | 'ʿ' | 'ʾ' | '`')).map(unmarked).collect();
    let core = core(&plain);
    let all: Vec<&str> = core.split(' ').filter(|word| !word.is_empty()).collect();
    let is_article = |at: usize| {
        let next = all.get(at + 1).and_then(|next| next.chars().next());
        let mut own = all[at].chars();
        let begins = matches!(own.next(), Some('a' | 'e'));
        // "Al Noor", and "An Noor" as it is spoken.
        next.is_some() && begins && (own.as_str() == "l" || own.next() == next && all[at].chars().count() <= 3)
    };
    let kept = (0..all.len()).filter(|at| !is_article(*at)).map(|at| all[at].to_owned());
    kept.take(WORDS_MAX + 1).collect()
}

/// Takes the mark from a Latin letter.
fn unmarked(c: char) -> char {
    match c {
        'á' | 'à' | 'â' | 'ä' | 'ā' | 'Á' | 'À' | 'Â' | 'Ä' | 'Ā' => 'a',
        'é' | 'è' | 'ê' | 'ë' | 'ē' | 'É' | 'È' | 'Ê' | 'Ë' | 'Ē' => 'e',
        'í' | 'ì' | 'î' | 'ï' | 'ī' | 'Í' | 'Ì' | 'Î' | 'Ï' | 'Ī' => 'i',
        'ó' | 'ò' | 'ô' | 'ö' | 'ō' | 'Ó' | 'Ò' | 'Ô' | 'Ö' | 'Ō' => 'o',
        'ú' | 'ù' | 'û' | 'ü' | 'ū' | 'Ú' | 'Ù' | 'Û' | 'Ü' | 'Ū' => 'u',
        'ḥ' | 'Ḥ' => 'h',
        'ṣ' | 'Ṣ' => 's',
        'ḍ' | 'Ḍ' => 'd',
        'ṭ' | 'Ṭ' => 't',
        'ẓ' | 'Ẓ' => 'z',
        'ç' | 'Ç' => 's',
        c => c,
    }
}

/// Returns the letters of the words that sound alike, and the places of the Arabic words that no other does.
fn matched(arabic: &[String], latin: &[String]) -> (Pairs, Vec<usize>) {
    let mut free: BTreeSet<usize> = (0..latin.len()).collect();
    let (mut pairs, mut left) = (vec![], vec![]);
    let is_short = arabic.len() <= WORDS_MAX && latin.len() <= WORDS_MAX;
    for (at, word) in arabic.iter().enumerate() {
        let found = free.iter().filter(|_| is_short).find_map(|other| Some((*other, sounds(word, &latin[*other])?)));
        match found {
            Some((other, own)) => {
                free.remove(&other);
                pairs.extend(own);
            }
            None => left.push(at),
        }
    }
    (pairs, left)
}

/// Returns how a Latin word stands for an Arabic one; one that is not Arabic stands for itself.
fn sounds(arabic: &str, latin: &str) -> Option<Pairs> {
    if !is_arabic(arabic) {
        return (fold(arabic) == latin).then(Pairs::new);
    }
    let own: Vec<char> = arabic.chars().collect();
    let ways = [Some(latin), joined_article(latin)].into_iter().flatten();
    ways.map(|way| way.chars().collect::<Vec<char>>()).find_map(|way| {
        let mut spelled = Spelled { arabic: &own, latin: &way, dead: BTreeSet::new() };
        let is_short = own.len().max(way.len()) <= WORD_MAX;
        let mut pairs = if is_short { spelled.from(0, 0, false)? } else { return None };
        pairs.reverse();
        Some(pairs)
    })
}

/// Returns what is left of a Latin word without an article written in one with it: "Alnoor", "Annoor".
pub(super) fn joined_article(latin: &str) -> Option<&str> {
    let rest = latin.strip_prefix("al").or_else(|| latin.strip_prefix("el"));
    let spoken = || {
        let rest = latin.strip_prefix(['a', 'e'])?;
        let mut letters = rest.chars();
        let (first, second) = (letters.next()?, letters.next()?);
        (first == second && "tdrzsn".contains(first)).then_some(&rest[1..])
    };
    rest.or_else(spoken).filter(|rest| rest.len() >= LETTERS_MIN)
}

/// An Arabic word held against a Latin one, with the places that were seen to lead nowhere.
struct Spelled<'a> {
    arabic: &'a [char],
    latin: &'a [char],
    dead: BTreeSet<(usize, usize, bool)>,
}

impl Spelled<'_> {
    /// Returns the pairs of what is left from two places on, the last one first; a short vowel may come after a consonant.
    fn from(&mut self, arabic: usize, latin: usize, is_after_consonant: bool) -> Option<Pairs> {
        if arabic == self.arabic.len() && latin == self.latin.len() {
            return Some(vec![]);
        }
        if !self.dead.insert((arabic, latin, is_after_consonant)) {
            return None;
        }
        let found = self.by_letter(arabic, latin);
        let is_vowel = || self.latin.get(latin).is_some_and(|c| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u'));
        // A short vowel at the end of a word is written in Arabic, too.
        let is_short = is_after_consonant && arabic < self.arabic.len() && is_vowel();
        found.or_else(|| if is_short { self.from(arabic, latin + 1, false) } else { None })
    }

    fn by_letter(&mut self, arabic: usize, latin: usize) -> Option<Pairs> {
        let rest = &self.arabic[arabic..];
        for letter in LETTERS.iter().filter(|letter| rest.starts_with(&letter.arabic)) {
            let next = arabic + letter.arabic.len();
            let is_here = match letter.at {
                Place::Anywhere => true,
                Place::Beginning => arabic == 0,
                Place::End => next == self.arabic.len(),
            };
            for way in letter.latin.iter().filter(|way| is_here && self.latin[latin..].starts_with(way)) {
                let is_consonant = letter.is_consonant && !way.iter().all(|c| "aeiou".contains(*c));
                if let Some(mut pairs) = self.from(next, latin + way.len(), is_consonant) {
                    pairs.push((letter.arabic.iter().collect(), way.iter().collect()));
                    return Some(pairs);
                }
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(a: &str, b: &str) -> Option<String> {
        let pairs = alike(a, b)?;
        assert_eq!(alike(b, a), Some(pairs.clone()), "{a} / {b}: either may come first");
        Some(pairs.into_iter().map(|(arabic, latin)| format!("{arabic}={latin}")).collect::<Vec<_>>().join(" "))
    }

    #[test]
    fn says_how_it_was_reached() {
        let check = |a, b, expected: &str| assert_eq!(shown(a, b).as_deref(), Some(expected), "{a} / {b}");
        check("شركة النور", "Al Noor Company", "ن=n و=oo ر=r");
        check("شركة النور", "Alnour Co.", "ن=n و=ou ر=r");
        check("النور", "An-Noor", "ن=n و=oo ر=r");
        check("رواق العقارية", "Riwaq Properties", "ر=r و=w ا=a ق=q");
    }

    #[test]
    fn names_that_may_be_one() {
        for (a, b) in [
            ("شركة النخلة للأثاث", "Nakhla Furniture"),
            ("عيادات بلسم", "Balsam Clinics"),
            ("مهارات", "Maharat LLC"),
            ("شمس", "Al-Shams"),
            ("الشمس", "Ash Shams Est."),
            ("سعد", "Sa'ad"),
            ("عمر الخطيب", "Omar Al Khateeb"),
            ("عمر الخطيب", "Umar Alkhatib"),
            ("نورة", "Noura"),
            ("نورة", "Nora"),
            ("منى", "Mona"),
            ("إيمان", "Iman"),
            ("أثر", "Athar"),
            ("عبد الله سالم", "Abdullah Salem"),
            ("عبدالرحمن القحطاني", "Abdulrahman Al-Qahtani"),
            ("عبد الرحمن", "Abdul Rahman"),
            ("مصطفى", "Mustafa"),
            ("ماجد القحطاني", "Majed Alqahtani"),
        ] {
            assert!(shown(a, b).is_some(), "{a} / {b}");
        }
    }

    #[test]
    fn near_misses_are_none() {
        for (a, b) in [
            ("النور", "Anwar"),
            ("أنور", "Al Noor"),
            ("النور", "Noura"),
            ("نورة", "Noor"),
            ("النور", "Nouri"),
            ("النور", "Nar"),
            ("نخلة", "Nakheel"),
            ("النخيل", "Nakhla"),
            ("سالم", "Saleem"),
            ("سليم", "Saalim"),
            ("نخلة", "Nakhla Tours"),
            ("نخلة للأثاث", "Nakhla"),
            ("نخلة للأثاث الفاخر", "Nakhla Tours and Travel"),
            ("السعودية للأثاث", "Saudia Furniture"),
            ("شركة فرع 2", "Fara 3"),
            ("نر", "Nr"),
            ("شركة", "Company"),
            ("", "Noor"),
            ("النور", "شركة النور"),
            ("Noor", "Al Noor"),
            ("درب للسياحة", "Durrah Tourism"),
        ] {
            assert_eq!(shown(a, b), None, "{a} / {b}");
        }
    }

    #[test]
    fn of_people_every_word_must_sound_alike() {
        assert!(alike_people("ماجد نخلة", "Majed Nakhlah").is_some());
        assert_eq!(alike_people("ماجد نخلة", "Majida Nakhla"), None);
        assert!(alike("ماجد نخلة", "Majida Nakhla").is_some(), "of a firm the other word may be a translation");
    }

    #[test]
    fn long_words_end_soon() {
        let (arabic, latin) = ("ععععععععععععععععععععععب", "aaaaaaaaaaaaaaaaaaaaaaa");
        assert_eq!(shown(arabic, latin), None);
        assert_eq!(shown(&arabic.repeat(40), &latin.repeat(40)), None);
    }
}
