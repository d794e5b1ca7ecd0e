# The signs of delivery. For each: its name, what it says of one client, how we know, whether it may be us, what would
# change it, and what it sees (for the list of blind spots).

R0-name = Our own quality
R0-say = Our own quality for { $name } is { $quality }: { $late ->
        [0] nothing came late by our doing
        [one] one delivery came late by our doing
       *[other] { $late } deliveries came late by our doing
    }, { $sent_back ->
        [0] none was sent back for our errors
        [one] one was sent back for our errors
       *[other] { $sent_back } were sent back for our errors
    }, and { $defects ->
        [0] no defect was found
        [one] one defect was found
       *[other] { $defects } defects were found
    }.
R0-why = In { $n ->
        [one] one deliverable
       *[other] { $n } deliverables
    } of the last twelve months, { $on_time } came in time and { $first_time } were accepted without a round that we caused. The figure is the geometric mean of these two shares and of the share without defects; what the client made late counts as in time.
R0-reverse = This one is us. It is never held against the client, and below the guard it marks their complaints as possibly ours.
R0-change = Deliveries in time, accepted at the first showing and without defects, over the next deliverables.
R0-needs = how well we deliver, so that a complaint can be told from a fault of ours

D1-name = Work outside the scope
D1-say = Work that nobody agreed to pay for adds *{ $share }* to the agreed hours for { $name }.
D1-why = Over { $months ->
        [one] one month
       *[other] { $months } months
    }, { $outside } hours lie outside the scope, beside { $inside } inside it. { $paid ->
        [0] No change request covers any of it.
       *[other] A further { $paid } hours were paid changes and are counted on neither side.
    }
D1-reverse = Perhaps: did we say yes without writing a change request, or was the scope never written down clearly?
D1-change = A signed change for this work, a scope both sides confirm in writing, or stopping at its edge.
D1-needs = how much of our work lies outside what was agreed

D2-name = Revision rounds
D2-say = The work for { $name } took *{ $rounds ->
        [one] one revision round
       *[other] { $rounds } revision rounds
    }* where the contract includes { $agreed ->
        [0] none
        [one] one
       *[other] { $agreed }
    }.
D2-why = Counted over { $deliverables ->
        [one] one deliverable
       *[other] { $deliverables } deliverables
    }, { $rate } rounds each; rounds that our own errors caused are left out. { $compared ->
        [portfolio] Our other clients take { $portfolio_rate } rounds each, and chance hardly explains the difference.
       *[contract] The comparison is with the contract alone.
    }
D2-reverse = Perhaps: unclear briefs and several people approving make rounds as well, and some of our own errors may be booked as theirs.
D2-change = One brief and one approver agreed beforehand, and further rounds at a price.
D2-needs = whether the work goes round more often than agreed

D3-name = Requests beyond what we do
D3-say = { $beyond ->
        [one] One of { $requests } requests from { $name } asks
       *[other] { $beyond } of { $requests } requests from { $name } ask
    } for *something we do not do*.
D3-why = That is { $share } of all their requests in the last twelve months, as they were tagged when they came in. { $accepted ->
        [0] We took on none of them.
        [one] We took on one of them all the same.
       *[other] We took on { $accepted } of them all the same.
    }
D3-reverse = Perhaps: an offer or a web page may promise more than we do, and every such request that we accept invites the next.
D3-change = A written list of what we do, a partner for the rest, and a second reader for the tag.
D3-needs = how often the client asks for what we do not do

D4-name = Goals missed twice running
D4-say = The goals agreed with { $name } were *missed { $periods ->
        [2] twice
       *[other] { $periods } times
    } running*{ $basis ->
        [ours] , mostly by our own doing.
        [theirs] , mostly for causes on their side.
       *[open] .
    }
D4-why = Even in the better period only { $attained } of the goals was reached, by their weights; { $missed ->
        [one] one target was missed
       *[other] { $missed } targets were missed
    } of { $n }. { $basis ->
        [open] Nobody wrote down why.
       *[other] The causes are those written down with the goals.
    }
D4-reverse = { $basis ->
        [ours] Yes, as far as the causes written down go; this can support no step against the client before somebody has looked.
       *[other] Perhaps: goals are missed by both sides, and a cause is easily written down in one’s own favour.
    }
D4-change = Targets that both sides agree can be reached, and one period in which they are.
D4-needs = whether the goals agreed with the client are reached

D5-name = A target beyond reach
D5-say = { $targets ->
        [one] { $name } set a *target that nothing in our history allows*, after we had advised against it in writing: { $target } for { $goal }.
       *[other] { $name } set { $targets } *targets that nothing in our history allows*, after we had advised against them in writing; the furthest is { $target } for { $goal }.
    }
D5-why = From { $n ->
        [one] one earlier result
       *[other] { $n } earlier results
    } of the same goal, the next would go no further than { $bound } in nineteen cases of twenty, its trend allowed for.
D5-reverse = Perhaps: our history shows what we have done so far, not what somebody else could do.
D5-change = A target within reach, or means that the earlier results did not have.
D5-needs = whether targets are set that our history does not allow

D6-name = Waiting for the client
D6-say = { $name } takes *{ $days ->
        [one] one working day
       *[other] { $days } working days
    }* to decide on what we deliver; our policy expects { $agreed }.
D6-why = The median of { $n ->
        [one] one acceptance
       *[other] { $n } acceptances
    }, in working days on their calendar; { $slow ->
        [one] one took
       *[other] { $slow } took
    } longer than expected. { $blocked ->
        [0] No delivery was late for want of something from them.
        [one] One delivery was late for want of something from them.
       *[other] { $blocked } deliveries were late for want of something from them.
    }
D6-reverse = Perhaps: do they know by when they have to decide, who decides, and what waits for it?
D6-change = A named approver, a day in the plan for each decision, and what happens when it passes.
D6-needs = how long we wait for the client’s decisions

D7-name = Approvals taken back
D7-say = { $name } *took back { $reversed ->
        [one] one of { $accepted } approvals
       *[other] { $reversed } of { $accepted } approvals
    }*.
D7-why = That is { $share } of what was accepted in the last twelve months; { $changed ->
        [0] the criteria stayed the same.
        [one] in one case the criteria were changed after approval.
       *[other] in { $changed } cases the criteria were changed after approval.
    }
D7-reverse = { $basis ->
        [ours] Likely in part: at least half of it came back with defects of ours, its criteria unchanged.
       *[theirs] Perhaps: was it clear at approval what exactly was approved, and by whom?
    }
D7-change = Criteria fixed before work begins, and a written approval that both sides keep to.
D7-needs = whether approvals hold
