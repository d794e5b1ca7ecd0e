# The pages of notice: the form of a computation, and the windows of contracts that renew.

notice-title = Notice to the day
notice-lede = *When does a notice end, and until when must it be sent?* A few answers from the contract are enough.
notice-how = How it was computed
notice-unchecked = *Nobody has vouched for these holidays yet.* They come from packs with their sources; governments move holidays, so check what was announced.
notice-more = What else the clause may say
notice-compute = Compute
notice-nothing-kept = Nothing is kept; the address holds the answers.
notice-field-from = From
notice-hint-from = Where whoever gives the notice is.
notice-field-to = To
notice-hint-to = Where it goes to. Receipt follows this place’s weekends and holidays.
notice-field-sent_on = Sent on
notice-field-sent_time = At
notice-hint-sent_time = By the sender’s clock.
notice-field-method = Sent by
notice-method-email = e-mail
notice-method-hand = hand
notice-method-courier = courier
notice-method-registered_post = registered post
notice-method-portal = the client’s page
notice-field-length = Length of the notice
notice-field-unit = Counted in
notice-field-term_ends_on = The term ends on
notice-hint-term_ends_on = For the last days on which a notice can be sent; may stay empty.
notice-field-before = Not less than … before the end
notice-hint-before = Where the clause demands it to be there so long before the term ends; without it the length counts.
notice-field-before_unit = … counted in
notice-field-rule = Counts as received
notice-hint-rule = What the clause says. For courier and post it must say it.
notice-deemed-usual = as is usual for this way of sending
notice-deemed-same_day = on the same day
notice-deemed-next_business_day = on the next business day
notice-deemed-nth_business_day = so many business days after sending
notice-deemed-nth_day = so many days after sending
notice-deemed-on_receipt = when it arrives
notice-field-n = So many days after sending
notice-field-cutoff = On the same day before
notice-field-received_at = Arrived on
notice-hint-received_at = Where it counts when it arrives.
notice-field-calendars = Business days of
notice-calendars-both = both places
notice-calendars-recipient = the recipient
notice-calendars-sender = the sender
notice-field-clear_days = Clear days
notice-hint-clear_days = The last day is not counted either.
notice-clear-no = no
notice-clear-yes = yes
notice-field-start = Counting begins
notice-start-day_after = on the day after receipt
notice-start-first_of_next_month = on the first of the next month
notice-field-align = The end falls
notice-align-none = on any day
notice-align-month_end = at the end of a month
notice-align-quarter_end = at the end of a quarter
notice-align-term_anniversary = on the anniversary of the term’s beginning
notice-field-roll = An end on a day off
notice-hint-roll = Many clauses move nothing.
notice-roll-none = stays
notice-roll-following = moves to the next business day
notice-roll-preceding = moves to the business day before
notice-roll-modified_following = moves to the next, but within the month
notice-field-earliest_end_on = Nothing ends before
notice-field-term_starts_on = The term began on
notice-need = An answer is needed here.
notice-need-number = A whole number is needed here, 1 or more.
notice-need-day = A day is needed here that exists.
notice-need-time = A day and a time of day are needed here.
notice-need-rule = Sent this way, only the clause says when it counts as received. Choose it below, or another way.
notice-need-start = The day on which the term began is needed, too.
notice-need-later = It cannot have arrived before it was sent.
notice-need-order = The term cannot end before it began.

renewals-title = Renewal windows
renewals-lede = The next window closes with { $name }: the last lawful day to send a notice is *{ $day }*, the last safe one { $safe }.
renewals-lede-none = No contract in the records renews itself.
renewals-lede-closed = No window is open that could be computed.
renewals-note = A contract that renews itself runs on for another term unless a notice is received in time. The days here are for a notice by e-mail that counts on the recipient’s next business day; the contract stands above them.
renewals-calendar = Calendar file with reminders
renewals-windows = Windows, the one that closes first first
renewals-windows-note = The safe day leaves five of our business days in hand
renewals-head-contract = Contract
renewals-head-safe = Last safe day
renewals-head-lawful = Last lawful day
renewals-head-ends = Term ends
renewals-head-open = Computation
renewals-steps = Each step
renewals-steps-of = Each step for { $name }
renewals-open = More than four months are left.
renewals-closing = { $n ->
        [one] One day is left.
       *[other] { $n } days are left.
    }
renewals-late = { $n ->
        [0] The safe day is past; today is the last lawful day.
        [one] The safe day is past; one day is left.
       *[other] The safe day is past; { $n } days are left.
    }
renewals-missed = The window has closed; the term renews.
renewals-lacking = What is missing
renewals-lack-place = The firm’s place is missing; the owner states it on the firm’s page.
renewals-lack-end = It renews itself, and the records do not say when its term ends. Add the day to the contract; one that runs without an end has no window.
renewals-lack-ended = Its term ended on { $day } and renewed. Add the new end to the contract.
renewals-lack-notice = The length of the notice is missing. Add it to the contract.
renewals-lack-day = No day is early enough for this notice. Read the contract.
renewals-event = Last lawful day to send notice: { $name } ({ $contract })
renewals-event-note = The last safe day is { $safe }. The notice must be received by { $receipt }, or the term that ends on { $ends } renews. Sent by e-mail; the contract stands above this.
