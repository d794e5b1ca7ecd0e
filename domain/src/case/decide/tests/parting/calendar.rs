//! A notice counts by the calendars as they are on the day on which it goes out.

use super::*;
use crate::days::holiday::OwnDay;

#[test]
fn a_day_off_that_came_to_be_known_counts_when_the_notice_goes_out() {
    let mut play = Play::ready();
    play.must(OWNER, compute(&INPUT.replace("\"length\"", "\"pack_holidays\":true,\"length\"")));
    play.must("nasser", approve(Approved::Second));
    play.today = day("2026-11-08");
    play.must(OWNER, enter(Stage::Notice));
    play.must(OWNER, Act::RecordTalk { on: play.today, text: text("we met") });
    assert_eq!(play.case().parting.computed.as_ref().map(|one| one.received_on), Some(day("2026-11-09")));
    // Monday the ninth was announced as a day off in between.
    let own = Some(vec![OwnDay { place: text("SA"), on: day("2026-11-09"), off: true }]);
    let (sent_at, tracking) = (text("2026-11-08T11:30"), Some(text("m-1@firm")));
    play.must(OWNER, part(Part::Dispatch { sent_at, tracking, proof: None, own }));
    let sent = play.case().parting.dispatched().expect("it went out").computed.clone();
    assert_eq!((sent.received_on, sent.effective_on), (day("2026-11-10"), day("2026-12-10")));
}
