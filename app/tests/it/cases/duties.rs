//! What both sides owe through the pages: suggested, taken up, settled in its order; the plan and its calendar.

use super::decision::{Heard, end, heard_of};
use crate::harness::{Browser, Copy, Page};
use std::collections::BTreeMap;

/// Brings a case to the preparation of its end, in a firm whose place is Saudi Arabia.
pub async fn preparing() -> Vec<(Copy, Browser, Browser, String)> {
    let mut all = vec![];
    for Heard { copy, mut owner, sara, key: _, case } in heard_of(2).await {
        let talk = [("way", "held"), ("on", "2026-11-01"), ("text", "they asked for time")];
        assert_eq!(owner.post(&format!("{case}/talk"), &talk).await.status, 303);
        let signature = end(&[("go", "sign"), ("signature", "Reem"), ("sure", "1")]);
        assert_eq!(owner.post(&format!("{case}/decision"), &signature).await.status, 303);
        let entered = owner.post(&format!("{case}/stage"), &[("stage", "preparing_exit")]).await;
        assert_eq!(entered.status, 303, "{}", entered.body);
        all.push((copy, owner, sara, case));
    }
    all
}

pub const PLAN: [(&str, &str); 7] = [
    ("profile", "agency"),
    ("notice_on", "2026-11-29"),
    ("received_on", "2026-11-30"),
    ("effective_on", "2027-01-31"),
    ("payment_days", "30"),
    ("law_days", ""),
    ("difficulty", "hard"),
];

pub async fn done(browser: &mut Browser, path: &str, form: &[(&str, &str)]) {
    let page = browser.post(path, form).await;
    assert_eq!(page.status, 303, "{path}: {}", page.body);
}

