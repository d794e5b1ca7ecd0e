//! The list of prospects: what is open and when it is due, what is over, and what the pipeline comes to.

use super::words::late;
use super::{address, allowed, learn, sees_sums};
use crate::flow::next_client;
use crate::web::app::Shared;
use crate::web::cases::people::People;
use crate::web::cases::words::shown;
use crate::web::markup::{Markup, Pen};
use crate::web::part::{Head, Sheet};
use crate::web::{Crumb, Frame, PageError, Verb, Visitor, page};
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use domain::lesson::criterion::Criterion;
use domain::lesson::prospect::{Prospect, Stage};
use fluent_bundle::FluentValue;

#[derive(Template)]
#[template(path = "prospects/list.html")]
struct List {
    frame: Frame,
    lede: Markup,
    open: Option<Sheet>,
    over: Option<Sheet>,
}

pub async fn list(State(app): State<Shared>, visitor: Visitor) -> Result<Response, PageError> {
    allowed(&visitor)?;
    let pen = Pen::of(&visitor);
    let (prospects, criteria) = (prospects(&app).await?, next_client::criteria(&app.db).await?);
    let people = People::of(&app.db).await?;
    let lines = Lines { visitor: &visitor, pen: &pen, people: &people, criteria: &criteria };
    let (open, over): (Vec<&Prospect>, Vec<&Prospect>) = prospects.iter().partition(|one| one.stage().0.is_open());
    let due = open.iter().filter(|one| one.profile.next_on.is_some_and(|on| on <= visitor.today)).count();
    let title = pen.lang.text("prospects-title");
    let args = [("n", FluentValue::from(open.len() as f64)), ("due", FluentValue::from(due as f64))];
    let list = List {
        frame: visitor.frame(
            title.clone(),
            Some(Verb::Learn),
            vec![learn(&visitor), Crumb { text: title, href: None }],
        ),
        lede: Markup::strong(&pen.lang.say("prospects-lede", args)),
        open: (!open.is_empty()).then(|| lines.sheet("prospects-open", &open)),
        over: (!over.is_empty()).then(|| lines.sheet("prospects-over", &over)),
    };
    Ok(page(&list)?.into_response())
}

/// Returns the prospects, those that are over last: what is due first comes first; what has no day comes last.
pub(super) async fn prospects(app: &Shared) -> Result<Vec<Prospect>, PageError> {
    let mut prospects = next_client::prospects(app.place()).await?;
    prospects.sort_by_key(|one| {
        let next = one.profile.next_on;
        (!one.stage().0.is_open(), next.is_none(), next, one.contacted_on())
    });
    Ok(prospects)
}

struct Lines<'a> {
    visitor: &'a Visitor,
    pen: &'a Pen<'a>,
    people: &'a People,
    criteria: &'a [Criterion],
}

impl Lines<'_> {
    fn sheet(&self, caption: &str, prospects: &[&Prospect]) -> Sheet {
        let sums = sees_sums(self.visitor).then(|| Head::numbers(self.pen.t("prospect-contribution")));
        let words = ["prospect-name", "prospect-channel", "prospect-stage"].map(|key| Head::words(self.pen.t(key)));
        let last = ["prospect-next", "prospect-criteria"].map(|key| Head::words(self.pen.t(key)));
        Sheet {
            caption: self.pen.t(caption),
            heads: words.into_iter().chain(sums).chain(last).collect(),
            rows: prospects.iter().map(|one| self.row(one)).collect(),
            is_cards: true,
        }
    }

    fn row(&self, one: &Prospect) -> Vec<Markup> {
        let (pen, profile) = (self.pen, &one.profile);
        let (stage, since) = one.stage();
        let channel = shown(pen, "through-{}", profile.channel.word());
        let through = profile.through.as_deref().map(|through| pen.name(through));
        let sum = sees_sums(self.visitor)
            .then(|| profile.contribution.map_or_else(|| pen.t("prospect-none"), |sum| pen.money(sum)));
        let next = profile.next_on.filter(|_| stage.is_open()).map(|on| {
            let day = pen.day(on);
            let late = (on <= self.visitor.today).then(|| late(pen));
            let who = pen.name(self.people.name(&profile.owner));
            Markup::join([Some(day), late, Some(who)].into_iter().flatten(), "<br>")
        });
        let name = pen.link(&address(&one.id), &pen.name(&profile.name));
        let cells = [
            name,
            Markup::join([Some(channel), through].into_iter().flatten(), " · "),
            Markup::join([shown(pen, "stage-{}", stage.word()), pen.day(since)], " · "),
        ];
        let last = [next.unwrap_or_else(|| pen.t("prospect-none")), self.verdict(one, stage)];
        cells.into_iter().chain(sum).chain(last).collect()
    }

    /// Says in a word what the criteria say.
    fn verdict(&self, one: &Prospect, stage: Stage) -> Markup {
        let judged = next_client::judged(&self.visitor.firm, self.criteria, one, self.visitor.today);
        let has = |truth| judged.iter().any(|one| one.verdict.truth == truth);
        let key = if judged.is_empty() || !stage.is_open() {
            "prospect-none"
        } else if !one.against(&judged).is_empty() {
            "verdict-short-refused"
        } else if has(domain::lesson::rule::Truth::True) {
            "verdict-short-noted"
        } else if has(domain::lesson::rule::Truth::Unknown) {
            "verdict-short-unknown"
        } else {
            "verdict-short-none"
        };
        self.pen.t(key)
    }
}
