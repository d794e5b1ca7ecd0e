//! The policy's pages: to read and change, and to see what a change would do.

use super::fields::{self, Field};
use super::tried::Trial;
use super::trying;
use crate::flow::thresholds::Change;
use crate::store::policies::{self, Version};
use crate::store::viewer::Role;
use crate::web::export::{Cell, Files, Place, Table};
use crate::web::markup::{Markup, Pen};
use crate::web::part::Sheet;
use crate::web::portfolio::family_key;
use crate::web::prospects::sees_sums;
use crate::web::{Crumb, Frame, PageError, Shared, Verb, Visitor, href};
use askama::Template;
use domain::sign::{Code, Family, Level, Policy, Range, Rule, Setting};
use fluent_bundle::FluentValue;

/// What was typed and why it cannot be used.
type Refused = (String, Vec<(String, String)>);

#[derive(Template)]
#[template(path = "policy/show.html")]
pub struct View {
    frame: Frame,
    title: Markup,
    version: Markup,
    lede: Markup,
    download: (String, Markup),
    files: Files,
    may_change: bool,
    /// To how the thresholds in force would have done, for whoever may know what became of clients.
    tried: Option<Markup>,
    /// What this version lacks and takes from the standard.
    taken: Option<Markup>,
    error: Option<Markup>,
    families: Vec<Group>,
    try_it: Markup,
    try_hint: Markup,
    history_title: Markup,
    history: Vec<Step>,
}

/// The detectors of one family.
struct Group {
    title: Markup,
    note: Markup,
    detectors: Vec<Detector>,
}

/// One detector's settings.
struct Detector {
    code: Markup,
    name: Markup,
    sees: Markup,
    fields: Vec<Input>,
}

/// One setting as it is read or typed.
struct Input {
    id: String,
    name: String,
    label: Markup,
    value: String,
    read: Markup,
    /// From which value to which it can be set.
    range: Markup,
}

/// One version in the history.
struct Step {
    href: String,
    name: Markup,
    about: Markup,
    reason: Markup,
    changes: Vec<Markup>,
}

impl View {
    /// Shows a version; only the newest can be changed, and only by the owner.
    pub async fn of(
        app: &Shared,
        visitor: &Visitor,
        policy: Policy,
        refused: Option<Refused>,
    ) -> Result<View, PageError> {
        let pen = Pen::of(visitor);
        let versions = policies::all(&app.db).await?;
        let newest = versions.first().map_or(policy.version, |version| version.policy.version);
        let title = pen.lang.text("policy-title");
        let crumbs = vec![
            Crumb { text: pen.lang.text("portfolio-title"), href: Some("/".to_owned()) },
            Crumb { text: title.clone(), href: None },
        ];
        let (error, typed) = refused.map_or((None, vec![]), |(error, typed)| (Some(Markup::even(&error)), typed));
        let number = u64::from(policy.version);
        let is_newest = policy.version == newest;
        let shown = versions.iter().find(|version| version.policy.version == policy.version);
        let lede = if is_newest { "policy-lede" } else { "policy-lede-old" };
        Ok(View {
            frame: visitor.frame(title.clone(), Some(Verb::Watch), crumbs),
            title: Markup::text(&title),
            version: pen.about("beside-version", number),
            lede: Markup::strong(&pen.lang.say(lede, [("n", FluentValue::from(number as f64))])),
            download: (format!("/policy/{number}.toml"), pen.t("policy-download")),
            files: Files::of(pen.lang, "export-title", &format!("/policy/{number}")),
            may_change: is_newest && visitor.role == Role::Owner,
            tried: (is_newest && sees_sums(visitor))
                .then(|| pen.link("/policy/back-test", &pen.t("policy-tried-link"))),
            taken: shown.and_then(|version| taken(&pen, &version.taken)),
            error,
            families: groups(&pen, &policy, &typed),
            try_it: pen.t("policy-try"),
            try_hint: pen.t("policy-try-hint"),
            history_title: pen.t("policy-history"),
            history: history(&pen, &versions),
        })
    }
}

/// Says which settings are the standard's, because there were none when the version was set.
fn taken(pen: &Pen, settings: &[Setting]) -> Option<Markup> {
    let said = |setting: &Setting| {
        let name = format!("{}-name", setting.code);
        let of = if pen.lang.has(&name) { pen.lang.text(&name) } else { pen.lang.text("policy-general") };
        format!("{of}: {}", fields::name(pen, &setting.key))
    };
    let settings: Vec<String> = settings.iter().map(said).collect();
    let listed = settings.join(&pen.lang.text("list-semicolon"));
    (!settings.is_empty()).then(|| pen.say("policy-taken", [("settings", FluentValue::from(listed))]))
}

