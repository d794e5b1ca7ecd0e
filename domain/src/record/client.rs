//! The party served.

use super::kind::{Key, record};
use super::{Minor, Text};
use crate::days::Day;
use crate::money::Currency;

record! {
    /// A client, with the terms that hold where no contract says otherwise.
    Client in "clients", key Key::Given("client"), happened "",
    {
        name: Text,
        currency: Currency,
        /// ISO 3166 code of the place whose calendar the client keeps.
        country: Option<Text>,
        terms_days: Option<i64>,
        /// Agreed price of an hour.
        agreed_rate: Option<Minor>,
        agreed_hours_per_month: Option<f64>,
        started_on: Option<Day>,
        /// The member who leads the relationship.
        lead: Option<Text>,
        sector: Option<Text>,
    }
}
