//! The pages of notice: the windows of contracts that renew, as a list and as a calendar, and the computation with its
//! steps; in both languages, with nothing yet, with faults, and while a screen is shared.

use crate::harness::{Browser, Copy, each};

/// Puts contracts into the store: one with a window, one without an end, one that ended, one that does not renew.
async fn contracts(copy: &Copy, owner: &mut Browser) -> String {
    copy.client("HB", "Harbour & Sons").await;
    copy.client("RW", "Riwaq").await;
    copy.sql("UPDATE clients SET country = 'GB' WHERE client = 'HB'").await;
    let today = copy.today().await;
    let ends = today.plus(150);
    for (client, id, ends, renews) in [
        ("HB", "C-16", format!("'{ends}'"), 1),
        ("RW", "C-10", "NULL".to_owned(), 1),
        ("RW", "C-11", format!("'{}'", today.plus(-20)), 1),
        ("RW", "C-12", format!("'{ends}'"), 0),
    ] {
        copy.sql(&format!(
            "INSERT INTO contracts (client, id, ends_on, notice_length, notice_unit, auto_renews, currency, source_id, source_line)
             VALUES ('{client}', '{id}', {ends}, 60, 'day', {renews}, 'SAR', 0, 0)"
        ))
        .await;
    }
    let _ = owner.get("/").await;
    ends.to_string()
}

#[tokio::test]
async fn windows_are_listed_and_what_is_missing_is_named() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        let none = owner.get("/notice").await;
        none.says("No contract in the records renews itself.").says("href=\"/notice/compute\"").hides("renewals.ics");
        let ends = contracts(&copy, &mut owner).await;
        let page = owner.get("/notice").await;
        page.says("The next window closes with").says("Harbour &#38; Sons").says(&format!("datetime=\"{ends}\""));
        page.says("/clients/HB/contracts/C-16").says("days are left").hides("C-12").hides("[renewals");
        page.says("do not say when its term ends").says("and renewed. Add the new end");
        page.says(&format!("to=GB&#38;length=60&#38;unit=day&#38;term_ends_on={ends}"));
        let mut member = copy.joins(&mut owner, "Lina", "member").await;
        assert_eq!(member.get("/notice").await.status, 200);
    }
}

#[tokio::test]
async fn the_calendar_has_an_entry_for_each_open_window() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        let ends = contracts(&copy, &mut owner).await;
        let file = owner.get("/notice/renewals.ics").await;
        assert_eq!(file.header("content-type"), Some("text/calendar; charset=utf-8"));
        assert_eq!(file.body.matches("BEGIN:VEVENT\r\n").count(), 1, "{}", file.body);
        let whole = file.body.replace("\r\n ", "");
        assert!(whole.contains(&format!("UID:HB-C-16-{ends}@khitam")), "{whole}");
        assert!(whole.contains("SUMMARY:Last lawful day to send notice: Harbour & Sons (C-16)"), "{whole}");
        // An alarm for a day off comes on the working day before, which is four days earlier at the most.
        for days in [120, 90, 60, 30] {
            let comes = |before: i32| whole.contains(&format!("TRIGGER:-P{before}D\r\n"));
            assert!((days..=days + 4).any(comes), "{days}: {whole}");
        }
        assert!(!whole.contains(['\u{2068}', '\u{2069}']), "{whole}");
    }
}

/// Six business days from Cairo to Dubai by e-mail, sent at half past eleven in the evening.
const ASKED: &str = "/notice/compute?from=EG&to=AE&sent_on=2026-01-15&sent_time=23%3A30&method=email&length=6&unit=business_day&term_ends_on=2026-12-31&before=60&before_unit=day";

#[tokio::test]
async fn a_notice_is_computed_and_read_aloud() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        let form = owner.get("/notice/compute").await;
        form.says("A few answers from the contract are enough").says("name=\"sent_on\"").hides("aria-invalid");
        form.says("<option value=\"SA\" selected>").hides("[notice");
        let page = owner.get(ASKED).await;
        assert_eq!(page.status, 200, "{}", page.body);
        // Half past one on Friday the 16th in Dubai; received on Monday the 19th. Both places work from Monday to Thursday.
        page.says("Monday 19 January 2026").says("Wednesday 28 January 2026").says("sender’s clock was");
        page.says("Friday 30 October 2026").says("Nobody has vouched for these holidays yet").hides("[notice");
        page.says("value=\"2026-01-15\"").says("<option value=\"EG\" selected>");
        assert_eq!(owner.post("/language", &[("language", "ar"), ("back", "/")]).await.status, 303);
        let page = owner.get(ASKED).await;
        page.says("تنتهي الخدمة يوم").says("الأربعاء").says("كيف حُسب").hides("[notice");
    }
}

