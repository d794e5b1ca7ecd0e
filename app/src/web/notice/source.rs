//! A contract that a notice is computed for: what people confirmed in its text fills the form, and the page says so.

use crate::store::contracts::{self, Handle};
use crate::store::records::{Asked, Whose, one};
use crate::web::app::Shared;
use crate::web::form::Filled;
use crate::web::markup::{Markup, Pen};
use crate::web::{PageError, Visitor, href};
use domain::days::Day;
use domain::record::{Choice, Contract};
use domain::separation::contract::{Confirmed, TermName, TermValue};
use domain::separation::ends::{Facts, WithoutReason};
use domain::separation::notice::{Length, METHODS};
use domain::separation::service::Service;
use fluent_bundle::FluentValue;

/// The contract that is asked about.
pub(super) struct Source {
    pub client: String,
    pub contract: String,
    /// Which figures are confirmed, with the way to the contract's terms.
    pub note: Markup,
}

/// The terms that a notice is computed from.
const COUNTING: [TermName; 4] =
    [TermName::TerminationForConvenience, TermName::RenewalNotice, TermName::Expiration, TermName::NoticeMethod];

impl Source {
    /// Fills in what people confirmed and nobody has written; what is not confirmed is left to whoever asks.
    pub async fn fill(app: &Shared, visitor: &Visitor, filled: &mut Filled) -> Result<Option<Source>, PageError> {
        let (client, contract) = (filled.value("client").to_owned(), filled.value("contract").to_owned());
        let Asked::There(whose) = Whose::of(&app.db, &visitor.viewer, &client).await? else { return Ok(None) };
        let Some(record) = one(&app.db, &whose, &Contract::KIND, &contract).await? else { return Ok(None) };
        let terms = contracts::confirmed(&app.db, &Handle::of(&record)).await?;
        let used: Vec<TermName> =
            COUNTING.into_iter().filter(|term| fills(filled, *term, &terms, visitor.today)).collect();
        let pen = Pen::of(visitor);
        let names: Vec<String> = used.iter().map(|term| pen.lang.term_name(*term)).collect();
        let args = [
            ("contract", FluentValue::from(contract.clone())),
            ("terms", FluentValue::from(names.join(&pen.lang.text("list-comma")))),
        ];
        let said = pen.say(if used.is_empty() { "notice-from-unconfirmed" } else { "notice-from-terms" }, args);
        let page = href::path(["clients", &client, Contract::KIND.table, &contract, "terms"]);
        let note = Markup::join([said, pen.link(&page, &pen.t("notice-from-look"))], " ");
        Ok(Some(Source { client, contract, note }))
    }
}

/// Offers a term's figures to empty fields; tells whether the form then says what the term says.
fn fills(filled: &mut Filled, term: TermName, terms: &Confirmed, today: Day) -> bool {
    let facts = Facts::default().confirmed(terms);
    let ours = match facts.without_reason {
        WithoutReason::Ours(length) => length,
        _ => None,
    };
    let pair =
        |name, unit, length: Length| vec![(name, length.count.to_string()), (unit, length.unit.word().to_owned())];
    // A number without its unit says nothing: of what stands together all is offered, or nothing.
    let together: Vec<Vec<(&str, String)>> = match term {
        TermName::TerminationForConvenience => ours.map(|length| pair("length", "unit", length)).into_iter().collect(),
        TermName::RenewalNotice => {
            let latest = facts.renewal_notice.map(|length| pair("before", "before_unit", length));
            latest.into_iter().chain(facts.earliest_notice.map(|length| pair("most", "most_unit", length))).collect()
        }
        TermName::Expiration => {
            let ends = facts.running_ends_on(today).map(|day| vec![("term_ends_on", day.to_string())]);
            ends.into_iter().collect()
        }
        TermName::NoticeMethod => terms.value(term).map(|term| served(&facts.service, term)).into_iter().collect(),
        _ => vec![],
    };
    for figures in &together {
        if figures.iter().all(|(name, _)| filled.value(name).is_empty()) {
            figures.iter().for_each(|(name, value)| filled.set(name, value));
        }
    }
    let mut figures = together.iter().flatten().peekable();
    figures.peek().is_some() && figures.all(|(name, value)| filled.value(name) == value)
}

/// Returns how a notice is served as the form has it, with the rule of its receipt where one was confirmed.
fn served(service: &Service, term: &TermValue) -> Vec<(&'static str, String)> {
    let method = METHODS.into_iter().find(|word| *word == service.method.word());
    let rule = term.deemed.filter(|_| !service.deemed_by_default);
    let n = term.deemed_n.filter(|_| rule.is_some());
    let method = method.map(|word| ("method", word.to_owned()));
    let rule = rule.map(|rule| ("rule", rule.word().to_owned()));
    method.into_iter().chain(rule).chain(n.map(|n| ("n", n.to_string()))).collect()
}
