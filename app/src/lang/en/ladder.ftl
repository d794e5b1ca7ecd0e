# The firm's reminder ladder.

ladder-title = Reminder ladder
ladder-lede = *Which reminder comes when, and whose word does it need?*
ladder-note = One person, one voice. Days are counted on the client’s calendar; nobody is reminded on a day off or outside these hours. What is announced is done: each rung waits for the deadline of the one before.
ladder-used = This rung is used
ladder-unused = not used
ladder-after-due = Days after the invoice is due
ladder-after-last = Business days after the rung before
ladder-deadline = Gives them so many business days (may stay empty)
ladder-rung = Rung
ladder-when = When
ladder-gate = Whose word it needs
ladder-no-gate = nobody’s word is needed
ladder-gap = Business days between two rungs at least
ladder-opens = Contact from, the hour at their place
ladder-closes = Contact until, the hour at their place
ladder-reason = Why it changes
ladder-reason-missing = Say why, so that others can follow it.
ladder-save = Save as a new version
ladder-overtaken = Somebody saved another version meanwhile. Look at it, then save again.
ladder-need-number = A whole number is needed here.
ladder-owner-sets = The owner sets the ladder.
ladder-wrong-order = The rungs must stand in their order.
ladder-wrong-earlier = This rung comes before the one above it.
ladder-wrong-when = The first rung is counted from the due day.
ladder-wrong-gate = From the notice of default on, two people have their say.
ladder-wrong-range = At most 365 days.
ladder-wrong-hours = The hours must follow each other, from 0 to 24.
ladder-when-before = { $n ->
    [one] a day before the invoice is due
   *[other] { $n } days before the invoice is due
}
ladder-when-after = { $n ->
    [0] on the due day
    [one] a day after it is due
   *[other] { $n } days after it is due
}
ladder-when-last = { $n ->
    [one] one business day after the rung before
   *[other] { $n } business days after the rung before
}
ladder-when-cure = once the time to mend the default is over
rung-note-courtesy = Did the invoice arrive, is anything wrong with it?
rung-note-friendly = A copy of the invoice, ways to pay, and how to say that something is wrong.
rung-note-call = A talk about the cause; a promise with a day is recorded.
rung-note-formal_reminder = Facts, dates, the sum, the clause, and a deadline.
rung-note-default_notice = Served as the contract demands, with the time to mend it; suspension is announced.
rung-note-suspension = Only where there is a right: additional services first, after a look at whom it harms.
rung-note-final_notice = The last day, what follows, and an offer to settle.
rung-note-claim = The claim file goes out, or the contract ends.
