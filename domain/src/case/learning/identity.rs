//! What in a text tells of whom it tells: a lesson is read by everyone, so it names no client, no person, no sum and no day
//! (DOMAIN T4).

use crate::separation::tone::{self, Place};
use crate::text::fold;
use crate::word::words;

words! {
    /// What identifies.
    Sort {
        Name = "name",
        Sum = "sum",
        Date = "date",
        /// An address of a page or of a person's mail.
        Address = "address",
    }
}

/// A place of a text that identifies, as it is written there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    pub sort: Sort,
    pub text: String,
}

/// Whose names must not stand in a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// Names and spellings of the client of the case: their first telling word identifies them.
    pub client: Vec<String>,
    /// Names of other clients, which identify as a whole.
    pub others: Vec<String>,
    /// Names of people: each word of them identifies.
    pub people: Vec<String>,
}

/// Words with which names of firms begin and that tell nothing, folded.
const COMMON: [&str; 14] = [
    "شركه",
    "مؤسسه",
    "موسسه",
    "مجموعه",
    "مكتب",
    "دار",
    "مصنع",
    "مركز",
    "company",
    "the",
    "group",
    "firm",
    "office",
    "centre",
];

/// A number of so many digits tells a sum, a year or a telephone.
const DIGITS_MIN: usize = 4;

/// So many letters make a word of a name that identifies.
const LETTERS_MIN: usize = 3;

/// Returns what in a text identifies, in the order of its sorts.
pub fn marks(text: &str, names: &Names) -> Vec<Mark> {
    let mut marks: Vec<Mark> = vec![];
    let mut add = |sort, text: &str| {
        if !marks.iter().any(|known| known.text.contains(text)) {
            marks.push(Mark { sort, text: text.to_owned() });
        }
    };
    let laid = tone::places_of(text, &names.all());
    let firsts = tone::places_of(text, &names.firsts());
    let firsts = firsts.into_iter().filter(|place| !place.starts_with(|c: char| c.is_lowercase()));
    let named = laid.into_iter().chain(firsts).filter(|place| !is_function_word(place));
    named.for_each(|place| add(Sort::Name, &place));
    for place in tone::figures(text) {
        match place {
            Place::Date(date) => add(Sort::Date, &date),
            Place::Sum(sum) => add(Sort::Sum, &sum),
        }
    }
    for word in text.split_whitespace() {
        let digits = word.chars().filter(|c| c.is_numeric()).count();
        let is_address = word.contains('@') || word.contains("://") || word.starts_with("www.");
        match (is_address, digits >= DIGITS_MIN) {
            (true, _) => add(Sort::Address, word),
            (false, true) => add(Sort::Sum, word),
            (false, false) => {}
        }
    }
    marks
}

impl Names {
    /// Returns all that must not be found, the longest first.
    fn all(&self) -> Vec<String> {
        let mut all: Vec<String> = self.others.clone();
        all.extend(self.client.iter().cloned());
        all.extend(self.client.iter().filter_map(|name| telling(name).next()));
        all.extend(self.people.iter().flat_map(|name| telling(name).skip(1).collect::<Vec<_>>()));
        longest_first(all)
    }

    /// Returns first names of people: in Latin letters many are words, too, and only a capital tells them apart.
    fn firsts(&self) -> Vec<String> {
        longest_first(self.people.iter().filter_map(|name| telling(name).next()).collect())
    }
}

fn longest_first(mut names: Vec<String>) -> Vec<String> {
    names.sort_by_key(|name| std::cmp::Reverse(name.chars().count()));
    names.dedup();
    names
}

/// Arabic function words that look like a name once letters are folded, as they are written.
const FUNCTION: [&str; 3] = ["على", "هنا", "مني"];

/// Tells whether what looks like a name is a function word, alone or after "and".
fn is_function_word(place: &str) -> bool {
    let rest = place.strip_prefix(['و', 'ف']).unwrap_or(place);
    FUNCTION.contains(&rest) || FUNCTION.contains(&place)
}

/// Returns the words of a name that tell whose it is.
fn telling(name: &str) -> impl Iterator<Item = String> {
    let words = name.split(|c: char| !c.is_alphanumeric()).map(bare);
    words.filter(|word| word.chars().count() >= LETTERS_MIN && !COMMON.contains(&fold(word).as_str()))
}

/// Returns a word of a name without the Arabic article, with which and without which a text may have it.
fn bare(word: &str) -> String {
    let rest = word.strip_prefix("ال").filter(|rest| rest.chars().count() >= LETTERS_MIN);
    rest.unwrap_or(word).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(&'static str, String)> {
        let names = Names {
            client: vec!["شركة نخلة للأثاث".to_owned(), "Nakhla Furniture".to_owned()],
            others: vec!["Digital Horizons".to_owned()],
            people: vec!["ماجد القحطاني".to_owned(), "Reem Al-Harbi".to_owned()],
        };
        marks(text, &names).into_iter().map(|mark| (mark.sort.word(), mark.text)).collect()
    }

    #[test]
    fn a_lesson_without_names_passes() {
        for text in [
            "Ask for a third of the price before work begins, and stop at the second late invoice.",
            "نطلب ثلث القيمة قبل بدء العمل، ونتوقف عند ثاني فاتورة متأخرة، خلال 30 يوماً.",
            "We sell digital furniture designs to offices.",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }

    #[test]
    fn function_words_and_plain_words_are_no_names() {
        let names = Names {
            client: vec!["علي وأبناؤه".to_owned()],
            others: vec![],
            people: vec!["علي القحطاني".to_owned(), "Will Grace".to_owned(), "منى هنا".to_owned()],
        };
        let found = |text: &str| marks(text, &names).into_iter().map(|mark| mark.text).collect::<Vec<_>>();
        for text in ["نتفق على السعر قبل البدء، وعلى من يعتمده.", "We will ask first.", "تأخر القرار هنا."]
        {
            assert_eq!(found(text), Vec::<String>::new(), "{text}");
        }
        assert_eq!(found("تأخر علي في الرد."), ["علي"]);
        assert_eq!(found("We told Will too late."), ["Will"]);
        assert_eq!(found("قالت منى إن الوقت ضيق."), ["منى"]);
    }

    #[test]
    fn names_are_found_in_any_spelling() {
        let name = |text: &str| vec![("name", text.to_owned())];
        assert_eq!(found("NAKHLA pays late."), name("NAKHLA"));
        assert_eq!(found("اتفقنا مع نخله على الشروط."), name("نخله"));
        assert_eq!(found("تأخرت مستحقاتنا لدى النخلة كثيراً."), name("النخلة"));
        assert_eq!(found("قال القحطاني إن السيولة ضاقت."), name("القحطاني"));
        assert_eq!(found("Tell Reem earlier."), name("Reem"));
        assert_eq!(found("As with Digital Horizons, ask first."), name("Digital Horizons"));
    }

    #[test]
    fn sums_days_and_addresses_are_found() {
        let sorts = |text: &str| found(text).into_iter().map(|(sort, _)| sort).collect::<Vec<_>>();
        assert_eq!(sorts("They owed 27,600 SAR."), ["sum"]);
        assert_eq!(sorts("بلغ المتأخر ٢٧٦٠٠ ريال."), ["sum"]);
        assert_eq!(sorts("Since 4 March 2026 nothing was paid."), ["date"]);
        assert_eq!(sorts("Write to accounts@example.com."), ["address"]);
        assert_eq!(sorts("Call 0551234567."), ["sum"]);
    }
}
