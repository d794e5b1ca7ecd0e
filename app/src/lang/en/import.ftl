# What a person reads of an import: problems, notes, what was inferred, the names of kinds and columns.
# $value is a piece of the file, $column a header of it.

## Problems: what is wrong, and what to do next. A row with a problem is not stored; the good rows are.

problem-date_invalid = “{ $value }” in the column “{ $column }” is not a day.
problem-date_invalid-hint = Write the day as 2026-01-31, with the year in four digits.
problem-date_order_unclear = The column “{ $column }” does not show whether the day or the month comes first: { $value }.
problem-date_order_unclear-hint = Say which: --dates dmy for day/month/year, --dates mdy for month/day/year.
problem-required_missing = The column “{ $column }” is empty or missing, and every row must have it.
problem-required_missing-hint = Fill it in the file and import the file again.
problem-required_missing-hint-invoices-due_on = Say with --due-days after how many days such invoices fall due, fill it in the file, or state payment terms in the client’s record.
problem-amount_invalid = “{ $value }” in the column “{ $column }” is not an amount that its currency can hold.
problem-amount_invalid-hint = Write digits with one decimal mark, and no more decimals than the currency has: 1250.50.
problem-currency_unknown = “{ $value }” is not a currency that we know.
problem-currency_unknown-hint = Write the three letters of ISO 4217, such as SAR, EGP or USD.
problem-currency_conflict = The sign in “{ $value }” is not that of the row’s currency.
problem-currency_conflict-hint = Correct the sign or the currency column, so that both say the same.
problem-duplicate_key = “{ $value }” stands in the file twice with different values; the first row counts.
problem-duplicate_key-hint = Keep the right row and delete the other one.
problem-due_before_issued = The due date lies before the day of issue: { $value }.
problem-due_before_issued-hint = Correct one of the two days.
problem-invoice_unknown = No invoice of this number is known for this client: { $value }.
problem-invoice_unknown-hint = Import the invoices first, or together with this file.
problem-hours_invalid = “{ $value }” in the column “{ $column }” is not a time of work within one day.
problem-hours_invalid-hint = Write hours as 1.5 or 1:30, at most 24 a day, and split longer work into days.
problem-quote_unclosed = A quotation mark opens here and none closes it: { $value }.
problem-quote_unclosed-hint = Close it, or write it twice if it belongs to the text.
problem-columns_mismatch = This row has another number of columns than the headers: { $value }.
problem-columns_mismatch-hint = Put a text that contains the separator between quotation marks, or export the file anew.
problem-encoding_invalid = This row holds characters that the file’s encoding does not have: { $value }.
problem-encoding_invalid-hint = Save the file as UTF-8 and import it again.
problem-nul_byte = The column “{ $column }” holds a NUL character, which no text may contain.
problem-nul_byte-hint = Remove it, or export the file anew.
problem-formula_without_value = The cell in the column “{ $column }” is a formula, and the workbook does not hold its result.
problem-formula_without_value-hint = Open the workbook in a spreadsheet program, save it, and import it again.
problem-value_unknown = “{ $value }” is not a value that the column “{ $column }” can have.
problem-value_unknown-hint = The guide and the blank workbook list the words and numbers that the column takes.
problem-erased_client = A client of this name was erased here, and the row would bring them back under another number.
problem-erased_client-hint = If this is another firm, or if they came to you again, enter the client by hand under the number or name that the file has, and import the file again. Otherwise leave the row out.
problem-file_truncated = The file ends in the middle, after: { $value }.
problem-file_truncated-alone = The file ends in the middle.
problem-file_truncated-hint = Export or download it again. Nothing of it was stored.
problem-file_empty = The file is empty.
problem-file_empty-hint = Check which file you chose.
problem-headers_only = The file has headers and no rows: { $value }.
problem-headers_only-hint = Export it again with rows in it.
problem-not_a_table = The file is not a table that we can read. It begins with: { $value }.
problem-not_a_table-hint = Export it as CSV or as a workbook (.xlsx).
problem-kind_unknown = No kind of record has these columns: { $value }.
problem-kind_unknown-hint = Say what the columns stand for, name the kind with --as, or use a blank workbook. Lists of products, suppliers, projects and users are not imported.
problem-kind_unclear = The rows could be of several kinds: { $value }.
problem-kind_unclear-hint = Name the kind with --as.
problem-line_too_long = A line is longer than one million characters. It begins with: { $value }.
problem-line_too_long-hint = The file is damaged or not a table; export it again.
problem-too_large = The file, or what it unpacks to, is larger than { $value } MB.
problem-too_large-hint = Split it, or export it as CSV.
problem-profile_unfit = The file does not have the headers of the chosen profile. It has: { $value }.
problem-profile_unfit-hint = Leave the profile out, or choose another one.
problem-unreadable = The file cannot be opened: { $value ->
    [missing] there is none of this name
    [denied] this user may not read it
    [folder] it is a folder
   *[other] { $value }
}.
problem-unreadable-hint = Check its name and whether you may read it.

