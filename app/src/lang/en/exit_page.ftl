# The pages of what ending costs.

exit-title = What ending costs
exit-title-of = What ending costs: { $name }
exit-lede-risk = { $end_kind ->
        [none] End now, and cash stays *above zero* in every future; keep the client, and it falls below in { $keep_kind ->
            [none] none
            [few] fewer than 1
            [most] more than 99
            [all] every one
           *[some] { $keep }
        }.
        [few] End now, and cash falls below zero in fewer than *1 of 100 futures*; keep the client, and it does in { $keep_kind ->
            [none] none
            [few] fewer than 1
            [most] more than 99
            [all] every one
           *[some] { $keep }
        }.
        [most] End now, and cash falls below zero in more than *99 of 100 futures*; keep the client, and it does in { $keep_kind ->
            [none] none
            [few] fewer than 1
            [most] more than 99
            [all] every one
           *[some] { $keep }
        }.
        [all] End now, and cash falls below zero in *every future*; keep the client, and it does in { $keep_kind ->
            [none] none
            [few] fewer than 1
            [most] more than 99
            [all] every one
           *[some] { $keep }
        }.
       *[some] End now, and cash falls below zero in *{ $end } of 100 futures*; keep the client, and it does in { $keep_kind ->
            [none] none
            [few] fewer than 1
            [most] more than 99
            [all] every one
           *[some] { $keep }
        }.
    }
exit-if-risk = { $end_kind ->
        [none] If { $name } left today, cash would stay *above zero* in every future; as things are, it falls below in { $keep_kind ->
            [none] none
            [few] fewer than 1
            [most] more than 99
            [all] every one
           *[some] { $keep }
        }.
        [few] If { $name } left today, cash would fall below zero in fewer than *1 of 100 futures*; as things are, it does in { $keep_kind ->
            [none] none
            [few] fewer than 1
            [most] more than 99
            [all] every one
           *[some] { $keep }
        }.
        [most] If { $name } left today, cash would fall below zero in more than *99 of 100 futures*; as things are, it does in { $keep_kind ->
            [none] none
            [few] fewer than 1
            [most] more than 99
            [all] every one
           *[some] { $keep }
        }.
        [all] If { $name } left today, cash would fall below zero in *every future*; as things are, it does in { $keep_kind ->
            [none] none
            [few] fewer than 1
            [most] more than 99
            [all] every one
           *[some] { $keep }
        }.
       *[some] If { $name } left today, cash would fall below zero in *{ $end } of 100 futures*; as things are, it does in { $keep_kind ->
            [none] none
            [few] fewer than 1
            [most] more than 99
            [all] every one
           *[some] { $keep }
        }.
    }
exit-if-safe = { $side ->
        [less] If { $name } left today, cash would stay above zero in every future, but within { $months } months *{ $sum } less* would be left.
       *[more] If { $name } left today, cash would stay above zero in every future, and within { $months } months *{ $sum } more* would be left.
    }
exit-lede-safe = { $side ->
        [less] Cash stays above zero in every future, and within the { $months } months ahead ending now leaves *{ $sum } less* than keeping.
       *[more] Cash stays above zero in every future, and within the { $months } months ahead ending now leaves *{ $sum } more* than keeping.
    }
