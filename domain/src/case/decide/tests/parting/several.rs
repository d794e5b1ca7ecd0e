//! Several contracts of one client, and the days that follow from each: what is called to mind, what a calendar moved.

use super::further::{agree, computed, drafted, further, of_second, send, they_end};
use super::*;
use crate::case::parting::deadlines::deadlines;
use crate::case::parting::further::Act as Further;
use crate::case::parting::moved::{MovedNotice, moved};
use crate::days::holiday::OwnDay;

/// Returns what is open of the notices, each with its contract.
fn open(play: &Play) -> String {
    let all = deadlines(&play.case(), None, None).into_iter().filter(|one| one.contract.is_some());
    let named = |one: &Option<String>| one.clone().unwrap_or_default();
    let said: Vec<String> = all.map(|one| format!("{} {} {}", named(&one.contract), one.what.word(), one.on)).collect();
    said.join(", ")
}

#[test]
fn the_days_of_each_notice_are_called_to_mind_with_its_contract() {
    let mut play = Play::with_two_contracts();
    assert_eq!(open(&play), "", "the first notice has no last day, the second is not computed");
    let window = INPUT.replace("\"unit\":\"day\"}", "\"unit\":\"day\",\"term_ends_on\":\"2027-03-31\"}");
    play.must(OWNER, further(Further::ComputeFurther { contract: text("C-18"), input: window, own: vec![] }));
    let case = play.case();
    let second = case.parting.further("C-18").and_then(|own| own.computed.as_ref()).expect("it is computed");
    let last = second.last_lawful_dispatch.expect("its term ends");
    assert_eq!(open(&play), format!("C-18 dispatch {last}"));
    let safe = deadlines(&case, None, None).into_iter().find(|one| one.on == last).and_then(|one| one.last_safe);
    assert_eq!(safe, second.last_safe_dispatch);
    play.must(OWNER, goes_on());
    assert_eq!(open(&play), "", "nothing is sent of what goes on");

    let mut play = Play::with_both_ready();
    play.send_both();
    assert_eq!(open(&play), "C-17 receipt 2026-11-09, C-18 receipt 2026-11-09");
    play.today = day("2026-11-09");
    play.must(OWNER, received(Arrival::Deemed));
    assert_eq!(open(&play), "C-18 receipt 2026-11-09");
}

#[test]
fn what_goes_out_while_the_first_notice_runs_is_called_to_mind_still() {
    let mut play = Play::with_two_contracts();
    play.must(OWNER, goes_on());
    play.send_first();
    play.today = day("2026-11-09");
    play.must(OWNER, received(Arrival::Deemed));
    play.must(OWNER, enter(Stage::Transition));
    let window = INPUT.replace("\"unit\":\"day\"}", "\"unit\":\"day\",\"term_ends_on\":\"2027-03-31\"}");
    play.must(OWNER, further(Further::ComputeFurther { contract: text("C-18"), input: window, own: vec![] }));
    assert!(open(&play).starts_with("C-18 dispatch 2027-"), "{}", open(&play));
}

#[test]
fn a_calendar_that_changes_moves_each_notice() {
    let off = |on: &str| [OwnDay { place: text("SA"), on: day(on), off: true }];
    let found = |play: &Play, on: &str| {
        let found = moved(&play.case(), &off(on)).into_iter();
        let said = |one: &MovedNotice| {
            let days: Vec<&str> = one.days.iter().map(|day| day.what.word()).collect();
            format!("{} {}: {}", one.contract.as_deref().unwrap_or("-"), one.went_out, days.join(" "))
        };
        found.map(|one| said(&one)).collect::<Vec<_>>()
    };
    let mut play = Play::with_both_ready();
    assert_eq!(found(&play, "2026-11-09"), ["C-17 false: received effective", "C-18 false: received effective"]);
    play.send_both();
    assert_eq!(found(&play, "2026-11-09"), ["C-17 true: received effective", "C-18 true: received effective"]);
    play.today = day("2026-11-09");
    play.must(OWNER, received(Arrival::Deemed));
    assert_eq!(found(&play, "2026-11-09"), ["C-18 true: received effective"], "what is fixed moves no more");
    let mut play = Play::ready();
    play.today = day("2026-11-08");
    assert_eq!(found(&play, "2026-11-09"), ["- false: received effective"], "of one contract none is named");
    play.must(OWNER, Act::LocateContracts { contracts: vec![text("C-17"), text("C-18")] });
    play.must(OWNER, computed());
    play.must(OWNER, goes_on());
    assert_eq!(found(&play, "2026-11-09").len(), 1, "what goes on is not sent");
}

