//! The register and its order, on small ends.

use super::access::{Access, Held, Kind};
use super::gate::{Need, Open, Passage, open_at};
use super::holding::{Fate, Holding, Place, Stored};
use super::suggest::{Dated, Facts, Why, suggest};
use super::*;
use crate::case::Track;
use crate::days::working::Working;
use crate::separation::contract::{Confirmed, Standing, Statement, TermName, TermValue};
use crate::separation::settlement::{Earning, Kept, Particular};

fn day(iso: &str) -> Day {
    Day::from_iso(iso).expect("a day")
}

const TODAY: &str = "2027-02-10";

fn listed(id: u32, code: &str) -> Obligation {
    let code = Code::of(code).expect("a code");
    let entry = entry(code);
    Obligation {
        id,
        what: What::Listed { code, part: None },
        about: None,
        side: entry.side,
        owner: Owner::Keeper(entry.keeper),
        due_on: day("2027-01-31"),
        basis: entry.basis,
        after_payment: false,
    }
}

/// A register of codes, numbered from 1.
fn register(codes: &[&str]) -> Register {
    let mut register = Register::default();
    for code in codes {
        let obligation = listed(register.next_id(), code);
        assert_eq!(register.may_add(&obligation, &ObligationSaid::default()), Ok(()), "{code}");
        register.add(obligation, None);
    }
    register
}

fn proved() -> Settled {
    Settled::Proved { on: day(TODAY), sha256: None }
}

fn may(register: &Register, id: u32, known: &Known) -> Result<(), Wrong> {
    register.may_settle(id, &proved(), known, Track::Full, day(TODAY))
}

fn blocked(blocks: &[Block]) -> Result<(), Wrong> {
    Err(Wrong::Blocked(blocks.to_vec()))
}

#[test]
fn each_hard_order_holds_from_both_sides() {
    let served = Known { done: vec![Code::Con01], profile: Some(Profile::LawFirm), ..Known::default() };
    for (first, then) in [("ACC-03", "ACC-05"), ("ACC-03", "ACC-06"), ("FIN-04", "CLO-02"), ("DAT-05", "CLO-03")] {
        let mut both = register(&[first, then]);
        assert_eq!(may(&both, 2, &served), blocked(&[Block::Open(1)]), "{first} before {then}");
        both.settle(1, proved(), None);
        assert_eq!(may(&both, 2, &served), Ok(()), "{then} after {first}");
        let lacking = Block::Lacking(Code::of(first).expect("a code"));
        assert_eq!(may(&register(&[then]), 1, &served), blocked(&[lacking]), "{then} without {first}");
    }
}

#[test]
fn deletion_waits_for_the_hold_check_and_the_instruction() {
    let mut register = register(&["DAT-02", "DAT-03", "DAT-06"]);
    let known = Known::default();
    assert_eq!(may(&register, 2, &known), blocked(&[Block::Open(3), Block::Open(1)]));
    register.settle(3, proved(), None);
    register.settle(1, proved(), None);
    assert_eq!(may(&register, 2, &known), Ok(()));
    let held = Known { legal_hold: true, ..known.clone() };
    assert_eq!(may(&register, 2, &held), blocked(&[Block::Condition(Condition::NoHold)]));
    let holding = Holding { id: 1, place: Place::Drive, fate: Fate::Returned, personal: false };
    let stored = [Stored::new(holding, None)];
    let unread = Known { holdings: &stored, ..known };
    assert_eq!(may(&register, 2, &unread), blocked(&[Block::Condition(Condition::ReadBack)]));
}

#[test]
fn nothing_is_handed_over_before_the_notice() {
    let register = register(&["HND-01", "CON-01"]);
    assert_eq!(may(&register, 1, &Known::default()), blocked(&[Block::Open(2)]));
    assert_eq!(may(&register, 1, &Known { done: vec![Code::Con01], ..Known::default() }), Ok(()));
}

