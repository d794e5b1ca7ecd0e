//! `notice compute` as people and programs use it: the vectors, exit codes, sentences in both languages, and what is wrong
//! with a file.

use crate::cli::{khitam, said};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn notice(text: &str, words: &[&str]) -> Output {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("terms.json");
    std::fs::write(&file, text).expect("written");
    run(folder.path(), &file, words)
}

fn run(folder: &Path, file: &Path, words: &[&str]) -> Output {
    let file = file.to_str().expect("a path");
    khitam(folder, &[&["notice", "compute", file], words].concat())
}

/// Returns a plain notice with some inputs changed or added.
fn with(changes: Value) -> Value {
    let mut whole = json!({
        "sent_at": "2026-01-15T10:00", "from": "EG", "to": "EG", "deemed": { "rule": "on_receipt" },
        "length": 30, "unit": "day",
    });
    for (name, value) in changes.as_object().expect("changes") {
        whole[name] = value.clone();
    }
    whole
}

fn answer(inputs: &Value) -> Value {
    let output = notice(&inputs.to_string(), &[]);
    assert_eq!(output.status.code(), Some(0), "{inputs}: {}", said(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("JSON")
}

#[track_caller]
fn check(changes: Value, expected: Value) {
    let found = answer(&with(changes.clone()));
    for (name, value) in expected.as_object().expect("what is expected") {
        assert_eq!(&found[name], value, "{changes}: {name}");
    }
}

#[test]
fn the_vectors_of_the_domain() {
    check(json!({}), json!({ "effective_on": "2026-02-14" }));
    check(json!({ "clear_days": true }), json!({ "effective_on": "2026-02-15" }));
    let six =
        |to: &str, calendars: &str| json!({ "to": to, "calendars": calendars, "length": 6, "unit": "business_day" });
    check(six("EG", "recipient"), json!({ "effective_on": "2026-01-25" }));
    check(six("AE", "recipient"), json!({ "effective_on": "2026-01-23" }));
    check(six("AE", "both"), json!({ "effective_on": "2026-01-27" }));
    for (sent, months, end) in
        [("2026-01-31", 1, "2026-02-28"), ("2028-01-31", 1, "2028-02-29"), ("2025-11-30", 3, "2026-02-28")]
    {
        let sent = format!("{sent}T10:00");
        check(json!({ "sent_at": sent, "length": months, "unit": "month" }), json!({ "effective_on": end }));
    }
    let late = |to: &str| json!({ "sent_at": "2026-01-15T17:40", "from": to, "to": to, "deemed": { "rule": "same_day", "cutoff": "17:00" } });
    check(late("EG"), json!({ "received_on": "2026-01-18" }));
    check(late("AE"), json!({ "received_on": "2026-01-16" }));
    let window = |place: &str| {
        json!({
            "from": place, "to": place, "method": "courier", "deemed": { "rule": "nth_business_day", "n": 2 },
            "clear_days": true, "term_ends_on": "2026-12-31", "not_less_than_before_end": { "length": 60, "unit": "day" },
        })
    };
    let last =
        |receipt: &str, dispatch: &str| json!({ "last_lawful_receipt": receipt, "last_lawful_dispatch": dispatch });
    check(window("EG"), last("2026-10-29", "2026-10-27"));
    check(window("AE"), last("2026-10-30", "2026-10-28"));
    let quarter = json!({ "sent_at": "2026-02-10T10:00", "length": 3, "unit": "month", "align": "quarter_end" });
    check(quarter, json!({ "effective_on": "2026-06-30" }));
    let hijri = json!({ "from": "SA", "to": "SA", "length": 3, "unit": "hijri_month" });
    check(hijri, json!({ "effective_on": "2026-04-14", "effective_hijri": "1447-10-26" }));
}

#[test]
fn the_answer_has_the_designs_names_and_a_trace() {
    let found = answer(&with(json!({ "sent_at": "2026-01-15T23:30", "to": "AE", "method": "email", "deemed": null })));
    let names: Vec<&str> = found.as_object().expect("an object").keys().map(String::as_str).collect();
    let designed =
        "received_on effective_on effective_hijri last_lawful_receipt last_lawful_dispatch last_safe_dispatch trace";
    assert_eq!(names.join(" "), designed);
    assert_eq!(found["last_lawful_receipt"], Value::Null);
    // Half past one on Friday in Dubai; e-mail counts from the next business day.
    assert_eq!(found["received_on"], "2026-01-19");
    let steps = found["trace"].as_array().expect("steps");
    for step in steps {
        let names: Vec<&str> = step.as_object().expect("a step").keys().map(String::as_str).collect();
        assert_eq!(names, ["step", "from", "to", "rule", "source"]);
    }
    assert_eq!((&steps[0]["step"], &steps[1]["source"]), (&json!("local_time"), &json!("default")));
}

#[test]
fn holidays_come_from_the_file_and_from_packs_only_if_asked() {
    let sunday = json!({ "length": 6, "unit": "business_day" });
    let given = |more: Value| {
        let mut inputs = sunday.clone();
        inputs.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
        inputs
    };
    check(given(json!({ "pack_holidays": true })), json!({ "effective_on": "2026-01-26" }));
    let named = json!({ "holidays": [{ "place": "EG", "on": "2026-01-25", "certainty": "fixed" }] });
    check(given(named), json!({ "effective_on": "2026-01-26" }));
    check(
        given(json!({ "holidays": [{ "place": "AE", "on": "2026-01-25" }] })),
        json!({ "effective_on": "2026-01-25" }),
    );
    // Eid al-Fitr 2026 waits for the moon: the packs answer with the worst of three days.
    let feast = json!({ "from": "SA", "to": "SA", "sent_at": "2026-03-10T10:00", "length": 8, "unit": "business_day", "pack_holidays": true });
    let trace = answer(&with(feast))["trace"].to_string();
    assert!(trace.contains("\"skipped\"") && trace.contains("2026-03-19"), "{trace}");
}

#[test]
fn people_hear_it_in_their_language() {
    let inputs =
        with(json!({ "length": 6, "unit": "business_day", "pack_holidays": true, "term_ends_on": "2026-12-31" }));
    for (words, says) in [
        (
            &["--aloud"][..],
            [
                "The service ends on Monday 26 January 2026",
                "Sunday 25 January 2026 is not counted; it is a holiday: Egypt.",
                "weekends and holidays",
            ],
        ),
        (&["--aloud", "--lang", "ar"], ["تنتهي الخدمة يوم الاثنين 26 يناير 2026", "لأنه عطلة رسمية: مصر", "6 أيام عمل"]),
    ] {
        let output = notice(&inputs.to_string(), words);
        let told = said(&output.stdout);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output.stderr));
        for says in says {
            assert!(told.contains(says), "{says}: {told}");
        }
        assert!(!told.contains('[') && !told.contains('*'), "{told}");
    }
}

