# Learning: the retrospective of an end, its lessons, and what came of them.

case-stage-learned = Learned from
case-gates-learned = Before it counts as learned from
stand-learned = The end with { $name } is *looked back upon*, and sealed.
limit-closed = The retrospective should be held by { $day }.
deadline-retrospective = The retrospective
refused-identifies = Everyone will read this, and it tells of whom it tells: { $marks }.
refused-identifies-next = Say it without names, sums, dates and addresses. What you wrote is kept below.
identifies-name = a name
identifies-sum = a sum or a number
identifies-date = a date
identifies-address = an address

go-retrospective = The retrospective
retrospective-closed = What do we *take with us* from this end?
retrospective-learned = This is what we *took with us*.
retrospective-lessons = Lessons
retrospective-lessons-note = Each changes how we work or whom we take, or keeps what went well. Their words name nobody: everyone in the firm reads them.
retrospective-no-lessons = No lesson has been accepted yet.
retrospective-answers = Three sets of questions
retrospective-held = Held on
retrospective-forecast = What we foresaw, and what came
retrospective-no-forecast = Not compared yet.
retrospective-own = Our own part
retrospective-good = What went well, and goes on
retrospective-no-good = Nothing has been written down yet.
retrospective-moments = How it came about
retrospective-moments-note = From the first sign to the closing, as the journal has it. Each moment leads to where it is written.
rests-on = Rests on:
set-management = Our own management
set-expectations = Expectations
set-obstacles = Legal and financial obstacles
set-open = { $n ->
    [one] One question has no answer.
   *[other] { $n } questions have no answer.
}
question-first_sign = What did we do when the first sign was there?
question-told = Did we tell the client plainly and in time what troubled us?
question-own_work = What in our own work made it worse?
question-late = What did we decide too late, or not at all?
question-promised = What did we promise that we could not do?
question-expected = What did they expect that was never agreed?
question-changed = What changed on either side that nobody spoke of?
question-clause = Which clause, or which missing one, stood in the way?
question-payment = Which terms of payment or prices let it grow?
question-law = Which law, permit or duty held it up or made it dearer?
question-rests = What the answer rests on
question-rests-hint = A finding, something in the journal, a letter, a record. If there is nothing, say so.
question-rests-missing = Choose what it rests on, or that it rests on nothing written.
evidence-nothing = Nothing written
evidence-finding = Finding:
lesson-unknown = There is no lesson of that number in this case. Go back to the retrospective and choose one there.
evidence-finding-hidden = A finding that is not shown to you
evidence-letter = Letter:
moment-sign = First sign
moment-opened = Opened
moment-cause = Possible cause
moment-talk = Talk
moment-review = Review
moment-decision = Decision
moment-repair = Repair
moment-notice = Notice
moment-handover = Handover
moment-money = Account
moment-closing = Closing

compared-cash = Cash
compared-cash-says = { $n ->
    [none] No run of the cost of ending was cited.
   *[other] Foreseen below zero in { $n } of 100 futures.
} { $below ->
    [yes] It fell below zero.
    [no] It did not fall below zero.
   *[unknown] What came is not known yet.
}
compared-replacement = Replacement
compared-replacement-says = { $known ->
    [yes] Eight of ten were expected to sign within { $low } to { $high } months.
   *[no] No time was foreseen.
} { $replaced ->
    [yes] It took { $took } months from the decision to the signature.
   *[no] Nobody has signed yet, or it is not known.
}
compared-last = Last day
compared-last-of = Last day of { $contract }
compared-last-says = Computed: { $computed }. It came on { $came }: { $way ->
    [same] the same day.
    [later] { $n ->
        [one] one day later.
       *[other] { $n } days later.
    }
   *[earlier] { $n ->
        [one] one day earlier.
       *[other] { $n } days earlier.
    }
}
compared-receipt = Receipt
compared-receipt-of = Receipt of the notice of { $contract }
compared-receipt-says = Computed: { $computed }. It was received on { $came }.
compared-obligations = Obligations
compared-obligations-says = { $n ->
    [0] None was done with a day.
   *[other] { $kept } of { $n } were done by the day first agreed.
}
own-parts-count = { $n } answered the question of our own part with words; who said what is not known.
own-parts-few = Fewer than four answered with words, so they are not counted.
own-parts-unasked = The question was not asked in this review.
lesson-owned = · sees to it:
lesson-form-policy = How we work
lesson-form-policy-hint = Terms, prices, thresholds: a change with an owner and a day.
lesson-form-criterion = Whom we take
lesson-form-criterion-hint = A criterion that the next client is held against.
lesson-form-practice = What we keep
lesson-form-practice-hint = It went well; nothing changes.
change-says = From { $day }; { $member } sees to it.
change-version-n = Policy of signs, version { $n }
change-no-version = A rule outside the policy of signs
monitor-until = The causes are watched for with other clients until { $day }; { $member } is told.
recurrence-says = Seen again: { $clients ->
    [0] with no other client in the findings
    [one] the finding with one other client
   *[other] the finding with { $clients } other clients
}{ $cases ->
    [0] .
   *[other] , and the cause in { $cases } other cases.
}
rates-before = In the year before: { $n ->
    [one] one of { $of } other clients
   *[other] { $n } of { $of } other clients
}, or { $yearly } of 100 in a year.
rates-before-few = In the year before: fewer than four other clients, so nothing is counted.
rates-after = Since then: { $n ->
    [one] one of { $of } other clients
   *[other] { $n } of { $of } other clients
}, or { $yearly } of 100 in a year.
rates-after-few = Since then: fewer than four other clients, so nothing is counted.
effect-kept = As kept on { $day }.
effect-blind = No finding shows this cause, so nothing is counted. What it changed is judged by people.
go-policy = The policy of signs
go-lessons = All lessons

