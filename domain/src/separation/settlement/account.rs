//! The final account of a client on a day.

use super::advance::{Advance, earned};
use super::documents::{bill_rows, excesses, invoice_row, is_deposit, unused_credit};
use super::line::{Balance, Line, LineKind, Question, QuestionKind, Side, balances};
use super::particular::{Kept, Particular};
use crate::case::CitedRow;
use crate::case::parting::settling::Settlement;
use crate::days::Day;
use crate::journal;
use crate::money::Money;
use crate::record::{Invoice, Time};
use crate::separation::interest::{Barred, Claim, Debt, Interest, Paid, accrue, law};
use crate::sign::{Bill, Scene};
use crate::word::words;
use serde::{Deserialize, Serialize};

/// What an account is drawn up from, besides the records.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The last day of the services: what is paid in advance for later days goes back. Without one nothing ends, and what
    /// is paid in advance waits to be earned.
    pub ends_on: Option<Day>,
    pub particulars: &'a [Kept],
    /// What interest is claimed on; without it there is none.
    pub claim: Option<&'a Claim>,
}

/// An account as it stands on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FinalAccount {
    pub on: Day,
    pub ends_on: Option<Day>,
    pub lines: Vec<Line>,
    pub balances: Vec<Balance>,
    pub questions: Vec<Question>,
    pub interest: Vec<Interest>,
    /// Invoices on which interest was claimed and is not counted, and why.
    pub barred: Vec<(String, Barred)>,
}

words! {
    /// What keeps an account open (DOMAIN 5.3, the gate from 8 to 9).
    WhyOpen {
        Questions = "questions",
        /// Work or costs are on no invoice, and nobody waived them.
        Unbilled = "unbilled",
        Disputed = "disputed",
        Retained = "retained",
        /// We still owe the client.
        WeOwe = "we_owe",
        /// Trust money has not gone back.
        Trust = "trust",
    }
}

impl FinalAccount {
    /// Returns what keeps the account open when it is settled in a way. What both signed is settled but for what they did
    /// not speak of, as work that is on no invoice, unless it is listed or waived; arrears in a file of claims settle what they
    /// owe, not what we do; trust money is never settled by words.
    pub fn open_under(&self, how: Settlement) -> Vec<WhyOpen> {
        use Settlement::{Agreed, ClaimFile, DisputeListed};
        let any = |side: Side| self.balances.iter().any(|own| own.of(side).minor != 0);
        let we_owe = self.balances.iter().any(|own| own.net().minor < 0);
        let open = [
            (WhyOpen::Questions, !self.questions.is_empty()),
            (WhyOpen::Unbilled, matches!(how, Agreed | ClaimFile) && !self.is_billed()),
            (WhyOpen::Disputed, how == Agreed && any(Side::Disputed)),
            (WhyOpen::Retained, matches!(how, Agreed | DisputeListed) && any(Side::Retained)),
            (WhyOpen::WeOwe, how == ClaimFile && we_owe),
            (WhyOpen::Trust, any(Side::Trust)),
        ];
        open.into_iter().filter(|(_, open)| *open).map(|(why, _)| why).collect()
    }

    /// Tells whether all work and costs are billed, or waived.
    pub fn is_billed(&self) -> bool {
        self.lines.iter().all(|line| line.side != Side::ToBill)
    }

    /// Returns the SHA-256 of the account as it is kept, in hexadecimal.
    pub fn digest(&self) -> String {
        journal::digest(serde_json::to_string(self).expect("made of words, days and numbers").as_bytes())
    }

    /// Takes the words of a clause out of the account, which a journal keeps sealed and apart.
    pub fn without_words(mut self, clause: &str) -> FinalAccount {
        let segments = self.interest.iter_mut().flat_map(|own| &mut own.segments);
        segments.filter(|segment| segment.source == clause).for_each(|segment| segment.source.clear());
        self
    }
}

