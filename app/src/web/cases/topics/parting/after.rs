//! What the client is told of the services until the end and offered for the time after it, and that their page reached them
//! on paper.

use super::{Asked, Asking, Topic, optional, part, refuse_marked};
use crate::lang::Language;
use crate::web::cases::ask::{Fields, words};
use crate::web::cases::page_paper;
use crate::web::form::{self, Filled};
use crate::web::markup::Markup;
use domain::case::parting::Act as Part;
use domain::case::parting::offers::{
    Act as Offer, AlternativeSaid, BridgeSaid, BridgeTerms, Continues, Course, ServiceSaid,
};
use domain::case::{Act, Action};
use domain::money::{Currency, Money};
use domain::separation::tone::{self, Context, Level};

pub const TOPICS: [Topic; 5] = [
    Topic { path: "service-told", action: Action::Work, asked: service, answered: told, then: "part" },
    Topic { path: "alternative", action: Action::Work, asked: alternative, answered: named, then: "part" },
    Topic { path: "bridge", action: Action::Work, asked: bridge, answered: offered, then: "part" },
    Topic { path: "offer-withdrawal", action: Action::Work, asked: withdrawal, answered: withdrawn, then: "part" },
    Topic {
        path: "page-handed-over",
        action: Action::Work,
        asked: handing,
        answered: handed_over,
        then: "client-links",
    },
];

fn offer(act: Offer) -> Option<Act> {
    part(Part::Offer(act))
}

/// How a service stands, as the form names it.
const COURSES: [&str; 4] = ["to_the_end", "until", "goes_on", "paused"];

fn service(asking: &Asking, filled: &Filled) -> Asked {
    let pen = asking.pen();
    // Nothing can be told to be paused that is not.
    let is_paused = asking.scene.case().parting.breach.suspended_on.is_some();
    let courses = COURSES.into_iter().filter(|course| is_paused || *course != "paused");
    let fields = Fields::of(pen, filled)
        .line("service", "service-name")
        .hint("service-name-hint")
        .one("course", "service-course", words(pen, "service-course-{}", courses))
        .day("until", "service-until");
    let fields =
        if is_paused { fields.line("returns", "service-returns").hint("service-returns-hint") } else { fields };
    Asked { fields: fields.all(), ..Asked::default() }
}

fn told(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    let service = said(asking, filled, "service");
    let (course, returns) =
        match asking.chosen(filled, "course", |word| COURSES.into_iter().find(|one| *one == word))? {
            "to_the_end" => (Course::ToTheEnd, None),
            "goes_on" => (Course::GoesOn, None),
            "until" => (Course::Until(asking.day(filled, "until")?), None),
            _ => (Course::Paused, Some(said(asking, filled, "returns")?)),
        };
    offer(Offer::TellService { course, said: ServiceSaid { service: service?, returns } })
}

/// Offers the firm's own currency.
fn with_currency(asking: &Asking, filled: &Filled) -> Filled {
    let mut filled = filled.clone();
    let own = asking.scene.visitor.firm.base_currency;
    filled.offer("currency", own.as_ref().map_or("", Currency::code));
    filled
}

fn alternative(asking: &Asking, filled: &Filled) -> Asked {
    let filled = with_currency(asking, filled);
    let fields = Fields::of(asking.pen(), &filled)
        .line("name", "alternative-name")
        .text("fits", "alternative-fits")
        .hint("alternative-fits-hint")
        .line("reach", "alternative-reach")
        .yes_or_no("has_fee", "alternative-has-fee")
        .number("fee", "alternative-fee")
        .hint("alternative-fee-hint")
        .line("currency", "offer-currency")
        .tick("vetted", "alternative-vetted");
    Asked { fields: fields.all(), ..Asked::default() }
}

