//! The functions of a firm, and the words by which its files name them.

use super::review::Department;
use crate::text::fold;
use std::sync::LazyLock;

/// Each word, folded, with its function; longer words stand first, for "accounts receivable" is not "accounts".
static WORDS: LazyLock<Vec<(String, Department)>> = LazyLock::new(|| {
    let (mut words, mut function) = (vec![], Department::Delivery);
    for line in include_str!("../../words/departments.txt").lines().filter(|line| !line.starts_with('#')) {
        match line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            Some(word) => function = Department::of(word).unwrap_or(function),
            None => words.push((fold(line), function)),
        }
    }
    words.sort_by_key(|(word, _)| std::cmp::Reverse(word.chars().count()));
    words
});

/// Returns the function to which a department belongs as a file names it; nothing where no word says so.
pub fn function(written: &str) -> Option<Department> {
    let written = format!(" {} ", fold(written));
    WORDS.iter().find(|(word, _)| written.contains(&format!(" {word} "))).map(|(_, function)| *function)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_department_belongs_to_a_function_by_its_words() {
        for (written, expected) in [
            ("Design", Some(Department::Delivery)),
            ("Customer Service", Some(Department::Service)),
            ("Accounts", Some(Department::Service)),
            ("Accounts receivable", Some(Department::Finance)),
            ("قسم المبيعات", Some(Department::Sales)),
            ("الماليّة", Some(Department::Finance)),
            ("خدمة العملاء", Some(Department::Service)),
            ("إدارة الحسابات", Some(Department::Service)),
            ("الإدارة", Some(Department::Management)),
            ("Team 7", None),
            ("", None),
        ] {
            assert_eq!(function(written), expected, "{written}");
        }
    }

    #[test]
    fn every_word_has_a_function_of_its_own() {
        let mut words: Vec<&str> = WORDS.iter().map(|(word, _)| word.as_str()).collect();
        let all = words.len();
        words.sort_unstable();
        words.dedup();
        assert_eq!(words.len(), all, "a word stands twice");
        for department in Department::ALL {
            assert!(WORDS.iter().any(|(_, function)| function == department), "{department:?}");
        }
    }
}
