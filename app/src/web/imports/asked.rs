//! What a person is asked of a whole file: its kind, the order of its dates, its currency, whether tax is included.

use crate::flow::upload::{Handed, Reading, SeenFile};
use crate::intake::plan::Plan;
use crate::intake::problem::{NoteCode, ProblemCode};
use crate::intake::tax::{self, SaidTax};
use crate::lang::Lang;
use crate::store::runs::RunProblem;
use crate::web::Visitor;
use crate::web::choice::{self, Choice, Group, plain};
use crate::web::entries::currencies;
use crate::web::records::kind_name;
use domain::money::Currency;
use domain::record::KINDS;
use fluent_bundle::FluentValue;
use std::collections::BTreeSet;

/// A question about the whole file; without groups to choose from it is answered in writing.
pub struct Asked {
    pub name: &'static str,
    pub label: String,
    pub hint: String,
    pub groups: Vec<Group>,
    pub chosen: String,
    /// Whether nothing of the file can be read without the answer.
    pub is_open: bool,
}

/// Asks what concerns the whole file, as far as it matters to it.
pub fn choices(visitor: &Visitor, handed: &Handed, file: &SeenFile) -> Vec<Asked> {
    let Some(plan) = file.plan.as_ref().ok().or(file.unread.as_ref()) else { return vec![] };
    let (lang, reading) = (visitor.lang, &handed.reading);
    let problem = file.plan.as_ref().err().map(|problem| problem.code);
    let mut asked = vec![];
    if plan.profile.is_none() {
        let kinds = KINDS.iter().map(|kind| Choice::new(kind.table, kind_name(lang, kind)));
        let is_open = matches!(problem, Some(ProblemCode::KindUnknown | ProblemCode::KindUnclear));
        asked.push(ask(lang, "kind", kinds, reading.kind.as_deref(), is_open));
    }
    let is_open = problem == Some(ProblemCode::DateOrderUnclear);
    if is_open || reading.dates.is_some() || plan.columns.iter().any(|column| column.dates.is_some()) {
        let orders = ["dmy", "mdy", "ymd"].map(|word| Choice::new(word, lang.text(&format!("imports-dates-{word}"))));
        asked.push(ask(lang, "dates", orders, reading.dates.as_deref(), is_open));
    }
    if plan.kinds.iter().any(|kind| kind.position("currency").is_some()) {
        asked.push(currency(visitor, reading.currency.or(file.currency_reused), file.currency_reused.is_some()));
    }
    if plan.kinds.iter().any(|kind| kind.table == "invoices") {
        asked.extend(taxes(lang, plan, file.tax));
    }
    if asks_terms(file, reading) {
        asked.push(terms(lang, reading, file.terms_reused));
    }
    asked
}

/// Asks for the currency of amounts that state none; what was said before stands until something else is.
fn currency(visitor: &Visitor, chosen: Option<Currency>, is_reused: bool) -> Asked {
    let (lang, known) = (visitor.lang, currencies(&visitor.firm, chosen));
    let groups = choice::currencies(lang, &known, lang.text("imports-currency-open"));
    let asked = Asked { groups, ..ask(lang, "currency", [], chosen.as_ref().map(Currency::code), false) };
    if is_reused { Asked { hint: lang.text("imports-terms-reused"), ..asked } } else { asked }
}

/// Asks whether amounts include tax, and at which rate where no column has it: one without the other says nothing.
fn taxes(lang: Lang, plan: &Plan, said: Option<SaidTax>) -> Vec<Asked> {
    let words = [tax::INCLUDED, tax::EXCLUDED, tax::NONE];
    let choices = words.map(|word| Choice::new(word, lang.text(&format!("imports-tax-{word}"))));
    let mut asked = vec![ask(lang, "tax", choices, said.map(SaidTax::word), false)];
    let invoices = plan.kinds.iter().find(|kind| kind.table == "invoices");
    if invoices.is_some_and(|kind| plan.places(kind, "tax").is_empty()) {
        let is_open = said.is_some_and(|said| said.rate.is_none());
        asked.push(Asked {
            name: "rate",
            label: lang.text("imports-rate"),
            hint: lang.text(if is_open { "imports-rate-missing" } else { "imports-rate-hint" }),
            groups: vec![],
            chosen: said.filter(|said| said.word() != tax::NONE).and_then(SaidTax::percent).unwrap_or_default(),
            is_open,
        });
    }
    asked
}

/// Asks when invoices fall due that do not say so; an answer that was given before stands until another one is given.
fn terms(lang: Lang, reading: &Reading, reused: Option<i64>) -> Asked {
    let chosen = reading.terms_days.or(reused);
    let days: BTreeSet<i64> = TERMS.into_iter().chain(chosen).collect();
    let choices = days.into_iter().map(|days| Choice::new(&days.to_string(), said_days(lang, days)));
    let asked = ask(lang, "terms", choices, chosen.map(|days| days.to_string()).as_deref(), false);
    match reused {
        Some(_) => Asked { hint: lang.text("imports-terms-reused"), ..asked },
        None => asked,
    }
}

/// The payment terms that are offered, in days.
const TERMS: [i64; 9] = [0, 7, 10, 14, 15, 30, 45, 60, 90];

fn said_days(lang: Lang, days: i64) -> String {
    lang.say("imports-terms-days", [("n", FluentValue::from(days as f64))])
}

/// Terms are asked for where invoices lack a due day, and as long as someone answered.
fn asks_terms(file: &SeenFile, reading: &Reading) -> bool {
    let lacks = |problem: &RunProblem| {
        problem.code == ProblemCode::RequiredMissing.word()
            && problem.about == "invoices-due_on"
            && problem.line.is_some()
    };
    let is_reused = file.report.notes.iter().any(|note| note.code == NoteCode::TermsSaid.word());
    reading.terms_days.is_some() || is_reused || file.report.problems.iter().any(lacks)
}

fn ask(
    lang: Lang,
    name: &'static str,
    choices: impl IntoIterator<Item = Choice>,
    chosen: Option<&str>,
    is_open: bool,
) -> Asked {
    let open = Choice::new("", lang.text(&format!("imports-{name}-open")));
    Asked {
        name,
        label: lang.text(&format!("imports-{name}")),
        hint: lang.text(&format!("imports-{name}-hint")),
        groups: plain([open].into_iter().chain(choices).collect()),
        chosen: chosen.unwrap_or_default().to_owned(),
        is_open,
    }
}
