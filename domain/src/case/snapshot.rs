//! The picture of the client's money that a case freezes when it is opened.

use super::contribution::{Contribution, hourly_rate};
use crate::days::Day;
use crate::firm::Firm;
use crate::money::{Currency, Money};
use crate::record::History;
use crate::sign::{Bill, Need, Policy, Scene, quality, revenue, unbilled_work};
use crate::word::words;
use serde::{Deserialize, Serialize};

/// What a case began from, in whole units of the base currency; a figure that the records do not give is `None`, and
/// `gaps` says what it lacks. Receivables are gross, economics net of tax (DOMAIN 5.3, the gate to the review).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Snapshot {
    pub on: Day,
    /// The base currency; without one every sum is unknown.
    pub currency: Option<Currency>,
    /// Billed in the window of 365 days, net.
    pub revenue: Option<f64>,
    /// `revenue` over the firm's whole of the same days, 0 to 1 (E6).
    pub share: Option<f64>,
    /// Unpaid, due or not, gross.
    pub receivable: Option<f64>,
    /// The part of `receivable` that is past its due day, gross.
    pub overdue: Option<f64>,
    /// Billable work since the last invoice, at the agreed price, else at cost.
    pub unbilled: Option<f64>,
    /// Left over in the last full quarters, net (E4).
    pub contribution: Option<f64>,
    /// How many quarters `contribution` adds up; a year is four.
    pub quarters: u32,
    /// What an hour earned in the worked quarters of the year, net (E1).
    pub hourly_rate: Option<f64>,
    /// Our own delivery quality in the window, 0 to 1 (R0).
    pub quality: Option<f64>,
    /// How many deliverables `quality` rests on.
    pub quality_n: u32,
    pub gaps: Vec<Gap>,
}

/// A figure that is unknown, and what it lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gap {
    pub figure: Figure,
    pub needs: Need,
}

words! {
    /// A figure of the snapshot.
    Figure {
        Revenue = "revenue",
        Share = "share",
        Receivable = "receivable",
        Overdue = "overdue",
        Unbilled = "unbilled",
        Contribution = "contribution",
        HourlyRate = "hourly_rate",
        Quality = "quality",
    }
}

impl Snapshot {
    /// How long a snapshot serves a review (DOMAIN 5.3).
    pub const FRESH_DAYS: i32 = 30;

    /// Draws the picture of a client on a day; `history` must hold only what was known on it, `firm_revenue` is the
    /// net revenue of all clients in the same window, as the baseline has it.
    pub fn of(history: &History, firm: &Firm, policy: &Policy, on: Day, firm_revenue: Option<f64>) -> Snapshot {
        let scene = Scene::new(history, firm, policy, on);
        let mut gaps = vec![];
        let mut known =
            |figure, value: Result<f64, Need>| value.inspect_err(|needs| gaps.push(Gap { figure, needs: *needs })).ok();
        let billed = billed(&scene);
        let whole = firm_revenue.filter(|whole| *whole > 0.0).ok_or(Need::Portfolio);
        let contribution = Contribution::of(&scene);
        let own = quality(&scene);
        Snapshot {
            on,
            currency: firm.base_currency,
            revenue: known(Figure::Revenue, billed),
            share: known(Figure::Share, billed.and_then(|own| whole.map(|whole| own / whole))),
            receivable: known(Figure::Receivable, owed(&scene, |_| true)),
            overdue: known(Figure::Overdue, owed(&scene, |bill| bill.delay > 0)),
            unbilled: known(Figure::Unbilled, unbilled(&scene)),
            quarters: contribution.as_ref().map_or(0, |contribution| contribution.quarters),
            contribution: known(Figure::Contribution, contribution.map(|contribution| contribution.sum)),
            hourly_rate: known(Figure::HourlyRate, hourly_rate(&scene)),
            quality_n: own.as_ref().map_or(0, |own| own.pieces.len() as u32),
            quality: known(Figure::Quality, own.map(|own| own.value)),
            gaps,
        }
    }

