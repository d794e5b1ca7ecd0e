//! What ending costs in sentences: scenarios, futures out of a hundred, inputs, and what is wrong with them.

use super::Lang;
use domain::exit::{
    Advice, Caution, InputError, Key, Origin, Outlook, Scenario, Simulation, Stated, Swing, Unit, Wrong,
};
use domain::money::{Currency, Money};
use fluent_bundle::FluentValue;

impl Lang {
    /// Returns the name of a scenario.
    pub fn scenario(&self, scenario: Scenario) -> String {
        self.text(&format!("scenario-{}", scenario.word()))
    }

    /// Returns in how many of a hundred futures cash falls below zero, and when.
    pub fn below_zero(&self, outlook: &Outlook) -> String {
        let [kind, n] = of_100(outlook.p_cash_below_zero);
        let month = f64::from(outlook.below_zero_median_month.unwrap_or_default());
        self.plainly(&self.say("future-below", [kind, n, ("month", FluentValue::from(month))]))
    }

    /// Returns a share of futures as so many of a hundred.
    pub fn of_100(&self, share: f64) -> String {
        self.say("future-of-100", of_100(share))
    }

    /// Returns the name of an input.
    pub fn input(&self, key: Key) -> String {
        self.text(&format!("input-{}", key.path().replace('.', "-")))
    }

    /// Returns an input's figure with its unit.
    pub fn input_value(&self, key: Key, value: f64, currency: Option<Currency>) -> String {
        match key.bounds().unit {
            Unit::Money => self.whole_sum(value, currency),
            Unit::Share => self.percent(value),
            Unit::Months => self.say("input-in-months", [("n", self.counted(value))]),
            Unit::Hours => self.say("input-in-hours", [("n", self.counted(value))]),
            Unit::Times | Unit::Count => self.number(value, 2),
        }
    }

    /// Returns a reckoned sum in whole units, for hundredths would only feign exactness.
    pub fn whole_sum(&self, value: f64, currency: Option<Currency>) -> String {
        match currency {
            Some(currency) => {
                let sum = self.money(Money { minor: currency.minor(value.round()), currency });
                // Without the mark the minus would stand behind the number where the currency is written in Arabic.
                if value < 0.0 && self.isolates { format!("\u{200e}{sum}") } else { sum }
            }
            None => self.number(value, 0),
        }
    }

    /// Returns until when a replacement must be signed, and how often it is.
    pub fn indifference(&self, simulation: &Simulation) -> Option<String> {
        let months = simulation.indifference_months?;
        let kind = if months <= 0.0 {
            "never"
        } else if months >= f64::from(simulation.horizon_months) {
            "always"
        } else {
            "until"
        };
        let in_time = simulation.p_replaced_before_indifference.unwrap_or_default();
        let said = self.say(
            "exit-indifference",
            [
                ("kind", FluentValue::from(kind)),
                ("months", FluentValue::from(self.number(months, 1))),
                ("n", FluentValue::from(self.of_100(in_time))),
            ],
        );
        Some(self.plainly(&said))
    }

    /// Returns what the figures say of talking first.
    pub fn advice(&self, simulation: &Simulation) -> String {
        let verdict = &simulation.verdict;
        let (key, turned) = match verdict.advice {
            Advice::RepairLeads => ("advice-leads", "none"),
            Advice::RepairClose if verdict.turned_by.is_some() => ("advice-close", "one"),
            Advice::RepairClose => ("advice-close", "none"),
            Advice::EndingLeads => ("advice-ending", "none"),
            Advice::RepairUnknown => ("advice-unknown", "none"),
        };
        let args = [
            ("scenario", FluentValue::from(self.scenario(simulation.best_ending()))),
            ("turned", FluentValue::from(turned)),
            ("input", FluentValue::from(verdict.turned_by.map(|key| self.input(key)).unwrap_or_default())),
            ("n", FluentValue::from(self.of_100(verdict.repair_wins.unwrap_or_default()))),
        ];
        self.plainly(&self.say(key, args))
    }

    /// Returns what deciding a month later leaves.
    pub fn waiting(&self, simulation: &Simulation, currency: Option<Currency>) -> String {
        let more = simulation.waiting_one_month.round();
        let kind = if more > 0.0 {
            "gains"
        } else if more < 0.0 {
            "costs"
        } else {
            "same"
        };
        let sum = self.whole_sum(more.abs(), currency);
        self.say("exit-waiting", [("kind", FluentValue::from(kind)), ("sum", FluentValue::from(sum))])
    }

    /// Returns what one input changes.
    pub fn swing(&self, swing: &Swing, currency: Option<Currency>) -> String {
        let side = |npv: f64| if npv < 0.0 { "less" } else { "more" };
        let sum = |npv: f64| FluentValue::from(self.whole_sum(npv.abs(), currency));
        let value = |value: f64| FluentValue::from(self.input_value(swing.key, value, currency));
        let args = [
            ("input", FluentValue::from(self.input(swing.key))),
            ("low", value(swing.low)),
            ("high", value(swing.high)),
            ("sum_low", sum(swing.npv_low)),
            ("sum_high", sum(swing.npv_high)),
            ("side_low", FluentValue::from(side(swing.npv_low))),
            ("side_high", FluentValue::from(side(swing.npv_high))),
        ];
        let said = self.say("exit-swing", args);
        let Some(rank) = swing.rank else { return said };
        let rank = [("rank", FluentValue::from(self.number(rank, 2)))];
        format!("{said} {}", self.say("exit-swing-rank", rank))
    }

