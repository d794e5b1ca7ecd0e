//! Clauses written for these tests, and what must be read of them.

mod arabic;
mod english;
mod whole;

use super::{By, Length, Terms, read};
use crate::record::NoticeUnit;

fn terms(text: &str) -> Terms {
    read(text).terms
}

fn stated(length: super::Stated) -> Option<(u32, NoticeUnit)> {
    length.length.zip(length.unit)
}

/// Who may end it without a reason, and how long before.
fn convenience(text: &str) -> Option<(By, Option<(u32, NoticeUnit)>)> {
    terms(text).termination_for_convenience.map(|term| (term.value.by, stated(term.value.length)))
}

/// How long before its end a contract must be given up.
fn renewal_notice(text: &str) -> Option<Option<(u32, NoticeUnit)>> {
    terms(text).renewal_notice.map(|term| stated(term.value.length))
}

/// How long before its end a contract may be given up at the earliest, and must be at the latest.
fn window(text: &str) -> Option<[Option<(u32, NoticeUnit)>; 2]> {
    let value = terms(text).renewal_notice?.value;
    Some([value.earliest_length.zip(value.earliest_unit), stated(value.length)])
}

/// Whether it renews by itself, and for how long.
fn renewal(text: &str) -> Option<(bool, Option<(u32, NoticeUnit)>)> {
    terms(text).renewal.map(|term| (term.value.automatic, stated(term.value.length)))
}

/// Whether it may be ended for breach, and how long there is to mend it.
fn breach(text: &str) -> Option<Option<(u32, NoticeUnit)>> {
    terms(text).termination_for_breach.map(|term| term.value.cure_length.zip(term.value.cure_unit))
}

fn law(text: &str) -> Option<String> {
    terms(text).governing_law.map(|term| term.value.value)
}

fn payment(text: &str) -> Option<(u32, NoticeUnit)> {
    terms(text).payment.and_then(|term| stated(term.value))
}

#[test]
fn lengths_are_public() {
    assert_eq!(super::Stated::from(Some(Length { n: 2, unit: NoticeUnit::Week })).length, Some(2));
}