#[test]
fn what_is_wrong_is_said_with_place_and_remedy() {
    let bad = "{\n  \"sent_at\": \"2026-02-30T10:00\",\n  \"from\": \"EG\", \"to\": \"DJ\",\n  \"lenght\": 3, \"unit\": \"day\"\n}";
    let output = notice(bad, &[]);
    let told = said(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{told}");
    for says in [
        "lenght, line 4, column 13: There is no input of this name. Perhaps length",
        "to, line 3, column 23",
        "method",
        "Next:",
    ] {
        assert!(told.contains(says), "{says}: {told}");
    }
    let errors: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!((&errors["errors"][0]["path"], &errors["errors"][0]["line"]), (&json!("lenght"), &json!(4)));
    assert_eq!(errors["errors"][0]["code"], "unknown");
    let arabic = said(&notice(bad, &["--lang", "ar", "--aloud"]).stderr);
    assert!(arabic.contains("lenght، السطر 4، العمود 13") && arabic.contains("الخطوة التالية"), "{arabic}");
    for text in ["", "{", "[]", "null", "{\"length\": 1e400}", "{\"from\": {\"from\": []}}", "\u{feff}{}"] {
        let output = notice(text, &[]);
        assert_eq!(output.status.code(), Some(1), "{text}: {}", said(&output.stderr));
        assert!(said(&output.stdout).starts_with("{\"errors\":[{"), "{text}");
    }
    let folder = tempfile::tempdir().expect("a folder");
    assert_eq!(run(folder.path(), &folder.path().join("none.json"), &[]).status.code(), Some(1));
    std::fs::write(folder.path().join("latin"), [0xff, 0xfe, b'x', 0]).expect("written");
    assert_eq!(run(folder.path(), &folder.path().join("latin"), &[]).status.code(), Some(1));
    let without = Command::new(env!("CARGO_BIN_EXE_khitam")).args(["notice", "compute"]).output().expect("it starts");
    assert_eq!(without.status.code(), Some(2));
}

/// A developer's extra: `KHITAM_REAL_DATA` names a folder with the months of the official Umm al-Qura site.
#[test]
fn hijri_days_agree_with_the_official_table() {
    let folder = std::env::var_os("KHITAM_REAL_DATA").map(PathBuf::from).filter(|folder| folder.is_dir());
    let Some(file) = folder.and_then(|folder| find(&folder, "ummalqura_calendar_website.json")) else {
        eprintln!("SKIPPED: KHITAM_REAL_DATA names no folder with the Umm al-Qura table");
        return;
    };
    use domain::days::{Day, hijri::Hijri};
    let months: Value = serde_json::from_slice(&std::fs::read(file).expect("a file")).expect("JSON");
    let months = months.as_array().expect("a list");
    // Of the table's last year the last month's length is not known.
    let months: Vec<&Value> = months.iter().filter(|month| month[0][0][0].as_i64() < Some(1500)).collect();
    for month in &months {
        let number = |side: usize, at: usize| month[0][side][at].as_i64().expect("a number");
        let hijri = Hijri { year: number(0, 0) as i32, month: number(0, 1) as u32, day: number(0, 2) as u32 };
        let day = Day::new(number(1, 0) as i32, number(1, 1) as u32, number(1, 2) as u32).expect("a day");
        assert_eq!((Hijri::of(day), hijri.gregorian()), (Some(hijri), Some(day)), "{hijri}");
    }
    assert_eq!(months.len(), 69 * 12, "the whole table");
}

fn find(folder: &Path, name: &str) -> Option<PathBuf> {
    let entries: Vec<PathBuf> = std::fs::read_dir(folder).ok()?.flatten().map(|entry| entry.path()).collect();
    entries.iter().find_map(|path| {
        let is_it = path.file_name().is_some_and(|found| found == name);
        if is_it {
            Some(path.clone())
        } else if path.is_dir() {
            find(path, name)
        } else {
            None
        }
    })
}
