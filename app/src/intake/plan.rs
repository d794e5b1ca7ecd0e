//! How a file will be read: everything that was inferred, shown and changeable.

use super::correction::Correction;
use super::problem::codes;
use super::source::Format;
use super::target::Target;
use super::tax::SaidTax;
use super::value::date::DateOrder;
use super::value::number::Mark;
use super::words::HeaderWords;
use super::words::calendar::Unit;
use data_encoding::HEXLOWER;
use domain::money::Currency;
use domain::record::{Kind, kind_named};

/// What a person says beforehand; what is left out is inferred.
#[derive(Clone, Debug)]
pub struct Options<'w> {
    /// Takes the file for this kind and no other.
    pub kind: Option<&'static Kind>,
    pub profile: Option<String>,
    pub dates: Option<DateOrder>,
    pub currency: Option<Currency>,
    /// What each column stands for, as a person set it; nothing is recognised then.
    pub mapping: Option<Vec<Option<Target>>>,
    pub words: &'w HeaderWords,
}

impl<'w> Options<'w> {
    /// Returns options that leave everything to be inferred.
    pub fn new(words: &'w HeaderWords) -> Options<'w> {
        Options { kind: None, profile: None, dates: None, currency: None, mapping: None, words }
    }
}

/// How a file will be read.
#[derive(Clone, Debug)]
pub struct Plan {
    pub name: String,
    pub sha256: [u8; 32],
    pub bytes: u64,
    pub format: Format,
    /// The physical line of the headers; in a workbook the sheet's row.
    pub header_line: u32,
    /// The profile's word, where one was taken.
    pub profile: Option<String>,
    /// The kinds that each row can give, the leading one first; none where a person has still to say.
    pub kinds: Vec<&'static Kind>,
    pub columns: Vec<PlanColumn>,
    /// Columns that stand for something in a second kind too, by their place.
    pub also: Vec<(usize, Target)>,
    /// The order of dates, where all columns with such dates have one.
    pub dates: Option<DateOrder>,
    /// Whether several rows are the lines of one invoice.
    pub lines: Option<Lines>,
    /// Which rows give which kind; every row gives every kind where this is empty.
    pub rules: Vec<RowRule>,
    /// The best score possible, where no column states it and the scores show that it is not five.
    pub scale: Option<f64>,
    /// The currency for rows that state none (`--currency`).
    pub currency: Option<Currency>,
    /// The payment terms for invoices whose row and client state none, as a person said.
    pub terms_days: Option<i64>,
    /// The tax in invoices that do not state it, as a person said.
    pub tax: Option<SaidTax>,
    /// Cells that are read otherwise than the file writes them.
    pub corrections: Vec<Correction>,
    pub rows_estimate: u64,
    pub inferences: Vec<Inference>,
}

/// The longest payment terms that a person can say of a file.
pub const TERMS_DAYS_MAX: i64 = 365;

/// One column of the file.
#[derive(Clone, Debug)]
pub struct PlanColumn {
    pub header: String,
    /// The first three values that differ.
    pub examples: Vec<String>,
    pub target: Option<Target>,
    /// The decimal mark; none where the column contradicts itself.
    pub mark: Option<Mark>,
    /// The order of day, month and year; none where no date needs it.
    pub dates: Option<DateOrder>,
    /// What a bare number in a column of durations counts.
    pub unit: Unit,
    /// The currency that the header names.
    pub currency: Option<Currency>,
    pub inferred: Vec<Inference>,
}

impl PlanColumn {
    /// Makes a column that stands for nothing yet.
    pub fn new(header: &str) -> PlanColumn {
        PlanColumn {
            header: header.to_owned(),
            examples: Vec::new(),
            target: None,
            mark: Some(Mark::Point),
            dates: None,
            unit: Unit::Hour,
            currency: None,
            inferred: Vec::new(),
        }
    }
}

/// What the lines of one invoice make together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lines {
    /// Each row has its line's amount: they are added up.
    Sum,
    /// Each row repeats the invoice's own total: the first is taken.
    First,
}

