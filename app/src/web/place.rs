//! What follows from a country at the first start: its currency and its zone, both changeable on the firm's page.

/// Country, currency, zone; a country with several zones has the one of its largest city of trade.
const PLACES: [(&str, &str, &str); 49] = [
    ("AE", "AED", "Asia/Dubai"),
    ("AT", "EUR", "Europe/Vienna"),
    ("BE", "EUR", "Europe/Brussels"),
    ("BG", "EUR", "Europe/Sofia"),
    ("BH", "BHD", "Asia/Bahrain"),
    ("CY", "EUR", "Asia/Nicosia"),
    ("CZ", "CZK", "Europe/Prague"),
    ("DE", "EUR", "Europe/Berlin"),
    ("DK", "DKK", "Europe/Copenhagen"),
    ("DZ", "DZD", "Africa/Algiers"),
    ("EE", "EUR", "Europe/Tallinn"),
    ("EG", "EGP", "Africa/Cairo"),
    ("ES", "EUR", "Europe/Madrid"),
    ("FI", "EUR", "Europe/Helsinki"),
    ("FR", "EUR", "Europe/Paris"),
    ("GB", "GBP", "Europe/London"),
    ("GR", "EUR", "Europe/Athens"),
    ("HR", "EUR", "Europe/Zagreb"),
    ("HU", "HUF", "Europe/Budapest"),
    ("IE", "EUR", "Europe/Dublin"),
    ("IQ", "IQD", "Asia/Baghdad"),
    ("IT", "EUR", "Europe/Rome"),
    ("JO", "JOD", "Asia/Amman"),
    ("KW", "KWD", "Asia/Kuwait"),
    ("LB", "LBP", "Asia/Beirut"),
    ("LT", "EUR", "Europe/Vilnius"),
    ("LU", "EUR", "Europe/Luxembourg"),
    ("LV", "EUR", "Europe/Riga"),
    ("LY", "LYD", "Africa/Tripoli"),
    ("MA", "MAD", "Africa/Casablanca"),
    ("MR", "MRU", "Africa/Nouakchott"),
    ("MT", "EUR", "Europe/Malta"),
    ("NL", "EUR", "Europe/Amsterdam"),
    ("OM", "OMR", "Asia/Muscat"),
    ("PL", "PLN", "Europe/Warsaw"),
    ("PS", "ILS", "Asia/Hebron"),
    ("PT", "EUR", "Europe/Lisbon"),
    ("QA", "QAR", "Asia/Qatar"),
    ("RO", "RON", "Europe/Bucharest"),
    ("SA", "SAR", "Asia/Riyadh"),
    ("SD", "SDG", "Africa/Khartoum"),
    ("SE", "SEK", "Europe/Stockholm"),
    ("SI", "EUR", "Europe/Ljubljana"),
    ("SK", "EUR", "Europe/Bratislava"),
    ("SY", "SYP", "Asia/Damascus"),
    ("TN", "TND", "Africa/Tunis"),
    ("TR", "TRY", "Europe/Istanbul"),
    ("US", "USD", "America/New_York"),
    ("YE", "YER", "Asia/Aden"),
];

/// Returns the currency of a country.
pub fn currency_of(place: &str) -> Option<&'static str> {
    PLACES.iter().find(|(code, ..)| *code == place).map(|(_, currency, _)| *currency)
}

/// Returns the zone of a country.
pub fn zone_of(place: &str) -> Option<&'static str> {
    PLACES.iter().find(|(code, ..)| *code == place).map(|(.., zone)| *zone)
}

/// Returns the zones to offer; any other may be written.
pub fn zones() -> Vec<&'static str> {
    let mut zones: Vec<&str> = PLACES.iter().map(|(.., zone)| *zone).collect();
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
    let mut choices: Vec<PlaceChoice> = domain::days::calendar::Calendar::places()
        .into_iter()
        .map(|code| PlaceChoice { code, text: described(lang, code) })
        .collect();
    choices.sort_by_key(|choice| domain::text::fold(&choice.text));
    choices
}

/// Returns a country's name and its weekend: Saudi Arabia, weekend Friday and Saturday.
pub fn described(lang: &crate::lang::Lang, code: &str) -> String {
    let name = lang.text(&format!("place-{code}"));
    let weekend = domain::days::calendar::Calendar::of(code).and_then(|calendar| calendar.weekends.into_iter().last());
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
