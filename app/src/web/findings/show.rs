//! The page of one finding.

use super::rows::{self, Rows};
use super::{explain, may_decide, words};
use crate::lang::sign::Part;
use crate::store::assessments::{Line, Stored, StoredFact, Whole};
use crate::store::episodes::{self, Decision};
use crate::store::policies;
use crate::store::records::Whose;
use crate::web::export::Files;
use crate::web::icon::Mark;
use crate::web::markup::{Markup, Pen};
use crate::web::part::{Facts, Sheet};
use crate::web::past::{self, Look, PastLine};
use crate::web::records::{Found, crumbs, found, found_on, name_of};
use crate::web::{Crumb, Frame, PageError, Shared, Verb, Visitor, href, page};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{Html, IntoResponse, Response};
use domain::sign::{Code, Episode, Family, Policy, State as Verdict, of_report};
use fluent_bundle::FluentValue;

pub async fn show(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((client, code)): Path<(String, String)>,
    Query(asked): Query<past::Asked>,
) -> Result<Response, PageError> {
    match found_on(&app, &visitor.viewer, &client, &["findings", &code], &asked.on).await? {
        Found::Here(whose) => {
            let look = Look::sound(&app, &visitor, &asked.on).await?;
            Ok(shown(&app, &visitor, &whose, &code, look, None).await?.into_response())
        }
        Found::Elsewhere(answer) => Ok(answer),
    }
}

/// Returns the page again, with what was wrong about a form.
pub async fn with_error(
    app: &Shared,
    visitor: &Visitor,
    client: &str,
    code: &str,
    error: &str,
) -> Result<Html<String>, PageError> {
    match found(app, &visitor.viewer, client, &[]).await? {
        Found::Here(whose) => shown(app, visitor, &whose, code, Look::default(), Some(error)).await,
        Found::Elsewhere(_) => Err(PageError::NotFound),
    }
}

async fn shown(
    app: &Shared,
    visitor: &Visitor,
    whose: &Whose,
    code: &str,
    look: Look,
    error: Option<&str>,
) -> Result<Html<String>, PageError> {
    let code = Code::of(code).filter(|code| visitor.viewer.sees_finding(*code)).ok_or(PageError::NotFound)?;
    let seen = Seen::of(app, visitor, whose, code, look).await?;
    let pen = Pen::of(visitor);
    let rows = match &seen.finding {
        Some(finding) if code.family() != Family::Critical => {
            rows::of(app, visitor, &pen, whose, finding, seen.whole.on).await?
        }
        _ => vec![],
    };
    page(&seen.page(visitor, &pen, whose, rows, error))
}

/// A finding, or what is left of it, with all that its page says.
struct Seen {
    look: Look,
    code: Code,
    name: String,
    line: Line,
    whole: Whole,
    /// `None` once it is no longer seen.
    finding: Option<Stored>,
    episodes: Vec<Episode>,
    decisions: Vec<Decision>,
    policy: Policy,
}

impl Seen {
    async fn of(app: &Shared, visitor: &Visitor, whose: &Whose, code: Code, look: Look) -> Result<Seen, PageError> {
        let (db, client) = (&app.db, whose.client());
        let (line, whole) = look.client(app, visitor, client).await?.ok_or(PageError::NotFound)?;
        let finding = if code.family() == Family::Critical && look.past.is_none() {
            Some(reported(app, visitor, client, code).await?.ok_or(PageError::NotFound)?)
        } else {
            whole.findings.iter().find(|finding| finding.code == code).cloned()
        };
        let (mut episodes, mut decisions) = match &look.past {
            Some(past) => past::episodes(db, visitor, client, past.on).await?,
            None => (episodes::all(db, Some(client)).await?, episodes::decisions(db, client).await?),
        };
        episodes.retain(|episode| episode.code == code);
        decisions.retain(|said| said.code == code);
        if finding.is_none() && episodes.is_empty() {
            return Err(PageError::NotFound);
        }
        let last = episodes.last().filter(|_| look.past.is_none());
        let version = last.map_or(whole.policy, |episode| episode.policy);
        let policy = policies::numbered(db, version).await?.map(|version| version.policy);
        let policy = policy.unwrap_or_else(Policy::standard);
        let name = name_of(app, visitor, client).await?;
        Ok(Seen { look, code, name, line, whole, finding, episodes, decisions, policy })
    }

