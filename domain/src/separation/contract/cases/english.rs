//! English clauses.

use super::*;

#[test]
fn termination_for_convenience() {
    let check = |text: &str, expected: Option<(By, Option<(u32, NoticeUnit)>)>| {
        assert_eq!(convenience(text), expected, "{text}");
    };
    let days = |n| Some((n, NoticeUnit::Day));
    check("The Agency may end this Agreement by giving the Client sixty days' notice.", Some((By::Us, days(60))));
    check("Either party may end or terminate this Agreement on 45 days' written notice.", Some((By::Either, days(45))));
    check(
        "The Client may cancel this contract for any reason by giving the Studio two weeks' notice.",
        Some((By::Client, Some((2, NoticeUnit::Week)))),
    );
    check(
        "This Agreement may be terminated by the Supplier without cause upon not less than three (3) months' notice.",
        Some((By::Us, Some((3, NoticeUnit::Month)))),
    );
    check(
        "Either party wishing to terminate this Agreement must give fifty days' notice.",
        Some((By::Either, days(50))),
    );
    check(
        "After a year and upon 80 days written notice, the Vendor may terminate the contract.",
        Some((By::Us, days(80))),
    );
    check(
        "Either party may terminate this contract by one month's prior notice, to expire at the end of a calendar month.",
        Some((By::Either, Some((1, NoticeUnit::Month)))),
    );
    check("Each party has the right to terminate this Agreement at any time.", Some((By::Either, None)));
    check(
        "This Agreement may be terminated: (a) by mutual consent; (b) by either party upon ninety (90) days' notice; or \
         (c) at once if the other party becomes insolvent.",
        Some((By::Either, days(90))),
    );
    check(
        "The Customer may terminate this Agreement for its convenience. Such notice must be given 20 business days before.",
        Some((By::Client, Some((20, NoticeUnit::BusinessDay)))),
    );
}

#[test]
fn an_end_that_needs_a_reason_is_not_for_convenience() {
    for text in [
        "Either party may terminate this Agreement on 30 days' notice if the other commits a material breach.",
        "If the Client fails to pay, the Studio may terminate this Agreement upon ten days' written notice.",
        "In the event of force majeure lasting three months, either party may terminate this Agreement by notice.",
        "Neither party may terminate this Agreement before its third anniversary.",
        "The parties may terminate this Agreement by mutual written agreement.",
        "The Studio may terminate the employment of any member of its staff.",
        "It renews for a year unless either party gives notice of non-renewal sixty days prior to the end of the term.",
    ] {
        let staff = text.contains("staff");
        assert!(convenience(text).is_none() || staff, "{text}");
    }
}

#[test]
fn renewal_and_the_notice_that_prevents_it() {
    let check = |text: &str, automatic: bool, length: Option<(u32, NoticeUnit)>, notice: Option<(u32, NoticeUnit)>| {
        assert_eq!(renewal(text), Some((automatic, length)), "{text}");
        assert_eq!(renewal_notice(text).flatten(), notice, "{text}");
    };
    check(
        "After two years this Agreement will renew automatically for successive terms of one (1) year each unless \
         either party tells the other in writing, at least seventy-five (75) days before the end of the term, that it \
         does not wish to renew; notice is by e-mail.",
        true,
        Some((1, NoticeUnit::Year)),
        Some((75, NoticeUnit::Day)),
    );
    check(
        "The contract is extended automatically by further periods of 6 months, unless cancelled by either party with \
         one month's notice to the end of a period.",
        true,
        Some((6, NoticeUnit::Month)),
        Some((1, NoticeUnit::Month)),
    );
    check(
        "After its first year the contract rolls over for further periods of twelve months, unless one party informs the \
         other no later than three months before that it does not want to continue.",
        true,
        Some((12, NoticeUnit::Month)),
        Some((3, NoticeUnit::Month)),
    );
    check(
        "The parties may renew this Agreement for one year by mutual agreement.",
        false,
        Some((1, NoticeUnit::Year)),
        None,
    );
    check(
        "This Agreement continues from month to month until terminated by a notice of thirty (30) days.",
        true,
        Some((1, NoticeUnit::Month)),
        Some((30, NoticeUnit::Day)),
    );
}

