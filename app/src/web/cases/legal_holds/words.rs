//! What happened to a legal hold, as the arguments of its sentences.

use crate::web::cases::people::People;
use crate::web::legal_holds::reach_args;
use crate::web::markup::Pen;
use domain::case::legal_hold::Event;
use fluent_bundle::FluentValue;

/// Returns the arguments of an event's sentence.
pub fn args(pen: &Pen, people: &People, event: &Event) -> Vec<(&'static str, FluentValue<'static>)> {
    let number = |n: u32| ("n", FluentValue::from(f64::from(n)));
    match event {
        Event::LegalHoldSet { hold, order, .. } | Event::LegalHoldScoped { hold, order, .. } => {
            let mut args = reach_args(pen, &order.reach);
            args.push(number(*hold));
            args.push(("ask", people.name(&order.ask).to_owned().into()));
            args
        }
        Event::CustodiansReminded { hold, custodians } => {
            let names: Vec<&str> = custodians.iter().map(|one| people.name(one)).collect();
            vec![number(*hold), ("names", names.join(&pen.lang.text("case-comma")).into())]
        }
        Event::LegalHoldAcknowledged { hold } | Event::LegalHoldReleased { hold, .. } => vec![number(*hold)],
    }
}
