//! Exports of other programs, as their headers are documented or met: each is read, and as what.

use super::*;
use crate::intake::clients::Clients;
use crate::intake::inspect;
use crate::intake::plan::Options;
use crate::intake::source::sample::file;

/// Reads a header and a row; returns the profile and the kinds, and sees that the row has no problem.
fn read(header: &str, row: &str) -> (Option<String>, String) {
    let book = file(format!("{header}\n{row}\n").as_bytes());
    let plan = inspect(book.path(), "export.csv", &Options::new(&WORDS))
        .unwrap_or_else(|problem| panic!("{header}: {problem:?}"));
    let told = told(book.path(), "export.csv", &Options::new(&WORDS), &mut Clients::default());
    assert!(!told.contains("\n! ") && !told.starts_with('!'), "{header}: {told}");
    (plan.profile, plan.kinds.iter().map(|kind| kind.table).collect::<Vec<_>>().join("+"))
}

#[test]
fn untested_profiles_read_what_is_documented() {
    for (header, row, profile, kinds) in [
        (
            "Invoice Date,Invoice ID,Invoice Number,Invoice Status,Customer ID,Customer Name,Due Date,PurchaseOrder,Currency Code,Item Name,Quantity,Item Total,SubTotal,Total,Balance,Last Payment Date",
            "2026-01-05,9001,INV-1,Sent,77,Umbrella,2026-02-04,,INR,Bracket,2,500,660,819.20,819.20,",
            "zoho-books",
            "invoices+payments",
        ),
        (
            "Payment Number,CustomerPayment ID,Mode,Date,Customer Name,Customer ID,Amount,Invoice Number,Amount Applied to Invoice,Currency Code",
            "7,1,Cash,2026-01-05,Umbrella,77,900,INV-1,819.20,INR",
            "zoho-books",
            "payments",
        ),
        (
            "Number,Invoice Partner Display Name,Invoice/Bill Date,Due Date,Activities,Untaxed Amount Signed,Total Signed,Total in Currency Signed,Payment Status,Status,Currency",
            "INV/2026/00001,Azure,2026-01-05,2026-02-04,,100,115,115,Paid,Posted,SAR",
            "odoo",
            "invoices",
        ),
        (
            "Date,Employee,Project,Task,Description,Hours Spent,Customer",
            "2026-01-05,Huda,Site,Design,x,1.5,Azure",
            "odoo",
            "time",
        ),
        (
            "Invoice Number,Client Number,Business Name,First Name,Last Name,Issue Date,Due Date,Total,Currency Code,Status",
            "000001,12,Azure,A,B,2026-01-05,2026-02-04,115,SAR,Unpaid",
            "daftra",
            "invoices",
        ),
        (
            "رقم الفاتورة,رقم العميل,الاسم التجاري,تاريخ الإصدار,تاريخ الاستحقاق,الإجمالي,العملة",
            "1,12,الأفق,2026-01-05,2026-02-04,115,SAR",
            "daftra",
            "invoices",
        ),
        (
            "Reference,Customer,Issue Date,Due Date,Total,Due Amount,Status",
            "INV1,Azure,2026-01-05,2026-02-04,115,15,Approved",
            "qoyod",
            "invoices",
        ),
        (
            "الرقم المرجعي,العميل,تاريخ الإصدار,تاريخ الاستحقاق,الإجمالي,الحالة",
            "INV1,الأفق,2026-01-05,2026-02-04,115,معتمدة",
            "qoyod",
            "invoices",
        ),
        (
            "Date,From,To,Duration,Rate,User,Customer,Project,Activity,Description,Billable,Tags,ID",
            "2026-01-05,09:00,10:30,1:30,50,huda,Azure,P,Design,x,yes,,7",
            "kimai",
            "time",
        ),
    ] {
        assert_eq!(read(header, row), (Some(profile.to_owned()), kinds.to_owned()), "{header}");
    }
}

#[test]
fn programs_without_a_profile_are_read_by_meaning() {
    for (header, row, kinds) in [
        // QuickBooks, Xero, Stripe, a data set of receivables, an Arabic till
        (
            "Date,Transaction Type,Num,Name,Due Date,Amount,Open Balance",
            "01/31/2026,Invoice,1001,Azure,02/28/2026,115.00,15.00",
            "invoices",
        ),
        (
            "ContactName,EmailAddress,InvoiceNumber,Reference,InvoiceDate,DueDate,Total,TaxTotal,InvoiceAmountPaid,InvoiceAmountDue,Description,Quantity,UnitAmount,LineAmount,Currency,Type,Status",
            "Azure,a@b.c,INV-1,,31/01/2026,28/02/2026,115,15,0,115,Design,1,100,100,GBP,Sales invoice,Authorised",
            "invoices",
        ),
        (
            "id,Amount Due,Closed,Currency,Customer,Date (UTC),Due Date (UTC),Number,Paid,Subtotal,Tax,Total,Customer Name",
            "in_1,115.00,true,usd,cus_1,2026-01-05 10:00,2026-02-04 10:00,A-1,true,100,15,115.00,Azure",
            "invoices",
        ),
        (
            "business_code,cust_number,name_customer,clear_date,posting_date,document_create_date,due_in_date,invoice_currency,document type,total_open_amount,cust_payment_terms,invoice_id,isOpen",
            "U001,0200769623,WAL corp,2020-02-11 0:00:00,2020-01-26,20200125,20200210.0,USD,RV,54273.28,NAH4,1930438491.0,0",
            "invoices+payments",
        ),
        (
            "رقم الفاتورة,التاريخ,اسم العميل,الإجمالي شامل الضريبة,الضريبة,تاريخ الاستحقاق",
            "1,2026-01-05,الأفق,115,15,2026-02-04",
            "invoices",
        ),
        // Everhour, a spreadsheet of hours, a help desk's ratings, a mailbox list
        ("Date,Client,Project,Task,Member,Time,Billable", "2026-01-05,Azure,Site,Design,Huda,1:30,Yes", "time"),
        ("اسم الموظف;العميل;التاريخ;عدد الساعات;ملاحظات", "هدى;الأفق;2026-01-05;1,5;تصميم", "time"),
        ("Ticket,Customer Name,Submitted,Satisfaction rating,Comment", "7,Azure,2026-01-05 10:00,4,fine", "feedback"),
        ("Date,Time,Client,Direction,Channel,Subject", "2026-01-05,10:15,Azure,Inbound,mail,hello", "messages"),
        (
            "Milestone,Client,Deadline,Delivery date,Acceptance date",
            "Logo,Azure,2026-01-05,2026-01-04,2026-01-09",
            "deliverables",
        ),
    ] {
        assert_eq!(read(header, row), (None, kinds.to_owned()), "{header}");
    }
}
