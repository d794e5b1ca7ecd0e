//! Forms as people fill them in: values come back as written, each with what is wrong with it.

use super::PageError;
use axum::extract::{Form, FromRequest, Request};
use domain::days::Day;
use domain::text::western_digit;

/// What a person wrote into a form, and what is wrong with it.
#[derive(Clone, Debug, Default)]
pub struct Filled {
    values: Vec<(String, String)>,
    errors: Vec<(String, String)>,
}

impl<S: Send + Sync> FromRequest<S> for Filled {
    type Rejection = PageError;

    async fn from_request(request: Request, state: &S) -> Result<Filled, PageError> {
        match Form::<Vec<(String, String)>>::from_request(request, state).await {
            Ok(Form(values)) => Ok(Filled { values, errors: vec![] }),
            Err(rejection) => Err(PageError::of_status(rejection.status())),
        }
    }
}

impl Filled {
    /// Returns a form that is filled in already.
    pub fn with<'v>(values: impl IntoIterator<Item = (&'v str, String)>) -> Filled {
        let values = values.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        Filled { values, errors: vec![] }
    }

    /// Returns a field exactly as written, empty if it is absent: for passwords.
    pub fn raw(&self, name: &str) -> &str {
        self.values.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value)
    }

    /// Returns a field without the space round it.
    pub fn value(&self, name: &str) -> &str {
        self.raw(name).trim()
    }

    /// Returns a field as it was written into one form of a page with several, empty if another one was sent.
    pub fn of(&self, form: &str, name: &str) -> &str {
        if self.value("form") == form { self.value(name) } else { "" }
    }

    /// Returns every value of a field that may be given several times.
    pub fn all(&self, name: &str) -> Vec<&str> {
        self.values.iter().filter(|(field, _)| field == name).map(|(_, value)| value.trim()).collect()
    }

    /// Returns every field with its values, for forms that carry them on.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.values.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// Tells whether a field has a value: whether a box is ticked or a choice taken.
    pub fn holds(&self, name: &str, value: &str) -> bool {
        self.values.iter().any(|(field, written)| field == name && written.trim() == value)
    }

    /// Fills a field that was not sent.
    pub fn offer(&mut self, name: &str, value: &str) {
        if !self.has(name) {
            self.values.push((name.to_owned(), value.to_owned()));
        }
    }

    /// Tells whether a field was sent, empty or not.
    pub fn has(&self, name: &str) -> bool {
        self.values.iter().any(|(field, _)| field == name)
    }

    /// Fills a field that was left empty.
    pub fn offer_if_empty(&mut self, name: &str, value: &str) {
        if self.value(name).is_empty() {
            self.set(name, value);
        }
    }

    /// Adds a value to a field that may be given several times.
    pub fn push(&mut self, name: &str, value: &str) {
        self.values.push((name.to_owned(), value.to_owned()));
    }

    /// Fills a field, whatever was sent.
    pub fn set(&mut self, name: &str, value: &str) {
        self.values.retain(|(field, _)| field != name);
        self.values.push((name.to_owned(), value.to_owned()));
    }

    /// Notes what is wrong with a field; the first thing said stays.
    pub fn refuse(&mut self, name: &str, error: String) {
        if self.error(name).is_none() {
            self.errors.push((name.to_owned(), error));
        }
    }

    /// Returns what is wrong with a field.
    pub fn error(&self, name: &str) -> Option<&String> {
        self.errors.iter().find(|(field, _)| field == name).map(|(_, error)| error)
    }

    /// Tells whether nothing is wrong.
    pub fn is_good(&self) -> bool {
        self.errors.is_empty()
    }
}

