//! A finding in sentences: the words of its sign, with what the detector measured at this client.

use super::Lang;
use crate::store::assessments::Stored;
use domain::money::Money;
use domain::sign::{Arg, Code, Earlier, Need, Value};
use fluent_bundle::FluentValue;

/// What can be said of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The one sentence about this client.
    Say,
    /// How we know.
    Why,
    /// Whether it may be us.
    Reverse,
    /// What would change it.
    Change,
    /// What to do first, where a sign knows a remedy.
    Remedy,
}

impl Part {
    fn word(self) -> &'static str {
        match self {
            Part::Say => "say",
            Part::Why => "why",
            Part::Reverse => "reverse",
            Part::Change => "change",
            Part::Remedy => "remedy",
        }
    }
}

impl Lang {
    /// Returns a part of what is said of a finding at the client named; sums are left out where they are hidden.
    pub fn sign(&self, finding: &Stored, part: Part, name: &str, sees_money: bool) -> Option<String> {
        let key = format!("{}-{}", finding.code.word(), part.word());
        let value = match &finding.value {
            Value::Number(number) => FluentValue::from((number * 100.0).round() / 100.0),
            Value::Label(label) => FluentValue::from(label.clone()),
        };
        let hidden = || FluentValue::from(self.text("sum-hidden"));
        let own = finding.args.iter().map(|(name, arg)| match arg {
            Arg::Money(_) if !sees_money => (name.as_str(), hidden()),
            Arg::Money(money) if !BILLED.contains(&name.as_str()) => {
                (name.as_str(), self.arg(&Arg::Money(about(*money))))
            }
            _ => (name.as_str(), self.arg(arg)),
        });
        let common = [
            ("name", FluentValue::from(name)),
            ("n", FluentValue::from(f64::from(finding.n))),
            ("value", value),
            ("threshold", FluentValue::from(finding.threshold.unwrap_or_default())),
            ("rows", FluentValue::from(f64::from(finding.facts_total))),
        ];
        let args: Vec<(&str, FluentValue)> = common.into_iter().chain(own).collect();
        let is_seasonal = part == Part::Why && args.iter().any(|(name, _)| *name == "season_is");
        let season = if is_seasonal { self.say("sign-season", args.clone()) } else { String::new() };
        let said = self.has(&key).then(|| tidied(&format!("{} {season}", self.say(&key, args))));
        // Key words stand out on pages only.
        if self.isolates { said } else { said.map(|said| said.replace('*', "")) }
    }

    /// Returns the name of a sign.
    pub fn sign_name(&self, code: Code) -> String {
        self.text(&format!("{}-name", code.word()))
    }

    /// Says a finding in a sentence; that a person dismissed it comes first.
    pub fn sign_said(&self, finding: &Stored, name: &str, sees_money: bool, is_dismissed: bool) -> Option<String> {
        let says = self.sign(finding, Part::Say, name, sees_money)?;
        Some(if is_dismissed { format!("{} {says}", self.text("sign-dismissed")) } else { says })
    }

    /// Says which findings of before a review rests on, each with the last day on which it stood; `None` without any.
    pub fn earlier(&self, earlier: &[Earlier]) -> Option<String> {
        let one = |earlier: &Earlier| {
            let args = [("sign", self.sign_name(earlier.code)), ("day", self.day(earlier.last_on))];
            self.say("earlier-sign", args.map(|(name, text)| (name, FluentValue::from(text))))
        };
        let signs: Vec<String> = earlier.iter().map(one).collect();
        let args = [
            ("signs", FluentValue::from(signs.join(&self.text("list-comma")))),
            ("days", FluentValue::from(f64::from(Earlier::DAYS))),
        ];
        (!signs.is_empty()).then(|| self.say("earlier-signs", args))
    }

    /// Returns what a sign would see, for the list of blind spots.
    pub fn sign_sees(&self, code: Code) -> String {
        self.text(&format!("{}-needs", code.word()))
    }

    /// Returns what a blind detector lacks.
    pub fn need(&self, need: Need) -> String {
        self.text(&format!("need-{}", word(need)))
    }

    /// Returns what to do so that a blind detector sees.
    pub fn need_do(&self, need: Need) -> String {
        self.text(&format!("need-{}-do", word(need)))
    }
}

/// Sums that stand so in the books; all others are reckoned, and hundredths would only feign exactness.
const BILLED: [&str; 2] = ["overdue", "unpaid"];

/// Returns a sum in whole units, once there are a hundred of them.
fn about(money: Money) -> Money {
    let whole = money.currency.whole(money.minor);
    if whole.abs() < 100.0 { money } else { Money { minor: money.currency.minor(whole.round()), ..money } }
}

/// Returns the word of a need in messages.
fn word(need: Need) -> String {
    match serde_json::to_value(need) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    }
}

