//! What belongs into an archive of a case, for each of those for whom one is made.

use super::{Bound, Gathered, NotSealed, fetched};
use crate::archive::contracts::{self as contract_files, Term, Text, Words};
use crate::archive::journal::Line;
use crate::archive::records::Row;
use crate::archive::theirs::Given;
use crate::archive::{Files, outcome, theirs};
use crate::flow::case_files::{self, What};
use crate::flow::cases::{Opened, Place};
use crate::flow::legal_holds::Keeping;
use crate::flow::{afterwards, legal_holds, retention};
use crate::keep::package::Item;
use crate::secret::key_folder::Of;
use crate::store::cases::{self as journals, Kept};
use crate::store::contracts::{self, Handle};
use crate::store::legal_holds::LegalHold;
use crate::store::records::{self, Asked, PULSE_MIN, Record, Whose};
use crate::store::sources::{self, SourceFile};
use crate::store::viewer::Viewer;
use crate::store::{Db, StoreError, firm_facts};
use domain::case::Stamped;
use domain::case::parting::Parting;
use domain::record::{KINDS, Pulse};
use domain::retention::Class;
use domain::separation::portal::ClientPage;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What the client was shown at the end.
const CLOSING_PACK: &str = "client/closing-pack.zip";

/// The folder of the letters.
pub(super) const LETTERS: &str = "letters/";

/// Gathers what belongs into the archive that the firm keeps of a case. What counsel said, answers about our own part and
/// answers that are still closed stay closed; their places in the journal and its chain remain.
pub async fn ours(place: Place<'_>, opened: &Opened) -> Result<Option<Gathered>, NotSealed> {
    let key = &opened.key;
    let journal = journal(place, opened, |event| !event.is_privileged()).await?;
    let Some(whose) = whose(place.db, &key.client).await? else { return Ok(None) };
    let mut found = found(place.db, &whose).await?;
    let answers = found.iter().filter(|record| record.kind == &Pulse::KIND).count() as u64;
    found.retain(|record| answers >= PULSE_MIN || record.kind != &Pulse::KIND);
    let files = sources::of_ids(place.db, found.iter().map(|record| record.source.id)).await?;
    let rows = found.iter().map(|record| row(record, &files)).collect();
    let (texts, terms) = of_contracts(place.db, &found).await?;
    let (papers, bound) = (papers(place, opened).await?, bound(place, opened).await?);
    let after = afterwards::load(place, key).await?.told;
    Ok(Some(Gathered { journal, after, rows, texts, terms, papers, bound, ..Gathered::nothing(key) }))
}

/// Gathers what counsel said in a case, and nothing else but the chain that it is part of.
pub async fn privileged(place: Place<'_>, opened: &Opened) -> Result<Gathered, NotSealed> {
    let journal = journal(place, opened, domain::case::Event::is_privileged).await?;
    Ok(Gathered { journal, ..Gathered::nothing(&opened.key) })
}

/// Returns what the client takes along; what was given to them is fetched when its turn comes.
pub async fn theirs(place: Place<'_>, opened: &Opened) -> Result<Vec<Item>, NotSealed> {
    let mut files = Files::new();
    let Some(whose) = whose(place.db, &opened.key.client).await? else { return Ok(vec![]) };
    let found = found(place.db, &whose).await?;
    let rows: Vec<Row> = found.iter().map(|record| row(record, &HashMap::new())).collect();
    let (mut texts, _) = of_contracts(place.db, &found).await?;
    // The newest of each contract comes first; what was handed in before it was replaced.
    texts.dedup_by(|(next, _), (newest, _)| (&next.client, &next.contract) == (&newest.client, &newest.contract));
    let page = ClientPage::of(&opened.case);
    theirs::write(&rows, &texts, page.as_ref(), &mut files);
    let mut given = vec![];
    for file in page.iter().flat_map(|page| &page.files) {
        let name = file.name.clone().unwrap_or_else(|| file.sha256.clone());
        let bytes = kept(place, opened, What::Proof, &file.sha256).await?.len() as u64;
        given.push(Given { name, sha256: file.sha256.clone(), bytes });
    }
    let paths = theirs::given(&given, &mut files);
    let proof = |one: Given| Bound { what: What::Proof, sha256: one.sha256, bytes: one.bytes };
    let mut bound: BTreeMap<String, Bound> = paths.into_iter().zip(given.into_iter().map(proof)).collect();
    if let Some(sha256) = &opened.case.parting.sealed {
        let bytes = kept(place, opened, What::ClosingPack, sha256).await?.len() as u64;
        bound.insert(CLOSING_PACK.to_owned(), Bound { what: What::ClosingPack, sha256: sha256.clone(), bytes });
    }
    Ok(Item::all(files).chain(fetched(place, &opened.key, &bound)).collect())
}