/// Reads a number as people write it: Arabic or Western digits, thousands apart, a decimal point or comma. A single
/// comma before exactly three digits parts thousands.
pub fn number(written: &str) -> Option<f64> {
    let plain: String = written
        .chars()
        .map(western_digit)
        .filter(|c| {
            !matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\'' | '٬' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}')
        })
        .map(|c| if c == '٫' { '.' } else { c })
        .collect();
    let commas = plain.matches(',').count();
    let decimal_comma =
        commas == 1 && !plain.contains('.') && plain.rsplit(',').next().is_some_and(|end| end.len() != 3);
    let plain = if decimal_comma { plain.replace(',', ".") } else { plain.replace(',', "") };
    let shaped = !plain.is_empty() && plain.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '-'));
    plain.parse::<f64>().ok().filter(|number| shaped && number.is_finite())
}

/// Reads a day as date fields send it, or written with Arabic digits.
pub fn day(written: &str) -> Option<Day> {
    let plain: String = written.chars().map(western_digit).collect();
    Day::from_iso(&plain).filter(|_| plain.len() == 10)
}

/// Reads a time of day, `17:00`, as minutes.
pub fn minute_of_day(written: &str) -> Option<u16> {
    let plain: String = written.chars().map(western_digit).collect();
    let (hours, minutes) = plain.split_once(':')?;
    let (hours, minutes): (u16, u16) = (hours.parse().ok()?, minutes.get(..2)?.parse().ok()?);
    (hours <= 24 && minutes < 60 && hours * 60 + minutes <= 24 * 60).then_some(hours * 60 + minutes)
}

/// So many characters of a file's name are kept.
const FILE_NAME_MAX: usize = 200;

/// Returns a file's name without the folders that some browsers send, and without signs that no name has.
pub fn file_name(written: &str) -> String {
    let name = written.rsplit(['/', '\\']).next().unwrap_or_default();
    name.chars().filter(|c| !c.is_control()).take(FILE_NAME_MAX).collect::<String>().trim().to_owned()
}

/// Returns an address within this copy, or the first page if it leads elsewhere.
pub fn local(address: &str) -> &str {
    let plain = address.bytes().all(|b| b.is_ascii_graphic() && b != b'\\');
    if plain && address.starts_with('/') && !address.starts_with("//") { address } else { "/" }
}

/// Encodes a text as one value in a query.
pub fn encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for b in text.bytes() {
        if b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.' | b'~' | b'/') {
            encoded.push(char::from(b));
        } else {
            encoded.push_str(&format!("%{b:02X}"));
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_only_a_name() {
        for (written, name) in [
            ("فواتير-نوفمبر.csv", "فواتير-نوفمبر.csv"),
            ("C:\\Users\\x\\time.csv", "time.csv"),
            ("../../etc/passwd", "passwd"),
            ("a\u{0}b\n.csv", "ab.csv"),
            ("folder/", ""),
        ] {
            assert_eq!(file_name(written), name);
        }
    }

    #[test]
    fn reads_numbers_as_people_write_them() {
        for (written, value) in [
            ("1250.5", Some(1250.5)),
            ("1,250", Some(1250.0)),
            ("1,250,000.75", Some(1_250_000.75)),
            ("12,5", Some(12.5)),
            ("١٬٢٥٠٫٧٥", Some(1250.75)),
            (" 1 250 ", Some(1250.0)),
            ("-40", Some(-40.0)),
            ("", None),
            ("12a", None),
            ("1e9", None),
            ("inf", None),
            ("1.2.3", None),
        ] {
            assert_eq!(number(written), value, "{written}");
        }
    }

    #[test]
    fn addresses_lead_nowhere_else() {
        for (address, stays) in
            [("/clients/x?y=1", true), ("//evil.example", false), ("https://evil.example", false), ("/\\evil", false)]
        {
            assert_eq!(local(address) == address, stays, "{address}");
        }
        assert_eq!(local("/a\r\nb"), "/");
    }

    #[test]
    fn reads_times_of_day() {
        assert_eq!(minute_of_day("09:30"), Some(570));
        assert_eq!(minute_of_day("٠٩:٣٠"), Some(570));
        assert_eq!(minute_of_day("24:00"), Some(1440));
        assert_eq!(minute_of_day("24:01"), None);
        assert_eq!(minute_of_day("9"), None);
        assert_eq!(day("٢٠٢٦-٠١-٠٥"), Day::new(2026, 1, 5));
    }
}
