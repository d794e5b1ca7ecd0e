//! Clients who left without a case: until when what we have of them is kept, counted from their last rows.

use super::{propose, until_said, why};
use crate::flow::{cases, destruction, legal_holds, retention};
use crate::store::{known_at_start, retention as stored};
use crate::web::app::Shared;
use crate::web::export::Cell;
use crate::web::markup::{Markup, Pen};
use crate::web::{PageError, Visitor, erasures, href, records};
use domain::days::Day;
use domain::firm::Firm;
use domain::retention::{Dates, Term, terms_of};
use std::collections::BTreeSet;

/// What is kept of them, as rows of the list, and how much of it is due.
#[derive(Default)]
pub struct Silent {
    pub rows: Vec<Vec<Cell>>,
    pub due: u64,
}

/// Returns from which day on a client has no row who counts as one that left.
pub fn left_before(today: Day) -> Day {
    today.plus(-retention::SILENT_DAYS)
}

/// Returns from which day on a client has no row of whom something can be due.
pub fn due_before(firm: &Firm, today: Day) -> Day {
    let of_today = terms_of(firm, &Dates { ended_on: today, booked_on: today, learned_on: None });
    let soonest = of_today.iter().filter(|term| retention::lasts(term)).filter_map(|term| term.until).min();
    // What is counted from the end of a year lasts longer for what was booked in January.
    let days = soonest.map_or(0, |until| until.since(today) - 366);
    today.plus(-days.max(retention::SILENT_DAYS))
}

impl Silent {
    /// Looks at the clients of whom no row is dated from a day on.
    pub async fn of(app: &Shared, visitor: &Visitor, since: Day) -> Result<Silent, PageError> {
        let merged = known_at_start::merged(&app.db).await?;
        let silent = stored::silent_since(&app.db, since).await?;
        let clients: BTreeSet<&str> = silent.iter().map(|client| known_at_start::main_of(&merged, client)).collect();
        let mut all = Silent::default();
        for client in clients {
            let cases = cases::of_client(app.place(), client).await?;
            // What ended by a case stands under it.
            if cases.iter().any(|opened| retention::ended_on(opened).is_some()) {
                continue;
            }
            let is_awaited = cases.iter().any(|opened| opened.case.awaits_legal_hold());
            for term in destruction::terms(erasures::ground(app, visitor), client, &cases).await? {
                all.add(app, visitor, (client, is_awaited), &term).await?;
            }
        }
        Ok(all)
    }

    /// Adds a term of a client, if anything of it is here; a hold may be awaited in one of their cases.
    async fn add(
        &mut self,
        app: &Shared,
        visitor: &Visitor,
        (client, is_awaited): (&str, bool),
        term: &Term,
    ) -> Result<(), PageError> {
        if !retention::has_rows(&app.db, client, term.class).await? {
            return Ok(());
        }
        let pen = Pen::of(visitor);
        let is_kept = is_awaited || !legal_holds::blocks(&app.db, client, &[term.class]).await?.is_empty();
        let (stands, act) = if is_kept {
            (Some(pen.t("retention-kept-stopped")), None)
        } else if term.is_due(visitor.today) {
            self.due += 1;
            (Some(pen.t("retention-passed")), Some(propose(&pen, client, term.class)))
        } else {
            (None, None)
        };
        let name = records::name_of(app, visitor, client).await?;
        let class = pen.t(&format!("retention-class-{}", term.class.word()));
        let link = pen.link(&href::client(client), &pen.name(&name));
        let what = Cell::Text(class.plain()).said_as(Markup::join([link, class], " · "));
        let rest = until_said(&pen, term.until, stands, act);
        let row = [Cell::Text(name), what].into_iter().chain(rest);
        self.rows.push(row.chain([why(&pen, &visitor.firm, term).into(), Cell::Empty]).collect());
        Ok(())
    }
}
