//! Payments whose invoice nobody knows: what may be meant, where that invoice stands, and one click that takes it.

use crate::files;
use crate::harness::each;
use crate::imports::{hand_over, seen, store};

const CLIENTS: &str = "client,name,currency\nC-7,Alnoor Trading,SAR\n";

const INVOICES: &str = "invoice,client,issued_on,due_on,amount,currency\n\
    INV-12,C-7,2026-01-01,2026-01-31,100,SAR\nINV-13,C-7,2026-01-01,2026-01-31,100,SAR\n\
    Z-7,Zahwa,2026-01-01,2026-01-31,100,SAR\n";

const PAYMENTS: &str = "client,invoice,paid_on,amount,currency\nAlnoor Trading,INV-0012,2026-02-01,100,SAR\n\
    Alnour Trading,INV-13,2026-02-02,100,SAR\nZahwa,Z-70,2026-02-03,100,SAR\nRiwaq,Z-7,2026-02-04,100,SAR\n";

#[tokio::test(flavor = "multi_thread")]
async fn a_number_or_a_client_that_is_nearly_right_is_suggested() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        files::import(&copy.own.db, &[("clients.csv", CLIENTS), ("invoices.csv", INVOICES)]).await;
        let (address, page) = hand_over(&mut owner, "payments.csv", PAYMENTS).await;
        page.says("value=\"INV-12\">").says("differs in zeros, letters or marks only");
        page.says("value=\"Alnoor Trading\">").says("A client of nearly this name has an invoice of this number.");
        // Another number, and a client of quite another name, are nobody's guess.
        page.says("Accept the 2 suggestions").hides("It is Z-7<").hides("client: Zahwa");
        owner.post("/settings/reading", &[("language", "ar"), ("digits", "latn")]).await;
        owner.get(&address).await.says("لدى عميل قريب الاسم فاتورة بهذا الرقم").says("لا يختلف رقمها إلا في الأصفار");
        owner.post("/settings/reading", &[("language", "en"), ("digits", "latn")]).await;
        owner.post(&format!("{address}/files/0/corrections"), &[("all", "1")]).await;
        seen(&mut owner, &address).await.says("<strong>2</strong> of 4 rows").hides("value=\"INV-12\">");
        store(&mut owner, &address).await;
        let paid = "SELECT COUNT(*) || MIN(client) || MAX(client) FROM payments WHERE invoice IN ('INV-12', 'INV-13')";
        assert_eq!(copy.text(paid).await, "2C-7C-7");
    }
}
