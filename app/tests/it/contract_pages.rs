//! Contracts kept: texts handed over in versions, terms confirmed, corrected, added and denied, and what is then used.

use crate::harness::{Browser, Copy, each};

const TEXT: &str = "SERVICES AGREEMENT\n\nThis Agreement is made as of 2 March 2026 (the \"Effective Date\").\n\n\
    1. Term. The initial term of this Agreement is two (2) years from the Effective Date. It renews automatically for \
    successive terms of one year unless either party gives notice of non-renewal at least sixty (60) days before the end \
    of a term.\n\n2. End. Either party may terminate this Agreement for any reason on thirty (30) days' written notice.\n";

const TERMS: &str = "/clients/HB/contracts/C-16/terms";

/// Puts two contracts of one client into the store.
async fn contracts(copy: &Copy) {
    copy.client("HB", "Harbour & Sons").await;
    for id in ["C-16", "C-17"] {
        copy.sql(&format!(
            "INSERT INTO contracts (client, id, currency, source_id, source_line) VALUES ('HB', '{id}', 'SAR', 0, 0)"
        ))
        .await;
    }
}

async fn hand_over(owner: &mut Browser, name: &str, bytes: &[u8]) -> crate::harness::Page {
    owner.upload("/clients/HB/contracts/C-16/text", &[(name, bytes)]).await
}

/// Says something of a term, as its form does.
async fn say(owner: &mut Browser, term: &str, act: &str, seen: &str, more: &[(&str, &str)]) -> crate::harness::Page {
    let form = [&[("term", term), ("act", act), ("seen", seen), ("version", "1")], more].concat();
    owner.post(TERMS, &form).await
}

#[tokio::test]
async fn a_text_is_kept_in_versions_and_the_same_changes_nothing() {
    for copy in each().await {
        contracts(&copy).await;
        let mut owner = copy.owner().await;
        owner.get(TERMS).await.says("is not here yet").hides("[terms");
        assert_eq!(hand_over(&mut owner, "deal.txt", TEXT.as_bytes()).await.status, 303);
        let page = owner.get(TERMS).await;
        page.says("wait for you").says("deal.txt").says("<sup>").says("notice of non-renewal").says("Confidence");
        let again = hand_over(&mut owner, "copy.txt", TEXT.as_bytes()).await;
        assert_eq!(again.header("location"), Some("/clients/HB/contracts/C-16/terms?same=1"));
        owner.get(&format!("{TERMS}?same=1")).await.says("is here already");
        let newer = TEXT.replace("thirty (30)", "ninety (90)");
        assert_eq!(hand_over(&mut owner, "newer.txt", newer.as_bytes()).await.status, 303);
        assert_eq!(copy.text("SELECT CAST(COUNT(*) AS TEXT) FROM contract_texts").await, "2");
        owner.get(TERMS).await.says("ninety (90)").says("version=1");
        owner
            .get(&format!("{TERMS}?version=1"))
            .await
            .says("thirty (30)")
            .says("This is version")
            .hides("value=\"confirmed\"");
        let refused = hand_over(&mut owner, "scan.pdf", b"%PDF-1.7 ...").await;
        assert_eq!(refused.status, 422);
        refused.says("no sound PDF").says("id=\"files-err\"").says("ninety (90)");
        assert_eq!(hand_over(&mut owner, "", b"").await.status, 422);
        // Pages that are pictures are named as long as their version is shown.
        assert_eq!(hand_over(&mut owner, "half.pdf", &crate::contract_pdf::half_scanned()).await.status, 303);
        owner.get(TERMS).await.says("laws of Jordan").says("Page").says("is a picture; its words were not read");
        owner.get(&format!("{TERMS}?version=2")).await.hides("is a picture");
    }
}