fn goes_on() -> Act {
    further(Further::LetGoOn { contract: text("C-18"), text: text("hosting stays with us") })
}

fn order(message: &str) -> Act {
    part(Part::OrderMail { letter: 2, to: text("huda@nakhla.example"), message: text(message), own: None })
}

#[test]
fn a_notice_of_a_further_contract_goes_by_mail_as_it_was_agreed_to_and_stands_still_on_its_way() {
    let not_here = Err(Refusal::Invalid { field: Field::Choice, why: Why::NotAllowedHere });
    let mut play = Play::with_both_ready();
    assert_eq!(play.act(OWNER, order("<m-7@midad.example>")), not_here, "not before the stage of the notice");
    play.must(OWNER, enter(Stage::Notice));
    assert_eq!(items(play.act(OWNER, order("<m-7@midad.example>"))), [Item::NoticeTalk]);
    play.must(OWNER, Act::RecordTalk { on: play.today, text: text("we met") });
    play.must(OWNER, order("<m-7@midad.example>"));
    assert!(play.case().may_go("<m-7@midad.example>"));
    for change in [computed(), drafted(&of_second()), goes_on()] {
        assert_eq!(play.act(OWNER, change), Err(Refusal::Underway));
    }
    play.must(OWNER, send());
    let case = play.case();
    assert_eq!((case.parting.orders.len(), case.parting.dispatches.len()), (0, 0), "it is no notice of the first");
    assert!(case.parting.further("C-18").is_some_and(|own| own.dispatch.is_some()));
    assert_eq!(play.act(OWNER, order("<m-8@midad.example>")), Err(Refusal::Done));
    let (contract, on) = (text("C-18"), play.today);
    let failed = Further::FailFurther { contract, failure: Failure::Bounced, on, text: text("550 no such user") };
    play.must(OWNER, further(failed));
    play.must(OWNER, order("<m-8@midad.example>"));

    let mut play = Play::with_both_ready();
    let input = INPUT.replace("\"length\":30", "\"length\":60").replace("email", "courier");
    play.must(OWNER, further(Further::ComputeFurther { contract: text("C-18"), input, own: vec![] }));
    play.must("nasser", agree());
    play.must(OWNER, enter(Stage::Notice));
    play.must(OWNER, Act::RecordTalk { on: play.today, text: text("we met") });
    assert_eq!(play.act(OWNER, order("<m-7@midad.example>")), not_here, "this one goes by courier");
}

#[test]
fn the_client_ends_each_contract_by_a_notice_of_its_own() {
    let (sixty, thirty) = ("\"length\":60", "\"length\":30");
    let mut play = Play::with_two_contracts();
    play.must(OWNER, they_end("C-18", "2026-11-05T10:00", sixty));
    play.must(OWNER, they_end("C-17", "2026-11-05T10:00", thirty));
    let case = play.case();
    let days = [Some(day("2026-12-08")), Some(day("2027-01-07"))];
    assert_eq!([case.parting.effective_on, case.parting.all_end_on()], days, "each is kept");
    assert_eq!((case.further_contracts(), case.unready_contracts().len()), (vec!["C-18"], 0));
    let ended = ["2026-12-08", "2027-01-07"].map(|on| case.further_have_ended(day(on)));
    assert_eq!(ended, [false, true], "the last one ends in January");
    assert_eq!(play.act(OWNER, they_end("C-18", "2026-11-06T10:00", sixty)), Err(Refusal::Done));
    let (contract, input) = (None, INPUT.replace("2026-11-08", "2026-11-06"));
    let unnamed = Part::RecordClientNotice { contract, input, own: vec![], accepted: false, text: text("all of it") };
    let empty = Refusal::Invalid { field: Field::Choice, why: Why::Empty };
    assert_eq!(play.act(OWNER, part(unnamed)), Err(empty), "where one was named, the next names its own");
}