/// A row gives a kind where a column has one of these values and, if asked, the amount has this sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowRule {
    pub kind: &'static str,
    pub column: usize,
    pub values: Vec<String>,
    pub negative: Option<bool>,
}

/// Something that was inferred: its word in the catalogue (`inferred-WORD`), and what was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inference {
    pub code: InferenceCode,
    pub value: String,
}

impl Inference {
    /// Makes an inference.
    pub fn new(code: InferenceCode, value: impl Into<String>) -> Inference {
        Inference { code, value: value.into() }
    }
}

codes! {
    /// What can be inferred.
    InferenceCode {
        Delimiter = "delimiter",
        Encoding = "encoding",
        Sheet = "sheet",
        HeaderLine = "header_line",
        Profile = "profile",
        ProfileUntested = "profile_untested",
        Kind = "kind",
        KindByValues = "kind_by_values",
        KindByTitle = "kind_by_title",
        DatesDayFirst = "dates_day_first",
        DatesMonthFirst = "dates_month_first",
        DatesByOtherColumn = "dates_by_other_column",
        DecimalPoint = "decimal_point",
        DecimalComma = "decimal_comma",
        DecimalAssumed = "decimal_assumed",
        DecimalMixed = "decimal_mixed",
        Unit = "unit",
        CurrencyOfHeader = "currency_of_header",
        LinesSummed = "lines_summed",
        LinesFirst = "lines_first",
        RowsByRule = "rows_by_rule",
        Scale = "scale",
        DueFromTerms = "due_from_terms",
        PaymentsToo = "payments_too",
    }
}

impl Plan {
    /// Returns the file's hash in hexadecimal letters.
    pub fn sha256_hex(&self) -> String {
        HEXLOWER.encode(&self.sha256)
    }

    /// Returns the kinds from whose columns a person may choose: those recognised, or else the one that they named. A
    /// list of invoices may also say when they were paid.
    pub fn offered(&self, named: Option<&'static Kind>) -> Vec<&'static Kind> {
        let recognised = if self.kinds.is_empty() { named.as_slice() } else { &self.kinds };
        let mut kinds = recognised.to_vec();
        if matches!(recognised, [only] if only.table == "invoices") {
            kinds.extend(kind_named("payments"));
        }
        kinds
    }

    /// Tells whether the file says a kind's column, by a header of its own or by others from which it follows: what a file
    /// does not say, it does not change.
    pub fn says(&self, kind: &Kind, column: &str) -> bool {
        let has = |column: &str| !self.places(kind, column).is_empty();
        let billed = || ["amount", "net", "line_amount", "line_net"].iter().any(|column| has(column));
        let with_invoice =
            kind.table == "payments" && self.kinds.first().is_some_and(|leading| leading.table == "invoices");
        match (kind.table, column) {
            (_, "currency" | "known_on") => true,
            ("time", "minutes") => true,
            ("invoices", "due_on") => has("due_on") || has("terms"),
            ("invoices", "amount") => billed(),
            ("invoices", "tax") => has("tax") || self.tax.is_some_and(|tax| tax.rate.is_some()),
            // A sum below zero is a credit note, whether or not a column says so.
            ("invoices", "kind") => has("kind") || billed(),
            ("time", "person") => has("person") || has("person_first"),
            ("feedback", "scale") => has("scale") || self.scale.is_some(),
            ("payments", "invoice" | "amount") if with_invoice => true,
            _ => has(column),
        }
    }

    /// Returns the places of the columns that stand for a kind's column, in the order of the file.
    pub fn places(&self, kind: &Kind, column: &str) -> Vec<usize> {
        let is_meant = |target: &Target| target.kind.table == kind.table && target.column == column;
        let own = self
            .columns
            .iter()
            .enumerate()
            .filter(|(_, c)| c.target.as_ref().is_some_and(is_meant))
            .map(|(place, _)| place);
        let also = self.also.iter().filter(|(_, target)| is_meant(target)).map(|(place, _)| *place);
        let mut places: Vec<usize> = own.chain(also).collect();
        places.sort_unstable();
        places
    }
}
