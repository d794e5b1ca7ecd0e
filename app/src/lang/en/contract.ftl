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
contract-earliest = not earlier than { $length } before the end
contract-deemed = counts as received { $rule }
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
contract-unread-pages = { $n ->
        [one] Page { $pages } is a picture; its words were not read. Look there for clauses that are not found here, or have the file’s text recognised (OCR).
       *[other] Pages { $pages } are pictures; their words were not read. Look there for clauses that are not found here, or have the file’s text recognised (OCR).
    }

fail-contract-file = { $what } cannot be read.
fail-contract-file-next = Look whether the file is there and may be opened, and try again.
fail-contract-form = { $what } is no text, web page, Word document or PDF.
fail-contract-form-next = Copy the contract’s words into a text file, or save it as PDF, DOCX, HTML or TXT, and try again.
fail-contract-empty = { $what } holds no text.
fail-contract-empty-next = Choose the file that has the contract’s words, or copy the clauses that matter into a text file.
fail-contract-scan = { $what } holds no text: its pages are pictures, as a scanner makes them.
fail-contract-scan-next = Have its text recognised (OCR) with a program for scans and use the file it makes, or type the clauses that matter into a text file.
fail-contract-locked = { $what } is locked: it opens with a password or in a way that cannot be read.
fail-contract-locked-next = Open it with its password, save it without one, and try again.
fail-contract-broken = { $what } is no sound PDF: it is cut off or damaged.
fail-contract-broken-next = Get the file once more, or open it in a PDF viewer and save it anew, and try again.
fail-contract-letters = { $what } does not say which letters its fonts draw, so its words cannot be relied on.
fail-contract-letters-next = Ask for the document in its original form (DOCX), or have its text recognised (OCR) like a scan.
fail-contract-slow = Reading { $what } takes longer than any contract needs.
fail-contract-slow-next = Print the contract alone into a new PDF, or save it as DOCX or TXT, and try again.
fail-contract-large = { $what } is too large for a contract.
fail-contract-large-next = Keep the contract alone in a file and try again.
