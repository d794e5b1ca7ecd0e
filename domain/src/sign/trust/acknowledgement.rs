//! R1: does the client refuse to acknowledge good work, or acknowledge it and raise the bar? Or are we the issue? The
//! rule table of DOMAIN 3.2, in its order.

use super::super::delivery::{Piece, accepted, attainment, is_acknowledged, is_beyond, is_reversed, quality};
use super::super::{Against, Arg, Code, Draft, Facts, Level, Need, Rule, Scene, Value, grade};
use crate::record::{Deliverable, Feedback, Goal, Incident, Request, RequestKind};
use crate::stats::{median, spearman, spearman_interval};

/// A refusal is held with high confidence only once two reviewers agree; the program alone stays below.
const GRADE_ALONE: f64 = 0.69;
/// One answer is an opinion, not a median.
const ANSWERS_MIN: usize = 2;
/// One complaint is not a share.
const COMPLAINTS_MIN: usize = 2;
/// Pairs of quality and satisfaction from which on their association is looked at.
const PAIRS_MIN: usize = 8;
/// An answer that names no deliverable is about the latest one handed over within so many days before.
const ABOUT_DAYS: i32 = 60;
const BOOTSTRAP_DRAWS: usize = 400;
const BOOTSTRAP_SEED: u64 = 1;

/// What the rule table looks at.
struct Signals<'a> {
    quality: f64,
    pieces: &'a [Piece],
    accepted: Vec<&'a Deliverable>,
    answers: &'a [Feedback],
    /// Median of the answers, 1 to 5.
    satisfaction: f64,
    acknowledged: usize,
    reversed: usize,
    complaints: usize,
    upheld: usize,
    /// Accepted requests for more, and how many of them are paid for.
    raised: Vec<&'a Request>,
    paid: usize,
    /// Targets set beyond earlier ones that were met.
    goals: Vec<&'a Goal>,
}

/// Applies the rule table; without a cause to ask, an undetermined case says nothing.
pub(super) fn detect(scene: &Scene) -> Result<Option<Draft>, Need> {
    let rule = scene.rule(Code::R1);
    let seen = Signals::of(scene, rule)?;
    let label = if seen.refuses(scene, rule) {
        "refuses_to_acknowledge"
    } else if seen.raises_the_bar(scene, rule) {
        "raises_the_bar"
    } else if seen.is_our_delivery(scene, rule) {
        "our_delivery"
    } else {
        "undetermined"
    };
    let asks = label != "undetermined" || seen.satisfaction < rule.more("satisfied_high");
    Ok(asks.then(|| seen.draft(label)))
}