## Notes: accepted, but worth a look.

note-overpaid = More was paid for { $value } than was billed. The payment counts.
note-future_date = { $value } lies in the future. The row counts.
note-long_day = { $value }: the rows of this person and day come to more than 24 hours. They count as written.
note-totals_row_skipped = A row of totals was left out: { $value }.
note-client_created = A client that nobody knew before: { $value }.
note-currency_unstated = Nobody says which currency these amounts are in. They are kept as unknown and count in no sum across clients; name the currency with --currency or in the client’s record.
note-tax_unstated = The file does not say whether amounts include tax. They are taken as the full amount to pay, and count in full where figures are net of tax.
note-tax_included = Amounts include tax, as was said of this list or of one like it. Where figures are net, it is taken out. Percent: { $value }.
note-tax_added = Amounts are before tax, by their own column or as was said of this list or of one like it: the tax was added to them. { $value ->
    [none] {""}
   *[other] Percent: { $value }.
}
note-tax_none = There is no tax in these amounts, as was said of this list or of one like it.
note-terms_said = Invoices that do not say when they fall due got a due date as was said of this list, or of one like it. Days after issue: { $value }.
note-paid_undated = The list says of invoices that they are paid, but not when. Import the payments, too: an invoice without its payment counts as unpaid once payments of anyone are known.
note-client_matched = Another spelling was taken for a known client: { $value }.
note-row_skipped = A row that is no record was left out: { $value }.
note-invoice_withdrawn = The file has invoice { $value } as cancelled, or as a draft again. It no longer asks for money; what it asked for is in its past.
note-currency_said = Amounts of which nothing else says the currency are in { $value }, as was said of this list or of one like it.
note-currency_assumed = A sign that several currencies share was read as { $value }.
note-corrected = A cell was read as a person corrected it: { $value }.
note-correction_kept = The file repeats what it said of { $value } before it was corrected by hand. The correction stands.
note-correction_replaced = { $value } was entered or corrected by hand, and the file says something new. That counts; what stood before is in its past.
note-erased_row = The row is of what was erased here, and was left out.
note-erased_person = The row names somebody who was erased here. Their name and what the row says were left out.
note-notes_left_out = More notes of this sort are not listed: { $value }.

## What was inferred.

inferred-delimiter = Columns are separated by “{ $value }”.
inferred-encoding = The text is encoded as { $value }.
inferred-sheet = The sheet “{ $value }” was taken.
inferred-header_line = The headers stand in line { $value }.
inferred-profile = This is an export of { $value }.
inferred-profile_untested = The profile of { $value } follows its documentation; it was not tried on a file of the product. Look at the first rows.
inferred-kind = The rows are: { inferred-kind-word }.
inferred-kind_by_values = The values in the rows show what they are: { inferred-kind-word }.
inferred-kind_by_title = A title, a sheet’s name or the file’s name shows what the rows are: { inferred-kind-word }.
inferred-kind-word = { $value ->
    [clients] clients
    [contracts] contracts
    [invoices] invoices
    [payments] payments
    [promises] promises to pay
    [reminders] reminders
    [time] hours
    [costs] costs
    [deliverables] deliverables
    [feedback] feedback
    [requests] requests
    [messages] messages
    [goals] goals
    [incidents] incidents
    [pulse] answers on the team pulse
    [values] value beyond money
   *[other] { $value }
}
inferred-dates_day_first = Days are written day/month/year, as { $value } shows.
inferred-dates_month_first = Days are written month/day/year, as { $value } shows.
inferred-dates_by_other_column = Another column shows the order of this one’s days: { $value ->
    [mdy] month/day/year
   *[dmy] day/month/year
}.
inferred-decimal_point = The point is the decimal mark; { $value } has thousands or decimals accordingly.
inferred-decimal_comma = The comma is the decimal mark, as in { $value }.
inferred-decimal_assumed = No value shows which mark is the decimal one; { $value } was read with a decimal point.
inferred-decimal_mixed = Some values have a decimal point and some a decimal comma, as { $value } has; a value that can be read in both ways is a problem.
inferred-unit = A bare number counts: { $value ->
    [minute] minutes
    [second] seconds
   *[hour] hours
}.
inferred-currency_of_header = The header names the currency { $value }.
inferred-lines_summed = Rows with the same invoice number are its lines; their amounts were added up.
inferred-lines_first = Rows with the same invoice number are its lines; each repeats the invoice’s total, which counts once.
inferred-rows_by_rule = Only some rows are records: the profile knows which.
inferred-scale = The scores are out of { $value }.
inferred-due_from_terms = The file has no due dates: they follow from the clients’ payment terms.
inferred-payments_too = The file has paid dates: each gives a payment as well.

