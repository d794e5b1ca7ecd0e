# What happened in a case: one sentence for each event of its journal. `who` acted.
event-CaseOpened = { $restricted ->
    [yes] { $who } filed it.
   *[no] { $who } opened the review; the reason: { $cause }.
}
event-RoleGiven = { $reporter ->
    [yes] { $who } kept a way back to it.
   *[no] { $who } made { $member } { $role }.
}
event-RoleTaken = { $who } ended { $member }’s role as { $role }.
event-Recused = { $who } withdrew from judging.
event-NoConflictDeclared = { $who } declared that nothing ties them to the client.
event-TriageCleared = { $who } answered the first questions: nothing illegal, no misconduct, no threat is known.
event-StepSkipped = { $who } left out a step: { $step }.
event-StageEntered = { $who } went on to “{ $stage }”.
event-DataReviewed = { $who } looked at the records: { $share } of what the signs need is there.
event-FiguresRenewed = { $who } took the figures anew.
event-ContractsLocated = { $who } located the contracts: { $n ->
    [0] there is none.
    [one] one.
   *[other] { $n }.
}
event-ClientViewRecorded = { $who } wrote down the client’s view of { $day }{ $confirmed ->
    [yes] {", confirmed by the client"}
   *[no] {""}
}.
event-HypothesisWeighed = { $who } weighed a possible cause: { $cause }. { $for ->
    [yes] This speaks for it.
   *[no] This speaks against it.
}
event-OwnPartReviewed = { $who } looked at our own part in the findings.
event-ClientMeetingHeld = { $member } talked with the client on { $day }.
event-TalkWaived = { $unsafe ->
    [yes] { $who } left out the talk, for it would be unsafe.
   *[no] { $who } noted that the client could not be reached.
}
event-RosterSet = { $who } settled who takes part: { $n ->
    [one] one person.
   *[other] { $n } people.
}
event-AbsenceExcused = { $who } excused { $member }.
event-OpinionSubmitted = { $who } gave an opinion ({ $department }).
event-OpinionsRevealed = { $who } opened the opinions{ $n ->
    [0] {""}
    [one] {"; one was missing"}
   *[other] ; { $n } were missing
}.
event-ComplaintRaised = { $who } raised a complaint, { $finding ->
    [none] with no record behind it.
   *[other] tied to: { $finding }.
}
event-ComplaintMerged = { $who } joined complaint { $n } to complaint { $into }.
event-ComplaintsClosed = { $who } closed the round of complaints.
event-GoodThingGiven = { $who } named one good thing.
event-GoodThingDeclined = { $who } was asked for one good thing and named none.
event-GoodThingKept = { $named ->
    [yes] { $who } named one good thing, before its round was open.
    [no] { $who } was asked for one good thing and named none.
   *[closed] { $who } answered the question for one good thing. The answer opens with its round.
}
event-OwnPartAnswered = { $who } answered the question of our own part; what was said bears no name.
event-OwnPartsClosed = { $who } closed the question of our own part: { $n ->
    [one] one answer.
   *[other] { $n } answers.
}
event-ImprovementAgreed = { $who } recorded an improvement; { $member } does it by { $day }.
event-ImprovementDone = { $who } marked improvement { $n } as done.
event-OptionsScored = { $who } compared { $n } options.
event-ScenarioRun = { $who } tied a run of the cost of ending to the case. { $n ->
    [unknown] It says nothing of cash.
   *[other] In { $n } of 100 futures cash falls below zero.
}
event-ReviewDeferred = { $who } put the review off until { $day }; a fact is missing.
event-DecisionSigned = { $who } signed the decision: { $outcome }.
event-DissentRecorded = { $who } recorded a dissent: { $stance }.
event-DecisionApproved = { $approval ->
    [read] { $who } read the decision.
    [cooled_off] { $who } confirmed the decision a day later.
   *[second] { $who } approved the decision as a second person.
}
event-DecisionReopened = { $who } reopened the decision.
event-CounselAdvised = { $who } gave counsel’s word{ $ground ->
    [none] {""}
   *[other] {" "}on the ground “{ $ground }”
}{ $talk ->
    [yes] {"; a talk with the client is not needed"}
   *[no] {""}
}{ $wait ->
    [yes] {"; it is to wait"}
   *[no] {""}
}.
event-CaseWithdrawn = { $who } withdrew the case.
event-RepairPlanVersioned = { $who } wrote version { $n } of the repair plan, with { $points ->
    [one] one point.
   *[other] { $points } points.
}
event-PlanAnswered = { $who } answered the client’s point { $n }: { $accepted ->
    [yes] accepted.
   *[no] declined.
}
event-PlanAcknowledged = { $who } recorded that the client { $refused ->
    [yes] refused the plan.
   *[no] acknowledged the plan.
}
event-BoundaryLetterAcknowledged = { $who } recorded that the client acknowledged the boundary letter on { $day }.
event-TrialStarted = { $who } started the trial, from { $from } to { $to }.
event-TrialEvaluated = { $who } evaluated the trial: { $succeeded ->
    [yes] it succeeded.
   *[no] it did not succeed.
}
event-GuardrailBreached = A limit was crossed: { $guard }.
event-BoundariesCrossedAgain = Boundaries were crossed again after the client had acknowledged them on { $day }: { $n } times.
event-WorkHoldSet = { $who } stopped work for this client.
event-WorkHoldReleased = { $who } released the stop on work.
event-CounselStopSet = { $who } stopped the case for legal reasons.
event-CounselStopReleased = { $who } released the legal stop.
event-DoorChanged = { $who } chose how it is treated: { $door }.
event-AccessRenewed = { $who } opened it again to { $reporter ->
    [yes] the person who reported
   *[no] { $member }
}, whose key is new.
event-WishStated = { $wish ->
    [record_only] { $who } asked only to have it on record.
   *[act] { $who } asked that something be done.
}
event-ReporterSpoke = { $who } added something.
event-PartyNamed = { $who } named { $member } as { $part ->
    [accused] accused
   *[harmed] harmed
}; the case is closed to them from now on.
event-MilestoneReached = { $who }: { $milestone }{ $member ->
    [none] {""}
   *[other] {" "}({ $member })
}, on { $day }.
event-ProtectiveMeasureStarted = { $consent ->
    [yes] { $who } started a protective measure: { $measure }; { $member } sees to it.
   *[no] { $who } offered a protective measure: { $measure }; { $member } sees to it.
}
event-MeasureAnswered = { $agrees ->
    [yes] { $who } agreed to protective measure { $n }.
   *[no] { $who } declined protective measure { $n }.
}
event-CounselInstructed = { $who } gave counsel’s word: { $hold ->
    [yes] a stop may show
   *[no] no stop may show
}; { $speak ->
    [yes] the client may be spoken to.
   *[no] nothing is said to the client.
}
event-ProtectiveMeasureEnded = { $who } ended protective measure { $n }.
event-EvidenceSealed = { $who } sealed evidence: { $name }.
