//! Which kind of record a file's rows are.

use super::*;
use crate::intake::clients::Clients;
use crate::intake::inspect;
use crate::intake::plan::{InferenceCode, Options};
use crate::intake::source::sample::file;
use crate::intake::target::Target;
use domain::record::kind_named;

/// Returns the kinds of a file with this header and row, or the problem's code.
fn kinds(name: &str, text: &str) -> String {
    match inspect(file(text.as_bytes()).path(), name, &Options::new(&WORDS)) {
        Ok(plan) => plan.kinds.iter().map(|kind| kind.table).collect::<Vec<_>>().join("+"),
        Err(problem) => format!("{} {}", problem.code.word(), problem.value),
    }
}

#[test]
fn a_kind_is_known_by_its_columns() {
    for (text, expected) in [
        ("client,name,currency\nC1,One,SAR\n", "clients"),
        ("Customer Name,Email,Phone\nOne,a@b.c,1\n", "clients"),
        ("العميل,الاسم\nC1,الأفق\n", "clients"),
        ("client,contract,signed_on\nC1,K1,2026-01-05\n", "contracts"),
        ("Client,Invoice,Issued,Due,Total\nC1,1,2026-01-05,2026-01-05,1\n", "invoices"),
        ("العميل,رقم الفاتورة,تاريخ الإصدار,تاريخ الاستحقاق,المبلغ\nC1,1,2026-01-05,2026-01-05,1\n", "invoices"),
        (
            "رقم الفاتورة,التاريخ,اسم العميل,المبلغ الخاضع للضريبة,ضريبة 15%,الإجمالي شامل الضريبة,حالة السداد\n1,2026-01-05,الأفق,100,15,115,مدفوعة\n",
            "invoices",
        ),
        ("العميل,رقم الفاتورة,تاريخ السداد,المبلغ\nC1,1,2026-01-05,1\n", "payments"),
        ("client,invoice,made_on,promised_on\nC1,1,2026-01-05,2026-01-09\n", "promises"),
        ("client,invoice,sent_on\nC1,1,2026-01-05\n", "reminders"),
        ("Customer,Date,Employee,Hours\nC1,2026-01-05,Huda,2\n", "time"),
        ("client,on,amount\nC1,2026-01-05,5\n", "costs"),
        ("client,deliverable,due_on\nC1,Logo,2026-01-05\n", "deliverables"),
        ("Client,Date,CSAT,Comment\nC1,2026-01-05,4,fine\n", "feedback"),
        ("client,at,direction\nC1,2026-01-05T10:00,in\n", "messages"),
        ("client,goal,period_end,target\nC1,leads,2026-01-31,10\n", "goals"),
        ("client,at,kind\nC1,2026-01-05T10:00,dispute\n", "incidents"),
        ("client,on,kind\nC1,2026-01-05,quote\n", "requests"),
        ("client,on,kind\nC1,2026-01-05,referral\n", "values"),
        ("client,on,amount,kind\nC1,2026-01-05,5,committed\n", "costs"),
        ("client,on,kind,amount\nC1,2026-01-05,portfolio,5\n", "values"),
    ] {
        assert_eq!(kinds("data.csv", text), expected, "{text}");
    }
}

#[test]
fn a_list_of_something_else_is_said_to_be_unknown() {
    for text in [
        "User,Product,Notes,Cost\nA,b,c,1\n",
        "vendor_name,email,phone,country\nV,a@b.c,1,US\n",
        "id,name,color,client_id\n1,Web,#fff,2\n",
        "id,user_id,name,email,role\n1,2,Peter,a@b.c,admin\n",
        "Project,Client,Status,Billable (h),Note\nP,C1,Active,1,x\n",
        "Client,Date,Type,Subject,Outcome\nC1,2026-01-05,Call,Hello,ok\n",
        "Client,Estimate #,Date,Amount\nC1,7,2026-01-05,5\n",
        "one,two,three\n1,2,3\n",
        "client,at,kind,target_side,channel,witnesses\nC1,2026-01-05T10:00,harassment,ours,mail,none\n",
    ] {
        let told = kinds("data.csv", text);
        assert!(told.starts_with("kind_unknown") || told == "incidents", "{text}: {told}");
    }
    assert_eq!(kinds("x.csv", "User,Product\nA,b\n"), "kind_unknown User, Product");
}

