# --- what all agents of Poort 25 share ------------------------------------------------------------
#
# Begins with what is above, which says what a line is and how a state is brought into force:
#   NAME KIND TARGET THING USAGE   who it is, what it keeps
#   ALWAYS        not empty: a state is taken in mode observe too, since that changes nothing
#   LINES         place(line) in awk: not empty for a line of a state
#   admits KIND   whether a document is more than well-formed lines; else says why
#   read_back     what is in force, to the file "readback" and "checksum"
#   holds_state   whether "readback" is "state"
#   change        brings the difference "next" into force; or fails, so that the whole is next
#   load_whole    brings that file into force, or fails and leaves what is in force
#   settle        reads settings of its own
#   work          what is to be done each turn besides
#   verb          other verbs
#
# It takes data, never a program: every line is checked, what is loaded is written here. What is not
# signed, whole, newer and well-formed changes nothing; nor does a portal that is away.
#
# In the state directory: "state" is what was applied last. "next" is a verified document from
# before it is applied until it has been read back: whatever ends this program in between, the
# next start finishes it. "applied" is the checksum of the read-back after the last application,
# "mode" the last mode, "reported" the last checksum sent.
set -u
umask 077
export LC_ALL=C
PATH=$PATH:/usr/sbin:/sbin

# --- what a line of a state is --------------------------------------------------------------------

# cidr(text) is 4 or 6, 0 for what is no address or prefix in its one way to be written.
ADDRESSES='
function v4(a,   part, i) {
  if (a !~ /^[0-9]+\.[0-9]+\.[0-9]+\.[0-9]+$/) return 0
  split(a, part, ".")
  number = 0
  for (i = 1; i <= 4; i++) {
    if (part[i] !~ /^(0|[1-9][0-9]?[0-9]?)$/ || part[i] + 0 > 255) return 0
    number = number * 256 + part[i]
  }
  return 1
}
function v6(a,   half, left, right, halves, n, m, i) {
  if (a !~ /^[0-9a-f:]+$/ || a !~ /:/) return 0
  halves = split(a, half, "::")
  n = split(half[1], left, ":")
  m = halves == 2 ? split(half[2], right, ":") : 0
  if (halves > 2 || (halves == 1 ? n != 8 : n + m > 6)) return 0
  for (i = 1; i <= 8; i++) {
    group[i] = i <= n ? left[i] : i > 8 - m ? right[i - 8 + m] : "0"
    if (group[i] !~ /^(0|[1-9a-f][0-9a-f]?[0-9a-f]?[0-9a-f]?)$/) return 0
  }
  return shortest() == a && !embeds()
}
function shortest(   i, run, best, at, text) { # RFC 5952: the first of the longest runs of zeros goes
  best = 2
  for (i = 8; i >= 1; i--) {
    run = group[i] == "0" ? run + 1 : 0
    if (run >= best) { best = run; at = i }
  }
  for (i = 1; i <= 8; i++) {
    if (i == at) { text = text "::"; i += best - 1 }
    else text = text (text == "" || text ~ /::$/ ? "" : ":") group[i]
  }
  return text
}
function embeds() { # an IPv4 address by another name, or a tunnel: past every list of IPv4
  if (group[1] == "2002" || (group[1] == "2001" && group[2] == "0")) return 1
  if (group[1] == "64" && group[2] == "ff9b")
    return group[3] == "1" || group[3] group[4] group[5] group[6] == "0000"
  if (group[1] group[2] group[3] group[4] != "0000") return 0
  return group[5] group[6] == "ffff0" || group[5] group[6] == "0ffff" || (group[5] group[6] == "00" && group[7] != "0")
}
function aligned(length_,   i, from) { # no bit beyond the prefix
  for (i = 1; i <= 8; i++) {
    from = (i - 1) * 16
    if (from + 16 > length_ && hex(group[i]) % 2 ^ (from >= length_ ? 16 : from + 16 - length_)) return 0
  }
  return 1
}
function hex(digits,   i, n) {
  for (i = 1; i <= length(digits); i++) n = n * 16 + index("0123456789abcdef", substr(digits, i, 1)) - 1
  return n
}
function cidr(text,   part, parts, version) { # 4 or 6, and whether it is a host; 0 for neither
  parts = split(text, part, "/")
  version = v4(part[1]) ? 4 : v6(part[1]) ? 6 : 0
  host = parts == 1
  if (parts > 2 || !version || host) return parts > 2 ? 0 : version
  if (part[2] !~ /^(0|[1-9][0-9]?[0-9]?)$/ || part[2] + 0 >= (version == 4 ? 32 : 128)) return 0
  return (version == 4 ? number % 2 ^ (32 - part[2]) == 0 : aligned(part[2] + 0)) ? version : 0
}
'
GRAMMAR=$ADDRESSES$LINES