    fn page(&self, visitor: &Visitor, pen: &Pen, whose: &Whose, rows: Vec<Rows>, error: Option<&str>) -> Show {
        let lang = pen.lang;
        let title = lang.sign_name(self.code);
        let client = whose.client();
        let day = self.look.query();
        let mut crumbs = crumbs(visitor, client, &self.name, vec![Crumb { text: title.clone(), href: None }]);
        crumbs.iter_mut().filter_map(|crumb| crumb.href.as_mut()).for_each(|href| href.push_str(&day));
        let say = |part| self.finding.as_ref().and_then(|finding| lang.sign(finding, part, &self.name, pen.sees_money));
        let even = |text: Option<String>| text.map(|text| Markup::even(&text));
        let gone = lang.say("finding-gone", [("name", FluentValue::from(self.name.as_str()))]);
        let is_today = self.look.past.is_none();
        let counts = self.finding.is_some() || self.line.earlier.iter().any(|earlier| earlier.code == self.code);
        let may_decide = is_today && counts && !self.episodes.is_empty() && may_decide(visitor, self.code);
        let here = href::finding(client, self.code);
        Show {
            frame: visitor.frame(format!("{title}: {}", self.name), Some(Verb::Watch), crumbs),
            past: self.look.line(pen, &here),
            title: Markup::text(&title),
            level: self.level(pen),
            since: self.since(pen),
            state: self.state(pen),
            lede: Markup::strong(&say(Part::Say).unwrap_or(gone)),
            facts: self.facts(pen, visitor),
            decide: may_decide.then(|| Decide {
                confirm: format!("{here}/confirmation"),
                dismiss: format!("{here}/dismissal"),
                is_confirmed: self.verdict() == Verdict::Confirmed,
                error: error.map(|key| pen.t(key)),
            }),
            why: even(say(Part::Why)).unwrap_or_default(),
            chance: self.chance(pen),
            known: self.known(pen),
            reverse: even(say(Part::Reverse)).unwrap_or_default(),
            maybe_ours: self.finding.as_ref().filter(|finding| finding.maybe_ours).map(|_| pen.t("finding-maybe-ours")),
            explanations: (self.code.family() == Family::Payment)
                .then(|| explain::table(pen, &self.whole.findings))
                .flatten(),
            remedy: even(self.remedy(pen)),
            ours: self.ours(pen),
            change: even(say(Part::Change)).unwrap_or_default(),
            files: (visitor.sharing.is_none() && !rows.is_empty())
                .then(|| Files::of(pen.lang, "export-title", &format!("{here}/rows{day}"))),
            rows,
            reports: self.reports(pen),
            history: self.history(pen),
            t: Words::of(pen),
        }
    }

    fn level(&self, pen: &Pen) -> Markup {
        match (&self.finding, self.code.family()) {
            (Some(_), Family::Critical) => pen.level(Mark::Critical),
            (Some(finding), _) if finding.raises_the_bar() => pen.level(Mark::Star),
            (Some(finding), _) => pen.level(finding.level.into()),
            (None, _) => pen.level(Mark::None),
        }
    }

    fn verdict(&self) -> Verdict {
        self.episodes.last().map_or(Verdict::Observed, |episode| episode.state)
    }

    fn since(&self, pen: &Pen) -> Markup {
        let Some(episode) = self.episodes.last() else { return Markup::default() };
        Markup::made(format!("{} {}", pen.t("finding-since"), pen.day(episode.first_on)))
    }

