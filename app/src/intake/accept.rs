//! One record to the rows it gives, with what is told of it.

use super::clients::Created;
use super::draft::{COLUMNS_MAX, Draft, Fault, Reader, Value, checked};
use super::finish::{self, Around};
use super::form::{Form, Reading, Role, Source};
use super::identity::{Identities, Name};
use super::left_out::LeftOut;
use super::lines::Held;
use super::money::{Fallback, MoneyNotes};
use super::plan::{Lines, Plan, RowRule};
use super::problem::{Note, NoteCode, Problem, ProblemCode};
use super::read::{Context, Log, ReadError, first_text};
use super::row::Row;
use super::source::Record;
use super::target::{RECORD, file_word};
use super::tax::{self, SaidTax};
use super::value::amount;
use super::who::{Finder, Who, learn};
use super::words::examples;
use super::words::values::{self, State};
use domain::record::Cell;

/// Takes records and hands over rows.
pub struct Acceptor<'r, 'c> {
    plan: &'r Plan,
    context: &'r mut Context<'c>,
    forms: Vec<Form>,
    drafts: Vec<Draft>,
    finder: Finder,
    identities: Identities,
    /// The invoice whose lines are still coming in.
    held: Option<Held>,
    /// The client and number of an invoice one of whose lines has a problem: its other lines are no rows.
    broken: Option<(String, String)>,
    /// The first row may be the example of our own blank workbook.
    begun: bool,
    reader: Reader<'c>,
}

/// A record that was understood; its values stand in the drafts.
struct Understood<'a, 'b> {
    record: &'a Record<'b>,
    /// The form of its leading row.
    leading: usize,
    /// The form of the payment that comes with it.
    payment: Option<usize>,
    who: Who<'b>,
    own: &'b str,
    notes: MoneyNotes,
}

/// What a record would give, and what is wrong with it.
pub struct Attempt<'a> {
    pub forms: &'a [Form],
    pub drafts: &'a [Draft],
    /// The form and draft of its leading row.
    pub leading: usize,
    pub fault: Option<Fault>,
}

/// Where a row comes from.
pub struct Origin<'a> {
    pub client: &'a str,
    /// The file's own id, or nothing.
    pub own: &'a str,
    pub text: &'a str,
    pub line: u32,
}

/// The day since when somebody is a client.
const BEGAN: &str = "started_on";

type Put<'p, E> = &'p mut dyn FnMut(&Row) -> Result<(), E>;

impl<'r, 'c> Acceptor<'r, 'c> {
    /// Makes the plan's forms ready.
    pub fn new(plan: &'r Plan, context: &'r mut Context<'c>) -> Acceptor<'r, 'c> {
        let forms = Form::all(plan);
        let reader = Reader { zone: context.zone, keep_text: context.keep_text, serials: plan.format.has_serials() };
        Acceptor {
            plan,
            drafts: forms.iter().map(|_| Draft::default()).collect(),
            forms,
            context,
            finder: Finder::default(),
            identities: Identities::default(),
            held: None,
            broken: None,
            begun: false,
            reader,
        }
    }

    /// Takes one record: its rows go to `put`, everything else to the log.
    pub fn take<E>(&mut self, record: &Record, put: Put<E>, log: &mut Log) -> Result<(), ReadError<E>> {
        let is_example = !std::mem::replace(&mut self.begun, true) && self.is_example(record);
        let meant = self.leading(record).filter(|_| !is_example);
        let Some(leading) = meant.filter(|form| !self.is_left_out(*form, record)) else {
            log.note(Note::new(Some(record.line), NoteCode::RowSkipped, first_text(record)));
            if let Some(form) = meant {
                log.left_out(LeftOut::of(&self.forms[form], record, &self.finder, self.context.clients));
            }
            return Ok(());
        };
        match self.understand(leading, record) {
            Ok(understood) => return self.accept(understood, put, log),
            Err(fault) if may_be_total(fault.code) && self.is_total(record) => {
                log.note(Note::new(Some(record.line), NoteCode::TotalsRowSkipped, first_text(record)));
            }
            Err(fault) => self.refuse(leading, record, fault, log),
        }
        Ok(())
    }

    /// Hands over what is still held back.
    pub fn flush<E>(&mut self, put: Put<E>, log: &mut Log) -> Result<(), ReadError<E>> {
        match self.held.take() {
            Some(held) => {
                log.row();
                held.put(&self.forms, self.context.clients, &mut self.identities, put).map_err(ReadError::Put)
            }
            None => Ok(()),
        }
    }

