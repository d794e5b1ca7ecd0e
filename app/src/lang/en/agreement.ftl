# A mutual termination agreement: its points, and what each says.
agreement-title = Agreement to end
agreement-note = Seven points, settled by both sides before either signs. What is settled here goes into the paper.
agreement-open = { $n ->
    [one] *One point* is still open.
   *[other] *{ $n } points* are still open.
}
agreement-whole = Every point is *settled*: the paper can be written.
agreement-signed = Both *signed on { $day }*.
agreement-other-right = This case ends by *another right*; an agreement has to be chosen first.
agreement-contracts = Contracts
agreement-points = What the agreement settles
agreement-known = Known so far
agreement-known-note = From the register, the account, the inventories, and the terms that people confirmed.
agreement-write = Write the paper
agreement-settle = Settle
agreement-change = Change
agreement-back = Back to the agreement
agreement-do = Keep
agreement-state-met = settled
agreement-state-missing = open
agreement-state-skipped = not needed
agreement-point-end = Day of the end
agreement-point-payments = Payments
agreement-point-deliverables = Deliverables
agreement-point-ip = Rights in the work
agreement-point-data = Data and access
agreement-point-release = Release
agreement-point-confidentiality = Confidentiality
agreement-ask-end = When do the services end?
agreement-ask-payments = What is paid, by whom, and until when?
agreement-ask-deliverables = What is still delivered, and what no longer?
agreement-ask-ip = Whose is the work, and from when?
agreement-ask-data = What happens to data and access?
agreement-ask-release = What does neither side claim any more?
agreement-ask-confidentiality = What stays confidential, and for how long?
agreement-ask-note = In words that both sides read the same way. For a paper in both languages: عربي = English.
agreement-way = Does it arise between you?
agreement-way-agreed = It is agreed in these words
agreement-way-not_needed = It does not arise, and this is why
agreement-text = The words
agreement-hint-end = One sentence that leaves no doubt what ends.
agreement-hint-payments = A line for each sum. Whoever pays, and what for.
agreement-hint-deliverables = A line for each thing; with a day of its own: thing | 2026-12-31
agreement-hint-ip = Each work: whose it is, and what has to be paid first.
agreement-hint-data = A line for each place or account: returned, handed over, deleted or kept.
agreement-hint-release = Only what both are content to give up. Crimes, data protection and confidentiality stay out of it.
agreement-hint-confidentiality = What, who, how long. It never forbids a lawful report.
agreement-day = By which day
agreement-day-hint = If one is agreed for all of it.
agreement-day-end = The last day of the services. Without it nothing can be signed.
agreement-by-day = By { $day }
agreement-lacks = Nothing is agreed yet.
agreement-lacks-day = The end has no day yet.
agreement-past = The agreed day, { $day }, has passed.
agreement-late = Something is due on { $day }, after the release of { $released }: by then nobody could ask for it.
agreement-knows-end = Computed or planned so far: { $day }
agreement-knows-term = The term of { $contract } runs until { $day }
agreement-knows-no-sums = The sums are with finance.
agreement-knows-undelivered = { $id } is still to be delivered, due { $day }
agreement-knows-unaccepted = { $id } is delivered and not yet accepted, due { $day }
agreement-knows-hold = A claim is near and something must be kept: counsel reads the release before anyone signs.
agreement-knows-dispute = { $sum } is in dispute and needs a word here.
agreement-words-end = The parties end contract { $contract } by mutual agreement.
agreement-words-line = { $side ->
    [we_owe] We pay back
    [trust] We pay back what we hold
    [advance] Paid in advance
    [to_bill] Still to be invoiced
    [waived] Waived, never to be invoiced
    [unsaid] Still to be settled
    [disputed] In dispute
    [retained] Kept back by the client
   *[other] The client pays
}: { $what }, { $sum }{ $due ->
    [none] .
   *[other] , due { $due }.
}
agreement-words-even = The account is level; neither side owes the other anything.
agreement-words-data = We hold no data of the client beyond what the law has us keep.
agreement-words-ip = What was accepted and paid for belongs to the client. Our tools and templates stay ours; the client may go on using them within the work.
agreement-words-release = Once all that is agreed here is done, neither side claims anything more from the contract.
agreement-words-confidentiality = What each side learned of the other stays confidential after the end.
agreement-effective-hint = As the points of the agreement have it.
part-agreed = Our services for { $name } are to end *on { $day }*, by agreement.
go-part-agreement = To the agreement
case-skip-agreement_points = the points of the agreement
gate-agreement_points = The agreement has open points
gate-how-agreement_points = Both sides settle them before either signs:
gate-name-agreement_points = Points of the agreement
event-PointSettled = { $needed ->
    [yes] { $who } noted what was agreed: { $point }.
   *[no] { $who } noted that a point does not arise: { $point }.
}
letter-field-agreed_payments = Payments, in words
letter-field-agreed_deliverables = Deliverables, in words
letter-field-agreed_ip = Rights in the work
letter-field-agreed_data = Data and access, in words
letter-field-agreed_release = Release
letter-field-agreed_confidentiality = Confidentiality
