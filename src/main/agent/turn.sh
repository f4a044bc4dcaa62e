# --- what all agents of Poort 25 share ------------------------------------------------------------
#
# Begins with what is above, which says what a line is and how a state is brought into force:
#   NAME KIND TARGET THING USAGE   who it is, what it keeps
#   ALWAYS        not empty: a state is taken in mode observe too, since that changes nothing
#   KNOWS         what its lines know beyond those of the first agents, for the portal
#   LINES         place(line) in awk: not empty for a line of a state
#   admits KIND   whether a document is more than well-formed lines; else says why
#   read_back     what is in force, to the file "readback" and "checksum"
#   holds_state   whether "readback" is "state"
#   change        brings the difference "next" into force; or fails, so that the whole is next
#   load_whole    brings that file into force, or fails and leaves what is in force
#   FILES_TOO     the names of files of its own in the state directory
#   NEEDS         programs that it needs besides
#   settle        reads settings of its own
#   work          what is to be done each turn besides; "going" is not empty where more turns follow
#   tool          prints the program that it rests on, and its version
#   watch KIND    what it does where it only observes, with the document of that kind; watch_again after a start
#   sightings     sets "seen", what it tells of addresses that it saw, whose lines are in that file
#   told          the portal knows them
#   GLANCES       not empty: while this program waits, it calls each second
#   glance        whether what is in force is what it was; 1 if it was not and is so again, 2 if it is not
#   stands        whether there is anything in force, be it what it may
#   verb          other verbs
#
# It takes data, never a program: every line is checked, what is loaded is written here. What is not
# signed, whole, newer and well-formed changes nothing; nor does a portal that is away.
#
# In the state directory: "state" is what was applied last. "next" is a verified document from
# before it is applied until it has been read back: whatever ends this program in between, the
# next start finishes it. "applied" is the checksum of the read-back after the last application,
# "mode" the last mode and the number of the document that said it: one of a lower number is a document
# of before that is sent again. "reported" is the last checksum sent. "sums" has the checksums of "state"
# and of "state.last", the one before. "key" is the portal's key where that was changed since this was
# installed, "kept" the configuration as it was well-formed last. A file that is damaged is not believed:
# the one before is taken, nothing that is in force is opened for it, and the portal is told. What is only looked at and not kept is
# elsewhere, in memory where there is such a place: a full disk must not keep this program from looking,
# and from telling so. "drifted" there is what was found instead of what had been applied ("drifted.of"
# says which generation that was), until the portal has it.
VERSION=7
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
    if (from + 16 > length_ && hex(group[i]) % two(from >= length_ ? 16 : from + 16 - length_)) return 0
  }
  return 1
}
function two(power,   n) { # to that power; not every awk has an operator for it
  for (n = 1; power > 0; power--) n *= 2
  return n
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
  return (version == 4 ? number % two(32 - part[2]) == 0 : aligned(part[2] + 0)) ? version : 0
}
'
GRAMMAR=$ADDRESSES$LINES

# Judges a document of "size" bytes: prints mode, kind and generation, or what is wrong with it.
# The size shows whether the last line feed is there, and that awk saw every byte.
JUDGE='
function no(why) { print why; wrong = 1; exit }
{ total += length($0) + 1 }
signed { no("there is something after the signature") }
NR == 1 { if ($0 != "poort25-state 2") no("it is not a state that this agent knows"); next }
NR == 2 { if ($0 != "point " point) no("it is for another point"); next }
NR == 3 { if ($0 != "target " target) no("it is not for a " what); next }
NR == 4 {
  if ($0 !~ /^generation [1-9][0-9]*$/ || length($2) > 15) no("its generation is malformed")
  generation = $2
  if (generation + 0 < least + 0) no("it is older than what is in force")
  next
}
NR == 5 {
  if ($0 !~ /^mode (enforce|observe) [1-9][0-9]*$/ || length($3) > 15) no("its mode is malformed")
  mode = $2
  count = $3
  if (count + 0 < counted + 0) no("it was sent again: document " count " after " counted)
  if (count == counted && mode != before) no("document " count " said otherwise before")
  next
}
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
  print mode, kind, generation, count
}
'

