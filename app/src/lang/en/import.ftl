# What a person reads of an import: problems, notes, what was inferred, the names of kinds and columns.
# $value is a piece of the file, $column a header of it.

## Problems: what is wrong, and what to do next. A row with a problem is not stored; the good rows are.

problem-date_invalid = “{ $value }” in the column “{ $column }” is not a day.
problem-date_invalid-hint = Write the day as 2026-01-31, with the year in four digits.
problem-date_order_unclear = “{ $value }” in the column “{ $column }” can be read as day/month or as month/day, and no other row settles it.
problem-date_order_unclear-hint = Say which: --dates dmy for day/month/year, --dates mdy for month/day/year.
problem-required_missing = The column “{ $column }” is empty or missing, and every row must have it.
problem-required_missing-hint = Fill it in the file and import the file again. A missing due date can also come from the client’s payment terms.
problem-amount_invalid = “{ $value }” in the column “{ $column }” is not an amount that its currency can hold.
problem-amount_invalid-hint = Write digits with one decimal mark, and no more decimals than the currency has: 1250.50.
problem-currency_unknown = “{ $value }” is not a currency that we know.
problem-currency_unknown-hint = Write the three letters of ISO 4217, such as SAR, EGP or USD.
problem-currency_conflict = The sign in “{ $value }” is not that of the row’s currency.
problem-currency_conflict-hint = Correct the sign or the currency column, so that both say the same.
problem-duplicate_key = “{ $value }” stands in this file twice with different values; the first row was kept.
problem-duplicate_key-hint = Keep the right row and delete the other one.
problem-due_before_issued = The due date “{ $value }” lies before the day of issue.
problem-due_before_issued-hint = Correct one of the two days.
problem-invoice_unknown = No invoice “{ $value }” of this client is known.
problem-invoice_unknown-hint = Import the invoices first, or together with this file.
problem-hours_invalid = “{ $value }” in the column “{ $column }” is not a time of work within one day.
problem-hours_invalid-hint = Write hours as 1.5 or 1:30, at most 24 a day, and split longer work into days.
problem-quote_unclosed = A quotation mark opens here and none closes it: { $value }
problem-quote_unclosed-hint = Close it, or write it twice if it belongs to the text.
problem-columns_mismatch = This row has another number of columns than the headers: { $value }
problem-columns_mismatch-hint = Put a text that contains the separator between quotation marks, or export the file anew.
problem-encoding_invalid = This row holds characters that the file’s encoding does not have: { $value }
problem-encoding_invalid-hint = Save the file as UTF-8 and import it again.
problem-nul_byte = The column “{ $column }” holds a NUL character, which no text may contain.
problem-nul_byte-hint = Remove it, or export the file anew.
problem-formula_without_value = The cell in the column “{ $column }” is a formula, and the workbook does not hold its result.
problem-formula_without_value-hint = Open the workbook in a spreadsheet program, save it, and import it again.
problem-value_unknown = “{ $value }” is not a value that the column “{ $column }” can have.
problem-value_unknown-hint = The guide and the blank workbook list the words and numbers that the column takes.
problem-file_truncated = The file ends in the middle: { $value }
problem-file_truncated-hint = Export or download it again. Nothing of it was stored.
problem-file_empty = The file is empty.
problem-file_empty-hint = Check which file you chose.
problem-headers_only = The file has headers and no rows: { $value }
problem-headers_only-hint = Export it again with rows in it.
problem-not_a_table = The file is not a table that we can read. It begins with: { $value }
problem-not_a_table-hint = Export it as CSV or as a workbook (.xlsx).
problem-kind_unknown = No kind of record has these columns: { $value }
problem-kind_unknown-hint = Say what the columns stand for, name the kind with --as, or use a blank workbook. Lists of products, suppliers, projects and users are not imported.
problem-kind_unclear = The rows could be of several kinds: { $value }
problem-kind_unclear-hint = Name the kind with --as.
problem-line_too_long = A line is longer than one million characters. It begins with: { $value }
problem-line_too_long-hint = The file is damaged or not a table; export it again.
problem-too_large = The file, or what it unpacks to, is larger than { $value } bytes.
problem-too_large-hint = Split it, or export it as CSV.
problem-profile_unfit = The file does not have the headers of the chosen profile. It has: { $value }
problem-profile_unfit-hint = Leave the profile out, or choose another one.
problem-unreadable = The file cannot be opened: { $value }
problem-unreadable-hint = Check its name and whether you may read it.

## Notes: accepted, but worth a look.

note-overpaid = More was paid for { $value } than was billed. The payment was stored.
note-future_date = { $value } lies in the future. The row was stored.
note-totals_row_skipped = A row of totals was left out: { $value }
note-client_created = A client that nobody knew was created: { $value }
note-currency_unstated = Nobody says which currency these amounts are in. They are kept as unknown and count in no sum across clients; name the currency with --currency or in the client’s record.
note-tax_unstated = The file does not say whether amounts include tax. They are taken as the full amount to pay.
note-client_matched = Another spelling was taken for a known client: { $value }
note-row_skipped = A row that is no record was left out: { $value }
note-currency_assumed = A sign that several currencies share was read as { $value }.
note-notes_left_out = More notes of this sort are not listed: { $value }

## What was inferred.

inferred-delimiter = Columns are separated by “{ $value }”.
inferred-encoding = The text is encoded as { $value }.
inferred-sheet = The sheet “{ $value }” was taken.
inferred-header_line = The headers stand in line { $value }.
inferred-profile = This is an export of { $value }.
inferred-profile_untested = The profile of { $value } follows its documentation; it was not tried on a file of the product. Look at the first rows.
inferred-kind = The kind was recognised: { $value }
inferred-kind_by_values = The values show the kind: { $value }
inferred-kind_by_title = A title, a sheet’s name or the file’s name shows the kind: { $value }
inferred-dates = The order of day, month and year shows in this column: { $value }
inferred-dates_by_other_column = The order of day, month and year shows in another column: { $value }
inferred-decimal_point = The point is the decimal mark; { $value } has thousands or decimals accordingly.
inferred-decimal_comma = The comma is the decimal mark, as in { $value }.
inferred-decimal_assumed = No value shows which mark is the decimal one; { $value } was read with a decimal point.
inferred-decimal_mixed = Some values have a decimal point and some a decimal comma; a value that can be read in both ways, such as { $value }, is a problem.
inferred-unit = A bare number counts: { $value ->
    [minute] minutes
    [second] seconds
   *[hour] hours
}
inferred-currency_of_header = The header names the currency { $value }.
inferred-joined = Two columns were joined: { $value }
inferred-lines_summed = Rows with the same invoice number are its lines; their amounts were added up.
inferred-lines_first = Rows with the same invoice number are its lines; each repeats the invoice’s total, which counts once.
inferred-rows_by_rule = Only some rows are records: the profile knows which.
inferred-scale = The scores are out of { $value }.
inferred-due_from_terms = The file has no due dates: they follow from the clients’ payment terms.
inferred-payments_too = The file has paid dates: each gives a payment as well.
