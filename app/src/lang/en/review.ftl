# The review of a client: who is asked, what each answers alone, what is heard together.
review-title = Review meeting
review-of = Review of { $what }
review-about = Facilitator: { $names } · { $n ->
    [0] nobody is asked yet
    [one] one person is asked
   *[other] { $n } people are asked
}
review-steps = Steps of the review
review-step-opinions = Opinions
review-step-note-opinions = each alone
review-step-good = One good thing
review-step-note-good = after the complaints
review-step-own = Our part
review-step-note-own = no blame
review-step-worth = Worth keeping
review-step-note-worth = figures and people
review-step-ending = What ending takes
review-step-note-ending = costs and time
review-lede-roster = Nobody is asked yet. First comes who dealt with { $name }.
review-lede-before = The questions are ready. They open when the case enters its review.
review-lede-opinions = { $in } of { $all } have written. Nobody reads an opinion before all are in.
review-lede-all-in = Everyone has written. The opinions can be opened.
review-lede-opened = The opinions are open. Now every complaint is heard.
review-lede-good_things = Each of us names one good thing about { $name }. We wait for { $n ->
    [one] one answer
   *[other] { $n } answers
}.
review-lede-silent = Everyone was asked for one good thing about { $name }, and nobody named one.
review-lede-own_parts = How did we make it worse? We wait for { $n ->
    [one] one answer
   *[other] { $n } answers
}, and none bears a name.
review-lede-own_parts-in = Everyone has answered how we made it worse. What was said can be read now.
review-lede-worth = Everyone was heard. Is { $name } worth keeping?
review-lede-ending = Everyone was heard and the options are weighed. What would ending take?
review-answered = Answered
review-answered-of = { $in } of { $all }
review-disagreement = Disagreement
review-quorum = Functions
review-quorum-met = each that deals with the client was heard
review-quorum-waits = not heard yet:
review-owner = Decision owner
review-deferred = The review is put off until { $day }.
review-answer = To my question
review-set-roster = Choose who is asked
review-to-case = To the case
review-opinions-note = Who has written shows here. What they wrote does not.
review-reveal = Open the opinions
review-reveal-hint = This opens when all are in, or when an absence is recorded with its reason.
review-reveal-without = Open without those who are missing
review-reveal-without-note = Their names stand in the journal as missing. Each function must have been heard.
review-reveal-now = Open now
review-remind = Invite and remind
review-absence = Record an absence
review-absence-note = Nobody waits for them any more. What they still write counts.
review-absent = Who is absent
review-absence-why = The reason
review-absence-do = Record
review-change-roster = Change who is asked
review-write-again = Write another version of my opinion
review-write-later = Add a later version of my opinion; the first one stays
review-now-good_things = One good thing from everyone
review-now-note-good_things = Answers show when all are in, so that nobody repeats another’s.
review-now-own_parts = How did we make it worse?
review-now-note-own_parts = Who has answered shows here. What was said will bear no name.
review-worth-note = What the client brings and takes, in money and beyond it; then the options against the weights that we set beforehand.
review-to-worth = What it is worth
review-to-options = Compare the options
review-ranking = By our weights, “{ $outcome }” comes first; it does in { $n } of 100 other weightings, too. Nothing is decided by that.
review-ending-note = Notices, refunds, time and cash: what an end would take, before anyone chooses it.
cited-run = The review rests on a kept run of the cost of ending.
cited-risk = { $kind ->
        [none] If we end now, cash falls below zero in none of the futures.
        [few] If we end now, cash falls below zero in fewer than one of 100 futures.
        [most] If we end now, cash falls below zero in more than 99 of 100 futures.
        [all] If we end now, cash falls below zero in every future.
       *[some] If we end now, cash falls below zero in { $n } of 100 futures.
    }
cited-repair = A repair leaves more than any end, and risks no more.
cited-see = The run as it was kept
review-to-scenario = Name the run it rests on
scenario-title = The run that the review rests on
scenario-asks = On which run of the cost of ending does this review rest?
scenario-note = Its figures are copied into the case and stay as they were, whatever is entered later.
scenario-run = Kept runs
scenario-none = No run of this client has been kept yet. Look at what ending costs, and keep the run there.
scenario-to-exit = To what ending costs
scenario-do = Rest the review on it
review-to-exit = What ending costs
review-to-decision = To the decision
review-left-out = Left out, with the reason
review-more = More
review-omit-complaints = Leave out the round of complaints
review-omit-options = Leave out the comparison of options
review-omit-scenario = Leave out what ending would cost
review-omit-why = Not needed because…
review-omit = Leave out
review-defer = Put the review off
review-defer-until = Until
review-defer-fact = Which fact is missing?
review-defer-do = Put off
review-to-weights = What counts how much when options are compared
review-recuse = Withdraw from this review
review-recuse-note = For a family tie, a share in the client, or anything else that would bend your judgement.
review-recuse-why = The reason
review-recuse-do = Withdraw
review-agenda-title = Read out before we begin
review-agenda = We begin with facts and put no one on trial. Each writes an opinion alone. We hear every complaint; then each of us names one good thing; then we ask how we made it worse.