# Judges a change of the portal's key: prints the new one, or what is wrong.
JUDGE_KEY='
function no(why) { print why; wrong = 1; exit }
NR == 1 { if ($0 != "poort25-key 1") no("it is no change of the key"); next }
NR == 2 { if ($0 != "from " key) no("it changes another key than the pinned one"); next }
NR == 3 { if ($0 !~ /^to [0-9a-f]+$/ || length($2) != 64) no("line 3 is malformed"); to = $2; next }
NR == 4 { if ($0 !~ /^public [A-Za-z0-9+\/]+=*$/ || length($2) > 200) no("line 4 is malformed"); public = $2; next }
NR == 5 { if (!/^signature /) no("line 5 is malformed"); signed = 1; next }
{ no("there is something after the signature") }
END {
  if (wrong) exit 1
  if (!signed) { print "it is not complete"; exit 1 }
  print to, public
}
'

# --- the state directory --------------------------------------------------------------------------

# Gives a file its name for good; power may fail at any time.
keep() { # FILE NAME
  sync "$1" 2>/dev/null
  mv -f "$1" "$2" || return 1
  sync . 2>/dev/null || :
}

# Whether something can be written here.
room() {
  { printf '%4096s' room >room; } 2>/dev/null && rm -f room && return
  rm -f room
  return 1
}

