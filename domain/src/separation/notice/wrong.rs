//! What can be wrong with a notice's inputs: data, without words.

/// Why inputs cannot be used.
#[derive(Clone, Debug, PartialEq)]
pub struct InputError {
    /// Where it stands: `deemed.cutoff`, `holidays[2].on`; empty for the text as a whole.
    pub path: String,
    /// The line and the column of the text, where there are any.
    pub spot: Option<Spot>,
    pub wrong: Wrong,
}

/// A place in a text, both counted from 1; columns count characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    pub line: u32,
    pub column: u32,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq)]
pub enum Wrong {
    /// The text is no JSON; what the parser says.
    Unreadable(String),
    Missing,
    /// There is no such input; perhaps another was meant.
    Unknown {
        near: Option<&'static str>,
    },
    /// The same input stands twice.
    Twice,
    NotText,
    NotWhole,
    NotFlag,
    NotList,
    NotObject,
    /// One of these words was expected.
    NotOneOf(&'static [&'static str]),
    NotDay,
    NotTime,
    /// A day with a time of day was expected.
    NotMoment,
    /// The clocks there were put forward over this time.
    SkippedTime,
    /// Nobody vouches for the calendar of this place.
    NotPlace,
    NotZone,
    /// Days are reckoned within these years.
    OutsideYears(i32, i32),
    Below(u32),
    Above(u32),
    TooMany(usize),
    /// Another input must be given with it.
    Needs(&'static str),
    /// It lies before another input.
    Before(&'static str),
    /// The window has closed before it opens.
    Shuts,
    /// It comes too late for the running term, or may, and how long the next one is is not known.
    NextTerm,
    /// For this method only the clause can say when a notice counts as received.
    NoRule,
    /// The end lies where the Umm al-Qura table does not reach.
    BeyondTable,
}

impl Wrong {
    /// Returns the word by which programs know it.
    pub fn code(&self) -> &'static str {
        match self {
            Wrong::Unreadable(_) => "unreadable",
            Wrong::Missing => "missing",
            Wrong::Unknown { .. } => "unknown",
            Wrong::Twice => "twice",
            Wrong::NotText => "not_text",
            Wrong::NotWhole => "not_whole",
            Wrong::NotFlag => "not_flag",
            Wrong::NotList => "not_list",
            Wrong::NotObject => "not_object",
            Wrong::NotOneOf(_) => "not_one_of",
            Wrong::NotDay => "not_day",
            Wrong::NotTime => "not_time",
            Wrong::NotMoment => "not_moment",
            Wrong::SkippedTime => "skipped_time",
            Wrong::NotPlace => "not_place",
            Wrong::NotZone => "not_zone",
            Wrong::OutsideYears(..) => "outside_years",
            Wrong::Below(_) => "below",
            Wrong::Above(_) => "above",
            Wrong::TooMany(_) => "too_many",
            Wrong::Needs(_) => "needs",
            Wrong::Before(_) => "before",
            Wrong::Shuts => "shuts",
            Wrong::NextTerm => "next_term",
            Wrong::NoRule => "no_rule",
            Wrong::BeyondTable => "beyond_table",
        }
    }
}
