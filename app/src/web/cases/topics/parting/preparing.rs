//! What is prepared: the right, the clause, the day, who speaks, what may be asked, who else is touched, what must be kept.

use super::{Asked, Asking, Topic, member, members, optional, part};
use crate::flow::contracts::of_contract;
use crate::letter::parts;
use crate::web::cases::ask::{Fields, words};
use crate::web::cases::words::shown;
use crate::web::form::Filled;
use crate::web::href;
use crate::web::letters::paper::{Sheet, sheets};
use crate::web::markup::Markup;
use crate::web::notice::field as notice;
use domain::case::parting::{Act as Part, Approved, Basis, Right};
use domain::case::{Act, Action, Outcome, Stage};
use domain::days::Day;
use domain::days::calendar::Calendar;
use domain::days::holiday::OwnDay;
use domain::record::{Choice, NoticeUnit};
use domain::separation::contract::{By, Confirmed, TermName};
use domain::separation::ends::Facts;
use domain::separation::notice::{Length, Method, read_with};
use domain::separation::tone::Language;

pub const TOPICS: [Topic; 8] = [
    Topic { path: "basis", action: Action::Decide, asked: basis, answered: chosen, then: "" },
    Topic { path: "contract-review", action: Action::Work, asked: review, answered: reviewed, then: "" },
    Topic { path: "computation", action: Action::Work, asked: computation, answered: computed, then: "part" },
    Topic { path: "dossier-review", action: Action::SecondDecision, asked: why, answered: dossier, then: "" },
    Topic { path: "notifier", action: Action::Work, asked: notifier, answered: named, then: "" },
    Topic { path: "prepared-question", action: Action::Work, asked: question, answered: prepared, then: "" },
    Topic { path: "hold-check", action: Action::Work, asked: hold, answered: held, then: "" },
    Topic { path: "notice-approval", action: Action::See, asked: approval, answered: approved, then: "" },
];

fn why(asking: &Asking, filled: &Filled) -> Asked {
    Asked { fields: Fields::of(asking.pen(), filled).text("text", "parting-text").all(), ..Asked::default() }
}

/// Returns the right that a decision names, where it names one.
fn decided(outcome: Outcome) -> Option<Basis> {
    match outcome {
        Outcome::EndByAgreement => Some(Basis::Agreement),
        Outcome::EndByNotice => Some(Basis::Notice),
        Outcome::EndForBreach => Some(Basis::Breach),
        Outcome::LetExpire => Some(Basis::Expiry),
        _ => None,
    }
}

fn basis(asking: &Asking, filled: &Filled) -> Asked {
    let (pen, case) = (asking.pen(), asking.scene.case());
    let mut filled = filled.clone();
    let signed = case.signed.as_ref().and_then(|signed| decided(signed.decision.outcome));
    let usual = case.parting.basis().or(signed);
    usual.into_iter().for_each(|basis| filled.offer("basis", basis.word()));
    let fields = Fields::of(pen, &filled)
        .one("basis", "basis-which", words(pen, "basis-{}", Basis::WORDS.iter().copied()))
        .explained(|word| shown(pen, "basis-{}-hint", word))
        .text("text", "case-why");
    Asked { fields: fields.all(), ..Asked::default() }
}

fn chosen(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    let (basis, text) = (asking.chosen(filled, "basis", Basis::of), asking.text(filled, "text"));
    part(Part::ChooseBasis { basis: basis?, text: text? })
}

fn review(asking: &Asking, filled: &Filled) -> Asked {
    let pen = asking.pen();
    let contracts = readable(asking).map(|contract| (contract.clone(), pen.id(contract)));
    let known = asking.scene.case().parting.rights.iter().map(|(contract, right, clause)| {
        let bases = right.bases.iter().map(|basis| shown(pen, "basis-{}", basis.word()));
        let bases = Markup::join(bases, pen.lang.text("case-comma").as_str());
        let gives = if bases.is_empty() { pen.t("contract-gives-nothing") } else { bases };
        let clause = clause.as_deref().map(Markup::text).unwrap_or_default();
        let contract = pen.id(contract);
        Markup::made(format!(
            "<blockquote class=\"quote\"><p class=\"tiny faint\">{contract} · {gives}</p><p>{clause}</p></blockquote>"
        ))
    });
    let units = [(String::new(), pen.t("case-choose"))];
    let units = units.into_iter().chain(words(pen, "value-notice_unit-{}", NoticeUnit::WORDS.iter().copied()));
    let fields = Fields::of(pen, filled)
        .pick("contract", "contract-review-which", contracts)
        .any("basis", "contract-gives", words(pen, "basis-{}", Basis::WORDS.iter().copied()))
        .hint("contract-gives-hint")
        .text("text", "contract-clause")
        .hint("contract-clause-hint")
        .number("length", "contract-notice-length")
        .pick("unit", "contract-notice-unit", units)
        .any("method", "contract-methods", words(pen, "notice-method-{}", Method::WORDS.iter().copied()))
        .hint("contract-methods-hint");
    let known = asking.confirmed.iter().map(|(contract, terms)| confirmed(asking, contract, terms)).chain(known);
    Asked { known: known.collect(), fields: fields.all(), ..Asked::default() }
}