go-questions-management = Answer: our own management
ask-questions-management-title = Our own management
ask-questions-management = What was our part in how it was led?
ask-questions-management-note = Answer what can be answered; each answer says what it rests on.
ask-questions-management-do = Keep
go-questions-expectations = Answer: expectations
ask-questions-expectations-title = Expectations
ask-questions-expectations = What did both sides expect?
ask-questions-expectations-note = Promises of ours and hopes of theirs, as they were written or said.
ask-questions-expectations-do = Keep
go-questions-obstacles = Answer: legal and financial obstacles
ask-questions-obstacles-title = Legal and financial obstacles
ask-questions-obstacles = What stood in the way, in the contract, in money or in law?
ask-questions-obstacles-note = What another contract, another price or another order of payment would have changed.
ask-questions-obstacles-do = Keep
go-own-parts-summary = Sum up our own part
ask-own-parts-summary-title = Our own part
ask-own-parts-summary = What do the answers about our own part come to?
ask-own-parts-summary-note = Themes, not people. The answers themselves are destroyed one day; this sum stays.
ask-own-parts-summary-do = Keep
own-parts-text = The sum
own-parts-hint = Without names, sums and dates.
go-forecast-fact = Compare forecast and fact
ask-forecast-fact-title = Forecast and fact
ask-forecast-fact = What came of what we foresaw?
ask-forecast-fact-note = The rest is taken from the case itself.
ask-forecast-fact-do = Keep
forecast-below = Did cash fall below zero?
forecast-no = No
forecast-yes = Yes
forecast-unknown = Not known yet
forecast-replaced = The client who makes up for it, and has paid, signed on
forecast-replaced-hint = Leave it empty while nobody has. The forecast, too, counts to the signature; until the full pay it counts on by itself.
forecast-text = What explains the difference
go-good-things-kept = Keep what went well
ask-good-things-kept-title = What went well
ask-good-things-kept = What went well in spite of all, and goes on?
ask-good-things-kept-note = Above is what the review named.
ask-good-things-kept-do = Keep
good-things-text = What we go on doing
go-replacement-status = Say where the replacement stands
ask-replacement-status-title = The replacement
ask-replacement-status = Where does the plan for what comes in their stead stand?
ask-replacement-status-note = Who sees to it, and what is done or left undone on purpose. It can be said again as long as the case is not sealed.
ask-replacement-status-do = Keep
replacement-status = The plan
replacement-status-replaced = The contribution is replaced
replacement-status-under_way = Under way
replacement-status-not_begun = Not begun yet
replacement-status-not_sought = Not sought, on purpose
replacement-status-text = What is done, or why nothing is
replacement-status-says = { $status }; { $member } sees to it.
retrospective-replacement = What comes in their stead
retrospective-no-replacement = Nobody has said yet where the plan stands.
go-retrospective-held = Record the retrospective
ask-retrospective-held-title = The retrospective
ask-retrospective-held = When was the retrospective held, and what did it come to?
ask-retrospective-held-note = The answers stand already; this closes the talk about them.
ask-retrospective-held-do = Record
held-on = Held on
held-text = What it came to
held-text-hint = How one thing led to another, in a few sentences. Only those who take part in the case read it.
go-lesson = Accept a lesson
ask-lesson-title = A lesson
ask-lesson = What do we do differently, or keep?
ask-lesson-note = One sentence that someone who knows nothing of this client can use.
ask-lesson-do = Accept
lesson-text = The lesson
lesson-text-hint = Everyone in the firm reads it: without clients, people, sums, dates and addresses.
lesson-cause = The cause
lesson-finding = The finding in which it shows
lesson-finding-hint = By it the program sees whether the cause comes back with others.
lesson-no-finding = None shows it
lesson-form = What it changes
lesson-owner = Who sees to it
go-no-lesson = There is no lesson
ask-no-lesson-title = No lesson
ask-no-lesson = Why is there nothing to learn?
ask-no-lesson-note = That happens: a client is sold, or closes. It needs a reason that others can follow.
ask-no-lesson-do = Record
no-lesson-text = The reason
go-lesson-withdrawal = Withdraw
ask-lesson-withdrawal-title = Withdrawing a lesson
ask-lesson-withdrawal = Why does it not hold?
ask-lesson-withdrawal-note = It leaves the library that everyone reads and is watched for no longer. The case keeps it, and what it changed stands until it is changed again.
ask-lesson-withdrawal-do = Withdraw
lesson-withdrawal-text = Why
lesson-withdrawn = Withdrawn on { $day }.

