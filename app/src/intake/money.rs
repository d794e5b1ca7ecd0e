//! An amount as written to minor units: whose currency it is, and whether that is exact.

use super::draft::{Draft, Fault, Value};
use super::form::{CellForm, Form, Reading, Role};
use super::problem::ProblemCode;
use super::source::{Mark as CellMark, Record};
use super::value::amount::Amount;
use domain::money::Currency;

/// The currencies that hold where a row states none, the nearest first (RULINGS 23).
#[derive(Clone, Copy, Debug, Default)]
pub struct Fallback {
    pub client: Option<Currency>,
    pub default: Option<Currency>,
    pub base: Option<Currency>,
}

impl Fallback {
    fn chosen(&self) -> Option<Currency> {
        self.client.or(self.default).or(self.base)
    }

    fn any(&self, fits: impl Fn(&Currency) -> bool) -> Option<Currency> {
        [self.client, self.default, self.base].into_iter().flatten().find(fits)
    }
}

/// What a person should be told once a file about its currencies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MoneyNotes {
    /// An amount has no currency that anybody stated.
    pub unstated: bool,
    /// A sign that several currencies share was read as this one.
    pub assumed: Option<Currency>,
    /// An amount is in this currency because a person said so of the whole file.
    pub said: Option<Currency>,
}

/// Settles the draft's currency and turns its amounts into minor units.
pub fn settle(form: &Form, draft: &mut Draft, record: &Record, fallback: Fallback) -> Result<MoneyNotes, Fault> {
    let mut notes = MoneyNotes::default();
    if let Some(sign) = draft.shared {
        let currency = by_sign(sign, fallback, &mut notes).filter(Currency::is_known);
        let column = form.cells.iter().find(|cell| cell.reading == Reading::Currency);
        draft.currency = match (currency, column) {
            (None, Some(cell)) => return Err(fault(cell, ProblemCode::CurrencyUnknown)),
            _ => currency,
        };
    }
    if !form.has_money {
        return Ok(notes);
    }
    let mut currency = draft.currency;
    for (place, cell) in form.cells.iter().enumerate() {
        let Some(amount) = draft.amounts[place] else { continue };
        let header = cell.source.and_then(|source| source.currency);
        let stated = currency.or(header);
        currency = match (stated, amount.sign) {
            (Some(stated), Some(sign)) if !fits(sign, stated) => {
                return Err(fault(cell, ProblemCode::CurrencyConflict));
            }
            (Some(stated), _) => Some(stated),
            (None, Some(sign)) => by_sign(sign, fallback, &mut notes),
            (None, None) => currency,
        };
    }
    let has_amount = draft.amounts.iter().any(Option::is_some);
    // What an hour costs us is ours, whoever it was worked for.
    let own = fallback.base.filter(|_| form.role == Role::Time);
    notes.said = fallback.default.filter(|_| has_amount && currency.or(own).or(fallback.client).is_none());
    let currency = currency.or(own).or(fallback.chosen()).unwrap_or(Currency::UNKNOWN);
    notes.unstated = has_amount && !currency.is_known();
    draft.currency = Some(currency);
    for (place, cell) in form.cells.iter().enumerate() {
        if let Some(amount) = draft.amounts[place] {
            let typed = cell.source.is_some_and(|source| record.mark(source.place) == CellMark::Number);
            let minor = minor(amount, currency, typed || cell.reading == Reading::Rate);
            draft.values[place] = Value::Integer(minor.ok_or_else(|| fault(cell, ProblemCode::AmountInvalid))?);
        } else if cell.reading == Reading::Currency {
            draft.values[place] = Value::Currency;
        }
    }
    Ok(notes)
}

/// Returns an amount in minor units; exact, unless it may be rounded or its decimals are only noise.
pub fn minor(amount: Amount, currency: Currency, rounds: bool) -> Option<i64> {
    let number = amount.number;
    match number.exact(currency.exponent()) {
        Some(minor) => Some(minor),
        None if rounds || number.is_noisy() => number.rounded(currency.exponent()),
        None => None,
    }
}

fn fits(sign: &[Currency], stated: Currency) -> bool {
    sign.contains(&stated)
}

/// A sign of one currency states it; one that several share means the nearest that the row could be in, else its first.
fn by_sign(sign: &[Currency], fallback: Fallback, notes: &mut MoneyNotes) -> Option<Currency> {
    let nearest = fallback.any(|currency| sign.contains(currency));
    if sign.len() > 1 && nearest.is_none() && sign[0].is_known() {
        notes.assumed = Some(sign[0]);
    }
    Some(nearest.unwrap_or(sign[0]))
}

fn fault(cell: &CellForm, code: ProblemCode) -> Fault {
    Fault { code, place: cell.source.map(|source| source.place), column: cell.column.name }
}
