#!/usr/bin/env python3
"""Runs commands side by side and prints the median of their CPU and wall seconds and of their peak memory.

usage: measure.py [-n RUNS] [--fresh PATH]... [--log FILE.tsv] -- NAME COMMAND... [-- NAME COMMAND...]...
The commands take turns, so that a busy moment of the machine falls on all of them. --fresh removes a file or a folder
before each turn, outside the measurement. CPU is user + system, memory the largest resident set, both of the whole
process tree as the kernel counts it (wait4); a reading near 10 MB is this script's own floor. Standard output is thrown
away. A command that fails ends the measurement; a slow one does not.
"""
import argparse
import os
import shutil
import statistics
import sys
import time


def main():
    options, *groups = split(sys.argv[1:])
    asked = read_options(options)
    if not groups or any(len(group) < 2 for group in groups):
        sys.exit(__doc__)
    runs = {name: [] for name, *_ in groups}
    for _ in range(asked.runs):
        for name, *command in groups:
            remove(asked.fresh)
            runs[name].append(run_once(command))
    for name, readings in runs.items():
        report(name, [statistics.median(reading) for reading in zip(*readings)], readings, asked.log)


def split(words):
    """The words between the `--` marks."""
    groups = [[]]
    for word in words:
        if word == "--":
            groups.append([])
        else:
            groups[-1].append(word)
    return groups


def read_options(words):
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("-n", dest="runs", type=int, default=3)
    parser.add_argument("--fresh", action="append", default=[])
    parser.add_argument("--log")
    return parser.parse_args(words)


def remove(paths):
    for path in paths:
        if os.path.isdir(path):
            shutil.rmtree(path)
        elif os.path.exists(path):
            os.remove(path)


def run_once(command):
    """CPU seconds, wall seconds and peak MB of one run."""
    nowhere = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    begin = time.monotonic()
    child = os.posix_spawnp(command[0], command, os.environ, file_actions=nowhere)
    _, status, used = os.wait4(child, 0)
    wall = time.monotonic() - begin
    code = os.waitstatus_to_exitcode(status)
    if code != 0:
        sys.exit(f"measure: exit code {code} from: {' '.join(command)}")
    return used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024


def report(name, median, readings, log):
    cpu, wall, peak = median
    least, most = min(reading[0] for reading in readings), max(reading[0] for reading in readings)
    print(f"  {name:<22} CPU {cpu:6.2f} s ({least:.2f}-{most:.2f})   wall {wall:6.2f} s   peak {peak:5.0f} MB", flush=True)
    if log:
        with open(log, "a", encoding="utf-8") as lines:
            print(name, f"{cpu:.3f}", f"{wall:.3f}", f"{peak:.0f}", sep="\t", file=lines)


if __name__ == "__main__":
    main()
