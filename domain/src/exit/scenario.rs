//! The six scenarios: what each brings and takes in each month, beside what comes anyway (RULINGS 44-48).

use super::{HandOver, Inputs, Repair, Step};
use serde::{Deserialize, Serialize};

/// One way to go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scenario {
    Keep,
    Repair,
    EndNow,
    Expire,
    HandOver,
    Staged,
}

impl Scenario {
    pub const ALL: [Scenario; 6] =
        [Scenario::Keep, Scenario::Repair, Scenario::EndNow, Scenario::Expire, Scenario::HandOver, Scenario::Staged];

    /// Returns the word in files and keys.
    pub fn word(self) -> &'static str {
        match self {
            Scenario::Keep => "keep",
            Scenario::Repair => "repair",
            Scenario::EndNow => "end_now",
            Scenario::Expire => "expire",
            Scenario::HandOver => "hand_over",
            Scenario::Staged => "staged",
        }
    }

    /// Tells whether the relation ends, in part at least.
    pub fn is_ending(self) -> bool {
        !matches!(self, Scenario::Keep | Scenario::Repair)
    }

    /// Tells whether the inputs say what it takes.
    pub fn is_given(self, inputs: &Inputs) -> bool {
        match self {
            Scenario::Keep | Scenario::EndNow => true,
            Scenario::Repair => inputs.repair.is_some(),
            Scenario::Expire => inputs.client.contract_months_left.is_some(),
            Scenario::HandOver => inputs.hand_over.is_some(),
            Scenario::Staged => !inputs.staged.is_empty(),
        }
    }
}

/// What chance decides in one future, the same for every scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Chance {
    /// So many months after the search begins the replacement is signed; beyond the horizon, never.
    pub signed_after: u32,
    /// The month in which one of us leaves over this client, if it is still served then.
    pub leaves_in: u32,
    pub repaired: bool,
    /// Whether linked business goes when the client does.
    pub linked_goes: bool,
}

/// Fills in what a scenario brings and takes in each month, and returns for how many months the client is served in it.
pub(super) fn flows(inputs: &Inputs, scenario: Scenario, chance: Chance, flow: &mut [f64]) -> f64 {
    let mut path = Path { inputs, chance, flow, served: 0.0 };
    path.flow.fill(0.0);
    match scenario {
        Scenario::Keep => {
            path.add(1, inputs.client.receivable);
            path.serve(1, u32::MAX, 1.0);
        }
        Scenario::Repair => path.repair(inputs.repair.as_ref().unwrap_or(&Repair::default())),
        Scenario::EndNow => path.end_after(0),
        Scenario::Expire => path.expire(inputs.client.contract_months_left.unwrap_or(0)),
        Scenario::HandOver => path.hand_over(inputs.hand_over.as_ref().unwrap_or(&HandOver::default())),
        Scenario::Staged => path.stage(&inputs.staged),
    }
    path.served
}

/// Fills in an ending with notice that is decided after so many months of going on.
pub(super) fn end_later(inputs: &Inputs, chance: Chance, decided: u32, flow: &mut [f64]) {
    let mut path = Path { inputs, chance, flow, served: 0.0 };
    path.flow.fill(0.0);
    path.serve(1, decided, 1.0);
    path.end_after(decided);
}

/// One future of one scenario while it is filled in.
struct Path<'a> {
    inputs: &'a Inputs,
    chance: Chance,
    /// What each month brings or takes, the first at 0.
    flow: &'a mut [f64],
    served: f64,
}

