//! What a kind asks beyond its columns: due days from terms, credit notes below zero, minutes from two clocks.

use super::draft::{Draft, Fault, Value, checked, read_amount};
use super::form::{Form, Role, Source};
use super::money::{self, Fallback, MoneyNotes};
use super::plan::Lines;
use super::problem::ProblemCode;
use super::source::{Mark as CellMark, Record};
use super::tax::SaidTax;
use super::value::amount::Amount;
use super::value::date::{self, Stamp};
use super::value::duration;
use super::value::number::Mark;
use super::words::values::{self, State};
use domain::days::Day;

/// What a row is finished with.
#[derive(Clone, Copy)]
pub struct Around {
    /// The payment terms of the row's client, if it is known and has any.
    pub client_terms: Option<i64>,
    /// The payment terms for other rows, as a person said.
    pub said_terms: Option<i64>,
    /// The tax in what the file bills, as a person said.
    pub said_tax: Option<SaidTax>,
    pub fallback: Fallback,
    pub lines: Option<Lines>,
    pub scale: Option<f64>,
    pub serials: bool,
    /// A day that the row carries for another kind.
    pub other_day: Option<Day>,
}

/// Adds to a draft what its kind's role asks, settles its money, and sees that nothing required is missing.
pub fn finish(form: &Form, draft: &mut Draft, record: &Record, around: Around) -> Result<MoneyNotes, Fault> {
    match form.role {
        Role::Invoice => invoice_amount(form, draft, record, around.lines)?,
        Role::Time => minutes(form, draft, record, around.serials)?,
        Role::Client => client_name(form, draft, record),
        _ => {}
    }
    let notes = money::settle(form, draft, record, around.fallback)?;
    match form.role {
        Role::Invoice => invoice(form, draft, record, around)?,
        Role::Deliverable => set_known_on(form, draft, around.other_day),
        Role::Feedback => feedback(form, draft, around.scale)?,
        Role::Pulse => within(form, draft, form.at.score, 1.0, 5.0)?,
        _ => {}
    }
    require(form, draft)?;
    Ok(notes)
}

/// Makes a payment out of an invoice's row; tells whether there is one.
pub fn payment_of(
    form: &Form,
    draft: &mut Draft,
    invoice_form: &Form,
    invoice: &Draft,
    record: &Record,
) -> Result<bool, Fault> {
    let (at, invoice_at) = (form.at.amount, invoice_form.at.amount);
    let Value::Integer(billed) = invoice.values[invoice_at] else { return Ok(false) };
    let currency = invoice.currency.expect("settled with the invoice");
    let paid = match (draft.amounts[at], invoice.balance) {
        (Some(amount), _) => {
            let source = form.cells[at].source;
            let typed = source.is_some_and(|source| record.mark(source.place) == CellMark::Number);
            let invalid =
                Fault { code: ProblemCode::AmountInvalid, place: source.map(|source| source.place), column: "amount" };
            Some(money::minor(amount, currency, typed).ok_or(invalid)?)
        }
        (None, Some(balance)) => billed.checked_sub(balance),
        // Paid in part, and nothing says how much: there is no sum to store.
        (None, None) if state(invoice_form, record) == State::PaidInPart => None,
        (None, None) => Some(billed),
    };
    let paid_on = draft.days[form.at.paid_on];
    draft.currency = Some(currency);
    draft.values[form.at.currency] = Value::Currency;
    draft.values[at] = paid.map_or(Value::Null, Value::Integer);
    Ok(paid_on.is_some() && paid.is_some_and(|paid| paid != 0))
}

/// Returns what an invoice's row says about its state.
pub fn state(form: &Form, record: &Record) -> State {
    form.slot("status").map_or(State::Stands, |source| values::state(record.field(source.place)))
}

/// Tells whether an invoice's row says that all of it is paid, by its state or by a balance of nothing.
pub fn says_paid(form: &Form, draft: &Draft, record: &Record) -> bool {
    let asks_for_money = matches!(draft.values[form.at.amount], Value::Integer(1..));
    asks_for_money && (state(form, record) == State::Paid || draft.balance == Some(0))
}

