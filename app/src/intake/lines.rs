//! An invoice that comes as several rows, one a line: kept until its last line is in.

use super::accept::{Origin, put_row};
use super::clients::Clients;
use super::draft::{Draft, Value};
use super::finish::mark_credit_note;
use super::form::Form;
use super::identity::Identities;
use super::plan::Lines;
use super::row::Row;
use super::source::Record;
use domain::text::western_digits;

/// An invoice whose further lines may follow.
pub struct Held {
    form: usize,
    invoice: Draft,
    /// The payment that came with it, by its form.
    payment: Option<(usize, Draft)>,
    client: usize,
    spelling: String,
    own: String,
    text: String,
    line: u32,
    /// The payment is of the whole amount, whatever that becomes.
    pays_all: bool,
}

impl Held {
    /// Keeps an invoice's first line; `client` is its place and its spelling.
    pub fn new(
        form: usize,
        invoice: Draft,
        payment: Option<(usize, Draft)>,
        client: (usize, &str),
        own: &str,
        record: &Record,
    ) -> Held {
        let states_sum = |draft: &Draft| draft.amounts.iter().any(Option::is_some);
        let pays_all = invoice.balance.is_none() && payment.as_ref().is_some_and(|(_, draft)| !states_sum(draft));
        Held {
            form,
            invoice,
            payment,
            client: client.0,
            spelling: client.1.to_owned(),
            own: own.to_owned(),
            text: record.text.to_owned(),
            line: record.line,
            pays_all,
        }
    }

    /// Returns the line where the invoice begins.
    pub fn line(&self) -> u32 {
        self.line
    }

    /// Tells whether a row is a further line of this invoice.
    pub fn is_of(&self, client: usize, own: &str) -> bool {
        self.client == client && western_digits(&self.own) == western_digits(own)
    }

    /// Tells whether a row that was not understood is a line of this invoice.
    pub fn is_spelled(&self, spelling: &str, own: &str) -> bool {
        self.spelling == spelling && self.own == own
    }

    /// Adds a line; tells whether it is one: an invoice's own total, if it differs, makes another invoice.
    pub fn add(&mut self, form: &Form, line: &Draft, lines: Lines) -> bool {
        let (amount, tax) = (form.at.amount, form.at.tax);
        match lines {
            // The tax of each line may differ where the total is the same.
            Lines::First => self.invoice.stated == line.stated,
            Lines::Sum => {
                for place in [amount, tax] {
                    if let (Value::Integer(sum), Value::Integer(more)) =
                        (self.invoice.values[place], line.values[place])
                    {
                        self.invoice.values[place] = Value::Integer(sum.saturating_add(more));
                    }
                }
                true
            }
        }
    }

    /// Hands over the invoice, and the payment that came with it.
    pub fn put<E>(
        mut self,
        forms: &[Form],
        clients: &Clients,
        identities: &mut Identities,
        put: &mut dyn FnMut(&Row) -> Result<(), E>,
    ) -> Result<(), E> {
        let form = &forms[self.form];
        let client = &clients.get(self.client).key;
        mark_credit_note(form, &mut self.invoice);
        let origin = Origin { client, own: &self.own, text: &self.text, line: self.line };
        put_row(form, &self.invoice, &origin, identities, put)?;
        if let Some((payment_form, payment)) = &mut self.payment {
            let payment_form = &forms[*payment_form];
            if self.pays_all {
                payment.values[payment_form.at.amount] = self.invoice.values[form.at.amount];
            }
            put_row(payment_form, payment, &origin, identities, put)?;
        }
        Ok(())
    }
}
