//! Arabic clauses.

use super::*;

#[test]
fn termination_for_convenience() {
    let check = |text: &str, expected: Option<(By, Option<(u32, NoticeUnit)>)>| {
        assert_eq!(convenience(text), expected, "{text}");
    };
    let days = |n| Some((n, NoticeUnit::Day));
    check("لكل طرف الحق في إنهاء هذا العقد بإشعار مكتوب قبل خمسة وأربعين (٤٥) يوماً.", Some((By::Either, days(45))));
    check("يحق للعميل إلغاء الاتفاقية في أي وقت بإشعار مدته شهران.", Some((By::Client, Some((2, NoticeUnit::Month)))));
    check(
        "يجوز لأيٍّ من الطرفين فسخ العقد دون إبداء أسباب بإخطار مسبق مدته أسبوعان.",
        Some((By::Either, Some((2, NoticeUnit::Week)))),
    );
    check("يجوز لمقدم الخدمة إنهاء العقد بإشعار قبل ١٠ أيام عمل.", Some((By::Us, Some((10, NoticeUnit::BusinessDay)))));
    check("للعميل أن ينهي العقد بعد إخطار المزود بثلاثين يوماً.", Some((By::Client, days(30))));
    check(
        "إذا رغب أحد الطرفين في إنهاء العقد فعليه إشعار الآخر قبل شهر.",
        Some((By::Either, Some((1, NoticeUnit::Month)))),
    );
    check("يحق لأي طرف إنهاء العقد بإشعار خطي. ويقدَّم الإشعار قبل ستين يوماً.", Some((By::Either, days(60))));
}

#[test]
fn a_numbered_party_is_who_the_contract_says() {
    let parties = "الطرف الأول: شركة السدرة (مقدم الخدمة).\nالطرف الثاني: شركة الواحة (العميل).\n\n";
    let right = |who: &str| format!("{parties}يحق للطرف {who} إنهاء العقد بإشعار مدته عشرون يوماً.");
    let days = Some((20, NoticeUnit::Day));
    assert_eq!(convenience(&right("الأول")), Some((By::Us, days)));
    assert_eq!(convenience(&right("الثاني")), Some((By::Client, days)));
    assert_eq!(convenience("يحق للطرف الثاني إنهاء العقد بإشعار مدته عشرون يوماً."), Some((By::Unknown, days)));
}

#[test]
fn no_notice_is_taken_from_cure_or_probation() {
    for text in [
        "يحق لأي طرف فسخ العقد إذا أخل الطرف الآخر بالتزاماته ولم يصحح الإخلال خلال عشرة (10) أيام من إشعاره.",
        "مدة التجربة تسعون يوماً، ويجوز خلالها تقييم الأداء.",
        "إذا تأخر العميل عن السداد مدة ثلاثين يوماً جاز للمؤسسة إنهاء العقد بإشعار.",
        "لا يجوز لأي من الطرفين إنهاء العقد قبل مضي سنة واحدة.",
    ] {
        assert_eq!(convenience(text), None, "{text}");
        assert_eq!(renewal_notice(text), None, "{text}");
    }
}

#[test]
fn renewal_and_the_notice_that_prevents_it() {
    let text = "مدة العقد سنة واحدة، ويتجدد تلقائياً لمدة ستة أشهر ما لم يُخطر أحد الطرفين الآخر كتابةً بعدم رغبته في \
                التجديد قبل شهرين من نهاية المدة.";
    assert_eq!(renewal(text), Some((true, Some((6, NoticeUnit::Month)))));
    assert_eq!(renewal_notice(text), Some(Some((2, NoticeUnit::Month))));
    let agreed = "يجوز تجديد العقد لمدة سنة واحدة باتفاق الطرفين.";
    assert_eq!(renewal(agreed), Some((false, Some((1, NoticeUnit::Year)))));
    assert_eq!(renewal_notice(agreed), None);
}

