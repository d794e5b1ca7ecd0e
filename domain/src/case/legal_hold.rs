//! Legal holds: nothing of what a claim may turn on is destroyed or changed, whatever the terms of keeping say, until counsel
//! releases it (DOMAIN 2.15).

use super::act::Act as CaseAct;
use super::event::Text;
use super::parting::Act as Part;
use super::refusal::Refusal;
use super::role::{Action, Role, may};
use super::state::{Case, text};
use crate::days::Day;
use crate::retention::Class;
use serde::{Deserialize, Serialize};

/// How far a hold reaches.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reach {
    /// The kinds of papers; none named are all of them.
    #[serde(default)]
    pub classes: Vec<Class>,
    /// The first and the last day that papers are of; one that is absent leaves that side open.
    pub from: Option<Day>,
    pub to: Option<Day>,
}

impl Reach {
    /// Tells whether it reaches papers of a kind, whatever day they are of.
    pub fn keeps(&self, class: Class) -> bool {
        // Incidents were of the signs once, and a hold on these keeps what it kept.
        let is_of_signs = class == Class::Incident && self.classes.contains(&Class::SignData);
        self.classes.is_empty() || self.classes.contains(&class) || is_of_signs
    }

    /// Tells whether it reaches a paper of a kind that lasts from the first of some days to the last; one that is of no day
    /// is reached.
    pub fn keeps_of(&self, class: Class, days: &[Day]) -> bool {
        let ends_before = days.iter().max().is_some_and(|last| self.from.is_some_and(|from| *last < from));
        let begins_after = days.iter().min().is_some_and(|first| self.to.is_some_and(|to| to < *first));
        self.keeps(class) && !ends_before && !begins_after
    }

    /// Tells whether it reaches any paper of a kind that is of no later day than the last one.
    pub fn keeps_until(&self, class: Class, last: Day) -> bool {
        self.keeps(class) && self.from.is_none_or(|from| from <= last)
    }

    /// Tells whether it reaches all that another reaches.
    pub fn includes(&self, other: &Reach) -> bool {
        let classes = if other.classes.is_empty() { Class::ALL } else { &other.classes };
        let since = self.from.is_none_or(|from| other.from.is_some_and(|first| from <= first));
        let until = self.to.is_none_or(|to| other.to.is_some_and(|last| last <= to));
        classes.iter().all(|class| self.keeps(*class)) && since && until
    }
}

/// What a hold says at a time: how far it reaches, who keeps the papers, and whom of counsel they ask.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    #[serde(flatten)]
    pub reach: Reach,
    pub custodians: Vec<String>,
    pub ask: String,
}

/// An event of a legal hold.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Event {
    /// Holds of a case are counted from one.
    LegalHoldSet {
        hold: u32,
        order: Order,
        #[serde(default)]
        said: Option<Text>,
    },
    /// It was widened or narrowed, or others keep the papers.
    LegalHoldScoped {
        hold: u32,
        order: Order,
        #[serde(default)]
        said: Option<Text>,
    },
    /// The actor, who keeps papers, knows of it.
    LegalHoldAcknowledged { hold: u32 },
    /// Those who had not acknowledged it were reminded.
    CustodiansReminded { hold: u32, custodians: Vec<String> },
    LegalHoldReleased {
        hold: u32,
        #[serde(default)]
        said: Option<Text>,
    },
}

/// What people do with legal holds; texts are theirs, and sealed when they are kept.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    SetLegalHold { order: Order, text: String },
    ScopeLegalHold { hold: u32, order: Order, text: String },
    AcknowledgeLegalHold { hold: u32 },
    RemindCustodians { hold: u32 },
    ReleaseLegalHold { hold: u32, text: String },
}

impl Act {
    /// Returns what the act counts as; whoever keeps papers acknowledges, be they of the case or not.
    pub fn action(&self) -> Option<Action> {
        match self {
            Act::SetLegalHold { .. } | Act::ScopeLegalHold { .. } | Act::RemindCustodians { .. } => {
                Some(Action::HoldRecords)
            }
            Act::ReleaseLegalHold { .. } => Some(Action::ReleaseRecords),
            Act::AcknowledgeLegalHold { .. } => None,
        }
    }

    /// Tells whether it rests on everything that happened before.
    pub fn needs_the_latest(&self) -> bool {
        matches!(self, Act::ScopeLegalHold { .. } | Act::ReleaseLegalHold { .. })
    }
}

