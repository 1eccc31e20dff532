#!/bin/sh
# Install the Debian packages that are missing. Without the right to, say what to run and go on: Plainleaf then
# works with what is there and reports what it could not do. Arguments: lists of packages in this folder.
set -u
cd "$(dirname "$0")"
lists="${*:-debian-packages.txt}"
if ! command -v dpkg-query >/dev/null 2>&1; then
  echo "plainleaf: this is not Debian: install Apertium and its language pairs yourself (names in setup/: $lists)." >&2
  exit 0
fi
missing=""
for package in $(cat $lists | sed 's/#.*//'); do
  dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing="$missing $package"
done
[ -z "$missing" ] && exit 0

install="apt-get install -y --no-install-recommends$missing"
if [ "$(id -u)" = 0 ]; then
  as_root=""
elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
  as_root="sudo"
else
  echo "plainleaf: these Debian packages are missing, and installing them needs root. Run this once:" >&2
  echo "  sudo sh -c 'apt-get update && $install'" >&2
  exit 0
fi
echo "plainleaf: installing$missing" >&2
export DEBIAN_FRONTEND=noninteractive
if ! { $as_root apt-get update -qq && $as_root env DEBIAN_FRONTEND=noninteractive $install -qq >/dev/null; }; then
  echo "plainleaf: apt could not install them; going on with what is there." >&2
fi
exit 0
