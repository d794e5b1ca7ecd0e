//! Invoices: due days, credit notes, lines, states, and the payments that come in their rows.

use super::*;
use crate::intake::clients::Clients;
use crate::intake::plan::Options;
use crate::intake::source::sample::file;

fn told_of(text: &str, clients: &mut Clients) -> String {
    told(file(text.as_bytes()).path(), "file.csv", &Options::new(&WORDS), clients)
}

#[test]
fn dates_that_cannot_be() {
    check(
        "client,invoice,issued_on,due_on,amount,currency,tax\nC1,1,2026-01-05,2026-01-04,10,SAR,0\nC1,2,2026-01-05,2026-01-05,10,SAR,0\nC1,,2026-01-05,2026-01-05,10,SAR,0\n,3,2026-01-05,2026-01-05,10,SAR,0\n",
        "
3 invoices C1 2 issued_on=2026-01-05 due_on=2026-01-05 amount=1000 tax=0 currency=SAR known_on=2026-01-05
! 2 due_on due_before_issued «2026-01-04»
! 4 invoice required_missing «»
! 5 client required_missing «»
~ 3 client_created «C1»
",
    );
}

#[test]
fn terms_give_a_due_day_that_the_file_lacks() {
    let text =
        "client,invoice no,invoice date,total,currency,vat\nC1,1,2026-01-05,10,SAR,0\nC2,2,2026-01-05,10,SAR,0\n";
    let told =
        told_of(text, &mut Clients::new([client("C1", "One", "SAR", Some(30)), client("C2", "Two", "SAR", None)]));
    assert!(told.contains("due_on=2026-02-04"), "{told}");
    assert!(told.contains("! 3 due_on required_missing «»"), "{told}");
    let own_terms = told_text(
        "client,invoice no,invoice date,total,payment terms\nC1,1,2026-01-05,10,Net 15\nC1,2,2026-01-05,10,Due on receipt\n",
    );
    assert!(own_terms.contains("due_on=2026-01-20") && own_terms.contains("due_on=2026-01-05"), "{own_terms}");
}

#[test]
fn credit_notes_are_negative() {
    let told = told_text(
        "client,invoice,issued_on,due_on,amount,tax,kind\nC1,1,2026-01-05,2026-01-05,-10,-1,\nC1,2,2026-01-05,,10,1,credit note\nC1,3,2026-01-05,2026-01-05,10,1,فاتورة\nC1,4,2026-01-05,2026-01-05,10,1,banana\n",
    );
    assert!(
        told.contains("1 issued_on=2026-01-05 due_on=2026-01-05 amount=-1000 tax=-100 currency=XXX kind=credit_note"),
        "{told}"
    );
    assert!(
        told.contains("2 issued_on=2026-01-05 due_on=2026-01-05 amount=-1000 tax=-100 currency=XXX kind=credit_note"),
        "{told}"
    );
    assert!(told.contains("amount=1000 tax=100 currency=XXX kind=invoice"), "{told}");
    assert!(told.contains("! 5 kind value_unknown «banana»"), "{told}");
}

#[test]
fn a_paid_date_is_a_payment() {
    check(
        "Client,Invoice No,Invoice Date,Due Date,Total,Tax,Currency,Date Paid\nC1,1,2026-01-05,2026-02-04,100,15,SAR,2026-02-01\nC1,2,2026-01-05,2026-02-04,100,15,SAR,\n",
        "
2 invoices C1 1 issued_on=2026-01-05 due_on=2026-02-04 amount=10000 tax=1500 currency=SAR known_on=2026-02-04
2 payments C1 1/with-invoice invoice=1 paid_on=2026-02-01 amount=10000 currency=SAR
3 invoices C1 2 issued_on=2026-01-05 due_on=2026-02-04 amount=10000 tax=1500 currency=SAR known_on=2026-02-04
~ 2 client_created «C1»
",
    );
    let amounts = |extra: &str, row: &str| {
        let told = told_text(&format!(
            "Client,Invoice No,Invoice Date,Due Date,Total,Date Paid,{extra}\nC1,1,2026-01-05,2026-02-04,100,2026-02-01,{row}\n"
        ));
        told.lines()
            .find(|line| line.contains("payments"))
            .and_then(|line| line.split("amount=").nth(1))
            .map(|rest| rest.split(' ').next().unwrap_or_default().to_owned())
    };
    assert_eq!(amounts("Amount Paid", "40").as_deref(), Some("4000"));
    assert_eq!(amounts("Balance Due", "25").as_deref(), Some("7500"));
    assert_eq!(amounts("Balance Due", "100"), None);
    assert_eq!(amounts("Status", "Partially paid"), None);
    assert_eq!(amounts("Status", "Paid").as_deref(), Some("10000"));
}

#[test]
fn paid_without_a_day_is_noted_once() {
    let noted = |headers: &str, rows: &str| {
        let told = told_text(&format!("client,invoice,issued_on,due_on,amount,{headers}\n{rows}"));
        assert!(!told.contains(" payments "), "{told}");
        told.lines().filter(|line| line.contains("paid_undated")).map(str::to_owned).collect::<Vec<_>>()
    };
    let rows = "C1,1,2026-01-05,2026-01-05,10,Sent\nC1,2,2026-01-05,2026-01-05,10,Paid\nC1,3,2026-01-05,2026-01-05,10,مدفوعة\n";
    assert_eq!(noted("status", rows), ["~ 3 paid_undated «»"]);
    assert_eq!(noted("حالة السداد", rows), ["~ 3 paid_undated «»"]);
    assert_eq!(noted("Balance Due", "C1,1,2026-01-05,2026-01-05,10,10\nC1,2,2026-01-05,2026-01-05,10,0\n").len(), 1);
    for said in ["sent,", "Unpaid,", "Partially paid,"] {
        assert_eq!(noted("status,Date Paid", &format!("C1,1,2026-01-05,2026-01-05,10,{said}\n")), [""; 0], "{said}");
    }
    let dated = told_text(
        "client,invoice,issued_on,due_on,amount,status,Date Paid\nC1,1,2026-01-05,2026-01-05,10,Paid,2026-01-09\n",
    );
    assert!(dated.contains(" payments ") && !dated.contains("paid_undated"), "{dated}");
}

