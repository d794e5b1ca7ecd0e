//! One client in the list, and in its exports.

use crate::store::assessments::{Line, Stored};
use crate::store::viewer::Viewer;
use crate::web::export::{Cell, Column, Table};
use crate::web::href;
use crate::web::icon::Mark;
use crate::web::markup::{Markup, Pen};
use crate::web::past::Look;
use domain::sign::{Code, Family, Gravity, Level};

/// A client as the list shows it.
pub struct Row {
    pub place: Markup,
    pub href: String,
    pub name: Markup,
    pub level: Markup,
    pub says: Markup,
    pub unseen: Markup,
    pub share: Markup,
    pub next: Next,
}

/// What to do next.
pub struct Next {
    pub href: String,
    pub text: Markup,
}

impl Row {
    /// Returns the row of a client at a place of the list; links keep the day that is looked at.
    pub fn of(pen: &Pen, viewer: &Viewer, look: &Look, line: &Line, place: u64, revenue: f64) -> Row {
        let share = line.revenue.filter(|_| revenue > 0.0).map(|own| own / revenue);
        Row {
            place: pen.count(place),
            href: href::client(&line.client) + &look.query(),
            name: pen.name(&line.name),
            level: pen.level(mark(viewer, line)),
            says: Markup::even(&says(pen, viewer, line).join(" ")),
            unseen: Markup::text(&unseen(pen, line)),
            share: share.map(|share| pen.percent(share)).unwrap_or_default(),
            next: next(pen, viewer, look, line),
        }
    }
}

/// Returns the mark of a client: its gravest level, or what else there is to say of it.
pub fn mark(viewer: &Viewer, line: &Line) -> Mark {
    match (line.gravity, line.level_for(viewer)) {
        (Gravity::Critical, _) => Mark::Critical,
        (_, Some(level)) => Mark::from(level),
        (_, None) if line.tops.iter().any(Stored::raises_the_bar) => Mark::Star,
        (_, None) if line.is_unseen() => Mark::Blind,
        (_, None) => Mark::None,
    }
}

/// Returns what is said of a client: of its findings, and of those of before without which it would need no review.
fn says(pen: &Pen, viewer: &Viewer, line: &Line) -> Vec<String> {
    let earlier = pen.lang.earlier(&line.earlier_for(viewer));
    of_today(pen, viewer, line).into_iter().chain(earlier).collect()
}

/// Returns one or two sentences: the gravest finding, and the next one of another family if it is more than watched. What
/// a person dismissed stands behind, and is said to be.
fn of_today(pen: &Pen, viewer: &Viewer, line: &Line) -> Vec<String> {
    let is_dismissed = |finding: &&Stored| line.dismissed.contains(&finding.code);
    let all = line.tops.iter().filter(|finding| viewer.sees_finding(finding.code));
    let (dismissed, standing): (Vec<&Stored>, Vec<&Stored>) = all.partition(is_dismissed);
    let seen: Vec<&Stored> = standing.into_iter().chain(dismissed).collect();
    let say = |finding: &Stored| pen.lang.sign_said(finding, &line.name, pen.sees_money, is_dismissed(&finding));
    let Some(first) = seen.first() else {
        let key = match (line.is_unseen(), line.blind.is_empty()) {
            (true, _) => "row-unseen",
            (false, true) => "row-no-signs",
            (false, false) => "row-no-signs-seen",
        };
        return vec![pen.lang.text(key)];
    };
    let other = |finding: &&&Stored| {
        finding.code.family() != first.code.family() && finding.level >= Level::Finding && !finding.only_informs()
    };
    say(first).into_iter().chain(seen.iter().skip(1).find(other).and_then(|second| say(second))).collect()
}

/// Returns the families of which nothing at all is seen, or how many detectors see too little.
fn unseen(pen: &Pen, line: &Line) -> String {
    let is_blind = |family: Family| {
        let mut codes = Code::ALL.iter().filter(|code| code.family() == family);
        codes.all(|code| line.blind.iter().any(|(blind, _)| blind == code))
    };
    let families = Family::ALL.into_iter().filter(|family| *family != Family::Critical && is_blind(*family));
    let names: Vec<String> = families.map(|family| pen.lang.text(family_key(family))).collect();
    match (names.is_empty(), line.blind.len()) {
        (false, _) => names.join(&pen.lang.text("list-comma")),
        (true, 0) => String::new(),
        (true, n) => pen.lang.say("count-blind", [("n", (n as f64).into())]),
    }
}

/// Returns the key of a family's short name.
pub fn family_key(family: Family) -> &'static str {
    match family {
        Family::Payment => "family-payment",
        Family::Effort => "family-effort",
        Family::Delivery => "family-delivery",
        Family::Trust => "family-trust",
        Family::Critical => "family-critical",
    }
}

fn next(pen: &Pen, viewer: &Viewer, look: &Look, line: &Line) -> Next {
    let client = href::client(&line.client) + &look.query();
    let (href, key) = if look.past.is_some() {
        (client, "next-past")
    } else if line.level_for(viewer).is_some() || line.gravity == Gravity::Critical {
        (client, "next-findings")
    } else if line.is_unseen() {
        ("/imports/new".to_owned(), "next-import")
    } else {
        (client, "next-record")
    };
    Next { href, text: pen.t(key) }
}

/// Returns the list as a table of its own, for files.
pub fn table(pen: &Pen, viewer: &Viewer, lines: &[Line]) -> Table {
    let words = ["client", "name", "lead", "level", "signs", "dismissed", "says", "unseen", "revenue"];
    let row = |line: &Line| {
        let level = pen.lang.text(&format!("level-{}", mark(viewer, line).word()));
        let codes = line.codes_for(viewer);
        let dismissed = codes.iter().filter(|code| line.dismissed.contains(code)).copied();
        let words = |codes: Vec<Code>| codes.into_iter().map(Code::word).collect::<Vec<_>>().join(" ");
        let dismissed = words(dismissed.collect());
        vec![
            Cell::Text(line.client.clone()),
            Cell::Text(line.name.clone()),
            Cell::Text(line.lead.clone().unwrap_or_default()),
            Cell::Text(level),
            Cell::Text(words(codes)),
            Cell::Text(dismissed),
            Cell::Text(says(pen, viewer, line).join(" ")),
            Cell::Text(unseen(pen, line)),
            line.revenue.map(|revenue| Cell::Number(revenue.round())).into(),
        ]
    };
    Table {
        title: pen.lang.text("portfolio-title"),
        columns: Column::each(pen.lang, "export-{}", &words),
        rows: lines.iter().map(row).collect(),
    }
}
