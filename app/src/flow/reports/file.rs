//! Filing a report: it is sealed to those it was left open to, with its files, and its case begins.

use super::RECIPIENTS_MIN;
use super::act::{attached, way_back};
use super::envelope::{Envelope, Reader};
use super::journal;
use super::seal::closed;
use crate::entropy;
use crate::store::reports::{self, Recipient};
use crate::store::{Db, StoreError};
use domain::case::protection::{Door, Wish};
use domain::case::restricted::{self, Filing, REPORTER};
use domain::days::Day;
use domain::journal::origin;
use domain::record::Report;

/// What a person files.
#[derive(Clone, Debug)]
pub struct Filed<'a> {
    pub report: Report,
    pub client_name: String,
    pub on: Day,
    /// The instant, UTC.
    pub at: String,
    /// The firm's zone.
    pub zone: Option<String>,
    pub door: Door,
    pub wish: Wish,
    /// What would help now, as words of `WISHES`.
    pub wishes: Vec<String>,
    /// Those to whom it was left open, and those who were struck.
    pub readers: Vec<&'a Recipient>,
    pub struck: Vec<&'a Recipient>,
    /// The reporter's own key, if they wish to see it later.
    pub keep_for: Option<String>,
    /// Name and bytes of each file.
    pub files: Vec<(String, Vec<u8>)>,
    pub members: u32,
    pub policy: u32,
}

/// Why a report was not filed.
#[derive(Debug, thiserror::Error)]
pub enum NotFiled {
    /// Nobody remains who would read it; nothing was stored.
    #[error("nobody remains to read it")]
    NoReader,
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Tells whether enough recipients are named, one of them not the owner.
pub fn may_file(recipients: &[Recipient]) -> bool {
    recipients.len() >= RECIPIENTS_MIN && recipients.iter().any(|recipient| !recipient.owner)
}

/// Files a report: seals it to its readers and, if the reporter keeps access, to a key that opens with theirs. Returns
/// the report's id.
pub async fn file(db: &Db, filed: Filed<'_>) -> Result<String, NotFiled> {
    if filed.readers.is_empty() {
        return Err(NotFiled::NoReader);
    }
    let id = entropy::secret();
    let handle = filed.keep_for.as_deref().map(|key| way_back(&id, key)).transpose()?;
    let mut texts = vec![];
    let mut files = vec![];
    for (name, bytes) in &filed.files {
        let (file, row) = attached(name, bytes)?;
        files.push(file);
        texts.push(row);
    }
    let mut envelope = Envelope {
        report: Report { id: id.clone(), ..filed.report.clone() },
        client_name: filed.client_name.clone(),
        filed_on: filed.on,
        wishes: filed.wishes.clone(),
        readers: filed.readers.iter().map(|one| Reader::from(*one)).collect(),
        struck: filed.struck.iter().map(|one| one.member.clone()).collect(),
        kept_by: handle.as_ref().map(|(kept_by, _)| kept_by.clone()),
        files,
        case: vec![],
    };
    begin(&mut envelope, &filed);
    texts.push((id.clone(), closed(envelope)?));
    texts.extend(handle.map(|(_, row)| row));
    reports::add(db, &texts).await?;
    Ok(id)
}

/// Begins the case.
fn begin(envelope: &mut Envelope, filed: &Filed<'_>) {
    let mut recipients = vec![];
    for Recipient { member, owner, adviser, .. } in filed.readers.iter().copied() {
        recipients.push(restricted::Recipient { member, owner: *owner, adviser: *adviser });
    }
    let events = restricted::begin(&Filing {
        report: &envelope.report,
        client_name: &envelope.client_name,
        on: filed.on,
        zone: filed.zone.as_deref(),
        door: filed.door,
        wish: filed.wish,
        recipients: &recipients,
        keeps_access: envelope.kept_by.is_some(),
        members: filed.members,
        policy: filed.policy,
        evidence: envelope.files.iter().map(|file| (file.name.clone(), file.sha256.clone())).collect(),
    });
    let from = origin(&envelope.report.client, &envelope.report.id);
    journal::write(&mut envelope.case, &from, REPORTER, &filed.at, &events);
}
