//! Bills paid short: part of the money came, the rest did not, and nothing says that it still will.

use super::super::{Bill, Scene};

/// So many days without money are enough where the client has settled a later bill since: it went past this one.
const PASSED_DAYS: i32 = 30;
/// So many days are enough by themselves.
const LONG_DAYS: i32 = 90;
/// What is missing is the same share each time if the shares differ by no more than this.
const EVEN: f64 = 0.01;

/// Tells whether a bill was paid short: less than owed came in, long ago, and no credit note took off the rest.
pub(super) fn is_short(scene: &Scene, bill: &Bill) -> bool {
    let Some(last) = bill.last_paid_on.filter(|_| bill.paid > 0 && bill.settled_on.is_none()) else { return false };
    let quiet_days = scene.on.since(last.max(bill.due_on));
    let passed = |other: &Bill| other.issued_on > bill.issued_on && other.settled_on.is_some_and(|on| on > last);
    let is_over = quiet_days > LONG_DAYS || (quiet_days > PASSED_DAYS && scene.ledger.bills.iter().any(passed));
    is_over && is_paid_in_its_currency(scene, bill)
}

/// Tells whether a bill was paid in the currency it asks for; money of another kind cannot be held against its amount.
fn is_paid_in_its_currency(scene: &Scene, bill: &Bill) -> bool {
    let currency = scene.history.invoices[bill.invoice].currency;
    scene.ledger.receipts(bill).iter().all(|receipt| scene.history.payments[receipt.payment].currency == currency)
}

/// Tells whether the same share is missing of each of several bills, as where tax is withheld or a part is retained.
pub(super) fn is_even(bills: &[&Bill]) -> bool {
    let missing = bills.iter().map(|bill| bill.open() as f64 / bill.amount as f64);
    let (least, most) = missing.fold((f64::MAX, f64::MIN), |(least, most), share| (least.min(share), most.max(share)));
    bills.len() >= 2 && most - least <= EVEN
}

#[cfg(test)]
mod tests {
    use super::super::super::sample::{day, firm, history};
    use super::super::super::{Policy, Scene};
    use super::*;

    /// The ids of the bills that were paid short by a day.
    fn short(text: &str, on: &str) -> Vec<String> {
        let mut history = history(text);
        history.keep_known_on(day(on));
        let (firm, policy) = (firm(), Policy::standard());
        let scene = Scene::new(&history, &firm, &policy, day(on));
        let short = scene.ledger.bills.iter().filter(|bill| is_short(&scene, bill));
        short.map(|bill| history.invoices[bill.invoice].id.to_string()).collect()
    }

    const ONE: &str = "invoices A issued_on=2026-01-01 due_on=2026-01-31 amount=1000\n";
    const PART: &str = "payments P invoice=A paid_on=2026-02-10 amount=900\n";
    const LATER: &str = "invoices B issued_on=2026-02-01 due_on=2026-03-03 amount=500\n";

    #[test]
    fn a_part_that_is_passed_over_or_long_ago_is_short() {
        let text = format!("{ONE}{PART}{LATER}payments Q invoice=B paid_on=2026-03-01 amount=500\n");
        assert_eq!(short(&text, "2026-03-12"), [""; 0]);
        assert_eq!(short(&text, "2026-03-13"), ["A"]);
        let alone = format!("{ONE}{PART}{LATER}");
        assert_eq!(short(&alone, "2026-05-11"), [""; 0], "the client may have no money, or pay in parts");
        assert_eq!(short(&alone, "2026-05-12"), ["A"]);
        let early = format!("{ONE}payments P invoice=A paid_on=2026-01-02 amount=900");
        assert_eq!(short(&early, "2026-05-01"), [""; 0], "it falls due first");
        assert_eq!(short(&early, "2026-05-02"), ["A"]);
    }

    #[test]
    fn what_was_settled_credited_or_never_paid_is_not() {
        let on = "2026-06-30";
        assert_eq!(short(ONE, on), [""; 0]);
        assert_eq!(short(&format!("{ONE}{PART}payments R invoice=A paid_on=2026-06-20 amount=100"), on), [""; 0]);
        assert_eq!(short(&format!("{ONE}{PART}payments R invoice=A paid_on=2026-03-01 amount=96"), on), [""; 0]);
        let credit = "invoices C issued_on=2026-03-01 due_on=2026-03-01 amount=-100 kind=credit_note";
        assert_eq!(short(&format!("{ONE}{PART}{credit}"), on), [""; 0]);
        let dollars = PART.replace("amount=900", "amount=240 currency=USD");
        assert_eq!(short(&format!("{ONE}{dollars}"), on), [""; 0]);
        assert_eq!(short(&format!("{ONE}{PART}"), on), ["A"]);
    }
}
