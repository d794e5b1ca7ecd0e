# The clearance of an account: what the client signs.
clearance-title = Clearance of the account of { $client }
clearance-line = { $side }, { $what }: { $amount }
clearance-agreed = Both sides agreed on this account on { $day }. With this clearance they confirm that it is settled as agreed.
clearance-dispute_listed = Both sides agreed on this account on { $day }, but for what is listed as disputed: that stays as it is, and this clearance does not touch it.
clearance-unbilled = What is listed as not billed yet stays open as well: this clearance neither settles it nor agrees to it.
clearance-waived = One side gave up in writing, on { $day }, what was open by this account. Nothing of it is owed any more.
clearance-account = SHA-256 of the account: { $digest }
clearance-limits = This clearance concerns the account alone. It is no release from duties that remain after the end, and no waiver of any other right of either side.
clearance-signed = { $name } signed the clearance of account on { $day } at { $time }.
clearance-read = The text that was signed
