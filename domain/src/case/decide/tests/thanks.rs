//! Thanks to a client whose file was closed.

use super::parting::{letter, part, text};
use super::*;
use crate::case::parting::Act as Part;
use crate::days::working::Working;
use crate::lesson::Stamped as Noted;
use crate::lesson::afterwards::{Afterwards, Event as After, Relationship};
use crate::separation::letter::Kind;

fn due(case: &Case, event: Option<After>) -> Option<Day> {
    let (by, on, at) = (text("reem"), day("2026-12-10"), String::new());
    let told = event.map(|event| Noted { seq: 1, by, on, at, event: (event, None) });
    Afterwards { told: told.into_iter().collect() }.thanks_due_on(case, Working::of("SA", &[]).as_ref())
}

#[test]
fn a_client_is_thanked_two_days_after_the_closing() {
    let case = Play::closed().case();
    // Closed on Wednesday 9 December; Friday the 11th is no business day in Riyadh, nor is Saturday.
    assert_eq!(due(&case, None), Some(day("2026-12-13")));
    assert_eq!(due(&Play::ended().case(), None), None, "it is not closed");
    let on = day("2026-12-10");
    assert_eq!(due(&case, Some(After::Thanked { on })), None);
    assert_eq!(due(&case, Some(After::ThanksDeclined {})), None);
}

#[test]
fn nobody_is_thanked_where_it_has_no_place() {
    let mut case = Play::closed().case();
    let state = |state| Some(After::RelationshipSet { state });
    assert_eq!(due(&case, state(Relationship::Closed)), None);
    assert_eq!(due(&case, state(Relationship::OpenDoor)), Some(day("2026-12-13")));
    case.opening.class = Class::Conduct;
    assert_eq!(due(&case, None), None);
}

#[test]
fn a_letter_of_thanks_that_went_out_settles_it() {
    let mut play = Play::closed();
    play.must(OWNER, letter(None, Kind::ThankYou, "Thank you."));
    let thanks = play.case().parting.letters.last().expect("a draft").id;
    assert!(due(&play.case(), None).is_some(), "it is only drafted");
    play.must(OWNER, part(Part::HandOver { letter: thanks, on: play.today, proof: None }));
    assert_eq!(due(&play.case(), None), None);
}
