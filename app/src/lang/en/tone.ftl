# The tone check: why each rule marks, what a notice lacks, and the verdict.

tone-verdict-pass = Nothing stands in the way of this letter.
tone-verdict-warn = The letter can be sent; the marked places read better in other words.
tone-verdict-block = The letter should not be sent like this. What is marked “stops” needs other words, or a second person’s reasons; what is missing must be added.
tone-level-block = stops
tone-level-warn = warning
tone-level-hint = hint
tone-mark = { $rule } · { $level } · “{ $text }”
tone-mark-whole = { $rule } · { $level } · the whole letter
tone-better = Better: { $better }
tone-lacks = The notice lacks:

tone-rule-L1 = This accuses. Say what happened, with its day, and leave the intention out.
tone-rule-L2 = “Never” and “always” are easily refuted. Name the days instead.
tone-rule-L3 = This exaggerates. A figure weighs more.
tone-rule-L4 = This can be read as sarcasm.
tone-rule-L5 = This speaks of a person instead of the work.
tone-rule-L6 = This threatens. Name only the lawful next step, its day and the clause.
tone-rule-L7 = Feelings do not belong in this letter. Say what no longer fits.
tone-rule-L8 = This apology admits liability. Ask counsel before it is sent.
tone-rule-L9 = This promises more than can be kept. Say what, how much and until when.
tone-rule-L10 = The time is vague, or its weekday and date do not agree. Write the day and the date.
tone-rule-L11 = The notice does not say plainly that the engagement ends.
tone-rule-L12 = This is stiff or servile. Plain words do better.
tone-rule-L13 = Praise is believed when it is specific. Name one result.
tone-rule-L14 = This lays the cause on the client. State it neutrally.
tone-rule-L15 = Other clients have no place in this letter.
tone-rule-L16 = This hints at a report or an inquiry. Such a hint may harm people or be unlawful.
tone-rule-L17 = This holds the client’s property against payment. State the two dates apart, unless counsel confirmed the right.
tone-rule-L18 = An answer acknowledges, states the fact and names the next step; it does not reproach.
tone-rule-L19 = Formulas of faith are no lever, and a greeting stands once.
tone-rule-L20 = The Arabic and the English text do not say the same: a date, a sum or the sentence of the end differs.

tone-missing-parties = the legal names of both parties
tone-missing-contract_reference = the contract’s reference or date
tone-missing-end_sentence = one plain sentence that the engagement ends
tone-missing-basis = the clause or the ground relied on
tone-missing-notice_date = the day of the notice
tone-missing-effective_date = the day on which the end takes effect
tone-missing-services = which services continue until then, and which stop now
tone-missing-deliverables = what we will deliver, and when
tone-missing-client_actions = what the client must do, and by when
tone-missing-money = the balance and the final invoice
tone-missing-data = what becomes of data and documents
tone-missing-handover_contact = whom to reach for the handover
tone-missing-surviving_duties = the duties that remain after the end
tone-missing-service_method = the way in which the notice is served
tone-missing-signature = the signature of an authorised person
tone-missing-appreciation = a true and specific word of appreciation
tone-missing-prevailing_language = the language that prevails

fail-letter-empty = { $what } is empty. There is nothing to check.
fail-letter-empty-next = Write the letter as plain text and run the command again.
fail-letter-long = { $what } is too long for a letter.
fail-letter-long-next = Check that it is the letter; one of up to 100,000 characters can be checked.
