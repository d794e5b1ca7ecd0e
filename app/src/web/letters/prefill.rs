//! What the case, the contract and the account say already of a letter's facts.

use crate::lang::{Lang, Language};
use crate::web::cases::scene::Scene;
use crate::web::form::Filled;
use domain::case::parting::Basis;
use domain::record::History;
use domain::separation::letter::{Duty, Kind, usual_disclosure};
use domain::separation::tone;
use domain::sign::Ledger;

/// Fills in what is known and was not written.
pub fn prefill(filled: &mut Filled, scene: &Scene, history: Option<&History>, kind: Kind, written: tone::Language) {
    let (case, visitor) = (scene.case(), scene.visitor);
    let parting = &case.parting;
    filled.offer("client_name", scene.name());
    filled.offer("noticed_on", &visitor.today.to_string());
    let basis = match parting.basis() {
        Some(Basis::Agreement) => "agreement",
        Some(Basis::Expiry) => "expiry",
        Some(Basis::Notice | Basis::Breach) => "clause",
        None => "",
    };
    filled.offer("basis", basis);
    if let Some(on) = parting.ends_on() {
        filled.offer("end_on", &on.to_string());
        filled.offer("end_place", &place(scene, written));
    }
    if let Some(method) = parting.computation().and_then(|computed| computed.method()) {
        filled.offer("service", method.word());
    }
    filled.offer("duties", Duty::Confidentiality.word());
    filled.offer("signer_name", &visitor.name);
    filled.offer("contact_name", &visitor.name);
    filled.offer("prevailing", "ar");
    filled.offer("disclosure", usual_disclosure(parting.duties.plan().map(|plan| plan.profile)).word());
    if let Some(history) = history {
        of_records(filled, scene, history, kind);
    }
}

/// The firm's place in the letter's language: whose time the hour of the end is.
fn place(scene: &Scene, written: tone::Language) -> String {
    let Some(code) = scene.visitor.firm.place.as_deref() else { return String::new() };
    let word = |language| Lang::plain(language).text(&format!("place-{code}"));
    match written {
        tone::Language::Arabic => word(Language::Arabic),
        tone::Language::English => word(Language::English),
        tone::Language::Bilingual => format!("{} = {}", word(Language::Arabic), word(Language::English)),
    }
}

fn of_records(filled: &mut Filled, scene: &Scene, history: &History, kind: Kind) {
    let today = scene.visitor.today;
    let of_case = scene.case().contracts.iter().flatten().next();
    let contract = history.contracts.iter().find(|one| Some(&one.id) == of_case).or(history.contracts.first());
    if let Some(contract) = contract {
        filled.offer("reference", &contract.id);
        contract.signed_on.iter().for_each(|on| filled.offer("signed_on", &on.to_string()));
    }
    let is_due = |one: &&domain::record::Deliverable| one.delivered_on.is_none() && one.due_on >= today;
    let due: Vec<String> =
        history.deliverables.iter().filter(is_due).map(|one| format!("{} | {}", one.id, one.due_on)).collect();
    if kind != Kind::ClosingSummary {
        filled.offer("deliverables", &due.join("\n"));
    }
    if scene.sees_money() {
        let ledger = Ledger::of(history, today);
        let open = ledger.bills.iter().filter(|bill| bill.open() > 0);
        let line = |bill: &domain::sign::Bill| {
            let invoice = &history.invoices[bill.invoice];
            let sum = domain::money::Money { minor: bill.open(), currency: invoice.currency };
            format!("{} | {} | {}", invoice.id, sum.decimal(), bill.due_on)
        };
        filled.offer("invoices", &open.map(line).collect::<Vec<_>>().join("\n"));
        if let Some(invoice) = history.invoices.last() {
            filled.offer("currency", invoice.currency.code());
        }
    }
}
