//! What an end of this profession usually owes, suggested from what is known of this client; a person takes it into the
//! register or leaves it.

use super::access::{Held, Kind};
use super::entry::{Ends, When};
use super::{Asked, Basis, Code, Entry, Keeper, Obligation, Owner, Profile, Register, Side, What, entry};
use crate::days::Day;
use crate::days::working::Working;
use crate::firm::Firm;
use crate::record::{Deliverable, History, Invoice, InvoiceKind};
use crate::separation::contract::{Confirmed, TermName};
use crate::separation::settlement::{Earning, Kept, Particular};
use crate::sign::Ledger;
use crate::word::words;

/// A record and the day by which it is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dated {
    pub id: String,
    pub due_on: Day,
}

/// A term that people confirmed, in the contract's own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    pub contract: String,
    pub term: TermName,
    pub quote: String,
}

/// What is known of an end, for suggestions.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts {
    pub profile: Option<Profile>,
    /// Whether the case is about conduct or an illegal act: nobody is referred on (DOMAIN 2.18).
    pub critical: bool,
    /// Deliverables that were not delivered.
    pub undelivered: Vec<Dated>,
    /// Deliverables that were delivered and not accepted.
    pub unaccepted: Vec<Dated>,
    /// Invoices with an open balance.
    pub unpaid: Vec<Dated>,
    pub prepaid: bool,
    /// Whether we hold a security of the client's that goes back.
    pub secured: bool,
    /// Parts of invoices that the client keeps back, by their invoice and the day of their release.
    pub retained: Vec<Dated>,
    pub unbilled: bool,
    pub pass_through: bool,
    /// The accesses that were listed; `None` while nobody has made the inventory.
    pub accesses: Option<Vec<Held>>,
    /// Whether we hold data of the client's; `None` while nobody has looked.
    pub data_held: Option<bool>,
    pub early_fee: bool,
    /// What the contracts say, as far as people confirmed it.
    pub clauses: Vec<Clause>,
    /// Whether the contract says that rights pass with full payment; `None` where nobody read it, which counts as yes.
    pub rights_after_payment: Option<bool>,
}

impl Facts {
    /// Reads what the records say of a client on a day: what is not delivered, accepted, paid or billed.
    pub fn of_records(history: &History, firm: &Firm, on: Day) -> Facts {
        let dated = |deliverable: &Deliverable| Dated { id: deliverable.id.to_string(), due_on: deliverable.due_on };
        let awaited = |delivered: bool| {
            let of = history.deliverables.iter().filter(move |one| one.delivered_on.is_some() == delivered);
            of.filter(|one| one.accepted_on.is_none()).map(dated).collect()
        };
        let ledger = Ledger::of(history, firm, on);
        let open = ledger.bills.iter().filter(|bill| bill.open() > 0);
        let unpaid = open.map(|bill| &history.invoices[bill.invoice]);
        let paid = |invoice: &Invoice| -> i64 {
            let own = history.payments.iter().filter(|payment| payment.invoice == invoice.id);
            own.map(|payment| payment.amount.0).sum()
        };
        let is_deposit = |invoice: &Invoice| invoice.kind == Some(InvoiceKind::Deposit) && paid(invoice) > 0;
        Facts {
            undelivered: awaited(false),
            unaccepted: awaited(true),
            unpaid: unpaid.map(|one| Dated { id: one.id.to_string(), due_on: one.due_on }).collect(),
            prepaid: history.invoices.iter().any(is_deposit),
            unbilled: history.time.iter().any(|time| time.billable == Some(true) && time.invoice.is_none()),
            pass_through: history.invoices.iter().any(|one| one.pass_through.is_some_and(|amount| amount.0 > 0)),
            early_fee: history.contracts.iter().any(|contract| contract.early_fee.is_some_and(|fee| fee.0 > 0)),
            ..Facts::default()
        }
    }

    /// Adds what people stated of the account: advances, securities, what is kept back.
    pub fn stated(mut self, particulars: &[Kept]) -> Facts {
        for particular in particulars.iter().map(|kept| &kept.particular) {
            match particular {
                Particular::Advance { rule: Earning::Refundable, .. } => self.secured = true,
                Particular::Advance { .. } => self.prepaid = true,
                Particular::Retainage { invoice, release_on, .. } => {
                    self.retained.push(Dated { id: invoice.clone(), due_on: *release_on });
                }
                _ => {}
            }
        }
        self
    }

    /// Adds what people confirmed in the texts of the contracts.
    pub fn confirmed(mut self, contracts: &[(String, Confirmed)]) -> Facts {
        for (contract, terms) in contracts {
            let there = terms.0.iter().filter(|(term, _)| terms.value(**term).is_some());
            let clause =
                there.map(|(term, said)| Clause { contract: contract.clone(), term: *term, quote: said.quote.clone() });
            self.clauses.extend(clause);
        }
        self
    }