impl CaseAct {
    /// Tells whether it says that papers are kept from now on, whatever an erasure takes.
    pub fn keeps_papers(&self) -> bool {
        match self {
            CaseAct::LegalHold(act) => matches!(act, Act::SetLegalHold { .. } | Act::ScopeLegalHold { .. }),
            CaseAct::Parting(Part::CheckHold { hold, .. }) => *hold,
            CaseAct::Sign { decision, .. } => decision.legal_hold,
            _ => false,
        }
    }
}

/// Someone who keeps papers that a hold reaches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Custodian {
    pub member: String,
    pub told_on: Day,
    pub acknowledged_on: Option<Day>,
    /// The last day on which they were reminded.
    pub reminded_on: Option<Day>,
}

/// A hold with what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LegalHold {
    pub id: u32,
    pub order: Order,
    pub custodians: Vec<Custodian>,
    /// What it said at each time, the first first.
    pub log: Vec<Stated>,
    pub released: Option<Ended>,
}

/// What a hold said from a day on, who stated it, and why; the words, where they can be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stated {
    pub on: Day,
    pub by: String,
    pub order: Order,
    pub said: Option<String>,
}

/// Who released a hold, when and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ended {
    pub on: Day,
    pub by: String,
    pub said: Option<String>,
}

impl LegalHold {
    /// Tells whether nobody has released it.
    pub fn stands(&self) -> bool {
        self.released.is_none()
    }

    /// Returns the day on which it was set.
    pub fn since(&self) -> Day {
        self.log[0].on
    }

    /// Returns those who have not acknowledged it as it stands.
    pub fn unaware(&self) -> impl Iterator<Item = &Custodian> {
        self.custodians.iter().filter(|custodian| custodian.acknowledged_on.is_none())
    }

    /// Takes what it says from a day on: who is new is told, and what goes further is acknowledged anew.
    fn state(&mut self, stated: Stated) {
        let goes_further = !self.order.reach.includes(&stated.order.reach);
        let known = |member: &String| self.custodians.iter().find(|custodian| custodian.member == *member);
        let custodian = |member: &String| match known(member) {
            Some(custodian) if !goes_further => custodian.clone(),
            // Whoever did not know of it waits since they were told first.
            Some(custodian) if custodian.acknowledged_on.is_none() => custodian.clone(),
            _ => Custodian { member: member.clone(), told_on: stated.on, acknowledged_on: None, reminded_on: None },
        };
        self.custodians = stated.order.custodians.iter().map(custodian).collect();
        self.order = stated.order.clone();
        self.log.push(stated);
    }
}

impl Case {
    /// Applies an event of a legal hold.
    pub(super) fn apply_legal_hold(&mut self, event: &Event, by: &str, on: Day) {
        let was_kept = self.legal_hold_on(Class::ClientData).is_some();
        let said = match event {
            Event::LegalHoldSet { hold, order, said } => {
                let first = Stated { on, by: by.to_owned(), order: order.clone(), said: text(said) };
                let (log, released) = (vec![], None);
                let mut set = LegalHold { id: *hold, order: order.clone(), custodians: vec![], log, released };
                set.state(first);
                self.legal_holds.push(set);
                text(said)
            }
            Event::LegalHoldScoped { hold, order, said } => {
                let stated = Stated { on, by: by.to_owned(), order: order.clone(), said: text(said) };
                self.of_hold(*hold, |known| known.state(stated));
                text(said)
            }
            Event::LegalHoldAcknowledged { hold } => {
                let own = |known: &mut LegalHold| {
                    let own = known.custodians.iter_mut().filter(|custodian| custodian.member == by);
                    own.for_each(|custodian| custodian.acknowledged_on = Some(on));
                };
                return self.of_hold(*hold, own);
            }
            Event::CustodiansReminded { hold, custodians } => {
                let remind = |known: &mut LegalHold| {
                    let named = known.custodians.iter_mut().filter(|one| custodians.contains(&one.member));
                    named.for_each(|custodian| custodian.reminded_on = Some(on));
                };
                return self.of_hold(*hold, remind);
            }
            Event::LegalHoldReleased { hold, said } => {
                let released = Ended { on, by: by.to_owned(), said: text(said) };
                self.of_hold(*hold, |known| known.released = Some(released));
                text(said)
            }
        };
        // A hold answers whether the client's data must be kept once it reaches them; one that never did says nothing of them.
        let is_kept = self.legal_hold_on(Class::ClientData).is_some();
        if was_kept || is_kept {
            let known = self.parting.hold.take().and_then(|(_, said)| said);
            self.parting.hold = Some((is_kept, said.or(known)));
        }
    }

