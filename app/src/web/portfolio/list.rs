//! The list of one visitor: what is on it, and how it is rendered.

use super::asked::{Asked, MINE};
use super::row::{self, Row};
use super::seen::FEEDS;
use super::{empty, lede};
use crate::store::assessments::{Line, Stored};
use crate::store::policies::{self, Version};
use crate::store::portfolio::{self, Counts, Summary};
use crate::store::sources::{self, SourceFile};
use crate::store::viewer::Viewer;
use crate::store::{Db, records};
use crate::web::chart::{Bar, strip};
use crate::web::icon::Mark;
use crate::web::markup::{Markup, Pen};
use crate::web::part::{Facts, Pager};
use crate::web::{PageError, Shared, Visitor, href};
use askama::Template;
use domain::days::Day;
use domain::record::{Kind, Report};
use domain::sign::{Code, Family, Gravity, Level, of_report};
use fluent_bundle::FluentValue;

/// Rows on one page.
const ROWS: u64 = 50;
/// The strip shows so many clients apart, and the others together.
const BARS: usize = 12;

/// Everything on one page of the list.
pub struct List {
    viewer: Viewer,
    today: Day,
    summary: Summary,
    counts: Counts,
    /// Clients that are critical to this visitor; for everyone else none is.
    critical: u64,
    lines: Vec<Line>,
    /// How many clients the filter leaves, and how many stand before the first line.
    total: u64,
    before: u64,
    leads: Vec<String>,
    missing: Vec<&'static Kind>,
    beside: Beside,
    has_clients: bool,
}

/// What stands in the margin below the list.
struct Beside {
    import: Option<SourceFile>,
    run: Option<(String, i64)>,
    policy: Version,
}

impl List {
    /// Loads what a visitor asks for.
    pub async fn of(app: &Shared, visitor: &Visitor, asked: &Asked, reports: &[Report]) -> Result<List, PageError> {
        let (db, viewer) = (&app.db, &visitor.viewer);
        let concerned = concerned(reports);
        let except: Vec<String> = concerned.iter().map(|(client, _)| client.clone()).collect();
        let filter = asked.filter(db, visitor, except.clone()).await?;
        let counts = portfolio::counts(db, viewer, &filter).await?;
        let critical = critical_lines(portfolio::lines(db, viewer, &filter, &except).await?, &concerned);
        let matching: Vec<Line> = critical.iter().filter(|line| is_asked(line, asked, viewer)).cloned().collect();
        let before = (asked.page() - 1) * ROWS;
        let mut lines: Vec<Line> = matching.iter().skip(before as usize).take(ROWS as usize).cloned().collect();
        let offset = before.saturating_sub(matching.len() as u64);
        let limit = ROWS - lines.len() as u64;
        lines.extend(portfolio::list(db, viewer, &filter, offset as i64, limit as i64).await?);
        let mut summary = portfolio::summary(db, viewer, &except).await?;
        let all = portfolio::lines(db, viewer, &Default::default(), &except).await?;
        let revenue: f64 = all.iter().filter_map(|line| line.revenue).sum();
        summary.clients += all.len() as u64;
        summary.review += all.len() as u64;
        summary.review_revenue += revenue;
        summary.revenue += revenue;
        Ok(List {
            viewer: viewer.clone(),
            today: visitor.today,
            summary,
            counts,
            critical: critical.len() as u64,
            total: left(&counts, asked) + matching.len() as u64,
            lines,
            before,
            leads: portfolio::leads(db).await?,
            missing: records::missing_kinds(db).await?,
            beside: Beside::of(db).await?,
            has_clients: portfolio::has_clients(db).await?,
        })
    }

    /// Renders the list, or what stands in its place.
    pub fn rendered(self, pen: &Pen, asked: &Asked) -> Result<Markup, PageError> {
        match (self.summary.clients, self.has_clients) {
            (0, false) => empty::nothing_yet(pen),
            (0, true) => empty::waiting(pen),
            _ => Ok(Markup::made(self.page(pen, asked).render()?)),
        }
    }