/// Returns the contracts that can be read now: once the notice began, the further ones of which none went out.
fn readable<'a>(asking: &'a Asking) -> impl Iterator<Item = &'a String> {
    let case = asking.scene.case();
    let begun = case.stage != Stage::PreparingExit;
    let unsent = move |contract: &str| case.parting.further(contract).is_none_or(|own| own.dispatch.is_none());
    let is_open = move |contract: &str| case.further_contracts().contains(&contract) && unsent(contract);
    asking.contracts.iter().filter(move |contract| !begun || is_open(contract))
}

/// Says what people confirmed in a contract's text, with the way to it.
fn confirmed(asking: &Asking, contract: &str, terms: &Confirmed) -> Markup {
    let pen = asking.pen();
    let said = TermName::ALL.iter().filter_map(|term| {
        let value = pen.lang.term_value(*term, terms.value(*term)?);
        Some(Markup::text(&format!("{}: {value}", pen.lang.term_name(*term))))
    });
    let said = Markup::join(said, "<br>");
    let href = href::path(["clients", &asking.scene.opened.key.client, "contracts", contract, "terms"]);
    let link = pen.link(&href, &pen.t("terms-open"));
    let contract = pen.id(contract);
    Markup::made(format!(
        "<blockquote class=\"quote\"><p class=\"tiny faint\">{contract} · {link}</p><p>{said}</p></blockquote>"
    ))
}

fn reviewed(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    let contract =
        asking.chosen(filled, "contract", |id| readable(asking).find(|contract| *contract == id).cloned())?;
    let bases: Vec<Basis> = filled.all("basis").into_iter().filter_map(Basis::of).collect();
    let text = if bases.is_empty() { filled.value("text").to_owned() } else { asking.text(filled, "text")? };
    let length = filled.value("length");
    let length = if length.is_empty() {
        None
    } else {
        let whole = crate::web::form::number(length).filter(|n| n.fract() == 0.0 && (1.0..=999.0).contains(n));
        let Some(whole) = whole else {
            filled.refuse("length", asking.pen().lang.text("notice-need-number"));
            return None;
        };
        Some(whole as u16)
    };
    let unit = if length.is_some() { Some(asking.chosen(filled, "unit", NoticeUnit::of)?) } else { None };
    let methods = filled.all("method").into_iter().filter_map(Method::of).collect();
    part(Part::ReviewContract { contract, right: Right { bases, length, unit, methods }, text })
}

/// Fills in what the contract says, and what goes without saying, of a notice that one side gives. What people confirmed in
/// its text stands above what was read off it by hand.
pub fn begun(asking: &Asking, filled: &Filled, giver: By) -> Filled {
    let mut filled = filled.clone();
    let parting = &asking.scene.case().parting;
    usual_contract(asking).into_iter().for_each(|contract| filled.offer("contract", contract));
    // A client whose place is not known, or has no calendar, rests when we do.
    let theirs = asking.country.as_deref().and_then(Calendar::of);
    let at = if giver == By::Client { "from" } else { "to" };
    theirs.into_iter().for_each(|theirs| filled.offer_if_empty(at, &theirs.place));
    let contract = filled.value("contract").to_owned();
    let right = parting.rights.iter().find(|(of, right, _)| right.length.is_some() && *of == contract);
    if let Some(facts) = asking.facts.iter().find(|facts| facts.contract == contract) {
        // Theirs may leave the term to run out as well as end it; ours does what its right says.
        let is_left = parting.basis() == Some(Basis::Expiry);
        if is_left || giver == By::Client {
            of_term(&mut filled, facts, asking.scene.visitor.today);
            of_renewal(&mut filled, facts, is_left && giver != By::Client);
        }
    }
    let own = of_contract(Some(&contract), &asking.confirmed);
    let other = if giver == By::Client { By::Us } else { By::Client };
    let period = own.value(TermName::TerminationForConvenience).filter(|term| term.by != Some(other));
    if let Some((length, unit)) = period.and_then(|term| term.length.zip(term.unit)) {
        filled.offer("length", &length.to_string());
        filled.offer("unit", unit.word());
    }
    if let Some(term) = own.value(TermName::NoticeMethod) {
        term.methods.first().into_iter().for_each(|method| filled.offer("method", method.word()));
        term.deemed.into_iter().for_each(|rule| filled.offer("rule", rule.word()));
        term.deemed_n.into_iter().for_each(|n| filled.offer("n", &n.to_string()));
    }
    if let Some((_, right, _)) = right {
        filled.offer("length", &right.length.map(|length| length.to_string()).unwrap_or_default());
        filled.offer("unit", right.unit.map_or("day", |unit| unit.word()));
        right.methods.first().into_iter().for_each(|method| filled.offer("method", method.word()));
    }
    notice::prefill(&mut filled, asking.scene.visitor);
    filled
}

