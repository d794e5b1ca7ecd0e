# The signs of trust. For each: its name, what it says of one client, how we know, whether it may be us, what would
# change it, and what it sees (for the list of blind spots).

R1-name = Acknowledgement of good work
R1-say = { $label ->
        [refuses_to_acknowledge] Our work for { $name } is good by every measure agreed beforehand, and *{ $acknowledged ->
            [0] not one of { $accepted } accepted deliverables drew a good word
            [one] only one of { $accepted } accepted deliverables drew a good word
           *[other] only { $acknowledged } of { $accepted } accepted deliverables drew a good word
        }*.
        [raises_the_bar] { $name } *asks a lot and appreciates a lot*: { $acknowledged } of { $accepted } deliverables were acknowledged, and what was met was followed by something higher.
        [our_delivery] What troubles { $name } is, as far as the records show, *our own delivery*.
       *[undetermined] { $name } is *not satisfied*, and the records do not show whether that lies with the work or with how it is seen.
    }
R1-why = Our quality is { $quality }, their satisfaction { $satisfaction } of { 5 } (median of { $answers ->
        [one] one answer
       *[other] { $answers } answers
    }). { $reversed ->
        [0] No approval was taken back
        [one] One approval was taken back
       *[other] { $reversed } approvals were taken back
    }; { $complaints ->
        [0] no complaint has been judged.
        [one] the one complaint that was judged was { $upheld ->
            [0] not right.
           *[other] right.
        }
       *[other] of { $complaints } complaints that were judged, { $upheld ->
            [0] none was right.
            [one] one was right.
           *[other] { $upheld } were right.
        }
    }
R1-reverse = { $label ->
        [refuses_to_acknowledge] Perhaps: good by the agreed measures may not be good for them. Two reviewers must agree before this counts fully, and the client is asked first.
        [raises_the_bar] There is nothing to defend here: this client makes us better.
        [our_delivery] Yes. The first step is ours.
       *[undetermined] It may be. Ask the client’s sponsor, openly and without a form.
    }
R1-change = { $label ->
        [raises_the_bar] Thanks that stop, or steps up that are no longer paid for.
        [our_delivery] Deliveries in time and without faults, and the complaints that were right put right.
       *[other] A talk about what they would call good, and criteria from it that both sides sign.
    }
R1-needs = whether good work is acknowledged, or the bar is raised, or we are the issue

R2-name = Over-interference
R2-say = { $name } *steps in more than it used to*: { $recent } times a week in the last month, { $earlier } before that.
R2-why = Compared over { $weeks ->
        [one] one week
       *[other] { $weeks } weeks
    }: approvals asked for, questions about status, approved work taken up again and messages past the lead, each against this client’s own past. It also stands among the upper quarter of our clients, where there are enough to compare.
R2-reverse = { $follows ->
        [failure] Likely in part: it follows a failure of ours, and looking closer is then an ordinary answer.
       *[nothing] Perhaps: questions about status come where we report too little. No failure of ours is on record before it.
    }
R2-change = A weekly report before they ask, one way to approve, and a frame for who decides what.
R2-needs = whether the client steps into the work more than it used to

R3-name = Doubts of our ability
R3-say = { $name } *doubted our ability { $doubts ->
        [one] once
        [2] twice
       *[other] { $doubts } times
    }* in the last three months; { $earlier ->
        [0] never in the { $months } months before.
        [one] once in the { $months } months before.
        [2] twice in the { $months } months before.
       *[other] { $earlier } times in the { $months } months before.
    }
R3-why = Only doubts that somebody wrote down count. An exact Poisson test holds their number against this client’s own past.
R3-reverse = { $basis ->
        [ours] Likely: at least half of the doubts that were looked into were deserved.
        [theirs] Hardly: most of the doubts that were looked into were not deserved.
       *[open] Nobody has noted yet whether the doubts were deserved. Perhaps we also began to write them down only lately.
    }
R3-change = An answer with facts to each doubt, and three months without a new one.
R3-needs = whether doubts of our ability become more frequent

R4-name = Escalations
R4-say = { $name } *escalates more than other clients do*: { $escalations ->
        [one] one escalation
       *[other] { $escalations } escalations
    } in { $interactions } contacts.
