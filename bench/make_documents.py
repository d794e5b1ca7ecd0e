#!/usr/bin/env python3
"""Makes 10,000 documents of random bytes, 2 GB in all, in a hundred folders.

usage: make_documents.py DIR
"""
import os
import sys

DOCUMENTS = 10_000


def main():
    for number in range(DOCUMENTS):
        folder = os.path.join(sys.argv[1], f"{number // 100:02}")
        os.makedirs(folder, exist_ok=True)
        with open(os.path.join(folder, f"{number:05}.bin"), "wb") as file:
            # 2,000 to 398,000 bytes, 200,000 in the middle.
            file.write(os.urandom(number % 100 * 4_000 + 2_000))


if __name__ == "__main__":
    main()
