//! Who may do what in a case: the permission matrix of DOMAIN 5.4, in one place.

use crate::word::words;

words! {
    /// What a person is in a case; one person may be several.
    Role {
        /// The relationship lead: runs the case, decides nothing alone.
        Lead = "lead",
        /// Someone who deals with the client, for sales, delivery, service or finance.
        Function = "function",
        Facilitator = "facilitator",
        DecisionOwner = "decision_owner",
        Finance = "finance",
        Counsel = "counsel",
        /// The people guardian: protects the team.
        Guardian = "guardian",
        Compliance = "compliance",
        /// The data protection officer.
        Dpo = "dpo",
        It = "it",
        Auditor = "auditor",
        Administrator = "administrator",
        /// Who raised it; sees their own report and its state.
        Reporter = "reporter",
    }
}

words! {
    /// What kind of case it is, for who may see it.
    Class {
        Normal = "normal",
        /// Disrespect, harassment, bullying, threats.
        Conduct = "conduct",
        /// The compartment of illegal acts.
        IllegalAct = "illegal_act",
    }
}

words! {
    /// What can be done in a case.
    Action {
        See = "see",
        /// Opinion, complaint, good thing, own part.
        SpeakInReview = "speak_in_review",
        /// Rounds, roster, absences.
        Facilitate = "facilitate",
        /// Triage, facts, meetings, plans: the work on the case.
        Work = "work",
        SeeMoney = "see_money",
        /// Take the client's figures anew, and name the run of the cost of ending that a review rests on.
        WorkFigures = "work_figures",
        /// Give and take roles.
        NameRoles = "name_roles",
        Decide = "decide",
        /// Approve another's decision, or read it where the cause is personal.
        SecondDecision = "second_decision",
        /// Counsel's written word: advice, approval of a ground, veto.
        Counsel = "counsel",
        /// Stop everything for counsel or compliance, and release it.
        CounselStop = "counsel_stop",
        /// Protective measures, statements, the contact person.
        Protect = "protect",
        /// Whether there is a duty to report, and to whom.
        AssessDuty = "assess_duty",
        /// Stop or resume work for the client.
        HoldWork = "hold_work",
        /// Keep records from destruction because a claim is near, and widen what is kept.
        HoldRecords = "hold_records",
        /// Let records go that a claim kept, whole or in part.
        ReleaseRecords = "release_records",
        ExportDossier = "export_dossier",
        ApproveNotice = "approve_notice",
        StartSuspension = "start_suspension",
        /// Say that just what is announced can be stopped, and restored.
        ApproveStop = "approve_stop",
        DisposeOfData = "dispose_of_data",
        /// Add to one's own report, answer, and close it.
        OwnReport = "own_report",
    }
}

/// Tells whether a role may do something in a case of a class; who only proposes or reads may not do it.
pub fn may(role: Role, action: Action, class: Class) -> bool {
    use Role::*;
    let allowed: &[Role] = match class {
        Class::Normal => normal(action),
        Class::Conduct => conduct(action),
        Class::IllegalAct => illegal(action),
    };
    match role {
        // Whoever administers the machine has no part in any case.
        Administrator => false,
        role => allowed.contains(&role),
    }
}

fn normal(action: Action) -> &'static [Role] {
    use Role::*;
    match action {
        Action::See => {
            &[Lead, Function, Facilitator, DecisionOwner, Finance, Counsel, Guardian, Compliance, Dpo, It, Auditor]
        }
        Action::SpeakInReview => &[Lead, Function, DecisionOwner, Finance, Guardian],
        Action::Facilitate => &[Facilitator],
        Action::Work => &[Lead, Facilitator, DecisionOwner],
        Action::SeeMoney => &[DecisionOwner, Finance, Counsel, Auditor],
        Action::WorkFigures => &[DecisionOwner, Finance],
        Action::NameRoles | Action::Decide | Action::StartSuspension => &[DecisionOwner],
        Action::SecondDecision => &[DecisionOwner, Finance, Counsel, Facilitator],
        Action::Counsel => &[Counsel],
        Action::CounselStop => &[Counsel, Compliance],
        Action::Protect => &[Guardian],
        Action::AssessDuty => &[Counsel, Compliance],
        Action::HoldWork => &[DecisionOwner, Counsel, Compliance, Guardian],
        Action::HoldRecords => &[DecisionOwner, Counsel, Dpo],
        Action::ReleaseRecords => &[Counsel],
        Action::ExportDossier => &[DecisionOwner, Counsel, Auditor],
        Action::ApproveNotice => &[DecisionOwner, Counsel],
        Action::ApproveStop => &[It],
        Action::DisposeOfData => &[Dpo],
        Action::OwnReport => &[],
    }
}

