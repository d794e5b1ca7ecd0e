//! What the case began from, held beside today: findings that stayed, eased, worsened or went, and new ones.

use super::scene::Scene;
use super::words::shown;
use crate::store::assessments::Stored;
use crate::web::href;
use crate::web::icon::Mark;
use crate::web::markup::Markup;
use domain::case::opening::Frozen;
use domain::sign::{Code, Earlier, Level};
use fluent_bundle::FluentValue;
use std::cmp::Ordering;

/// A finding then and now.
pub struct Then {
    pub level: Markup,
    pub says: Markup,
    /// What became of it.
    pub now: Markup,
    pub ours: bool,
}

/// Returns the findings of the opening with what became of them, those of them that only ask to be watched, and those
/// that came since.
pub fn views(scene: &Scene) -> (Vec<Then>, Vec<Then>, Vec<Then>) {
    let today: Vec<&Stored> = scene.whole.iter().flat_map(|whole| &whole.findings).collect();
    let (quiet, loud): (Vec<&Frozen>, Vec<&Frozen>) =
        scene.frozen().filter(|frozen| frozen.code != Code::R0).partition(|frozen| frozen.level == Level::Watch);
    let then = |frozen: &&Frozen| {
        let now = today.iter().find(|finding| finding.code == frozen.code);
        Then {
            level: level(scene, frozen.level),
            says: link(scene, frozen.code, scene.says(frozen), now.is_some()),
            now: became(scene, frozen.level, now.map(|finding| finding.level)),
            ours: frozen.maybe_ours,
        }
    };
    let known = |code: Code| scene.case().opening.findings.iter().any(|frozen| frozen.code == code);
    let fresh = today.iter().filter(|finding| !known(finding.code) && scene.sees(finding.code)).map(|finding| Then {
        level: level(scene, finding.level),
        says: link(scene, finding.code, scene.says_of(finding), true),
        now: scene.pen.t("frozen-new"),
        ours: finding.maybe_ours,
    });
    let before = earlier(scene);
    (loud.iter().map(then).chain(before).collect(), quiet.iter().map(then).collect(), fresh.collect())
}

/// Says which findings of before counted when it was opened.
fn earlier(scene: &Scene) -> Option<Then> {
    let counted = scene.case().opening.earlier.iter().copied();
    let seen: Vec<Earlier> = counted.filter(|earlier| scene.sees(earlier.code)).collect();
    let says = Markup::text(&scene.pen.lang.earlier(&seen)?);
    Some(Then { level: Markup::default(), says, now: Markup::default(), ours: false })
}

fn level(scene: &Scene, level: Level) -> Markup {
    scene.pen.level(Mark::from(level))
}

fn link(scene: &Scene, code: Code, says: Markup, is_there: bool) -> Markup {
    if is_there { scene.pen.link(&href::finding(&scene.opened.key.client, code), &says) } else { says }
}

fn became(scene: &Scene, then: Level, now: Option<Level>) -> Markup {
    let pen = &scene.pen;
    let Some(now) = now else {
        let known = scene.whole.is_some();
        return pen.t(if known { "frozen-gone" } else { "frozen-unknown" });
    };
    let words = [("level", FluentValue::from(shown(pen, "level-{}", Mark::from(now).word()).to_string()))];
    match now.cmp(&then) {
        Ordering::Equal => pen.t("frozen-same"),
        Ordering::Greater => pen.say("frozen-worse", words),
        Ordering::Less => pen.say("frozen-eased", words),
    }
}
