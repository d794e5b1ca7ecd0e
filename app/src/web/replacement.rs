//! What comes in the stead of a client whom we end: the pipeline held against the contribution that is lost, and how long
//! replacing took against the forecast.

use super::app::Shared;
use super::cases::crumbs;
use super::cases::scene::Scene;
use super::cases::words::word;
use super::exit::history;
use super::export::{self, Cell, Column, Format, Place as At, Table};
use super::markup::{Markup, Pen};
use super::part::{Facts, Head, Sheet};
use super::prospects::{address, sees_sums};
use super::{Frame, PageError, Verb, Visitor, href, page};
use crate::flow;
use crate::flow::cases::Opened;
use crate::flow::channels::brought;
use crate::flow::{exit, next_client, past_ends};
use crate::store::viewer::Role;
use crate::store::{cases, exit_runs};
use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use domain::case::Action;
use domain::days::Day;
use domain::exit::{Key, Waited, months};
use domain::lesson::channel::Brought;
use domain::lesson::prospect::Prospect;
use domain::lesson::replacement::{Chances, Coverage, replaced_on};
use domain::money::{Currency, Money};
use fluent_bundle::FluentValue;
use std::collections::HashMap;

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/clients/{client}/cases/{case}/replacement", get(show))
        .route("/clients/{client}/cases/{case}/replacement.csv", get(file))
        .route("/clients/{client}/cases/{case}/replacement.xlsx", get(file))
}

#[derive(Template)]
#[template(path = "replacement/show.html")]
struct Show {
    frame: Frame,
    name: Markup,
    stage: Markup,
    lede: Markup,
    note: Markup,
    facts: Facts,
    pipeline: Option<Sheet>,
    won: Option<Sheet>,
    /// Where both lists are, as one.
    list: String,
    forecast: Markup,
    history: Markup,
    simulation: String,
    back: String,
}

/// What is lost in a year, and what was forecast, with where both come from.
struct Lost {
    /// Whole units of the firm's currency; nothing where nothing says it.
    yearly: Option<f64>,
    forecast: Option<Waited>,
    /// The day of the simulation that the decision kept.
    kept_on: Option<Day>,
}

async fn show(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((client, case)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let scene = seen(&app, &visitor, &client, &case).await?;
    let pen = &scene.pen;
    let lost = lost(&app, &visitor, &scene.opened, true).await?;
    let prospects = next_client::prospects(app.place()).await?;
    let page_of = Page::of(&app, &scene, &prospects).await?;
    let yearly = |one: &Prospect| next_client::expected(&visitor.firm, one, visitor.today);
    let counted = prospects.iter().filter(|one| !page_of.refused.contains(one));
    let lost_yearly = lost.yearly.unwrap_or(0.0).round() as i64;
    let coverage = Coverage::of(lost_yearly, page_of.since, page_of.chances, counted, yearly);
    let won = &page_of.won;
    let title = pen.lang.text("go-replacement");
    let wins = next_client::wins(app.place()).await?.len();
    let pace = past_ends::pace(app.place(), &app.ends, &scene.opened.key.client, visitor.today).await?;
    let show = Show {
        frame: visitor.frame(title.clone(), Some(Verb::Learn), crumbs(&visitor, &scene.opened, Some(title))),
        name: pen.name(scene.name()),
        stage: scene.stage(),
        lede: page_of.lede(&lost, &coverage),
        note: page_of.source(&lost),
        facts: page_of.facts(&lost, &coverage, others(&app, &scene).await?),
        pipeline: page_of.pipeline(&prospects).sheet(pen),
        won: page_of.won(),
        list: scene.href("replacement"),
        forecast: Markup::join(
            [forecast(pen, lost.forecast), page_of.first(&lost, &coverage, won), page_of.replaced(&coverage, won)],
            " ",
        ),
        history: history(pen, wins, pace.as_ref()),
        simulation: href::exit(&scene.opened.key.client, []),
        back: scene.href(""),
    };
    Ok(page(&show)?.into_response())
}

/// Loads an end for those who see what clients leave over.
async fn seen<'a>(app: &Shared, visitor: &'a Visitor, client: &str, case: &str) -> Result<Scene<'a>, PageError> {
    let scene = Scene::of_parting(app, visitor, client, case).await?;
    if sees_sums(visitor) { Ok(scene) } else { Err(PageError::OnlyFor(Role::Finance)) }
}

