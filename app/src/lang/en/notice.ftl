# Notice to the day: what it comes to, each step read aloud, and what is wrong with its inputs.

notice-received = The notice counts as received on { $day }.
notice-ends = The service ends on *{ $day }* ({ $hijri }), the last day of the notice.
notice-ends-gregorian = The service ends on *{ $day }*, the last day of the notice.
notice-ends-term = The service ends on *{ $day }* ({ $hijri }), the last day of the term.
notice-ends-term-gregorian = The service ends on *{ $day }*, the last day of the term.
notice-first-dispatch = The first lawful day to send it is { $day }; sent earlier, it comes too early.
notice-too-early = *This notice comes too early for the term’s end;* it may not be received before { $day }.
notice-last-receipt = To end by the term’s end it must be received by { $day }.
notice-last-dispatch = The last lawful day to send it is { $day }.
notice-last-safe = The last safe day to send it is *{ $day }*.
notice-too-late = *This notice comes too late for the term’s end;* it would have to be received by { $day }.
notice-never = No day is early enough for a notice to end by the term’s end.
notice-steps = How it was computed:
notice-step-by = { $said } ({ $source })

notice-source-clause = the clause
notice-source-default = no clause; usual for this way of sending
notice-source-zones = time zones
notice-source-packs = packs of holidays
notice-source-calendar = weekends and holidays
notice-source-umm_al_qura = Umm al-Qura
notice-source-margin = caution

notice-at = { $day }, { $time }
notice-step-local_time = { $from } on the sender’s clock was { $to } on the recipient’s.
notice-step-receipt = Sent on { $from }, it counts as received on { $to }: { $rule }.
notice-rule-same_day = on the same day if that is a business day of the recipient, else on the next
notice-rule-same_day-before = on the same day before { $time } if that is a business day of the recipient, else on the next
notice-rule-next_business_day = on the recipient’s next business day
notice-rule-nth_business_day = on the recipient’s business day number { $n } after sending
notice-rule-nth_day = on calendar day number { $n } after sending
notice-rule-on_receipt = when it arrives
notice-step-start-day_after = The day of receipt is not counted. The first day is { $to }.
notice-step-start-first_of_next_month = The first day is the first of the next month, { $to }.
notice-step-start-billing_anniversary = The first day is the one on which the next billed period begins, { $to }.
notice-step-length = From { $from }, { $length }. The last day is { $to }.
notice-counted-recipient = { $length } of the recipient
notice-counted-sender = { $length } of the sender
notice-counted-both = { $length } of both places
notice-step-skipped = { $from } is not counted; it is a holiday: { $places }.
notice-step-clear_days = In clear days the last day is not counted either: { $to }.
notice-step-lock_in = Nothing ends before { $to }, so the end moves there.
notice-step-align-month_end = The end moves to the end of its month, { $to }.
notice-step-align-quarter_end = The end moves to the end of its quarter, { $to }.
notice-step-align-term_anniversary = The end moves to the anniversary of the term’s beginning, { $to }.
notice-step-roll-following = { $from } is a day off for the recipient, so the end moves to the next business day, { $to }.
notice-step-roll-preceding = { $from } is a day off for the recipient, so the end moves to the business day before, { $to }.
notice-step-roll-modified_following = { $from } is a day off for the recipient, so the end moves within its month to { $to }.
notice-step-first_receipt = Not more than { $length } before the term’s end on { $from }: it may be received from { $to } on.
notice-step-first_dispatch = Not to be received before { $from }, it may be sent from { $to } on, a business day in both places: { $rule }.
notice-step-last_receipt = From the term’s end on { $from } back, { $length }. It must be received by { $to }.
notice-step-last_receipt_open = { $from } is too late or a day off for the recipient; it must be received by { $to }.
notice-step-last_dispatch = To be received by { $from } it must be sent by { $to }, a business day in both places: { $rule }.
notice-step-safe_dispatch = Five business days of the sender are kept in hand: { $to }.
notice-step-next_term = It comes too late for the end of the running term; the last day to receive it was { $from }. The term renews by { $length }, and the notice stops the next renewal that it still can: { $to }.
notice-step-term_end-renewal = Received in time, it stops the renewal. The contract ends with its term, on { $to }.
notice-step-term_end-no_renewal = The contract does not renew itself. It ends with its term, on { $to }, whenever the notice is received.
notice-step-no_last_receipt = No day is early enough for a notice to end by { $from }.
notice-step-tentative = Holidays still wait for their announcement. At worst this changes from { $from } to { $to }: { $what }.
notice-moved-received_on = receipt
notice-moved-effective_on = the end
notice-moved-first_lawful_receipt = the first day of receipt
notice-moved-first_lawful_dispatch = the first lawful day to send
notice-moved-last_lawful_receipt = the last day of receipt
notice-moved-last_lawful_dispatch = the last lawful day to send
notice-moved-last_safe_dispatch = the last safe day to send
notice-no-day = no day
notice-step-unlisted = No pack lists the holidays of { $place }, so none of them is counted.
notice-step-unlisted-from = The holidays of { $place } are listed from { $day } on; earlier ones are not counted.