/// Returns the value of a suggestion by what it begins with.
pub fn offered(page: &Page, begins: &str) -> String {
    let mark = format!("name=\"take\" value=\"{begins}");
    let at = page.body.find(&mark).unwrap_or_else(|| panic!("{begins} is not suggested: {}", page.body));
    let value = &page.body[at + "name=\"take\" value=\"".len()..];
    value.split('"').next().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn suggestions_are_taken_up_by_a_person_and_settled_in_their_order() {
    for (copy, mut owner, mut sara, case) in preparing().await {
        let ledger = format!("{case}/part/obligations");
        owner.get(&ledger).await.says("Nothing is in the register yet").hides("name=\"take\"");
        done(&mut owner, &format!("{case}/end-plan"), &PLAN).await;
        let page = owner.get(&ledger).await;
        page.says("usual in the profession").says("Handover pack").hides("Trust account");
        // Taken up by nobody, nothing stands in the register.
        page.says("Nothing is in the register yet");
        let (pack, served) = (offered(&page, "HND-01"), offered(&page, "CON-01"));
        done(&mut owner, &ledger, &[("take", &pack), ("take", &served)]).await;
        let page = owner.get(&ledger).await;
        page.says("2 obligations are open").says("Proof: acknowledgement of receipt").says("First:");
        assert!(!page.body.contains(&format!("value=\"{pack}\"")), "what was taken up is not suggested again");
        let ids = [number_of(&copy, &case, "HND-01").await, number_of(&copy, &case, "CON-01").await];
        let settle = |id: &str| {
            vec![
                ("obligation", id.to_owned()),
                ("way", "proved".to_owned()),
                ("on", "2026-11-20".to_owned()),
                ("text", "m-9@firm".to_owned()),
            ]
        };
        let form = settle(&ids[0]);
        let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let path = format!("{case}/obligation-settled");
        let early = owner.post(&path, &form).await;
        assert_eq!(early.status, 422);
        early.says("First comes").says("Notices served in the form").says("m-9@firm");
        let form = settle(&ids[1]);
        let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let other = sara.post(&path, &form).await;
        assert!(other.status == 422 || other.status == 404, "{}", other.body);
        done(&mut owner, &path, &form).await;
        owner.get(&ledger).await.says("one obligation is open").says("done, ");
        // What is settled stays.
        assert_eq!(owner.post(&path, &form).await.status, 422);
        let mut moved =
            vec![("obligation", ids[0].as_str()), ("until", "2027-02-03"), ("text", "the successor is ill")];
        done(&mut owner, &format!("{case}/obligation-due"), &moved).await;
        owner.get(&format!("{case}/part/plan")).await.says("the successor is ill").says("What slipped");
        moved[1].1 = "never";
        assert_eq!(owner.post(&format!("{case}/obligation-due"), &moved).await.status, 422);
        owner.get(&case).await.says("took into the register").says("the successor is ill");
    }
}

/// Returns the number under which a code stands in the register.
async fn number_of(copy: &Copy, case: &str, code: &str) -> String {
    let own = case.rsplit('/').next().unwrap_or_default();
    let plain = copy
        .text(&format!(
            "SELECT plain FROM case_entries WHERE case_id = '{own}' AND name = 'ObligationAdded' AND plain LIKE '%{code}%'"
        ))
        .await;
    let read: serde_json::Value = serde_json::from_str(&plain).expect("plain data");
    read["obligation"]["id"].to_string()
}

#[tokio::test]
async fn accesses_and_data_go_step_by_step() {
    for (_copy, mut owner, _sara, case) in preparing().await {
        let (access, holdings) = (format!("{case}/part/access"), format!("{case}/part/holdings"));
        owner.get(&access).await.says("Nobody has listed our accesses yet");
        owner.get(&holdings).await.says("Nobody has listed where the client");
        let host = [("text", "shop host <x>"), ("kind", "hosting"), ("holder", ""), ("owned", "yes")];
        done(&mut owner, &format!("{case}/access"), &host).await;
        owner.get(&access).await.says("shop host &#60;x&#62;").says("One access").says("Handed over");
        let step = |step: &'static str| [("access", "1"), ("step", step), ("on", "2026-11-20")];
        let path = format!("{case}/access-step");
        let early = owner.post(&path, &step("removed")).await;
        assert_eq!(early.status, 422);
        early.says("handed over first");
        done(&mut owner, &path, &step("transferred")).await;
        done(&mut owner, &path, &step("tested")).await;
        let folder = [("text", "shared folder"), ("place", "drive"), ("fate", "returned"), ("personal", "no")];
        done(&mut owner, &format!("{case}/holding"), &folder).await;
        let unread = owner.post(&path, &step("removed")).await;
        assert_eq!(unread.status, 422);
        unread.says("was not read back yet");
        let hash = "ab".repeat(32);
        let at = format!("{case}/holding-step");
        let mut form = vec![("holding", "1"), ("step", "copied"), ("on", "2026-11-20"), ("sha256", "short")];
        assert_eq!(owner.post(&at, &form).await.status, 422);
        form[3].1 = &hash;
        done(&mut owner, &at, &form).await;
        form[1].1 = "read_back";
        done(&mut owner, &at, &form).await;
        done(&mut owner, &path, &step("removed")).await;
        owner.get(&access).await.says("No access of ours is left");
        owner.get(&holdings).await.says("read back ").says("one place");
    }
}

#[tokio::test]
async fn the_plan_stands_in_both_languages_and_as_a_calendar() {
    for (_copy, mut owner, _sara, case) in preparing().await {
        let path = format!("{case}/part/plan");
        owner.get(&path).await.says("There is no plan yet").says("Nothing can be dated");
        done(&mut owner, &format!("{case}/end-plan"), &PLAN).await;
        let page = owner.get(&path).await;
        page.says("Sunday 31 January 2027").says("class=\"crit-b\"").says("role=\"img\"").says("84 days");
        page.says("by how hard we are to replace").says("tl-list").says("notice counts as received");
        // Stated anew, it asks why, and tells what slipped.
        let mut later = PLAN.to_vec();
        later[3].1 = "2027-02-07";
        assert_eq!(owner.post(&format!("{case}/end-plan"), &later).await.status, 422);
        later.push(("text", "they asked for a week"));
        done(&mut owner, &format!("{case}/end-plan"), &later).await;
        owner.get(&path).await.says("5 business days later").says("they asked for a week");
        let own =
            [("what", "own"), ("words", "Return the samples, all; each"), ("side", "ours"), ("owner", "relationship")];
        let own = [own.as_slice(), &[("on", "2027-01-31"), ("basis", "promise")]].concat();
        done(&mut owner, &format!("{case}/obligation"), &own).await;
        let file = owner.get(&format!("{path}.ics")).await;
        let events = parsed(&file.body);
        let samples = events.iter().find(|event| event.fields["SUMMARY"].contains("Return the samples"));
        let samples = samples.expect("an own obligation of whoever leads");
        assert!(samples.fields["SUMMARY"].ends_with("Return the samples\\, all\\; each"), "{:?}", samples.fields);
        assert_eq!(samples.fields["DTSTART;VALUE=DATE"], "20270131");
        // Thirty, fourteen, seven, three and one business days before Sunday 31 January 2027 in Riyadh.
        assert_eq!(samples.alarms, ["-P42D", "-P20D", "-P11D", "-P5D", "-P3D"]);
        assert!(events.len() >= 5, "the days of the end stand in it, too");
        owner.post("/language", &[("language", "ar"), ("back", &path)]).await;
        owner.get(&path).await.says("خطة الإنهاء").says("المسار الحرج");
        owner.get(&format!("{case}/part/obligations")).await.says("ما علينا وما عليهم").says("معتاد في المهنة");
    }
}

/// An event of a calendar: its fields by name, and its alarms.
#[derive(Default)]
struct Event {
    fields: BTreeMap<String, String>,
    alarms: Vec<String>,
}

/// Reads a calendar as RFC 5545 says: lines end in CRLF and have at most 75 bytes, what is folded is joined, what is begun
/// is ended in order, and an event has its own name, stamp and beginning.
fn parsed(file: &str) -> Vec<Event> {
    assert!(file.ends_with("\r\n") && file.matches('\n').count() == file.matches("\r\n").count());
    assert!(file.split("\r\n").all(|line| line.len() <= 75), "a line is too long");
    let whole = file.replace("\r\n ", "");
    let (mut open, mut events, mut event): (Vec<&str>, Vec<Event>, Event) = (vec![], vec![], Event::default());
    for line in whole.lines() {
        let (name, value) = line.split_once(':').unwrap_or_else(|| panic!("no property: {line}"));
        match (name, open.last().copied()) {
            ("BEGIN", _) => open.push(value),
            ("END", last) => {
                assert_eq!(last, Some(value), "ended out of order");
                open.pop();
                if value == "VEVENT" {
                    for needed in ["UID", "DTSTAMP", "DTSTART;VALUE=DATE", "SUMMARY"] {
                        assert!(event.fields.contains_key(needed), "{needed} is missing");
                    }
                    events.push(std::mem::take(&mut event));
                }
            }
            ("TRIGGER", Some("VALARM")) => event.alarms.push(value.to_owned()),
            (_, Some("VEVENT")) => {
                let twice = event.fields.insert(name.to_owned(), value.to_owned());
                assert_eq!(twice, None, "{name} stands twice");
            }
            (_, Some("VCALENDAR" | "VALARM")) => {}
            (_, within) => panic!("{line} within {within:?}"),
        }
    }
    assert!(open.is_empty(), "not ended: {open:?}");
    let uids: std::collections::BTreeSet<&String> = events.iter().map(|event| &event.fields["UID"]).collect();
    assert_eq!(uids.len(), events.len(), "two events share a name");
    events
}

#[tokio::test]
async fn an_end_with_an_insolvent_client_is_counsels_first() {
    for (_copy, mut owner, mut sara, case) in preparing().await {
        let (client, part) = (case.split("/cases/").next().unwrap_or_default(), format!("{case}/part"));
        owner.get(&part).await.hides("said to be insolvent");
        let stated = [("kind", "insolvency"), ("on", "2026-11-01"), ("basis", "the court's gazette")];
        done(&mut owner, &format!("{client}/account/particulars/new"), &stated).await;
        owner.get(&part).await.says("said to be insolvent").says("counsel");
        sara.get(&part).await.hides("said to be insolvent");
    }
}
