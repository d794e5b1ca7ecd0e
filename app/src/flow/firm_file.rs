//! A file of the firm's facts, `firm.toml`, read and checked alike wherever it comes in.

use crate::clock;
use crate::lang::Lang;
use domain::firm::Firm;
use fluent_bundle::FluentValue;

/// Reads a file of facts, or says what is wrong with it and where.
pub fn read(text: &str, lang: Lang) -> Result<Firm, String> {
    let said = |key: &str, what: String| Err(lang.say(key, [("what", FluentValue::from(what))]));
    if text.trim().is_empty() {
        return said("firm-file-empty", String::new());
    }
    let firm: Firm = match toml::from_str(text) {
        Ok(firm) => firm,
        Err(error) => {
            let line = error.span().map_or(1, |span| text[..span.start.min(text.len())].matches('\n').count() + 1);
            let args =
                [("line", FluentValue::from(line as f64)), ("what", FluentValue::from(error.message().to_owned()))];
            return Err(lang.say("firm-file-unreadable", args));
        }
    };
    if let Some(place) = firm.place.as_ref().filter(|_| firm.calendar().is_none()) {
        said("firm-file-place", place.clone())
    } else if let Some(zone) = firm.zone.as_ref().filter(|zone| clock::zone(Some(zone)).is_none()) {
        said("firm-file-zone", zone.clone())
    } else if firm.working_hours.is_some_and(|hours| !hours.is_possible()) {
        said("firm-file-hours", String::new())
    } else {
        Ok(firm)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Language;

    #[test]
    fn says_what_is_wrong_and_where() {
        let check = |text: &str, says: &str| {
            let answer = read(text, Lang::plain(Language::English)).expect_err(text);
            assert!(answer.contains(says), "{answer}");
        };
        check("", "empty");
        check("name = \"Midad\"\ncash = 5\n", "line 2");
        check("color = \"red\"", "color");
        check("place = \"XX\"", "XX");
        check("zone = \"Asia/Riyad\"", "Asia/Riyad");
        check("working_hours = { opens_minute = 600, closes_minute = 600 }", "nothing was changed");
        check("working_hours = { opens_minute = 600, closes_minute = 1441 }", "nothing was changed");
        let firm =
            read("name = \"Midad\"\ncash = [{ on = \"2026-01-01\", value = 5 }]", Lang::plain(Language::English));
        assert_eq!(firm.expect("a good file").cash.len(), 1);
        let late = "working_hours = { opens_minute = 960, closes_minute = 60 }";
        assert!(read(late, Lang::plain(Language::English)).is_ok(), "hours may run past midnight");
    }
}