#[test]
fn of_two_notices_of_a_further_contract_the_one_received_first_governs() {
    for (sent_at, governs) in [("2026-11-08T12:00", None), ("2026-11-05T10:00", Some(day("2027-01-07")))] {
        let mut play = Play::with_both_ready();
        play.send_both();
        play.must(OWNER, they_end("C-18", sent_at, "\"length\":60"));
        let parting = play.case().parting;
        assert_eq!(parting.client_ends("C-18"), governs, "{sent_at}");
        let last = governs.unwrap_or(day("2027-01-08"));
        assert_eq!(parting.all_end_on(), Some(last), "{sent_at}");
    }
}

#[test]
fn where_the_client_ended_one_contract_the_others_are_ended_or_go_on() {
    let mut play = Play::preparing();
    play.must(OWNER, Act::LocateContracts { contracts: vec![text("C-17"), text("C-18")] });
    play.must(OWNER, they_end("C-17", "2026-11-01T10:00", "\"length\":30"));
    assert_eq!(items(play.act(OWNER, enter(Stage::Notice))), [Item::FurtherContracts]);
    play.must(OWNER, computed());
    assert_eq!(items(play.act(OWNER, drafted(&of_second()))), [Item::Basis], "ours goes by a right of ours");
    play.must(OWNER, goes_on());
    play.must(OWNER, enter(Stage::Notice));
    play.must(OWNER, enter(Stage::Transition));
}

#[test]
fn plan_limit_and_letters_go_by_the_last_end_of_all() {
    use crate::days::working::Working;
    use crate::separation::timeline::{Step, schedule};
    let mut play = Play::with_both_ready();
    let last = day("2027-01-08");
    let planned = |play: &Play| {
        let given = play.case().parting.given().expect("the days of the end");
        let plan = schedule(&given, &Working::of("SA", &[]).expect("a place"));
        let end = |step| plan.get(step).map(|planned| planned.end);
        (given.effective_on, end(Step::Period), end(Step::Closing).is_some_and(|closing| closing > last))
    };
    assert_eq!(planned(&play), (last, Some(last), true), "nothing closes before the second has ended");
    play.send_both();
    play.today = day("2026-11-09");
    play.must(OWNER, received(Arrival::Deemed));
    let (contract, arrival) = (text("C-18"), Arrival::Deemed);
    play.must(OWNER, further(Further::ReceiveFurther { contract, arrival, received_at: None, proof: None }));
    play.must(OWNER, enter(Stage::Transition));
    assert_eq!(planned(&play).0, last);
    let limit = crate::case::limits::limit(&play.case(), None).map(|limit| limit.due_on);
    assert_eq!(limit, Some(last), "the transition lasts as long as any of them");
    for (n, said) in [(3, "9 December 2026"), (4, "8 January 2027")] {
        let said = format!("These teams can take over. The last day of our services is {said}.");
        play.must(OWNER, letter(None, Kind::ReferralList, &said));
        let case = play.case();
        let letter = case.parting.letters.iter().find(|letter| letter.id == n).expect("it was written");
        assert_eq!(case.objections(letter), [], "a letter that is no notice may name either");
    }
}

#[test]
fn nothing_is_settled_while_a_contract_waits_for_its_notice() {
    let mut play = Play::with_two_contracts();
    play.must(OWNER, goes_on());
    play.send_first();
    play.today = day("2026-11-09");
    play.must(OWNER, received(Arrival::Deemed));
    play.must(OWNER, enter(Stage::Transition));
    play.must(OWNER, computed());
    play.today = day("2026-12-09");
    play.must(OWNER, instruct());
    nothing_held().into_iter().for_each(|act| play.must(OWNER, act));
    assert_eq!(items(play.act(OWNER, enter(Stage::Settlement))), [Item::FurtherContracts]);
    play.must(OWNER, goes_on());
    play.must(OWNER, enter(Stage::Settlement));
}

