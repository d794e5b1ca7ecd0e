//! The ways in which notices must be given.

use super::paper::{Found, Paper, range_of};
use super::pattern::Patterns;
use super::terms::{Method, Methods};
use std::sync::LazyLock;

/// The sentence says how notices are given.
static GIVEN: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::of(&[
        "notice|notices|notifications|communications|demand ~40 given|sent|delivered|made|mailed|served|writing|\
         transmitted|deemed",
        "إشعار|إشعارات|إخطار|إخطارات|مراسلات ~25 ترسل|يرسل|تسلم|يسلم|توجه|يوجه|بريد|بإرسال|خطي*|كتابي*",
    ])
});

static WAYS: LazyLock<[(Method, Patterns); 6]> = LazyLock::new(|| {
    [
        (Method::Email, Patterns::of(&["email|emails", "e mail", "electronic mail", "بريد إلكتروني", "إيميل"])),
        (
            Method::Hand,
            Patterns::of(&[
                "by hand",
                "personal* ~2 deliver*|served|service",
                "deliver* ~3 hand|person|personally",
                "in person",
                "hand deliver*|delivery",
                "تسليم ~1 يد|شخصي",
                "باليد",
            ]),
        ),
        (
            Method::Courier,
            Patterns::of(&[
                "courier*|fedex|dhl|ups",
                "federal express",
                "overnight ~4 delivery|service|mail|carrier|courier",
                "بريد سريع",
                "ناقل|ساعي|الساعي",
            ]),
        ),
        (
            Method::RegisteredPost,
            Patterns::of(&[
                "registered|certified|recorded ~3 mail|post|letter|delivery|return",
                "بريد مسجل",
                "بريد ~2 مسجل",
                "خطاب مسجل",
            ]),
        ),
        (Method::Portal, Patterns::of(&["through|via|on|by ~4 portal|platform", "بوابة|منصة"])),
        (Method::Fax, Patterns::of(&["fax|facsimile|telecopy|telecopier|telefax|telecopied|faxed", "فاكس"])),
    ]
});

/// Reads the ways in which a notice may be given (DOMAIN B46); the sentence that names most of them speaks.
pub fn read(paper: &Paper) -> Option<Found<Methods>> {
    let found = paper.sentences.iter().filter(|sentence| GIVEN.fits(&sentence.items)).filter_map(|sentence| {
        let items = &sentence.items;
        let methods: Vec<Method> = WAYS.iter().filter(|(_, way)| way.fits(items)).map(|(method, _)| *method).collect();
        let confidence = if methods.len() > 1 { 0.85 } else { 0.65 };
        (!methods.is_empty()).then(|| Found { value: Methods { methods }, range: range_of(items), confidence })
    });
    found.fold(None, |best: Option<Found<Methods>>, next| match best {
        Some(best) if best.value.methods.len() >= next.value.methods.len() => Some(best),
        _ => Some(next),
    })
}
