//! The charts of a client's page; where there is nothing to draw, what is lacking is said instead.

use crate::web::Visitor;
use crate::web::chart;
use crate::web::markup::{Markup, Pen};
use crate::web::part::Chart;
use domain::picture;
use domain::sign::{Code, Need, Scene};
use fluent_bundle::FluentValue;

/// What could be drawn for one visitor.
pub struct Drawn {
    pub punctuality: Option<Chart>,
    pub charts: Vec<Chart>,
    /// What could not be drawn, and what to do.
    pub missing: Vec<Markup>,
}

impl Drawn {
    /// Draws what the records show; charts of sums only where sums may be seen, of what is paid only where payments are
    /// known.
    pub fn of(pen: &Pen, visitor: &Visitor, client: &str, scene: &Scene, knows_payments: bool) -> Drawn {
        let punctuality = picture::punctuality(scene).filter(|_| knows_payments);
        let rule = scene.rule(Code::P3);
        let rate = visitor.viewer.sees_finding(Code::E1).then(|| picture::rate(scene));
        let hours = picture::hours(scene);
        let quality = picture::quality(scene);
        let mut missing = vec![];
        let mut lacks = |key: &str, need: Need| missing.push(lacking(pen, key, need));
        if rate == Some(None) {
            lacks("picture-rate", if scene.history.time.is_empty() { Need::Time } else { Need::Invoices });
        }
        if hours.is_none() {
            lacks("picture-hours", Need::Time);
        }
        if quality.is_none() {
            lacks("picture-quality", if scene.history.feedback.is_empty() { Need::Feedback } else { Need::MoreData });
        }
        if !knows_payments {
            lacks("picture-payments", Need::Payments);
        }
        let owed = if pen.sees_money && knows_payments { picture::ageing(scene) } else { vec![] };
        let charts = rate.flatten().map(|own| chart::rate(pen, &own)).into_iter();
        let charts = charts.chain(hours.map(|own| chart::hours(pen, &own, scene.rule(Code::E3).severe)));
        let charts = charts.chain(owed.iter().map(|own| chart::ageing(pen, own)));
        let charts = charts.chain(quality.map(|own| chart::quality(pen, client, &own)));
        Drawn {
            punctuality: punctuality.map(|own| chart::punctuality(pen, client, &own, rule.finding, rule.data_min)),
            charts: charts.collect(),
            missing,
        }
    }
}

/// Says what cannot be drawn, and what to do about it.
fn lacking(pen: &Pen, key: &str, need: Need) -> Markup {
    let args = [("picture", FluentValue::from(pen.lang.text(key))), ("do", FluentValue::from(pen.lang.need_do(need)))];
    Markup::strong(&pen.lang.say("picture-missing", args))
}
