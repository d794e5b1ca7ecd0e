//! From one client's records to its assessment: measured alone, judged against the portfolio, put in an order.

use super::portfolio;
use super::{
    Arg, Baseline, Blind, Code, Decided, Draft, Earlier, Episode, Family, Finding, Level, Measured, Need, Policy, Rule,
    Scene, Value, delivery, effort, episode, late_chance, payment, trust,
};
use crate::days::Day;
use crate::firm::Firm;
use crate::record::History;

/// How a client's findings are to be taken (DOMAIN 3.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Gravity {
    /// A review must be opened; only those who may see the report know.
    Critical,
    /// A review should be opened.
    Questionable,
    None,
}

/// What is known of one client on one day.
#[derive(Clone, Debug, PartialEq)]
pub struct Assessment {
    pub client: String,
    pub name: String,
    pub gravity: Gravity,
    /// Findings of before without which no review would be asked for.
    pub earlier: Vec<Earlier>,
    /// The codes of the findings that a person dismissed: they stay, and ask for no review.
    pub dismissed: Vec<Code>,
    /// 0 to 1; sorts the list and decides nothing.
    pub priority: f64,
    /// The chance that the next invoice is paid late, 0 to 1; `None` without a decided invoice.
    pub late_chance: Option<f64>,
    /// The gravest first.
    pub findings: Vec<Finding>,
    pub blind: Vec<Blind>,
}

/// Tells whether too little is seen of a client to say anything: no sign that counts, and not even whether it pays.
pub fn is_unseen(level: Option<Level>, blind: impl IntoIterator<Item = Code>) -> bool {
    let untold = |code: &Code| matches!(code, Code::P3 | Code::P5);
    level.is_none() && blind.into_iter().filter(untold).count() == 2
}

/// Assesses one client against a stored portfolio; pure.
pub fn assess(history: &History, baseline: &Baseline, firm: &Firm, policy: &Policy, on: Day) -> Assessment {
    judge(measure(history, firm, policy, on), baseline, policy, on)
}

/// Runs every detector over one client's records, which must hold only what was known on `on`.
pub fn measure(history: &History, firm: &Firm, policy: &Policy, on: Day) -> Measured {
    let scene = Scene::new(history, firm, policy, on);
    let mut out = Measured::default();
    if let Some(client) = &history.client {
        out.client = client.id.to_string();
        out.name = client.name.to_string();
    }
    out.decided = Decided::of(&scene.ledger, on, policy);
    out.tally.payments = history.payments.len() as u32;
    out.tally.last_day = history.last_day();
    if out.tally.last_day.is_some_and(|last| last <= scene.since) {
        Code::ALL
            .iter()
            .filter(|code| code.family() != Family::Critical)
            .for_each(|code| out.blind(*code, Need::Stale));
    } else {
        delivery::measure(&scene, &mut out);
        payment::measure(&scene, &mut out);
        effort::measure(&scene, &mut out);
        trust::measure(&scene, &mut out);
    }
    out
}

/// Judges what was measured against the portfolio.
pub fn judge(measured: Measured, baseline: &Baseline, policy: &Policy, on: Day) -> Assessment {
    let knows_payments = baseline.knows_payments(measured.tally.payments);
    let measured = if knows_payments { measured } else { measured.without_payments() };
    let Measured { client, name, drafts, mut blind, quality, tally, decided } = measured;
    let ours = quality.is_some_and(|quality| quality < policy.general.quality_guard);
    let mut findings: Vec<Finding> = drafts
        .into_iter()
        .filter_map(|draft| {
            let code = draft.code;
            portfolio::hold_against(draft, &tally, baseline, policy.rule(code))
                .inspect_err(|needs| {
                    if let Some(needs) = needs {
                        blind.push(Blind { code, needs: *needs });
                    }
                })
                .ok()
        })
        .map(|draft| settle(draft, policy, on, ours))
        .collect();
    weigh(&mut findings, policy);
    let gravity = gravity(findings.iter(), &[]);
    findings.sort_by(|a, b| {
        (b.level, b.severity * b.confidence)
            .partial_cmp(&(a.level, a.severity * a.confidence))
            .expect("severity and confidence are finite")
            .then(a.code.cmp(&b.code))
    });
    blind.sort_unstable_by_key(|b| b.code);
    let late_chance = late_chance(&decided, baseline);
    let (earlier, dismissed, priority) = (vec![], vec![], priority(&findings));
    Assessment { client, name, gravity, earlier, dismissed, priority, late_chance, findings, blind }
}

