//! The questions of deciding, one to a step: what is asked, and the fields of its answer.

use super::form::{Step, grounds, offers, outcome, proofs_field};
use crate::web::cases::ask::{Field, Fields, words};
use crate::web::cases::cited;
use crate::web::cases::record::{named, proof};
use crate::web::cases::scene::Scene;
use crate::web::form::Filled;
use crate::web::markup::Markup;
use domain::case::decision::{Alternative, Asks, Channel, Ground};
use domain::case::review::Stance;
use domain::case::{Class, Outcome};
use fluent_bundle::FluentValue;

/// Returns the fields of a step.
pub fn fields(scene: &Scene, step: Step, filled: &Filled) -> Vec<Field> {
    match step {
        Step::Outcome => of_outcome(scene, filled),
        Step::Grounds => of_grounds(scene, filled),
        Step::Proof => of_proof(scene, filled),
        Step::Limits => of_limits(scene, filled),
        Step::Reason => of_reason(scene, filled),
        Step::Sign => of_signature(scene, filled),
    }
}

/// Returns what is known already and bears on a step.
pub fn known(scene: &Scene, step: Step, filled: &Filled) -> Vec<Markup> {
    let pen = &scene.pen;
    let paragraph = |text: Markup| Markup::made(format!("<p>{text}</p>"));
    match step {
        Step::Outcome => {
            let cited = cited::says(pen, scene.visitor, &scene.opened);
            opinions(scene).into_iter().chain(cited).map(paragraph).collect()
        }
        Step::Proof => {
            let unproven = grounds(filled).into_iter().filter(|ground| offers(scene, *ground).is_empty());
            let says = |ground: Ground| {
                let lacks = match ground.asks() {
                    Asks::Counsel => "proof-by-counsel",
                    Asks::Reason => "proof-by-reason",
                    Asks::Family(_) | Asks::OneOf(_) => "proof-none",
                };
                Markup::made(format!("<p class=\"note\"><strong>{}</strong> {}</p>", named(pen, ground), pen.t(lacks)))
            };
            unproven.map(says).collect()
        }
        Step::Grounds | Step::Limits | Step::Reason | Step::Sign => vec![],
    }
}

/// Says how the opinions stand, once they are open: how many hold each, never who.
fn opinions(scene: &Scene) -> Option<Markup> {
    let rounds = &scene.case().rounds;
    rounds.revealed.as_ref()?;
    let held: Vec<Stance> = rounds.stances().into_values().collect();
    let stances = Stance::ALL.iter().map(|stance| (*stance, held.iter().filter(|one| *one == stance).count()));
    let stances: Vec<(Stance, usize)> = stances.filter(|(_, n)| *n > 0).collect();
    let pen = &scene.pen;
    let parts = stances.into_iter().map(|(stance, n)| {
        let args = [
            ("stance", FluentValue::from(pen.lang.text(&format!("stance-{}", stance.word())))),
            ("n", FluentValue::from(n as f64)),
        ];
        pen.say("decision-opinions-of", args)
    });
    let list = Markup::join(parts, &pen.lang.text("case-comma"));
    Some(Markup::join([pen.t("decision-opinions"), list], " "))
}

fn of_outcome(scene: &Scene, filled: &Filled) -> Vec<Field> {
    let pen = &scene.pen;
    // Where people were harmed, "do nothing" is not offered.
    let critical = scene.case().opening.class != Class::Normal;
    let offered = Outcome::ALL.iter().filter(|outcome| !(critical && **outcome == Outcome::Keep));
    Fields::of(pen, filled)
        .one("outcome", "decision-outcome", words(pen, "outcome-{}", offered.map(|outcome| outcome.word())))
        .explained(|outcome| pen.t(&format!("outcome-means-{outcome}")))
        .tick("personal", "decision-personal")
        .hint("decision-personal-hint")
        .all()
}

fn of_grounds(scene: &Scene, filled: &Filled) -> Vec<Field> {
    let pen = &scene.pen;
    let grounds = Ground::ALL.iter().map(|ground| (ground.word().to_owned(), named(pen, *ground)));
    Fields::of(pen, filled)
        .any("tried", "decision-tried", words(pen, "tried-{}", Alternative::ALL.iter().map(|tried| tried.word())))
        .any("ground", "decision-grounds", grounds)
        .explained(|ground| pen.t(&format!("ground-asks-{ground}")))
        .all()
}

fn of_proof(scene: &Scene, filled: &Filled) -> Vec<Field> {
    let pen = &scene.pen;
    let mut fields = Fields::of(pen, filled);
    for ground in grounds(filled) {
        let offers = offers(scene, ground);
        if !offers.is_empty() {
            let options = offers.into_iter().map(|offer| (offer.value, proof(scene, &offer.proof)));
            fields = fields.any(&proofs_field(ground), &format!("ground-{}", ground.word()), options);
        }
    }
    fields
        .yes_or_no("protected_trait", "lawful-trait")
        .hint("lawful-trait-hint")
        .yes_or_no("retaliation", "lawful-retaliation")
        .yes_or_no("lawful_complaint", "lawful-complaint")
        .all()
}

fn of_limits(scene: &Scene, filled: &Filled) -> Vec<Field> {
    let fields = Fields::of(&scene.pen, filled);
    let fields = if outcome(filled) == Some(Outcome::KeepWithGuardrails) {
        fields
            .number("price_floor", "guard-price_floor")
            .hint("limits-price-hint")
            .number("exposure_cap", "guard-exposure_cap")
            .hint("limits-exposure-hint")
            .number("capacity_cap", "guard-capacity_cap")
    } else {
        fields
    };
    fields
        .day("review_on", "limits-review")
        .hint("limits-review-hint")
        .tick("priced_out", "decision-priced-out")
        .hint("decision-priced-out-hint")
        .text("priced_out_why", "said-priced_out")
        .all()
}

fn of_reason(scene: &Scene, filled: &Filled) -> Vec<Field> {
    let pen = &scene.pen;
    let ends = outcome(filled).is_some_and(Outcome::ends);
    let fields = Fields::of(pen, filled).text("reason", "record-reason").hint("decision-reason-hint");
    let repair = if ends { "decision-on-repair-end" } else { "decision-on-repair-keep" };
    let fields = fields.text("on_repair", "said-on_repair").hint(repair);
    let fields = fields.text("mind", "said-changes_my_mind").hint("decision-mind-hint");
    let fields = if ends { fields.tick("legal_hold", "decision-legal-hold") } else { fields };
    if scene.case().opening.class == Class::Normal {
        return fields.all();
    }
    let people = scene.people.present().map(|member| (member.id.clone(), pen.name(&member.name)));
    fields
        .pick("executor", "execution-who", people)
        .one("channel", "execution-how", words(pen, "tell-{}", Channel::ALL.iter().map(|channel| channel.word())))
        .day("execute_on", "execution-when")
        .all()
}

fn of_signature(scene: &Scene, filled: &Filled) -> Vec<Field> {
    Fields::of(&scene.pen, filled).line("signature", "sign-name").hint("sign-name-hint").tick("sure", "sign-sure").all()
}
