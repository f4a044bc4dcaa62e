# --- what takes connections, while this firewall only observes -------------------------------------
#
# "inet port25_seen", a table of its own, notes which addresses of the provider take connections on
# port 25 from outside, and drops nothing: that is what would be closed. It is not "inet port25",
# since a firewall that has enforced keeps that as it is while it only observes; so nothing opens and
# nothing closes when one becomes the other. Once the state is in force the table goes.
#
# An address is noted when it answers the first packet of a connection (SYN, ACK), forgotten 30 days
# after the last one, and not noted where the list is full.
#
# In the state directory: "watched" has the lines "inside" and "pass" that the table was written for,
# "looks" when it began to look, "told" what the portal knows of the addresses.
FORGET=30d
ROOM=65535
MOST_TOLD=1000
listed_at=0

# The transaction that brings the table into force for those lines; what it has noted stays.
counting() {
  awk "$GRAMMAR"'
    function sets(filled,   version, i, name, type) {
      for (version = 4; version <= 6; version += 2) {
        for (i = 1; i <= kinds; i++) {
          name = kind[i] version
          type = "ipv" version "_addr" (kind[i] == "inside" ? "; flags interval" : "")
          if (!filled || list[name] != "")
            printf "\tset %s { type %s%s\n\t}\n", name, type, filled ? "; elements = { " list[name] " }" : ""
        }
      }
    }
    function rule(version, ip) {
      printf "\t\ttcp sport 25 tcp flags & (fin | syn | rst | ack) == syn | ack %s saddr @inside%s", ip, version
      printf " %s daddr != @inside%s %s daddr != @pass%s", ip, version, ip, version
      printf " update @seen%s { %s saddr counter }\n", version, ip
    }
    {
      set = place($0)
      if (set ~ /^(inside|pass)[46]$/) list[set] = list[set] (list[set] == "" ? "" : ",\n\t\t") element
    }
    END {
      kinds = split("inside pass", kind, " ")
      print "table inet port25_seen {"
      sets(0)
      for (version = 4; version <= 6; version += 2)
        printf "\tset seen%s { type ipv%s_addr; size %s; flags dynamic,timeout; timeout %s\n\t}\n", version, version, room, forget
      print "\tchain forward {\n\t\ttype filter hook forward priority 100; policy accept;\n\t}\n}"
      print "flush chain inet port25_seen forward"
      for (version = 4; version <= 6; version += 2) for (i = 1; i <= kinds; i++)
        print "flush set inet port25_seen " kind[i] version
      print "table inet port25_seen {"
      sets(1)
      print "\tchain forward {"
      rule(4, "ip")
      rule(6, "ip6")
      print "\t}\n}"
    }' room="$ROOM" forget="$FORGET" watched
}

# After a document was looked at.
watch() { # whole|delta
  if [ "$mode" != observe ]; then unwatch; return; fi
  consolidate "$1" "$talk/state" || { rm -f state.new; return 0; }
  grep -E '^(inside|pass) ' state.new >"$talk/watched" || :
  cmp -s "$talk/watched" watched && nft list set inet port25_seen seen6 >/dev/null 2>&1 && return
  cp "$talk/watched" watched.new && keep watched.new watched || return 0
  count
}

# After a start, or where the table is gone.
watch_again() {
  grep -q -x -E '[0-9]{1,12}' looks 2>/dev/null || rm -f looks
  if grep -q -v -E '^(at [0-9]{1,12}|[0-9a-f.:]+ [0-9]+)$' told 2>/dev/null; then rm -f told; fi
  if [ "$mode" = observe ] && [ -s watched ]; then count; fi
}

count() {
  nft list set inet port25_seen seen6 >/dev/null 2>&1 || rm -f looks
  if ! counting >counting || ! nft -f counting 2>nft.err; then
    failed "nftables refused the table that counts who takes connections"
    return
  fi
  [ -s looks ] && return
  rm -f told
  date +%s >looks.new && keep looks.new looks
}

unwatch() {
  [ -e watched ] || [ -e looks ] || return 0
  printf 'table inet port25_seen\ndelete table inet port25_seen\n' >counting
  nft -f counting 2>nft.err && rm -f watched looks told sightings
}

# What is new since the portal was told, looked at once a minute; all of it once a day.
sightings() {
  seen=0
  [ "$mode" = observe ] && [ -s looks ] || return 0
  now=$(date +%s)
  since=$((now - $(cat looks)))
  [ "$since" -ge 0 ] || since=0
  true >sightings
  if [ "$now" -ge $((listed_at + 60)) ] || [ "$now" -lt "$listed_at" ]; then
    if { nft list set inet port25_seen seen4 && nft list set inet port25_seen seen6; } >noted 2>nft.err; then
      listed_at=$now
      at=$(sed -n 's/^at //p' told 2>/dev/null)
      [ "$now" -lt $((${at:-0} + 86400)) ] || printf 'at %s\n' "$now" >told
      full=$(news) || true >sightings
    else
      watch_again
      since=0
    fi
  fi
  set -- $(wc -l <sightings)
  seen="$1 $since${full:+ full}"
}

# Prints "full" if a list is, and writes what is new: first addresses that the portal does not know.
news() {
  awk -v room="$ROOM" -v most="$MOST_TOLD" -v forget="${FORGET%d}" '
    function seconds(text,   total, n, unit) { # of 29d23h59m59s996ms
      while (match(text, /^[0-9]+/)) {
        n = substr(text, 1, RLENGTH)
        text = substr(text, RLENGTH + 1)
        if (!match(text, /^[a-z]+/)) break
        unit = substr(text, 1, RLENGTH)
        text = substr(text, RLENGTH + 1)
        total += n * (unit == "d" ? 86400 : unit == "h" ? 3600 : unit == "m" ? 60 : unit == "s")
      }
      return total
    }
    function note(text,   word, words, i, packets, ago, line) {
      words = split(text, word, " ")
      if (words == 0) return
      if (++size == room) full = "full"
      for (i = 2; i < words; i++) {
        if (word[i] == "packets") packets = word[i + 1]
        if (word[i] == "expires") ago = forget * 86400 - seconds(word[i + 1])
      }
      line = "seen " word[1] " " packets + 0 " " (ago > 0 ? ago : 0)
      if (!(word[1] in told)) unknown[++unknowns] = line
      else if (told[word[1]] != packets + 0) again[++agains] = line
    }
    FILENAME == "told" { told[$1] = $2; next }
    /^\tset / { size = 0 }
    sub(/^.*elements = [{]/, "") { inside = 1 }
    !inside { next }
    {
      last = sub(/[}].*$/, "")
      parts = split($0, part, ",")
      for (j = 1; j <= parts; j++) note(part[j])
      if (last) inside = 0
    }
    END {
      for (j = 1; j <= unknowns && most > 0; j++) { print unknown[j] >"sightings"; most-- }
      for (j = 1; j <= agains && most > 0; j++) { print again[j] >"sightings"; most-- }
      printf "%s", full
    }' told noted
}

# The portal has taken the report.
told() {
  [ -s sightings ] || return 0
  awk '$1 == "seen" { count[$2] = $3; next } { count[$1] = $2 }
    END { for (one in count) print one, count[one] }' told sightings >told.new && mv -f told.new told
  true >sightings
}
