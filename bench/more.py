"""The further record kinds of --more, drawn from a stream of their own so that the base files keep their bytes.

Per client about 10 deliverables, 16 requests, 4 incidents, 9 goal rows, 3 promises, 3 reminders, 1 contract, 1 value,
5 pulse rows, 2 costs; and for every tenth client about 70 messages with their hour and what they answer, 24 hours worked
with their scope, and 8 invoices that say whether they are disputed, in files of their own. A firm begins to keep such records late: most fall in the last year, the window of the detectors.
Each client has a manner, in truth_more.csv: `ordinary`, `refuses` (to acknowledge good work), `raises` (the bar, gladly and
paid) or `harmed` (by our own late, faulty delivery); other habits vary beside it.
"""
from types import SimpleNamespace

import numpy as np

from book import DAY0, SEED, SPAN, column, dates, days, ids

ORDINARY, REFUSES, RAISES, HARMED = range(4)
MANNER = np.array(["ordinary", "refuses", "raises", "harmed"])
YEAR = 365
PEOPLE = np.array(["Huda", "Omar", "Salma", "Yousef", "Lina", "Karim", "Mona", "Tariq"])
CAUSES = np.array(["price", "quality", "scope", "billing_error", "po_or_portal", "other"])
REQUEST_KINDS = np.array(["change", "quote", "discount", "price_match", "out_of_scope", "out_of_capability", "approval", "status"])
CHANGE, QUOTE, DISCOUNT, PRICE_MATCH, OUT_OF_SCOPE, OUT_OF_CAPABILITY, APPROVAL, STATUS = range(8)
INCIDENT_KINDS = np.array(["dispute", "escalation", "doubt", "boundary"])
DISPUTE, ESCALATION = range(2)
GOALS_UP = np.array(["qualified leads", "زيارات الموقع", "newsletter readers", "طلبات الشراء"])
GOALS_DOWN = np.array(["response hours", "cost per lead", "أيام الإنجاز", "open defects"])


def write_more(book, base):
    rng = np.random.default_rng([SEED, 1])
    ways = draw_ways(rng, base)
    write_contracts(book, rng, base)
    work = write_deliverables(book, rng, base, ways)
    write_requests(book, rng, base, ways, work)
    write_incidents(book, rng, base, ways)
    write_goals(book, rng, base, ways)
    write_promises(book, rng, base, ways)
    write_reminders(book, rng, base, ways)
    write_values(book, rng, base, ways)
    write_pulse(book, rng, base, ways)
    write_costs(book, rng, base)
    write_talk(book, rng, base, ways)
    write_scope(book, rng, base, ways)
    write_disputes(book, rng, base, ways)
    write_firm(book)
    book.write("truth_more", {"client": base.key, "manner": MANNER[ways.manner], **{
        name: getattr(ways, name) for name in ("our_late", "acknowledges", "moves", "decision_days", "keeps_word", "answers", "attains")}})


def draw_ways(rng, base):
    """How each client, and we towards it, behave."""
    count, u = base.count, rng.random(base.count)
    manner = np.select([u < .12, (base.mood < 2.4) & (u < .7), (base.mood > 3.4) & (u < .45)], [HARMED, REFUSES, RAISES], ORDINARY)

    def by_manner(ordinary, refuses, raises, harmed):
        return np.choose(manner, [ordinary, refuses, raises, harmed])

    def sometimes(share, then, otherwise):
        return np.where(rng.random(count) < share, then, otherwise)

    return SimpleNamespace(
        manner=manner,
        our_late=by_manner(rng.beta(1, 14, count), .02, .02, rng.uniform(.35, .8, count)),
        their_late=sometimes(.1, .35, .04),
        our_rounds=by_manner(.12, .03, .03, .9),
        their_rounds=by_manner(rng.gamma(2, .4, count), 1.6, 1.2, .6) * sometimes(.06, 5, 1),
        our_defects=by_manner(.08, .02, .02, .7),
        acknowledges=by_manner(rng.beta(4, 3, count), rng.beta(1, 40, count), rng.beta(6, 3, count), rng.beta(2, 4, count)),
        moves=by_manner(rng.beta(1, 25, count), rng.uniform(.2, .5, count), rng.uniform(.1, .4, count), .05),
        decision_days=rng.gamma(2, 2, count) * sometimes(.1, 5, 1),
        pays=by_manner(.5, .15, .9, .4),
        wants_less=sometimes(.12, 6.0, 1.0),
        wants_beyond=sometimes(.1, 7.0, 1.0),
        hovers=np.where(base.tension > .3, 4.0, 1.0),
        upheld=by_manner(.2, .08, .2, .8),
        attains=by_manner(rng.normal(.96, .12, count), .9, 1.06, .6),
        keeps_word=rng.beta(1.2, 1, count),
        answers=sometimes(.2, .05, .75),
    )


