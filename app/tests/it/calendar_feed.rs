//! A member's days in their calendar program: by a private address, until it is taken back; with nothing that is not theirs.

use crate::cases::decision::{Heard, heard_of, id};
use crate::foreign;
use crate::harness::{Browser, Copy, Page, each};
use crate::portal::{must, prepared};
use crate::reports::{name_recipients, office};

/// No line of a calendar holds it.
const LONG: &str = "The long road of a sentence: مفاتيح المكتب وبطاقات الدخول كلها، ثم الأجهزة";

async fn given(member: &mut Browser) -> String {
    member.post("/settings/calendar-feed", &[]).await.link("/calendar-feed/")
}

async fn read(copy: &Copy, address: &str) -> Page {
    copy.browser().get(address).await
}

#[tokio::test]
async fn a_calendar_program_reads_a_members_own_days_until_the_address_is_taken_back() {
    for mut heard in heard_of(2).await {
        prepared(&mut heard).await;
        let Heard { copy, mut owner, mut sara, case, .. } = heard;
        for (whose, words) in [("Reem", "Return the samples, all; each\\"), ("Sara", LONG)] {
            let whose = id(&copy, whose).await;
            let form = [("what", "own"), ("words", words), ("side", "ours"), ("owner", &whose)];
            let form = [&form[..], &[("on", "2026-12-10"), ("basis", "promise")]].concat();
            must(&mut owner, &case, "obligation", &form).await;
        }
        let address = given(&mut owner).await;
        let secret = address.split('/').nth(2).expect("a secret").to_owned();
        owner.get("/settings").await.hides(&secret).says("Not read yet.");
        assert_ne!(copy.text("SELECT token_hash FROM calendar_feeds").await, secret, "only its digest is kept");
        let page = read(&copy, &address).await;
        assert_eq!(page.status, 200);
        assert_eq!(page.header("content-type"), Some("text/calendar; charset=utf-8"));
        assert_eq!(page.header("referrer-policy"), Some("no-referrer"));
        page.says("DTSTART;VALUE=DATE:20261210").says("REFRESH-INTERVAL;VALUE=DURATION:PT12H");
        owner.get("/settings").await.says("Last read on");
        understood(&page, "Nakhla: Return the samples, all; each\\");
        page.hides("The long road");
        let of_hers = given(&mut sara).await;
        understood(&read(&copy, &of_hers).await, LONG);
        let other = given(&mut owner).await;
        assert_eq!(read(&copy, &address).await.status, 404, "a new address ends the one before");
        assert_eq!(read(&copy, &other).await.status, 200);
        must(&mut owner, "", "settings/calendar-feed/revocation", &[]).await;
        assert_eq!(read(&copy, &other).await.status, 404);
        assert_eq!(read(&copy, "/calendar-feed/x/days.ics").await.status, 404);
        copy.sql("UPDATE members SET left_at = '2026-11-20T00:00:00Z' WHERE name = 'Sara'").await;
        assert_eq!(read(&copy, &of_hers).await.status, 404, "who left has no days here");
    }
}

/// Returns what a calendar says of the entry that names something.
fn entry(page: &Page, named: &str) -> String {
    let at = page.body.find(named).expect("it is in the calendar");
    page.body[at..].split("END:VEVENT").next().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn a_member_is_reminded_on_the_working_days_of_the_place_where_they_work() {
    for mut heard in heard_of(2).await {
        prepared(&mut heard).await;
        let Heard { copy, mut owner, mut sara, case, .. } = heard;
        let her = id(&copy, "Sara").await;
        let form = [("what", "own"), ("words", "The samples"), ("side", "ours"), ("owner", &her)];
        must(&mut owner, &case, "obligation", &[&form[..], &[("on", "2026-12-13"), ("basis", "promise")]].concat())
            .await;
        let address = given(&mut sara).await;
        // A Sunday: the working day before is Thursday in Riyadh, and Friday in Dubai.
        let found = entry(&read(&copy, &address).await, "The samples");
        assert!(found.contains("TRIGGER:-P3D") && !found.contains("TRIGGER:-P2D"), "{found}");
        must(&mut sara, "", "settings/place", &[("place", "AE")]).await;
        sara.get("/settings").await.says("<option value=\"AE\" selected>");
        let found = entry(&read(&copy, &address).await, "The samples");
        assert!(found.contains("TRIGGER:-P2D") && !found.contains("TRIGGER:-P3D"), "{found}");
        assert_eq!(sara.post("/settings/place", &[("place", "XX")]).await.status, 400, "nobody vouches for it");
        assert_eq!(sara.post(&format!("/members/{her}/place"), &[("place", "SA")]).await.status, 403);
        must(&mut owner, "", &format!("members/{her}/place"), &[("place", "")]).await;
        let found = entry(&read(&copy, &address).await, "The samples");
        assert!(found.contains("TRIGGER:-P3D"), "the firm's again: {found}");
    }
}

/// Asserts that a reader that is not ours finds a whole day with a title and five alarms, and nothing that it cannot read.
fn understood(page: &Page, title: &str) {
    let Some(calendar) = foreign::calendar(&page.bytes) else { return };
    assert!(calendar.faults.is_empty() && calendar.name == "My days", "{calendar:?}");
    let mut uids: Vec<&str> = calendar.events.iter().map(|event| event.uid.as_str()).collect();
    uids.sort_unstable();
    uids.dedup();
    assert_eq!(uids.len(), calendar.events.len(), "each day has a name of its own");
    let event = calendar.events.iter().find(|event| event.title.ends_with(title));
    let event = event.unwrap_or_else(|| panic!("no {title}: {calendar:?}"));
    assert_eq!((event.on.as_str(), event.until.as_str()), ("2026-12-10", "2026-12-11"));
    assert_eq!(event.note, "Ours");
    // Thirty, fourteen, seven, three and one business days before Thursday 10 December 2026 in Riyadh.
    assert_eq!(event.alarms, [42, 18, 9, 3, 1]);
}

#[tokio::test]
async fn a_restricted_case_is_in_no_feed() {
    for copy in each().await {
        let mut office = office(&copy).await;
        name_recipients(&copy, &mut office.reem, &["Huda", "Omar", "Reem"]).await;
        crate::absence::records(&mut office.reem).await;
        let [owner, reader] = [given(&mut office.reem).await, given(&mut office.huda).await];
        let before = [read(&copy, &owner).await.body, read(&copy, &reader).await.body];
        crate::absence::worked_on(&copy, &mut office).await;
        assert_eq!([read(&copy, &owner).await.body, read(&copy, &reader).await.body], before);
    }
}
