# Legal holds: what is kept from destruction because a claim is near.

legal-holds-title = Legal holds
legal-hold-title = Legal hold
go-legal-holds = Keep records: legal holds
legal-holds-none = No legal hold concerns you.
legal-holds-known = Nothing waits for you: you know what is to be kept.
legal-holds-waiting = { $n ->
    [one] *One legal hold* waits for you to say that you know of it.
   *[other] *{ $n } legal holds* wait for you to say that you know of them.
}
legal-holds-line = { $n ->
    [one] A legal hold concerns papers that you keep. Read what to keep, and say that you know.
   *[other] { $n } legal holds concern papers that you keep. Read what to keep, and say that you know.
}
legal-holds-note = While a legal hold stands, what it reaches is neither destroyed nor changed, whatever its time of keeping says. Why it stands, only its case knows. Counsel alone releases it; then the times of keeping run on, and nothing is deleted at once.
legal-holds-own = For you to keep
legal-holds-cases = Of your cases
legal-hold-says = Keep everything of { $name } of these kinds: { $classes }; { $days }. Change nothing of it and delete nothing. If in doubt, ask { $ask }.
legal-hold-keeps = { $classes }; { $days }
legal-hold-all = all kinds of papers
legal-hold-days = { $span ->
    [both] from { $from } to { $to }
    [from] from { $from } on
    [to] until { $to }
   *[any] of any day
}
legal-hold-stands = A legal hold has stood since { $day }. Ask { $name }.
legal-hold-released = A legal hold stood from { $day }; { $who } released it on { $until }.
legal-hold-ended = A legal hold stood from { $day } until it was released on { $until }.
legal-hold-acknowledged = acknowledged on { $day }
legal-hold-unacknowledged = { $n ->
    [0] told today, not acknowledged yet
    [one] not acknowledged for one day, told on { $day }
   *[other] not acknowledged for { $n } days, told on { $day }
}
legal-hold-reminded = Reminded on { $day }.
legal-hold-acknowledge = I know, and keep it
legal-holds-awaited = Somebody said that a claim is near. *Until a hold says what it keeps, everything is kept.* A hold that keeps less than everything is set by counsel.
legal-holds-asks = Is a claim near, by them or by us? Then nothing is destroyed or changed that it may turn on.
legal-holds-standing = { $n ->
    [one] *One legal hold* stands in this case.
   *[other] *{ $n } legal holds* stand in this case.
}
legal-holds-case-note = A claim is near when it was threatened, or when somebody seriously considers it. Whoever keeps papers is told what to keep and whom to ask, and never why. Counsel alone releases a hold.
legal-hold-set = Set a legal hold
legal-hold-about = What the claim may be about
legal-hold-classes = Which kinds of papers are kept
legal-hold-classes-hint = None chosen: all of them.
legal-hold-from = From which day
legal-hold-from-hint = The date of the paper. Empty: from the beginning.
legal-hold-to = To which day
legal-hold-to-hint = The date of the paper. Empty: with no end.
legal-hold-days-wrong = The last day comes after the first.
legal-hold-custodians = Who keeps the papers
legal-hold-custodians-hint = They see what to keep, be they of this case or not. Nothing else of the case is shown to them.
legal-hold-left = has left
legal-hold-custodians-missing = Name at least one person who keeps the papers.
legal-hold-ask = Whom they ask
legal-hold-unaware = { $n ->
    [one] One person has not acknowledged it.
   *[other] { $n } people have not acknowledged it.
}
legal-holds-list = Whose it is
legal-hold-released-on = Released on
legal-hold-custodian = Who keeps the papers
legal-hold-awaited = Not yet acknowledged by
legal-hold-acknowledged-on = Acknowledged on
legal-hold-reminded-on = Reminded on
legal-hold-log = What it said, and when
legal-hold-log-when = When and by whom
legal-hold-log-keeps = What it kept
legal-hold-log-custodians = Who kept it
legal-hold-log-why = Why
legal-hold-before = Erased before it was set
legal-hold-gone = { $day }: { $what }
legal-hold-scope = Widen or narrow it
legal-hold-scope-note = What it said before stays in the list above. Whatever lets something go, counsel does. Where it reaches further, everybody acknowledges it anew.
legal-hold-scope-do = State it anew
legal-hold-scope-why = Why it changes
legal-hold-release = Release the hold
legal-hold-release-note = The times of keeping run on from here. Nothing is deleted by it.
legal-hold-why = Why it is no longer needed
legal-hold-why-hint = Who settled the claim, or why none will come.
legal-hold-remind = Remind those who have not acknowledged it
legal-hold-remind-hint = The reminder stands on their first page. Nothing is sent.
event-LegalHoldSet = { $who } set legal hold { $n }: { $classes }; { $days }. Questions go to { $ask }.
event-LegalHoldScoped = { $who } stated legal hold { $n } anew: { $classes }; { $days }. Questions go to { $ask }.
event-LegalHoldAcknowledged = { $who } acknowledged legal hold { $n }.
event-CustodiansReminded = { $who } reminded { $names } of legal hold { $n }.
event-LegalHoldReleased = { $who } released legal hold { $n }.
event-OwnPartKeyDestroyed = { $who } destroyed the answers about our own part before sealing.
case-action-hold_records = Keeping records under a legal hold
case-action-release_records = Releasing a legal hold, or narrowing it
refused-held = A legal hold has stood since { $day }: nothing of this is destroyed.
refused-held-next = Nothing was done. Ask { $name }; counsel alone can release it.
refused-hold-awaited = Somebody said that a claim is near, and no legal hold says yet what it keeps: until then everything is kept.
refused-hold-awaited-next = Nothing was done. Let a legal hold say first what is kept.
retention-hold = A legal hold has stood since { $day }: what it reaches is kept longer. Ask { $name }.
retention-kept-longer = kept longer under a legal hold
retention-stopped = Something here is kept longer, by word of management. Ask { $name }.
retention-stopped-all = Everything here is kept for now, by word of management.
retention-kept-stopped = kept longer, by word of management
entry-held = A legal hold has stood since { $day }: this record stays as it is. Ask { $name } before anything is changed or taken out. A file that is imported again keeps what stood before.
entry-stopped = This record stays as it is, by word of management. Ask { $name }.
error-held-name = Stays as it is
error-held-next = Nothing was changed.
own-parts-go = Sealing what the firm keeps destroys the answers about our own part for good, first of all. { $summed ->
    [yes] What they came to stays in the retrospective.
   *[no] No sum was made of them.
}
own-parts-held = The answers about our own part stay, for a legal hold has stood since { $day }. Ask { $name }. They are in no archive.
own-parts-held-all = The answers about our own part stay, for a claim is near. They are in no archive.
own-parts-stopped = The answers about our own part stay as they are, by word of management. Ask { $name }. They are in no archive.
own-parts-stopped-all = The answers about our own part stay as they are for now, by word of management. They are in no archive.
own-parts-gone = The answers were destroyed on { $day }. { $summed ->
    [yes] What they came to stands in the retrospective.
   *[no] No sum was made of them.
}