#[test]
fn a_service_after_the_end_follows_what_it_continues() {
    use crate::case::parting::offers::Course;
    use crate::case::parting::offers::{Act as Offer, BridgeSaid, BridgeTerms, Continues, ServiceSaid};
    use crate::money::{Currency, Money};
    let bridge = |continues: Option<Continues>, until: &str| {
        let said = BridgeSaid { scope: text("hosting"), excluded: text("new work"), turn_to: text("Salma") };
        let price = Money { minor: 300_000, currency: Currency::of("SAR").expect("a currency") };
        let terms = BridgeTerms { until: day(until), hours_max: 10, price, liability_max: Some(price), prepaid: false };
        part(Part::Offer(Offer::OfferBridge { terms, continues, said }))
    };
    let of = |contract: &str| Some(Continues::Contract(text(contract)));
    let mut play = Play::with_both_ready();
    play.send_both();
    let said = ServiceSaid { service: text("the monthly report"), returns: None };
    play.must(OWNER, part(Part::Offer(Offer::TellService { course: Course::Until(day("2026-11-30")), said })));
    for (continues, ends_on, first) in [
        (None, "2027-01-08", "2027-01-09"),
        (of("C-18"), "2027-01-08", "2027-01-09"),
        (of("C-17"), "2026-12-09", "2026-12-10"),
        (Some(Continues::Service(1)), "2026-11-30", "2026-12-01"),
    ] {
        assert!(play.act(OWNER, bridge(continues.clone(), ends_on)).is_err(), "{continues:?}");
        play.must(OWNER, bridge(continues, first));
    }
    assert!(play.act(OWNER, bridge(of("C-99"), "2027-06-30")).is_err(), "nobody knows such a contract");
    let parting = play.case().parting;
    assert!(parting.offers.bridges.iter().all(|one| parting.outlasts(one)), "each is offered still");
    // One of before named no limit, and nobody asked what it continues: it is held against the first end.
    let mut one = parting.offers.bridges[0].clone();
    one.terms.until = day("2026-12-10");
    assert!(!parting.outlasts(&one));
    one.terms.liability_max = None;
    assert!(parting.outlasts(&one), "the client has read it");
}

#[test]
fn the_client_reads_the_last_day_of_each_contract() {
    use crate::separation::portal::ClientPage;
    let contracts = |play: &Play| {
        let page = ClientPage::of(&play.case()).expect("served");
        let said: Vec<String> = page.contracts.iter().map(|(contract, on)| format!("{contract} {on}")).collect();
        (said.join(", "), page.ends_on)
    };
    let mut play = Play::with_both_ready();
    play.send_both();
    assert_eq!(contracts(&play), (text("C-17 2026-12-09, C-18 2027-01-08"), Some(day("2027-01-08"))));
    let page = ClientPage::of(&play.case()).expect("served");
    assert_eq!(page.for_successor().contracts, [], "whoever follows us reads the handover alone");
    // Theirs of the second was received before ours.
    play.must(OWNER, they_end("C-18", "2026-11-05T10:00", "\"length\":60"));
    assert_eq!(contracts(&play), (text("C-17 2026-12-09, C-18 2027-01-07"), Some(day("2027-01-07"))));
    assert_eq!(contracts(&Play::dispatched()).0, "", "of one contract none is named");
}

#[test]
fn the_notice_of_a_further_contract_by_courier_waits_for_its_paper() {
    let mut play = Play::with_both_ready();
    let input = INPUT.replace("\"length\":30", "\"length\":60").replace("email", "courier");
    play.must(OWNER, further(Further::ComputeFurther { contract: text("C-18"), input, own: vec![] }));
    play.must("nasser", agree());
    play.send_both();
    play.today = day("2026-11-09");
    play.must(OWNER, received(Arrival::Deemed));
    let (contract, arrival) = (text("C-18"), Arrival::Deemed);
    play.must(OWNER, further(Further::ReceiveFurther { contract, arrival, received_at: None, proof: None }));
    assert_eq!(items(play.act(OWNER, enter(Stage::Transition))), [Item::FurtherContracts]);
    let prove = |sha256: &str| further(Further::ProveFurther { contract: text("C-18"), proof: text(sha256) });
    let unknown = Refusal::Invalid { field: Field::Choice, why: Why::Unknown };
    assert_eq!(play.act(OWNER, prove("0a1b")), Err(unknown), "a paper is kept first");
    play.must(OWNER, part(Part::KeepProof { sha256: text("0a1b"), name: text("carrier.pdf") }));
    play.must(OWNER, prove("0a1b"));
    assert_eq!(play.act(OWNER, prove("0a1b")), Err(Refusal::Done));
    play.must(OWNER, enter(Stage::Transition));
}

