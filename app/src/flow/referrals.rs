//! Whom others sent to us: prospects that came by referral, counted round the end of a client and back to who sent them.

use super::cases::Place;
use super::next_client::prospects;
use crate::store::StoreError;
use crate::store::known_at_start::{self, main_of};
use domain::days::Day;
use domain::lesson::prospect::{Channel, Prospect};
use domain::lesson::referral::Referrals;
use std::collections::HashMap;

/// Prospects whom others sent to us.
pub struct Sent {
    /// The first day of which a prospect is known.
    recorded_from: Option<Day>,
    /// The client that sent each, where it was one, and the day on which we first met.
    sent: Vec<(Option<String>, Day)>,
    /// To which client each merged spelling belongs.
    merged: HashMap<String, String>,
}

impl Sent {
    /// Reads them.
    pub async fn of(place: Place<'_>) -> Result<Sent, StoreError> {
        let (all, merged) = (prospects(place).await?, known_at_start::merged(place.db).await?);
        let is_sent = |one: &&Prospect| one.profile.channel == Channel::Referral || one.profile.referred_by.is_some();
        let sent = all.iter().filter(is_sent).map(|one| (one.profile.referred_by.clone(), one.contacted_on()));
        Ok(Sent { recorded_from: all.iter().map(Prospect::contacted_on).min(), sent: sent.collect(), merged })
    }

    /// Counts whom a client sent to us since a day, under whichever of its spellings.
    pub fn by(&self, client: &str, since: Day) -> usize {
        let client = main_of(&self.merged, client);
        let is_theirs = |by: &Option<String>| by.as_deref().is_some_and(|by| main_of(&self.merged, by) == client);
        self.sent.iter().filter(|(by, on)| is_theirs(by) && *on >= since).count()
    }

    /// Returns whom anybody sent to us in the year before an end and in the year from it on.
    pub fn round(&self, closed_on: Day, today: Day) -> Option<Referrals> {
        let on: Vec<Day> = self.sent.iter().map(|(_, on)| *on).collect();
        Referrals::round(&on, closed_on, (self.recorded_from, today))
    }
}
