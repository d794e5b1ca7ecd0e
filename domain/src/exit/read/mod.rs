//! Inputs from a TOML text: what is wrong is named with its place, all of it at once.

mod lists;
mod provenance;
mod value;

use super::key::{SIGNED, TIME};
use super::{InputError, Inputs, Key, Said, Sound, Spread, Time, Wrong};
use crate::money::Currency;
use crate::spelling;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Reads inputs as `exit simulate` takes them.
pub fn read(text: &str) -> Result<Sound, Vec<InputError>> {
    let table = DeTable::parse(text).map_err(|error| {
        let line = error.span().map(|span| line_of(text, span.start));
        vec![InputError { path: String::new(), line, wrong: Wrong::Unreadable(error.message().to_owned()) }]
    })?;
    let mut reader = Reader { text, inputs: Inputs::default(), given: vec![], errors: vec![] };
    reader.whole(table.get_ref());
    reader.finish()
}

fn line_of(text: &str, at: usize) -> u32 {
    text.as_bytes()[..at.min(text.len())].iter().filter(|byte| **byte == b'\n').count() as u32 + 1
}

/// The parts of a file that hold single figures.
const PARTS: [&str; 7] = ["client", "replacement", "repair", "marketing", "hand_over", "harm", "linked"];
/// What else may stand in a file.
const LISTS: [&str; 7] = ["seed", "currency", "costs", "other_residuals", "staged", "provenance", "replacement.months"];
type Value<'i> = Spanned<DeValue<'i>>;

struct Reader<'t> {
    text: &'t str,
    inputs: Inputs,
    /// The paths that were given.
    given: Vec<String>,
    errors: Vec<InputError>,
}