    fn page(&self, pen: &Pen, asked: &Asked) -> Page {
        let place = |i: usize| self.before + i as u64 + 1;
        let row = |(i, line)| Row::of(pen, &self.viewer, line, place(i), self.summary.revenue);
        Page {
            about: self.about(pen),
            lede: lede::lede(pen, &self.summary),
            strip: asked.is_whole().then(|| self.strip(pen)),
            strip_title: pen.t("strip-title"),
            strip_note: pen.t("strip-note"),
            filters: self.filters(pen, asked),
            finder: self.finder(pen, asked),
            exports: ["csv", "xlsx"]
                .map(|ending| {
                    (format!("/clients.{ending}{}", asked.query(&[("page", "")])), pen.t(&format!("export-{ending}")))
                })
                .into(),
            export_title: pen.t("export-title"),
            heads: ["client", "level", "says", "unseen", "share", "next"]
                .map(|head| pen.t(&format!("portfolio-{head}"))),
            rows: self.lines.iter().enumerate().map(row).collect(),
            nothing: pen.t("list-nothing"),
            pager: self.pager(pen, asked),
            seen: self.seen(pen),
            seen_title: pen.t("seen-title"),
            marks_title: pen.t("marks-title"),
            marks: self.marks(pen),
            facts: self.beside.facts(pen, asked),
            t: ["portfolio-title", "list-title", "list-caption", "filters"].map(|key| pen.t(key)),
        }
    }

    fn about(&self, pen: &Pen) -> Markup {
        let clients = pen.about("portfolio-clients", self.summary.clients);
        Markup::join([clients, pen.weekday(self.today)], " · ")
    }

    fn strip(&self, pen: &Pen) -> (Markup, Markup) {
        let revenue = self.summary.revenue;
        let share = |own: Option<f64>| own.filter(|_| revenue > 0.0).map(|own| own / revenue);
        let mut bars: Vec<Bar> = vec![];
        for (i, line) in self.lines.iter().take(BARS).enumerate() {
            bars.push(Bar {
                place: Some(i as u64 + 1),
                name: line.name.clone(),
                mark: row::mark(&self.viewer, line),
                share: share(line.revenue),
                priority: line.priority,
            });
        }
        let others = self.total.saturating_sub(bars.len() as u64);
        if others > 0 {
            let known: f64 = bars.iter().filter_map(|bar| bar.share).sum();
            let rest = (revenue > 0.0).then(|| (1.0 - known).max(0.0));
            let name = pen.lang.say("strip-others", [("n", FluentValue::from(others as f64))]);
            bars.push(Bar { place: None, name, mark: Mark::None, share: rest, priority: 0.0 });
        }
        let level = |bar: &Bar| match bar.place {
            Some(_) => format!("{}: {}", bar.name, pen.lang.text(&format!("level-{}", bar.mark.word()))),
            None => bar.name.clone(),
        };
        let names: Vec<String> = bars.iter().map(level).collect();
        let label = format!("{} {}", pen.lang.text("strip-label"), names.join(&pen.lang.text("list-semicolon")));
        strip(pen, &bars, &label)
    }

    fn filters(&self, pen: &Pen, asked: &Asked) -> Vec<Choice> {
        let c = &self.counts;
        let all = c.all + self.critical;
        let mut choices = vec![Choice::new(
            pen,
            None,
            "filter-all",
            Some(all),
            asked,
            [("level", ""), ("blind", ""), ("gravity", "")],
        )];
        if self.critical > 0 {
            let to = [("gravity", "critical"), ("level", ""), ("blind", "")];
            choices.push(Choice::new(pen, Some(Mark::Critical), "level-critical", Some(self.critical), asked, to));
        }
        for (level, mark, n) in [
            (Level::Severe, Mark::Severe, c.severe),
            (Level::Finding, Mark::Finding, c.finding),
            (Level::Watch, Mark::Watch, c.watch),
        ] {
            let to = [("level", mark.word()), ("blind", ""), ("gravity", "")];
            let key = format!("level-{}", Mark::from(level).word());
            choices.push(Choice::new(pen, Some(mark), &key, Some(n), asked, to));
        }
        let to = [("blind", "1"), ("level", ""), ("gravity", "")];
        choices.push(Choice::new(pen, Some(Mark::Blind), "filter-blind", Some(c.blind), asked, to));
        let to = [("gravity", "questionable"), ("level", ""), ("blind", "")];
        choices.push(Choice::new(pen, None, "filter-review", None, asked, to));
        choices
    }