fn named(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    let [name, fits, reach] = ["name", "fits", "reach"].map(|field| said(asking, filled, field));
    let fee = if asking.yes(filled, "has_fee")? { Some(sum(asking, filled, "fee", 1)?) } else { None };
    let vetted = filled.holds("vetted", "1");
    if !vetted {
        filled.refuse("vetted", asking.pen().lang.text("alternative-unvetted"));
        return None;
    }
    let said = AlternativeSaid { name: name?, fits: fits?, reach: reach? };
    offer(Offer::NameAlternative { fee, vetted, said })
}

fn bridge(asking: &Asking, filled: &Filled) -> Asked {
    let filled = with_currency(asking, filled);
    let fields = Fields::of(asking.pen(), &filled)
        .text("scope", "bridge-scope")
        .text("excluded", "bridge-excluded")
        .hint("bridge-excluded-hint")
        .line("turn_to", "bridge-turn-to")
        .day("until", "bridge-until")
        .hint("bridge-until-hint");
    let continued = continued(asking);
    let fields = match continued.is_empty() {
        true => fields,
        false => {
            let none = (String::new(), asking.pen().t("bridge-continues-nothing"));
            let continued = continued.into_iter().map(|(word, name, _)| (word, name));
            let choices = std::iter::once(none).chain(continued);
            fields.pick("continues", "bridge-continues", choices).hint("bridge-continues-hint")
        }
    };
    let fields = fields
        .number("hours", "bridge-hours")
        .number("price", "bridge-price")
        .number("liability", "bridge-liability")
        .hint("bridge-liability-hint")
        .line("currency", "offer-currency")
        .tick("prepaid", "bridge-prepaid");
    Asked { fields: fields.all(), ..Asked::default() }
}

/// Returns what a service after the end can continue, each by its word: one of several contracts that end, or a service of its
/// own day.
fn continued(asking: &Asking) -> Vec<(String, Markup, Continues)> {
    let (case, pen) = (asking.scene.case(), asking.pen());
    let has_several = !case.further_contracts().is_empty();
    let contracts = case.contracts.iter().flatten();
    let contracts = contracts.filter(|contract| has_several && !case.parting.goes_on(contract));
    let contracts = contracts.map(|contract| {
        let name = pen.say("bridge-continues-contract", [("contract", contract.as_str().into())]);
        (format!("contract-{contract}"), name, Continues::Contract(contract.clone()))
    });
    let services = case.parting.offers.services.iter().filter(|one| matches!(one.course, Course::Until(_)));
    let services = services.filter_map(|one| {
        let name = Markup::text(&one.said.as_ref()?.service);
        Some((format!("service-{}", one.id), name, Continues::Service(one.id)))
    });
    contracts.chain(services).collect()
}

fn offered(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    let [scope, excluded, turn_to] = ["scope", "excluded", "turn_to"].map(|field| said(asking, filled, field));
    let until = asking.day(filled, "until");
    let hours =
        form::number(filled.value("hours")).filter(|hours| (1.0..=10_000.0).contains(hours) && hours.fract() == 0.0);
    if hours.is_none() {
        filled.refuse("hours", asking.pen().lang.text("offer-hours-missing"));
    }
    let (price, liability) = (sum(asking, filled, "price", 0), sum(asking, filled, "liability", 0));
    let (hours_max, liability_max, prepaid) = (hours? as u16, Some(liability?), filled.holds("prepaid", "1"));
    let terms = BridgeTerms { until: until?, hours_max, price: price?, liability_max, prepaid };
    let named = filled.value("continues");
    let continues = continued(asking).into_iter().find(|(word, ..)| word == named).map(|(.., continues)| continues);
    let said = BridgeSaid { scope: scope?, excluded: excluded?, turn_to: turn_to? };
    offer(Offer::OfferBridge { terms, continues, said })
}

/// Returns words that the client will read; what a letter may not say is refused where it was written.
pub(super) fn said(asking: &Asking, filled: &mut Filled, field: &'static str) -> Option<String> {
    let text = asking.text(filled, field)?;
    let context = Context { client: vec![asking.scene.name().to_owned()], ..Context::default() };
    refuse_marked(asking, filled, (field, &text), (Level::Block, "answer-blocked"), &context)?;
    Some(text)
}

