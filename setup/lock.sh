#!/bin/sh
# Write the lock files anew from pyproject.toml: every version and every file's SHA-256, for all platforms.
set -eu
cd "$(dirname "$0")/.."
lock() {
  .venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
    --upgrade --output-file "setup/$1" pyproject.toml --extra install $2
}
lock requirements.lock ""
lock requirements-dev.lock "--extra dev"
