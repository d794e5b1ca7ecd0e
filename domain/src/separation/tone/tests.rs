//! The sentences beside this file against the rules: what must be caught, and near misses that must pass.

use super::*;
use std::collections::BTreeMap;

const ENGLISH: &str = include_str!("cases/en.txt");
const ARABIC: &str = include_str!("cases/ar.txt");
const ENDS: &str = include_str!("cases/end.txt");
const PARITY: &str = include_str!("cases/parity.txt");

/// One sentence of a file, the heading under which it stands, and whether it was kept aside.
struct Case {
    heading: String,
    sentence: String,
    is_kept: bool,
}

/// Every third sentence under a heading was kept aside while the word lists were written.
fn cases(text: &str) -> Vec<Case> {
    let (mut cases, mut heading, mut number) = (Vec::new(), String::new(), 0);
    for line in text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        match line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            Some(written) => (heading, number) = (written.to_owned(), 0),
            None => {
                number += 1;
                cases.push(Case { heading: heading.clone(), sentence: line.to_owned(), is_kept: number % 3 == 0 });
            }
        }
    }
    cases
}

/// Of seen and kept sentences: how many there are, and how many the rule treats as it must.
#[derive(Debug, Default, PartialEq, Eq)]
struct Tally {
    seen: (usize, usize),
    kept: (usize, usize),
}

fn tally(text: &str, holds: impl Fn(&str, &str) -> bool) -> BTreeMap<String, Tally> {
    let mut tallies: BTreeMap<String, Tally> = BTreeMap::new();
    let mut wrong = Vec::new();
    for case in cases(text) {
        let (rule, part) = case.heading.split_once(' ').unwrap_or(("L20", &case.heading));
        let caught = holds(rule, &case.sentence);
        let right = caught == (part == "caught");
        // Of sentences kept aside only the figure is told, lest the lists be written by them.
        wrong.extend((!right && !case.is_kept).then(|| format!("{}: {}", case.heading, case.sentence)));
        let tally = tallies.entry(part.to_owned()).or_default();
        let count = if case.is_kept { &mut tally.kept } else { &mut tally.seen };
        *count = (count.0 + 1, count.1 + usize::from(right));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    tallies
}

fn marked(rule: &str, sentence: &str) -> bool {
    let checked = check(sentence, Kind::Notice, None, &Context::default());
    checked.findings.iter().any(|finding| finding.rule.word() == rule)
}

#[test]
fn sentences_are_caught_or_pass_as_they_must() {
    let bilingual = |_: &str, sentence: &str| marked("L20", &sentence.replace(" || ", "\n\n"));
    // (seen, kept aside): how many there are and how many hold. Whoever changes the words and loses one, sees it here.
    for (file, text, caught, passes) in [
        ("en", tally(ENGLISH, marked), ((144, 144), (72, 71)), ((144, 144), (72, 71))),
        ("ar", tally(ARABIC, marked), ((144, 144), (72, 72)), ((144, 144), (72, 72))),
        ("end", tally(ENDS, |_, sentence| marked("L11", sentence)), ((16, 16), (8, 8)), ((16, 16), (8, 8))),
        ("parity", tally(PARITY, bilingual), ((8, 8), (4, 4)), ((8, 8), (4, 4))),
    ] {
        for (part, (seen, kept)) in [("caught", caught), ("passes", passes)] {
            assert_eq!(text[part], Tally { seen, kept }, "{file} {part}");
        }
    }
}

#[test]
fn what_is_said_of_the_client_is_held_to_the_same() {
    for (file, text, caught, passes) in [
        ("en", tally(include_str!("cases/third_en.txt"), marked), ((40, 40), (20, 20)), ((40, 40), (20, 20))),
        ("ar", tally(include_str!("cases/third_ar.txt"), marked), ((40, 40), (20, 20)), ((40, 40), (20, 20))),
    ] {
        for (part, (seen, kept)) in [("caught", caught), ("passes", passes)] {
            assert_eq!(text[part], Tally { seen, kept }, "{file} {part}");
        }
    }
}

#[test]
fn the_client_is_known_by_its_name_as_well() {
    let context = Context {
        client: vec!["Nakhla Foods LLC".to_owned(), "شركة النخلة".to_owned()],
        ..Context::default()
    };
    let rules = |text: &str| -> Vec<&str> {
        check(text, Kind::Reply, None, &context).findings.iter().map(|finding| finding.rule.word()).collect()
    };
    for (text, rule) in [
        ("Nakhla Foods never pays on time.", "L2"),
        ("Nakhla Foods LLC lied about the budget.", "L1"),
        ("We stop because of Nakhla Foods' delays.", "L14"),
        ("تماطل شركة النخلة في السداد.", "L1"),
        ("النخلة لا تسدد في موعدها أبداً.", "L2"),
        ("توقف المشروع بسبب إهمال شركة النخلة.", "L14"),
    ] {
        assert_eq!(rules(text), [rule], "{text}");
        let nobody = check(text, Kind::Reply, None, &Context::default()).findings;
        assert!(nobody.is_empty(), "{text}: {nobody:?}");
    }
    for text in
        ["Nakhla Foods paid on 3 March.", "سددت شركة النخلة الفاتورتين في 3 مارس.", "نسلّم الملفات إلى شركة النخلة."]
    {
        assert_eq!(rules(text), Vec::<&str>::new(), "{text}");
    }
}

#[test]
fn sentences_written_later_are_caught_too() {
    for text in [
        include_str!("cases/later_en.txt"),
        include_str!("cases/later_ar.txt"),
        include_str!("cases/later_third_en.txt"),
        include_str!("cases/later_third_ar.txt"),
    ] {
        for case in cases(text) {
            let rule = case.heading.split(' ').next().unwrap_or_default();
            assert!(marked(rule, &case.sentence), "{}: {}", case.heading, case.sentence);
        }
    }
}

#[test]
fn ordinary_letters_pass_quietly() {
    let near = |text: &'static str| cases(text).into_iter().filter(|case| case.heading.ends_with("passes"));
    let near = |text| near(text).map(|case| case.sentence).collect::<Vec<_>>();
    let lines = |text: &str| text.lines().filter(|line| !line.starts_with('#')).map(str::to_owned).collect::<Vec<_>>();
    for (name, sentences) in [
        ("ordinary en", lines(include_str!("cases/ordinary_en.txt"))),
        ("ordinary ar", lines(include_str!("cases/ordinary_ar.txt"))),
        ("near misses en", near(ENGLISH)),
        ("near misses ar", near(ARABIC)),
    ] {
        let blocks = |sentence: &&String| {
            let checked = check(sentence, Kind::Reply, None, &Context::default());
            checked.findings.iter().any(|finding| finding.level == Level::Block)
        };
        let blocked: Vec<&String> = sentences.iter().filter(blocks).collect();
        assert!(sentences.len() > 100 && blocked.len() * 100 <= sentences.len(), "{name}: {blocked:?}");
    }
}

const NOTICE: &str = include_str!("cases/notice.txt");

fn english() -> &'static str {
    NOTICE.split("\n----\n").nth(1).unwrap_or_default()
}

