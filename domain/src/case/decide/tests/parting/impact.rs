//! Who else is touched hears one sentence, from one person, on one day; until then no notice goes out.

use super::*;
use crate::case::parting::impact::{Act as Impact, Gap, TouchedSaid, Who};

pub(super) fn note(touched: Option<u32>, teller: Option<&str>, on: Option<&str>, sentence: &str) -> Act {
    let said = TouchedSaid { name: text("Marsa"), sentence: text(sentence) };
    let (teller, on, context) = (teller.map(text), on.map(day), Context::default());
    part(Part::Impact(Impact::NoteTouched { touched, who: Who::LinkedClient, teller, on, said, context }))
}

pub(super) const SENTENCE: &str = "Our work for Nakhla ends with the year, and we wish them well.";

#[test]
fn a_notice_waits_until_whoever_is_named_hears_a_sentence_from_someone_on_a_day() {
    let mut play = Play::ready();
    play.today = day("2026-11-08");
    play.must(OWNER, note(None, None, None, ""));
    let gaps =
        |play: &Play| play.case().parting.impact_gaps().into_iter().flat_map(|(_, gaps)| gaps).collect::<Vec<_>>();
    assert_eq!(gaps(&play), [Gap::Teller, Gap::Sentence, Gap::Day]);
    assert_eq!(items(play.act(OWNER, enter(Stage::Notice))), [Item::Impact]);
    assert!(play.act(OWNER, note(Some(1), None, None, "The last day is 31 December 2026.")).is_err());
    play.must(OWNER, note(Some(1), Some("nasser"), Some("2026-11-07"), SENTENCE));
    assert_eq!(gaps(&play), [Gap::TooEarly], "the client hears it first, on the eighth");
    play.must(OWNER, note(Some(1), Some("nasser"), Some("2026-11-09"), SENTENCE));
    play.must(OWNER, enter(Stage::Notice));
}

#[test]
fn what_was_told_stands() {
    let mut play = Play::ready();
    play.today = day("2026-11-08");
    let tell = |touched| part(Part::Impact(Impact::TellTouched { touched, on: day("2026-11-08") }));
    let strike = |touched| part(Part::Impact(Impact::StrikeTouched { touched }));
    play.must(OWNER, note(None, Some("nasser"), Some("2026-11-08"), ""));
    assert!(play.act(OWNER, tell(1)).is_err(), "there is no sentence yet");
    play.must(OWNER, note(Some(1), Some("nasser"), Some("2026-11-08"), SENTENCE));
    play.must(OWNER, tell(1));
    // The notice is put off: it was told before the client hears of it, and no hand can change that.
    play.must(OWNER, compute(&INPUT.replace("2026-11-08T10:00", "2026-11-10T10:00")));
    assert!(play.case().parting.impact_gaps().is_empty());
    assert_eq!(play.act(OWNER, tell(1)), Err(Refusal::Done));
    assert_eq!(play.act(OWNER, strike(1)), Err(Refusal::Done));
    play.must(OWNER, note(None, None, None, ""));
    play.must(OWNER, strike(2));
    assert_eq!(play.case().parting.touched.rows.len(), 1);
    assert!(play.act(OWNER, strike(2)).is_err());
}

#[test]
fn nobody_hears_a_judgement_of_the_client() {
    let mut play = Play::ready();
    for sentence in
        ["The client never pays on time.", "العميل يماطل في السداد.", "We stop because of the client's delays."]
    {
        assert!(play.act(OWNER, note(None, None, None, sentence)).is_err(), "{sentence}");
    }
    let by_name = |sentence: &str| {
        let said = TouchedSaid { name: text("Marsa"), sentence: text(sentence) };
        let context = Context { client: vec![text("Nakhla")], ..Context::default() };
        let who = Who::LinkedClient;
        part(Part::Impact(Impact::NoteTouched { touched: None, who, teller: None, on: None, said, context }))
    };
    assert!(play.act(OWNER, by_name("Nakhla always pays late.")).is_err());
    play.must(OWNER, by_name(SENTENCE));
}