    /// Returns a clause on the first of some terms that there is one on.
    fn clause(&self, terms: &[TermName]) -> Option<&Clause> {
        terms.iter().find_map(|term| self.clauses.iter().find(|clause| clause.term == *term))
    }
}

/// Returns the terms of a contract that an obligation rests on, where there are any.
fn terms(what: What) -> &'static [TermName] {
    use TermName::{LiabilityCap, NonDisparagement, NonSolicit, NoticeMethod, Payment, PostTerminationServices};
    match what {
        What::Listed { code: Code::Con01, .. } => &[NoticeMethod],
        What::Listed { code: Code::Con03, .. } => {
            &[NonSolicit, NonDisparagement, PostTerminationServices, LiabilityCap]
        }
        What::Listed { code: Code::Con10, .. } => &[NonDisparagement],
        What::Listed { code: Code::Ppl05, .. } => &[NonSolicit],
        What::Listed { code: Code::Hnd02, .. } => &[PostTerminationServices],
        What::Asked(Asked::Pay) => &[Payment],
        _ => &[],
    }
}

words! {
    /// Why an obligation is suggested.
    Why {
        /// It is usual in the profession.
        Profession = "profession",
        Deliverable = "deliverable",
        Invoice = "invoice",
        Prepayment = "prepayment",
        /// The client keeps a part back, or we hold a security.
        Retainage = "retainage",
        Hours = "hours",
        PassThrough = "pass_through",
        Access = "access",
        /// Nobody has made the inventory, or looked whether we hold data: it is asked for until somebody has.
        Unknown = "unknown",
        Held = "held",
        Clause = "clause",
        /// It is the client's half of an obligation of ours.
        Half = "half",
    }
}

/// An obligation that might be taken into the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    pub obligation: Obligation,
    pub why: Why,
    /// The clause that it rests on, where people confirmed one.
    pub clause: Option<Clause>,
}

/// Returns what might be taken into the register and is not there, the earliest due first.
pub fn suggest(facts: &Facts, register: &Register, ends: &Ends, working: &Working) -> Vec<Suggestion> {
    let with = With { facts, ends, working };
    let mut found: Vec<Suggestion> = Code::ALL.iter().flat_map(|code| with.of_entry(entry(*code))).collect();
    found.extend(with.halves());
    for suggestion in &mut found {
        suggestion.clause = facts.clause(terms(suggestion.obligation.what)).cloned();
        if suggestion.clause.is_some() {
            suggestion.obligation.basis = Basis::Contract;
        }
    }
    found.retain(|suggestion| !stands(register, &suggestion.obligation));
    found.sort_by_key(|suggestion| (suggestion.obligation.due_on, suggestion.obligation.what));
    found
}

/// Tells whether it was taken into the register, on whatever day it is due there by now.
fn stands(register: &Register, new: &Obligation) -> bool {
    let same = register.items.iter().filter(|item| {
        let other = &item.obligation;
        (other.what, &other.about, other.side) == (new.what, &new.about, new.side)
    });
    let first_due = |item: &super::Item| item.slips.first().map_or(item.obligation.due_on, |slip| slip.from);
    let recurs = new.code().is_some_and(|code| entry(code).due.len() > code.parts().len().max(1));
    same.map(first_due).any(|due_on| !recurs || due_on == new.due_on)
}

struct With<'a> {
    facts: &'a Facts,
    ends: &'a Ends,
    working: &'a Working,
}

