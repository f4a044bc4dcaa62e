#!/bin/sh
# poort25-agent: makes the table "inet port25" of this firewall what the portal has decided.
#
#   poort25-agent run       until it is stopped
#   poort25-agent once      one turn
#   poort25-agent check     says of each line of its input whether it is one of a state: ok or bad
#   poort25-agent render N  the table for the lines of its input, as generation N
#
# Ends with: 0 all well, 1 usage or configuration, 2 portal not reached, 3 state refused,
#   4 nftables refused or does not hold what it was given, 5 another run, 6 report not taken.
# Needs sh, awk, sed, tr, cmp, sha256sum, gzip, curl, openssl 3, nft, flock (util-linux), coreutils.
# Tried with dash 0.5.12; mawk 1.3.4 (2020, 2025), gawk 5.2, BWK awk (2025), busybox awk 1.37;
# curl 7.88 and 8.14; openssl 3.0 and 3.5; nft 1.0.6 and 1.1.3. Others from nft 1.0.2 on are only expected
# to work. After a step back from nft 1.1 to 1.0 without a reboot, nft 1.0.6 crashes on the old tables.
#
# Configuration, in /etc/poort25 or $POORT25_CONFIG:
#   agent.conf   lines "portal https://portal.example", "point 7", "kind firewall"
#   curl.conf    header = "Authorization: Bearer ..."   mode 0600, so that no token is an argument
#   portal.pem   the public key (Ed25519) that states are signed with
#
# "frame" in the state directory is the last read-back without elements. While it enforces, the table is
# looked at each second: one that is gone, by "nft flush ruleset" or a restart of nftables.service say,
# is there again before anything else is done, whether the portal answers or not.
NAME=poort25-agent
KIND=firewall
TARGET=FIREWALL
THING='the table'
USAGE='run | once | check | render GENERATION'
NEEDS='nft'
ALWAYS=
KNOWS=own
GLANCES=1
FILES_TOO='frame frame.new change watched watched.new looks looks.new told told.new sightings'

# place(line) is the set that a line belongs to, "" for a malformed one; its element is in "element".
LINES='
function place(line,   word, words, version, wide) {
  words = split(line, word, "[ ]")
  version = words > 1 ? cidr(word[2]) : 0
  element = word[2]
  if (!version) return ""
  if (words == 2 && (word[1] == "inside" || (host && (word[1] == "open" || word[1] == "own" || word[1] == "pass"))))
    return word[1] version
  wide = !host
  if (words != 3 || word[1] != "pair" || cidr(word[3]) != version || !host) return ""
  element = word[2] " . " word[3]
  return (wide ? "wide" : "pair") version
}
'

# --- the table ------------------------------------------------------------------------------------

# Of a file with the generation in its first line, then the lines. An empty list of elements is an
# error of syntax in nftables.
sets() {
  awk "$GRAMMAR"'
    NR == 1 { if ($0 !~ /^generation [0-9]+$/) exit wrong = 1; generation = $2; next }
    { set = place($0); if (set == "") exit wrong = 1; list[set, ++count[set]] = element }
    END {
      if (wrong || NR == 0) exit 1
      printf "\tset generation { type inet_service; elements = { 25 comment \"generation %s\" }\n\t}\n", generation
      kinds = split("inside pass own open pair wide", kind, " ")
      for (version = 4; version <= 6; version += 2) for (i = 1; i <= kinds; i++) {
        name = kind[i] version
        type = "ipv" version "_addr"
        if (kind[i] == "pair" || kind[i] == "wide") type = type " . " type
        if (kind[i] == "inside" || kind[i] == "wide") type = type "; flags interval"
        printf "\tset %s { type %s", name, type
        for (j = 1; j <= count[name]; j++) printf "%s%s", (j == 1 ? "; elements = { " : ",\n\t\t"), list[name, j]
        printf "%s\n\t}\n", (count[name] ? " }" : "")
      }
      for (version = 4; version <= 6; version += 2) {
        type = "ipv" version "_addr . inet_service . ipv" version "_addr"
        printf "\tset ended%s { type %s; size 65536; flags dynamic,timeout; timeout 1m\n\t}\n", version, type
      }
    }' "$1"
}

