//! A family of signs on a client's page: its findings, each a sentence with its facts, and what of it we do not see.

use super::Seen;
use super::header::is_dismissed;
use crate::lang::sign::Part;
use crate::store::assessments::{Stored, StoredFact};
use crate::web::icon::Mark;
use crate::web::markup::{Markup, Pen};
use crate::web::part::Facts;
use crate::web::{findings, href, portfolio};
use askama::Template;
use askama::filters::HtmlSafe;
use domain::sign::{Code, Family, Level, Need, State};
use fluent_bundle::FluentValue;

/// A family with something to say.
pub struct FamilyView {
    /// The anchor of its section.
    pub id: &'static str,
    pub title: Markup,
    /// How many findings and blind spots.
    pub count: Markup,
    pub findings: Vec<FindingView>,
    /// Where there are graver ones: those that are only watched, only inform, or were dismissed; and what they are.
    pub quiet: Option<(Markup, Vec<FindingView>)>,
    pub nothing: Option<Markup>,
    /// What it does not see: the summary, and what is lacking with what to do.
    pub blind: Option<(Markup, Vec<Markup>)>,
    pub is_payment: bool,
}

/// One finding as a line.
#[derive(Template)]
#[template(path = "clients/finding.html")]
pub struct FindingView {
    pub level: Markup,
    pub tags: Vec<(&'static str, Markup)>,
    pub say: Markup,
    pub why: Markup,
    pub href: String,
    pub facts: Facts,
    pub is_dismissed: bool,
}

impl FamilyView {
    /// Returns a family's part of the page; `None` if it has nothing to say. What is on us has a part of its own.
    pub fn of(seen: &Seen, pen: &Pen, family: Family) -> Option<FamilyView> {
        let own = |finding: &&Stored| finding.code.family() == family && finding.code != Code::R0;
        let mut findings: Vec<&Stored> = seen.findings.iter().filter(own).collect();
        findings.sort_by_key(|finding| is_dismissed(&seen.episodes, finding.code));
        let blind: Vec<(Code, Need)> = match &seen.whole {
            Some(whole) => whole.blind.iter().filter(|(code, _)| code.family() == family).copied().collect(),
            None => vec![],
        };
        if findings.is_empty() && (family == Family::Critical || seen.whole.is_none()) {
            return None;
        }
        let counted = [
            (!findings.is_empty()).then(|| pen.about("count-findings", findings.len() as u64)),
            (!blind.is_empty()).then(|| pen.about("count-blind", blind.len() as u64)),
        ];
        let detectors = Code::ALL.iter().filter(|code| code.family() == family).count();
        let nothing = match (findings.is_empty(), blind.len()) {
            (true, 0) => Some(pen.t("family-no-signs")),
            (true, n) if n == detectors => Some(pen.t("family-unseen")),
            (true, _) => Some(pen.t("family-no-signs-seen")),
            (false, _) => None,
        };
        let is_loud = |finding: &&Stored| {
            finding.level > Level::Watch && !finding.only_informs() && !is_dismissed(&seen.episodes, finding.code)
        };
        let any_loud = findings.iter().any(is_loud);
        let (loud, quiet): (Vec<&Stored>, Vec<&Stored>) =
            findings.into_iter().partition(|finding| !any_loud || is_loud(finding));
        Some(FamilyView {
            id: id(family),
            title: pen.t(&format!("{}-title", portfolio::family_key(family))),
            count: Markup::join(counted.into_iter().flatten(), &pen.lang.text("list-comma")),
            nothing,
            findings: loud.into_iter().map(|finding| FindingView::of(seen, pen, finding)).collect(),
            quiet: (!quiet.is_empty()).then(|| folded(seen, pen, &quiet)),
            blind: lacking(pen, &blind),
            is_payment: family == Family::Payment,
        })
    }
}

/// Returns the quieter findings of a family, under their names.
fn folded(seen: &Seen, pen: &Pen, quiet: &[&Stored]) -> (Markup, Vec<FindingView>) {
    let names: Vec<String> = quiet.iter().map(|finding| pen.lang.sign_name(finding.code)).collect();
    let names = names.join(&pen.lang.text("list-comma"));
    let args = [("n", FluentValue::from(quiet.len() as f64)), ("names", FluentValue::from(names))];
    let views = quiet.iter().map(|finding| FindingView::of(seen, pen, finding)).collect();
    (pen.say("quiet-summary", args), views)
}

fn id(family: Family) -> &'static str {
    match family {
        Family::Payment => "payment",
        Family::Effort => "effort",
        Family::Delivery => "delivery",
        Family::Trust => "trust",
        Family::Critical => "critical",
    }
}

