//! Notices that another program computed, written from the rulings alone: both must come to the same days.

use super::{compute, read};
use crate::days::Day;

#[test]
fn another_program_comes_to_the_same_days() {
    let lines = include_str!("elsewhere.txt").lines().filter(|line| !line.starts_with('#'));
    let mut count = 0;
    for line in lines {
        let (days, inputs) = line.split_at(line.find('{').expect("inputs"));
        let days: Vec<Option<Day>> = days.split_whitespace().map(Day::from_iso).collect();
        let notice = compute(&read(inputs).unwrap_or_else(|errors| panic!("{inputs}: {errors:?}")));
        let found = [
            Some(notice.received_on),
            notice.effective_on,
            notice.last_lawful_receipt,
            notice.last_lawful_dispatch,
            notice.last_safe_dispatch,
        ];
        assert_eq!(days, found, "{inputs}");
        count += 1;
    }
    assert_eq!(count, 24);
}
