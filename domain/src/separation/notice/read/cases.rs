//! What files say, and what is wrong with those that cannot be used.

use super::super::*;
use super::read;
use crate::record::NoticeUnit;
use jiff::civil::{date, time};

const PLAIN: &str = r#"{
  "sent_at": "2026-01-15T17:40",
  "from": "EG",
  "to": "AE",
  "method": "email",
  "length": 6,
  "unit": "business_day"
}"#;

/// Returns the file of the design's line, with everything it may say.
const WHOLE: &str = r#"{"sent_at":"2026-01-15T17:40","from":"EG","to":"AE","method":"email",
"deemed":{"rule":"nth_business_day","n":2,"cutoff":"17:00"},"length":6,"unit":"business_day",
"calendars":"recipient","clear_days":true,"start":"first_of_next_month","align":"term_anniversary","roll":"following",
"term_ends_on":"2026-12-31","term_starts_on":"2025-01-01","not_less_than_before_end":{"length":60,"unit":"day"},
"holidays":[{"place":"EG","on":"2026-01-25","certainty":"fixed"}]}"#;

fn sound(text: &str) -> Terms {
    read(text).unwrap_or_else(|errors| panic!("{errors:?}"))
}

#[test]
fn what_is_not_said_has_a_default() {
    let terms = sound(PLAIN);
    assert_eq!((terms.deemed, terms.deemed_by_default), (Deemed::NextBusinessDay, true));
    assert_eq!((terms.calendars, terms.start, terms.align), (Calendars::Both, Start::DayAfter, Align::None));
    assert_eq!((terms.roll, terms.clear_days, terms.packs), (Roll::None, false, false));
    assert_eq!((terms.term_ends_on, terms.not_less_than_before_end, terms.holidays), (None, None, vec![]));
    let with = |method: &str| sound(&PLAIN.replace("email", method)).deemed;
    assert_eq!((with("hand"), with("portal")), (Deemed::SameDay { cutoff: None }, Deemed::OnReceipt));
}

