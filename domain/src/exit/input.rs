//! What the cost of ending is computed from.

use super::key::{Bounds, MONTH, MONTHS, SHARE, SIGNED, SUM, TIME};
use super::{Caution, Confidence, InputError, Key, OWN_MIN, Origin, Said, Spread, Stated, Wrong};
use crate::money::Currency;

/// Everything a simulation needs; what is not given is nothing, and a scenario of which nothing is said is left out.
#[derive(Clone, Debug, PartialEq)]
pub struct Inputs {
    /// The currency of the sums, for whoever writes them.
    pub currency: Option<Currency>,
    pub horizon_months: u32,
    pub draws: u32,
    pub seed: u64,
    pub cash: f64,
    pub reserve: f64,
    /// All that the firm pays every month whatever it sells, `costs` included.
    pub fixed_cost_monthly: f64,
    pub other_contribution_monthly: f64,
    /// By how much the firm's own months differed from their mean; one is drawn each month.
    pub other_residuals: Vec<f64>,
    pub discount_yearly: f64,
    pub client: Client,
    pub replacement: Option<Replacement>,
    pub repair: Option<Repair>,
    pub costs: Vec<CostCut>,
    pub marketing: Option<Marketing>,
    pub hand_over: Option<HandOver>,
    pub staged: Vec<Step>,
    pub harm: Option<Harm>,
    pub linked: Option<Linked>,
    /// The inputs that are not one figure but a range or a list of own figures.
    pub spreads: Vec<(Key, Spread)>,
    /// Where inputs come from, for those of which it was said.
    pub said: Vec<(Key, Said)>,
}

/// The relation as it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Client {
    /// What the client leaves over in a month after all that it takes.
    pub contribution_monthly: f64,
    pub notice_months: u32,
    /// The share of the contribution that still comes during the notice.
    pub notice_realised: f64,
    pub contract_months_left: Option<u32>,
    /// What ending early costs; negative if it is paid to us.
    pub early_fee: f64,
    pub receivable: f64,
    /// The share of the receivable that is lost if we end.
    pub write_off_share: f64,
    /// The sum of the exit bill.
    pub exit_cost: f64,
    /// The hours that serving it takes in a month.
    pub hours_monthly: f64,
}

impl Default for Client {
    fn default() -> Client {
        Client {
            contribution_monthly: 0.0,
            notice_months: 0,
            notice_realised: 1.0,
            contract_months_left: None,
            early_fee: 0.0,
            receivable: 0.0,
            write_off_share: 0.0,
            exit_cost: 0.0,
            hours_monthly: 0.0,
        }
    }
}

/// What comes in the client's stead.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Replacement {
    pub contribution_monthly: f64,
    pub time: Time,
    /// Its contribution grows evenly over so many months.
    pub ramp_months: u32,
    pub acquisition_cost: f64,
}

/// How long it takes from the search to the signature.
#[derive(Clone, Debug, PartialEq)]
pub enum Time {
    /// Exponential with this mean.
    Mean(f64),
    /// Chance from the firm's own history, in months.
    Own(Vec<f64>),
}

impl Default for Time {
    fn default() -> Time {
        Time::Mean(0.0)
    }
}

impl Time {
    /// Returns the mean.
    pub fn mean(&self) -> f64 {
        match self {
            Time::Mean(mean) => *mean,
            Time::Own(months) => months.iter().sum::<f64>() / months.len().max(1) as f64,
        }
    }
}

/// An attempt to mend the relation.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Repair {
    /// The chance that it succeeds.
    pub success: f64,
    pub uplift_monthly: f64,
    pub cost: f64,
    /// After so many months it has succeeded or failed.
    pub months: u32,
}

/// A part of the fixed cost of which some can be saved once the client is gone.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CostCut {
    pub name: String,
    pub monthly: f64,
    /// The share that can be saved.
    pub avoidable: f64,
    pub lag_months: u32,
    /// What saving it costs at once.
    pub one_off: f64,
}

/// Another marketing while a replacement is sought.
#[derive(Clone, Debug, PartialEq)]
pub struct Marketing {
    /// How many times faster replacements come after the lag.
    pub factor: f64,
    pub lag_months: u32,
    /// Paid in each month of the search.
    pub cost_monthly: f64,
}

impl Default for Marketing {
    fn default() -> Marketing {
        Marketing { factor: 1.0, lag_months: 0, cost_monthly: 0.0 }
    }
}

/// Someone else takes the client over.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HandOver {
    /// What the successor pays us; negative if we pay.
    pub fee: f64,
    /// We serve in full for so many months more.
    pub months: u32,
}

/// From a month on, only a share of the service remains.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    pub month: u32,
    pub share: f64,
}

/// What serving the client does to us beside its contribution; it ends with the service, or with a repair that works.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Harm {
    /// What its disorder costs other work in a month.
    pub monthly: f64,
    /// The chance that one of our people leaves over it within a year.
    pub leave_chance_yearly: f64,
    /// What it costs to replace that person.
    pub leave_cost: f64,
}

/// Business that came through this client and may go with it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Linked {
    pub contribution_monthly: f64,
    pub chance: f64,
}

impl Default for Inputs {
    fn default() -> Inputs {
        Inputs {
            currency: None,
            horizon_months: 24,
            draws: 10_000,
            seed: 1,
            cash: 0.0,
            reserve: 0.0,
            fixed_cost_monthly: 0.0,
            other_contribution_monthly: 0.0,
            other_residuals: vec![],
            discount_yearly: 0.0,
            client: Client::default(),
            replacement: None,
            repair: None,
            costs: vec![],
            marketing: None,
            hand_over: None,
            staged: vec![],
            harm: None,
            linked: None,
            spreads: vec![],
            said: vec![],
        }
    }
}

