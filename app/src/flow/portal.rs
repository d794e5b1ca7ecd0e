//! The client's page: a link becomes one browser's, a code confirms who acts, and what they do goes into the journal of
//! the case.

use super::cases::{self, By, NotDone, Opened, Place};
use crate::entropy;
use crate::secret::password::{self, Cost};
use crate::secret::token::{self, Token};
use crate::store::StoreError;
use crate::store::client_links::{self as links, ClientLink, New};
use domain::case::parting::{self, Consent, OfClient};
use domain::case::{Act, Now};
use domain::days::Day;

/// The name under which the journal writes what someone of the client did.
pub const CLIENT: &str = "client";

/// What is handed out, once: the secret of the link, and the code that is told apart from it.
pub struct Given {
    pub secret: String,
    pub code: String,
}

/// Whom a link is for.
pub struct Contact {
    pub name: String,
    /// Where the code reaches them: confirmed by the firm beforehand.
    pub contact: String,
    pub successor: bool,
    /// Who of the client agreed that whoever follows us gets it.
    pub consent: Option<Consent>,
    pub until: Day,
}

/// Gives a link; `expires_at` is the end of its last day.
pub async fn give(
    place: Place<'_>,
    opened: &Opened,
    by: &By<'_>,
    contact: Contact,
    (expires_at, cost): (&str, Cost),
) -> Result<Given, NotDone> {
    let id = entropy::id();
    let Contact { name, contact, successor, consent, until } = contact;
    let act = parting::Act::GiveLink { link: id.clone(), until, successor, consent, name, contact };
    cases::act(place, &opened.key, by, Act::Parting(act)).await?;
    let (token, code) = (Token::new(), code());
    let code_hash = password::hash(&code, cost);
    let new = New {
        id: &id,
        key: &opened.key,
        successor,
        token_hash: &token.hash,
        code_hash: &code_hash,
        made_at: &by.now.at,
        expires_at,
    };
    links::add(place.db, &new).await?;
    Ok(Given { secret: token.secret, code })
}

/// Draws eight digits.
fn code() -> String {
    let drawn = u64::from_le_bytes(entropy::bytes::<8>());
    format!("{:08}", drawn % 100_000_000)
}

/// Takes a link back.
pub async fn revoke(place: Place<'_>, opened: &Opened, by: &By<'_>, link: &str) -> Result<(), NotDone> {
    let act = parting::Act::RevokeLink { link: link.to_owned() };
    cases::act(place, &opened.key, by, Act::Parting(act)).await?;
    Ok(links::revoke(place.db, link, &by.now.at).await?)
}

/// Makes a link this browser's; returns the secret of its cookie, or nothing if another browser has it.
pub async fn open(place: Place<'_>, link: &ClientLink, now: &str) -> Result<Option<String>, StoreError> {
    let token = Token::new();
    let opened = links::open(place.db, &link.id, &token.hash, now).await?;
    Ok(opened.then_some(token.secret))
}

/// Returns the case that a browser's link leads to.
pub async fn of_browser(place: Place<'_>, secret: &str, now: &str) -> Result<Option<(ClientLink, Opened)>, StoreError> {
    let Some(link) = links::by_browser(place.db, &token::hash(secret), now).await? else { return Ok(None) };
    let opened = cases::load(place, &link.key).await?;
    Ok(opened.map(|opened| (link, opened)))
}

/// Tells whether a code is the one of a link. A try is counted before it is looked at.
pub async fn confirms(place: Place<'_>, link: &ClientLink, code: String, cost: Cost) -> Result<bool, StoreError> {
    if !links::try_code(place.db, &link.id).await? {
        return Ok(false);
    }
    let kept = link.code_hash.clone();
    let right = tokio::task::spawn_blocking(move || password::verify(&code, Some(&kept), cost)).await;
    let right = right.unwrap_or(false);
    if right {
        links::right_code(place.db, &link.id).await?;
    }
    Ok(right)
}

/// Writes down what someone of the client did.
pub async fn act(place: Place<'_>, link: &ClientLink, now: Now, act: OfClient) -> Result<Opened, NotDone> {
    let by = By { member: CLIENT, now, seen: None };
    cases::act(place, &link.key, &by, Act::Parting(parting::Act::OfClient(act))).await
}
