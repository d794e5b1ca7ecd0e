//! Currencies as people write them: codes, signs, names, in English and Arabic.

use super::near::near;
use domain::money::Currency;
use domain::spelling::distance;
use domain::text::fold;
use serde::Deserialize;
use std::collections::HashMap;
use std::sync::LazyLock;

/// Returns the currencies that a sign can mean, the one it means by itself first (unknown where it means none).
pub fn sign(text: &str) -> Option<&'static [Currency]> {
    let sign = squeeze_sign(text);
    match WORDS.signs.get(&sign) {
        Some(currencies) => Some(currencies),
        None => WORDS.codes.get(sign.as_str()).map(std::slice::from_ref),
    }
}

/// Returns the currencies that share what stands in a currency column, if it is such a sign and nothing clearer.
pub fn shared(text: &str) -> Option<&'static [Currency]> {
    let is_clear = || Currency::of(text).is_some() || WORDS.names.contains_key(&fold(text));
    WORDS.signs.get(&squeeze_sign(text)).filter(|all| all.len() > 1 && !is_clear()).map(Vec::as_slice)
}

/// Reads a cell of a currency column: a code, a sign, a name, or text with a code in it (`Euro - EUR`).
pub fn named(text: &str) -> Option<Currency> {
    if let Some(currency) = Currency::of(text) {
        return Some(currency);
    }
    let by_sign = || WORDS.signs.get(&squeeze_sign(text)).map(|c| c[0]).filter(Currency::is_known);
    let mut codes = text.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| word.len() == 3);
    let by_code = || codes.find(|word| word.bytes().all(|b| b.is_ascii_uppercase())).and_then(Currency::of);
    WORDS.names.get(&fold(text)).copied().or_else(by_sign).or_else(by_code)
}

/// Returns the currency that a misspelt name or code may mean; of codes, only those that are `likely` here.
pub fn near_named(text: &str, likely: &[Currency]) -> Option<Currency> {
    let code = text.to_ascii_uppercase();
    let fits = |currency: &&Currency| distance(&code, currency.code()) == 1;
    let mut codes: Vec<Currency> = likely.iter().filter(fits).copied().collect();
    codes.dedup();
    match codes[..] {
        [only] => Some(only),
        _ => near(&fold(text), WORDS.names.iter().map(|(name, currency)| (name.as_str(), *currency))),
    }
}

/// Returns the currency that a header names: `Amount (USD)`, `Total EUR`, `المبلغ (ريال سعودي)`.
pub fn in_header(header: &str) -> Option<Currency> {
    let bracketed = header.split(['(', '[']).nth(1).and_then(|rest| rest.split([')', ']']).next());
    let last_word = header.rsplit(|c: char| !c.is_alphabetic()).find(|word| !word.is_empty());
    let code = |word: &str| word.bytes().all(|b| b.is_ascii_uppercase()).then(|| Currency::of(word)).flatten();
    bracketed.and_then(named).or_else(|| last_word.and_then(code)).filter(Currency::is_known)
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let file: File = toml::from_str(include_str!("currencies.toml")).expect("our own word list is well-formed");
    let codes = ALL_CODES.split(' ').filter_map(|code| Some((code, Currency::of(code)?))).collect();
    Words {
        signs: file.signs.into_iter().map(|(sign, list)| (squeeze_sign(&sign), list)).collect(),
        names: file.names.into_iter().map(|(name, currency)| (fold(&name), currency)).collect(),
        codes,
    }
});

struct Words {
    signs: HashMap<String, Vec<Currency>>,
    names: HashMap<String, Currency>,
    codes: HashMap<&'static str, Currency>,
}

#[derive(Deserialize)]
struct File {
    signs: HashMap<String, Vec<Currency>>,
    names: HashMap<String, Currency>,
}

/// The codes that may stand beside an amount; rarer ones are read in a currency column only.
const ALL_CODES: &str = "AED ARS AUD AZN BAM BDT BGN BHD BRL CAD CHF CLP CNY COP CZK DKK DZD EGP ETB EUR GBP GEL GHS HKD \
    HUF IDR ILS INR IQD IRR ISK JOD JPY KES KRW KWD KZT LBP LKR LYD MAD MRU MXN MYR NGN NOK NZD OMR PEN PHP PKR PLN QAR \
    RON RSD RUB RWF SAR SDG SEK SGD SOS SYP THB TND TRY TWD TZS UAH UGX USD UYU UZS VND XAF XOF YER ZAR ZMW";

/// Levels a sign: no points, spaces, direction marks; Latin letters in upper case.
fn squeeze_sign(text: &str) -> String {
    let kept = text.chars().filter(|c| !c.is_whitespace() && *c != '.' && !super::super::value::is_direction_mark(*c));
    kept.flat_map(char::to_uppercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_signs_and_names() {
        let check =
            |text: &str, code: &str| assert_eq!(named(text).map(|c| c.code().to_owned()), Some(code.into()), "{text}");
        check("usd", "USD");
        check("Euro - EUR", "EUR");
        check("ريال سعودي", "SAR");
        check("الريال السعودي", "SAR");
        check("ر.س", "SAR");
        check("€", "EUR");
        check("US Dollar", "USD");
        assert_eq!(named("SAX"), None);
        assert_eq!(named("ريال"), None, "several countries have one");
        assert_eq!(shared("ريال").map(|all| all.len()), Some(6));
        assert!(["SAR", "ر.س", "دولار", "ريال سعودي", "x"].iter().all(|text| shared(text).is_none()));
        assert_eq!(sign("Sar").map(|c| c[0].code()), Some("SAR"));
        assert_eq!(sign("$").map(|c| c.len() > 3), Some(true));
        assert!(sign("hours").is_none());
    }

    #[test]
    fn finds_what_may_be_meant() {
        let sar: Vec<Currency> = Currency::of("SAR").into_iter().collect();
        assert_eq!(near_named("SRA", &sar).map(|c| c.code().to_owned()).as_deref(), Some("SAR"));
        assert_eq!(near_named("SRA", &[]), None);
        assert_eq!(near_named("ريال سعوديي", &[]).map(|c| c.code().to_owned()).as_deref(), Some("SAR"));
    }

    #[test]
    fn finds_the_currency_of_a_header() {
        let check = |header, code: Option<&str>| {
            assert_eq!(in_header(header).map(|c| c.code().to_owned()).as_deref(), code, "{header}")
        };
        check("Amount (USD)", Some("USD"));
        check("Total EUR", Some("EUR"));
        check("المبلغ (ريال سعودي)", Some("SAR"));
        check("Duration (h)", None);
        check("Invoice date", None);
    }
}