fn groups(pen: &Pen, policy: &Policy, typed: &[(String, String)]) -> Vec<Group> {
    let general = Detector {
        code: Markup::default(),
        name: pen.t("policy-general"),
        sees: Markup::default(),
        fields: fields::general(policy).into_iter().map(|field| input(pen, field, typed)).collect(),
    };
    let all = Group { title: pen.t("policy-general"), note: pen.t("policy-general-note"), detectors: vec![general] };
    let of_family = |family: Family| Group {
        title: pen.t(&format!("{}-title", family_key(family))),
        note: pen.t("policy-levels-note"),
        detectors: policy
            .rules()
            .filter(|(code, _)| code.family() == family)
            .map(|(code, rule)| detector(pen, code, rule, typed))
            .collect(),
    };
    let families = Family::ALL.into_iter().filter(|family| *family != Family::Critical);
    std::iter::once(all).chain(families.map(of_family)).collect()
}

fn detector(pen: &Pen, code: Code, rule: &Rule, typed: &[(String, String)]) -> Detector {
    let levels = fields::has_levels(rule);
    let common = fields::common(code, rule).into_iter().filter(|field| levels || field.key.starts_with("data_"));
    Detector {
        code: pen.id(code.word()),
        name: Markup::text(&pen.lang.sign_name(code)),
        sees: Markup::even(&pen.lang.sign_sees(code)),
        fields: common.chain(fields::own(code, rule)).map(|field| input(pen, field, typed)).collect(),
    }
}

fn input(pen: &Pen, field: Field, typed: &[(String, String)]) -> Input {
    let label = Markup::text(&fields::name(pen, &field.key));
    let read = Markup::text(&pen.lang.written(&field.value));
    let range = range(pen, &field.name).unwrap_or_default();
    let value = typed.iter().find(|(name, _)| *name == field.name).map_or(field.value, |(_, typed)| typed.clone());
    Input { id: field.name.replace('.', "-"), name: field.name, label, value, read, range }
}

/// Says from which value to which a setting can be set.
fn range(pen: &Pen, name: &str) -> Option<Markup> {
    let (code, key) = name.split_once('.')?;
    let Range { low, high } = Range::of(code, key)?;
    let [low, high] = [low, high].map(|end| FluentValue::from(pen.lang.written(&end.to_string())));
    Some(pen.say("policy-range", [("low", low), ("high", high)]))
}

/// Returns the versions, each with what it changed.
fn history(pen: &Pen, versions: &[Version]) -> Vec<Step> {
    let step = |(i, version): (usize, &Version)| {
        let number = version.policy.version;
        let by = version.set_by.as_deref().map(|name| pen.name(name));
        let on = (!version.set_at.is_empty()).then(|| pen.stamp(&version.set_at));
        let about = Markup::join(on.into_iter().chain(by), " · ");
        Step {
            href: format!("/policy/{number}"),
            name: pen.about("beside-version", u64::from(number)),
            about: if about.is_empty() { pen.t("policy-standard") } else { about },
            reason: pen.name(&version.reason),
            changes: versions
                .get(i + 1)
                .map(|before| changed(pen, &before.policy, &version.policy))
                .unwrap_or_default(),
        }
    };
    versions.iter().enumerate().map(step).collect()
}

/// Returns the settings in which two versions differ.
pub fn changed(pen: &Pen, before: &Policy, after: &Policy) -> Vec<Markup> {
    let old: Vec<Field> = fields::all(before).map(|(_, field)| field).collect();
    let differs = |(code, new): (Option<Code>, Field)| {
        let was = old.iter().find(|field| field.name == new.name).map(|field| field.value.clone())?;
        (was != new.value).then(|| {
            let sign = code.map_or_else(|| pen.t("policy-general"), |code| Markup::text(&pen.lang.sign_name(code)));
            let (was, is) = (pen.lang.written(&was), pen.lang.written(&new.value));
            let name = Markup::text(&fields::name(pen, &new.key));
            let change = pen.say("policy-changed", [("was", FluentValue::from(was)), ("is", FluentValue::from(is))]);
            Markup::made(format!("{sign} · {name}: {change}"))
        })
    };
    fields::all(after).filter_map(differs).collect()
}

