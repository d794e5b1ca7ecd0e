"""The folder a portfolio is written to, and the calendar its day numbers count in."""
import os

import numpy as np
import pyarrow as pa
import pyarrow.csv as pc

SEED = 20260630
DAY0, AS_OF = np.datetime64("2024-07-01"), np.datetime64("2026-06-30")
SPAN = int((AS_OF - DAY0).astype(int))


def dates(day):
    """Numpy dates of day numbers; day 0 is 2024-07-01."""
    return (DAY0 + np.asarray(day).astype("timedelta64[D]")).astype("datetime64[D]")


def days(day, known=None):
    """A column of dates, blank where not `known`."""
    return column(dates(day), known)


def column(values, known=None):
    """A column of `values`, blank where not `known`."""
    return pa.array(values, mask=None if known is None else ~known)


def ids(prefix, width, count):
    """`count` keys from 1 up: prefix and zero-filled number."""
    return np.char.add(prefix, np.char.zfill(np.arange(1, count + 1).astype(str), width))


class Book:
    """Writes CSV files, one a record kind, into one folder."""

    def __init__(self, folder):
        self.folder = folder
        os.makedirs(folder, exist_ok=True)

    def write(self, name, columns, by=None):
        """Writes `columns` as NAME.csv, in the order of the numbers `by` where given."""
        table = pa.table(columns)
        if by is not None:
            table = table.take(np.argsort(by, kind="stable"))
        pc.write_csv(table, f"{self.folder}/{name}.csv", pc.WriteOptions(quoting_style="needed"))

    def write_text(self, name, text):
        """Writes a text file."""
        with open(f"{self.folder}/{name}", "w", encoding="utf-8") as file:
            file.write(text)