def recent(rng, per_client, first=0, early_share=.2):
    """Client index and day of a Poisson number of records for every client, by default four in five in the last year."""
    client = np.repeat(np.arange(len(per_client)), rng.poisson(per_client))
    early = rng.random(len(client)) < early_share
    day = np.where(early, rng.integers(first, SPAN - YEAR, len(client)), rng.integers(SPAN - YEAR + 1, SPAN + 1, len(client)))
    order = np.argsort(day, kind="stable")
    return client[order], day[order]


def some_of(rng, day, count):
    """Which of the events on `day` are recorded: about `count` of them, those of the last year four times as often."""
    weight = np.where(day > SPAN - YEAR, 4, 1)
    return rng.random(len(day)) < weight * count / weight.sum()


def up_to(rng, most):
    """A whole number from 0 to `most`, each as likely."""
    return (rng.random(len(most)) * (np.maximum(most, 0) + 1)).astype(np.int64)


def one_of(rng, client, owner, count):
    """For each entry of `client` one of the rows that client owns in `owner`, and whether there is one."""
    order = np.argsort(owner, kind="stable")
    start, have = np.searchsorted(owner[order], np.arange(count)), np.bincount(owner, minlength=count)
    place = start[client] + (rng.random(len(client)) * have[client]).astype(np.int64)
    return order[np.minimum(place, len(owner) - 1)], have[client] > 0


def write_contracts(book, rng, base):
    count = base.count
    length = rng.choice([12, 24, 36], count, p=[.3, .3, .4]) * 365 // 12 - 1
    notice = np.array([(1, "month"), (3, "month"), (30, "day"), (60, "day"), (15, "business_day")], dtype=object)[rng.integers(0, 5, count)]
    has_fee = rng.random(count) < .25
    book.write("contracts", {
        "client": base.key, "contract": ids("CT-", 6, count), "signed_on": days(np.maximum(base.started - rng.integers(0, 15, count), 0)),
        "starts_on": days(base.started), "ends_on": days(base.started + length), "agreed_rate": base.rate / 100,
        "agreed_hours_per_month": rng.integers(3, 9, count), "notice_length": notice[:, 0].astype(np.int64),
        "notice_unit": notice[:, 1].astype(str), "auto_renews": (length < 2 * YEAR) | (rng.random(count) < .4),
        "early_fee": column(rng.integers(5, 60, count) * 100.0, has_fee)}, by=base.started)


def write_deliverables(book, rng, base, ways):
    client, due = recent(rng, np.full(base.count, 10), first=10)
    count = len(client)
    started = np.maximum(due - rng.integers(7, 46, count), 0)
    u, other = rng.random(count), .02
    bounds = np.cumsum([ways.our_late[client], ways.their_late[client], np.full(count, other)], axis=0)
    blame = (u > bounds).sum(axis=0)
    late_by = 1 + rng.exponential(9, count).astype(np.int64)
    delivered = np.where(blame < 3, due + late_by, due - rng.integers(0, 5, count))
    is_delivered = delivered <= SPAN
    accepted = delivered + 1 + rng.exponential(ways.decision_days[client]).astype(np.int64)
    is_accepted = is_delivered & (accepted <= SPAN) & (rng.random(count) < .95)
    reopened = accepted + rng.integers(1, 31, count)
    is_reopened = is_accepted & (reopened <= SPAN) & (rng.random(count) < .03 + .7 * ways.moves[client])
    thanked = accepted + rng.integers(0, 8, count)
    is_thanked = is_accepted & (thanked <= SPAN) & (rng.random(count) < ways.acknowledges[client])
    our_rounds, their_rounds = rng.poisson(ways.our_rounds[client]), rng.poisson(ways.their_rounds[client])
    moved = is_delivered & (rng.random(count) < ways.moves[client])
    number = ids("D-", 8, count)
    book.write("deliverables", {
        "client": base.key[client], "deliverable": number, "due_on": days(due), "started_on": days(started),
        "delivered_on": days(delivered, is_delivered),
        "late_cause": column(np.array(["us", "client", "other", ""])[blame], is_delivered & (blame < 3)),
        "accepted_on": days(accepted, is_accepted), "revisions": column(our_rounds + their_rounds, is_delivered),
        "revisions_ours": column(our_rounds, is_delivered), "revisions_agreed": rng.integers(1, 4, base.count)[client],
        "defects": column(rng.poisson(ways.our_defects[client]), is_delivered), "reopened_on": days(reopened, is_reopened),
        "criteria_changed": column(moved, is_delivered), "acknowledged_on": days(thanked, is_thanked)})
    ended = np.where(is_accepted, accepted, SPAN)
    return SimpleNamespace(client=client, number=number, started=started, ended=ended)


