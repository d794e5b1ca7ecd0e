//! Numbers and sums, in the digits a person reads.

use super::Digits;
use domain::money::Money;
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_locale::Locale;
use std::sync::LazyLock;

static WESTERN: LazyLock<DecimalFormatter> = LazyLock::new(|| formatter("en-u-nu-latn"));
static ARABIC: LazyLock<DecimalFormatter> = LazyLock::new(|| formatter("ar-u-nu-arab"));

fn formatter(tag: &str) -> DecimalFormatter {
    let locale: Locale = tag.parse().expect("a valid tag");
    DecimalFormatter::try_new(locale.into(), Default::default()).expect("compiled data")
}

/// Returns a number with at most so many decimals, trailing zeros left out.
pub fn decimal(digits: Digits, value: f64, decimals: u32) -> String {
    let plain = format!("{value:.*}", decimals as usize);
    let plain = if plain.contains('.') { plain.trim_end_matches('0').trim_end_matches('.') } else { &plain };
    grouped(digits, if plain == "-0" { "0" } else { plain })
}

/// Returns a text with its Western digits as a person reads them.
pub fn written(digits: Digits, text: &str) -> String {
    let arabic = |c: char| match c.to_digit(10) {
        Some(digit) => char::from_u32('٠' as u32 + digit).unwrap_or(c),
        None => c,
    };
    match digits {
        Digits::Western => text.to_owned(),
        Digits::Arabic => text.chars().map(arabic).collect(),
    }
}

/// Returns a share, 0 to 1, in whole percent; small ones keep a decimal.
pub fn percent(digits: Digits, share: f64) -> String {
    let decimals = u32::from(share != 0.0 && share.abs() < 0.0995);
    let number = decimal(digits, share * 100.0, decimals);
    match digits {
        Digits::Western => format!("{number}%"),
        Digits::Arabic => format!("{number}٪"),
    }
}

/// Returns a sum's number; its decimals, if any is not zero, are written whole.
pub fn money(digits: Digits, money: Money) -> String {
    let plain = money.decimal();
    match plain.split_once('.') {
        Some((whole, fraction)) if fraction.bytes().all(|b| b == b'0') => grouped(digits, whole),
        _ => grouped(digits, &plain),
    }
}

fn grouped(digits: Digits, plain: &str) -> String {
    let formatter = match digits {
        Digits::Western => &WESTERN,
        Digits::Arabic => &ARABIC,
    };
    plain.parse::<Decimal>().map_or_else(|_| plain.to_owned(), |number| formatter.format(&number).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::money::Currency;

    #[test]
    fn numbers_read_as_people_write_them() {
        assert_eq!(decimal(Digits::Western, 1250.50, 2), "1,250.5");
        assert_eq!(decimal(Digits::Arabic, 1250.75, 2), "١٬٢٥٠٫٧٥");
        assert_eq!(decimal(Digits::Western, -0.001, 2), "0");
        assert_eq!(decimal(Digits::Western, 100.0, 0), "100");
        assert_eq!(written(Digits::Arabic, "17:40"), "١٧:٤٠");
        assert_eq!(percent(Digits::Western, 0.31), "31%");
        assert_eq!(percent(Digits::Western, 0.047), "4.7%");
        assert_eq!(percent(Digits::Arabic, 1.0), "١٠٠٪");
    }

    #[test]
    fn sums_keep_their_decimals_or_lose_them_all() {
        let check = |minor, code, text: &str| {
            let currency = Currency::of(code).expect("a currency");
            assert_eq!(money(Digits::Western, Money { minor, currency }), text);
        };
        check(2_760_000, "SAR", "27,600");
        check(2_760_050, "SAR", "27,600.50");
        check(-1_250_750, "KWD", "-1,250.750");
        check(1200, "JPY", "1,200");
    }
}