go-lesson-change = File the change
ask-lesson-change-title = A change
ask-lesson-change = What changes, from when, and who sees to it?
ask-lesson-change-note = Without an owner and a day nothing changes.
ask-lesson-change-do = File
change-text = What changes
change-text-hint = The rule as it will read.
change-on = From
change-version = In the policy of signs
change-version-hint = The version in which a threshold was changed for it. Other rules have none.
change-criterion = The criterion for the next client
change-criterion-hint = The one that came of this lesson. One that is worded later and cites the lesson stands here by itself.
change-no-criterion = None yet
lesson-criterion = Criterion for the next client:
go-lesson-monitor = Watch for it
ask-lesson-monitor-title = Watching
ask-lesson-monitor = Who is told if a cause comes back?
ask-lesson-monitor-note = For a year after the last lesson its finding and its cause are looked for with other clients.
ask-lesson-monitor-do = Watch
monitor-owner = Who is told
go-lesson-effect = Keep what was counted
ask-lesson-effect-title = Effect
ask-lesson-effect = Has it become rarer with others?
ask-lesson-effect-note = Findings of others in the year before the lesson and since, over the clients that could have them. What people dismissed does not count, nor what is only watched.
ask-lesson-effect-do = Keep this count

gate-answers = A set of questions has no answer
gate-how-answers = One answer in each set; on the full track every question.
gate-name-answers = Three sets of questions
gate-own_parts_summed = Our own part is not summed up
gate-how-own_parts_summed = Its themes, without names.
gate-name-own_parts_summed = Our own part
gate-forecast_compared = Forecast and fact are not compared
gate-how-forecast_compared = Cash, replacement, days and obligations.
gate-name-forecast_compared = Forecast and fact
gate-good_things_kept = What went well is not written down
gate-how-good_things_kept = What goes on in spite of this end.
gate-name-good_things_kept = What went well
gate-retrospective = The retrospective is not held
gate-how-retrospective = Together, within thirty days of the closing.
gate-name-retrospective = Retrospective
gate-lessons = No lesson is accepted
gate-how-lessons = At least one, or a reason why there is none.
gate-name-lessons = Lessons
gate-changes = What a lesson changes is not filed
gate-how-changes = With an owner and a day.
gate-name-changes = Changes
gate-replacement_plan = It is not said where the replacement stands
gate-how-replacement_plan = Its state and who sees to it; not to look for one is an answer, too.
gate-name-replacement_plan = The replacement
gate-monitor = Nothing is watched for
gate-how-monitor = Whether the causes come back, for a year.
gate-name-monitor = Watching
case-skip-own_parts_summed = The sum of our own part
case-skip-forecast_compared = Forecast and fact
case-skip-good_things_kept = What went well
case-skip-replacement_plan = Where the replacement stands
case-skip-monitor = Watching for the causes

event-RetrospectiveAnswered = { $who } answered: “{ $question }”
event-OwnPartsSummed = { $who } summed up our own part.
event-ForecastCompared = { $who } compared what was foreseen with what came.
event-GoodThingsCarriedOn = { $who } wrote down what went well and goes on.
event-ReplacementStated = { $who } said where the replacement stands: { $status }; { $member } sees to it.
event-RetrospectiveHeld = { $who } recorded the retrospective of { $day }.
event-LessonAccepted = { $who } accepted lesson { $n } ({ $cause }): { $form ->
    [policy] it changes how we work.
    [criterion] it changes whom we take.
   *[practice] it keeps what went well.
}
event-LessonWithdrawn = { $who } withdrew lesson { $n }.
event-NoLessonFound = { $who } recorded that there is no lesson.
event-PolicyChanged = { $who } filed what lesson { $n } changes from { $day }; { $member } sees to it.
event-MonitorSet = { $who } has the causes watched for until { $day }; { $member } is told.
event-RecurrenceDetected = { $who } saw the cause of lesson { $n } again: { $clients ->
    [0] no finding of others
    [one] a finding with one other client
   *[other] findings with { $clients } other clients
}{ $cases ->
    [0] .
   *[other] , { $cases } other cases.
}
event-EffectMeasured = { $who } kept what was counted before and after lesson { $n }.
