//! What a word of appreciation can rest on (DOMAIN L13): a good thing that the review named, or a record of the client.

use crate::store::records::{self, Asked, Whose};
use crate::web::PageError;
use crate::web::app::Shared;
use crate::web::cases::scene::Scene;
use domain::case::review::Good;
use domain::record::{Deliverable, History, kind_named};

/// The word by which a form names the good things of the review, each by its number.
const GOOD_THINGS: &str = "good_things";

/// So many pieces of work are offered, the latest ones.
const WORKS_MAX: usize = 50;

/// Returns what is offered, each with what a person reads of it: the good things first, then accepted work.
pub fn choices(scene: &Scene, history: Option<&History>) -> Vec<(String, String)> {
    let good = good_things(scene).map(|(number, text)| (format!("{GOOD_THINGS} {number}"), text.to_owned()));
    let works = history.map(|history| history.deliverables.as_slice()).unwrap_or_default();
    let mut accepted: Vec<&Deliverable> = works.iter().filter(|one| one.accepted_on.is_some()).collect();
    accepted.sort_by_key(|one| std::cmp::Reverse(one.accepted_on));
    let lang = &scene.visitor.lang;
    let work = |one: &&Deliverable| {
        let on = one.accepted_on.map(|on| lang.day(on)).unwrap_or_default();
        (format!("deliverables {}", one.id), format!("{} {} · {on}", lang.text("one-deliverables"), one.id))
    };
    good.chain(accepted.iter().take(WORKS_MAX).map(work)).collect()
}

/// Tells whether there is such a good thing, or the client has such a record that this visitor may see.
pub async fn is_known(app: &Shared, scene: &Scene<'_>, (table, id): &(String, String)) -> Result<bool, PageError> {
    if table == GOOD_THINGS {
        return Ok(good_things(scene).any(|(number, _)| number.to_string() == *id));
    }
    let client = &scene.opened.key.client;
    match (kind_named(table), Whose::of(&app.db, &scene.visitor.viewer, client).await?) {
        (Some(kind), Asked::There(whose)) => Ok(records::one(&app.db, &whose, kind, id).await?.is_some()),
        _ => Ok(false),
    }
}

fn good_things<'a>(scene: &'a Scene<'_>) -> impl Iterator<Item = (usize, &'a str)> {
    let all = scene.case().rounds.good_things.iter().enumerate();
    all.filter_map(|(at, one)| match &one.said {
        Good::Given(Some(text)) => Some((at + 1, text.as_str())),
        _ => None,
    })
}
