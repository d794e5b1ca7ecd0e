//! How long the papers of an ended relationship are kept (DOMAIN 2.13, 2.14): the longest rule that applies wins, and a legal
//! hold stands above all of them (2.15). Nothing here destroys anything.

use crate::days::Day;
use crate::firm::Firm;
use crate::word::words;
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

words! {
    /// A kind of papers.
    Class {
        /// Invoices, payments, the account and its statement.
        Books = "books",
        /// What was asked of the client against money laundering.
        DueDiligence = "due_diligence",
        /// Contracts, letters, proofs, obligations, and the journal of the case.
        ContractFile = "contract_file",
        /// Answers about our own part.
        OwnPart = "own_part",
        /// Messages, feedback and hours from which signs are computed.
        SignData = "sign_data",
        /// Data of the client that we process for them.
        ClientData = "client_data",
        /// What happened between people, as it was noted in the records. Reports in confidence are not among them.
        Incident = "incident",
    }
}

impl Class {
    /// Returns what the rows of a table are.
    pub fn of_table(table: &str) -> Class {
        match table {
            "clients" | "contracts" | "contract_texts" | "contract_terms" => Class::ContractFile,
            "deliverables" | "requests" | "goals" | "values" => Class::ContractFile,
            "exit_bill" | "exit_inputs" | "exit_stages" | "exit_cuts" | "exit_runs" => Class::ContractFile,
            "invoices" | "payments" | "promises" | "reminders" | "costs" | "particulars" => Class::Books,
            "incidents" => Class::Incident,
            _ => Class::SignData,
        }
    }
}

words! {
    /// What the time is counted from.
    From {
        /// The end of the year in which something was booked last.
        YearEnd = "year_end",
        Ended = "ended",
        /// The day on which the retrospective was closed.
        Learned = "learned",
    }
}

words! {
    /// What a rule rests on.
    Basis { Law = "law", Custom = "custom", Contract = "contract" }
}

words! {
    /// A circumstance of a firm in which a law keeps its books longer.
    When {
        /// They are of real estate.
        RealEstate = "real_estate",
        /// A dispute with a tax authority is open.
        Dispute = "dispute",
    }
}

words! {
    /// How sure a rule is.
    Certainty {
        /// A published source says it.
        Sourced = "sourced",
        /// It is generally held; counsel confirms it.
        General = "general",
        /// It is a choice of its own.
        Convention = "convention",
    }
}

/// What a firm states of its own: a circumstance, or years for a kind of papers; with its reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnTerm {
    pub class: Class,
    /// The circumstance; the rules of the pack say for how long.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<When>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub years: Option<i32>,
    pub reason: String,
}

impl OwnTerm {
    /// Returns the word by which it is named: each stands once.
    pub fn word(&self) -> &'static str {
        self.when.map_or(self.class.word(), When::word)
    }
}

/// A rule of the pack.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    pub class: Class,
    /// The place where it holds; everywhere without one.
    pub place: Option<String>,
    /// Holds only where no rule names the place.
    #[serde(default)]
    pub only_elsewhere: bool,
    /// Holds only for a firm that states this circumstance.
    pub when: Option<When>,
    pub years: Option<i32>,
    pub months: Option<i32>,
    pub days: Option<i32>,
    pub from: From,
    pub rests_on: Basis,
    pub source: String,
    /// The same in Arabic.
    pub source_ar: String,
    pub certainty: Certainty,
    /// The day on which it was held against its source.
    pub checked_on: Option<Day>,
    /// Whoever answers for it; empty where nobody checked it.
    pub checked_by: String,
}

/// How long what was noted of a prospect is kept after the last word, where nothing came of it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfProspects {
    pub months: i32,
    pub source: String,
    /// The same in Arabic.
    pub source_ar: String,
    pub checked_by: String,
}

#[derive(Deserialize)]
struct Pack {
    rule: Vec<Rule>,
    prospects: OfProspects,
}

/// The days from which terms are counted; a day that has not come is absent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dates {
    pub ended_on: Day,
    /// The last day on which something was booked: payments follow the end.
    pub booked_on: Day,
    pub learned_on: Option<Day>,
}

impl Dates {
    /// Returns the last day that papers are of: what was learned is written after the last booking.
    pub fn last(&self) -> Day {
        self.learned_on.unwrap_or(self.booked_on).max(self.booked_on)
    }
}

/// Until when a class is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    pub class: Class,
    /// The last day of keeping; nothing while what it is counted from has not come.
    pub until: Option<Day>,
    pub rule: &'static Rule,
    /// Whether the firm's own years stand in the place of the rule's.
    pub is_own: bool,
}

impl Term {
    /// Tells whether the time has passed on a day.
    pub fn is_due(&self, on: Day) -> bool {
        self.until.is_some_and(|until| until < on)
    }

    /// Returns it with the firm's own years in the place of the rule's; what a law keeps can only become longer, and so can books.
    fn with(self, years: i32, dates: &Dates) -> Term {
        let Some(begins) = self.rule.begins(dates) else { return self };
        let own = same_day_after(begins, years * 12);
        let by_law = self.class == Class::Books || self.rule.rests_on == Basis::Law;
        if by_law && self.until.is_none_or(|until| own <= until) {
            self
        } else {
            Term { until: Some(own), is_own: true, ..self }
        }
    }
}

