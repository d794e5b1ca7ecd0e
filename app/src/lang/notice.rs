//! A notice read aloud: what it comes to, each step of its trace, and what is wrong with its inputs.

use super::Lang;
use domain::days::Day;
use domain::days::calendar::Calendar;
use domain::days::hijri::Hijri;
use domain::days::place;
use domain::separation::notice::{Deemed, InputError, Notice, Step, StepKind, Wrong};
use domain::separation::service::Service;
use fluent_bundle::FluentValue;

/// How a clause says that a notice sent by post or courier counts as received on the second business day.
const RULE_SHAPE: &str = r#"{"rule":"nth_business_day","n":2}"#;

/// How long a term is.
const LENGTH_SHAPE: &str = r#"{"length":1,"unit":"year"}"#;

impl Lang {
    /// Returns what a notice comes to, a sentence each.
    pub fn notice(&self, notice: &Notice) -> Vec<String> {
        let day =
            |key: &str, day: Option<Day>| day.map(|day| self.say(key, [("day", FluentValue::from(self.weekday(day)))]));
        let last = match notice.last_lawful_receipt {
            Some(last) if last < notice.received_on => vec![day("notice-too-late", Some(last))],
            Some(last) => vec![
                day("notice-last-receipt", Some(last)),
                day("notice-last-dispatch", notice.last_lawful_dispatch),
                day("notice-last-safe", notice.last_safe_dispatch),
            ],
            None if notice.trace.iter().any(|step| step.step == StepKind::NoLastReceipt) => {
                vec![Some(self.text("notice-never"))]
            }
            None => vec![],
        };
        let early = notice.first_lawful_receipt.filter(|first| *first > notice.received_on);
        let opens = match early {
            Some(first) => day("notice-too-early", Some(first)),
            None => day("notice-first-dispatch", notice.first_lawful_dispatch),
        };
        let told = |kind: StepKind| notice.trace.iter().find(|step| step.step == kind);
        let by = if told(StepKind::TermEnd).is_some() { "notice-ends-term" } else { "notice-ends" };
        let ends = notice.effective_on.map(|end| self.ends(by, end));
        let later = told(StepKind::NextTerm).map(|step| self.step_alone(step));
        let first = [day("notice-received", Some(notice.received_on)), ends, later];
        first.into_iter().chain([opens]).chain(last).flatten().map(|said| self.plainly(&said)).collect()
    }

    /// Returns the end in both calendars; without a Hijri day where the table does not reach.
    fn ends(&self, key: &str, end: Day) -> String {
        let args = [("day", FluentValue::from(self.weekday(end))), ("hijri", FluentValue::from(self.hijri_day(end)))];
        let key = if Hijri::of(end).is_some() { key.to_owned() } else { format!("{key}-gregorian") };
        self.say(&key, args)
    }

    /// Returns a step as a sentence, with who says that its rule holds.
    pub fn notice_step(&self, step: &Step) -> String {
        let source = self.text(&format!("notice-source-{}", step.source.word()));
        let args = [("said", FluentValue::from(self.step_alone(step))), ("source", FluentValue::from(source))];
        self.say("notice-step-by", args)
    }

    fn step_alone(&self, step: &Step) -> String {
        let (word, rest) = step.rule.split_once(' ').unwrap_or((&step.rule, ""));
        let key = format!("notice-step-{}", step.step.word());
        let key = match step.step {
            StepKind::Start | StepKind::Align | StepKind::Roll | StepKind::TermEnd => format!("{key}-{word}"),
            StepKind::Unlisted if !step.to.is_empty() => format!("{key}-from"),
            _ => key,
        };
        let args = [
            ("from", self.when(&step.from)),
            ("to", self.when(&step.to)),
            ("day", self.when(&step.to)),
            ("place", self.places(&step.from)),
            ("places", self.places(&step.rule)),
            ("rule", self.rule(word, rest)),
            ("length", self.length(&step.rule)),
            ("what", self.moved(step)),
        ];
        self.say(&key, args.map(|(name, value)| (name, FluentValue::from(value))))
    }

