//! What whole columns say: the order of their dates, their decimal mark, the unit of their durations.

use super::plan::{Inference, InferenceCode, Plan, PlanColumn};
use super::problem::{Problem, ProblemCode};
use super::source::{Mark as CellMark, Record};
use super::target::Target;
use super::value::amount;
use super::value::date::{self, DateOrder, OrderEvidence};
use super::value::duration;
use super::value::number::{Evidence, Mark, Number};
use super::words::calendar::Unit;
use domain::record::Type;

/// What has been seen of a file's columns so far.
pub struct Survey {
    columns: Vec<Seen>,
    rows: u64,
}

/// What has been seen of one column.
#[derive(Default)]
struct Seen {
    looks: Looks,
    settled: [Option<String>; 2],
    open: Option<String>,
    /// Values that settle on a point, on a comma; the first with neither.
    points: u64,
    commas: u64,
    unclear: Option<String>,
    /// The first value that settles on a comma.
    comma: Option<String>,
    most: f64,
    clocks: bool,
    /// Some value was not in the plain form, which needs no survey.
    unusual: bool,
}

/// What a column is looked at for.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Looks {
    #[default]
    No,
    Date,
    Number,
    Duration,
    Score,
}

impl Looks {
    fn at(target: &Target) -> Looks {
        match (target.r#type(), target.column) {
            (_, "hours" | "duration" | "minutes") if target.kind.table == "time" => Looks::Duration,
            (_, "score") => Looks::Score,
            (Type::Day | Type::Moment, _) => Looks::Date,
            (Type::Amount | Type::Decimal, _) => Looks::Number,
            _ => Looks::No,
        }
    }
}

impl Survey {
    /// Begins a survey of the columns that stand for something.
    pub fn new(columns: &[PlanColumn], also: &[(usize, Target)]) -> Survey {
        let looks = |place: usize, column: &PlanColumn| {
            let others = also.iter().filter(|(at, _)| *at == place).map(|(_, target)| target);
            let all = column.target.iter().chain(others).map(Looks::at);
            all.into_iter().find(|looks| *looks != Looks::No).unwrap_or_default()
        };
        let seen =
            columns.iter().enumerate().map(|(place, column)| Seen { looks: looks(place, column), ..Seen::default() });
        Survey { columns: seen.collect(), rows: 0 }
    }

    /// Looks at one row.
    pub fn see(&mut self, record: &Record) {
        self.rows += 1;
        for (place, seen) in self.columns.iter_mut().enumerate().filter(|(_, seen)| seen.looks != Looks::No) {
            let text = record.field(place);
            if !text.is_empty() && record.mark(place) == CellMark::Plain {
                seen.see(text);
            } else if seen.looks != Looks::Date {
                seen.see_most(text);
            }
        }
    }

    /// Returns how many rows were looked at.
    pub fn rows(&self) -> u64 {
        self.rows
    }

    /// Tells whether everything so far was in the plain form, so that the rest need not be surveyed.
    pub fn all_plain(&self) -> bool {
        self.columns.iter().all(|seen| !seen.unusual)
    }

    /// Writes what the columns say into the plan; a file whose dates can be read in two ways is refused.
    pub fn conclude(&self, plan: &mut Plan, asked: Option<DateOrder>) -> Result<(), Problem> {
        self.conclude_dates(plan, asked)?;
        let file_mark = self.file_mark();
        for (seen, column) in self.columns.iter().zip(&mut plan.columns) {
            if matches!(seen.looks, Looks::Number | Looks::Duration | Looks::Score) {
                seen.conclude_mark(column, file_mark);
            }
            if seen.looks == Looks::Duration {
                seen.conclude_unit(column);
            }
        }
        self.conclude_scale(plan);
        Ok(())
    }

    fn conclude_dates(&self, plan: &mut Plan, asked: Option<DateOrder>) -> Result<(), Problem> {
        let orders: Vec<Option<DateOrder>> = self.columns.iter().map(Seen::order).collect();
        let mut settled: Vec<DateOrder> = orders.iter().flatten().copied().collect();
        settled.dedup();
        let common = asked.or(if settled.len() == 1 { Some(settled[0]) } else { None });
        for (place, seen) in self.columns.iter().enumerate().filter(|(_, seen)| seen.looks == Looks::Date) {
            let column = &mut plan.columns[place];
            column.dates = asked.or(orders[place]).or(common);
            let (contradicts, open) = (seen.settled.iter().all(Option::is_some), seen.open.is_some());
            if asked.is_none() && (contradicts || (open && column.dates.is_none())) {
                let example = if contradicts { seen.both_orders() } else { seen.open.clone().unwrap_or_default() };
                return Err(Problem::of_file(ProblemCode::DateOrderUnclear, &example).in_column(&column.header));
            }
            if let Some(order) = orders[place].filter(|_| asked.is_none()) {
                let example = seen.settled.iter().flatten().next().cloned().unwrap_or_default();
                let month_first = order == DateOrder::Mdy;
                let code = if month_first { InferenceCode::DatesMonthFirst } else { InferenceCode::DatesDayFirst };
                column.inferred.push(Inference::new(code, example));
            } else if asked.is_none() && open {
                let order = common.map(DateOrder::word).unwrap_or_default();
                column.inferred.push(Inference::new(InferenceCode::DatesByOtherColumn, order));
            }
        }
        plan.dates = common;
        Ok(())
    }

