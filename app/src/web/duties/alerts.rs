//! The days of an end as they are called to mind: what is missed, what is near, and who is told.

use super::words;
use crate::flow;
use crate::lang::Lang;
use crate::store::cases;
use crate::web::app::Shared;
use crate::web::cases::people::People;
use crate::web::cases::words::shown;
use crate::web::markup::{Markup, Pen};
use crate::web::{PageError, Visitor, href};
use domain::case::parting::alerts::{Alert, Alerted, Days, alerts};
use domain::case::parting::deadlines::{Deadline, What};
use domain::case::parting::moved::{self, Moved, MovedNotice, NoticeDay};
use domain::case::{Case, Stage};
use domain::days::Day;
use domain::days::calendar::Calendar;
use domain::days::working::Working;
use domain::firm::Firm;
use domain::separation::obligation::{Keeper, Owner};
use fluent_bundle::FluentValue;

/// From so many business days before it on, a day stands on pages; calendars call it to mind earlier.
const SHOWN_DAYS: i32 = 7;

/// So many days after its closing a case may still have something open: the last look at accesses comes at ninety.
const CLOSED_DAYS: i32 = 120;

/// One day.
pub struct View {
    pub what: Markup,
    pub state: Markup,
    /// Whose doing it rests on, and who is told.
    pub note: Markup,
    /// Whether it was missed, or is no longer safe.
    pub is_late: bool,
    pub told: Vec<String>,
    /// The client's name, and where it is brought.
    pub client: Markup,
    pub href: String,
}

/// What days are called to mind by: made once, however many cases are looked through.
pub struct Watch<'a> {
    pen: &'a Pen<'a>,
    people: &'a People,
    firm: &'a Firm,
    today: Day,
    working: Option<Working>,
    calendar: Option<Calendar>,
    own: Vec<(String, Working)>,
}

impl<'a> Watch<'a> {
    pub fn of(pen: &'a Pen<'a>, people: &'a People, firm: &'a Firm, today: Day) -> Watch<'a> {
        let own = people.working_elsewhere(firm);
        Watch { pen, people, firm, today, working: firm.working(), calendar: firm.calendar(), own }
    }

    /// Returns the days of a case that are missed or near, what was missed first.
    pub fn views(&self, case: &Case, id: &str) -> Vec<View> {
        let (pen, people) = (self.pen, self.people);
        let days = Days { firm: self.working.as_ref(), calendar: self.calendar.as_ref(), own: &self.own };
        let mut shown = alerts(case, self.today, &days);
        shown.retain(|one| !matches!(one.alert, Alert::Ahead(left) if left > SHOWN_DAYS));
        let changed = moved::moved(case, &self.firm.own_days).into_iter();
        let changed = changed.map(|notice| moved(pen, people, (case, id), &notice));
        changed.chain(shown.into_iter().map(|one| view(pen, people, case, id, one))).collect()
    }
}

/// Says that a calendar has changed under an open notice, with the days that moved.
fn moved(pen: &Pen, people: &People, (case, id): (&Case, &str), notice: &MovedNotice) -> View {
    let name = |what: NoticeDay| FluentValue::from(pen.lang.text(&format!("notice-day-{}", what.word())));
    let now = |day: Option<Day>| day.map_or_else(|| pen.lang.text("notice-no-day"), |day| pen.lang.weekday(day));
    let said = |one: &Moved| pen.say("alert-moved-day", [("what", name(one.what)), ("now", now(one.to).into())]);
    let state = notice.days.iter().map(said);
    let told = case.bearers(&Owner::Keeper(Keeper::Relationship));
    let base = href::case(&case.opening.client, id);
    View {
        what: Markup::even(&of_contract(pen.lang, pen.lang.text("alert-moved"), notice.contract.as_deref())),
        state: Markup::join(state, " · "),
        note: Markup::join([pen.t("deadline-told"), people.names(pen, &told)], " "),
        is_late: true,
        told,
        client: pen.name(&case.opening.client_name),
        href: format!("{base}/part"),
    }
}

