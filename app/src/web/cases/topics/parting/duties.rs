//! What both sides owe: taking an obligation into the register, settling it, moving its day; the plan of the end.

use super::{Asked, Asking, Topic, member, members, optional, part};
use crate::web::cases::ask::{Fields, words};
use crate::web::cases::words::shown;
use crate::web::duties::words as duties;
use crate::web::form::{self, Filled};
use crate::web::markup::Markup;
use domain::case::parting::Act as Part;
use domain::case::parting::duties::{Act as Duty, EndPlan, PAYMENT_DAYS};
use domain::case::{Act, Action};
use domain::record::NoticeUnit;
use domain::separation::contract::{Confirmed, TermName};
use domain::separation::obligation::{
    self, Acknowledged, Basis, Code, Item, Keeper, Obligation, ObligationSaid, Owner, Profile, Settled, SettledSaid,
    Side, What,
};
use domain::separation::timeline::Given;
use domain::separation::timeline::transition::Difficulty;

const LEDGER: &str = "part/obligations";

pub const TOPICS: [Topic; 5] = [
    Topic { path: "obligation", action: Action::Work, asked: new, answered: added, then: LEDGER },
    Topic { path: "obligation-settled", action: Action::See, asked: settling, answered: settled, then: LEDGER },
    Topic { path: "obligation-due", action: Action::See, asked: due, answered: moved, then: LEDGER },
    Topic { path: "obligation-sentence", action: Action::Work, asked: wording, answered: worded, then: LEDGER },
    Topic { path: "end-plan", action: Action::Work, asked: plan, answered: planned, then: "part/plan" },
];

pub fn duty(act: Duty) -> Option<Act> {
    part(Part::Duty(act))
}

/// The word by which a form names what stands in a person's own words.
const OWN: &str = "own";

fn new(asking: &Asking, filled: &Filled) -> Asked {
    let pen = asking.pen();
    let own = [(OWN.to_owned(), pen.t("obligation-own"))].into_iter();
    let asked =
        obligation::Asked::WORDS.iter().map(|word| ((*word).to_owned(), pen.t(&format!("obligation-may-{word}"))));
    let listed = Code::ALL.iter().flat_map(|code| {
        let parts = code.parts().iter().map(|part| Some(*part));
        let parts: Vec<_> = if code.parts().is_empty() { vec![None] } else { parts.collect() };
        parts.into_iter().map(move |part| What::Listed { code: *code, part })
    });
    let listed = listed.map(|what| {
        let obligation = Obligation { what, ..blank() };
        (key(what), Markup::even(&duties::plain(pen.lang, obligation.what, obligation.about.as_deref(), None)))
    });
    let keepers = Keeper::WORDS.iter().map(|word| ((*word).to_owned(), shown(pen, "keeper-{}", word)));
    let mut filled = filled.clone();
    filled.offer("what", OWN);
    filled.offer("side", Side::Ours.word());
    filled.offer("basis", Basis::Contract.word());
    let fields = Fields::of(pen, &filled)
        .pick("what", "obligation-what", own.chain(asked).chain(listed))
        .line("words", "obligation-words")
        .hint("obligation-words-hint")
        .line("about", "obligation-about")
        .hint("obligation-about-hint")
        .one("side", "obligation-side", words(pen, "side-{}", Side::WORDS.iter().copied()))
        .pick("owner", "obligation-owner", keepers.chain(members(asking).into_iter().skip(1)))
        .hint("obligation-owner-hint")
        .day("on", "obligation-due")
        .one("basis", "obligation-basis", words(pen, "obligation-basis-{}", Basis::WORDS.iter().copied()))
        .line("source", "obligation-source")
        .tick("after_payment", "obligation-after-payment")
        .all();
    Asked { fields, ..Asked::default() }
}

/// An obligation of which a form fills every field.
fn blank() -> Obligation {
    Obligation {
        id: 0,
        what: What::Own,
        about: None,
        side: Side::Ours,
        owner: Owner::Keeper(Keeper::Relationship),
        due_on: domain::days::Day::from_iso("1970-01-01").expect("a day"),
        basis: Basis::Contract,
        after_payment: false,
    }
}

/// Returns by what the form names something that is owed.
fn key(what: What) -> String {
    match what {
        What::Listed { code, part } => format!("{}{}", code.word(), part.map_or("", |part| part.word())),
        What::Asked(asked) => asked.word().to_owned(),
        What::Own => OWN.to_owned(),
    }
}