## Kinds of record.

kind-clients = Clients
kind-contracts = Contracts
kind-invoices = Invoices
kind-payments = Payments
kind-promises = Promises to pay
kind-reminders = Reminders
kind-time = Hours
kind-costs = Costs
kind-deliverables = Deliverables
kind-feedback = Feedback
kind-requests = Requests
kind-messages = Messages
kind-goals = Goals
kind-incidents = Incidents
kind-pulse = Team pulse
kind-values = Value beyond money

# So many records of a kind.
kind-clients-count = { $n ->
    [one] one client
   *[other] { $n } clients
}
kind-contracts-count = { $n ->
    [one] one contract
   *[other] { $n } contracts
}
kind-invoices-count = { $n ->
    [one] one invoice
   *[other] { $n } invoices
}
kind-payments-count = { $n ->
    [one] one payment
   *[other] { $n } payments
}
kind-promises-count = { $n ->
    [one] one promise to pay
   *[other] { $n } promises to pay
}
kind-reminders-count = { $n ->
    [one] one reminder
   *[other] { $n } reminders
}
kind-time-count = { $n ->
    [one] one time entry
   *[other] { $n } time entries
}
kind-costs-count = { $n ->
    [one] one cost
   *[other] { $n } costs
}
kind-deliverables-count = { $n ->
    [one] one deliverable
   *[other] { $n } deliverables
}
kind-feedback-count = { $n ->
    [one] one rating
   *[other] { $n } ratings
}
kind-requests-count = { $n ->
    [one] one request
   *[other] { $n } requests
}
kind-messages-count = { $n ->
    [one] one message
   *[other] { $n } messages
}
kind-goals-count = { $n ->
    [one] one goal
   *[other] { $n } goals
}
kind-incidents-count = { $n ->
    [one] one incident
   *[other] { $n } incidents
}
kind-pulse-count = { $n ->
    [one] one answer on the team pulse
   *[other] { $n } answers on the team pulse
}
kind-values-count = { $n ->
    [one] one value beyond money
   *[other] { $n } values beyond money
}

## Columns: what a person chooses from, and what our own blank files say of each.