#[tokio::test]
async fn what_is_wrong_stands_at_its_field() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        for (from, to, field, says) in [
            ("length=6", "length=six", "length", "A whole number is needed here"),
            ("length=6", "length=", "length", "An answer is needed here"),
            ("sent_on=2026-01-15", "sent_on=2026-02-30", "sent_on", "A day is needed here that exists"),
            ("sent_time=23%3A30", "sent_time=late", "sent_time", "A day and a time of day are needed here"),
            ("method=email", "method=courier", "method", "only the clause says when it counts"),
            ("from=EG", "from=XX", "from", "Nobody vouches for the calendar"),
            ("before=60", "before=-1", "before", "A whole number is needed here"),
            ("&unit", "&rule=nth_day&unit", "n", "An answer is needed here"),
            ("&unit", "&align=term_anniversary&unit", "align", "The day on which the term began"),
            ("&unit", "&term_starts_on=2027-01-01&unit", "term_ends_on", "The term cannot end before it began"),
        ] {
            let page = owner.get(&ASKED.replacen(from, to, 1)).await;
            assert_eq!(page.status, 422, "{to}");
            page.says(&format!("id=\"{field}-err\"")).says(says).hides("How it was computed");
        }
        let clever = owner.get(&ASKED.replacen("length=6", "length=%3Cb%3E&length=7", 1)).await;
        clever.hides("<b>");
    }
}

#[tokio::test]
async fn a_shared_screen_shows_nothing_of_it() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        contracts(&copy, &mut owner).await;
        assert_eq!(owner.post("/sharing", &[("client", "HB")]).await.status, 303);
        for page in ["/notice", ASKED, "/notice/renewals.ics"] {
            assert_eq!(owner.get(page).await.status, 403, "{page}");
        }
        let mut guest = copy.browser();
        assert_eq!(guest.get("/notice/renewals.ics").await.status, 303);
    }
}

#[tokio::test]
async fn the_firms_own_days_stand_above_the_packs() {
    // Six business days in Egypt, received on Thursday 15 January 2026: the 25th is a holiday, so Monday the 26th.
    const IN_EGYPT: &str =
        "/notice/compute?from=EG&to=EG&sent_on=2026-01-14&sent_time=10%3A00&method=email&length=6&unit=business_day";
    for copy in each().await {
        let mut owner = copy.owner().await;
        owner.get(IN_EGYPT).await.says("Monday 26 January 2026").says("25 January 2026 is not counted");
        let moved = [("2026-01-25", "worked"), ("2026-01-22", "off"), ("2026-01-26", "off")];
        for (on, is) in moved {
            let page = owner.post("/firm/days", &[("place", "EG"), ("on", on), ("is", is)]).await;
            assert_eq!(page.status, 303, "{}", page.body);
        }
        owner.get("/firm").await.says("22 January 2026").says("value=\"2026-01-25\"").says("worked");
        let page = owner.get(IN_EGYPT).await;
        page.says("Tuesday 27 January 2026").says("22 January 2026 is not counted").hides("25 January 2026 is not");
        let remove = [("place", "EG"), ("on", "2026-01-26")];
        assert_eq!(owner.post("/firm/days/removal", &remove).await.status, 303);
        owner.get(IN_EGYPT).await.says("Monday 26 January 2026");
        let wrong = owner.post("/firm/days", &[("place", "XX"), ("on", "2026-01-26"), ("is", "off")]).await;
        assert_eq!(wrong.status, 422);
        wrong.says("Choose a place that is listed.");
        owner.get("/firm.toml").await.says("[[own_days]]");
        let mut member = copy.joins(&mut owner, "Lina", "member").await;
        assert_eq!(member.post("/firm/days", &remove).await.status, 403);
        member.get("/firm").await.says("22 January 2026").hides("action=\"/firm/days\"");
    }
}

#[tokio::test]
async fn a_window_that_closes_soon_stands_beside_the_list() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        contracts(&copy, &mut owner).await;
        // Every contract whose window closes soon stands there, and a number says how many more there are.
        for n in 1..=6 {
            copy.client(&format!("K{n}"), &format!("Kin {n}")).await;
            let ends = copy.today().await.plus(160 + n);
            copy.sql(&format!(
                "INSERT INTO contracts (client, id, ends_on, notice_length, notice_unit, auto_renews, currency, source_id, source_line)
                 VALUES ('K{n}', 'C-{n}', '{ends}', 60, 'day', 1, 'SAR', 0, 0)"
            ))
            .await;
        }
        let invoice = [("invoice", "I-1"), ("issued_on", "2026-11-01"), ("due_on", "2026-11-20"), ("amount", "900")];
        assert_eq!(owner.post("/clients/HB/invoices/new", &invoice).await.status, 303);
        copy.settled().await;
        let beside = owner.get("/").await;
        beside.says("Renewal windows that close next").says("href=\"/notice\"><bdi>Harbour &#38; Sons");
        beside.says("<bdi>Kin 4").says("and 2 more");
    }
}