    /// Returns the clients that were created.
    pub fn finish(self) -> Vec<Created> {
        self.context.clients.take_created()
    }

    /// Tells whether a record is a row of totals: it begins with a word for one.
    pub fn is_total(&self, record: &Record) -> bool {
        let named = self.forms.iter().flat_map(|form| [form.client, form.client_name, form.id]);
        let texts = named.flatten().map(|source| record.field(source.place));
        texts.chain([first_text(record)]).any(values::is_total)
    }

    /// Reads a record and hands nothing over; `None` where it gives no row.
    pub fn attempt(&mut self, record: &Record) -> Option<Attempt<'_>> {
        let leading = self.leading(record).filter(|form| !self.is_left_out(*form, record))?;
        let fault = self.understand(leading, record).err();
        Some(Attempt { forms: &self.forms, drafts: &self.drafts, leading, fault })
    }

    /// Returns the form that a record's leading row takes; where the plan has rules and none holds, there is none.
    fn leading(&self, record: &Record) -> Option<usize> {
        if self.plan.rules.is_empty() {
            return Some(0);
        }
        let rule = self.plan.rules.iter().find(|rule| self.holds(rule, record))?;
        self.forms.iter().position(|form| form.kind.table == rule.kind)
    }

    fn holds(&self, rule: &RowRule, record: &Record) -> bool {
        let named = rule.values.iter().any(|value| value == record.field(rule.column));
        let form = self.forms.iter().find(|form| form.kind.table == rule.kind);
        let source = form.and_then(|form| form.cells[form.at.amount].source);
        let amount = source.and_then(|source| amount::read(record.field(source.place), source.mark));
        let negative = amount.is_some_and(|amount| amount.number.mantissa < 0);
        named && rule.negative.is_none_or(|asked| asked == negative)
    }

    fn is_example(&self, record: &Record) -> bool {
        let kind = self.plan.kinds[0];
        let meant = self.plan.columns.iter().enumerate();
        let cells = meant.filter_map(|(place, column)| Some((column.target?.column, record.field(place))));
        examples::is_example(kind, cells)
    }

    fn is_left_out(&self, form: usize, record: &Record) -> bool {
        self.forms[form].role == Role::Invoice
            && matches!(finish::state(&self.forms[form], record), State::LeftOut | State::Quoted)
    }

    /// Reads a record into the drafts.
    fn understand<'a, 'b>(&mut self, leading: usize, record: &'a Record<'b>) -> Result<Understood<'a, 'b>, Fault> {
        let who = self.finder.find(&self.forms[leading], record, self.context.clients)?;
        let own = own_id(&self.forms[leading], record)?;
        let pays = |form: &Form| form.role == Role::PaymentOfInvoice;
        let mut payment = self.forms.iter().position(pays).filter(|_| self.forms[leading].role == Role::Invoice);
        let mut other_day = None;
        if let Some(payment) = payment {
            self.drafts[payment].read(&self.forms[payment], record, self.reader)?;
            other_day = self.drafts[payment].days.iter().flatten().copied().max();
        }
        self.drafts[leading].read(&self.forms[leading], record, self.reader)?;
        let around = self.around(&who, other_day);
        let notes = finish::finish(&self.forms[leading], &mut self.drafts[leading], record, around)?;
        self.turn_payment(leading, record);
        if let Some(form) = payment {
            let [invoice, draft] = self.drafts.get_disjoint_mut([leading, form]).expect("two forms");
            let comes = finish::payment_of(&self.forms[form], draft, &self.forms[leading], invoice, record)?;
            payment = payment.filter(|_| comes);
        }
        Ok(Understood { record, leading, payment, who, own, notes })
    }

    fn around(&self, who: &Who, other_day: Option<domain::days::Day>) -> Around {
        let clients = &*self.context.clients;
        let fallback = Fallback {
            client: who.place.and_then(|place| clients.currency(place)),
            default: self.context.default_currency.or(self.plan.currency),
            base: self.context.base_currency,
        };
        Around {
            client_terms: who.place.and_then(|place| clients.terms_days(place)),
            said_terms: self.plan.terms_days,
            said_tax: self.plan.tax,
            fallback,
            lines: self.plan.lines,
            scale: self.plan.scale,
            serials: self.reader.serials,
            other_day,
        }
    }

    /// A ledger writes money that came in as what lowers the receivable, below zero.
    fn turn_payment(&mut self, form: usize, record: &Record) {
        let (role, at) = (self.forms[form].role, self.forms[form].at.amount);
        if role == Role::Payment
            && self.plan.rules.iter().any(|rule| rule.negative == Some(true) && self.holds(rule, record))
            && let Value::Integer(minor) = self.drafts[form].values[at]
        {
            self.drafts[form].values[at] = Value::Integer(-minor);
        }
    }

    fn accept<E>(&mut self, understood: Understood, put: Put<E>, log: &mut Log) -> Result<(), ReadError<E>> {
        let Understood { record, leading, payment, who, own, .. } = understood;
        if self.is_broken(who.spelling, own) {
            return Ok(());
        }
        if self.forms[leading].role == Role::Client && who.place.is_none() && self.is_gone(leading, who.spelling) {
            log.note(Note::new(Some(record.line), NoteCode::ErasedRow, ""));
            return Ok(());
        }
        let place = self.finder.settle(&self.forms[leading], who, record.line, self.context.clients, log);
        self.tell(&understood, log);
        if self.plan.lines.is_some() && self.forms[leading].role == Role::Invoice {
            return self.hold(understood, place, put, log);
        }
        log.row();
        let client = if who.exact { who.spelling } else { &self.context.clients.get(place).key };
        let origin = Origin { client, own, text: record.text, line: record.line };
        for form in [Some(leading), payment].into_iter().flatten() {
            put_row(&self.forms[form], &self.drafts[form], &origin, &mut self.identities, put)
                .map_err(ReadError::Put)?;
        }
        if self.forms[leading].role == Role::Client {
            learn(&self.forms[leading], &self.drafts[leading], who, record.text, self.context.clients);
        }
        Ok(())
    }

    /// Returns the line where the invoice begins whose lines are still coming in.
    pub fn held_line(&self) -> Option<u32> {
        self.held.as_ref().map(Held::line)
    }

    /// Tells whether a client list's row is the entry of a client that was erased.
    fn is_gone(&self, form: usize, key: &str) -> bool {
        let began_on = self.forms[form].kind.position(BEGAN).and_then(|at| self.drafts[form].days[at]);
        self.context.clients.is_gone(key, began_on)
    }

    fn is_broken(&self, client: &str, own: &str) -> bool {
        self.broken.as_ref().is_some_and(|(broken_client, broken)| broken_client == client && broken == own)
    }

    /// Tells what a person may want to look at.
    fn tell(&self, understood: &Understood, log: &mut Log) {
        let Understood { record, leading, payment, notes, .. } = understood;
        for form in [Some(*leading), *payment].into_iter().flatten() {
            let days = self.forms[form].cells.iter().zip(&self.drafts[form].days);
            for (_, day) in days.filter(|(cell, _)| !cell.planned && cell.reading != Reading::Computed) {
                if let Some(day) = day.filter(|day| *day > self.context.today) {
                    log.note(Note::new(Some(record.line), NoteCode::FutureDate, &day.to_string()));
                }
            }
        }
        let form = &self.forms[*leading];
        if notes.unstated && form.role != Role::Client {
            log.note_once(Note::new(Some(record.line), NoteCode::CurrencyUnstated, ""));
        }
        if let Some(assumed) = notes.assumed {
            log.note_once(Note::new(Some(record.line), NoteCode::CurrencyAssumed, assumed.code()));
        }
        if let Some(said) = notes.said {
            log.note_once(Note::new(None, NoteCode::CurrencySaid, said.code()));
        }
        if form.role == Role::Invoice {
            self.tell_tax(form, &self.drafts[*leading], log);
            // Asked of every row, and said once.
            let asks = payment.is_none() && !log.has(NoteCode::PaidUndated);
            if asks && finish::says_paid(form, &self.drafts[*leading], record) {
                log.note_once(Note::new(Some(record.line), NoteCode::PaidUndated, ""));
            }
        }
        if let Some(days) = self.plan.terms_days.filter(|_| self.drafts[*leading].by_said_terms) {
            log.note_once(Note::new(None, NoteCode::TermsSaid, &days.to_string()));
        }
    }

    /// Tells what the amounts were taken for: what a person said of their tax, or that nobody did.
    fn tell_tax(&self, form: &Form, draft: &Draft, log: &mut Log) {
        let (says_tax, says_net) = (form.cells[form.at.tax].source.is_some(), form.slot("net").is_some());
        let has_rate = self.plan.tax.is_some_and(|said| said.rate.is_some());
        let code = match self.plan.tax {
            Some(said) if !says_tax && said.rate == Some(0) => NoteCode::TaxNone,
            // A column of net amounts says so itself, whatever was said of the others.
            Some(said) if draft.before_tax.unwrap_or(!said.is_included) && (says_tax || has_rate) => NoteCode::TaxAdded,
            Some(_) if !says_tax && has_rate => NoteCode::TaxIncluded,
            _ if !says_tax && !says_net => NoteCode::TaxUnstated,
            _ => return,
        };
        // It is asked of every row, and said once.
        if log.has(code) {
            return;
        }
        let rate = self.plan.tax.and_then(SaidTax::percent);
        let told = if code == NoteCode::TaxUnstated { "" } else { rate.as_deref().unwrap_or(tax::NONE) };
        log.note_once(Note::new(None, code, told));
    }

    /// Keeps an invoice until its last line is in.
    fn hold<E>(
        &mut self,
        understood: Understood,
        place: usize,
        put: Put<E>,
        log: &mut Log,
    ) -> Result<(), ReadError<E>> {
        let Understood { record, leading, payment, who, own, .. } = understood;
        let lines = self.plan.lines.unwrap_or(Lines::First);
        if let Some(held) = self.held.as_mut().filter(|held| held.is_of(place, own))
            && held.add(&self.forms[leading], &self.drafts[leading], lines)
        {
            return Ok(());
        }
        self.flush(put, log)?;
        let invoice = std::mem::take(&mut self.drafts[leading]);
        let payment = payment.map(|form| (form, std::mem::take(&mut self.drafts[form])));
        self.held = Some(Held::new(leading, invoice, payment, (place, who.spelling), own, record));
        Ok(())
    }

    fn refuse(&mut self, leading: usize, record: &Record, fault: Fault, log: &mut Log) {
        let form = &self.forms[leading];
        if self.plan.lines.is_some() && form.role == Role::Invoice {
            let field = |source: Option<Source>| source.map_or("", |source| record.field(source.place));
            let (key, name, own) = (field(form.client), field(form.client_name), field(form.id));
            let spelling = if key.is_empty() { name } else { key };
            if self.is_broken(spelling, own) {
                return;
            }
            self.held.take_if(|held| held.is_spelled(spelling, own));
            self.broken = Some((spelling.to_owned(), own.to_owned()));
        }
        let (value, column) = match fault.place {
            Some(place) => (record.field(place), self.plan.columns[place].header.as_str()),
            None => ("", file_word(fault.column)),
        };
        let problem = Problem::of_row(record.line, fault.code, value).in_column(column).in_place(fault.place);
        log.problem(problem.about(self.forms[leading].kind, fault.column));
    }
}