/// Inputs that were checked: every figure finite and within its bounds.
#[derive(Clone, Debug, PartialEq)]
pub struct Sound(Inputs);

impl Sound {
    /// Returns the inputs.
    pub fn inputs(&self) -> &Inputs {
        &self.0
    }
}

impl Inputs {
    /// So many paths of so many months are held at once where every draw is a path of its own.
    const CELLS_MAX: u64 = 2_400_000;

    /// Checks everything, and names all that is wrong.
    pub fn sound(self) -> Result<Sound, Vec<InputError>> {
        let mut errors = Vec::new();
        for key in Key::ALL {
            let wrong = key.get(&self).and_then(|value| key.bounds().wrong(value));
            errors.extend(wrong.map(|wrong| InputError::of(key.path(), wrong)));
        }
        self.check_lists(&mut errors);
        if self.marketing.is_some() && self.replacement.is_none() {
            errors.push(InputError::of("marketing", Wrong::Needs("replacement")));
        }
        let cells = u64::from(self.horizon_months) * u64::from(self.draws);
        if self.is_varied() && cells > Inputs::CELLS_MAX {
            errors.push(InputError::of(
                "draws",
                Wrong::Above((Inputs::CELLS_MAX / u64::from(self.horizon_months)) as f64),
            ));
        }
        if errors.is_empty() { Ok(Sound(self)) } else { Err(errors) }
    }

    /// Tells whether each draw is a path of its own, because more is drawn than chance decides.
    pub(super) fn is_varied(&self) -> bool {
        !self.spreads.is_empty() || !self.other_residuals.is_empty()
    }

    /// Returns what is said of an input. Of how long replacements take, fewer own wins than enough are no history.
    pub fn said_of(&self, key: Key) -> Said {
        let said = self.said.iter().find(|(of, _)| *of == key).map(|(_, said)| *said);
        match &self.replacement {
            Some(Replacement { time: Time::Own(own), .. }) if key == Key::MeanMonths => {
                let as_of = said.and_then(|said| said.as_of);
                if own.len() >= OWN_MIN {
                    Said { origin: Origin::History, confidence: Confidence::High, as_of }
                } else {
                    Said { as_of, ..Said::NOTHING }
                }
            }
            _ => said.unwrap_or(Said::NOTHING),
        }
    }

    /// Names what is possible and yet hardly meant.
    pub fn cautions(&self) -> Vec<Caution> {
        let costs: f64 = self.costs.iter().map(|cut| cut.monthly).sum();
        let last = self.staged.last().map_or(0, |step| step.month);
        let found = [
            (costs > self.fixed_cost_monthly, Caution::CostsAboveFixed),
            (last > self.horizon_months, Caution::StagesBeyondHorizon),
            (
                self.client.contract_months_left.is_some_and(|left| left > self.horizon_months),
                Caution::ContractBeyondHorizon,
            ),
            (self.replacement.is_none(), Caution::NoReplacement),
        ];
        found.into_iter().filter(|(holds, _)| *holds).map(|(_, caution)| caution).collect()
    }

    /// Returns every input that is given, as a simulation uses it.
    pub fn stated(&self) -> Vec<Stated> {
        let stated = |key: Key| {
            let Said { origin, confidence, as_of } = self.said_of(key);
            key.get(self).map(|value| Stated { key, value, origin, confidence, as_of })
        };
        Key::ALL.into_iter().filter(|key| !key.is_setting()).filter_map(stated).collect()
    }

    fn check_lists(&self, errors: &mut Vec<InputError>) {
        let mut check = |path: String, bounds: Bounds, value: f64| {
            errors.extend(bounds.wrong(value).map(|wrong| InputError { path, line: None, wrong }));
        };
        for (i, residual) in self.other_residuals.iter().enumerate() {
            check(format!("other_residuals[{i}]"), SIGNED, *residual);
        }
        if let Some(Replacement { time: Time::Own(months), .. }) = &self.replacement {
            months.iter().enumerate().for_each(|(i, own)| check(format!("replacement.months[{i}]"), TIME, *own));
        }
        for (i, cut) in self.costs.iter().enumerate() {
            check(format!("costs[{i}].monthly"), SUM, cut.monthly);
            check(format!("costs[{i}].avoidable"), SHARE, cut.avoidable);
            check(format!("costs[{i}].lag_months"), MONTHS, f64::from(cut.lag_months));
            check(format!("costs[{i}].one_off"), SUM, cut.one_off);
        }
        for (i, step) in self.staged.iter().enumerate() {
            check(format!("staged.steps[{i}].month"), MONTH, f64::from(step.month));
            check(format!("staged.steps[{i}].share"), SHARE, step.share);
        }
        for (key, spread) in &self.spreads {
            spread.ends().into_iter().for_each(|end| check(key.path().to_owned(), key.bounds(), end));
        }
        self.check_shapes(errors);
    }

    fn check_shapes(&self, errors: &mut Vec<InputError>) {
        if matches!(&self.replacement, Some(Replacement { time: Time::Own(months), .. }) if months.is_empty()) {
            errors.push(InputError::of("replacement.months", Wrong::Empty));
        }
        if self.staged.windows(2).any(|pair| pair[0].month >= pair[1].month) {
            errors.push(InputError::of("staged.steps", Wrong::Unordered));
        }
        for (key, spread) in &self.spreads {
            if let Some(wrong) = spread.wrong() {
                errors.push(InputError::of(key.path(), wrong));
            }
        }
    }
}
