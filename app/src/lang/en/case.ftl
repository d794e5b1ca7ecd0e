# Cases of clients whose future is in question: lists, stages, roles, gates, and why something was not done.
cases-title = Cases
cases-lede = { $n ->
    [one] One case is open.
    [2] Two cases are open.
    [3] Three cases are open.
    [4] Four cases are open.
    [5] Five cases are open.
   *[other] { $n } cases are open.
}
cases-adviser-note = You are asked to read these decisions; nothing else of the firm is open to you.
cases-open = Open
cases-rested = At rest
cases-note = Those that stand longest come first. You see the cases in which you take part.
cases-none = No client is under review.
cases-none-note = A review is opened from a client’s page, when its signs are serious enough or when someone asks for it.
cases-stands = Stands at
cases-since = Since
cases-opened = Opened
case-title = Review
case-lede = { $name } is at “{ $stage }” since { $day }.
case-happened = What happened
case-happened-note = Nothing here can be changed or removed.
case-comma = {", "}
words-closed = Sealed until the opinions are opened.
words-erased = These words were erased. That something was said stays.
said-stance = Opinion
said-priced_out = Why they are priced out instead of told
said-changes_my_mind = What would change my mind
said-on_repair = On repair
said-conditions = Conditions on which the client stays
said-added = { $member } was added
said-left-out = { $member } was left out
said-depends_on = What else depends on it
said-beyond_figures = Worth that no figure shows
said-as_new = Would we begin with them today

case-stage-triage = First questions
case-stage-fact_finding = Facts
case-stage-review = Review
case-stage-decided = Decided
case-stage-repair = Repair
case-stage-kept = Kept
case-stage-preparing_exit = Preparing the end
case-stage-withdrawn = Withdrawn
case-stage-protect = Protection

case-role-lead = case lead
case-role-function = department
case-role-facilitator = facilitator
case-role-decision_owner = decision owner
case-role-finance = finance
case-role-counsel = legal counsel
case-role-guardian = people guardian
case-role-compliance = compliance officer
case-role-dpo = data protection officer
case-role-it = keeper of access rights
case-role-auditor = auditor
case-role-administrator = system administrator
case-role-reporter = reporter

case-cause-findings = what the records show
case-cause-person = a colleague’s request
case-cause-continuance = the regular question whether to go on
case-cause-guardrail = a limit that was crossed
case-cause-report = a report

case-skip-data = data review
case-skip-contracts = contracts
case-skip-finance_snapshot = fresh figures
case-skip-client_view = the client’s view
case-skip-complaints = round of complaints
case-skip-options = comparison of options
case-skip-scenario = what ending would cost
case-skip-conflicts = ties to the client

case-action-see = Seeing this case
case-action-speak_in_review = Speaking in the review
case-action-facilitate = Leading the rounds
case-action-work = Working on the case
case-action-see_money = Seeing sums
case-action-work_figures = Working with the figures
case-action-name_roles = Giving roles
case-action-decide = Deciding
case-action-second_decision = Confirming another’s decision
case-action-counsel = Counsel’s word
case-action-counsel_stop = Stopping the case for legal reasons
case-action-protect = Protecting people
case-action-assess_duty = Judging the duty to report
case-action-hold_work = Stopping work
case-action-export_dossier = Taking the file out
case-action-approve_notice = Approving the notice
case-action-start_suspension = Suspending services
case-action-approve_stop = Agreeing to what is stopped
case-action-dispose_of_data = Disposing of data
case-action-own_report = One’s own report

