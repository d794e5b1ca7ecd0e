//! A letter on a page: what it says, where it stands and how large it is.

/// One glyph, in points from the upper left corner of the page as it is read.
#[derive(Clone, Debug, PartialEq)]
pub struct Glyph {
    /// One letter, several for a ligature, several words where the file says itself what is meant.
    pub text: String,
    /// Where it begins on its line.
    pub x: f64,
    /// The line on which it stands.
    pub y: f64,
    pub width: f64,
    /// The height of the letters it belongs to.
    pub size: f64,
}

impl Glyph {
    pub fn right(&self) -> f64 {
        self.x + self.width
    }

    /// Tells whether it is a vowel mark over or under another letter.
    pub fn is_mark(&self) -> bool {
        !self.text.is_empty() && self.text.chars().all(is_mark)
    }

    /// Tells whether it is a space; a glyph that says nothing is none.
    pub fn is_blank(&self) -> bool {
        !self.text.is_empty() && self.text.chars().all(char::is_whitespace)
    }
}

pub fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6ed}')
}

/// Returns what a glyph says. No font joins an alef to a lam after it: where one glyph tells of both in that order, it is
/// lam-alef, told as it looks.
pub fn told(text: &str) -> String {
    let plain = plain(text);
    let mut letters = plain.chars();
    match (letters.next(), letters.next(), letters.next()) {
        (Some(alef @ ('ا' | 'أ' | 'إ' | 'آ')), Some('ل'), None) => format!("ل{alef}"),
        _ => plain,
    }
}

/// Returns a glyph's text in the letters people type: forms that a letter takes within a word become the letter itself.
pub fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\u{fe70}'..='\u{fefc}' => plain.push_str(&of_form(c)),
            '\u{fdf2}' => plain.push_str("الله"),
            '\u{fdfc}' => plain.push_str("ريال"),
            'ﬀ' => plain.push_str("ff"),
            'ﬁ' => plain.push_str("fi"),
            'ﬂ' => plain.push_str("fl"),
            'ﬃ' => plain.push_str("ffi"),
            'ﬄ' => plain.push_str("ffl"),
            '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\t' | '\r' | '\n' => plain.push(' '),
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' => {}
            c if c.is_control() => {}
            c => plain.push(c),
        }
    }
    plain
}

/// The letters in the order of their forms from U+FE80 on, each with the number of its forms.
const FORMS: [(&str, u32); 40] = [
    ("ء", 1),
    ("آ", 2),
    ("أ", 2),
    ("ؤ", 2),
    ("إ", 2),
    ("ئ", 4),
    ("ا", 2),
    ("ب", 4),
    ("ة", 2),
    ("ت", 4),
    ("ث", 4),
    ("ج", 4),
    ("ح", 4),
    ("خ", 4),
    ("د", 2),
    ("ذ", 2),
    ("ر", 2),
    ("ز", 2),
    ("س", 4),
    ("ش", 4),
    ("ص", 4),
    ("ض", 4),
    ("ط", 4),
    ("ظ", 4),
    ("ع", 4),
    ("غ", 4),
    ("ف", 4),
    ("ق", 4),
    ("ك", 4),
    ("ل", 4),
    ("م", 4),
    ("ن", 4),
    ("ه", 4),
    ("و", 2),
    ("ى", 2),
    ("ي", 4),
    ("لآ", 2),
    ("لأ", 2),
    ("لإ", 2),
    ("لا", 2),
];

/// Vowel marks alone and on a tatweel, from U+FE70 on.
const MARKS: [char; 16] = [
    '\u{64b}', '\u{64b}', '\u{64c}', ' ', '\u{64d}', ' ', '\u{64e}', '\u{64e}', '\u{64f}', '\u{64f}', '\u{650}',
    '\u{650}', '\u{651}', '\u{651}', '\u{652}', '\u{652}',
];

fn of_form(c: char) -> String {
    let mut place = c as u32;
    if place < 0xfe80 {
        return MARKS[(place - 0xfe70) as usize].to_string();
    }
    place -= 0xfe80;
    for (letters, forms) in FORMS {
        if place < forms {
            return letters.to_owned();
        }
        place -= forms;
    }
    c.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_become_letters() {
        for (form, letters) in [
            ("\u{fe80}", "ء"),
            ("\u{fe8d}", "ا"),
            ("\u{fe94}", "ة"),
            ("\u{fed3}\u{ff}", "فÿ"),
            ("\u{fef4}", "ي"),
            ("\u{fef5}", "لآ"),
            ("\u{fefb}", "لا"),
            ("\u{fefc}", "لا"),
            ("\u{fe7c}", "\u{651}"),
            ("o\u{fb03}ce", "office"),
            ("a\u{a0}b\u{200f}", "a b"),
        ] {
            assert_eq!(plain(form), letters, "{form}");
        }
        assert_eq!((told("ال").as_str(), told("لا").as_str(), told("الا").as_str()), ("لا", "لا", "الا"));
    }
}