/// Closes the gaps that empty variants leave between sentences, within isolates and between them.
pub fn tidied(text: &str) -> String {
    let mut text = text.trim().to_owned();
    while text.contains("\u{2068}\u{2069}") {
        text = text.replace("\u{2068}\u{2069}", "");
    }
    let mut tidy = String::with_capacity(text.len());
    let mut after_space = true;
    for c in text.chars() {
        let c = if c == '\n' { ' ' } else { c };
        let is_mark = matches!(c, '\u{2066}'..='\u{2069}');
        if !(c == ' ' && after_space) {
            tidy.push(c);
        }
        after_space = c == ' ' || (is_mark && after_space);
    }
    tidy.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Language;
    use domain::money::Currency;
    use domain::sign::Level;

    fn finding(code: Code, args: Vec<(String, Arg)>) -> Stored {
        Stored {
            code,
            level: Level::Finding,
            value: Value::Number(0.61),
            threshold: Some(0.8),
            n: 9,
            confidence: 0.8,
            p: None,
            maybe_ours: false,
            severity: 0.5,
            facts: vec![],
            facts_total: 3,
            args,
        }
    }

    #[test]
    fn a_finding_speaks_both_languages() {
        let args = vec![("share".to_owned(), Arg::Share(0.21)), ("n".to_owned(), Arg::Number(9.0))];
        let d1 = finding(Code::D1, args);
        let say = |language| Lang::plain(language).sign(&d1, Part::Say, "Nakhla", true).expect("D1 has a sentence");
        assert_eq!(
            say(Language::English),
            "Work that nobody agreed to pay for adds 21% to the agreed hours for Nakhla."
        );
        assert!(say(Language::Arabic).contains("21%"));
        assert_eq!(Lang::plain(Language::English).sign(&d1, Part::Remedy, "Nakhla", true), None);
    }

    #[test]
    fn what_a_season_explains_is_said_with_how_we_know() {
        let word = |name: &str, word: &str| (name.to_owned(), Arg::word(word));
        let number = |name: &str, n: f64| (name.to_owned(), Arg::Number(n));
        let mut args = vec![number("after", 24.0), number("messages", 50.0), number("weekend", 3.0)];
        let lang = Lang::plain(Language::English);
        let why = |args: &[(String, Arg)]| {
            lang.sign(&finding(Code::R7, args.to_vec()), Part::Why, "Nakhla", true).expect("R7 says why")
        };
        assert!(!why(&args).contains("Ramadan"));
        args.extend([number("apart", 20.0), word("season", "ramadan"), word("season_is", "earlier")]);
        assert!(why(&args).ends_with(
            "20 of what was compared fell in a season in which much runs otherwise, mostly Ramadan. It was held against \
             the same season of earlier years, and it is worse than then."
        ));
    }

    #[test]
    fn hidden_sums_stay_hidden() {
        let money = Money { minor: 5_520_000, currency: Currency::of("SAR").expect("a currency") };
        let finding = finding(Code::D1, vec![("share".to_owned(), Arg::Money(money))]);
        let lang = Lang::plain(Language::English);
        let said = |sees_money| lang.sign(&finding, Part::Say, "Nakhla", sees_money).expect("D1 has a sentence");
        assert!(said(true).contains("55,200"));
        assert!(!said(false).contains("55,200"));
    }

    #[test]
    fn what_is_reckoned_is_rounded_and_what_was_billed_is_not() {
        let currency = Currency::of("SAR").expect("a currency");
        let lang = Lang::plain(Language::English);
        let check = |name: &str, minor, said: &str| {
            let money = Arg::Money(Money { minor, currency });
            let args = [("rate", "target"), ("overdue", "")].into_iter().flat_map(|(a, b)| [a, b]);
            let args = args.map(|own| (own.to_owned(), if own == name { money.clone() } else { Arg::Number(0.0) }));
            let code = if name == "overdue" { Code::P3 } else { Code::E1 };
            let mut args: Vec<(String, Arg)> = args.collect();
            args.push(("open".to_owned(), Arg::Number(1.0)));
            let sentence = lang.sign(&finding(code, args), Part::Say, "Nakhla", true).expect("a sentence");
            assert!(sentence.contains(said), "{sentence}");
        };
        check("rate", 16_253, "SAR\u{a0}163;");
        check("rate", 9_950, "SAR\u{a0}99.50;");
        check("overdue", 299_050, "SAR\u{a0}2,990.50 is overdue");
    }

    #[test]
    fn every_need_has_words_in_both_languages() {
        for language in [Language::Arabic, Language::English] {
            let lang = Lang::plain(language);
            for need in [Need::Invoices, Need::MessageTimes, Need::Stale, Need::MoreData] {
                assert!(!lang.need(need).contains('['), "{need:?}");
                assert!(!lang.need_do(need).contains('['), "{need:?}");
            }
        }
    }

    #[test]
    fn gaps_are_closed() {
        let check = |text: &str, tidy: &str| assert_eq!(tidied(text), tidy);
        check(" One.  \n Two. \u{2068}\u{2069} Three.", "One. Two. Three.");
        check(
            "One. \u{2068}\u{2068}\u{2069} \u{2068}Two.\u{2069}\u{2069} ",
            "One. \u{2068}\u{2068}Two.\u{2069}\u{2069}",
        );
    }
}
