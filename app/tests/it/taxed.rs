//! The tax in lists that do not state it: asked once, and its answer changes the figures that are net of it.

use crate::harness::{Browser, Page, each, each_on};
use crate::imports::{hand_over, seen, store};

const HEAD: &str = "Invoice number,Client,Issued on,Due on,Amount\n";
const SUMS: &str = "SELECT CAST(amount AS TEXT) || ' ' || COALESCE(CAST(tax AS TEXT), 'unsaid') FROM invoices
                     ORDER BY id DESC LIMIT 1";

fn list(number: u32, amount: &str) -> String {
    format!("{HEAD}A-{number},Nakhla,2026-0{number}-05,2026-0{number}-20,{amount}\n")
}

/// Hands a list over, answers, stores it, and returns the page that follows.
async fn answered(owner: &mut Browser, text: &str, answers: &[(&str, &str)]) -> Page {
    let (address, _) = hand_over(owner, "list.csv", text).await;
    let form = [&[("columns", "0")][..], answers].concat();
    owner.post(&format!("{address}/files/0/reading"), &form).await;
    seen(owner, &address).await;
    store(owner, &address).await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_answer_changes_what_is_net() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        let (_, page) = hand_over(&mut owner, "list.csv", &list(1, "115")).await;
        page.says("name=\"tax\"").says("name=\"rate\"").says("does not say whether amounts include tax");
        let page = answered(&mut owner, &list(1, "115"), &[("tax", "included"), ("rate", "15%")]).await;
        page.says("Where figures are net, it is taken out. Percent: 15");
        assert_eq!(copy.text(SUMS).await, "11500 1500");
        // The next such list is read in the same way, and says so.
        let (address, page) = hand_over(&mut owner, "list.csv", &list(2, "230")).await;
        page.says("value=\"included\" selected").says("value=\"15\"").hides("does not say whether");
        store(&mut owner, &address).await;
        assert_eq!(copy.text(SUMS).await, "23000 3000");
        answered(&mut owner, &list(3, "100"), &[("tax", "excluded"), ("rate", "١٥")]).await.says("the tax was added");
        assert_eq!(copy.text(SUMS).await, "11500 1500");
        answered(&mut owner, &list(4, "100"), &[("tax", "none"), ("rate", "")]).await.says("There is no tax in these");
        assert_eq!(copy.text(SUMS).await, "10000 0");
        // Another answer changes what stands, and its past is kept.
        answered(&mut owner, &list(4, "100"), &[("tax", "excluded"), ("rate", "5")]).await;
        assert_eq!(copy.text(SUMS).await, "10500 500");
        assert!(copy.text("SELECT before FROM changes WHERE id = 'A-4'").await.contains("\"amount\":10000"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_rate_nothing_is_worked_out_and_that_is_said() {
    for copy in each().await {
        let mut owner = copy.owner_reading("ar").await;
        let (address, _) = hand_over(&mut owner, "list.csv", &list(1, "115")).await;
        let reading = format!("{address}/files/0/reading");
        owner.post(&reading, &[("columns", "0"), ("tax", "included"), ("rate", "")]).await;
        seen(&mut owner, &address).await.says("تلزم النسبة أيضاً").says("value=\"included\" selected");
        store(&mut owner, &address).await.says("لا يبيّن الملف أتشمل المبالغ الضريبة");
        assert_eq!(copy.text(SUMS).await, "11500 unsaid");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_ending_costs_says_of_how_many_bills_nobody_said_the_tax() {
    for copy in each_on("2026-07-15").await {
        let mut owner = copy.owner().await;
        copy.client("A", "Client A").await;
        for (id, tax) in [("I-1", "NULL"), ("I-2", "NULL"), ("I-3", "1500")] {
            copy.sql(&format!(
                "INSERT INTO invoices (client, id, issued_on, due_on, amount, tax, currency, known_on, source_id, source_line)
                 VALUES ('A', '{id}', '2026-02-01', '2026-03-01', 11500, {tax}, 'SAR', '2026-02-01', 0, 0)"
            ))
            .await;
        }
        owner.get("/clients/A/exit").await.says("Of 2 of the bills nobody said the tax: they count in full.");
        copy.sql("UPDATE invoices SET tax = 0 WHERE tax IS NULL").await;
        owner.get("/clients/A/exit").await.hides("nobody said the tax");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn where_a_column_has_the_tax_only_the_amount_is_asked_about() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        let text = "Invoice number,Client,Issued on,Due on,Amount,VAT\nA-1,Nakhla,2026-01-05,2026-01-20,100,15\n";
        hand_over(&mut owner, "list.csv", text).await.1.says("name=\"tax\"").hides("name=\"rate\"");
        answered(&mut owner, text, &[("tax", "excluded")]).await.says("the tax was added to them");
        assert_eq!(copy.text(SUMS).await, "11500 1500");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn net_amounts_get_their_tax_whatever_was_said_of_the_others_and_the_report_says_so() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        let text = "Invoice number,Client,Issued on,Due on,Subtotal\nA-1,Nakhla,2026-01-05,2026-01-20,100\n";
        let page = answered(&mut owner, text, &[("tax", "included"), ("rate", "15")]).await;
        page.says("the tax was added").hides("it is taken out");
        assert_eq!(copy.text(SUMS).await, "11500 1500");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_total_that_each_line_repeats_is_one_invoice_whatever_tax_its_lines_have() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        let text = "Invoice number,Client,Issued on,Due on,Total,Item Name,Quantity,VAT\n\
                    A-1,Nakhla,2026-01-05,2026-01-20,300,Design,1,15\n\
                    A-1,Nakhla,2026-01-05,2026-01-20,300,Print,2,30\n";
        answered(&mut owner, text, &[("tax", "excluded")]).await;
        assert_eq!(copy.text("SELECT CAST(COUNT(*) AS TEXT) FROM invoices").await, "1");
        assert_eq!(copy.text(SUMS).await, "31500 1500", "the first line's, as where no tax was said");
    }
}
