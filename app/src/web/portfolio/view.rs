//! The list as it is rendered: the sentence, the strip, the choices, the table, and what is not seen.

use super::asked::{Asked, MINE};
use super::list::{Beside, List, ROWS};
use super::row::{self, Row};
use super::seen::FEEDS;
use super::{empty, lede};
use crate::web::chart::{Bar, strip};
use crate::web::export::Files;
use crate::web::icon::Mark;
use crate::web::markup::{Markup, Pen};
use crate::web::part::{Facts, Pager};
use crate::web::past::{PastLine, Picker};
use crate::web::{PageError, href};
use askama::Template;
use domain::days::Day;
use domain::sign::{Code, Family, Level};
use fluent_bundle::FluentValue;

/// The strip shows so many clients apart, and the others together.
const BARS: usize = 12;

impl List {
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
        let row = |(i, line)| Row::of(pen, &self.viewer, &self.look, line, place(i), self.summary.revenue);
        Page {
            about: self.about(pen),
            lede: self.lede(pen),
            past: self.look.line(pen, &asked.with(&[("on", ""), ("page", "")])),
            picker: self.look.picker(pen, "/", self.today, self.kept(asked)),
            stale: self.stale.map(|last| self.stale_then(pen, asked, last)),
            strip: asked.is_whole().then(|| self.strip(pen)),
            strip_title: pen.t("strip-title"),
            strip_note: pen.t("strip-note"),
            filters: self.filters(pen, asked),
            finder: self.finder(pen, asked),
            files: Files::of(pen.lang, "export-title", &format!("/clients{}", asked.query(&[("page", "")]))),
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

    fn lede(&self, pen: &Pen) -> Markup {
        match self.stale {
            Some(last) => lede::stale(pen, &self.summary, last, self.beside.policy.policy.general.window_days),
            None => lede::lede(pen, &self.summary),
        }
    }

    /// Says what brings the list up to today, and leads to the day of the latest record.
    fn stale_then(&self, pen: &Pen, asked: &Asked, last: Day) -> Markup {
        let then = pen.link(&asked.with(&[("on", &last.to_string()), ("page", "")]), &pen.t("stale-look"));
        if self.look.past.is_some() { then } else { Markup::join([pen.t("stale-then"), then], " ") }
    }

    /// Returns what the choice of another day keeps.
    fn kept(&self, asked: &Asked) -> Vec<(&'static str, String)> {
        let own =
            [("level", &asked.level), ("gravity", &asked.gravity), ("code", &asked.code), ("blind", &asked.blind)];
        own.into_iter()
            .chain([("lead", &asked.lead), ("q", &asked.q)])
            .map(|(name, value)| (name, value.clone()))
            .collect()
    }

    fn about(&self, pen: &Pen) -> Markup {
        let clients = pen.about("portfolio-clients", self.summary.clients);
        Markup::join([clients, pen.weekday(self.on)], " · ")
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
                ("on", asked.on.clone()),
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
    fn facts(&self, pen: &Pen, asked: &Asked) -> Facts {
        let mut facts = Facts::default();
        if let Some((file, files)) = self.import.as_ref().filter(|_| asked.page() == 1) {
            let what = if *files == 1 { pen.id(&file.name) } else { pen.about("beside-files", *files) };
            facts.add(pen.t("beside-import"), Markup::join([pen.stamp(&file.imported_at), what], "<br>"));
        }
        if let Some((run, problems)) = self.run.as_ref().filter(|(_, problems)| *problems > 0) {
            let waiting = pen.about("beside-waiting", *problems as u64);
            facts.add(pen.t("beside-problems"), pen.link(&href::path(["imports", run]), &waiting));
        }
        if !self.windows.is_empty() {
            facts.add(pen.t("beside-window"), self.closing(pen));
        }
        let version = pen.about("beside-version", u64::from(self.policy.policy.version));
        let since = match self.policy.set_at.as_str() {
            "" => pen.t("policy-standard"),
            set_at => Markup::made(format!("{} {}", pen.t("beside-since"), pen.stamp(set_at))),
        };
        facts.add(pen.t("beside-policy"), Markup::join([pen.link("/policy", &version), since], "<br>"));
        facts
    }

    fn closing(&self, pen: &Pen) -> Markup {
        let first = self
            .windows
            .iter()
            .take(WINDOWS_MAX)
            .flat_map(|line| [pen.link("/notice", &pen.name(&line.of.name)), pen.day(line.window.last_dispatch)]);
        let more = self.windows.len().saturating_sub(WINDOWS_MAX);
        let more = (more > 0).then(|| pen.link("/notice", &pen.about("beside-windows-more", more as u64)));
        Markup::join(first.chain(more), "<br>")
    }
}

/// So many windows stand beside the list; the page of windows has all.
const WINDOWS_MAX: usize = 5;

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
    past: Option<PastLine>,
    picker: Picker,
    /// What is said of looking at the day of the latest record, where all is old.
    stale: Option<Markup>,
    strip: Option<(Markup, Markup)>,
    strip_title: Markup,
    strip_note: Markup,
    filters: Vec<Choice>,
    finder: Finder,
    files: Files,
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