    fn of_hold(&mut self, id: u32, change: impl FnOnce(&mut LegalHold)) {
        if let Some(hold) = self.legal_holds.iter_mut().find(|hold| hold.id == id) {
            change(hold);
        }
    }

    /// Returns the first standing hold that reaches papers of a kind.
    pub fn legal_hold_on(&self, class: Class) -> Option<&LegalHold> {
        self.legal_holds.iter().find(|hold| hold.stands() && hold.order.reach.keeps(class))
    }

    /// Refuses to destroy papers of a kind under a standing hold, and names whom to ask.
    pub fn may_destroy(&self, class: Class) -> Result<(), Refusal> {
        match self.legal_hold_on(class) {
            Some(hold) => Err(Refusal::Held { since: hold.since(), ask: hold.order.ask.clone() }),
            None => Ok(()),
        }
    }

    /// Returns what letting records go counts as; in a case in which nobody holds any, it is counsel's word.
    pub fn release_action(&self) -> Action {
        let is_whose = |role: &Role| may(*role, Action::ReleaseRecords, self.opening.class);
        if Role::ALL.iter().any(is_whose) { Action::ReleaseRecords } else { Action::Counsel }
    }

    /// Tells whether somebody said that a claim keeps something, and no hold says yet what: then it is everything.
    pub fn awaits_legal_hold(&self) -> bool {
        match &self.parting.hold {
            Some((must, _)) => *must && !self.legal_holds.iter().any(LegalHold::stands),
            None => self.legal_holds.is_empty() && self.signed.as_ref().is_some_and(|one| one.decision.legal_hold),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(iso: &str) -> Option<Day> {
        Some(Day::from_iso(iso).expect("a day"))
    }

    fn reach(classes: &[Class], from: Option<Day>, to: Option<Day>) -> Reach {
        Reach { classes: classes.to_vec(), from, to }
    }

    #[test]
    fn a_reach_is_of_kinds_and_of_days() {
        let year = reach(&[Class::Books], day("2025-01-01"), day("2025-12-31"));
        let on = |class, iso: &[&str]| {
            let days: Vec<Day> = iso.iter().filter_map(|iso| day(iso)).collect();
            year.keeps_of(class, &days)
        };
        assert!(on(Class::Books, &["2025-01-01"]) && on(Class::Books, &["2025-12-31"]));
        assert!(!on(Class::Books, &["2024-12-31"]) && !on(Class::Books, &["2026-01-01"]));
        assert!(on(Class::Books, &["2024-12-31", "2025-01-30"]), "an invoice of the year before that fell due in it");
        assert!(on(Class::Books, &["2024-06-01", "2026-06-01"]), "a contract that began before it and ended after it");
        assert!(!on(Class::Books, &["2023-01-01", "2024-12-31"]) && !on(Class::Books, &["2026-01-01", "2027-01-01"]));
        let no_end = Day::new(9999, 12, 31).expect("a day");
        let since = |iso| year.keeps_of(Class::Books, &[Day::from_iso(iso).expect("a day"), no_end]);
        assert!(since("2020-01-01") && !since("2026-01-01"), "a contract without an end");
        assert!(on(Class::Books, &[]), "what is of no day may be of any");
        assert!(!on(Class::ClientData, &["2025-06-01"]));
        assert!(Class::ALL.iter().all(|class| Reach::default().keeps(*class)), "no kind named are all");
        let last = |iso| year.keeps_until(Class::Books, Day::from_iso(iso).expect("a day"));
        assert!(last("2026-03-31") && last("2025-01-01") && !last("2024-12-31"));
    }

    #[test]
    fn whether_one_reach_goes_further_than_another() {
        let (all, books) = (Reach::default(), reach(&[Class::Books], None, None));
        assert!(all.includes(&books) && !books.includes(&all) && all.includes(&all));
        assert!(reach(Class::ALL, None, None).includes(&all), "all kinds by name");
        let (wide, narrow) = (reach(&[], day("2024-01-01"), None), reach(&[], day("2025-01-01"), day("2025-12-31")));
        assert!(wide.includes(&narrow) && !narrow.includes(&wide) && all.includes(&wide) && !wide.includes(&all));
    }
}