    /// Returns which inputs come from own history, and which are assumed.
    pub fn origins(&self, inputs: &[Stated]) -> Vec<String> {
        let of = |origin: Origin| {
            let given = inputs.iter().filter(|stated| stated.origin == origin && stated.value != 0.0);
            given.map(|stated| self.input(stated.key)).collect::<Vec<_>>().join(&self.text("table-comma"))
        };
        let said = [("exit-from-history", of(Origin::History)), ("exit-assumed", of(Origin::Assumption))];
        let named = said.into_iter().filter(|(_, names)| !names.is_empty());
        named.map(|(key, names)| self.say(key, [("what", FluentValue::from(names))])).collect()
    }

    /// Returns what is worth a second look.
    pub fn caution(&self, caution: Caution) -> String {
        self.text(match caution {
            Caution::CostsAboveFixed => "caution-costs",
            Caution::StagesBeyondHorizon => "caution-stages",
            Caution::ContractBeyondHorizon => "caution-contract",
            Caution::NoReplacement => "caution-replacement",
        })
    }

    /// Returns what is wrong with an input, and what to do.
    pub fn wrong(&self, error: &InputError) -> String {
        let text = |what: &str| ("what", FluentValue::from(what.to_owned()));
        let limit = |limit: f64| ("what", FluentValue::from(self.number(limit, 2)));
        let share = Key::of(&error.path).is_some_and(|key| key.bounds().unit == Unit::Share);
        let (key, what) = match &error.wrong {
            Wrong::Unreadable(why) => ("wrong-unreadable", text(why)),
            Wrong::Missing => ("wrong-missing", text("")),
            Wrong::Unknown { near: Some(near) } => ("wrong-unknown-near", text(near)),
            Wrong::Unknown { near: None } => ("wrong-unknown", text("")),
            Wrong::NotNumber => ("wrong-not-number", text("")),
            Wrong::NotWhole => ("wrong-not-whole", text("")),
            Wrong::NotFinite => ("wrong-not-finite", text("")),
            Wrong::NotText => ("wrong-not-text", text("")),
            Wrong::NotList => ("wrong-not-list", text("")),
            Wrong::NotTable => ("wrong-not-table", text("")),
            Wrong::NotOneOf(words) => ("wrong-not-one-of", text(&words.join(" | "))),
            Wrong::NotCurrency => ("wrong-not-currency", text("")),
            Wrong::NotDay => ("wrong-not-day", text("")),
            Wrong::NotRange => ("wrong-not-range", text("")),
            Wrong::Above(_) if share => ("wrong-share", text("")),
            Wrong::Below(least) => ("wrong-below", limit(*least)),
            Wrong::Above(most) => ("wrong-above", limit(*most)),
            Wrong::Empty => ("wrong-empty", text("")),
            Wrong::TooMany(most) => ("wrong-too-many", limit(*most as f64)),
            Wrong::Unordered => ("wrong-unordered", text("")),
            Wrong::Beside(other) => ("wrong-beside", text(other)),
            Wrong::Needs(other) => ("wrong-needs", text(other)),
        };
        self.say(key, [what])
    }

    /// Returns a number of things; what is not whole takes the form of no number in particular.
    fn counted(&self, value: f64) -> FluentValue<'static> {
        let tenths = (value * 10.0).round() / 10.0;
        if tenths.fract() == 0.0 { FluentValue::from(tenths) } else { FluentValue::from(self.number(tenths, 1)) }
    }

    /// Key words stand out on pages only.
    pub(super) fn plainly(&self, said: &str) -> String {
        if self.isolates { said.to_owned() } else { said.replace('*', "") }
    }
}

/// Returns how a share is spoken of: the kind of number it is, and the number out of a hundred.
pub fn of_100(share: f64) -> [(&'static str, FluentValue<'static>); 2] {
    let n = (share * 100.0).round();
    let kind = if share <= 0.0 {
        "none"
    } else if share >= 1.0 {
        "all"
    } else if n < 1.0 {
        "few"
    } else if n > 99.0 {
        "most"
    } else {
        "some"
    };
    [("kind", FluentValue::from(kind)), ("n", FluentValue::from(n))]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Language;

    #[test]
    fn shares_are_so_many_of_a_hundred() {
        let (english, arabic) = (Lang::plain(Language::English), Lang::plain(Language::Arabic));
        for (share, says, says_arabic) in [
            (0.0, "none", "ولا واحد"),
            (0.002, "fewer than 1 of 100", "أقل من 1 من كل 100"),
            (0.01, "1 of 100", "1 من كل 100"),
            (0.287, "29 of 100", "29 من كل 100"),
            (0.999, "more than 99 of 100", "أكثر من 99 من كل 100"),
            (1.0, "all", "جميعها"),
        ] {
            assert_eq!((english.of_100(share), arabic.of_100(share)), (says.to_owned(), says_arabic.to_owned()));
        }
    }

    #[test]
    fn every_input_and_scenario_has_its_words() {
        for lang in [Lang::plain(Language::English), Lang::plain(Language::Arabic)] {
            for said in Key::ALL.into_iter().map(|key| lang.input(key)).chain(Scenario::ALL.map(|s| lang.scenario(s))) {
                assert!(!said.starts_with('['), "{said}");
            }
        }
    }
}