#[test]
fn a_notice_can_come_too_early() {
    let days = |n| Some((n, NoticeUnit::Day));
    let months = |n| Some((n, NoticeUnit::Month));
    for (text, edges) in [
        (
            "This Agreement renews automatically for one year unless either party gives written notice of non-renewal not \
             earlier than ninety (90) days and not later than thirty (30) days before the end of the term.",
            [days(90), days(30)],
        ),
        (
            "The term is extended for successive periods of two years unless a party notifies the other, not less than \
             sixty (60) nor more than one hundred and twenty (120) days prior to its expiration, that it does not wish to renew.",
            [days(120), days(60)],
        ),
        (
            "It renews for a further year unless notice is given between six and three months before the end of the term.",
            [months(6), months(3)],
        ),
        (
            "The contract will automatically renew for 12 months, unless either party terminates it by written notice at \
             least 45 days, but no more than 75 days, before the renewal date.",
            [days(75), days(45)],
        ),
        (
            "The Agreement renews automatically for one year unless either party declines renewal by notice at least one \
             month before the end of the term. Such notice may not be given sooner than three months before that day.",
            [months(3), months(1)],
        ),
        (
            "It renews automatically each year unless a party gives sixty days' notice before the end of the term.",
            [None, days(60)],
        ),
        (
            "It renews automatically for a period of not more than two years unless a party gives notice at least sixty \
             days before the end of the term.",
            [None, days(60)],
        ),
    ] {
        assert_eq!(window(text), Some(edges), "{text}");
    }
}

#[test]
fn a_notice_of_another_matter_prevents_no_renewal() {
    for text in [
        "Either party may terminate this Agreement upon thirty days' notice of a breach that is not cured.",
        "The Studio shall give thirty days' notice of any non-renewal of its insurance.",
        "The Client may exercise its renewal option by notice given six months before the end of the term.",
    ] {
        assert_eq!(renewal_notice(text), None, "{text}");
    }
}

#[test]
fn governing_law() {
    let check = |text: &str, expected: Option<&str>| assert_eq!(law(text).as_deref(), expected, "{text}");
    check("This Agreement is governed by the laws of England and Wales.", Some("England and Wales"));
    check("This Agreement shall be governed by, and construed under, the laws of the State of Ohio.", Some("Ohio"));
    check("The laws of the Kingdom of Saudi Arabia govern this contract.", Some("Kingdom of Saudi Arabia"));
    check("THIS AGREEMENT IS GOVERNED BY THE LAWS OF NEW YORK WITHOUT REGARD TO CONFLICTS.", Some("NEW YORK"));
    check("This Agreement is governed by German law.", Some("German"));
    check("English law applies to this contract.", Some("English"));
    check("This contract is construed under Dutch law and heard by the courts of Amsterdam.", Some("Dutch"));
    check("Acme is a company organized under the laws of Delaware.", None);
    check("Each party shall comply with all applicable laws of the Territory.", None);
}

#[test]
fn breach_and_cure() {
    let check = |text: &str, expected: Option<Option<(u32, NoticeUnit)>>| assert_eq!(breach(text), expected, "{text}");
    check(
        "Either party may terminate this Agreement if the other is in material breach and does not cure it within \
         twenty (20) days after notice.",
        Some(Some((20, NoticeUnit::Day))),
    );
    check("The Studio may terminate this Agreement at once upon any material breach.", Some(None));
    check("Either party may terminate this Agreement on 30 days' notice.", None);
}

#[test]
fn payment_term() {
    let check = |text: &str, expected: Option<(u32, NoticeUnit)>| assert_eq!(payment(text), expected, "{text}");
    check("The Client shall pay each invoice within thirty (30) days of its receipt.", Some((30, NoticeUnit::Day)));
    check("Invoices are due net 45 days.", Some((45, NoticeUnit::Day)));
    check("The Studio shall deliver the report within ten days.", None);
}

#[test]
fn beginning_and_end() {
    let check = |text: &str, begins: Option<&str>, ends: Option<&str>, length: Option<(u32, NoticeUnit)>| {
        let terms = terms(text);
        assert_eq!(terms.effective_date.map(|term| term.value.date.to_string()).as_deref(), begins, "{text}");
        let term = terms.expiration.map(|term| term.value).unwrap_or_default();
        assert_eq!(term.date.map(|date| date.to_string()).as_deref(), ends, "{text}");
        assert_eq!(stated(term.length), length, "{text}");
    };
    check(
        "This Agreement is made as of 3 March 2025 (the \"Effective Date\"). It commences on the Effective Date and, \
         unless terminated earlier, the term of this Agreement shall continue for two (2) years.",
        Some("2025-03-03"),
        Some("2027-03-03"),
        Some((2, NoticeUnit::Year)),
    );
    check(
        "\"Effective Date\" means January 1, 2026. This Agreement expires on December 31, 2027.",
        Some("2026-01-01"),
        Some("2027-12-31"),
        None,
    );
    check("This Agreement runs from month to month.", None, None, Some((1, NoticeUnit::Month)));
    check("The report is due ten days after June 5, 2026.", None, None, None);
}