def write_requests(book, rng, base, ways, work):
    client, day = recent(rng, np.full(base.count, 16))
    count, ones = len(client), np.ones(base.count)
    weight = np.stack([3 * (1 + 3 * ways.moves), 1.5 * ones, ways.wants_less, .5 * ways.wants_less, 1.2 * (1 + 3 * ways.moves),
                       .8 * ways.wants_beyond, 3 * ways.hovers, 3 * ways.hovers])
    bounds = np.cumsum(weight / weight.sum(axis=0), axis=0)[:, client]
    kind = np.minimum((rng.random(count) > bounds).sum(axis=0), STATUS)

    def is_any(*kinds):
        return np.isin(kind, kinds)

    item, has_any = one_of(rng, client, work.client, base.count)
    about = has_any & is_any(CHANGE, OUT_OF_SCOPE, APPROVAL, STATUS) & (rng.random(count) < .85)
    last = np.minimum(work.ended[item] + 15, SPAN)
    day = np.where(about, work.started[item] + up_to(rng, last - work.started[item]), day)
    agreed = rng.random(count) < np.where(is_any(OUT_OF_CAPABILITY), .15, np.where(is_any(DISCOUNT, PRICE_MATCH), .35, .7))
    paid = rng.random(count) < ways.pays[client]
    amount = np.rint(rng.gamma(2, 400, count) + 50)
    place = np.argsort(np.argsort(day, kind="stable"))
    book.write("requests", {
        "client": base.key[client], "on": days(day), "kind": REQUEST_KINDS[kind], "request": ids("R-", 8, count)[place],
        "deliverable": column(work.number[item], about), "accepted": column(agreed, ~is_any(STATUS)),
        "paid": column(paid, agreed & is_any(CHANGE, OUT_OF_SCOPE)),
        "percent": column(rng.integers(1, 9, count) * 5, is_any(DISCOUNT, PRICE_MATCH)),
        "amount": column(amount, is_any(CHANGE, QUOTE, DISCOUNT, OUT_OF_SCOPE))}, by=day)


def write_incidents(book, rng, base, ways):
    invoices = base.invoices
    client, day = recent(rng, 1 + 18 * base.tension + 3 * (ways.manner == HARMED))
    count = len(client)
    kind = rng.choice(4, count, p=[.35, .25, .2, .2])
    item, has_any = one_of(rng, client, invoices.client, base.count)
    kind = np.where((kind == DISPUTE) & ~has_any, ESCALATION, kind)
    disputed = kind == DISPUTE
    day = np.where(disputed, np.minimum(invoices.issued[item] + rng.integers(2, 60, count), SPAN), day)
    at = dates(day).astype("datetime64[m]") + rng.integers(8 * 60, 20 * 60, count).astype("timedelta64[m]")
    usual = rng.integers(0, len(CAUSES), base.count)[client]
    cause = CAUSES[np.where(rng.random(count) < .6, usual, rng.integers(0, len(CAUSES), count))]
    book.write("incidents", {
        "client": base.key[client], "at": np.datetime_as_string(at, unit="m"), "kind": INCIDENT_KINDS[kind], "cause": cause,
        "upheld": column(rng.random(count) < ways.upheld[client], kind <= ESCALATION),
        "invoice": column(invoices.number[item], disputed),
        "side": np.where(rng.random(count) < .8, "ours", "theirs"),
        "person": column(PEOPLE[rng.integers(0, len(PEOPLE), count)], ~disputed)}, by=at)


