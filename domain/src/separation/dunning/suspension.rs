//! What has to be there before services are suspended (DOMAIN B32, RULINGS 40).

use crate::days::Day;
use crate::word::words;

words! {
    /// What a rung lacks.
    Lack {
        /// Neither the contract nor a law gives a right to suspend.
        Right = "right",
        /// Nobody checked whom it would harm.
        HarmCheck = "harm_check",
        /// A critical system or third parties would be harmed: only a safe stop, with counsel's word.
        SafeStop = "safe_stop",
        /// More than additional services would stop at first.
        Scope = "scope",
        /// The suspension was not announced.
        Notice = "notice",
        /// The time of the announcement still runs.
        NoticeRuns = "notice_runs",
        /// No talk with the client is recorded.
        Talk = "talk",
        /// The time to mend the default still runs, or none was given.
        Cure = "cure",
        /// Something of what is in default is disputed.
        Dispute = "dispute",
        /// IT did not say that just this can be stopped, and restored.
        Technical = "technical",
    }
}

/// What is known about a suspension.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Suspension {
    /// The days of notice that the right asks for, where there is a right.
    pub notice_days: Option<i32>,
    pub served_on: Option<Day>,
    /// Whether only additional services stop.
    pub additional_only: bool,
    /// Whether it would stop a critical system, and whether it would harm third parties; `None` where nobody looked.
    pub harms: Option<(bool, bool)>,
}

impl Suspension {
    /// Returns what is lacking on a day.
    pub fn lacks(&self, today: Day) -> Vec<Lack> {
        let runs_out = self.served_on.map(|served| served.plus(self.notice_days.unwrap_or(0).max(0)));
        let lacks = [
            (Lack::Right, self.notice_days.is_none()),
            (Lack::HarmCheck, self.harms.is_none()),
            (Lack::SafeStop, self.harms.is_some_and(|(critical, others)| critical || others)),
            (Lack::Scope, self.notice_days.is_some() && !self.additional_only),
            (Lack::Notice, self.notice_days.is_some() && self.served_on.is_none()),
            (Lack::NoticeRuns, runs_out.is_some_and(|last| today <= last)),
        ];
        lacks.into_iter().filter(|(_, is_so)| *is_so).map(|(lack, _)| lack).collect()
    }
}
