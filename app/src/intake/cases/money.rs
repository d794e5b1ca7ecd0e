//! Amounts, decimal marks, currencies, signs.

use super::*;
use crate::intake::clients::Clients;
use crate::intake::plan::Options;
use crate::intake::source::sample::file;

/// Reads costs of one client whose currency is known; returns the amounts and currencies, then the problems' codes.
fn costs(header: &str, values: &[&str], currency: &str) -> Vec<String> {
    let rows: String = values.iter().map(|value| format!("C1;2026-01-05;{value}\n")).collect();
    let text = format!("client;on;{header}\n{rows}");
    let mut clients = Clients::new([client("C1", "One", currency, None)]);
    let told = told(file(text.as_bytes()).path(), "costs.csv", &Options::new(&WORDS), &mut clients);
    let word = |line: &str, name: &str| line.split(' ').find_map(|word| word.strip_prefix(name).map(str::to_owned));
    let lines = told.lines().filter(|line| !line.starts_with('~'));
    lines
        .map(|line| match word(line, "amount=") {
            Some(amount) => format!("{amount} {}", word(line, "currency=").unwrap_or_default()),
            None => line.split(' ').nth(3).unwrap_or(line).to_owned(),
        })
        .collect()
}

#[test]
fn minor_units_follow_the_currency() {
    assert_eq!(
        costs(
            "amount;currency",
            &["1.250;KWD", "1.250;SAR", "1250;JPY", "12.5;JPY", "12.345;SAR", "9.779999999999999;SAR"],
            "SAR"
        ),
        ["1250 KWD", "125 SAR", "1250 JPY", "978 SAR", "amount_invalid", "amount_invalid"]
    );
}

#[test]
fn a_column_settles_its_decimal_mark() {
    assert_eq!(costs("amount", &["1.250", "12,5"], "SAR"), ["125000 SAR", "1250 SAR"]);
    assert_eq!(costs("amount", &["1,250", "12.5"], "SAR"), ["125000 SAR", "1250 SAR"]);
    assert_eq!(costs("amount", &["1,250", "2,000"], "SAR"), ["125000 SAR", "200000 SAR"]);
    assert_eq!(
        costs("amount", &["1.234,56", "1,234.56", "1,250"], "SAR"),
        ["123456 SAR", "123456 SAR", "amount_invalid"]
    );
}

#[test]
fn accountants_and_arabs_write_otherwise() {
    assert_eq!(
        costs("amount", &["(1,250.50)", "1,250.50-", "−5", "١٬٢٥٠٫٥٠", "1 250,50", "1'250.50", "abc", ""], "SAR"),
        [
            "-125050 SAR",
            "-125050 SAR",
            "-500 SAR",
            "125050 SAR",
            "125050 SAR",
            "125050 SAR",
            "amount_invalid",
            "required_missing"
        ]
    );
}

#[test]
fn currencies_come_from_the_row_then_the_client() {
    assert_eq!(
        costs("amount;currency", &["5;usd", "5;", "5;ريال سعودي", "5;XYZ"], "EUR"),
        ["500 USD", "500 EUR", "500 SAR", "currency_unknown"]
    );
    assert_eq!(costs("amount;currency", &["5;ريال", "5;$"], "SAR"), ["500 SAR", "500 USD"]);
    assert_eq!(costs("amount;currency", &["5;ريال", "5;ريال"], "QAR"), ["500 QAR", "500 QAR"]);
    assert_eq!(costs("amount;currency", &["5;$", "5;ريال"], "CAD"), ["500 CAD", "currency_unknown"]);
    assert_eq!(costs("amount (KWD)", &["5", "5.125"], "EUR"), ["5000 KWD", "5125 KWD"]);
    assert_eq!(costs("amount", &["$5", "€5", "5 ر.س", "5 ريال"], "CAD"), ["500 CAD", "500 EUR", "500 SAR", "500 XXX"]);
    assert_eq!(
        costs("amount;currency", &["$5;EUR", "€5;EUR", "$5;CAD", "5 ريال;QAR"], "EUR"),
        ["500 EUR", "500 CAD", "500 QAR", "currency_conflict"]
    );
}

#[test]
fn what_is_assumed_is_said() {
    let told =
        told_text("client,on,amount,kind\nC1,2026-01-05,$5,spent\nC1,2026-01-06,$6,spent\nC1,2026-01-06,7,spent\n");
    assert_eq!(told.matches("currency_assumed «USD»").count(), 1, "{told}");
    assert_eq!(told.matches("currency_unstated").count(), 1, "{told}");
    let column = told_text("client,on,amount,currency,kind\nC1,2026-01-05,5,$,spent\nC1,2026-01-06,6,USD,spent\n");
    assert_eq!(column.matches("currency_assumed «USD»").count(), 1, "{column}");
}