# The folder "talk" of this run: a curl that outlived a killed one writes nowhere. Files here that are
# only looked at are links into it.
scratch() {
  rm -rf http.*
  before=$(readlink readback) || before=
  case $before in */"$NAME".*/readback) rm -rf "${before%/readback}" ;; esac
  for place in "${RUNTIME_DIRECTORY:-/run}" /dev/shm /tmp .; do
    talk=$(mktemp -d "$place/$NAME.XXXXXX" 2>/dev/null) || continue
    if { printf '%65536s' room >"$talk/room"; } 2>/dev/null; then break; fi
    rm -rf "$talk"
  done
  [ -d "$talk" ] || usage "there is no room for what the portal says"
  for one in readback listed table counting noted nft.err body signature; do
    [ -h "$one" ] || sweep "$one"
    case $talk in
      ./*) rm -f "$one" ;;
      *) true >"$talk/$one" && ln -sf "$talk/$one" "$one" 2>/dev/null || : ;; # cp goes through no link to nothing
    esac
  done
}

number_of() { sed -n '1s/^generation //p; 1q' "$1" 2>/dev/null; }

checksum_of() { sha256sum <"$1" | cut -c 1-64; }

# What changes with the content of a file; nothing where there is none.
shape_of() { stat -L -c '%i %s %.Y %.Z' "$1" 2>/dev/null; }

# What a command prints of a file: of a million lines that takes a while, and it is asked for several
# times a turn. A small file may be another within a tick of the clock that its shape has.
once_of() { # FILE COMMAND
  shape=$(shape_of "$1") || shape=
  case $shape in *' '???????*' '*' '*) ;; *) shape= ;; esac
  if [ "$shape" ] && [ "$shape" = "$(sed -n 1p "$talk/$2" 2>/dev/null)" ]; then
    sed -n 2p "$talk/$2"
    return
  fi
  set -- "$2" "$("$2" "$1")"
  if [ -z "$shape" ] || ! { printf '%s\n%s\n' "$shape" "$2" >"$talk/$1"; } 2>/dev/null; then rm -f "$talk/$1"; fi
  printf '%s\n' "$2"
}

# Before state.new gets its name: the sums are of it and of the one that it replaces.
sum_states() {
  {
    printf '%s %s\n' "$(checksum_of state.new)" "$(number_of state.new)"
    if [ -f state ]; then
      last=$(grep -x -E "[0-9a-f]{64} $(number_of state)" sums 2>/dev/null) || last=
      case $last in
        # two of one number, or none
        *' '*' '* | '') printf '%s %s\n' "$(checksum_of state)" "$(number_of state)" ;;
        *) printf '%s\n' "$last" ;;
      esac
    fi
  } >sums.new && keep sums.new sums
}

keep_state() {
  ln -f state state.last 2>/dev/null || cp state state.last 2>/dev/null || :
  keep state.new state
}

# Whether a file has the state that was put into it, to its last line. Without sums, which agents of
# before did not keep, its lines must be such.
is_whole() {
  [ -f "$1" ] && case $(number_of "$1") in '' | 0* | *[!0-9]* | ????????????????*) false ;; esac || return 1
  if grep -q -v -E '^[0-9a-f]{64} [0-9]+$' sums 2>/dev/null || [ ! -s sums ]; then
    awk "$GRAMMAR"'NR > 1 && place($0) == "" { exit wrong = 1 } END { exit wrong || NR < 2 }' "$1"
  else
    grep -q -x "$(checksum_of "$1") $(number_of "$1")" sums
  fi
}

# Where a file is to be, nothing else may stand in the way: written to a folder, it would go into that.
sweep() { # NAME...
  for one; do
    if [ -h "$one" ] || { [ -e "$one" ] && [ ! -f "$one" ]; }; then rm -rf "$one"; fi
  done
}

OWN_FILES='state state.new state.last sums sums.new next next.new mode mode.new mode.last applied applied.new
reported reported.new key key.new key.last room'

# Sets "held", which of the states is held, and "least", below which no state is newer.
look_at_states() {
  damaged=
  if [ -e state ] && ! is_whole state; then
    damaged='its file of the state was damaged'
    rm -f applied
    if is_whole state.last; then cp state.last state.new && keep state.new state; else rm -f state; fi
  elif [ ! -e state ] && is_whole state.last; then
    damaged='its file of the state was gone'
    rm -f applied
    cp state.last state.new && keep state.new state
  fi
  if [ -f state ] && [ ! -s sums ]; then
    { printf '%s %s\n' "$(checksum_of state)" "$(number_of state)" >sums.new && keep sums.new sums; } 2>/dev/null || :
  fi
  held=$(number_of state)
  held=${held:-0}
  least=$held
  [ "$damaged" ] || return 0
  log "$damaged"
  for one in $(sed -n 's/^[0-9a-f]\{64\} \([1-9][0-9]\{0,14\}\)$/\1/p' sums 2>/dev/null); do
    [ "$one" -le "$least" ] || least=$one
  done
}

# Sets mode and counted.
look_at_mode() {
  for one in mode mode.last; do
    if grep -q -x -E '(enforce|observe)( [1-9][0-9]{0,14})?' "$one" 2>/dev/null && [ "$(wc -l <"$one")" = 1 ]; then
      read -r mode counted <"$one"
      counted=${counted:-0}
      # the one before may only have observed: what is in force is kept until the portal says so
      [ "$one" = mode ] || mode=enforce
      return
    fi
  done
  mode=enforce counted=0
}

# The mode is that of a document of that number from now on.
keep_mode() { # MODE NUMBER
  [ "$mode $counted" != "$1 $2" ] || return 0
  { printf '%s %s\n' "$1" "$2" >mode.new; } 2>/dev/null || { rm -f mode.new; return 1; }
  ln -f mode mode.last 2>/dev/null || :
  keep mode.new mode || return 1
  [ "$mode" = "$1" ] || log "the mode is now $1"
  mode=$1 counted=$2
}

# state.new = state with a document, unless it is that already.
consolidate() { # whole|delta DOCUMENT
  made="$1 $(checksum_of "$2") $(shape_of state)"
  [ "$made $(shape_of state.new)" != "$(cat "$talk/made" 2>/dev/null)" ] || return 0
  if [ "$1" = whole ]; then
    awk 'NR == 4 || (NR > 6 && !/^signature /)' "$2"
  else
    worked_in "$2" state
  fi >state.new || return
  { printf '%s\n' "$made $(shape_of state.new)" >"$talk/made"; } 2>/dev/null || rm -f "$talk/made"
}

# A state with a difference; in the order of the lines, if theirs is.
worked_in() { # DIFFERENCE STATE
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
    END { while (i < n) print plus[++i] }' "$1" state=1 "$2"
}

# --- what is in force -----------------------------------------------------------------------------

# Brings "next" into force. A difference goes there first and is worked into the state then.
apply() { # whole|delta
  done=
  if [ "$1" = delta ] && change; then
    done=delta
    log "generation $generation is in force, by a difference"
  fi
  if ! { consolidate "$1" next && sum_states; } 2>/dev/null; then
    rm -f state.new sums.new next
    failed "the state cannot be written"
    return 4
  fi
  if [ -z "$done" ]; then
    load_whole state.new || { rm -f next; return 4; }
    log "generation $generation is in force"
  fi
  keep_state
  held=$generation
  least=$held
  outcome=applied
  repaired
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
  # on a full disk there is room for what replaces itself
  { printf '%s\n' "$checksum" >applied.new && keep applied.new applied; } 2>/dev/null ||
    printf '%s\n' "$checksum" >applied
  exact=1
}

sum_up() { checksum=$(once_of readback checksum_of); }

# Looks whether the table is still as it was read back after the last application.
unchanged() {
  exact=
  read_back || return 1
  [ "$held" = 0 ] && return 0
  [ "$checksum" = "$(cat applied 2>/dev/null)" ] && exact=1
}

# What was damaged is whole again.
repaired() {
  [ -z "$damaged" ] || note="$damaged; it has been given anew"
  damaged=
}

restore() {
  load_whole state || return 4
  log "generation $held is restored"
  confirm "" || return 4
}

# --- the portal -----------------------------------------------------------------------------------

# The shell hears no signal while it runs a program, but while it waits; and the lock is not curl's.
http() { # FILE-FOR-THE-ANSWER CURL-ARGUMENT...
  if [ "$mute" ]; then
    code=000 lost=1
    return
  fi
  answer=$talk/$1
  shift
  ${body:-:} | curl -q -sS -K "$curl_conf" --connect-timeout 10 --globoff -o "$answer" -D "$answer.headers" \
    -w '%{http_code} %{size_download}' "$@" >"$talk/code" 2>/dev/null 9>&- &
  child=$!
  await && lost= || lost=1
  read -r code size <"$talk/code" || :
  [ -z "$lost" ] || code=000
}

# Waits for the child. Each tick of the clock, it looks at what is in force: nothing that this program
# waits for may keep it from that.
await() {
  tick
  while :; do
    wait "$child" 2>/dev/null
    ended=$?
    [ "$ticked" ] && [ "$ended" -gt 128 ] || break
    tick
  done
  child=
  return "$ended"
}

# If the clock has ticked since the last time.
tick() {
  [ "$ticked" ] || return 0
  ticked=
  ticks=$((ticks + 1))
  [ "$ticks" -ge "$patient" ] && enforcing && [ -s state ] || return 0
  (glance) && return
  [ $? != 2 ] || patient=$((ticks + 5)) # it was refused: not each second again
  woken=1
  exact=
  # a portal that is asked for what is new need not be waited for, nor a pause
  [ -z "$idle" ] || [ -z "$child" ] || kill "$child" 2>/dev/null || :
}

# It ends with this program, however that ends.
start_clock() {
  (
    exec 9>&-
    while kill -s USR1 "$$"; do sleep 1; done
  ) >/dev/null 2>&1 &
  clock=$!
}

# What was brought back while this program waited is read back, and told.
recover() {
  woken= etag=
  if confirm ""; then owed=restored; fi
  tick
}

fetch() {
  # what is to be told is not kept until something is new
  if [ "$owed" ] || [ -e "$talk/drifted" ]; then query=wait=0; else query=wait=$wait; fi
  # what it must not be sent again, and which key it verifies with
  query="count=$counted-$mode&key=$key&$query"
  # the portal must know whether its database made what is held before it gives more
  query=${KNOWS:+knows=$KNOWS&}$query
  if [ "$held" = 0 ]; then
    query="holds=0&$query"
  elif digest=$(digest_of_state) && [ "$digest" != - ]; then
    query="holds=$held-$digest&$query"
  fi
  set --
  if [ "$exact" ] && [ "$held" != 0 ]; then query="from=$held&$query"; fi
  if [ "$etag" ]; then set -- -H "If-None-Match: $etag"; fi
  idle=1
  http state --max-time $((wait + 60)) --max-filesize 67108864 "$@" "$portal/enforcement/state?$query"
  idle=
}

# Whether a document is signed with the pinned key.
is_signed() { # DOCUMENT
  sed '$d' "$1" >body
  sed -n '$s/^signature //p' "$1" | openssl base64 -d -A >signature 2>/dev/null
  openssl pkeyutl -verify -pubin -inkey "$pinned" -rawin -in body -sigfile signature >/dev/null 2>&1
}

# Prints the verdict on the answer. The signature comes first: what is not signed is not looked at.
judge() {
  if ! is_signed "$talk/state"; then
    echo "it is not signed with the pinned key, or not complete"
    return 1
  fi
  if ! verdict=$(awk -v point="$point" -v target="$TARGET" -v what="$KIND" -v held="$held" -v least="$least" \
    -v exact="$exact" -v counted="$counted" -v before="$mode" -v size="$size" "$GRAMMAR$JUDGE" "$talk/state"); then
    printf '%s\n' "$verdict"
    return 1
  fi
  set -- $verdict
  admits "$2" && printf '%s\n' "$verdict"
}

is_change_of_key() { [ "$code" = 200 ] && [ "$(sed -n 1p "$talk/state" | tr -d '\0')" = 'poort25-key 1' ]; }

# Takes the portal's new key, which the pinned one has signed.
take_key() {
  if ! is_signed "$talk/state"; then
    verdict="a change of the key is not signed with the pinned one"
  elif verdict=$(awk -v key="$key" "$JUDGE_KEY" "$talk/state"); then
    set -- $verdict
    if ! { printf 'of %s\n-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n' "$installed" "$2" >key.new; } 2>/dev/null; then
      rm -f key.new
      verdict="the portal's new key cannot be written"
    elif [ "$(fingerprint key.new)" != "$1" ]; then
      rm -f key.new
      verdict="the portal's new key is not what it is said to be"
    else
      ln -f key key.last 2>/dev/null || :
      verdict="the portal's new key cannot be written"
      if keep key.new key; then
        pin
        log "the portal's key was changed: $key"
        return 0
      fi
    fi
  fi
  log "refused: $verdict"
  return 1
}

fingerprint() { openssl pkey -pubin -in "$1" -outform DER 2>/dev/null | sha256sum | cut -c 1-64; }

# Sets "pinned" and "key", its fingerprint: what was installed, or what it was changed to since.
pin() {
  installed=$(checksum_of "$portal_pem")
  pinned=$portal_pem
  for one in key key.last; do
    if [ "$(sed -n 1p "$one" 2>/dev/null)" = "of $installed" ] && is_key "$one"; then
      pinned=$PWD/$one
      break
    fi
  done
  key=$(fingerprint "$pinned")
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
  if ! keep_mode "$1" "$4"; then
    failed "the mode cannot be written"
    why=$message
    look
    outcome=failed
    message=$why
    return 4
  fi
  if enforcing && must_apply "$2" "$3"; then
    generation=$3
    # what was changed since the last look would go unseen
    if [ "$2" = whole ] && [ -z "$damaged" ] && ! unchanged; then keep_drift; fi
    if ! cp "$talk/state" next.new 2>/dev/null; then
      rm -f next.new
      failed "the state cannot be written"
      why=$message
      look
      outcome=failed
      message=$why
      return 4
    fi
    keep next.new next
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
  watch "$2"
  etag=$(sed -n '/^[Ee][Tt][Aa][Gg]: *"[0-9A-Za-z-]*".\{0,1\}$/{s/^[^"]*\("[^"]*"\).*/\1/p;q;}' "$talk/state.headers")
}