/// Returns the contract that a notice is of where nobody says: that of the computation, one whose clause was read, or the
/// first that neither ended by the client's notice nor goes on.
fn usual_contract<'a>(asking: &'a Asking) -> Option<&'a String> {
    let case = asking.scene.case();
    let parting = &case.parting;
    let is_open = |contract: &&String| parting.client_ends(contract).is_none() && !parting.goes_on(contract);
    let computed = parting.computed.as_ref().and_then(|computed| computed.contract.as_ref());
    let read = parting.rights.iter().filter(|(_, right, _)| right.length.is_some()).map(|(contract, ..)| contract);
    let only = asking.contracts.first().filter(|_| asking.contracts.len() == 1);
    let mut all = computed.into_iter().chain(read).chain(case.contracts.iter().flatten()).chain(only);
    all.find(is_open)
}

/// Fills in when the running term ends, while it runs.
fn of_term(filled: &mut Filled, facts: &Facts, today: Day) {
    let ends_on = facts.running_ends_on(today).filter(|on| *on >= today);
    ends_on.into_iter().for_each(|on| filled.offer("term_ends_on", &on.to_string()));
    let first = facts.ends_on.filter(|first| ends_on.is_some_and(|on| *first < on));
    first.into_iter().for_each(|on| filled.offer("first_term_ends_on", &on.to_string()));
}

/// Fills in what counts where the term is left to run out: the window of its renewal, and how it renews; where a notice is sure
/// to do that, its length and when it comes too early, too.
fn of_renewal(filled: &mut Filled, facts: &Facts, is_left: bool) {
    let counted = |length: Length| (u32::from(length.count), length.unit);
    let least = facts.renewal_notice.map(counted);
    let edges = [
        ("length", "unit", least.filter(|_| is_left)),
        ("before", "before_unit", least),
        ("most", "most_unit", facts.earliest_notice.map(counted).filter(|_| is_left)),
        ("renews_for", "renews_unit", facts.renews_for.map(|span| (span.n, span.unit))),
    ];
    for (name, unit, (length, of)) in edges.into_iter().filter_map(|(name, unit, edge)| Some((name, unit, edge?))) {
        filled.offer(name, &length.to_string());
        filled.offer(unit, of.word());
    }
    filled.offer("renews", if facts.renews == Some(false) { "no" } else { "yes" });
}

fn computation(asking: &Asking, filled: &Filled) -> Asked {
    let filled = begun(asking, filled, By::Us);
    Asked { fields: notice_fields(asking, &filled, By::Us).all(), ..Asked::default() }
}

/// Asks for what a notice is computed from, and which contract it rests on. With what ours ends, the right says by which it
/// is given.
pub fn notice_fields<'a>(asking: &'a Asking, filled: &'a Filled, giver: By) -> Fields<'a> {
    let pen = asking.pen();
    let contracts = asking.contracts.iter().map(|contract| (contract.clone(), pen.id(contract)));
    let none = (String::new(), pen.t("computation-no-contract"));
    let first = Fields::of(pen, filled).pick("contract", "computation-contract", [none].into_iter().chain(contracts));
    let asks = |name: &&str| giver == By::Client || *name != "ends_with";
    notice::FIRST.into_iter().chain(notice::MORE).filter(asks).fold(first, |fields, name| {
        let label = format!("notice-field-{name}");
        let fields = match notice::shape(pen.lang, name) {
            notice::Shape::Select(choices) => {
                let choices = choices.into_iter().map(|choice| (choice.value, Markup::text(&choice.text)));
                fields.pick(name, &label, choices)
            }
            notice::Shape::Number => fields.number(name, &label),
            notice::Shape::Date => fields.day(name, &label),
            notice::Shape::Time => fields.line(name, &label),
        };
        let hint = format!("notice-hint-{name}");
        let fields = if pen.lang.has(&hint) { fields.hint(&hint) } else { fields };
        if notice::MORE.contains(&name) { fields.rare() } else { fields }
    })
}