impl Path<'_> {
    /// Notice is given at the end of a month.
    fn end_after(&mut self, decided: u32) {
        self.give_notice(decided);
        self.settle(decided + self.inputs.client.notice_months);
    }

    /// A contract that is not renewed runs in full, costs no fee, and its bill comes due after it.
    fn expire(&mut self, last: u32) {
        self.serve(1, last, 1.0);
        self.add(last + 1, -self.inputs.client.exit_cost);
        self.settle(last);
        self.replace(0, Some(last));
    }

    fn hand_over(&mut self, over: &HandOver) {
        self.serve(1, over.months, 1.0);
        self.pay_exit(0);
        self.add(over.months + 1, over.fee);
        self.settle(over.months);
        self.replace(0, Some(over.months));
    }

    /// A repair is paid at once; later it has lifted the contribution, or the end begins. What was owed came in anyway.
    fn repair(&mut self, plan: &Repair) {
        self.add(1, self.inputs.client.receivable - plan.cost);
        self.serve(1, plan.months, 1.0);
        if self.chance.repaired {
            let lifted = self.inputs.client.contribution_monthly + plan.uplift_monthly;
            self.served += f64::from(self.add_each(plan.months + 1, u32::MAX, lifted));
        } else {
            self.give_notice(plan.months);
        }
    }

    /// Steps down; where the last step leaves something, the relation goes on with it.
    fn stage(&mut self, steps: &[Step]) {
        self.serve(1, steps.first().map_or(u32::MAX, |step| step.month - 1), 1.0);
        for (i, Step { month, share }) in steps.iter().enumerate() {
            self.serve(*month, steps.get(i + 1).map_or(u32::MAX, |next| next.month - 1), *share);
        }
        self.pay_exit(0);
        let ends = steps.last().filter(|last| last.share == 0.0);
        match ends {
            Some(step) => self.settle(step.month - 1),
            None => self.add(1, self.inputs.client.receivable),
        }
        self.replace(0, ends.map(|step| step.month - 1));
    }

    /// What follows once notice is given.
    fn give_notice(&mut self, decided: u32) {
        let client = &self.inputs.client;
        let last = decided + client.notice_months;
        self.serve(decided + 1, last, client.notice_realised);
        self.pay_exit(decided);
        self.replace(decided, Some(last));
    }

    fn pay_exit(&mut self, decided: u32) {
        self.add(decided + 1, -self.inputs.client.exit_cost - self.inputs.client.early_fee);
    }

    /// What is owed comes in the month after the last one served, less what is lost.
    fn settle(&mut self, last_served: u32) {
        let client = &self.inputs.client;
        self.add(last_served + 1, client.receivable * (1.0 - client.write_off_share));
    }

    /// Adds the contribution of months in which the client is served, and the harm that serving it does.
    fn serve(&mut self, first: u32, last: u32, share: f64) {
        if share > 0.0 {
            let harm = self.inputs.harm.as_ref();
            let monthly = self.inputs.client.contribution_monthly * share - harm.map_or(0.0, |harm| harm.monthly);
            self.served += f64::from(self.add_each(first, last, monthly)) * share;
            if (first..=last).contains(&self.chance.leaves_in) {
                self.add(self.chance.leaves_in, -harm.map_or(0.0, |harm| harm.leave_cost));
            }
        }
    }

    /// Costs are cut and a replacement is sought from the decision on; linked business goes after the last month served.
    fn replace(&mut self, decided: u32, last_served: Option<u32>) {
        let signed = decided + self.chance.signed_after;
        for cut in &self.inputs.costs {
            self.add(decided + 1, -cut.one_off);
            self.add_each(decided + cut.lag_months.max(1), u32::MAX, cut.monthly * cut.avoidable);
        }
        if let Some(marketing) = &self.inputs.marketing {
            self.add_each(decided + 1, signed, -marketing.cost_monthly);
        }
        if let Some(new) = &self.inputs.replacement {
            self.add(signed + 1, -new.acquisition_cost);
            let ramp = new.ramp_months.max(1);
            for j in 1..ramp {
                self.add(signed + j, new.contribution_monthly * f64::from(j) / f64::from(ramp));
            }
            self.add_each(signed + ramp, u32::MAX, new.contribution_monthly);
        }
        if let (Some(linked), Some(last), true) = (&self.inputs.linked, last_served, self.chance.linked_goes) {
            self.add_each(last + 1, u32::MAX, -linked.contribution_monthly);
        }
    }

    /// Adds a sum to one month, if it lies within the horizon.
    fn add(&mut self, month: u32, sum: f64) {
        if let Some(month) = self.flow.get_mut(month as usize - 1) {
            *month += sum;
        }
    }

    /// Adds a sum to each of these months that lies within the horizon, and returns how many do.
    fn add_each(&mut self, first: u32, last: u32, sum: f64) -> u32 {
        let last = last.min(self.flow.len() as u32);
        if first <= last {
            self.flow[first as usize - 1..last as usize].iter_mut().for_each(|month| *month += sum);
        }
        (last + 1).saturating_sub(first)
    }
}
