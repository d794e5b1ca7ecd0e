//! How people come in: the first start, invitations, and a new password by a link.

use crate::clock::stamp;
use crate::entropy;
use crate::secret::identity::Identity;
use crate::secret::password::{self, Cost};
use crate::secret::token::{self, Token};
use crate::store::invites::{self, Invite, Purpose};
use crate::store::members::{self, Credentials, Member, Reading};
use crate::store::viewer::Role;
use crate::store::{Db, StoreError, firm_facts, reports};
use domain::firm::Firm;
use jiff::{SignedDuration, Timestamp};

/// The owner's first link works for an hour, invitations for three days, a link to a new password for a day.
const FIRST_HOURS: i64 = 1;
const JOIN_HOURS: i64 = 72;
const RESET_HOURS: i64 = 24;

/// Who is to come in by an invitation.
#[derive(Clone, Debug)]
pub struct Guest {
    pub name: String,
    pub role: Role,
    /// An adviser from outside, who reads the reports sealed to them and no record of the firm.
    pub adviser: bool,
}

/// Makes a link, and returns its secret; of the first link and of each member's reset, only the newest works.
async fn link(
    db: &Db,
    purpose: Purpose,
    guest: Guest,
    member: Option<&str>,
    made_by: &str,
    now: Timestamp,
) -> Result<String, StoreError> {
    let hours = match purpose {
        Purpose::First => FIRST_HOURS,
        Purpose::Join => JOIN_HOURS,
        Purpose::Reset => RESET_HOURS,
    };
    if purpose != Purpose::Join {
        invites::revoke_others(db, purpose, member, &stamp(now)).await?;
    }
    let token = Token::new();
    let invite = Invite {
        id: entropy::id(),
        role: guest.role,
        adviser: guest.adviser,
        name: guest.name,
        member: member.map(str::to_owned),
        made_by: made_by.to_owned(),
        made_at: stamp(now),
        expires_at: stamp(now + SignedDuration::from_hours(hours)),
    };
    invites::add(db, purpose, &token.hash, &invite).await?;
    Ok(token.secret)
}

/// Returns the path of a new link that creates the owner; nothing if there is an owner.
pub async fn first_link(db: &Db, now: Timestamp) -> Result<Option<String>, StoreError> {
    if members::owner_exists(db).await? {
        Ok(None)
    } else {
        let guest = Guest { name: String::new(), role: Role::Owner, adviser: false };
        let secret = link(db, Purpose::First, guest, None, "", now).await?;
        Ok(Some(format!("/first-start/{secret}")))
    }
}

/// Returns the path of a new invitation.
pub async fn invite(db: &Db, guest: Guest, made_by: &str, now: Timestamp) -> Result<String, StoreError> {
    let secret = link(db, Purpose::Join, guest, None, made_by, now).await?;
    Ok(format!("/join/{secret}"))
}

/// Returns the path of a new link by which a member sets a new password.
pub async fn reset_link(db: &Db, member: &Member, made_by: &str, now: Timestamp) -> Result<String, StoreError> {
    let guest = Guest { name: member.name.clone(), role: member.role, adviser: member.adviser };
    let secret = link(db, Purpose::Reset, guest, Some(&member.id), made_by, now).await?;
    Ok(format!("/reset/{secret}"))
}

/// A person who comes in.
#[derive(Clone, Debug)]
pub struct Newcomer {
    pub name: String,
    pub email: String,
    pub reading: Reading,
}

/// Makes what a member signs in with, and the key it opens. This is slow on purpose.
pub fn credentials(member: &str, password: &str, cost: Cost) -> (Credentials, Identity) {
    let identity = Identity::new();
    let credentials = Credentials {
        member: member.to_owned(),
        password_hash: password::hash(password, cost),
        public_key: identity.public(),
        sealed_secret: identity.under(password, cost),
    };
    (credentials, identity)
}

/// What came of a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    Done,
    /// The link works no longer, or never did.
    NoLink,
    /// Another member has the e-mail address; the link still works.
    EmailTaken,
}

/// Creates the owner and the firm by the first link; it works once, and only while there is no owner.
pub async fn found(
    db: &Db,
    secret: &str,
    newcomer: &Newcomer,
    credentials: &Credentials,
    firm: &Firm,
    now: Timestamp,
) -> Result<Entry, StoreError> {
    if members::owner_exists(db).await? {
        return Ok(Entry::NoLink);
    }
    let mut tx = db.begin().await?;
    if invites::take(&mut tx, Purpose::First, &token::hash(secret), &stamp(now)).await?.is_none() {
        return Ok(Entry::NoLink);
    }
    let owner = member(newcomer, credentials, Role::Owner, false, now);
    if !members::add(&mut tx, &owner, credentials, newcomer.reading).await? {
        return Ok(Entry::EmailTaken);
    }
    firm_facts::save_in(&mut tx, firm, &owner.id, &stamp(now)).await?;
    tx.commit().await?;
    Ok(Entry::Done)
}

/// Takes a person in by an invitation.
pub async fn join(
    db: &Db,
    secret: &str,
    newcomer: &Newcomer,
    credentials: &Credentials,
    now: Timestamp,
) -> Result<Entry, StoreError> {
    let mut tx = db.begin().await?;
    let Some(invite) = invites::take(&mut tx, Purpose::Join, &token::hash(secret), &stamp(now)).await? else {
        return Ok(Entry::NoLink);
    };
    let member = member(newcomer, credentials, invite.role, invite.adviser, now);
    if members::add(&mut tx, &member, credentials, newcomer.reading).await? {
        tx.commit().await?;
        Ok(Entry::Done)
    } else {
        Ok(Entry::EmailTaken)
    }
}

fn member(newcomer: &Newcomer, credentials: &Credentials, role: Role, adviser: bool, now: Timestamp) -> Member {
    Member {
        id: credentials.member.clone(),
        name: newcomer.name.clone(),
        email: members::email_kept(&newcomer.email),
        role,
        adviser,
        joined_at: stamp(now),
        left_at: None,
        place: None,
    }
}

/// Sets a member's new password by a link. The key is a new one: what was sealed to the old one stays closed to them
/// until another reader opens it to them again. Every session of theirs ends.
pub async fn reset(db: &Db, secret: &str, credentials: &Credentials, now: Timestamp) -> Result<Entry, StoreError> {
    let mut tx = db.begin().await?;
    let taken = invites::take(&mut tx, Purpose::Reset, &token::hash(secret), &stamp(now)).await?;
    match taken {
        Some(invite) if invite.member.as_deref() == Some(&credentials.member) => {
            members::replace_credentials(&mut tx, credentials, &stamp(now)).await?;
            // Every copy that serves looks again, so that whoever receives reports is told of the new key.
            reports::moved(&mut tx).await?;
            tx.commit().await?;
            Ok(Entry::Done)
        }
        _ => Ok(Entry::NoLink),
    }
}