#[test]
fn a_notice_can_come_too_early() {
    let days = |n| Some((n, NoticeUnit::Day));
    let months = |n| Some((n, NoticeUnit::Month));
    for (text, edges) in [
        (
            "يتجدد العقد تلقائياً لمدة سنة ما لم يُخطر أحد الطرفين الآخر بعدم رغبته في التجديد خلال مدة لا تزيد على تسعين (90) \
             يوماً ولا تقل عن ثلاثين (30) يوماً قبل نهاية المدة.",
            [days(90), days(30)],
        ),
        (
            "يتجدد هذا العقد تلقائياً ما لم يرسل أحد الطرفين إشعاراً كتابياً بعدم التجديد قبل شهر على الأقل من انتهائه، على ألا \
             يسبق الإشعار نهاية المدة بأكثر من ثلاثة أشهر.",
            [months(3), months(1)],
        ),
        (
            "تتجدد الاتفاقية تلقائياً لمدد مماثلة ما لم يشعر أحد الطرفين الآخر بعدم التجديد في موعد لا يقل عن ٦٠ يوماً ولا يتجاوز \
             ١٢٠ يوماً قبل انتهائها.",
            [days(120), days(60)],
        ),
        (
            "يجدد العقد تلقائياً سنة أخرى ما لم يخطر أحدهما الآخر بعدم الرغبة في التجديد بين تسعين وستين يوماً قبل نهايته.",
            [days(90), days(60)],
        ),
        (
            "يتجدد العقد تلقائياً لمدة لا تزيد على سنتين ما لم يخطر أحد الطرفين الآخر بعدم التجديد قبل ستين يوماً من نهايته.",
            [None, days(60)],
        ),
    ] {
        assert_eq!(window(text), Some(edges), "{text}");
    }
}

#[test]
fn a_unit_with_its_particle_is_the_notice_and_no_term() {
    let text = "يتجدد العقد تلقائياً ما لم يُخطر أحد الطرفين الآخر بعدم رغبته في التجديد قبل نهاية \
                مدة العقد بشهر على الأقل.";
    assert_eq!(renewal_notice(text), Some(Some((1, NoticeUnit::Month))));
    assert_eq!(renewal(text), Some((true, None)));
    assert_eq!(terms(text).expiration, None);
    let week = "تتجدد الاتفاقية لمدة سنة واحدة ما لم يشعر أحد الطرفين الآخر بعدم التجديد قبل انتهاء المدة بأسبوع.";
    assert_eq!(renewal_notice(week), Some(Some((1, NoticeUnit::Week))));
    assert_eq!(renewal(week), Some((true, Some((1, NoticeUnit::Year)))));
    let days = "يجوز لأي من الطرفين إنهاء العقد بإشعار كتابي يُرسل قبل الإنهاء بيومي عمل.";
    assert_eq!(convenience(days), Some((By::Either, Some((2, NoticeUnit::BusinessDay)))));
}

#[test]
fn law_breach_and_payment() {
    assert_eq!(law("يخضع هذا العقد لأنظمة المملكة العربية السعودية.").as_deref(), Some("المملكة العربية السعودية"));
    assert_eq!(law("تسري على هذه الاتفاقية أحكام القانون المصري.").as_deref(), Some("القانون المصري"));
    assert_eq!(law("تلتزم المؤسسة بحفظ السجلات."), None);
    let cured = "يحق لأي طرف فسخ العقد إذا أخل الطرف الآخر بالتزاماته ولم يعالج الإخلال خلال (١٥) يوماً من إشعاره.";
    assert_eq!(breach(cured), Some(Some((15, NoticeUnit::Day))));
    assert_eq!(payment("تسدد الفواتير خلال ثلاثين (30) يوماً من تاريخ استلامها."), Some((30, NoticeUnit::Day)));
    assert_eq!(payment("يلتزم العميل بالدفع خلال شهر واحد من تاريخ الفاتورة."), Some((1, NoticeUnit::Month)));
}

#[test]
fn beginning_and_end() {
    let terms = terms("تبدأ مدة هذا العقد من تاريخ ١ مارس ٢٠٢٦م وتنتهي بتاريخ ٢٨ فبراير ٢٠٢٧م.");
    assert_eq!(terms.effective_date.map(|term| term.value.date.to_string()).as_deref(), Some("2026-03-01"));
    assert_eq!(
        terms.expiration.and_then(|term| term.value.date).map(|date| date.to_string()).as_deref(),
        Some("2027-02-28")
    );
}
