//! The kept run of the cost of ending that a case rests on, as far as it may be told.

use crate::flow::cases::Opened;
use crate::lang::of_100;
use crate::web::markup::{Markup, Pen};
use crate::web::{Visitor, href};
use domain::case::Action;

/// Says what the run says, to those who may see money in the case; to all others, that there is one.
pub fn says(pen: &Pen, visitor: &Visitor, opened: &Opened) -> Option<Markup> {
    let cited = opened.case.scenario.as_ref()?;
    if !opened.case.allows(&visitor.member, Action::SeeMoney) {
        return Some(pen.t("cited-run"));
    }
    let risk = cited.p_cash_below_zero.map(|risk| pen.say("cited-risk", of_100(risk)));
    let repair = cited.repair_dominates.then(|| pen.t("cited-repair"));
    let run = href::exit(&opened.key.client, ["runs", cited.run.as_str()]);
    let link = visitor.viewer.sees_costs().then(|| pen.link(&run, &pen.t("cited-see")));
    Some(Markup::join([risk, repair, link].into_iter().flatten(), " "))
}
