//! The beginning of a restricted case: every report opens one, at once, among those it was left open to.

use super::event::{Event, Text};
use super::opening::{Cause, Opening};
use super::protection::{Door, Wish};
use super::role::{Class, Role};
use super::stage::{Stage, Track};
use crate::days::Day;
use crate::record::{Report, ReportKind};

/// By this name whoever reported acts in the journal, so that it does not say who they are.
pub const REPORTER: &str = "reporter";

/// Someone to whom a report was left open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recipient<'a> {
    pub member: &'a str,
    pub owner: bool,
    /// Someone from outside the firm.
    pub adviser: bool,
}

/// How a report was filed.
#[derive(Clone, Debug)]
pub struct Filing<'a> {
    pub report: &'a Report,
    pub client_name: &'a str,
    pub on: Day,
    /// The firm's zone.
    pub zone: Option<&'a str>,
    pub door: Door,
    pub wish: Wish,
    pub recipients: &'a [Recipient<'a>],
    /// Whether whoever reported sees it later.
    pub keeps_access: bool,
    /// How many members the firm has.
    pub members: u32,
    /// The version of the policy.
    pub policy: u32,
    /// Names and SHA-256 of the files that came with it.
    pub evidence: Vec<(String, String)>,
}

impl Class {
    /// Returns the class of a case that a report opens.
    pub fn reported(kind: ReportKind) -> Class {
        match kind {
            ReportKind::IllegalSuspected | ReportKind::IllegalKnown => Class::IllegalAct,
            _ => Class::Conduct,
        }
    }
}

/// Returns the events with which a restricted case begins.
pub fn begin(filing: &Filing) -> Vec<Event> {
    let class = Class::reported(filing.report.kind);
    let opening = Opening {
        client: filing.report.client.clone(),
        client_name: filing.client_name.to_owned(),
        on: filing.on,
        zone: filing.zone.map(str::to_owned),
        cause: Cause::Report,
        class,
        track: Track::Light,
        policy: filing.policy,
        owners: filing.recipients.iter().map(|recipient| recipient.member.to_owned()).collect(),
        members: filing.members,
        lead: None,
        findings: vec![],
        earlier: vec![],
        blind: 0,
        looked: 0,
        snapshot: None,
        follows: None,
    };
    let mut events = vec![Event::CaseOpened { opening: Box::new(opening), said: None }];
    events.extend(roles(class, filing.recipients));
    if filing.keeps_access {
        events.push(Event::RoleGiven { role: Role::Reporter, member: REPORTER.to_owned() });
    }
    events.push(Event::DoorChanged { door: filing.door, named: None, said: None });
    events.push(Event::WishStated { wish: filing.wish, said: None::<Text> });
    let sealed = |(name, sha256): &(String, String)| Event::EvidenceSealed {
        name: name.clone(),
        sha256: sha256.clone(),
        said: None,
    };
    events.extend(filing.evidence.iter().map(sealed));
    events.push(Event::StageEntered { stage: Stage::Protect });
    events
}

/// Whom a role fits.
type Fits = fn(&Recipient) -> bool;

/// Gives the roles: an owner decides, someone who is none protects, an adviser from outside is counsel. They may be given
/// to others later; what nobody holds falls to all to whom the report is open.
fn roles(class: Class, recipients: &[Recipient]) -> Vec<Event> {
    let protector = if class == Class::IllegalAct { Role::Compliance } else { Role::Guardian };
    let wanted: [(Role, &[Fits]); 3] = [
        (Role::DecisionOwner, &[|one| one.owner, |one| !one.adviser]),
        (protector, &[|one| !one.owner && !one.adviser, |one| !one.owner]),
        (Role::Counsel, &[|one| one.adviser]),
    ];
    let given = |(role, tests): (Role, &[Fits])| {
        let fitting =
            |test: &Fits| -> Vec<&Recipient> { recipients.iter().filter(|recipient| test(recipient)).collect() };
        let holders = tests.iter().map(fitting).find(|holders| !holders.is_empty()).unwrap_or_default();
        holders.into_iter().map(|one| Event::RoleGiven { role, member: one.member.to_owned() }).collect::<Vec<_>>()
    };
    wanted.into_iter().flat_map(given).collect()
}
