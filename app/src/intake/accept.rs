//! One record to the rows it gives: who the client is, what is told of it, and what names it.

use super::clients::{Found, Known};
use super::draft::{COLUMNS_MAX, Draft, Fault, Reader, Value, checked};
use super::finish::{self, Around};
use super::form::{Form, Reading, Role};
use super::identity::Identities;
use super::lines::Held;
use super::money::{Fallback, MoneyNotes};
use super::plan::{Lines, Plan, RowRule};
use super::problem::{Note, NoteCode, Problem, ProblemCode};
use super::read::{Context, Log, ReadError, first_text};
use super::row::Row;
use super::source::Record;
use super::target::file_word;
use super::value::amount;
use super::words::values::{self, State};
use domain::record::Cell;
use std::collections::HashMap;

/// Takes records and hands over rows.
pub struct Acceptor<'r, 'c> {
    plan: &'r Plan,
    context: &'r mut Context<'c>,
    forms: Vec<Form>,
    drafts: Vec<Draft>,
    identities: Identities,
    /// The invoice whose lines are still coming in.
    held: Option<Held>,
    /// The client and number of an invoice one of whose lines has a problem: its other lines are no rows.
    broken: Option<(String, String)>,
    /// Spellings that were taken for a known client, so that each is looked for once.
    aliases: HashMap<String, usize>,
    reader: Reader<'c>,
}