fn pack() -> &'static Pack {
    static PACK: LazyLock<Pack> = LazyLock::new(|| {
        toml::from_str(include_str!("../../packs/retention.toml")).expect("part of the program, tested")
    });
    &PACK
}

/// Returns the rules of the pack.
pub fn rules() -> &'static [Rule] {
    &pack().rule
}

/// Returns the rule for prospects.
pub fn of_prospects() -> &'static OfProspects {
    &pack().prospects
}

impl OfProspects {
    /// Returns the last day of keeping of what was noted last on a day.
    pub fn until(&self, noted_on: Day) -> Day {
        same_day_after(noted_on, self.months)
    }
}

/// Returns the day before which sign data of a firm is past its time on a day, also while the relationship goes on: its time
/// rolls. The firm's own years stand in the place of the pack's, which no law has set for sign data.
pub fn old_signs_before(firm: &Firm, on: Day) -> Day {
    let of_pack = rules().iter().filter(|rule| rule.class == Class::SignData).map(Rule::whole_months).max();
    let months = own_years(firm, Class::SignData).map(|years| years * 12).or(of_pack);
    same_day_after(on, -months.unwrap_or(0))
}

/// Returns the years for which a firm states that it keeps a class, whatever the occasion.
fn own_years(firm: &Firm, class: Class) -> Option<i32> {
    firm.own_terms.iter().find(|own| own.when.is_none() && own.class == class).and_then(|own| own.years)
}

/// Returns until when each class is kept by a firm of its place, with what it states of its own, in the order of the classes.
pub fn terms_of(firm: &Firm, dates: &Dates) -> Vec<Term> {
    let whens: Vec<When> = firm.own_terms.iter().filter_map(|own| own.when).collect();
    let of_class = |class: &Class| {
        let term = term(*class, (firm.place.as_deref(), &whens), dates)?;
        Some(own_years(firm, *class).map_or(term, |years| term.with(years, dates)))
    };
    Class::ALL.iter().filter_map(of_class).collect()
}

/// Returns the longest term of a class; what has not begun to run is longer than what has.
fn term(class: Class, (place, whens): (Option<&str>, &[When]), dates: &Dates) -> Option<Term> {
    let holds = |rule: &&'static Rule| rule.class == class && rule.when.is_none_or(|when| whens.contains(&when));
    let of_class = || rules().iter().filter(holds);
    let is_named = of_class().any(|rule| rule.when.is_none() && rule.place.is_some() && rule.place.as_deref() == place);
    let applies = |rule: &&Rule| match &rule.place {
        Some(named) => Some(named.as_str()) == place,
        None => !(rule.only_elsewhere && is_named),
    };
    let term = |rule: &'static Rule| Term { class, until: rule.until(dates), rule, is_own: false };
    of_class().filter(applies).map(term).max_by_key(|term| (term.until.is_none(), term.until))
}

impl Rule {
    /// Returns the day from which it counts.
    fn begins(&self, dates: &Dates) -> Option<Day> {
        match self.from {
            From::YearEnd => Day::new(dates.booked_on.civil().0, 12, 31),
            From::Ended => Some(dates.ended_on),
            From::Learned => dates.learned_on,
        }
    }

    /// Returns its time without the days.
    fn whole_months(&self) -> i32 {
        self.years.unwrap_or(0) * 12 + self.months.unwrap_or(0)
    }

    /// Returns the last day of keeping.
    fn until(&self, dates: &Dates) -> Option<Day> {
        let from = self.begins(dates)?;
        Some(same_day_after(from, self.whole_months()).plus(self.days.unwrap_or(0)))
    }
}

