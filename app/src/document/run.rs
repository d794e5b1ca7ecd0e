//! Runs of a line by their direction: a name, an id, a date or a number that reads the other way stands by itself.

use crate::lang::Language;
use serde::Serialize;

/// A part of a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Run {
    pub text: String,
    /// `ltr` or `rtl` where it reads the other way than its line, else empty.
    pub dir: &'static str,
    /// Whether it may have to wrap, so that no box can hold it.
    pub long: bool,
}

/// A run longer than this may wrap, in characters.
const BOX_MAX: usize = 30;

/// What a word is written in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    Arabic,
    Latin,
    /// Digits that keep their order in any line.
    Number,
    /// Digits with a hyphen, a stroke or a plus: Arabic would turn their parts round.
    Parted,
    None,
}

fn script(word: &str) -> Script {
    let arabic = |c: char| matches!(c, '\u{620}'..='\u{64a}' | '\u{66e}'..='\u{6d3}' | '\u{750}'..='\u{77f}');
    let digit = |c: char| c.is_ascii_digit() || matches!(c, '\u{660}'..='\u{669}');
    if word.contains(arabic) {
        Script::Arabic
    } else if word.contains(|c: char| c.is_alphabetic()) {
        Script::Latin
    } else if !word.contains(digit) {
        Script::None
    } else if word.contains(['-', '/', '+', '@', '–']) {
        Script::Parted
    } else {
        Script::Number
    }
}

/// Returns the runs of a line.
pub fn runs(line: &str, language: Language) -> Vec<Run> {
    let words: Vec<&str> = line.split(' ').collect();
    let (own, other) = match language {
        Language::Arabic => (Script::Arabic, "ltr"),
        Language::English => (Script::Latin, "rtl"),
    };
    let is_foreign = |word: &str| match script(word) {
        Script::Parted => language == Language::Arabic,
        script => script != own && matches!(script, Script::Arabic | Script::Latin),
    };
    let (mut runs, mut at) = (Vec::new(), 0);
    while at < words.len() {
        let first = at;
        at += 1;
        if !is_foreign(words[first]) {
            push(&mut runs, words[first], "");
        } else {
            at = end_of(&words, first, is_foreign);
            let (before, core, after) = bare(&words[first..at].join(" "));
            push(&mut runs, &before, "");
            push(&mut runs, &core, other);
            push(&mut runs, &after, "");
        }
        if at < words.len() {
            push(&mut runs, " ", "");
        }
    }
    runs
}

/// Returns where a foreign run ends: after its last foreign word, and the groups of digits that a telephone number or a
/// bank account goes on with.
fn end_of(words: &[&str], first: usize, is_foreign: impl Fn(&str) -> bool) -> usize {
    let (mut end, mut at) = (first + 1, first + 1);
    let mut is_number = opens_number(words[first]);
    while let Some(word) = words.get(at) {
        // An Arabic comma belongs to the line: what follows it is another run.
        if words[at - 1].ends_with(['،', '؛', '؟']) {
            break;
        }
        let digits = word.trim_end_matches(['.', ',', '،', '؛', ';', ')']);
        let is_group = !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit());
        if is_foreign(word) {
            is_number = opens_number(word);
            end = at + 1;
        } else if is_number && is_group {
            is_number = digits == *word;
            end = at + 1;
        } else if !matches!(script(word), Script::Number | Script::None) || closes(words[at - 1]) {
            break;
        }
        at += 1;
    }
    end
}

/// Whether a sentence or a part of it ends with a word.
fn closes(word: &str) -> bool {
    word.ends_with(['.', ',', '،', '؛', ';', ':', '؟', '?', '!'])
}

/// Whether a telephone number or an IBAN begins with a word.
fn opens_number(word: &str) -> bool {
    let word = word.trim_start_matches('(');
    let iban = word.len() == 4 && word[..].bytes().take(2).all(|b| b.is_ascii_uppercase());
    word.starts_with('+') || (iban && word.bytes().skip(2).all(|b| b.is_ascii_digit()))
}