fn conduct(action: Action) -> &'static [Role] {
    use Role::*;
    match action {
        Action::See => &[Lead, DecisionOwner, Counsel, Guardian, Reporter],
        Action::SpeakInReview => &[DecisionOwner, Guardian],
        Action::Facilitate | Action::Protect => &[Guardian],
        Action::Work => &[DecisionOwner, Guardian],
        Action::SeeMoney => &[DecisionOwner, Counsel],
        Action::WorkFigures => &[DecisionOwner],
        Action::NameRoles => &[Guardian, DecisionOwner],
        Action::Decide | Action::StartSuspension => &[DecisionOwner],
        Action::SecondDecision | Action::ApproveNotice => &[Counsel, Guardian],
        Action::Counsel => &[Counsel],
        Action::CounselStop | Action::AssessDuty => &[Counsel, Compliance],
        Action::HoldWork => &[DecisionOwner, Counsel, Guardian],
        // A hold is told to custodians, and a restricted case does not exist for them.
        Action::HoldRecords | Action::ReleaseRecords | Action::ApproveStop => &[],
        Action::ExportDossier => &[DecisionOwner, Counsel, Guardian],
        Action::DisposeOfData => &[Dpo],
        Action::OwnReport => &[Reporter],
    }
}

fn illegal(action: Action) -> &'static [Role] {
    use Role::*;
    match action {
        Action::See => &[DecisionOwner, Counsel, Compliance, Reporter],
        Action::SpeakInReview | Action::Facilitate | Action::WorkFigures => &[],
        Action::Work => &[Counsel, Compliance, DecisionOwner],
        Action::SeeMoney => &[Counsel, Compliance],
        Action::NameRoles | Action::CounselStop | Action::AssessDuty => &[Counsel, Compliance],
        Action::Decide | Action::StartSuspension => &[DecisionOwner],
        Action::SecondDecision | Action::ApproveNotice | Action::Counsel => &[Counsel],
        Action::Protect => &[Counsel, Guardian, Compliance],
        Action::HoldWork => &[Counsel, Compliance],
        Action::HoldRecords | Action::ReleaseRecords | Action::ApproveStop => &[],
        Action::ExportDossier => &[Counsel, Compliance],
        Action::DisposeOfData => &[Dpo],
        Action::OwnReport => &[Reporter],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every role (a column) by every action (a line) in a class: `x` may, `.` may not.
    fn table(class: Class) -> String {
        let line = |action: &Action| {
            let marks = Role::ALL.iter().map(|role| if may(*role, *action, class) { 'x' } else { '.' });
            format!("{:<16} {}\n", action.word(), marks.collect::<String>())
        };
        Action::ALL.iter().map(line).collect()
    }

    // The columns: lead, function, facilitator, decision owner, finance, counsel, guardian, compliance, dpo, it, auditor,
    // administrator, reporter.

    #[test]
    fn a_normal_case() {
        assert_eq!(
            table(Class::Normal),
            "see              xxxxxxxxxxx..\n\
             speak_in_review  xx.xx.x......\n\
             facilitate       ..x..........\n\
             work             x.xx.........\n\
             see_money        ...xxx....x..\n\
             work_figures     ...xx........\n\
             name_roles       ...x.........\n\
             decide           ...x.........\n\
             second_decision  ..xxxx.......\n\
             counsel          .....x.......\n\
             counsel_stop     .....x.x.....\n\
             protect          ......x......\n\
             assess_duty      .....x.x.....\n\
             hold_work        ...x.xxx.....\n\
             hold_records     ...x.x..x....\n\
             release_records  .....x.......\n\
             export_dossier   ...x.x....x..\n\
             approve_notice   ...x.x.......\n\
             start_suspension ...x.........\n\
             approve_stop     .........x...\n\
             dispose_of_data  ........x....\n\
             own_report       .............\n"
        );
    }

    #[test]
    fn a_conduct_case() {
        assert_eq!(
            table(Class::Conduct),
            "see              x..x.xx.....x\n\
             speak_in_review  ...x..x......\n\
             facilitate       ......x......\n\
             work             ...x..x......\n\
             see_money        ...x.x.......\n\
             work_figures     ...x.........\n\
             name_roles       ...x..x......\n\
             decide           ...x.........\n\
             second_decision  .....xx......\n\
             counsel          .....x.......\n\
             counsel_stop     .....x.x.....\n\
             protect          ......x......\n\
             assess_duty      .....x.x.....\n\
             hold_work        ...x.xx......\n\
             hold_records     .............\n\
             release_records  .............\n\
             export_dossier   ...x.xx......\n\
             approve_notice   .....xx......\n\
             start_suspension ...x.........\n\
             approve_stop     .............\n\
             dispose_of_data  ........x....\n\
             own_report       ............x\n"
        );
    }

    #[test]
    fn a_case_of_an_illegal_act() {
        assert_eq!(
            table(Class::IllegalAct),
            "see              ...x.x.x....x\n\
             speak_in_review  .............\n\
             facilitate       .............\n\
             work             ...x.x.x.....\n\
             see_money        .....x.x.....\n\
             work_figures     .............\n\
             name_roles       .....x.x.....\n\
             decide           ...x.........\n\
             second_decision  .....x.......\n\
             counsel          .....x.......\n\
             counsel_stop     .....x.x.....\n\
             protect          .....xxx.....\n\
             assess_duty      .....x.x.....\n\
             hold_work        .....x.x.....\n\
             hold_records     .............\n\
             release_records  .............\n\
             export_dossier   .....x.x.....\n\
             approve_notice   .....x.......\n\
             start_suspension ...x.........\n\
             approve_stop     .............\n\
             dispose_of_data  ........x....\n\
             own_report       ............x\n"
        );
    }
}
