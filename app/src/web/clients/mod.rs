//! One client: the sentence that matters, its findings by family, what we do not see, its pictures, and what is on us.

mod family;
mod header;
mod ours;
mod pictures;

use super::export::Files;
use super::markup::{Markup, Pen};
use super::part::{Chart, Facts};
use super::past::{self, Look, PastLine, Picker};
use super::records::{Found, found_on, kind_name};
use super::{Crumb, Frame, PageError, Shared, Verb, Visitor, holds, href, page, reports};
use crate::flow::past::PastDay;
use crate::store::assessments::{Line, Stored, Whole};
use crate::store::records::{self, Whose};
use crate::store::{baselines, cases, episodes, history, policies, portfolio};
use askama::Template;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use domain::days::Day;
use domain::record::{History, Kind};
use domain::sign::{Episode, Family, Gravity, Policy, Scene, knows_payments, of_report};
use family::FamilyView;
use pictures::Drawn;

pub fn routes() -> Router<Shared> {
    Router::new().route("/clients/{client}", get(show))
}

async fn show(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(client): Path<String>,
    Query(asked): Query<past::Asked>,
) -> Result<Response, PageError> {
    match found_on(&app, &visitor.viewer, &client, &[], &asked.on).await? {
        Found::Here(whose) => {
            let look = Look::at(&app, &visitor, &asked.on).await?;
            let seen = match &look.past {
                Some(past) => Seen::past(&app, &visitor, &whose, past, look.clone()).await?,
                None => Seen::of(&app, &visitor, &whose, look).await?,
            };
            Ok((seen.look.status(), page(&seen.page(&visitor))?).into_response())
        }
        Found::Elsewhere(answer) => Ok(answer),
    }
}

/// The families in the order of the page: what no score weighs comes first.
const FAMILIES: [Family; 5] = [Family::Critical, Family::Payment, Family::Effort, Family::Delivery, Family::Trust];

/// Everything that is known of a client, as far as one visitor sees it.
struct Seen {
    client: String,
    look: Look,
    /// The day that is shown.
    on: Day,
    history: History,
    line: Option<Line>,
    whole: Option<Whole>,
    /// The gravest first; those that this visitor may not see are not among them.
    findings: Vec<Stored>,
    episodes: Vec<Episode>,
    counts: Vec<(&'static Kind, u64)>,
    policy: Policy,
    /// Net revenue of the firm, in the base currency.
    revenue: f64,
    /// Whether payments of any client are known: without them a bill that nothing settled may well be paid.
    knows_payments: bool,
    /// What stands above everything else: work that is stopped, and restricted cases that are open to this visitor.
    notes: Vec<Markup>,
    /// The cases of this client in which the visitor takes part.
    cases: Vec<cases::Line>,
}

async fn notes(app: &Shared, visitor: &Visitor, client: &str) -> Result<Vec<Markup>, PageError> {
    let pen = Pen::of(visitor);
    let mut notes = holds::banner(&app.db, visitor, client).await?;
    // Added after everything was read without them, and only for those named (RULINGS 33).
    let restricted = reports::lines::open_cases(app, visitor, &pen, Some(client));
    notes.extend(restricted.into_iter().map(|line| pen.link(&line.href, &line.says(&pen))));
    Ok(notes)
}

impl Seen {
    async fn of(app: &Shared, visitor: &Visitor, whose: &Whose, look: Look) -> Result<Seen, PageError> {
        let (db, client) = (&app.db, whose.client());
        let mut history = history::of_client(db, client).await?.ok_or(PageError::NotFound)?;
        let known = look.client(app, visitor, client).await?;
        let (line, whole) = known.map_or((None, None), |(line, whole)| (Some(line), Some(whole)));
        let on = whole.as_ref().map_or(visitor.today, |whole| whole.on);
        history.keep_known_on(on);
        let reports = visitor.reports(app).await?;
        let reported = reports.iter().filter(|report| report.client == client).filter_map(of_report);
        let reported: Vec<Stored> = reported.map(|finding| Stored::of(&finding, true)).collect();
        let stored = whole.as_ref().map(|whole| whole.findings.clone()).unwrap_or_default();
        let stored = stored.into_iter().filter(|finding| visitor.viewer.sees_finding(finding.code));
        let baseline = baselines::current(db).await?.map(|(baseline, _)| baseline);
        Ok(Seen {
            client: client.to_owned(),
            look,
            on,
            knows_payments: knows_payments(baseline.as_ref(), &history),
            history,
            line: line.map(|line| if reported.is_empty() { line } else { Line { gravity: Gravity::Critical, ..line } }),
            whole,
            findings: reported.into_iter().chain(stored).collect(),
            episodes: episodes::all(db, Some(client)).await?,
            counts: records::count_by_kind(db, whose).await?,
            policy: policies::current(db).await?,
            revenue: portfolio::summary(db, &visitor.viewer, &[]).await?.revenue,
            notes: notes(app, visitor, client).await?,
            cases: match visitor.sharing {
                Some(_) => vec![],
                None => cases::of_member(db, &visitor.member, Some(client)).await?,
            },
        })
    }

