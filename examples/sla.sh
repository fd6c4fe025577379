#!/bin/sh
# Watches folders against their SLA: reports every folder in which files have waited for longer. Meant for cron; needs curl and
# a POSIX shell with the usual find, date, sed, awk and sort.
#
#   examples/sla.sh URL FOLDER=MINUTES...
#   examples/sla.sh http://127.0.0.1:8080 /in/A=20 /in/B=40 /in/C=60 /in/D=1440
#
# Signs in with SALLYPORT_USER and SALLYPORT_PASSWORD. What cannot be sent is tried again SALLYPORT_TRIES times (default 5), after
# SALLYPORT_WAIT seconds (default 2) that double each time. Sending again does no harm: the same files are one SLA error. A file is as
# old as its last change, because a POSIX system knows no time of creation. Ends with 0 when everything breached was sent, else with 1.
set -u

usage() {
  sed -n '2,10s/^# \{0,1\}//p' "$0"
  exit "$1"
}
case "${1:-}" in
-h | --help) usage 0 ;;
esac
[ $# -ge 2 ] || usage 2
base=${1%/}
shift
: "${SALLYPORT_USER:?is not set}" "${SALLYPORT_PASSWORD:?is not set}"
tries=${SALLYPORT_TRIES:-5}
first_wait=${SALLYPORT_WAIT:-2}
most_files=400
work=$(mktemp -d "${TMPDIR:-/tmp}/sallyport-sla.XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
umask 077
token=
failures=0

say() { printf '%s\n' "$*"; }
complain() { printf '%s\n' "$*" >&2; }

# json_lines: each line of standard input as the inside of a JSON text, without what is no UTF-8.
json_lines() {
  if command -v iconv >/dev/null 2>&1; then iconv -c -f UTF-8 -t UTF-8; else cat; fi | sed 's/[\\"]/\\&/g'
}

# json_text: standard input as the inside of one JSON text. Control characters become question marks.
json_text() { LC_ALL=C tr '\001-\037\177' '?' | json_lines; }

# sent TARGET: posts $work/body once, with the token if there is one; leaves the answer and prints its status, 000 for none. Neither
# token nor password stands on a command line, where other users could read it.
sent() {
  {
    printf 'header = "Content-Type: application/json"\n'
    [ -z "$token" ] || printf 'header = "Authorization: Bearer %s"\n' "$token"
  } | curl -sS -K - -m 60 -o "$work/answer" -w '%{http_code}' --data-binary "@$work/body" "$base$1" 2>"$work/error" || :
}

# post TARGET: sends until there is an answer that will stay the same; leaves it in $work/answer and its status in $status.
post() {
  attempt=1
  wait=$first_wait
  while :; do
    status=$(sent "$1")
    case $status in
    000 | 429 | 5??) ;;
    *) return 0 ;;
    esac
    [ "$attempt" -lt "$tries" ] || return 1
    sleep "$wait"
    wait=$((wait * 2))
    attempt=$((attempt + 1))
  done
}

sign_in() {
  token=
  printf '{"username":"%s","password":"%s"}' "$(printf %s "$SALLYPORT_USER" | json_text)" \
    "$(printf %s "$SALLYPORT_PASSWORD" | json_text)" >"$work/body"
  post /auth && [ "$status" = 200 ] || {
    complain "cannot sign in: HTTP $status"
    return 1
  }
  token=$(tr -d '\n' <"$work/answer" | sed -n 's/.*"accessToken":"\([^"]*\)".*/\1/p')
}

# file_errors: sends $work/run; signs in when there is no token yet, and once more when it has expired.
file_errors() {
  [ -n "$token" ] || sign_in || return 1
  cp "$work/run" "$work/body"
  post /file_sla_error && [ "$status" = 401 ] && {
    sign_in || return 1
    cp "$work/run" "$work/body"
    post /file_sla_error
  }
  [ "$status" = 200 ] || {
    complain "not accepted: HTTP $status $(cat "$work/answer" "$work/error" 2>/dev/null | head -c 500)"
    return 1
  }
  tr -d '\n' <"$work/answer" | sed -n 's/.*"accepted":\([0-9]*\),"repeated":\([0-9]*\).*/  accepted \1, repeated \2/p'
}

# late FOLDER MINUTES: one line of JSON for each file of the folder itself that is older, sorted by name.
late() {
  find "$1/." ! -name . -prune -type f -mmin "+$2" -exec sh -c '
    for file; do
      when=$(date -u -r "$file" +%Y-%m-%dT%H:%M:%SZ 2>/dev/null) || continue
      name=${file##*/}
      case $name in *[[:cntrl:]]*) name=$(printf %s "$name" | LC_ALL=C tr "\001-\037\177" "?") ;; esac
      printf "%s/%s\n" "$when" "$name"
    done' sh {} + | json_lines | sed -e 's|/[[:space:]]*$|/?|' \
    -e 's|^\([^/]*\)/\(.*\)$|{"filename":"\2","creationDate":"\1"}|' | LC_ALL=C sort -u
}

# breaches FOLDER MINUTES: runs of at most $most_files files each, one a line.
breaches() {
  folder=$(printf %s "$1" | json_text)
  late "$1" "$2" >"$work/late"
  FOLDER=$folder awk -v sla="$2" -v most="$most_files" '
    NR % most == 1 { if (NR > 1) print "]}]}"; printf "{\"sla_error\":[{\"folder\":\"%s\",\"sla\":%d,\"files\":[", ENVIRON["FOLDER"], sla }
    NR % most != 1 { printf "," }
    { printf "%s", $0 }
    END { if (NR > 0) print "]}]}" }' "$work/late"
}

for watched; do
  folder=${watched%=*}
  minutes=${watched##*=}
  case $minutes in
  '' | *[!0-9]* | 0*)
    complain "$watched: MINUTES is a whole number from 1 on"
    exit 2
    ;;
  esac
  [ "$folder" != "$watched" ] && [ -n "$folder" ] || usage 2
done
for watched; do
  folder=${watched%=*}
  minutes=${watched##*=}
  if [ ! -d "$folder" ] || [ ! -r "$folder" ]; then
    complain "$folder: cannot be read"
    failures=$((failures + 1))
    continue
  fi
  breaches "$folder" "$minutes" >"$work/runs"
  count=$(awk 'END { print NR }' "$work/late")
  say "$folder: $count older than $minutes minutes"
  while IFS= read -r run; do
    printf %s "$run" >"$work/run"
    file_errors || failures=$((failures + 1))
  done <"$work/runs"
done
[ "$failures" = 0 ]