chains() { # VERSION PROTOCOL
  cat <<END
	chain toward$1 {
		$2 saddr @inside$1 accept
		$2 saddr @pass$1 accept
		$2 daddr @own$1 accept
		$2 daddr @open$1 accept
		$2 saddr . $2 daddr @pair$1 accept
		$2 saddr . $2 daddr @wide$1 accept
		goto closed$1
	}
	chain back$1 {
		$2 daddr @inside$1 accept
		$2 daddr @pass$1 accept
		$2 saddr @own$1 accept
		$2 saddr @open$1 accept
		$2 daddr . $2 saddr @pair$1 accept
		$2 daddr . $2 saddr @wide$1 accept
		goto cut$1
	}
	chain closed$1 {
		tcp flags & (fin | syn | rst | ack) == syn counter reject with icmpx admin-prohibited
		tcp flags & rst == rst accept
		$2 saddr . tcp sport . $2 daddr @ended$1 counter reject with tcp reset
		add @ended$1 { $2 saddr . tcp sport . $2 daddr } tcp flags set rst counter accept
		counter reject with tcp reset
	}
	chain cut$1 {
		tcp flags & rst == rst accept
		$2 daddr . tcp dport . $2 saddr @ended$1 counter reject with tcp reset
		add @ended$1 { $2 daddr . tcp dport . $2 saddr } tcp flags set rst counter accept
		counter reject with tcp reset
	}
END
}

# The whole table in one transaction; the first two lines make it safe to load again.
table() {
  printf 'table inet port25\ndelete table inet port25\ntable inet port25 {\n'
  sets "$1" || return 1
  cat <<END
	chain forward {
		type filter hook forward priority filter - 1; policy accept;
		tcp dport 25 ip daddr @inside4 goto toward4
		tcp dport 25 ip6 daddr @inside6 goto toward6
		tcp sport 25 ct direction reply ip saddr @inside4 goto back4
		tcp sport 25 ct direction reply ip6 saddr @inside6 goto back6
	}
END
  chains 4 ip
  chains 6 ip6
  echo '}'
}

# The transaction of the difference "next": its size is that of the change, not of the state.
difference() {
  awk "$GRAMMAR"'
    function flush(   set) {
      for (set in list) printf "%s element inet port25 %s { %s }\n", verb, set, list[set]
      split("", list); split("", count)
    }
    NR == 4 { generation = $2 }
    NR <= 6 || /^signature / { next }
    {
      if (verb != (/^-/ ? "delete" : "add")) { flush(); verb = /^-/ ? "delete" : "add" }
      set = place(substr($0, 2))
      list[set] = list[set] (list[set] == "" ? "" : ", ") element
      if (++count[set] == 500) flush()
    }
    END {
      flush()
      print "delete element inet port25 generation { 25 }"
      printf "add element inet port25 generation { 25 comment \"generation %s\" }\n", generation
    }' next
}

# --- nftables -------------------------------------------------------------------------------------

read_back() {
  if nft -j -s list table inet port25 >listed 2>nft.err; then
    without_ended <listed >readback
  else
    true >readback
    is_gone || { failed "nftables cannot be read"; return 1; }
  fi
  sum_up
}

# There is no such table; or can nothing be read?
is_gone() {
  tables=$(nft list tables inet 2>nft.err) && ! printf '%s\n' "$tables" | grep -qx 'table inet port25'
}

# The sets of ended sessions are filled by packets, so they are nobody's doing: listed as empty.
without_ended() {
  tr ',' '\n' | awk '
    /": [{]"family": / { ended = left = 0 }
    /^ "name": "ended[46]"/ { ended = 1 }
    ended && /^ "elem": / { left = 1; printf "}}" }
    !left { printf "%s%s", (NR == 1 ? "" : ","), $0 }
    END { print (left ? "]}" : "") }'
}

