# Charts: each says what it shows in a sentence.
chart-table = The same figures as a table
chart-newest = Newest at the { $side ->
    [left] left
   *[right] right
}.

# How late something was paid.
late = { $n ->
    [0] on time
    [one] a day late
   *[other] { $n } days late
}
days = { $n ->
    [0] on time
    [one] { $n } day
   *[other] { $n } days
}
dot-open = { $n ->
    [one] { $n } day, open
   *[other] { $n } days, open
}
dot-open-short = { $n }, open
dot-is-open = (open)

punctuality-rises = They pay ever later: { $first } at first, { $last } now.
punctuality-falls = They pay sooner than they did: { $first } at first, { $last } now.
punctuality-holds = They usually pay { $usual }.
punctuality-in-time = They usually pay on time.
punctuality-few = { $n ->
    [one] One invoice shows no habit yet.
   *[other] { $n } invoices show no habit yet.
}
punctuality-open = { $n ->
    [one] One invoice is still open.
   *[other] { $n } invoices are still open.
}
punctuality-note = Days between due date and payment. Each dot is an invoice; an open ring is unpaid today.
punctuality-caption = Days late

ageing-clear = Nothing they owe is overdue
ageing-young = { $share } of what they owe is up to a month late
ageing-old = { $share } of what they owe is over a month late
ageing-note = Total { $total }, by how long it has been due
ageing-caption = Receivables by age
age-not-due = Not yet due
age-to-30 = { 1 }–{ 30 } days
age-to-60 = { 31 }–{ 60 } days
age-to-90 = { 61 }–{ 90 } days
age-over-90 = Over { 90 }

rate-falls = An hour earns less and less: { $first } at first, { $last } now
rate-rises = An hour earns more and more: { $first } at first, { $last } now
rate-below = An hour earns { $last }; our target is { $target }
rate-reached = An hour earns what it should: { $last }, for a target of { $target }
rate-holds = An hour earns about { $last }
rate-note = { $currency } an hour in each quarter, net of tax and of what we only pass on.
rate-caption = Effective hourly rate
rate-target = target
quarter-short = Q{ $n }
quarter-long = Q{ $n } { $year }

hours-within = We keep within the hours agreed
hours-beyond = { $n ->
    [one] In one of { $all } months we worked more than was agreed
   *[other] In { $n } of { $all } months we worked more than was agreed
}
hours-always-beyond = Every month we work more than was agreed
hours-open = Hours worked each month; how many were agreed is not written down
hours-note = Hours a month; the dashed line is what was agreed.
hours-note-open = Hours a month.
hours-caption = Hours worked and hours agreed
hours-agreed = agreed

quality-theirs-fall = Our work holds while their satisfaction falls, from { $first } to { $last } of { 5 }
quality-both-fall = Our quality and their satisfaction fall together, to { $last } of { 5 }
quality-theirs-rise = Their satisfaction rises, from { $first } to { $last } of { 5 }
quality-holds = Their satisfaction holds at about { $last } of { 5 }
quality-note = Each dot is a rating beside our quality over the five deliverables before it; the later, the darker.
quality-caption = Quality and satisfaction
quality-axis = our measured quality
satisfaction-axis = satisfaction, { 1 }–{ 5 }
rated-first = first
rated-last = latest

head-invoice = Invoice
head-due = Due
head-days-late = Days late
head-age = Age
head-amount = Amount
head-quarter = Quarter
head-rate = An hour
head-month = Month
head-hours = Hours
head-agreed = Agreed
head-beyond = Beyond
head-rated-on = Rated on
head-quality = Our quality
head-satisfaction = Satisfaction