#[test]
fn who_holds_no_money_in_trust_has_no_ledger_of_it() {
    let register = register(&["CLO-02"]);
    let of = |profile| Known { profile, ..Known::default() };
    assert_eq!(may(&register, 1, &of(Some(Profile::Agency))), Ok(()));
    assert_eq!(may(&register, 1, &of(Some(Profile::Accounting))), blocked(&[Block::Lacking(Code::Fin04)]));
}

#[test]
fn the_registrar_comes_before_the_registrant_of_the_same_name() {
    let mut register = Register::default();
    let half = |id, part, about: &str| Obligation {
        what: What::Listed { code: Code::Dig01, part: Some(part) },
        about: Some(about.into()),
        ..listed(id, "DIG-01")
    };
    register.add(half(1, Part::Registrant, "access 1"), None);
    register.add(half(2, Part::Registrar, "access 2"), None);
    register.settle(2, proved(), None);
    assert_eq!(may(&register, 1, &Known::default()), blocked(&[Block::Lacking(Code::Dig01)]));
    register.add(half(3, Part::Registrar, "access 1"), None);
    assert_eq!(may(&register, 1, &Known::default()), blocked(&[Block::Open(3)]));
    register.settle(3, proved(), None);
    assert_eq!(may(&register, 1, &Known::default()), Ok(()));
    let other =
        Obligation { what: What::Listed { code: Code::Dig02, part: Some(Part::Registrar) }, ..listed(4, "DIG-02") };
    assert_eq!(register.may_add(&other, &ObligationSaid::default()), Err(Wrong::NoSuchPart));
}

#[test]
fn rights_pass_only_when_all_is_paid() {
    let mut register = Register::default();
    register.add(Obligation { after_payment: true, ..listed(1, "IP-01") }, None);
    let known = |paid_in_full| Known { paid_in_full, ..Known::default() };
    let unpaid = blocked(&[Block::Condition(Condition::Paid)]);
    assert_eq!(may(&register, 1, &known(None)), unpaid);
    assert_eq!(may(&register, 1, &known(Some(false))), unpaid);
    assert_eq!(may(&register, 1, &known(Some(true))), Ok(()));
}

#[test]
fn ownership_is_proved_by_the_inventory() {
    let register = register(&["ACC-03"]);
    let access = Access { id: 1, kind: Kind::Cloud, holder: None, owned: true };
    let mut held = [Held::new(access, None)];
    let blocked = blocked(&[Block::Condition(Condition::HandedOver)]);
    assert_eq!(may(&register, 1, &Known { accesses: &held, ..Known::default() }), blocked);
    held[0].tested_on = Some(day(TODAY));
    assert_eq!(may(&register, 1, &Known { accesses: &held, ..Known::default() }), Ok(()));
}

#[test]
fn what_is_left_out_is_acknowledged_by_whom_it_concerns() {
    let register = register(&["DEL-01", "PPL-01", "FIN-12", "DAT-06"]);
    let except = |id, acknowledged, track| {
        let settled = Settled::Excepted { on: day(TODAY), acknowledged };
        register.may_settle(id, &settled, &Known::default(), track, day(TODAY))
    };
    use Acknowledged::*;
    assert_eq!(except(1, Owner, Track::Full), Err(Wrong::ClientAcknowledges));
    assert_eq!(except(1, Client, Track::Full), Ok(()));
    assert_eq!(except(1, Refused, Track::Full), Ok(()));
    assert_eq!(except(1, Owner, Track::Light), Ok(()));
    assert_eq!(except(2, Owner, Track::Full), Ok(()));
    assert_eq!(except(3, Owner, Track::Full), Ok(()));
    for track in [Track::Light, Track::Full] {
        assert_eq!(except(4, Client, track), Err(Wrong::NotExcepted));
    }
}