/// Draws up the account of a scene's client on its day.
pub fn final_account(scene: &Scene, input: &Input) -> FinalAccount {
    let mut draft = Draft { scene, input, lines: vec![], questions: vec![], interest: vec![], barred: vec![] };
    scene.ledger.bills.iter().for_each(|bill| draft.bill(bill));
    let unclear = scene.ledger.unclear.iter().map(|place| &scene.history.invoices[*place]);
    unclear.for_each(|invoice| draft.ask(QuestionKind::Rate, invoice_row(invoice)));
    draft.excess();
    draft.losses();
    draft.work();
    draft.costs();
    draft.lines.sort_by_key(|line| line.side);
    let balances = balances(&draft.lines);
    FinalAccount {
        on: scene.on,
        ends_on: input.ends_on,
        balances,
        lines: draft.lines,
        questions: draft.questions,
        interest: draft.interest,
        barred: draft.barred,
    }
}

struct Draft<'a> {
    scene: &'a Scene<'a>,
    input: &'a Input<'a>,
    lines: Vec<Line>,
    questions: Vec<Question>,
    interest: Vec<Interest>,
    barred: Vec<(String, Barred)>,
}

impl<'a> Draft<'a> {
    /// Returns what somebody said of an invoice.
    fn said<T>(&self, invoice: &Invoice, read: impl Fn(&'a Particular) -> Option<T>) -> Option<(&'a str, T)> {
        let about = self.input.particulars.iter().rev().filter(|kept| kept.particular.invoice() == Some(&invoice.id));
        about.filter_map(|kept| Some((kept.id.as_str(), read(&kept.particular)?))).next()
    }

    fn ask(&mut self, kind: QuestionKind, record: CitedRow) {
        self.questions.push(Question { kind, record });
    }

    fn bill(&mut self, bill: &Bill) {
        let invoice = &self.scene.history.invoices[bill.invoice];
        if !invoice.currency.is_known() {
            self.ask(QuestionKind::Currency, invoice_row(invoice));
        }
        let trust = self.said(invoice, |p| matches!(p, Particular::Trust { .. }).then_some(()));
        let advance = self.said(invoice, |p| match p {
            Particular::Advance { from, until, rule, refund_days, .. } => Some((*from, *until, *rule, *refund_days)),
            _ => None,
        });
        match (trust, advance) {
            (Some((id, ())), _) => self.held(bill, invoice, LineKind::Trust, Side::Trust, Some(id)),
            (None, Some((id, (from, until, rule, refund_days)))) => {
                let ends_on = self.input.ends_on.unwrap_or(self.scene.on);
                let currency = invoice.currency;
                let advance = Advance { amount: bill.amount, currency, from, until, ends_on, rule };
                self.open(bill, invoice);
                self.advance(bill, invoice, &advance, refund_days, id);
            }
            (None, None) if is_deposit(invoice) => {
                self.held(bill, invoice, LineKind::Deposit, Side::Unsaid, None);
                if bill.paid > 0 {
                    self.ask(QuestionKind::Deposit, invoice_row(invoice));
                }
            }
            (None, None) => self.open(bill, invoice),
        }
    }

    /// Adds what was paid and is held; what a deposit still asks for is no debt once the work ends.
    fn held(&mut self, bill: &Bill, invoice: &Invoice, kind: LineKind, side: Side, particular: Option<&str>) {
        let held = bill.paid.min(bill.amount);
        if held > 0 {
            let amount = Money { minor: held, currency: invoice.currency };
            let line = Line::of(kind, side, amount, bill_rows(self.scene, bill));
            self.lines.push(Line { particular: particular.map(str::to_owned), ..line });
        }
    }

    /// Adds what is open on an invoice: kept back, disputed, or owed.
    fn open(&mut self, bill: &Bill, invoice: &Invoice) {
        let mut open = bill.open();
        if open == 0 {
            return;
        }
        let kept_back = self.said(invoice, |p| match p {
            Particular::Retainage { amount, release_on, .. } => Some((*amount, *release_on)),
            _ => None,
        });
        if let Some((id, (amount, release_on))) = kept_back.filter(|(_, (_, release_on))| *release_on > self.scene.on) {
            let part = amount.clamp(0, open);
            open -= part;
            self.part(bill, invoice, LineKind::Retainage, Side::Retained, part, Some(release_on), Some(id));
        }
        let disputed = disputed(self.scene, bill, self.input.particulars).min(open);
        if disputed > 0 {
            open -= disputed;
            self.part(bill, invoice, LineKind::Dispute, Side::Disputed, disputed, None, None);
            if invoice.dispute_upheld == Some(true) {
                self.ask(QuestionKind::CreditDue, invoice_row(invoice));
            }
        }
        self.part(bill, invoice, LineKind::Invoice, Side::TheyOwe, open, Some(bill.due_on), None);
        if let Some(claim) = self.input.claim.filter(|_| bill.settled_on.is_none() && open > 0) {
            self.claim(bill, invoice, claim, bill.open() - open);
        }
    }

    #[expect(clippy::too_many_arguments, reason = "a line has that many sides")]
    fn part(
        &mut self,
        bill: &Bill,
        invoice: &Invoice,
        kind: LineKind,
        side: Side,
        minor: i64,
        due_on: Option<Day>,
        particular: Option<&str>,
    ) {
        if minor > 0 {
            let amount = Money { minor, currency: invoice.currency };
            let line = Line::of(kind, side, amount, bill_rows(self.scene, bill));
            self.lines.push(Line { due_on, particular: particular.map(str::to_owned), ..line });
        }
    }

    /// Adds interest on the undisputed part, where it may be claimed.
    fn claim(&mut self, bill: &Bill, invoice: &Invoice, claim: &Claim, apart: i64) {
        let paid = self.scene.ledger.receipts(bill).iter();
        let debt = Debt {
            invoice: invoice.id.to_string(),
            amount: bill.amount - apart,
            currency: invoice.currency,
            due_on: bill.due_on,
            paid: paid.map(|receipt| Paid { on: receipt.paid_on, minor: receipt.amount }).collect(),
        };
        let law = law(&claim.place, bill.due_on.plus(1)).ok_or(Barred::NoPack);
        match law.and_then(|law| accrue(&debt, law, claim, self.scene.on)) {
            Ok(interest) => {
                let rows = || vec![invoice_row(invoice)];
                self.lines.push(Line::of(LineKind::Interest, Side::TheyOwe, interest.interest, rows()));
                let fixed = interest.fixed.map(|fixed| Line::of(LineKind::FixedSum, Side::TheyOwe, fixed, rows()));
                self.lines.extend(fixed);
                self.interest.push(interest);
            }
            Err(Barred::NotLate) => {}
            Err(barred) => self.barred.push((invoice.id.to_string(), barred)),
        }
    }

    fn advance(&mut self, bill: &Bill, invoice: &Invoice, advance: &Advance, refund_days: i32, id: &str) {
        match earned(self.scene, advance) {
            Some(earned) if earned < advance.amount => {
                let unearned = advance.amount - earned;
                // While nothing ends, it is still to be earned; what was not even paid yet cannot go back.
                let (side, minor, due_on) = match self.input.ends_on {
                    Some(ends_on) => (Side::WeOwe, unearned, Some(ends_on.plus(refund_days))),
                    None => (Side::Advance, unearned.min(bill.paid), None),
                };
                self.part(bill, invoice, LineKind::Unearned, side, minor, due_on, Some(id));
            }
            Some(_) => {}
            None => self.ask(QuestionKind::Earned, invoice_row(invoice)),
        }
    }

    /// Adds what came in beyond the invoices, and credit that none has used.
    fn excess(&mut self) {
        let of = |kind, excess: super::documents::Excess| {
            Line::of(kind, Side::WeOwe, Money { minor: excess.minor, currency: excess.currency }, excess.rows)
        };
        self.lines.extend(excesses(self.scene).into_iter().map(|excess| of(LineKind::Overpayment, excess)));
        self.lines.extend(unused_credit(self.scene).into_iter().map(|excess| of(LineKind::Credit, excess)));
    }

    fn losses(&mut self) {
        for kept in self.input.particulars {
            if let Particular::Loss { amount, .. } = &kept.particular {
                let line = Line::of(LineKind::Loss, Side::TheyOwe, *amount, vec![]);
                self.lines.push(Line { particular: Some(kept.id.clone()), ..line });
            }
        }
    }

    /// Returns the side of what was worked or spent on a day and is on no invoice, and by whose word it is waived.
    fn unbilled(&self, on: Day) -> (Side, Option<String>) {
        let covers = |kept: &&Kept| matches!(kept.particular, Particular::Waiver { until } if on <= until);
        match self.input.particulars.iter().find(covers) {
            Some(kept) => (Side::Waived, Some(kept.id.clone())),
            None => (Side::ToBill, None),
        }
    }

    /// Adds billable work since the last invoice that no invoice names, month by month at the agreed price.
    fn work(&mut self) {
        let mut months: Vec<Vec<&Time>> = vec![];
        let place = |time: &Time| (time.on_day.month(), self.unbilled(time.on_day));
        for time in unbilled(self.scene) {
            match months.last_mut().filter(|own| place(own[0]) == place(time)) {
                Some(own) => own.push(time),
                None => months.push(vec![time]),
            }
        }
        for own in months {
            let price = |time: &&Time| Some(time.minutes as f64 / 60.0 * self.scene.agreed_rate(time.on_day)?);
            let whole = own.iter().map(price).sum::<Option<f64>>();
            let row = |time: &&Time| CitedRow { kind: "time".into(), id: time.id.to_string(), source: time.source };
            let records: Vec<CitedRow> = own.iter().map(row).collect();
            let (side, particular) = self.unbilled(own[0].on_day);
            if whole.is_none() && side == Side::ToBill {
                self.ask(QuestionKind::Price, records[0].clone());
            }
            let currency = self.scene.currency;
            self.lines.push(Line {
                kind: LineKind::Work,
                side,
                amount: whole.map(|whole| Money { minor: currency.minor(whole), currency }),
                due_on: None,
                minutes: Some(own.iter().map(|time| time.minutes).sum()),
                records,
                particular,
            });
        }
    }

    /// Adds money spent or committed since the last invoice, where our invoices pass such money on.
    fn costs(&mut self) {
        let since = last_invoiced(self.scene);
        let passes_on = |invoice: &Invoice| invoice.pass_through.is_some_and(|part| part.0 > 0);
        if !self.scene.history.invoices.iter().any(passes_on) {
            return;
        }
        for cost in self.scene.history.costs.iter().filter(|cost| cost.on_day > since) {
            let amount = Money { minor: cost.amount.0, currency: cost.currency };
            let row = CitedRow { kind: "costs".into(), id: cost.id.to_string(), source: cost.source };
            let (side, particular) = self.unbilled(cost.on_day);
            self.lines.push(Line { particular, ..Line::of(LineKind::Cost, side, amount, vec![row]) });
        }
    }
}

/// Returns the disputed part of a bill in minor units: what somebody said, else all that is open.
pub(crate) fn disputed(scene: &Scene, bill: &Bill, particulars: &[Kept]) -> i64 {
    let invoice = &scene.history.invoices[bill.invoice];
    if invoice.disputed_from().is_none() || invoice.dispute_upheld == Some(false) {
        return 0;
    }
    let part = |kept: &Kept| match &kept.particular {
        Particular::DisputedPart { invoice: of, amount } if *of == invoice.id => Some(*amount),
        _ => None,
    };
    particulars.iter().rev().find_map(part).unwrap_or(i64::MAX).clamp(0, bill.open())
}

/// Returns what the client keeps back of a bill until a day that has not come, in minor units.
pub(crate) fn retained(scene: &Scene, bill: &Bill, particulars: &[Kept]) -> i64 {
    let invoice = &scene.history.invoices[bill.invoice];
    let part = |kept: &Kept| match &kept.particular {
        Particular::Retainage { invoice: of, amount, release_on } if *of == invoice.id => Some((*amount, *release_on)),
        _ => None,
    };
    let last = particulars.iter().rev().find_map(part).filter(|(_, release_on)| *release_on > scene.on);
    last.map_or(0, |(amount, _)| amount.clamp(0, bill.open()))
}

/// Returns billable work after the last invoice that no invoice names.
fn unbilled<'a>(scene: &'a Scene) -> impl Iterator<Item = &'a Time> {
    let since = last_invoiced(scene);
    let open = scene.history.time.iter().filter(move |time| time.on_day > since && time.invoice.is_none());
    open.filter(|time| time.billable == Some(true) && time.minutes > 0)
}

/// Returns the day of the last invoice for work; where there was none, the day before the first record.
fn last_invoiced(scene: &Scene) -> Day {
    let of_work = scene.history.invoices.iter().filter(|invoice| invoice.asks_for_money() && !is_deposit(invoice));
    let first = || scene.history.first_day().unwrap_or(scene.on).plus(-1);
    of_work.map(|invoice| invoice.issued_on).max().unwrap_or_else(first)
}
