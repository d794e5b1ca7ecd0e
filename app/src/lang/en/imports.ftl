# Importing in the browser: files handed over, how they are read, what came of them.

imports-title = Imports
imports-lede = { $n ->
    [0] Nothing was imported yet.
    [one] *One import* so far.
   *[other] *{ $n } imports* so far.
}
imports-past = Past imports
imports-waiting = Waiting for your decision
imports-waiting-note = Nothing of these files is stored. They are removed after a day.
imports-cancelled = The import was cancelled. Nothing of it was stored, and the files were removed.
imports-file = File
imports-when = When
imports-by = By
imports-by-terminal = The command line
imports-rows-head = Records
imports-came = What came of it
imports-problems-head = Problems
imports-none = none
imports-rows-count = { $n ->
    [one] one row
   *[other] { $n } rows
}
imports-files-refused = { $n ->
    [one] one file not stored
   *[other] { $n } files not stored
}
imports-counts = { $added } added, { $changed } changed, { $unchanged } unchanged

imports-new-title = Import files
imports-new-lede = Choose the files. *Nothing is stored before you agree.*
imports-new-note = Any table that your accounting, time or project program exports will do. Its columns may have any names, in Arabic or English. You see first how we read it.
imports-files = Files
imports-files-hint = CSV or XLSX, up to { $what } megabytes each; several at once if you like. Drop them here, or choose.
imports-look = Look at them
imports-no-file = No file came. Choose at least one.
imports-too-many = At most { $n } files at once. Choose fewer; nothing was stored.
imports-too-large = “{ $name }” is larger than { $limit } megabytes. Split it, or export a shorter period; nothing was stored.
imports-too-large-here = A file here is larger than { $what } megabytes. Split it, or export a shorter period.
imports-blank = No such export? Fill in a blank workbook
imports-blank-note = One for each kind of record, with an example row

imports-looking-title = Looking at the files
imports-looking-lede = We are reading the files. *Nothing is stored yet.*
imports-looking-note = You may leave this page; the files wait for you for a day.
imports-storing-title = Storing
imports-storing-lede = The good rows are being stored, *all of them or none.*
imports-storing-note = If you cancel, nothing of it stays. You may leave this page; it goes on.
imports-waits = Another import is under way. This one begins when that one is done.
imports-begins = Beginning…
imports-rows = { $rows } of about { $total } rows
imports-cancel = Cancel

imports-preview-title = Before anything is stored
imports-preview-asks = *One answer is missing.* We ask for it below, and store nothing until then.
imports-preview-refused = *Nothing here can be stored.* Below stands why, and what to do.
imports-preview-nothing = { $rows ->
    [one] The one row here raises a question, so there is nothing to store yet.
   *[other] *None of the { $rows } rows* can be stored as they are.
}
imports-preview-known = { $rows ->
    [one] We know this row already. *Nothing would change.*
   *[other] We know all { $rows } rows already. *Nothing would change.*
}
imports-preview-all = { $rows ->
    [one] We understand *the one row* here.
   *[other] We understand *all { $rows } rows*.
}
imports-preview-some = { $n ->
    [one] We understand *{ $good }* of { $rows } rows. One raises a question, and it will not be lost.
   *[other] We understand *{ $good }* of { $rows } rows. { $n } raise a question, and none of them will be lost.
}
imports-preview-also = { $n ->
    [one] One file cannot be read yet; it stands below with what to do.
   *[other] { $n } files cannot be read yet; they stand below with what to do.
}
imports-store-known = Import again, changing nothing
imports-store-all = { $good ->
    [one] Store one row
   *[other] Store { $good } rows
}
imports-store-some = Store { $good }, keep { $n } for later
imports-store-nothing = Store nothing
imports-store-refused = Store nothing
imports-fix = { $n ->
    [one] Fix the one first
   *[other] Fix the { $n } first
}
imports-to-add = To add
imports-added = Added
imports-changed = Changed
imports-unchanged = Unchanged
imports-hash = File hash
imports-columns = The file’s columns, and how we read them
imports-in-file = In the file
imports-examples = Examples
imports-read-as = We read it as
imports-note = Note
imports-column-number = Column { $n }
imports-column-as = What the column “{ $what }” stands for
imports-reread = Read it this way
imports-anew = Recognise it anew
imports-inferred = What we concluded from the file
imports-first = The first rows, as they would be stored
imports-problems = { $n ->
    [one] One row that needs a look
   *[other] { $n } rows that need a look
}
imports-problems-more = { $n ->
    [one] One more stands in the file to download.
   *[other] { $n } more stand in the file to download.
}
imports-line = Line
imports-in-line = line
imports-column = Column
imports-value = In the file
imports-code = Code
imports-message = What is wrong
imports-hint = What to do
imports-suggestion = What we suggest
imports-it-is = It is { $value }
imports-it-is-there = { $column }: { $value }
imports-accept-all = Accept the { $n } suggestions that have no alternative
imports-type = Type the right value
imports-type-label = The right value of “{ $column }” in line { $line }
imports-type-do = Read it so
imports-still = The file has { $what }
imports-why-letters = Letters stand where digits belong.
imports-why-swapped = Day and month the other way round.
imports-why-either = Either of the two may be the month.
imports-why-century = With the year in full.
imports-why-year = In another year the due day follows the issue.
imports-why-spelling = The nearest word that the column takes.
imports-why-bare = Without what stands around the digits.
imports-why-rounded = Rounded to what the currency can hold.
imports-why-thousands = If the mark parts thousands.
imports-why-decimals = If the mark parts decimals.
imports-why-sign = The currency column holds, not the sign.
imports-why-sign_holds = The sign holds, not the currency column.
imports-why-client_terms = { $n ->
    [one] A day after the issue, as in this client’s other rows.
   *[other] { $n } days after the issue, as in this client’s other rows.
}
imports-why-file_terms = { $n ->
    [one] A day after the issue, as in nearly all other rows.
   *[other] { $n } days after the issue, as in nearly all other rows.
}
imports-why-number = This client has an invoice whose number differs in zeros, letters or marks only.
imports-why-client = A client of nearly this name has an invoice of this number.
imports-why-nul = Without the NUL character.
imports-corrected = { $n ->
    [one] One corrected value
   *[other] { $n } corrected values
}
imports-corrected-note = The file stays as it is. Imported again, it is read with these corrections.
imports-take-back = Take back
imports-empty = empty
imports-notes = { $n ->
    [one] One thing worth knowing
   *[other] { $n } things worth knowing
}
imports-notes-more = { $n ->
    [one] One more is not listed.
   *[other] { $n } more are not listed.
}

