//! What was served, and its proof: a kept file where the way leaves a paper, and nothing of it changes later.

use super::*;

/// The notice went out by courier on Sunday the eighth.
fn by_courier() -> Play {
    let mut play = Play::by_courier();
    play.must(OWNER, Act::RecordTalk { on: play.today, text: text("we met") });
    let unknown = Err(Refusal::Invalid { field: Field::Choice, why: Why::Unknown });
    assert_eq!(play.act(OWNER, sent(Some("CX-1"))), unknown, "a number is no file");
    play.must(OWNER, sent(None));
    play
}

fn sent(proof: Option<&str>) -> Act {
    let (tracking, proof) = (Some(text("CX-1")), proof.map(text));
    part(Part::Dispatch { sent_at: text("2026-11-08T11:30"), tracking, proof, own: None })
}

fn prove(proof: &str) -> Act {
    part(Part::ProveDispatch { proof: text(proof) })
}

/// Keeps a paper with the case.
pub fn keep(sha256: &str) -> Act {
    part(Part::KeepProof { sha256: text(sha256), name: text("receipt.pdf") })
}

#[test]
fn a_way_that_leaves_a_paper_is_proven_by_a_kept_file() {
    let mut play = by_courier();
    assert!(items(play.act(OWNER, enter(Stage::Transition))).contains(&Item::DispatchProof), "a number is not enough");
    assert!(play.act(OWNER, prove("0a1b")).is_err(), "no such file is kept");
    play.must(OWNER, keep("0a1b"));
    play.must(OWNER, prove("0a1b"));
    assert!(!items(play.act(OWNER, enter(Stage::Transition))).contains(&Item::DispatchProof));
    play.must(OWNER, keep("2c3d"));
    assert_eq!(play.act(OWNER, prove("2c3d")), Err(Refusal::Done), "its proof stands");
}

#[test]
fn a_served_notice_and_its_proof_change_by_no_road() {
    let mut play = by_courier();
    play.must(OWNER, keep("0a1b"));
    play.must(OWNER, prove("0a1b"));
    let served = |play: &Play| {
        let parting = play.case().parting;
        (parting.letters[0].clone(), parting.dispatches.clone(), parting.proofs.clone())
    };
    let before = served(&play);
    let roads = [
        letter(Some(1), Kind::Notice, notice()),
        part(Part::OverrideLetter { letter: 1, text: text("x") }),
        part(Part::HandOver { letter: 1, on: play.today, proof: Some(text("2c3d")) }),
        part(Part::OrderMail { letter: 1, to: text("a@b.example"), message: text("<m@b>"), own: None }),
        part(Part::EndOrder { letter: 1, failure: Failure::Lost, on: play.today, text: text("x") }),
        sent(Some("0a1b")),
        prove("2c3d"),
        keep("0a1b"),
    ];
    for road in roads {
        assert!(play.act(OWNER, road.clone()).is_err(), "{road:?}");
    }
    // What may still be done leaves it as it is: another computation, another draft, a word of the client.
    let again = compute(&INPUT.replace("email", "courier").replace("30,", "60,"));
    for act in [again, letter(None, Kind::Notice, notice()), approve_by_second(), stays()] {
        let by = if matches!(act, Act::Parting(Part::ApproveNotice { .. })) { "nasser" } else { OWNER };
        play.must(by, act);
    }
    assert_eq!(served(&play), before);
    play.today = day("2026-11-09");
    play.must(OWNER, received(Arrival::Deemed));
    assert_eq!(served(&play), before);
    assert_eq!(play.case().parting.effective_on, Some(day("2026-12-09")), "as it was computed when it went out");
    assert_eq!(play.act(OWNER, received(Arrival::Deemed)), Err(Refusal::Done));
}

fn approve_by_second() -> Act {
    approve(Approved::Second)
}

fn stays() -> Act {
    part(Part::RecordStayRequest { on: day("2026-11-08"), text: text("they ask to stay") })
}