answer-state-in = sent
answer-state-out = not sent yet
answer-state-excused = absent
answer-state-recused = withdrew
answer-state-missing = no opinion
opinions-are = { $parts }.
opinions-and = {", "}
opinions-for-repair = { $n ->
    [one] one would repair it
   *[other] { $n } would repair it
}
opinions-for-caution = { $n ->
    [one] one would continue with caution
   *[other] { $n } would continue with caution
}
opinions-for-end = { $n ->
    [one] one would end it
   *[other] { $n } would end it
}
opinions-for-unknown = { $n ->
    [one] one does not know enough
   *[other] { $n } do not know enough
}
opinions-single = one opinion only
opinions-agree = all { $known } see it alike
opinions-differ = { $n } of four choices among { $known } opinions
opinion-after = Written after the opinions were opened.
opinion-later = A later version, written after the opinions were opened.
opinion-later-alone = A later version, written before seeing the others.

complaints-title = Complaints
complaints-count = { $n ->
    [0] none
    [one] one
   *[other] { $n }
}
complaints-none = Nobody has raised one yet.
complaints-close = On to the good things
complaints-close-hint = After this no complaint is added; everyone is asked for one good thing.
complaint-text = What troubles you about this client?
complaint-hint = What happened, and when. One thing at a time.
complaint-nth = Number
complaint-same = Others who say the same
complaint-ground = What shows it
complaint-choose = Please choose
complaint-no-record = no record
complaint-rests-on = rests on:
complaint-number = No. { $n }
complaint-add = Add
complaint-merge = Two say the same
complaint-merged = This one
complaint-into = says the same as
complaint-merge-do = Put together

good-title = Good things
good-silent = Everyone was asked for one good thing and nobody named one. That is a strong signal, and no verdict: whoever decides still gives reasons.
good-declined = { $n ->
    [one] One of us named none.
   *[other] { $n } of us named none.
}
own-title = Our part
own-count = { $n ->
    [0] nothing in writing
    [one] one answer
   *[other] { $n } answers
}
own-protected = Kept without name and time, in no order. It is in no minutes, no archive and no export.
own-few = You are fewer than four: a wording may show who wrote it. You can record only what we will do better.
own-only-better = Only what we will do better was recorded.
own-close = Close and read
own-close-hint = After this nobody can add an answer, and what was said can be read.
improvements-title = What we will do better
improvements-note = With this client and with all others.
improvements-none = Nothing is agreed yet.
improvement-from = Make it an improvement
improvement-other = Agree on another improvement
improvement-text = What we will do
improvement-hint = In words that name nobody: these stand in the minutes.
improvement-owner = Who does it
improvement-due = Until
improvement-agree = Agree
improvement-until = until
improvement-done = done
improvement-late = its day has passed
improvement-finish = Done
dissent-title = Dissent
dissent-none = Nobody has recorded one.
dissent-write = Record that I see it otherwise
dissent-stance = What I would do
dissent-why = Word for word, as it will stand in the minutes
dissent-send = Record

