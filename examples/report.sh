#!/bin/sh
# Sends a defect report as a stranger would, then looks at it as a triager does. Needs curl and a POSIX shell, nothing else.
#
#   examples/report.sh [URL]                 URL defaults to http://127.0.0.1:8080
#
# The triager's half signs in with SALLYPORT_USER (default: admin) and SALLYPORT_PASSWORD, which `./sallyport serve` prints.
# Downloaded evidence is left in OUT (default: a new folder below ${TMPDIR:-/tmp}).
set -eu

case "${1:-}" in -h | --help)
  sed -n '2,8s/^# \{0,1\}//p' "$0"
  exit 0
  ;;
esac
base=${1:-http://127.0.0.1:8080}
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
work=$(mktemp -d "${TMPDIR:-/tmp}/sallyport-report.XXXXXX")
out=${OUT:-$work/downloads}
mkdir -p "$out"
failures=0

say() { printf '%s\n' "$*"; }
fail() {
  say "  UNEXPECTED: $*"
  failures=$((failures + 1))
}

# json_text KEY: the first string or number with that key on standard input. Enough for answers whose shape is known.
json_text() { tr -d '\n' | sed -n "s/.*\"$1\":\"\{0,1\}\([^\",}]*\).*/\1/p" | head -n 1; }
first_json_text() { tr -d '\n' | sed "s/\"$1\":/\n&/" | sed -n "2s/\"$1\":\"\{0,1\}\([^\",}]*\).*/\1/p"; }

# post_form ANSWER FILE: posts a file with the form that the server has granted; prints the store's HTTP status.
post_form() {
  fields=$(tr -d '\n' <"$1" | sed 's/.*"fields":{\([^}]*\)}.*/\1/')
  url=$(json_text url <"$1")
  set --  "$2"
  file=$1
  set --
  old_ifs=$IFS
  IFS=,
  for field in $fields; do
    name=$(printf %s "$field" | sed 's/^"\([^"]*\)":.*/\1/')
    value=$(printf %s "$field" | sed 's/^"[^"]*":"\(.*\)"$/\1/')
    set -- "$@" --form-string "$name=$value"
  done
  IFS=$old_ifs
  curl -sS -o "$work/store.xml" -w '%{http_code}' "$@" -F "file=@$file;filename=evidence" "$url"
}

# grant NAME TYPE SIZE: asks for one form; leaves the answer in $work/grant.json.
grant() {
  status=$(curl -sS -o "$work/grant.json" -w '%{http_code}' -H 'Content-Type: application/json' \
    -d "{\"attachments\":[{\"name\":\"$1\",\"contentType\":\"$2\",\"size\":$3,\"encrypted\":true}]}" \
    "$base/service/upload")
  [ "$status" = 200 ] || { cat "$work/grant.json"; exit 1; }
}

# await ID RECEIPT: waits for the end of an attachment; leaves its state in $work/state.json.
await() {
  tries=0
  while [ $tries -lt 150 ]; do
    curl -sS -o "$work/state.json" -H "Sallyport-Receipt: $2" "$base/service/attachments/$1"
    case $(json_text state <"$work/state.json") in
    CLEAN | DISARMED | VALIDATED | REJECTED | EXPIRED) return 0 ;;
    esac
    tries=$((tries + 1))
    sleep 0.2
  done
  fail "no verdict within 30 seconds"
}