    /// Returns what was known on a past day: neither what is restricted, nor what stands open today.
    async fn past(
        app: &Shared,
        visitor: &Visitor,
        whose: &Whose,
        past: &PastDay,
        look: Look,
    ) -> Result<Seen, PageError> {
        let (db, client) = (&app.db, whose.client());
        let mut history = history::of_client(db, client).await?.ok_or(PageError::NotFound)?;
        history.keep_known_on(past.on);
        let (line, whole) = look.client(app, visitor, client).await?.ok_or(PageError::NotFound)?;
        let seen = whole.findings.iter().filter(|finding| visitor.viewer.sees_finding(finding.code));
        Ok(Seen {
            client: client.to_owned(),
            on: past.on,
            knows_payments: knows_payments(Some(&past.baseline), &history),
            history,
            findings: seen.cloned().collect(),
            line: Some(line),
            whole: Some(whole),
            episodes: past::episodes(db, visitor, client, past.on).await?.0,
            counts: vec![],
            policy: past.policy.clone(),
            revenue: past.summary(&visitor.viewer).revenue,
            notes: vec![],
            cases: vec![],
            look,
        })
    }

    fn name(&self) -> &str {
        self.history.client.as_ref().map_or(&self.client, |client| &client.name)
    }

    fn page(&self, visitor: &Visitor) -> Show {
        let pen = Pen::of(visitor);
        let scene = Scene::new(&self.history, &visitor.firm, &self.policy, self.on);
        let ours = domain::picture::ours(&scene);
        let drawn = Drawn::of(&pen, visitor, &self.client, &scene, self.knows_payments);
        let families: Vec<FamilyView> =
            FAMILIES.into_iter().filter_map(|family| FamilyView::of(self, &pen, family)).collect();
        let list = Crumb { text: visitor.lang.text("portfolio-title"), href: Some(format!("/{}", self.look.query())) };
        let own = Crumb { text: self.name().to_owned(), href: None };
        Show {
            frame: visitor.frame(self.name().to_owned(), Some(Verb::Watch), vec![list, own]),
            name: pen.name(self.name()),
            about: header::about(self, &pen),
            lede: header::lede(self, &pen),
            notes: self.notes.iter().cloned().chain(header::earlier(self, &pen, visitor)).collect(),
            facts: header::facts(self, &pen, visitor, &scene, &ours),
            acts: if self.look.past.is_some() { vec![] } else { header::acts(self, &pen, visitor) },
            past: self.look.line(&pen, &href::client(&self.client)),
            picker: self.look.picker(&pen, &href::client(&self.client), visitor.today, vec![]),
            cases: header::cases(self, &pen),
            jumps: self.jumps(&pen, &families, &drawn),
            files: (!self.findings.is_empty()).then(|| self.files(&pen)),
            late_chance: header::late_chance(self, &pen),
            families,
            punctuality: drawn.punctuality,
            charts: drawn.charts,
            missing: drawn.missing,
            ours: ours::says(self, &pen, &ours),
            records: self.records(&pen),
            t: Words::of(&pen),
        }
    }

    /// Returns links to the parts of the page, which is long on a phone.
    fn jumps(&self, pen: &Pen, families: &[FamilyView], drawn: &Drawn) -> Vec<(String, Markup)> {
        let own = families.iter().map(|family| (format!("#{}", family.id), family.title.clone()));
        let pictures = (!drawn.charts.is_empty()).then_some(("#pictures", "client-pictures"));
        let records = self.look.past.is_none().then_some(("#records", "client-records"));
        let rest = pictures.into_iter().chain([("#ours", "client-ours")]).chain(records);
        own.chain(rest.map(|(href, key)| (href.to_owned(), pen.t(key)))).collect()
    }

    /// Returns the findings as files.
    fn files(&self, pen: &Pen) -> Files {
        let list = format!("{}/findings{}", href::client(&self.client), self.look.query());
        Files::of(pen.lang, "export-findings", &list)
    }

    /// Returns the kinds of which there are records, each with its number and its list; they are lists of today.
    fn records(&self, pen: &Pen) -> Vec<Counted> {
        if self.look.past.is_some() {
            return vec![];
        }
        let own = std::iter::once(Counted {
            href: href::record(&self.client, "clients", &self.client),
            name: pen.t("record-clients"),
            n: Markup::default(),
        });
        let counted = self.counts.iter().map(|(kind, n)| Counted {
            href: href::kind(&self.client, kind.table),
            name: Markup::text(&kind_name(pen.lang, kind)),
            n: pen.count(*n),
        });
        counted.chain(own).collect()
    }
}

/// A kind of records, and how many there are.
struct Counted {
    href: String,
    name: Markup,
    n: Markup,
}

/// The words of the page that do not depend on the client.
struct Words {
    jump: Markup,
    pictures: Markup,
    pictures_note: Markup,
    ours: Markup,
    records: Markup,
    records_note: Markup,
}

impl Words {
    fn of(pen: &Pen) -> Words {
        let follows = if pen.time_follows { "client-pictures-note" } else { "client-pictures-note-fixed" };
        Words {
            jump: pen.t("client-jump"),
            pictures: pen.t("client-pictures"),
            pictures_note: pen.t(follows),
            ours: pen.t("client-ours"),
            records: pen.t("client-records"),
            records_note: pen.t("client-records-note"),
        }
    }
}

#[derive(Template)]
#[template(path = "clients/show.html")]
struct Show {
    frame: Frame,
    name: Markup,
    about: Markup,
    lede: Markup,
    notes: Vec<Markup>,
    facts: Facts,
    past: Option<PastLine>,
    picker: Picker,
    acts: Vec<(String, Markup)>,
    /// The cases that are over, or under way.
    cases: Vec<Markup>,
    jumps: Vec<(String, Markup)>,
    files: Option<Files>,
    late_chance: Option<Markup>,
    families: Vec<FamilyView>,
    punctuality: Option<Chart>,
    charts: Vec<Chart>,
    missing: Vec<Markup>,
    ours: Vec<Markup>,
    records: Vec<Counted>,
    t: Words,
}