enforcing() { [ "$mode" = enforce ] || [ "$ALWAYS" ]; }

must_apply() { # whole|delta GENERATION
  [ "$2" = "$held" ] && [ "$exact" ] || return 0
  [ "$1" = whole ] || return 1
  consolidate whole "$talk/state"
  ! cmp -s state.new state
}

# Nothing new: is what is in force still what was applied? While the file of that is damaged nobody
# knows, and the state before it may open what was closed since: it is better than nothing, and no more.
look() {
  if [ "$damaged" ] && enforcing && stands; then
    read_back || :
    outcome=failed
    message="$damaged; what is in force is left as it is"
    return 4
  fi
  if ! unchanged; then
    if enforcing && [ -e state ]; then drift; return; fi
  fi
  if [ "$mode" = observe ]; then outcome=observed; else outcome=${owed:-kept}; fi
}

# The state comes back first; what was found instead is told then.
drift() {
  keep_drift
  if restore; then outcome=restored; else outcome=failed; return 4; fi
}

keep_drift() {
  log "$THING is not what was applied"
  etag=
  printf '%s\n' "$held" >"$talk/drifted.of" && cp readback "$talk/drifted" || :
}

# The evidence comes before what became of it.
tell_drift() {
  [ -e "$talk/drifted" ] || return 0
  set -- "$held" "$outcome" "$message"
  held=$(cat "$talk/drifted.of" 2>/dev/null || echo "$held")
  outcome=drifted message=
  cat readback >"$talk/readback.now" && cat "$talk/drifted" >readback
  if report; then rm -f "$talk/drifted"; fi
  cat "$talk/readback.now" >readback
  held=$1 outcome=$2 message=$3
}

