//! After a case is closed: thanks by a person or not at all, and referrals counted round the end.

use super::decision::{Heard, id};
use super::duties::done;
use super::learning::closed;
use crate::harness::Copy;
use app::flow::prospect_log;
use app::store::entries::By;
use domain::days::Day;
use domain::lesson::prospect::{Channel, Event, Profile, Stage};

fn day(iso: &str) -> Day {
    Day::from_iso(iso).expect("a day")
}

#[tokio::test]
async fn a_client_is_thanked_by_a_person_or_not_at_all() {
    for heard in closed().await {
        let Heard { copy, case, .. } = &heard;
        copy.sql(
            "INSERT INTO deliverables (client, id, due_on, accepted_on, known_on, source_id, source_line)
             VALUES ('NAKHLA', 'D-7', '2026-09-01', '2026-09-03', '2026-09-03', 0, 0)",
        )
        .await;
        let here = format!("{case}/afterwards");
        let later = copy.later(day("2026-11-22")).await;
        let mut owner = later.signs_in("Reem").await;
        owner.get("/learn").await.says("Thank the client").says(&here);
        let feed = owner.post("/settings/calendar-feed", &[]).await.link("/calendar-feed/");
        later.browser().get(&feed).await.says("Thank the client").says("look again\\, 30 days after");
        owner.get(&here).await.says("Thanks, two days after the closing").says("Write a letter of thanks");
        let letter = owner.get(&format!("{case}/part/letters/new?kind=thank_you&language=en")).await;
        letter.says("Nakhla").says("deliverables D-7").says("Reem");
        let no = [("form", "thanks"), ("thanks-given", "no"), ("seen", "0")];
        let bare = owner.post(&here, &no).await;
        assert_eq!(bare.status, 422, "without a reason");
        bare.says("This is needed.");
        let reason = [&no[..], &[("thanks-said", "they asked for silence")]].concat();
        done(&mut owner, &here, &reason).await;
        owner.get(&here).await.says("why nobody thanks them").says("they asked for silence");
        owner.get("/learn").await.hides("Thank the client");
        let yes = [("form", "thanks"), ("thanks-given", "yes"), ("thanks-on", "2026-11-22"), ("seen", "1")];
        done(&mut owner, &here, &yes).await;
        owner.get(&here).await.says("Done on 22 November 2026 by Reem");
        let sent = later.text("SELECT CAST(COUNT(*) AS TEXT) FROM outbox").await;
        assert_eq!(sent, "0", "the program sends nothing by itself");
    }
}

/// Returns of a prospect what nobody has to know more of.
pub fn profile(name: String, channel: Channel, owner: String) -> Profile {
    Profile {
        name,
        channel,
        through: None,
        referred_by: None,
        person: None,
        email: None,
        phone: None,
        site: None,
        contribution: None,
        cost: None,
        owner,
        next_on: None,
        next_what: None,
        they_expect: None,
        we_expect: None,
    }
}

/// Somebody is sent to us on a day, perhaps by a client.
async fn sent(copy: &Copy, nth: u32, on: &str, by: Option<&str>) {
    let profile = Profile {
        referred_by: by.map(str::to_owned),
        next_on: by.and(Day::from_iso("2026-12-10")),
        ..profile(format!("Prospect {nth}"), Channel::Referral, id(copy, "Reem").await)
    };
    let stage = Event::StageEntered { stage: Stage::Lead, on: day(on), reason: None };
    let (own, events) = (format!("sent-{nth}"), [Event::ProspectDescribed(Box::new(profile)), stage]);
    let by = By { member: id(copy, "Reem").await, at: format!("{on}T06:00:00Z") };
    assert!(prospect_log::note(copy.app.place(), &own, (0, day(on)), &events, &by).await.expect("a store"));
}