exit-lede-missing = *Two or three figures* are enough to begin with.
exit-what-if-missing = What if *{ $name }*, our largest client, left? Two figures are missing for an answer.
exit-none-billed = *Nothing is billed yet* from which it could be said what a client’s leaving would cost.
exit-open-largest = Look closer at { $name }
exit-overview-note = Every firm should know this before it has to. Nothing here starts anything, and no client sees it.
exit-to-client = The client’s page
exit-jump = Parts of this page
exit-compute = Compute
exit-all-inputs = All inputs
exit-in-currency = Sums are whole { $currency }.
exit-essential-cash = Cash today
exit-essential-contribution = What this client brings a month
exit-essential-months = Months until a replacement is signed
exit-in-percent = { $input }, in percent
exit-in-months = { $input }, in months
exit-plain = { $input }
exit-used-history = { $figure }, from our records
exit-used-assumed = { $figure }, assumed
exit-used-stated = { $figure }, stated by hand
exit-unstated = Not known yet
exit-old = older than 30 days
exit-percent-invalid = A percentage from 0 to 100 is needed.
exit-steps-invalid = Each step needs a month later than the one before, and a percentage from 0 to 100.
exit-fact-cash = Cash today
exit-fact-reserve = Reserve wanted
exit-fact-wins = Replacement time
exit-fact-wins-history = from { $n } own wins
exit-fact-wins-assumed = { $n ->
        [0] assumed, no own wins entered
        [one] assumed, only one own win entered
       *[other] assumed, only { $n } own wins entered
    }
exit-fact-past-ends = held against { $n } past ends
exit-fact-share = Share of the largest client
exit-clients = Our largest clients
exit-clients-note = What if one of them left?
exit-head-revenue = Revenue of twelve months
exit-head-share = Share

exit-bill = The exit bill
exit-bill-note = What ending would require, before anything else.
exit-bill-none = Nothing is entered yet. Think of refunds, penalties, work to finish, licences, access to hand back, and our people’s days.
exit-bill-sum = Sum
exit-bill-unconverted = { $n ->
        [one] One line is in a currency without an exchange rate and is left out of the sum.
       *[other] { $n } lines are in a currency without an exchange rate and are left out of the sum.
    }
exit-bill-add = Add a line
exit-add = Add
exit-remove = Remove
bill-what = What
bill-what-hint = Such as: three days to hand over the accounts
bill-kind = Kind
bill-kind-hint = What it is for
bill-cost = Cost
bill-cost-hint = Negative if it comes to us
bill-on = Due on
bill-on-hint = May stay empty
bill-source = Source
bill-source-hint = A clause, an offer, a count
bill-refund = Refund
bill-penalty = Penalty
bill-unfinished_work = Unfinished work
bill-licence = Licence
bill-access = Access
bill-people_days = People’s days
bill-other = Other

exit-side = Side by side
exit-side-note = A hundred futures each. Full dot: cash falls below zero. Ring: below the reserve. Speck: neither.
exit-base = baseline
exit-dots = Of a hundred futures, cash falls below zero in { $zero }, below the reserve in { $reserve }.
exit-lowest = Lowest
exit-break-even = Break-even
scenario-keep-what = Nothing changes.
scenario-repair-what = It takes { $months } and costs { $cost }; the chance that it works is put at { $success }.
scenario-end_now-what = { $notice_n ->
        [0] The income stops at once.
       *[other] The notice lasts { $notice }, then the income stops.
    }{ $loses ->
        [some] {" "}Of what is owed, { $lost } may be lost.
       *[none] {""}
    }
scenario-expire-what = The contract has { $left } left and is served to its end.
scenario-hand_over-what = We serve for { $over } more, then someone else does.{ $pays ->
        [some] {" "}Fee: { $fee }.
       *[none] {""}
    }
scenario-staged-what = We step down { $steps ->
        [one] once
        [2] twice
       *[other] { $steps } times
    }, the last time in month { $last }.
exit-cash = Cash month by month
exit-cash-note = Later months are to the { $side }. Line: median. Shade: eighty of a hundred futures. Grey dashes: keep as is. Blue dashes: the reserve. One scale for all.
fan-now = now
fan-note = Thousand { $currency }.
fan-caption = Cash by month: { $what }
fan-head-low = One in ten below
fan-head-middle = Half below
fan-head-high = One in ten above
exit-figures-title = Scenarios in figures
exit-head-lowest-month = Month of the lowest
exit-figures = The same in figures
exit-futures = { $draws ->
        [one] one future
       *[other] { $draws } futures
    }, seed { $seed }