report() { # of outcome and message
  sum=$(once_of readback checksum_of) whole=$(wc -c <readback)
  bytes=$whole
  [ "$sum" != "$(cat reported 2>/dev/null)" ] || bytes=same
  # what is read back in the words of a state, and is it to the byte, the portal has
  if [ "$bytes" != same ] && [ "$bytes" -gt 65000 ] && [ "$sum" = "$(digest_of_state)" ]; then bytes=same; fi
  sightings
  for try in 1 2; do
    head=$(head_of_report)
    set -- -H 'Content-Type: text/plain' --data-binary @-
    body=report_text
    if [ "$bytes" != same ] && [ "$bytes" -gt 65000 ]; then
      body=packed_report
      set -- "$@" -H 'Content-Encoding: gzip'
    fi
    http reply --max-time 120 "$@" "$portal/enforcement/report"
    body=
    [ "$code" = 409 ] || break
    bytes=$whole
  done
  if [ "$code" != 200 ]; then
    case $outcome in applied | restored) owed=$outcome ;; esac
    log "the report \"$outcome\" was not taken: $(answered)"
    return 6
  fi
  case $outcome in drifted) ;; *) owed= note= ;; esac
  told
  printf '%s\n' "$sum" >reported.new && mv -f reported.new reported
}

# Of the lines of what is held; "-" where the file is of something else.
digest_of_state() {
  [ "$held" = "$(number_of state)" ] || { echo -; return; }
  once_of state checksum_of_lines
}

