# Records entered by hand, and the note of a call.
entry-required = required
entry-time = Time of day
entry-yes = Yes
entry-no = No
entry-unknown = Not known
entry-nothing = nothing
entry-choose = Choose one
entry-currency-unknown = Not known
entry-currencies = All currencies
entry-more = More
entry-save = Save
entry-cancel = Back without saving
entry-sure = I have checked: save it as it stands
entry-somebody = Somebody else
entry-correct = Correct: { $kind }
entry-faults = { $n ->
    [one] One field needs another look. Nothing was saved, and nothing you typed is lost.
   *[other] { $n } fields need another look. Nothing was saved, and nothing you typed is lost.
}
entry-doubt = One question before this is saved.
entry-met = Somebody changed this record while you had it open. Nothing is lost: look once more, then save.
entry-see-standing = See the record that stands
entry-changed-meanwhile = { $who } changed it while your form was open. What you had not touched now shows the new value; what you both changed stays as you typed it.
entry-changed-column = { $column }: it said { $before }, it now says { $now }.
entry-doubt-reversed = { $column } lies before the step that comes first. Is that so?
entry-doubt-future = { $day } lies ahead, although this says that something has happened.
entry-doubt-overpaid = With this payment, invoice { $invoice } is paid { $over } more than it asks for.
entry-doubt-long_day = With this, { $person } has more than 24 hours on { $day }. Is that so?
entry-doubt-twin = The very same { $kind } stands already. Is this a second one?

entry-fault-required_missing = Without this the record says nothing. Fill it in.
entry-fault-date_invalid = There is no day { $value }. Write it as 2026-03-04, with a time as 17:00.
entry-fault-date_order_unclear = In { $value } day and month could be either way round. Write the year first: 2026-04-03.
entry-fault-amount_invalid = { $value } is not an amount in this currency. Write digits with a point before the decimals, no more decimals than the currency has: 1250.50.
entry-fault-currency_unknown = No currency is called { $value }. Choose one from the list.
entry-fault-currency_conflict = The sign in { $value } is not that of the chosen currency. Take the sign out, or choose its currency.
entry-fault-due_before_issued = It would be due before it was issued. Correct one of the two days.
entry-fault-invoice_unknown = This client has no invoice { $value }. Check the number, or enter the invoice first.
entry-fault-hours_invalid = A day has twenty-four hours. Write minutes as 90, or hours as 1:30.
entry-fault-value_unknown = { $value } is none of the choices.
entry-fault-whole_number = { $value } is not a whole number. Write digits only.
entry-fault-number = { $value } is not a number. Write digits with a point before the decimals.
entry-fault-negative = This counts something, so it cannot be below zero.
entry-fault-scale_empty = The best score possible is more than zero. Leave it empty if it is five.
entry-fault-outside_scale = { $value } lies outside the scale. Correct the score, or say what the best score is.
entry-fault-outside_percent = A percentage lies between { 0 } and { 100 }.
entry-fault-nul_byte = The text holds a sign that no text can hold. Type it anew.
entry-fault-too_long = This is too long to be read by anybody. Shorten it.
entry-fault-taken = { $value } is taken: this client already has a record of that name ({ $kind }). Correct that one, or choose another.

entry-hint-client = The number or short name by which your files call this client. Leave it empty to use the name.
entry-hint-own-id = Its number in your own system, if it has one.
entry-hint-amount = Tax included.
entry-hint-invoices-amount = A credit note is below zero.
entry-hint-promises-amount = Leave it empty for the open balance.
entry-hint-requests-amount = What it would have cost.
entry-due-from-terms = { $n ->
    [one] Leave it empty for one day after issue, this client’s terms.
   *[other] Leave it empty for { $n } days after issue, this client’s terms.
}
entry-hint-minutes = 90, 1:30 or 1.5 hours.
entry-hint-scale = The best score possible; leave it empty if it is five.
entry-hint-pulse-score = How do you feel about working for this client, from { 1 } to { 5 }? Nobody sees who answered, and nothing is shown before four people did.
entry-hint-terms_days = Days from issue until an invoice is due.
entry-hint-pass_through = The part that you only pass on to others.
entry-hint-agreed_rate = The price of an hour.
entry-hint-country = Two letters, such as SA.
entry-hint-time-cost_rate = What an hour of this person costs us.

entry-choose-title = New record
entry-choose-lede = What happened?
entry-choose-kind = A record of which kind?

entry-withdraw = Withdraw
entry-withdraw-title = Withdraw a record
entry-withdraw-lede = Take this record out because it was entered by mistake?
entry-withdraw-note = It no longer counts in any sign. It stays in the past with your reason, and can be put back as it was.
entry-withdraw-file = This row came from a file. As long as the file holds it, the next import brings it back: correct the file as well.
entry-withdraw-reason = Reason
entry-withdraw-why = Say why, so that whoever looks later understands.
entry-withdraw-used = Payments, promises or reminders refer to this invoice. Withdraw them first, or correct the invoice instead.
entry-withdraw-client-used = This client has records, or other spellings. Merge it into another client instead: nothing is lost that way.
entry-withdrawn-title = Withdrawn
entry-withdrawn-lede = This record was withdrawn.
entry-withdrawn-note = It counts in no sign. What it said stands beside.
entry-withdrawn-on = When
entry-withdrawn-by = By
entry-restore = Put it back

note-title = Note a call or a chat
note-subject = In one line
note-subject-missing = One line says what it was about. Write it, then save.
note-direction = Who
note-in = They to us
note-out = We to them
note-channel = How
channel-call = Call
channel-chat = Chat
channel-meeting = Meeting
channel-mail = Mail
channel-other = Other
note-contact = With whom
note-text = More text
note-save = Note it
note-back = To the client
note-hint = The time is now, and the note is yours. Enter saves it.
note-noted = Noted.
note-see = See it

one-clients = client
one-contracts = contract
one-invoices = invoice
one-payments = payment
one-promises = promise to pay
one-reminders = reminder
one-time = hours
one-costs = cost
one-deliverables = deliverable
one-feedback = feedback
one-requests = request
one-messages = message
one-goals = goal
one-incidents = incident
one-pulse = answer to the pulse
one-values = added value

new-clients = A new client
new-contracts = A new contract
new-invoices = A new invoice
new-payments = A new payment
new-promises = A new promise to pay
new-reminders = A new reminder
new-time = Hours worked
new-costs = A new cost
new-deliverables = A new deliverable
new-feedback = What the client thinks
new-requests = A new request
new-messages = A new message
new-goals = A new goal
new-incidents = A new incident
new-pulse = How it is to work for this client
new-values = An added value