receipts=
attachments=
# send LABEL FILE TYPE EXPECTED: the whole way of one file to its verdict.
send() {
  grant "$(basename "$2")" "$3" "$(wc -c <"$2" | tr -d ' ')"
  id=$(json_text attachmentId <"$work/grant.json")
  receipt=$(json_text receipt <"$work/grant.json")
  stored=$(post_form "$work/grant.json" "$2")
  [ "$stored" = 204 ] || fail "the store answered $stored: $(cat "$work/store.xml")"
  await "$id" "$receipt"
  state=$(json_text state <"$work/state.json")
  reason=$(json_text reason <"$work/state.json")
  removed=$(tr -d '\n' <"$work/state.json" | sed -n 's/.*"removed":\[\([^]]*\)\].*/\1/p' |
    sed 's/{"kind":"\([A-Z0-9_]*\)","count":\([0-9]*\)}/\1 x\2/g; s/,/, /g')
  printf '  %-34s %-9s %s\n' "$1" "$state" "${reason}${removed:+removed: $removed}"
  [ "$state${reason:+ $reason}" = "$4" ] || fail "expected $4"
  receipts=${receipts:+$receipts,}$receipt
  attachments=${attachments:+$attachments,}\"$id\"
  sent_id=$id
  sent_receipt=$receipt
}

say "Sallyport at $base: $(curl -sS "$base/service/status")"

# What a stranger might send. The token and the address are made up.
cat >"$work/game.log" <<'LOG'
2026-11-21T10:15:00Z INFO  player signed in as jane.doe@example.com from 203.0.113.7
2026-11-21T10:15:01Z DEBUG GET /inventory Authorization: Bearer dGhpcyBpcyBub3QgYSByZWFsIHRva2Vu.c2VjcmV0
2026-11-21T10:15:02Z ERROR cannot open /home/jane/saves/slot1.sav
LOG
printf '\177ELF\002\001\001\000\000\000\000\000\000\000\000\000\002\000>\000' >"$work/crash-reporter"

say
say "A stranger sends files, each by its own presigned form:"
send "photograph, EXIF orientation 6" "$here/evidence/landscape-orientation-6.jpg" image/jpeg DISARMED
photo6=$sent_id
send "photograph, EXIF orientation 3" "$here/evidence/portrait-orientation-3.jpg" image/jpeg DISARMED
photo3=$sent_id
send "log with a token and an address" "$work/game.log" text/plain DISARMED
log=$sent_id
send "executable" "$work/crash-reporter" application/octet-stream "REJECTED UNSUPPORTED_TYPE"
executable=$sent_id

grant small.txt text/plain 10
printf 'more bytes than were granted' >"$work/large.txt"
stored=$(post_form "$work/grant.json" "$work/large.txt")
code=$(sed -n 's/.*<Code>\([A-Za-z]*\)<.*/\1/p' "$work/store.xml")
printf '  %-34s %-9s %s\n' "file larger than granted" "refused" "HTTP $stored $code by the store; nothing was kept"
[ "$stored $code" = "400 EntityTooLarge" ] || fail "expected 400 EntityTooLarge"

