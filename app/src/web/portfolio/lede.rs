//! The sentence above the list: how many need a review, how much of our revenue hangs on them, whom we hardly see; or
//! that everything is too old.

use crate::store::portfolio::Summary;
use crate::web::markup::{Markup, Pen};
use domain::days::Day;
use fluent_bundle::FluentValue;

/// Returns the sentence where nothing is newer than the window of so many days.
pub fn stale(pen: &Pen, summary: &Summary, last: Day, window_days: i32) -> Markup {
    let args = [
        ("day", FluentValue::from(pen.lang.day(last))),
        ("days", FluentValue::from(f64::from(window_days))),
        ("n", FluentValue::from(summary.clients as f64)),
    ];
    Markup::strong(&pen.lang.say("lede-stale", args))
}

/// Returns the sentence.
pub fn lede(pen: &Pen, summary: &Summary) -> Markup {
    let count = |n: u64| ("n", FluentValue::from(n as f64));
    let share = if summary.revenue > 0.0 { summary.review_revenue / summary.revenue } else { 0.0 };
    let review = match (summary.review, share > 0.0) {
        (0, _) => pen.lang.say("lede-review-none", [count(summary.watched)]),
        (n, false) => pen.lang.say("lede-review", [count(n)]),
        (n, true) => {
            pen.lang.say("lede-review-share", [count(n), ("share", FluentValue::from(pen.lang.percent(share)))])
        }
    };
    let unseen = match (summary.unseen, summary.clients - summary.unseen) {
        (0, _) => String::new(),
        (n, 0) => pen.lang.say("lede-unseen-all", [count(n)]),
        (n, _) => pen.lang.say("lede-unseen", [count(n)]),
    };
    let all_unseen = summary.unseen == summary.clients;
    let sentences = if all_unseen { vec![unseen] } else { vec![review, unseen] };
    Markup::strong(sentences.join(" ").trim())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::{Lang, Language};

    fn said(language: Language, [clients, review, unseen, watched]: [u64; 4], share: f64) -> String {
        let pen = Pen {
            lang: Lang { isolates: false, ..Lang::page(language) },
            sees_money: true,
            time_follows: true,
            zone: None,
        };
        let summary = Summary { clients, review, review_revenue: share, revenue: 1.0, unseen, watched };
        lede(&pen, &summary).as_str().to_owned()
    }

    #[test]
    fn the_sentence_follows_the_figures() {
        let check = |figures, share, text: &str| assert_eq!(said(Language::English, figures, share), text);
        check(
            [9, 1, 3, 4],
            0.31,
            "One client needs a review now, and it brings in <strong>31%</strong> of our revenue. \
             Of three others we do not see enough to say.",
        );
        check([9, 2, 0, 4], 0.0, "<strong>Two clients</strong> need a review now.");
        check([9, 0, 0, 0], 0.0, "No client needs a review now.");
        check(
            [9, 0, 1, 2],
            0.0,
            "No client needs a review now; two have a sign to watch. Of one other we do not see enough to say.",
        );
        check([9, 0, 9, 0], 0.0, "We do not see enough of any of our <strong>nine clients</strong> to say.");
        check(
            [900, 12, 100, 4],
            0.05,
            "<strong>12 clients</strong> need a review now; together they bring in <strong>5%</strong> of our revenue. \
             Of 100 others we do not see enough to say.",
        );
    }

    #[test]
    fn what_is_old_is_said_with_its_day() {
        let pen = |language| Pen {
            lang: Lang { isolates: false, ..Lang::page(language) },
            sees_money: true,
            time_follows: true,
            zone: None,
        };
        let last = Day::from_iso("2013-12-31").expect("a day");
        let said = |language, clients| {
            let summary = Summary { clients, ..Summary::default() };
            stale(&pen(language), &summary, last, 365).as_str().to_owned()
        };
        assert_eq!(
            said(Language::English, 100),
            "The newest record is of <strong>31 December 2013</strong>, and signs are read from the last 365 days: \
             nothing can be said of any of our 100 clients today.",
        );
        assert_eq!(
            said(Language::Arabic, 5),
            "أحدث سجل لدينا بتاريخ <strong>31 ديسمبر 2013</strong>، والعلامات تُقرأ من آخر 365 يوماً، \
             فلا حكم اليوم على أيٍّ من العملاء الـ5.",
        );
    }

    #[test]
    fn arabic_counts_as_arabic_does() {
        let check = |figures, share, text: &str| assert_eq!(said(Language::Arabic, figures, share), text);
        check(
            [9, 1, 3, 4],
            0.31,
            "عميل واحد يحتاج إلى مراجعة الآن، وهو مصدر <strong>31%</strong> من إيرادنا. ولا نرى من ثلاثة عملاء ما يكفي للحكم.",
        );
        check([9, 2, 1, 0], 0.0, "<strong>عميلان</strong> يحتاجان إلى مراجعة الآن. ولا نرى من عميل واحد ما يكفي للحكم.");
        check([90, 11, 2, 0], 0.0, "<strong>11 عميلاً</strong> يحتاجون إلى مراجعة الآن. ولا نرى من عميلين ما يكفي للحكم.");
        check([900, 100, 0, 0], 0.0, "<strong>100 عميل</strong> يحتاجون إلى مراجعة الآن.");
        check([5, 0, 0, 0], 0.0, "لا عميل يحتاج إلى مراجعة الآن.");
    }
}