#[tokio::test]
async fn terms_are_confirmed_corrected_added_and_denied() {
    for copy in each().await {
        contracts(&copy).await;
        let mut owner = copy.owner().await;
        hand_over(&mut owner, "deal.txt", TEXT.as_bytes()).await;
        assert_eq!(say(&mut owner, "renewal_notice", "confirmed", "0", &[]).await.status, 303);
        owner.get(TERMS).await.says("Confirmed by").says("value=\"taken_back\"");
        // Somebody else was quicker.
        let late = say(&mut owner, "renewal_notice", "absent", "0", &[]).await;
        assert_eq!(late.status, 422);
        late.says("in the meantime");
        let length = [("length", "45"), ("unit", "day"), ("by", "us"), ("quote", "for any reason on\n thirty")];
        assert_eq!(say(&mut owner, "termination_for_convenience", "corrected", "0", &length).await.status, 303);
        owner.get(TERMS).await.says("Corrected by").says("45 days");
        for (more, says) in [
            (&[("length", "soon"), ("unit", "day")][..], "A whole number is needed here"),
            (&[("length", ""), ("unit", "day")], "An answer is needed here"),
            (&[("length", "14"), ("unit", "day"), ("quote", "not in it")], "do not stand in the text"),
        ] {
            let page = say(&mut owner, "payment", "added", "0", more).await;
            assert_eq!(page.status, 422, "{more:?}");
            page.says(says).says("<details open>");
        }
        assert_eq!(say(&mut owner, "payment", "added", "0", &[("length", "14"), ("unit", "day")]).await.status, 303);
        assert_eq!(say(&mut owner, "non_solicit", "absent", "0", &[]).await.status, 303);
        let page = owner.get(TERMS).await;
        page.says("Added by").says("14 days").says("Not in this contract, says");
        assert_eq!(say(&mut owner, "non_solicit", "taken_back", "1", &[]).await.status, 303);
        owner.get(TERMS).await.hides("Not in this contract, says");
        assert_eq!(say(&mut owner, "no_such_term", "confirmed", "0", &[]).await.status, 400);
        // A newer text without the words it rests on: what was said no longer counts.
        hand_over(&mut owner, "newer.txt", TEXT.replace("sixty (60)", "ninety (90)").as_bytes()).await;
        owner.get(TERMS).await.says("does not have the same words").says("Corrected by");
        owner.post("/language", &[("language", "ar"), ("back", "/")]).await;
        owner.get(TERMS).await.says("نص العقد وبنوده").says("مصحَّح من").hides("[terms");
    }
}

