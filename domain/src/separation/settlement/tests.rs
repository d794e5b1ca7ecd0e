//! Accounts of small histories; every figure by hand.

use super::*;
use crate::case::parting::settling::Settlement;
use crate::case::trial::Instalment;
use crate::days::Day;
use crate::firm::{Dated, Firm};
use crate::money::{Currency, Money};
use crate::separation::interest::{Barred, Claim};
use crate::sign::sample::{day, firm, history};
use crate::sign::{Policy, Scene};

const ON: &str = "2026-06-30";

fn with<T>(text: &str, see: impl FnOnce(&Scene) -> T) -> T {
    let mut history = history(text);
    history.keep_known_on(day(ON));
    history.client.as_mut().expect("a client").agreed_rate = Some(crate::record::Minor(20_000));
    let (policy, firm) = (Policy::standard(), Firm { target_rate: Vec::<Dated>::new(), ..firm() });
    see(&Scene::new(&history, &firm, &policy, day(ON)))
}

fn kept(particular: Particular) -> Kept {
    Kept { id: "p1".into(), said_on: day(ON), basis: "clause 7".into(), particular }
}

fn account(text: &str, particulars: &[Particular], claim: Option<&Claim>) -> FinalAccount {
    let particulars: Vec<Kept> = particulars.iter().cloned().map(kept).collect();
    with(text, |scene| final_account(scene, &Input { ends_on: Some(day(ON)), particulars: &particulars, claim }))
}

/// Returns the lines as `side kind amount ids`, whole units.
fn lines(account: &FinalAccount) -> Vec<String> {
    let line = |line: &Line| {
        let ids: Vec<&str> = line.records.iter().map(|row| row.id.as_str()).collect();
        let amount = line.amount.map_or("?".to_owned(), |amount| amount.decimal());
        format!("{} {} {amount} {}", line.side.word(), line.kind.word(), ids.join(" "))
    };
    account.lines.iter().map(line).collect()
}

#[test]
fn what_is_open_disputed_and_kept_back_stands_apart() {
    let text = "invoices A issued_on=2026-03-01 due_on=2026-03-31 amount=1000
        payments P1 invoice=A paid_on=2026-04-10 amount=400
        invoices B issued_on=2026-04-01 due_on=2026-04-30 amount=500 disputed=yes disputed_on=2026-05-02
        invoices C issued_on=2026-05-01 due_on=2026-05-31 amount=900 disputed=yes disputed_on=2026-06-01
        invoices D issued_on=2026-05-01 due_on=2026-05-31 amount=2000
        invoices E issued_on=2026-05-02 due_on=2026-05-31 amount=70 disputed=yes disputed_on=2026-06-01 dispute_upheld=no";
    let said = [
        Particular::DisputedPart { invoice: "C".into(), amount: 30_000 },
        Particular::Retainage { invoice: "D".into(), amount: 20_000, release_on: day("2026-12-31") },
    ];
    let found = account(text, &said, None);
    assert_eq!(
        lines(&found),
        [
            "they_owe invoice 600.00 A P1",
            "they_owe invoice 600.00 C",
            "they_owe invoice 1800.00 D",
            "they_owe invoice 70.00 E",
            "disputed dispute 500.00 B",
            "disputed dispute 300.00 C",
            "retained retainage 200.00 D",
        ]
    );
    let [own] = &found.balances[..] else { panic!("one currency") };
    assert_eq!((own.net().minor, own.disputed, own.retained), (307_000, 80_000, 20_000));
    let open = |how| found.open_under(how);
    assert_eq!(open(Settlement::Agreed), [WhyOpen::Disputed, WhyOpen::Retained]);
    assert_eq!(open(Settlement::DisputeListed), [WhyOpen::Retained]);
    assert_eq!((open(Settlement::ClaimFile), open(Settlement::Waived)), (vec![], vec![]));
    // Once the day has come, what was kept back is owed.
    let released = [Particular::Retainage { invoice: "D".into(), amount: 20_000, release_on: day(ON) }];
    assert_eq!(account(text, &released, None).balances[0].retained, 0);
}

