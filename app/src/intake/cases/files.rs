//! Whole files: encodings, delimiters, preambles, totals, damage, and what is no table.

use super::*;
use crate::intake::clients::Clients;
use crate::intake::plan::Options;
use crate::intake::source::sample::file;

fn told_bytes(bytes: &[u8]) -> String {
    told(file(bytes).path(), "file.csv", &Options::new(&WORDS), &mut Clients::default())
}

const PLAIN: &str = "العميل,رقم الفاتورة,تاريخ الإصدار,تاريخ الاستحقاق,المبلغ,العملة,الضريبة\nالأفق,7,2026-01-05,2026-02-04,\"1,250.50\",SAR,0\n";
const EXPECTED: &str = "2 invoices الأفق 7 issued_on=2026-01-05 due_on=2026-02-04 amount=125050 tax=0 currency=SAR known_on=2026-02-04\n~ 2 client_created «الأفق»\n";

#[test]
fn every_encoding_and_delimiter() {
    let utf16 =
        |to: fn(u16) -> [u8; 2], bom: &[u8]| [bom.to_vec(), PLAIN.encode_utf16().flat_map(to).collect()].concat();
    assert_eq!(told_bytes(PLAIN.as_bytes()), EXPECTED);
    assert_eq!(told_bytes(&[b"\xef\xbb\xbf", PLAIN.as_bytes()].concat()), EXPECTED);
    assert_eq!(told_bytes(&utf16(u16::to_le_bytes, b"\xff\xfe")), EXPECTED);
    assert_eq!(told_bytes(&utf16(u16::to_be_bytes, b"\xfe\xff")), EXPECTED);
    assert_eq!(told_bytes(&encoding_rs::WINDOWS_1256.encode(PLAIN).0), EXPECTED);
    assert_eq!(told_bytes(PLAIN.replace('\n', "\r\n").as_bytes()), EXPECTED);
    assert_eq!(told_bytes(PLAIN.replace('\n', "\r").as_bytes()), EXPECTED);
    assert_eq!(told_bytes(PLAIN.trim_end().as_bytes()), EXPECTED);
    let semicolons = PLAIN.replace("\"1,250.50\"", "1.250,50").replace(',', ";").replace("1.250;50", "1.250,50");
    assert_eq!(told_bytes(semicolons.as_bytes()), EXPECTED);
    assert_eq!(told_bytes(semicolons.replace(';', "\t").as_bytes()), EXPECTED);
}

#[test]
fn headers_below_a_preamble_and_rows_between_blanks() {
    check(
        "Report of 2026,,\n,,\n\nclient,on,minutes\n\nC1,2026-01-05,30\n,,\n\nTotal,,30\n",
        "
6 time C1 2026-01-05.c0t98wk1ey on_day=2026-01-05 minutes=30 currency=XXX
~ 6 client_created «C1»
~ 9 totals_row_skipped «Total»
",
    );
}

#[test]
fn totals_in_both_languages_and_clients_of_that_name() {
    let told = told_text(
        "client,invoice,paid_on,amount\nC1,1,2026-01-05,10\nالإجمالي,,,10\n,,Grand total,10\nTotal,9,2026-01-05,10\n",
    );
    assert_eq!(told.matches("totals_row_skipped").count(), 2, "{told}");
    assert!(told.contains("5 payments Total 9/2026-01-05"), "{told}");
}

#[test]
fn broken_rows_are_named_and_the_others_stand() {
    check(
        "client,on,minutes,note\nC1,2026-01-05,30\nC1,2026-01-05,30,a,b\nC1,2026-01-05,30,a,,\nC1,2026-01-06,30,\"open\nC1,2026-01-07,30,x\nC1,2026-01-08,30,nul\0here\n",
        "
4 time C1 2026-01-05.6j61tbnmh6 on_day=2026-01-05 minutes=30 currency=XXX note=a
6 time C1 2026-01-07.vn2z94f5m0 on_day=2026-01-07 minutes=30 currency=XXX note=x
! 2 - columns_mismatch «3 ≠ 4»
! 3 - columns_mismatch «5 ≠ 4»
! 5 - quote_unclosed «C1,2026-01-06,30,\"open»
! 7 note nul_byte «nul\0here»
~ 4 client_created «C1»
",
    );
    let told = told_bytes(b"client,on,minutes,note\n\xd8\xb9,2026-01-05,30,\xd8\xb9\xd8\xb9\nC1,2026-01-05,30,\xff\n");
    assert!(told.contains("! 3 - encoding_invalid") && told.contains("2 time ع "), "{told}");
}

#[test]
fn a_western_encoding_keeps_its_signs_of_money() {
    let told = told_bytes(b"client;on;amount;kind\nM\xfcller;2026-01-05;1\xa0234,50\xa0\x80;spent\n");
    assert!(told.contains("costs Müller") && told.contains("amount=123450"), "{told}");
    assert!(told.contains("currency=EUR") && !told.contains('!'), "{told}");
}

#[test]
fn files_that_give_nothing() {
    for (bytes, expected) in [
        (b"".as_slice(), "!! - - file_empty «»\n"),
        (b" \n\n", "!! - - file_empty «»\n"),
        (b"client,on,minutes\n", "!! - - headers_only «client, on, minutes»\n"),
        (b"%PDF-1.7\n1 0 obj", "!! - - not_a_table «%PDF-1.7 1 0 obj»\n"),
        (b"just a sentence\nand another\n", "!! - - not_a_table «just a sentence»\n"),
        (b"{\"client\": 1}", "!! - - not_a_table «{\"client\": 1}»\n"),
        (b"client,on,minutes\nC1,2026-01-05,30\nC1,2026-0", "!! - - file_truncated «C1,2026-0»\n"),
        (b"client,on,minutes\nC1,2026-01-05,30\n\"C1", "!! - - file_truncated «\"C1»\n"),
        (b"client,on,minutes\nC1,2026-01-05,\"30", "!! - - file_truncated «C1,2026-01-05,\"30»\n"),
        (b"client;on;minutes\nC1;2026-01-05;\"30", "!! - - file_truncated «C1;2026-01-05;\"30»\n"),
        (b"PK\x03\x04 cut off", "!! - - file_truncated «»\n"),
    ] {
        assert_eq!(told_bytes(bytes), expected, "{}", String::from_utf8_lossy(bytes));
    }
    let broken = told_bytes(b"client,on,minutes\nC1,2026-01-05,\"30\n");
    assert_eq!(broken, "! 2 - quote_unclosed «C1,2026-01-05,\"30»\n");
    let footer = told_bytes(b"client,on,minutes\nC1,2026-01-05,30\nExported on 2026-02-01");
    assert!(footer.contains("2 time") && footer.contains("! 3 - columns_mismatch"), "{footer}");
    let endless = [b"client,on,minutes\n".to_vec(), vec![b'x'; 3 << 20]].concat();
    assert!(told_bytes(&endless).starts_with("!! - - line_too_long «"));
    let missing = told(std::path::Path::new("/nowhere.csv"), "x", &Options::new(&WORDS), &mut Clients::default());
    assert!(missing.starts_with("!! - - unreadable «"), "{missing}");
}

#[test]
fn many_notes_are_counted_and_not_all_listed() {
    let rows: String = (0..1_500).map(|n| format!("C1,2027-01-05,{n}\n")).collect();
    let told = told_text(&format!("client,on,minutes\n{}", rows.replace(",14", ",4")));
    assert_eq!(told.matches("future_date").count(), 1_001);
    assert!(told.contains("~ - notes_left_out «future_date "), "{}", told.lines().last().unwrap_or_default());
}
