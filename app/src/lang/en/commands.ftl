# What khitam import, signs and demo print.

imported = { $file }: { $rows ->
        [one] one row
       *[other] { $rows } rows
    }; { $added } added, { $changed } changed, { $unchanged } unchanged, { $problems ->
        [0] none with a problem
        [one] one with a problem
       *[other] { $problems } with a problem
    }.
imported-nothing = { $file }: nothing was stored.
imported-kinds = Records: { $kinds }.
imported-read = How it was read: { $read }
imported-line = line { $line }:
table-client = Client
table-state = State
table-sees = What we see
table-late = Late next
table-blind = What we do not see
table-needs = { $n } things are missing
table-comma = ,{" "}
table-more = { $n ->
        [one] One more client. --json prints all, --client KEY prints one.
       *[other] { $n } more clients. --json prints all, --client KEY prints one.
    }
table-nothing = There are no records yet; khitam import FILE… brings them in.
table-stale = The newest record is of { $day }, and signs are read from the last { $n ->
        [one] day
       *[other] { $n } days
    }; khitam signs --on { $on } shows what was seen on that day.
demo-at = The demonstration is open at this address, signed in as its owner. Ctrl-C ends it, and nothing of it remains:
fail-output = The answer could not be written.
fail-output-next = Check where the output goes, and run the command again; nothing is lost by it.
fail-demo-folder = There is no room for the demonstration’s files.
fail-demo-folder-next = Free some space in the system’s folder for temporary files.
fail-no-client = There is no client { $what }.
fail-no-client-next = khitam signs without --client shows the keys; upper and lower case count.
fail-kind = There is no kind of record called { $what }.
fail-kind-next = The kinds are clients, contracts, invoices, payments, promises, reminders, time, costs, deliverables, feedback, requests, messages, goals, incidents, pulse, values.
fail-currency = { $what } is no currency.
fail-currency-next = Write the three letters of ISO 4217, such as SAR, EGP or EUR.
fail-profile = There is no profile called { $what }.
fail-profile-next = Without --profile the export is recognised by its headers; docs/en/import.md names the profiles.
fail-firm-toml = The firm’s facts could not be taken from { $what }.
fail-firm-toml-next = The page of the firm’s facts offers a file of the right form to download.
fail-headers-toml = The firm’s own header words in { $what } cannot be read. Nothing was imported.
fail-headers-toml-next = Mend the line, or put the file aside; docs/en/import.md shows its form.
