//! The fields by which a particular is stated, and what they come to.

use crate::lang::Lang;
use crate::web::choice::Choice;
use crate::web::form::{self, Filled};
use domain::case::trial::Instalment;
use domain::days::Day;
use domain::money::{Currency, Money};
use domain::separation::settlement::{Earning, Particular, ParticularKind as Kind, check_plan};
use domain::sign::{Bill, Scene};

/// One field of the form.
pub struct Field {
    pub name: String,
    pub label: String,
    pub value: String,
    pub error: Option<String>,
    pub shape: Shape,
}

/// How a field is filled in.
pub enum Shape {
    Text,
    Number,
    Date,
    Tick,
    Select(Vec<Choice>),
}

/// A plan has at most so many instalments.
const INSTALMENTS: usize = 12;
/// So many rows for instalments are offered.
const ROWS: usize = 6;

/// Returns the fields of a particular.
pub fn fields(lang: Lang, scene: &Scene, kind: Kind, filled: &Filled) -> Vec<Field> {
    let names: &[&str] = match kind {
        Kind::DisputedPart => &["invoice", "amount"],
        Kind::Advance => &["invoice", "from", "until", "rule", "refund_days"],
        Kind::Trust => &["invoice"],
        Kind::Retainage => &["invoice", "amount", "release_on"],
        Kind::Plan => &["plan_invoice", "accepted_on"],
        Kind::Loss => &["what", "amount"],
        Kind::Pause => &["any_invoice", "from", "until"],
        Kind::Cure => &["invoice", "until"],
        Kind::Waiver => &["until"],
        Kind::Insolvency | Kind::CounselStop => &["on"],
        Kind::SuspensionRight => &["notice_days", "served_on", "additional_only"],
        Kind::HarmCheck => &["critical_system", "third_parties"],
    };
    let mut fields: Vec<Field> = names.iter().map(|name| field(lang, scene, name, name.to_string(), filled)).collect();
    if kind == Kind::Plan {
        for row in 1..=ROWS {
            fields.push(field(lang, scene, "instalment_on", format!("on-{row}"), filled));
            fields.push(field(lang, scene, "instalment_sum", format!("sum-{row}"), filled));
        }
    }
    fields.push(field(lang, scene, "basis", "basis".to_owned(), filled));
    fields
}

fn field(lang: Lang, scene: &Scene, word: &str, name: String, filled: &Filled) -> Field {
    let shape = match word {
        "invoice" | "plan_invoice" | "any_invoice" => Shape::Select(invoices(lang, scene, word)),
        "rule" => Shape::Select(
            Earning::ALL
                .iter()
                .map(|rule| Choice::new(rule.word(), lang.text(&format!("earning-{}", rule.word()))))
                .collect(),
        ),
        "from" | "until" | "release_on" | "accepted_on" | "on" | "served_on" | "instalment_on" => Shape::Date,
        "amount" | "refund_days" | "notice_days" | "instalment_sum" => Shape::Number,
        "additional_only" | "critical_system" | "third_parties" => Shape::Tick,
        _ => Shape::Text,
    };
    Field {
        label: lang.text(&format!("said-field-{word}")),
        value: filled.value(&name).to_owned(),
        error: filled.error(&name).cloned(),
        shape,
        name,
    }
}

/// Returns the invoices to choose from: the open ones first.
fn invoices(lang: Lang, scene: &Scene, word: &str) -> Vec<Choice> {
    let mut bills: Vec<&Bill> = scene.ledger.bills.iter().collect();
    bills.sort_by_key(|bill| (bill.open() == 0, std::cmp::Reverse(bill.due_on)));
    let choice = |bill: &&Bill| {
        let invoice = &scene.history.invoices[bill.invoice];
        let sum = Money { minor: bill.amount, currency: invoice.currency };
        Choice::new(&invoice.id, format!("{} · {}", invoice.id, lang.money(sum)))
    };
    let all = (word != "invoice").then(|| Choice::new("", lang.text("said-all-invoices")));
    all.into_iter().chain(bills.iter().map(choice)).collect()
}

/// Reads a particular, or notes at its fields what is wrong.
pub fn particular(lang: Lang, scene: &Scene, kind: Kind, filled: &mut Filled, today: Day) -> Option<Particular> {
    let mut read = Read { lang, scene, filled, today };
    let found = match kind {
        Kind::DisputedPart => {
            let (invoice, bill) = read.invoice()?;
            let amount = read.part("amount", invoice.1, bill.open());
            amount.map(|amount| Particular::DisputedPart { invoice: invoice.0, amount })
        }
        Kind::Advance => read.advance(),
        Kind::Trust => read.invoice().map(|((invoice, _), _)| Particular::Trust { invoice }),
        Kind::Retainage => {
            let ((invoice, currency), bill) = read.invoice()?;
            let (amount, release_on) = (read.part("amount", currency, bill.amount), read.day("release_on"));
            amount.zip(release_on).map(|(amount, release_on)| Particular::Retainage { invoice, amount, release_on })
        }
        Kind::Plan => read.plan(),
        Kind::Loss => {
            let what: String = read.filled.value("what").chars().take(200).collect();
            if what.is_empty() {
                read.refuse("what", "field-required");
            }
            let amount = read.sum("amount", scene.currency);
            amount
                .filter(|_| !what.is_empty())
                .map(|minor| Particular::Loss { what: what.clone(), amount: Money { minor, currency: scene.currency } })
        }
        Kind::Pause => {
            let invoice = Some(read.filled.value("any_invoice").to_owned()).filter(|own| !own.is_empty());
            let (from, until) = read.span()?;
            Some(Particular::Pause { invoice, from, until })
        }
        Kind::Cure => {
            let ((invoice, _), _) = read.invoice()?;
            read.day("until").map(|until| Particular::Cure { invoice, until })
        }
        Kind::Waiver => read.past("until").map(|until| Particular::Waiver { until }),
        Kind::Insolvency => read.past("on").map(|on| Particular::Insolvency { on }),
        Kind::CounselStop => read.past("on").map(|on| Particular::CounselStop { on }),
        Kind::SuspensionRight => {
            let notice_days = read.days("notice_days");
            let served = !read.filled.value("served_on").is_empty();
            let served_on = if served { read.past("served_on") } else { None };
            let additional_only = read.filled.holds("additional_only", "1");
            notice_days.map(|notice_days| Particular::SuspensionRight { notice_days, served_on, additional_only })
        }
        Kind::HarmCheck => Some(Particular::HarmCheck {
            critical_system: read.filled.holds("critical_system", "1"),
            third_parties: read.filled.holds("third_parties", "1"),
        }),
    };
    found.filter(|_| filled.is_good())
}

