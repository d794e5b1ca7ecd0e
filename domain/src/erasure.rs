//! Erasure as an act of two people (DOMAIN 2.13, 2.14, T9): what may go, on which basis, and what stays until when.

use crate::days::Day;
use crate::journal::digest;
use crate::retention::{self, Class, Term};
use crate::spelling::core;
use crate::text::fold;
use crate::word::words;

words! {
    /// Why something is erased.
    Basis {
        /// Whoever is meant asked for it.
        Request = "request",
        /// A contract promises it.
        Contract = "contract",
        /// The time for which it was kept has passed.
        Term = "term",
    }
}

words! {
    /// What a firm holds of a client, as an erasure names it.
    Matter {
        Messages = "messages",
        Feedback = "feedback",
        Time = "time",
        Requests = "requests",
        Deliverables = "deliverables",
        Goals = "goals",
        Incidents = "incidents",
        Pulse = "pulse",
        Values = "values",
        /// Since when findings are seen, and what people said of them.
        Episodes = "episodes",
        /// Contracts, their texts and what people said of their terms.
        Contracts = "contracts",
        /// What ending would cost.
        Exit = "exit",
        Invoices = "invoices",
        Payments = "payments",
        Promises = "promises",
        Reminders = "reminders",
        Costs = "costs",
        /// What people stated of the account.
        Particulars = "particulars",
    }
}

words! {
    /// A copy that an erasure does not reach.
    CopyKind {
        /// A backup of the data.
        Backup = "backup",
        /// A backup of the keys.
        Keys = "keys",
        /// A sealed archive in the firm's folder that was not opened.
        Bag = "bag",
        /// A sealed archive that its readers may have taken away.
        HandedOut = "handed_out",
        /// Files that wait to be imported, under a legal hold of anybody's.
        Upload = "upload",
        /// What reports of imports say of refused rows, under a legal hold of anybody's.
        Value = "value",
        /// What the client took along.
        ClientPart = "client_part",
        /// Letters that were sent or handed over.
        Letter = "letter",
        /// A page that the client was given a link to.
        Portal = "portal",
    }
}

/// Why something is not erased now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stays {
    /// A law keeps it, up to and including a day; none while the time has not begun.
    ByLaw(Option<Day>),
    /// Its time has not passed, and nothing else is said for erasing it.
    NotYet(Option<Day>),
}

impl Matter {
    /// Returns the tables that hold it.
    pub fn tables(self) -> &'static [&'static str] {
        match self {
            Matter::Messages => &["messages"],
            Matter::Feedback => &["feedback"],
            Matter::Time => &["time"],
            Matter::Requests => &["requests"],
            Matter::Deliverables => &["deliverables"],
            Matter::Goals => &["goals"],
            Matter::Incidents => &["incidents"],
            Matter::Pulse => &["pulse"],
            Matter::Values => &["values"],
            Matter::Episodes => &["episodes"],
            Matter::Contracts => &["contracts", "contract_texts", "contract_terms"],
            Matter::Exit => &["exit_bill", "exit_inputs", "exit_stages", "exit_cuts", "exit_runs"],
            Matter::Invoices => &["invoices"],
            Matter::Payments => &["payments"],
            Matter::Promises => &["promises"],
            Matter::Reminders => &["reminders"],
            Matter::Costs => &["costs"],
            Matter::Particulars => &["particulars"],
        }
    }

    /// Returns the class by which its time is counted.
    pub fn class(self) -> Class {
        Class::of_table(self.tables()[0])
    }

    /// Returns what a table belongs to.
    pub fn of_table(table: &str) -> Option<Matter> {
        Matter::ALL.iter().copied().find(|matter| matter.tables().contains(&table))
    }
}

/// Returns why a class stays on a day; nothing if it may go. `terms` are those that apply, none while a relationship stands.
/// Books stay until their time has passed, and so does whatever a law keeps; the rest goes on request or by contract.
pub fn stays(class: Class, basis: Basis, terms: &[Term], on: Day) -> Option<Stays> {
    let term = terms.iter().find(|term| term.class == class);
    if term.is_some_and(|term| term.is_due(on)) {
        return None;
    }
    let until = term.and_then(|term| term.until);
    let by_law = class == Class::Books || term.is_some_and(|term| term.rule.rests_on == retention::Basis::Law);
    match (by_law, basis) {
        (true, _) => Some(Stays::ByLaw(until)),
        (false, Basis::Term) => Some(Stays::NotYet(until)),
        (false, Basis::Request | Basis::Contract) => None,
    }
}

