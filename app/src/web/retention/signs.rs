//! Clients whose sign data has grown older than its time, whether the relationship has ended or goes on.

use super::erases;
use crate::store::{erasing, known_at_start};
use crate::web::app::Shared;
use crate::web::export::Cell;
use crate::web::markup::Pen;
use crate::web::part::{Head, Sheet};
use crate::web::{PageError, Visitor, href, records};
use domain::days::Day;
use domain::retention::old_signs_before;
use std::collections::BTreeMap;

/// What has grown old before a day, per client; nobody, for those who may not see what is erased.
pub struct OldSigns {
    before: Day,
    clients: Vec<Grown>,
}

/// A client of whom so many rows have grown old.
struct Grown {
    client: String,
    name: String,
    n: u64,
}

impl OldSigns {
    pub async fn of(app: &Shared, visitor: &Visitor) -> Result<OldSigns, PageError> {
        let before = old_signs_before(&visitor.firm, visitor.today);
        if !erases(visitor) {
            return Ok(OldSigns { before, clients: vec![] });
        }
        let merged = known_at_start::merged(&app.db).await?;
        let mut counted: BTreeMap<String, u64> = BTreeMap::new();
        for (client, n) in erasing::count_older(&app.db, before).await? {
            *counted.entry(known_at_start::main_of(&merged, &client).to_owned()).or_default() += n;
        }
        let mut clients = vec![];
        for (client, n) in counted {
            let name = records::name_of(app, visitor, &client).await?;
            clients.push(Grown { client, name, n });
        }
        Ok(OldSigns { before, clients })
    }

    /// Lists them for a page, each with the form that proposes to erase; nothing where there is none.
    pub fn sheet(&self, pen: &Pen) -> Option<Sheet> {
        let row = |one: &Grown| {
            let form = format!("{}?older=true", href::path(["clients", &one.client, "erasures"]));
            vec![pen.link(&form, &pen.name(&one.name)), pen.count(one.n), pen.day(self.before)]
        };
        (!self.clients.is_empty()).then(|| Sheet {
            caption: pen.t("retention-signs"),
            heads: vec![
                Head::words(pen.t("retention-head-client")),
                Head::numbers(pen.t("retention-head-n")),
                Head::words(pen.t("retention-head-before")),
            ],
            rows: self.clients.iter().map(row).collect(),
            is_cards: true,
        })
    }

    /// Returns them as rows of the file of all that is kept.
    pub fn rows(&self, pen: &Pen) -> impl Iterator<Item = Vec<Cell>> {
        self.clients.iter().map(|one| {
            let words = |key: &str| Cell::Text(pen.lang.text(key));
            let (name, until, n) = (Cell::Text(one.name.clone()), Cell::Day(self.before), Cell::Number(one.n as f64));
            vec![name, words("retention-signs"), until, words("retention-passed"), Cell::Empty, n]
        })
    }
}
