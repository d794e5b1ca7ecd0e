# What ending costs: scenarios, futures, inputs, and what is wrong with them.

scenario-keep = Keep as it is
scenario-repair = Repair
scenario-end_now = End now, with notice
scenario-expire = Let the contract expire
scenario-hand_over = Hand over
scenario-staged = End in stages

future-below = { $kind ->
        [none] In none of the futures does cash fall below zero.
        [few] In fewer than one of 100 futures cash falls below zero.
        [most] In more than *99* of 100 futures cash falls below zero, in half of these by month { $month }.
        [all] In *every* future cash falls below zero, in half of them by month { $month }.
       *[some] In *{ $n }* of 100 futures cash falls below zero, in half of these by month { $month }.
    }
future-of-100 = { $kind ->
        [none] none
        [few] fewer than 1 of 100
        [most] more than 99 of 100
        [all] all
       *[some] { $n } of 100
    }

exit-indifference = { $kind ->
        [never] Even a replacement signed today would not make up for what ending gives up.
        [always] Ending leaves at least as much as keeping, even if no replacement comes.
       *[until] If a replacement is signed within *{ $months } months*, ending leaves at least as much as keeping; after that, keeping leaves more. Futures in which it is signed in time: { $n }.
    }
exit-waiting = { $kind ->
        [gains] Ending a month later would leave { $sum } more than ending now.
        [costs] Ending a month later would leave { $sum } less than ending now.
       *[same] Ending a month later would leave as much as ending now.
    }
exit-swing = { $input }: at { $low } ending now leaves { $sum_low } { $side_low } than keeping, at { $high } { $sum_high } { $side_high }.
exit-swing-rank = With all inputs varying at once: rank correlation { $rank }.

advice-leads = *Repair leaves more than any ending and risks no more.* Futures in which it leaves at least as much as “{ $scenario }”: { $n }. Talk with the client first.
advice-close = *Between repair and “{ $scenario }” these figures do not decide.* Futures in which repair leaves at least as much: { $n }.{ $turned ->
        [one] {" "}One input within its range is enough to turn them round: { $input }.
       *[none] {""}
    } Talk with the client first; it costs least.
advice-ending = “{ $scenario }” leaves more than repair, whatever any one input does within its range. Futures in which repair leaves at least as much: { $n }. The figures inform; you decide.
advice-unknown = Nothing is said of a repair. With its chance, its cost and its time, talking first can be compared with ending.

input-in-months = { $n ->
        [one] one month
       *[other] { $n } months
    }
input-in-hours = { $n ->
        [one] one hour
       *[other] { $n } hours
    }
input-horizon_months = Months looked at
input-draws = Futures drawn
input-cash = Cash today
input-reserve = Reserve wanted
input-fixed_cost_monthly = Fixed cost a month
input-other_contribution_monthly = Contribution of all other clients a month
input-discount_yearly = Yearly discount
input-client-contribution_monthly = Contribution of this client a month
input-client-notice_months = Length of the notice
input-client-notice_realised = Share of the work that still comes during the notice
input-client-contract_months_left = Time left in the contract
input-client-early_fee = Fee for ending early
input-client-receivable = What the client owes
input-client-write_off_share = Share of it that is lost if we end
input-client-exit_cost = The exit bill
input-client-hours_monthly = Hours for this client a month
input-replacement-contribution_monthly = Contribution of a replacement a month
input-replacement-mean_months = Time until a replacement is signed
input-replacement-ramp_months = Time until it pays in full
input-replacement-acquisition_cost = Cost of winning it
input-repair-success = Chance that a repair works
input-repair-uplift_monthly = What a repair that works brings a month
input-repair-cost = Cost of a repair
input-repair-months = Time for a repair
input-marketing-factor = How many times faster new marketing brings replacements
input-marketing-lag_months = Time until new marketing works
input-marketing-cost_monthly = Cost of new marketing a month
input-hand_over-fee = Fee for handing over
input-hand_over-months = Time for handing over
input-harm-monthly = What the disorder costs other work a month
input-harm-leave_chance_yearly = Chance that one of us leaves over it within a year
input-harm-leave_cost = Cost of replacing that person
input-linked-contribution_monthly = Contribution of clients that came through this one
input-linked-chance = Chance that they go, too

caution-costs = The costs that can be cut are more than the fixed cost of which they are part. Correct one of them.
caution-stages = Some of the stages lie beyond the months looked at.
caution-contract = The contract runs beyond the months looked at, so letting it expire looks like keeping.
caution-replacement = No replacement is expected. If one is, state what it would bring and how long it takes.

wrong-unreadable = This is no TOML text: { $what }. Mend the line; docs/en/exit.md shows a whole file.
wrong-missing = The figure is missing. Add it; write 0 where there is none.
wrong-unknown = There is no input of this name. Remove it, or look up its name in docs/en/exit.md.
wrong-unknown-near = There is no input of this name. Perhaps { $what } is meant.
wrong-not-number = A number is needed, such as 1250.50, without quotes or currency.
wrong-not-whole = A whole number is needed.
wrong-not-finite = A number that can be counted is needed; this is none.
wrong-not-text = A text in quotes is needed.
wrong-not-list = A list in brackets is needed, such as [2, 3.5].
wrong-not-table = A table is needed: a line [name] and its figures below it.
wrong-not-one-of = One of these words is needed: { $what }.
wrong-not-currency = Three letters of ISO 4217 are needed, such as SAR, EGP or EUR.
wrong-not-day = A day is needed, such as 2026-11-22.
wrong-not-range = One figure is needed here; it can be neither a range nor a list.
wrong-share = A share is needed, 0 to 1: write 0.4 for 40%.
wrong-below = It must be { $what } or more.
wrong-above = It must be { $what } or less.
wrong-empty = The list is empty. Add a figure, or remove the list.
wrong-too-many = There are too many; { $what } is the most.
wrong-unordered = The order is wrong: low, likely, high must rise, and so must the months of stages.
wrong-beside = { $what } says the same. Remove one of them.
wrong-needs = Without { $what } this means nothing. Add it, or remove this.

exit-simulated = What ending would cost over { $months ->
        [one] one month
       *[other] { $months } months
    }: every scenario through the same { $draws ->
        [one] one future
       *[other] { $draws } futures
    }, seed { $seed }.
exit-head-scenario = Scenario
exit-head-futures = Cash below zero
exit-head-reserve = Below the reserve
exit-head-lowest = Lowest median
exit-head-break-even = Break-even
exit-head-more = More than keeping
exit-month = month { $n }
exit-line = line { $line }
exit-none = –
exit-changes = What would change the answer:
exit-from-history = From own history: { $what }.
exit-assumed = Assumed: { $what }.
fail-inputs = { $what } does not hold inputs that can be used. Nothing was computed.
fail-inputs-next = Mend what is named and run the command again; docs/en/exit.md explains every input.
fail-not-text = { $what } is no text.
fail-not-text-next = Save it as UTF-8 text and run the command again.
