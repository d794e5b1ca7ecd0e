//! The firm's figures, each from the day it was true: stating one, and taking back one stated by mistake.

use super::super::app::Shared;
use super::super::form::{self, Filled};
use super::super::{PageError, Visitor};
use super::{back, change};
use crate::lang::Lang;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::post;
use domain::days::Day;
use domain::firm::{Dated, Firm, held_on};
use domain::money::Money;

/// A figure of the firm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    TargetRate,
    FloorRate,
    DefaultCostRate,
    CostOfCapital,
    Cash,
    Reserve,
    FixedCostMonthly,
}

impl Figure {
    /// All figures, in the order of the page.
    pub const ALL: [Figure; 7] = [
        Figure::TargetRate,
        Figure::FloorRate,
        Figure::DefaultCostRate,
        Figure::CostOfCapital,
        Figure::Cash,
        Figure::Reserve,
        Figure::FixedCostMonthly,
    ];

    /// Returns the word of forms, keys and the file.
    pub fn word(self) -> &'static str {
        match self {
            Figure::TargetRate => "target_rate",
            Figure::FloorRate => "floor_rate",
            Figure::DefaultCostRate => "default_cost_rate",
            Figure::CostOfCapital => "cost_of_capital",
            Figure::Cash => "cash",
            Figure::Reserve => "reserve",
            Figure::FixedCostMonthly => "fixed_cost_monthly",
        }
    }

    /// Tells whether every member may see it: what an hour costs us and what we hold is for owner and finance.
    pub fn is_for_all(self) -> bool {
        matches!(self, Figure::TargetRate | Figure::FloorRate)
    }

    /// Returns what was stated.
    pub fn of(self, firm: &Firm) -> &Vec<Dated> {
        match self {
            Figure::TargetRate => &firm.target_rate,
            Figure::FloorRate => &firm.floor_rate,
            Figure::DefaultCostRate => &firm.default_cost_rate,
            Figure::CostOfCapital => &firm.cost_of_capital,
            Figure::Cash => &firm.cash,
            Figure::Reserve => &firm.reserve,
            Figure::FixedCostMonthly => &firm.fixed_cost_monthly,
        }
    }

    fn of_mut(self, firm: &mut Firm) -> &mut Vec<Dated> {
        match self {
            Figure::TargetRate => &mut firm.target_rate,
            Figure::FloorRate => &mut firm.floor_rate,
            Figure::DefaultCostRate => &mut firm.default_cost_rate,
            Figure::CostOfCapital => &mut firm.cost_of_capital,
            Figure::Cash => &mut firm.cash,
            Figure::Reserve => &mut firm.reserve,
            Figure::FixedCostMonthly => &mut firm.fixed_cost_monthly,
        }
    }

    fn named(word: &str) -> Option<Figure> {
        Figure::ALL.into_iter().find(|figure| figure.word() == word)
    }

    /// Shares are stated in percent and kept as shares.
    pub fn is_share(self) -> bool {
        self == Figure::CostOfCapital
    }

    /// Returns those that a visitor may see.
    pub fn seen_by(visitor: &Visitor) -> impl Iterator<Item = Figure> {
        let sees_costs = visitor.viewer.sees_costs();
        Figure::ALL.into_iter().filter(move |figure| sees_costs || figure.is_for_all())
    }

    /// Returns everything that was stated, the newest first.
    pub fn past(self, firm: &Firm) -> Vec<Dated> {
        let mut past = self.of(firm).clone();
        past.sort_by_key(|dated| std::cmp::Reverse(dated.on));
        past
    }
}

/// A figure as the page shows it.
pub struct FigureView {
    pub word: &'static str,
    pub is_share: bool,
    /// What holds today.
    pub held: Option<String>,
    /// Everything stated, the newest first.
    pub past: Vec<PastView>,
}

/// One statement of a figure.
pub struct PastView {
    pub on: Day,
    pub value: String,
}

/// Returns the figures that a visitor may see.
pub fn views(firm: &Firm, visitor: &Visitor) -> Vec<FigureView> {
    let view = |figure: Figure| {
        let words = |value: f64| in_words(figure, firm, visitor.lang, value);
        FigureView {
            word: figure.word(),
            is_share: figure.is_share(),
            held: held_on(figure.of(firm), visitor.today).map(words),
            past: figure
                .past(firm)
                .into_iter()
                .map(|dated| PastView { on: dated.on, value: words(dated.value) })
                .collect(),
        }
    };
    Figure::seen_by(visitor).map(view).collect()
}

fn in_words(figure: Figure, firm: &Firm, lang: Lang, value: f64) -> String {
    match firm.base_currency {
        _ if figure.is_share() => lang.percent(value),
        Some(currency) => lang.money(Money { minor: currency.minor(value), currency }),
        None => lang.number(value, 2),
    }
}

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/firm/figures", post(state_figure).get(back))
        .route("/firm/figures/removal", post(take_back).get(back))
}

async fn state_figure(State(app): State<Shared>, visitor: Visitor, filled: Filled) -> Result<Response, PageError> {
    let figure = Figure::named(filled.value("figure")).ok_or(PageError::Unreadable)?;
    change(&app, visitor, filled, |firm, filled, lang| {
        let value =
            form::number(filled.value("value")).map(|value| if figure.is_share() { value / 100.0 } else { value });
        let sane = |value: &f64| if figure.is_share() { (0.0..=1.0).contains(value) } else { value.abs() < 1e12 };
        match (form::day(filled.value("on")), value.filter(sane)) {
            (Some(on), Some(value)) => {
                let stated = figure.of_mut(firm);
                stated.retain(|dated| dated.on != on);
                stated.push(Dated { on, value });
                stated.sort_by_key(|dated| dated.on);
            }
            (None, _) => filled.refuse(figure.word(), lang.text("day-invalid")),
            (_, None) => filled.refuse(figure.word(), lang.text("number-invalid")),
        }
    })
    .await
}

async fn take_back(State(app): State<Shared>, visitor: Visitor, filled: Filled) -> Result<Response, PageError> {
    let figure = Figure::named(filled.value("figure")).ok_or(PageError::Unreadable)?;
    let on = form::day(filled.value("on")).ok_or(PageError::Unreadable)?;
    change(&app, visitor, filled, |firm, _, _| figure.of_mut(firm).retain(|dated| dated.on != on)).await
}
