#!/bin/sh
# Dumps every database of Salient into a folder of its own day. A database that fails is named and the others go on.
set -eu

server=${POSTGRES_DIRECT_ADDRESS%%/*}
options=''
case $POSTGRES_DIRECT_ADDRESS in *\?*) options="?${POSTGRES_DIRECT_ADDRESS#*\?}" ;; esac
address() { echo "postgresql://$server/$1$options"; }

folder=$BACKUP_FOLDER/$(date -u +%Y-%m-%dT%H-%M-%SZ)
mkdir -p "$folder"
failed=0

dump() { # $1 what is dumped, by its file's name; the rest is the command
  name=$1
  shift
  # A file without .partial is whole.
  if "$@" --file="$folder/$name.partial"; then mv "$folder/$name.partial" "$folder/$name"; return; fi
  echo "failed: $name" >&2
  failed=$((failed + 1))
}

databases=$(psql "$(address postgres)" -At -v ON_ERROR_STOP=1 -c \
  "SELECT datname FROM pg_database WHERE datname = 'salient_admin' OR datname LIKE 'salient\_tenant\_%' ORDER BY datname")
dump roles.sql pg_dumpall --roles-only --database="$(address postgres)"
for database in $databases; do
  dump "$database.dump" pg_dump --format=custom --dbname="$(address "$database")"
done

if [ "$failed" -gt 0 ]; then
  echo "$failed of the dumps failed; older backups are kept." >&2
  exit 1
fi
find "$BACKUP_FOLDER" -mindepth 1 -maxdepth 1 -type d -mtime "+$BACKUP_KEEP_DAYS" -exec rm -r {} +
echo "$(echo "$databases" | wc -l) databases are in $folder."