    /// Returns the decimal mark that the file's settled columns share.
    fn file_mark(&self) -> Option<Mark> {
        let (points, commas) = self.columns.iter().fold((0, 0), |(p, c), seen| (p + seen.points, c + seen.commas));
        match (points, commas) {
            (0, 1..) => Some(Mark::Comma),
            (1.., 0) => Some(Mark::Point),
            _ => None,
        }
    }

    /// Scores above five without a column that says out of how many show what the best one is.
    fn conclude_scale(&self, plan: &mut Plan) {
        let is = |column: &PlanColumn, name: &str| {
            column.target.is_some_and(|t| t.kind.table == "feedback" && t.column == name)
        };
        let stated = plan.columns.iter().any(|column| is(column, "scale"));
        let score = plan.columns.iter().position(|column| is(column, "score"));
        let most = score.map_or(0.0, |place| self.columns[place].most);
        if !stated && most > 5.0 {
            let best = if most <= 10.0 { 10.0 } else { 100.0 };
            plan.scale = Some(best);
            plan.inferences.push(Inference::new(InferenceCode::Scale, best.to_string()));
        }
    }
}

impl Seen {
    fn see(&mut self, text: &str) {
        match self.looks {
            Looks::No => {}
            Looks::Date => self.see_date(text),
            Looks::Number => self.see_number(amount::mark_evidence(text), text),
            Looks::Duration if duration::is_clock(text) => self.clocks = true,
            Looks::Duration | Looks::Score => {
                self.see_number(amount::mark_evidence(text), text);
                self.see_most(text);
            }
        }
    }

    fn see_date(&mut self, text: &str) {
        match date::evidence(text) {
            OrderEvidence::None => return,
            OrderEvidence::Settles(DateOrder::Mdy) => self.settled[1].get_or_insert_with(|| text.to_owned()),
            OrderEvidence::Settles(_) => self.settled[0].get_or_insert_with(|| text.to_owned()),
            OrderEvidence::Open => self.open.get_or_insert_with(|| text.to_owned()),
        };
        self.unusual = true;
    }

    fn see_number(&mut self, evidence: Evidence, text: &str) {
        match evidence {
            Evidence::None => {}
            Evidence::Settles(Mark::Point) => self.points += 1,
            Evidence::Settles(Mark::Comma) => {
                self.commas += 1;
                self.comma.get_or_insert_with(|| text.to_owned());
            }
            Evidence::Open(_) => {
                self.unclear.get_or_insert_with(|| text.to_owned());
            }
        }
        self.unusual |= !matches!(evidence, Evidence::None | Evidence::Settles(Mark::Point));
    }

    fn see_most(&mut self, text: &str) {
        if let Some(number) = Number::read(text, Some(Mark::Point)) {
            self.most = self.most.max(number.float());
        }
    }

    /// Returns a day in each of the two orders.
    fn both_orders(&self) -> String {
        self.settled.iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" ≠ ")
    }

    fn order(&self) -> Option<DateOrder> {
        match &self.settled {
            [Some(_), None] => Some(DateOrder::Dmy),
            [None, Some(_)] => Some(DateOrder::Mdy),
            _ => None,
        }
    }

    fn conclude_mark(&self, column: &mut PlanColumn, file_mark: Option<Mark>) {
        let (mark, code) = match (self.points, self.commas) {
            (0, 0) => {
                (file_mark.or(Some(Mark::Point)), self.unclear.is_some().then_some(InferenceCode::DecimalAssumed))
            }
            (_, 0) => (Some(Mark::Point), self.unclear.is_some().then_some(InferenceCode::DecimalPoint)),
            (0, _) => (Some(Mark::Comma), Some(InferenceCode::DecimalComma)),
            _ => (None, Some(InferenceCode::DecimalMixed)),
        };
        column.mark = mark;
        if let Some(code) = code {
            let by_comma = matches!(code, InferenceCode::DecimalComma | InferenceCode::DecimalMixed);
            let example = if by_comma { &self.comma } else { &self.unclear };
            column.inferred.push(Inference::new(code, example.clone().unwrap_or_default()));
        }
    }

    /// A bare number counts what its header says; where it says nothing, what the values can be within a day.
    fn conclude_unit(&self, column: &mut PlanColumn) {
        let stated = column.target.is_some_and(|target| target.column != "duration");
        column.unit = match column.target.map(|target| target.column) {
            Some("minutes") => Unit::Minute,
            Some("duration") if self.most > 24.0 * 60.0 => Unit::Second,
            Some("duration") if self.most > 24.0 => Unit::Minute,
            _ => Unit::Hour,
        };
        if !stated && !self.clocks {
            let word = match column.unit {
                Unit::Hour => "hour",
                Unit::Minute => "minute",
                Unit::Second => "second",
            };
            column.inferred.push(Inference::new(InferenceCode::Unit, word));
        }
    }
}
