//! `exit simulate` as people and programs use it: exit codes, sentences in both languages, figures, and what is wrong
//! with a file.

use crate::cli::{khitam, said};
use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Command, Output};

pub const PLAN: &str = "
currency = \"SAR\"
seed = 20261122
cash = 5000
reserve = 2000
fixed_cost_monthly = 2000
other_contribution_monthly = 1000
[client]
contribution_monthly = 1000
[replacement]
contribution_monthly = 1000
mean_months = 4
[repair]
success = 0.5
uplift_monthly = 400
cost = 500
months = 3
";

fn simulate(text: &str, words: &[&str]) -> Output {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("plan.toml");
    std::fs::write(&file, text).expect("written");
    run(folder.path(), &file, words)
}

fn run(folder: &Path, file: &Path, words: &[&str]) -> Output {
    let file = file.to_str().expect("a path");
    khitam(folder, &[&["exit", "simulate", file], words].concat())
}

#[test]
fn figures_for_programs_are_the_same_for_the_same_seed() {
    let (first, second) = (simulate(PLAN, &["--json"]), simulate(PLAN, &["--json", "--lang", "ar"]));
    assert_eq!((first.status.code(), &first.stdout), (Some(0), &second.stdout));
    let json: serde_json::Value = serde_json::from_slice(&first.stdout).expect("JSON");
    let scenarios = json["scenarios"].as_object().expect("by name");
    let given: BTreeSet<&str> = scenarios.keys().map(String::as_str).collect();
    assert_eq!(given, BTreeSet::from(["keep", "repair", "end_now"]), "only those that were given");
    let end = &scenarios["end_now"];
    let below = end["p_cash_below_zero"].as_f64().expect("a share");
    assert!((below - (-1.25f64).exp()).abs() < 0.0138, "{below}");
    assert_eq!(end["cash"].as_array().map(Vec::len), Some(24));
    assert_eq!(end["cash"][0]["month"], 1);
    for key in ["p_cash_below_reserve", "se", "first_negative_month", "peak_shortfall", "break_even_month", "npv"] {
        assert!(end.get(key).is_some(), "{key}");
    }
    assert!(json["indifference_months"].is_number() && json["tornado"].is_array());
    let other = simulate(&PLAN.replace("20261122", "1"), &["--json"]);
    assert_ne!(other.stdout, first.stdout);
}

#[test]
fn people_read_sentences_in_their_language() {
    for (words, says) in [
        (&["--lang", "en"][..], ["End now, with notice", "of 100", "Talk with the client first"]),
        (&["--lang", "ar"], ["الإنهاء الآن بإشعار", "من كل 100", "فالحديث مع العميل أولاً"]),
    ] {
        let output = simulate(PLAN, words);
        let told = said(&output.stdout);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output.stderr));
        assert!(says.iter().all(|says| told.contains(says)) && !told.contains("[exit"), "{told}");
    }
}

#[test]
fn what_is_wrong_is_said_with_place_and_remedy() {
    let bad = PLAN.replace("success = 0.5", "succes = 45").replace("cash = 5000", "cash = nan");
    let output = simulate(&bad, &[]);
    assert_eq!((output.status.code(), output.stdout.len()), (Some(1), 0));
    let told = said(&output.stderr);
    for says in
        ["cash, line 4", "repair.succes, line 14", "Perhaps repair.success", "repair.success: The figure is missing"]
    {
        assert!(told.contains(says), "{says}: {told}");
    }
    let arabic = said(&simulate(&bad, &["--lang", "ar"]).stderr);
    assert!(arabic.contains("cash، السطر 4") && arabic.contains("الخطوة التالية"), "{arabic}");
    let json = simulate(&bad, &["--json"]);
    let errors: serde_json::Value = serde_json::from_slice(&json.stdout).expect("JSON");
    assert_eq!((json.status.code(), &errors["errors"][0]["code"]), (Some(1), &"not_finite".into()));
    assert_eq!(errors["errors"][0]["line"], 4);
    for (text, code) in [("cash = [", 1), ("horizon_months = 99999999999", 1), ("", 1)] {
        assert_eq!(simulate(text, &["--json"]).status.code(), Some(code), "{text}");
    }
    let folder = tempfile::tempdir().expect("a folder");
    assert_eq!(run(folder.path(), &folder.path().join("none.toml"), &[]).status.code(), Some(1));
    std::fs::write(folder.path().join("latin"), [0xff, 0xfe, b'x', 0]).expect("written");
    assert_eq!(run(folder.path(), &folder.path().join("latin"), &[]).status.code(), Some(1));
    let without = Command::new(env!("CARGO_BIN_EXE_khitam")).args(["exit", "simulate"]).output().expect("it starts");
    assert_eq!(without.status.code(), Some(2));
}