column-none = (not imported)
column-client = Client
column-record = Record number in Khitam
column-client_name = Client’s name
column-name = Name
column-currency = Currency
column-country = Country
column-terms_days = Payment terms (days)
column-agreed_rate = Agreed hourly rate
column-agreed_hours_per_month = Agreed hours a month
column-started_on = Start of the relationship
column-lead = Account lead
column-sector = Sector
column-contract = Contract number
column-signed_on = Signed on
column-starts_on = Starts on
column-ends_on = Ends on
column-notice_length = Notice period
column-notice_unit = Unit of the notice
column-auto_renews = Renews automatically
column-early_fee = Fee for ending early
column-file = File
column-invoice = Invoice number
column-issued_on = Issued on
column-due_on = Due on
column-amount = Amount
column-tax = Tax
column-kind = Kind
column-pass_through = Passed on to others
column-disputed = Disputed
column-disputed_on = Disputed on
column-dispute_cause = Cause of the dispute
column-dispute_upheld = Dispute was right
column-note = Note
column-net = Amount before tax
column-terms = Payment terms of the invoice
column-status = Status
column-line_amount = Amount of the line
column-line_net = Amount of the line before tax
column-item = Item
column-balance = Still open
column-paid_on = Paid on
column-method = Way of payment
column-made_on = Promised on the day
column-promised_on = Promised for
column-sent_on = Sent on
column-answered_on = Answered on
column-level = Level
column-on_day = Day
column-minutes = Minutes
column-hours = Hours
column-duration = Duration
column-start_time = Start time
column-end_on = End day
column-end_time = End time
column-entry = Entry number
column-person = Person of ours
column-person_first = First name
column-person_last = Last name
column-department = Department
column-billable = Billable
column-in_scope = In scope
column-cost_rate = Cost of the hour
column-task = Task
column-deliverable = Deliverable
column-delivered_on = Delivered on
column-late_cause = Cause of the delay
column-accepted_on = Accepted on
column-revisions = Revision rounds
column-revisions_ours = Revision rounds by our errors
column-revisions_agreed = Agreed revision rounds
column-defects = Defects
column-reopened_on = Reopened on
column-reopened = Reopened
column-criteria_changed = Criteria were changed
column-acknowledged_on = Acknowledged on
column-acknowledged = Acknowledged
column-score = Score
column-scale = Scale
column-valid = Complaint was right
column-text = Text
column-request = Request number
column-accepted = Accepted
column-paid = Paid for
column-percent = Percent
column-message = Message number
column-at = Day and time
column-at_time = Time
column-direction = Direction
column-reply_to = Reply to
column-contact = Contact
column-channel = Channel
column-subject = Subject
column-goal = Goal
column-period_end = End of the period
column-target = Target
column-actual = Reached
column-weight = Weight
column-cause = Cause
column-advised = We advised against it
column-upheld = Found right
column-side = Side
column-invoices-amount = Amount (gross)
column-invoices-kind = Kind of document
column-payments-amount = Amount paid
column-promises-amount = Promised amount
column-costs-kind = Kind of cost
column-requests-kind = Kind of request
column-incidents-kind = Kind of incident
column-values-kind = Kind of value
column-goals-direction = Better direction
column-deliverables-started_on = Work started on
column-pulse-score = Score (1 to 5)
column-requests-text = Text
column-incidents-text = Text