# Judges a document of "size" bytes: prints mode, kind and generation, or what is wrong with it.
# The size shows whether the last line feed is there, and that awk saw every byte.
JUDGE='
function no(why) { print why; wrong = 1; exit }
{ total += length($0) + 1 }
signed { no("there is something after the signature") }
NR == 1 { if ($0 != "poort25-state 1") no("it is not a state that this agent knows"); next }
NR == 2 { if ($0 != "point " point) no("it is for another point"); next }
NR == 3 { if ($0 != "target " target) no("it is not for a " what); next }
NR == 4 {
  if ($0 !~ /^generation [1-9][0-9]*$/ || length($2) > 15) no("its generation is malformed")
  generation = $2
  if (generation + 0 < held + 0) no("it is older than what is in force")
  next
}
NR == 5 { if ($0 !~ /^mode (enforce|observe)$/) no("its mode is malformed"); mode = $2; next }
NR == 6 {
  if ($0 !~ /^(whole|delta [1-9][0-9]*) (0|[1-9][0-9]*)$/ || length($0) > 40) no("line 6 is malformed")
  kind = $1
  announced = $NF + 0
  if (kind == "delta" && (!exact || $2 != held)) no("it is the difference from a state that is not in force")
  if (kind == "delta" && $2 == generation && announced) no("it changes a generation")
  next
}
/^signature / { signed = 1; next }
{
  line = $0
  if (kind == "delta") {
    if (/^\+/) adding = 1
    else if (!/^-/ || adding) no("line " NR " is malformed")
    line = substr($0, 2)
  }
  if (place(line) == "") no("line " NR " is malformed")
  if (seen[$0]++) no("line " NR " is there twice")
  lines++
}
END {
  if (wrong) exit 1
  if (!signed || total != size || lines + 0 != announced) { print "it is not complete"; exit 1 }
  print mode, kind, generation
}
'

# --- the state directory --------------------------------------------------------------------------

# Gives a file its name for good; power may fail at any time.
keep() { # FILE NAME
  sync "$1" 2>/dev/null
  mv -f "$1" "$2" && sync . 2>/dev/null || :
}

number_of() { sed -n '1s/^generation //p' "$1" 2>/dev/null; }

# state.new = state with a document; in the order of the lines, if theirs is.
consolidate() { # whole|delta DOCUMENT
  if [ "$1" = whole ]; then
    awk 'NR == 4 || (NR > 6 && !/^signature /)' "$2"
  else
    awk '
      !state {
        if (FNR == 4) generation = $0
        if (FNR > 6 && /^-/) gone[substr($0, 2)] = 1
        if (FNR > 6 && /^\+/) { plus[++n] = substr($0, 2); gone[plus[n]] = 1 }
        next
      }
      FNR == 1 { print generation; next }
      { while (i < n && plus[i + 1] < $0) print plus[++i] }
      !($0 in gone)
      END { while (i < n) print plus[++i] }' "$2" state=1 state
  fi >state.new
}

# --- what is in force -----------------------------------------------------------------------------

# Brings "next" into force. A difference goes there first and is worked into the state then.
apply() { # whole|delta
  done=
  if [ "$1" = delta ] && change; then
    done=delta
    log "generation $generation is in force, by a difference"
  fi
  consolidate "$1" next || return 4
  if [ -z "$done" ]; then
    load_whole state.new || { rm -f next; return 4; }
    log "generation $generation is in force"
  fi
  keep state.new state
  held=$generation
  outcome=applied
  confirm "$done" || outcome=failed
  rm -f next
  [ "$outcome" = applied ] && return
  # a difference leaves what others have changed before it
  if [ "$done" ]; then drift; else return 4; fi
}

# Reads back: is it the state?
confirm() { # delta or ""
  exact=
  read_back || return 1
  if ! holds_state "$1"; then
    rm -f applied
    failed "$THING does not hold what was applied"
    return 1
  fi
  printf '%s\n' "$checksum" >applied.new
  keep applied.new applied
  exact=1
}

sum_up() {
  set -- $(sha256sum <readback)
  checksum=$1
}

# Looks whether the table is still as it was read back after the last application.
unchanged() {
  exact=
  read_back || return 1
  [ "$held" = 0 ] && return 0
  [ "$checksum" = "$(cat applied 2>/dev/null)" ] && exact=1
}

restore() {
  load_whole state || return 4
  log "generation $held is restored"
  confirm "" || return 4
}

# --- the portal -----------------------------------------------------------------------------------

# The shell hears no signal while it runs a program, but while it waits; and the lock is not curl's.
http() { # FILE-FOR-THE-ANSWER CURL-ARGUMENT...
  answer=$talk/$1
  shift
  curl -q -sS -K "$curl_conf" --connect-timeout 10 --globoff -o "$answer" -D "$answer.headers" \
    -w '%{http_code} %{size_download}' "$@" >"$talk/code" 2>/dev/null 9>&- &
  child=$!
  wait "$child" && lost= || lost=1
  child=
  read -r code size <"$talk/code" || :
  [ -z "$lost" ] || code=000
}

