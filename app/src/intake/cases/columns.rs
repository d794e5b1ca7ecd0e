//! Columns of the remaining kinds: choices, flags, texts, scores.

use super::*;

#[test]
fn choices_and_flags_in_both_languages() {
    check(
        "client,at,direction,subject,text\nC1,2026-01-05T10:15,incoming,hello,\"two\nlines\"\nC1,2026-01-05 22:05:59,صادر,,x\nC1,2026-01-06,sideways,,x\n",
        "
2 messages C1 2026-01-05.kmgc3mfhe9 at=2026-01-05T10:15 direction=in subject=hello text=two\nlines
4 messages C1 2026-01-05.4wd5emhth8 at=2026-01-05T22:05 direction=out text=x
! 5 direction value_unknown «sideways»
~ 2 client_created «C1»
",
    );
}

#[test]
fn a_time_of_its_own_column_joins_the_day() {
    let told = told_text("client,date,time,direction\nC1,2026-01-05,10:15 PM,in\n");
    assert!(told.contains("at=2026-01-05T22:15"), "{told}");
}

#[test]
fn an_undated_flag_is_known_from_the_last_day_of_its_row() {
    let told = told_text(
        "client,deliverable,due_on,delivered_on,accepted_on,criteria_changed\nC1,Logo,2026-01-05,2026-01-07,2026-01-20,نعم\n",
    );
    assert!(told.contains("criteria_changed=1 known_on=2026-01-20"), "{told}");
}

#[test]
fn scores_and_their_scale() {
    let stated = told_text("client,on,score,scale,valid\nC1,2026-01-05,4,5,\nC1,2026-01-06,7,5,yes\n");
    assert!(stated.contains("score=4 scale=5") && stated.contains("! 3 score value_unknown «7»"), "{stated}");
    let inferred = told_text("client,on,NPS,comment\nC1,2026-01-05,9,great\nC1,2026-01-06,3,meh\n");
    assert!(inferred.contains("score=9 scale=10") && inferred.contains("score=3 scale=10"), "{inferred}");
    let pulse = told_text("client,on,pulse\nC1,2026-01-05,4\nC1,2026-01-05,6\n");
    assert!(pulse.contains("score=4") && pulse.contains("! 3 pulse value_unknown «6»"), "{pulse}");
}

#[test]
fn key_columns_name_the_record() {
    let told = told_text("client,goal,period_end,target,actual,direction\nC1,leads,2026-01-31,10.5,9,up\n");
    assert!(
        told.starts_with(
            "2 goals C1 leads/2026-01-31 goal=leads period_end=2026-01-31 target=10.5 actual=9 direction=up"
        ),
        "{told}"
    );
    let told = told_text("client,invoice,made_on,promised_on\nC1,7,2026-01-05,2026-01-09\n");
    assert!(told.starts_with("2 promises C1 7/2026-01-05 invoice=7"), "{told}");
}

#[test]
fn client_lists_of_keys_or_names_only() {
    let told = told_text("Client Name,Email,Phone,Payment terms\nBruce,b@x.y,1,Net 30\n,c@x.y,2,\n");
    assert!(told.starts_with("2 clients Bruce Bruce name=Bruce currency=XXX terms_days=30"), "{told}");
    assert!(told.contains("! 3 Client Name required_missing"), "{told}");
}

#[test]
fn a_percentage_and_a_requested_sum() {
    let told =
        told_text("client,on,kind,request,percent,amount,currency,accepted\nC1,2026-01-05,طلب خصم,R1,15%,100,SAR,no\n");
    assert!(
        told.starts_with(
            "2 requests C1 R1 on_day=2026-01-05 kind=discount accepted=0 percent=15 amount=10000 currency=SAR"
        ),
        "{told}"
    );
}
