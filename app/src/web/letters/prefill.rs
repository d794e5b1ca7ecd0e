//! What the case, the contract and the account say already of a letter's facts.

use crate::lang::{Lang, Language};
use crate::web::cases::scene::Scene;
use crate::web::form::{self, Filled};
use crate::web::letters::fields::AGREED;
use crate::web::letters::known::Known;
use crate::web::letters::lines::{amounts, both, totals, worded};
use crate::web::portal::works;
use domain::case::parting::offers::AlternativeSaid;
use domain::case::parting::settling::{Certified, Fate};
use domain::case::parting::{Basis, Instruction};
use domain::money::{Currency, Money};
use domain::record::{History, Invoice};
use domain::separation::agreement::{Point, Settled};
use domain::separation::contract::{Confirmed, TermName};
use domain::separation::letter::{Duty, Kind, Rung, Treatment, usual_disclosure};
use domain::separation::portal::{self, Standing, Work};
use domain::separation::tone;
use domain::sign::{Bill, Ledger};

/// What is known beside the case.
pub struct Beside<'a> {
    pub history: Option<&'a History>,
    /// What people confirmed in the texts of the client's contracts.
    pub confirmed: &'a [(String, Confirmed)],
    /// What there is for its lists.
    pub lists: &'a Known,
}

/// Fills in what is known and was not written.
pub fn prefill(filled: &mut Filled, scene: &Scene, beside: &Beside, kind: Kind, written: tone::Language) {
    let (case, visitor) = (scene.case(), scene.visitor);
    let parting = &case.parting;
    let drawn = |history| Ledger::of(history, &visitor.firm, visitor.today);
    let ledger = beside.history.filter(|_| scene.sees_money()).map(drawn);
    filled.offer("client_name", scene.name());
    of_further(filled, scene, beside.history);
    filled.offer("noticed_on", &visitor.today.to_string());
    let basis = match parting.basis() {
        Some(Basis::Agreement) => "agreement",
        Some(Basis::Expiry) => "expiry",
        Some(Basis::Notice | Basis::Breach) => "clause",
        None if kind.is_grave() => "clause",
        None => "",
    };
    filled.offer("basis", basis);
    // A notice names the last day of its own contract, any other letter that of all.
    let is_notice = parting.basis().is_some_and(|basis| basis.letter() == kind);
    if let Some(on) = if is_notice { parting.ends_on() } else { parting.all_end_on() } {
        filled.offer("end_on", &on.to_string());
        filled.offer("end_place", &place(scene, written));
    }
    if let Some(method) = parting.computation().and_then(|computed| computed.method()) {
        filled.offer("service", method.word());
    }
    // A period runs from a way that the contract names, whether anything ends or not.
    let ways = beside.confirmed.iter().filter_map(|(_, terms)| terms.value(TermName::NoticeMethod)?.methods.first());
    ways.take(1).filter(|_| kind.is_grave()).for_each(|method| filled.offer("service", method.word()));
    services(filled, scene);
    filled.offer("duties", Duty::Confidentiality.word());
    filled.offer("signer_name", &visitor.name);
    filled.offer("contact_name", &visitor.name);
    filled.offer("prevailing", "ar");
    let fee = parting.offers.alternatives.iter().find_map(|one| one.fee);
    if let Some(fee) = fee.filter(|_| kind == Kind::ReferralList) {
        filled.offer("currency", fee.currency.code());
    }
    let others = parting.offers.alternatives.iter().filter_map(|one| Some((one.said.as_ref()?, one.fee)));
    let line = |(said, fee): (&AlternativeSaid, Option<Money>)| {
        let fee = fee.map(|fee| format!(" | {}", fee.decimal())).unwrap_or_default();
        format!("{} | {} | {}{fee}", said.name, said.fits.replace('\n', " ").trim_end_matches('.'), said.reach)
    };
    filled.offer("referrals", &others.map(line).collect::<Vec<_>>().join("\n"));
    filled.offer("disclosure", usual_disclosure(parting.duties.plan().map(|plan| plan.profile)).word());
    let law = beside.confirmed.iter().filter_map(|(_, terms)| terms.value(TermName::GoverningLaw)?.law.as_deref());
    law.take(1).for_each(|law| filled.offer("law", law));
    if kind == Kind::Agreement {
        of_points(filled, scene, ledger.as_ref().zip(beside.history));
    }
    match kind {
        Kind::DeletionCertificate => of_disposals(filled, scene),
        Kind::ClosingSummary => of_works(filled, scene, written),
        Kind::HandoverCover => of_files(filled, scene),
        Kind::ClosureCertificate => {
            let closed = parting.duties.register.items.iter().filter(|item| !item.is_open()).count();
            filled.offer("obligations", &closed.to_string());
        }
        _ => {}
    }
    let Known { deliverables, actions, remains, deadlines } = beside.lists;
    let lists = [("deliverables", deliverables), ("actions", actions), ("remains", remains), ("deadlines", deadlines)];
    lists.into_iter().for_each(|(field, lines)| filled.offer(field, &lines.join("\n")));
    if let Some(history) = beside.history {
        of_records(filled, scene, (history, ledger.as_ref()), kind);
    }
}

