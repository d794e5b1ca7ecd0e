# The repair of a client's case: the plan, the meeting, what they say, the plan again, and the trial.
repair-title = Repair
repair-page-plan = Plan
repair-page-changes = What changed in the plan
repair-page-meeting = Meeting
repair-page-view = Their view
repair-page-answers = Our answer
repair-page-acknowledgement = Acknowledgement
repair-page-letter = Boundary letter
repair-page-trial = Trial
repair-page-evaluation = Evaluation
repair-ask-remedies = What could mend it with { $name }?
repair-note-remedies = Choose what fits; each becomes a point with an owner and a day. You can add and leave out points afterwards.
repair-do-remedies = Go on
repair-ask-plan = Who does what by when, so that it gets better with { $name }?
repair-note-plan = Few points that can be kept are better than many. What we owe stands beside what they owe.
repair-ask-again = What changes in the plan, now that { $name } was heard?
repair-note-again = The version before stays as it is; what changes is shown point by point.
repair-do-plan = Keep this version
repair-ask-meeting = How was the meeting with { $name }?
repair-note-meeting = The agenda is drafted from the plan and the weightiest findings. Change it as it was.
repair-do-meeting = Record the meeting
repair-ask-view = How does { $name } see the plan, in their own words?
repair-note-view = Write it as they say it, then read it back to them. It counts once they confirm it.
repair-do-view = Write it down
repair-ask-answers = Do we take up this point of { $name }?
repair-note-answers = Each point is taken up or declined, and each has its reason.
repair-do-answers = Answer
repair-ask-acknowledgement = What does { $name } say to the amended plan?
repair-note-acknowledgement = A refusal is recorded, too. Either way the trial can begin.
repair-do-acknowledgement = Record it
repair-ask-letter = When did { $name } acknowledge the boundary letter?
repair-note-letter = Boundaries that are crossed after that day count for the sixty days that follow.
repair-do-letter = Record the day
repair-ask-trial = By what will we see that it is better with { $name }?
repair-note-trial = The records are read against these limits every day of the trial. The limits are suggestions from the last 90 days.
repair-do-trial = Begin the trial
repair-ask-evaluation = Did the repair with { $name } succeed?
repair-note-evaluation = What the records read is kept with the answer. People decide, not the figures.
repair-do-evaluation = Keep the evaluation
repair-back = Back to the repair
repair-see-changes = See what changed
repair-ours = Ours
repair-theirs = Theirs
repair-plan-version = Version { $n }
repair-review = looked at again on { $day }
repair-view-on = Confirmed on { $day }.
repair-acknowledged = They acknowledged the plan.
repair-refused = They did not agree to the plan.
repair-letter-on = They acknowledged the boundary letter on { $day }.
repair-letter-after = { $n ->
    [0] No boundary was crossed since.
    [one] A boundary was crossed once since.
   *[other] Boundaries were crossed { $n } times since.
}
repair-steps = Steps of the repair
repair-step-plan = Plan
repair-step-meeting = Meeting
repair-step-view = Their view, answered
repair-step-second = Plan, amended
repair-step-acknowledged = Acknowledged
repair-step-trial = Trial
repair-stands-plan = The repair with { $name } begins with *a plan*.
repair-stands-meeting = The plan stands. Now { $name } is *met*.
repair-stands-client_view_of_plan = { $name } was met. Now *their view* is written down and confirmed.
repair-stands-plan_answers = { $name } was heard. Each of their points *wants an answer*.
repair-stands-second_plan = Every point of { $name } is answered. Now *the plan is amended*.
repair-stands-acknowledgement = The plan is amended. Does { $name } *acknowledge it*?
repair-stands-counsel_stop = Counsel *has stopped* this case.
repair-stands-ready = All is ready: *the trial* with { $name } can begin.
repair-stands-runs = The trial with { $name } *runs until { $day }*. { $left ->
    [one] One day is left.
   *[other] { $left } days are left.
}
repair-stands-over = The trial with { $name } *is over*. It wants to be evaluated.
repair-stands-succeeded = The repair with { $name } *succeeded*.
repair-stands-failed = The repair with { $name } *did not succeed*; the case went back to its review.
repair-gates = Before the trial
repair-trial = Trial
repair-plan = Plan
repair-plan-none = There is no plan yet.
repair-points = Points of the plan
repair-meeting = Meeting
repair-view = What they say
repair-agreed = What they agreed to
go-repair-plan = Write the plan
go-repair-meeting = Record the meeting
go-repair-view = Write down their view
go-repair-answers = Answer their points
go-repair-acknowledgement = Record what they say to it
go-repair-letter = Record that they acknowledged the boundary letter
go-repair-trial = Begin the trial
go-repair-evaluation = Evaluate the trial
gate-plan_answers = A point of the client’s has no answer
gate-how-plan_answers = Take up or decline each point, with the reason.
gate-name-plan_answers = Answers to their points