#[test]
fn what_we_owe_is_found_in_credit_and_overpayment() {
    let text = "invoices A issued_on=2026-03-01 due_on=2026-03-31 amount=1000
        payments P1 invoice=A paid_on=2026-03-20 amount=1100
        invoices CN issued_on=2026-04-01 due_on=2026-04-01 amount=-250 kind=credit_note
        invoices U issued_on=2026-04-01 due_on=2026-04-30 amount=80 currency=USD";
    let found = account(text, &[], None);
    assert_eq!(
        lines(&found),
        ["they_owe invoice 80.00 U", "we_owe overpayment 100.00 A P1", "we_owe credit 250.00 CN"]
    );
    let nets: Vec<(&str, i64)> = found.balances.iter().map(|own| (own.currency.code(), own.net().minor)).collect();
    assert_eq!(nets, [("SAR", -35_000), ("USD", 8_000)], "nothing is converted or set off across currencies");
    assert_eq!(found.open_under(Settlement::ClaimFile), [WhyOpen::WeOwe], "a file of claims does not pay what we owe");
    // A part of it was paid back.
    let refund = format!("{text}\npayments P2 invoice=CN paid_on=2026-05-01 amount=-150");
    assert!(lines(&account(&refund, &[], None)).contains(&"we_owe credit 100.00 CN".to_owned()));
}

#[test]
fn an_advance_is_earned_by_its_rule() {
    // 120 days paid in advance, of which 30 lie before the end: 1 June to 28 September.
    let text = "invoices A issued_on=2026-05-25 due_on=2026-05-31 amount=1200
        payments P1 invoice=A paid_on=2026-05-31 amount=1200
        time T1 on_day=2026-06-10 minutes=120 billable=yes invoice=A
        time T2 on_day=2026-06-11 minutes=60 billable=no invoice=A
        deliverables D1 due_on=2026-06-10 delivered_on=2026-06-10 accepted_on=2026-06-12
        deliverables D2 due_on=2026-06-20 delivered_on=2026-06-20
        deliverables D3 due_on=2026-08-20 started_on=2026-06-20";
    let unearned = |rule| {
        let (from, until) = (day("2026-06-01"), day("2026-09-28"));
        let said = Particular::Advance { invoice: "A".into(), from, until, rule, refund_days: 14 };
        let found = account(text, &[said], None);
        let line = found.lines.iter().find(|line| line.kind == LineKind::Unearned);
        line.map(|line| (line.amount.map(|amount| amount.minor), line.due_on))
    };
    let due = Some(day("2026-07-14"));
    assert_eq!(unearned(Earning::Days), Some((Some(90_000), due)));
    assert_eq!(unearned(Earning::Hours), Some((Some(80_000), due))); // two hours at 200
    assert_eq!(unearned(Earning::Accepted), Some((Some(120_000 - 40_000), due))); // one of three known pieces
    assert_eq!(unearned(Earning::Refundable), Some((Some(120_000), due)));
    assert_eq!(unearned(Earning::OnReceipt), None);
    // While nothing ends, the same part waits to be earned, and nothing is owed.
    let (from, until) = (day("2026-06-01"), day("2026-09-28"));
    let said = kept(Particular::Advance { invoice: "A".into(), from, until, rule: Earning::Days, refund_days: 14 });
    let going = |text: &str| {
        let particulars = std::slice::from_ref(&said);
        with(text, |scene| final_account(scene, &Input { ends_on: None, particulars, claim: None }))
    };
    let found = going(text);
    assert_eq!((found.balances[0].net().minor, found.balances[0].advance), (0, 90_000));
    // Of an advance that is paid in part only, no more waits than came in.
    assert_eq!(
        going(&text.replace("paid_on=2026-05-31 amount=1200", "paid_on=2026-05-31 amount=500")).balances[0].advance,
        50_000
    );
}

#[test]
fn an_advance_that_is_not_paid_is_owed_as_far_as_it_is_earned() {
    let text = "invoices A issued_on=2026-05-25 due_on=2026-05-31 amount=1200";
    let (from, until) = (day("2026-06-01"), day("2026-09-28"));
    let said = Particular::Advance { invoice: "A".into(), from, until, rule: Earning::Days, refund_days: 14 };
    assert_eq!(account(text, &[said], None).balances[0].net().minor, 30_000);
}

