//! The rights in each work, as the client reads them: on their page, on paper, in the closing pack; and in the closing summary.

use super::offers::OfferView;
use crate::lang::Lang;
use domain::separation::portal::Work;
use domain::separation::work::{Grant, Licence};
use fluent_bundle::FluentValue;

/// Returns each work with what becomes of the rights in it.
pub fn works(lang: Lang, all: &[Work]) -> Vec<OfferView> {
    all.iter().map(|one| OfferView { title: one.work.clone(), lines: said(lang, one) }).collect()
}

fn said(lang: Lang, one: &Work) -> Vec<String> {
    let when = conditions(lang, one);
    let has_passed = if when.is_empty() { "yes" } else { "no" };
    let args = [("passed", FluentValue::from(has_passed)), ("when", when.into())];
    let grant = lang.say(&format!("portal-work-{}", one.grant.word()), args);
    let terms = one.terms.as_ref().map(|terms| lang.say("portal-work-terms", [("terms", terms.as_str().into())]));
    let files = one.files_owed.then(|| lang.text("portal-work-files"));
    let licence =
        (one.licence != Licence::Absent).then(|| lang.text(&format!("portal-licence-{}", one.licence.word())));
    [Some(grant), terms, files, licence].into_iter().flatten().collect()
}

/// Says what the rights in a work wait for, as one phrase; nothing where they wait for nothing.
pub fn conditions(lang: Lang, one: &Work) -> String {
    let waits = one.waits.iter().filter(|_| one.grant != Grant::Ours);
    let waits: Vec<String> = waits.map(|lack| lang.text(&format!("portal-work-when-{}", lack.word()))).collect();
    waits.join(&lang.text("case-comma"))
}