said-agenda = Agenda
said-attendees = Who came
meeting-agenda = Agenda
meeting-agenda-hint = A draft; one line a matter.
meeting-agenda-listen = How do they see it? We listen first.
meeting-attendees = Who came
meeting-attendees-hint = Theirs and ours.
view-waits = This was written down and not confirmed yet. Read it back to them; it counts once they confirm it.
view-again = Writing another view asks for new answers to its points.
view-text-hint = In their terms. One point a line: each line is answered on its own.
view-confirmed-hint = Until then it stands in the case and does not count.
answers-place = Point { $n } of { $of }
answers-accepted = Do we take it up?
answers-why = Why
answers-why-hint = They may ask. Say it as you would say it to them.
answers-title = What they said, and our answers
answers-open = Not answered yet.
answers-change = Answer anew
answer-accepted = Taken up
answer-declined = Declined
acknowledgement-way = What they say
acknowledgement-acknowledged = They acknowledge it
acknowledgement-refused = They do not agree
acknowledgement-means-acknowledged = They know the plan and will keep their part.
acknowledgement-means-refused = The trial can begin all the same; that they refused is part of the record.
acknowledgement-how = How they said it
acknowledgement-how-hint = By letter, in a call, by whom.
letter-none = The plan has no boundary letter. A point of the plan brings one.
letter-on = Acknowledged on

measure-of-paid_on_time = Paid on time
measure-of-days_late = Days late
measure-of-hours_beyond_agreed = Hours beyond those agreed
measure-of-revision_rounds = Revision rounds
measure-of-reply_days = Time to reply
measure-of-boundary_breaches = Boundaries crossed
measure-of-instalments_kept = Instalments kept
measure-of-satisfaction = Satisfaction
measure-of-delivered_on_time = Delivered on time, by us
measure-at-least = At least { $value }
measure-at-most = At most { $value }
measure-unit-days_late = { $n ->
    [one] one day
   *[other] { $value } days
}
measure-unit-hours_beyond_agreed = { $n ->
    [one] one hour
   *[other] { $value } hours
}
measure-unit-revision_rounds = { $n ->
    [one] one round
   *[other] { $value } rounds
}
measure-unit-reply_days = { $n ->
    [one] one business day
   *[other] { $value } business days
}
measure-unit-boundary_breaches = { $n ->
    [0] none
    [one] one
   *[other] { $value }
}
measure-unit-satisfaction = { $value } of 5
measure-limit-paid_on_time = Limit, at least, in percent of the bills due.
measure-limit-days_late = Limit, at most, in days on average.
measure-limit-hours_beyond_agreed = Limit, at most, in hours over the whole trial.
measure-limit-revision_rounds = Limit, at most, in rounds for each deliverable.
measure-limit-reply_days = Limit, at most, in business days.
measure-limit-boundary_breaches = Limit, at most, in number.
measure-limit-instalments_kept = Limit, at least, in percent of the instalments due.
measure-limit-satisfaction = Limit, at least, from 1 to 5.
measure-limit-delivered_on_time = Limit, at least, in percent of our deliverables.
reading-met = Within the limit
reading-missed = Beyond the limit
reading-blind = Not seen yet
reading-rests = { $n ->
    [one] rests on one record
   *[other] rests on { $n } records
}
trial-begins = First day
trial-ends = Last day
trial-ends-hint = A trial takes 30 to 90 days.
trial-measures = What we look at
trial-measures-none = Choose at least one thing to look at.
trial-reads = In the last 90 days:
trial-blind = The last 90 days show nothing of it.
trial-lacks-payments = Nothing can be said of it: no payments are known.
trial-limit-wrong = Give a limit that this measure can have.
trial-begins-past = A trial begins today or later.
trial-ends-wrong = A trial takes 30 to 90 days; choose another last day.
trial-days = From { $from } to { $to }
trial-note = As the records read today. Each figure opens the rows it rests on.
trial-note-ended = As the records read when the trial was evaluated.
evaluation-readings = What the measures read
evaluation-way = What we make of it
evaluation-succeeded = The repair succeeded
evaluation-failed = The repair did not succeed
evaluation-means-succeeded = They stay our client. This can be said from the last day of the trial on.
evaluation-means-failed = The case goes back to its review, not to an end.
evaluation-text = Why
evaluation-text-hint = What became better, what did not, and what is on us.
evaluation-too-soon = The trial runs until { $day }; that it succeeded can be said from then on.

