//! A client who stays is given notice of a default, and services are suspended and resumed, without any end (DOMAIN 2.9).

use super::suspension::{SOUND, defaulted, suspend};
use super::*;
use crate::case::parting::Letter;
use crate::case::parting::deadlines::{What, deadlines};
use crate::separation::dunning::Lack;
use crate::separation::letter::Rung;

fn stand_behind(letter: u32) -> Act {
    part(Part::ApproveLetter { letter })
}

/// A review in which finance agrees, and the client was talked to.
fn reviewed_with(track: Track) -> Play {
    let mut play = Play::in_review(track);
    play.must(OWNER, Act::GiveRole { role: Role::Finance, member: text("nasser") });
    play.must(OWNER, Act::RecordTalk { on: day("2026-11-02"), text: text("they pay late") });
    play
}

/// The notice of default was served on Monday the second, to be cured until the sixteenth; it is the seventeenth.
fn uncured() -> Play {
    let mut play = reviewed_with(Track::Light);
    play.must(OWNER, default_notice());
    play.must("nasser", stand_behind(1));
    play.must(OWNER, defaulted(day("2026-11-02"), day("2026-11-16")));
    play.today = day("2026-11-17");
    play
}

/// The letter that announces the suspension reached them on Tuesday the tenth, behind it the owner and finance.
fn announced(mut play: Play) -> Play {
    play.must(OWNER, letter(None, Kind::Suspension, "New design work is suspended from 17 November 2026."));
    let letter = play.case().parting.letters.last().expect("a letter").id;
    play.must("nasser", stand_behind(letter));
    play.must(OWNER, part(Part::HandOver { letter, on: day("2026-11-10"), proof: None }));
    play
}

#[test]
fn a_client_who_stays_comes_to_a_suspension_and_back() {
    let mut play = uncured();
    let cure = |play: &Play| deadlines(&play.case(), None, None).iter().map(|one| one.what).collect::<Vec<_>>();
    assert_eq!(cure(&play), [What::Cure]);
    assert_eq!(play.act(OWNER, suspend("2026-11-17", SOUND)), Err(Refusal::Suspension(vec![Lack::Notice])));
    play = announced(play);
    play.must(OWNER, suspend("2026-11-17", SOUND));
    assert_eq!(play.case().parting.breach.suspended_on, Some(day("2026-11-17")));
    assert!(cure(&play).is_empty(), "what follows was said");
    let withdraw = Act::Withdraw { text: text("they have paid") };
    assert_eq!(items(play.act(OWNER, withdraw.clone())), [Item::SuspensionEnded]);
    play.must(OWNER, part(Part::RecordCure { on: play.today, text: text("paid in full") }));
    assert!(play.case().parting.breach.suspended_on.is_some(), "a person resumes it");
    play.must(OWNER, part(Part::EndSuspension { on: play.today }));
    assert_eq!((play.case().parting.breach.suspended_on, play.stage()), (None, Stage::Review));
    play.must(OWNER, withdraw);
}

/// The last of the reminders is no less grave than the notice of default (DOMAIN 2.9); the ones before it go out alone.
#[test]
fn two_people_stand_behind_the_last_reminder() {
    let mut play = reviewed_with(Track::Light);
    for (id, rung, lacks) in [(1, Rung::Formal, &[][..]), (2, Rung::Final, &[Item::SecondApprover])] {
        let said = text("Invoice NK-1 is open. Please pay it by 18 November 2026.");
        let (language, context) = (Language::English, Context::default());
        let kind = Kind::Reminder;
        play.must(
            OWNER,
            part(Part::DraftLetter { letter: None, kind, rung: Some(rung), language, text: said, context }),
        );
        let mail = Part::OrderMail { letter: id, to: text("a@b.example"), message: text("<m@b>"), own: None };
        let letters = &play.case().parting.letters;
        assert_eq!(letters.last().map(Letter::is_grave), Some(!lacks.is_empty()));
        if !lacks.is_empty() {
            assert_eq!(items(play.act(OWNER, part(mail.clone()))), lacks);
            // A new version of it is still the last one.
            play.must(OWNER, letter(Some(id), kind, "Invoice NK-1 is open. Please pay it by 20 November 2026."));
            assert_eq!(items(play.act(OWNER, part(mail.clone()))), lacks);
            play.must("nasser", stand_behind(id));
        }
        play.must(OWNER, part(mail));
    }
}

