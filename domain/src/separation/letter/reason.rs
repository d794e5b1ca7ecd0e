//! How much of the reason a letter tells (DOMAIN T1, B49): nothing, one neutral sentence, or facts with their days.

use super::Dated;
use crate::case::Class;
use crate::case::decision::Ground;
use crate::separation::obligation::Profile;
use crate::word::words;

words! {
    /// How much of the reason is told.
    Disclosure { None = "none", Neutral = "neutral", Factual = "factual" }
}

impl Profile {
    /// Returns how much of a reason the profession tells by default (DOMAIN 2.1).
    pub fn disclosure(self) -> Disclosure {
        if self == Profile::Accounting { Disclosure::None } else { Disclosure::Neutral }
    }

    /// Tells whether pending days of others must be listed at an end.
    pub fn lists_deadlines(self) -> bool {
        matches!(self, Profile::LawFirm | Profile::Accounting)
    }
}

/// Returns how much of a reason is told where nothing else is said.
pub fn usual_disclosure(profile: Option<Profile>) -> Disclosure {
    profile.map_or(Disclosure::Neutral, Profile::disclosure)
}

/// The reason as the letter tells it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Reason {
    #[default]
    Unsaid,
    /// The neutral sentence of a ground.
    Neutral(Ground),
    /// Facts with their days, and nothing else.
    Factual(Vec<Dated>),
}

/// Returns the reason that a letter may tell: none in critical and legal cases, whatever was asked; the facts only where
/// there are any.
pub fn reason(disclosure: Disclosure, class: Class, ground: Option<Ground>, facts: Vec<Dated>) -> Reason {
    let silent = class != Class::Normal || matches!(ground, Some(Ground::Conduct | Ground::Legal));
    match (disclosure, ground) {
        _ if silent => Reason::Unsaid,
        (Disclosure::None, _) => Reason::Unsaid,
        (Disclosure::Factual, _) if !facts.is_empty() => Reason::Factual(facts),
        (_, Some(ground)) => Reason::Neutral(ground),
        (_, None) => Reason::Unsaid,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::days::Day;
    use crate::separation::letter::Both;

    #[test]
    fn critical_and_legal_cases_tell_nothing() {
        let day = Day::new(2026, 5, 2).expect("a day");
        let told = |disclosure, class, ground| {
            reason(disclosure, class, ground, vec![Dated { what: Both::of("و", "f"), on: day }])
        };
        assert_eq!(told(Disclosure::Factual, Class::Conduct, Some(Ground::RepeatedBreach)), Reason::Unsaid);
        assert_eq!(told(Disclosure::Neutral, Class::Normal, Some(Ground::Legal)), Reason::Unsaid);
        assert_eq!(told(Disclosure::None, Class::Normal, Some(Ground::Strategic)), Reason::Unsaid);
        let neutral = Reason::Neutral(Ground::Strategic);
        assert_eq!(told(Disclosure::Neutral, Class::Normal, Some(Ground::Strategic)), neutral);
        assert!(matches!(told(Disclosure::Factual, Class::Normal, None), Reason::Factual(facts) if facts.len() == 1));
        let without = reason(Disclosure::Factual, Class::Normal, Some(Ground::Expiry), vec![]);
        assert_eq!(without, Reason::Neutral(Ground::Expiry));
    }
}