remedy-change_staff = Other people
remedy-revise_terms = Other terms
remedy-reset_expectations = Expectations said anew
remedy-payment_plan = Payment plan
remedy-boundary_letter = Boundary letter
remedy-means-change_staff = Someone else of ours works with them, if whoever is moved agrees. Never against someone who complained.
remedy-means-revise_terms = Scope, price, payment, how changes are handled, conduct, notice.
remedy-means-reset_expectations = What each side expects: what we owe, what they owe, and by what it shows.
remedy-means-payment_plan = Named invoices are paid off in instalments.
remedy-means-boundary_letter = In writing: what is included, who decides, what happens otherwise.
plan-remedies = What may mend it
plan-remedies-none = Choose at least one.
plan-empty = A plan has at least one point.
plan-remedy = What it is
plan-remedy-choose = Choose
plan-words = What is agreed
plan-words-hint = One sentence that both sides read alike.
plan-words-hint-change_staff = Who takes over from whom, what it costs, and from when.
plan-words-hint-revise_terms = Which term, as it is, and as it shall be.
plan-words-hint-reset_expectations = What one side may expect of the other.
plan-words-hint-payment_plan = What they pay off, and what holds meanwhile.
plan-words-hint-boundary_letter = What is included, how it is decided, who approves, what happens otherwise.
plan-side = Whose it is to keep
plan-owner = Who keeps it
plan-owner-hint = One person, by name: one of us, or one of them.
plan-owner-unknown = Nobody of ours bears this name. There are: { $names }.
plan-due = By when
plan-measure = By what it shows
plan-measure-hint = If you wish: what both can look at.
plan-consent = Whoever is moved agrees
plan-consent-hint = Ask them first.
plan-consent-missing = Staff change only if whoever is moved agrees.
plan-drop = Leave this point out
plan-point = Point { $n }
plan-point-more = Add a point
plan-pay = Payment plan
plan-pay-note = Which invoices it pays off, and in which instalments.
plan-pay-veiled = Sums are not shown to you. Instalments are written by whoever sees the money.
plan-invoices = Invoices it pays off
plan-invoices-hint = With what is still open of each.
plan-invoices-closed = No invoice is open.
plan-invoices-none = Name the invoices that it pays off.
plan-invoices-mixed = These invoices are in several currencies; a plan pays off one currency.
plan-instalment = Instalment { $n }
plan-instalment-due = Due on
plan-instalment-amount = Amount
plan-instalment-more = Add an instalment
plan-instalments-none = Give at least one instalment: its day and its amount.
plan-amount-wrong = Give an amount above zero.
plan-review = Looked at again on
plan-review-hint = Within 90 days.
plan-review-wrong = Choose a day ahead, at most 90 days from today.
part-words = What is agreed
part-measure = By what it shows
part-remedy = What it is
part-side = Whose
part-owner = Who keeps it
part-due = By when
part-none = nothing
change-added = Added
change-dropped = Dropped
change-changed = Changed
change-kept = Kept
changes-lede = In the plan with { $name }: *{ $added } added, { $changed } changed, { $dropped } dropped*, { $kept } kept.
changes-heading = Repair plan, version { $to } beside version { $from }
changes-note = What is struck out stood in the version before.
changes-before = Before:
changes-after = Now:
changes-whole = In the plan as a whole
