//! Days in words: Gregorian first, Hijri (Umm al-Qura) beside it where a person wants it.

use super::{Digits, Lang, Language};
use domain::days::Day;
use icu_calendar::{Date, Iso};
use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::{M, YM, YMD, YMDE};
use icu_locale::Locale;
use std::sync::LazyLock;

/// The four ways a day is written, for each language and each set of digits.
struct Formats {
    long: DateTimeFormatter<YMD>,
    weekday: DateTimeFormatter<YMDE>,
    month: DateTimeFormatter<YM>,
    month_short: DateTimeFormatter<M>,
    hijri: DateTimeFormatter<YMD>,
}

static FORMATS: LazyLock<[Formats; 4]> = LazyLock::new(|| {
    [
        Formats::new("ar", "latn"),
        Formats::new("ar", "arab"),
        Formats::new("en-GB", "latn"),
        Formats::new("en-GB", "arab"),
    ]
});

impl Formats {
    fn new(language: &str, digits: &str) -> Formats {
        let locale = |calendar: &str| -> Locale {
            // Egypt's Arabic names the months يناير, فبراير; plain `ar` data would do the same, but says so nowhere.
            let language = if language == "ar" { "ar-EG" } else { language };
            format!("{language}-u-ca-{calendar}-nu-{digits}").parse().expect("a valid tag")
        };
        let data = "compiled data";
        Formats {
            long: DateTimeFormatter::try_new(locale("gregory").into(), YMD::long()).expect(data),
            weekday: DateTimeFormatter::try_new(locale("gregory").into(), YMDE::long()).expect(data),
            month: DateTimeFormatter::try_new(locale("gregory").into(), YM::long()).expect(data),
            month_short: DateTimeFormatter::try_new(locale("gregory").into(), M::medium()).expect(data),
            hijri: DateTimeFormatter::try_new(locale("islamic-umalqura").into(), YMD::long()).expect(data),
        }
    }
}

fn formats(lang: Lang) -> &'static Formats {
    &FORMATS[usize::from(lang.language == Language::English) * 2 + usize::from(lang.digits == Digits::Arabic)]
}

fn icu(day: Day) -> Date<Iso> {
    let (year, month, day) = day.civil();
    Date::try_new_iso(year, month as u8, day as u8).expect("a Day lies within ICU's range")
}

/// Returns 22 November 2026.
pub fn long(lang: Lang, day: Day) -> String {
    formats(lang).long.format(&icu(day).to_any()).to_string()
}

/// Returns Sunday 22 November 2026; commas between are left out.
pub fn with_weekday(lang: Lang, day: Day) -> String {
    formats(lang).weekday.format(&icu(day).to_any()).to_string().replace([',', '،'], "")
}

/// Returns November 2026.
pub fn month_and_year(lang: Lang, day: Day) -> String {
    formats(lang).month.format(&icu(day).to_any()).to_string()
}

/// Returns Nov; Arabic months do not abbreviate.
pub fn month_short(lang: Lang, day: Day) -> String {
    formats(lang).month_short.format(&icu(day).to_any()).to_string()
}

/// Returns 12 Jumada II 1448 AH.
pub fn hijri(lang: Lang, day: Day) -> String {
    formats(lang).hijri.format(&icu(day).to_any()).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_in_both_languages() {
        let day = Day::new(2026, 11, 22).expect("a day");
        let english = Lang::plain(Language::English);
        let arabic = Lang { digits: Digits::Arabic, ..Lang::plain(Language::Arabic) };
        assert_eq!(long(english, day), "22 November 2026");
        assert_eq!(with_weekday(english, day), "Sunday 22 November 2026");
        assert_eq!(month_and_year(english, day), "November 2026");
        assert_eq!(month_short(english, day), "Nov");
        assert_eq!(long(arabic, day), "٢٢ نوفمبر ٢٠٢٦");
        assert_eq!(hijri(arabic, day), "١٢ جمادى الآخرة ١٤٤٨ هـ");
        assert_eq!(long(Lang::plain(Language::Arabic), day), "22 نوفمبر 2026");
    }
}
