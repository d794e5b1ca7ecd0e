//! What is suggested for cells with a problem: only what the row, read with it, has nothing more to say against.

use super::*;
use crate::intake::clients::Clients;
use crate::intake::correction::{Correction, Spot};
use crate::intake::plan::{Options, Plan};
use crate::intake::read::{Context, read};
use crate::intake::repair::offers;
use crate::intake::row::Row;
use crate::intake::source::sample::file;
use crate::intake::value::date::DateOrder;
use domain::days::Day;
use domain::money::Currency;

/// Reads a text as a file with days first, and writes down what is suggested: line, header, cell, and the texts with why.
fn offered(text: &str) -> String {
    let own = file(text.as_bytes());
    let options = Options { dates: Some(DateOrder::Dmy), ..Options::new(&WORDS) };
    let plan = super::super::inspect(own.path(), "file.csv", &options).expect("a table");
    let mut clients = Clients::new([client("C1", "One", "SAR", None), client("K1", "Two", "KWD", None)]);
    let mut context = context(&mut clients);
    let put = &mut |_: &Row| -> Result<(), std::convert::Infallible> { Ok(()) };
    let outcome = read(own.path(), &plan, &mut context, put, &mut |_| {}).expect("rows");
    let mut out = String::new();
    for offer in offers(own.path(), &plan, &mut context, &outcome.problems, &mut |_| Vec::new()).expect("a second look")
    {
        let own = |s: &crate::intake::repair::Suggestion| format!(" {}={} {}", s.spot.header, s.text, s.why.word());
        let suggested: Vec<String> = offer.suggestions.iter().map(own).collect();
        out +=
            &format!("{} {} «{}»:{}\n", offer.spot.line, offer.spot.header, offer.spot.original, suggested.join(","));
    }
    out
}

fn context(clients: &mut Clients) -> Context<'_> {
    Context {
        today: Day::from_iso("2026-06-30").expect("a day"),
        base_currency: Currency::of("SAR"),
        default_currency: None,
        clients,
        keep_text: false,
        zone: None,
    }
}

fn suggests(text: &str, expected: &str) {
    assert_eq!(offered(text), expected.trim_start_matches('\n'), "{text}");
}

#[test]
fn days() {
    suggests(
        "client,invoice,issued on,due on,amount\n\
         C1,1,04/27/2026,30/05/2026,10\nC1,2,31/02/2026,30/05/2026,10\nC1,3,O5/01/2026,30/05/2026,10\n\
         C1,4,05/01/26,30/05/2026,10\nC1,5,5 Febuary 2026,30/05/2026,10\nC1,6,05ـ05ـ2026,30/05/2026,10\n",
        "
2 issued on «04/27/2026»: issued on=2026-04-27 swapped
3 issued on «31/02/2026»:
4 issued on «O5/01/2026»: issued on=2026-01-05 letters
5 issued on «05/01/26»: issued on=2026-01-05 century
6 issued on «5 Febuary 2026»: issued on=2026-02-05 spelling
7 issued on «05ـ05ـ2026»: issued on=2026-05-05 letters
",
    );
}

#[test]
fn a_suggestion_never_makes_another_problem() {
    suggests(
        "client,invoice,issued on,due on,amount\nC1,1,12/13/2026,05/01/2027,10\nC1,2,12/13/2026,05/01/2026,10\n",
        "
2 issued on «12/13/2026»: issued on=2026-12-13 swapped
3 issued on «12/13/2026»:
",
    );
}

#[test]
fn a_due_day_before_the_issue() {
    suggests(
        "client,invoice,issued on,due on,amount\nC1,1,20/12/2026,19/01/2026,10\nC1,2,05/06/2026,06/05/2026,10\n\
         C1,3,05/06/2026,25/01/2020,10\n",
        "
2 due on «19/01/2026»: due on=2027-01-19 year, issued on=2025-12-20 year
3 due on «06/05/2026»: due on=2026-06-05 swapped, issued on=2026-05-06 swapped
4 due on «25/01/2020»:
",
    );
}