#[test]
fn two_kinds_with_the_same_columns_need_a_word_more() {
    let open = "client,on,score\nC1,2026-01-05,4\n";
    assert_eq!(kinds("data.csv", open), "kind_unclear feedback, pulse");
    assert_eq!(kinds("pulse.csv", open), "pulse");
    let receipts = "Client,Invoice Number,Amount,Date\nC1,1,10,2026-01-05\n";
    assert_eq!(kinds("data.csv", &format!("Exported by X,,,\n{receipts}")), "payments", "a product's own export");
    let list = "العميل,رقم الفاتورة,المبلغ,التاريخ\nC1,1,10,2026-01-05\n";
    assert_eq!(kinds("data.csv", list), "kind_unclear invoices, payments");
    assert_eq!(kinds("data.csv", &format!("الفواتير,,,\n{list}")), "invoices");
    assert_eq!(kinds("سندات القبض.csv", list), "payments");
}

#[test]
fn a_person_may_say_the_kind_or_the_columns() {
    let text = "client,on,score\nC1,2026-01-05,4\n";
    let pulse = kind_named("pulse");
    let plan = inspect(file(text.as_bytes()).path(), "x.csv", &Options { kind: pulse, ..Options::new(&WORDS) })
        .expect("forced");
    assert_eq!(plan.kinds[0].table, "pulse");
    assert!(!plan.inferences.iter().any(|inference| inference.code == InferenceCode::Kind));
    let forced = Options { kind: kind_named("invoices"), ..Options::new(&WORDS) };
    let lacking = inspect(file(text.as_bytes()).path(), "x.csv", &forced).expect_err("no invoice number");
    assert_eq!((lacking.code.word(), lacking.column.as_deref()), ("required_missing", Some("invoice")));
    let strange = "Kunde,Tag,Std\nC1,2026-01-05,2\n";
    let mapping = ["time.client", "time.on_day", "time.hours"].into_iter().map(Target::named).collect();
    let options = Options { mapping: Some(mapping), ..Options::new(&WORDS) };
    let told = told(file(strange.as_bytes()).path(), "x.csv", &options, &mut Clients::default());
    assert!(told.starts_with("2 time C1 2026-01-05.") && told.contains("minutes=120"), "{told}");
    let unmapped = Options { mapping: Some(Vec::new()), ..Options::new(&WORDS) };
    let plan = inspect(file(strange.as_bytes()).path(), "x.csv", &unmapped).expect("shown to a person");
    assert_eq!(plan.columns.iter().map(|column| column.header.as_str()).collect::<Vec<_>>(), ["Kunde", "Tag", "Std"]);
    assert_eq!(plan.columns[2].examples, ["2"]);
}

#[test]
fn a_profile_can_be_asked_for_and_must_fit() {
    let text = "Date,Due,Details,Client,Status,Total\nJan 28 2021,Jan 28 2021,INV-1,Bruce Wayne,Due,\"1,020.00\"\n";
    let with = |profile: &str| Options { profile: Some(profile.into()), ..Options::new(&WORDS) };
    let plan = inspect(file(text.as_bytes()).path(), "x.csv", &with("invoicely")).expect("it is one");
    assert_eq!(plan.profile.as_deref(), Some("invoicely"));
    let problem = inspect(file(text.as_bytes()).path(), "x.csv", &with("wave")).expect_err("it is none");
    assert_eq!(problem.code.word(), "profile_unfit");
}