impl<'a> Signals<'a> {
    fn of(scene: &'a Scene<'a>, rule: &Rule) -> Result<Signals<'a>, Need> {
        let quality = quality(scene)?;
        let accepted: Vec<&Deliverable> = accepted(scene).collect();
        let answers = scene.within(&scene.history.feedback, |f| f.on_day);
        if scene.history.feedback.is_empty() {
            return Err(Need::Feedback);
        } else if (accepted.len() as f64) < rule.data_min || answers.len() < ANSWERS_MIN {
            return Err(Need::MoreData);
        }
        let incidents = scene.within(&scene.history.incidents, |i| i.at.day).iter();
        let judged = || incidents.clone().filter_map(judgement).chain(answers.iter().filter_map(|f| f.valid));
        let raised: Vec<&Request> =
            scene.within(&scene.history.requests, |r| r.on_day).iter().filter(|r| is_raised(r)).collect();
        let mut scores: Vec<f64> = answers.iter().map(Feedback::out_of_five).collect();
        Ok(Signals {
            quality: quality.value,
            pieces: &quality.pieces,
            satisfaction: median(&mut scores).unwrap_or(0.0),
            answers,
            acknowledged: accepted.iter().filter(|d| is_acknowledged(d)).count(),
            reversed: accepted.iter().filter(|d| is_reversed(d)).count(),
            accepted,
            complaints: judged().count(),
            upheld: judged().filter(|upheld| *upheld).count(),
            paid: raised.iter().filter(|r| r.paid == Some(true)).count(),
            raised,
            goals: raised_goals(scene),
        })
    }

    fn acknowledgement_rate(&self) -> f64 {
        self.acknowledged as f64 / self.accepted.len() as f64
    }

    fn goalpost_rate(&self) -> f64 {
        self.reversed as f64 / self.accepted.len() as f64
    }

    /// Returns the share of complaints that were right; nobody's complaint was, where there is none.
    fn complaint_validity(&self) -> f64 {
        self.upheld as f64 / self.complaints.max(1) as f64
    }

    fn refuses(&self, scene: &Scene, rule: &Rule) -> bool {
        self.quality >= rule.more("quality_min")
            && self.acknowledgement_rate() < rule.more("acknowledged_low")
            && self.satisfaction <= rule.more("satisfied_low")
            && self.complaint_validity() < rule.more("upheld_max")
            && (self.goalpost_rate() >= rule.more("reopened_high") || self.is_unmoved_by_quality(scene))
    }

    fn raises_the_bar(&self, scene: &Scene, rule: &Rule) -> bool {
        let pays = self.paid > 0 && self.paid * 2 >= self.raised.len();
        self.quality >= rule.more("quality_min")
            && self.acknowledgement_rate() >= rule.more("acknowledged_high")
            && (!self.raised.is_empty() || !self.goals.is_empty())
            && (pays || self.goalpost_rate() < rule.more("reopened_low"))
            && (self.satisfaction >= rule.more("satisfied_high") || self.follows_quality(scene))
    }

    fn is_our_delivery(&self, scene: &Scene, rule: &Rule) -> bool {
        let right = self.complaints >= COMPLAINTS_MIN && self.complaint_validity() >= rule.more("upheld_ours");
        right || self.quality < scene.policy.general.quality_guard
    }

    /// Tells whether the interval of the association holds 0 or less; the bootstrap runs only when it decides.
    fn is_unmoved_by_quality(&self, scene: &Scene) -> bool {
        let (quality, scores) = self.pairs(scene);
        if quality.len() < PAIRS_MIN {
            false
        } else {
            // Without any variation on one side there is no association to speak of.
            let interval = spearman_interval(&quality, &scores, BOOTSTRAP_DRAWS, BOOTSTRAP_SEED);
            interval.is_none_or(|interval| interval.low <= 0.0)
        }
    }

    fn follows_quality(&self, scene: &Scene) -> bool {
        let (quality, scores) = self.pairs(scene);
        quality.len() >= PAIRS_MIN && spearman(&quality, &scores).is_some_and(|rho| rho > 0.0)
    }

    /// Returns each deliverable's quality and the mean of the answers about it.
    fn pairs(&self, scene: &Scene) -> (Vec<f64>, Vec<f64>) {
        let all = &scene.history.deliverables;
        let mut by_id: Vec<(&str, usize)> =
            self.pieces.iter().enumerate().map(|(at, piece)| (all[piece.deliverable].id.as_str(), at)).collect();
        by_id.sort_unstable();
        let mut sums = vec![(0.0, 0.0); self.pieces.len()];
        for answer in self.answers {
            if let Some(at) = self.about(answer, &by_id) {
                sums[at].0 += answer.out_of_five();
                sums[at].1 += 1.0;
            }
        }
        let answered = self.pieces.iter().zip(sums).filter(|(_, (_, answers))| *answers > 0.0);
        answered.map(|(piece, (sum, answers))| (piece.quality(), sum / answers)).unzip()
    }

    /// Returns the place of the piece that an answer is about.
    fn about(&self, answer: &Feedback, by_id: &[(&str, usize)]) -> Option<usize> {
        match &answer.deliverable {
            Some(id) => by_id.binary_search_by(|(known, _)| (*known).cmp(id)).ok().map(|found| by_id[found].1),
            None => {
                let at = self.pieces.partition_point(|piece| piece.day <= answer.on_day).checked_sub(1)?;
                (answer.on_day.since(self.pieces[at].day) <= ABOUT_DAYS).then_some(at)
            }
        }
    }

    fn draft(&self, label: &'static str) -> Draft {
        let refuses = label == "refuses_to_acknowledge";
        Draft {
            code: Code::R1,
            level: Some(if refuses { Level::Finding } else { Level::Watch }),
            value: Value::Label(label.to_owned()),
            threshold: None,
            data: self.accepted.len() as f64,
            n: self.accepted.len() as u32,
            p: None,
            grade: if refuses { GRADE_ALONE } else { grade::OURS },
            newest: self.accepted.iter().filter_map(|d| d.accepted_on).max().unwrap_or(self.answers[0].on_day),
            // That nothing was acknowledged counts only where acknowledgements are written down.
            against: if refuses && self.acknowledged == 0 { Against::Recorded } else { Against::Nothing },
            args: vec![
                ("label", Arg::word(label)),
                ("quality", Arg::Share(self.quality)),
                ("satisfaction", Arg::rounded(self.satisfaction, 1)),
                ("answers", Arg::count(self.answers.len())),
                ("accepted", Arg::count(self.accepted.len())),
                ("acknowledged", Arg::count(self.acknowledged)),
                ("reversed", Arg::count(self.reversed)),
                ("complaints", Arg::count(self.complaints)),
                ("upheld", Arg::count(self.upheld)),
            ],
            facts: self.facts(label),
        }
    }

    /// Returns the rows that the label rests on, those that tell most first.
    fn facts(&self, label: &str) -> Facts {
        let mut facts = Facts::default();
        let deliverables = |tells: fn(&Deliverable) -> bool| {
            self.accepted.iter().rev().filter(move |d| tells(d)).map(|d| (&d.id, d.source))
        };
        match label {
            "raises_the_bar" => {
                facts.extend("deliverables", deliverables(is_acknowledged));
                facts.extend("goals", self.goals.iter().map(|g| (&g.id, g.source)));
                facts.extend("requests", self.raised.iter().rev().map(|r| (&r.id, r.source)));
            }
            "refuses_to_acknowledge" => {
                facts.extend("deliverables", deliverables(|d| is_reversed(d) && !is_acknowledged(d)));
                facts.extend("deliverables", deliverables(|d| !is_reversed(d) && !is_acknowledged(d)));
            }
            _ => facts.extend("deliverables", deliverables(|_| true)),
        }
        facts.extend("feedback", self.answers.iter().rev().map(|f| (&f.id, f.source)));
        facts
    }
}

