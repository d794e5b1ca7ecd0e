#!/usr/bin/env python3
"""A deterministic synthetic portfolio in Khitam's own CSV form.

usage: make_portfolio.py S|M|L OUTDIR [--more]      needs: pip install -r requirements.txt
S = 100 clients / 10 k records, M = 10 k / 1 M, L = 100 k / 10 M, two years up to 2026-06-30.
Per client about 24 invoices, 23 payments, 30 time entries, 19 messages, 4 feedback; late behaviour, its trend,
unpaid share, tension and satisfaction vary from client to client, and truth.csv says how.
Rows are ordered by date across clients, as exports are. Same size, same bytes: every draw below comes from one
stream, so a draw moved or added changes all that follow (base.sha256 would tell). --more has a stream of its own.
"""
import argparse
from types import SimpleNamespace

import numpy as np

from book import SEED, SPAN, Book, days, ids
from more import write_more

CLIENTS = {"S": 100, "M": 10_000, "L": 100_000}
NEVER = 10 * SPAN
FIRST = np.array(["Atlas", "Noor", "Cedar", "Delta", "Falak", "Qamar", "Rihla", "Sadeem", "Union", "Vega", "Warda", "Zaytun",
                  "مؤسسة النور", "شركة الأفق", "دار الحكمة", "مكتب الريادة"])
LAST = np.array(["Media", "Trading", "Legal", "Studio", "Tech", "Foods", "Clinic", "Logistics", "للتجارة", "للاستشارات", "القابضة", "الرقمية"])
TEXT = np.array(["Thanks, looks great.", "Please find the updated brief attached.", "Can we move the call to Tuesday?", "When will this be ready?",
                 "This is the third time I ask, unacceptable!", "Your price is too high, others do it for half.", "شكرا جزيلا على العمل الرائع",
                 "متى سيتم التسليم؟", "هذا غير مقبول إطلاقا", "السعر مرتفع جدا مقارنة بالآخرين", "We will pay next week.",
                 'I want a call every day, send hourly status, "no excuses".'])
TENSION = np.array([0, 0, 0, 0, 3, 2, 0, 0, 3, 2, 1, 3])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("size", choices=CLIENTS)
    parser.add_argument("folder")
    parser.add_argument("--more", action="store_true", help="also the ten further kinds and truth_more.csv")
    asked = parser.parse_args()
    book, rng = Book(asked.folder), np.random.default_rng(SEED)
    base = write_clients(book, rng, CLIENTS[asked.size])
    write_invoices(book, rng, base)
    write_payments(book, rng, base)
    write_time(book, rng, base)
    write_messages(book, rng, base)
    write_feedback(book, rng, base)
    write_truth(book, base)
    if asked.more:
        write_more(book, base)


def spread(rng, count, mean):
    """Client index and day of a Poisson number of records for every client, ordered by day."""
    client = np.repeat(np.arange(count), rng.poisson(mean, count))
    day = rng.integers(0, SPAN, len(client))
    order = np.argsort(day, kind="stable")
    return client[order], day[order]


def write_clients(book, rng, count):
    base = SimpleNamespace(count=count, key=ids("C", 6, count))
    base.currency = np.array(["USD", "EUR", "SAR", "EGP"])[rng.integers(0, 4, count)]
    base.late_share, base.late_trend = rng.beta(1.2, 3.0, count), rng.normal(0, .35, count)
    base.late_days = rng.gamma(2.0, 12.0, count)
    base.unpaid = np.clip(rng.beta(1, 25, count), 0, .5)
    base.rate, base.cost = rng.integers(4000, 18000, count), rng.integers(3000, 7000, count)
    base.tension, base.mood, base.mood_trend = rng.beta(1, 6, count), rng.uniform(1.5, 5, count), rng.normal(0, .8, count)
    base.terms = rng.choice([15, 30, 45], count)
    first, last = FIRST[rng.integers(0, len(FIRST), count)], LAST[rng.integers(0, len(LAST), count)]
    base.started = rng.integers(0, 60, count)
    book.write("clients", {"client": base.key, "name": np.char.add(np.char.add(first, " "), last), "currency": base.currency,
                           "terms_days": base.terms, "agreed_rate": base.rate / 100,
                           "agreed_hours_per_month": np.full(count, 6), "started_on": days(base.started)})
    return base