    /// Returns a day, with its time where one is stated.
    fn when(&self, written: &str) -> String {
        let Some(day) = Day::from_iso(written) else { return self.text("notice-no-day") };
        match written.split_once('T') {
            Some((_, time)) => {
                let time = self.written(time.get(..5).unwrap_or(time));
                let args = [("day", FluentValue::from(self.weekday(day))), ("time", FluentValue::from(time))];
                self.say("notice-at", args)
            }
            None => self.weekday(day),
        }
    }

    /// Returns places by their names.
    fn places(&self, codes: &str) -> String {
        let known = codes.split(' ').filter(|code| place::zone_of(code).is_some());
        let names = known.map(|code| self.text(&format!("place-{code}")));
        names.collect::<Vec<_>>().join(&self.text("table-comma"))
    }

    /// Returns by which way a notice is served, and when it then counts as received.
    pub fn service(&self, service: &Service) -> String {
        let method = self.text(&format!("notice-method-{}", service.method.word()));
        match service.deemed.map(|deemed| FluentValue::from(self.deemed(deemed))) {
            Some(rule) => self.say("notice-service", [("method", FluentValue::from(method)), ("rule", rule)]),
            None => method,
        }
    }

    /// Returns when a notice counts as received.
    pub fn deemed(&self, deemed: Deemed) -> String {
        let rule = deemed.word();
        let (word, rest) = rule.split_once(' ').unwrap_or((&rule, ""));
        self.rule(word, rest)
    }

    /// Returns a rule of receipt: `nth_business_day 2`.
    fn rule(&self, word: &str, rest: &str) -> String {
        let key = format!("notice-rule-{word}");
        if !self.has(&key) {
            return String::new();
        }
        let n = FluentValue::from(rest.parse::<f64>().unwrap_or_default());
        let args = [("n", n), ("time", FluentValue::from(self.written(rest)))];
        let has_time = word == "same_day" && !rest.is_empty();
        if has_time { self.say("notice-rule-same_day-before", args) } else { self.say(&key, args) }
    }

    /// Returns a length with whose days it counts: `6 business_day both`.
    fn length(&self, rule: &str) -> String {
        let mut parts = rule.split(' ');
        let count = parts.next().and_then(|count| count.parse::<f64>().ok());
        let (Some(count), Some(unit)) = (count, parts.next()) else { return String::new() };
        let length = self.say(&format!("notice-length-{unit}"), [("n", FluentValue::from(count))]);
        match parts.next() {
            Some(whose) => self.say(&format!("notice-counted-{whose}"), [("length", FluentValue::from(length))]),
            None => length,
        }
    }

    fn moved(&self, step: &Step) -> String {
        match step.step {
            StepKind::Tentative => self.text(&format!("notice-moved-{}", step.rule)),
            _ => String::new(),
        }
    }