    /// Takes back what only payments could tell, where none of any client is known.
    pub fn without_payments(mut self) -> Snapshot {
        let figures = [
            (Figure::Receivable, &mut self.receivable),
            (Figure::Overdue, &mut self.overdue),
            (Figure::Contribution, &mut self.contribution),
        ];
        for (figure, _) in figures.into_iter().filter_map(|(figure, value)| Some((figure, value.take()?))) {
            self.gaps.push(Gap { figure, needs: Need::Payments });
        }
        self
    }

    /// Tells whether the picture is new enough for a review on a day.
    pub fn is_fresh(&self, on: Day) -> bool {
        on.since(self.on) <= Snapshot::FRESH_DAYS
    }
}

/// Returns what was billed in the window, net; where nothing was, the records do not say whether that is all.
fn billed(scene: &Scene) -> Result<f64, Need> {
    if scene.history.invoices.is_empty() {
        Err(Need::Invoices)
    } else if !scene.history.invoices.iter().any(|invoice| scene.in_window(invoice.issued_on)) {
        Err(Need::Stale)
    } else {
        revenue(scene).ok_or(Need::Currency)
    }
}

/// Adds up what is still owed on the bills of a sort.
fn owed(scene: &Scene, counts: impl Fn(&Bill) -> bool) -> Result<f64, Need> {
    if scene.ledger.bills.is_empty() {
        return Err(scene.ledger.lacks());
    }
    let open = scene.ledger.bills.iter().filter(|bill| bill.settled_on.is_none() && counts(bill));
    let whole = |bill: &Bill| {
        let currency = scene.history.invoices[bill.invoice].currency;
        scene.firm.in_base(Money { minor: bill.open(), currency }, scene.on)
    };
    // What was paid in a currency without a rate may be owed or not.
    let is_clear = scene.ledger.unclear.is_empty();
    // An empty sum of floats is -0.
    let sum = open.map(whole).sum::<Option<f64>>().map(|sum| sum + 0.0);
    scene.firm.base_currency.and(sum).filter(|_| is_clear).ok_or(Need::Currency)
}

