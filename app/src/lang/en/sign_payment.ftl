# Payment: whether and when the client pays what it owes.
# name: the sign's title. say: the one sentence about this client. why: how we know. reverse: is it us?
# change: what would change it. needs: what a blind detector cannot see.

P3-name = Days late
P3-say = On average { $name } *pays { $days ->
    [one] a day
   *[other] { $days } days
} late*{ $open ->
    [0] {""}
   *[other] ; { $overdue } is overdue today
}.
P3-why = { $n } invoices fell due within a year, and { $late } of them were late; a large invoice counts more than a small one. { $open ->
    [0] {""}
    [one] One is still open and counts at the age it has reached.
   *[other] { $open } are still open and count at the age they have reached.
} { $half_paid ->
    [known] Half of its invoices are paid within { $days_to_pay ->
        [0] a day
        [one] a day
       *[other] { $days_to_pay } days
    } of issue.
   *[unknown] Half of its invoices of the year are not paid yet.
} { $usual ->
    [known] At our median client the figure is { $usual_days ->
        [0] less than a day
        [one] one day
       *[other] { $usual_days } days
    }.
   *[unknown] {""}
} { late-seasons }
P3-reverse = Did our invoices go out on the agreed day, to the right person, with the order number that the client asks for? An invoice that leaves us late comes back late.
P3-change = Payments on time lower it as the late ones leave the year it looks at. A payment that we forgot to record lowers it at once.
P3-needs = how late the money comes

# What fell due in a season, of P3 and P5.
late-seasons = { $seasonal ->
   *[0] {""}
    [one] One of the late ones fell due { $season ->
        [ramadan] in Ramadan
        [feast] around a feast
        [august] in August
       *[year_end] at the turn of the year
    }, when many pay later; of the { $rest } others { $rest_late ->
        [0] none was late.
        [one] one was late.
       *[other] { $rest_late } were late.
    }
    [other] { $seasonal } of the late ones fell due in seasons when many pay later, mostly { $season ->
        [ramadan] in Ramadan
        [feast] around the feasts
        [august] in August
       *[year_end] at the turn of the year
    }; of the { $rest } others { $rest_late ->
        [0] none was late.
        [one] one was late.
       *[other] { $rest_late } were late.
    }
}

P5-name = Late payment
P5-say = { $trend ->
    [longer] { $name } now *pays { $recent_days ->
        [one] about a day
       *[other] about { $recent_days } days
    } late*, and each invoice is { $slope } days later than the one before.
   *[other] { $name } paid *{ $late } of { $decided } invoices late*, { $typical_days ->
        [one] usually by a day
       *[other] usually by { $typical_days } days
    }.
}
P5-why = { $basis ->
    [trend] Of its last { $n } invoices we compared every two.
   *[share] { $late } of the { $decided } invoices that were decided within a year were late; allowing for chance, more than { $low } of its invoices are.
} { $trend ->
    [longer] In { $pairs_later } of { $pairs } pairs the newer invoice was the later one; chance alone would hardly put them in such an order.
   *[other] {""}
} { $by_quarter ->
    [rising] The share of late ones also rises from quarter to quarter.
   *[other] {""}
} { $open ->
    [0] {""}
    [one] One invoice is still open: it counts at the age it has reached, and none was dropped.
   *[other] { $open } invoices are still open: they count at the age they have reached, and none was dropped.
} { late-seasons }
P5-reverse = Did we bill late, or to an address that the client no longer uses? Was something wrong with the invoices that came late?
P5-change = Two or three invoices paid on time break a trend; a share falls only over several invoices. Days of grace can be set in the policy.
P5-needs = whether late payment is the rule, or becomes it

P6-name = Promises to pay
P6-say = { $name } promised to pay { $promises ->
    [one] once
    [2] twice
   *[other] { $promises } times
} and *{ $kept ->
    [0] kept none of the promises
    [one] kept one
   *[other] kept { $kept }
}*.
P6-why = A promise is kept when the promised sum, or all that was open, came in by a few business days after the promised day. { $broken ->
    [one] One was not kept: it was for { $last_broken }.
   *[other] { $broken } were not kept, the latest for { $last_broken }.
} The chance that fewer than half of its promises hold is { $chance }. A promise that can still be kept is not counted.
P6-reverse = Did we write down what was really promised, for the right invoice? Did the promise wait for something that we owed first?
P6-change = Each promise kept lowers the chance; a promise that was noted wrongly can be corrected in the records.
P6-needs = whether promises to pay are kept