/// Parts a run from the punctuation round it, which belongs to the line; brackets that open and close within it stay.
fn bare(run: &str) -> (String, String, String) {
    let mut core = run;
    let mut before = String::new();
    while let Some(c) = core.chars().next().filter(|c| matches!(c, '(' | '«' | '“' | '"' | '[')) {
        let closing = match c {
            '(' => ')',
            '[' => ']',
            '«' => '»',
            other => other,
        };
        if core[c.len_utf8()..].contains(closing) && core.ends_with(closing) {
            break;
        }
        before.push(c);
        core = &core[c.len_utf8()..];
    }
    let ends = |c: &char| matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '،' | '؛' | '؟' | '»' | '”');
    let mut after = String::new();
    loop {
        let unopened = core.ends_with(')') && core.matches('(').count() < core.matches(')').count();
        let Some(c) = core.chars().next_back().filter(|c| ends(c) || unopened) else { break };
        after.insert(0, c);
        core = &core[..core.len() - c.len_utf8()];
    }
    (before, core.to_owned(), after)
}

fn push(runs: &mut Vec<Run>, text: &str, dir: &'static str) {
    match runs.last_mut() {
        _ if text.is_empty() => {}
        Some(last) if last.dir.is_empty() && dir.is_empty() => last.text.push_str(text),
        _ => {
            let long = text.chars().count() > BOX_MAX;
            runs.push(Run { text: text.to_owned(), dir, long });
        }
    }
}

/// Returns a text for mail and chat: what reads the other way stands between isolates.
pub fn isolated(text: &str, language: Language) -> String {
    let mark = |run: Run| if run.dir.is_empty() { run.text } else { format!("\u{2068}{}\u{2069}", run.text) };
    let line = |line: &str| runs(line, language).into_iter().map(mark).collect::<String>();
    text.lines().map(line).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn foreign(line: &str, language: Language) -> Vec<String> {
        let runs = runs(line, language);
        assert_eq!(runs.iter().map(|run| run.text.as_str()).collect::<String>(), line, "nothing is lost");
        runs.into_iter().filter(|run| !run.dir.is_empty()).map(|run| run.text).collect()
    }

    #[test]
    fn what_reads_the_other_way_stands_by_itself() {
        for (line, expected) in [
            ("العقد MS-2024/17 المؤرخ 4 مايو 2024.", vec!["MS-2024/17"]),
            ("الفاتورة NK-0305، المستحقة في 2026-03-03: 2,700 ر.س", vec!["NK-0305", "2026-03-03"]),
            (
                "من 9:00 إلى 15:00، salma@midad.example، +966 11 234 5678.",
                vec!["salma@midad.example", "+966 11 234 5678"],
            ),
            ("الآيبان SA03 8000 0000 6080 1016 7519.", vec!["SA03 8000 0000 6080 1016 7519"]),
            ("الفاتورة NK-0305 2,700 ر.س", vec!["NK-0305"]),
            ("شركة Nakhla Trading (LLC) وفروعها", vec!["Nakhla Trading (LLC)"]),
            ("العقد (MS-17) قائم", vec!["(MS-17)"]),
            ("آخر يوم 30 يوليو 2026 (16 صفر 1448 هـ)، الساعة 17:00", vec![]),
        ] {
            assert_eq!(foreign(line, Language::Arabic), expected, "{line}");
        }
        let english = "Our name is شركة الأفق (ش.م.م), contract C-17 of 2026-05-04.";
        assert_eq!(foreign(english, Language::English), ["شركة الأفق (ش.م.م)"]);
    }

    #[test]
    fn mail_has_isolates_round_them() {
        assert_eq!(isolated("العقد C-17.\n\nنعم", Language::Arabic), "العقد \u{2068}C-17\u{2069}.\n\nنعم");
    }
}
