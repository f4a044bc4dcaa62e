#!/bin/sh
# poort25-prober: tries from outside whether port 25 is open where it should be, and closed elsewhere.
#
#   poort25-prober run      until it is stopped
#   poort25-prober once     one round
#   poort25-prober check    says of each line of its input whether it is one of a state: ok or bad
#   poort25-prober targets  the addresses that it would try for the lines of its input
#
# Ends with: 0 all well, 1 usage or configuration, 2 portal not reached, 3 state refused,
#   5 another run, 6 report not taken.
# Needs sh, awk, sed, cmp, sha256sum, gzip, curl, openssl 3, flock (util-linux), coreutils. No rights.
# Tried with dash 0.5.12, mawk 1.3.4 (2020), curl 7.88 and openssl 3.0; what a line is also with gawk 5.2,
# BWK awk (2025) and busybox awk 1.37. Others are only expected to work.
#
# Configuration, in /etc/poort25 or $POORT25_CONFIG:
#   agent.conf   lines "portal https://portal.example", "point 7", "kind prober" and perhaps
#                "per_second 3": that many tries a second at most
#   curl.conf    header = "Authorization: Bearer ..."   mode 0600, so that no token is an argument
#   portal.pem   the public key (Ed25519) that states are signed with
#
# A document with an address outside the prefixes that it names as the provider's is refused whole.
# A try is one TCP connection to port 25: what the server says first is noted, if it does within 30 s,
# then EHLO and QUIT. One that says nothing until then is "answered" without a word: port 25 is open
# as far as a handshake shows it, and no mail server is proven.
#
# In the state directory: "targets" is what this round tries, "results" what it has found and not
# reported yet. Each round has a list of its own.
NAME=poort25-prober
KIND=prober
TARGET=PROBE
THING='the list of addresses'
USAGE='run | once | check | targets'
NEEDS=''
ALWAYS=1
KNOWS=
GLANCES=
FILES_TOO='results targets bounds'

# place(line) is the first word, "" for a malformed line; "word" has all of them.
LINES='
function place(line,   words) {
  words = split(line, word, "[ ]")
  if (words != 2 || !cidr(word[2])) return ""
  return word[1] == "inside" || (host && (word[1] == "open" || word[1] == "closed")) ? word[1] : ""
}
'

# The addresses of the lines, or the first one that is not inside.
BOUNDS='
function bits(text,   version, i, n, size, all) { # of an address, after its version
  version = cidr(text)
  size = version == 4 ? 32 : 16
  for (i = 1; i <= (version == 4 ? 1 : 8); i++) {
    n = version == 4 ? number : hex(group[i])
    for (size = two(version == 4 ? 31 : 15); size >= 1; size /= 2) {
      all = all (n >= size ? 1 : 0)
      if (n >= size) n -= size
    }
  }
  return version all
}
{ kind = place($0); if (kind == "") { print "it has a malformed line"; exit wrong = 1 } }
kind == "inside" {
  length_ = word[2] ~ /\// ? substr(word[2], index(word[2], "/") + 1) + 1 : word[2] ~ /:/ ? 129 : 33
  prefix[substr(bits(word[2] ~ /\// ? substr(word[2], 1, index(word[2], "/") - 1) : word[2]), 1, length_)] = 1
  lengths[length_] = 1
  next
}
{ address[++n] = word[2] }
END {
  if (wrong) exit 1
  for (i = 1; i <= n; i++) {
    found = 0
    all = bits(address[i])
    for (one in lengths) if (substr(all, 1, one) in prefix) found = 1
    if (!found) { print address[i] " is not inside"; exit 1 }
  }
  for (i = 1; i <= n; i++) print address[i]
}
'

bounds() { awk "$GRAMMAR$BOUNDS"; }

admits() { # whole|delta
  consolidate "$1" "$talk/state"
  sed 1d state.new | bounds >bounds && return
  cat bounds
  return 1
}

# What it found is no state that could be lost or altered.
read_back() {
  [ -e results ] || true >results
  cp results readback
  checksum=none
}
holds_state() { :; }
change() { return 1; }
load_whole() { :; }
stands() { false; }

settle() {
  per_second=$(value_in "$agent_conf" per_second '[1-9][0-9]?' 3) && return
  per_second=3
  worn="${worn:+$worn; }agent.conf has no good line per_second, so it is 3"
}

# One round. Looks at the bounds again, since it is by them that it tries nothing else.
work() {
  [ -e state ] || return 0
  case $outcome in refused) ;; *) outcome=kept ;; esac
  true >results
  if ! sed 1d state | bounds >targets; then
    failed "nothing is tried: $(cat targets)"
    outcome=failed
    return 4
  fi
  told=$(date +%s)
  while read -r address <&3; do
    rest "$(awk -v n="$per_second" 'BEGIN { printf "%.3f", 1 / n + 0.001 }')"
    try "$address" >>results
    [ $(($(date +%s) - told)) -lt 60 ] && continue
    told=$(date +%s)
    read_back
    if report 3<&-; then true >results; fi
  done 3<targets
  read_back
}

is_connected() { grep -q -e '^\* Connected to ' -e '^\* Established connection to ' "$talk/said" 2>/dev/null; } # curl 8.16 has the other word

FIFTHS='1 2 3 4 5'

try() { # ADDRESS
  case $1 in *:*) at="[$1]" ;; *) at=$1 ;; esac
  when=$(date +%s)
  true >"$talk/said" # what the address before said is not said by this one
  curl -q -sv -K /dev/null --noproxy '*' --connect-timeout 30 --max-time 30 -X NOOP "smtp://$at:25/prober" \
    >"$talk/said" 2>&1 </dev/null 3<&- 9>&- &
  child=$!
  # to curl the greeting belongs to the connection, which has 5 s here
  given_up=
  for fifth in $FIFTHS $FIFTHS $FIFTHS $FIFTHS $FIFTHS; do
    kill -0 "$child" 2>/dev/null && ! is_connected || break
    sleep 0.2 9>&-
  done
  if ! is_connected && kill "$child" 2>/dev/null; then given_up=1; fi
  wait "$child"
  code=$?
  [ -z "$given_up" ] || code=28
  child=
  tr -dc ' -~\n' <"$talk/said" >"$talk/shown"
  if is_connected; then
    set -- "$1" "answered $(sed -n '/^< /{s/^< //;p;q;}' "$talk/shown" | cut -c 1-200)"
    set -- "$1" "${2% }"
  elif [ "$code" = 28 ]; then
    set -- "$1" silent
  elif grep -q 'Connection refused' "$talk/shown"; then
    set -- "$1" refused
  else
    set -- "$1" unreachable
  fi
  printf '%s %s %s\n' "$when" "$1" "$2"
}

tool() { printf 'curl %s' "$(curl -q --version 2>/dev/null | version_in 's/^curl \([^ ]*\).*/\1/p')"; }

watch() { :; }

watch_again() { :; }

sightings() { seen=0; }

told() { :; }

verb() {
  case $#${1:-} in
    1targets) bounds ;;
    *) usage "usage: $NAME $USAGE" ;;
  esac
}