impl Reader<'_> {
    fn whole(&mut self, table: &DeTable) {
        for (name, value) in table {
            let path = name.get_ref().as_ref();
            match path {
                "seed" => self.seed(value),
                "currency" => self.currency(value),
                "costs" => self.costs(value),
                "other_residuals" => self.inputs.other_residuals = self.list(path, value, SIGNED),
                "staged" => self.staged(value),
                "provenance" => self.provenance("", value),
                _ if PARTS.contains(&path) => self.part(path, value),
                _ => self.figure(path, value),
            }
        }
    }

    fn part(&mut self, part: &str, value: &Value) {
        let Some(table) = self.table(part, value) else { return };
        self.given.push(part.to_owned());
        for (name, value) in table {
            let path = format!("{part}.{}", name.get_ref());
            if path == "replacement.months" {
                let months = self.list(&path, value, TIME);
                self.given.push(path);
                self.inputs.replacement.get_or_insert_default().time = Time::Own(months);
            } else {
                self.figure(&path, value);
            }
        }
    }

    /// One figure, a range of one, or the firm's own figures.
    fn figure(&mut self, path: &str, value: &Value) {
        let Some(key) = Key::of(path) else {
            return self.refuse(path, value, Wrong::Unknown { near: near(path) });
        };
        self.given.push(path.to_owned());
        let spread = match value.get_ref() {
            DeValue::Table(range) => self.range(path, value, range),
            DeValue::Array(_) => Some(Spread::Own(self.list(path, value, key.bounds()))),
            _ => match self.number(path, value, key.bounds()) {
                // The mean of `months` and of `mean_months` cannot both hold; the list is refused in `finish`.
                Some(number) => return key.set(&mut self.inputs, number),
                None => return,
            },
        };
        let Some(spread) = spread else { return };
        if !key.may_spread() {
            self.refuse(path, value, Wrong::NotRange);
        } else if let Some(wrong) = spread.wrong() {
            self.refuse(path, value, wrong);
        } else {
            key.set(&mut self.inputs, spread.mean());
            self.inputs.spreads.push((key, spread));
        }
    }

    fn range(&mut self, path: &str, value: &Value, range: &DeTable) -> Option<Spread> {
        let bounds = Key::of(path)?.bounds();
        let mut ends = [None; 3];
        for (name, end) in range {
            let at = format!("{path}.{}", name.get_ref());
            match ["low", "likely", "high"].iter().position(|end| *end == name.get_ref().as_ref()) {
                Some(place) => ends[place] = Some(self.number(&at, end, bounds)?),
                None => self.refuse(&at, end, Wrong::Unknown { near: None }),
            }
        }
        match ends {
            [Some(low), Some(likely), Some(high)] => Some(Spread::Range { low, likely, high }),
            _ => {
                let lacking = ["low", "likely", "high"].into_iter().zip(ends).find(|(_, end)| end.is_none());
                let lacking = lacking.map_or("low", |(name, _)| name);
                self.refuse(&format!("{path}.{lacking}"), value, Wrong::Missing);
                None
            }
        }
    }

    fn seed(&mut self, value: &Value) {
        let whole = match value.get_ref() {
            DeValue::Integer(whole) => i128::from_str_radix(whole.as_str(), whole.radix()).ok(),
            _ => return self.refuse("seed", value, Wrong::NotWhole),
        };
        match whole {
            Some(below) if below < 0 => self.refuse("seed", value, Wrong::Below(0.0)),
            Some(seed) if seed <= i128::from(i64::MAX) => self.inputs.seed = seed as u64,
            _ => self.refuse("seed", value, Wrong::Above(i64::MAX as f64)),
        }
    }

    fn currency(&mut self, value: &Value) {
        match value.get_ref() {
            DeValue::String(code) => match Currency::of(code) {
                Some(currency) => self.inputs.currency = Some(currency),
                None => self.refuse("currency", value, Wrong::NotCurrency),
            },
            _ => self.refuse("currency", value, Wrong::NotText),
        }
    }

    /// Names what is missing and what contradicts itself, and hands over the inputs if nothing is wrong.
    fn finish(mut self) -> Result<Sound, Vec<InputError>> {
        let given = |path: &str| self.given.iter().any(|given| given == path);
        let mut missing: Vec<&str> = Vec::new();
        missing.extend(Key::ALL.into_iter().filter(|key| key.is_required()).map(Key::path).filter(|path| !given(path)));
        missing.extend(NEEDED.into_iter().filter(|(part, path)| given(part) && !given(path)).map(|(_, path)| path));
        if given("replacement") && !given("replacement.months") && !given("replacement.mean_months") {
            missing.push("replacement.mean_months");
        }
        let mut errors: Vec<InputError> =
            missing.into_iter().map(|path| InputError::of(path, Wrong::Missing)).collect();
        if given("replacement.months") && given("replacement.mean_months") {
            errors.push(InputError::of("replacement.months", Wrong::Beside("replacement.mean_months")));
        }
        let known = |key: &Key| self.inputs.said.iter().any(|(said, _)| said == key);
        let unsaid = Key::ALL.into_iter().filter(|key| given(key.path()) && !known(key));
        let written: Vec<(Key, Said)> = unsaid.map(|key| (key, Said::WRITTEN)).collect();
        self.inputs.said.extend(written);
        self.errors.extend(errors);
        if self.errors.is_empty() { self.inputs.sound() } else { Err(self.errors) }
    }
}

/// What a part must say once it is there.
const NEEDED: [(&str, &str); 6] = [
    ("replacement", "replacement.contribution_monthly"),
    ("repair", "repair.success"),
    ("repair", "repair.months"),
    ("hand_over", "hand_over.months"),
    ("linked", "linked.contribution_monthly"),
    ("linked", "linked.chance"),
];

/// Returns the known path that was perhaps meant.
fn near(path: &str) -> Option<String> {
    let known = Key::ALL.into_iter().map(Key::path).chain(PARTS).chain(LISTS);
    let (distance, nearest) = known.map(|known| (spelling::distance(path, known), known)).min()?;
    (distance <= 4).then(|| nearest.to_owned())
}
