//! Measures `exit::simulate` beside a plain loop that draws the same numbers and only adds up cash: 10,000 futures,
//! 24 months, six scenarios. `cargo run --release -p domain --example exit_cost` prints microseconds, once where only
//! chances are drawn, once where every month of every future is: ours, plain loop, ours, plain loop.

use domain::exit::{Inputs, Time, read, simulate};
use domain::stats::SplitMix64;
use std::hint::black_box;
use std::time::Instant;

const FIRM: &str = "
    cash = 60000
    reserve = 30000
    fixed_cost_monthly = 52000
    other_contribution_monthly = 44000
    [client]
    contribution_monthly = 8200
    notice_months = 2
    notice_realised = 0.7
    contract_months_left = 7
    early_fee = 3000
    receivable = 20000
    write_off_share = 0.35
    exit_cost = 9000
    [replacement]
    contribution_monthly = 9000
    mean_months = 5
    ramp_months = 3
    acquisition_cost = 6000
    [repair]
    success = 0.45
    uplift_monthly = 4000
    cost = 9000
    months = 3
    [hand_over]
    fee = 12000
    months = 2
    [staged]
    steps = [{ month = 2, share = 0.6 }, { month = 4, share = 0.3 }, { month = 6, share = 0 }]
";

fn main() {
    let residuals = "other_residuals = [-6000, -4000, -2500, -1000, 0, 0, 500, 1500, 2000, 2500, 3000, 4000]";
    let (even, uneven) = (FIRM.to_owned(), format!("{residuals}\n{FIRM}"));
    let measured = [even, uneven].map(|text| {
        let sound = read(&text).expect("sound inputs");
        let ours = median(|| {
            black_box(simulate(black_box(&sound)));
        });
        let plain = median(|| {
            black_box(plain(black_box(sound.inputs())));
        });
        [ours, plain]
    });
    let [[ours, plain], [ours_uneven, plain_uneven]] = measured;
    println!("{ours} {plain} {ours_uneven} {plain_uneven}");
}

/// Returns the median microseconds of 41 runs.
fn median(mut run: impl FnMut()) -> u128 {
    let mut times: Vec<u128> = (0..41)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed().as_micros()
        })
        .collect();
    times.sort_unstable();
    times[times.len() / 2]
}

/// For each scenario how many futures fall below zero and below the reserve, and the sum of what is left: nothing else.
fn plain(inputs: &Inputs) -> [[f64; 3]; 6] {
    let mut random = SplitMix64::new(inputs.seed);
    let months = inputs.horizon_months;
    let mut sums = [[0.0; 3]; 6];
    let mut residuals = vec![0.0; months as usize];
    for _ in 0..inputs.draws {
        let new = inputs.replacement.as_ref().expect("given");
        let Time::Mean(mean) = new.time else { unreachable!("a mean is given") };
        let signed = (-mean * (-random.unit()).ln_1p()).ceil() as u32;
        let repaired = random.unit() < inputs.repair.as_ref().expect("given").success;
        black_box([random.unit(), random.unit()]);
        if !inputs.other_residuals.is_empty() {
            let own = &inputs.other_residuals;
            residuals.iter_mut().for_each(|month| *month = own[random.below(own.len())]);
        }
        for (scenario, sums) in sums.iter_mut().enumerate() {
            let (mut cash, mut low) = (inputs.cash, f64::INFINITY);
            for month in 1..=months {
                let anyway = inputs.other_contribution_monthly - inputs.fixed_cost_monthly;
                cash += anyway + residuals[month as usize - 1] + flow(inputs, scenario, signed, repaired, month);
                low = low.min(cash);
            }
            sums[0] += f64::from(u8::from(low < 0.0));
            sums[1] += f64::from(u8::from(low < inputs.reserve));
            sums[2] += cash;
        }
    }
    sums
}

/// What one month of one scenario brings and takes, as RULINGS 44 to 48 say it.
fn flow(inputs: &Inputs, scenario: usize, signed: u32, repaired: bool, month: u32) -> f64 {
    let (client, new) = (&inputs.client, inputs.replacement.as_ref().expect("given"));
    let repair = inputs.repair.as_ref().expect("given");
    let over = inputs.hand_over.as_ref().expect("given");
    let decided = if scenario == 1 { repair.months } else { 0 };
    let last = match scenario {
        1 | 2 => decided + client.notice_months,
        3 => client.contract_months_left.expect("given"),
        4 => over.months,
        _ => 5,
    };
    let ends = scenario > 1 || (scenario == 1 && !repaired);
    let share = match scenario {
        0 => 1.0,
        1 if repaired || month <= decided => 1.0,
        1 | 2 => {
            if month <= last {
                client.notice_realised
            } else {
                0.0
            }
        }
        5 => inputs.staged.iter().rev().find(|step| step.month <= month).map_or(1.0, |step| step.share),
        _ => f64::from(u8::from(month <= last)),
    };
    let mut flow = share * client.contribution_monthly;
    flow += if scenario == 1 && repaired && month > decided { repair.uplift_monthly } else { 0.0 };
    flow += if scenario < 2 && month == 1 { client.receivable } else { 0.0 };
    flow -= if scenario == 1 && month == 1 { repair.cost } else { 0.0 };
    if ends {
        let settled = client.receivable * (1.0 - client.write_off_share);
        flow += if scenario > 1 && month == last + 1 { settled } else { 0.0 };
        flow += if scenario == 4 && month == last + 1 { over.fee } else { 0.0 };
        let due = if scenario == 3 { last + 1 } else { decided + 1 };
        flow -= if month == due { client.exit_cost } else { 0.0 };
        flow -= if scenario != 3 && month == due { client.early_fee } else { 0.0 };
        flow -= if month == decided + signed + 1 { new.acquisition_cost } else { 0.0 };
        if month > decided + signed {
            flow +=
                new.contribution_monthly * (f64::from(month - decided - signed) / f64::from(new.ramp_months)).min(1.0);
        }
    }
    flow
}