impl Assessment {
    /// Counts what people and the days before say of it, by the client's episodes: a dismissed finding asks for no review,
    /// and two families ask for one though not on one day (DOMAIN 3.3).
    pub fn recalling(self, episodes: &[Episode], policy: &Policy, on: Day) -> Assessment {
        let is_dismissed = |f: &&Finding| episode::is_dismissed(episodes, f, on, policy.general.episode_days);
        let standing = self.findings.iter().filter(|f| !is_dismissed(f));
        let alone = gravity(standing.clone(), &[]);
        let speaks = |family: Family| standing.clone().any(|f| f.asks_for_review() && f.code.family() == family);
        let mut earlier = Earlier::of(episodes, on);
        earlier.retain(|earlier| !speaks(earlier.code.family()));
        let gravity = gravity(standing.clone(), &earlier);
        if gravity == alone {
            earlier.clear();
        }
        let dismissed = self.findings.iter().filter(is_dismissed).map(|f| f.code).collect();
        Assessment { gravity, earlier, dismissed, ..self }
    }

    /// Compares in the order of the list: gravity, priority, late_chance, client (RULINGS 28).
    pub fn worst_first(a: &Assessment, b: &Assessment) -> std::cmp::Ordering {
        a.gravity
            .cmp(&b.gravity)
            .then(b.priority.total_cmp(&a.priority))
            .then(b.late_chance.unwrap_or(-1.0).total_cmp(&a.late_chance.unwrap_or(-1.0)))
            .then_with(|| a.client.cmp(&b.client))
    }
}

/// Families whose complaints may be our own doing when our quality is low (DOMAIN 3.0, attribution guard).
fn guarded(code: Code) -> bool {
    use Code::*;
    matches!(code, P3 | P5 | P6 | P7 | P8 | P9 | D2 | D7 | R1 | R2 | R3 | R4 | R5 | R11)
}

