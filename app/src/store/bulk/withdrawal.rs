//! An invoice that stands and that a later file leaves out by its status: it asks for nothing any more, and what it asked
//! for stays in its past.

use super::said::Said;
use super::{Fate, Inner, Lane, Put, StoreError, either, sql};
use crate::intake::left_out::LeftOut;
use crate::intake::row::Row;
use crate::store::cell;
use domain::record::{Cell, Invoice};

/// What a demand that was withdrawn no longer says.
const SUMS: [&str; 3] = ["amount", "tax", "pass_through"];

impl Lane {
    /// Withdraws an invoice that files told of and the current one leaves out, under every spelling of its client; nothing
    /// where none stands, or where the current file demands it in another row.
    pub fn withdraw(&mut self, left_out: &LeftOut) -> Result<Option<Put>, StoreError> {
        self.flush()?;
        let mut fates = vec![];
        for (client, id) in self.told_by_file(left_out)? {
            fates.push(self.withdraw_under((&client, &id), left_out.line)?);
        }
        fates.retain(|fate| fate.put != Put::Duplicate);
        fates.sort_by_key(|fate| match fate.put {
            Put::Changed => 0,
            Put::Unchanged => 2,
            _ => 1,
        });
        let put = fates.first().map(|fate| fate.put);
        // It is one row: unchanged once, and only where nothing of it is new.
        fates.truncate(fates.iter().filter(|fate| fate.put != Put::Unchanged).count().max(1));
        either!(&mut self.inner, lane => lane.fates.extend(fates));
        Ok(put)
    }

    fn withdraw_under(&mut self, (client, id): (&str, &str), line: u32) -> Result<Fate, StoreError> {
        let kind = &Invoice::KIND;
        let amount = |name: &str| if name == "amount" { Cell::Integer(0) } else { Cell::Null };
        let cells: Vec<Cell> = kind.columns.iter().map(|column| amount(column.name)).collect();
        let row = Row { kind, client, id, old_id: None, cells: &cells, line };
        let mut said = Said::default();
        said.set(kind, kind.columns.iter().map(|column| SUMS.contains(&column.name)).collect());
        either!(&mut self.inner, lane => std::mem::swap(&mut lane.said, &mut said));
        let put = either!(&mut self.inner, lane => lane.meet_one(&row));
        either!(&mut self.inner, lane => std::mem::swap(&mut lane.said, &mut said));
        Ok(Fate::of(&row, put?))
    }

    /// Returns each key of the client, and the id, under which the invoice stands and a file ever told of it: what a
    /// person alone stated, no file withdraws.
    fn told_by_file(&mut self, left_out: &LeftOut) -> Result<Vec<(String, String)>, StoreError> {
        let client = left_out.client.as_str();
        let keys: Vec<String> = either!(&self.inner, lane => lane.spellings.keys(client).map(str::to_owned).collect());
        let mut told = vec![];
        for key in keys {
            let id = self.old.find("invoices", &key, &left_out.id).unwrap_or(&left_out.id).to_owned();
            let stands = either!(&mut self.inner, lane => lane.pairs(sql::STANDING_PAST.to_owned(), &[&key, &id]))?;
            let was_of_file = |(line, before): &(String, String)| {
                line != "0" || cell::from_json(&Invoice::KIND, before).is_some_and(|(_, _, line)| line != 0)
            };
            if stands.iter().any(was_of_file) {
                told.push((key, id));
            }
        }
        Ok(told)
    }
}
