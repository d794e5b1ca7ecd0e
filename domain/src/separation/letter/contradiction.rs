//! Holding a letter against what the case knows (DOMAIN B65): it must not say agreement where notice is given, nor a sum,
//! a day or a contract that nothing else knows.

use crate::case::parting::Basis;
use crate::case::snapshot::Snapshot;
use crate::days::Day;
use crate::money::Money;
use crate::separation::settlement::{FinalAccount, Side, Statement};
use crate::separation::tone::{Claim, as_read, said};
use crate::text::{fold, names};
use crate::word::words;
use std::collections::BTreeSet;

/// What the case knows; what is empty or unknown contradicts nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Known {
    pub basis: Option<Basis>,
    pub contracts: Vec<String>,
    /// The days on which it may be said to end: that of the contract, or of each of several.
    pub effective_on: Vec<Day>,
    pub sums: Vec<Money>,
    /// What both sides settled in words: sums in it are known, too.
    pub agreed: Vec<String>,
    /// Whether complaints, of either side, are on record.
    pub has_complaints: bool,
    /// What was said in the case for few; no text of more than a few words may repeat it (DOMAIN B42).
    pub internal: Vec<String>,
}

/// Returns the sums that a letter may rest on: each line and balance of the account, each document, payment and balance of
/// the statement, and what the decision knew to be owed. What an hour earns and what a client brings is no such sum.
pub fn sums(account: Option<&FinalAccount>, statement: &Statement, snapshot: Option<&Snapshot>) -> Vec<Money> {
    let lines = account.into_iter().flat_map(|account| account.lines.iter().filter_map(|line| line.amount));
    let balances = account.into_iter().flat_map(|account| {
        account.balances.iter().flat_map(|own| Side::ALL.iter().map(|side| own.of(*side)).chain([own.net()]))
    });
    let entries = statement.parts.iter().flat_map(|part| {
        let entries = part.entries.iter().flat_map(|entry| [entry.charge, entry.credit, entry.balance]);
        let all = entries.chain(part.ageing).chain([part.opening, part.closing]);
        all.map(|minor| Money { minor, currency: part.currency })
    });
    let owed = snapshot.into_iter().flat_map(|snapshot| {
        let figures = [snapshot.receivable, snapshot.overdue, snapshot.unbilled].into_iter().flatten();
        let currency = snapshot.currency;
        figures.filter_map(move |figure| currency.map(|currency| Money { minor: currency.minor(figure), currency }))
    });
    let mut sums: Vec<Money> = lines.chain(balances).chain(entries).chain(owed).collect();
    sums.retain(|sum| sum.minor != 0);
    sums.sort_by_key(|sum| (sum.currency, sum.minor));
    sums.dedup();
    sums
}

words! {
    /// What differs.
    Differs {
        Basis = "basis",
        Contract = "contract",
        /// The notice of one of several contracts does not name it.
        NotNamed = "not_named",
        /// The notice by which some contracts end names one that goes on.
        GoesOn = "goes_on",
        EffectiveDate = "effective_date",
        Sum = "sum",
        NoComplaints = "no_complaints",
        /// It repeats what was said in the case for few.
        Internal = "internal",
    }
}

/// A place where a letter and the case differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contradiction {
    pub differs: Differs,
    /// What the letter says; a day as ISO text, a sum as decimal text.
    pub said: String,
}

/// Returns what differs for whoever may not see the client's sums: that one differs is said once, and not which.
pub fn without_sums(mut found: Vec<Contradiction>) -> Vec<Contradiction> {
    let sums = found.iter().filter(|one| one.differs == Differs::Sum).count();
    found.retain(|one| one.differs != Differs::Sum);
    found.extend((sums > 0).then(|| Contradiction { differs: Differs::Sum, said: String::new() }));
    found
}

