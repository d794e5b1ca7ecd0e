//! A simulation told: a card for each scenario with its hundred futures, cash month by month, the same in figures, and
//! what would change the answer.

use super::figures::scenarios;
use super::row::is_old;
use crate::lang::{Lang, of_100};
use crate::web::chart::{self, Scale};
use crate::web::export::Files;
use crate::web::markup::{Markup, Pen};
use crate::web::part::{Chart, Sheet};
use askama::Template;
use askama::filters::HtmlSafe;
use domain::days::{Day, Month};
use domain::exit::{Cash, Inputs, Key, Origin, Outlook, Scenario, Simulation, Stated};
use domain::money::Currency;
use fluent_bundle::FluentValue;

/// What a simulation says, for a page.
#[derive(Template)]
#[template(path = "exit/told.html")]
pub struct Told {
    lang: Lang,
    cards: Vec<Card>,
    fans: Vec<Chart>,
    figures: Option<Sheet>,
    /// The figures and the cash month by month as files.
    files: [Files; 2],
    futures: Markup,
    cash_note: Markup,
    turns: Vec<Markup>,
    advice: Markup,
    is_talk_first: bool,
    /// Where the agenda of the talk is; nothing on a page of what was kept.
    agenda: Option<String>,
    swings: Vec<SwingView>,
    history: Markup,
    assumed: Markup,
    old: Markup,
    cautions: Vec<String>,
}

impl HtmlSafe for Told {}

/// One scenario.
struct Card {
    name: String,
    is_base: bool,
    says: Markup,
    dots: Markup,
    facts: Vec<(Markup, Markup)>,
}

/// What one input changes.
struct SwingView {
    says: String,
    bar: Markup,
}

/// So many inputs are named among those that change the answer.
const SWINGS: usize = 6;

/// What is shown, and to whom.
pub struct Telling<'a> {
    pub pen: &'a Pen<'a>,
    pub inputs: &'a Inputs,
    pub simulation: &'a Simulation,
    /// The day of the decision.
    pub on: Day,
    pub agenda: Option<String>,
    /// Below which address its files are.
    pub here: String,
}

