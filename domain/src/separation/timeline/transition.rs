//! How long a transition should be (DOMAIN B72): the longest of what the contract demands, what law or the profession
//! demands, and what the client needs to find someone else.

use crate::separation::obligation::Profile;
use crate::word::words;

words! {
    /// How hard it is for the client to find someone else.
    Difficulty {
        Easy = "easy",
        Usual = "usual",
        Hard = "hard",
    }
}

words! {
    /// What the length of a transition rests on.
    Because {
        Contract = "contract",
        Law = "law",
        Replacement = "replacement",
    }
}

/// What a transition's length follows from, in calendar days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Needs {
    /// The notice period of the contract, from receipt to the last day.
    pub contract: Option<i32>,
    /// What a law or the rules of the profession demand.
    pub law: Option<i32>,
    /// What finding and settling in someone else takes.
    pub replacement: Option<i32>,
}

/// How long a transition is, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Transition {
    pub days: i32,
    pub because: Because,
}

/// Returns the longest need; where two are equally long, the one that cannot be waived stands as the reason. `None` where
/// nothing is known.
pub fn transition(needs: &Needs) -> Option<Transition> {
    let known =
        [(needs.contract, Because::Contract), (needs.law, Because::Law), (needs.replacement, Because::Replacement)];
    let known = known.into_iter().filter_map(|(days, because)| Some(Transition { days: days?, because }));
    known.reduce(|longest, next| if next.days > longest.days { next } else { longest })
}

/// Returns how long it usually takes to settle in someone else, in days: 30 to 60 in managed services, six to twelve weeks
/// for agencies, about 30 for freelancers (DOMAIN 2.1); a month or two where practice names nothing.
pub fn usual_days(profile: Profile, difficulty: Difficulty) -> i32 {
    let (short, long) = match profile {
        Profile::Agency => (42, 84),
        Profile::Freelancer => (30, 30),
        _ => (30, 60),
    };
    match difficulty {
        Difficulty::Easy => short,
        Difficulty::Usual => (short + long) / 2,
        Difficulty::Hard => long,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_need_decides_and_is_named() {
        let of = |contract, law, replacement| {
            transition(&Needs { contract, law, replacement }).map(|found| (found.days, found.because))
        };
        assert_eq!(of(Some(30), None, Some(63)), Some((63, Because::Replacement)));
        assert_eq!(of(Some(60), Some(60), Some(60)), Some((60, Because::Contract)));
        assert_eq!(of(Some(30), Some(60), Some(42)), Some((60, Because::Law)));
        assert_eq!(of(None, None, None), None);
    }

    #[test]
    fn who_is_hard_to_replace_needs_longer() {
        let agency = Difficulty::ALL.iter().map(|difficulty| usual_days(Profile::Agency, *difficulty));
        assert_eq!(agency.collect::<Vec<_>>(), [42, 63, 84]);
        assert_eq!(usual_days(Profile::Msp, Difficulty::Hard), 60);
    }
}
