//! What the client's page showed, to whom and from when until when, as the journal of the case gives it back. Looking at a page
//! writes nothing (RULINGS 36): what is known is what could be seen, and not whether somebody looked.

use super::portal::ClientPage;
use crate::case::parting::{Event as Parted, Link};
use crate::case::{Case, Event, Stamped};
use crate::days::Day;
use crate::word::words;

words! {
    /// How a page was served.
    Way {
        /// By a link of someone of the client.
        Client = "client",
        /// By a link of whoever follows us.
        Successor = "successor",
        /// Handed over on paper.
        Paper = "paper",
    }
}

/// A page as it was served: the same until it changed, or until nobody had a link to it any more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Served {
    pub way: Way,
    /// Who had a link to it meanwhile, as far as their names can be read.
    pub readers: Vec<String>,
    /// The instant from which it stood open; of paper the day on which it reached them.
    pub from: String,
    /// The instant or the last day until which it stood open; nothing of paper, which they keep.
    pub until: Option<String>,
    /// SHA-256 of the text of a paper.
    pub digest: Option<String>,
    pub page: ClientPage,
}

/// Returns every page that was served, in the order in which each began.
pub fn served(entries: &[Stamped]) -> Vec<Served> {
    let Some((mut case, rest)) = entries.split_first().and_then(|(first, rest)| Some((Case::replay([first])?, rest)))
    else {
        return vec![];
    };
    let (mut all, mut ways) = (vec![], [Way::Client, Way::Successor].map(Course::of));
    for entry in rest {
        case.apply(entry);
        let page = ClientPage::of(&case);
        for course in &mut ways {
            course.goes_on(&mut all, &case, (entry, page.as_ref()));
        }
        all.extend(page.and_then(|page| on_paper(entry, page)));
    }
    ways.iter().for_each(|course| course.ends(&mut all, None));
    all
}

/// The pages that links of a sort led to, one after another.
struct Course {
    way: Way,
    /// Which of the served pages stands open, and the last day of the links to it.
    open: Option<(usize, Day)>,
}

impl Course {
    fn of(way: Way) -> Course {
        Course { way, open: None }
    }

    fn goes_on(&mut self, all: &mut Vec<Served>, case: &Case, (entry, page): (&Stamped, Option<&ClientPage>)) {
        let on = case.opening.day_of(&entry.at);
        // What nobody could open any more by then is another opening, even of the same page.
        if self.open.is_some_and(|(_, last)| last < on) {
            self.ends(all, None);
            self.open = None;
        }
        let is_ours = |link: &&Link| link.successor == (self.way == Way::Successor);
        let standing = case.parting.links.iter().filter(is_ours).filter(|link| !link.is_revoked && on <= link.until);
        let links: Vec<&Link> = standing.collect();
        let Some((last, page)) = links.iter().map(|link| link.until).max().zip(page) else {
            self.ends(all, Some((on, entry.at.as_str())));
            self.open = None;
            return;
        };
        let page = if self.way == Way::Successor { page.clone().for_successor() } else { page.clone() };
        let at = match self.open.filter(|(at, _)| all[*at].page == page) {
            Some((at, _)) => at,
            None => {
                self.ends(all, Some((on, entry.at.as_str())));
                let (way, from) = (self.way, entry.at.clone());
                all.push(Served { way, readers: vec![], from, until: None, digest: None, page });
                all.len() - 1
            }
        };
        let names = links.iter().filter_map(|link| link.contact.as_ref()).map(|contact| &contact.name);
        for name in names {
            if !all[at].readers.contains(name) {
                all[at].readers.push(name.clone());
            }
        }
        self.open = Some((at, last));
    }

    /// Notes until when the page stood open: until an instant, but no longer than its last link.
    fn ends(&self, all: &mut [Served], at: Option<(Day, &str)>) {
        let Some((open, last)) = self.open else { return };
        let instant = at.filter(|(on, _)| *on <= last).map(|(_, at)| at.to_owned());
        all[open].until = Some(instant.unwrap_or_else(|| last.to_string()));
    }
}

fn on_paper(entry: &Stamped, page: ClientPage) -> Option<Served> {
    let Event::Parting(Parted::ClientPageHandedOver { on, digest, .. }) = &entry.event else { return None };
    let (from, digest) = (on.to_string(), Some(digest.clone()));
    Some(Served { way: Way::Paper, readers: vec![], from, until: None, digest, page })
}
