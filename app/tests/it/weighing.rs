//! What a review weighs, on the demonstration's records; the figures come from the files by another program.

use crate::database;
use app::store::{self, history};
use domain::case::harm::{Amount, Harm};
use domain::case::roster::dealings;
use domain::case::snapshot::Snapshot;
use domain::case::trial::{Measure, MeasureKind, Span, read};
use domain::case::worth::{Given, Worth};
use domain::days::Day;

fn day(iso: &str) -> Day {
    Day::from_iso(iso).expect("a day")
}

#[tokio::test(flavor = "multi_thread")]
async fn the_demo_is_weighed_to_the_figures_of_its_files() {
    for own in database::each().await {
        let folder = tempfile::tempdir().expect("a temporary folder");
        app::flow::demo::fill(&own.db, folder.path(), "2026-11-22T09:00:00Z").await.expect("the demo");
        let firm = store::firm_facts::current(&own.db).await.expect("the firm");
        let policy = store::policies::current(&own.db).await.expect("a policy");
        let mut nakhla = history::of_client(&own.db, "NAKHLA").await.expect("a look").expect("the client");
        let on = day("2026-11-22");
        nakhla.keep_known_on(on);

        let people: Vec<_> = dealings(&nakhla, on)
            .into_iter()
            .map(|d| (d.person, d.department, d.minutes, d.messages, d.days, d.is_lead))
            .collect();
        let row = |person: &str, department: &str, minutes, messages, days, is_lead| {
            let department = Some(department.to_owned()).filter(|department| !department.is_empty());
            (person.to_owned(), department, minutes, messages, days, is_lead)
        };
        let expected = [
            row("Reem Alotaibi", "Accounts", 18_480, 102, 137, true),
            row("Sara Mansour", "Design", 29_520, 4, 131, false),
            row("Khalid Omar", "Content", 20_535, 4, 104, false),
            row("Dana Alqahtani", "Design", 14_640, 3, 68, false),
            row("Yousef Salem", "Web", 10_275, 2, 50, false),
            row("Lina Haddad", "Content", 7_365, 1, 41, false),
            row("Huda Alzahrani", "", 0, 11, 11, false),
        ];
        assert_eq!(people, expected);

        let snapshot = Snapshot::of(&nakhla, &firm, &policy, on, Some(1_000_000.0));
        let figures = (snapshot.revenue, snapshot.share, snapshot.receivable, snapshot.overdue);
        assert_eq!(figures, (Some(312_000.0), Some(0.312), Some(82_800.0), Some(55_200.0)));
        // 288,000 without what was passed on, over 1,601 hours.
        assert_eq!((snapshot.hourly_rate, snapshot.gaps.len()), (Some(179.89), 0));

        let worth = Worth::of(&nakhla, &firm, &policy, on, &Given::default());
        let contribution = worth.contribution.expect("a year");
        assert_eq!((contribution.hours, contribution.cost_to_serve), (1_601.0, 146_145.0));
        let amount = |harm| worth.harm.iter().find(|line| line.harm == harm).expect("a line").amount;
        assert_eq!(amount(Harm::LateMoney), Ok(Amount::Money(1_867.62)));
        assert_eq!(amount(Harm::HoursBeyondAgreed), Ok(Amount::Hours(329.0)));
        assert_eq!(amount(Harm::HoursOutsideScope), Ok(Amount::Hours(30.75)));
        assert!(worth.pulse.is_err(), "two people answered, which shows nothing");

        // 317 hours in September and October, of 220 agreed.
        let measure = Measure { kind: MeasureKind::HoursBeyondAgreed, limit: 10.0 };
        let span = Span { begins_on: day("2026-09-01"), ends_on: day("2026-10-31"), instalments: &[], invoices: &[] };
        let reading = read(&[measure], &span, &nakhla, &firm, &policy, true, on).remove(0);
        assert_eq!((reading.value, reading.met), (Some(97.0), Some(false)));
    }
}