checksum_of_lines() { sed 1d "$1" | sha256sum | cut -c 1-64; }

head_of_report() {
  digest=-
  # the list of a prober is no state of others
  if [ "$held" != 0 ] && [ -z "$ALWAYS" ]; then digest=$(digest_of_state); fi
  printf 'poort25-report 2\ngeneration %s %s\noutcome %s\nmessage %s\nagent %s %s\nseen %s\nreadback %s %s\n\n' \
    "$held" "$digest" "$outcome" "$(printf '%s' "${message:-$note}" | cut -c 1-400)" "$version" "$(tool)" "$seen" "$sum" "$bytes"
}

# In no file, since a full directory is among what it tells of.
report_text() {
  printf '%s\n\n' "$head"
  case $seen in 0*) ;; *) cat sightings ;; esac
  [ "$bytes" = same ] || cat readback
}

packed_report() { report_text | gzip -1 -n -c; }

# The version of a program from what it says, or "-".
version_in() { # SED-SCRIPT
  set -- "$(sed -n "1$1" 2>/dev/null | tr -dc '0-9A-Za-z.+~-' | cut -c 1-40)"
  printf '%s' "${1:--}"
}

# --- turns ----------------------------------------------------------------------------------------

# After a kill or a reboot: what was under way is finished, what was in force is in force again.
start() {
  scratch
  look_at_states
  look_at_mode
  settle
  if [ -e next ] && ! is_signed next; then
    log "what was under way is damaged, and is asked for again"
    rm -f next
  fi
  if [ -e next ]; then
    finish
  elif [ "$damaged" ] && stands; then
    read_back || : # until the portal has given it anew
  elif ! unchanged && enforcing; then
    if [ -s readback ]; then drift; else restore; fi && owed=restored
  fi
  watch_again
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
  sum_states || { failed "the state cannot be written"; return 4; }
  if load_whole state.new; then
    keep_state
    held=$(number_of state)
    least=$held
    repaired
    confirm "" && owed=applied
  fi
  rm -f next
}

