//! The hub of learning: closed cases that wait for their retrospective, causes that came back, lessons whose year is over, and
//! where else to look.

use super::signposts::{SIGNPOSTS, Signpost, new_criterion};
use crate::flow;
use crate::flow::cases::Opened;
use crate::flow::next_client;
use crate::store::members::Member;
use crate::store::viewer::Role;
use crate::store::{cases, members};
use crate::web::afterwards::bound_words;
use crate::web::app::Shared;
use crate::web::criteria::place_of;
use crate::web::markup::{Markup, Pen};
use crate::web::prospects::address;
use crate::web::{Frame, PageError, Verb, Visitor, href, page, retention};
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use domain::case::learning::{Form, Learned};
use domain::case::limits::limit;
use domain::case::{Action, Stage};
use domain::days::Day;
use domain::days::calendar::Calendar;
use domain::days::working::Working;
use domain::lesson::afterwards::{Afterwards, Bound};
use domain::lesson::criterion::Criterion;
use domain::lesson::prospect::Prospect;
use fluent_bundle::FluentValue;

#[derive(Template)]
#[template(path = "learn/show.html")]
struct Show {
    frame: Frame,
    lede: Markup,
    waiting: Vec<Line>,
    again: Vec<Line>,
    due: Vec<Line>,
    /// Lessons of whom we take, each of which no criterion says yet.
    unwritten: Vec<Line>,
    /// What is looked after once a case is closed, where its day has come: thanks and check-ins.
    checks: Vec<Line>,
    /// Prospects whose next contact is due or not set, of those with whom the visitor keeps in touch; for owners, also those
    /// whose keeper left.
    contacts: Vec<Line>,
    /// How much of what we keep is past its time.
    passed: Option<Markup>,
    signposts: Vec<(&'static str, Markup, Markup)>,
}

/// Something that waits: where it is looked at, whose client it is about, and what it is.
struct Line {
    href: String,
    name: Markup,
    says: Markup,
    is_late: bool,
}

pub async fn show(State(app): State<Shared>, visitor: Visitor) -> Result<Response, PageError> {
    if visitor.sharing.is_some() {
        return Err(PageError::Sharing);
    }
    let pen = Pen::of(&visitor);
    let (mut waiting, mut again, mut due, mut checks, mut unwritten) = (vec![], vec![], vec![], vec![], vec![]);
    let criteria = next_client::criteria(&app.db).await?;
    let firm = &visitor.firm;
    let working = firm.working();
    let lines = cases::of_member(&app.db, &visitor.member, None).await?;
    for line in lines.into_iter().filter(|line| matches!(line.stage, Stage::Closed | Stage::Learned)) {
        let Some(opened) = flow::cases::load(app.place(), &line.key).await? else { continue };
        if !opened.case.allows(&visitor.member, Action::See) {
            continue;
        }
        waiting.extend(waits(&pen, &visitor, &opened));
        again.extend(recurred(&pen, &opened));
        due.extend(measured(&pen, &visitor, &opened));
        unwritten.extend(without_criterion(&pen, &criteria, &opened));
        let after = flow::afterwards::load(app.place(), &line.key).await?;
        checks.extend(thanks(&pen, &visitor, (&opened, &after), working.as_ref()));
        checks.extend(check_in(&pen, &visitor, (&opened, &after), working.as_ref()));
        checks.extend(open_ends(&pen, &visitor, (&opened, &after)));
    }
    let n = waiting.len() as u64;
    let is_open = |post: &&Signpost| visitor.role >= post.least;
    let shown = |post: &Signpost| (post.href, pen.t(post.key), pen.t(&format!("{}-note", post.key)));
    let passed = if visitor.is_adviser() { 0 } else { retention::due(&app, &visitor).await? };
    let show = Show {
        frame: visitor.frame(visitor.lang.text("learn-title"), Some(Verb::Learn), vec![]),
        lede: Markup::strong(&pen.lang.say("learn-lede", [("n", FluentValue::from(n as f64))])),
        waiting,
        again,
        due,
        unwritten,
        checks,
        contacts: contacts(&pen, &visitor, next_client::prospects(app.place()).await?, &members::all(&app.db).await?),
        passed: (passed > 0).then(|| pen.about("retention-due", passed)),
        signposts: SIGNPOSTS.iter().filter(is_open).map(shown).collect(),
    };
    Ok(page(&show)?.into_response())
}

fn place(opened: &Opened, below: &str) -> String {
    format!("{}/{below}", href::case(&opened.key.client, &opened.key.case))
}

fn waits(pen: &Pen, visitor: &Visitor, opened: &Opened) -> Option<Line> {
    if opened.case.stage != Stage::Closed {
        return None;
    }
    let calendar = visitor.firm.place.as_deref().and_then(Calendar::of);
    let due = limit(&opened.case, calendar.as_ref())?;
    Some(Line {
        href: place(opened, "retrospective"),
        name: pen.name(&opened.case.opening.client_name),
        says: pen.say("learn-until", [("day", FluentValue::from(pen.lang.weekday(due.due_on)))]),
        is_late: due.is_past(visitor.today),
    })
}

/// Returns the lessons of a case whose cause was seen again.
fn recurred(pen: &Pen, opened: &Opened) -> Vec<Line> {
    let lessons = opened.case.learning.standing();
    let seen = lessons.filter_map(|learned| {
        let last = learned.recurrences.last()?;
        let args = [
            ("clients", FluentValue::from(f64::from(last.clients))),
            ("cases", FluentValue::from(f64::from(last.cases))),
        ];
        Some(Line {
            href: place(opened, &format!("retrospective#lesson-{}", learned.lesson.id)),
            name: worded(pen, learned),
            says: pen.say("recurrence-says", args),
            is_late: true,
        })
    });
    seen.collect()
}

/// Returns the lessons of a case whose year is over and whose effect nobody has measured.
fn measured(pen: &Pen, visitor: &Visitor, opened: &Opened) -> Vec<Line> {
    let learning = &opened.case.learning;
    let Some(watched_until) = learning.monitor.as_ref().map(|set| set.until) else { return vec![] };
    let is_open = |one: &&Learned| {
        let until = one.shows_until(watched_until);
        until < visitor.today && one.awaits_effect(until)
    };
    let open = learning.standing().filter(is_open);
    let line = |learned: &Learned| Line {
        href: place(opened, &format!("lesson-effect?lesson={}", learned.lesson.id)),
        name: worded(pen, learned),
        says: pen.t("learn-measure"),
        is_late: false,
    };
    open.map(line).collect()
}

/// Returns the lessons of a case that are to be a criterion, and are in none yet; one whose words were erased cannot be.
fn without_criterion(pen: &Pen, criteria: &[Criterion], opened: &Opened) -> Vec<Line> {
    let place = |learned: &Learned| place_of(&opened.key, learned.lesson.id);
    let is_cited = |learned: &Learned| {
        let filed = learned.change.as_ref().and_then(|(change, _)| change.criterion.as_deref());
        let own = place(learned);
        let cites = |one: &Criterion| one.versions.iter().any(|version| version.draft.lesson.as_ref() == Some(&own));
        criteria.iter().any(|one| filed == Some(one.id.as_str()) || cites(one))
    };
    let open = opened.case.learning.standing().filter(|one| one.lesson.form == Form::Criterion && one.said.is_some());
    let line = |learned: &Learned| Line {
        href: new_criterion(&place(learned)),
        name: worded(pen, learned),
        says: pen.t("learn-unwritten-says"),
        is_late: false,
    };
    open.filter(|learned| !is_cited(learned)).map(line).collect()
}

/// Returns what a lesson says, or that its words were erased.
fn worded(pen: &Pen, learned: &Learned) -> Markup {
    learned.said.as_deref().map_or_else(|| pen.t("words-erased"), Markup::text)
}

/// Returns that a client is to be thanked, once the day has come.
fn thanks(
    pen: &Pen,
    visitor: &Visitor,
    (opened, after): (&Opened, &Afterwards),
    working: Option<&Working>,
) -> Option<Line> {
    let due_on = after.thanks_due_on(&opened.case, working).filter(|on| *on <= visitor.today)?;
    Some(waited(pen, visitor, opened, (pen.t("learn-thank"), due_on)))
}

/// Returns the check-in of a case whose day has come.
fn check_in(
    pen: &Pen,
    visitor: &Visitor,
    (opened, after): (&Opened, &Afterwards),
    working: Option<&Working>,
) -> Option<Line> {
    let (which, due_on) = after.next(opened.case.closed_on()?, working)?;
    let title = pen.say("afterwards-check", [("n", FluentValue::from(f64::from(which.days())))]);
    (due_on <= visitor.today).then(|| waited(pen, visitor, opened, (title, due_on)))
}

/// So many days before a clause binds no longer it is called to mind.
const SURVIVAL_DAYS: i32 = 30;

/// Returns accesses that were still there when somebody last looked, and clauses that soon bind no longer.
fn open_ends(pen: &Pen, visitor: &Visitor, (opened, after): (&Opened, &Afterwards)) -> Vec<Line> {
    let line = |says: Markup, is_late: bool| Line {
        href: place(opened, "afterwards"),
        name: pen.name(&opened.case.opening.client_name),
        says,
        is_late,
    };
    let day = |on: Day| ("day", FluentValue::from(pen.lang.weekday(on)));
    let access = after.access().filter(|(_, is_gone)| !is_gone);
    let access = access.map(|(on, _)| line(pen.say("learn-access", [day(on)]), true));
    let access = access.or_else(|| after.lacks_access().then(|| line(pen.t("learn-access-unlooked"), true)));
    let soon = visitor.today..=visitor.today.plus(SURVIVAL_DAYS);
    let ending = after.survival().into_iter().filter(|bound| soon.contains(&bound.until));
    let clause = |bound: Bound| {
        let contract = (!bound.contract.is_empty()).then(|| pen.id(bound.contract));
        let says =
            [Some(bound_words(pen, &bound)), contract, Some(pen.t("learn-survival")), Some(pen.weekday(bound.until))];
        line(Markup::join(says.into_iter().flatten(), " "), false)
    };
    access.into_iter().chain(ending.map(clause)).collect()
}

/// Returns the visitor's own prospects whose next contact is due, the longest due first, and those for whom none is set; for an
/// owner, also those with whom nobody keeps in touch any more.
fn contacts(pen: &Pen, visitor: &Visitor, mut all: Vec<Prospect>, members: &[Member]) -> Vec<Line> {
    let is_here = |owner: &str| members.iter().any(|member| member.id == owner && member.left_at.is_none());
    let is_left = |one: &Prospect| !is_here(&one.profile.owner);
    let is_theirs =
        |one: &Prospect| one.profile.owner == visitor.member || (visitor.role == Role::Owner && is_left(one));
    all.retain(|one| one.stage().0.is_open() && is_theirs(one));
    all.retain(|one| one.profile.next_on.is_none_or(|on| on <= visitor.today));
    all.sort_by_key(|one| (one.profile.next_on.is_none(), one.profile.next_on));
    let line = |one: &Prospect| {
        let due = one.profile.next_on.map_or_else(
            || pen.t("learn-no-contact"),
            |on| pen.say("afterwards-check-late", [("day", FluentValue::from(pen.lang.weekday(on)))]),
        );
        let what = one.profile.next_what.as_deref().map(Markup::text);
        let left = is_left(one).then(|| pen.t("learn-contact-left"));
        Line {
            href: address(&one.id),
            name: pen.name(&one.profile.name),
            says: Markup::join([Some(due), what, left].into_iter().flatten(), " · "),
            is_late: one.profile.next_on.is_some_and(|on| on < visitor.today),
        }
    };
    all.iter().map(line).collect()
}

/// Says what is looked after once a case is closed, and since when it is due.
fn waited(pen: &Pen, visitor: &Visitor, opened: &Opened, (title, due_on): (Markup, Day)) -> Line {
    let args = [("day", FluentValue::from(pen.lang.weekday(due_on)))];
    Line {
        href: place(opened, "afterwards"),
        name: pen.name(&opened.case.opening.client_name),
        says: Markup::join([title, pen.say("afterwards-check-late", args)], " · "),
        is_late: due_on < visitor.today,
    }
}
