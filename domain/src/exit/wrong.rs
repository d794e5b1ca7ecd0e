//! What can be wrong with inputs: data, without words.

/// Why inputs cannot be used.
#[derive(Clone, Debug, PartialEq)]
pub struct InputError {
    /// Where it stands: `client.write_off_share`, empty for the text as a whole.
    pub path: String,
    /// The line of the text, where there is one.
    pub line: Option<u32>,
    pub wrong: Wrong,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq)]
pub enum Wrong {
    /// The text is no TOML; what the parser says.
    Unreadable(String),
    Missing,
    /// There is no such input; perhaps another was meant.
    Unknown {
        near: Option<String>,
    },
    NotNumber,
    NotWhole,
    NotFinite,
    NotText,
    NotList,
    NotTable,
    /// One of these words was expected.
    NotOneOf(&'static [&'static str]),
    NotCurrency,
    NotDay,
    /// It must be one figure.
    NotRange,
    Below(f64),
    Above(f64),
    Empty,
    TooMany(usize),
    Unordered,
    /// Another input says the same.
    Beside(&'static str),
    /// Without another input it means nothing.
    Needs(&'static str),
}

impl InputError {
    /// Returns an error of a place without a line.
    pub fn of(path: &str, wrong: Wrong) -> InputError {
        InputError { path: path.to_owned(), line: None, wrong }
    }
}

impl Wrong {
    /// Returns the word by which programs know it.
    pub fn code(&self) -> &'static str {
        match self {
            Wrong::Unreadable(_) => "unreadable",
            Wrong::Missing => "missing",
            Wrong::Unknown { .. } => "unknown",
            Wrong::NotNumber => "not_number",
            Wrong::NotWhole => "not_whole",
            Wrong::NotFinite => "not_finite",
            Wrong::NotText => "not_text",
            Wrong::NotList => "not_list",
            Wrong::NotTable => "not_table",
            Wrong::NotOneOf(_) => "not_one_of",
            Wrong::NotCurrency => "not_currency",
            Wrong::NotDay => "not_day",
            Wrong::NotRange => "not_range",
            Wrong::Below(_) => "below",
            Wrong::Above(_) => "above",
            Wrong::Empty => "empty",
            Wrong::TooMany(_) => "too_many",
            Wrong::Unordered => "unordered",
            Wrong::Beside(_) => "beside",
            Wrong::Needs(_) => "needs",
        }
    }
}