#[test]
fn a_deposit_asks_and_trust_money_is_never_set_off() {
    let text = "invoices A issued_on=2026-03-01 due_on=2026-03-31 amount=1000
        invoices DEP issued_on=2026-01-01 due_on=2026-01-10 amount=5000 kind=deposit
        payments P1 invoice=DEP paid_on=2026-01-09 amount=3000";
    let found = account(text, &[], None);
    assert_eq!(lines(&found), ["they_owe invoice 1000.00 A", "unsaid deposit 3000.00 DEP P1"]);
    let asked: Vec<_> = found.questions.iter().map(|own| (own.kind, own.record.id.as_str())).collect();
    assert_eq!(asked, [(QuestionKind::Deposit, "DEP")]);
    assert_eq!(found.open_under(Settlement::Agreed), [WhyOpen::Questions]);
    let found = account(text, &[Particular::Trust { invoice: "DEP".into() }], None);
    assert_eq!(lines(&found), ["they_owe invoice 1000.00 A", "trust trust 3000.00 DEP P1"]);
    assert_eq!((found.balances[0].net().minor, found.questions.len()), (100_000, 0));
    // Not even when all else is agreed.
    for how in Settlement::ALL {
        assert_eq!(found.open_under(*how), [WhyOpen::Trust], "{how:?}");
    }
}

#[test]
fn what_came_in_a_currency_without_a_rate_is_asked_and_neither_owed_nor_too_much() {
    let text = "invoices A issued_on=2026-03-01 due_on=2026-03-31 amount=3750
        payments P1 invoice=A paid_on=2026-03-20 amount=1000 currency=USD
        invoices B issued_on=2026-03-01 due_on=2026-03-31 amount=5000 currency=USD
        payments P2 invoice=B paid_on=2026-03-20 amount=6000";
    let found = account(text, &[], None);
    assert_eq!(lines(&found), [""; 0]);
    let asked: Vec<_> = found.questions.iter().map(|own| (own.kind, own.record.id.as_str())).collect();
    assert_eq!(asked, [(QuestionKind::Rate, "A"), (QuestionKind::Rate, "B")]);
    assert_eq!(found.open_under(Settlement::Agreed), [WhyOpen::Questions]);
    // The statement shows it in its own currency; what was withdrawn stands on none.
    with(&format!("{text}\ninvoices V issued_on=2026-04-01 due_on=2026-04-30 amount=0"), |scene| {
        let all = statement(scene, None);
        let parts = all.parts.iter().map(|part| (part.currency.code(), part.closing, part.entries.len()));
        assert_eq!(parts.collect::<Vec<_>>(), [("SAR", 375_000 - 600_000, 2), ("USD", 500_000 - 100_000, 2)]);
    });
}

#[test]
fn work_that_is_on_no_invoice_is_named_by_month() {
    let text = "invoices A issued_on=2026-04-30 due_on=2026-05-30 amount=1000 pass_through=100
        payments P1 invoice=A paid_on=2026-05-30 amount=1000
        time T0 on_day=2026-04-20 minutes=600 billable=yes
        time T1 on_day=2026-05-10 minutes=90 billable=yes
        time T2 on_day=2026-05-20 minutes=30 billable=yes
        time T3 on_day=2026-06-02 minutes=60 billable=yes
        time T4 on_day=2026-06-03 minutes=60 billable=no
        time T5 on_day=2026-06-04 minutes=60
        costs C1 on_day=2026-06-10 amount=75";
    let found = account(text, &[], None);
    assert_eq!(
        lines(&found),
        ["to_bill work 400.00 T1 T2", "to_bill work 200.00 T3", "to_bill cost 75.00 C1"],
        "work before the last invoice was on it"
    );
    assert_eq!((found.balances[0].net().minor, found.balances[0].to_bill), (0, 67_500));
    assert_eq!(found.open_under(Settlement::ClaimFile), [WhyOpen::Unbilled]);
    assert_eq!(found.open_under(Settlement::Agreed), [WhyOpen::Unbilled], "nobody billed, waived or listed it");
    for how in [Settlement::DisputeListed, Settlement::Waived] {
        assert_eq!(found.open_under(how), [], "{how:?}");
    }
    // Where costs were never passed on, they are ours.
    let ours = text.replace(" pass_through=100", "");
    assert!(lines(&account(&ours, &[], None)).iter().all(|line| !line.contains("C1")));
}

