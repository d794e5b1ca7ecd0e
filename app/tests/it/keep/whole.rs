//! All of a client erased, with their own entry.

use super::erasing::{confirmed, count, proposed, records};
use crate::harness::each;

#[tokio::test(flavor = "multi_thread")]
async fn all_of_a_client_goes_with_their_own_entry_once_no_book_is_left() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        let mut zaid = copy.joins(&mut owner, "Zaid", "finance").await;
        records(&copy).await;
        copy.sql(
            "INSERT INTO clients (client, name, currency, source_id, source_line, folded, merged_into)
             VALUES ('NAKHLEH', 'Nakhleh', 'SAR', 0, 0, '', 'NAKHLA')",
        )
        .await;
        let at = "/clients/NAKHLA/erasures";
        let form = [("form", "whole"), ("basis", "request"), ("reference", "PDPL art. 18")];
        let proposal = proposed(&mut owner, at, &form).await;
        zaid.get(&proposal).await.says("Kept by law; its term has not begun").hides("Erase it now");
        assert_eq!(confirmed(&mut zaid, &proposal).await.status, 409, "an invoice is a book");
        copy.sql("DELETE FROM invoices").await;
        zaid.get(&proposal).await.says("but its journals").says("Erase it now");
        assert_eq!(confirmed(&mut zaid, &proposal).await.status, 303);
        for table in ["clients", "messages", "changes", "assessments"] {
            assert_eq!(count(&copy, &format!("SELECT COUNT(*) FROM {table}")).await, "0", "{table}");
        }
        assert_eq!(owner.get("/clients/NAKHLA").await.status, 404);
        owner.get("/retention/destroyed").await.says("but its journals");
    }
}
