//! The head of a client's page: who it is, the sentence that matters, four facts, and what can be done.

use super::Seen;
use crate::lang::sign::Part;
use crate::store::assessments::Stored;
use crate::store::viewer::Role;
use crate::web::markup::{Markup, Pen};
use crate::web::part::Facts;
use crate::web::{Visitor, href, portfolio};
use domain::picture::{Ours, ageing};
use domain::record::Contract;
use domain::sign::{Code, Earlier, Episode, Family, Gravity, Level, Need, Scene, State};
use fluent_bundle::FluentValue;

/// Returns since when it is a client, and who leads the relationship.
pub fn about(seen: &Seen, pen: &Pen) -> Markup {
    let client = seen.history.client.as_ref();
    let since = client.and_then(|client| client.started_on).map(|day| {
        let month = pen.lang.month(day);
        pen.say("client-since", [("month", FluentValue::from(month))])
    });
    let lead = client.and_then(|client| client.lead.as_deref());
    let lead = lead.map(|lead| pen.say("client-lead", [("lead", FluentValue::from(lead))]));
    Markup::join(since.into_iter().chain(lead), " · ")
}

/// Tells whether a person dismissed a finding, and that still holds.
pub fn is_dismissed(episodes: &[Episode], code: Code) -> bool {
    episodes.iter().rfind(|episode| episode.code == code).is_some_and(|episode| episode.state == State::Dismissed)
}

/// Returns the sentence that matters: the gravest finding's, and that of the next one from another family.
pub fn lede(seen: &Seen, pen: &Pen) -> Markup {
    let standing = |finding: &&Stored| !is_dismissed(&seen.episodes, finding.code);
    let counts = |finding: &&Stored| !finding.only_informs();
    let say = |finding: &Stored| pen.lang.sign(finding, Part::Say, seen.name(), pen.sees_money).unwrap_or_default();
    let mut findings = seen.findings.iter().filter(standing).filter(counts);
    match findings.next() {
        Some(first) if first.code.family() == Family::Critical => Markup::strong(&say(first)),
        Some(first) => {
            let graver = |other: &&Stored| other.code.family() != first.code.family() && other.level >= Level::Finding;
            let next = findings.find(graver).map(|next| Markup::even(&say(next)));
            Markup::join(std::iter::once(Markup::strong(&say(first))).chain(next), " ")
        }
        None => Markup::strong(&without_signs(seen, pen)),
    }
}

fn without_signs(seen: &Seen, pen: &Pen) -> String {
    let (Some(line), Some(whole)) = (&seen.line, &seen.whole) else { return pen.lang.text("client-waiting") };
    let name = [("name", FluentValue::from(seen.name()))];
    // None of those that count stands: whatever is left of them was dismissed.
    let dismissed = seen.findings.iter().filter(|finding| !finding.only_informs());
    let dismissed: Vec<String> = dismissed.map(|finding| pen.lang.sign_name(finding.code)).collect();
    if !dismissed.is_empty() {
        let signs = FluentValue::from(dismissed.join(&pen.lang.text("list-comma")));
        return pen.lang.say("client-dismissed", name.into_iter().chain([("signs", signs)]));
    }
    let praise = seen.findings.iter().find(|finding| finding.raises_the_bar());
    if let Some(praise) = praise {
        pen.lang.sign(praise, Part::Say, seen.name(), pen.sees_money).unwrap_or_default()
    } else if whole.blind.iter().any(|(_, need)| *need == Need::Stale) {
        pen.lang.say("client-stale", name)
    } else if line.is_unseen() {
        pen.lang.say("client-unseen", name)
    } else {
        let key = if whole.blind.is_empty() { "client-no-signs" } else { "client-no-signs-seen" };
        pen.lang.say(key, name)
    }
}

/// Returns the state, what is overdue, the share of revenue, and our own quality.
pub fn facts(seen: &Seen, pen: &Pen, visitor: &Visitor, scene: &Scene, ours: &Ours) -> Facts {
    let mut facts = Facts::default();
    let Some(line) = &seen.line else { return facts };
    facts.add(pen.t("fact-state"), pen.level(state(seen, visitor)));
    if pen.sees_money {
        let owed = if seen.knows_payments { ageing(scene) } else { vec![] };
        let overdue: Vec<Markup> =
            owed.iter().filter(|own| own.overdue().minor > 0).map(|own| pen.money(own.overdue())).collect();
        if !overdue.is_empty() {
            facts.add_big(pen.t("fact-overdue"), Markup::join(overdue, "<br>"));
        }
        if let Some(revenue) = line.revenue.filter(|_| seen.revenue > 0.0) {
            facts.add_big(pen.t("fact-share"), pen.percent(revenue / seen.revenue));
        }
    }
    if let Some(quality) = line.quality {
        let says = [
            ("quality", FluentValue::from(pen.lang.percent(quality))),
            ("n", FluentValue::from(ours.deliverables as f64)),
        ];
        facts.add(pen.t("fact-our-quality"), pen.say("fact-our-quality-says", says));
    }
    facts
}

