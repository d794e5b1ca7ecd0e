//! Restricted cases as lines of lists: added for those to whom they are open, after a list was made without them.

use super::remaining::Task;
use crate::flow::reports::Opened;
use crate::web::Visitor;
use crate::web::app::Shared;
use crate::web::markup::{Markup, Pen};
use domain::case::clock;
use domain::days::Day;

use domain::record::Choice;

/// A restricted case.
pub struct Line {
    pub href: String,
    pub client: String,
    pub name: Markup,
    pub kind: Markup,
    pub filed_on: Markup,
    pub opened_on: Day,
    /// What is due next, or that nothing is.
    pub next: Markup,
    pub is_late: bool,
    pub own: bool,
    pub is_open: bool,
}

/// Returns what is open to a visitor, the newest first.
pub fn lines(app: &Shared, visitor: &Visitor, pen: &Pen) -> Vec<Line> {
    let calendar = visitor.firm.calendar();
    let sight = visitor.sight(app);
    let seen = sight.reports.iter().rev().filter(|opened| opened.is_for(&visitor.member));
    seen.map(|opened| line(opened, pen, visitor.today, calendar.as_ref())).collect()
}

/// Returns the cases of others, still open, that a visitor works on; of one client, if one is named.
pub fn open_cases(app: &Shared, visitor: &Visitor, pen: &Pen, client: Option<&str>) -> Vec<Line> {
    let all = lines(app, visitor, pen).into_iter().filter(|line| line.is_open && !line.own);
    all.filter(|line| client.is_none_or(|client| line.client == client)).collect()
}

impl Line {
    /// Says what it is and what is next, in one sentence.
    pub fn says(&self, pen: &Pen) -> Markup {
        Markup::join([pen.t("case-restricted"), self.kind.clone(), self.next.clone()], " · ")
    }
}

fn line(opened: &Opened, pen: &Pen, today: Day, calendar: Option<&domain::days::calendar::Calendar>) -> Line {
    let step = clock::next(&opened.case, calendar);
    // Of the decision, whoever reported reads what they are told.
    let next = if opened.own { step.map(Task::step) } else { Task::first(&opened.case, step) };
    Line {
        href: super::room::path(opened.id(), ""),
        client: opened.envelope.report.client.clone(),
        name: pen.name(&opened.envelope.client_name),
        kind: pen.t(&format!("report-kind-{}", opened.report().kind.word())),
        filed_on: pen.day(opened.envelope.filed_on),
        opened_on: opened.envelope.filed_on,
        next: match &next {
            None if !opened.is_open() => pen.t("report-line-closed"),
            None => pen.t("report-line-nothing"),
            Some(due) => {
                let task = pen.lang.text(&due.key);
                pen.say("report-line-next", [("task", task.into()), ("day", pen.lang.day(due.due_on).into())])
            }
        },
        is_late: next.as_ref().is_some_and(|due| due.due_on < today),
        own: opened.own,
        is_open: opened.is_open(),
    }
}
