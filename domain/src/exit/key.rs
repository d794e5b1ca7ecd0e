//! The single figures among the inputs: their names, units and bounds, declared once for files, forms, sentences and
//! the tornado.

use super::{Inputs, Time, Wrong};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// What a figure counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Whole units of the currency.
    Money,
    /// 0 to 1.
    Share,
    Months,
    Hours,
    /// How many times.
    Times,
    /// So many, of something else.
    Count,
}

/// What a figure may be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    pub unit: Unit,
    pub min: f64,
    pub max: f64,
    /// Whether the model steps by it.
    pub whole: bool,
}

/// No firm that this is made for counts in more.
const MONEY_MAX: f64 = 1e15;

/// A sum of either sign.
pub(super) const SIGNED: Bounds = Bounds { unit: Unit::Money, min: -MONEY_MAX, max: MONEY_MAX, whole: false };
pub(super) const SUM: Bounds = Bounds { min: 0.0, ..SIGNED };
pub(super) const SHARE: Bounds = Bounds { unit: Unit::Share, min: 0.0, max: 1.0, whole: false };
pub(super) const TIME: Bounds = Bounds { unit: Unit::Months, min: 0.0, max: 1200.0, whole: false };
/// Months by which the model steps.
pub(super) const MONTHS: Bounds = Bounds { unit: Unit::Months, min: 0.0, max: 120.0, whole: true };
/// A month of the horizon, and the horizon itself.
pub(super) const MONTH: Bounds = Bounds { min: 1.0, ..MONTHS };
const DRAWS: Bounds = Bounds { unit: Unit::Count, min: 1.0, max: 1e6, whole: true };
const HOURS: Bounds = Bounds { unit: Unit::Hours, min: 0.0, max: 1e6, whole: false };
const TIMES: Bounds = Bounds { unit: Unit::Times, min: 0.01, max: 100.0, whole: false };

impl Bounds {
    /// Says what is wrong with a figure.
    pub fn wrong(&self, value: f64) -> Option<Wrong> {
        if !value.is_finite() {
            Some(Wrong::NotFinite)
        } else if self.whole && value.fract() != 0.0 {
            Some(Wrong::NotWhole)
        } else if value < self.min {
            Some(Wrong::Below(self.min))
        } else if value > self.max {
            Some(Wrong::Above(self.max))
        } else {
            None
        }
    }
}

/// Declares the keys: variant, path and bounds; then how each is read and written.
macro_rules! keys {
    ($($variant:ident $path:literal $bounds:expr, $get:expr, $set:expr;)*) => {
        /// One figure among the inputs.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Key { $($variant),* }

        impl Key {
            pub const ALL: [Key; [$($path),*].len()] = [$(Key::$variant),*];

            /// Returns where the figure stands in a file: `client.receivable`.
            pub fn path(self) -> &'static str {
                match self { $(Key::$variant => $path),* }
            }

            /// Returns what the figure may be.
            pub fn bounds(self) -> Bounds {
                match self { $(Key::$variant => $bounds),* }
            }

            /// Returns the figure, if it is given.
            pub fn get(self, inputs: &Inputs) -> Option<f64> {
                match self { $(Key::$variant => { let get: fn(&Inputs) -> Option<f64> = $get; get(inputs) }),* }
            }

            /// Sets the figure; what is whole is rounded.
            pub fn set(self, inputs: &mut Inputs, value: f64) {
                match self { $(Key::$variant => { let set: fn(&mut Inputs, f64) = $set; set(inputs, value) }),* }
            }
        }
    };
}

/// Reads and writes a figure of a part that may be absent; writing it makes the part.
macro_rules! part {
    (get $part:ident $field:ident) => {
        |i| i.$part.as_ref().map(|part| f64::from(part.$field))
    };
    (set $part:ident $field:ident) => {
        |i, v| i.$part.get_or_insert_default().$field = v
    };
    (set_whole $part:ident $field:ident) => {
        |i, v| i.$part.get_or_insert_default().$field = v.round() as u32
    };
}