/// Returns whether a complaint was found to be right; a crossed boundary is none.
fn judgement(incident: &Incident) -> Option<bool> {
    use crate::record::IncidentKind::{Dispute, Doubt, Escalation};
    incident.upheld.filter(|_| matches!(incident.kind, Dispute | Escalation | Doubt))
}

/// Tells whether a request asked for more than was agreed, and was taken on.
fn is_raised(request: &Request) -> bool {
    matches!(request.kind, RequestKind::Change | RequestKind::OutOfScope) && request.accepted == Some(true)
}

/// Returns the window's targets that ask for more than an earlier one of the same goal that was met.
fn raised_goals<'a>(scene: &Scene<'a>) -> Vec<&'a Goal> {
    let mut goals: Vec<&Goal> = scene.history.goals.iter().collect();
    goals.sort_by(|a, b| (&a.goal, a.period_end).cmp(&(&b.goal, b.period_end)));
    let met = |g: &Goal| attainment(g).is_some_and(|attained| attained >= 1.0);
    let follows = |pair: &[&'a Goal]| {
        let raised = pair[0].goal == pair[1].goal && met(pair[0]) && is_beyond(pair[1], pair[0].target);
        (raised && scene.in_window(pair[1].period_end)).then_some(pair[1])
    };
    goals.windows(2).filter_map(follows).collect()
}

#[cfg(test)]
mod tests {
    use super::super::super::{Finding, sample};
    use super::*;

    const ON: &str = "2026-06-30";

    /// Ten good deliverables; `own` says what else is known of each.
    fn work(own: impl Fn(usize) -> String) -> String {
        sample::rows(10, "2025-09-01", 30, |i, day| {
            let dates = format!("due_on={day} delivered_on={day} accepted_on={}", day.plus(2));
            format!("deliverables D-{i} {dates} revisions_ours=0 defects=0 {}", own(i))
        })
    }

    fn scores(scores: &[f64], rest: &str) -> String {
        sample::rows(scores.len(), "2025-09-20", 30, |i, day| {
            format!("feedback F-{i} on_day={day} score={} {rest}", scores[i - 1])
        })
    }

    fn check(parts: &[&str], expected: Option<(&str, Level)>) -> Option<Finding> {
        let finding = sample::finding(&parts.join("\n"), ON, Code::R1);
        let found = finding.as_ref().map(|f| (f.value.clone(), f.level));
        assert_eq!(found, expected.map(|(label, level)| (Value::Label(label.to_owned()), level)), "{parts:#?}");
        finding
    }