def write_invoices(book, rng, base):
    client, issued = spread(rng, base.count, 24)
    due = issued + base.terms[client]
    amount = (rng.gamma(2.0, 60_000, len(client)) + 5_000).astype(np.int64)
    number = ids("INV-", 8, len(client))
    book.write("invoices", {"client": base.key[client], "invoice": number, "issued_on": days(issued), "due_on": days(due),
                            "amount": amount / 100, "currency": base.currency[client]})
    base.invoices = SimpleNamespace(client=client, issued=issued, due=due, amount=amount, number=number)


def write_payments(book, rng, base):
    invoices = base.invoices
    client, amount, count = invoices.client, invoices.amount, len(invoices.client)
    late_chance = np.clip(base.late_share[client] + base.late_trend[client] * (invoices.issued / SPAN - .5), 0, 1)
    is_late = rng.random(count) < late_chance
    delay = np.where(is_late, 1 + rng.exponential(base.late_days[client] + 1), -rng.integers(0, 15, count)).astype(np.int64)
    paid = np.maximum(invoices.due + delay, invoices.issued)
    settled = (rng.random(count) >= base.unpaid[client]) & (paid <= SPAN)
    split = settled & (rng.random(count) < .08)
    whole, halved = np.nonzero(settled)[0], np.nonzero(split)[0]
    first = np.where(split[whole], amount[whole] // 2, amount[whole])
    second = amount[halved] - amount[halved] // 2
    second_on = np.minimum(paid[halved] + rng.integers(1, 30, len(halved)), SPAN)
    of, sums = np.concatenate([whole, halved]), np.concatenate([first, second])
    on = np.concatenate([paid[whole], second_on])
    order = np.argsort(on, kind="stable")
    of, sums, on = of[order], sums[order], on[order]
    book.write("payments", {"client": base.key[client[of]], "invoice": invoices.number[of], "paid_on": days(on),
                            "amount": sums / 100, "currency": base.currency[client[of]]})
    invoices.cleared = np.where(settled, paid, NEVER)
    invoices.cleared[halved] = second_on


def write_time(book, rng, base):
    client, day = spread(rng, base.count, 30)
    minutes, billable = rng.integers(1, 33, len(client)) * 15, rng.random(len(client)) < .8
    book.write("time", {"client": base.key[client], "on": days(day), "minutes": minutes, "billable": billable,
                        "cost_rate": base.cost[client] / 100})


def write_messages(book, rng, base):
    client, day = spread(rng, base.count, 19)
    hot = rng.random(len(client)) < base.tension[client]
    loud, calm = np.nonzero(TENSION > 0)[0], np.nonzero(TENSION == 0)[0]
    which = np.where(hot, loud[rng.integers(0, len(loud), len(client))], calm[rng.integers(0, len(calm), len(client))])
    direction = np.where(rng.random(len(client)) < .6, "in", "out")
    book.write("messages", {"client": base.key[client], "at": days(day), "direction": direction, "text": TEXT[which]})


def write_feedback(book, rng, base):
    client, day = spread(rng, base.count, 4)
    mood = base.mood[client] + base.mood_trend[client] * (day / SPAN - .5)
    score = np.clip(np.rint(mood + rng.normal(0, .5, len(client))), 1, 5)
    book.write("feedback", {"client": base.key[client], "on": days(day), "score": score.astype(np.int8),
                            "scale": np.full(len(client), 5)})


def write_truth(book, base):
    book.write("truth", {"client": base.key, "late_share": base.late_share, "late_trend": base.late_trend,
                         "unpaid_share": base.unpaid, "tension": base.tension, "mood": base.mood, "mood_trend": base.mood_trend})


if __name__ == "__main__":
    main()
