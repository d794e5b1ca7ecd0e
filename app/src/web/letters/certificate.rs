//! The certificate of deletion: written from an entry of the index of what was destroyed, and never beyond it.

use crate::flow::cases;
use crate::flow::destruction::{Certificate, certificates};
use crate::store::cases::of_member;
use crate::web::app::Shared;
use crate::web::cases::scene::Scene;
use crate::web::form::Filled;
use crate::web::markup::{Markup, Pen};
use crate::web::{PageError, Visitor, href};
use domain::case::Action;
use domain::case::parting::Letter;
use domain::separation::letter::{Both, Deletion, Kind, overstated};
use fluent_bundle::FluentValue;
use std::collections::BTreeMap;

/// Returns what a new letter certifies: the entry that was asked for, else the newest one of the client; nothing where there is
/// none, or the letter is of another kind.
pub async fn asked(
    app: &Shared,
    scene: &Scene<'_>,
    kind: Kind,
    filled: &Filled,
) -> Result<Option<Certificate>, PageError> {
    let mut all = of_case(app, scene, kind).await?.into_iter();
    match filled.value("erasure") {
        "" => Ok(all.next()),
        id => all.find(|one| one.id == id).map(Some).ok_or(PageError::NotFound),
    }
}

/// Returns what a letter was written from; nothing where its facts were written by hand.
pub async fn of_letter(app: &Shared, scene: &Scene<'_>, letter: &Letter) -> Result<Option<Certificate>, PageError> {
    let all = of_case(app, scene, letter.kind).await?;
    Ok(all.into_iter().find(|one| written(letter).contains(&one.entry.mark())))
}

async fn of_case(app: &Shared, scene: &Scene<'_>, kind: Kind) -> Result<Vec<Certificate>, PageError> {
    match kind {
        Kind::DeletionCertificate => Ok(certificates(&app.db, &scene.opened.key.client).await?),
        _ => Ok(vec![]),
    }
}

/// Returns the text that was made from the facts; later versions are people's.
fn written(letter: &Letter) -> &str {
    let first = letter.versions.first().and_then(|version| version.said.as_ref());
    first.map_or("", |said| said.text.as_str())
}

/// Returns what a text states that what it was written from does not.
pub fn beyond(certificate: &Certificate, letter: &Letter, text: &str) -> Option<String> {
    overstated(written(letter), text, &certificate.entry.mark())
}

/// Says on which entry a certificate rests.
pub fn rests(pen: &Pen, certificate: &Certificate) -> Markup {
    let number = pen.lang.digits(certificate.entry.number as i64);
    let args = [
        ("n", FluentValue::from(number)),
        ("digest", certificate.entry.digest.as_str().into()),
        ("mark", certificate.entry.mark().into()),
    ];
    pen.say("certificate-rests", args)
}

/// Says what will be certified, above the form.
pub fn known(pen: &Pen, certificate: &Certificate) -> Vec<Markup> {
    let said = |both: &Both| pen.lang.either(&both.ar, &both.en).to_owned();
    let one = |one: &Deletion| {
        let args = [
            ("what", FluentValue::from(said(&one.what))),
            ("day", pen.lang.day(one.on).into()),
            ("by", said(&one.by).into()),
            ("verified", said(&one.verified_by).into()),
        ];
        pen.say("certificate-states", args)
    };
    let lines = [rests(pen, certificate)].into_iter().chain(certificate.deletions.iter().map(one));
    lines.map(|line| Markup::made(format!("<p>{line}</p>"))).collect()
}

/// Returns where the certificate of each entry can be written, by its id: among the letters of a case of the client on which
/// this visitor works.
pub async fn doors(app: &Shared, visitor: &Visitor) -> Result<BTreeMap<String, String>, PageError> {
    let mut doors = BTreeMap::new();
    for line in of_member(&app.db, &visitor.member, None).await?.into_iter().filter(|line| line.stage.has_parting()) {
        let opened = cases::load(app.place(), &line.key).await?;
        let works = opened.is_some_and(|opened| opened.case.allows(&visitor.member, Action::Work));
        let all = if works { certificates(&app.db, &line.key.client).await? } else { vec![] };
        for one in all {
            let (kind, language) = (Kind::DeletionCertificate.word(), visitor.lang.language.tag());
            let asked = href::query([("kind", kind), ("language", language), ("erasure", one.id.as_str())]);
            let door = format!("{}/part/letters/new{asked}", href::case(&line.key.client, &line.key.case));
            doors.entry(one.id).or_insert(door);
        }
    }
    Ok(doors)
}