/// Answers with both lists as one file: those who may come, then those who were won, with the day and the first money.
async fn file(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((client, case)): Path<(String, String)>,
    format: Format,
) -> Result<Response, PageError> {
    let scene = seen(&app, &visitor, &client, &case).await?;
    let (pen, prospects) = (&scene.pen, next_client::prospects(app.place()).await?);
    let page_of = Page::of(&app, &scene, &prospects).await?;
    let mut table = page_of.pipeline(&prospects);
    let dated = [("signed_on", "replacement-signed"), ("paid_on", "replacement-first-paid")];
    table.columns.extend(dated.map(|(machine, key)| Column::of(pen.lang, machine, key)));
    table.rows.iter_mut().for_each(|row| row.extend([Cell::Empty, Cell::Empty]));
    table.rows.extend(page_of.won.iter().map(|one| {
        let mut row = page_of.cells(one);
        row[2] = Cell::Empty;
        row[5] = Cell::Empty;
        row.extend([one.won_on(), page_of.paid_on(one)].map(Cell::from));
        row
    }));
    export::answer_of("replacement", (&scene.opened.key.client, scene.name()), table, format, pen.lang).await
}

/// Returns what is lost: as the simulation says that the decision kept, else as the records say today.
async fn lost(app: &Shared, visitor: &Visitor, opened: &Opened, with_forecast: bool) -> Result<Lost, PageError> {
    let client = &opened.key.client;
    let run = opened.case.scenario.as_ref().map(|scenario| scenario.run.clone());
    let kept = match run {
        Some(run) => exit_runs::of_client(&app.db, client, &run).await?,
        None => None,
    };
    if let Some(kept) = kept {
        let monthly = kept.figures.inputs.iter().find(|input| input.key == Key::Contribution).map(|input| input.value);
        let forecast = kept.figures.replacement_months;
        return Ok(Lost { yearly: monthly.map(|monthly| monthly * 12.0), forecast, kept_on: Some(kept.on) });
    }
    let subject = exit::of_client(app.place(), &app.ends, &visitor.firm, client, visitor.today).await?;
    let Some(subject) = subject else { return Ok(Lost { yearly: None, forecast: None, kept_on: None }) };
    let monthly = match &subject.inputs {
        Ok(inputs) => Some(inputs.client.contribution_monthly),
        Err(_) => subject.known.figure(Key::Contribution),
    };
    let simulated = if with_forecast { exit::simulated(&subject).await? } else { None };
    let forecast = simulated.and_then(|simulated| simulated.figures.replacement_months);
    Ok(Lost { yearly: monthly.map(|monthly| monthly * 12.0), forecast, kept_on: None })
}

/// Returns what is lost in a year with the other ends under way in which the visitor takes part: one pipeline has to make up
/// for all of them.
async fn others(app: &Shared, scene: &Scene<'_>) -> Result<i64, PageError> {
    let (visitor, own) = (scene.visitor, &scene.opened.key);
    let mut sum = 0;
    for line in cases::of_member(&app.db, &visitor.member, None).await? {
        if line.stage.is_parting() && line.key != *own {
            let opened = flow::cases::load(app.place(), &line.key).await?;
            let Some(opened) = opened.filter(|one| one.case.allows(&visitor.member, Action::See)) else { continue };
            let yearly = lost(app, visitor, &opened, false).await?.yearly.unwrap_or(0.0);
            sum += yearly.max(0.0).round() as i64;
        }
    }
    Ok(sum)
}

struct Page<'a> {
    scene: &'a Scene<'a>,
    base: Currency,
    since: Day,
    chances: Chances,
    /// Those whom a criterion refuses.
    refused: Vec<&'a Prospect>,
    /// Those who were won since the decision.
    won: Vec<&'a Prospect>,
    /// Whom those who were won became, by the prospect's id.
    brought: HashMap<String, Brought>,
}

impl<'a> Page<'a> {
    async fn of(app: &Shared, scene: &'a Scene<'a>, prospects: &'a [Prospect]) -> Result<Page<'a>, PageError> {
        let visitor = scene.visitor;
        let since = scene.case().signed.as_ref().map_or(scene.case().opening.on, |signed| signed.on);
        let criteria = next_client::criteria(&app.db).await?;
        // Whom a criterion refuses cannot be won as it stands.
        let refused = |one: &&Prospect| {
            let judged = next_client::judged(&visitor.firm, &criteria, one, visitor.today);
            one.stage().0.is_open() && !one.against(&judged).is_empty()
        };
        let won: Vec<&Prospect> = prospects.iter().filter(|one| one.won_on().is_some_and(|on| on >= since)).collect();
        Ok(Page {
            scene,
            base: visitor.firm.base_currency.unwrap_or(Currency::UNKNOWN),
            since,
            chances: next_client::chances(&app.db).await?.0,
            refused: prospects.iter().filter(refused).collect(),
            brought: brought(&app.db, &won, visitor.today).await?,
            won,
        })
    }

    /// Returns when the first money of one who was won came.
    fn paid_on(&self, one: &Prospect) -> Option<Day> {
        self.brought.get(&one.id).and_then(|brought| brought.paid_on)
    }

    fn pen(&self) -> &Pen<'_> {
        &self.scene.pen
    }

