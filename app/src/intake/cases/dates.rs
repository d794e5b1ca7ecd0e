//! Day and month, settled by whole columns or asked for.

use super::*;
use crate::intake::clients::Clients;
use crate::intake::plan::Options;
use crate::intake::source::sample::file;
use crate::intake::value::date::DateOrder;

fn with_dates(text: &str, order: &str) -> String {
    let options = Options { dates: DateOrder::of(order), ..Options::new(&WORDS) };
    told(file(text.as_bytes()).path(), "x.csv", &options, &mut Clients::default())
}

#[test]
fn one_row_settles_the_order_of_all() {
    check(
        "client,on,minutes\nC1,03/04/2026,30\nC1,13/04/2026,30\n",
        "
2 time C1 2026-04-03.1m0j2vrny0 on_day=2026-04-03 minutes=30 currency=XXX
3 time C1 2026-04-13.fx9przsn9n on_day=2026-04-13 minutes=30 currency=XXX
~ 2 client_created «C1»
",
    );
}

#[test]
fn one_column_settles_the_order_of_another() {
    let told =
        told_text("client,invoice,issued_on,due_on,amount\nC1,1,1/3/2012,2/2/2012,10\nC1,2,1/13/2012,2/12/2012,10\n");
    assert!(told.contains("issued_on=2012-01-03 due_on=2012-02-02"), "{told}");
    assert!(told.contains("issued_on=2012-01-13 due_on=2012-02-12"), "{told}");
}

#[test]
fn without_such_a_row_nothing_is_read() {
    let text = "client,on,minutes\nC1,03/04/2026,30\nC1,04/05/2026,30\n";
    check(text, "!! - on date_order_unclear «03/04/2026»\n");
    assert!(with_dates(text, "dmy").contains("on_day=2026-04-03"));
    assert!(with_dates(text, "mdy").contains("on_day=2026-03-04"));
    assert!(with_dates(text, "ymd").contains("! 2 on date_invalid «03/04/2026»"));
}

#[test]
fn a_column_that_contradicts_itself_is_refused() {
    check(
        "client,on,minutes\nC1,13/04/2026,30\nC1,04/13/2026,30\n",
        "!! - on date_order_unclear «13/04/2026 ≠ 04/13/2026»\n",
    );
}

#[test]
fn an_asked_order_makes_the_other_one_a_row_problem() {
    let told = with_dates("client,on,minutes\nC1,13/04/2026,30\nC1,04/13/2026,30\n", "dmy");
    assert!(told.contains("2 time") && told.contains("! 3 on date_invalid «04/13/2026»"), "{told}");
}

#[test]
fn a_large_file_that_begins_in_iso_and_goes_on_otherwise_loses_those_rows_only() {
    let rows = "C1,2026-01-05,30,a note that makes the row long enough for the file to pass eight million bytes\n"
        .repeat(90_000);
    let told = told_text(&format!("client,on,minutes,note\n{rows}C1,03/04/2026,30,x\nC1,13/04/2026,30,x\n"));
    assert!(told.contains("! 90002 on date_order_unclear «03/04/2026»"));
    assert!(told.contains("on_day=2026-04-13"));
}

#[test]
fn bad_days_and_days_to_come() {
    check(
        "client,on,minutes\nC1,2026-02-30,30\nC1,soon,30\nC1,,30\nC1,2026-07-01,30\nC1,28/01/21,30\nC1,1447-07-26,30\n",
        "
5 time C1 2026-07-01.y3y71e22xp on_day=2026-07-01 minutes=30 currency=XXX
! 2 on date_invalid «2026-02-30»
! 3 on date_invalid «soon»
! 4 on required_missing «»
! 6 on date_invalid «28/01/21»
! 7 on date_invalid «1447-07-26»
~ 5 client_created «C1»
~ 5 future_date «2026-07-01»
",
    );
}