#[derive(Template)]
#[template(path = "policy/draft.html")]
pub struct Draft {
    frame: Frame,
    title: Markup,
    lede: Markup,
    changed: Vec<Markup>,
    changed_title: Markup,
    sheet: Option<Sheet>,
    /// Where all changes are, for their files.
    list: String,
    sheet_title: Markup,
    more: Markup,
    trial: Trial,
    trial_title: Markup,
    trial_note: Markup,
    text: String,
    reason: Markup,
    reason_hint: Markup,
    error: Option<Markup>,
    save: Markup,
    back: Markup,
}

/// More changes than these are counted only.
const SHOWN: usize = 300;

impl Draft {
    /// Shows what a changed policy would do; it still carries the version it was made from.
    pub fn of(
        visitor: &Visitor,
        (current, policy): (&Policy, Policy),
        (changes, trial): (&[Change], Trial),
        error: Option<&str>,
    ) -> Draft {
        let pen = Pen::of(visitor);
        let overtaken = current.version != policy.version;
        // Someone else saved first: what was typed is kept, and stands on the newest version from now on.
        let policy = if overtaken { rebased(policy, current.version) } else { policy };
        let title = pen.lang.text("policy-draft-title");
        let crumbs = trying::crumbs(visitor, &title);
        let left = changes.len().saturating_sub(SHOWN);
        Draft {
            frame: visitor.frame(title.clone(), Some(Verb::Watch), crumbs),
            title: Markup::text(&title),
            lede: lede(&pen, changes),
            changed: changed(&pen, current, &policy),
            changed_title: pen.t("policy-changed-title"),
            sheet: table(&pen, &changes[..changes.len() - left]).sheet(&pen),
            list: super::address(current, &policy),
            sheet_title: pen.t("policy-would-title"),
            more: if left > 0 { pen.about("policy-more", left as u64) } else { Markup::default() },
            trial,
            trial_title: pen.t("policy-tried-title"),
            trial_note: pen.t("policy-tried-note"),
            text: policy.text(),
            reason: pen.t("policy-reason"),
            reason_hint: pen.t("policy-reason-hint"),
            error: error.map(|key| pen.t(key)),
            save: pen.t("policy-save"),
            back: pen.t("policy-back"),
        }
    }
}

fn rebased(mut policy: Policy, version: u32) -> Policy {
    policy.version = version;
    policy
}

fn lede(pen: &Pen, changes: &[Change]) -> Markup {
    let count =
        |of: &dyn Fn(&Change) -> bool| FluentValue::from(changes.iter().filter(|change| of(change)).count() as f64);
    if changes.is_empty() {
        return Markup::strong(&pen.lang.text("policy-would-nothing"));
    }
    let appear = pen.lang.say("policy-appear", [("n", count(&|c| c.level_before.is_none()))]);
    let vanish = pen.lang.say("policy-vanish", [("n", count(&|c| c.level_after.is_none()))]);
    let other = pen.lang.say("policy-other", [("n", count(&|c| c.level_before.is_some() && c.level_after.is_some()))]);
    let args = [
        ("appear", FluentValue::from(appear)),
        ("vanish", FluentValue::from(vanish)),
        ("other", FluentValue::from(other)),
    ];
    Markup::strong(&pen.lang.say("policy-would", args))
}

/// Returns what a policy would change.
pub fn table(pen: &Pen, changes: &[Change]) -> Table {
    let level = |level: Option<Level>| level.map_or_else(|| pen.t("policy-none"), |level| pen.level(level.into()));
    let row = |change: &Change| {
        vec![
            change.client.as_str().into(),
            pen.link(&href::client(&change.client), &pen.name(&change.name)).into(),
            change.code.word().into(),
            Cell::Text(pen.lang.sign_name(change.code)),
            level(change.level_before).into(),
            level(change.level_after).into(),
        ]
    };
    let heads = [
        (Place::File, "client", "export-client"),
        (Place::Both, "name", "portfolio-client"),
        (Place::File, "code", "export-finding-code"),
        (Place::Both, "sign", "policy-sign"),
        (Place::Both, "now", "policy-now"),
        (Place::Both, "then", "policy-then"),
    ];
    Table::placed(pen.lang, "policy-would-title", &heads, changes.iter().map(row).collect())
}
