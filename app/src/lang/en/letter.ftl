# Words of letters to a client: what templates are filled with.

letter-moment = { $day }, { $time } { $place } time
letter-hours = { $n ->
    [one] { $n } hour
   *[other] { $n } hours
}
letter-and = {" "}and{" "}
letter-page = Page { $n } of { $total }
letter-digest = SHA-256 of the text
letter-internal = Internal

letter-way-email = e-mail
letter-way-hand = hand
letter-way-courier = courier
letter-way-registered_post = registered post
letter-way-portal = your page on our portal
letter-way-fax = fax

letter-duty-confidentiality = confidentiality
letter-duty-data_protection = protection of personal data
letter-duty-intellectual_property = rights in works and licences
letter-duty-non_solicit = no hiring of each other’s staff
letter-duty-payment = payment of what is due

letter-right-yours = passes to you
letter-right-licensed = licensed to you
letter-right-ours = stays ours
letter-treatment-clear = overwriting (clear)
letter-treatment-purge = erasure beyond recovery (purge)
letter-treatment-destroy = destruction of the medium (destroy)

letter-reason-goal_mismatch = Our goals and the resources available no longer match.
letter-reason-repeated_breach = The terms agreed and the course of the work no longer fit together.
letter-reason-deteriorated_relation = The present way of working together no longer suits both sides.
letter-reason-inability_to_meet = What is needed now goes beyond what we can provide.
letter-reason-financial_default = The agreed terms of payment and the course of payments no longer fit together.
letter-reason-conduct = We are unable to continue.
letter-reason-legal = We are unable to continue.
letter-reason-strategic = The direction and the capacity of our firm have changed.
letter-reason-expiry = The contract comes to the end of its term.