fn view(pen: &Pen, people: &People, case: &Case, id: &str, one: Alerted) -> View {
    let deadline = &one.deadline;
    let kind = shown(pen, "deadline-kind-{}", deadline.kind.word());
    let told = people.names(pen, &one.told);
    let told = Markup::join([pen.t("deadline-told"), told], " ");
    let base = href::case(&case.opening.client, id);
    View {
        what: what(pen, case, deadline),
        state: state(pen, one.alert),
        note: Markup::join([pen.weekday(deadline.on), kind, told], " · "),
        is_late: !matches!(one.alert, Alert::Ahead(_)),
        client: pen.name(&case.opening.client_name),
        href: format!("{base}{}", page_of(case, deadline.what)),
        told: one.told,
    }
}

/// Says how many days of ends, of which a visitor is told, are missed or no longer safe; nothing where none is.
pub async fn late(app: &Shared, visitor: &Visitor) -> Result<Option<Markup>, PageError> {
    if !visitor.has_cases || visitor.is_adviser() {
        return Ok(None);
    }
    let (pen, mut n) = (Pen::of(visitor), 0);
    let mut lines = cases::of_member(&app.db, &visitor.member, None).await?;
    let since = |line: &cases::Line| visitor.today.since(line.since);
    let is_closed = |line: &cases::Line| matches!(line.stage, Stage::Closed | Stage::Learned);
    lines.retain(|line| line.stage.is_parting() || (is_closed(line) && since(line) <= CLOSED_DAYS));
    if lines.is_empty() {
        return Ok(None);
    }
    let people = People::of(&app.db).await?;
    let watch = Watch::of(&pen, &people, &visitor.firm, visitor.today);
    for line in lines {
        let Some(opened) = flow::cases::load(app.place(), &line.key).await? else { continue };
        let views = watch.views(&opened.case, &line.key.case);
        n += views.iter().filter(|one| one.is_late && one.told.contains(&visitor.member)).count();
    }
    Ok((n > 0).then(|| pen.link("/cases", &pen.about("alerts-late", n as u64))))
}

/// Returns the page below the case where it is brought; of a client who stays, all is brought with the case.
fn page_of(case: &Case, what: What) -> &'static str {
    match what {
        _ if !case.stage.has_parting() => "",
        What::Obligation(_) => "/part/obligations",
        What::Agreed(_) => "/part/agreement",
        What::Dispatch | What::Cure | What::Receipt | What::Answer(_) => "/part",
        What::Stage(Stage::Closed) => "/retrospective",
        What::Stage(_) => "",
    }
}

/// Says what is due.
fn what(pen: &Pen, case: &Case, deadline: &Deadline) -> Markup {
    match deadline.what {
        What::Obligation(id) => {
            let item = case.parting.duties.register.get(id);
            item.map(|item| words::of_item(pen, item)).unwrap_or_default()
        }
        _ => Markup::even(&plain(pen.lang, deadline)),
    }
}

/// Says as plain text what is due beside the obligations, and of which contract.
pub fn plain(lang: Lang, deadline: &Deadline) -> String {
    let said = match deadline.what {
        What::Agreed(point) => {
            let point = lang.text(&format!("agreement-point-{}", point.word()));
            lang.say("deadline-agreed", [("point", point.into())])
        }
        What::Stage(Stage::Closed) => lang.text("deadline-retrospective"),
        What::Stage(stage) => {
            let stage = lang.text(&format!("case-stage-{}", stage.word()));
            lang.say("deadline-stage", [("stage", stage.into())])
        }
        other => lang.text(&format!("deadline-{}", other.word())),
    };
    of_contract(lang, said, deadline.contract.as_deref())
}

/// Names the contract that something is of, where it is of one.
fn of_contract(lang: Lang, what: String, contract: Option<&str>) -> String {
    match contract {
        Some(contract) => {
            lang.say("deadline-of-contract", [("what", what.into()), ("contract", contract.to_owned().into())])
        }
        None => what,
    }
}

fn state(pen: &Pen, alert: Alert) -> Markup {
    let (key, n) = match alert {
        Alert::Ahead(left) => ("alert-ahead", left),
        Alert::Unsafe(left) => ("alert-unsafe", left),
        Alert::Missed(since) => ("alert-missed", since),
    };
    pen.say(key, [("n", FluentValue::from(f64::from(n)))])
}
