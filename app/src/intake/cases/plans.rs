//! What is said of how a file will be read.

use super::*;
use crate::intake::clients::Clients;
use crate::intake::inspect;
use crate::intake::plan::{Options, Plan};
use crate::intake::source::sample::file;
use crate::intake::target::Target;
use domain::record::kind_named;

fn plan(text: &str) -> Plan {
    inspect(file(text.as_bytes()).path(), "data.csv", &Options::new(&WORDS)).expect("a plan")
}

/// Writes what was inferred of the file, then of each column.
fn inferred(plan: &Plan) -> String {
    let word = |inference: &crate::intake::plan::Inference| format!("{}={}", inference.code.word(), inference.value);
    let of_file: Vec<String> = plan.inferences.iter().map(word).collect();
    let of_columns = plan.columns.iter().filter(|column| !column.inferred.is_empty());
    let of_columns: Vec<String> = of_columns
        .map(|c| format!("{}: {}", c.header, c.inferred.iter().map(word).collect::<Vec<_>>().join(" ")))
        .collect();
    format!("{} | {}", of_file.join(" "), of_columns.join(" | "))
}

#[test]
fn everything_inferred_is_shown() {
    let told = plan(
        "Report\nClient;Invoice Date;Invoice No;Due Date;Total (EUR);Date Paid\nC1;13/01/2026;1;01/02/2026;1.234,50;03/02/2026\n",
    );
    assert_eq!(
        inferred(&told),
        "encoding=UTF-8 delimiter=; header_line=2 payments_too= kind=invoices kind=payments \
         | Invoice Date: dates_day_first=13/01/2026 | Due Date: dates_by_other_column=dmy \
         | Total (EUR): currency_of_header=EUR decimal_comma=1.234,50 | Date Paid: dates_by_other_column=dmy"
    );
    assert_eq!(told.rows_estimate, 1);
    assert_eq!(told.sha256_hex().len(), 64);
}

#[test]
fn what_is_assumed_is_shown_too() {
    let told = plan("client,on,amount,kind\nC1,2026-01-05,\"1,250\",spent\n");
    assert!(inferred(&told).contains("amount: decimal_assumed=1,250"), "{}", inferred(&told));
    let mixed = plan("client,on,amount,kind\nC1,2026-01-05,\"1,5\",spent\nC1,2026-01-05,1.5,spent\n");
    assert!(inferred(&mixed).contains("decimal_mixed=1,5"), "{}", inferred(&mixed));
    let comma = plan("client;on;amount;kind\nC1;2026-01-05;25;spent\nC1;2026-01-05;1,5;spent\n");
    assert!(inferred(&comma).contains("decimal_comma=1,5"), "the value that shows it: {}", inferred(&comma));
    let bare = plan("client,date,duration\nC1,2026-01-05,90\n");
    assert!(inferred(&bare).contains("duration: unit=minute"), "{}", inferred(&bare));
    let due = plan("client,invoice no,invoice date,total\nC1,1,2026-01-05,5\n");
    assert!(inferred(&due).contains("due_from_terms="), "{}", inferred(&due));
}

#[test]
fn a_profile_says_whether_it_was_tried() {
    let told = plan(
        "Date,From,To,Duration,User,Customer,Project,Activity,Description\n2026-01-05,09:00,10:30,1:30,huda,C1,P,Design,x\n",
    );
    assert_eq!(told.profile.as_deref(), Some("kimai"));
    assert!(inferred(&told).contains("profile=Kimai profile_untested=Kimai"), "{}", inferred(&told));
}

#[test]
fn a_plan_knows_what_its_file_says() {
    let told = plan(
        "Client,Invoice Date,Invoice No,Due Date,Subtotal,VAT,Date Paid\nC1,2026-01-05,1,2026-02-04,100,15,2026-02-02\n",
    );
    let says = |table: &str, column: &str| told.says(kind_named(table).expect("a kind"), column);
    for (table, column, expected) in [
        ("invoices", "issued_on", true),
        ("invoices", "amount", true),
        ("invoices", "tax", true),
        ("invoices", "note", false),
        ("invoices", "disputed", false),
        ("payments", "paid_on", true),
        ("payments", "amount", true),
        ("payments", "invoice", true),
    ] {
        assert_eq!(says(table, column), expected, "{table}.{column}");
    }
    let told = plan("client,invoice no,invoice date,total\nC1,1,2026-01-05,5\n");
    assert!(!told.says(kind_named("invoices").expect("a kind"), "due_on"), "it follows from terms that the file lacks");
    let options = Options { kind: kind_named("clients"), ..Options::new(&WORDS) };
    let own = file("client,country,terms_days\nC1,SA,30\n".as_bytes());
    let told = super::super::inspect(own.path(), "clients.csv", &options).expect("a plan");
    assert!(!told.says(kind_named("clients").expect("a kind"), "name"), "a key is no name");
}

/// Returns what a file gives when a person sets its columns as they were recognised, but for one.
fn changed(text: &str, place: usize, target: Option<&str>) -> (String, String) {
    let recognised = plan(text);
    let mut mapping: Vec<Option<Target>> = recognised.columns.iter().map(|column| column.target).collect();
    mapping[place] = target.and_then(Target::named);
    let options = Options { mapping: Some(mapping), ..Options::new(&WORDS) };
    let own = file(text.as_bytes());
    let before = told(own.path(), "data.csv", &Options::new(&WORDS), &mut Clients::default());
    (before, told(own.path(), "data.csv", &options, &mut Clients::default()))
}

#[test]
fn one_changed_column_leaves_the_others_as_they_were() {
    let paid = "Client,Invoice Date,Invoice No,Due Date,Total,Date Paid,Remark\n\
                C1,2026-01-05,1,2026-02-04,100,2026-02-02,late\n";
    let (before, after) = changed(paid, 6, Some("invoices.note"));
    assert!(before.contains("2 payments C1"), "{before}");
    assert_eq!(after.replace(" note=late", ""), before);
    assert_ne!(after, before);
    let (_, unpaid) = changed(paid, 5, None);
    assert!(!unpaid.contains("payments") && unpaid.contains("2 invoices C1 1"), "{unpaid}");
    let profiled = "Client,Invoice Number,Amount,Paid,Invoice Date,Due Date,Item Product,Status,Public Notes\n\
                    C1,1,100,0,2026-01-05,2026-02-04,a,Sent,x\nC1,1,100,0,2026-01-05,2026-02-04,b,Sent,x\n";
    let (before, after) = changed(profiled, 8, None);
    assert_eq!(after, before.replace(" note=x", ""), "the lines of one invoice stay one invoice");
    assert_eq!(before.matches("invoices C1").count(), 1, "{before}");
}
