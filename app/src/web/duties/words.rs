//! Obligations in words: what is owed, whose it is, what comes first, and why something cannot be done.

use crate::lang::Lang;
use crate::web::cases::people::People;
use crate::web::cases::refusal::Refused;
use crate::web::cases::scene::Scene;
use crate::web::cases::words::shown;
use crate::web::markup::{Markup, Pen};
use domain::case::parting::duties::Duties;
use domain::case::{Case, Stage};
use domain::separation::obligation::access::Before;
use domain::separation::obligation::gate::{Open, Passage};
use domain::separation::obligation::holding::Unready;
use domain::separation::obligation::{Block, Item, Obligation, Owner, Part, What, Wrong};
use fluent_bundle::FluentValue;

/// So many open things are named before the rest are counted.
const NAMED: usize = 6;

/// Returns what is owed, as plain text; `own` are the words of a person, where there are any.
pub fn plain(lang: Lang, what: What, about: Option<&str>, own: Option<&str>) -> String {
    match what {
        What::Listed { code, part } => {
            let name = lang.text(&format!("obligation-{}", code.word()));
            let part = part.map(|part: Part| lang.text(&format!("obligation-part-{}", part.word())));
            part.map_or(name.clone(), |part| format!("{name}: {part}"))
        }
        What::Asked(asked) => {
            let about = about.filter(|about| !about.starts_with("access "));
            let args = [("about", FluentValue::from(about.unwrap_or("none").to_owned()))];
            lang.say(&format!("obligation-ask-{}", asked.word()), args)
        }
        What::Own => own.map_or_else(|| lang.text("words-erased"), str::to_owned),
    }
}

/// Returns the words of an obligation of the register.
pub fn of_item(pen: &Pen, item: &Item) -> Markup {
    let own = item.said.as_ref().and_then(|said| said.words.as_deref());
    match item.obligation.what {
        What::Own => Markup::made(format!(
            "<span dir=\"auto\">{}</span>",
            Markup::text(&plain(pen.lang, item.obligation.what, item.obligation.about.as_deref(), own))
        )),
        _ => Markup::even(&plain(pen.lang, item.obligation.what, item.obligation.about.as_deref(), own)),
    }
}

/// Returns the record or the access that an obligation is about.
pub fn about(pen: &Pen, duties: &Duties, obligation: &Obligation) -> Option<Markup> {
    let about = obligation.about.as_deref()?;
    let access: Option<u32> = about.strip_prefix("access ").and_then(|id| id.parse().ok());
    match access {
        Some(id) => {
            let held = duties.accesses.iter().find(|held| held.access.id == id)?;
            Some(held.system.as_deref().map_or_else(|| pen.t("words-erased"), |system| pen.name(system)))
        }
        // What we ask of the client names the record itself.
        None => matches!(obligation.what, What::Listed { .. } | What::Own).then(|| pen.id(about)),
    }
}

/// Returns whose an obligation is.
pub fn owner(pen: &Pen, people: &People, case: &Case, owner: &Owner) -> Markup {
    match owner {
        Owner::Member(member) => pen.name(people.name(member)),
        Owner::Keeper(keeper) => {
            let role = shown(pen, "keeper-{}", keeper.word());
            let holders = people.names(pen, case.holders(keeper.role()));
            if holders.is_empty() { role } else { Markup::join([role, holders], " · ") }
        }
    }
}

/// Returns what stands in the way of an obligation.
pub fn blocks(pen: &Pen, duties: &Duties, blocks: &[Block]) -> Vec<Markup> {
    let said = |block: &Block| match block {
        Block::Open(id) => duties.register.get(*id).map_or_else(Markup::default, |item| of_item(pen, item)),
        Block::Lacking(code) => {
            let name = FluentValue::from(pen.lang.text(&format!("obligation-{}", code.word())));
            pen.say("obligation-lacking", [("name", name)])
        }
        Block::Condition(condition) => shown(pen, "obligation-condition-{}", condition.word()),
    };
    blocks.iter().map(said).collect()
}