#[tokio::test]
async fn referrals_are_counted_round_an_end_and_few_are_not_told() {
    for heard in closed().await {
        let Heard { copy, case, .. } = &heard;
        // Closed on 20 November 2026; the first prospect of all is known from 20 November 2025 on.
        for (nth, on) in [(1, "2025-11-20"), (2, "2026-03-01"), (3, "2026-11-19")] {
            sent(copy, nth, on, None).await;
        }
        let later = copy.later(day("2027-11-19")).await;
        let mut owner = later.signs_in("Reem").await;
        let here = format!("{case}/afterwards");
        owner.get(&here).await.says("Referrals in a year").says("fewer than four, or too early");
        sent(copy, 4, "2026-12-01", Some("NAKHLA")).await;
        let page = owner.get(&here).await;
        // Three in 365 days before, one in 365 since: P(3 or 4 of 4) = 4 x 0.5^4 + 0.5^4.
        let yearly = "3 in a year before the end (3), 1 in a year since (1 in 365 days).";
        page.says(yearly).says("a chance of 31%");
        page.says("Prospects whom they referred since").says("is every access gone?");
        page.says("ask for no referral").says("Is what was lost replaced, as planned?");
        let measures = owner.get("/measures").await;
        measures.says("Referrals before ends and since").says("Clients who sent somebody to us after the end");
        measures.hides("in a year before the end (");
        owner.get("/learn").await.hides("nobody has said whether every access is gone");
        let look = [("form", "check"), ("check-which", "30"), ("check-on", "2026-12-21"), ("seen", "0")];
        done(&mut owner, &here, &look).await;
        owner.get("/learn").await.says("nobody has said whether every access is gone");
        let access = [("form", "access"), ("access-gone", "no"), ("access-on", "2026-12-01"), ("seen", "1")];
        done(&mut owner, &here, &access).await;
        let hub = owner.get("/learn").await;
        hub.says("An access was still there on").says("Contacts of yours that are due");
        hub.says("Prospect 4").says("Prospect 3").says("No next contact is set.");
        let open = [("form", "relationship"), ("relationship-state", "open_door"), ("seen", "2")];
        done(&mut owner, &here, &open).await;
        owner.get(&here).await.says("The door is open: a referral").hides("ask for no referral");
        let unsaid = [("form", "recommend"), ("recommend-score", "11"), ("recommend-on", "2027-11-01"), ("seen", "3")];
        let wrong = owner.post(&here, &unsaid).await;
        assert_eq!(wrong.status, 422, "ten is the most");
        wrong.says("This is needed.");
        let asked = [("form", "recommend"), ("recommend-score", "9"), ("recommend-on", "2027-11-01"), ("seen", "3")];
        done(&mut owner, &here, &asked).await;
        owner.get(&here).await.says("9 of 10").says("They would recommend us with 9 of 10");
        owner.get("/measures").await.says("Would they recommend us?").hides("who were asked)");
        // What binds on and no reading of a contract knows is stated in its own words.
        let clause =
            [("form", "survival"), ("survival-term", "other"), ("survival-until", "2027-12-01"), ("seen", "4")];
        let bare = owner.post(&here, &clause).await;
        assert_eq!(bare.status, 422, "without its words");
        bare.says("This is needed.").says("Confidentiality, or another clause");
        let words = [&clause[..], &[("survival-said", "What we learned stays secret.")]].concat();
        done(&mut owner, &here, &words).await;
        owner.get(&here).await.says("What we learned stays secret.").says("1 December 2027");
        owner.get("/learn").await.says("What we learned stays secret.").says("binds until");
        // Whoever comes back is met as we parted.
        let reem = id(copy, "Reem").await;
        let form = [("name", "Nakhla"), ("channel", "other"), ("owner", reem.as_str()), ("on", "2027-11-01")];
        let added = owner.post("/prospects/new", &form).await;
        let own = added.header("location").expect("a way on").to_owned();
        owner.get(&own).await.says("from whom we parted").says("How we parted: Open door.");
    }
}