/// Fills in how the services stand, as the client's page says it: which go on until the end or beyond it, and which stop before
/// it, each with its day.
fn services(filled: &mut Filled, scene: &Scene) {
    let parting = &scene.case().parting;
    let (mut continues, mut stops_on, mut goes_on) = (vec![], vec![], vec![]);
    for told in parting.offers.services.iter().filter_map(|told| portal::service(parting, told)) {
        let service = told.service.replace(['\n', '|'], " ");
        match told.standing {
            Standing::Until(Some(on)) if parting.all_end_on().is_none_or(|end| on < end) => {
                stops_on.push(format!("{service} | {on}"));
            }
            Standing::Until(_) => continues.push(service),
            Standing::GoesOn => goes_on.push(service),
            Standing::Paused { .. } => {}
        }
    }
    for (field, lines) in [("continues", continues), ("stops_on", stops_on), ("goes_on", goes_on)] {
        if !lines.is_empty() {
            filled.offer(field, &lines.join("\n"));
        }
    }
}

/// Fills in the days and the way of a further contract, where the letter is its notice.
fn of_further(filled: &mut Filled, scene: &Scene, history: Option<&History>) {
    let contract = filled.value("contract").to_owned();
    let Some(own) = scene.case().parting.further(&contract) else { return };
    filled.offer("reference", &contract);
    own.ends_on().into_iter().for_each(|on| filled.offer("end_on", &on.to_string()));
    let method = own.computed.as_ref().and_then(|computed| computed.method());
    method.into_iter().for_each(|method| filled.offer("service", method.word()));
    let record = history.and_then(|history| history.contracts.iter().find(|one| one.id == contract));
    let signed_on = record.and_then(|record| record.signed_on);
    signed_on.into_iter().for_each(|on| filled.offer("signed_on", &on.to_string()));
}

/// Fills in what becomes of the rights in each work, on which terms, and what that waits for.
fn of_works(filled: &mut Filled, scene: &Scene, written: tone::Language) {
    let said = |one: &Work, language: Language| {
        let terms = one.terms.as_deref().map(both).map(|terms| terms.wording(language.into()).to_owned());
        let waits = works::conditions(Lang::plain(language), one);
        let said = terms.into_iter().chain([waits]).filter(|said| !said.trim().is_empty());
        said.collect::<Vec<_>>().join(&Lang::plain(language).text("case-comma")).replace(['\n', '|'], " ")
    };
    let line = |one: &Work| {
        let terms = worded(written, |language| said(one, language));
        let terms = if terms.is_empty() { String::new() } else { format!(" | {terms}") };
        format!("{} | {}{terms}", one.work, one.grant.word())
    };
    filled.offer("rights", &portal::works(&scene.case().parting).iter().map(line).collect::<Vec<_>>().join("\n"));
}