fn what_of(word: &str) -> Option<What> {
    let listed = Code::ALL.iter().find(|code| word.starts_with(code.word()));
    match listed {
        Some(code) if code.word() == word => Some(What::Listed { code: *code, part: None }),
        Some(code) => {
            let part = obligation::Part::of(&word[code.word().len()..])?;
            Some(What::Listed { code: *code, part: Some(part) })
        }
        None if word == OWN => Some(What::Own),
        None => obligation::Asked::of(word).map(What::Asked),
    }
}

fn added(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    let what = asking.chosen(filled, "what", what_of);
    let side = asking.chosen(filled, "side", Side::of);
    let basis = asking.chosen(filled, "basis", Basis::of);
    let due_on = asking.day(filled, "on");
    let owner = match Keeper::of(filled.value("owner")) {
        Some(keeper) => Some(Owner::Keeper(keeper)),
        None => member(asking, filled, "owner").map(Owner::Member),
    };
    if what == Some(What::Own) {
        asking.text(filled, "words")?;
    }
    let obligation = Obligation {
        what: what?,
        about: optional(filled, "about"),
        side: side?,
        owner: owner?,
        due_on: due_on?,
        basis: basis?,
        after_payment: filled.holds("after_payment", "1"),
        ..blank()
    };
    let said = ObligationSaid { words: optional(filled, "words"), source: optional(filled, "source") };
    duty(Duty::AddObligation { obligation: Box::new(obligation), said })
}

/// Returns the obligation that a form is about.
fn item<'a>(asking: &'a Asking, filled: &Filled) -> Option<&'a Item> {
    let id = form::number(filled.value("obligation"))? as u32;
    asking.scene.case().parting.duties.register.get(id)
}

/// Returns what a form about an obligation shows above its fields, and what travels with it.
fn about(asking: &Asking, filled: &Filled) -> Asked {
    let pen = asking.pen();
    let Some(item) = item(asking, filled) else {
        return Asked { known: vec![pen.t("obligation-wrong-unknown")], ..Asked::default() };
    };
    let case = asking.scene.case();
    let blocks = case.parting.duties.register.blocks(item, &case.parting.known());
    let first = duties::blocks(pen, &case.parting.duties, &blocks);
    let mut known = vec![Markup::join(
        [Markup::made("<p><b>".into()), duties::of_item(pen, item), Markup::made("</b></p>".into())],
        "",
    )];
    if !first.is_empty() {
        let first = Markup::join([pen.t("duties-first"), Markup::join(first, " · ")], " ");
        known.push(Markup::made(format!("<p>{first}</p>")));
    }
    Asked { known, hidden: vec![("obligation", item.obligation.id.to_string())], ..Asked::default() }
}

/// The ways in which an obligation is settled, as a form names them.
const WAYS: [&str; 5] = ["proved", "transferred", "excepted_client", "excepted_refused", "excepted_owner"];

fn settling(asking: &Asking, filled: &Filled) -> Asked {
    let pen = asking.pen();
    let fields = Fields::of(pen, filled)
        .one("way", "settled-way", words(pen, "settled-{}", WAYS))
        .explained(|word| shown(pen, "settled-{}-hint", word))
        .day("on", "parting-on")
        .text("text", "settled-text")
        .hint("settled-text-hint")
        .line("file", "settled-file")
        .line("sha256", "settled-sha256")
        .hint("settled-sha256-hint");
    Asked { fields: fields.all(), ..about(asking, filled) }
}

fn settled(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    let obligation = form::number(filled.value("obligation")).unwrap_or(0.0) as u32;
    let way = asking.chosen(filled, "way", |word| WAYS.into_iter().find(|way| *way == word));
    let (on, text) = (asking.day(filled, "on"), asking.text(filled, "text"));
    let on = on?;
    let left_out = |acknowledged| Settled::Excepted { on, acknowledged };
    let settled = match way? {
        "proved" => Settled::Proved { on, sha256: optional(filled, "sha256").map(|hash| hash.to_ascii_lowercase()) },
        "transferred" => Settled::Transferred { on },
        "excepted_client" => left_out(Acknowledged::Client),
        "excepted_refused" => left_out(Acknowledged::Refused),
        _ => left_out(Acknowledged::Owner),
    };
    let said = SettledSaid { text: text?, file: optional(filled, "file") };
    duty(Duty::SettleObligation { obligation, settled, said })
}

