//! What ending with a client would cost: everything that is known of it put together, simulated, and kept.

use super::cases::{Opened, Place};
use super::next_client;
use super::past_ends::{self, Ends};
use crate::entropy;
use crate::store::entries::By;
use crate::store::exit_inputs::{EnteredCut, Figure, StatedInput};
use crate::store::exit_runs::Kept;
use crate::store::exit_wins::Won;
use crate::store::{self, Db, StoreError, exit_bill, exit_inputs, exit_runs};
use domain::case::learning::forecast::Span;
use domain::case::state::Scenario as Cited;
use domain::days::Day;
use domain::exit::{
    Advice, BillLine, CostCut, Inputs, Key, Known, Pace, Scenario, Simulation, Sound, Sources, Step, Win, assemble,
    known, read, simulate,
};
use domain::firm::{Firm, held_on};
use domain::money::{Currency, Money};
use domain::sign::Scene;

/// One client on one day, as far as the cost of ending goes.
pub struct Subject {
    pub client: String,
    pub name: String,
    pub on: Day,
    pub known: Known,
    pub bill: Vec<exit_bill::Entered>,
    /// How many lines of the bill are in a currency without an exchange rate.
    pub bill_unconverted: usize,
    pub wins: Vec<Won>,
    /// How fast replacements were signed after past ends.
    pub pace: Option<Pace>,
    pub stated: Vec<StatedInput>,
    pub stages: Vec<Step>,
    pub cuts: Vec<EnteredCut>,
    /// What an hour earns at the least, as the firm states it.
    pub floor_rate: Option<f64>,
    /// The inputs, or what is missing for there to be any.
    pub inputs: Result<Inputs, Vec<Key>>,
}

/// A subject that was simulated.
pub struct Simulated {
    pub inputs: Inputs,
    pub figures: Simulation,
}

/// Puts together what is known of a client on a day; nothing if there is no such client.
pub async fn of_client(
    place: Place<'_>,
    ends: &Ends,
    firm: &Firm,
    client: &str,
    on: Day,
) -> Result<Option<Subject>, StoreError> {
    let db = place.db;
    let Some(mut history) = store::history::of_client(db, client).await? else { return Ok(None) };
    history.keep_known_on(on);
    let policy = store::policies::current(db).await?;
    let baseline = store::baselines::current(db).await?.map(|(baseline, _)| baseline);
    let scene = Scene::new(&history, firm, &policy, on);
    let known = known(&scene, baseline.as_ref());
    let name = history.client.as_ref().map_or(client, |own| &own.name).to_owned();
    let bill = exit_bill::of_client(db, client).await?;
    let wins: Vec<Won> = next_client::wins(place).await?.into_iter().map(|(won, _)| won).collect();
    let pace = past_ends::pace(place, ends, client, on).await?;
    let stated = exit_inputs::of_client(db, client).await?;
    let (stages, cuts) = (exit_inputs::stages(db, client).await?, exit_inputs::cuts(db, client).await?);
    let rates = Rates { firm, to: known.currency, on };
    let sums: Vec<Option<f64>> = bill.iter().map(|entered| rates.whole(entered.line.cost)).collect();
    let sum: f64 = sums.iter().flatten().sum();
    let day_of = |entered: &exit_bill::Entered| Day::of_instant(&entered.entered_at, firm.zone.as_deref());
    let unreadable = |entered: &exit_bill::Entered| StoreError::Unreadable(format!("exit_bill {}", entered.id));
    let entered_on = bill.iter().map(|entered| day_of(entered).ok_or_else(|| unreadable(entered)));
    let entered_on: Vec<Day> = entered_on.collect::<Result<_, _>>()?;
    let inputs = assemble(&Sources {
        on,
        seed: seed(on),
        firm,
        known: &known,
        wins: &wins.iter().map(|won| rates.win(won)).collect::<Vec<_>>(),
        pace,
        bill: entered_on.into_iter().max().map(|day| (sum, day)),
        stated: &stated.iter().filter_map(|stated| rates.stated(stated)).collect::<Vec<_>>(),
        costs: &cuts.iter().filter_map(|cut| rates.cut(cut)).collect::<Vec<_>>(),
        staged: &stages,
    });
    Ok(Some(Subject {
        client: client.to_owned(),
        name,
        on,
        bill_unconverted: sums.iter().filter(|sum| sum.is_none()).count(),
        floor_rate: held_on(&firm.floor_rate, on),
        known,
        bill,
        wins,
        pace,
        stated,
        stages,
        cuts,
        inputs,
    }))
}