    fn finder(&self, pen: &Pen, asked: &Asked) -> Finder {
        let option = |value: &str, text: String, chosen: &str| Choosable {
            value: value.to_owned(),
            text,
            is_chosen: value == chosen,
        };
        let of_family = |family: Family| {
            let codes = Code::ALL.iter().filter(|code| code.family() == family && self.viewer.sees_finding(**code));
            let options = codes.map(|code| option(code.word(), pen.lang.sign_name(*code), &asked.code)).collect();
            (pen.t(row::family_key(family)), options)
        };
        let leads = std::iter::once(option(MINE, pen.lang.text("lead-mine"), &asked.lead))
            .chain(self.leads.iter().map(|lead| option(lead, lead.clone(), &asked.lead)));
        Finder {
            q: asked.q.clone(),
            hidden: [
                ("level", asked.level.clone()),
                ("gravity", asked.gravity.clone()),
                ("blind", asked.blind.clone()),
            ]
            .into_iter()
            .filter(|(_, value)| !value.is_empty())
            .collect(),
            signs: Family::ALL.into_iter().filter(|family| *family != Family::Critical).map(of_family).collect(),
            leads: leads.collect(),
            t: ["find-client", "find-sign", "find-sign-any", "find-lead", "find-lead-any", "find-do"]
                .map(|key| pen.t(key)),
        }
    }

    fn pager(&self, pen: &Pen, asked: &Asked) -> Option<Pager> {
        let href = |page: u64| asked.with(&[("page", &page.to_string())]);
        let pager = Pager::of(pen, self.before, self.lines.len() as u64, self.total)?;
        Some(pager.between(pen, asked.page(), self.total.div_ceil(ROWS), href))
    }

    fn seen(&self, pen: &Pen) -> Vec<Markup> {
        let unseen = (self.summary.unseen > 0)
            .then(|| pen.lang.say("seen-unseen", [("n", FluentValue::from(self.summary.unseen as f64))]));
        let missing = FEEDS.iter().filter(|feed| feed.is_missing(&self.missing)).map(|feed| feed.says(pen));
        let missing: Vec<String> = missing.collect();
        let files =
            match missing.is_empty() {
                true => None,
                false => Some(pen.lang.say(
                    "seen-missing",
                    [("files", FluentValue::from(missing.join(&pen.lang.text("list-semicolon"))))],
                )),
            };
        unseen.into_iter().chain(files).map(|text| Markup::strong(&text)).collect()
    }

    fn marks(&self, pen: &Pen) -> Vec<(Markup, Markup)> {
        let critical = (self.critical > 0).then_some(Mark::Critical);
        let marks = [Mark::Severe, Mark::Finding, Mark::Watch, Mark::None, Mark::Blind, Mark::Star];
        let means = |mark: Mark| (pen.level(mark), pen.t(&format!("mark-{}", mark.word())));
        critical.into_iter().chain(marks).map(means).collect()
    }
}

impl Beside {
    async fn of(db: &Db) -> Result<Beside, PageError> {
        Ok(Beside {
            import: sources::latest(db).await?,
            run: sources::latest_run(db).await?,
            policy: policies::newest(db).await?,
        })
    }

    fn facts(&self, pen: &Pen, asked: &Asked) -> Facts {
        let mut facts = Facts::default();
        if let Some(file) = self.import.as_ref().filter(|_| asked.page() == 1) {
            facts.add(pen.t("beside-import"), Markup::join([pen.stamp(&file.imported_at), pen.id(&file.name)], "<br>"));
        }
        if let Some((run, problems)) = self.run.as_ref().filter(|(_, problems)| *problems > 0) {
            let waiting = pen.about("beside-waiting", *problems as u64);
            facts.add(pen.t("beside-problems"), pen.link(&href::path(["imports", run]), &waiting));
        }
        let version = pen.about("beside-version", u64::from(self.policy.policy.version));
        facts.add(pen.t("beside-policy"), pen.link("/policy", &version));
        facts
    }
}

/// Returns the lines of all pages, for files; nothing restricted is among them.
pub async fn all_lines(app: &Shared, visitor: &Visitor, asked: &Asked) -> Result<Vec<Line>, PageError> {
    let filter = asked.filter(&app.db, visitor, vec![]).await?;
    Ok(portfolio::list(&app.db, &visitor.viewer, &filter, 0, i64::from(u32::MAX)).await?)
}