fetch() {
  query="wait=$wait"
  set --
  if [ "$exact" ] && [ "$held" != 0 ]; then query="from=$held&$query"; fi
  if [ "$etag" ]; then set -- -H "If-None-Match: $etag"; fi
  http state --max-time $((wait + 60)) --max-filesize 67108864 "$@" "$portal/enforcement/state?$query"
}

# Prints the verdict on the answer. The signature comes first: what is not signed is not looked at.
judge() {
  sed '$d' "$talk/state" >body
  sed -n '$s/^signature //p' "$talk/state" | openssl base64 -d -A >signature 2>/dev/null
  if ! openssl pkeyutl -verify -pubin -inkey "$config/portal.pem" -rawin -in body -sigfile signature >/dev/null 2>&1; then
    echo "it is not signed with the pinned key, or not complete"
    return 1
  fi
  if ! verdict=$(awk -v point="$point" -v target="$TARGET" -v what="$KIND" -v held="$held" -v exact="$exact" \
    -v size="$size" "$GRAMMAR$JUDGE" "$talk/state"); then
    printf '%s\n' "$verdict"
    return 1
  fi
  set -- $verdict
  admits "$2" && printf '%s\n' "$verdict"
}

# Takes the answer: 0, or 3 refused, 4 not applied.
take() {
  if ! verdict=$(judge); then
    log "refused a state: $verdict"
    look # a portal that sends nothing good must not keep a foreign change in force
    outcome=refused
    message=$verdict
    return 3
  fi
  set -- $verdict
  if [ "$mode" != "$1" ]; then
    mode=$1
    printf '%s\n' "$mode" >mode.new
    keep mode.new mode
    log "the mode is now $mode"
  fi
  if enforcing && must_apply "$2" "$3"; then
    generation=$3
    # what was changed since the last look would go unseen
    if [ "$2" = whole ] && ! unchanged; then tell_drift; fi
    keep "$talk/state" next
    if ! apply "$2"; then
      why=$message
      look
      outcome=failed
      message=$why
      return 4
    fi
  else
    look || return
  fi
  etag=$(sed -n '/^[Ee][Tt][Aa][Gg]: *"[0-9A-Za-z-]*".\{0,1\}$/{s/^[^"]*\("[^"]*"\).*/\1/p;q;}' "$talk/state.headers")
}

enforcing() { [ "$mode" = enforce ] || [ "$ALWAYS" ]; }

must_apply() { # whole|delta GENERATION
  [ "$2" = "$held" ] && [ "$exact" ] || return 0
  [ "$1" = whole ] || return 1
  consolidate whole "$talk/state"
  ! cmp -s state.new state
}

# Nothing new: is what is in force still what was applied?
look() {
  if ! unchanged; then
    if enforcing && [ -e state ]; then drift; return; fi
  fi
  if [ "$mode" = observe ]; then outcome=observed; else outcome=${owed:-kept}; fi
}

# The evidence goes to the portal first, if it is there; then the state comes back.
drift() {
  tell_drift
  if restore; then outcome=restored; else outcome=failed; return 4; fi
}

tell_drift() {
  log "$THING is not what was applied"
  outcome=drifted
  etag=
  longest=10 # what is in force is wrong meanwhile
  report || :
  longest=120
}

report() { # of outcome and message
  set -- $(sha256sum <readback) $(wc -c <readback)
  sum=$1 bytes=$3
  [ "$sum" != "$(cat reported 2>/dev/null)" ] || bytes=same
  for try in 1 2; do
    printf 'poort25-report 1\ngeneration %s\noutcome %s\nmessage %s\nreadback %s %s\n\n' \
      "$held" "$outcome" "$message" "$sum" "$bytes" >report
    [ "$bytes" = same ] || cat readback >>report
    set -- -H 'Content-Type: text/plain' --data-binary
    if [ "$(wc -c <report)" -gt 65536 ]; then
      gzip -1 -n -c report >report.gz
      set -- "$@" @report.gz -H 'Content-Encoding: gzip'
    else
      set -- "$@" @report
    fi
    http reply --max-time "$longest" "$@" "$portal/enforcement/report"
    [ "$code" = 409 ] || break
    set -- $(wc -c <readback)
    bytes=$1
  done
  if [ "$code" != 200 ]; then
    case $outcome in applied | restored) owed=$outcome ;; esac
    log "the report \"$outcome\" was not taken: $code"
    return 6
  fi
  case $outcome in drifted) ;; *) owed= ;; esac
  printf '%s\n' "$sum" >reported
}