impl HtmlSafe for FindingView {}

impl FindingView {
    fn of(seen: &Seen, pen: &Pen, finding: &Stored) -> FindingView {
        let say = |part| pen.lang.sign(finding, part, seen.name(), pen.sees_money).unwrap_or_default();
        let state = seen.episodes.iter().rfind(|episode| episode.code == finding.code).map(|episode| episode.state);
        let mut tags = vec![];
        match state {
            Some(State::Confirmed) => tags.push(("tag", pen.t("state-confirmed"))),
            Some(State::Dismissed) => tags.push(("tag", pen.t("state-dismissed"))),
            Some(State::Observed) | None => {}
        }
        if finding.maybe_ours {
            tags.push(("tag us", pen.t("tag-maybe-ours")));
        }
        if finding.only_informs() {
            tags.push(("tag", pen.t("tag-informs")));
        }
        let mark = match finding.code.family() {
            Family::Critical => Mark::Critical,
            _ if finding.raises_the_bar() => Mark::Star,
            _ => finding.level.into(),
        };
        FindingView {
            level: pen.level(mark),
            tags,
            say: Markup::even(&say(Part::Say)),
            why: Markup::even(&say(Part::Why)),
            href: href::finding(&seen.client, finding.code) + &seen.look.query(),
            facts: facts(seen, pen, finding),
            is_dismissed: state == Some(State::Dismissed),
        }
    }
}

/// Returns the first rows a finding rests on, the way to all of them, and how sure it is.
fn facts(seen: &Seen, pen: &Pen, finding: &Stored) -> Facts {
    let mut facts = Facts::default();
    if finding.code.family() == Family::Critical {
        return facts;
    }
    let named = |fact: &&StoredFact| !is_made(&fact.id);
    let link = |fact: &StoredFact| pen.link(&href::record(&seen.client, &fact.kind, &fact.id), &pen.id(&fact.id));
    let first: Vec<Markup> = finding.facts.iter().filter(named).take(3).map(link).collect();
    let all = pen.link(
        &format!("{}{}#rows", href::finding(&seen.client, finding.code), seen.look.query()),
        &pen.about("all-rows", u64::from(finding.facts_total)),
    );
    let rows = if first.is_empty() {
        all
    } else {
        Markup::made(format!("<span class=\"ids\">{}<br></span>{all}", Markup::join(first, " ")))
    };
    facts.add(pen.t("fact-rows"), rows);
    facts.add(pen.t("fact-confidence"), findings::confidence(pen, finding.confidence));
    facts
}

/// Tells whether an id was made by the program, of a day and what happened on it: it says nothing to people.
fn is_made(id: &str) -> bool {
    let is_day = |text: Option<&str>| text.is_some_and(|day| domain::days::Day::from_iso(day).is_some());
    is_day(id.get(..10)) || is_day(id.rsplit_once('/').map(|(_, last)| last))
}

/// Returns what a family's blind detectors lack, each need once, with what to do and what that opens.
fn lacking(pen: &Pen, blind: &[(Code, Need)]) -> Option<(Markup, Vec<Markup>)> {
    let mut needs: Vec<(Need, Vec<Code>)> = vec![];
    for (code, need) in blind {
        match needs.iter_mut().find(|(own, _)| own == need) {
            Some((_, codes)) => codes.push(*code),
            None => needs.push((*need, vec![*code])),
        }
    }
    let note = |(need, codes): &(Need, Vec<Code>)| {
        let names: Vec<String> = codes.iter().map(|code| pen.lang.sign_name(*code)).collect();
        let args = [
            ("need", FluentValue::from(pen.lang.need(*need))),
            ("do", FluentValue::from(pen.lang.need_do(*need))),
            ("opens", FluentValue::from(names.join(&pen.lang.text("list-comma")))),
        ];
        Markup::strong(&pen.lang.say("blind-note", args))
    };
    (!blind.is_empty()).then(|| (pen.about("blind-summary", blind.len() as u64), needs.iter().map(note).collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn made_ids_are_known() {
        let check = |id: &str, made: bool| assert_eq!(is_made(id), made, "{id}");
        check("NK-0309", false);
        check("2026-01-05.k3f9q2m8tx", true);
        check("NK-0305/2026-11-16", true);
        check("INV/2026/07", false);
        check("ع-17", false);
    }
}
