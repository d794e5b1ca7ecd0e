//! Inputs that cannot be used, each named with its place.

use super::super::{Confidence, InputError, Inputs, Key, Origin, Replacement, Time, Wrong, read};
use super::simulated;

const GOOD: &str = "cash = 1000
fixed_cost_monthly = 100
other_contribution_monthly = 50
[client]
contribution_monthly = 60
";

#[track_caller]
fn check(text: &str, expected: &[(&str, Option<u32>, Wrong)]) {
    let errors = read(text).err().unwrap_or_default();
    let expected: Vec<InputError> = expected
        .iter()
        .map(|(path, line, wrong)| InputError { path: (*path).to_owned(), line: *line, wrong: wrong.clone() })
        .collect();
    assert_eq!(errors, expected, "{text}");
}

#[test]
fn what_is_wrong_is_named_with_its_line() {
    let missing = |path| (path, None, Wrong::Missing);
    let needed = ["cash", "fixed_cost_monthly", "other_contribution_monthly", "client.contribution_monthly"];
    check("", &needed.map(missing));
    check(GOOD, &[]);
    let with = |more: &str| format!("{GOOD}{more}");
    check(&with("write_off_share = 1.5"), &[("client.write_off_share", Some(6), Wrong::Above(1.0))]);
    check(&with("receivable = -1"), &[("client.receivable", Some(6), Wrong::Below(0.0))]);
    check(&with("receivable = nan"), &[("client.receivable", Some(6), Wrong::NotFinite)]);
    check(&with("notice_months = 1.5"), &[("client.notice_months", Some(6), Wrong::NotWhole)]);
    check(&with("notice_months = \"two\""), &[("client.notice_months", Some(6), Wrong::NotNumber)]);
    check(&with("notice_months = [1, 2]"), &[("client.notice_months", Some(6), Wrong::NotRange)]);
    let near = Wrong::Unknown { near: Some("client.receivable".into()) };
    check(&with("recievable = 5"), &[("client.recievable", Some(6), near)]);
    check(&format!("horizon_months = 100000\n{GOOD}"), &[("horizon_months", Some(1), Wrong::Above(120.0))]);
    check(&format!("draws = 0\n{GOOD}"), &[("draws", Some(1), Wrong::Below(1.0))]);
    check(&format!("seed = -4\n{GOOD}"), &[("seed", Some(1), Wrong::Below(0.0))]);
    check(&format!("seed = 1.5\n{GOOD}"), &[("seed", Some(1), Wrong::NotWhole)]);
    check(&format!("currency = \"SAX\"\n{GOOD}"), &[("currency", Some(1), Wrong::NotCurrency)]);
    check(
        &format!("client = 3\n{}", &GOOD[..GOOD.find("[client]").expect("there")]),
        &[("client", Some(1), Wrong::NotTable), ("client.contribution_monthly", None, Wrong::Missing)],
    );
}

#[test]
fn parts_and_lists_say_what_they_lack() {
    let with = |more: &str| format!("{GOOD}{more}");
    check(&with("[replacement]\ncontribution_monthly = 5"), &[("replacement.mean_months", None, Wrong::Missing)]);
    check(
        &with("[replacement]\ncontribution_monthly = 5\nmonths = []"),
        &[("replacement.months", Some(8), Wrong::Empty)],
    );
    check(
        &with("[replacement]\ncontribution_monthly = 5\nmean_months = 2\nmonths = [1]"),
        &[("replacement.months", None, Wrong::Beside("replacement.mean_months"))],
    );
    check(&with("[marketing]\nfactor = 2"), &[("marketing", None, Wrong::Needs("replacement"))]);
    check(
        &with("[repair]\nuplift_monthly = 5"),
        &[("repair.success", None, Wrong::Missing), ("repair.months", None, Wrong::Missing)],
    );
    check(&with("[[costs]]\nname = \"rent\"\nmonthly = 5"), &[("costs[0].avoidable", Some(6), Wrong::Missing)]);
    check(&with("[staged]"), &[("staged.steps", Some(6), Wrong::Missing)]);
    check(
        &with("[staged]\nsteps = [{ month = 4, share = 0.5 }, { month = 2, share = 0 }]"),
        &[("staged.steps", None, Wrong::Unordered)],
    );
    check(
        &with("[staged]\nsteps = [{ month = 0, share = 0.5 }]"),
        &[("staged.steps[0].month", Some(7), Wrong::Below(1.0))],
    );
    check(&with("exit_cost = { low = 5, high = 9 }"), &[("client.exit_cost.likely", Some(6), Wrong::Missing)]);
    check(&with("exit_cost = { low = 5, likely = 4, high = 9 }"), &[("client.exit_cost", Some(6), Wrong::Unordered)]);
    let unread = read("cash = ").err().unwrap_or_default();
    assert!(matches!(&unread[..], [InputError { line: Some(1), wrong: Wrong::Unreadable(_), .. }]), "{unread:?}");
}

#[test]
fn too_many_single_paths_are_refused() {
    let text = format!("draws = 1000000\nhorizon_months = 120\n{GOOD}exit_cost = [5, 6]");
    check(&text, &[("draws", None, Wrong::Above(20_000.0))]);
    check(&format!("draws = 1000000\nhorizon_months = 120\n{GOOD}"), &[]);
}

#[test]
fn says_where_figures_come_from() {
    let text = format!(
        "{GOOD}[replacement]
        contribution_monthly = 5
        months = [1, 2, 3, 4, 5, 6, 7, 8]
        [provenance]
        \"client.contribution_monthly\" = {{ origin = \"history\", confidence = \"high\", as_of = 2026-11-22 }}
        cash = {{ origin = \"history\" }}"
    );
    let stated = simulated(&text).inputs;
    let of =
        |key: Key| stated.iter().find(|stated| stated.key == key).map(|s| (s.origin, s.confidence)).expect("given");
    assert_eq!(of(Key::Contribution), (Origin::History, Confidence::High));
    assert_eq!(of(Key::Cash), (Origin::History, Confidence::Medium));
    assert_eq!(of(Key::OtherContribution), (Origin::Assumption, Confidence::Medium));
    assert_eq!(of(Key::Reserve), (Origin::Assumption, Confidence::Low));
    assert_eq!(of(Key::MeanMonths), (Origin::History, Confidence::High), "eight own wins are a history");
    let seven = simulated(&text.replace(", 8]", "]")).inputs;
    let seven = seven.iter().find(|stated| stated.key == Key::MeanMonths).expect("given");
    assert_eq!((seven.origin, seven.confidence), (Origin::Assumption, Confidence::Low));
    let wrong = text.replace("\"history\", confidence", "\"memory\", confidence");
    check(
        &wrong,
        &[("provenance.client.contribution_monthly.origin", Some(10), Wrong::NotOneOf(&["history", "assumption"]))],
    );
}

#[test]
fn inputs_from_elsewhere_are_checked_as_well() {
    let time = Time::Own(vec![f64::NAN]);
    let inputs = Inputs {
        cash: f64::INFINITY,
        replacement: Some(Replacement { time, ..Replacement::default() }),
        ..Inputs::default()
    };
    let errors: Vec<(String, Wrong)> =
        inputs.sound().err().unwrap_or_default().into_iter().map(|e| (e.path, e.wrong)).collect();
    for path in ["cash", "replacement.months[0]"] {
        assert!(errors.contains(&(path.to_owned(), Wrong::NotFinite)), "{errors:?}");
    }
}