/// Tells whether a detector itself found the cause on our side: it says so to the reader as `basis`.
fn rests_on_us(args: &[(&'static str, Arg)]) -> bool {
    args.iter().any(|(name, arg)| *name == "basis" && matches!(arg, Arg::Word(word) if word == "ours"))
}

/// Makes a draft a finding; its confidence is still that of its own data.
fn settle(draft: Draft, policy: &Policy, on: Day, ours: bool) -> Finding {
    let rule = policy.rule(draft.code);
    let level = draft.level.unwrap_or(Level::Watch);
    let age = f64::from(on.since(draft.newest).max(0));
    let recency = 0.5f64.powf(age / policy.general.recency_half_life_days);
    let severity = match draft.value {
        Value::Number(value) if on_scale(draft.threshold, rule) => severity(level, value, rule),
        _ => base(level),
    };
    Finding {
        code: draft.code,
        level,
        value: draft.value,
        threshold: draft.threshold,
        n: draft.n,
        confidence: sufficiency(draft.data, rule).min(draft.grade).min(recency),
        p: draft.p,
        maybe_ours: (ours && guarded(draft.code)) || rests_on_us(&draft.args),
        severity,
        facts: draft.facts,
        args: draft.args,
    }
}

/// Lowers confidence where only one family speaks, and lets low confidence only watch (DOMAIN 3.0).
fn weigh(findings: &mut [Finding], policy: &Policy) {
    let families = |findings: &[Finding]| {
        let mut speaking: Vec<Family> =
            findings.iter().filter(|f| !f.only_informs()).map(|f| f.code.family()).collect();
        speaking.sort_unstable();
        speaking.dedup();
        speaking.len()
    };
    let corroborated = if families(findings) >= 2 { 1.0 } else { policy.general.single_family };
    for finding in findings {
        finding.confidence = finding.confidence.min(corroborated);
        if finding.confidence < Finding::CONFIDENCE_LOW && finding.level > Level::Watch {
            finding.level = Level::Watch;
            finding.severity = finding.severity.min(base(Level::Finding));
        }
    }
}

/// Applies DOMAIN 3.3: any severe of at least medium confidence, or findings in two families, those of before included.
fn gravity<'a>(findings: impl Iterator<Item = &'a Finding> + Clone, earlier: &[Earlier]) -> Gravity {
    let counts = findings.filter(|f| f.asks_for_review());
    let severe = counts.clone().any(|f| f.level == Level::Severe && f.confidence >= Finding::CONFIDENCE_LOW);
    let mut families: Vec<Family> =
        counts.map(|f| f.code).chain(earlier.iter().map(|earlier| earlier.code)).map(Code::family).collect();
    families.sort_unstable();
    families.dedup();
    if severe || families.len() >= 2 { Gravity::Questionable } else { Gravity::None }
}

/// Returns 1 - prod(1 - severity x confidence) over the families, each by its strongest finding (DOMAIN 3.0).
fn priority(findings: &[Finding]) -> f64 {
    let strongest = |family: Family| {
        let own = findings.iter().filter(|f| f.code.family() == family && !f.only_informs());
        own.map(|f| f.severity * f.confidence).fold(0.0, f64::max)
    };
    1.0 - Family::ALL.into_iter().map(|family| 1.0 - strongest(family)).product::<f64>()
}

/// Returns .5 at the least amount of data that a detector speaks on, 1 from the amount that adds no more.
fn sufficiency(data: f64, rule: &Rule) -> f64 {
    if rule.data_good <= rule.data_min {
        1.0
    } else {
        0.5 + 0.5 * ((data - rule.data_min) / (rule.data_good - rule.data_min)).clamp(0.0, 1.0)
    }
}

/// Tells whether a value is on the scale of the rule's levels; a trend or a sum has a threshold of its own.
fn on_scale(threshold: Option<f64>, rule: &Rule) -> bool {
    threshold.is_some_and(|threshold| [rule.watch, rule.finding, rule.severe].contains(&threshold))
}

/// Returns the severity at which a level begins (RULINGS 28).
fn base(level: Level) -> f64 {
    match level {
        Level::Watch => 0.25,
        Level::Finding => 0.5,
        Level::Severe => 0.75,
    }
}

/// Returns the severity of a value: linear between the thresholds, 1 at twice the severe one, kept within its level.
fn severity(level: Level, value: f64, rule: &Rule) -> f64 {
    let worst = if rule.severe >= rule.watch { 2.0 * rule.severe } else { rule.severe / 2.0 };
    let steps = [(rule.watch, 0.25), (rule.finding, 0.5), (rule.severe, 0.75), (worst, 1.0)];
    let between = steps.windows(2).rev().find_map(|pair| {
        let [(from, low), (to, high)] = [pair[0], pair[1]];
        let share = (value - from) / (to - from);
        (to != from && share >= 0.0).then(|| low + (high - low) * share.min(1.0))
    });
    between.unwrap_or(0.25).clamp(base(level), base(level) + 0.25)
}

/// Returns the probability of chance that a draft's level rests on, once the portfolio is known; nothing where it takes
/// payments and there are none.
pub(super) fn p_against(draft: &Draft, tally: &super::Tally, baseline: &Baseline) -> Option<f64> {
    let is_told = baseline.knows_payments(tally.payments) || !draft.code.rests_on_payments();
    draft.p.or_else(|| portfolio::rate_p(draft, tally, baseline)).filter(|_| is_told)
}

/// Returns a named number of a finding's sentence.
pub fn arg<'a>(finding: &'a Finding, name: &str) -> Option<&'a Arg> {
    finding.args.iter().find(|(key, _)| *key == name).map(|(_, arg)| arg)
}

#[cfg(test)]
mod tests {
    use super::super::{Facts, State};
    use super::*;