/// Finds the invoice's own amount: gross, or net and tax, or its line's.
fn invoice_amount(form: &Form, draft: &mut Draft, record: &Record, lines: Option<Lines>) -> Result<(), Fault> {
    let (at, tax_at) = (form.at.amount, form.at.tax);
    let read = |name: &'static str| -> Result<Option<Amount>, Fault> {
        let Some(source) = form.slot(name) else { return Ok(None) };
        let invalid = Fault { code: ProblemCode::AmountInvalid, place: Some(source.place), column: name };
        let text = checked(record, source, name)?;
        if text.is_empty() { Ok(None) } else { read_amount(record, source).ok_or(invalid).map(Some) }
    };
    let with_tax = |net: Amount, tax: Option<Amount>| {
        let number = tax.map_or(Some(net.number), |tax| net.number.plus(tax.number));
        number.map(|number| Amount { number, ..net })
    };
    if lines == Some(Lines::Sum) {
        let (own, net) = (read("line_amount")?, read("line_net")?);
        draft.before_tax = (own.is_none() && net.is_some()).then_some(true);
        draft.amounts[at] = own.or(net).or(draft.amounts[at]);
    }
    if draft.amounts[at].is_none() {
        let too_much = Fault {
            code: ProblemCode::AmountInvalid,
            place: form.slot("net").map(|source| source.place),
            column: "net",
        };
        if let Some(net) = read("net")? {
            draft.before_tax = Some(draft.amounts[tax_at].is_none());
            draft.amounts[at] = Some(with_tax(net, draft.amounts[tax_at]).ok_or(too_much)?);
        }
    }
    Ok(())
}

/// Settles what the file leaves open of an invoice's tax, as a person said it: the tax itself where no column has it, and
/// the full amount where the stated one is before tax.
fn settle_tax(form: &Form, draft: &mut Draft, said: SaidTax) -> Result<(), Fault> {
    let (at, tax_at) = (form.at.amount, form.at.tax);
    let Value::Integer(amount) = draft.values[at] else { return Ok(()) };
    let is_before = draft.before_tax.unwrap_or(!said.is_included);
    let tax = match draft.values[tax_at] {
        Value::Integer(tax) => Some(tax),
        // A cell that is empty in a column of taxes says that there is none to tell of.
        _ if form.cells[tax_at].source.is_some() => None,
        _ => SaidTax { is_included: !is_before, ..said }.on(amount),
    };
    let Some(tax) = tax else { return Ok(()) };
    if is_before {
        let full = amount.checked_add(tax).ok_or(fault(form, at, ProblemCode::AmountInvalid))?;
        draft.values[at] = Value::Integer(full);
    }
    draft.values[tax_at] = Value::Integer(tax);
    Ok(())
}

fn invoice(form: &Form, draft: &mut Draft, record: &Record, around: Around) -> Result<(), Fault> {
    let (amount, tax, kind) = (form.at.amount, form.at.tax, form.at.kind);
    if let Value::Integer(minor) = draft.values[amount] {
        draft.stated = Some(minor);
    }
    if let Some(said) = around.said_tax {
        settle_tax(form, draft, said)?;
    }
    let (issued, due) = (form.at.issued_on, form.at.due_on);
    match (draft.values[kind], draft.values[amount]) {
        (Value::Word("credit_note"), Value::Integer(minor @ 1..)) => {
            draft.values[amount] = Value::Integer(-minor);
            if let Value::Integer(minor @ 1..) = draft.values[tax] {
                draft.values[tax] = Value::Integer(-minor);
            }
        }
        // A line below zero is a discount; only the sum of all lines shows a credit note.
        _ if around.lines == Some(Lines::Sum) => {}
        _ => mark_credit_note(form, draft),
    }
    let is_credit_note = draft.values[kind] == Value::Word("credit_note");
    if let (Some(issued_on), None) = (draft.days[issued], draft.days[due]) {
        let days = if is_credit_note { Some(0) } else { terms_of_row(form, record)?.or(around.client_terms) };
        draft.by_said_terms = days.is_none() && around.said_terms.is_some();
        let days = days.or(around.said_terms);
        if let Some(days) = days {
            draft.set_day(due, issued_on.plus(days.clamp(0, 3650) as i32));
        }
    }
    if draft.days[due] < draft.days[issued] && draft.days[due].is_some() {
        return Err(fault(form, due, ProblemCode::DueBeforeIssued));
    }
    draft.balance = balance(form, draft, record)?;
    set_known_on(form, draft, around.other_day);
    Ok(())
}

