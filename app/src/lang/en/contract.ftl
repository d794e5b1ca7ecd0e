# Reading a contract.
contract-term-effective_date = Takes effect
contract-term-expiration = First term ends
contract-term-renewal = Renewal
contract-term-renewal_notice = Notice against renewal
contract-term-termination_for_convenience = Termination without a reason
contract-term-termination_for_breach = Termination for breach
contract-term-governing_law = Governing law
contract-term-payment = Payment term
contract-term-post_termination_services = Services after the end
contract-term-liability_cap = Cap on liability
contract-term-non_solicit = Staff not to be solicited
contract-term-non_disparagement = No ill words
contract-term-notice_method = Ways of notice

contract-renewal-automatic = by itself
contract-renewal-agreed = only if agreed
contract-by-us = by whoever provides
contract-by-client = by the client
contract-by-either = by either party
contract-by-unknown = by one party (the contract’s names do not say which)
contract-method-email = e-mail
contract-method-hand = by hand
contract-method-courier = courier
contract-method-registered_post = registered post
contract-method-portal = portal
contract-method-fax = fax
contract-there = there is a clause

contract-length-day = { $n ->
    [one] 1 day
   *[other] { $n } days
}
contract-length-business_day = { $n ->
    [one] 1 business day
   *[other] { $n } business days
}
contract-length-week = { $n ->
    [one] 1 week
   *[other] { $n } weeks
}
contract-length-month = { $n ->
    [one] 1 month
   *[other] { $n } months
}
contract-length-year = { $n ->
    [one] 1 year
   *[other] { $n } years
}
contract-length-hijri_month = { $n ->
    [one] 1 Hijri month
   *[other] { $n } Hijri months
}

contract-quote = “{ $words }” (characters { $start } to { $end }; { $sure } sure)
contract-absent = No clause found: { $terms }.
contract-confirm = Compare each term with its words in the contract before you use it.

fail-contract-form = { $what } is no text, web page or Word document.
fail-contract-form-next = Copy the contract’s words into a text file, or save it as DOCX, HTML or TXT, and run the command again.
fail-contract-empty = { $what } holds no text. It may be a picture of a contract.
fail-contract-empty-next = Have its text recognised first, or type the clauses that matter into a text file.
fail-contract-large = { $what } is too large for a contract.
fail-contract-large-next = Keep the contract alone in a file and run the command again.