#[test]
fn what_cannot_be_settled_says_why() {
    let mut register = register(&["DEL-01"]);
    let settle = |register: &Register, id, settled: Settled| {
        register.may_settle(id, &settled, &Known::default(), Track::Full, day(TODAY))
    };
    let on = |on: &str, sha256: Option<&str>| Settled::Proved { on: day(on), sha256: sha256.map(str::to_owned) };
    assert_eq!(settle(&register, 2, proved()), Err(Wrong::Unknown));
    assert_eq!(settle(&register, 1, on("2027-02-11", None)), Err(Wrong::InTheFuture));
    assert_eq!(settle(&register, 1, on(TODAY, Some("abc"))), Err(Wrong::NoHash));
    assert_eq!(settle(&register, 1, on(TODAY, Some(&"0a".repeat(32)))), Ok(()));
    assert_eq!(register.may_move(1, day("2027-01-31")), Err(Wrong::SameDay));
    register.settle(1, proved(), None);
    assert_eq!(settle(&register, 1, proved()), Err(Wrong::Settled));
    assert_eq!(register.may_move(1, day("2027-03-01")), Err(Wrong::Settled));
    assert_eq!(register.may_add(&listed(2, "DEL-01"), &ObligationSaid::default()), Err(Wrong::Twice(1)));
    let own = Obligation { what: What::Own, ..listed(2, "DEL-01") };
    assert_eq!(register.may_add(&own, &ObligationSaid::default()), Err(Wrong::NoWords));
}

#[test]
fn a_moved_day_stays_in_the_slips() {
    let mut register = register(&["DEL-01"]);
    let slip = Slip { from: day("2027-01-31"), to: day("2027-02-07"), moved_on: day("2027-01-20"), why: None };
    register.move_due(1, slip.clone());
    assert_eq!(register.items[0].obligation.due_on, day("2027-02-07"));
    assert_eq!(register.items[0].slips, [slip]);
    assert!(register.items[0].is_late(day("2027-02-08")) && !register.items[0].is_late(day("2027-02-07")));
}

/// What is open, in words: a number of the register, a lacking code, an access, a place.
fn told(needs: &[Need]) -> String {
    let word = |need: &Need| {
        let open = match need.open {
            Open::Obligation(id) => format!("{id}"),
            Open::Lacking(code) => code.word().to_owned(),
            Open::Access(id) => format!("a{id}"),
            Open::Holding(id) => format!("h{id}"),
        };
        if need.hard { open } else { format!("({open})") }
    };
    needs.iter().map(word).collect::<Vec<_>>().join(" ")
}

#[test]
fn each_passage_names_what_is_open() {
    let mut register = register(&["DEL-01", "HND-01", "ACC-03", "DAT-02", "FIN-01", "ACC-11", "CLO-06", "DAT-03"]);
    let access = Access { id: 1, kind: Kind::Cloud, holder: None, owned: true };
    let mut accesses = [Held::new(access, None)];
    let holding = Holding { id: 1, place: Place::Drive, fate: Fate::Returned, personal: false };
    let holdings = [Stored::new(holding, None)];
    let known = Known { accesses: &accesses, holdings: &holdings, ..Known::default() };
    let at = |register: &Register, passage, known: &Known, track| told(&open_at(register, passage, known, track));
    assert_eq!(at(&register, Passage::ToClosing, &known, Track::Full), "1 2 3 4 ACC-01 a1");
    assert_eq!(at(&register, Passage::ToClosing, &known, Track::Light), "1 2 3 4 (ACC-01) a1");
    assert_eq!(at(&register, Passage::ToClosed, &known, Track::Full), "1 2 3 4 5 8 FIN-06 CLO-01 CLO-02 CLO-03 a1 h1");
    let held = Known { legal_hold: true, ..known.clone() };
    assert_eq!(at(&register, Passage::ToClosed, &held, Track::Full), "1 2 3 4 5 FIN-06 CLO-01 CLO-02 CLO-03 a1");
    assert_eq!(at(&register, Passage::ToLearned, &known, Track::Full), "7");
    for id in 1..=5 {
        register.settle(id, proved(), None);
    }
    accesses[0].tested_on = Some(day(TODAY));
    let known = Known { accesses: &accesses, ..Known::default() };
    assert_eq!(at(&register, Passage::ToClosing, &known, Track::Full), "ACC-01");
    assert_eq!(at(&register, Passage::ToClosing, &known, Track::Light), "(ACC-01)");
}

fn ends() -> Ends {
    Ends { notice_on: day("2026-11-29"), effective_on: day("2027-01-31"), closing_on: day("2027-03-07") }
}