/// The seed of a day: whoever looks on the same day at the same inputs sees the same figures.
pub fn seed(on: Day) -> u64 {
    let (year, month, day) = on.civil();
    year.max(0) as u64 * 10_000 + u64::from(month) * 100 + u64::from(day)
}

/// Simulates a subject apart from the threads that serve pages; without the essential there is nothing to simulate.
pub async fn simulated(subject: &Subject) -> Result<Option<Simulated>, StoreError> {
    let Ok(inputs) = subject.inputs.clone() else { return Ok(None) };
    match inputs.clone().sound() {
        Ok(sound) => {
            let figures = apart(sound).await?;
            Ok(Some(Simulated { inputs, figures }))
        }
        Err(errors) => Err(StoreError::Unreadable(format!("inputs of {}: {errors:?}", subject.client))),
    }
}

async fn apart(sound: Sound) -> Result<Simulation, StoreError> {
    store::apart(move || Ok(simulate(&sound))).await
}

/// Keeps a simulation with its inputs and the exit bill as they are, and returns its id.
pub async fn keep(db: &Db, subject: &Subject, simulated: Simulated, by: &By) -> Result<String, StoreError> {
    let id = entropy::id();
    let bill: Vec<BillLine> = subject.bill.iter().map(|entered| entered.line.clone()).collect();
    let kept = Kept {
        id: id.clone(),
        client: subject.client.clone(),
        on: subject.on,
        inputs: simulated.inputs.text(),
        bill,
        figures: simulated.figures,
        by: None,
        kept_at: by.at.clone(),
    };
    exit_runs::keep(db, &kept, by).await?;
    Ok(id)
}

/// Returns what a case keeps of a simulation that it rests on.
pub fn cited(run: String, figures: &Simulation) -> Cited {
    Cited {
        run,
        seed: figures.seed,
        p_cash_below_zero: figures.of(Scenario::EndNow).map(|outlook| outlook.p_cash_below_zero),
        repair_dominates: figures.verdict.advice == Advice::RepairLeads,
    }
}

/// Returns within which time the run that a case rests on expected a replacement to sign.
pub async fn span(db: &Db, opened: &Opened) -> Result<Option<Span>, StoreError> {
    let Some(cited) = &opened.case.scenario else { return Ok(None) };
    let run = exit_runs::of_client(db, &opened.key.client, &cited.run).await?;
    let inputs = run.and_then(|run| read(&run.inputs).ok());
    Ok(inputs.and_then(|inputs| Span::of(&inputs.inputs().replacement.as_ref()?.time)))
}

/// What turns sums into whole units of the currency in which is reckoned.
struct Rates<'a> {
    firm: &'a Firm,
    to: Currency,
    on: Day,
}

impl Rates<'_> {
    fn whole(&self, money: Money) -> Option<f64> {
        self.firm.convert(money, self.to, self.on)
    }

    fn win(&self, won: &Won) -> Win {
        let monthly = won.monthly.and_then(|monthly| self.whole(monthly));
        Win { contacted_on: won.contacted_on, signed_on: won.signed_on, monthly }
    }

    fn stated(&self, stated: &StatedInput) -> Option<(Key, f64, Day)> {
        let value = match stated.value {
            Figure::Sum(money) => self.whole(money)?,
            Figure::Number(number) => number,
        };
        Some((stated.key, value, stated.as_of))
    }

    fn cut(&self, entered: &EnteredCut) -> Option<CostCut> {
        let whole = |sum: f64| self.whole(Money { minor: entered.currency.minor(sum), currency: entered.currency });
        let cut = &entered.cut;
        Some(CostCut { monthly: whole(cut.monthly)?, one_off: whole(cut.one_off)?, ..cut.clone() })
    }
}