/// Returns the journal with the words of those events that belong into it.
async fn journal(
    place: Place<'_>,
    opened: &Opened,
    belongs: impl Fn(&domain::case::Event) -> bool,
) -> Result<Vec<Line>, NotSealed> {
    let key = &opened.key;
    let case = Of::Case { client: &key.client, case: &key.case };
    if place.keys.standing(case).map_err(StoreError::from)?.is_none() {
        return Err(NotSealed::Keyless);
    }
    let line = |(kept, stamped): (&Kept, &Stamped)| {
        let said = domain::journal::lay_out(&stamped.event).said;
        // What cannot be read by those who read the case is left closed.
        let is_in = opened.sealed(stamped.seq).is_none() && belongs(&stamped.event);
        Line::of(kept, said.as_deref().filter(|_| is_in))
    };
    Ok(journals::journal(place.db, key).await?.iter().zip(&opened.entries).map(line).collect())
}

/// Returns whose records they are, also where the client was merged into another since.
async fn whose(db: &Db, client: &str) -> Result<Option<Whose>, StoreError> {
    let asked = match Whose::of(db, &Viewer::Operator, client).await? {
        Asked::MergedInto(whole) => Whose::of(db, &Viewer::Operator, &whole).await?,
        asked => asked,
    };
    Ok(if let Asked::There(whose) = asked { Some(whose) } else { None })
}

pub(super) fn row(record: &Record, files: &HashMap<u32, SourceFile>) -> Row {
    let file = files.get(&record.source.id);
    Row {
        kind: record.kind,
        client: record.client.clone(),
        id: record.id.clone(),
        cells: record.cells.clone(),
        file: file.map(|file| file.name.clone()).unwrap_or_default(),
        sha256: file.map(|file| file.sha256.clone()).unwrap_or_default(),
        line: record.source.line,
    }
}

async fn papers(place: Place<'_>, opened: &Opened) -> Result<Files, NotSealed> {
    let parting = &opened.case.parting;
    let mut papers = Files::new();
    let findings = &opened.case.opening.findings;
    let cited = findings.iter().flat_map(|finding| &finding.facts.rows).map(|row| row.source.id);
    outcome::findings(findings, &sources::of_ids(place.db, cited).await?, &mut papers);
    of_words(parting, &mut papers);
    if let Some(account) = &parting.account {
        outcome::account(account, &mut papers);
    }
    if let Some(terms) = retention::of_sealed(opened, &firm_facts::current(place.db).await?) {
        let keeping = legal_holds::against(place, &opened.key.client, &[]).await?;
        outcome::retention(&terms, |class| above(opened, &keeping, class), &mut papers);
    }
    outcome::legal_holds(&opened.case.legal_holds, &mut papers);
    Ok(papers)
}

/// Writes the papers that are made of what people said in the journal: what both sides owed, and every version of a letter.
pub(super) fn of_words(parting: &Parting, papers: &mut Files) {
    outcome::obligations(&parting.duties.register.items, papers);
    for letter in &parting.letters {
        for (nth, written) in letter.versions.iter().enumerate() {
            if let Some(said) = &written.said {
                let name = format!("{LETTERS}{}-{}-{}.txt", letter.id, letter.kind.word(), nth + 1);
                papers.insert(name, said.text.clone().into_bytes());
            }
        }
    }
}