    /// Returns what a person said of it, if that still holds, and who.
    fn state(&self, pen: &Pen) -> Markup {
        let said = self.episodes.last().and_then(|last| self.decisions.iter().find(|said| said.number == last.number));
        let key = match self.verdict() {
            Verdict::Observed if said.is_some() => "state-asked-again",
            Verdict::Observed => return Markup::default(),
            Verdict::Confirmed => "state-confirmed",
            Verdict::Dismissed => "state-dismissed",
        };
        let by = said.and_then(|said| said.by.as_deref()).map(|name| format!(" · {}", pen.name(name)));
        let reason = said.filter(|said| !said.reason.is_empty()).map(|said| format!(" · {}", pen.name(&said.reason)));
        Markup::made(format!(
            "<span class=\"tag\">{}</span>{}{}",
            pen.t(key),
            by.unwrap_or_default(),
            reason.unwrap_or_default()
        ))
    }

    fn facts(&self, pen: &Pen, visitor: &Visitor) -> Facts {
        let mut facts = Facts::default();
        let Some(finding) = self.finding.as_ref().filter(|_| self.code.family() != Family::Critical) else {
            return facts;
        };
        let base = visitor.firm.base_currency;
        if let Some(value) = words::value(pen, finding, base) {
            facts.add_big(pen.t("fact-value"), value);
        }
        if let Some(threshold) = words::threshold(pen, finding, &self.policy, base) {
            facts.add(pen.t("fact-threshold"), threshold);
        }
        let rows = [
            ("rows", FluentValue::from(f64::from(finding.facts_total))),
            ("n", FluentValue::from(f64::from(finding.n))),
        ];
        facts.add(pen.t("fact-rows"), pen.say("fact-rows-says", rows));
        facts.add(pen.t("fact-confidence"), words::confidence(pen, finding.confidence));
        facts
    }

    fn chance(&self, pen: &Pen) -> Markup {
        let p = self.finding.as_ref().and_then(|finding| finding.p);
        p.map(|p| words::chance(pen, p)).unwrap_or_default()
    }

    fn known(&self, pen: &Pen) -> Facts {
        let mut facts = Facts::default();
        let test = format!("test-{}", self.code.word());
        if pen.lang.has(&test) {
            facts.add(pen.t("fact-test"), pen.t(&test));
        }
        facts.add(pen.t("fact-known-on"), pen.day(self.whole.on));
        facts.add(pen.t("fact-detector"), pen.id(self.code.word()));
        let version = u64::from(self.policy.version);
        facts.add(pen.t("fact-policy"), pen.link(&format!("/policy/{version}"), &pen.about("beside-version", version)));
        facts
    }

    fn ours(&self, pen: &Pen) -> Facts {
        let mut facts = Facts::default();
        if let Some(quality) = self.line.quality.filter(|_| self.code.family() != Family::Critical) {
            let guard = self.policy.general.quality_guard;
            let key = if quality < guard { "fact-quality-below" } else { "fact-quality-above" };
            let guard = pen.lang.percent(guard);
            let says = [("quality", FluentValue::from(pen.lang.percent(quality))), ("guard", FluentValue::from(guard))];
            facts.add(pen.t("fact-quality"), pen.say(key, says));
        }
        facts
    }

    /// Returns the remedy that fits the likeliest cause of late payment.
    fn remedy(&self, pen: &Pen) -> Option<String> {
        let late = self.code.family() == Family::Payment;
        let cause = self.whole.findings.iter().find(|finding| late && finding.code == Code::P10)?;
        pen.lang.sign(cause, Part::Remedy, &self.name, pen.sees_money)
    }

    /// Returns links to the reports that a critical finding rests on.
    fn reports(&self, pen: &Pen) -> Vec<Markup> {
        let facts = self.finding.iter().flat_map(|finding| &finding.facts).filter(|fact| fact.kind == "reports");
        facts.map(|fact| pen.link(&href::path(["reports", &fact.id]), &pen.t("report-open"))).collect()
    }