P7-name = Disputed or short-paid invoices
P7-say = { $basis ->
    [ours] { $name } { P7-keeps-back }, and is mostly right where it disputes: our billing is the problem.
    [mixed] { $name } { P7-keeps-back }, and disputes at times rightly.
    [unsettled] { $name } { P7-keeps-back }; nobody has yet noted who was right.
    [short] { $name } { P7-keeps-back }; of what is short, { $missing } in all, it disputed nothing.
    [even] { $name } { P7-keeps-back }, *always by the same share*: tax that is withheld, or a part retained?
    [unsaid] { $name } { P7-keeps-back }; whether it disputes them, nobody notes.
   *[theirs] { $name } { P7-keeps-back }, and disputes seldom rightly.
}
P7-keeps-back = { $how ->
    [short] pays *{ $share } of our invoices short*
    [both] disputes or pays short *{ $share } of our invoices*
   *[disputed] disputes *{ $share } of our invoices*
}
P7-why = Of { $invoices } invoices of a year, { $disputed ->
    [0] none was disputed
    [one] one was disputed
   *[other] { $disputed } were disputed
}{ $short ->
   *[0] {"."}
    [one] {", "}and one was paid short without a dispute: { $missing } is missing, and nothing has come for months, or for thirty days while a later invoice was settled.
    [other] {", "}and { $short } were paid short without one: { $missing } is missing in all, and nothing has come for months, or for thirty days while a later invoice was settled.
} { $disputed ->
    [0] {""}
   *[other] { $settled ->
        [0] None of the disputes has a noted outcome.
       *[other] { $settled ->
            [one] One dispute has a noted outcome
           *[other] { $settled } disputes have a noted outcome
        }, and { $upheld ->
            [0] none was upheld.
            [one] one was upheld.
           *[other] { $upheld } were upheld.
        }
    }
} { $basis ->
    [theirs] {""}
    [short] {""}
   *[other] As long as that is so, this can only be watched.
}
P7-reverse = Each upheld dispute is a mistake of ours. Are our prices, quantities and order numbers right before an invoice leaves? And what is short: is it a bank’s charge, tax that the client must withhold, a part retained by contract, or a credit note that we owe?
P7-change = Noting the outcome of each dispute and why a sum fell short; a credit note where the client is right; invoices that are agreed before they are sent.
P7-needs = which invoices are disputed, and how rightly

P8-name = Exposure
P8-say = { $basis ->
    [cash] *{ $exposure } of ours* lies with { $name }: { $cash_share } of our cash.
    [revenue] *{ $exposure } of ours* lies with { $name }: { $times } times what we bill it in a quarter.
   *[contribution] *{ $exposure } of ours* lies with { $name }: { $times } times what it leaves us in a quarter.
}
P8-why = Unpaid, tax included: { $unpaid }. Worked and not yet billed: { $work }. Committed to third parties: { $committed }. { $carrying ->
    [known] Waiting for its money costs us about { $carrying_yearly } a year.
   *[unknown] Once the cost of capital is stated, this page says what waiting for the money costs.
}
P8-reverse = Have we held invoices back, or worked ahead of what was agreed? What we have not billed cannot be paid.
P8-change = A payment, a part payment, or a limit that we keep: no new work beyond a sum.
P8-needs = how much of our money lies with the client

P9-name = Unanswered reminders
P9-say = { $silent ->
    [one] The last reminder to { $name } brought *neither an answer nor money*.
   *[other] The last { $silent } reminders to { $name } brought *neither an answer nor money*.
}
P9-why = They were sent from { $first } to { $last }; we looked at { $reminders } reminders of a year. Several on one day count as one, a payment counts as an answer, and one sent within the last days does not count yet. { $contacts ->
   *[0] {""}
    [one] Since then somebody new writes for it, which counts as one more.
    [other] Since then { $contacts } people who are new write for it, each of whom counts as one more.
} { $hurdles ->
   *[0] {""}
    [one] Of one invoice an order number or a portal was spoken of only after the reminder: one more.
    [other] Of { $hurdles } invoices an order number or a portal was spoken of only after the reminder: each is one more.
}
P9-reverse = Do the reminders reach someone who can answer? A contact who has left looks the same from here.
P9-change = One answer or one payment ends the row. A call often does what a fourth letter does not.
P9-needs = whether reminders are answered

P10-name = Likely cause of late payment
P10-say = { $cause ->
    [distress] { $name } seems *short of money* rather than unwilling to pay.
    [habit] { $name } *pays late out of habit*.
    [dissatisfaction] { $name } seems to *hold money back because of our work*.
   *[administrative] Our invoices to { $name } *get stuck in paperwork*.
}
P10-why = This would explain { $explained } of { $late } late invoices. { $cause ->
    [distress] { $lengthens ->
        [yes] Each invoice is later than the one before.
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
    [habit] The delays hardly differ: the middle half of them lies within { $spread } days.
    [dissatisfaction] They are disputed over price, quality or scope.
   *[administrative] They lacked an order number, failed in a portal or carried a mistake.
} { $unexplained ->
    [0] {""}
    [one] It does not explain the other one.
   *[other] It does not explain the other { $unexplained }.
}
P10-remedy = { $cause ->
    [distress] First a talk, then a payment plan with dates; no new credit meanwhile.
    [habit] Agree on what really applies: shorter terms, payment in advance, or a price that includes the wait.
    [dissatisfaction] Settle the complaint before the next reminder.
   *[administrative] Correct the invoices, and ask what their office needs on each.
}
P10-reverse = A cause is a guess from the outside. Has anyone asked the client?
P10-change = What the client says in a talk stands above what the records suggest.
P10-needs = why the client pays late