say
say "The quarantine is closed to everyone but its identities:"
url=$(json_text url <"$work/grant.json")
for path in "attachments/$executable" "attachments/$photo6" ""; do
  # Where the forms post to: this server's own store, or another one.
  status=$(curl -sS -o /dev/null -w '%{http_code}' "${url%/}/$path")
  printf '  GET %-70s %s\n' "${url#"$base"}/$path" "$status"
  # Another store may say that something is gone; this server's own tells strangers nothing.
  case "$status $url" in
  "403 "*) ;;
  "404 $base"/*) fail "expected 403" ;;
  "404 "*) ;;
  *) fail "expected 403" ;;
  esac
done

say
client_report_id=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n' |
  sed 's/^\(.\{8\}\)\(.\{4\}\).\(.\{3\}\).\(.\{3\}\)\(.\{12\}\)$/\1-\2-4\3-8\4-\5/')
report="{\"clientReportId\":\"$client_report_id\",\"title\":\"The save cannot be opened\",\"description\":\"Since the update.\",
  \"severity\":\"HIGH\",\"build\":\"1.4.2\",\"platform\":\"linux\",\"locale\":\"en-GB\",\"attachments\":[$attachments]}"
for expected in 201 200; do
  status=$(curl -sS -o "$work/report.json" -w '%{http_code}' -H 'Content-Type: application/json' \
    -H "Sallyport-Receipt: $receipts" -d "$report" "$base/service/reports")
  say "The report is sent: HTTP $status, reportId $(json_text reportId <"$work/report.json")"
  [ "$status" = "$expected" ] || fail "expected $expected: $(cat "$work/report.json")"
done
report_id=$(json_text reportId <"$work/report.json")

if [ -z "${SALLYPORT_PASSWORD:-}" ]; then
  say
  say "Set SALLYPORT_PASSWORD to the admin password that the server printed, to see the triager's half."
  [ "$failures" = 0 ]
  exit
fi

say
token=$(curl -sS -H 'Content-Type: application/json' \
  -d "{\"username\":\"${SALLYPORT_USER:-admin}\",\"password\":\"$SALLYPORT_PASSWORD\"}" "$base/auth" | json_text accessToken)
[ -n "$token" ] || { say "sign-in failed"; exit 1; }
authorization="Authorization: Bearer $token"
curl -sS -o "$work/detail.json" -D "$work/detail.head" -H "$authorization" "$base/service/reports/$report_id"
say "A triager opens it: $(first_json_text title <"$work/detail.json") ($(first_json_text status <"$work/detail.json"))"

# download ID NAME: fetches clean bytes by a short-lived URL.
download() {
  url=$(curl -sS -H "$authorization" "$base/service/reports/$report_id/attachments/$1" | json_text url)
  curl -sS -o "$out/$2" -D "$work/download.head" "$url"
  grep -i '^content-disposition: attachment' "$work/download.head" >/dev/null || fail "$2 is not served as an attachment"
}

# jpeg_size FILE: width x height as the first frame header states them.
jpeg_size() {
  od -An -v -tu1 "$1" | tr -s ' \n' '\n\n' | sed '/^$/d' | awk '
    { b[NR] = $1 }
    END {
      i = 3
      while (i < NR && b[i] == 255) {
        marker = b[i + 1]
        if (marker >= 192 && marker <= 194) { print b[i+7]*256+b[i+8] "x" b[i+5]*256+b[i+6]; exit }
        i += 2 + b[i + 2] * 256 + b[i + 3]
      }
    }'
}

download "$photo6" landscape.jpg
download "$photo3" portrait.jpg
download "$log" game.log
for photo in landscape:1800x1200 portrait:1200x1800; do
  name=${photo%%:*}
  size=$(jpeg_size "$out/$name.jpg")
  exif=$(LC_ALL=C grep -c 'Exif' "$out/$name.jpg" || true)
  printf '  %-34s %s, EXIF blocks: %s\n' "$name.jpg" "$size" "$exif"
  [ "$size $exif" = "${photo##*:} 0" ] || fail "expected ${photo##*:} and no EXIF"
done
say "  game.log"
sed 's/^/    /' "$out/game.log"
if grep -e 'jane' -e 'dGhpcyBpcy' -e '203.0.113.7' "$out/game.log" >/dev/null; then
  fail "something that identifies a person or opens a door is left in the log"
fi
answer=$(curl -sS -H "$authorization" "$base/service/reports/$report_id/attachments/$executable")
say "  executable: $(printf %s "$answer" | json_text code)"
case $answer in *'"url"'*) fail "the executable can be downloaded" ;; esac

etag=$(tr -d '\r' <"$work/detail.head" | sed -n 's/^[Ee][Tt][Aa][Gg]: //p')
status=$(curl -sS -o "$work/patched.json" -w '%{http_code}' -X PATCH -H "$authorization" -H "If-Match: $etag" \
  -H 'Content-Type: application/json' -d '{"status":"TRIAGED","read":true}' "$base/service/reports/$report_id")
say "Triaged: HTTP $status, now $(first_json_text status <"$work/patched.json")"
[ "$status" = 200 ] || fail "expected 200"

say
say "Clean evidence is in $out"
[ "$failures" = 0 ] || { say "$failures unexpected answers"; exit 1; }
