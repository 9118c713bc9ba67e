#!/bin/sh
# Makes sure that a typeface with Hangul, Hanja and simplified Chinese is there: PDFs cannot be printed without one.
set -u
if "$1" -c 'from donghyang.publish.fonts import faces, installed; faces(installed().families())' 2>/dev/null; then
  exit 0
fi
if command -v apt-get >/dev/null 2>&1; then
  as_root=""
  [ "$(id -u)" = 0 ] || as_root="sudo -n"
  if $as_root apt-get install -y -qq fonts-noto-cjk >/dev/null 2>&1 ||
     { $as_root apt-get update -qq >/dev/null 2>&1 && $as_root apt-get install -y -qq fonts-noto-cjk >/dev/null 2>&1; }; then
    exit 0
  fi
fi
echo "PDF printing needs a Korean typeface: install the package fonts-noto-cjk (Debian, Ubuntu) or Noto Sans CJK." >&2