/// Returns where a letter says something else than the case knows.
pub fn contradictions(text: &str, known: &Known) -> Vec<Contradiction> {
    let said = said(text);
    let mut found = vec![];
    let mut note = |differs, said: String| found.push(Contradiction { differs, said });
    for (claim, words) in &said.claims {
        match (claim, known.basis) {
            (Claim::ByAgreement, Some(basis)) if basis != Basis::Agreement => note(Differs::Basis, words.clone()),
            (Claim::ForBreach, Some(basis)) if basis != Basis::Breach => note(Differs::Basis, words.clone()),
            (Claim::NoComplaints, _) if known.has_complaints => note(Differs::NoComplaints, words.clone()),
            (Claim::Contract, _) if !known.contracts.is_empty() && !names_one(text, &known.contracts) => {
                note(Differs::Contract, words.clone());
            }
            _ => {}
        }
    }
    if !known.effective_on.is_empty() {
        // Each sentence by itself: one right day among several does not make the others right.
        let other = said.last_days.iter().find(|days| !known.effective_on.iter().any(|day| days.contains(day)));
        other.and_then(|days| days.first()).into_iter().for_each(|day| note(Differs::EffectiveDate, day.to_string()));
    }
    if !known.sums.is_empty() {
        let agreed: Vec<String> =
            known.agreed.iter().flat_map(|words| self::said(words).sums).map(|(value, _)| value).collect();
        let is_known =
            |value: &String, currencies: &[String]| agreed.contains(value) || is_known(value, currencies, &known.sums);
        let unknown = said.sums.iter().filter(|(value, currencies)| !is_known(value, currencies));
        unknown.for_each(|(value, _)| note(Differs::Sum, value.clone()));
    }
    let repeated = repeats(text, &known.internal);
    found.extend(repeated.map(|said| Contradiction { differs: Differs::Internal, said }));
    found
}

/// So many words in a row, without a number among them, are no accident.
const RUN: usize = 6;

/// The words that stand in a row in some texts, read once to hold several others against them.
pub struct Runs(BTreeSet<Vec<String>>);

impl Runs {
    /// Reads the texts.
    pub fn of(texts: &[String]) -> Runs {
        Runs(texts.iter().flat_map(|text| runs(text)).map(|(words, ..)| words).collect())
    }

    /// Returns the first words that a text has in common with them, in a row.
    pub fn first_in(&self, text: &str) -> Option<String> {
        let found = runs(text).into_iter().find(|(words, ..)| self.0.contains(words));
        found.map(|(_, from, until)| text[from..until].split_whitespace().collect::<Vec<_>>().join(" "))
    }
}

/// Returns the first words that a text has in common with others, in a row.
pub fn repeats(text: &str, others: &[String]) -> Option<String> {
    Runs::of(others).first_in(text)
}

/// Returns the words that stand in a row in a text, each time with where they begin and end.
fn runs(text: &str) -> Vec<(Vec<String>, usize, usize)> {
    let words: Vec<(String, usize, usize)> = words_of(text);
    let plain = |run: &[(String, usize, usize)]| run.iter().all(|(word, ..)| !word.contains(char::is_numeric));
    let whole = |run: &[(String, usize, usize)]| run.iter().map(|(word, ..)| word.clone()).collect::<Vec<_>>();
    let found = words.windows(RUN).filter(|run| plain(run));
    found.map(|run| (whole(run), run[0].1, run[RUN - 1].2)).collect()
}

/// Returns the words of a text as they are searched, each with where it stands.
fn words_of(text: &str) -> Vec<(String, usize, usize)> {
    let mut words = vec![];
    let mut from = None;
    let ends = text.char_indices().map(|(at, c)| (at, c.is_alphanumeric())).chain([(text.len(), false)]);
    for (at, is_word) in ends {
        match (from, is_word) {
            (None, true) => from = Some(at),
            (Some(start), false) => {
                words.push((fold(&text[start..at]), start, at));
                from = None;
            }
            _ => {}
        }
    }
    words
}

fn names_one(text: &str, contracts: &[String]) -> bool {
    contracts.iter().any(|contract| names(text, contract))
}

