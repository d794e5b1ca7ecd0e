//! What followed ends, read from the records: the same on every database, spellings of a client as one.

use crate::harness::each;
use app::store::aftermath::{answers, hours};
use domain::days::Day;

fn day(iso: &str) -> Day {
    Day::from_iso(iso).expect("a day")
}

#[tokio::test]
async fn spellings_of_a_client_are_one_in_hours_and_answers() {
    for copy in each().await {
        copy.client("B", "Bait").await;
        copy.client("B2", "Bait again").await;
        copy.client("C", "Cedar").await;
        copy.sql("UPDATE clients SET merged_into = 'B' WHERE client = 'B2'").await;
        for (client, id, on, person) in [
            ("B", "1", "2025-03-01", "'Reem'"),
            ("B2", "1", "2025-01-01", "'Reem'"),
            ("B2", "2", "2025-02-01", "'Reem'"),
            ("C", "1", "2025-06-01", "'Reem'"),
            ("C", "2", "2025-07-01", "NULL"),
        ] {
            copy.sql(&format!(
                "INSERT INTO time (client, id, on_day, minutes, person, currency, source_id, source_line)
                 VALUES ('{client}', '{id}', '{on}', 60, {person}, 'SAR', 0, 0)"
            ))
            .await;
        }
        copy.sql(
            "INSERT INTO pulse (client, id, on_day, score, source_id, source_line)
             VALUES ('B2', 'p', '2025-02-03', 3.5, 0, 0)",
        )
        .await;
        let found = hours(&copy.own.db).await.expect("the store");
        let expected = [("B", "2025-01-01", "2025-03-01"), ("C", "2025-06-01", "2025-06-01")];
        let expected = expected.map(|(client, from, to)| ("Reem".to_owned(), client.to_owned(), day(from), day(to)));
        assert_eq!(found, expected, "whose hours nobody says are nobody's");
        let felt = answers(&copy.own.db).await.expect("the store");
        assert_eq!(felt, [("B".to_owned(), day("2025-02-03"), 3.5)]);
    }
}