stance-repair = Repair
stance-caution = Continue with caution
stance-end = End
stance-unknown = I do not know enough
department-sales = sales
department-delivery = delivery
department-service = customer service
department-finance = finance
department-management = management
door-discomfort = Discomfort
door-interpretation = Open to interpretation
door-wrong = Always wrong
measure-company = Never alone with them
measure-channel = Another channel
measure-remove_contact = Contact person replaced
measure-pause_contact = Contact paused
measure-reassignment = Other work, by their own wish
measure-support = Support
milestone-acknowledged = Receipt confirmed
milestone-protection_decided = Protection offered and answered
milestone-contact_named = Contact person named
milestone-statement_taken = Statement taken
milestone-client_approached = Client spoken to
milestone-second_reading = Read by a second person
milestone-context_noted = Context written down
milestone-pattern_sought = Looked whether it happened before
milestone-other_side_heard = Other side heard
milestone-explained = Explained
milestone-not_borne_out = Found not to be so
milestone-outcome_told = Outcome told
milestone-client_told = Client told of the decision
milestone-retaliation_checked_30 = Looked for retaliation after 30 days
milestone-retaliation_checked_90 = Looked for retaliation after 90 days
milestone-retaliation_checked_180 = Looked for retaliation after 180 days
milestone-closed_by_person = Closed by the person concerned
milestone-closed = Closed
guard-price_floor = price floor
guard-exposure_cap = most that may be open
guard-capacity_cap = most hours in a month
guard-review_date = review date

refused-not-yours = { $action } is not yours here. It belongs to: { $roles }.
refused-not-yours-next = Nothing was changed. { $names ->
    [empty] Nobody holds this role yet; the decision owner can give it.
   *[other] Ask { $names }.
}
refused-missing = Not yet: something has to be there first.
refused-missing-next = What you wrote is still here. Bring what is missing and try again.
refused-not-now = This has its place in another step; the case is at “{ $stage }”.
refused-not-now-next = Nothing was changed. The case’s page says what comes next.
refused-protected = This takes the protected road, and nothing of your answer was kept here.
refused-protected-next = A report reaches only the people whom you choose. It takes two minutes and needs no proof.
refused-invalid = { $field }: { $why }.
refused-invalid-next = What you wrote is still here.
refused-done = This has been done already.
refused-done-next = Nothing was changed; the case’s page shows what stands.
refused-same-person = The same person cannot do both.
refused-same-person-next = Nothing was changed. Someone else has to do this.
refused-too-soon = Not before { $day }, { $time }. A decision rests a day before the same person confirms it.
refused-too-soon-next = Nothing was changed and nothing is lost. Come back then.
refused-departs = The notice does not agree with what was confirmed in the text of its contract. { $terms }.
refused-departs-next = Compute it anew by the confirmed terms and mend the letter; or correct the term beside the contract’s text.
refused-contradicts = The text says something else than the case knows.
refused-contradicts-next = Nothing was changed. Mend the text or what the case says; or a second person releases the letter as it is, with reasons.
refused-underway = This letter is on its way by mail, and stands still until it is known what came of it.
refused-underway-next = Nothing was changed. The letter’s mail page says where it stands.
refused-not-asked = Only those who have a seat in this review answer here.
refused-not-asked-next = Nothing was changed. The facilitator can give you a seat.
refused-changed = Others acted while you were writing, so nothing of yours was saved yet.
refused-changed-next = What you wrote is still here. Read what happened meanwhile, then send it again.
refused-since = Meanwhile

case-field-text = Text
case-field-day = Date
case-field-number = Number
case-field-member = Person
case-field-choice = Choice
case-why-empty = something has to be given
case-why-too_long = too long
case-why-in_the_past = it has to lie ahead
case-why-in_the_future = it has to have come
case-why-too_early = it would come before the contract lets it
case-why-too_late = it would come too late for the end of the term. Compute the notice again for the day on which it is sent: it then ends the next term, and the letter has to say so
case-why-before_client = the client hears of it first
case-why-too_far = too far
case-why-too_short = too little
case-why-unknown = not known here
case-why-not_allowed_here = not possible here