    fn finding(code: Code, level: Level) -> Finding {
        Finding {
            code,
            level,
            value: Value::Number(1.0),
            threshold: None,
            n: 9,
            confidence: 0.8,
            p: None,
            maybe_ours: false,
            severity: base(level),
            facts: Facts::default(),
            args: vec![],
        }
    }

    fn day(iso: &str) -> Day {
        Day::from_iso(iso).expect("a day")
    }

    fn assessment(today: &[(Code, Level)]) -> Assessment {
        let findings: Vec<Finding> = today.iter().map(|(code, level)| finding(*code, *level)).collect();
        Assessment {
            client: "C1".into(),
            name: "C1".into(),
            gravity: super::gravity(findings.iter(), &[]),
            earlier: vec![],
            dismissed: vec![],
            priority: 0.0,
            late_chance: None,
            findings,
            blind: vec![],
        }
    }

    fn seen(code: Code, state: State, decided_level: Option<Level>) -> Episode {
        let on = day("2026-05-01");
        Episode {
            client: "C1".into(),
            code,
            number: 1,
            first_on: on,
            last_on: on,
            level: Level::Finding,
            policy: 1,
            state,
            decided_level,
            found: Some((on, on)),
        }
    }

    fn check(today: &[(Code, Level)], before: &[Code], gravity: Gravity, counted: &[Code]) {
        let before: Vec<Episode> = before.iter().map(|code| seen(*code, State::Observed, None)).collect();
        let recalled = assessment(today).recalling(&before, &Policy::standard(), day("2026-05-02"));
        let codes: Vec<Code> = recalled.earlier.iter().map(|earlier| earlier.code).collect();
        assert_eq!((recalled.gravity, codes.as_slice()), (gravity, counted), "{today:?} {before:?}");
    }

    #[test]
    fn what_was_dismissed_asks_for_no_review_on_the_day_nor_later() {
        use Code::*;
        let of = |today: &[(Code, Level)], decided: Level, on: &str| {
            let before = [seen(P5, State::Dismissed, Some(decided)), seen(R3, State::Observed, None)];
            let recalled = assessment(today).recalling(&before, &Policy::standard(), day(on));
            (recalled.gravity, recalled.dismissed, recalled.findings.len())
        };
        let severe = [(P5, Level::Severe)];
        assert_eq!(of(&severe, Level::Severe, "2026-05-02"), (Gravity::None, vec![P5], 1));
        let two = [(P5, Level::Finding), (R3, Level::Finding)];
        assert_eq!(of(&two, Level::Finding, "2026-05-01"), (Gravity::None, vec![P5], 2));
        // Once it is graver, or comes back after its episode has ended, it counts again.
        assert_eq!(of(&severe, Level::Finding, "2026-05-02"), (Gravity::Questionable, vec![], 1));
        assert_eq!(of(&severe, Level::Severe, "2026-06-30"), (Gravity::None, vec![P5], 1));
        assert_eq!(of(&severe, Level::Severe, "2026-07-01"), (Gravity::Questionable, vec![], 1));
    }

    #[test]
    fn two_families_ask_for_a_review_though_not_on_one_day() {
        use Code::*;
        check(&[(P5, Level::Finding)], &[], Gravity::None, &[]);
        check(&[(P5, Level::Finding)], &[R3], Gravity::Questionable, &[R3]);
        check(&[(P5, Level::Finding)], &[P6, R3, R4], Gravity::Questionable, &[R3, R4]);
        check(&[(P5, Level::Finding)], &[P6], Gravity::None, &[]);
        check(&[(P5, Level::Watch)], &[P6], Gravity::None, &[]);
        check(&[(P5, Level::Watch)], &[P6, R3], Gravity::Questionable, &[P6, R3]);
        check(&[(E6, Level::Severe)], &[R3], Gravity::None, &[]);
        check(&[], &[E1, D1], Gravity::Questionable, &[E1, D1]);
        // Where the day alone asks for one, nothing of before does.
        check(&[(P5, Level::Severe)], &[R3], Gravity::Questionable, &[]);
        check(&[(P5, Level::Finding), (E1, Level::Finding)], &[R3], Gravity::Questionable, &[]);
    }
}