/// Returns the same of a notice of ours, which ends as the right has it by which it is given.
pub fn our_input(asking: &Asking, filled: &mut Filled) -> Option<(String, Vec<OwnDay>)> {
    let basis = asking.scene.case().parting.basis();
    basis.into_iter().for_each(|basis| filled.set("ends_with", basis.ends_with().word()));
    notice_input(asking, filled)
}

/// Returns the input of `notice compute` with the firm's own days; what is wrong with it is marked at its fields.
pub fn notice_input(asking: &Asking, filled: &mut Filled) -> Option<(String, Vec<OwnDay>)> {
    let own = asking.scene.visitor.firm.own_days.clone();
    let input = notice::inputs(filled).to_string();
    match read_with(&input, &own) {
        Ok(_) => Some((input, own)),
        Err(errors) => {
            notice::refuse(filled, asking.pen().lang, &errors);
            None
        }
    }
}

fn computed(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    let (input, own) = our_input(asking, filled)?;
    let contract = optional(filled, "contract");
    let confirmed = of_contract(contract.as_deref(), &asking.confirmed);
    let act = Box::new(Part::ComputeNotice { contract, input, own });
    part(Part::UnderTerms { confirmed, act })
}

fn dossier(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    part(Part::ReviewDossier { text: asking.text(filled, "text")? })
}

fn notifier(asking: &Asking, filled: &Filled) -> Asked {
    let fields = Fields::of(asking.pen(), filled)
        .pick("member", "notifier-who", members(asking))
        .hint("notifier-who-hint")
        .text("text", "notifier-text");
    Asked { fields: fields.all(), ..Asked::default() }
}

fn named(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    part(Part::NameNotifier { member: member(asking, filled, "member")?, text: optional(filled, "text") })
}

fn question(asking: &Asking, filled: &Filled) -> Asked {
    let pen = asking.pen();
    let known = asking.scene.case().parting.questions.iter().map(|said| {
        let (question, answer) = match said {
            Some(said) => (Markup::text(&said.question), Markup::text(&said.answer)),
            None => (pen.t("words-erased"), Markup::default()),
        };
        Markup::made(format!(
            "<blockquote class=\"quote\"><p class=\"faint\">{question}</p><p>{answer}</p></blockquote>"
        ))
    });
    let fields = Fields::of(pen, filled)
        .line("question", "prepared-question-question")
        .text("text", "prepared-question-answer")
        .hint("prepared-question-answer-hint");
    Asked { known: known.collect(), fields: fields.all(), ..Asked::default() }
}

fn prepared(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    let (question, answer) = (asking.text(filled, "question"), asking.text(filled, "text"));
    part(Part::PrepareQuestion { question: question?, answer: answer?, context: asking.context.clone() })
}

fn hold(asking: &Asking, filled: &Filled) -> Asked {
    let fields = Fields::of(asking.pen(), filled).yes_or_no("hold", "hold-check-hold").text("text", "hold-check-text");
    Asked { fields: fields.all(), ..Asked::default() }
}

fn held(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    let (hold, text) = (asking.yes(filled, "hold"), asking.text(filled, "text"));
    part(Part::CheckHold { hold: hold?, text: text? })
}

fn approval(asking: &Asking, filled: &Filled) -> Asked {
    let pen = asking.pen();
    // Where nobody else is there, a day passes instead of a second person.
    let other = if asking.scene.case().opening.members > 1 { Approved::Second } else { Approved::CooledOff };
    let offered = [other, Approved::Legal, Approved::Finance];
    let letter = asking.scene.case().parting.main_letter();
    let known = letter.map(|letter| {
        let (text, language) = (letter.text().unwrap_or_default(), letter.last().map(|version| version.language));
        let parts = parts(text, language.unwrap_or(Language::Arabic));
        let sheet = |sheet: Sheet| {
            let Sheet { tag, dir, body } = sheet;
            Markup::made(format!("<article class=\"paper\" lang=\"{tag}\" dir=\"{dir}\">{body}</article>"))
        };
        Markup::join(sheets(text, &parts, &[]).into_iter().map(sheet), "")
    });
    let fields = Fields::of(pen, filled)
        .one("approval", "notice-approval-as", words(pen, "approved-{}", offered.iter().map(|one| one.word())))
        .explained(|word| shown(pen, "approved-{}-hint", word));
    Asked { known: known.into_iter().collect(), fields: fields.all(), ..Asked::default() }
}

fn approved(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    part(Part::ApproveNotice { approval: asking.chosen(filled, "approval", Approved::of)? })
}
