//! What is known of each contract's end: what people confirmed in its text, and where they said nothing, its record.

use crate::store::cell::OwnedCell;
use crate::store::contracts::{self, Handle};
use crate::store::records::{self, Asked, Record, Whose};
use crate::store::viewer::Viewer;
use crate::store::{Db, StoreError};
use domain::case::Case;
use domain::case::parting::Computed;
use domain::days::Day;
use domain::days::calendar::Calendar;
use domain::days::holiday::{Holiday, kept};
use domain::firm::Firm;
use domain::record::{Choice, Contract, NoticeUnit};
use domain::separation::contract::Confirmed;
use domain::separation::ends::{Facts, Matrix, Places, WithoutReason};
use domain::separation::renewal;

/// A client's contracts and when they can end.
pub struct Ends {
    pub matrix: Matrix,
    /// Each line's contract: what people confirmed of it, in the same order.
    pub confirmed: Vec<Confirmed>,
}

/// More contracts than a client has.
const CONTRACTS_MAX: u64 = 500;

/// Returns when a client's contracts can end if notice is sent today; `None` where the firm's place has no calendar.
pub async fn ends(
    db: &Db,
    whose: &Whose,
    country: Option<&str>,
    firm: &Firm,
    today: Day,
) -> Result<Option<Ends>, StoreError> {
    let Some(ours) = firm.calendar() else { return Ok(None) };
    let all = each(db, whose).await?;
    let facts: Vec<Facts> = all.iter().map(|(record, terms)| recorded(record).confirmed(terms)).collect();
    let confirmed = all.into_iter().map(|(_, terms)| terms).collect();
    // A client whose place is not known, or has no calendar, rests when we do.
    let theirs = country.and_then(Calendar::of).unwrap_or_else(|| ours.clone());
    let mut holidays: Vec<Vec<Holiday>> = vec![kept(&ours.place, &firm.own_days)];
    if theirs.place != ours.place {
        holidays.push(kept(&theirs.place, &firm.own_days));
    }
    let holidays: Vec<&[Holiday]> = holidays.iter().map(Vec::as_slice).collect();
    let places = Places { from: &ours, to: &theirs, holidays: &holidays };
    Ok(Some(Ends { matrix: Matrix::of(&facts, today, &places), confirmed }))
}

/// Returns what people confirmed in the texts of a client's contracts, where they did.
pub async fn confirmed(db: &Db, viewer: &Viewer, client: &str) -> Result<Vec<(String, Confirmed)>, StoreError> {
    let Asked::There(whose) = Whose::of(db, viewer, client).await? else { return Ok(vec![]) };
    let stated = each(db, &whose).await?.into_iter().filter(|(_, terms)| !terms.0.is_empty());
    Ok(stated.map(|(record, terms)| (record.id, terms)).collect())
}

/// Returns what is known of the end of each of a client's contracts, with what people confirmed in its text.
pub async fn known(db: &Db, viewer: &Viewer, client: &str) -> Result<Vec<(Facts, Confirmed)>, StoreError> {
    let Asked::There(whose) = Whose::of(db, viewer, client).await? else { return Ok(vec![]) };
    let all = each(db, &whose).await?.into_iter();
    Ok(all.map(|(record, terms)| (recorded(&record).confirmed(&terms), terms)).collect())
}

/// Returns each of a client's contracts with what people confirmed of it.
async fn each(db: &Db, whose: &Whose) -> Result<Vec<(Record, Confirmed)>, StoreError> {
    let mut all = vec![];
    for record in records::of_kind(db, whose, &Contract::KIND, 0, CONTRACTS_MAX).await? {
        let terms = contracts::confirmed(db, &Handle::of(&record)).await?;
        all.push((record, terms));
    }
    Ok(all)
}

/// Returns what people confirmed of the contract whose clause the notice of a case follows; before a notice is computed, of
/// the only contract whose terms were confirmed.
pub fn of_notice(case: &Case, all: &[(String, Confirmed)]) -> Confirmed {
    of_computed(case.parting.computed.as_ref(), all)
}

/// Returns what people confirmed of the contract of which a letter of a case is the notice.
pub fn of_letter(case: &Case, letter: u32, all: &[(String, Confirmed)]) -> Confirmed {
    of_computed(case.computed_of(letter), all)
}

fn of_computed(computed: Option<&Computed>, all: &[(String, Confirmed)]) -> Confirmed {
    if let (None, [(_, only)]) = (computed, all) {
        return only.clone();
    }
    of_contract(computed.and_then(|computed| computed.contract.as_deref()), all)
}

/// Returns what people confirmed of a contract; nothing where none is named.
pub fn of_contract(contract: Option<&str>, all: &[(String, Confirmed)]) -> Confirmed {
    let own = all.iter().find(|(known, _)| Some(known.as_str()) == contract);
    own.map(|(_, terms)| terms.clone()).unwrap_or_default()
}

/// Returns what a contract's record says of its end. Its notice is one against renewal where it renews itself, and one
/// without a reason where it does not.
pub fn recorded(record: &Record) -> Facts {
    let text = |column: &str| match record.cell(column) {
        OwnedCell::Text(text) => Some(text.as_str()),
        _ => None,
    };
    let number = |column: &str| match record.cell(column) {
        OwnedCell::Integer(number) => Some(*number),
        _ => None,
    };
    let renews = number("auto_renews").map(|flag| flag != 0);
    let notice = renewal::length(number("notice_length"), text("notice_unit").and_then(NoticeUnit::of));
    Facts {
        contract: record.id.clone(),
        ends_on: text("ends_on").and_then(Day::from_iso),
        renews,
        renewal_notice: notice.filter(|_| renews == Some(true)),
        without_reason: match notice {
            Some(notice) if renews != Some(true) => WithoutReason::Ours(Some(notice)),
            _ => WithoutReason::Unknown,
        },
        ..Facts::default()
    }
}