def write_goals(book, rng, base, ways):
    """Two goals a client by the half-year; one client in seven has the first by two months, long enough to predict from."""
    ends = {step: (np.datetime64("2024-07") + np.arange(step, 25, step)).astype("datetime64[D]") - 1 - DAY0 for step in (2, 6)}
    often = np.where(np.arange(2) == 0, rng.random(base.count)[:, None] < .14, False)
    series = np.arange(2 * base.count)
    periods = np.where(often.ravel(), len(ends[2]), len(ends[6]))
    of = np.repeat(series, periods)
    client, nth = of // 2, np.arange(len(of)) - np.repeat(np.cumsum(periods) - periods, periods)
    end = np.where(often.ravel()[of], ends[2].astype(int)[nth], ends[6].astype(int)[np.minimum(nth, 3)])
    down = ((series % 2 == 1) & (rng.random(len(series)) < .5))[of]
    label = rng.integers(0, 2, len(series))[of] * 2 + of % 2
    growth = np.where(ways.manner[client] == RAISES, 1.12, 1.03) ** nth
    modest = rng.integers(20, 200, len(series))[of] * np.where(down, 1 / growth, growth)
    last = nth == periods[of] - 1
    stretched = last & (rng.random(len(of)) < .1)
    target = np.rint(modest * np.where(stretched, np.where(down, .4, 2.5), 1))
    attained = np.clip(ways.attains[client] + rng.normal(0, .07, len(of)), .1, 1.5)
    actual = np.rint(np.where(down, modest / attained, modest * attained))
    missed = np.where(down, actual > target, actual < target)
    known = ~(last & (rng.random(len(of)) < .05))
    ours = rng.random(len(of)) < np.where(ways.manner[client] == HARMED, .8, .25)
    cause = np.where(ours, "us", np.where(rng.random(len(of)) < .7, "client", "other"))
    book.write("goals", {
        "client": base.key[client], "goal": np.where(down, GOALS_DOWN[label], GOALS_UP[label]), "period_end": days(end),
        "target": target, "actual": column(actual, known), "direction": np.where(down, "down", "up"),
        "weight": np.where(of % 2 == 0, .6, .4), "cause": column(cause, known & missed),
        "advised": rng.random(len(of)) < np.where(stretched, .7, .03)}, by=end)