#[test]
fn a_missing_due_day_follows_the_other_rows() {
    let rows = "client,invoice,issued on,due on,amount\nC1,1,01/01/2026,31/01/2026,10\nC1,2,01/02/2026,03/03/2026,10\n\
                C1,3,05/03/2026,,10\nC2,4,05/03/2026,,10\n";
    suggests(rows, "4 due on «»: due on=2026-04-04 client_terms\n5 due on «»:\n");
    let more: String = (5..8).map(|n| format!("C3,{n},01/01/2026,31/01/2026,10\n")).collect();
    suggests(
        &format!("{rows}{more}"),
        "4 due on «»: due on=2026-04-04 client_terms\n5 due on «»: due on=2026-04-04 file_terms\n",
    );
}

#[test]
fn sums() {
    suggests(
        "client,invoice,issued on,due on,amount,currency\nC1,1,2026-01-05,2026-02-04,\"1,25O.50\",SAR\n\
         C1,2,2026-01-05,2026-02-04,1250/-,SAR\nC1,3,2026-01-05,2026-02-04,1250.505,SAR\n\
         K1,4,2026-01-05,2026-02-04,1250.5051,KWD\nC1,5,2026-01-05,2026-02-04,$1250.50,SAR\n\
         C1,6,2026-01-05,2026-02-04,€1250.50,SAR\nC1,7,2026-01-05,2026-02-04,free,SAR\n",
        "
2 amount «1,25O.50»: amount=1,250.50 letters
3 amount «1250/-»: amount=1250 bare
4 amount «1250.505»: amount=1250.51 rounded
5 amount «1250.5051»: amount=1250.505 rounded
6 amount «$1250.50»: amount=1250.50 sign
7 amount «€1250.50»: amount=1250.50 sign, currency=EUR sign_holds
8 amount «free»:
",
    );
    suggests(
        "client,on,amount,kind\nC1,2026-01-05,\"1,5\",spent\nC1,2026-01-05,1.5,spent\nC1,2026-01-06,\"1,250\",spent\n",
        "4 amount «1,250»: amount=1250 thousands, amount=1.25 decimals\n",
    );
}

#[test]
fn words() {
    suggests(
        "client,invoice,issued on,due on,amount,currency,kind,disputed\n\
         C1,1,2026-01-05,2026-02-04,10,SRA,,\nC1,2,2026-01-05,2026-02-04,10,SAR,credt note,\n\
         C1,3,2026-01-05,2026-02-04,10,SAR,,yess\nC1,4,2026-01-05,2026-02-04,10,SAR,banana,\n\
         C1,5,2026-01-05,2026-02-04,10,ريال سعودى,,\nC1,6,2026-01-05,2026-02-04,10,ريل سعودي,,\n",
        "
2 currency «SRA»: currency=SAR spelling
3 kind «credt note»: kind=credit_note spelling
4 disputed «yess»: disputed=yes spelling
5 kind «banana»:
7 currency «ريل سعودي»: currency=SAR spelling
",
    );
}

#[test]
fn a_corrected_row_is_a_row_like_any_other() {
    let text = "client,on,hours,person\nC1,2026-01-05,1.5,Reem\nC1,2O26-01-06,2,Reem\n";
    let mended = text.replace("2O26", "2026");
    let (broken, mended) = (file(text.as_bytes()), file(mended.as_bytes()));
    let rows = |path: &std::path::Path, corrections: Vec<Correction>| {
        let plan = super::super::inspect(path, "file.csv", &Options::new(&WORDS)).expect("a table");
        let (mut clients, mut rows) = (Clients::new([client("C1", "One", "SAR", None)]), Vec::new());
        let put = &mut |row: &Row| -> Result<(), std::convert::Infallible> {
            rows.push(format!("{} {} {:?}", row.line, row.id, row.cells));
            Ok(())
        };
        let plan = Plan { corrections, ..plan };
        let outcome = read(path, &plan, &mut context(&mut clients), put, &mut |_| {}).expect("rows");
        (rows, outcome)
    };
    let (header, target, original) = ("on".to_owned(), "time.on_day".to_owned(), "2O26-01-06".to_owned());
    let spot = Spot { line: 3, place: 1, header, target, original };
    let by =
        Correction { spot, corrected: "2026-01-06".into(), member: "reem".into(), at: String::new(), record_line: 0 };
    let (corrected, outcome) = rows(broken.path(), vec![by.clone()]);
    assert_eq!(corrected, rows(mended.path(), vec![]).0, "the same facts have the same names");
    assert_eq!((outcome.problems.len(), &outcome.corrected[..]), (0, &[by][..]));
    assert_eq!(outcome.notes()[0].value, "2O26-01-06 → 2026-01-06");
}
