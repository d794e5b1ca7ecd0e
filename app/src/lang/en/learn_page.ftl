# The pages of learning: the hub, the library of lessons, the measures.

learn-title = What we learn
learn-lede = { $n ->
    [0] No closed case waits for its *retrospective*.
    [one] *One* closed case waits for its retrospective.
   *[other] *{ $n }* closed cases wait for their retrospective.
}
learn-waiting = Wait for their retrospective
learn-until = The retrospective should be held by { $day }.
learn-again = Causes that came back
learn-due = A year is over
learn-unwritten = Lessons that are to be a criterion
learn-unwritten-says = No criterion says it yet: write the test that the next client has to pass.
learn-thank = Thank the client
learn-measure = Has it become rarer with others?
learn-access = An access was still there on { $day }. Look again, and write down when it is gone.
learn-access-unlooked = The first look back is done, and nobody has said whether every access is gone.
learn-survival = binds until
learn-contacts = Contacts of yours that are due
learn-no-contact = No next contact is set.
learn-contact-left = Whoever kept in touch has left; name somebody else.
learn-rooms = Where to look
signpost-lessons = Lessons
signpost-lessons-note = What earlier ends taught, without of whom.
signpost-measures = Measures
signpost-measures-note = How long, how often, how well foreseen: each with how it is counted.
signpost-criteria = Intake criteria
signpost-criteria-note = Whom we take, tried on our own past before it counts.
signpost-prospects = Prospects
signpost-prospects-note = Who may come next, measured by what we learned.
signpost-channels = Channels
signpost-channels-note = Where clients come from, and what became of them.
signpost-retention = What we keep, and until when
signpost-retention-note = Papers of ended relationships, with the last day of each kind.
signpost-new-criterion = Make a criterion of it
lessons-title = Lessons
lessons-lede-none = There are *no lessons* yet.
lessons-lede = { $n ->
    [0] *No lesson* has these words.
    [one] *One lesson* of an earlier end.
   *[other] *{ $n } lessons* of earlier ends.
}
lessons-note = No client, no person, no sum and no day stands in them, and restricted cases give none.
lessons-search = Words
lessons-find = Find
lessons-causes = Causes
lessons-of-cause = { $n } lessons
lessons-rare = Causes that fewer than four cases share are not named: they would tell of whom a lesson is.
lessons-lesson = Lesson
lessons-form = What it is about
lessons-cause = Cause
lessons-all = All that were found
measures-title = Measures
measures-lede = What our ends come to, and *how well we foresaw them*.
measures-note = Counted over all cases of the firm but restricted ones, which count for nobody. What rests on fewer than four is not said. Nothing is counted by person.
measures-all = All measures
measure-few = Fewer than four: not said.
measure-days = { $days ->
    [one] One day in the middle; half lie between { $from } and { $to } days ({ $n } cases).
   *[other] { $days } days in the middle; half lie between { $from } and { $to } days ({ $n } cases).
}
measure-share = { $share }: { $k } of { $n }; the true share lies between { $low } and { $high } with 95% confidence.
measure-percent = { $value } ({ $n } cases).
measure-score = { $value } ({ $n } cases).
measure-decision = From the first sign to the decision
measure-decision-how = From the day a finding was first seen, or the opening if none is older, to the signature. The middle value and the quarters.
measure-notice = From the decision to the notice
measure-notice-how = From the signature to the first dispatch, or to the day both signed an agreement.
measure-slips = Ends that came later than computed
measure-slips-how = The last day as it was fixed, after the day computed before the notice. Wilson interval.
measure-on-time = Obligations done in time
measure-on-time-how = Done by the day first agreed, of all that were done or taken over. Wilson interval.
measure-disputes = Disputes after the notice
measure-disputes-how = Accounts settled with items in dispute or moved to a file of claims, of all settled.
measure-recovered = Recovered of what was open
measure-recovered-how = What was open when the case began, less what was still open on the frozen account, over what was open; in the firm's currency only.
measure-repairs = Repairs that succeeded
measure-repairs-how = Trials that reached their measures, of all that ended.
measure-brier = How well cash was foreseen
measure-brier-how = The mean square of the chance foreseen less what came (Brier): 0 is perfect, 0.25 says no more than a coin.
measure-coverage = Replacements within the time foreseen
measure-coverage-how = From the decision to the signature. Eight of ten should lie within it. Wilson interval.
measure-recurrence = Causes that came back
measure-recurrence-how = Lessons whose cause was seen with others within a year, of those whose year is over or whose cause was seen.
measure-ends = Round { $n } ends.
measure-referring = Clients who sent somebody to us after the end
measure-referring-how = Closed ends since which the client referred a prospect to us, or somebody wrote down that they did, of all closed ends. Wilson interval.
measure-reviewed = Clients who wrote a review or a reference after the end
measure-reviewed-how = As somebody wrote it down on the page “After the end”, of all closed ends. Wilson interval.
measure-complaining = Clients who complained after the end
measure-complaining-how = As somebody wrote it down on the page “After the end”, of all closed ends. Wilson interval.
measure-recommending = Would they recommend us?
measure-recommending-how = Asked after the end, 0 to 10: the share of those who said nine or ten less the share of those who said six or less (net promoter score, −100 to 100).
measure-net = { $value } ({ $n } who were asked).
measure-referrals = Referrals before ends and since
measure-referrals-how = Prospects whom anybody sent to us, in the year before each end and in the year from it on, as far as prospects are recorded. Where years of several ends overlap, a prospect counts for each.
measure-stayed = Our people who stayed
measure-stayed-how = Of those with hours for the client in the year before the decision, those with hours for anybody half a year after the closing. Whoever served several is counted once, and stayed if they did after each end. Counted over all ends together, never by person, and only where hours are recorded up to sixty days after that. Wilson interval.
measure-felt = Ends after which our people felt no worse
measure-felt-how = The mean of the anonymous pulse about the work for everybody else, in the half-year after the closing against that before the decision; four answers on each side at the least. Wilson interval.
measure-connected = Connected clients who went, too
measure-connected-how = Clients whom the one that left had sent to us, or who had sent it, and who got no invoice any more within a year of the closing; beside them all other clients of the same year. Whom we ended ourselves is not counted. Wilson interval.
measure-others = Of all others { $share } went (of { $n }).
measures-exits = Ends in a year
measures-exits-how = Clients an end with whom was closed, over the clients with invoices in that year. An end is rare by design; this figure is a control, not an aim.
measures-exits-none = No end is closed.
measures-measure = Measure
measures-of = Of
measures-from = From
measures-to = To
measures-n = Cases
measures-says = In words
measures-how = How it is counted
measures-year = Year
measures-share = Share
measures-alarms = False alarms by detector
measures-alarms-how = Findings that people dismissed, of those that they judged. Findings nobody judged are not counted.
measures-alarms-none = Nobody has judged a finding yet.
measures-detector = Detector