def write_promises(book, rng, base, ways):
    """Promises about invoices past due, made while they were open; kept as the payments say."""
    invoices = base.invoices
    open_days = np.minimum(invoices.cleared, SPAN) - invoices.due
    late = np.nonzero(open_days >= 3)[0]
    late = late[some_of(rng, invoices.due[late], 3 * base.count)]
    client, due, cleared, left = invoices.client[late], invoices.due[late], invoices.cleared[late], open_days[late]
    made = due + 1 + up_to(rng, np.minimum(left - 2, 7))
    is_paid = cleared <= SPAN
    can_break = ~is_paid | (cleared - made > 8)
    kept = is_paid & ~(can_break & (rng.random(len(late)) >= ways.keeps_word[client]))
    room = np.where(is_paid, cleared - made - 7, 14)
    promised = np.where(kept, np.minimum(cleared + rng.integers(0, 4, len(late)), SPAN), made + 1 + up_to(rng, np.minimum(room, 20)))
    part = rng.random(len(late)) < .15
    amount = np.where(part, invoices.amount[late] // 2, invoices.amount[late]) / 100
    book.write("promises", {
        "client": base.key[client], "invoice": invoices.number[late], "made_on": days(made), "promised_on": days(promised),
        "amount": column(amount, rng.random(len(late)) < .75)}, by=made)


def write_reminders(book, rng, base, ways):
    """Up to three rungs, 5, 20 and 45 days past due, each sent only while the invoice was open."""
    invoices = base.invoices
    sent = invoices.due[:, None] + np.array([5, 20, 45])
    was_open = (sent < invoices.cleared[:, None]) & (sent <= SPAN)
    item, level = np.nonzero(was_open)
    recorded = some_of(rng, sent[item, level], 3 * base.count)
    item, level = item[recorded], level[recorded]
    client, sent = invoices.client[item], sent[item, level]
    answered = sent + rng.integers(1, 9, len(item))
    is_answered = (answered <= SPAN) & (rng.random(len(item)) < ways.answers[client])
    book.write("reminders", {
        "client": base.key[client], "invoice": invoices.number[item], "sent_on": days(sent),
        "answered_on": days(answered, is_answered), "level": level + 1}, by=sent)


def write_values(book, rng, base, ways):
    client, day = recent(rng, np.where(ways.manner == RAISES, 2, .8))
    kind = rng.integers(0, 4, len(client))
    book.write("values", {
        "client": base.key[client], "on": days(day), "kind": np.array(["reference", "referral", "skill", "portfolio"])[kind],
        "amount": np.rint(rng.gamma(2, 500, len(client)))})


def write_pulse(book, rng, base, ways):
    client, day = recent(rng, np.full(base.count, 5), early_share=0)
    mean = 4.2 - 4 * base.tension - 1.4 * (ways.manner == REFUSES)
    score = np.clip(np.rint(mean[client] + rng.normal(0, .7, len(client))), 1, 5).astype(np.int64)
    book.write("pulse", {"client": base.key[client], "on": days(day), "score": score})


def write_costs(book, rng, base):
    client, day = recent(rng, np.full(base.count, 2))
    book.write("costs", {
        "client": base.key[client], "on": days(day), "amount": np.rint(rng.gamma(2, 20_000, len(client))) / 100,
        "currency": base.currency[client], "kind": np.where(rng.random(len(client)) < .8, "spent", "committed")})


def tenth(base):
    """The mean number of records for every tenth client, none for the others."""
    return np.where(np.arange(base.count) % 10 == 0, 1, 0)


def write_talk(book, rng, base, ways):
    """Messages that say their hour, each of ours answering one of theirs or the other way round."""
    client, day = recent(rng, 35 * tenth(base))
    hour = np.where(rng.random(len(client)) < .2 + base.tension[client], rng.integers(17, 23, len(client)), rng.integers(9, 17, len(client)))
    asked = day * 1440 + hour * 60 + rng.integers(0, 60, len(client))
    from_them = rng.random(len(client)) < .5
    waits = np.where(from_them, rng.integers(20, 400, len(client)), (rng.gamma(2, ways.decision_days[client] * 700) + 60).astype(np.int64))
    answered = np.minimum(asked + waits, SPAN * 1440 + 1439)
    question, answer = ids("Q-", 8, len(client)), ids("A-", 8, len(client))
    at = np.concatenate([asked, answered])
    order = np.argsort(at, kind="stable")
    instant = (DAY0.astype("datetime64[m]") + at.astype("timedelta64[m]")).astype(str)
    book.write("messages_timed", {
        "client": base.key[np.concatenate([client, client])[order]], "at": instant[order],
        "direction": np.where(np.concatenate([from_them, ~from_them]), "in", "out")[order],
        "message": np.concatenate([question, answer])[order],
        "reply_to": np.concatenate([np.full(len(client), ""), question])[order]})


def write_scope(book, rng, base, ways):
    client, day = recent(rng, 24 * tenth(base))
    scope = np.array(["yes", "no", "paid_change"])[np.minimum(rng.poisson(ways.moves[client] + .1), 2)]
    book.write("time_scoped", {
        "client": base.key[client], "on": days(day), "minutes": rng.integers(1, 17, len(client)) * 15, "in_scope": scope})


def write_disputes(book, rng, base, ways):
    client, day = recent(rng, 8 * tenth(base))
    disputed = rng.random(len(client)) < .1 + ways.moves[client]
    upheld = disputed & (rng.random(len(client)) < ways.upheld[client])
    said = np.where(disputed, CAUSES[rng.integers(0, len(CAUSES), len(client))], "")
    book.write("invoices_disputed", {
        "client": base.key[client], "invoice": ids("DSP-", 8, len(client)), "issued_on": days(day), "due_on": days(day + 30),
        "amount": np.rint(rng.gamma(2, 60_000, len(client))) / 100, "currency": base.currency[client],
        "disputed": np.where(disputed, "yes", "no"), "dispute_cause": said,
        "dispute_upheld": np.where(upheld, "yes", np.where(disputed, "no", ""))})


def write_firm(book):
    """What the firm states of itself, so that no detector lacks it."""
    book.write_text("firm.toml", """\
name = "Bench"
base_currency = "SAR"
place = "SA"
zone = "Asia/Riyadh"
working_hours = { opens_minute = 540, closes_minute = 1020 }
target_rate = [{ on = "2024-01-01", value = 110.0 }]
default_cost_rate = [{ on = "2024-01-01", value = 50.0 }]
cost_of_capital = [{ on = "2024-01-01", value = 0.1 }]
cash = [{ on = "2024-01-01", value = 5000000.0 }]
exchange_rates = [
    { currency = "USD", on = "2024-01-01", value = 3.75 },
    { currency = "EUR", on = "2024-01-01", value = 4.1 },
    { currency = "EGP", on = "2024-01-01", value = 0.08 },
]
""")