/// Returns a sum of at least so many minor units.
fn sum(asking: &Asking, filled: &mut Filled, field: &'static str, least: i64) -> Option<Money> {
    let currency = Currency::of(filled.value("currency"));
    if currency.is_none() {
        filled.refuse("currency", asking.pen().lang.text("offer-currency-missing"));
    }
    let whole = form::number(filled.value(field));
    let sum = whole.zip(currency).map(|(whole, currency)| Money { minor: currency.minor(whole), currency });
    let sum = sum.filter(|sum| sum.minor >= least);
    if currency.is_some() && sum.is_none() {
        filled.refuse(field, asking.pen().lang.text("offer-number-missing"));
    }
    sum
}

fn withdrawal(asking: &Asking, filled: &Filled) -> Asked {
    let offers = &asking.scene.case().parting.offers;
    let Some(id) = number(filled).filter(|id| offers.has(*id)) else {
        return Asked { known: vec![asking.pen().t("offer-gone")], ..Asked::default() };
    };
    let alternative = offers.alternatives.iter().find(|one| one.id == id).and_then(|one| one.said.as_ref());
    let bridge = offers.bridges.iter().find(|one| one.id == id).and_then(|one| one.said.as_ref());
    let service = offers.services.iter().find(|one| one.id == id).and_then(|one| one.said.as_ref());
    let named = alternative.map(|said| &said.name).or(bridge.map(|said| &said.scope));
    let named = named.or(service.map(|said| &said.service));
    let known = named.map(|named| asking.pen().name(named));
    Asked { known: known.into_iter().collect(), hidden: vec![("offer", id.to_string())], ..Asked::default() }
}

fn number(filled: &Filled) -> Option<u32> {
    filled.value("offer").parse().ok()
}

fn withdrawn(_: &Asking, filled: &mut Filled) -> Option<Act> {
    offer(Offer::WithdrawOffer { offer: number(filled).unwrap_or_default() })
}

fn handing(asking: &Asking, filled: &Filled) -> Asked {
    let pen = asking.pen();
    let mut filled = filled.clone();
    filled.offer("language", pen.lang.language.tag());
    let language = Language::of(filled.value("language")).unwrap_or(pen.lang.language);
    filled.offer("digest", &page_paper::digest(&asking.scene, language).unwrap_or_default());
    let fields = Fields::of(pen, &filled)
        .one("language", "letter-field-language", words(pen, "letter-language-{}", ["ar", "en"]))
        .day("on", "handed-over-on")
        .line("digest", "page-paper-digest")
        .hint("page-paper-digest-hint")
        .line("proof", "dispatch-proof")
        .hint("parting-proof-hint");
    Asked { fields: fields.all(), ..Asked::default() }
}

fn handed_over(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    let language = asking.chosen(filled, "language", |word| match word {
        "ar" => Some(tone::Language::Arabic),
        "en" => Some(tone::Language::English),
        _ => None,
    });
    let on = asking.day(filled, "on");
    let digest: String = filled.value("digest").split_whitespace().collect::<String>().to_ascii_lowercase();
    let is_digest = digest.len() == 64 && digest.bytes().all(|byte| byte.is_ascii_hexdigit());
    if !is_digest {
        filled.refuse("digest", asking.pen().lang.text("page-paper-digest-wrong"));
    }
    let other = match language? {
        tone::Language::Arabic => Language::English,
        _ => Language::Arabic,
    };
    let is_other = page_paper::digest(&asking.scene, other).is_some_and(|of_other| of_other == digest);
    if is_other {
        filled.refuse("digest", asking.pen().lang.text("page-paper-digest-other"));
    }
    let (language, on) = (language?, on?);
    let act = Part::HandOverPage { on, language, digest, proof: optional(filled, "proof") };
    (is_digest && !is_other).then_some(Act::Parting(act))
}
