//! Whole contracts: places of quotes, what is said of what is absent, the ways of notices, and time.

use super::*;
use crate::separation::contract::{Language, Method};

#[test]
fn quotes_stand_where_they_say() {
    let text = "عقد خدمات\n\nThis Agreement is governed by the laws of Jordan. Either party may terminate this Agreement \
                at any time on 30 days' notice.";
    let reading = read(text);
    let law = reading.terms.governing_law.expect("there is a law");
    let cut: String = text.chars().skip(law.start).take(law.end - law.start).collect();
    assert_eq!((cut.as_str(), law.start), (law.quote.as_str(), 11));
    assert_eq!(law.quote, "This Agreement is governed by the laws of Jordan.");
}

#[test]
fn absent_terms_are_said_to_be_absent() {
    let json = serde_json::to_value(read("We met on Tuesday.")).expect("JSON");
    let terms = json["terms"].as_object().expect("an object");
    assert_eq!((json["language"].as_str(), terms.len()), (Some("en"), 13));
    assert!(terms.values().all(|term| term["present"] == false && term.get("quote").is_none()), "{json}");
    assert_eq!(read("عقد").language, Language::Arabic);
    assert_eq!(read("").terms, Terms::default());
}

#[test]
fn keys_are_those_of_the_command() {
    let json = serde_json::to_value(read(
        "This Agreement renews automatically for one year each. Either party may \
        terminate this Agreement for any reason on ten business days' notice.",
    ))
    .expect("JSON");
    let term = &json["terms"]["termination_for_convenience"];
    assert_eq!((&term["by"], &term["length"], &term["unit"]), (&"either".into(), &10.into(), &"business_day".into()));
    let renewal = &json["terms"]["renewal"];
    assert_eq!(
        (&renewal["automatic"], &renewal["length"], &renewal["unit"]),
        (&true.into(), &1.into(), &"year".into())
    );
    assert!(term["confidence"].is_f64() && term["start"].is_u64() && term["quote"].is_string());
}

#[test]
fn ways_of_notices() {
    let check = |text: &str, methods: &[Method]| {
        let found = terms(text).notice_method.map(|term| term.value.methods).unwrap_or_default();
        assert_eq!(found, methods, "{text}");
    };
    check(
        "Notices shall be given in writing by hand, by registered mail, by courier or by e-mail to the addresses below.",
        &[Method::Email, Method::Hand, Method::Courier, Method::RegisteredPost],
    );
    check("Any notice must be sent by fax.", &[Method::Fax]);
    check("ترسل الإشعارات بالبريد الإلكتروني أو بالبريد المسجل.", &[Method::Email, Method::RegisteredPost]);
    check("The report is sent by e-mail.", &[]);
}

#[test]
fn duties_that_are_there_or_not() {
    let terms = terms(
        "Upon termination of this Agreement the Studio shall assist the Client in the transition to a successor. The \
         liability of either party shall not exceed the fees paid in the last year. During the term neither party shall \
         solicit or hire any employees of the other party. Neither party shall disparage the other.",
    );
    assert!(terms.post_termination_services.is_some() && terms.liability_cap.is_some());
    assert!(terms.non_solicit.is_some() && terms.non_disparagement.is_some());
}

#[test]
fn the_same_text_gives_the_same_terms_and_odd_text_gives_none() {
    let odd = ["((((", "(a)(b)(c)", "....;;;", "٣٣٣", "term \u{0}", "99999999999 days", "(", "\"", "ال", "ب"];
    for text in odd {
        assert_eq!(read(text), read(text));
    }
    for text in odd.windows(2) {
        read(&text.join(" notice terminate agreement within "));
    }
}

/// Words and marks that rules ask for, and what breaks them.
const PIECES: [&str; 40] = [
    "agreement",
    "terminate",
    "may",
    "either party",
    "notice",
    "thirty",
    "(30)",
    "days",
    "unless",
    "renew",
    "(a)",
    "b.",
    ":",
    ";",
    ".",
    "\n\n",
    "\n",
    "***",
    "[**]",
    "<b>",
    "<",
    "«",
    "الطرف",
    "إنهاء",
    "بإشعار",
    "ثلاثين",
    "(٣٠)",
    "يوماً",
    "شهران",
    "قبل",
    "ما لم",
    "law of",
    "New York",
    "1,1996",
    "October",
    "12th",
    "'s",
    "\u{64b}",
    "\"",
    "within",
];

proptest::proptest! {
    #[test]
    fn any_text_is_read_and_quoted_where_it_stands(picked in proptest::collection::vec((0..PIECES.len(), "\\PC{0,2}"), 0..60)) {
        let text: String = picked.iter().map(|(piece, odd)| format!("{} {odd}", PIECES[*piece])).collect();
        let json = serde_json::to_value(read(&text).terms).expect("JSON");
        for term in json.as_object().into_iter().flat_map(|terms| terms.values()).filter(|term| term["present"] == true) {
            let place = |key: &str| term[key].as_u64().unwrap_or_default() as usize;
            let cut: String = text.chars().skip(place("start")).take(place("end") - place("start")).collect();
            proptest::prop_assert_eq!(term["quote"].as_str(), Some(cut.as_str()));
        }
    }
}
