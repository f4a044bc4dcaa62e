#!/bin/sh
# An example of a program of one's own at a point that has no agent of Poort 25: fetches the state,
# carries it out, reads back what is in force, and has the portal confirm it. This one is for a
# firewall with nftables; for another device the functions "carry_out", "in_force" and "shape" are to
# be written anew, and the file "json" or "lines" to be asked for in place of "nftables".
#
#     state-job.sh PORTAL FOLDER [SECONDS]
#
# One turn: run it again and again, from a timer or a loop; it waits SECONDS (0 to 60) for a change.
# The token stands in /etc/poort25/curl.conf, as the page that shows it says. Ends with 1 where the
# state could not be had or carried out, or where something else than the state is in force.
set -eu
portal=$1
folder=$2
wait=${3:-60}
conf=${POORT25_CURL:-/etc/poort25/curl.conf}
nft=${NFT:-nft}

carry_out() { # the state as a file
  $nft -f "$1"
}

listed() { # nothing where the table is not there
  $nft -s list table inet port25 2>"$folder/said" || grep -q 'No such file' "$folder/said" || {
    cat "$folder/said" >&2
    return 1
  }
}

in_force() { # prints a line of a state for each element of the table's sets
  awk '
    $1 == "set" { set = $2; sub(/[46]$/, "", set); if (set == "wide") set = "pair"; open = 0 }
    /elements = \{/ { open = 1; sub(/.*elements = \{/, "") }
    open && set ~ /^(inside|pass|own|open|pair)$/ {
      line = $0
      if (line ~ /\}/) { open = 0; sub(/\}.*/, "", line) }
      count = split(line, part, ",")
      for (i = 1; i <= count; i++) {
        gsub(/[ \t]+/, " ", part[i]); sub(/^ /, "", part[i]); sub(/ $/, "", part[i])
        sub(/ \. /, " ", part[i])
        if (part[i] != "") print set " " part[i]
      }
    }
    /\}/ { open = 0 }' "$folder/listed"
}

shape() { # all but the elements: who adds a rule of his own is told of
  awk '/elements = \{/ { skip = 1 } !skip { print } skip && /\}/ { skip = 0 }' "$folder/listed"
}

ask() { # curl with the token, but not in a list of processes
  curl -q -sS -K "$conf" --max-time $((wait + 30)) "$@" || echo 000
}

head() { # the value of a header of the last answer
  sed -n "s/^$1: //Ip" "$folder/head" | tr -d '\r'
}

keep() { # as that file, whole or not at all
  cat >"$folder/$1.new"
  sync "$folder/$1.new"
  mv "$folder/$1.new" "$folder/$1"
}

confirm() { # what is in force by now
  listed >"$folder/listed"
  in_force >"$folder/in-force"
  if [ -s "$folder/shape" ] && ! shape | cmp -s - "$folder/shape"; then
    echo "! the table has other chains or rules than it was given" >>"$folder/in-force"
  fi
  confirmed=$(ask -o "$folder/answer" -w '%{http_code}' -H 'Content-Type: text/plain' \
    --data-binary "@$folder/in-force" "$portal/enforcement/confirmation?state=$holds")
}

enforce() { # the state that was fetched last
  if carry_out "$folder/state"; then
    listed >"$folder/listed"
    shape | keep shape
    holds=$(cat "$folder/offered")
    echo "$holds" | keep holds
  else
    failed=1
  fi
}

case $portal in
  https://* | http://127.0.0.1[:/]*) ;;
  *)
    echo "the token is not sent over plain http" >&2
    exit 1
    ;;
esac
umask 077
mkdir -p "$folder"
exec 9>"$folder/lock"
flock -n 9 || exit 0 # another turn waits for a change
failed=0
holds=$(cat "$folder/holds" 2>/dev/null || true)
if [ -z "$holds" ]; then
  listed >"$folder/listed"
  if [ -s "$folder/listed" ] && [ "$(cat "$folder/mode" 2>/dev/null || true)" != observe ]; then
    echo "a table is in force, and $folder does not say of which state: put the folder back, or delete the table" >&2
    exit 1
  fi
  holds=0
fi
etag=$(cat "$folder/etag" 2>/dev/null || true)
status=$(ask -D "$folder/head" -o "$folder/fetched" -w '%{http_code}' -H "If-None-Match: $etag" \
  "$portal/enforcement/latest/nftables?wait=$wait&holds=$holds")
mode=$(cat "$folder/mode" 2>/dev/null || echo observe)
case $status in
  200)
    echo "$(head Poort25-SHA256)  $folder/fetched" | sha256sum -c --quiet - >&2
    mode=$(head Poort25-Mode)
    keep state <"$folder/fetched"
    head Poort25-State | keep offered
    echo "$mode" | keep mode
    [ "$mode" != enforce ] || enforce
    [ "$failed" = 1 ] || head ETag | keep etag
    ;;
  204 | 304) ;; # nothing new; what is in force is told all the same
  *)
    echo "the portal said $status" >&2
    [ "$status" = 000 ] || cat "$folder/fetched" >&2
    exit 1
    ;;
esac

confirm
if [ "$confirmed" = 409 ] && [ "$mode" = enforce ] && [ "$failed" = 0 ] && [ "$status" != 200 ]; then
  # somebody or a restart has changed it: back to what was decided
  cat "$folder/answer" >&2
  enforce
  confirm
fi
cat "$folder/answer"
[ "$failed" = 0 ] || exit 1
# in the mode "observe" these are the lines that would come (-) and go (+)
[ "$confirmed" = 200 ] || { [ "$confirmed" = 409 ] && [ "$mode" = observe ]; }