/// Returns the file's own id of the record; some kinds cannot do without.
pub fn own_id<'b>(form: &Form, record: &Record<'b>) -> Result<&'b str, Fault> {
    if form.role == Role::Client {
        return Ok("");
    }
    let (column, required) = form.kind.id_column().unwrap_or((RECORD, false));
    let own = form.id.map_or(Ok(""), |source| checked(record, &source, column))?;
    let missing = Fault { code: ProblemCode::RequiredMissing, place: form.id.map(|source| source.place), column };
    if own.is_empty() && required { Err(missing) } else { Ok(own) }
}

/// Tells whether a row of totals could look like this to a reader of records.
fn may_be_total(code: ProblemCode) -> bool {
    matches!(code, ProblemCode::RequiredMissing | ProblemCode::DateInvalid)
}

/// Hands over one row.
pub fn put_row<E>(
    form: &Form,
    draft: &Draft,
    origin: &Origin,
    identities: &mut Identities,
    put: Put<E>,
) -> Result<(), E> {
    let mut cells = [Cell::Null; COLUMNS_MAX];
    let count = form.cells.len();
    for (place, cell) in cells[..count].iter_mut().enumerate() {
        *cell = draft.cell(place, origin.text);
    }
    let Name { id, old_id } = identities.name(form, draft, origin);
    put(&Row { kind: form.kind, client: origin.client, id, old_id, cells: &cells[..count], line: origin.line })
}