fn due(asking: &Asking, filled: &Filled) -> Asked {
    let mut filled = filled.clone();
    if let Some(item) = item(asking, &filled) {
        filled.offer("until", &item.obligation.due_on.to_string());
    }
    let fields = Fields::of(asking.pen(), &filled)
        .day("until", "obligation-new-due")
        .text("text", "obligation-why-moved")
        .hint("obligation-why-moved-hint")
        .all();
    Asked { fields, ..about(asking, &filled) }
}

fn moved(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    let obligation = form::number(filled.value("obligation")).unwrap_or(0.0) as u32;
    let (to, text) = (asking.day(filled, "until"), asking.text(filled, "text"));
    duty(Duty::MoveObligation { obligation, to: to?, text: text? })
}

fn wording(asking: &Asking, filled: &Filled) -> Asked {
    let mut filled = filled.clone();
    let standing = item(asking, &filled).and_then(|item| item.for_client.clone());
    filled.offer("text", &standing.unwrap_or_default());
    let fields = Fields::of(asking.pen(), &filled).line("text", "obligation-sentence").all();
    Asked { fields, ..about(asking, &filled) }
}

fn worded(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    let obligation = form::number(filled.value("obligation")).unwrap_or(0.0) as u32;
    duty(Duty::WordObligation { obligation, text: asking.text(filled, "text")? })
}

fn plan(asking: &Asking, filled: &Filled) -> Asked {
    let pen = asking.pen();
    let parting = &asking.scene.case().parting;
    let mut filled = filled.clone();
    if let Some(given) = parting.given() {
        filled.offer("notice_on", &given.notice_on.to_string());
        filled.offer("received_on", &given.received_on.to_string());
        filled.offer("effective_on", &given.effective_on.to_string());
    }
    let stated = parting.duties.plan();
    let days = |terms: &Confirmed| {
        let payment = terms.value(TermName::Payment)?;
        payment.length.filter(|_| payment.unit == Some(NoticeUnit::Day))
    };
    let agreed = asking.confirmed.iter().find_map(|(_, terms)| days(terms)).unwrap_or(u32::from(PAYMENT_DAYS));
    let payment_days = stated.map_or(agreed, |plan| u32::from(plan.given.payment_days));
    filled.offer("payment_days", &payment_days.to_string());
    if let Some(stated) = stated {
        filled.offer("profile", stated.profile.word());
        filled.offer("law_days", &stated.law_days.map(|days| days.to_string()).unwrap_or_default());
        filled.offer("difficulty", stated.difficulty.map_or("", Difficulty::word));
    }
    let fields = Fields::of(pen, &filled)
        .pick("profile", "plan-profile", words(pen, "profession-{}", Profile::WORDS.iter().copied()))
        .hint("plan-profile-hint")
        .day("notice_on", "plan-notice-on")
        .day("received_on", "plan-received-on")
        .day("effective_on", "plan-effective-on")
        .number("payment_days", "plan-payment-days")
        .number("law_days", "plan-law-days")
        .hint("plan-law-days-hint")
        .one("difficulty", "plan-difficulty", words(pen, "difficulty-{}", Difficulty::WORDS.iter().copied()));
    let fields =
        if stated.is_some() { fields.text("text", "plan-why-anew").hint("plan-why-anew-hint") } else { fields };
    Asked { fields: fields.all(), ..Asked::default() }
}

fn planned(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    let profile = asking.chosen(filled, "profile", Profile::of);
    let days = ["notice_on", "received_on", "effective_on"].map(|name| asking.day(filled, name));
    let [Some(notice_on), Some(received_on), Some(effective_on)] = days else { return None };
    let whole = |name: &str| form::number(filled.value(name)).map(|days| days.clamp(0.0, 730.0) as u16);
    let deliver_by = asking.scene.case().parting.given().and_then(|given| given.deliver_by);
    let plan = EndPlan {
        given: Given {
            notice_on,
            received_on,
            effective_on,
            payment_days: whole("payment_days").unwrap_or(PAYMENT_DAYS),
            deliver_by,
        },
        profile: profile?,
        law_days: whole("law_days").filter(|days| *days > 0),
        difficulty: Difficulty::of(filled.value("difficulty")),
    };
    if !asking.scene.case().parting.duties.plans.is_empty() {
        asking.text(filled, "text")?;
    }
    duty(Duty::PlanEnd { plan, text: optional(filled, "text") })
}