struct Read<'a> {
    lang: Lang,
    scene: &'a Scene<'a>,
    filled: &'a mut Filled,
    today: Day,
}

impl<'a> Read<'a> {
    fn refuse(&mut self, name: &str, key: &str) {
        let said = self.lang.text(key);
        self.filled.refuse(name, said);
    }

    fn invoice(&mut self) -> Option<((String, Currency), &'a Bill)> {
        let id = self.filled.value("invoice").to_owned();
        let scene = self.scene;
        let found = scene.ledger.named(scene.history, &id);
        if found.is_none() {
            self.refuse("invoice", "said-need-invoice");
        }
        found.map(|bill| ((id, scene.history.invoices[bill.invoice].currency), bill))
    }

    fn sum(&mut self, name: &str, currency: Currency) -> Option<i64> {
        let whole = form::number(self.filled.value(name)).filter(|sum| *sum > 0.0 && *sum < 1e12);
        if whole.is_none() {
            self.refuse(name, "said-need-sum");
        }
        whole.map(|whole| currency.minor(whole))
    }

    /// Reads a part of an invoice, which is no more than the whole.
    fn part(&mut self, name: &str, currency: Currency, whole: i64) -> Option<i64> {
        let minor = self.sum(name, currency)?;
        if minor > whole {
            self.refuse(name, "said-need-part");
            return None;
        }
        Some(minor)
    }

    fn day(&mut self, name: &str) -> Option<Day> {
        let day = form::day(self.filled.value(name));
        if day.is_none() {
            self.refuse(name, "day-invalid");
        }
        day
    }

    fn past(&mut self, name: &str) -> Option<Day> {
        let day = self.day(name)?;
        if day > self.today {
            self.refuse(name, "said-need-past");
            return None;
        }
        Some(day)
    }

    fn days(&mut self, name: &str) -> Option<i32> {
        let days =
            form::number(self.filled.value(name)).filter(|days| days.fract() == 0.0 && (0.0..=365.0).contains(days));
        if days.is_none() {
            self.refuse(name, "said-need-days");
        }
        days.map(|days| days as i32)
    }

    fn span(&mut self) -> Option<(Day, Day)> {
        let (from, until) = (self.day("from")?, self.day("until")?);
        if until < from {
            self.refuse("until", "said-need-order");
            return None;
        }
        Some((from, until))
    }

    fn advance(&mut self) -> Option<Particular> {
        let ((invoice, _), _) = self.invoice()?;
        let (from, until) = self.span()?;
        let rule = Earning::of(self.filled.value("rule"));
        if rule.is_none() {
            self.refuse("rule", "field-required");
        }
        let refund_days = self.days("refund_days")?;
        Some(Particular::Advance { invoice, from, until, rule: rule?, refund_days })
    }

    /// Reads a plan, whose instalments come to what is open on its invoices.
    fn plan(&mut self) -> Option<Particular> {
        let accepted_on = self.past("accepted_on")?;
        let named = Some(self.filled.value("plan_invoice").to_owned()).filter(|own| !own.is_empty());
        let scene = self.scene;
        let covers = |bill: &&Bill| match &named {
            Some(id) => scene.history.invoices[bill.invoice].id == *id,
            None => bill.issued_on < accepted_on,
        };
        let bills: Vec<&Bill> = scene.ledger.bills.iter().filter(|bill| bill.open() > 0).filter(covers).collect();
        let currency = bills.first().map_or(scene.currency, |bill| scene.history.invoices[bill.invoice].currency);
        let owed = Money { minor: bills.iter().map(|bill| bill.open()).sum(), currency };
        let mut instalments = vec![];
        for row in 1..=INSTALMENTS {
            let (on, sum) = (format!("on-{row}"), format!("sum-{row}"));
            if self.filled.value(&on).is_empty() && self.filled.value(&sum).is_empty() {
                continue;
            }
            let (due_on, amount) = (self.day(&on), self.sum(&sum, currency));
            instalments.push(Instalment { due_on: due_on?, amount: amount?, currency });
        }
        if let Err(wrong) = check_plan(&instalments, owed, accepted_on) {
            let args = [("sum", fluent_bundle::FluentValue::from(self.lang.money(owed)))];
            let said = self.lang.say(&format!("plan-wrong-{}", wrong.word()), args);
            self.filled.refuse("on-1", said);
            return None;
        }
        let invoices = named.map_or_else(
            || bills.iter().map(|bill| scene.history.invoices[bill.invoice].id.to_string()).collect(),
            |own| vec![own],
        );
        Some(Particular::Plan { invoices, instalments, accepted_on })
    }
}
