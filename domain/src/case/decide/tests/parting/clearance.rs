//! The clearance: what is signed is a text that names the account, and an account in a file of claims has none.

use super::*;
use crate::case::parting::OfClient;
use crate::journal::digest;
use crate::separation::portal::ClientPage;

fn sign(said: &str) -> Act {
    let (name, language) = (text("Huda"), Language::English);
    part(Part::OfClient(OfClient::SignClosure { name, language, text: text(said) }))
}

fn settle(play: &mut Play, settlement: Settlement) {
    let on = play.today;
    play.must("nasser", freeze(account("", &[]), None));
    play.must("nasser", part(Part::Settle { settlement, on, text: text("as listed") }));
}

fn page(play: &Play) -> ClientPage {
    ClientPage::of(&play.case()).expect("served")
}

#[test]
fn what_is_signed_is_a_text_that_names_the_account() {
    let mut play = Play::ended();
    assert!(play.act("client", sign("Nothing is owed.")).is_err(), "nothing is settled");
    assert_eq!(page(&play).clears, None);
    settle(&mut play, Settlement::Agreed);
    let account = play.case().parting.account.expect("frozen").digest;
    assert_eq!((page(&play).may_sign, page(&play).clears), (true, Some(account.clone())));
    let other = play.act("client", sign("Clearance of the account 00ff."));
    assert_eq!(other, Err(Refusal::Invalid { field: Field::Text, why: Why::NotAllowedHere }));
    let said = format!("Clearance of the account {account}.");
    play.must("client", sign(&said));
    assert_eq!(play.act("client", sign(&said)), Err(Refusal::Done));
    let case = play.case();
    assert_eq!(case.parting.closure.and_then(|closure| closure.document), Some(digest(said.as_bytes())));
    let page = page(&play);
    let signed = page.clearance.expect("signed");
    assert_eq!((signed.text.as_deref(), signed.digest), (Some(said.as_str()), digest(said.as_bytes())));
    assert!(signed.at.starts_with("2026-12-09T"), "the instant is kept: {}", signed.at);
    assert_eq!((page.signed, page.may_sign), (Some((text("Huda"), play.today)), false));
}

#[test]
fn an_account_in_a_file_of_claims_has_no_clearance() {
    let mut play = Play::ended();
    settle(&mut play, Settlement::ClaimFile);
    assert_eq!((page(&play).may_sign, page(&play).clears), (false, None));
    let account = play.case().parting.account.expect("frozen").digest;
    assert!(play.act("client", sign(&account)).is_err());
    assert!(play.act(OWNER, close(Ending::Signed, 0)).is_err(), "not on paper either");
    let missing = items(play.act(OWNER, enter(Stage::Closed)));
    assert!(!missing.contains(&Item::Closure), "nobody is asked to sign that it is settled: {missing:?}");
}

#[test]
fn who_does_not_sign_is_reminded_first() {
    let mut play = Play::ended();
    let short = Err(Refusal::Invalid { field: Field::Number, why: Why::TooShort });
    assert_eq!(play.act(OWNER, close(Ending::NotSigned, 1)), short);
    play.must(OWNER, close(Ending::NotSigned, 2));
}

#[test]
fn of_a_client_who_is_no_more_a_paper_says_so_and_nobody_is_reminded() {
    let mut play = Play::ended();
    let gone = |document: Option<&str>| {
        let (on, document) = (day("2026-12-09"), document.map(text));
        let closure = Closure { ending: Ending::Ceased, on, signer: None, document, reminders: 0 };
        part(Part::Close { closure, text: None })
    };
    assert!(play.act(OWNER, gone(None)).is_err());
    assert!(play.act(OWNER, gone(Some("0a1b"))).is_err(), "no such paper is kept");
    play.must(OWNER, keep("0a1b"));
    play.must(OWNER, gone(Some("0a1b")));
}
