# Records: lists and single ones.
records-lede = { $n ->
    [0] There are no { $kind } of { $name } here.
    [one] *One record* of { $name } is kept here, with its file and line.
   *[other] *{ $n } records* of { $name } are kept here, each with its file and line.
}
records-own-hours = { $n ->
    [0] None of the hours for { $name } are yours. You see your own only.
    [one] *One record* of your own hours for { $name }. You see your own only.
   *[other] *{ $n } records* of your own hours for { $name }. You see your own only.
}
records-nothing = Nothing here yet.
pulse-hidden = { $n ->
    [one] One answer has come in. Below { $least } none is shown, so that nobody can be recognised.
   *[other] { $n } answers have come in. Below { $least } none is shown, so that nobody can be recognised.
}
record-enter = Enter one by hand
record-edit = Correct it
record-put-back = Why, and put it back
record-source = Source
source-line = line { $line }
source-hand = by hand
record-from-file = It stands in *line { $line }* of { $file }.
record-corrected-by = The file has { $original } in “{ $column }”; { $by } corrected it to { $corrected } on { $day }.
record-corrected = The file has { $original } in “{ $column }”; it was corrected to { $corrected } on { $day }.
record-by-hand = It was *entered by hand*.
record-gone = It was *withdrawn* and counts no more; its past stays.
record-says = What it says
record-resting = What rests on it
record-past = Its past
record-past-nothing = It never changed.
past-entered = entered by hand
past-withdrawn = withdrawn
past-by-file = changed by { $file }
past-by-hand = changed by hand
past-began = came in with line { $line } of { $file }
past-caption = What changed
past-field = Field
past-before = Before
past-after = After
field-empty = nothing
fact-file = File
fact-line = Line
fact-imported = Imported
fact-digest = SHA-256

record-clients = Client record
record-contracts = Contract
record-invoices = Invoice
record-payments = Payment
record-promises = Promise to pay
record-reminders = Reminder
record-time = Hours
record-costs = Cost
record-deliverables = Deliverable
record-feedback = Feedback
record-requests = Request
record-messages = Message
record-goals = Goal
record-incidents = Incident
record-pulse = Answer of the team
record-values = Value beyond money

value-notice_unit-day = days
value-notice_unit-business_day = business days
value-notice_unit-week = weeks
value-notice_unit-month = months
value-notice_unit-year = years
value-notice_unit-hijri_month = Hijri months
value-invoices-kind-invoice = invoice
value-invoices-kind-credit_note = credit note
value-invoices-kind-deposit = deposit
value-dispute_cause-price = price
value-dispute_cause-quality = quality
value-dispute_cause-scope = scope
value-dispute_cause-billing_error = our billing error
value-dispute_cause-po_or_portal = purchase order or portal
value-dispute_cause-other = other
value-in_scope-yes = in scope
value-in_scope-no = out of scope
value-in_scope-paid_change = paid change
value-costs-kind-spent = spent
value-costs-kind-committed = committed
value-late_cause-us = us
value-late_cause-client = the client
value-late_cause-other = someone else
value-requests-kind-change = change
value-requests-kind-quote = quote
value-requests-kind-discount = discount
value-requests-kind-price_match = price match
value-requests-kind-out_of_scope = out of scope
value-requests-kind-out_of_capability = beyond what we do
value-requests-kind-approval = approval
value-requests-kind-status = status
value-messages-direction-in = from them
value-messages-direction-out = from us
value-goals-direction-up = more is better
value-goals-direction-down = less is better
value-incidents-kind-dispute = dispute
value-incidents-kind-escalation = escalation
value-incidents-kind-doubt = doubt
value-incidents-kind-boundary = crossed boundary
value-side-ours = ours
value-side-theirs = theirs
value-side-third_party = a third party
value-values-kind-reference = reference
value-values-kind-referral = referral
value-values-kind-skill = skill gained
value-values-kind-portfolio = portfolio piece
