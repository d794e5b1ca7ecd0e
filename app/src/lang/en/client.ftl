# One client.
client-since = Client since { $month }
client-lead = lead: { $lead }
client-waiting = Its records are in; *we are looking through them*.
client-stale = Nothing new has come in about { $name } *for a year*. What it was then says little of today.
client-unseen = Of { $name } *we do not see enough to say*: no sign here does not mean no trouble.
client-dismissed = Of { $name } *only what was dismissed* is to be seen: { $signs }.
client-no-signs = { $name } shows *no signs* in the last twelve months.
client-no-signs-seen = { $name } shows *no signs* in what we see of the last twelve months.
fact-state = State
fact-overdue = Overdue
fact-share = Share of revenue
fact-our-quality = Our quality for them
fact-our-quality-says = { $n ->
    [0] { $quality }
    [one] { $quality } over one deliverable
   *[other] { $quality } over { $n } deliverables
}
fact-rows = Rows
fact-confidence = Confidence
act-note = Add a note
act-enter = Enter a record
act-account = Account
act-review = Open a review
act-review-on = To the review
client-case = Review opened on { $day }: { $stage }
act-report = Report something
client-jump = On this page
client-pictures = Pictures
client-pictures-note = Time runs in the reading direction
client-pictures-note-fixed = Time runs from left to right
client-ours = And what is on us
client-records = Records
client-records-note = Everything this page rests on
count-findings = { $n ->
    [one] { $n } finding
   *[other] { $n } findings
}
count-blind = { $n ->
    [one] { $n } blind spot
   *[other] { $n } blind spots
}
quiet-summary = { $n ->
    [one] One more: { $names }
   *[other] { $n } more: { $names }
}
family-no-signs = No sign in the last twelve months.
family-unseen = We see nothing of this yet.
family-no-signs-seen = No sign in what we see.
state-observed = not judged yet
state-confirmed = confirmed
state-dismissed = dismissed
sign-dismissed = Dismissed:
tag-maybe-ours = perhaps ours
tag-informs = only informs
all-rows = { $n ->
    [one] The one row
   *[other] All { $n } rows
}
blind-summary = { $n ->
    [one] What one detector cannot see
   *[other] What { $n } detectors cannot see
}
blind-note = *Lacking: { $need }.* { $do } That would show: { $opens }.
late-chance = { $n ->
    [0] Going by what it paid so far, its next invoice will almost certainly come *in time*.
    [10] Going by what it paid so far, its next invoice will almost certainly come *late*.
   *[other] Going by what it paid so far, about { $n } in { 10 } of its next invoices will come late.
}
picture-missing = *No picture of { $picture }.* { $do }
picture-rate = what an hour earns
picture-hours = the hours of each month
picture-payments = what is paid, and when
picture-quality = our quality beside their satisfaction
ours-late = { $n ->
    [one] *We were late once,* by { $worst ->
        [one] a day
       *[other] { $worst } days
    }. It stands in the same ledger:
    [2] *We were late twice,* by { $worst ->
        [one] a day
       *[other] { $worst } days
    } at most. It stands in the same ledger:
   *[other] *We were late { $n } times,* by { $worst ->
        [one] a day
       *[other] { $worst } days
    } at most. It stands in the same ledger:
}
ours-sent-back = { $n ->
    [one] *One deliverable came back* because of an error of ours:
   *[other] *{ $n } deliverables came back* because of errors of ours:
}
ours-disputes = { $n ->
    [one] *One invoice was rightly disputed:*
   *[other] *{ $n } invoices were rightly disputed:*
}
ours-upheld = { $n ->
    [one] *One complaint of theirs was right.*
   *[other] *{ $n } complaints of theirs were right.*
}
ours-clear = { $n ->
    [one] *Nothing stands against us* in the one deliverable of the last twelve months.
   *[other] *Nothing stands against us* in the { $n } deliverables of the last twelve months.
}
ours-unseen = *We do not see our own side.* No deliverable of the last twelve months is recorded, so nothing here weakens or strengthens the findings above.
and-more = { $n ->
    [one] and one more
   *[other] and { $n } more
}