R4-why = That is { $rate } for every hundred messages and incidents, against { $portfolio_rate } with our other clients; an exact test says how far chance may explain it.
R4-reverse = { $basis ->
        [ours] Likely: at least half of those that were looked into were right.
        [theirs] Hardly: most of those that were looked into were not right.
       *[open] Nobody has noted yet which of them were right. Escalations also come where the first person to ask cannot decide.
    }
R4-change = A named person who may decide, an agreed ladder, and a quarter that is no worse than with others.
R4-needs = whether the client escalates more than others do

R5-name = The same dispute again
R5-say = The same dispute with { $name } *came back { $times ->
        [2] twice
       *[other] { $times } times
    }* in a year: { $cause ->
        [price] the price
        [quality] the quality of our work
        [scope] the scope
        [billing_error] errors in our bills
        [po_or_portal] purchase orders or the portal
       *[other] “{ $cause_text }”
    }.
R5-why = Of { $disputes ->
        [one] one dispute
       *[other] { $disputes } disputes
    } in the last twelve months, { $times } have this root cause. { $upheld ->
        [0] None of them was found to be right so far.
        [one] In one the client was right.
       *[other] In { $upheld } the client was right.
    }
R5-reverse = { $basis ->
        [ours] Yes, at least half: the client was right, so the cause is ours to remove.
        [theirs] Hardly: most of those that were judged were not right. The cause is still worth removing.
       *[open] Nobody has judged them yet. Judge each before anything rests on them.
    }
R5-change = The root cause removed once for all, in the contract or in our own way of working.
R5-needs = whether disputes come back with the same cause

R6-name = Slow replies
R6-say = { $name } *takes { $their_days ->
        [one] one working day
       *[other] { $their_days } working days
    } to reply*; we take { $our_days ->
        [one] one
       *[other] { $our_days }
    }.
R6-why = Medians of { $replies } replies of theirs and { $our_replies } of ours, in working time on each side’s calendar. Between { $low } and { $high } days longer, with { 95 } in { 100 } confidence.
R6-reverse = Perhaps: do our messages ask one clear thing, of the right person, on a channel they use?
R6-change = One contact and one channel, a day for each answer, and replies within three working days.
R6-needs = how long each side waits for the other’s reply

R7-name = Messages after hours
R7-say = *{ $share }* of what { $name } sends arrives outside our working hours.
R7-why = { $after ->
        [one] One of { $messages } messages
       *[other] { $after } of { $messages } messages
    } whose time is known; { $weekend ->
        [0] none of them on our weekend.
        [one] one of them on our weekend.
       *[other] { $weekend } of them on our weekend.
    } Our own hours and weekend count, not theirs.
R7-reverse = Perhaps: their week may differ from ours, and a message sent at night need not expect an answer at night. Do we answer then?
R7-change = Hours and an emergency channel agreed in writing, and kept by both sides.
R7-needs = how much reaches us outside working hours

R10-name = How the team feels
R10-say = Working for { $name } *weighs on our people*: the median of { $answers } anonymous answers is { $median } of { 5 }.
R10-why = Asked of the team, without names; shown only from four answers, so that nobody can be told apart.
R10-reverse = Perhaps: load, planning and support are ours. Ask what would help before asking about the client.
R10-change = Relief for the people who carry it, a talk about limits with the client, and the next pulse.
R10-needs = how our people feel about working for the client

R11-name = Satisfaction falls, quality does not
R11-say = Our quality for { $name } has held while their *satisfaction fell from { $from } to { $to }* of { 5 }.
R11-why = { $answers ->
        [one] One answer
       *[other] { $answers } answers
    } were tested for a fall in the order of their days (Mann–Kendall); over { $deliverables ->
        [one] one deliverable
       *[other] { $deliverables } deliverables
    } our quality is { $quality } and does not fall.
R11-reverse = Perhaps: what we measure may not be what matters to them, or a person they trusted has left.
R11-change = A talk with their sponsor about what has changed, and the answers after it.
R11-needs = whether satisfaction follows our quality