/// Returns the clients that reports concern, each with the findings that they raise.
fn concerned(reports: &[Report]) -> Vec<(String, Vec<Stored>)> {
    let mut concerned: Vec<(String, Vec<Stored>)> = vec![];
    for (report, finding) in reports.iter().filter_map(|report| Some((report, of_report(report)?))) {
        let finding = Stored::of(&finding, true);
        match concerned.iter_mut().find(|(client, _)| *client == report.client) {
            Some((_, findings)) => findings.push(finding),
            None => concerned.push((report.client.clone(), vec![finding])),
        }
    }
    concerned
}

/// Returns lines as they are for whoever may read the reports: critical, and first.
fn critical_lines(lines: Vec<Line>, concerned: &[(String, Vec<Stored>)]) -> Vec<Line> {
    let mut lines: Vec<Line> = lines
        .into_iter()
        .map(|mut line| {
            let findings = concerned.iter().find(|(client, _)| *client == line.client).map(|(_, findings)| findings);
            line.tops = findings.into_iter().flatten().cloned().chain(line.tops).collect();
            Line { gravity: Gravity::Critical, priority: 1.0, ..line }
        })
        .collect();
    lines.sort_by(|a, b| a.client.cmp(&b.client));
    lines
}

/// Tells whether a critical client is among those asked for.
fn is_asked(line: &Line, asked: &Asked, viewer: &Viewer) -> bool {
    let gravity = asked.gravity.is_empty() || asked.only_critical();
    let code = asked.code(viewer).is_none_or(|code| line.tops.iter().any(|finding| finding.code == code));
    gravity && code && asked.level().is_none() && asked.blind != "1"
}

/// Returns how many clients the store's filter leaves.
fn left(counts: &Counts, asked: &Asked) -> u64 {
    match (asked.blind == "1", asked.level()) {
        (true, None) => counts.blind,
        (true, Some(_)) => 0,
        (false, Some(Level::Severe)) => counts.severe,
        (false, Some(Level::Finding)) => counts.finding,
        (false, Some(Level::Watch)) => counts.watch,
        (false, None) => counts.all,
    }
}

/// One choice of the filter.
struct Choice {
    href: String,
    mark: String,
    text: Markup,
    n: Option<Markup>,
    is_chosen: bool,
}

impl Choice {
    fn new(pen: &Pen, mark: Option<Mark>, key: &str, n: Option<u64>, asked: &Asked, to: [(&str, &str); 3]) -> Choice {
        let value = |name: &str| to.iter().find(|(own, _)| *own == name).map_or("", |(_, value)| *value);
        let is_chosen =
            value("level") == asked.level && value("blind") == asked.blind && value("gravity") == asked.gravity;
        let changes: Vec<(&str, &str)> = to.into_iter().chain([("page", "")]).collect();
        Choice {
            href: asked.with(&changes),
            mark: mark.map(Mark::svg).unwrap_or_default(),
            text: pen.t(key),
            n: n.map(|n| pen.count(n)),
            is_chosen,
        }
    }
}

/// The form that finds clients.
struct Finder {
    q: String,
    hidden: Vec<(&'static str, String)>,
    signs: Vec<(Markup, Vec<Choosable>)>,
    leads: Vec<Choosable>,
    t: [Markup; 6],
}

/// One choice of a field.
struct Choosable {
    value: String,
    text: String,
    is_chosen: bool,
}

#[derive(Template)]
#[template(path = "portfolio/list.html")]
struct Page {
    about: Markup,
    lede: Markup,
    strip: Option<(Markup, Markup)>,
    strip_title: Markup,
    strip_note: Markup,
    filters: Vec<Choice>,
    finder: Finder,
    exports: Vec<(String, Markup)>,
    export_title: Markup,
    heads: [Markup; 6],
    rows: Vec<Row>,
    nothing: Markup,
    pager: Option<Pager>,
    seen: Vec<Markup>,
    seen_title: Markup,
    marks_title: Markup,
    marks: Vec<(Markup, Markup)>,
    facts: Facts,
    t: [Markup; 4],
}