#[test]
fn everything_that_may_be_said_is_read() {
    let terms = sound(WHOLE);
    assert_eq!((terms.deemed, terms.deemed_by_default), (Deemed::NthBusinessDay(2), false));
    assert_eq!((terms.calendars, terms.start), (Calendars::Recipient, Start::FirstOfNextMonth));
    assert_eq!((terms.align, terms.roll, terms.clear_days), (Align::TermAnniversary, Roll::Following, true));
    assert_eq!(terms.not_less_than_before_end, Some(Length { count: 60, unit: NoticeUnit::Day }));
    assert_eq!(terms.holidays.len(), 1);
    let cutoff = sound(&WHOLE.replace("nth_business_day", "same_day")).deemed;
    assert_eq!(cutoff, Deemed::SameDay { cutoff: Some(time(17, 0, 0, 0)) });
    let bare = sound(&WHOLE.replace(r#"{"length":60,"unit":"day"}"#, "60"));
    assert_eq!(bare.not_less_than_before_end, terms.not_less_than_before_end);
    assert_eq!(sound(&PLAIN.replace("\"AE\"", "\"UK\"")).to.place, "GB");
    let nothing = WHOLE.replace("\"2026-12-31\"", "null").replace("6,\"unit", "6.0,\"unit");
    assert_eq!(sound(&nothing).term_ends_on, None);
}

#[test]
fn the_senders_clock_is_set_to_the_recipients() {
    let at = |sent: &str| sound(&PLAIN.replace("2026-01-15T17:40", sent)).sent.at;
    // Half past eleven in the evening in Cairo is half past one of the next day in Dubai.
    assert_eq!(at("2026-01-15T23:30"), date(2026, 1, 16).at(1, 30, 0, 0));
    assert_eq!(at("2026-01-15 23:30:10"), date(2026, 1, 16).at(1, 30, 10, 0));
    // In summer Cairo is an hour nearer.
    assert_eq!(at("2026-07-15T23:30"), date(2026, 7, 16).at(0, 30, 0, 0));
    assert_eq!(at("2026-01-15T21:30Z"), date(2026, 1, 16).at(1, 30, 0, 0));
    assert_eq!(at("2026-01-15T23:30+02:00"), date(2026, 1, 16).at(1, 30, 0, 0));
    let zoned = PLAIN.replace("\"email\"", "\"email\", \"from_zone\": \"Europe/London\", \"to_zone\": \"Asia/Riyadh\"");
    assert_eq!(sound(&zoned).sent.at, date(2026, 1, 15).at(20, 40, 0, 0));
    let notice = compute(&sound(&PLAIN.replace("T17:40", "T23:30")));
    assert_eq!(notice.trace[0].step, StepKind::LocalTime);
    assert_eq!(notice.trace[0].rule, "Africa/Cairo Asia/Dubai");
    // Two clocks, one office: an hour that comes twice is taken at its second coming.
    let twice = PLAIN.replace("2026-01-15T17:40", "2026-10-25T01:30").replace("\"EG\"", "\"GB\"");
    assert_eq!(sound(&twice).sent.at, date(2026, 10, 25).at(5, 30, 0, 0));
}

#[test]
fn holidays_of_the_packs_are_used_if_asked_for() {
    let asked = PLAIN.replace("\"method\"", "\"pack_holidays\": true, \"method\"").replace("\"AE\"", "\"EG\"");
    let notice = compute(&sound(&asked));
    // Received on Sunday the 18th; six business days would end on Monday the 26th, but Sunday the 25th is a holiday.
    assert_eq!(notice.effective_on, Some(vectors::day("2026-01-27")));
    assert!(notice.trace.iter().any(|step| step.step == StepKind::Skipped && step.from == "2026-01-25"));
    assert_eq!(compute(&sound(&PLAIN.replace("\"AE\"", "\"EG\""))).effective_on, Some(vectors::day("2026-01-26")));
    let unlisted = compute(&sound(&asked.replace("\"to\": \"EG\"", "\"to\": \"FR\"")));
    assert_eq!((unlisted.trace[0].step, unlisted.trace[0].from.as_str()), (StepKind::Unlisted, "FR"));
}

/// Checks the first fault of a file: its path, its place, its code.
#[track_caller]
fn check(text: &str, path: &str, spot: (u32, u32), code: &str) {
    let errors = read(text).expect_err(text);
    let found = &errors[0];
    let at = found.spot.map(|spot| (spot.line, spot.column));
    assert_eq!((found.path.as_str(), at, found.wrong.code()), (path, Some(spot), code), "{errors:?}");
}

#[test]
fn each_fault_is_named_with_its_place() {
    let set = |from: &str, to: &str| PLAIN.replace(from, to);
    check("", "", (1, 1), "unreadable");
    check("{\n  \"length\": 6,,\n}", "", (2, 15), "unreadable");
    check("[]", "", (1, 1), "not_object");
    check(&set("\"unit\"", "\"units\""), "units", (7, 12), "unknown");
    check(&set("\"length\": 6", "\"length\": 6, \"length\": 7"), "length", (6, 16), "twice");
    check(&set("6", "6.5"), "length", (6, 13), "not_whole");
    check(&set("6,", "\"6\","), "length", (6, 13), "not_whole");
    check(&set("6", "0"), "length", (6, 13), "below");
    check(&set("6", "-3"), "length", (6, 13), "below");
    check(&set("6", "9999"), "length", (6, 13), "above");
    check(&set("business_day", "fortnight"), "unit", (7, 11), "not_one_of");
    check(&set("\"EG\"", "\"DJ\""), "from", (3, 11), "not_place");
    check(&set("\"EG\"", "7"), "from", (3, 11), "not_text");
    check(&set("email", "pigeon"), "method", (5, 13), "not_one_of");
    check(&set("email", "courier"), "method", (5, 13), "no_rule");
    check(&set("T17:40", ""), "sent_at", (2, 14), "not_moment");
    check(&set("01-15T", "02-30T"), "sent_at", (2, 14), "not_day");
    check(&set("17:40", "25:40"), "sent_at", (2, 14), "not_moment");
    check(&set("2026", "1826"), "sent_at", (2, 14), "outside_years");
    // Cairo put its clocks forward at midnight of Friday 24 April 2026.
    check(&set("2026-01-15T17:40", "2026-04-24T00:30"), "sent_at", (2, 14), "skipped_time");
    check(&set("\"email\"", "\"email\", \"to_zone\": \"Mars/Olympus\""), "to_zone", (5, 33), "not_zone");
    check(&set("\"unit\"", "\"clear_days\": \"yes\", \"unit\""), "clear_days", (7, 17), "not_flag");
    check(&set("business_day", "hijri_month").replace("2026-01-15", "2077-01-15"), "length", (6, 13), "beyond_table");
    let missing = read("{}").expect_err("nothing is there");
    let paths: Vec<&str> = missing.iter().map(|error| error.path.as_str()).collect();
    assert_eq!(paths, ["from", "to", "method", "length", "unit"], "and the sending, once there are places");
}

#[test]
fn a_file_full_of_faults_is_answered_with_the_first_hundred() {
    let names: Vec<String> = (0..50_000).map(|n| format!("\"x{n}\": 1, \"twice\": 2")).collect();
    let errors = read(&format!("{{{}}}", names.join(",\n"))).expect_err("nothing of it is known");
    assert_eq!(errors.len(), 100);
    let deep = format!("{{\"from\": {}{}}}", "[".repeat(5_000), "]".repeat(5_000));
    check(&deep, "", (1, 136), "unreadable");
}

#[test]
fn each_fault_of_a_part_is_named_with_its_place() {
    let set = |from: &str, to: &str| WHOLE.replace(from, to);
    check(&set("\"n\":2,", ""), "deemed.n", (2, 10), "missing");
    check(&set("\"n\":2", "\"n\":0"), "deemed.n", (2, 41), "below");
    check(&set("17:00", "5 pm"), "deemed.cutoff", (2, 52), "not_time");
    check(&set("\"cutoff\"", "\"cut_off\""), "deemed.cut_off", (2, 53), "unknown");
    check(&set("\"rule\":\"nth_business_day\",", ""), "deemed.rule", (2, 10), "missing");
    check(&set("2026-12-31", "31/12/2026"), "term_ends_on", (4, 16), "not_day");
    check(&set("2026-12-31", "2024-12-31"), "term_ends_on", (4, 16), "before");
    check(&set("\"2025-01-01\"", "null"), "align", (3, 81), "needs");
    check(&set("first_of_next_month", "billing_anniversary"), "start", (3, 51), "needs");
    let most = "\"not_more_than_before_end\":";
    let edge = |days: &str| set("\"not_less", &format!("{most}{days},\"not_less"));
    check(&edge("0"), "not_more_than_before_end", (4, 86), "below");
    check(&edge("40"), "not_more_than_before_end", (4, 86), "shuts");
    check(&edge("90").replace("\"2026-12-31\"", "null"), "not_more_than_before_end", (4, 78), "needs");
    assert_eq!(sound(&edge("90")).not_more_than_before_end, Some(Length { count: 90, unit: NoticeUnit::Day }));
    let term = |more: &str| set("\"roll\"", &format!("\"ends_with\":\"term\"{more},\"roll\""));
    let no_end = read(&term("").replace("\"2026-12-31\"", "null")).expect_err("a term that is left to run out ends");
    assert_eq!((no_end[0].path.as_str(), no_end[0].wrong.code()), ("term_ends_on", "missing"));
    let late = read(&term("").replace("2026-01-15", "2026-12-15")).expect_err("too late, and no next term is known");
    assert_eq!((late[0].path.as_str(), late[0].wrong.code()), ("renews_for", "next_term"));
    let arrives = read(&term("").replace("nth_business_day", "on_receipt")).expect_err("it may come too late");
    assert_eq!((arrives[0].path.as_str(), arrives[0].wrong.code()), ("renews_for", "next_term"));
    let alone = term(",\"renews\":false").replace("\"length\":6,", "");
    assert_eq!(compute(&sound(&alone)).effective_on, Some(vectors::day("2026-12-31")), "no length is asked for");
    let known =
        sound(&term(",\"renews_for\":{\"length\":1,\"unit\":\"year\"}").replace("nth_business_day", "on_receipt"));
    assert_eq!((known.ends_with, known.renews), (EndsWith::Term, true));
    check(&set("{\"length\":60,\"unit\":\"day\"}", "true"), "not_less_than_before_end", (4, 86), "not_whole");
    check(&set("\"length\":60,", ""), "not_less_than_before_end.length", (4, 86), "missing");
    check(&set("[{\"place\"", "[3, {\"place\""), "holidays[0]", (5, 13), "not_object");
    check(&set("2026-01-25", "2026-01-32"), "holidays[0].on", (5, 32), "not_day");
    check(&set("\"fixed\"", "\"sure\""), "holidays[0].certainty", (5, 57), "not_one_of");
    check(&set("\"place\":\"EG\",", ""), "holidays[0].place", (5, 13), "missing");
}
