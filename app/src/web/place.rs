//! What follows from a country at the first start: its currency and its zone, both changeable on the firm's page.

use domain::days::calendar::Calendar;
use domain::days::place;

/// Country and currency.
const PLACES: [(&str, &str); 49] = [
    ("AE", "AED"),
    ("AT", "EUR"),
    ("BE", "EUR"),
    ("BG", "EUR"),
    ("BH", "BHD"),
    ("CY", "EUR"),
    ("CZ", "CZK"),
    ("DE", "EUR"),
    ("DK", "DKK"),
    ("DZ", "DZD"),
    ("EE", "EUR"),
    ("EG", "EGP"),
    ("ES", "EUR"),
    ("FI", "EUR"),
    ("FR", "EUR"),
    ("GB", "GBP"),
    ("GR", "EUR"),
    ("HR", "EUR"),
    ("HU", "HUF"),
    ("IE", "EUR"),
    ("IQ", "IQD"),
    ("IT", "EUR"),
    ("JO", "JOD"),
    ("KW", "KWD"),
    ("LB", "LBP"),
    ("LT", "EUR"),
    ("LU", "EUR"),
    ("LV", "EUR"),
    ("LY", "LYD"),
    ("MA", "MAD"),
    ("MR", "MRU"),
    ("MT", "EUR"),
    ("NL", "EUR"),
    ("OM", "OMR"),
    ("PL", "PLN"),
    ("PS", "ILS"),
    ("PT", "EUR"),
    ("QA", "QAR"),
    ("RO", "RON"),
    ("SA", "SAR"),
    ("SD", "SDG"),
    ("SE", "SEK"),
    ("SI", "EUR"),
    ("SK", "EUR"),
    ("SY", "SYP"),
    ("TN", "TND"),
    ("TR", "TRY"),
    ("US", "USD"),
    ("YE", "YER"),
];

/// Returns the currency of a country.
pub fn currency_of(place: &str) -> Option<&'static str> {
    PLACES.iter().find(|(code, _)| *code == place).map(|(_, currency)| *currency)
}

/// Returns the zone of a country.
pub fn zone_of(place: &str) -> Option<&'static str> {
    place::zone_of(place)
}

/// Returns the zones to offer; any other may be written.
pub fn zones() -> Vec<&'static str> {
    let mut zones: Vec<&str> = place::zones().collect();
    zones.sort_unstable();
    zones
}

/// A country to choose, named in a person's language, with its weekend in words.
pub struct PlaceChoice {
    pub code: &'static str,
    pub text: String,
}

/// Returns every country that has a calendar, by name in a person's language, each with its weekend in words.
pub fn choices(lang: &crate::lang::Lang) -> Vec<PlaceChoice> {
    let mut choices: Vec<PlaceChoice> =
        Calendar::places().into_iter().map(|code| PlaceChoice { code, text: described(lang, code) }).collect();
    choices.sort_by_key(|choice| domain::text::fold(&choice.text));
    choices
}

/// Returns the country that a form names; `Some(None)` where it leaves the choice to the firm, nothing where there is no such
/// country.
pub fn chosen(named: &str) -> Option<Option<&str>> {
    if named.is_empty() { Some(None) } else { Calendar::of(named).map(|_| Some(named)) }
}

/// Returns a country's name.
pub fn name(lang: &crate::lang::Lang, code: &str) -> String {
    lang.text(&format!("place-{code}"))
}

/// Returns a country's name and its weekend: Saudi Arabia, weekend Friday and Saturday.
pub fn described(lang: &crate::lang::Lang, code: &str) -> String {
    let name = name(lang, code);
    let weekend = Calendar::of(code).and_then(|calendar| calendar.weekends.into_iter().last());
    let day = |at: usize| weekend.as_ref().and_then(|weekend| weekend.days.get(at)).map(|day| format!("{day:?}"));
    match (day(0), day(1)) {
        (Some(first), Some(second)) => {
            let word = |day: String| lang.text(&format!("weekday-{}", day.to_lowercase()));
            let args = [("place", name.into()), ("first", word(first).into()), ("second", word(second).into())];
            lang.say("place-with-weekend", args)
        }
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::{Lang, Language};
    use domain::money::Currency;
    use jiff::tz::TimeZone;

    #[test]
    fn every_listed_country_is_known_in_full() {
        for place in domain::days::calendar::Calendar::places() {
            assert!(currency_of(place).and_then(Currency::of).is_some(), "{place}: currency");
            assert!(zone_of(place).is_some_and(|zone| TimeZone::get(zone).is_ok()), "{place}: zone");
            for language in [Language::Arabic, Language::English] {
                assert!(Lang::plain(language).has(&format!("place-{place}")), "{place}: name");
            }
        }
        let english = described(&Lang::plain(Language::English), "SA");
        assert_eq!(english, "Saudi Arabia, weekend Friday and Saturday");
    }
}