fn unbilled(scene: &Scene) -> Result<f64, Need> {
    scene.in_base(unbilled_work(scene)?).ok_or(Need::Currency)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::firm::ExchangeRate;
    use crate::sign::sample::{day, firm, history, rows};

    const ON: &str = "2026-01-10";

    /// The quarters of 2025 at 9,000 net and 60 hours each; the last bill is open, a dollar bill is not due, two hours
    /// are not billed, and one of ten deliverables was late.
    fn year() -> String {
        let pieces = rows(10, "2025-02-01", 30, |i, due| {
            let delivered = if i == 10 { due.plus(1) } else { due };
            format!(
                "deliverables D{i} due_on={due} delivered_on={delivered} accepted_on={} revisions_ours=0 defects=0",
                due.plus(2)
            )
        });
        format!(
            "invoices I1 issued_on=2025-01-01 due_on=2025-01-20 amount=10350 tax=1350
             invoices I2 issued_on=2025-04-01 due_on=2025-04-20 amount=10350 tax=1350
             invoices I3 issued_on=2025-07-01 due_on=2025-07-20 amount=10350 tax=1350
             invoices I4 issued_on=2025-10-01 due_on=2025-10-20 amount=10350 tax=1350
             invoices I5 issued_on=2026-01-05 due_on=2026-02-04 amount=1000 currency=USD
             payments P1 invoice=I1 paid_on=2025-01-01 amount=10350
             payments P2 invoice=I2 paid_on=2025-04-01 amount=10350
             payments P3 invoice=I3 paid_on=2025-07-01 amount=10350
             payments P4 invoice=I4 paid_on=2025-12-01 amount=4350
             time T1 on_day=2025-02-10 minutes=3600 cost_rate=100
             time T2 on_day=2025-05-10 minutes=3600 cost_rate=100
             time T3 on_day=2025-08-10 minutes=3600 cost_rate=100
             time T4 on_day=2025-11-10 minutes=3600 cost_rate=100
             time T5 on_day=2026-01-07 minutes=120
             {pieces}"
        )
    }

    fn dollar() -> Firm {
        let currency = Currency::of("USD").expect("a currency");
        Firm {
            exchange_rates: vec![ExchangeRate { currency, on: day("2025-01-01"), value: 3.75 }],
            cost_of_capital: vec![],
            ..firm()
        }
    }

    fn of(text: &str, firm: &Firm, firm_revenue: Option<f64>) -> Snapshot {
        let mut history = history(text);
        history.keep_known_on(day(ON));
        Snapshot::of(&history, firm, &Policy::standard(), day(ON), firm_revenue)
    }

    #[test]
    fn figures_of_a_known_year() {
        let found = of(&year(), &dollar(), Some(200_000.0));
        // From 11 January 2025: three quarters at 9,000 and 1,000 dollars at 3.75.
        assert_eq!((found.revenue, found.share), (Some(30_750.0), Some(0.15375)));
        // 6,000 of I4 overdue, and the dollars.
        assert_eq!((found.receivable, found.overdue), (Some(9750.0), Some(6000.0)));
        // Two hours at the default cost of 90, for no price was agreed.
        assert_eq!(found.unbilled, Some(180.0));
        // 4 x 3,000, and 10% expected to be lost of the 6,000 that are 82 days late.
        assert_eq!((found.contribution, found.quarters), (Some(11_400.0), 4));
        assert_eq!(found.hourly_rate, Some(150.0));
        // Nine of ten in time, all accepted at once, no defects: the cube root of 0.9.
        assert!((found.quality.expect("known") - 0.965_489).abs() < 1e-6);
        assert_eq!((found.quality_n, found.gaps.len()), (10, 0));
    }

    #[test]
    fn what_is_blind_is_named() {
        let gaps = |snapshot: &Snapshot| snapshot.gaps.iter().map(|g| (g.figure, g.needs)).collect::<Vec<_>>();
        let nothing = of("feedback F on_day=2026-01-01 score=4", &firm(), None);
        use Figure::*;
        assert_eq!(
            gaps(&nothing),
            [
                (Revenue, Need::Invoices),
                (Share, Need::Invoices),
                (Receivable, Need::Invoices),
                (Overdue, Need::Invoices),
                (Unbilled, Need::Time),
                (Contribution, Need::Invoices),
                (HourlyRate, Need::Time),
                (Quality, Need::Deliverables),
            ]
        );
        assert_eq!((nothing.revenue, nothing.receivable), (None, None));
        let rateless = of(&year(), &firm(), None);
        let of_dollars = [Revenue, Share, Receivable].map(|figure| (figure, Need::Currency));
        assert_eq!(gaps(&rateless), of_dollars);
        assert_eq!(rateless.overdue, Some(6000.0), "the dollars are not due yet");
    }

    #[test]
    fn nobody_owes_and_nobody_knows_differ() {
        let paid = "invoices A issued_on=2025-12-01 due_on=2025-12-20 amount=900
            payments P invoice=A paid_on=2025-12-20 amount=900";
        let receivable = of(paid, &firm(), None).receivable.expect("known");
        assert!(receivable == 0.0 && receivable.is_sign_positive());
        assert_eq!(of(paid, &Firm { base_currency: None, ..firm() }, None).receivable, None);
        let old = paid.replace("2025-12", "2024-12");
        assert_eq!(of(&old, &firm(), None).gaps[0], Gap { figure: Figure::Revenue, needs: Need::Stale });
    }

    #[test]
    fn where_nobodys_payments_are_known_nothing_is_said_to_be_owed() {
        let found = of(&year(), &dollar(), None).without_payments();
        assert_eq!((found.receivable, found.overdue, found.contribution), (None, None, None));
        let gaps = [Figure::Receivable, Figure::Overdue, Figure::Contribution];
        let gaps = gaps.map(|figure| Gap { figure, needs: Need::Payments });
        assert!(gaps.iter().all(|gap| found.gaps.contains(gap)) && found.revenue.is_some());
    }

    #[test]
    fn serves_a_review_for_thirty_days() {
        let snapshot = of(&year(), &dollar(), None);
        assert!(snapshot.is_fresh(day("2026-02-09")) && !snapshot.is_fresh(day("2026-02-10")));
    }
}