fn suggested(facts: &Facts, register: &Register) -> Vec<suggest::Suggestion> {
    suggest(facts, register, &ends(), &Working::of("SA", &[]).expect("a place"))
}

/// The codes that are suggested, in the order of the library, each once.
fn codes(facts: &Facts) -> Vec<&'static str> {
    let mut codes: Vec<Code> =
        suggested(facts, &Register::default()).iter().filter_map(|one| one.obligation.code()).collect();
    codes.sort();
    codes.dedup();
    codes.into_iter().map(Code::word).collect()
}

#[test]
fn a_profession_owes_what_is_usual_in_it() {
    let of =
        |profile| Facts { profile: Some(profile), accesses: Some(vec![]), data_held: Some(false), ..Facts::default() };
    let law = codes(&of(Profile::LawFirm));
    assert_eq!(
        law,
        [
            "DEL-07", "FIN-04", "FIN-06", "FIN-09", "ACC-01", "DAT-05", "CON-01", "CON-02", "PPL-01", "PPL-03",
            "HND-01", "HND-05", "REF-01", "CLO-01", "CLO-02", "CLO-03", "CLO-04", "CLO-06"
        ]
    );
    let agency = codes(&of(Profile::Agency));
    assert!(agency.contains(&"IP-01") && !agency.contains(&"FIN-04"));
    let critical = Facts { critical: true, ..of(Profile::LawFirm) };
    assert!(!codes(&critical).contains(&"REF-01"));
}

#[test]
fn facts_bring_their_obligations() {
    let dated = |id: &str, due_on: &str| Dated { id: id.into(), due_on: day(due_on) };
    let access = |id, kind| Held::new(Access { id, kind, holder: None, owned: true }, None);
    let facts = Facts {
        profile: Some(Profile::Agency),
        undelivered: vec![dated("guide", "2026-12-17"), dated("film", "2027-03-01")],
        unpaid: vec![dated("NK-0305", "2026-11-01")],
        unbilled: true,
        accesses: Some(vec![access(1, Kind::Domain), access(2, Kind::Social)]),
        data_held: None,
        ..Facts::default()
    };
    let found = suggested(&facts, &Register::default());
    let of = |code: &str| {
        let code = Code::of(code);
        let of = found.iter().filter(|one| one.obligation.code() == code);
        of.map(|one| (one.obligation.about.as_deref(), one.obligation.due_on.to_string(), one.why)).collect::<Vec<_>>()
    };
    assert_eq!(of("DEL-01"), [(Some("guide"), "2026-12-17".into(), Why::Deliverable)]);
    assert_eq!(of("DEL-02"), [(Some("film"), "2027-01-24".into(), Why::Deliverable)]);
    let domain = |due: &str| (Some("access 1"), due.to_owned(), Why::Access);
    assert_eq!(of("DIG-01"), [domain("2027-01-17"), domain("2027-01-24")]);
    assert_eq!(of("ACC-11").len(), 2);
    assert_eq!(of("DAT-02")[0].2, Why::Unknown);
    assert_eq!((of("FIN-01").len(), of("FIN-02").len(), of("FIN-12").len()), (1, 0, 1));
    let pay: Vec<_> = found.iter().filter(|one| one.obligation.what == What::Asked(Asked::Pay)).collect();
    assert_eq!((pay.len(), pay[0].obligation.side, pay[0].obligation.due_on), (1, Side::Theirs, day("2026-11-01")));
    assert_eq!(found.iter().filter(|one| one.obligation.what == What::Asked(Asked::TakeOver)).count(), 2);
    let due: Vec<Day> = found.iter().map(|one| one.obligation.due_on).collect();
    assert!(due.is_sorted());

    // What was taken into the register is not suggested again, also after its day was moved.
    let mut register = Register::default();
    for (n, one) in found.iter().enumerate() {
        let obligation = Obligation { id: n as u32 + 1, ..one.obligation.clone() };
        assert_eq!(register.may_add(&obligation, &ObligationSaid::default()), Ok(()), "{obligation:?}");
        register.add(obligation, None);
    }
    assert_eq!(suggested(&facts, &register), []);
    let from = register.items[0].obligation.due_on;
    register.move_due(1, Slip { from, to: day("2027-04-01"), moved_on: from, why: None });
    assert_eq!(suggested(&facts, &register), []);
}