/// Returns the digest of a firm's name, the same for names that differ in the kind of company, letter forms or marks only: by it
/// the list of erasures knows an erased client whose name it does not say. A name of which nothing is left has none.
pub fn firm_digest(name: &str) -> Option<String> {
    let plain = Some(core(name)).filter(|core| !core.is_empty()).unwrap_or_else(|| fold(name)).replace(' ', "");
    (!plain.is_empty()).then(|| digest(plain.as_bytes()))
}

/// Whoever is alone in a firm confirms their own proposal from this day on (RULINGS 39): a proposal keeps its day and not its
/// hour, and the day after the next is 24 hours later whatever the hour was.
pub fn alone_from(proposed_on: Day) -> Day {
    proposed_on.plus(2)
}

/// Returns of several ended relationships the term of each class that ends last; what has not begun ends after all.
pub fn longest(of_each: &[Vec<Term>]) -> Vec<Term> {
    let of = |class: &Class| {
        let of_class = of_each.iter().flatten().filter(|term| term.class == *class);
        of_class.max_by_key(|term| (term.until.is_none(), term.until)).copied()
    };
    Class::ALL.iter().filter_map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::firm::Firm;
    use crate::retention::{Dates, terms_of};

    fn day(iso: &str) -> Day {
        Day::from_iso(iso).expect("a day")
    }

    fn ended(iso: &str) -> Vec<Term> {
        let on = day(iso);
        let firm = Firm { place: Some("SA".to_owned()), ..Firm::default() };
        terms_of(&firm, &Dates { ended_on: on, booked_on: on, learned_on: None })
    }

    #[test]
    fn books_stay_until_their_term_has_passed_whoever_asks() {
        let terms = ended("2020-06-30");
        for basis in Basis::ALL {
            // Ten years from the end of 2020.
            let until = Some(day("2030-12-31"));
            assert_eq!(stays(Class::Books, *basis, &terms, day("2030-12-31")), Some(Stays::ByLaw(until)), "{basis:?}");
            assert_eq!(stays(Class::Books, *basis, &terms, day("2031-01-01")), None);
            assert_eq!(stays(Class::Books, *basis, &[], day("2031-01-01")), Some(Stays::ByLaw(None)));
        }
    }

    #[test]
    fn other_data_goes_on_request_or_once_its_term_has_passed() {
        // Twenty-four months after the end.
        let terms = ended("2024-06-30");
        let (last, after) = (day("2026-06-30"), day("2026-07-01"));
        assert_eq!(stays(Class::SignData, Basis::Request, &terms, last), None);
        assert_eq!(stays(Class::SignData, Basis::Contract, &[], last), None);
        assert_eq!(stays(Class::SignData, Basis::Term, &terms, last), Some(Stays::NotYet(Some(last))));
        assert_eq!(stays(Class::SignData, Basis::Term, &terms, after), None);
        assert_eq!(stays(Class::SignData, Basis::Term, &[], after), Some(Stays::NotYet(None)));
    }

    #[test]
    fn a_firm_is_known_by_its_name_however_it_is_written() {
        let one = firm_digest("شركة النخلة للأثاث المحدودة");
        assert_eq!(firm_digest("مؤسسة نخلة للاثاث"), one);
        assert!(one.is_some() && firm_digest("شركة النخيل للأثاث") != one);
        assert_ne!(firm_digest("Company"), firm_digest("Ltd"), "what only says the kind of company is a name, too");
        assert_eq!(firm_digest(" "), None);
    }

    #[test]
    fn whoever_is_alone_waits_for_a_day_at_least() {
        assert_eq!(alone_from(day("2026-02-27")), day("2026-03-01"));
    }

    #[test]
    fn of_two_ends_the_later_one_counts() {
        let both = longest(&[ended("2024-06-30"), ended("2022-01-31")]);
        let until = |class: Class| both.iter().find(|term| term.class == class).expect("a term").until;
        assert_eq!(until(Class::SignData), Some(day("2026-06-30")));
        assert_eq!(until(Class::OwnPart), None, "its time has not begun in either");
        assert!(longest(&[]).is_empty());
    }

    #[test]
    fn a_table_belongs_to_one_matter() {
        let mut all: Vec<&str> = Matter::ALL.iter().flat_map(|matter| matter.tables()).copied().collect();
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count);
        for matter in Matter::ALL {
            assert!(matter.tables().iter().all(|table| Class::of_table(table) == matter.class()), "{matter:?}");
        }
        assert_eq!(Matter::of_table("contract_texts"), Some(Matter::Contracts));
        assert_eq!(Matter::of_table("cases"), None);
    }
}