#[test]
fn a_look_back_has_the_notices_of_all_contracts() {
    use crate::case::learning::timeline::{Kind, timeline};
    let mut play = Play::with_both_ready();
    play.send_both();
    let noticed = |play: &Play| {
        timeline(&play.case().opening, &play.entries, &[]).iter().filter(|one| one.kind == Kind::Notice).count()
    };
    let sent = noticed(&play);
    play.today = day("2026-11-09");
    let (contract, arrival) = (text("C-18"), Arrival::Deemed);
    play.must(OWNER, further(Further::ReceiveFurther { contract, arrival, received_at: None, proof: None }));
    assert_eq!((sent, noticed(&play)), (3, 4), "the right was chosen, two went out, and one was received");
}

/// The client ended the first of two contracts; the second came to be known later, in the last of some stages.
fn beside_theirs(basis: Option<Basis>, stages: &[Stage]) -> Play {
    let mut play = Play::preparing();
    basis.into_iter().for_each(|basis| play.must(OWNER, choose(basis)));
    play.must(OWNER, Act::LocateContracts { contracts: vec![text("C-17")] });
    play.must(OWNER, they_end("C-17", "2026-11-01T10:00", "\"length\":30"));
    stages.iter().for_each(|stage| play.must(OWNER, enter(*stage)));
    play.must(OWNER, Act::LocateContracts { contracts: vec![text("C-17"), text("C-18")] });
    play.must(OWNER, Act::GiveRole { role: Role::Finance, member: text("nasser") });
    play.today = day("2026-11-08");
    play
}

#[test]
fn beside_theirs_a_right_of_ours_is_chosen_whenever_a_contract_waits_for_one() {
    for basis in [None, Some(Basis::Agreement)] {
        for stages in [vec![Stage::Notice], vec![Stage::Notice, Stage::Transition]] {
            let stage = stages[stages.len() - 1];
            let mut play = beside_theirs(basis, &stages);
            play.must(OWNER, choose(Basis::Notice));
            play.must(OWNER, computed());
            play.must(OWNER, drafted(&of_second()));
            play.must("nasser", agree());
            play.must(OWNER, send());
            assert_eq!(play.act(OWNER, choose(Basis::Expiry)), Err(Refusal::NotNow { stage }), "ours is out");
            let mut play = beside_theirs(basis, &stages);
            play.must(OWNER, goes_on());
            assert_eq!(play.act(OWNER, choose(Basis::Notice)), Err(Refusal::NotNow { stage }), "nothing waits");
        }
    }
}

#[test]
fn where_theirs_named_another_contract_an_agreement_lets_the_rest_go_on() {
    let mut play = beside_theirs(Some(Basis::Agreement), &[]);
    assert_eq!(items(play.act(OWNER, enter(Stage::Notice))), [Item::FurtherContracts]);
    play.must(OWNER, goes_on());
    play.must(OWNER, enter(Stage::Notice));
}

#[test]
fn ours_for_breach_waits_for_the_time_to_cure_also_beside_theirs() {
    let mut play = Play::with_two_contracts();
    play.must(OWNER, they_end("C-17", "2026-11-05T10:00", "\"length\":30"));
    play.must(OWNER, choose(Basis::Breach));
    play.must(OWNER, computed());
    play.must(OWNER, drafted(&of_second()));
    play.must("nasser", agree());
    assert_eq!(items(play.act(OWNER, enter(Stage::Notice))), [Item::DefaultNotice, Item::CureExpired]);
    // Chosen once the notice began, it is asked for when ours goes out.
    let mut play = beside_theirs(None, &[Stage::Notice]);
    play.must(OWNER, choose(Basis::Breach));
    play.must(OWNER, computed());
    play.must(OWNER, drafted(&of_second()));
    play.must("nasser", agree());
    assert_eq!(items(play.act(OWNER, send())), [Item::DefaultNotice, Item::CureExpired]);
    play.must(OWNER, default_notice());
    play.must(OWNER, super::suspension::defaulted(play.today, day("2026-11-16")));
    assert_eq!(items(play.act(OWNER, send())), [Item::CureExpired], "the time to cure runs");
}