/// Fills in the working files that are owed: a handover holds them.
fn of_files(filled: &mut Filled, scene: &Scene) {
    let owed = portal::works(&scene.case().parting).into_iter().filter(|one| one.files_owed);
    filled.offer("contents", &owed.map(|one| one.work).collect::<Vec<_>>().join("\n"));
}

/// Fills in what two persons certified of deletions: the items in their words, how, when, by whom, who looked, and until when
/// copies remain. How it was deleted is left open where they did not say it.
fn of_disposals(filled: &mut Filled, scene: &Scene) {
    let deleted = || scene.case().parting.verified().filter(|one| one.disposal.fate == Fate::Deleted);
    let line = |Certified { disposal: one, items, .. }: &Certified| {
        let what = items.as_deref()?.replace(['\n', '\r', '|'], " ");
        let how = one.treatment.map(Treatment::word).unwrap_or_default();
        let [by, verified_by] = [&one.operator, &one.verifier].map(|member| scene.people.name(member));
        Some(format!("{} | {how} | {} | {by} | {verified_by}", what.trim(), one.on))
    };
    filled.offer("deletions", &deleted().filter_map(line).collect::<Vec<_>>().join("\n"));
    if let Some(until) = deleted().filter_map(|one| one.disposal.backups_expire_on).max() {
        filled.offer("backups_until", &until.to_string());
    }
}

/// Fills in what was settled on each point of an agreement.
fn of_points(filled: &mut Filled, scene: &Scene, money: Option<(&Ledger, &History)>) {
    let parting = &scene.case().parting;
    let agreement = &parting.agreement;
    let words = |point: Point| match agreement.points.get(&point) {
        Some(Settled::As { words: Some(words), .. }) => words.as_str(),
        _ => "",
    };
    for (point, field) in AGREED.into_iter().filter(|(point, _)| *point != Point::Deliverables) {
        filled.offer(field, words(point));
    }
    let day = |point| agreement.day(point).map(|on| on.to_string()).unwrap_or_default();
    filled.offer("pay_by", &day(Point::Payments));
    filled.offer("data_until", &day(Point::Data));
    let choice = match parting.instruction.map(|standing| standing.instruction) {
        Some(Instruction::ReturnAndDelete) => "returned_then_deleted",
        Some(Instruction::Return) => "returned",
        Some(Instruction::Delete) => "deleted",
        None => "",
    };
    filled.offer("data", choice);
    if agreement.points.contains_key(&Point::Deliverables) {
        // What has a day of its own, or the point's, stands in the list; the rest in words.
        let on = day(Point::Deliverables);
        let (mut listed, mut said) = (vec![], vec![]);
        for line in words(Point::Deliverables).lines().map(str::trim).filter(|line| !line.is_empty()) {
            let dated = line.rsplit_once(" | ").is_some_and(|(_, on)| form::day(on.trim()).is_some());
            match (dated, on.is_empty()) {
                (true, _) => listed.push(line.to_owned()),
                (false, false) => listed.push(format!("{line} | {on}")),
                (false, true) => said.push(line),
            }
        }
        filled.offer("deliverables", &listed.join("\n"));
        filled.offer("agreed_deliverables", &said.join("\n"));
    }
    // The words of the point name the invoices; the letter adds what they come to.
    if let Some((ledger, history)) = money.filter(|_| agreement.points.contains_key(&Point::Payments)) {
        let open = ledger.bills.iter().filter(|bill| bill.open() > 0).map(|bill| open_sum(history, bill));
        let level = Money { minor: 0, currency: Currency::UNKNOWN };
        let mut totals = totals(open);
        totals.extend(totals.is_empty().then_some(level));
        filled.offer("balance", &amounts(&totals).join(" | "));
        filled.offer("invoices", "");
    }
}