exit-head-zero = Below zero
exit-head-last = Cash at the end
exit-changes-title = What would change the answer?
exit-swings-note = Each input alone, low (ring) and high (dot): what ending now leaves more than keeping, right or left of zero as one reads. The rank correlation, from -1 to 1, says how far the order of the futures follows one input while all others vary, too.
exit-of-history = From our records
exit-of-assumption = Assumed
exit-of-old = Older than 30 days
exit-agenda = Agenda for the talk

exit-cuts = Costs that could be cut
exit-cuts-note = Parts of the fixed cost that could go with the client, and what that takes.
exit-cuts-add = Add a cost
cut-name = Cost
cut-name-hint = Such as: a freelancer, an office
cut-monthly = A month
cut-monthly-hint = As it is paid today
cut-avoidable = Of which can be saved, in percent
cut-avoidable-hint = 100 if it goes as a whole
cut-lag = Saved from month
cut-lag-hint = 0: at once
cut-one-off = Cost of saving it
cut-one-off-hint = Severance, penalties

exit-keep-title = Kept simulations
exit-keep-note = A kept simulation stays as it is: inputs, seed, exit bill and figures. A decision can cite it a year later.
exit-keep = Keep this simulation
exit-more = More
exit-to-firm = Cash, reserve and fixed cost
exit-kept = Kept simulation
exit-kept-of = Kept simulation: { $name }
exit-kept-note = It shows what was known then. Nothing of it changes any more.
exit-kept-at = Kept
exit-seed = Seed
exit-file = The inputs as a file
exit-now-of = { $what } as of today
exit-back-to = Back to { $what }

exit-inputs = Inputs
exit-inputs-of = Inputs: { $name }
exit-inputs-lede = Each line says which figure is used and where it comes from. *Write another only where you know better*; empty means: as said.
exit-serving = of which { $sum } for the people who serve this client; they are paid in any case
exit-group-client = This client and all others
exit-group-client-note = What it brings in cash: billed, less what is spent for it. The people’s hours stand in the fixed cost.
exit-group-contract = Contract
exit-group-contract-note = By hand until a contract is read.
exit-group-replacement = Replacement
exit-group-replacement-note = From eight own wins on, they say how long it takes; from four past ends on, what those took lengthens or shortens it.
exit-group-marketing = Other marketing
exit-group-marketing-note = While a replacement is sought.
exit-group-repair = Repair
exit-group-repair-note = What talking first may bring.
exit-group-hand_over = Hand over
exit-group-hand_over-note = A fee below nothing is one that we pay.
exit-group-harm = Harm, and business that came through this client
exit-group-harm-note = What serving it does to us, and what may go with it.
exit-group-computing = How it is computed
exit-group-computing-note = Twelve to thirty-six months are usual.
exit-group-staged = End in stages
exit-group-staged-note = From a month on, only this share of the service remains.
exit-step = Step { $n }
exit-step-month = From month
exit-step-share = Share that remains, in percent
exit-renews = The contract renews by itself. To let it expire, say so in time; the months left are counted to the next end that can still be reached.

exit-wins = Clients we won
exit-wins-none = *No win is entered yet.* How long did it take to sign the last clients?
exit-wins-few = { $n ->
        [one] *One more win*, and our own history says how long a replacement takes. Until then it is an assumption.
       *[other] *{ $n } more wins*, and our own history says how long a replacement takes. Until then it is an assumption.
    }