answer-title = My answers
answer-place = Review of { $client }
answer-step = question { $n } of { $of }
answer-progress = Progress
answer-choice = Choice
answer-agenda = Before you begin
answer-stance = In your view, what should we do about { $client }?
answer-soft-stance = Speaking for { $department }. Your own view, before you see anyone else’s.
answer-stance-repair = a dated plan, then look again
answer-stance-caution = a cap on hours, a review date
answer-stance-end = by agreement or by notice
answer-stance-unknown = I will say what is missing
answer-stance-missing = Choose one; “I do not know enough” is an answer, too.
answer-why = Why?
answer-soft-why = Something you saw yourself says more than a description.
answer-why-label = My reason
answer-why-missing = Write in a few words why.
answer-hint-sales = What does this client bring, and what does winning the next order cost?
answer-hint-delivery = What does the work for this client ask of the team, and how is it received?
answer-hint-service = How do they speak with you, and what do they come back with again and again?
answer-hint-finance = What comes in, when, and what does it take to collect it?
answer-hint-management = What does this client do to the firm as a whole?
answer-mind = What would change your mind?
answer-soft-mind = Something that could happen, or that we could find out.
answer-mind-hint = For example: a payment by a day, a talk that was not held yet, a figure that nobody knows.
answer-mind-missing = Write one thing that would change your mind.
answer-complaints = What troubles you about { $client }?
answer-soft-complaints = Complaints are heard now, each with what shows it. None is needed.
answer-no-complaint = No complaint; go on
answer-good = Name one good thing about { $client }.
answer-soft-good = Small or large, so long as it is true.
answer-good-label = One good thing
answer-good-missing = Write one, or say that you cannot think of one.
answer-good-none = I cannot think of one
answer-good-hint = Once sent it cannot be changed; a later answer can stand beside it.
answer-own = How did we make it worse?
answer-soft-own = A habit, a promise, a way of working: ours, and nobody’s fault alone.
own-kind-wording = What we did
own-kind-wording-note = kept word for word, without name and time
own-kind-better = Only what we will do better
own-kind-better-note = nothing about the past is kept
own-text = In my words
own-send = Send without my name
own-aloud = Nothing in writing
answer-own-missing = Write something, or choose “Nothing in writing”.
answer-wait = Your answers are in. The next question opens soon.
answer-soft-wait = { $n ->
    [0] The facilitator goes on.
    [one] We wait for one answer.
   *[other] We wait for { $n } answers.
} This page moves on by itself; you may also close it and come back by the same link.
answer-over = You have answered everything. Thank you.
answer-closed = This review takes no answers now.
answer-begin = Begin
answer-next = Next
answer-back = Back
answer-send = Send
answer-sent-hint = Once sent it is sealed until all are in. It cannot be changed; a later version can stand beside it.
answer-to-review = To the review
answer-foot-agenda = Nobody sees your answer before everyone has answered.
answer-foot-stance = Nobody sees your answer before everyone has answered.
answer-foot-why = Nobody sees your answer before everyone has answered.
answer-foot-mind = Nobody sees your answer before everyone has answered.
answer-foot-complaints = A complaint bears your name, for the others can ask about it.
answer-foot-good = Silence is an answer, too; it is recorded as silence, not as a blank.
answer-foot-own = What you say here is kept without your name.
answer-foot-wait = Nobody sees your answer before everyone has answered.
answer-foot-over = Software prepares; people decide.
answer-foot-closed = Software prepares; people decide.

roster-title = Who is asked
roster-lede = { $n ->
    [0] In the records of the last { $days } days nobody is named who dealt with { $name }.
    [one] One person dealt with { $name } in the last { $days } days, by the records.
   *[other] { $n } people dealt with { $name } in the last { $days } days, by the records.
}
roster-found = By the records
roster-found-note = Everyone who deals with the client is asked, unless there is a reason.
roster-none = The records name none of our members
roster-none-note = Hours, messages and incidents say who dealt with a client. Those who did can be added below, with the reason.
roster-strangers = Named in the records, and no member
roster-strangers-note = They dealt with the client and cannot be asked here.
roster-map-names = Say who these names are
roster-others = Add someone
roster-others-note = Members whom the records do not name.
roster-department = Speaks for
roster-why-out = If not asked: why?
roster-why-in = Why added?
roster-reason-missing = Give a reason in a few words; it is sealed with the case.
roster-answered = has answered and keeps the seat
roster-fixed = The opinions are open, so who is asked stays as it is.
roster-save = Save
roster-cancel = Back
roster-dealt-lead = lead
roster-dealt-hours = hours
roster-dealt-messages = messages
roster-dealt-invoices = invoices
roster-dealt-incidents = incidents
roster-last = last on { $day }
roster-unnamed = Without anyone’s name there are: { $what }.
roster-unnamed-hours = { $n ->
    [one] one hour
   *[other] { $n } hours
}
roster-unnamed-messages = { $n ->
    [one] one message
   *[other] { $n } messages
}
roster-unnamed-invoices = { $n ->
    [one] one invoice
   *[other] { $n } invoices
}
roster-unnamed-deliverables = { $n ->
    [one] one deliverable
   *[other] { $n } deliverables
}

invitation-title = Invite and remind
invitation-lede = One link for all: whoever opens it signs in and comes to their own question.
invitation-awaited = We wait for
invitation-nobody = nobody
invitation-who = Who can open it
invitation-who-note = only those who have a seat in this review
invitation-qr = The link to the questions as a QR code
invitation-phone-note = In the room: everyone points their phone at it. From afar the link is enough; there is no hour at which all must be there.
invitation-remind = A reminder to copy
invitation-chat =
    { $firm }: your view on { $client } is asked. It takes about five minutes on the phone, whenever it suits you.
    { $address }
    Nobody reads your answer before everyone has answered.
