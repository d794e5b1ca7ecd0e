//! What a comparison of options comes to, in sentences: which comes first, how robust that is, and what would turn it.

use super::Room;
use crate::web::markup::Markup;
use domain::case::Outcome;
use domain::case::options::{self, Criterion, Flip, Sheet, SheetFault, Turned, Weighing};
use domain::case::scoring::Scoring;
use domain::stats::SplitMix64;
use fluent_bundle::FluentValue;

/// So many random weightings are drawn.
const DRAWS: u32 = 10_000;

/// So many changes that would turn the result are named, the smallest first.
const FLIPS: usize = 6;

/// What is shown of a weighing.
pub struct Result {
    pub lede: Markup,
    /// Each option in its place, with how often it comes first.
    pub ranking: Vec<(Markup, Markup)>,
    pub flips: Vec<Markup>,
    /// Options that miss a score and take no part, with what they miss.
    pub unscored: Vec<Markup>,
}

/// Returns the seed of a case's draws: the same case, the same figures.
pub fn seed(case: &str) -> u64 {
    // The digits that a case's id draws at random stand at its end.
    let tail: String = case.chars().rev().take(13).collect();
    u64::from_str_radix(&tail, 16).unwrap_or_default()
}

/// Weighs a sheet.
pub fn weigh(sheet: &Sheet, seed: u64) -> std::result::Result<Weighing, Vec<SheetFault>> {
    options::weigh(sheet, DRAWS, &mut SplitMix64::new(seed))
}

/// Shows what was saved in the case.
pub fn of_saved(room: &Room, scoring: &Scoring) -> Option<Result> {
    let weighed = weigh(&Sheet::of(scoring), scoring.seed).ok()?;
    Some(shown(room, &weighed))
}

/// Says what a weighing comes to.
pub fn shown(room: &Room, weighing: &Weighing) -> Result {
    let pen = room.pen();
    let wins = |wins: f64| FluentValue::from((wins * 100.0).round());
    let place = |ranked: &options::Ranked| {
        (Markup::text(&outcome(room, ranked.outcome)), pen.say("options-wins", [("n", wins(ranked.wins))]))
    };
    let lede = weighing.ranking.first().map_or_else(
        || pen.t("options-lede"),
        |first| {
            let args = [("outcome", FluentValue::from(outcome(room, first.outcome))), ("n", wins(first.wins))];
            pen.say(if first.wins >= 0.5 { "options-first" } else { "options-first-weak" }, args)
        },
    );
    let unscored = weighing.unscored.iter().map(|option| {
        let missing: Vec<String> = option.criteria.iter().map(|c| criterion(room, *c)).collect();
        let missing = missing.join(&pen.lang.text("case-comma"));
        let args = [("outcome", outcome(room, option.outcome)), ("missing", missing)];
        pen.say("options-unscored", args.map(|(name, text)| (name, FluentValue::from(text))))
    });
    Result {
        lede,
        ranking: weighing.ranking.iter().map(place).collect(),
        flips: weighing.flips.iter().take(FLIPS).map(|one| flip(room, one)).collect(),
        unscored: unscored.collect(),
    }
}

fn flip(room: &Room, flip: &Flip) -> Markup {
    let pen = room.pen();
    let winner = ("winner", FluentValue::from(outcome(room, flip.winner)));
    match flip.turned {
        Turned::Weight(of) => {
            let (from, to) = (pen.lang.percent(flip.from), pen.lang.percent(flip.to));
            let args = [("criterion", criterion(room, of)), ("from", from), ("to", to)];
            let args = args.map(|(name, text)| (name, FluentValue::from(text))).into_iter();
            pen.say("options-flip-weight", args.chain([winner]))
        }
        Turned::Score(option, of) => {
            let number = |value: f64| pen.lang.number(value, 1);
            let args = [
                ("criterion", criterion(room, of)),
                ("option", outcome(room, option)),
                ("from", number(flip.from)),
                ("to", number(flip.to)),
            ];
            let args = args.map(|(name, text)| (name, FluentValue::from(text))).into_iter();
            pen.say("options-flip-score", args.chain([winner]))
        }
    }
}

/// Says why scores cannot be weighed.
pub fn fault(room: &Room, fault: SheetFault) -> String {
    let lang = room.visitor.lang;
    match fault {
        SheetFault::TooFew => lang.text("options-too-few"),
        SheetFault::ScoreInvalid(option, of) => {
            let args = [("option", outcome(room, option)), ("criterion", criterion(room, of))];
            lang.say("options-fault-score", args.map(|(name, text)| (name, FluentValue::from(text))))
        }
        SheetFault::WeightMissing(_) | SheetFault::WeightInvalid(_) | SheetFault::NoWeight | SheetFault::Twice(_) => {
            lang.text("options-fault-weights")
        }
    }
}

fn outcome(room: &Room, outcome: Outcome) -> String {
    room.visitor.lang.text(&format!("outcome-{}", outcome.word()))
}

fn criterion(room: &Room, criterion: Criterion) -> String {
    room.visitor.lang.text(&format!("criterion-{}", criterion.word()))
}
