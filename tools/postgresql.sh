#!/bin/sh
# Makes sure that a PostgreSQL server can be started: the tests of the archive start one of their own in a folder.
set -u
if command -v initdb >/dev/null 2>&1 || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1; then
  exit 0
fi
if command -v apt-get >/dev/null 2>&1; then
  as_root=""
  [ "$(id -u)" = 0 ] || as_root="sudo -n"
  # Debian would make and start a cluster of its own, which nobody needs here.
  $as_root sh -c 'mkdir -p /etc/postgresql-common && echo "create_main_cluster = false" > /etc/postgresql-common/createcluster.conf' 2>/dev/null
  if $as_root apt-get install -y -qq --no-install-recommends postgresql >/dev/null 2>&1 ||
     { $as_root apt-get update -qq >/dev/null 2>&1 && $as_root apt-get install -y -qq --no-install-recommends postgresql >/dev/null 2>&1; }; then
    exit 0
  fi
fi
echo "The archive is not tested on PostgreSQL: install the package postgresql (Debian, Ubuntu)." >&2