/// Returns the corresponding date some months later, or the last day of a month that has none.
fn same_day_after(from: Day, months: i32) -> Day {
    let month = from.month().plus(months);
    let (year, month_of_year, _) = month.first().civil();
    Day::new(year, month_of_year, from.civil().2).unwrap_or(month.last())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::KINDS;

    fn day(iso: &str) -> Day {
        Day::from_iso(iso).expect("a day")
    }

    fn terms(place: Option<&str>, dates: &Dates) -> Vec<Term> {
        terms_of(&Firm { place: place.map(str::to_owned), ..Firm::default() }, dates)
    }

    fn until(class: Class, place: Option<&str>, learned_on: Option<Day>) -> Option<Day> {
        let dates = Dates { ended_on: day("2025-12-31"), booked_on: day("2026-02-10"), learned_on };
        terms(place, &dates).into_iter().find(|term| term.class == class).expect("every class has a rule").until
    }

    #[test]
    fn the_longest_rule_of_the_place_wins() {
        assert_eq!(until(Class::Books, Some("SA"), None), Some(day("2036-12-31")));
        assert_eq!(until(Class::Books, Some("AE"), None), Some(day("2033-12-31")));
        assert_eq!(until(Class::Books, Some("EG"), None), Some(day("2032-12-31")), "what holds elsewhere is not asked");
        assert_eq!(until(Class::Books, Some("DE"), None), Some(day("2036-12-31")));
        assert_eq!(until(Class::Books, None, None), Some(day("2036-12-31")));
        assert_eq!(until(Class::ContractFile, Some("SA"), None), Some(day("2036-12-31")));
        assert_eq!(until(Class::ContractFile, Some("GB"), None), Some(day("2032-12-31")));
        assert_eq!(until(Class::ClientData, Some("SA"), None), Some(day("2026-03-31")), "ninety days after the end");
        assert_eq!(until(Class::SignData, Some("SA"), None), Some(day("2027-12-31")));
    }

    #[test]
    fn what_a_firm_states_of_its_own_stands_above_the_pack_but_not_above_a_law() {
        let own = |class, when, years| OwnTerm { class, when, years, reason: "counsel says so".to_owned() };
        let until = |place: &str, own: OwnTerm| {
            let firm = Firm { place: Some(place.to_owned()), own_terms: vec![own.clone()], ..Firm::default() };
            let dates = Dates { ended_on: day("2025-12-31"), booked_on: day("2026-02-10"), learned_on: None };
            let of_class = terms_of(&firm, &dates).into_iter().find(|term| term.class == own.class);
            of_class.map(|term| (term.until.expect("begun").civil().0, term.is_own)).expect("a term")
        };
        assert_eq!(until("SA", own(Class::Books, Some(When::RealEstate), None)), (2041, false));
        assert_eq!(until("AE", own(Class::Books, Some(When::Dispute), None)), (2035, false), "five and four more");
        assert_eq!(until("EG", own(Class::Books, Some(When::RealEstate), None)), (2032, false), "no rule says more");
        assert_eq!(until("SA", own(Class::Books, None, Some(12))), (2038, true));
        assert_eq!(until("SA", own(Class::Books, None, Some(3))), (2036, false), "a law is not shortened");
        assert_eq!(until("SA", own(Class::ContractFile, None, Some(7))), (2032, true), "a convention is");
    }

    #[test]
    fn what_has_not_begun_is_not_due() {
        assert_eq!(until(Class::OwnPart, Some("SA"), None), None);
        assert_eq!(until(Class::OwnPart, Some("SA"), Some(day("2026-05-01"))), Some(day("2027-05-01")));
        let dates = Dates { ended_on: day("2026-03-31"), booked_on: day("2026-03-31"), learned_on: None };
        let due = |on| terms(Some("SA"), &dates).iter().filter(|term| term.is_due(day(on))).count();
        assert_eq!((due("2026-06-29"), due("2026-06-30")), (0, 1), "its last day is kept");
    }

    #[test]
    fn sign_data_rolls() {
        let before = |firm: &Firm, on| old_signs_before(firm, day(on));
        let (plain, mut firm) = (Firm::default(), Firm::default());
        assert_eq!(before(&plain, "2026-11-30"), day("2024-11-30"));
        assert_eq!(before(&plain, "2024-02-29"), day("2022-02-28"));
        let own = |class, years| OwnTerm { class, when: None, years: Some(years), reason: "counsel".to_owned() };
        firm.own_terms = vec![own(Class::Books, 12), own(Class::SignData, 5)];
        assert_eq!(
            before(&firm, "2026-11-30"),
            day("2021-11-30"),
            "a firm that keeps them longer is not told to erase"
        );
        firm.own_terms = vec![own(Class::SignData, 1)];
        assert_eq!(before(&firm, "2026-11-30"), day("2025-11-30"));
    }

    #[test]
    fn a_prospect_is_kept_for_three_years_after_the_last_word() {
        assert_eq!(of_prospects().until(day("2023-11-30")), day("2026-11-30"));
        assert_eq!(of_prospects().until(day("2024-02-29")), day("2027-02-28"));
    }

    #[test]
    fn papers_end_with_what_was_learned() {
        let last = |learned_on: Option<&str>| {
            let learned_on = learned_on.map(day);
            Dates { ended_on: day("2026-03-31"), booked_on: day("2026-04-30"), learned_on }.last()
        };
        assert_eq!((last(None), last(Some("2026-06-01"))), (day("2026-04-30"), day("2026-06-01")));
    }

    #[test]
    fn every_table_of_records_is_of_a_class() {
        let of = |class| KINDS.iter().filter(|kind| Class::of_table(kind.table) == class).count();
        let of_classes = (of(Class::ContractFile), of(Class::Books), of(Class::SignData), of(Class::Incident));
        assert_eq!(of_classes, (6, 5, 4, 1));
    }

    #[test]
    fn every_rule_says_how_long_and_why() {
        for rule in rules() {
            assert!(rule.years.or(rule.months).is_some() || rule.days.is_some(), "{rule:?}");
            assert!(!rule.source.is_empty() && !rule.source_ar.is_empty(), "{rule:?}");
            assert_eq!(rule.checked_on.is_some(), rule.certainty == Certainty::Sourced, "{rule:?}");
        }
        assert!(Class::ALL.iter().all(|class| rules().iter().any(|rule| rule.class == *class)));
    }
}