impl With<'_> {
    /// Returns what a line of the library comes to here.
    fn of_entry(&self, entry: &'static Entry) -> Vec<Suggestion> {
        let usual = self.facts.profile.is_none_or(|profile| entry.profiles.contains(&profile));
        let refers = entry.code == Code::Ref01 && self.facts.critical;
        if !usual || refers {
            return vec![];
        }
        let about = |records: &[Dated], late: Option<bool>| -> Vec<(Option<String>, Option<Day>)> {
            let picked =
                records.iter().filter(|one| late.is_none_or(|late| (one.due_on > self.ends.effective_on) == late));
            picked.map(|one| (Some(one.id.clone()), Some(one.due_on))).collect()
        };
        let once = |is: bool| if is { vec![(None, None)] } else { vec![] };
        let (each, why) = match entry.when {
            When::Always => (once(true), Why::Profession),
            When::Undelivered => (about(&self.facts.undelivered, Some(false)), Why::Deliverable),
            When::Unfinished => (about(&self.facts.undelivered, Some(true)), Why::Deliverable),
            When::Unaccepted => (about(&self.facts.unaccepted, None), Why::Deliverable),
            When::Overdue => {
                let late = self.facts.unpaid.iter().any(|invoice| invoice.due_on < self.ends.notice_on);
                (once(late), Why::Invoice)
            }
            When::Prepaid => (once(self.facts.prepaid), Why::Prepayment),
            When::Secured => (once(self.facts.secured), Why::Retainage),
            When::Retained => (about(&self.facts.retained, None), Why::Retainage),
            When::Unbilled => (once(self.facts.unbilled), Why::Hours),
            When::PassThrough => (once(self.facts.pass_through), Why::PassThrough),
            When::AccessHeld => match &self.facts.accesses {
                None => (once(true), Why::Unknown),
                Some(accesses) => (once(!accesses.is_empty()), Why::Access),
            },
            When::Holds(kind) => (self.holding(kind), Why::Access),
            When::DataHeld => match self.facts.data_held {
                None => (once(true), Why::Unknown),
                Some(held) => (once(held), Why::Held),
            },
            When::EarlyFee => (once(self.facts.early_fee), Why::Clause),
            When::NonSolicit | When::NonDisparagement | When::AfterEnd | When::Survival => {
                let what = What::Listed { code: entry.code, part: None };
                (once(self.facts.clause(terms(what)).is_some()), Why::Clause)
            }
            When::Hand => (vec![], Why::Profession),
        };
        each.into_iter().flat_map(|(about, due)| self.dated(entry, about, due, why)).collect()
    }

    /// Returns one suggestion for each access of a kind.
    fn holding(&self, kind: Kind) -> Vec<(Option<String>, Option<Day>)> {
        let of = self.facts.accesses.iter().flatten().filter(|held| held.access.kind == kind);
        of.map(|held| (Some(about_access(held.access.id)), None)).collect()
    }

    /// Returns one suggestion for each day or half of a line; a record's own day holds where it comes before the line's.
    fn dated(&self, entry: &Entry, about: Option<String>, due: Option<Day>, why: Why) -> Vec<Suggestion> {
        let parts = entry.code.parts();
        let one = |(n, day): (usize, &super::Due)| {
            let day = day.on(self.ends, self.working);
            let by_record = matches!(entry.when, When::Undelivered | When::Retained);
            let own = due.filter(|due| by_record && *due >= self.ends.notice_on);
            let obligation = Obligation {
                id: 0,
                what: What::Listed { code: entry.code, part: parts.get(n).copied() },
                about: about.clone(),
                side: entry.side,
                owner: Owner::Keeper(entry.keeper),
                due_on: own.map_or(day, |own| own.min(day)),
                basis: entry.basis,
                after_payment: entry.code == Code::Ip01 && self.facts.rights_after_payment != Some(false),
            };
            Suggestion { obligation, why, clause: None }
        };
        entry.due.iter().enumerate().map(one).collect()
    }

    /// Returns what the client does so that ours can be done: accept, pay, name who comes next, take over.
    fn halves(&self) -> Vec<Suggestion> {
        let asked = |asked, about: Option<String>, keeper, due_on, basis, why| Suggestion {
            obligation: Obligation {
                id: 0,
                what: What::Asked(asked),
                about,
                side: Side::Theirs,
                owner: Owner::Keeper(keeper),
                due_on,
                basis,
                after_payment: false,
            },
            why,
            clause: None,
        };
        let before_end = self.working.plus(self.ends.effective_on, -10).max(self.ends.notice_on);
        let mut found = vec![];
        for record in &self.facts.unaccepted {
            let due_on = self.working.plus(record.due_on.max(self.ends.notice_on), 10);
            let about = Some(record.id.clone());
            found.push(asked(Asked::Accept, about, Keeper::Delivery, due_on, Basis::Contract, Why::Deliverable));
        }
        for invoice in &self.facts.unpaid {
            let about = Some(invoice.id.clone());
            found.push(asked(Asked::Pay, about, Keeper::Finance, invoice.due_on, Basis::Contract, Why::Invoice));
        }
        if !self.facts.critical {
            let keeper = Keeper::Relationship;
            found.push(asked(Asked::NameSuccessor, None, keeper, before_end, Basis::Policy, Why::Half));
        }
        for held in self.facts.accesses.iter().flatten().filter(|held| held.access.owned) {
            let about = Some(about_access(held.access.id));
            found.push(asked(Asked::TakeOver, about, Keeper::It, before_end, Basis::Policy, Why::Half));
        }
        found
    }
}

/// Returns by what an obligation names an access.
pub fn about_access(id: u32) -> String {
    format!("access {id}")
}
