//! What the case and the client's records have for the lists of a letter: the work, what is asked of the client, and
//! the dates that they keep themselves. A letter says that there is none only where nothing is known.

use crate::lang::Lang;
use crate::web::cases::scene::Scene;
use crate::web::letters::lines::worded;
use crate::web::portal::owed;
use domain::days::Day;
use domain::record::{Deliverable, History};
use domain::separation::letter::Kind;
use domain::separation::obligation::{Code, Item, Side};
use domain::separation::portal::{self, Owed, Owes};
use domain::separation::tone;

/// The lines of each list, as its field takes them.
#[derive(Debug, Default)]
pub struct Known {
    pub deliverables: Vec<String>,
    pub actions: Vec<String>,
    /// What either side still owes, as a closing summary names it.
    pub remains: Vec<String>,
    pub deadlines: Vec<String>,
}

impl Known {
    /// Looks what there is for a letter of a kind, in its language.
    pub fn of(scene: &Scene, history: Option<&History>, kind: Kind, written: tone::Language) -> Known {
        let owed = portal::owed(&scene.case().parting);
        let lists = Lists { scene, owed, written };
        let records = history.map(|history| history.deliverables.as_slice()).unwrap_or_default();
        let open = lists.open(records);
        let (deliverables, remains) = match kind {
            Kind::ClosingSummary => (finished(records), lists.remains(open)),
            _ => (open, vec![]),
        };
        Known { deliverables, actions: lists.actions(), remains, deadlines: lists.deadlines() }
    }
}

/// Returns the work that was done, each with the day on which it was accepted, or else delivered.
fn finished(records: &[Deliverable]) -> Vec<String> {
    let mut done: Vec<(Day, String)> =
        records.iter().filter_map(|one| Some((one.accepted_on.or(one.delivered_on)?, one.id.to_string()))).collect();
    done.sort();
    done.into_iter().map(|(on, what)| line(&what, on)).collect()
}

struct Lists<'a> {
    scene: &'a Scene<'a>,
    owed: Vec<Owed>,
    written: tone::Language,
}

impl Lists<'_> {
    /// Returns the work that is still to be delivered, of the records and of the register. What is late stands with the
    /// day that the register has for it, else with the last day of the services.
    fn open(&self, records: &[Deliverable]) -> Vec<String> {
        let today = self.scene.visitor.today;
        let listed = |id: &str| self.register(Code::Del01).find(|item| item.obligation.about.as_deref() == Some(id));
        let is_open = |one: &&Deliverable| {
            let is_settled = listed(&one.id).is_some_and(|item| !item.is_open());
            one.delivered_on.is_none() && one.accepted_on.is_none() && !is_settled
        };
        let day = |one: &Deliverable| {
            let planned = listed(&one.id).map(|item| item.obligation.due_on);
            let days = [planned, Some(one.due_on), self.scene.case().parting.all_end_on()];
            days.into_iter().flatten().find(|day| *day >= today).unwrap_or(one.due_on)
        };
        let of_records = records.iter().filter(is_open).map(|one| line(&one.id, day(one)));
        let is_beside = |one: &&Owed| {
            let is_record = |about: &str| records.iter().any(|record| *record.id == *about);
            is_listed(one, Code::Del01) && is_ours(one) && !one.about.as_ref().is_some_and(|it| is_record(it.as_str()))
        };
        let beside = self.owed.iter().filter(is_beside).map(|one| line(&self.says(one), one.due_on));
        of_records.chain(beside).collect()
    }

    /// Returns what the client still owes, in the words by which they read of it, and what they did not confirm yet.
    fn actions(&self) -> Vec<String> {
        let is_asked = |one: &&Owed| {
            one.side == Side::Theirs && one.settled_on.is_none() && one.confirmed.is_none() && !is_date(one)
        };
        self.owed.iter().filter(is_asked).map(|one| line(&self.says(one), one.due_on)).collect()
    }

    /// Returns what either side still owes beside open work; the summary itself is not counted.
    fn remains(&self, open: Vec<String>) -> Vec<String> {
        let is_work = |one: &Owed| is_listed(one, Code::Del01) && is_ours(one);
        let is_own = |one: &Owed| is_date(one) || is_listed(one, Code::Clo01);
        let rest = self.owed.iter().filter(|one| one.settled_on.is_none() && !is_work(one) && !is_own(one));
        open.into_iter().chain(rest.map(|one| line(&self.says(one), one.due_on))).collect()
    }

    /// Returns the dates that the client keeps after us (DEL-07): each in the words of its entry. The duty to list them
    /// is no date itself.
    fn deadlines(&self) -> Vec<String> {
        let date = |one: &Owed| {
            let item = self.scene.case().parting.duties.register.get(one.id)?;
            let words =
                item.said.as_ref().and_then(|said| said.words.as_deref()).filter(|words| !words.trim().is_empty());
            let is_one = one.side == Side::Theirs || one.about.is_some() || words.is_some();
            let is_ahead = one.due_on >= self.scene.visitor.today;
            let says = || words.map_or_else(|| self.says(one), str::to_owned);
            (is_one && is_ahead).then(|| line(&says(), one.due_on))
        };
        self.owed.iter().filter(|one| is_date(one)).filter_map(date).collect()
    }

    fn register(&self, code: Code) -> impl Iterator<Item = &Item> {
        self.scene.case().parting.duties.register.of(code)
    }

    /// Says what is owed in the language of the letter.
    fn says(&self, one: &Owed) -> String {
        worded(self.written, |language| owed::what(Lang::plain(language), one))
    }
}

fn is_listed(one: &Owed, code: Code) -> bool {
    matches!(one.what, Owes::Listed(listed) if listed.code() == code)
}

fn is_date(one: &Owed) -> bool {
    is_listed(one, Code::Del07)
}

fn is_ours(one: &Owed) -> bool {
    one.side == Side::Ours && one.settled_on.is_none()
}

/// Writes a thing with its day so that the field reads it again.
fn line(what: &str, on: Day) -> String {
    format!("{} | {on}", what.replace(['\n', '\r', '|'], " ").trim())
}