turn() {
  outcome= message= status=0 early=
  asked=$(date +%s)
  [ -z "$woken" ] || recover
  fetch
  if [ "$woken" ]; then
    recover
    fetch
  fi
  keys=0
  while is_change_of_key && [ "$keys" -lt 20 ] && take_key; do
    keys=$((keys + 1))
    etag=
    fetch
  done
  case $code in
    200)
      if is_change_of_key; then
        look
        outcome=refused message=$verdict status=3
      else
        take || status=$?
      fi
      ;;
    204 | 304)
      # another program with the same token was answered instead: none is to ask without a pause
      [ "$(date +%s)" -gt $((asked + 1)) ] || early=1
      look || status=$?
      ;;
    *)
      log "the portal gave no state: $(answered)"
      look
      # nothing to tell but that nothing is new
      case $outcome in kept | observed) return 2 ;; esac
      tell_drift
      report || :
      return 2
      ;;
  esac
  work || status=$?
  tick
  case $outcome in
    kept | observed)
      # it goes on with what it had, but not for ever
      if [ "$worn" ]; then
        failed "$worn"
        outcome=failed status=4
      fi
      ;;
  esac
  case $outcome in
    kept | observed)
      # said before a state comes that cannot be taken
      if ! room; then
        failed "no other state can be taken"
        outcome=failed status=4
      fi
      ;;
  esac
  tell_drift
  report || [ "$status" != 0 ] || status=6
  return "$status"
}

run() {
  pause=0 going=1
  while :; do
    [ -z "$GLANCES" ] || kill -0 "$clock" 2>/dev/null || start_clock
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
  idle=1
  await
  idle=
}

failed() {
  message=$1
  room || message="$1: nothing can be written to the state directory, $(why_no_room)"
  log "$message"
}

why_no_room() {
  free=$(df -P . 2>/dev/null | awk 'NR == 2 { print $4 }')
  if [ "${free:-9}" = 0 ]; then echo "its disk is full"; else echo "it is full, read-only or not ours"; fi
}

# What the code of the last answer means.
answered() {
  [ -z "$mute" ] || { echo "it is not asked: $mute"; return; }
  case $code in
    000) echo "it was not reached, or did not answer to the end" ;;
    401) echo "it refused the token (401), which is unknown, revoked, or not taken from this address" ;;
    *) echo "$code" ;;
  esac
}

log() { printf '%s: %s\n' "$NAME" "$1" >&2; }

usage() {
  log "$1"
  exit 1
}

stop() {
  log "stopped"
  [ -z "$child" ] || kill "$child" 2>/dev/null
  [ -z "$clock" ] || kill "$clock" 2>/dev/null
  exit 0
}

setting() { # NAME REGULAR-EXPRESSION [DEFAULT]
  value_in "$agent_conf" "$@" || usage "agent.conf has no good line \"$1\""
}

value_in() { # FILE NAME REGULAR-EXPRESSION [DEFAULT]
  awk -v name="$2" -v form="^$3\$" -v value="${4:-}" '
    $1 == name { found++; value = $2; if (NF != 2 || value !~ form) found = 9 }
    END { if (found > 1 || value == "") exit 1; print value }' "$1" 2>/dev/null
}

URL='https?://[^@]+'

is_conf() {
  value_in "$1" portal "$URL" >/dev/null && value_in "$1" point '[1-9][0-9]*' >/dev/null && value_in "$1" kind "$KIND" >/dev/null
}

is_token() {
  [ "$(tr -d '\0' <"$1" | grep -c -x -E ' *(--)?header *[ =:] *"Authorization: Bearer [A-Za-z0-9._~+/=-]+" *')" = 1 ]
}

is_key() { openssl pkey -pubin -in "$1" -noout >/dev/null 2>&1; }

