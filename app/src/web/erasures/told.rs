//! What a visitor is told of the cases that an erasure touches: whoever has no part in one learns how many there are, and
//! neither their ids nor the names of their archives; whoever knows nothing of a legal hold learns only that something stays.

use super::stays;
use crate::flow::destruction::{Against, Copied};
use crate::keep::erasures::Scope;
use crate::store::StoreError;
use crate::store::cases::{Key, of_member};
use crate::web::Visitor;
use crate::web::app::Shared;
use domain::days::Day;
use domain::erasure::CopyKind;
use fluent_bundle::FluentValue;

/// A visitor with the cases in which they take part.
pub struct Told<'v> {
    visitor: &'v Visitor,
    own: Vec<Key>,
}

impl<'v> Told<'v> {
    /// Reads in which cases a visitor takes part.
    pub async fn of(app: &Shared, visitor: &'v Visitor) -> Result<Told<'v>, StoreError> {
        let lines = of_member(&app.db, &visitor.member, None).await?;
        Ok(Told { visitor, own: lines.into_iter().map(|line| line.key).collect() })
    }

    /// Tells whether they have a part in a case.
    pub fn knows(&self, key: &Key) -> bool {
        self.own.contains(key)
    }

    /// Says whose data is erased.
    pub fn erased(&self, scope: &Scope) -> String {
        let lang = self.visitor.lang;
        let knows = |client: &str, case: &str| self.own.iter().any(|key| key.client == client && key.case == case);
        match scope {
            Scope::Case { client, case, keeps_papers: true } => {
                let whole = Scope::Case { client: client.clone(), case: case.clone(), keeps_papers: false };
                lang.say("erasure-scope-papers-stay", [("what", FluentValue::from(self.erased(&whole)))])
            }
            Scope::Case { client, case, .. } if !knows(client, case) => {
                lang.say("erasure-scope-a-case", [("client", FluentValue::from(client.as_str()))])
            }
            Scope::OwnParts { client, case } if !knows(client, case) => {
                lang.say("erasure-scope-own-parts-a-case", [("client", FluentValue::from(client.as_str()))])
            }
            _ => lang.erased(scope),
        }
    }

    /// Returns copies that were not reached; archives of cases in which they have no part are only counted.
    pub fn copies(&self, copies: &[Copied]) -> Vec<Copied> {
        let is_told = |copy: &Copied| {
            copy.kind != CopyKind::Bag || copy.name.as_ref().is_none_or(|name| self.knows_archive(name))
        };
        let (mut told, untold): (Vec<Copied>, Vec<Copied>) = copies.iter().cloned().partition(is_told);
        if !untold.is_empty() {
            let days: Option<Vec<Day>> = untold.iter().map(|copy| copy.until).collect();
            let until = days.and_then(|days| days.into_iter().max());
            let n = untold.iter().map(|copy| copy.n).sum();
            told.push(Copied { until, ..Copied::of(CopyKind::Bag, n) });
        }
        told
    }

    /// Tells whether an archive is of a case in which they have a part: its name begins with the id of its case.
    fn knows_archive(&self, name: &str) -> bool {
        self.own.iter().any(|key| name.strip_prefix(key.case.as_str()).is_some_and(|rest| rest.starts_with('-')))
    }

    /// Says what speaks against an erasure now.
    pub fn against(&self, against: &Against) -> String {
        let lang = self.visitor.lang;
        match against {
            Against::Held(hold) => {
                let is_of = |key: &Key| (&key.client, &key.case) == (&hold.client, &hold.case);
                let knows = self.own.iter().any(is_of) || hold.custodian(&self.visitor.member).is_some();
                let (name, day) = (("name", FluentValue::from(hold.ask.1.as_str())), lang.day(hold.since));
                if knows {
                    lang.say("erasure-held-by", [name, ("day", day.into())])
                } else {
                    lang.say("erasure-stopped", [name])
                }
            }
            Against::Awaited(case) if self.knows(case) => lang.text("erasure-held"),
            Against::Awaited(_) => lang.text("erasure-stopped-all"),
            Against::Open(cases) if cases.iter().any(|case| self.knows(case)) => lang.text("erasure-open-case"),
            Against::Open(_) => lang.text("erasure-not-ended"),
            Against::StillHere => lang.text("erasure-still-here"),
            Against::Nothing => lang.text("erasure-nothing"),
            Against::Stays(class, why) => {
                let class = lang.text(&format!("retention-class-{}", class.word()));
                format!("{class}: {}", stays(lang, *why))
            }
        }
    }
}