/// Whether a sum is one of those known; nothing owed is known always.
fn is_known(value: &str, currencies: &[String], sums: &[Money]) -> bool {
    let same = |sum: &Money| {
        let currency = currencies.is_empty() || currencies.iter().any(|code| code == sum.currency.code());
        currency && as_read(sum.decimal().trim_start_matches('-')) == value
    };
    value == "0" || sums.iter().any(same)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Currency;
    use crate::separation::settlement::{Input, final_account, statement};
    use crate::sign::sample::{firm, history};
    use crate::sign::{Policy, Scene};

    fn known() -> Known {
        Known {
            basis: Some(Basis::Notice),
            contracts: vec!["C-17".to_owned()],
            effective_on: Day::new(2026, 7, 30).into_iter().collect(),
            sums: vec![Money { minor: 420_050, currency: Currency::of("SAR").expect("a currency") }],
            agreed: vec!["The client pays a fee of SAR 900 by 1 July 2026.".to_owned()],
            has_complaints: true,
            internal: vec![
                "العميل يرفع صوته على المصممة في كل اجتماع.".to_owned(),
                "They shout at Sara in every call.".to_owned(),
            ],
        }
    }

    fn found(text: &str) -> Vec<String> {
        let words = |one: Contradiction| format!("{} {}", one.differs.word(), one.said);
        contradictions(text, &known()).into_iter().map(words).collect()
    }

    #[test]
    fn what_was_said_for_few_is_found_in_both_languages_and_figures_are_no_secret() {
        assert_eq!(found("You know: they shout at Sara, in every call."), ["internal they shout at Sara, in every"]);
        assert_eq!(found("العميلُ يرفع صوتَه على المصممة في كل يوم."), ["internal العميلُ يرفع صوتَه على المصممة في"]);
        assert_eq!(found("Sara is in every call on Sunday."), Vec::<String>::new());
        let internal = vec!["Invoice NK-1 was due on 1 October 2026".to_owned()];
        let known = Known { internal, ..Known::default() };
        assert_eq!(contradictions("Invoice NK-1 was due on 1 October 2026.", &known), []);
    }

    #[test]
    fn whoever_sees_no_sums_learns_that_one_differs_and_not_which() {
        let found = |text: &str| without_sums(contradictions(text, &known()));
        let some = Contradiction { differs: Differs::Sum, said: String::new() };
        assert_eq!(found("The balance is SAR 12, the rest SAR 13."), [some]);
        assert_eq!(found("The balance is SAR 4,200.50."), []);
    }

    #[test]
    fn a_letter_that_agrees_passes() {
        for text in [
            "We are ending our services under contract C-17. The last day is Thursday 30 July 2026. The balance is SAR \
             4,200.50; in future SAR 0.",
            "ننهي خدماتنا بموجب العقد C-17 المؤرخ 4 مايو 2024. آخر يوم لها الخميس 30 يوليو 2026. الرصيد 4,200.50 ر.س.",
        ] {
            assert_eq!(found(text), Vec::<String>::new(), "{text}");
        }
        assert_eq!(found("They pay the agreed fee, SAR 900."), Vec::<String>::new());
        let anything = "By mutual agreement, contract C-99 ends on 1 May 2026; SAR 12. There were no complaints.";
        assert_eq!(contradictions(anything, &Known::default()), vec![]);
    }

    #[test]
    fn sums_come_from_the_account_the_statement_and_the_decision() {
        // An invoice of 1,000 of which 400 came in; the decision knew 600 to be owed and 75 of work unbilled.
        let records = "invoices A issued_on=2026-02-01 due_on=2026-03-01 amount=1000
            payments P invoice=A paid_on=2026-03-02 amount=400";
        let (history, policy, firm) = (history(records), Policy::standard(), firm());
        let on = Day::new(2026, 4, 1).expect("a day");
        let scene = Scene::new(&history, &firm, &policy, on);
        let account = final_account(&scene, &Input { ends_on: None, particulars: &[], claim: None });
        let mut snapshot = Snapshot::of(&history, &firm, &policy, on, None);
        snapshot.unbilled = Some(75.0);
        let decimal = |sums: Vec<Money>| sums.iter().map(|sum| sum.decimal()).collect::<Vec<_>>().join(" ");
        let paper = statement(&scene, None);
        assert_eq!(decimal(sums(Some(&account), &paper, None)), "400.00 600.00 1000.00");
        assert_eq!(decimal(sums(None, &paper, Some(&snapshot))), "75.00 400.00 600.00 1000.00");
        let known = Known { sums: sums(Some(&account), &paper, None), ..Known::default() };
        let said = |text: &str| contradictions(text, &known).len();
        assert_eq!((said("The balance is SAR 600."), said("The balance is SAR 650.")), (0, 1));
    }

    #[test]
    fn what_differs_is_named() {
        for (text, differs) in [
            ("The contract C-17 ends by mutual agreement.", "basis mutual agreement"),
            ("ينتهي العقد C-17 بالتراضي.", "basis بالتراضي"),
            ("We end contract C-17 for breach.", "basis for breach"),
            ("We are ending contract C-71.", "contract contract C-71"),
            ("The last day is 31 July 2026.", "effective_date 2026-07-31"),
            ("آخر يوم لها 31 يوليو 2026.", "effective_date 2026-07-31"),
            ("The last day is 30 July 2026.\n\nآخر يوم لها 31 يوليو 2026.", "effective_date 2026-07-31"),
            ("The balance is SAR 4,300.", "sum 4300"),
            ("الرصيد 4,300 ر.س.", "sum 4300"),
            ("There were no complaints.", "no_complaints no complaints"),
            ("مضت المدة بلا شكوى.", "no_complaints بلا شكوى"),
        ] {
            assert_eq!(found(text).join(", "), differs, "{text}");
        }
    }
}
