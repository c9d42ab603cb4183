/** What every script begins with: its tools, and a lab of its own. */
export function prelude(title: string, wishes: string): string {
  return `#!/usr/bin/env bash
# ${title}, run again by hand: every message of the front channel, and whatever an app without pages sends, with curl,
# in a fresh lab of Grant Lab. Values are taken from the answers; nothing of the recorded run is in here.
# Needs bash, curl and openssl, and Grant Lab running: APP=http://localhost:3000 bash <this file>
set -euo pipefail
APP=\${APP:-http://localhost:3000}
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
# What a browser keeps: given to every message of the browser.
browser=(-b "$dir/jar" -c "$dir/jar")

say() { printf '%s\\n' "$*"; }
fail() { say "$*" >&2; exit 1; }

# send STEP STATUS [curl's arguments]: sends one message and keeps the answer's head and body.
send() {
  local step=$1 want=$2 got; shift 2
  got=$(curl -sS -D "$dir/head" -o "$dir/body" -w '%{http_code}' "$@") || fail "Step $step could not be sent."
  if [ "$got" != "$want" ]; then
    say "Step $step was answered $got, in the recording $want. The answer:" >&2
    cat "$dir/head" "$dir/body" >&2; exit 1
  fi
  say "Step $step: $got"
}
url_decoded() { local s=\${1//+/ }; printf '%b' "\${s//%/\\\\x}"; }
# What an answer holds: a parameter of its Location, a member of its JSON, a field of its form.
parameter() {
  local value
  value=$(tr -d '\\r' < "$dir/head" | sed -n "s/^[Ll]ocation: .*[?&#]$1=\\([^&#]*\\).*/\\1/p" | head -n 1)
  [ -n "$value" ] || fail "The answer's Location has no $1."
  url_decoded "$value"
}
member() {
  local value
  value=$(grep -o "\\"$1\\" *: *\\"[^\\"]*\\"" "\${2:-$dir/body}" | sed -n "\${3:-1}p" | sed 's/^[^:]*: *"//; s/"$//')
  [ -n "$value" ] || fail "The answer has no member $1: $(head -c 2000 "\${2:-$dir/body}")"
  printf %s "$value"
}
field() {
  local value
  value=$(grep -o "<input[^>]*name=\\"$1\\"[^>]*>" "$dir/body" | head -n 1 | sed 's/.*value="//; s/".*//')
  [ -n "$value" ] || fail "The page has no field $1."
  printf %s "$value"
}
# Encodings: as in URLs and forms; as careful clients write credentials (RFC 6749, section 2.3.1); base64.
encoded() {
  local s=$1 plain=$2 out='' c i
  for ((i = 0; i < \${#s}; i++)); do
    c=\${s:i:1}
    case $c in [a-zA-Z0-9]) ;; *) [[ "$plain" == *"$c"* ]] || printf -v c '%%%02X' "'$c" ;; esac
    out+=$c
  done
  printf %s "$out"
}
url() { encoded "$1" '-_.~'; }
every_mark() { encoded "$1" ''; }
base64_of() { printf %s "$1" | openssl base64 -A; }
base64url() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }
random() { openssl rand 32 | base64url; }
s256() { printf %s "$1" | openssl dgst -sha256 -binary | base64url; }
origin() { printf %s "$1" | sed 's#^\\([a-z]*://[^/]*\\).*#\\1#'; }

# A fresh lab, its addresses, and what its people and clients know.
curl -sS -o "$dir/lab" -X POST "$APP/api/labs" -H 'content-type: application/json' --data-raw ${wishes}
LAB=$(member id "$dir/lab"); KEY=$(member key "$dir/lab")
ISSUER=$(member issuer "$dir/lab"); RESOURCE=$(member resource "$dir/lab"); CLIENT=$(member app "$dir/lab")
ISSUER_ORIGIN=$(origin "$ISSUER"); RESOURCE_ORIGIN=$(origin "$RESOURCE"); CLIENT_ORIGIN=$(origin "$CLIENT")
curl -sS -o "$dir/run" "$APP/api/labs/$LAB/run" -H "authorization: Bearer $KEY"
grep -o '"castSecrets":\\[[^]]*\\]' "$dir/run" > "$dir/cast"
# later SECONDS: lets the lab's clock go on, as it did in the recording.
later() {
  curl -sS -o /dev/null "$APP/api/labs/$LAB/clock" -X POST -H "authorization: Bearer $KEY" \\
    -H 'content-type: application/json' --data-raw "{\\"advanceSeconds\\":$1}"
  say "The lab's clock: $1 s later"
}
say "A fresh lab: $ISSUER"
`
}

/** What every script ends with: what came of it, in words. */
export const EPILOGUE = `
say 'Every answer was as in the recording. The last one says:'
sed '/<style/,/<\\/style>/d; s/<[^>]*alt="\\([^"]*\\)"[^>]*>/\\1/g; s/<[^>]*>/ /g' "$dir/body" | grep -v '^ *$' | head -n 60
`
