//! What was agreed in writing.

use super::kind::{Key, choice, record};
use super::{Minor, Text};
use crate::days::Day;
use crate::money::Currency;

choice! {
    /// The unit in which a contract counts its notice.
    NoticeUnit {
        Day = "day",
        BusinessDay = "business_day",
        Week = "week",
        Month = "month",
        Year = "year",
        HijriMonth = "hijri_month",
    }
}

record! {
    /// A contract's terms; within its dates they stand above the client's own.
    Contract in "contracts", key Key::Given("contract"), happened "signed_on",
    {
        signed_on: Option<Day>,
        starts_on: Option<Day>,
        ends_on: Option<Day>,
        agreed_rate: Option<Minor>,
        agreed_hours_per_month: Option<f64>,
        notice_length: Option<i64>,
        notice_unit: Option<NoticeUnit>,
        auto_renews: Option<bool>,
        early_fee: Option<Minor>,
        file: Option<Text>,
        currency: Currency,
    }
}
