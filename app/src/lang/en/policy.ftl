# The policy: thresholds.
policy-title = Policy
policy-lede = What counts as a sign, and how much, *is yours to set*. Every change is a new version; each finding keeps the one it was made under.
policy-lede-old = This is *version { $n }*, as it once held. It cannot be changed; findings made under it still name it.
policy-download = as TOML
policy-general = For all signs
policy-general-note = What holds for every detector
policy-levels-note = Watch, finding, severe: where each level begins
policy-try = See what would change
policy-try-hint = Nothing is saved yet.
policy-taken = This version was set before these settings existed; they are the standard’s: { $settings }
policy-history = Versions
policy-versions = Versions of the policy
policy-standard = the one a firm begins with
policy-changed = { $was } became { $is }
policy-draft-title = What would change
policy-changed-title = Changed settings
policy-would = *{ $appear }*, { $vanish }, { $other }.
policy-would-nothing = *No finding would change.*
policy-would-title = Findings that would change
policy-appear = { $n ->
    [0] No finding would appear
    [one] One finding would appear
   *[other] { $n } findings would appear
}
policy-vanish = { $n ->
    [0] none would vanish
    [one] one would vanish
   *[other] { $n } would vanish
}
policy-other = { $n ->
    [0] none would change its level
    [one] one would change its level
   *[other] { $n } would change their level
}
policy-more = { $n ->
    [one] And one more.
   *[other] And { $n } more.
}
policy-sign = Sign
policy-now = Now
policy-then = Then
policy-none = none
policy-reason = Why this change?
policy-reason-hint = It stays beside the version, with your name.
policy-reason-missing = A reason is needed: whoever reads this version later will ask. One sentence will do.
policy-overtaken = Somebody saved another version meanwhile. Your changes are kept here and now stand on that one: look at them once more, then save.
policy-save = Save as a new version
policy-back = Not yet
policy-tried-title = Tried on our own cases
policy-tried-link = How these thresholds would have done on our own cases
policy-tried-note = What each threshold would have said, held against what became of our clients. Those whom a case of ours ended are looked at as they were known on the day on which that case was opened, those who are still clients as they were known a year ago; each is held against the portfolio of its day. Restricted cases, open ones and clients who left without a case are left out, and a count of one to three is hidden.
policy-tried-says = *{ $ended } clients whom we ended and { $kept } who stayed* are looked at.
policy-tried-latest = We ended { $n } clients; the latest of them are looked at.
policy-tried-few = *Too few cases.* Fewer than four clients whom a case of ours ended, or who stayed, can be looked at: no figure is shown, for each would be of one known client, and none would say anything about a threshold.
policy-tried-untold = Of too few clients enough was known to try these: { $signs }.
policy-tried-level = Level
policy-tried-threshold = Threshold
policy-tried-recall = Of those we ended, seen before
policy-tried-precision = Of those seen, ended by us
policy-trying-lede = *All clients are being looked at.* The page goes on by itself.
policy-trying-note = You may leave: it is measured once, and what came of it stands until records, cases or thresholds change.
policy-trying-begins = It begins.
policy-trying-clients = { $clients } of { $total } clients
policy-recall-now = Of those we ended, seen before: now
policy-precision-now = Of those seen, ended by us: now
policy-recall-then = Of those we ended, seen before: then
policy-precision-then = Of those seen, ended by us: then
policy-error-unreadable = This cannot be read as a policy. Nothing was changed.
policy-error-missing = { $sign }: { $field } is missing. Nothing was changed.
policy-error-unknown = { $sign }: there is no such setting. Nothing was changed.
policy-error-disordered = { $sign }: the levels do not worsen from watch to severe. Nothing was changed; put them in order and try again.
policy-error-range = { $sign }, { $field }: a number from { $low } to { $high } can stand here. Nothing was changed; what you typed is still below.
policy-error-whole = { $sign }, { $field }: only a whole number can stand here. Nothing was changed; what you typed is still below.
policy-range = { $low } to { $high }

setting-watch = Watch
setting-finding = Finding
setting-severe = Severe
setting-data_min = Blind below
setting-data_good = Sure from
setting-window_days = Window in days
setting-trend_invoices = Invoices in a trend
setting-false_discovery = False alarms allowed, as a share
setting-quality_guard = Guard of our own quality
setting-episode_days = Days until an episode ends
setting-recency_half_life_days = Days after which evidence counts half
setting-single_family = Confidence where one family speaks
setting-grace_days = Days of grace
setting-slope_days = Slope in days per invoice
setting-p_max = Largest p
setting-kept_business_days = Business days a promise may slip
setting-upheld_max = Most disputes upheld
setting-upheld_ours = Upheld from here: ours
setting-cash_watch = Watch, over cash
setting-cash_finding = Finding, over cash
setting-cash_severe = Severe, over cash
setting-answer_business_days = Business days to answer
setting-explained_min = Least share explained
setting-steady_days = Days within which delays are steady
setting-quarters = Quarters in a row
setting-sustained = Months beyond
setting-of = Of so many months
setting-loss_30 = Loss expected, to { 30 } days
setting-loss_60 = Loss expected, to { 60 } days
setting-loss_90 = Loss expected, to { 90 } days
setting-loss_older = Loss expected, older
setting-share_min = Or more than this share
setting-share_events = Of at least so many price talks
setting-slope_yearly = Slope a year
setting-periods = Periods in a row
setting-agreed_days = Business days to decide
setting-quality_min = Least quality of ours
setting-acknowledged_low = Acknowledged, low
setting-acknowledged_high = Acknowledged, high
setting-satisfied_low = Satisfied, low
setting-satisfied_high = Satisfied, high
setting-reopened_low = Reopened, low
setting-reopened_high = Reopened, high
setting-weeks = Weeks
setting-business_days_min = Only from so many business days
policy-setting = Setting