    /// Returns the earlier episodes and what was said of each, the newest first.
    fn history(&self, pen: &Pen) -> Vec<Markup> {
        let step = |episode: &Episode| {
            let said = self.decisions.iter().find(|said| said.number == episode.number);
            let decided = said.map(|said| {
                let who = said.by.as_deref().map(|name| format!(" · {}", pen.name(name))).unwrap_or_default();
                let reason =
                    if said.reason.is_empty() { String::new() } else { format!(" · {}", pen.name(&said.reason)) };
                let verdict = pen.t(&format!("state-{}", episode.state.word()));
                format!("<br>{verdict} · {}{who}{reason}", pen.stamp(&said.at))
            });
            let days = [episode.first_on, episode.last_on].map(|day| pen.day(day));
            let days = if episode.first_on == episode.last_on { &days[..1] } else { &days[..] };
            let days = Markup::join(days.iter().cloned(), " – ");
            let level = pen.level(episode.level.into());
            let version = pen.about("beside-version", u64::from(episode.policy));
            Markup::made(format!("{level} {days} · {version}{}", decided.unwrap_or_default()))
        };
        self.episodes.iter().rev().map(step).collect()
    }
}

/// Returns what the reports that this visitor may read raise against a client under one code.
async fn reported(app: &Shared, visitor: &Visitor, client: &str, code: Code) -> Result<Option<Stored>, PageError> {
    let reports = visitor.reports(app).await?;
    let own = reports.iter().filter(|report| report.client == client).filter_map(of_report);
    let own: Vec<Stored> =
        own.filter(|finding| finding.code == code).map(|finding| Stored::of(&finding, true)).collect();
    let facts: Vec<StoredFact> = own.iter().flat_map(|finding| finding.facts.clone()).collect();
    Ok(own.into_iter().next().map(|first| Stored { facts_total: facts.len() as u32, facts, ..first }))
}

/// The forms by which a person says what a finding is worth.
struct Decide {
    confirm: String,
    dismiss: String,
    is_confirmed: bool,
    error: Option<Markup>,
}

/// The words of the page that do not depend on the finding.
struct Words {
    how: Markup,
    us: Markup,
    change: Markup,
    rows: Markup,
    history: Markup,
    reports: Markup,
    confirm: Markup,
    dismiss: Markup,
    dismiss_do: Markup,
    reason: Markup,
    reason_hint: Markup,
    first: Markup,
}

impl Words {
    fn of(pen: &Pen) -> Words {
        Words {
            how: pen.t("finding-how"),
            us: pen.t("finding-us"),
            change: pen.t("finding-change"),
            rows: pen.t("finding-rows"),
            history: pen.t("finding-history"),
            reports: pen.t("finding-reports"),
            confirm: pen.t("finding-confirm"),
            dismiss: pen.t("finding-dismiss"),
            dismiss_do: pen.t("finding-dismiss-do"),
            reason: pen.t("finding-reason"),
            reason_hint: pen.t("finding-reason-hint"),
            first: pen.t("finding-remedy"),
        }
    }
}

#[derive(Template)]
#[template(path = "findings/show.html")]
struct Show {
    frame: Frame,
    past: Option<PastLine>,
    title: Markup,
    level: Markup,
    since: Markup,
    state: Markup,
    lede: Markup,
    facts: Facts,
    decide: Option<Decide>,
    why: Markup,
    chance: Markup,
    known: Facts,
    reverse: Markup,
    maybe_ours: Option<Markup>,
    explanations: Option<Sheet>,
    remedy: Option<Markup>,
    ours: Facts,
    change: Markup,
    rows: Vec<Rows>,
    /// The rows as files.
    files: Option<Files>,
    reports: Vec<Markup>,
    history: Vec<Markup>,
    t: Words,
}