imports-kind = What the rows are
imports-kind-hint = If we took it for something else, say what it is.
imports-kind-open = As recognised
imports-dates = How days are written
imports-dates-hint = 03/04 is the third of April, or the fourth of March.
imports-dates-open = As the file shows
imports-dates-dmy = day/month/year
imports-dates-mdy = month/day/year
imports-dates-ymd = year/month/day
imports-currency = Currency where a row states none
imports-currency-hint = Otherwise the client’s, else the firm’s own.
imports-currency-open = The client’s, else the firm’s
imports-terms = Invoices without a due date
imports-terms-hint = Where neither the row nor the client’s record says when they fall due.
imports-terms-reused = As was said of such a list before. It can be changed here.
imports-terms-open = Keep them for later
imports-terms-days = { $n ->
    [0] Due on the day of issue
    [one] Due a day after issue
   *[other] Due { $n } days after issue
}
imports-tax = Amounts and tax
imports-tax-hint = Asked once for each source. What is due counts with tax; what a client brings counts without it.
imports-tax-open = Not said
imports-tax-included = Amounts include tax
imports-tax-excluded = Amounts are before tax
imports-tax-none = There is no tax in them
imports-rate = Rate of the tax, in percent
imports-rate-hint = No column of this file has the tax. It is worked out of the amounts at this rate.
imports-rate-missing = Say the rate, too: without it the answer changes no figure.

imports-file-hint-date_order_unclear = Say below how days are written in this file.
imports-file-hint-required_missing = Say below which column it is. A missing due date can also come from the client’s payment terms.
imports-file-hint-kind_unknown = Say below what the rows are, then what the columns stand for; or use a blank workbook. Lists of products, suppliers, projects and users are not imported.
imports-file-hint-kind_unclear = Say below what the rows are.
imports-file-hint-headers_only = Export it again with rows in it, and hand it over anew.
imports-file-hint-file_empty = Check which file you chose, and hand over the right one.
imports-row-hint-required_missing-invoices-due_on = Say above after how many days such invoices fall due, fill it in the file, or state payment terms in the client’s record.
imports-row-hint-date_order_unclear = Say above how days are written in this file.
imports-note-currency_unstated = Nobody says which currency these amounts are in. They are kept as unknown and count in no sum across clients; choose the currency above, or state it in the client’s record.

imports-result-title = Stored
imports-result-known = { $rows ->
    [one] The one row was known already. *Nothing was changed.*
   *[other] All { $rows } rows were known already. *Nothing was changed.*
}
imports-result-all = { $rows ->
    [one] *One row* is stored.
   *[other] *All { $rows } rows* are stored.
}
imports-result-some = { $n ->
    [one] *{ $good }* of { $rows } rows are stored. One waits to be corrected.
   *[other] *{ $good }* of { $rows } rows are stored. { $n } wait to be corrected.
}
imports-result-nothing = { $rows ->
    [one] *Nothing was stored.* The one row waits to be corrected.
   *[other] *Nothing was stored.* All { $rows } rows wait to be corrected.
}
imports-result-refused = *Nothing was stored.* Below stands why.
imports-result-later = Correct them in the file, or hand it over again and correct them on the page; what is stored already stays as it is.
imports-to-list = To the list
imports-more = Import more files