#[test]
fn two_people_stand_behind_a_grave_letter_and_one_of_them_decides() {
    let mut play = reviewed_with(Track::Light);
    play.must(OWNER, default_notice());
    let served = || defaulted(day("2026-11-02"), day("2026-11-16"));
    let mail = || Part::OrderMail { letter: 1, to: text("a@b.example"), message: text("<m@b>"), own: None };
    for act in [served(), part(mail()), part(Part::HandOver { letter: 1, on: day("2026-11-02"), proof: None })] {
        assert_eq!(items(play.act(OWNER, act)), [Item::SecondApprover]);
    }
    assert_eq!(play.act(OWNER, stand_behind(1)), Err(Refusal::SamePerson));
    play.must("nasser", stand_behind(1));
    assert_eq!(play.act("nasser", stand_behind(1)), Err(Refusal::Done));
    // Another text is another letter.
    play.must(OWNER, letter(Some(1), Kind::Default, "Invoice NK-1 is open. Please pay it by 20 November 2026."));
    assert_eq!(items(play.act(OWNER, part(mail()))), [Item::SecondApprover]);
    play.must("nasser", stand_behind(1));
    play.must(OWNER, part(mail()));
    // A facilitator's letter, to which finance agrees: nobody who decides has spoken.
    let mut play = reviewed_with(Track::Light);
    play.must(OWNER, Act::GiveRole { role: Role::Facilitator, member: text("sara") });
    play.must("sara", default_notice());
    play.must("nasser", stand_behind(1));
    assert_eq!(items(play.act("sara", served())), [Item::SecondApprover]);
    play.must(OWNER, stand_behind(1));
    play.must("sara", served());
}

#[test]
fn on_the_full_track_counsel_stands_behind_it_too() {
    let mut play = reviewed_with(Track::Full);
    play.must(OWNER, Act::GiveRole { role: Role::Counsel, member: text("huda") });
    play.must(OWNER, default_notice());
    play.must("nasser", stand_behind(1));
    let served = || defaulted(day("2026-11-02"), day("2026-11-16"));
    assert_eq!(items(play.act(OWNER, served())), [Item::LegalApproval]);
    play.must("huda", stand_behind(1));
    play.must(OWNER, served());
}

#[test]
fn nothing_stops_without_a_talk_and_an_announcement_of_this_default() {
    let mut play = Play::in_review(Track::Light);
    play.must(OWNER, Act::GiveRole { role: Role::Finance, member: text("nasser") });
    play.must(OWNER, default_notice());
    play.must("nasser", stand_behind(1));
    play.must(OWNER, defaulted(day("2026-11-02"), day("2026-11-16")));
    play.today = day("2026-11-17");
    let mut play = announced(play);
    assert_eq!(play.act(OWNER, suspend("2026-11-17", SOUND)), Err(Refusal::Suspension(vec![Lack::Talk])));
    // Counsel writes why no talk is needed (RULINGS 40).
    play.must(OWNER, Act::GiveRole { role: Role::Counsel, member: text("huda") });
    let reason = Act::Advise { ground: None, talk_not_needed: true, wait: false, text: text("they moved away") };
    play.must("huda", reason);
    play.must(OWNER, suspend("2026-11-17", SOUND));
    play.must(OWNER, part(Part::EndSuspension { on: play.today }));
    // The next default has an announcement of its own.
    play.must(OWNER, letter(None, Kind::Default, "Invoice NK-2 is open. Please pay it by 1 December 2026."));
    let letter = play.case().parting.letters.last().expect("a letter").id;
    play.must("nasser", stand_behind(letter));
    play.must(OWNER, defaulted(day("2026-11-17"), day("2026-12-01")));
    play.today = day("2026-12-02");
    assert_eq!(play.act(OWNER, suspend("2026-12-02", SOUND)), Err(Refusal::Suspension(vec![Lack::Notice])));
}

#[test]
fn before_anything_is_known_of_a_client_nothing_is_suspended() {
    let mut play = Play::begin(Class::Normal, Track::Light);
    let not_now = Err(Refusal::NotNow { stage: Stage::Triage });
    assert_eq!(play.act(OWNER, default_notice()), not_now);
    assert_eq!(play.act(OWNER, suspend("2026-11-17", SOUND)), not_now);
    // An end has its own agreements: of the letter by which it ends.
    let mut play = Play::ready();
    play.must(OWNER, default_notice());
    let letter = play.case().parting.letters.last().expect("a letter").id;
    assert_eq!(play.act("nasser", stand_behind(letter)), Err(Refusal::NotNow { stage: Stage::PreparingExit }));
}

#[test]
fn a_default_that_the_client_was_given_counts_for_an_end_that_follows() {
    let mut play = uncured();
    let notice = play.case().parting.breach.notice;
    play = play.heard();
    play.must(OWNER, sign(Outcome::EndByNotice));
    play.must(OWNER, enter(Stage::PreparingExit));
    play.must(OWNER, choose(Basis::Breach));
    assert_eq!(play.case().parting.breach.notice, notice);
    let lacking: Vec<Item> = items(play.act(OWNER, enter(Stage::Notice)));
    assert!(!lacking.contains(&Item::DefaultNotice) && !lacking.contains(&Item::CureExpired), "{lacking:?}");
}
