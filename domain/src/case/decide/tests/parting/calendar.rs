//! A notice counts by the calendars as they are on the day on which it goes out.

use super::*;
use crate::days::holiday::OwnDay;
use crate::separation::letter::{Contradiction, Differs};

#[test]
fn a_day_off_that_came_to_be_known_counts_when_the_notice_goes_out() {
    let mut play = Play::ready();
    play.today = day("2026-11-08");
    play.must(OWNER, enter(Stage::Notice));
    play.must(OWNER, Act::RecordTalk { on: play.today, text: text("we met") });
    assert_eq!(play.case().parting.computed.as_ref().map(|one| one.received_on), Some(day("2026-11-09")));
    // Monday the ninth was announced as a day off in between.
    let own = Some(vec![OwnDay { place: text("SA"), on: day("2026-11-09"), off: true }]);
    let (sent_at, tracking) = (text("2026-11-08T11:30"), Some(text("m-1@firm")));
    let said = Contradiction { differs: Differs::EffectiveDate, said: text("2026-12-09") };
    let sent = part(Part::Dispatch { sent_at, tracking, proof: None, own: own.clone() });
    let refused = Err(Refusal::Contradicts(vec![said]));
    assert_eq!(play.act(OWNER, sent), refused, "it ends a day later than it says");
    let order = Part::OrderMail { letter: 1, to: text("a@b.example"), message: text("<m@b>"), own };
    assert_eq!(play.act(OWNER, part(order)), refused, "by mail it would, too");
}

#[test]
fn a_notice_that_would_come_before_its_window_opens_does_not_go_out() {
    // Received not more than forty days before 31 December: from Saturday 21 November on, so from Sunday the 22nd.
    let window = "\"term_ends_on\":\"2026-12-31\",\"not_more_than_before_end\":40,\"length\"";
    let mut play = Play::ready();
    play.must(OWNER, compute(&INPUT.replace("\"length\"", window)));
    play.must("nasser", approve(Approved::Second));
    play.today = day("2026-11-08");
    play.must(OWNER, enter(Stage::Notice));
    play.must(OWNER, Act::RecordTalk { on: play.today, text: text("we met") });
    let sent = |at: &str| {
        let (sent_at, tracking) = (text(at), Some(text("m-1@firm")));
        part(Part::Dispatch { sent_at, tracking, proof: None, own: None })
    };
    let early = Err(Refusal::Invalid { field: Field::Day, why: Why::TooEarly });
    assert_eq!(play.act(OWNER, sent("2026-11-08T11:30")), early);
    let order = Part::OrderMail { letter: 1, to: text("a@b.example"), message: text("<m@b>"), own: None };
    assert_eq!(play.act(OWNER, part(order)), early);
    play.today = day("2026-11-22");
    let opened = play.act(OWNER, sent("2026-11-22T11:30"));
    assert!(matches!(opened, Err(Refusal::Contradicts(_))), "not too early, but the letter names another day");
}