#[test]
fn what_people_confirmed_and_stated_brings_its_obligations() {
    let stated = |standing, quote: &str| Statement {
        standing,
        value: TermValue::default(),
        quote: quote.to_owned(),
        version: 1,
    };
    let terms = Confirmed(
        [
            (TermName::NonSolicit, stated(Standing::Confirmed, "12.1 Neither party shall solicit")),
            (TermName::NonDisparagement, stated(Standing::Absent, "")),
            (TermName::PostTerminationServices, stated(Standing::Added, "15. For 30 days after the end")),
            (TermName::NoticeMethod, stated(Standing::Corrected, "11. Notices by courier")),
        ]
        .into(),
    );
    let kept = |particular| Kept { id: "p".into(), said_on: day(TODAY), basis: "clause 9".into(), particular };
    let particulars = [
        kept(Particular::Retainage { invoice: "NK-1".into(), amount: 500, release_on: day("2027-02-14") }),
        kept(Particular::Advance {
            invoice: "NK-2".into(),
            from: day(TODAY),
            until: day("2027-06-30"),
            rule: Earning::Refundable,
            refund_days: 10,
        }),
    ];
    let facts = Facts { profile: Some(Profile::Agency), ..Facts::default() };
    let facts = facts.confirmed(&[("C-17".to_owned(), terms)]).stated(&particulars);
    let found = suggested(&facts, &Register::default());
    let of = |code: &str| {
        let one = found.iter().find(|one| one.obligation.code() == Code::of(code))?;
        let quote = one.clause.as_ref().map_or("", |clause| clause.quote.as_str());
        Some((one.why.word(), one.obligation.basis.word(), one.obligation.due_on.to_string(), quote))
    };
    let due = |on: &str| on.to_owned();
    assert_eq!(of("PPL-05"), Some(("clause", "contract", due("2027-01-31"), "12.1 Neither party shall solicit")));
    assert_eq!(of("CON-03"), Some(("clause", "contract", due("2027-03-07"), "12.1 Neither party shall solicit")));
    // Seven business days before Sunday 31 January is Wednesday the 20th.
    assert_eq!(of("HND-02"), Some(("clause", "contract", due("2027-01-20"), "15. For 30 days after the end")));
    assert_eq!(of("CON-10"), None, "the contract has no such term");
    assert_eq!(of("CON-01"), Some(("profession", "contract", due("2026-11-29"), "11. Notices by courier")));
    assert_eq!(of("FIN-03"), Some(("retainage", "contract", due("2027-02-14"), "")));
    assert_eq!(of("FIN-05"), Some(("retainage", "contract", due("2027-03-02"), "")), "three business days before");
    assert_eq!(of("FIN-02"), None, "a security is no prepayment");
}

#[test]
fn an_obligation_is_kept_as_data_and_read_back() {
    let half = Obligation {
        what: What::Listed { code: Code::Dig01, part: Some(Part::Registrar) },
        about: Some("access 1".into()),
        ..listed(1, "DIG-01")
    };
    let written = serde_json::to_string(&half).expect("written");
    assert_eq!(
        written,
        "{\"id\":1,\"what\":{\"listed\":{\"code\":\"DIG-01\",\"part\":\"registrar\"}},\"about\":\"access 1\",\
         \"side\":\"ours\",\"owner\":{\"keeper\":\"it\"},\"due_on\":\"2027-01-31\",\"basis\":\"contract\",\
         \"after_payment\":false}"
    );
    assert_eq!(serde_json::from_str::<Obligation>(&written).expect("read"), half);
    let settled = Settled::Excepted { on: day(TODAY), acknowledged: Acknowledged::Client };
    let written = serde_json::to_string(&settled).expect("written");
    assert_eq!(serde_json::from_str::<Settled>(&written).expect("read"), settled);
}