#[tokio::test]
async fn only_what_a_person_confirmed_is_used() {
    for copy in each().await {
        contracts(&copy).await;
        let mut owner = copy.owner().await;
        hand_over(&mut owner, "deal.txt", TEXT.as_bytes()).await;
        let asked = "/notice/compute?client=HB&contract=C-16";
        owner.get(asked).await.says("Nobody has confirmed").hides("value=\"60\"").hides("value=\"2028-03-02\"");
        owner.get("/notice").await.hides("C-16");
        let ends = owner.get("/clients/HB/ends").await;
        ends.says("No end can be computed").says("Nobody has said yet").says("C-17").hides("[ends");
        for term in ["effective_date", "expiration", "renewal", "renewal_notice"] {
            assert_eq!(say(&mut owner, term, "confirmed", "0", &[]).await.status, 303);
        }
        let filled = owner.get(asked).await;
        filled.says("value=\"60\"").says("value=\"2028-03-02\"").says("that people confirmed").hides("value=\"30\"");
        owner.get("/notice").await.says("C-16").says("confirmed in its text").says("datetime=\"2028-03-02\"");
        let ends = owner.get("/clients/HB/ends").await;
        ends.says("notice of 60 days against the renewal").says("For all of them together there is no day yet");
        // A way whose rule only the clause says is lacking until it is stated; then the days and the form follow it.
        let post = [("methods", "registered_post")];
        assert_eq!(say(&mut owner, "notice_method", "added", "0", &post).await.status, 303);
        owner.get("/notice").await.says("Its notices go by registered post").hides("datetime=\"2028-03-02\"");
        owner.get("/clients/HB/ends").await.says("State it with the ways of notice");
        let unsaid = [("methods", "registered_post"), ("deemed", "nth_business_day")];
        assert_eq!(say(&mut owner, "notice_method", "added", "1", &unsaid).await.status, 422);
        let ruled = [&unsaid[..], &[("deemed_n", "4")]].concat();
        assert_eq!(say(&mut owner, "notice_method", "added", "1", &ruled).await.status, 303);
        owner.get(TERMS).await.says("business day number 4 after sending");
        owner.get("/notice").await.says("For a notice by registered post").says("datetime=\"2028-03-02\"");
        owner.get(asked).await.says("value=\"registered_post\" selected").says("value=\"nth_business_day\" selected");
        // A term that ended goes on by the length that was confirmed, in the list and in the calendar.
        let ended = copy.today().await.plus(-800).to_string();
        assert_eq!(say(&mut owner, "expiration", "corrected", "1", &[("date", &ended)]).await.status, 303);
        owner.get("/notice").await.says("C-16").hides("and renewed. Add");
        let calendar = owner.get("/notice/renewals.ics").await;
        assert_eq!(calendar.body.matches("BEGIN:VEVENT\r\n").count(), 1, "{}", calendar.body);
        // What the address says itself is not called confirmed.
        let own = owner.get(&format!("{asked}&term_ends_on=2027-01-01")).await;
        own.says("value=\"2027-01-01\"").hides("First term ends");
        assert_eq!(say(&mut owner, "termination_for_convenience", "confirmed", "0", &[]).await.status, 303);
        owner.get(asked).await.says("value=\"30\"");
        owner.get("/clients/HB/ends").await.says("notice of 30 days").says("confirmed in its text");
        // A contract without a right to end calls for an agreement.
        owner.upload("/clients/HB/contracts/C-17/text", &[("b.txt", b"Scope of work.")]).await;
        for term in ["termination_for_convenience", "renewal", "expiration"] {
            let form = [("term", term), ("act", "absent"), ("seen", "0"), ("version", "1")];
            assert_eq!(owner.post("/clients/HB/contracts/C-17/terms", &form).await.status, 303);
        }
        owner.get("/clients/HB/ends").await.says("gives no right to end it").says("only by agreement");
        owner.get("/clients/HB/contracts/C-16").await.says("Text and terms");
        owner.get("/clients/HB").await.says("When contracts can end");
    }
}

#[tokio::test]
async fn a_window_against_renewal_is_confirmed_with_both_edges() {
    for copy in each().await {
        contracts(&copy).await;
        let mut owner = copy.owner().await;
        let text = "The term ends on March 2, 2028. The contract renews automatically for one year, unless either party gives \
                    notice of non-renewal not earlier than ninety (90) days and not later than thirty (30) days before the \
                    end of the term.";
        hand_over(&mut owner, "window.txt", text.as_bytes()).await;
        owner.get(TERMS).await.says("not earlier than 90 days before the end").says("name=\"earliest_unit\"");
        assert_eq!(say(&mut owner, "renewal_notice", "confirmed", "0", &[]).await.status, 303);
        let asked = "/notice/compute?client=HB&contract=C-16";
        owner.get(asked).await.says("value=\"30\"").says("name=\"most\"").says("value=\"90\"");
        let half = [("length", "30"), ("unit", "day"), ("earliest_length", "0"), ("earliest_unit", "day")];
        assert_eq!(say(&mut owner, "renewal_notice", "corrected", "1", &half).await.status, 422);
        let other = [("length", "1"), ("unit", "month"), ("earliest_length", "3"), ("earliest_unit", "month")];
        assert_eq!(say(&mut owner, "renewal_notice", "corrected", "1", &other).await.status, 303);
        owner.get(TERMS).await.says("not earlier than 3 months before the end");
    }
}

#[tokio::test]
async fn nothing_of_it_is_seen_while_a_screen_is_shared() {
    for copy in each().await {
        contracts(&copy).await;
        copy.client("RW", "Riwaq").await;
        let mut owner = copy.owner().await;
        hand_over(&mut owner, "deal.txt", TEXT.as_bytes()).await;
        owner.post("/sharing", &[("client", "HB")]).await;
        for path in [TERMS, "/clients/HB/ends", "/clients/RW/ends"] {
            assert_eq!(owner.get(path).await.status, 403, "{path}");
        }
        owner.get("/clients/HB").await.hides("/ends\"");
    }
}
