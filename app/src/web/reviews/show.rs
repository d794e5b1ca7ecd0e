//! The page of a review: where it stands, for whom it waits, and what was said once it may be read.

use super::Room;
use super::complaints::{self, Complaint};
use super::improvements::{self, Improvement};
use super::opinions::{self, Voice};
use crate::flow::own_parts;
use crate::web::cases::cited;
use crate::web::cases::refusal::Refused;
use crate::web::cases::retrospective::words;
use crate::web::cases::words::shown;
use crate::web::form::Filled;
use crate::web::markup::Markup;
use crate::web::part::Facts;
use crate::web::{Frame, PageError, href, page};
use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::case::review::{Good, HIDDEN_AMONG_MIN, OwnPartSaid, Round, Stance, complaints_are_over, round};
use domain::case::stage::Track;
use domain::case::{Action, Role, Skip, Stage, sitting};
use fluent_bundle::FluentValue;

/// A step of the rail.
struct Step {
    name: String,
    note: String,
    is_done: bool,
    is_here: bool,
}

/// What the visitor may do on the page.
struct May {
    facilitate: bool,
    speak: bool,
    /// Whether a question waits for them.
    answer: bool,
    complain: bool,
    write_again: bool,
    recuse: bool,
}

/// One good thing.
struct GoodThing {
    name: Markup,
    text: String,
}