    fn money(&self, whole: i64) -> Markup {
        self.pen().money(Money { minor: self.base.minor(whole as f64), currency: self.base })
    }

    fn lede(&self, lost: &Lost, coverage: &Coverage) -> Markup {
        let lang = self.pen().lang;
        let name = ("name", FluentValue::from(self.scene.name()));
        let share = |share: f64| ("share", FluentValue::from(lang.percent(share)));
        Markup::strong(&match (lost.yearly, coverage.share()) {
            (None, _) => lang.say("replacement-unknown", [name]),
            (Some(_), None) => lang.say("replacement-nothing-lost", [name]),
            (Some(_), Some(own)) if coverage.is_enough() => lang.say("replacement-enough", [name, share(own)]),
            (Some(_), Some(own)) => lang.say("replacement-short", [name, share(own)]),
        })
    }

    /// Says where the lost contribution comes from.
    fn source(&self, lost: &Lost) -> Markup {
        match (lost.kept_on, lost.yearly) {
            (Some(on), _) => {
                self.pen().say("replacement-from-run", [("day", FluentValue::from(self.pen().lang.day(on)))])
            }
            (None, Some(_)) => self.pen().t("replacement-from-records"),
            (None, None) => self.pen().t("replacement-from-nothing"),
        }
    }

    fn facts(&self, lost: &Lost, coverage: &Coverage, others: i64) -> Facts {
        let pen = self.pen();
        let mut facts = Facts::default();
        if lost.yearly.is_some() {
            facts.add_big(pen.t("replacement-lost"), self.money(coverage.lost));
        }
        facts.add(pen.t("replacement-won"), self.money(coverage.won));
        facts.add(pen.t("replacement-weighted"), self.money(coverage.weighted));
        let times = coverage.times().map(|times| {
            pen.say("replacement-times", [("n", FluentValue::from(pen.lang.number((times * 10.0).round() / 10.0, 1)))])
        });
        facts.add(
            pen.t("replacement-raw"),
            Markup::join([Some(self.money(coverage.raw)), times].into_iter().flatten(), " · "),
        );
        let together = Coverage { lost: coverage.lost.max(0) + others, ..*coverage };
        if let Some(share) = together.share().filter(|_| others > 0) {
            let share = pen.say("replacement-together-share", [("share", pen.lang.percent(share).into())]);
            facts.add(pen.t("replacement-together"), Markup::join([self.money(together.lost), share], " · "));
        }
        if let Some((status, owner, _)) = &self.scene.case().learning.replacement {
            let member = FluentValue::from(self.scene.people.name(owner).to_owned());
            let args = [("status", word(pen, "replacement-status-{}", status.word())), ("member", member)];
            facts.add(pen.t("retrospective-replacement"), pen.say("replacement-status-says", args));
        }
        facts
    }

    fn pipeline(&self, prospects: &[Prospect]) -> Table {
        let heads = [
            (At::Both, "name", "prospect-name"),
            (At::Both, "stage", "prospect-stage"),
            (At::Both, "chance", "replacement-chance"),
            (At::Both, "contribution", "prospect-contribution"),
            (At::File, "currency", "export-row-currency"),
            (At::Both, "weighted", "replacement-weighted"),
        ];
        let open = prospects.iter().filter(|one| one.stage().0.is_open());
        Table::placed(self.pen().lang, "replacement-pipeline", &heads, open.map(|one| self.cells(one)).collect())
    }