#[test]
fn work_is_waived_by_a_word_up_to_a_day_and_stays_in_sight() {
    let text = "invoices A issued_on=2026-04-30 due_on=2026-05-30 amount=1000 pass_through=100
        payments P1 invoice=A paid_on=2026-05-30 amount=1000
        time T1 on_day=2026-05-10 minutes=90 billable=yes
        time T2 on_day=2026-05-20 minutes=30 billable=yes
        costs C1 on_day=2026-06-10 amount=75";
    let until = |day_: &str| account(text, &[Particular::Waiver { until: day(day_) }], None);
    let found = until("2026-05-15");
    assert_eq!(lines(&found), ["to_bill work 100.00 T2", "to_bill cost 75.00 C1", "waived work 300.00 T1"]);
    assert_eq!(found.lines[2].particular.as_deref(), Some("p1"), "whose word it was");
    assert_eq!((found.balances[0].to_bill, found.balances[0].waived), (17_500, 30_000));
    assert_eq!(found.open_under(Settlement::Agreed), [WhyOpen::Unbilled]);
    let shown = |how| found.for_client(None, None, how).lines.iter().map(|line| line.amount.minor).collect::<Vec<_>>();
    assert_eq!(
        shown(Some(Settlement::DisputeListed)),
        [10_000, 7_500],
        "what stays open is named, what is waived is not"
    );
    assert_eq!((shown(None), shown(Some(Settlement::Waived))), (vec![], vec![]));
    let found = until("2026-06-10");
    assert_eq!(found.open_under(Settlement::Agreed), []);
    for how in [None, Some(Settlement::DisputeListed)] {
        assert!(found.for_client(None, None, how).lines.is_empty(), "it is ours alone");
    }
    // Nobody asks for the price of what is waived, and an account of before has nothing of it.
    let whole =
        serde_json::to_string(&account("invoices A issued_on=2026-04-30 due_on=2026-05-30 amount=1", &[], None));
    assert!(!whole.expect("plain fields").contains("waived"));
}

#[test]
fn interest_needs_law_contract_and_a_person() {
    let text = "invoices A issued_on=2026-04-01 due_on=2026-05-31 amount=10000 currency=AED
        invoices B issued_on=2026-04-01 due_on=2026-05-31 amount=10000 currency=AED disputed=yes disputed_on=2026-06-01";
    let claim = |place: &str, clause: &str| Claim {
        place: place.into(),
        clause: clause.into(),
        agreed_rate: None,
        claimed_on: None,
        allocation: None,
        approved_by: "mona".into(),
    };
    let found = account(text, &[], Some(&claim("AE", "9")));
    // 10,000 x 9% x 30/365 = 73.973; none on what is disputed.
    assert_eq!(
        lines(&found),
        ["they_owe invoice 10000.00 A", "they_owe interest 73.97 A", "disputed dispute 10000.00 B"]
    );
    assert_eq!(found.interest[0].segments.len(), 1);
    let segment =
        |found: &FinalAccount, clause| found.for_client(None, Some(clause), None).interest[0].segments[0].clone();
    let by_law = segment(&found, "9");
    assert_eq!((by_law.days, by_law.rate, by_law.principal), (30, 900, 1_000_000));
    assert!(matches!(by_law.rests_on, RateOf::Law(ref source) if !source.is_empty()), "{by_law:?}");
    let agreed = account(text, &[], Some(&Claim { agreed_rate: Some(500), ..claim("AE", "9.2") }));
    let by_contract = |account: &FinalAccount, clause| segment(account, clause).rests_on;
    let clause = by_contract(&agreed.clone().without_words("9.2"), "9.2");
    assert!(matches!(clause, RateOf::Contract(Some(ref clause)) if clause.as_str() == "9.2"), "{clause:?}");
    let words = account(text, &[], Some(&Claim { agreed_rate: Some(500), ..claim("AE", "as they begged for") }));
    assert_eq!(by_contract(&words, "as they begged for"), RateOf::Contract(None), "no words of ours");
    for (place, clause, barred) in
        [("SA", "9", Barred::Disabled), ("AE", "", Barred::NoClause), ("QA", "9", Barred::NoPack)]
    {
        let found = account(text, &[], Some(&claim(place, clause)));
        assert_eq!((found.barred, found.interest.len()), (vec![("A".to_owned(), barred)], 0), "{place}");
    }
    let sar = Currency::of("SAR").expect("a currency");
    let loss = Particular::Loss { what: "Bank charges".into(), amount: Money { minor: 5_000, currency: sar } };
    assert!(lines(&account(text, &[loss], None)).contains(&"they_owe loss 50.00 ".to_owned()));
}

