#!/usr/bin/env python3
"""What a column engine needs for the plain part of the same job: load the CSVs, or compute per-client features worst first.

usage: yardstick.py load DIR DB | features DB OUT.csv        needs: pip install -r requirements.txt
The features (ageing, days late, late share and its change, hours, effective rate, messages, feedback trend) are a
yardstick for time and memory, not a model of quality.
"""
import os
import sys

import duckdb

TABLES = ("clients", "invoices", "payments", "time", "messages", "feedback")
FEATURES = """
WITH pay AS (SELECT client, invoice, SUM(amount) AS paid, MAX(paid_on) AS last FROM payments GROUP BY ALL),
inv AS (SELECT i.client, i.amount, i.issued_on, i.due_on, p.last, i.amount - COALESCE(p.paid, 0) AS open
  FROM invoices i LEFT JOIN pay p USING (client, invoice)),
money AS (SELECT client, COUNT(*) AS invoices, SUM(amount) AS billed, SUM(open) AS open,
  SUM(open) FILTER (due_on < DATE '2026-06-30') AS overdue,
  SUM(open) FILTER (DATE '2026-06-30' - due_on > 30) AS over_30, SUM(open) FILTER (DATE '2026-06-30' - due_on > 60) AS over_60,
  SUM(open) FILTER (DATE '2026-06-30' - due_on > 90) AS over_90,
  AVG(GREATEST(last - due_on, 0)) FILTER (open <= 0.005) AS days_late, AVG(last - issued_on) FILTER (open <= 0.005) AS days_to_pay,
  AVG(CAST(COALESCE(last, DATE '2026-06-30') > due_on AS INT)) FILTER (issued_on >= DATE '2025-06-30') AS late_now,
  AVG(CAST(COALESCE(last, DATE '2026-06-30') > due_on AS INT)) FILTER (issued_on < DATE '2025-06-30') AS late_before
  FROM inv GROUP BY client),
effort AS (SELECT client, SUM(minutes) AS minutes, SUM(minutes) FILTER (billable) AS billable, SUM(minutes * cost_rate) / 60 AS cost FROM time GROUP BY client),
talk AS (SELECT client, COUNT(*) AS messages, COUNT(*) FILTER (direction = 'in') AS inbound FROM messages GROUP BY client),
mood AS (SELECT client, COUNT(*) AS n, AVG(score) AS score, regr_slope(score, "on" - DATE '2024-07-01') AS slope FROM feedback GROUP BY client)
SELECT c.client, c.name, money.*, minutes, billable, billed * 60 / minutes AS rate, 1 - cost / billed AS margin, messages, inbound, mood.score, slope
FROM clients c LEFT JOIN money USING (client) LEFT JOIN effort USING (client) LEFT JOIN talk USING (client) LEFT JOIN mood USING (client)
ORDER BY COALESCE(days_late, 0) / 10 + COALESCE(late_now, 0) * 5 + COALESCE(over_90 / billed, 0) * 10 - COALESCE(score, 3) DESC, c.client
"""


def load(folder, path):
    if os.path.exists(path):
        os.remove(path)
    db = duckdb.connect(path)
    db.execute("SET threads = 2")
    for table in TABLES:
        db.execute(f"CREATE TABLE {table} AS SELECT * FROM read_csv('{folder}/{table}.csv')")
    db.execute("CHECKPOINT")


def features(path, out):
    db = duckdb.connect(path, read_only=True)
    db.execute("SET threads = 2")
    db.execute(f"COPY ({FEATURES}) TO '{out}' (HEADER)")


if __name__ == "__main__":
    mode, source, target = sys.argv[1:4]
    {"load": load, "features": features}[mode](source, target)