gate-triage = The first questions are not answered
gate-how-triage = Law, conduct and threats come before everything else.
gate-conflicts = Not everyone who decides has said whether something ties them to the client
gate-how-conflicts = Each says that nothing does, or withdraws from judging.
gate-data = Nobody looked at how complete the records are
gate-how-data = Below 70%, the gaps have to be named.
gate-contracts = The contracts are not located
gate-how-contracts = Name those that hold, or say that there is none.
gate-finance_snapshot = The figures are older than 30 days
gate-how-finance_snapshot = Figures are frozen when a case is opened.
gate-roster = It is not settled who takes part
gate-how-roster = Everyone who dealt with the client in the last twelve months is proposed.
gate-client_view = What the client thinks is not written down
gate-how-client_view = In their own terms, as far as you know them.
gate-opinions = Opinions are missing
gate-how-opinions = Each writes alone; whoever is absent writes, or is excused with a reason.
gate-reveal = The opinions are still closed
gate-how-reveal = They are opened when all are in, or when the facilitator closes the round.
gate-complaints = The round of complaints is open
gate-how-complaints = All complaints are heard before anyone names a good thing.
gate-good_things = Not everyone was heard on one good thing
gate-how-good_things = Naming none is an answer, too.
gate-own_parts = The question of our own part is open
gate-how-own_parts = Each answers without their name; the facilitator closes it.
gate-options = The options were not compared
gate-how-options = With the weights that the firm set beforehand.
gate-scenario = What ending would cost is not known
gate-how-scenario = A saved run of the simulation is tied to the case.
gate-talk = There is no record of a talk with the client
gate-how-talk = Record it. Where it would be unsafe, say so; for money, counsel has to write that it is not needed.
gate-ground = No ground is named
gate-how-ground = An end rests on at least one ground.
gate-proof = A ground lacks its proof
gate-how-proof = A frozen finding of the right kind, one good record, or two notes made at the time.
gate-counsel_for_ground = Counsel has not written about this ground
gate-how-counsel_for_ground = Conduct and law as grounds need counsel’s written word.
gate-own_part_review = Our own part in the findings was not looked at
gate-how-own_part_review = Our own delivery may be the cause; look at it first.
gate-lawful_reason = The reason may not be lawful
gate-how-lawful_reason = A protected trait, retaliation or a lawful complaint is never a reason to end.
gate-repair_considered = It is not said why repair is not enough
gate-how-repair_considered = Say what was tried, and why repair does not do.
gate-review_day = There is no day on which it is looked at again
gate-how-review_day = At most 90 days ahead.
gate-guardrails = The limits are not set
gate-how-guardrails = At least one number above zero, and a review day at most 90 days ahead.
gate-execution = It is not said who does it, how and when
gate-how-execution = Name a person, a way and a day.
gate-protection_first = Protection is not settled
gate-how-protection_first = People come first, whatever becomes of the client.
gate-duty = The duty to report was not judged
gate-how-duty = Counsel or compliance judges it before anything else.
gate-decision = There is no signed decision
gate-how-decision = The decision owner signs it.
gate-second_approval = A second person has not approved it
gate-how-second_approval = This client is so large that one person alone does not end it.
gate-reading = Nobody else has read the decision
gate-how-reading = The cause is personal, so someone else reads it first.
gate-cooling_off = The decision has not rested for a day
gate-how-cooling_off = You decide alone here; confirm it after 24 hours, or ask an adviser.
gate-plan = There is no plan
gate-how-plan = Write the first version.
gate-meeting = The client was not met
gate-how-meeting = Meet them once the plan stands.
gate-client_view_of_plan = The client’s view of the plan is missing
gate-how-client_view_of_plan = Write it in their terms and have them confirm it.
gate-second_plan = The plan was not amended after they were heard
gate-how-second_plan = Write the second version, point by point.
gate-acknowledgement = It is not known whether the client agrees to the plan
gate-how-acknowledgement = Record that they acknowledged it, or that they refused.
gate-counsel_waits = Counsel’s last word is to wait
gate-how-counsel_waits = Counsel writes anew once it may go on.
gate-name-counsel_waits = Counsel’s word
gate-counsel_stop = Counsel has stopped this case
gate-how-counsel_stop = Counsel releases it.