    /// Returns where an input stands: its path, its line and its column.
    pub fn notice_place(&self, error: &InputError) -> String {
        let spot = error.spot.map(|spot| {
            let number = |n: u32| FluentValue::from(self.digits(n.into()));
            self.say("notice-spot", [("line", number(spot.line)), ("column", number(spot.column))])
        });
        let parts = [error.path.clone(), spot.unwrap_or_default()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(&self.text("table-comma"))
    }

    /// Returns what is wrong with an input of a notice, and what to do.
    pub fn notice_wrong(&self, error: &InputError) -> String {
        let key = format!("notice-wrong-{}", error.wrong.code());
        let (key, what) = match &error.wrong {
            Wrong::Unreadable(why) => (key, why.clone()),
            Wrong::Unknown { near: Some(near) } => (format!("{key}-near"), (*near).to_owned()),
            Wrong::NotOneOf(words) => (key, words.join(" | ")),
            Wrong::NotPlace => (key, Calendar::places().join(" ")),
            Wrong::OutsideYears(first, last) => {
                (key, format!("{}–{}", self.digits((*first).into()), self.digits((*last).into())))
            }
            Wrong::Below(limit) | Wrong::Above(limit) => (key, self.number(f64::from(*limit), 0)),
            Wrong::TooMany(most) => (key, self.number(*most as f64, 0)),
            Wrong::Needs(other) | Wrong::Before(other) => (key, (*other).to_owned()),
            Wrong::NextTerm => (key, LENGTH_SHAPE.to_owned()),
            Wrong::NoRule => (key, RULE_SHAPE.to_owned()),
            _ => (key, String::new()),
        };
        self.say(&key, [("what", FluentValue::from(what))])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Language;
    use domain::separation::notice::{compute, read};

    const PLAIN: &str = r#"{"sent_at":"2026-01-15T23:30","from":"EG","to":"AE","length":6,"unit":"business_day",
        "deemed":{"rule":"same_day","cutoff":"17:00"},"term_ends_on":"2026-12-31","clear_days":true,"roll":"following",
        "pack_holidays":true,"not_less_than_before_end":{"length":2,"unit":"month"}}"#;

    #[test]
    fn each_step_is_a_whole_sentence_in_both_languages() {
        let variants = [
            PLAIN.to_owned(),
            PLAIN.replace("\"AE\"", "\"FR\"").replace("2026-01-15T", "2026-03-13T").replace("\"EG\"", "\"SA\""),
            PLAIN.replace("\"roll\":\"following\"", "\"align\":\"quarter_end\",\"start\":\"first_of_next_month\""),
            PLAIN
                .replace("\"roll\"", "\"earliest_end_on\":\"2027-02-05\",\"roll\"")
                .replace("\"following\"", "\"preceding\""),
            PLAIN
                .replace("{\"length\":2,\"unit\":\"month\"}", "null")
                .replace("\"roll\"", "\"earliest_end_on\":\"2027-02-05\",\"roll\""),
            PLAIN.replace("\"unit\":\"business_day\"", "\"unit\":\"hijri_month\""),
            PLAIN.replace("\"roll\"", "\"ends_with\":\"term\",\"renews\":false,\"roll\""),
            PLAIN
                .replace("\"roll\"", "\"ends_with\":\"term\",\"renews_for\":{\"length\":1,\"unit\":\"year\"},\"roll\"")
                .replace("2026-01-15", "2026-11-15"),
        ];
        for lang in [Lang::plain(Language::English), Lang::plain(Language::Arabic)] {
            for text in &variants {
                let notice = compute(&read(text).unwrap_or_else(|errors| panic!("{text}: {errors:?}")));
                let steps: Vec<String> = notice.trace.iter().map(|step| lang.notice_step(step)).collect();
                for said in steps.iter().chain(&lang.notice(&notice)) {
                    // A key that is missing shows in brackets; a value that is missing leaves a gap.
                    let gap =
                        ["[", "  ", ", .", "، .", " :", "()", "{", "Unknown"].iter().find(|gap| said.contains(**gap));
                    assert_eq!(gap, None, "{said}");
                }
            }
        }
    }

    #[test]
    fn days_are_said_with_their_weekday() {
        let english = Lang::plain(Language::English);
        let notice = compute(&read(PLAIN).expect("sound"));
        let first = english.notice_step(&notice.trace[0]);
        assert_eq!(
            first,
            "Thursday 15 January 2026, 23:30 on the sender’s clock was Friday 16 January 2026, 01:30 on the recipient’s. (time zones)"
        );
        assert_eq!(english.notice(&notice)[0], "The notice counts as received on Friday 16 January 2026.");
    }

    #[test]
    fn every_fault_has_its_words() {
        for (text, says) in [
            ("{", "no JSON"),
            (r#"{"lenght":1}"#, "Perhaps length"),
            (r#"{"from":"DJ"}"#, "AE AT BE"),
            (r#"{"method":"courier"}"#, RULE_SHAPE),
            (
                r#"{"sent_at":"2026-01-15T10:00","from":"EG","to":"EG","method":"hand","length":0,"unit":"day"}"#,
                "1 or more",
            ),
        ] {
            let errors = read(text).expect_err("not sound");
            for lang in [Lang::plain(Language::English), Lang::plain(Language::Arabic)] {
                for said in errors.iter().map(|error| lang.notice_wrong(error)) {
                    assert!(!said.starts_with('[') && !said.contains("{ $"), "{said}");
                }
            }
            let english = Lang::plain(Language::English);
            let said: Vec<String> = errors.iter().map(|error| english.notice_wrong(error)).collect();
            assert!(said.iter().any(|said| said.contains(says)), "{says}: {said:?}");
        }
    }
}