    #[test]
    fn refuses_to_acknowledge() {
        let reopened = work(|i| if i <= 2 { "reopened=yes".into() } else { "acknowledged=no".into() });
        let finding =
            check(&[&reopened, &scores(&[2.0, 1.0, 2.0], "")], Some(("refuses_to_acknowledge", Level::Finding)));
        let finding = finding.expect("a finding");
        assert!(finding.confidence < Finding::CONFIDENCE_HIGH && !finding.only_informs());
        assert_eq!(finding.threshold, None);
        assert_eq!(&sample::cited(&finding.facts)[..3], ["D-2", "D-1", "D-10"]);
        assert_eq!(finding.facts.total(), 13);
    }

    #[test]
    fn the_association_decides_where_goalposts_stand_still() {
        // A late deliverable now and then, so that quality varies.
        let varied = work(|i| if i == 3 { "acknowledged=no defects=1".into() } else { "acknowledged=no".into() });
        let varied = varied.replace("defects=0 acknowledged=no defects=1", "acknowledged=no defects=1");
        let indifferent = [2.0, 1.0, 2.0, 1.0, 2.0, 1.0, 2.0, 2.0, 1.0, 2.0];
        check(&[&varied, &scores(&indifferent, "")], Some(("refuses_to_acknowledge", Level::Finding)));
        // Too few pairs to tell: nobody is accused.
        check(&[&varied, &scores(&indifferent[..3], "")], Some(("undetermined", Level::Watch)));
    }

    #[test]
    fn complaints_that_were_right_are_no_refusal() {
        let reopened = work(|i| if i <= 2 { "reopened=yes".into() } else { String::new() });
        let low = scores(&[2.0, 1.0, 2.0], "valid=yes");
        check(&[&reopened, &low], Some(("our_delivery", Level::Watch)));
    }

    #[test]
    fn raises_the_bar_and_pays_for_it() {
        let thanked = work(|i| if i <= 4 { "acknowledged_on=2026-06-20".into() } else { String::new() });
        let more = "requests R-1 on_day=2026-05-01 kind=change accepted=yes paid=yes";
        let finding = check(&[&thanked, &scores(&[4.0, 4.5], ""), more], Some(("raises_the_bar", Level::Watch)));
        assert!(finding.expect("a label").only_informs());
        let goals = "goals G-1 goal=leads period_end=2025-12-31 target=100 actual=110
                     goals G-2 goal=leads period_end=2026-03-31 target=140 actual=120";
        check(&[&thanked, &scores(&[4.0, 4.5], ""), goals], Some(("raises_the_bar", Level::Watch)));
        check(&[&thanked, &scores(&[4.0, 4.5], "")], None); // content, and asks for nothing more
    }

    #[test]
    fn our_own_delivery_is_the_issue() {
        let late = work(|_| String::new()).replace("defects=0", "defects=1");
        check(&[&late, &scores(&[2.0, 2.0], "")], Some(("our_delivery", Level::Watch)));
    }

    #[test]
    fn silence_counts_only_where_acknowledgements_are_written_down() {
        let reopened = work(|i| if i <= 2 { "reopened=yes".into() } else { String::new() });
        let client = format!("{reopened}\n{}", scores(&[2.0, 1.0, 2.0], ""));
        let found = |others: &str| {
            let other = format!("{}\n{others}", work(|_| String::new()));
            sample::finding_among(&[client.clone(), other], ON, Code::R1)
        };
        assert_eq!(found(""), None);
        let thanked = "deliverables D-99 due_on=2026-03-01 accepted_on=2026-03-02 acknowledged=yes";
        assert!(found(thanked).is_some());
    }

    #[test]
    fn names_what_is_missing() {
        let blind = |text: &str| sample::blind(text, ON, Code::R1);
        assert_eq!(blind(&work(|_| String::new())), Some(Need::Feedback));
        assert_eq!(blind(&scores(&[2.0, 2.0], "")), Some(Need::Deliverables));
        assert_eq!(blind(&format!("{}\n{}", work(|_| String::new()), scores(&[2.0], ""))), Some(Need::MoreData));
    }
}
