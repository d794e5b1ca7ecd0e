//! Counsel's word before the notice.

use super::*;

#[test]
fn a_word_of_counsel_to_wait_is_no_consent() {
    let mut play = Play::preparing();
    play.must(OWNER, Act::GiveRole { role: Role::Counsel, member: text("huda") });
    play.must(OWNER, choose(Basis::Notice));
    let word = |wait, ground| Act::Advise { ground, talk_not_needed: false, wait, text: text("as I see it") };
    play.must("huda", word(true, None));
    let missing = items(play.act(OWNER, enter(Stage::Notice)));
    assert_eq!(missing[0], Item::CounselWaits, "a word was given, and it says no: {missing:?}");
    play.must("huda", word(false, Some(Ground::Conduct)));
    assert_eq!(items(play.act(OWNER, enter(Stage::Notice)))[0], Item::CounselWaits, "that was about a ground");
    play.must("huda", word(false, None));
    assert!(!items(play.act(OWNER, enter(Stage::Notice))).contains(&Item::CounselWaits));
}

#[test]
fn a_word_to_wait_holds_a_notice_that_was_agreed_to() {
    let mut play = Play::ready();
    play.must(OWNER, Act::GiveRole { role: Role::Counsel, member: text("huda") });
    play.today = day("2026-11-08");
    play.must(OWNER, enter(Stage::Notice));
    play.must(OWNER, Act::RecordTalk { on: play.today, text: text("we met") });
    let wait = Act::Advise { ground: None, talk_not_needed: false, wait: true, text: text("they may sue") };
    play.must("huda", wait);
    let sent =
        Part::Dispatch { sent_at: text("2026-11-08T11:30"), tracking: Some(text("m-1")), proof: None, own: None };
    assert_eq!(items(play.act(OWNER, part(sent))), [Item::CounselWaits]);
}
