# Effort: what the client brings, and what it takes.

E1-name = Effective hourly rate
E1-say = { $target_is ->
    [agreed] An hour for { $name } *earns { $rate }*; the agreed price is { $target }.
   *[ours] An hour for { $name } *earns { $rate }*; our target is { $target }.
}
E1-why = That is { $ratio } of it in the quarter to { $until }: all hours count, billed or not, and costs that we only pass on are taken off. { $quarters ->
    [0] {""}
    [one] It is the first quarter that falls so short.
   *[other] It has fallen short for { $quarters } quarters in a row.
} { $left_out ->
   *[0] {""}
    [one] A quarter between or after, weak every year, was left out.
    [other] { $left_out } quarters between or after, weak every year, were left out.
} { $usual ->
    [known] It is { $usual_share } of what an hour earns at our median client.
   *[unknown] {""}
} { $untaxed ->
   *[0] {""}
    [one] Of one of its bills nobody said the tax: it counts in full.
    [other] Of { $untaxed } of its bills nobody said the tax: they count in full.
}
bills-untaxed = { $n ->
    [one] Of one of the bills nobody said the tax: it counts in full.
   *[other] Of { $n } of the bills nobody said the tax: they count in full.
}
E1-reverse = Were the hours our own learning, rework or internal meetings? Was the price too low from the start?
E1-change = A higher price, fewer hours for the same fee, or hours billed that were left out.
E1-needs = what an hour for the client earns

E3-name = Over-servicing
E3-say = In the month to { $month } we worked *{ $hours } hours* for { $name }; { $agreed } were agreed.
E3-why = In { $months } of the last { $of } full months we worked past what was agreed, by { $over } or more in most of them. Changes that are paid for do not count.
E3-reverse = Did the client ask for the extra hours, or did we give them? Were the agreed hours ever enough for the work?
E3-change = A month within the agreed hours, a new agreement on hours, or a paid change for what goes beyond.
E3-needs = whether we work more than was agreed

E4-name = Contribution
E4-say = { $basis ->
    [loss] In the quarter to { $until } { $name } *cost us { $loss } more than it brought*.
    [year] Over a year { $name } *left us { $contribution } a quarter*, less than three in four of our clients do.
   *[low] { $name } *left us { $contribution }* in the quarter to { $until }, less than three in four of our clients do.
}
E4-why = Of { $revenue } net of tax, { $direct } went to third parties and { $serving } to { $hours ->
    [one] an hour
   *[other] { $hours } hours
} of ours; { $losses } of its bills is likely never to come in, and waiting for its money cost { $carry }. { $quarters ->
    [0] {""}
    [one] {""}
   *[other] It has been below nothing for { $quarters } quarters in a row.
} { $left_out ->
   *[0] {""}
    [one] A quarter between or after, weak every year, was left out.
    [other] { $left_out } quarters between or after, weak every year, were left out.
} { $basis ->
    [year] These are the figures of the quarter to { $until }, which was below nothing the year before as well: the client’s own season, so its whole year is held against the others.
   *[other] {""}
} { $untaxed ->
   *[0] {""}
    [one] Of one of its bills nobody said the tax: it counts in full.
    [other] Of { $untaxed } of its bills nobody said the tax: they count in full.
}
E4-reverse = Do our own ways make this client dear: too many people, too many meetings, a price that was never raised?
E4-change = A price that covers the work, fewer hours, or money that comes in sooner. Goodwill is counted apart.
E4-needs = what the client leaves over after all that it costs

E6-name = Share of revenue
E6-say = *{ $share } of our revenue* comes from { $name }.
E6-why = It was billed { $revenue } net of tax in a year. All our revenue together is spread as if over { $effective_clients } equal clients. { $untaxed ->
   *[0] {""}
    [one] Of one of its bills nobody said the tax: it counts in full.
    [other] Of { $untaxed } of its bills nobody said the tax: they count in full.
}
E6-reverse = This is no fault of the client. It says what losing it would risk, and how carefully an ending must be prepared.
E6-change = More revenue from others; this figure only informs and opens no review.
E6-needs = how much of the firm hangs on the client

E7-name = Price pressure
E7-say = { $basis ->
    [floor] { $name } *asks for lower prices*, and an hour now earns { $rate }, less than the least we accept.
    [falling] { $name } *asks for lower prices*, and what an hour earns falls by { $fall } a year.
   *[asks] { $name } *asked for a lower price { $asks ->
        [one] once
       *[other] { $asks } times
    }* in a year.
}
E7-why = { $asks } of { $events } talks on price were requests for a discount or a competitor's price; { $granted ->
    [0] we granted none
   *[other] we granted { $granted }
}. { $ask_is ->
    [known] On average { $ask } off was asked. { $more_is ->
        [known] For the same profit that takes { $more } more work.
       *[unknown] {""}
    }
   *[unknown] {""}
}
E7-reverse = Do our offers show what the work is worth to them? Who sells hours is compared by hours.
E7-change = An offer by value, a price floor that we keep, or a year without such requests.
E7-needs = how often a lower price is asked for

E8-name = Goodwill
E8-say = { $basis ->
    [valued] { $name } also brought us things worth { $worth }.
   *[counted] { $name } also brought us { $things ->
        [one] something that is not in the books
       *[other] { $things } things that are not in the books
    }.
}
E8-why = Entered within a year:{ $references ->
    [0] {""}
    [one] {" "}one reference;
   *[other] {" "}{ $references } references;
}{ $referrals ->
    [0] {""}
    [one] {" "}one referral;
   *[other] {" "}{ $referrals } referrals;
}{ $skills ->
    [0] {""}
    [one] {" "}one skill gained;
   *[other] {" "}{ $skills } skills gained;
}{ $pieces ->
    [0] {""}
    [one] {" "}one portfolio piece;
   *[other] {" "}{ $pieces } portfolio pieces;
} each valued by whoever entered it.
E8-reverse = Would we have had them without this client?
E8-change = Entering what is missing, or a value that is too high. It stands beside the other findings and takes nothing off them.
E8-needs = what the client is worth beyond money