# Sets "file" to that one of the configuration; where it is not what it must be, to what it was last.
configured() { # FILE TEST
  name=${1##*/}
  file=$1
  sweep "kept/$name" kept/new
  if [ -f "$1" ] && "$2" "$1"; then
    cmp -s "$1" "kept/$name" || { mkdir -p kept && cp "$1" kept/new && keep kept/new "kept/$name"; } 2>/dev/null || :
    return 0
  fi
  [ -f "kept/$name" ] && "$2" "kept/$name" || return 1
  file=$PWD/kept/$name
  worn="${worn:+$worn; }$1 is missing or damaged, so the one before is used"
  log "$1 is missing or damaged, so the one before is used"
}

# The portal cannot be asked. What is in force is kept in force all the same, if there is anything.
go_mute() { # WHY
  [ -f state ] || usage "$1"
  mute="${mute:+$mute; }$1"
  log "the portal is not asked: $1"
}

# The token goes over TLS, or does not leave this host.
in_clear() {
  case ${POORT25_TOKEN_IN_CLEAR_FOR_TESTS:-} in yes) return 1 ;; esac
  printf '%s\n' "$portal" | grep -q '^http:' &&
    ! printf '%s\n' "$portal" | grep -q -x -E 'http://(localhost|127\.[0-9]+\.[0-9]+\.[0-9]+|\[::1\])(:[0-9]+)?(/.*)?'
}

# A program that is missing is named, and nothing else is blamed for it.
need() { # PROGRAM...
  missing=
  for one; do command -v "$one" >/dev/null 2>&1 || missing="$missing $one"; done
  [ -z "$missing" ] || usage "missing here:$missing"
}

prepare() {
  need awk cat cmp cp curl cut date df flock grep gzip ln mktemp mv openssl readlink rm sed sha256sum sleep stat sync tr wc $NEEDS
  case $(openssl version 2>/dev/null) in
    'OpenSSL '[3-9]*) ;;
    *) usage "openssl is older than 3, or another: it cannot verify what the portal signs" ;;
  esac
  config=${POORT25_CONFIG:-/etc/poort25}
  case $config in /*) ;; *) usage "POORT25_CONFIG is not an absolute path" ;; esac
  case $0 in /*) program=$0 ;; *) program=$PWD/$0 ;; esac
  directory=${POORT25_STATE:-${STATE_DIRECTORY:-/var/lib/poort25}}
  mkdir -p "$directory" && cd "$directory" || usage "there is no state directory"
  # nft keeps the lock when this shell is killed, until what it is loading is loaded
  sweep lock $OWN_FILES $FILES_TOO
  (: >>lock) 2>/dev/null || usage "the state directory cannot be written to"
  exec 9>lock
  flock -w 2 9
  case $? in
    0) ;;
    1) log "another run has the lock"; exit 5 ;;
    *) usage "the lock in the state directory cannot be taken" ;;
  esac
  version=$VERSION.$(sha256sum <"$program" | cut -c 1-8)
  child= clock= going= body= etag= exact= owed= outcome= message= early= woken= idle= ticked= ticks=0 patient=0
  mute= worn= note= damaged= mode=enforce counted=0 held=0 least=0
  configure
  trap stop TERM INT HUP
  trap 'ticked=1' USR1
}

configure() {
  agent_conf=/dev/null portal='' point=0
  if configured "$config/agent.conf" is_conf; then
    agent_conf=$file
    portal=$(setting portal "$URL") || exit 1
    portal=${portal%/}
    point=$(setting point '[1-9][0-9]*') || exit 1
    if in_clear; then
      go_mute "agent.conf has a portal without TLS, so that its token would be read on the way: write https:// in it"
    fi
  else
    go_mute "$config/agent.conf has not the lines portal, point and kind, or others than of a $KIND"
  fi
  curl_conf=$config/curl.conf
  if [ "${CREDENTIALS_DIRECTORY:-}" ] && [ -r "$CREDENTIALS_DIRECTORY/curl.conf" ]; then curl_conf=$CREDENTIALS_DIRECTORY/curl.conf; fi
  if configured "$curl_conf" is_token; then curl_conf=$file; else go_mute "$curl_conf has no line with a token"; fi
  portal_pem=/dev/null
  if configured "$config/portal.pem" is_key; then portal_pem=$file; else go_mute "$config/portal.pem is no public key"; fi
  pin
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
  1check) awk "$GRAMMAR"'{ print (place($0) == "" ? "bad" : "ok") }' ;;
  *) verb "$@" ;;
esac
