//! The standard templates, in both languages.

use crate::lang::Language;

/// Lists the templates of both folders, kinds of letters and parts that several share.
macro_rules! texts {
    ($($name:literal),* $(,)?) => {
        /// The names of all templates.
        pub const NAMES: &[&str] = &[$($name),*];
        const ARABIC: &[&str] = &[$(include_str!(concat!("../../letters/ar/", $name, ".txt"))),*];
        const ENGLISH: &[&str] = &[$(include_str!(concat!("../../letters/en/", $name, ".txt"))),*];
    };
}
texts![
    "after",
    "answer",
    "boundary_letter",
    "call_script",
    "clearance",
    "close",
    "closing_summary",
    "closure_certificate",
    "contact",
    "data",
    "dear",
    "deletion_certificate",
    "duties",
    "handover_cover",
    "meeting_script",
    "money",
    "mutual_release",
    "mutual_termination_agreement",
    "non_renewal",
    "notice_of_default",
    "notice_of_termination",
    "open",
    "reason",
    "referral_list",
    "reminder",
    "run_off",
    "service",
    "suspension",
    "thank_you",
];

/// Returns a standard template.
pub fn standard(language: Language, name: &str) -> Option<&'static str> {
    let texts = match language {
        Language::Arabic => ARABIC,
        Language::English => ENGLISH,
    };
    NAMES.iter().position(|known| *known == name).map(|at| texts[at])
}