#[test]
fn drafts_and_cancelled_invoices_are_no_demands() {
    let told = told_text(
        "client,invoice,issued_on,due_on,amount,status\nC1,1,2026-01-05,2026-01-05,10,Draft\nC1,2,2026-01-05,2026-01-05,10,ملغاة\nC1,3,2026-01-05,2026-01-05,10,sent\n",
    );
    assert_eq!(told.matches("row_skipped").count(), 2, "{told}");
    assert_eq!(told.matches(" invoices ").count(), 1, "{told}");
}

#[test]
fn lines_of_one_invoice_are_one_invoice() {
    let freshbooks = "Client Name,Invoice #,Date Issued,Invoice Status,Date Paid,Item Name,Rate,Quantity,Line Total,Currency\n\
        X-Men,1,2021-01-28,sent,2021-02-03,Repair,65,10,650.00,USD\n\
        X-Men,1,2021-01-28,sent,2021-02-03,Paint,98,5,490.00,USD\n\
        X-Men,2,2021-01-28,sent,,Paint,98,5,490.00,USD\n";
    let told = told_of(freshbooks, &mut Clients::new([client("X-Men", "X-Men", "USD", Some(14))]));
    let expected = "
2 invoices X-Men 1 issued_on=2021-01-28 due_on=2021-02-11 amount=114000 currency=USD known_on=2021-02-11
2 payments X-Men 1/with-invoice invoice=1 paid_on=2021-02-03 amount=114000 currency=USD
4 invoices X-Men 2 issued_on=2021-01-28 due_on=2021-02-11 amount=49000 currency=USD known_on=2021-02-11
~ - tax_unstated «»
";
    assert_eq!(told, expected.trim_start());
}

#[test]
fn a_repeated_total_is_taken_once_and_lines_without_one_are_added() {
    let repeated = told_text(
        "Client,Invoice Number,Invoice Date,Due Date,Total,Item Name,Quantity\nC1,7,2026-01-05,2026-02-04,300,Design,1\nC1,7,2026-01-05,2026-02-04,300,Print,2\n",
    );
    assert!(repeated.contains("amount=30000") && repeated.matches(" invoices ").count() == 1, "{repeated}");
    let added = told_text(
        "Client,Invoice Number,Invoice Date,Due Date,Amount,Item Name,Quantity\nC1,7,2026-01-05,2026-02-04,100,Design,1\nC1,7,2026-01-05,2026-02-04,200,Print,2\nC1,7,2026-01-05,2026-02-04,-50,Discount,1\n",
    );
    assert!(added.contains("amount=25000") && added.matches(" invoices ").count() == 1, "{added}");
}

#[test]
fn an_invoice_with_a_broken_line_is_not_stored_in_part() {
    let text = |rows: &str| format!("Client,Invoice Number,Invoice Date,Due Date,Line Total\n{rows}");
    let told = told_text(&text(
        "C1,7,2026-01-05,2026-02-04,100\nC1,7,2026-01-05,2026-02-04,abc\nC1,7,2026-01-05,2026-02-04,50\nC1,8,2026-01-05,2026-02-04,50\n",
    ));
    assert_eq!(told.matches(" invoices ").count(), 1, "{told}");
    assert!(told.contains("! 3 Line Total amount_invalid «abc»") && !told.contains("! 4"), "{told}");
}

#[test]
fn net_and_tax_make_the_gross_amount() {
    let told = told_text("client,invoice,issued_on,due_on,Subtotal,VAT\nC1,1,2026-01-05,2026-01-05,100,15.5\n");
    assert!(told.contains("amount=11550 tax=1550") && !told.contains("tax_unstated"), "{told}");
}

#[test]
fn a_ledger_gives_invoices_and_payments() {
    let wave = "Transaction ID,Transaction Date,Account Name,Amount (One column),Customer,Invoice Number,Account Type\n\
        1,2021-01-28,Sales,98.00,Lucas,3,Income\n\
        1,2021-01-28,Accounts Receivable,590.50,Lucas,3,System Receivable Invoice\n\
        2,2021-02-28,Accounts Receivable,-590.50,Lucas,3,System Receivable Invoice\n";
    let told = told_of(wave, &mut Clients::new([client("Lucas", "Lucas", "USD", Some(10))]));
    assert!(told.contains("3 invoices Lucas 3 issued_on=2021-01-28 due_on=2021-02-07 amount=59050"), "{told}");
    assert!(told.contains("4 payments Lucas 3/2021-02-28 invoice=3 paid_on=2021-02-28 amount=59050"), "{told}");
    assert!(told.contains("~ 2 row_skipped «1»"), "{told}");
}

#[test]
fn several_payments_of_a_day_stay_apart() {
    let told = told_text("client,invoice,paid_on,amount\nC1,7,2026-01-05,10\nC1,7,2026-01-05,10\nC2,7,2026-01-05,10\n");
    let ids: Vec<_> = told.lines().take(3).filter_map(|line| line.split(' ').nth(3)).collect();
    assert_eq!(ids, ["7/2026-01-05", "7/2026-01-05.1", "7/2026-01-05"]);
}
