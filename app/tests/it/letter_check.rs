//! `letter check` as people and programs use it: exit codes, marks with their places, sentences in both languages, and
//! what cannot be checked.

use crate::cli::{khitam, said};
use std::path::Path;
use std::process::Output;

fn check(text: impl AsRef<[u8]>, words: &[&str]) -> Output {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("letter.txt");
    std::fs::write(&file, text).expect("written");
    run(folder.path(), &file, words)
}

fn run(folder: &Path, file: &Path, words: &[&str]) -> Output {
    let file = file.to_str().expect("a path");
    khitam(folder, &[&["letter", "check", file], words].concat())
}

fn json(output: &Output) -> serde_json::Value {
    serde_json::from_slice(&output.stdout).expect("JSON")
}

/// The two whole notices that the rules are tested with, English and Arabic.
fn notices() -> [&'static str; 2] {
    let file = include_str!("../../../domain/src/separation/tone/cases/notice.txt");
    let mut parts = file.split("\n----\n").skip(1);
    [parts.next().expect("English"), parts.next().expect("Arabic")]
}

#[test]
fn programs_read_marks_with_their_places() {
    let text = "شكراً لكم. تعمّدتم حجب مستحقاتنا.";
    let output = check(text, &["--kind", "reply", "--lang", "ar", "--json"]);
    let found = json(&output);
    assert_eq!(output.status.code(), Some(4));
    assert_eq!((&found["lang"], &found["verdict"]), (&"ar".into(), &"block".into()));
    let mark = &found["findings"][0];
    assert_eq!((&mark["rule"], &mark["level"], &mark["start"]), (&"L1".into(), &"block".into(), &11.into()));
    let end = mark["end"].as_u64().expect("a place") as usize;
    assert_eq!(text.chars().skip(11).take(end - 11).collect::<String>(), mark["text"]);
    assert!(mark["better"].as_str().is_some_and(|better| !better.is_empty()));
    assert_eq!(found["missing"].as_array().map(Vec::len), Some(0));
}

#[test]
fn verdicts_decide_the_exit_code() {
    for (text, kind, code, verdict) in [
        ("Thank you for your reply of 6 June.", "reply", 0, "pass"),
        ("As I already said, the balance is open.", "reply", 0, "pass"),
        ("You never answer.", "reminder", 0, "warn"),
        ("Files only after payment.", "boundary", 4, "block"),
        ("We will stop soon.", "reply", 0, "pass"),
        ("We will stop soon.", "notice", 4, "block"),
    ] {
        let output = check(text, &["--kind", kind, "--json"]);
        assert_eq!((output.status.code(), &json(&output)["verdict"]), (Some(code), &verdict.into()), "{text}");
    }
    let missing = json(&check("We will stop soon.", &["--kind", "notice", "--json"]))["missing"].clone();
    assert!(missing.as_array().is_some_and(|codes| codes.contains(&"effective_date".into())), "{missing}");
}

#[test]
fn whole_notices_pass_alone_and_are_compared_together() {
    let [english, arabic] = notices();
    for (text, lang) in [(english, "en"), (arabic, "ar")] {
        let output = check(text, &["--kind", "notice", "--json"]);
        assert_eq!((output.status.code(), &json(&output)["lang"]), (Some(0), &lang.into()), "{}", said(&output.stdout));
    }
    let both = format!("{arabic}\n\nThe Arabic text prevails. يُعتد بالنص العربي.\n\n{english}");
    let output = check(&both, &["--kind", "notice", "--json"]);
    assert_eq!(
        (output.status.code(), &json(&output)["lang"]),
        (Some(0), &"bilingual".into()),
        "{}",
        said(&output.stdout)
    );
    let differs = check(both.replace("SAR 4,200", "SAR 4,300"), &["--kind", "notice", "--json"]);
    let found = json(&differs);
    assert_eq!((differs.status.code(), &found["findings"][0]["rule"]), (Some(4), &"L20".into()), "{found}");
}

#[test]
fn people_read_why_in_their_language() {
    let text = "Your manager is impossible.";
    for (words, says) in [
        (&["--lang", "en"][..], ["L5 · stops · “Your manager is impossible”", "of a person", "Better: Approvals"]),
        (&["--lang", "ar"], ["L5 · مانع · «Your manager is impossible»", "عن شخص", "الأفضل: Approvals"]),
    ] {
        let output = check(text, &[&["--kind", "boundary"], words].concat());
        let told = said(&output.stdout);
        assert!(says.iter().all(|says| told.contains(says)) && !told.contains("[tone"), "{told}");
    }
    let told = said(&check("ربما نحتاج إلى مسافة.", &["--kind", "notice", "--lang", "ar"]).stdout);
    assert!(told.contains("L11") && told.contains("ينقص الإشعار:\n- الاسمان") && !told.contains("[tone"), "{told}");
}

#[test]
fn what_cannot_be_checked_is_said() {
    for (bytes, says) in [(&b""[..], "is empty"), (b" \n\t", "is empty"), (&[0xff, 0xfe, b'x', 0], "is no text")] {
        let output = check(bytes, &["--kind", "reply", "--json"]);
        assert_eq!((output.status.code(), output.stdout.len()), (Some(1), 0));
        assert!(said(&output.stderr).contains(says), "{}", said(&output.stderr));
    }
    let long = check("long ".repeat(20_001), &["--kind", "reply"]);
    assert!(long.status.code() == Some(1) && said(&long.stderr).contains("too long"));
    let folder = tempfile::tempdir().expect("a folder");
    assert_eq!(run(folder.path(), &folder.path().join("none.txt"), &["--kind", "reply"]).status.code(), Some(1));
    for words in [&["--kind", "poem"][..], &[], &["--kind", "reply", "--lang", "fr"]] {
        assert_eq!(check("Thank you.", words).status.code(), Some(2), "{words:?}");
    }
    let arabic = said(&check("", &["--kind", "reply", "--lang", "ar"]).stderr);
    assert!(arabic.contains("خالٍ") && arabic.contains("الخطوة التالية"), "{arabic}");
}