keys! {
    Horizon "horizon_months" MONTH, |i| Some(f64::from(i.horizon_months)), |i, v| i.horizon_months = v.round() as u32;
    Draws "draws" DRAWS, |i| Some(f64::from(i.draws)), |i, v| i.draws = v.round() as u32;
    Cash "cash" SIGNED, |i| Some(i.cash), |i, v| i.cash = v;
    Reserve "reserve" SUM, |i| Some(i.reserve), |i, v| i.reserve = v;
    FixedCost "fixed_cost_monthly" SUM, |i| Some(i.fixed_cost_monthly), |i, v| i.fixed_cost_monthly = v;
    OtherContribution "other_contribution_monthly" SIGNED,
        |i| Some(i.other_contribution_monthly), |i, v| i.other_contribution_monthly = v;
    Discount "discount_yearly" SHARE, |i| Some(i.discount_yearly), |i, v| i.discount_yearly = v;
    Contribution "client.contribution_monthly" SIGNED,
        |i| Some(i.client.contribution_monthly), |i, v| i.client.contribution_monthly = v;
    NoticeMonths "client.notice_months" MONTHS,
        |i| Some(f64::from(i.client.notice_months)), |i, v| i.client.notice_months = v.round() as u32;
    NoticeRealised "client.notice_realised" SHARE,
        |i| Some(i.client.notice_realised), |i, v| i.client.notice_realised = v;
    ContractMonthsLeft "client.contract_months_left" MONTHS,
        |i| i.client.contract_months_left.map(f64::from), |i, v| i.client.contract_months_left = Some(v.round() as u32);
    EarlyFee "client.early_fee" SIGNED, |i| Some(i.client.early_fee), |i, v| i.client.early_fee = v;
    Receivable "client.receivable" SUM, |i| Some(i.client.receivable), |i, v| i.client.receivable = v;
    WriteOffShare "client.write_off_share" SHARE,
        |i| Some(i.client.write_off_share), |i, v| i.client.write_off_share = v;
    ExitCost "client.exit_cost" SIGNED, |i| Some(i.client.exit_cost), |i, v| i.client.exit_cost = v;
    ClientHours "client.hours_monthly" HOURS, |i| Some(i.client.hours_monthly), |i, v| i.client.hours_monthly = v;
    NewContribution "replacement.contribution_monthly" SIGNED,
        part!(get replacement contribution_monthly), part!(set replacement contribution_monthly);
    MeanMonths "replacement.mean_months" TIME,
        |i| i.replacement.as_ref().map(|new| new.time.mean()),
        |i, v| i.replacement.get_or_insert_default().time = Time::Mean(v);
    RampMonths "replacement.ramp_months" MONTHS,
        part!(get replacement ramp_months), part!(set_whole replacement ramp_months);
    AcquisitionCost "replacement.acquisition_cost" SUM,
        part!(get replacement acquisition_cost), part!(set replacement acquisition_cost);
    RepairSuccess "repair.success" SHARE, part!(get repair success), part!(set repair success);
    RepairUplift "repair.uplift_monthly" SIGNED, part!(get repair uplift_monthly), part!(set repair uplift_monthly);
    RepairCost "repair.cost" SUM, part!(get repair cost), part!(set repair cost);
    RepairMonths "repair.months" MONTHS, part!(get repair months), part!(set_whole repair months);
    MarketingFactor "marketing.factor" TIMES, part!(get marketing factor), part!(set marketing factor);
    MarketingLag "marketing.lag_months" MONTHS, part!(get marketing lag_months), part!(set_whole marketing lag_months);
    MarketingCost "marketing.cost_monthly" SUM, part!(get marketing cost_monthly), part!(set marketing cost_monthly);
    HandOverFee "hand_over.fee" SIGNED, part!(get hand_over fee), part!(set hand_over fee);
    HandOverMonths "hand_over.months" MONTHS, part!(get hand_over months), part!(set_whole hand_over months);
    HarmMonthly "harm.monthly" SUM, part!(get harm monthly), part!(set harm monthly);
    LeaveChance "harm.leave_chance_yearly" SHARE,
        part!(get harm leave_chance_yearly), part!(set harm leave_chance_yearly);
    LeaveCost "harm.leave_cost" SUM, part!(get harm leave_cost), part!(set harm leave_cost);
    LinkedContribution "linked.contribution_monthly" SIGNED,
        part!(get linked contribution_monthly), part!(set linked contribution_monthly);
    LinkedChance "linked.chance" SHARE, part!(get linked chance), part!(set linked chance);
}

impl Key {
    /// Returns the key of a path.
    pub fn of(path: &str) -> Option<Key> {
        Key::ALL.into_iter().find(|key| key.path() == path)
    }

    /// Tells whether it says how to compute rather than what.
    pub fn is_setting(self) -> bool {
        matches!(self, Key::Horizon | Key::Draws | Key::Discount)
    }

    /// Tells whether it decides how often something happens rather than what it brings.
    pub(super) fn decides_chances(self) -> bool {
        matches!(
            self,
            Key::MeanMonths | Key::RepairSuccess | Key::MarketingFactor | Key::LeaveChance | Key::LinkedChance
        )
    }

    /// Tells whether a file must give it: nothing in its place would be a claim.
    pub fn is_required(self) -> bool {
        matches!(self, Key::Cash | Key::FixedCost | Key::OtherContribution | Key::Contribution)
    }

    /// Tells whether it may be a range instead of a figure: the model must not step by it, and what stands in the bank
    /// is known.
    pub fn may_spread(self) -> bool {
        !(self.bounds().whole || self.is_setting() || matches!(self, Key::Cash | Key::Reserve))
    }
}

impl Serialize for Key {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.path())
    }
}

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Key, D::Error> {
        let path = String::deserialize(deserializer)?;
        Key::of(&path).ok_or_else(|| serde::de::Error::custom(format!("{path} is no input")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_reads_what_it_wrote() {
        for key in Key::ALL {
            let mut inputs = Inputs::default();
            key.set(&mut inputs, 1.0);
            assert_eq!((key.get(&inputs), Key::of(key.path())), (Some(1.0), Some(key)));
        }
    }

    #[test]
    fn what_a_figure_may_be() {
        for (bounds, value, wrong) in [
            (SHARE, 0.4, None),
            (SHARE, 1.2, Some(Wrong::Above(1.0))),
            (SUM, -1.0, Some(Wrong::Below(0.0))),
            (SIGNED, f64::NAN, Some(Wrong::NotFinite)),
            (SIGNED, f64::NEG_INFINITY, Some(Wrong::NotFinite)),
            (MONTHS, 2.5, Some(Wrong::NotWhole)),
            (MONTH, 0.0, Some(Wrong::Below(1.0))),
            (MONTH, 1e9, Some(Wrong::Above(120.0))),
        ] {
            assert_eq!(bounds.wrong(value), wrong, "{value}");
        }
    }
}