/// The firm's place in the letter's language: whose time the hour of the end is.
fn place(scene: &Scene, written: tone::Language) -> String {
    let Some(code) = scene.visitor.firm.place.as_deref() else { return String::new() };
    worded(written, |language| Lang::plain(language).text(&format!("place-{code}")))
}

fn of_records(filled: &mut Filled, scene: &Scene, (history, ledger): (&History, Option<&Ledger>), kind: Kind) {
    let today = scene.visitor.today;
    // The contract by which it ends, and no other's day.
    let named = scene.case().main_contract();
    let contract = history.contracts.iter().find(|one| named.is_none_or(|named| *named == one.id));
    named.into_iter().for_each(|named| filled.offer("reference", named));
    if let Some(contract) = contract {
        filled.offer("reference", &contract.id);
        contract.signed_on.iter().for_each(|on| filled.offer("signed_on", &on.to_string()));
    }
    if kind == Kind::ThankYou {
        // What they accepted last is named; the sentence about it is a person's.
        let accepted = history.deliverables.iter().filter(|one| one.accepted_on.is_some());
        let last = accepted.max_by_key(|one| one.accepted_on);
        last.iter().for_each(|one| filled.offer("appreciation_record", &format!("deliverables {}", one.id)));
    }
    if let Some(ledger) = ledger {
        let rung = Rung::of(filled.value("rung"));
        let is_meant = |bill: &&Bill| is_asked_for((kind, rung), &history.invoices[bill.invoice], bill.due_on < today);
        let open: Vec<&Bill> = ledger.bills.iter().filter(|bill| bill.open() > 0).filter(is_meant).collect();
        let nets = if kind == Kind::ClosingSummary { nets(scene, history) } else { vec![] };
        // A sum has its currency beside it wherever they differ, in the invoices or in what is left of both sides.
        let sums: Vec<Money> = open.iter().map(|bill| open_sum(history, bill)).chain(nets).collect();
        let mut said = amounts(&sums);
        let nets = said.split_off(open.len());
        let line =
            |(bill, sum): (&&Bill, String)| format!("{} | {sum} | {}", history.invoices[bill.invoice].id, bill.due_on);
        filled.offer("invoices", &open.iter().zip(said).map(line).collect::<Vec<_>>().join("\n"));
        if !nets.is_empty() {
            filled.offer("balance", &nets.join(" | "));
        }
        let last = history.invoices.last().map(|invoice| invoice.currency);
        if let Some(currency) = sums.first().map(|sum| sum.currency).or(last) {
            filled.offer("currency", currency.code());
        }
    }
}

/// Returns what is open of a bill.
fn open_sum(history: &History, bill: &Bill) -> Money {
    Money { minor: bill.open(), currency: history.invoices[bill.invoice].currency }
}

/// Returns what is left of both sides of the frozen account, in each currency; nothing once somebody paid after it.
fn nets(scene: &Scene, history: &History) -> Vec<Money> {
    let frozen = scene.case().parting.account.iter();
    let stands = frozen.filter(|frozen| history.payments.iter().all(|one| one.paid_on <= frozen.account.on));
    let nets = stands.flat_map(|frozen| frozen.account.balances.iter().map(|own| own.net()));
    nets.filter(|net| net.minor != 0 || net.currency.is_known()).collect()
}

/// Tells whether a letter speaks of an open invoice: a courtesy comes before its day, every other rung of the reminders and a
/// notice of default after it, and none asks for what is disputed (DOMAIN 2.9).
fn is_asked_for((kind, rung): (Kind, Option<Rung>), invoice: &Invoice, is_due: bool) -> bool {
    let is_disputed = invoice.disputed_from().is_some();
    match (kind, rung) {
        (Kind::Reminder, None) => !is_disputed,
        (Kind::Reminder, Some(Rung::Courtesy)) => !is_disputed && !is_due,
        (Kind::Reminder | Kind::Default, _) => !is_disputed && is_due,
        _ => true,
    }
}