# One sentence on each column, as a note in the blank workbooks.
column-client-note = The key by which your files call the client: a number, a code or the name.
column-record-note = What names the record in Khitam; only files that come from there have it.
column-client_name-note = The name beside the client’s number; used when the number is not known yet.
column-name-note = The client’s name as people read it.
column-currency-note = Three letters of ISO 4217: SAR, AED, EGP, USD. Left empty: the client’s, else the firm’s.
column-country-note = Two letters of ISO 3166: SA, AE, EG. It says which weekend and holidays the client keeps.
column-terms_days-note = Days from issue to due date where an invoice has no due date of its own.
column-agreed_rate-note = The price of an hour that was agreed.
column-agreed_hours_per_month-note = The hours a month that the fee covers.
column-started_on-note = The day on which work for the client began.
column-lead-note = The member who leads the relationship.
column-sector-note = The client’s line of business.
column-contract-note = Your own number of the contract.
column-signed_on-note = The day of the last signature.
column-starts_on-note = The first day of the contract.
column-ends_on-note = The last day of the contract; empty if it has none.
column-notice_length-note = How long the notice is, in the unit of the next column.
column-notice_unit-note = day, business_day, week, month, year or hijri_month.
column-auto_renews-note = yes or no.
column-early_fee-note = What ending before the last day costs.
column-file-note = The name of the contract’s file.
column-invoice-note = The invoice’s own number.
column-issued_on-note = The day of the invoice.
column-due_on-note = The last day to pay, or to deliver.
column-amount-note = Digits and one decimal mark. Negative for a credit note.
column-tax-note = The tax that the amount includes.
column-kind-note = One of the listed words.
column-pass_through-note = The part of the amount that is only passed on to others.
column-disputed-note = yes if the client disputes the invoice.
column-disputed_on-note = The day on which the dispute was raised.
column-dispute_cause-note = price, quality, scope, billing_error, po_or_portal or other.
column-dispute_upheld-note = yes if the client turned out to be right.
column-note-note = Anything worth keeping.
column-net-note = Taken with the tax where the full amount is not given.
column-terms-note = Days from issue to due date: 30, Net 30, due on receipt.
column-status-note = Drafts and cancelled invoices are left out.
column-line_amount-note = Where one invoice has several rows: the lines are added up.
column-line_net-note = Where one invoice has several rows: the lines are added up.
column-item-note = A mark that rows are the lines of invoices; not stored.
column-balance-note = What is unpaid: the rest was paid on the paid date.
column-paid_on-note = The day the money arrived.
column-method-note = A mark that rows are payments; not stored.
column-made_on-note = The day on which the promise was made.
column-promised_on-note = The day on which payment was promised.
column-sent_on-note = The day the reminder was sent.
column-answered_on-note = The day the client answered.
column-level-note = 1 for the first reminder, 2 for the second.
column-on_day-note = The day it happened.
column-minutes-note = The minutes worked, at most 1440.
column-hours-note = 1.5 or 1:30, at most 24.
column-duration-note = Hours, minutes or seconds: the values show which.
column-start_time-note = The hour at which work began.
column-end_on-note = The day on which work ended.
column-end_time-note = The hour at which work ended.
column-entry-note = Your own number of the time entry.
column-person-note = Who of us it was.
column-person_first-note = Joined with the last name.
column-person_last-note = Joined with the first name.
column-department-note = sales, product, customer service or finance, in your own words.
column-billable-note = yes or no.
column-in_scope-note = yes, no or paid_change.
column-cost_rate-note = What an hour of this person costs you.
column-task-note = What was worked on.
column-deliverable-note = The name or number of the piece of work.
column-delivered_on-note = The day it was delivered.
column-late_cause-note = us, client or other.
column-accepted_on-note = The day the client accepted it.
column-revisions-note = How many rounds there were.
column-revisions_ours-note = How many of them our own errors caused.
column-revisions_agreed-note = How many the contract includes.
column-defects-note = How many defects were found after delivery.
column-reopened_on-note = The day accepted work was opened again.
column-reopened-note = yes if it was, and the day is not known.
column-criteria_changed-note = yes if the client changed the criteria after approval.
column-acknowledged_on-note = The day the client acknowledged the work.
column-acknowledged-note = yes if the client did, and the day is not known.
column-score-note = The number given; “scale” says out of how many.
column-scale-note = The best score possible; 5 if nothing is said.
column-valid-note = yes if the complaint was justified.
column-text-note = Kept only if the owner asked for it in the settings.
column-request-note = Your own number of the request.
column-accepted-note = yes if you agreed to it.
column-paid-note = yes if the client pays for it.
column-percent-note = The discount asked for.
column-message-note = The message’s own number or id.
column-at-note = 2026-01-31 or 2026-01-31T16:45.
column-at_time-note = The hour, where the day stands in a column of its own.
column-direction-note = in (from the client) or out (to the client).
column-reply_to-note = The number of the message that this one answers.
column-contact-note = Who of theirs it was.
column-channel-note = mail, telephone, chat, meeting, in your own words.
column-subject-note = The subject line.
column-goal-note = The name of the goal.
column-period_end-note = The last day of the period that the target is for.
column-target-note = The number that was to be reached.
column-actual-note = The number that was reached.
column-weight-note = How much this goal counts beside the others.
column-cause-note = Why it came about.
column-advised-note = yes if you said in writing that the target was out of reach.
column-upheld-note = yes if the complaint turned out to be right.
column-side-note = ours, theirs or third_party.
column-invoices-amount-note = The full amount to pay, tax included; negative for a credit note.
column-invoices-kind-note = invoice, credit_note or deposit.
column-payments-amount-note = What arrived; negative for money returned.
column-promises-amount-note = Empty: the whole open balance.
column-costs-kind-note = spent or committed.
column-requests-kind-note = change, quote, discount, price_match, out_of_scope, out_of_capability, approval or status.
column-incidents-kind-note = dispute, escalation, doubt or boundary.
column-values-kind-note = reference, referral, skill or portfolio.
column-goals-direction-note = up if more is better, down if less is.
column-deliverables-started_on-note = The day work on it began.
column-pulse-score-note = One anonymous answer of one member, 1 to 5.
column-requests-text-note = What was asked for, in short.
column-incidents-text-note = What happened, in short and without judgement.
column-required-note = Every row must have it.
workbook-sheet-note = Fill the rows below the headers. The example row is passed over when you import the file.