# --- turns ----------------------------------------------------------------------------------------

# After a kill or a reboot: what was under way is finished, what was in force is in force again.
start() {
  rm -rf http.*
  talk=http.$$ # a directory of this run: a curl that outlived a killed one writes nowhere
  mkdir "$talk"
  held=$(number_of state)
  held=${held:-0}
  mode=$(cat mode 2>/dev/null || echo enforce)
  if [ -e next ]; then
    finish
  elif ! unchanged && enforcing; then
    if [ -s readback ]; then drift; else restore; fi && owed=restored
  fi
}

# The table may hold the state before "next" or after it, so the whole is loaded.
finish() {
  set -- $(sed -n -e 's/^generation //p' -e 6p -e 6q next) # GENERATION whole K | GENERATION delta FROM K
  generation=$1
  log "finishes generation $generation"
  # a state that could not be written to its end must not come into force
  if [ "$2" = whole ] || [ "$3" = "$held" ]; then
    consolidate "$2" next || { failed "the state cannot be written"; return 4; }
  else
    cp state state.new || { failed "the state cannot be written"; return 4; } # it is worked in already
  fi
  if load_whole state.new; then
    keep state.new state
    held=$(number_of state)
    confirm "" && owed=applied
  fi
  rm -f next
}

turn() {
  outcome= message= status=0 early=
  asked=$(date +%s)
  fetch
  case $code in
    200) take || status=$? ;;
    204 | 304)
      # another program with the same token was answered instead: none is to ask without a pause
      [ "$(date +%s)" -gt $((asked + 1)) ] || early=1
      look || status=$?
      ;;
    *)
      log "the portal gave no state: $code"
      look
      # nothing to tell but that nothing is new
      case $outcome in kept | observed) return 2 ;; esac
      report || :
      return 2
      ;;
  esac
  work || status=$?
  report || [ "$status" != 0 ] || status=6
  return "$status"
}

run() {
  pause=0
  while :; do
    if turn; then
      pause=0
      [ "$wait" != 0 ] && [ -z "$early" ] || rest 1
    else
      pause=$((pause * 2))
      [ "$pause" -gt 0 ] || pause=1
      [ "$pause" -le 30 ] || pause=30
      rest "$pause"
    fi
  done
}

rest() {
  sleep "$1" 9>&- &
  child=$!
  wait "$child"
  child=
}

failed() {
  message=$1
  log "$1"
}

log() { printf '%s: %s\n' "$NAME" "$1" >&2; }

usage() {
  log "$1"
  exit 1
}

stop() {
  log "stopped"
  [ -z "$child" ] || kill "$child" 2>/dev/null
  exit 0
}

setting() { # NAME REGULAR-EXPRESSION [DEFAULT]
  awk -v name="$1" -v form="^$2\$" -v value="${3:-}" '
    $1 == name { found++; value = $2; if (NF != 2 || value !~ form) found = 9 }
    END { if (found > 1 || value == "") exit 1; print value }' "$config/agent.conf" 2>/dev/null || usage "agent.conf has no good line \"$1\""
}

prepare() {
  config=${POORT25_CONFIG:-/etc/poort25}
  portal=$(setting portal 'https?://.+') || exit 1
  portal=${portal%/}
  point=$(setting point '[1-9][0-9]*') || exit 1
  setting kind "$KIND" >/dev/null || exit 1
  curl_conf=$config/curl.conf
  if [ "${CREDENTIALS_DIRECTORY:-}" ] && [ -r "$CREDENTIALS_DIRECTORY/curl.conf" ]; then curl_conf=$CREDENTIALS_DIRECTORY/curl.conf; fi
  [ -r "$curl_conf" ] && [ -r "$config/portal.pem" ] || usage "curl.conf or portal.pem cannot be read"
  case $config in /*) ;; *) usage "POORT25_CONFIG is not an absolute path" ;; esac
  directory=${POORT25_STATE:-${STATE_DIRECTORY:-/var/lib/poort25}}
  mkdir -p "$directory" && cd "$directory" || usage "there is no state directory"
  # nft keeps the lock when this shell is killed, until what it is loading is loaded
  exec 9>lock
  flock -w 2 9 || { log "another run has the lock"; exit 5; }
  child= etag= exact= owed= outcome= message= early= longest=120
  settle
  trap stop TERM INT HUP
}

case $#${1:-} in
  1run)
    prepare
    wait=${POORT25_WAIT:-20}
    start
    [ -z "${NOTIFY_SOCKET:-}" ] || systemd-notify --ready
    run
    ;;
  1once)
    prepare
    wait=${POORT25_WAIT:-0}
    start
    turn
    ;;
  1check) awk "$GRAMMAR"'{ print place($0) == "" ? "bad" : "ok" }' ;;
  *) verb "$@" ;;
esac