/// Returns what stands above the term of a kind of papers: whether they are kept, and each hold of the case that reaches them, with
/// its day and whom to ask. Of the client's other cases its readers learn that something keeps them, and whom to ask, and no more
/// (RULINGS 37).
fn above(opened: &Opened, keeping: &Keeping, class: Class) -> (bool, Vec<String>) {
    let known = keeping.of_case(&opened.key);
    let reaching = |hold: &&LegalHold| retention::reaches(opened, hold, class);
    let mut above: Vec<String> =
        known.holds.iter().filter(reaching).map(|hold| format!("{} {}", hold.since, hold.ask.0)).collect();
    above.extend(known.is_awaited().then(|| "awaited".to_owned()));
    let elsewhere = keeping.holds.iter().filter(|hold| !known.holds.contains(hold)).filter(reaching);
    let stopped: BTreeSet<String> = elsewhere.map(|hold| format!("stopped {}", hold.ask.0)).collect();
    let is_kept = retention::is_kept(opened, keeping, class);
    if is_kept && above.is_empty() && stopped.is_empty() {
        above.push("stopped".to_owned());
    }
    above.extend(stopped);
    (is_kept, above)
}

/// Returns what the journal binds. Each file is opened, and let go again: without one of them nothing is archived, for it
/// would be missed in years.
async fn bound(place: Place<'_>, opened: &Opened) -> Result<BTreeMap<String, Bound>, NotSealed> {
    let parting = &opened.case.parting;
    let pack = parting.sealed.iter().map(|sha256| (CLOSING_PACK.to_owned(), What::ClosingPack, sha256));
    let proofs = parting.proofs.iter().zip(1..);
    let proofs = proofs.map(|(proof, nth)| (format!("proofs/{nth:03}{}", proof.ending()), What::Proof, &proof.sha256));
    let mut all = BTreeMap::new();
    for (path, what, sha256) in pack.chain(proofs) {
        let bytes = kept(place, opened, what, sha256).await?.len() as u64;
        all.insert(path, Bound { what, sha256: sha256.clone(), bytes });
    }
    Ok(all)
}

/// Returns a file that the journal binds.
async fn kept(place: Place<'_>, opened: &Opened, what: What, sha256: &str) -> Result<Vec<u8>, NotSealed> {
    let file = case_files::open(place, &opened.key, what, sha256).await?;
    file.ok_or_else(|| NotSealed::Missing(sha256.to_owned()))
}

pub(super) async fn found(db: &Db, whose: &Whose) -> Result<Vec<Record>, StoreError> {
    let mut found = vec![];
    for kind in KINDS {
        found.extend(records::of_kind(db, whose, kind, 0, u64::from(u32::MAX)).await?);
    }
    Ok(found)
}

async fn of_contracts(db: &Db, found: &[Record]) -> Result<(Vec<Words>, Vec<Term>), StoreError> {
    let (mut texts, mut terms) = (vec![], vec![]);
    for handle in found.iter().filter(|record| record.kind.table == "contracts").map(Handle::of) {
        for version in contracts::versions(db, &handle).await? {
            let words = contracts::text(db, &handle, version.number).await?.unwrap_or_default();
            let text = Text {
                client: handle.client.clone(),
                contract: handle.contract.clone(),
                version: version.number,
                name: version.name,
                sha256: version.sha256,
                by: version.by,
                at: version.at,
                file: contract_files::place(texts.len()),
                unread_pages: version.unread_pages,
            };
            texts.push((text, words));
        }
        for said in contracts::said(db, &handle).await? {
            terms.push(Term {
                client: handle.client.clone(),
                contract: handle.contract.clone(),
                term: said.term.word().to_owned(),
                standing: said.statement.standing.word().to_owned(),
                value: serde_json::to_value(&said.statement.value).expect("made of words and numbers"),
                quote: said.statement.quote,
                version: said.statement.version,
                by: said.by,
                at: said.at,
            });
        }
    }
    Ok((texts, terms))
}
