//! Clients: known, spelled otherwise, new, and named beside their number.

use super::*;
use crate::intake::clients::Clients;
use crate::intake::plan::Options;
use crate::intake::source::sample::file;

fn told_of(text: &str, clients: &mut Clients) -> String {
    told(file(text.as_bytes()).path(), "file.csv", &Options::new(&WORDS), clients)
}

#[test]
fn another_spelling_is_the_same_client_and_said_once() {
    let mut clients = Clients::new([client("C1", "شركة الأُفُق", "SAR", None)]);
    let told = told_of(
        "client,on,minutes\nشركه الافق,2026-01-05,30\nشركه الافق,2026-01-06,30\nC1,2026-01-07,30\n",
        &mut clients,
    );
    assert_eq!(told.matches(" time C1 ").count(), 3, "{told}");
    assert_eq!(told.matches("client_matched «شركه الافق → C1»").count(), 1, "{told}");
}

#[test]
fn only_stored_rows_create_clients() {
    let mut clients = Clients::default();
    let told = told_of("client,on,minutes\nNew,never,30\nOther,2026-01-05,30\n", &mut clients);
    assert!(!told.contains("client_created «New»") && told.contains("client_created «Other»"), "{told}");
}

#[test]
fn a_number_with_a_name_beside_it() {
    let mut clients = Clients::default();
    let first = told_of(
        "Customer ID,Customer Name,Invoice Number,Invoice Date,Due Date,Total\n771,Big Company,1,2026-01-05,2026-01-05,10\n",
        &mut clients,
    );
    assert!(first.contains("2 invoices 771 1 "), "{first}");
    let second = told_of("Customer Name,Date,Hours\nbig company,2026-01-05,2\n", &mut clients);
    assert!(second.contains("2 time 771 "), "{second}");
}

#[test]
fn a_client_list_teaches_the_files_after_it() {
    let mut clients = Clients::default();
    told_of("client,name,currency,terms_days\nC1,One,KWD,30\n", &mut clients);
    let told = told_of("client,invoice,invoice date,total\none,7,2026-01-05,1.250\n", &mut clients);
    assert!(told.contains("2 invoices C1 7 issued_on=2026-01-05 due_on=2026-02-04 amount=1250 currency=KWD"), "{told}");
}
