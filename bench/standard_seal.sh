#!/usr/bin/env bash
# Hashes every file of folder $1 and encrypts them all for the age key $2, into folder $3: what anybody has at hand.
set -euo pipefail
mkdir "$3"
find "$1" -type f -print0 | sort -z | xargs -0 sha256sum > "$3/manifest-sha256.txt"
tar -c -C "$1" . | age -r "$2" > "$3/documents.tar.age"
