//! What belongs into the archives of a restricted case: what was stated, who reads it, its journal and its files; and,
//! apart from it, what counsel said with what only counsel and compliance know.

use super::act::bytes_of;
use super::compartment::Compartment;
use super::envelope::Opened;
use super::journal::Line as Kept;
use crate::archive::Files;
use crate::archive::journal::{self as journal_files, Line};
use crate::archive::report::{self, Stated};
use crate::flow::archive::{Gathered, NotSealed};
use crate::store::Db;
use crate::store::cases::{self, Key};
use domain::case::Event;

/// Gathers what the readers of a report keep of it. What counsel said stays closed; its places in the journal remain.
pub async fn ours(db: &Db, opened: &Opened) -> Result<Gathered, NotSealed> {
    let envelope = &opened.envelope;
    let mut papers = Files::new();
    let stated = Stated {
        report: &envelope.report,
        client_name: &envelope.client_name,
        filed_on: envelope.filed_on,
        wishes: &envelope.wishes,
    };
    let readers = envelope.readers.iter().map(|reader| (reader.member.as_str(), reader.name.as_str()));
    report::write(&stated, readers, &mut papers);
    let mut files = vec![];
    for file in &envelope.files {
        let bytes = bytes_of(db, file).await?.ok_or_else(|| NotSealed::Missing(file.sha256.clone()))?;
        files.push((file.name.clone(), bytes));
    }
    report::evidence(files, &mut papers);
    gathered(opened, |event| !event.is_privileged(), papers)
}

/// Gathers what counsel said in a restricted case, and what stands in its compartment, where the key at hand opens one.
pub fn privileged(opened: &Opened, compartment: Option<&Compartment>) -> Result<Gathered, NotSealed> {
    let mut papers = Files::new();
    if let Some(compartment) = compartment {
        if compartment.broken.is_some() {
            return Err(NotSealed::Differs("compartment"));
        }
        let lines: Vec<Line> = compartment.folder.lines.iter().map(|kept| line(kept, true)).collect();
        journal_files::write_compartment(&lines, &mut papers);
    }
    gathered(opened, Event::is_privileged, papers)
}

/// Returns papers with the journal, in which those words stand open that belong there; the rest has its digest.
fn gathered(opened: &Opened, belongs: impl Fn(&Event) -> bool, papers: Files) -> Result<Gathered, NotSealed> {
    if opened.broken.is_some() {
        return Err(NotSealed::Differs("journal"));
    }
    let report = &opened.envelope.report;
    let lines = opened.envelope.case.iter().zip(&opened.entries);
    let key = Key { client: report.client.clone(), case: report.id.clone() };
    let journal = lines.map(|(kept, stamped)| line(kept, belongs(&stamped.event))).collect();
    Ok(Gathered { journal, papers, ..Gathered::nothing(&key) })
}

/// Returns an entry as it is archived; its chain binds what was said as it was written.
fn line(kept: &Kept, is_in: bool) -> Line {
    let said = kept.said.as_ref().map(|said| said.clone().into_bytes());
    let entry = cases::Kept { entry: kept.entry.clone(), sealed: said };
    Line::of(&entry, kept.said.as_deref().filter(|_| is_in))
}