# The page of one case.
stand-triage = { $name } is *up for review*. { $days ->
    [0] It was opened today.
    [one] It was opened yesterday.
   *[other] It was opened { $days } days ago.
}
stand-fact_finding = We are *gathering the facts* about { $name }.
stand-review = { $name } is *in review*.
stand-decided = A decision about { $name } is signed: *{ $outcome }*.
stand-repair = We are *repairing* the relation with { $name }.
stand-kept = { $name } *stays our client*.
stand-preparing_exit = It is decided to end with { $name }: *{ $outcome }*.
stand-withdrawn = The review of { $name } was *withdrawn*.
stand-protect = People are *protected first*, whatever becomes of { $name }.
stand-needed = Needed next:
stand-ready = Nothing stands before “{ $stage }” any more.
limit-triage = The first questions should be answered by { $day }.
limit-fact_finding = The facts should be together by { $day }.
limit-review = The review should come to a decision by { $day }.
limit-preparing_exit = The end should be prepared by { $day }.
limit-kept = It is looked at again on { $day }.
limit-repair = The repair is looked at on { $day }.
limit-given = That is { $given ->
    [one] one business day
   *[other] { $given } business days
} from its beginning.
limit-past = That was { $late ->
    [one] yesterday
   *[other] { $late } days ago
}.
rail-follows = What follows
case-rail = Stages
case-gates-fact_finding = Before the facts
case-gates-review = Before the review
case-gates-decided = Before a decision can be signed
case-gates-repair = Before the repair begins
case-gates-kept = Before the decision stands
case-gates-preparing_exit = Before the end is prepared
case-gates-protect = Before people are protected
case-enter = Go on to “{ $stage }”
case-more = More in this case
case-gathered = What we know so far
case-cause = Opened for
case-track = How much is asked
case-track-light = Light
case-track-light-hint = Few steps are required; the others are offered.
case-track-full = Full
case-track-full-hint = Every step is required.
case-back = Back to the case
case-hold-title = Stop work
case-hold-asks = Shall work for this client stop, and who is asked about it?
case-hold-note = Everyone who works for the client sees that work is stopped and whom to ask. Why, only this case knows.
case-not-now = Not now
case-why = The reason
case-yes = Yes
case-no = No
case-choose-one = Choose one.
case-day-missing = Give a day.
case-earlier = { $n ->
    [one] One earlier entry
   *[other] { $n } earlier entries
}
case-hash = The seal of the last entry, which binds all before it:
case-counsel-stop = Counsel has stopped this case. Nothing goes out until counsel releases it; days go on counting.
case-deferred = The review is put off until { $day }, for a fact is missing.

gate-state-met = there
gate-state-missing = missing
gate-state-offered = offered
gate-state-skipped = left out
gate-not-needed = Not needed because…
gate-name-triage = First questions
gate-name-conflicts = Ties to the client
gate-name-data = Completeness of the records
gate-name-contracts = Contracts
gate-name-finance_snapshot = Figures
gate-name-roster = Who takes part
gate-name-client_view = The client’s view
gate-name-opinions = Opinions
gate-name-reveal = Opening of the opinions
gate-name-complaints = Complaints
gate-name-good_things = One good thing
gate-name-own_parts = Our own part
gate-name-options = Options compared
gate-name-scenario = What ending would cost
gate-name-talk = Talk with the client
gate-name-ground = Ground
gate-name-proof = Proof
gate-name-counsel_for_ground = Counsel’s word
gate-name-own_part_review = Our own part in the findings
gate-name-lawful_reason = Lawful reason
gate-name-repair_considered = Repair considered
gate-name-review_day = Review day
gate-name-guardrails = Limits
gate-name-execution = Who, how and when
gate-name-decision = Signed decision
gate-name-second_approval = Second approval
gate-name-reading = Reading by someone else
gate-name-cooling_off = A day’s rest
gate-name-protection_first = Protection
gate-name-duty = Duty to report
gate-name-counsel_stop = Legal stop
gate-name-plan = Plan
gate-name-meeting = Meeting
gate-name-client_view_of_plan = The client’s view of the plan
gate-name-second_plan = Second version of the plan
gate-name-acknowledgement = Acknowledgement