#[derive(Template)]
#[template(path = "reviews/show.html")]
struct Show {
    frame: Frame,
    base: String,
    case_href: String,
    exit_href: String,
    seq: u32,
    state: &'static str,
    title: Markup,
    about: Markup,
    lede: Markup,
    facts: Facts,
    steps: Vec<Step>,
    refused: Option<Refused>,
    filled: Filled,
    may: May,
    is_on: bool,
    has_seats: bool,
    /// Who has answered the round that asks each now.
    answered: Vec<Voice>,
    awaited: Vec<(String, String)>,
    /// Whether the round that is open asks each, after the opinions.
    asks_each: bool,
    good_awaited: bool,
    /// The opinions once they are open, function by function.
    opinions: Vec<Voice>,
    disagreement: Option<Markup>,
    complaints: Vec<Complaint>,
    complaints_count: Markup,
    complaints_are_open: bool,
    findings: Vec<(&'static str, String)>,
    good: Vec<GoodThing>,
    declined: u64,
    silent: bool,
    own_parts: Vec<OwnPartSaid>,
    /// That the answers were destroyed, once everything was learned from them.
    own_gone: Option<Markup>,
    own_is_open: bool,
    /// How many answers there are, once the question is closed.
    own_closed: Option<Markup>,
    may_close_own: bool,
    few: bool,
    reads_own: bool,
    improvements: Vec<Improvement>,
    people: Vec<(String, String)>,
    ranking: Option<Markup>,
    scenario: Option<Markup>,
    may_cite: bool,
    /// What may be left out, each with the reason that was written.
    offers: Vec<(&'static str, String)>,
    left_out: Vec<(Markup, String)>,
    dissent: Vec<(Markup, Markup, String)>,
    stances: &'static [Stance],
    deferred: Option<Markup>,
}

pub async fn show(room: Room) -> Result<Response, PageError> {
    drawn(&room, Filled::default(), None).await
}

/// Draws the page, with why something was not done and with what was written, if so.
pub async fn drawn(room: &Room, filled: Filled, refused: Option<Refused>) -> Result<Response, PageError> {
    let status = if refused.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let (pen, case) = (room.pen(), room.case());
    let rounds = &case.rounds;
    let now = round(case);
    let over = complaints_are_over(case);
    let asks = if matches!(now, Round::GoodThings | Round::OwnParts) { now } else { Round::Opinions };
    let reads_own = rounds.seat(room.me()).is_some() || room.may(Action::Facilitate) || room.may(Action::Decide);
    let own_parts = if reads_own { own_parts::all(room.app.place(), &room.opened).await? } else { vec![] };
    let named = |member: &str| (member.to_owned(), room.people.name(member).to_owned());
    let show = Show {
        base: room.base(),
        case_href: href::case(&room.opened.key.client, &room.opened.key.case),
        exit_href: format!("{}/exit", href::client(&room.opened.key.client)),
        seq: case.seq,
        state: if case.stage == Stage::Review { now.word() } else { case.stage.word() },
        title: pen.say("review-of", [("what", FluentValue::from(case.opening.client_name.clone()))]),
        about: about(room),
        lede: lede(room, now),
        facts: facts(room, now),
        steps: steps(room, now),
        may: may(room),
        is_on: case.stage == Stage::Review,
        has_seats: !rounds.seats.is_empty(),
        answered: opinions::answered(room, asks),
        awaited: rounds.awaited(asks).into_iter().map(named).collect(),
        asks_each: asks != Round::Opinions,
        good_awaited: !rounds.awaited(Round::GoodThings).is_empty(),
        opinions: opinions::revealed(room),
        disagreement: opinions::disagreement(room),
        complaints: complaints::all(room),
        complaints_count: pen.about("complaints-count", rounds.standing_complaints().len() as u64),
        complaints_are_open: rounds.revealed.is_some() && !over && case.stage == Stage::Review,
        findings: complaints::findings(room),
        good: good(room, now),
        declined: declined(room, now),
        silent: rounds.all_are_silent(),
        own_is_open: over && rounds.own_parts_closed.is_none() && case.stage == Stage::Review,
        own_gone: case.learning.own_parts_destroyed.map(|on| words::own_parts_gone(&pen, case, on)),
        own_closed: rounds.own_parts_closed.map(|n| pen.about("own-count", u64::from(n))),
        may_close_own: !rounds.own_parts_answered.is_empty(),
        few: rounds.asked().count() < HIDDEN_AMONG_MIN,
        own_parts,
        reads_own,
        improvements: improvements::all(room),
        people: room.people.present().map(|member| (member.id.clone(), member.name.clone())).collect(),
        ranking: ranking(room),
        scenario: cited::says(&pen, &room.visitor, &room.opened),
        may_cite: room.may(Action::WorkFigures) && case.stage == Stage::Review,
        offers: offers(room, &filled),
        left_out: left_out(room),
        dissent: dissent(room),
        stances: Stance::ALL,
        deferred: rounds.deferred_until.map(|day| pen.say("review-deferred", [("day", pen.lang.weekday(day).into())])),
        frame: room.frame("review-title"),
        refused,
        filled,
    };
    Ok((status, page(&show)?).into_response())
}

/// Says who leads the review and how many dealt with the client.
fn about(room: &Room) -> Markup {
    let (pen, case) = (room.pen(), room.case());
    let names: Vec<&str> = case.holders(Role::Facilitator).iter().map(|id| room.people.name(id)).collect();
    let names = FluentValue::from(names.join(&pen.lang.text("case-comma")));
    let seats = FluentValue::from(case.rounds.seats.len() as f64);
    pen.say("review-about", [("names", names), ("n", seats)])
}

/// Returns the one sentence that matters now.
fn lede(room: &Room, now: Round) -> Markup {
    let (pen, case) = (room.pen(), room.case());
    let rounds = &case.rounds;
    let all = rounds.asked().count();
    let awaited = rounds.awaited(now).len();
    let args = || {
        [
            ("name", FluentValue::from(case.opening.client_name.clone())),
            ("n", FluentValue::from(awaited as f64)),
            ("in", FluentValue::from(all.saturating_sub(awaited) as f64)),
            ("all", FluentValue::from(all as f64)),
        ]
    };
    if rounds.seats.is_empty() {
        return pen.say("review-lede-roster", args());
    }
    if case.stage != Stage::Review && rounds.revealed.is_none() {
        return pen.say("review-lede-before", args());
    }
    if rounds.all_are_silent() && now == Round::OwnParts {
        return pen.say("review-lede-silent", args());
    }
    let key = match now {
        Round::Opinions if awaited == 0 => "review-lede-all-in",
        Round::Opinions => "review-lede-opinions",
        Round::Complaints => return opinions::sentence(room).unwrap_or_else(|| pen.say("review-lede-opened", args())),
        Round::GoodThings => "review-lede-good_things",
        Round::OwnParts if awaited == 0 => "review-lede-own_parts-in",
        Round::OwnParts => "review-lede-own_parts",
        Round::Worth => "review-lede-worth",
        Round::Ending => "review-lede-ending",
    };
    pen.say(key, args())
}

fn facts(room: &Room, now: Round) -> Facts {
    let (pen, case) = (room.pen(), room.case());
    let rounds = &case.rounds;
    let mut facts = Facts::default();
    if matches!(now, Round::Opinions | Round::GoodThings | Round::OwnParts) && !rounds.seats.is_empty() {
        let all = rounds.asked().count();
        let answered = [("in", all - rounds.awaited(now).len()), ("all", all)];
        let answered = answered.map(|(name, n)| (name, FluentValue::from(n as f64)));
        facts.add_big(pen.t("review-answered"), pen.say("review-answered-of", answered));
    }
    if let Some(disagreement) = opinions::disagreement(room) {
        facts.add(pen.t("review-disagreement"), disagreement);
    }
    if !rounds.seats.is_empty() {
        let unheard = rounds.unheard();
        let words = |department: &domain::case::review::Department| shown(&pen, "department-{}", department.word());
        let quorum = if unheard.is_empty() {
            pen.t("review-quorum-met")
        } else {
            let names = Markup::join(unheard.iter().map(words), &pen.lang.text("case-comma"));
            Markup::join([pen.t("review-quorum-waits"), names], " ")
        };
        facts.add(pen.t("review-quorum"), quorum);
    }
    facts.add(pen.t("review-owner"), room.names(case.holders(Role::DecisionOwner).iter().map(String::as_str)));
    facts
}

/// The five steps; complaints and the good thing are one.
fn steps(room: &Room, now: Round) -> Vec<Step> {
    const STEPS: [(&str, &[Round]); 5] = [
        ("opinions", &[Round::Opinions]),
        ("good", &[Round::Complaints, Round::GoodThings]),
        ("own", &[Round::OwnParts]),
        ("worth", &[Round::Worth]),
        ("ending", &[Round::Ending]),
    ];
    let t = |list: &str, word: &str| room.visitor.lang.text(&list.replace("{}", word));
    STEPS
        .iter()
        .map(|(word, rounds)| Step {
            name: t("review-step-{}", word),
            note: t("review-step-note-{}", word),
            is_done: rounds.iter().all(|round| *round < now),
            is_here: rounds.contains(&now),
        })
        .collect()
}

fn may(room: &Room) -> May {
    let (case, me) = (room.case(), room.me());
    let on = case.stage == Stage::Review;
    let speaks = case.rounds.seat(me).is_some();
    May {
        facilitate: room.may(Action::Facilitate),
        speak: speaks,
        answer: sitting::question(case, me).is_some(),
        complain: sitting::is_open(case, me, Round::Complaints),
        write_again: on && speaks && case.rounds.has_opinion(me),
        recuse: on && speaks,
    }
}

/// Returns the good things, once nobody is waited for: who hears another's first only repeats it.
fn good(room: &Room, now: Round) -> Vec<GoodThing> {
    if now <= Round::GoodThings {
        return vec![];
    }
    let thing = |answer: &domain::case::review::GoodThing| match &answer.said {
        Good::Given(said) => Some(GoodThing {
            name: room.name(&answer.member),
            text: said.clone().unwrap_or_else(|| room.visitor.lang.text("words-erased")),
        }),
        Good::Declined | Good::Kept => None,
    };
    room.case().rounds.good_things.iter().filter_map(thing).collect()
}

/// Counts who named none, once nobody is waited for; whose answer it was is nobody's concern.
fn declined(room: &Room, now: Round) -> u64 {
    let answers = &room.case().rounds.good_things;
    let given = |member: &str| answers.iter().any(|other| other.member == member && other.said != Good::Declined);
    let silent = answers.iter().filter(|answer| answer.said == Good::Declined && !given(&answer.member));
    if now <= Round::GoodThings { 0 } else { silent.count() as u64 }
}

fn ranking(room: &Room) -> Option<Markup> {
    let scoring = room.case().scoring.as_ref()?;
    let first = scoring.options.iter().max_by(|a, b| a.total.total_cmp(&b.total))?;
    let pen = room.pen();
    let outcome = pen.lang.text(&format!("outcome-{}", first.outcome.word()));
    let wins = FluentValue::from((first.wins * 100.0).round());
    Some(pen.say("review-ranking", [("outcome", FluentValue::from(outcome)), ("n", wins)]))
}

/// What the light track only offers, and nobody has done or left out yet.
fn offers(room: &Room, filled: &Filled) -> Vec<(&'static str, String)> {
    let case = room.case();
    if case.opening.track == Track::Full || case.stage != Stage::Review || !room.may(Action::Work) {
        return vec![];
    }
    let open = |skip: &Skip| !case.skips(*skip);
    let rounds = [
        (Skip::Complaints, case.rounds.revealed.is_some() && !case.rounds.complaints_closed),
        (Skip::Options, case.scoring.is_none() && case.rounds.own_parts_closed.is_some()),
        (Skip::Scenario, case.scenario.is_none() && case.rounds.own_parts_closed.is_some()),
    ];
    let written = |word: &'static str| {
        let reason = if filled.value("step") == word { filled.value("omission") } else { "" };
        (word, reason.to_owned())
    };
    rounds.iter().filter(|(skip, offered)| *offered && open(skip)).map(|(skip, _)| written(skip.word())).collect()
}

/// What was left out of the review, with the reason.
fn left_out(room: &Room) -> Vec<(Markup, String)> {
    let here = [Skip::Complaints, Skip::Options, Skip::Scenario];
    let skipped = room.case().skipped.iter().filter(|(skip, _)| here.contains(skip));
    let words = |(skip, why): &(Skip, Option<String>)| {
        (shown(&room.pen(), "case-skip-{}", skip.word()), why.clone().unwrap_or_default())
    };
    skipped.map(words).collect()
}

fn dissent(room: &Room) -> Vec<(Markup, Markup, String)> {
    let pen = room.pen();
    let words = |dissent: &domain::case::review::Dissent| {
        let said = dissent.said.clone().unwrap_or_else(|| pen.lang.text("words-erased"));
        (room.name(&dissent.member), shown(&pen, "stance-{}", dissent.stance.word()), said)
    };
    room.case().rounds.dissent.iter().map(words).collect()
}