/// An invoice below zero is a credit note, whatever it is called (RULINGS 18).
pub fn mark_credit_note(form: &Form, draft: &mut Draft) {
    if let (Value::Null, Value::Integer(..0)) = (draft.values[form.at.kind], draft.values[form.at.amount]) {
        draft.values[form.at.kind] = Value::Word("credit_note");
    }
}

fn terms_of_row(form: &Form, record: &Record) -> Result<Option<i64>, Fault> {
    let Some(source) = form.slot("terms") else { return Ok(None) };
    let text = checked(record, source, "terms")?;
    let unknown = Fault { code: ProblemCode::ValueUnknown, place: Some(source.place), column: "terms" };
    if text.is_empty() { Ok(None) } else { values::terms_days(text).ok_or(unknown).map(Some) }
}

fn balance(form: &Form, draft: &Draft, record: &Record) -> Result<Option<i64>, Fault> {
    let (Some(source), Some(currency)) = (form.slot("balance"), draft.currency) else { return Ok(None) };
    let text = checked(record, source, "balance")?;
    let invalid = Fault { code: ProblemCode::AmountInvalid, place: Some(source.place), column: "balance" };
    let amount = if text.is_empty() { None } else { Some(read_amount(record, source).ok_or(invalid)?) };
    amount.map(|amount| money::minor(amount, currency, true).ok_or(invalid)).transpose()
}

/// An undated fact is known from the last day that its row carries (RULINGS 27).
fn set_known_on(form: &Form, draft: &mut Draft, other: Option<Day>) {
    let last =
        (0..draft.days.len()).filter(|place| draft.days[*place].is_some()).max_by_key(|place| draft.days[*place]);
    match (last, other) {
        (Some(last), other) if draft.days[last] >= other => {
            draft.days[form.at.known_on] = draft.days[last];
            draft.values[form.at.known_on] = draft.values[last];
        }
        (_, Some(other)) => draft.set_day(form.at.known_on, other),
        _ => {}
    }
}

/// A client list may have keys or names only; the one stands for the other.
fn client_name(form: &Form, draft: &mut Draft, record: &Record) {
    let name = form.at.name;
    if let (Value::Null, Some(source)) = (draft.values[name], form.client) {
        let (from, to) = record.range(source.place);
        draft.values[name] = if from == to { Value::Null } else { Value::Field(from, to) };
    }
}

fn minutes(form: &Form, draft: &mut Draft, record: &Record, serials: bool) -> Result<(), Fault> {
    let at = form.at.minutes;
    let direct = [form.cells[at].source, form.slot("duration").copied(), form.slot("hours").copied()];
    let mut found = None;
    for source in direct.into_iter().flatten() {
        let text = checked(record, &source, "minutes")?;
        if !text.is_empty() && found.is_none() {
            let mark = if record.mark(source.place) == CellMark::Number { Some(Mark::Point) } else { source.mark };
            found = Some((source, duration::read(text, source.unit, mark)));
        }
    }
    let (place, read) = match found {
        Some((source, read)) => (Some(source.place), read),
        None => match clocked(form, record, serials)? {
            Some((source, read)) => (Some(source.place), read),
            None => return Ok(()),
        },
    };
    match read {
        Some(minutes @ 0..=1440) => {
            draft.state("minutes", &minutes.to_le_bytes());
            draft.values[at] = Value::Integer(minutes);
            join_person(form, draft, record)
        }
        _ => Err(Fault { code: ProblemCode::HoursInvalid, place, column: "minutes" }),
    }
}