impl Telling<'_> {
    /// Tells a simulation.
    pub fn told(&self) -> Told {
        let (pen, simulation) = (self.pen, self.simulation);
        let lang = pen.lang;
        let ends = simulation.tornado.iter().take(SWINGS).flat_map(|swing| [swing.npv_low, swing.npv_high]);
        let ends = ends.fold([0.0, 0.0], |[least, most], end| [end.min(least), end.max(most)]);
        let swings = simulation.tornado.iter().take(SWINGS).map(|swing| {
            let says = lang.swing(swing, self.inputs.currency);
            SwingView { bar: chart::swing(pen, swing, ends, &says), says }
        });
        let turns = lang.indifference(simulation).into_iter().chain([lang.waiting(simulation, self.inputs.currency)]);
        Told {
            lang,
            cards: simulation.scenarios.iter().map(|(scenario, outlook)| self.card(*scenario, outlook)).collect(),
            fans: self.fans(),
            figures: scenarios(self).sheet(pen),
            files: ["figures", "series"].map(|list| Files::of(lang, "export-title", &format!("{}/{list}", self.here))),
            futures: pen.say(
                "exit-futures",
                [("draws", number(simulation.draws)), ("seed", text(simulation.seed.to_string()))],
            ),
            cash_note: pen.say("exit-cash-note", [("side", text(chart::later(pen).to_owned()))]),
            turns: turns.map(|said| Markup::strong(&said)).collect(),
            advice: Markup::strong(&lang.advice(simulation)),
            is_talk_first: simulation.verdict.advice.is_talk_first(),
            agenda: self.agenda.clone(),
            swings: swings.collect(),
            history: self.named(|stated| stated.origin == Origin::History),
            assumed: self.named(|stated| stated.origin == Origin::Assumption),
            old: self.named(|stated| stated.as_of.is_some_and(|day| is_old(day, self.on))),
            cautions: simulation.cautions.iter().map(|caution| lang.caution(*caution)).collect(),
        }
    }

    /// Returns the names of the inputs of which something holds; those that are nothing play no part.
    fn named(&self, holds: impl Fn(&Stated) -> bool) -> Markup {
        let named = self.simulation.inputs.iter().filter(|stated| stated.value != 0.0 && holds(stated));
        let names: Vec<String> = named.map(|stated| self.pen.lang.input(stated.key)).collect();
        Markup::text(&names.join(&self.pen.lang.text("table-comma")))
    }

    fn card(&self, scenario: Scenario, outlook: &Outlook) -> Card {
        let pen = self.pen;
        let below_zero = pen.lang.below_zero(outlook);
        let what = Markup::text(&self.what_happens(scenario));
        let reserve = pen.lang.of_100(outlook.p_cash_below_reserve);
        let dots = pen
            .lang
            .say("exit-dots", [("zero", text(pen.lang.of_100(outlook.p_cash_below_zero))), ("reserve", text(reserve))]);
        let mut facts = vec![(pen.t("exit-lowest"), self.lowest(outlook))];
        if let Some(month) = outlook.break_even_month {
            facts.push((pen.t("exit-break-even"), pen.month(self.month(month))));
        }
        Card {
            name: pen.lang.scenario(scenario),
            is_base: scenario == Scenario::Keep,
            says: Markup::join([Markup::strong(&below_zero), what], " "),
            dots: chart::futures(pen, outlook.p_cash_below_zero, outlook.p_cash_below_reserve, &dots),
            facts,
        }
    }

    /// Returns the lowest point of the median path, and its month.
    pub(super) fn lowest(&self, outlook: &Outlook) -> Markup {
        lowest_month(outlook).map_or_else(Markup::default, |lowest| {
            Markup::join(
                [self.sum(lowest.p50), self.pen.month(self.month(lowest.month))],
                &self.pen.lang.text("table-comma"),
            )
        })
    }

    /// Returns the first day of a month of the simulation; the first begins after the decision.
    pub(super) fn month(&self, month: u32) -> Day {
        self.on.month().plus(month as i32).first()
    }

    pub(super) fn sum(&self, sum: f64) -> Markup {
        Markup::made(format!(
            "<bdi class=\"num nowrap\">{}</bdi>",
            Markup::text(&self.pen.lang.whole_sum(sum, self.inputs.currency))
        ))
    }

    /// Returns what the scenario does, with the figures it rests on.
    fn what_happens(&self, scenario: Scenario) -> String {
        let inputs = self.inputs;
        let said = |key: Key| {
            let value = key.get(inputs).unwrap_or_default();
            text(self.pen.lang.input_value(key, value, inputs.currency))
        };
        let lost = inputs.client.receivable * inputs.client.write_off_share;
        let steps = inputs.staged.len() as f64;
        let last = inputs.staged.last().map_or(0, |step| step.month);
        let args = [
            ("notice", said(Key::NoticeMonths)),
            ("notice_n", FluentValue::from(f64::from(inputs.client.notice_months))),
            ("lost", text(self.pen.lang.whole_sum(lost, inputs.currency))),
            ("loses", text(if lost >= 1.0 { "some" } else { "none" }.to_owned())),
            ("left", said(Key::ContractMonthsLeft)),
            ("cost", said(Key::RepairCost)),
            ("success", said(Key::RepairSuccess)),
            ("months", said(Key::RepairMonths)),
            ("over", said(Key::HandOverMonths)),
            ("fee", said(Key::HandOverFee)),
            (
                "pays",
                text(if Key::HandOverFee.get(inputs).unwrap_or_default() == 0.0 { "none" } else { "some" }.to_owned()),
            ),
            ("steps", FluentValue::from(steps)),
            ("last", FluentValue::from(f64::from(last))),
        ];
        self.pen.lang.say(&format!("scenario-{}-what", scenario.word()), args)
    }

    fn fans(&self) -> Vec<Chart> {
        let currency = self.inputs.currency.unwrap_or(Currency::UNKNOWN);
        let paths = self.simulation.scenarios.values().map(|outlook| outlook.cash.as_slice());
        let from: Month = self.on.month();
        let scale = Scale::of(paths, [self.inputs.cash, self.inputs.reserve], from, currency);
        let keep = self.simulation.of(Scenario::Keep).map(|outlook| outlook.cash.as_slice());
        let fan = |(scenario, outlook): (&Scenario, &Outlook)| {
            let beside = keep.filter(|_| *scenario != Scenario::Keep);
            chart::fan(self.pen, &scale, &self.pen.lang.scenario(*scenario), &outlook.cash, beside)
        };
        self.simulation.scenarios.iter().map(fan).collect()
    }
}

/// Returns the sentence that a page begins with: how dangerous ending is beside keeping, or what it leaves; of a client
/// that is named where several are.
pub fn lede(pen: &Pen, inputs: &Inputs, simulation: &Simulation, name: Option<&str>) -> Markup {
    let of = |scenario| simulation.of(scenario).map_or((0.0, 0.0), |outlook| (outlook.p_cash_below_zero, outlook.npv));
    let ((keep, _), (end, npv)) = (of(Scenario::Keep), of(Scenario::EndNow));
    let [end_kind, end_n] = of_100(end).map(|(_, value)| value);
    let [keep_kind, keep_n] = of_100(keep).map(|(_, value)| value);
    let args = [
        ("name", text(name.unwrap_or_default().to_owned())),
        ("end_kind", end_kind),
        ("end", end_n),
        ("keep_kind", keep_kind),
        ("keep", keep_n),
        ("sum", text(pen.lang.whole_sum(npv.abs(), inputs.currency))),
        ("side", text(if npv < 0.0 { "less" } else { "more" }.to_owned())),
        ("months", FluentValue::from(f64::from(simulation.horizon_months))),
    ];
    let key = match (end > 0.0 || keep > 0.0, name) {
        (true, None) => "exit-lede-risk",
        (false, None) => "exit-lede-safe",
        (true, Some(_)) => "exit-if-risk",
        (false, Some(_)) => "exit-if-safe",
    };
    Markup::strong(&pen.lang.say(key, args))
}

/// Returns the month in which the median path is lowest, the first of equals.
pub(super) fn lowest_month(outlook: &Outlook) -> Option<&Cash> {
    outlook.cash.iter().min_by(|a, b| a.p50.total_cmp(&b.p50))
}

fn number(n: u32) -> FluentValue<'static> {
    FluentValue::from(f64::from(n))
}

fn text(text: String) -> FluentValue<'static> {
    FluentValue::from(text)
}
