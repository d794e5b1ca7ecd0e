//! The sums of a filled form: what is open, what it comes to in each currency, what is paid back.

use super::facts::Form;
use super::lines::{lines, money, totals};
use crate::web::form;
use domain::days::Day;
use domain::money::{Currency, Money};
use domain::separation::letter::{Account, Facts, OpenInvoice};

impl Form<'_> {
    /// Reads the open invoices and the balance, each in its currency, and how it is paid.
    pub fn account(&mut self, facts: &mut Facts) {
        let currency = self.currency();
        let written = self.value("invoices").to_owned();
        let mut open = vec![];
        for parts in lines(&written) {
            let read = match parts[..] {
                [number, amount, due_on] => money(amount, currency)
                    .zip(form::day(due_on))
                    .map(|(amount, due_on)| OpenInvoice { number: number.to_owned(), amount, due_on }),
                _ => None,
            };
            match read {
                Some(invoice) => open.push(invoice),
                None => self.wrong("invoices", &parts.join(" | ")),
            }
        }
        let written = self.value("balance").to_owned();
        let balances = match written.as_str() {
            "" => totals(open.iter().map(|one| one.amount)),
            written => match written.split(" | ").map(|sum| money(sum, currency)).collect::<Option<Vec<_>>>() {
                Some(balances) => totals(balances),
                None => {
                    self.wrong("balance", written);
                    vec![]
                }
            },
        };
        let mut balances = balances.into_iter();
        facts.account = balances.next().map(|balance| Account {
            balance,
            further: balances.collect(),
            open,
            pay_by: self.day("pay_by"),
            payment_reference: self.plain("payment_reference"),
            pay_to: self.said("pay_to"),
            final_invoice_on: self.day("final_invoice_on"),
            refund: self.refund(currency),
        });
    }

    /// Reads what is paid back and when; the one is not said without the other.
    fn refund(&mut self, currency: Currency) -> Option<(Money, Day)> {
        let written = self.value("refund").to_owned();
        let (sum, on) = (money(&written, currency), self.day("refund_on"));
        if sum.is_none() && !written.is_empty() {
            self.wrong("refund", &written);
        }
        self.together(("refund", sum), ("refund_on", on))
    }
}