/// Works the minutes out of a beginning and an end, where the row has both.
fn clocked(form: &Form, record: &Record, serials: bool) -> Result<Option<(Source, Option<i64>)>, Fault> {
    let day = form.cells[form.at.on_day].source;
    let start = moment(day, form.slot("start_time").copied(), record, serials)?;
    let end = moment(form.slot("end_on").copied().or(day), form.slot("end_time").copied(), record, serials)?;
    let shown = form.slot("end_time").or(form.slot("end_on")).copied();
    let (Some((start_day, start)), Some((end_day, end)), Some(shown)) = (start, end, shown) else { return Ok(None) };
    let days = match (start_day, end_day) {
        (Some(start_day), Some(end_day)) => i64::from(end_day.since(start_day)),
        _ => 0,
    };
    let no_end_day = form.slot("end_on").is_none_or(|source| date::read_time(record.field(source.place)).is_some());
    // Work past midnight, where the end has no day of its own.
    let past_midnight = if no_end_day && days == 0 && end < start { 86_400 } else { 0 };
    let seconds = days * 86_400 + end - start + past_midnight;
    Ok(Some((shown, Some((seconds + 30).div_euclid(60)))))
}

/// Reads a day and a time of day, from one cell or two; seconds count from UTC where the cell says how.
fn moment(
    day: Option<Source>,
    time: Option<Source>,
    record: &Record,
    serials: bool,
) -> Result<Option<(Option<Day>, i64)>, Fault> {
    let read = |source: Option<Source>, column| {
        source.map(|source| Ok((checked(record, &source, column)?, source))).transpose()
    };
    let time = read(time, "end_time")?.filter(|(text, _)| !text.is_empty());
    let day = read(day, "end_on")?.filter(|(text, _)| !text.is_empty());
    let stamp: Option<Stamp> = day.and_then(|(text, source)| date::read(text, source.dates, serials).ok());
    let only_time = day.and_then(|(text, _)| date::read_time(text));
    let at_time = time.and_then(|(text, source)| {
        date::read_time(text).or_else(|| date::read(text, source.dates, serials).ok()?.second)
    });
    let second = at_time.or(only_time).map(i64::from);
    let own = stamp.and_then(|s| Some(i64::from(s.second?) - i64::from(s.offset_min.unwrap_or(0)) * 60));
    Ok(second.or(own).map(|second| (stamp.map(|s| s.day), second)))
}

/// A name in two columns is one name.
fn join_person(form: &Form, draft: &mut Draft, record: &Record) -> Result<(), Fault> {
    let at = form.at.person;
    let (Value::Null, Some(first), Some(last)) =
        (draft.values[at], form.slot("person_first"), form.slot("person_last"))
    else {
        return Ok(());
    };
    let (first, last) = (checked(record, first, "person_first")?, checked(record, last, "person_last")?);
    let name = format!("{first} {last}");
    if !name.trim().is_empty() {
        draft.state("person", name.trim().as_bytes());
        draft.values[at] = draft.make(name.trim());
    }
    Ok(())
}

fn feedback(form: &Form, draft: &mut Draft, inferred: Option<f64>) -> Result<(), Fault> {
    let scale = form.at.scale;
    if let (Value::Null, Some(best)) = (draft.values[scale], inferred) {
        draft.values[scale] = Value::Decimal(best);
    }
    let best = if let Value::Decimal(best) = draft.values[scale] { best } else { 5.0 };
    within(form, draft, form.at.score, 0.0, best)
}

fn within(form: &Form, draft: &Draft, at: usize, least: f64, most: f64) -> Result<(), Fault> {
    match draft.values[at] {
        Value::Decimal(number) if !(least..=most).contains(&number) => Err(fault(form, at, ProblemCode::ValueUnknown)),
        _ => Ok(()),
    }
}

fn require(form: &Form, draft: &Draft) -> Result<(), Fault> {
    let lacks = |place: &usize| form.cells[*place].column.required && draft.values[*place] == Value::Null;
    match (0..form.cells.len()).find(lacks) {
        Some(place) => Err(fault(form, place, ProblemCode::RequiredMissing)),
        None => Ok(()),
    }
}

fn fault(form: &Form, place: usize, code: ProblemCode) -> Fault {
    let cell = &form.cells[place];
    Fault { code, place: cell.source.map(|source| source.place), column: cell.column.name }
}