fn arabic() -> &'static str {
    NOTICE.split("\n----\n").nth(2).unwrap_or_default()
}

#[test]
fn a_whole_notice_passes_and_each_missing_element_is_named() {
    let missing = |text: &str| check(text, Kind::Notice, None, &Context::default()).missing;
    for (text, language) in [(english(), Language::English), (arabic(), Language::Arabic)] {
        let checked = check(text, Kind::Notice, None, &Context::default());
        assert_eq!((checked.lang, &checked.findings, &checked.missing), (language, &vec![], &vec![]));
        assert_eq!(checked.verdict, Verdict::Pass);
    }
    let both = format!("{}\n\n{}", arabic(), english());
    let checked = check(&both, Kind::Notice, None, &Context::default());
    assert_eq!((checked.lang, checked.missing), (Language::Bilingual, vec![Missing::PrevailingLanguage]));
    assert_eq!(checked.findings, vec![]);
    assert_eq!(missing("We thank you."), Missing::ALL[..15].to_vec());
    assert_eq!(missing("نشكركم على ثقتكم."), Missing::ALL[..15].to_vec());
    assert_eq!(check("Pay.", Kind::Reminder, None, &Context::default()).missing, vec![]);
    for text in [english(), arabic()] {
        let mut paragraphs: Vec<&str> = text.split("\n\n").collect();
        // The appreciation stands in a paragraph of its own, the last but two.
        let thanks = paragraphs.len() - 3;
        paragraphs.remove(thanks);
        let less = paragraphs.join("\n\n");
        assert_eq!(missing(&less), vec![Missing::Appreciation]);
        let critical = Context { is_critical: true, ..Context::default() };
        assert_eq!(check(&less, Kind::Notice, None, &critical).missing, vec![]);
    }
}