#[test]
fn a_statement_runs_to_what_is_owed() {
    let text = "invoices A issued_on=2026-01-01 due_on=2026-01-31 amount=1000
        payments P1 invoice=A paid_on=2026-02-10 amount=400
        invoices CN issued_on=2026-03-01 due_on=2026-03-01 amount=-100 kind=credit_note
        invoices B issued_on=2026-05-01 due_on=2026-07-31 amount=300
        payments P2 invoice=B paid_on=2026-05-20 amount=50
        payments P3 invoice=B paid_on=2026-05-25 amount=-50
        invoices U issued_on=2026-04-01 due_on=2026-04-30 amount=80 currency=USD";
    with(text, |scene| {
        let all = statement(scene, None);
        let rows: Vec<_> = all.parts[0].entries.iter().map(|own| (own.record.id.as_str(), own.balance)).collect();
        assert_eq!(
            rows,
            [("A", 100_000), ("P1", 60_000), ("CN", 50_000), ("B", 80_000), ("P2", 75_000), ("P3", 80_000)]
        );
        assert_eq!((all.parts[0].closing, all.parts[1].closing), (80_000, 8_000));
        assert_eq!(all.parts[0].ageing, [30_000, 0, 0, 0, 50_000]);
        let late = statement(scene, Some(day("2026-03-01")));
        assert_eq!((late.parts[0].opening, late.parts[0].entries.len(), late.parts[0].closing), (60_000, 4, 80_000));
        // The account and the statement say the same.
        let account = final_account(scene, &Input { ends_on: None, particulars: &[], claim: None });
        assert_eq!(account.balances[0].net().minor, 80_000);
    });
}

#[test]
fn plans_are_checked_and_followed() {
    let sar = Currency::of("SAR").expect("a currency");
    let one = |due: &str, amount| Instalment { due_on: day(due), amount, currency: sar };
    let owed = Money { minor: 90_000, currency: sar };
    let (first, second) = (one("2026-05-01", 40_000), one("2026-06-01", 50_000));
    let check = |plan: &[Instalment], wrong| assert_eq!(check_plan(plan, owed, day("2026-04-20")), Err(wrong));
    assert_eq!(check_plan(&[first, second], owed, day("2026-04-20")), Ok(()));
    check(&[], PlanWrong::Empty);
    check(&[first, one("2026-06-01", 0)], PlanWrong::Amount);
    check(&[second, first], PlanWrong::Order);
    check(&[one("2026-04-19", 40_000), second], PlanWrong::Past);
    check(&[first], PlanWrong::Sum);
    let text = "invoices A issued_on=2026-01-01 due_on=2026-01-31 amount=900
        payments P1 invoice=A paid_on=2026-05-01 amount=400";
    let found = with(text, |scene| {
        let plan = [first, second, one("2026-07-15", 10_000)];
        instalments(scene, &["A".to_owned()], &plan, day("2026-04-20"))
    });
    assert_eq!(found.iter().map(|(_, kept)| *kept).collect::<Vec<_>>(), [Some(true), Some(false), None]);
}

#[test]
fn trust_money_agrees_three_ways() {
    let sar = Currency::of("SAR").expect("a currency");
    let money = |minor| Money { minor, currency: sar };
    assert_eq!(reconcile(sar, 500, 500, &[300, 200]), []);
    assert_eq!(reconcile(sar, 450, 500, &[300, 200]), [Difference::Bank(money(-50))]);
    assert_eq!(
        reconcile(sar, 500, 500, &[600, -50]),
        [Difference::Clients(money(-50)), Difference::Overdrawn(money(-50))]
    );
}

#[test]
fn an_account_reads_back_from_the_journal() {
    let found = account("invoices A issued_on=2026-03-01 due_on=2026-03-31 amount=1000", &[], None);
    let text = serde_json::to_string(&found).expect("it can be written");
    assert_eq!(serde_json::from_str::<FinalAccount>(&text).expect("it reads back"), found);
    assert_eq!(found.digest().len(), 64);
    assert_ne!(found.digest(), FinalAccount { on: day("2026-07-01"), ..found.clone() }.digest());
    let said = kept(Particular::Pause { invoice: None, from: Day::from_iso(ON).expect("a day"), until: day(ON) });
    let text = serde_json::to_string(&said).expect("it can be written");
    assert!(text.contains(r#""kind":"pause""#), "{text}");
    assert_eq!(serde_json::from_str::<Kept>(&text).expect("it reads back"), said);
}
