# What is watched after a decision, and what is due.

watch-crossings = Why it is open again
watch-crossings-note = The program saw it and opened the review again. What follows is for people to decide.
watch-watched = What is watched
watch-watched-note = Held against the records every day. Where a limit is crossed, the review opens again by itself.
watch-state-inside = within
watch-state-near = close
watch-state-crossed = crossed
watch-state-blind = not seen yet
watch-price_floor = An hour earned { $value } on average; the floor is { $limit }.
watch-exposure_cap = { $value } is open; the most is { $limit }.
watch-capacity_cap = The fullest month took { $value } hours; the most is { $limit }.
watch-review-ahead = On { $day } it is looked at again, { $n ->
    [one] tomorrow.
   *[other] in { $n } days.
}
watch-review-come = The day on which it was to be looked at again has come: { $day }.
watch-hidden = The figures are for those who see money in this case.
watch-persistence = Boundaries after the letter
watch-crossed = Acknowledged on { $day }; { $n ->
    [0] not crossed since.
    [one] crossed once since.
   *[other] crossed { $n } times since.
} Notes count until { $until }.
watch-once = Once is watched; a second time would mean that it persists.
watch-persists = It persists: an end for repeated breach is proven by it.
watch-rows-more = { $n ->
    [one] one more row
   *[other] { $n } more rows
}
due-deferral = The review was put off until { $day }. That day has come.
due-improvement = An improvement of { $who } was due on { $day }.
watch-too-early = Too little was entered since the client was kept; it shows with the next records.
