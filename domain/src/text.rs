//! Folding: the form in which two spellings of one Arabic or Latin word are equal, for search and for header words; and what
//! is written in one with an Arabic word.

use std::borrow::Cow;

/// Returns `text` folded: lower case, Arabic letter forms, vowel marks, tatweel and digits levelled, spaces single.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars().filter_map(fold_char) {
        if !(c == ' ' && (folded.is_empty() || folded.ends_with(' '))) {
            folded.extend(c.to_lowercase());
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// Returns the Western digit of an Arabic-Indic or Persian one, or the character as it is.
pub fn western_digit(c: char) -> char {
    match c {
        '٠'..='٩' => char::from(b'0' + (c as u32 - '٠' as u32) as u8),
        '۰'..='۹' => char::from(b'0' + (c as u32 - '۰' as u32) as u8),
        _ => c,
    }
}

/// Returns a text with its digits levelled, so that two spellings of one number are one.
pub fn western_digits(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || text.chars().all(|c| western_digit(c) == c) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.chars().map(western_digit).collect())
    }
}

/// Reads a number as people type it, with either decimal mark and any digits.
pub fn typed_number(typed: &str) -> Option<f64> {
    let western = western_digits(typed.trim()).replace(['٫', ','], ".");
    western.parse().ok().filter(|number: &f64| number.is_finite())
}

/// Levels one character; `None` for marks that carry no letter.
fn fold_char(c: char) -> Option<char> {
    match c {
        'أ' | 'إ' | 'آ' | 'ٱ' => Some('ا'),
        'ى' | 'ی' | 'ئ' => Some('ي'),
        'ؤ' => Some('و'),
        'ة' => Some('ه'),
        'ک' => Some('ك'),
        '\u{640}'
        | '\u{64b}'..='\u{65f}'
        | '\u{670}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2066}'..='\u{2069}'
        | '\u{feff}' => None,
        _ if c.is_whitespace()
            || matches!(c, '_' | '-' | '/' | '.' | ':' | '،' | ',' | '(' | ')' | '#' | '?' | '؟' | '*') =>
        {
            Some(' ')
        }
        _ => Some(western_digit(c)),
    }
}

/// Returns an Arabic word without و or ف before it and then without each of some particles that are written in one with it;
/// the empty one leaves it whole.
pub fn without_particles<'w>(word: &'w str, particles: &[&str]) -> impl Iterator<Item = &'w str> {
    let begun = ["", "و", "ف"].into_iter().filter_map(|conjunction| word.strip_prefix(conjunction));
    begun.flat_map(move |rest| particles.iter().filter_map(move |particle| rest.strip_prefix(particle)))
}

/// Tells whether a text names something by its whole name, and not something else whose name only begins or ends like it:
/// C-1 is not C-19. Digits of either script are the same, and Arabic particles may be written in one with the name.
pub fn names(text: &str, name: &str) -> bool {
    let (text, name) = (western_digits(text), western_digits(name));
    text.match_indices(name.as_ref()).any(|(at, _)| {
        let before = &text[..at];
        let word = before.trim_end_matches(char::is_alphabetic).len();
        let is_particle = without_particles(before[word..].trim_end_matches(is_mark), &PARTICLES).any(str::is_empty);
        // No name goes on from Arabic letters to Latin ones.
        let is_apart = name.starts_with(|c: char| c.is_ascii_alphabetic()) && before.ends_with(is_arabic);
        let before = if is_particle || is_apart { &before[..word] } else { before };
        let (mut before, mut after) = (before.chars().rev(), text[at + name.len()..].chars());
        // A dot before a name is that of another word ("No."), unless it stands in a number.
        !goes_on(before.next(), before.next(), |dotted| dotted.is_numeric())
            && !goes_on(after.next(), after.next(), char::is_alphanumeric)
    })
}

fn is_arabic(c: char) -> bool {
    matches!(c, 'ء'..='ي') || is_mark(c)
}

/// Tells whether a character is a vowel sign of Arabic, or lengthens a letter.
fn is_mark(c: char) -> bool {
    matches!(c, 'ـ' | '\u{64b}'..='\u{652}')
}

/// Particles that are written in one with a word.
const PARTICLES: [&str; 8] = ["", "ب", "ل", "ك", "ال", "بال", "لل", "كال"];

/// Tells whether a name goes on with the characters beside it, the nearer first: a sentence ends with a dot or a dash, a name
/// goes on behind one.
fn goes_on(near: Option<char>, far: Option<char>, is_dotted: fn(char) -> bool) -> bool {
    let is_joined = match near {
        Some('-' | '/' | '_') => far.is_some_and(char::is_alphanumeric),
        Some('.') => far.is_some_and(is_dotted),
        _ => false,
    };
    is_joined || near.is_some_and(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn something_is_named_by_its_whole_name() {
        for text in [
            "INV-1",
            "of INV-1.",
            "of INV-1, and",
            "«INV-1»",
            "on INV-1/",
            "both INV-1 and INV-1-2",
            "- INV-1",
            "-INV-1",
            "فاتورة INV-١.",
            "بالفاتورة (INV-1)، وهي",
            "وINV-1 معها",
        ] {
            assert!(names(text, "INV-1"), "{text}");
        }
        assert!(names("of INV-12", "INV-١٢"));
        for (text, name) in [
            ("invoice No.INV-1", "INV-1"),
            ("رقم.ر-5", "ر-5"),
            ("وبالر-5", "ر-5"),
            ("لـINV-1", "INV-1"),
            ("بِINV-1", "INV-1"),
            ("رقمINV-1", "INV-1"),
            ("No.12", "12"),
        ] {
            assert!(names(text, name), "{text}");
        }
        for (text, name) in
            [("فاتورة م-123", "123"), ("أ/INV-1", "INV-1"), ("أر-5", "ر-5"), ("ÉC-1", "C-1"), ("7.12", "12")]
        {
            assert!(!names(text, name), "{text}");
        }
        for text in [
            "INV-12",
            "XINV-1",
            "INV-1-2",
            "INV-1/2",
            "INV-1_b",
            "INV-1-b",
            "INV-1.2",
            "A-INV-1",
            "INV-١٢",
            "the invoice",
            "",
        ] {
            assert!(!names(text, "INV-1"), "{text}");
        }
    }

    #[test]
    fn levels_spellings() {
        let check = |a: &str, b: &str| assert_eq!(fold(a), fold(b), "{a} / {b}");
        check("مُؤسَّسة  الأُفُق", "موسسه الافق");
        check("Invoice #", "invoice");
        check("Date_Issued", " date issued ");
        check("عميل ١٢", "عميل 12");
        check("Billable?", "billable");
        assert_ne!(fold("الافق"), fold("الأفقي"));
    }
}