notice-length-day = { $n ->
        [one] one day
       *[other] { $n } days
    }
notice-length-business_day = { $n ->
        [one] one business day
       *[other] { $n } business days
    }
notice-length-week = { $n ->
        [one] one week
       *[other] { $n } weeks
    }
notice-length-month = { $n ->
        [one] one month
       *[other] { $n } months
    }
notice-length-year = { $n ->
        [one] one year
       *[other] { $n } years
    }
notice-length-hijri_month = { $n ->
        [one] one Hijri month
       *[other] { $n } Hijri months
    }

notice-spot = line { $line }, column { $column }
notice-wrong-unreadable = This is no JSON text: { $what }. Mend the line; docs/en/notice.md shows a whole file.
notice-wrong-missing = It is missing. Add it; docs/en/notice.md says what may stand there.
notice-wrong-unknown = There is no input of this name. Remove it, or look up its name in docs/en/notice.md.
notice-wrong-unknown-near = There is no input of this name. Perhaps { $what } is meant.
notice-wrong-twice = It stands twice, and only one can hold. Remove one of them.
notice-wrong-not_text = A text in quotes is needed.
notice-wrong-not_whole = A whole number is needed, without quotes.
notice-wrong-not_flag = It is either true or false, without quotes.
notice-wrong-not_list = A list in square brackets is needed.
notice-wrong-not_object = An object in braces is needed, with names and values.
notice-wrong-not_one_of = One of these words is needed: { $what }.
notice-wrong-not_day = A day is needed that exists, such as 2026-01-15.
notice-wrong-not_time = A time of day is needed, such as 17:00.
notice-wrong-not_moment = A day with its time is needed, such as 2026-01-15T17:40; the time decides on which day it is received.
notice-wrong-skipped_time = The clocks there were put forward over this time, so they never showed it. Write the time that they did show.
notice-wrong-not_place = Nobody vouches for the calendar of this place. The places that are known: { $what }.
notice-wrong-not_zone = There is no time zone of this name. Write it as Africa/Cairo or Asia/Riyadh.
notice-wrong-outside_years = Days are reckoned in the years { $what }. Correct the year.
notice-wrong-below = It must be { $what } or more.
notice-wrong-above = It must be { $what } or less.
notice-wrong-too_many = There are too many; { $what } is the most. Leave out those that are long past or far ahead.
notice-wrong-needs = Without { $what } it means nothing. Add that, or remove this.
notice-wrong-shuts = The window would close before it opens: the longest time before the end is shorter than the shortest. Correct one of them.
notice-wrong-before = It lies before { $what }. Correct one of them.
notice-wrong-next_term = The notice comes too late for the end of the running term, or may. Add how long the next term is, such as "renews_for": { $what }, or "renews": false where the term does not renew itself.
notice-wrong-no_rule = Sent this way, only the clause says when a notice counts as received. Add deemed, such as "deemed": { $what }.
notice-wrong-beyond_table = The Hijri end lies outside the years 1431 to 1499, which the Umm al-Qura table has. Shorten it, or count in another unit.
fail-notice = { $what } does not hold inputs that can be used. Nothing was computed.
fail-notice-next = Mend what is named and run the command again; docs/en/notice.md explains every input.