/// Says why something cannot be done with what both sides owe.
pub fn refused(pen: &Pen, case: &Case, wrong: &Wrong) -> Refused {
    let key = match wrong {
        Wrong::Unknown => "unknown",
        Wrong::Twice(_) => "twice",
        Wrong::Settled => "settled",
        Wrong::Blocked(_) => "blocked",
        Wrong::NoWords => "no-words",
        Wrong::NoSuchPart => "no-part",
        Wrong::InTheFuture => "future",
        Wrong::NoHash => "no-hash",
        Wrong::NotExcepted => "not-excepted",
        Wrong::ClientAcknowledges => "client-acknowledges",
        Wrong::SameDay => "same-day",
        Wrong::Access(Before::Step(_)) => "access-before",
        Wrong::Access(Before::Done) | Wrong::Holding(Unready::Done) => "step-done",
        Wrong::Access(Before::NotOwned) => "access-not-owned",
        Wrong::Access(Before::Earlier(_)) | Wrong::Holding(Unready::Earlier) => "step-earlier",
        Wrong::Holding(Unready::NotCopied) => "not-copied",
        Wrong::Holding(Unready::NotReadBack) | Wrong::Unread => "not-read-back",
        Wrong::Holding(Unready::OtherHash) => "other-hash",
        Wrong::Holding(Unready::NoHash) => "no-hash",
        Wrong::Holding(Unready::Kept) => "kept",
        Wrong::Unlisted => "unlisted",
        Wrong::NoPlace => "no-place",
        Wrong::StillThere => "still-there",
        Wrong::Held => "held",
    };
    let what = pen.t(&format!("obligation-wrong-{key}"));
    let first = match wrong {
        Wrong::Blocked(all) => blocks(pen, &case.parting.duties, all),
        _ => vec![],
    };
    let what = if first.is_empty() { what } else { Markup::join([what, Markup::join(first, " · ")], " ") };
    Refused { what, ..Refused::plain(pen, "refused-obligation") }
}

/// Names what is open before the next stage: what was taken up, or what nobody has taken up.
pub fn open(scene: &Scene, lacking: bool) -> Markup {
    let pen = &scene.pen;
    let passage = match scene.case().stage {
        Stage::Closed | Stage::Learned => Passage::ToLearned,
        Stage::Settlement => Passage::ToClosed,
        _ => Passage::ToClosing,
    };
    let duties = &scene.case().parting.duties;
    let all = scene.case().open_at(passage);
    let named: Vec<Markup> = all
        .iter()
        .filter(|need| matches!(need.open, Open::Lacking(_)) == lacking)
        .filter_map(|need| match need.open {
            Open::Obligation(id) => duties.register.get(id).map(|item| of_item(pen, item)),
            Open::Lacking(code) => Some(shown(pen, "obligation-{}", code.word())),
            Open::Access(id) => system(pen, duties, id),
            Open::Holding(id) => place(pen, duties, id),
        })
        .collect();
    let more = named.len().saturating_sub(NAMED);
    let mut pieces: Vec<Markup> = named.into_iter().take(NAMED).collect();
    if more > 0 {
        pieces.push(pen.about("obligation-more", more as u64));
    }
    Markup::join(pieces, " · ")
}

fn system(pen: &Pen, duties: &Duties, id: u32) -> Option<Markup> {
    let held = duties.accesses.iter().find(|held| held.access.id == id)?;
    let system = held.system.as_deref().map_or_else(|| pen.t("words-erased"), |system| pen.name(system));
    Some(Markup::join([shown(pen, "access-kind-{}", held.access.kind.word()), system], " "))
}

fn place(pen: &Pen, duties: &Duties, id: u32) -> Option<Markup> {
    let stored = duties.holdings.iter().find(|stored| stored.holding.id == id)?;
    let name = stored.name.as_deref().map_or_else(|| pen.t("words-erased"), |name| pen.name(name));
    Some(Markup::join([shown(pen, "holding-place-{}", stored.holding.place.word()), name], " "))
}