/// Who a record's client is.
#[derive(Clone, Copy)]
struct Who<'b> {
    spelling: &'b str,
    name: &'b str,
    place: Option<usize>,
    /// Whether the spelling is the very key.
    exact: bool,
    matched: bool,
}

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
            identities: Identities::default(),
            held: None,
            broken: None,
            aliases: HashMap::new(),
            reader,
        }
    }

    /// Takes one record: its rows go to `put`, everything else to the log.
    pub fn take<E>(&mut self, record: &Record, put: Put<E>, log: &mut Log) -> Result<(), ReadError<E>> {
        let leading = self.leading(record);
        let Some(leading) = leading.filter(|form| !self.is_left_out(*form, record)) else {
            log.note(Note::new(Some(record.line), NoteCode::RowSkipped, first_text(record)));
            return Ok(());
        };
        match self.draft(leading, record) {
            Ok((who, with_payment, notes)) => self.accept(leading, with_payment, record, who, notes, put, log),
            Err(fault) if may_be_total(fault.code) && self.is_total(record) => {
                log.note(Note::new(Some(record.line), NoteCode::TotalsRowSkipped, first_text(record)));
                Ok(())
            }
            Err(fault) => self.refuse(leading, record, fault, log),
        }
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
    pub fn finish(self) -> Vec<Known> {
        self.context.clients.take_created()
    }

    /// Tells whether a record is a row of totals: it begins with a word for one.
    pub fn is_total(&self, record: &Record) -> bool {
        let named = self.forms.iter().flat_map(|form| [form.client, form.client_name, form.id]);
        let texts = named.flatten().map(|source| record.field(source.place));
        texts.chain([first_text(record)]).any(values::is_total)
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

    fn is_left_out(&self, form: usize, record: &Record) -> bool {
        self.forms[form].role == Role::Invoice && finish::state(&self.forms[form], record) == State::LeftOut
    }

    /// Reads a record into the drafts; tells who its client is and whether a payment comes with it.
    fn draft<'b>(&mut self, leading: usize, record: &Record<'b>) -> Result<(Who<'b>, bool, MoneyNotes), Fault> {
        let who = self.who(leading, record)?;
        self.own_id(leading, record)?;
        let (form, payment) = (&self.forms[leading], self.payment_form(leading));
        let mut other_day = None;
        if let Some(payment) = payment {
            self.drafts[payment].read(&self.forms[payment], record, self.reader)?;
            other_day = self.drafts[payment].days.iter().flatten().copied().max();
        }
        self.drafts[leading].read(form, record, self.reader)?;
        let clients = &*self.context.clients;
        let fallback = Fallback {
            client: who.place.and_then(|place| clients.currency(place)),
            default: self.context.default_currency.or(self.plan.currency),
            base: self.context.base_currency,
        };
        let around = Around {
            clients,
            client: who.place,
            fallback,
            lines: self.plan.lines,
            scale: self.plan.scale,
            serials: self.reader.serials,
            other_day,
        };
        let is_payment = form.role == Role::Payment && !self.plan.rules.is_empty();
        let notes = finish::finish(form, &mut self.drafts[leading], record, around)?;
        if is_payment {
            self.turn_payment(leading, record);
        }
        let Some(payment) = payment else { return Ok((who, false, notes)) };
        let [invoice_draft, payment_draft] = self.drafts.get_disjoint_mut([leading, payment]).expect("two forms");
        let comes =
            finish::payment_of(&self.forms[payment], payment_draft, &self.forms[leading], invoice_draft, record)?;
        Ok((who, comes, notes))
    }

    /// A ledger writes money that came in as what lowers the receivable, below zero.
    fn turn_payment(&mut self, form: usize, record: &Record) {
        let rule = self.plan.rules.iter().find(|rule| self.holds(rule, record));
        let at = self.forms[form].at.amount;
        if let (Some(Some(true)), Value::Integer(minor)) =
            (rule.map(|rule| rule.negative), self.drafts[form].values[at])
        {
            self.drafts[form].values[at] = Value::Integer(-minor);
        }
    }

    fn payment_form(&self, leading: usize) -> Option<usize> {
        let pays = |form: &Form| form.role == Role::PaymentOfInvoice;
        self.forms.iter().position(pays).filter(|_| self.forms[leading].role == Role::Invoice)
    }

    /// Finds the record's client; a client list names its clients itself.
    fn who<'b>(&mut self, leading: usize, record: &Record<'b>) -> Result<Who<'b>, Fault> {
        let form = &self.forms[leading];
        let is_list = form.role == Role::Client;
        let name_source = if is_list { form.cells[form.at.name].source } else { form.client_name };
        let text = |source: Option<super::form::Source>, column| source.map_or(Ok(""), |s| checked(record, &s, column));
        let (key, name) = (text(form.client, "client")?, text(name_source, "name")?);
        let spelling = if key.is_empty() { name } else { key };
        let place = form.client.or(name_source).map(|source| source.place);
        if spelling.is_empty() {
            return Err(Fault { code: ProblemCode::RequiredMissing, place, column: "client" });
        }
        if is_list {
            return Ok(Who {
                spelling,
                name,
                place: self.context.clients.find_key(spelling),
                exact: true,
                matched: false,
            });
        }
        let who = |place, exact, matched| Who { spelling, name, place, exact, matched };
        let alias = if self.aliases.is_empty() { None } else { self.aliases.get(spelling) };
        Ok(match alias {
            Some(place) => who(Some(*place), false, false),
            None => match self.context.clients.find(spelling, if key.is_empty() { "" } else { name }) {
                Found::Key(place) => who(Some(place), true, false),
                Found::Matched(place) => who(Some(place), false, true),
                Found::None => who(None, true, false),
            },
        })
    }

    /// Returns the file's own id of the record; some kinds cannot do without.
    fn own_id<'b>(&self, leading: usize, record: &Record<'b>) -> Result<&'b str, Fault> {
        let form = &self.forms[leading];
        let Some((column, required)) = form.kind.id_column().filter(|_| form.role != Role::Client) else {
            return Ok("");
        };
        let own = form.id.map_or(Ok(""), |source| checked(record, &source, column))?;
        let missing = Fault { code: ProblemCode::RequiredMissing, place: form.id.map(|source| source.place), column };
        if own.is_empty() && required { Err(missing) } else { Ok(own) }
    }

    #[expect(clippy::too_many_arguments, reason = "the parts of one record, each used once")]
    fn accept<E>(
        &mut self,
        leading: usize,
        with_payment: bool,
        record: &Record,
        who: Who,
        notes: MoneyNotes,
        put: Put<E>,
        log: &mut Log,
    ) -> Result<(), ReadError<E>> {
        let own = self.own_id(leading, record).unwrap_or_default();
        if self.is_broken(who.spelling, own) {
            return Ok(());
        }
        let place = self.client(leading, who, record.line, log);
        self.tell(leading, with_payment, record, notes, log);
        if self.plan.lines.is_some() && self.forms[leading].role == Role::Invoice {
            return self.hold(leading, with_payment, place, who.spelling, own, record, put, log);
        }
        log.row();
        let payment = self.payment_form(leading).filter(|_| with_payment);
        for form in [Some(leading), payment].into_iter().flatten() {
            let client = if who.exact { who.spelling } else { &self.context.clients.get(place).key };
            put_row(
                &self.forms[form],
                &self.drafts[form],
                client,
                own,
                record.text,
                record.line,
                &mut self.identities,
                put,
            )
            .map_err(ReadError::Put)?;
        }
        if self.forms[leading].role == Role::Client {
            self.learn(leading, who, record.text);
        }
        Ok(())
    }

    fn is_broken(&self, client: &str, own: &str) -> bool {
        self.broken.as_ref().is_some_and(|(broken_client, broken)| broken_client == client && broken == own)
    }

    /// Returns the client's place, and creates who is not known.
    fn client(&mut self, leading: usize, who: Who, line: u32, log: &mut Log) -> usize {
        match who.place {
            Some(place) => {
                if who.matched {
                    let key = &self.context.clients.get(place).key;
                    log.note(Note::new(Some(line), NoteCode::ClientMatched, &format!("{} → {key}", who.spelling)));
                    self.aliases.insert(who.spelling.to_owned(), place);
                }
                place
            }
            None if self.forms[leading].role == Role::Client => {
                self.context.clients.learn(who.spelling, who.spelling, None, None)
            }
            None => {
                let name = if who.name.is_empty() { who.spelling } else { who.name };
                log.note(Note::new(Some(line), NoteCode::ClientCreated, who.spelling));
                self.context.clients.create(who.spelling, name)
            }
        }
    }

    /// Tells what a person may want to look at.
    fn tell(&self, leading: usize, with_payment: bool, record: &Record, notes: MoneyNotes, log: &mut Log) {
        let payment = self.payment_form(leading).filter(|_| with_payment);
        for form in [Some(leading), payment].into_iter().flatten() {
            let days = self.forms[form].cells.iter().zip(&self.drafts[form].days);
            for (_, day) in days.filter(|(cell, _)| !cell.planned && cell.reading != Reading::Computed) {
                if let Some(day) = day.filter(|day| *day > self.context.today) {
                    log.note(Note::new(Some(record.line), NoteCode::FutureDate, &day.to_string()));
                }
            }
        }
        if notes.unstated && self.forms[leading].role != Role::Client {
            log.note_once(Note::new(Some(record.line), NoteCode::CurrencyUnstated, ""));
        }
        if let Some(assumed) = notes.assumed {
            log.note_once(Note::new(Some(record.line), NoteCode::CurrencyAssumed, assumed.code()));
        }
        let form = &self.forms[leading];
        let states_tax = || form.cells[form.at.tax].source.is_some() || form.slot("net").is_some();
        if form.role == Role::Invoice && !states_tax() {
            log.note_once(Note::new(None, NoteCode::TaxUnstated, ""));
        }
    }

    /// Keeps an invoice until its last line is in.
    #[expect(clippy::too_many_arguments, reason = "the parts of one record, each used once")]
    fn hold<E>(
        &mut self,
        leading: usize,
        with_payment: bool,
        place: usize,
        spelling: &str,
        own: &str,
        record: &Record,
        put: Put<E>,
        log: &mut Log,
    ) -> Result<(), ReadError<E>> {
        let form = &self.forms[leading];
        let lines = self.plan.lines.unwrap_or(Lines::First);
        if let Some(held) = self.held.as_mut().filter(|held| held.is_of(place, own))
            && held.add(form, &self.drafts[leading], lines)
        {
            return Ok(());
        }
        self.flush(put, log)?;
        let invoice = std::mem::take(&mut self.drafts[leading]);
        let payment = self.payment_form(leading).filter(|_| with_payment);
        let payment = payment.map(|form| (form, std::mem::take(&mut self.drafts[form])));
        self.held = Some(Held::new(leading, invoice, payment, place, spelling.to_owned(), own.to_owned(), record));
        Ok(())
    }

    fn learn(&mut self, form: usize, who: Who, text: &str) {
        let (form, draft) = (&self.forms[form], &self.drafts[form]);
        let name = match draft.cell(form.at.name, text) {
            Cell::Text(name) => name,
            _ => who.spelling,
        };
        let terms_days = match draft.values[form.at.terms_days] {
            Value::Integer(days) => Some(days),
            _ => None,
        };
        self.context.clients.learn(
            who.spelling,
            name,
            draft.currency.filter(|currency| currency.is_known()),
            terms_days,
        );
    }

    fn refuse<E>(&mut self, leading: usize, record: &Record, fault: Fault, log: &mut Log) -> Result<(), ReadError<E>> {
        let form = &self.forms[leading];
        if self.plan.lines.is_some() && form.role == Role::Invoice {
            let field = |source: Option<super::form::Source>| source.map_or("", |s| record.field(s.place)).to_owned();
            let spelling =
                Some(field(form.client)).filter(|text| !text.is_empty()).unwrap_or_else(|| field(form.client_name));
            let own = field(form.id);
            if self.is_broken(&spelling, &own) {
                return Ok(());
            }
            self.held.take_if(|held| held.is_spelled(&spelling, &own));
            self.broken = Some((spelling, own));
        }
        let (value, column) = match fault.place {
            Some(place) => (record.field(place), self.plan.columns[place].header.as_str()),
            None => ("", file_word(fault.column)),
        };
        log.problem(Problem::of_row(record.line, fault.code, value).in_column(column));
        Ok(())
    }
}

/// Tells whether a row of totals could look like this to a reader of records.
fn may_be_total(code: ProblemCode) -> bool {
    matches!(code, ProblemCode::RequiredMissing | ProblemCode::DateInvalid)
}

/// Hands over one row.
#[expect(clippy::too_many_arguments, reason = "the parts of one row, each used once")]
pub fn put_row<E>(
    form: &Form,
    draft: &Draft,
    client: &str,
    own: &str,
    text: &str,
    line: u32,
    identities: &mut Identities,
    put: &mut dyn FnMut(&Row) -> Result<(), E>,
) -> Result<(), E> {
    let mut cells = [Cell::Null; COLUMNS_MAX];
    let count = form.cells.len();
    for (place, cell) in cells[..count].iter_mut().enumerate() {
        *cell = draft.cell(place, text);
    }
    let id = identities.name(form, draft, client, own, text);
    put(&Row { kind: form.kind, client, id, cells: &cells[..count], line })
}