#[test]
fn what_is_known_beside_the_letter_changes_the_marks() {
    let rules = |text: &str, kind, context: &Context| -> Vec<&str> {
        check(text, kind, None, context).findings.iter().map(|finding| finding.rule.word()).collect()
    };
    let others = Context {
        other_clients: vec!["Nakhla Foods".to_owned(), "شركة النخلة".to_owned()],
        ..Context::default()
    };
    assert_eq!(rules("We did the same for Nakhla Foods.", Kind::Reply, &others), ["L15"]);
    assert_eq!(rules("فعلنا ذلك لشركة النخلة.", Kind::Reply, &others), ["L15"]);
    assert_eq!(rules("The foods of the palm (nakhla).", Kind::Reply, &others), Vec::<&str>::new());
    let hostage = "Files only after payment.";
    let lien = Context { is_lien_confirmed: true, ..Context::default() };
    assert_eq!(
        (rules(hostage, Kind::Reply, &Context::default()), rules(hostage, Kind::Reply, &lien)),
        (vec!["L17"], vec![])
    );
    let sorry = "Sorry, our mistake caused your loss.";
    let cleared = Context { is_apology_cleared: true, ..Context::default() };
    assert_eq!(
        (rules(sorry, Kind::Reply, &Context::default()), rules(sorry, Kind::Reply, &cleared)),
        (vec!["L8"], vec![])
    );
    assert_eq!(rules("We will stop soon.", Kind::Reply, &Context::default()), Vec::<&str>::new());
    assert_eq!(rules("We will stop soon.", Kind::Notice, &Context::default()), ["L11", "L10"]);
}

#[test]
fn marks_say_where_and_what_would_be_better() {
    let text = "😀 تنتهي خدماتنا يوم الاثنين 30 يوليو 2026.";
    let checked = check(text, Kind::Notice, None, &Context::default());
    let [finding] = checked.findings.as_slice() else { panic!("{checked:?}") };
    assert_eq!(finding.text, "الاثنين 30 يوليو 2026");
    assert_eq!(text.chars().skip(finding.start).take(finding.end - finding.start).collect::<String>(), finding.text);
    assert_eq!(finding.better, "الخميس 30 يوليو 2026");
    let checked = check("لا تـردّون أبَداً", Kind::Reply, None, &Context::default());
    assert_eq!((checked.verdict, checked.findings[0].text.as_str()), (Verdict::Warn, "تـردّون أبَداً"));
    let checked = check("As I already said, it is open.", Kind::Reply, None, &Context::default());
    assert_eq!((checked.verdict, checked.findings[0].level), (Verdict::Pass, Level::Hint));
    assert_eq!(check("", Kind::Reply, None, &Context::default()).verdict, Verdict::Pass);
}

proptest::proptest! {
    #[test]
    fn no_text_breaks_the_check(text in "[ a-zA-Z0-9وكمتنالعقد.،,:\\n\u{64b}\u{640}\u{200f}'’/-]{0,80}") {
        for finding in check(&text, Kind::Notice, None, &Context::default()).findings {
            let cut: String = text.chars().skip(finding.start).take(finding.end - finding.start).collect();
            proptest::prop_assert_eq!(cut, finding.text);
        }
    }
}

#[test]
fn what_stands_in_two_languages_says_the_same_in_each_paragraph() {
    let marks = |english: &str| {
        let arabic =
            "# إنهاء\n\nتنتهي خدماتنا في 30 يوليو 2026.\n\nنسلّم الملفات حتى 10 يوليو 2026.\n\n- الشعار\n- الدليل\n";
        let text = format!("{arabic}\n---\n\n{english}");
        check(&text, Kind::Reply, Some(Language::Bilingual), &Context::default())
            .findings
            .into_iter()
            .filter(|finding| finding.rule == Rule::L20)
            .map(|finding| finding.text)
            .collect::<Vec<_>>()
    };
    let same =
        "# End\n\nOur services end on 30 July 2026.\n\nWe deliver the files by 10 July 2026.\n\n- Logo\n- Guide\n";
    assert_eq!(marks(same), Vec::<String>::new());
    let swapped = same.replace("30 July", "?").replace("10 July", "30 July").replace('?', "10 July");
    assert_eq!(marks(&swapped).len(), 4, "each day stands in the other's place");
    assert_eq!(marks(&same.replace("- Guide\n", "")).len(), 1, "an item is missing");
    assert_eq!(marks(&same.replace("# End", "End")).len(), 1, "a heading is missing");
    let only = check("تنتهي خدماتنا في يوليو.", Kind::Reply, Some(Language::Bilingual), &Context::default());
    assert!(only.findings.iter().any(|finding| finding.rule == Rule::L20), "the other language is missing");
}
