//! One archive of the list, as the journal of its case tells of it, and what of the list is asked for.

use crate::flow::archive::{Made, checked, erased, made, replaced_at};
use crate::flow::cases::{self, Opened};
use crate::flow::legal_holds::{self, Keeping};
use crate::flow::retention;
use crate::keep::erasures;
use crate::store::cases::of_member;
use crate::web::app::Shared;
use crate::web::cases::archives::maker;
use crate::web::cases::people::People;
use crate::web::markup::Pen;
use crate::web::when::When;
use crate::web::{PageError, Visitor, href};
use domain::case::Action;
use domain::case::parting::Scope;
use domain::days::Day;
use domain::text::fold;
use serde::Deserialize;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// The words of how an archive stands.
pub const STATES: [&str; 3] = ["standing", "replaced", "erased"];

/// What is asked for: a part of a client's name, what archives hold, how they stand.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    pub q: String,
    #[serde(default)]
    pub scope: String,
    #[serde(default)]
    pub state: String,
}

impl Asked {
    /// Returns it as the query of an address.
    pub fn query(&self) -> String {
        href::query([("q", self.q.as_str()), ("scope", self.scope.as_str()), ("state", self.state.as_str())])
    }

    fn wants(&self, line: &Line) -> bool {
        let is = |asked: &str, own: &str| asked.is_empty() || asked == own;
        let is_named = fold(&line.client).contains(&fold(&self.q));
        is_named && is(&self.scope, line.scope.word()) && is(&self.state, line.state())
    }
}

/// Until when an archive is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// As long as a hold stands of which the visitor knows.
    Held,
    /// As long as another one stands.
    Stopped,
    Until(Day),
    /// What its time is counted from has not come.
    Waits,
    /// It is gone already.
    Gone,
}

/// An archive.
pub struct Line {
    /// The page of the archives of its case.
    pub href: String,
    pub client: String,
    pub case: String,
    pub scope: Scope,
    pub made_on: Day,
    pub by: String,
    pub readers: Vec<String>,
    pub sha256: String,
    pub kept: Kept,
    pub replaced_on: Option<Day>,
    pub is_erased: bool,
    /// When somebody looked at it last, and whether it was whole.
    pub checked_on: Day,
    pub is_whole: bool,
}

impl Line {
    /// Returns the word of how it stands.
    pub fn state(&self) -> &'static str {
        match (self.replaced_on, self.is_erased) {
            (Some(_), _) => "replaced",
            (None, true) => "erased",
            (None, false) => "standing",
        }
    }
}

/// Returns the archives that a visitor asks for, the newest first; of cases in which they take no part there are none, and
/// restricted cases are not among those of a list.
pub async fn lines(app: &Shared, visitor: &Visitor, asked: &Asked) -> Result<Vec<Line>, PageError> {
    if visitor.is_adviser() || visitor.sharing.is_some() {
        return Err(PageError::NotFound);
    }
    let people = People::of(&app.db).await?;
    let (mut lines, mut kept) = (vec![], BTreeMap::new());
    let own = legal_holds::own_cases(&app.db, &visitor.member).await?;
    let list = erasures::read(&erasures::file(&app.folder)).unwrap_or_default();
    for of_case in of_member(&app.db, &visitor.member, None).await? {
        let Some(opened) = cases::load(app.place(), &of_case.key).await? else { continue };
        if !opened.case.allows(&visitor.member, Action::See) {
            continue;
        }
        if made(&opened.entries).next().is_none() {
            continue;
        }
        // A client may have many cases, and the holds of all of them are read for each.
        let client = &of_case.key.client;
        if !kept.contains_key(client) {
            let keeping = legal_holds::against(app.place(), client, &[]).await?;
            let known = keeping.known_to(&visitor.member, &own);
            kept.insert(client.clone(), (keeping, known));
        }
        let keeping = &kept[client];
        for made in made(&opened.entries) {
            let is_erased = erased(app.place(), (&opened, &list), made.archive).await?.is_some();
            lines.push(line((visitor, &people), (&opened, keeping), (&made, is_erased)));
        }
    }
    lines.retain(|line| asked.wants(line));
    lines.sort_by(|a, b| (Reverse(a.made_on), &a.client).cmp(&(Reverse(b.made_on), &b.client)));
    Ok(lines)
}

/// Draws an archive; `keeping` is what keeps papers of its client, and what of that the visitor knows of.
fn line(
    (visitor, people): (&Visitor, &People),
    (opened, (keeping, known)): (&Opened, &(Keeping, Keeping)),
    (made, is_erased): (&Made, bool),
) -> Line {
    let firm = &visitor.firm;
    let day = |at: &str| When::of(at, firm.zone.as_deref(), visitor.lang.digits).day;
    let (checked_at, is_whole) = checked(opened, made);
    let archive = made.archive;
    let replaced_on = replaced_at(opened, archive).map(day);
    let class = archive.scope.papers();
    let until = || {
        let terms = retention::of_case(opened, firm).unwrap_or_default();
        terms.iter().find(|term| term.class == class).and_then(|term| term.until)
    };
    Line {
        href: format!("{}/archives", href::case(&opened.key.client, &opened.key.case)),
        client: opened.case.opening.client_name.clone(),
        case: opened.key.case.clone(),
        scope: archive.scope,
        made_on: day(made.at),
        by: maker(&Pen::of(visitor), people, made),
        readers: made.readers.unwrap_or_default().to_vec(),
        sha256: archive.sha256.clone(),
        kept: if replaced_on.is_some() || is_erased {
            Kept::Gone
        } else if retention::is_kept(opened, known, class) {
            Kept::Held
        } else if retention::is_kept(opened, keeping, class) {
            Kept::Stopped
        } else {
            until().map_or(Kept::Waits, Kept::Until)
        },
        replaced_on,
        is_erased,
        checked_on: day(checked_at),
        is_whole,
    }
}