    fn cells(&self, one: &Prospect) -> Vec<Cell> {
        let (pen, visitor) = (self.pen(), self.scene.visitor);
        let (stage, chance) = (one.stage().0, self.chances.of(one.stage().0));
        let whole = next_client::expected(&visitor.firm, one, visitor.today);
        let sum = |whole: i64| Cell::Sum(Money { minor: self.base.minor(whole as f64), currency: self.base });
        let cell = |whole: Option<i64>| whole.map_or_else(|| Cell::Empty.said_as(pen.t("replacement-no-sum")), sum);
        let weighted = match self.refused.contains(&one) {
            true => pen.t("replacement-refused").into(),
            false => cell(whole.map(|whole| whole * i64::from(chance) / 100)),
        };
        vec![
            pen.link(&address(&one.id), &pen.name(&one.profile.name)).into(),
            pen.t(&format!("stage-{}", stage.word())).into(),
            Cell::Share(f64::from(chance) / 100.0),
            cell(whole),
            whole.map(|_| self.base).into(),
            weighted,
        ]
    }

    /// Returns what was won since the decision, and when its first money came.
    fn won(&self) -> Option<Sheet> {
        let pen = self.pen();
        let mut rows = vec![];
        for one in &self.won {
            let Some(on) = one.won_on() else { continue };
            let paid = self.paid_on(one);
            let after = |day: Option<Day>| {
                day.map_or_else(
                    || pen.t("replacement-not-yet"),
                    |day| {
                        let n = self.number(day).into();
                        Markup::join([pen.day(day), pen.say("replacement-after", [("n", n)])], " · ")
                    },
                )
            };
            let name = pen.link(&address(&one.id), &pen.name(&one.profile.name));
            rows.push(vec![name, after(Some(on)), after(paid)]);
        }
        let heads = ["prospect-name", "replacement-signed", "replacement-first-paid"];
        (!rows.is_empty()).then(|| Sheet {
            caption: pen.t("replacement-since"),
            heads: heads.into_iter().map(|key| Head::words(pen.t(key))).collect(),
            rows,
            is_cards: true,
        })
    }

    /// Says from when on those who were won and paid make up for what is lost.
    fn replaced(&self, coverage: &Coverage, won: &[&Prospect]) -> Markup {
        let (pen, visitor) = (self.pen(), self.scene.visitor);
        let paid = won.iter().filter_map(|one| {
            let on = self.paid_on(one)?;
            Some((on, next_client::expected(&visitor.firm, one, visitor.today)?))
        });
        let Some(on) = replaced_on(coverage.lost, &paid.collect::<Vec<_>>()) else { return Markup::default() };
        pen.say("replacement-replaced", [("day", pen.lang.day(on).into()), ("n", self.number(on).into())])
    }

    /// Says when the first of those who were won signed, held against the forecast, which ends there, and when first revenue came;
    /// or for how long neither has.
    fn first(&self, lost: &Lost, coverage: &Coverage, won: &[&Prospect]) -> Markup {
        if coverage.lost <= 0 {
            return Markup::default();
        }
        let (pen, today) = (self.pen(), self.scene.visitor.today);
        let args = |on: Option<Day>| {
            let day = on.map(|on| ("day", FluentValue::from(pen.lang.day(on))));
            [("n", FluentValue::from(self.number(on.unwrap_or(today))))].into_iter().chain(day)
        };
        let signed = won.iter().filter_map(|one| one.won_on()).min();
        let months = self.months(signed.unwrap_or(today));
        let way = match lost.forecast {
            Some(waited) if months < waited.p10 => "sooner",
            Some(waited) if months > waited.p90 => "later",
            Some(_) => "within",
            None => "none",
        };
        let key = if signed.is_some() { "replacement-first-signed" } else { "replacement-first-signed-open" };
        let signed = pen.say(key, args(signed).chain([("way", way.into())]));
        let paid = won.iter().filter_map(|one| self.paid_on(one)).min();
        let key = if paid.is_some() { "replacement-first" } else { "replacement-first-open" };
        Markup::join([signed, pen.say(key, args(paid))], " ")
    }

    /// Returns how many months after the decision a day is.
    fn months(&self, on: Day) -> f64 {
        months(self.since, on)
    }

    /// Returns them as they are said.
    fn number(&self, on: Day) -> String {
        self.pen().lang.number((self.months(on) * 10.0).round() / 10.0, 1)
    }
}

fn forecast(pen: &Pen, forecast: Option<Waited>) -> Markup {
    let Some(waited) = forecast else { return pen.t("replacement-no-forecast") };
    let months = |n: f64| FluentValue::from(pen.lang.number((n * 10.0).round() / 10.0, 1));
    let args = [("half", months(waited.p50)), ("low", months(waited.p10)), ("high", months(waited.p90))];
    pen.say("replacement-forecast", args)
}