# Whether the elements read back are those of the state, the table has no flag (one that is dormant
# blocks nothing), and the rest, which is "frame", is what it must be: a difference leaves that as
# it was after the last whole. Brackets do not count, since they move when a set is filled or emptied.
holds_state() { # delta or ""
  rarely=$((1 + $(wc -l <state) / 1000))
  tr ',' '\n' <readback | awk "$GRAMMAR"'
    !json && FNR == 1 { want["generation", "comment: " $0] = 1; next }
    !json { set = place($0); want[set, element] = 1; next }
    { sub(/^ /, "") }
    /": [{]"family": / { inside = 0; table = /"table": [{]"f/; set = /"set": [{]"f/ }
    set && /^"name": "/ && !inside { name = $0; gsub(/^"name": "|"[]}]*$/, "", name) }
    table && /^"flags": / { exit wrong = 1 }
    set && sub(/^"elem": /, "") { inside = 1 }
    { gsub(/[][{}"]/, "") }
    !inside { print; next }
    {
      if (sub(/^concat: /, "")) half = 1
      if (sub(/^prefix: addr: /, "")) { address = $0; next }
      if (/^ ?len: /) { sub(/^ ?len: /, ""); $0 = address "/" $0 }
      if (half == 1) { source = $0; half = 2; next }
      if (half == 2) { $0 = source " . " $0; half = 0 }
      if ($0 == "elem: val: 25" && name == "generation") next
      if (!((name, $0) in want)) exit wrong = 1
      delete want[name, $0]
    }
    END { for (one in want) wrong = 1; exit wrong }' state json=1 - >"$talk/frame" || return 1
  [ -z "$1" ] || cmp -s frame "$talk/frame" || return 1
  { cp "$talk/frame" frame.new && keep frame.new frame; } 2>/dev/null || rm -f frame.new frame
}

# Whether the table is there; and, as often as that costs little, whether it is as it was read back.
glance() {
  if [ $((ticks % rarely)) != 0 ]; then
    nft list set inet port25 generation >/dev/null 2>&1 && return 0
  fi
  if nft -j -s list table inet port25 >"$talk/glance.new" 2>nft.err; then
    ! cmp -s "$talk/glance.new" "$talk/glance" || return 0
    without_ended <"$talk/glance.new" >"$talk/glance.now"
    set -- $(sha256sum <"$talk/glance.now")
    # what was applied and could not be read back right is left to the turns
    case $(cat applied 2>/dev/null) in
      "$1") mv -f "$talk/glance.new" "$talk/glance"; return 0 ;;
      '') return 0 ;;
    esac
    log "$THING is not what was applied"
  else
    is_gone || return 0
    true >"$talk/glance.now"
    log "$THING is gone"
  fi
  printf '%s\n' "$held" >"$talk/drifted.of" && mv -f "$talk/glance.now" "$talk/drifted" || :
  load_whole state || return 2
  log "generation $held is restored"
  return 1
}

stands() { nft list set inet port25 generation >/dev/null 2>&1; }

load() { nft -f "$1" 2>nft.err; }

# Tries the difference "next" alone.
change() {
  difference >change || return 1
  load change && return
  log "nftables refused the difference, so the whole is next"
  return 1
}

load_whole() {
  if ! table "$1" >table || ! load table; then
    failed "nftables refused the table"
    return 1
  fi
}

# --- what only this agent does --------------------------------------------------------------------

admits() { :; }

settle() {
  rarely=1
  [ ! -s state ] || rarely=$((1 + $(wc -l <state) / 1000))
}

work() { :; }

tool() { printf 'nft %s' "$(nft --version 2>/dev/null | version_in 's/^nftables v\([^ ]*\).*/\1/p')"; }

verb() {
  case $#${1:-} in
    2render)
      case $2 in '' | *[!0-9]*) usage "render takes the number of a generation" ;; esac
      { printf 'generation %s\n' "$2"; cat; } | table -
      ;;
    *) usage "usage: $NAME $USAGE" ;;
  esac
}