exit-wins-enough = Eight of ten took between *{ $low } and { $high } months*, from { $n } own wins.
exit-wins-note = From the first contact to the signature. Whoever forgets the slow ones will wait longer than expected.
exit-past = What past ends took
exit-past-few = Fewer than four past ends rested on a forecast, so they change nothing yet.
exit-past-took = Money came after { $came } of { $n } past ends; counting those that still wait, the time to the signature of a replacement is put at about *{ $took } months*; *{ $foreseen }* were foreseen on average.
exit-past-none-came = Of { $n } past ends *none has been made up for yet*; { $foreseen } months were foreseen on average.
exit-past-how = From the decision to the signature of a client won since, who counts once money came and makes up for one end only; where the retrospective states an earlier day, to that one. An end that still waits counts by its wait so far, two years at most; where no replacement is sought, it does not count. How long the next one takes is expected anew from this: what own wins say, or what is assumed, counts as much as four ends.
exit-wins-add = Add a win
exit-wins-future = This day is still to come.
exit-wins-order = The signature cannot come before the first contact.
win-name = Client
win-contacted = First contact
win-signed = Signed
win-took = Took
win-months = Months
win-monthly = What it leaves over a month
win-monthly-hint = What it pays less what is spent for it; the people’s hours do not count. It may stay empty.

exit-price = Prices
price-lede = What would *a lower price* take, and what would a higher one risk?
price-revenue = Price a month
price-revenue-hint = Net, without what is only passed on
price-contribution = Left over of it
price-contribution-hint = After the people’s hours
price-hours = Hours a month
price-hours-hint = That serving takes
price-free = Free hours a month
price-free-hint = That our people still have
price-discount = Discount in percent
price-discount-hint = Below zero: a rise
price-compute = Compute
price-takes = { $fits ->
        [yes] A discount of { $share } takes *{ $volume } more volume* for the same result: { $hours } hours more, and we have { $free }.
        [no] A discount of { $share } takes *{ $volume } more volume* for the same result: { $hours } hours more, and we have only { $free }.
        [none] A discount of { $share } takes *{ $volume } more volume* for the same result: { $hours } hours more, and none are free.
       *[unknown] A discount of { $share } takes *{ $volume } more volume* for the same result.
    }
price-never = No volume makes up for a discount of { $share }: *only { $margin } of the price is left over*.
price-rise = A rise of { $share } pays as long as *less than { $volume } of the volume* is lost.
price-floor-loss = At { $sum } a month nothing is left over; below that the client costs us.
price-floor-rate = At our least hourly rate of { $rate }, { $hours } hours cost { $sum } a month.
price-table = Other prices
price-table-note = Volume for the same result, and the hours it takes.
price-head-change = Change of the price
price-head-volume = Volume
price-head-hours = Hours a month
price-row-rise = { $share } more
price-row-discount = { $share } less
price-none = never

exit-agenda-of = Agenda for the talk: { $name }
exit-agenda-lede = A talk *before* a decision costs least. This is a draft; change it before you take it along.
exit-agenda-with = A talk with { $what }
exit-agenda-note = No threats, no list of faults. What was agreed is sent in writing the same day.
agenda-listen = How do you see it?
agenda-listen-say = We ask first and take down the answer in your words.
agenda-our-part = Our part
agenda-our-part-say = What we did to it, and what we mend from now on, each with a name and a day.
agenda-price = Price and terms
agenda-price-say = So that going on is worth as much to us as the best other way, about { $sum } a month more are needed: by the price, by fewer hours, or by both.
agenda-payment = Payments
agenda-payment-say = { $sum } are open. We propose days on which it is paid, and terms that both keep. At risk for us: about { $risk }.
agenda-scope = Way of working
agenda-scope-say = Haste and changes cost us about { $sum } a month. One contact on each side, and changes in writing, would save most of it.
agenda-renewal = The contract
agenda-renewal-say = { $n ->
        [0] It is running out now. What should a new one say?
        [one] It runs for one more month. What should a new one say?
       *[other] It runs for { $n } more months. What should a new one say?
    }
agenda-review = When we look again
agenda-review-say = { $n ->
        [one] In one month
       *[other] In { $n } months
    } we look at it together again, by measures that we agree on today.
agenda-otherwise = And otherwise
agenda-otherwise-say = If we find no way, we part in good order{ $n ->
        [0] .
        [one] : with one month’s notice and a proper handover.
       *[other] : with { $n } months’ notice and a proper handover.
    }
act-exit = What ending costs
