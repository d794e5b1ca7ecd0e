# One finding.
finding-since = First seen
finding-gone = This sign is no longer seen at { $name }.
finding-how = How we know
finding-us = Is it us?
finding-change = What would change it
finding-rows = The rows it rests on
finding-history = What became of it
finding-reports = The reports behind it
finding-confirm = Confirm
finding-dismiss = Dismiss with a reason
finding-dismiss-do = Dismiss
finding-reason = Why does it not stand?
finding-reason-hint = It stays visible with your reason and your name. If it gets worse, we ask again.
finding-remedy = What may help:
finding-maybe-ours = Our own delivery was below the guard in this time. Until somebody has looked, this finding supports no step against the client.
dismiss-reason-missing = A reason is needed: in a year nobody will remember why. One sentence will do.
state-asked-again = it got worse since it was judged
fact-value = Value
fact-threshold = Threshold
fact-rows-says = { $rows ->
    [one] One row, { $n } looked at
   *[other] { $rows } rows, { $n } looked at
}
fact-test = Test
fact-known-on = Known on
fact-detector = Detector
fact-policy = Policy
fact-quality = Our quality
fact-quality-above = { $quality }, above the { $guard } guard
fact-quality-below = { $quality }, below the { $guard } guard
threshold-above = more than { $what }
threshold-reached = { $what } or more
threshold-below = less than { $what }
threshold-sunk-to = { $what } or less
unit-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
unit-days-per-invoice = { $n ->
    [one] { $n } day per invoice
   *[other] { $n } days per invoice
}
unit-times = { $n ->
    [one] once
   *[other] { $n } times
}
unit-deviations = { $n ->
    [one] { $n } standard deviation
   *[other] { $n } standard deviations
}
unit-score = { $n } of { 5 }
confidence-low = Low
confidence-medium = Medium
confidence-high = High
chance-10000 = Chance alone would show as much less than once in ten thousand times.
chance-1000 = Chance alone would show as much less than once in a thousand times.
chance-100 = Chance alone would show as much less than once in a hundred times.
chance-20 = Chance alone would show as much less than once in twenty times.
chance-10 = Chance alone would show as much less than once in ten times.
chance-share = Chance alone would show as much in { $share } of cases.
test-P5 = Wilson interval, Mann–Kendall, Theil–Sen, Cochran–Armitage
test-P6 = beta-binomial
test-E7 = Theil–Sen
test-D2 = exact Poisson
test-D5 = one-sided prediction bound
test-R1 = rule table, Spearman
test-R2 = standard scores
test-R3 = exact Poisson
test-R4 = exact rate ratio, u-chart
test-R6 = Hodges–Lehmann
test-R11 = Mann–Kendall
invoice-open = open
invoice-unpaid = not paid
head-paid = Paid
rows-from = From
rows-from-files = { $n ->
    [one] From one file
   *[other] From { $n } files
}
rows-others = { $n ->
    [one] The other row
   *[other] The other { $n } rows
}
rows-kept = It rests on { $n } rows; the { $kept } most telling are kept with it.
rows-own-hours = The hours of others count, and are not shown here.
rows-list = The whole list
report-open = Open the report

explain-caption = Competing explanations
explain-cause = Explanation
explain-for = For
explain-against = Against
cause-administrative = Our paperwork
cause-administrative-for = { $n ->
    [0] {""}
    [one] One late invoice carried a mistake, lacked an order number or failed in a portal.
   *[other] { $n } late invoices carried a mistake, lacked an order number or failed in a portal.
}
cause-administrative-against = { $rest ->
    [0] {""}
    [one] The other one was right.
   *[other] { $n ->
        [0] Nothing was wrong with any of the { $late } late invoices.
       *[other] The other { $rest } were right.
    }
}
cause-dissatisfaction = Dissatisfied with the work
cause-dissatisfaction-for = { $n ->
    [0] {""}
    [one] One late invoice is disputed over price, quality or scope.
   *[other] { $n } late invoices are disputed over price, quality or scope.
} { $unhappy ->
    [yes] Their satisfaction falls.
   *[no] {""}
}
cause-dissatisfaction-against = { $n ->
    [0] None of the late invoices is disputed over the work.
   *[other] { $rest ->
        [0] {""}
        [one] One late invoice is not disputed.
       *[other] { $rest } late invoices are not disputed.
    }
}
cause-distress = Short of money
cause-distress-for = { $lengthens ->
    [yes] Each invoice is later than the one before.
    [slowly] Each invoice is later than the one before, by { $slope ->
        [one] a day
       *[other] { $slope } days
    }.
   *[no] {""}
} { $in_parts ->
    [0] {""}
    [one] One was paid in parts.
   *[other] { $in_parts } were paid in parts.
} { $broken ->
    [0] {""}
    [one] One promise to pay was broken.
   *[other] { $broken } promises to pay were broken.
}
cause-distress-against = { $lengthens ->
    [yes] {""}
    [slowly] {""}
   *[no] The delays do not lengthen.
} { $in_parts ->
    [0] Nothing was paid in parts.
   *[other] {""}
}
cause-habit = Habit
cause-habit-for = { $n ->
    [0] {""}
   *[other] The delays hardly differ: the middle half lies within { $spread ->
        [one] one day
       *[other] { $spread } days
    }.
}
cause-habit-against = { $lengthens ->
    [yes] The delays lengthen.
    [slowly] The delays lengthen.
   *[no] { $n ->
        [0] The delays differ: the middle half spans { $spread ->
            [one] one day
           *[other] { $spread } days
        }.
       *[other] {""}
    }
}

# What of before counts beside the findings of the day, and asks for a review only together with them.
earlier-sign = { $sign } (last on { $day })
earlier-signs = Counting what was found in the last { $days } days, a review is due: { $signs }.

# What falls in a season of the client's place is held apart; said after how we know.
sign-season = { $apart ->
    [one] One of what was compared fell
   *[other] { $apart } of what was compared fell
} in a season in which much runs otherwise, mostly { $season ->
    [ramadan] Ramadan
    [feast] the feasts
    [august] August
   *[year_end] the turn of the year
}. { $season_is ->
    [rest] It was held apart, and the rest alone gives this level.
    [earlier] It was held against the same season of earlier years, and it is worse than then.
   *[nothing] Without it this sign would not be seen, and no earlier season is known to compare with: so it can only be watched.
}
