# The pages of contracts: a text with its terms, and when all contracts of a client can end.

terms-title = Contract’s text and terms
terms-lede-no-text = *The text of this contract is not here yet.* Hand it over, and its terms are looked for.
terms-lede-nothing = *No term was found in this text.* Read it, and add what it says.
terms-lede-new = *{ $waiting ->
        [one] One term was found and waits for you.
       *[other] { $waiting } terms were found and wait for you.
    }* None is used before someone has confirmed it.
terms-lede-some = *{ $waiting ->
        [one] One term still waits for you.
       *[other] { $waiting } terms still wait for you.
    }* { $said ->
        [one] One is answered for.
       *[other] { $said } are answered for.
    }
terms-lede-all = *{ $said ->
        [one] The term that was found is answered for.
       *[other] All { $said } terms are answered for.
    }*
terms-note = Terms are found by rules, not by understanding. Compare each with its marked words; only what a person confirmed is used for notices and windows.
terms-same = This very text is here already, as version { $n }. Nothing has changed.
terms-older = This is version { $n }. Version { $newest } is the newest, and the only one whose terms count.
terms-fact-version = Version
terms-fact-kept = Handed over
terms-text = The text
terms-found = Terms in it
terms-others = Not found in it
terms-waits = Waits for you
terms-none = No clause was found
terms-stale = { $name } answered for it on { $day }, but the newer text does not have the same words.
terms-said-confirmed = Confirmed by { $name } on { $day }
terms-said-corrected = Corrected by { $name } on { $day }
terms-said-added = Added by { $name } on { $day }
terms-said-absent = Not in this contract, says { $name } on { $day }
terms-someone = someone
terms-confirm = Confirm
terms-absent = Not in this contract
terms-take-back = Take back
terms-correct = Correct
terms-add = Add
terms-save = Save
terms-choose = Not said
terms-field-date = Day
terms-field-automatic = It renews
terms-field-by = Who may
terms-field-length = Length
terms-field-earliest_length = Not earlier than … before the end
terms-field-unit = Unit
terms-field-value = Law
terms-field-methods = Ways
terms-field-deemed = Counts as received
terms-field-deemed_n = So many days
terms-quote = The words of the contract
terms-quote-hint = Copied from the text; may stay empty.
terms-quote-missing = These words do not stand in the text. Copy them from it, or leave the field empty.
terms-overtaken = Somebody said something of this term in the meantime. Look at it, and say yours again.
terms-newer-text = A newer version of the text was handed over in the meantime. Look at the term in it, and say yours again.
terms-not-read = The text does not say so. Add the term instead.
terms-hand-over = Hand over the text
terms-hand-over-newer = Hand over a newer version
terms-hand-over-note = The older versions stay
terms-file = The contract’s file
terms-file-hint = PDF with text, Word (DOCX), TXT, Markdown or HTML; up to 64 MB. The text is kept, not the file.
terms-words = … or its words, pasted
terms-no-words = Choose a file, or paste the contract’s words.
terms-read = Read
terms-versions = Older versions:
terms-version = version { $n } of { $day }
terms-open = Text and terms

ends-title = When contracts can end
ends-lede-none = *No contract of this client is in the records.*
ends-lede-one = If notice is sent today, the contracts with { $name } that still run can end on *{ $all }*.
ends-lede-ended = *Every contract with { $name } in the records has ended.*
ends-lede = If notice is sent today, the first contract with { $name } can end on { $first }, and *all of them on { $all }*.
ends-lede-open = If notice is sent today, the first contract with { $name } can end on { $first }. *For all of them together there is no day yet.*
ends-lede-unknown = *No end can be computed* for the contracts with { $name } yet.
ends-hold-up = All wait for:
ends-hold-up-open = The others wait for:
ends-note = Each notice is taken as sent today by the way that people confirmed; where nobody did, by e-mail, received on the client’s next business day. The contract’s own words stand above these days.
ends-enter = Enter a contract
ends-head-contract = Contract
ends-head-source = Read from
ends-head-earliest = Earliest end
ends-head-right = By what
ends-head-dispatch = Send by
ends-head-latest = Ends by itself
ends-by-terms = confirmed in its text
ends-by-record = as the records say
ends-right-notice = notice of { $length }
ends-right-non_renewal = notice of { $length } against the renewal
ends-right-expiry = its term runs out
ends-lawful = at the latest { $day }
ends-no-notice = no notice is needed
ends-today = today
ends-goes-on = it goes on
ends-agreement = only by agreement
ends-ended = it has ended
ends-not-known = not known yet
ends-proposals = Without a right to end
ends-propose = { $contract } gives no right to end it. Propose an agreement that settles the day, payments, deliverables, rights in the work, data, release and confidentiality.
ends-lack-clause = Nobody has said yet whether it may be ended without a reason.
ends-lack-notice_length = It may be ended, and the length of the notice is missing. Ask counsel what is reasonable.
ends-lack-party = Who may end it is not clear from its words. Confirm the party.
ends-lack-end = Nobody has said yet when its term ends.
ends-lack-renewal = Nobody has said yet whether it renews itself.
ends-lack-renewal_notice = It renews itself, and the notice against that is missing.
ends-lack-deemed = When a notice by the confirmed way counts as received is missing. State it with the ways of notice.
ends-lack-next_term = The window of this term has closed, and the length of the next term is missing.

notice-from-terms = From the terms of contract { $contract } that people confirmed: { $terms }. Other answers are yours.
notice-from-unconfirmed = Nobody has confirmed the terms of contract { $contract } that count here; what stands below comes from the records or from you.
notice-from-look = Look at its terms
renewals-by-terms = confirmed in its text: { $terms }
