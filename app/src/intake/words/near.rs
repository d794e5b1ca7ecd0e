//! Words that differ in a letter or two from one that is known: what a person may have meant.

use domain::spelling::distance;

/// Returns what the nearest known words mean, if they are near and all mean the same; both are folded alike.
pub fn near<'w, T: Copy + PartialEq>(text: &str, known: impl IntoIterator<Item = (&'w str, T)>) -> Option<T> {
    let allowed = match text.chars().count() {
        0..=3 => return None,
        4..=7 => 1,
        _ => 2,
    };
    let mut nearest: Option<(usize, Option<T>)> = None;
    for (word, meaning) in known {
        let away = if word.len().abs_diff(text.len()) <= 4 * allowed { distance(text, word) } else { usize::MAX };
        nearest = match nearest {
            _ if away > allowed => nearest,
            Some((least, found)) if away > least => Some((least, found)),
            Some((least, found)) if away == least => Some((least, found.filter(|known| *known == meaning))),
            _ => Some((away, Some(meaning))),
        };
    }
    nearest.and_then(|(_, meaning)| meaning)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_word_is_meant_if_it_is_the_only_one() {
        let known = [("february", 2), ("فبراير", 2), ("march", 3), ("mars", 3), ("mark", 9), ("may", 5)];
        for (text, meaning) in [
            ("febuary", Some(2)),
            ("feburary", Some(2)),
            ("فبرير", Some(2)),
            ("marhc", Some(3)),
            ("marc", None),
            ("mai", None),
            ("september", None),
        ] {
            assert_eq!(near(text, known), meaning, "{text}");
        }
    }
}
