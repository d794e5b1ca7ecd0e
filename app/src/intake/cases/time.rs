//! Hours in every form, twins, and what one day can hold.

use super::*;

#[test]
fn durations_in_many_forms() {
    check(
        "client;on;hours\nC1;2026-01-05;1,5\nC1;2026-01-06;1:30\nC1;2026-01-07;90 min\nC1;2026-01-08;20,25\nC1;2026-01-09;25\nC1;2026-01-10;-1\nC1;2026-01-11;some\nC1;2026-01-12;\n",
        "
2 time C1 2026-01-05.2skxwwzw89 on_day=2026-01-05 minutes=90 currency=XXX
3 time C1 2026-01-06.d0ftma1vz7 on_day=2026-01-06 minutes=90 currency=XXX
4 time C1 2026-01-07.nqhqery87d on_day=2026-01-07 minutes=90 currency=XXX
5 time C1 2026-01-08.rkghhfjj6k on_day=2026-01-08 minutes=1215 currency=XXX
! 6 hours hours_invalid «25»
! 7 hours hours_invalid «-1»
! 8 hours hours_invalid «some»
! 9 minutes required_missing «»
~ 2 client_created «C1»
",
    );
}

#[test]
fn a_bare_duration_counts_what_fits_into_a_day() {
    for (values, minutes) in [("1.5,8", 90), ("90,480", 90), ("5400,28800", 90), ("1:30,8:00", 90)] {
        let rows: String = values.split(',').map(|value| format!("C1,2026-01-05,{value}\n")).collect();
        let told = told_text(&format!("client,date,duration\n{rows}"));
        assert!(told.contains(&format!("minutes={minutes} ")), "{values}: {told}");
    }
}

#[test]
fn a_beginning_and_an_end_give_the_minutes() {
    for (header, row, minutes) in [
        ("client,date,start time,end time", "C1,2026-01-05,09:00,10:30", 90),
        ("client,date,from,to", "C1,2026-01-05,9:00 AM,1:15 PM", 255),
        ("client,date,start,end", "C1,2026-01-05,22:00,01:00", 180),
        ("client,start,end", "C1,2026-01-05T09:00:00Z,2026-01-05T10:30:00Z", 90),
        ("client,start,end", "C1,2026-01-05T23:00:00+03:00,2026-01-06T00:30:00+03:00", 90),
        ("client,start date,start time,end date,end time", "C1,2026-01-05,23:00,2026-01-06,00:30", 90),
    ] {
        let told = told_text(&format!("{header}\n{row}\n"));
        assert!(told.contains(&format!("minutes={minutes} ")), "{header}: {told}");
    }
}

#[test]
fn genuine_twins_stay_and_a_second_reading_changes_nothing() {
    let text = "client,on,minutes,note\nC1,2026-01-05,30,call\nC1,2026-01-05,30,call\nC1,2026-01-05,30,other\n";
    let told = told_text(text);
    let ids: Vec<&str> = told.lines().take(3).filter_map(|line| line.split(' ').nth(3)).collect();
    assert_eq!(ids[1], format!("{}.1", ids[0]));
    assert_ne!(ids[2], ids[0]);
    assert_eq!(told, told_text(text));
}

#[test]
fn the_same_facts_in_another_form_are_the_same_record() {
    let id = |text: &str| told_text(text).split(' ').nth(3).map(str::to_owned);
    let plain = id("client,on,minutes,billable,cost_rate\nC1,2026-01-25,90,true,65.50\n");
    assert_eq!(id("Client;Hours;Date;Billable;Cost rate\nC1;1,5;25/01/2026;Yes;65,5\n"), plain);
    assert_eq!(id("العميل,التاريخ,الساعات,قابلة للفوترة,كلفة الساعة\nC1,٢٥/٠١/٢٠٢٦,١٫٥,نعم,٦٥٫٥\n"), plain);
    assert_ne!(id("client,on,minutes,billable,cost_rate\nC2,2026-01-25,90,true,65.50\n"), plain);
}

#[test]
fn an_entry_of_its_own_number_keeps_it() {
    let told = told_text("client,on,minutes,entry\nC1,2026-01-05,30,E-7\nC1,2026-01-05,30,\n");
    assert!(told.starts_with("2 time C1 E-7 "), "{told}");
    assert!(told.contains("3 time C1 2026-01-05."), "{told}");
}