/// Returns the mark of the client among the findings that this visitor sees.
fn state(seen: &Seen, visitor: &Visitor) -> crate::web::icon::Mark {
    use crate::web::icon::Mark;
    let level = seen.findings.iter().filter(|finding| !finding.only_informs()).map(|finding| finding.level).max();
    match (&seen.line, level) {
        (Some(line), _) if line.gravity == Gravity::Critical => Mark::Critical,
        (_, Some(level)) => Mark::from(level),
        (Some(line), None) => match portfolio::mark(&visitor.viewer, line) {
            mark @ (Mark::Star | Mark::Blind) => mark,
            _ => Mark::None,
        },
        (None, None) => Mark::None,
    }
}

/// Returns what can be done from here; nothing while the client's people look on.
pub fn acts(seen: &Seen, pen: &Pen, visitor: &Visitor) -> Vec<(String, Markup)> {
    if visitor.sharing.is_some() {
        return vec![];
    }
    let own = href::client(&seen.client);
    let review = match seen.cases.iter().find(|line| !line.stage.is_at_rest()) {
        Some(line) => Some((href::case(&seen.client, &line.key.case), pen.t("act-review-on"))),
        // Where the signs call for a review, opening one comes first; otherwise it is offered last.
        None => asks_for_review(seen).then(|| opening(seen, pen)),
    };
    let (note, enter) = (format!("{own}/note"), format!("{own}/new"));
    let report = format!("/reports/new{}", href::query([("client", seen.client.as_str())]));
    let rest = [(note, pen.t("act-note")), (enter, pen.t("act-enter")), (report, pen.t("act-report"))];
    let last = review.is_none().then(|| opening(seen, pen));
    let erase = (visitor.role >= Role::Finance).then(|| (format!("{own}/erasures"), pen.t("act-erase")));
    let stop = (visitor.role >= Role::Finance).then(|| (format!("{own}/holds"), pen.t("act-hold")));
    let cost = visitor.viewer.sees_costs().then(|| (href::exit(&seen.client, []), pen.t("act-exit")));
    let account = (href::account(&seen.client, []), pen.t("act-account"));
    let has_contracts = seen.counts.iter().any(|(kind, _)| kind.table == Contract::KIND.table);
    let ends = has_contracts.then(|| (format!("{own}/ends"), pen.t("ends-title")));
    let rest = review.into_iter().chain(rest).chain([account]).chain(cost);
    rest.chain(ends).chain(last).chain(stop).chain(erase).collect()
}

/// Tells whether the signs call for a review (DOMAIN 3.3).
fn asks_for_review(seen: &Seen) -> bool {
    seen.line.as_ref().is_some_and(|line| line.gravity == Gravity::Questionable)
}

/// Says of each finding of before without which no review would be asked for that it counts, with the way to it.
pub fn earlier(seen: &Seen, pen: &Pen, visitor: &Visitor) -> Vec<Markup> {
    let counted = seen.line.as_ref().map_or_else(Vec::new, |line| line.earlier_for(&visitor.viewer));
    let note = |earlier: &Earlier| {
        let says = pen.lang.earlier(std::slice::from_ref(earlier))?;
        Some(pen.link(&(href::finding(&seen.client, earlier.code) + &seen.look.query()), &Markup::text(&says)))
    };
    counted.iter().filter_map(note).collect()
}

fn opening(seen: &Seen, pen: &Pen) -> (String, Markup) {
    (href::path(["clients", &seen.client, "cases", "new"]), pen.t("act-review"))
}

/// Says which reviews there were or are, for those who take part in them.
pub fn cases(seen: &Seen, pen: &Pen) -> Vec<Markup> {
    let says = |line: &crate::store::cases::Line| {
        let args = [
            ("stage", FluentValue::from(pen.lang.text(&format!("case-stage-{}", line.stage.word())))),
            ("day", FluentValue::from(pen.lang.day(line.opened_on))),
        ];
        pen.link(&href::case(&seen.client, &line.key.case), &pen.say("client-case", args))
    };
    seen.cases.iter().map(says).collect()
}

/// Returns how many of ten next invoices will likely come in late.
pub fn late_chance(seen: &Seen, pen: &Pen) -> Option<Markup> {
    let chance = seen.line.as_ref()?.late_chance?;
    Some(pen.about("late-chance", (chance * 10.0).round() as u64))
}