go-triage = Answer the first questions
go-ties = Say whether you are tied
go-data = Look at the records
go-contracts = Locate the contracts
go-figures = Look at the figures
go-client-view = Write down the client’s view
go-own-part = Look at our own part
go-review = To the review
go-review-scenario = Name the run
go-decision = To the decision
go-minutes = Minutes
go-repair = To the repair
go-talk = Record a talk
go-causes = Weigh possible causes
go-counsel = Counsel’s word
go-hold = Stop or resume work
go-legal-stop = Legal stop
go-roles = Who is who
go-deferral = Put the review off
go-reopening = Reopen the decision
go-withdrawal = Withdraw the case

gathered-data-name = Records
gathered-contracts-name = Contracts
gathered-no-contract = There is none.
gathered-client-view-name = The client’s view
gathered-causes-name = Possible causes
gathered-own-part-name = Our own part
gathered-own-part = It was looked at.
gathered-talk-name = Talk
gathered-talk = On { $day }, by { $who }.
gathered-no-talk = Left out, for it would be unsafe.
gathered-counsel-name = Counsel

frozen-title = What it began from
frozen-note = The findings of the day it was opened, held beside today
frozen-none = No finding stood on that day; someone asked for the review.
frozen-same = Stands unchanged today.
frozen-worse = Today: { $level }. It got worse.
frozen-eased = Today: { $level }. It eased.
frozen-gone = No longer seen today.
frozen-unknown = We do not know how it stands today.
frozen-new = Came after the opening.
frozen-ours = Our own work may be the cause.
frozen-quiet = { $n ->
    [one] One finding only to watch
   *[other] { $n } findings only to watch
}
frozen-fresh = { $n ->
    [one] One finding came since
   *[other] { $n } findings came since
}
figures-title = Figures
figures-note = As of { $day }; for those who may see sums in this case
figures-renew = Take the figures anew
figure-lacks = Unknown; lacks
figure-unknown = Unknown
figure-of-revenue = Revenue of a year, net
figure-of-share = Share of our revenue
figure-of-receivable = Unpaid, gross
figure-of-overdue = Overdue, gross
figure-of-unbilled = Worked and not billed
figure-of-contribution = Left over in the last quarters
figure-of-hourly_rate = What an hour earned
figure-of-quality = Our own quality

roles-title = Who is who
roles-lede = One person may be several. What nobody was given falls to the owner.
roles-note = Only who takes part in a case can see that it exists.
roles-nobody = Nobody.
roles-falls-to = Falls to
roles-end = End
roles-give = Give a role
roles-role = Role
roles-does = What it does
roles-given = Given to
roles-member = Person
roles-do = Give it
role-does-decision_owner = Decides, signs, and answers for it.
role-does-lead = Runs the case; does not decide.
role-does-facilitator = Leads the rounds and belongs to no side.
role-does-function = Deals with the client, and speaks in the review.
role-does-finance = Sees the figures and brings what ending would cost.
role-does-counsel = Writes counsel’s word, confirms decisions, can stop the case.
role-does-guardian = Protects the team.
role-does-compliance = Judges the duty to report; can stop the case.
role-does-dpo = Sees to data and its disposal.
role-does-it = Keeps the list of access rights.
role-does-auditor = Reads.

opening-title = Open a review
opening-lede = Shall we put the future with { $name } on the table?
opening-note = A review begins neutral: keeping, repairing and ending are weighed on the same evidence. Only who takes part sees it.
opening-begins = It would begin from these findings, frozen as they stand today:
opening-no-findings = The records show no finding that would call for it. It may be opened all the same.
opening-reason = What makes you ask?
opening-reason-hint = A sentence or two. It is sealed and shown to those who take part.
opening-reason-missing = Say in a sentence why.
opening-cause = What calls for it
opening-do = Open the review
opening-open = A review of this client is under way, at “{ $stage }”; there is one at a time.
opening-rests = A review of this client came to rest on { $day }. Another can be opened from { $until } on, or at once if the signs get worse; and its decision owner can reopen it.
opening-to-case = To the case
opening-ask-owner = If you dealt with the client, you will be asked; otherwise speak to the owner.
