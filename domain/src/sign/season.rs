//! What falls in a season of the client's place, told apart from the rest (DOMAIN 3.0): when everyone works otherwise, a client
//! is held against such times of earlier years, and a season alone makes no sign.

use super::{Arg, Level, Rule, Scene};
use crate::days::Day;
use crate::days::season::Season;

/// From so many rows of earlier seasons on there is something to compare with; where two sides are held against each other, so
/// many of each.
const EARLIER_MIN: usize = 3;

/// A level that was crossed, with its threshold.
pub type Crossed = (Level, f64);
/// What a finding says of the seasons.
pub type Said = Vec<(&'static str, Arg)>;

/// How one detector judges rows, and which of them there were before the window.
pub struct Apart<'a, T> {
    pub rule: &'a Rule,
    pub day: &'a dyn Fn(&T) -> Day,
    pub judge: &'a dyn Fn(&[T]) -> Option<Crossed>,
    /// Returns how many rows there are to judge by: of two sides, as many as the lesser has.
    pub count: &'a dyn Fn(&[T]) -> usize,
    pub earlier: &'a dyn Fn() -> Vec<T>,
}

impl<T: Copy> Apart<'_, T> {
    /// Returns what is left of a level, never more than it, and how it came to that; nothing where only the season shows it
    /// and earlier ones were no better. It is asked only once a level was crossed, since it goes through all rows again.
    pub fn hold(&self, scene: &Scene, crossed: Crossed, rows: &[T]) -> Option<(Crossed, Said)> {
        let season = |row: &T| scene.season((self.day)(row));
        let (seasonal, rest): (Vec<T>, Vec<T>) = rows.iter().partition(|row| season(row).is_some());
        let seasons: Vec<Season> = seasonal.iter().filter_map(season).collect();
        if seasons.is_empty() {
            return Some((crossed, vec![]));
        }
        let level = |rows: &[T]| (self.judge)(rows).map(|(level, _)| level);
        let is_enough = |rows: &[T]| (self.count)(rows) as f64 * 2.0 >= self.rule.data_min;
        let by_rest = (self.judge)(&rest).filter(|_| is_enough(&rest));
        let (left, how) = if by_rest.is_some_and(|(level, _)| level >= crossed.0) {
            (Some(crossed), "rest")
        } else {
            let mut earlier = (self.earlier)();
            earlier.retain(|row| season(row).is_some_and(|season| seasons.contains(&season)));
            match (self.count)(&earlier) >= EARLIER_MIN {
                true if level(&seasonal) > level(&earlier) => (Some(crossed), "earlier"),
                false if by_rest.is_none() => (Some((Level::Watch, self.rule.watch)), "nothing"),
                _ => (by_rest, "rest"),
            }
        };
        left.map(|left| (left, said(seasons.len(), most(&seasons), how)))
    }
}

/// Returns the season that most of the days fell in.
pub fn most(seasons: &[Season]) -> &'static str {
    let count = |season: &Season| seasons.iter().filter(|own| *own == season).count();
    Season::ALL.into_iter().rev().max_by_key(count).map_or("", Season::word)
}

/// Returns what a finding says of so many rows in a season, and how they were held apart.
pub fn said(rows: usize, season: &'static str, how: &'static str) -> Said {
    vec![("apart", Arg::count(rows)), ("season", Arg::word(season)), ("season_is", Arg::word(how))]
}
