#!/bin/sh
# poort25-relay-agent: makes the tables of this Postfix what the portal has decided.
#
#   poort25-relay-agent run            until it is stopped
#   poort25-relay-agent once           one turn
#   poort25-relay-agent check          says of each line of its input whether it is one of a state: ok or bad
#   poort25-relay-agent render N FILE  that file for the lines of its input, as generation N;
#                                      "render 0 main.cf" has what main.cf needs
#
# To begin with: once the point is to enforce, this makes the tables, in the folder port25 beside
# main.cf, and reports that main.cf does not use them. Then put the lines of port25/main.cf into
# main.cf (Postfix has no word to include a file) and reload; not before, since a daemon that does
# not find its tables is not started again for a minute.
#
# Ends with: 0 all well, 1 usage or configuration, 2 portal not reached, 3 state refused,
#   4 Postfix refused or does not hold what it was given, 5 another run, 6 report not taken.
# Needs sh, bash, awk, sed, sort, cmp, sha256sum, gzip, curl, openssl 3, Postfix 3.5, flock (util-linux), coreutils.
# Tried with dash 0.5.12, bash 5.2, mawk 1.3.4 (2020), curl 7.88, openssl 3.0 and Postfix 3.7.11; what a
# line is also with gawk 5.2, BWK awk (2025) and busybox awk 1.37. Others are only expected to work.
#
# Configuration, in /etc/poort25 or $POORT25_CONFIG:
#   agent.conf   lines "portal https://portal.example", "point 7", "kind relay"
#   curl.conf    header = "Authorization: Bearer ..."   mode 0600, so that no token is an argument
#   portal.pem   the public key (Ed25519) that states are signed with
#
# Beside main.cf: port25.d has a directory for each of the last generations, port25 is a link to
# the one in force. All tables change at once with it, and smtpd opens them anew at the reload. They
# are indexed by postmap, as default_database_type of main.cf has it (hash, btree or lmdb), so that
# smtpd reads what it needs of them only. It writes no other file there: main.cf and master.cf stay
# the administrator's.
#
# A change of few lines is made in a copy of these tables, which then takes their place: only the
# rows of the names that changed are put, and asked for. Such a folder has no texts of its tables, only
# what postmap has made: "postmap -s lmdb:/etc/postfix/port25/transport" shows the rows. The whole is
# written anew after a change of many lines, of the store or of the postmaster, and where anything is not
# as it was left.
#
# In the state directory: "ask" has what one SMTP dialogue is to show after a change, "otherwise"
# what it showed instead; "seen" what the tables answered last, after what that rests on; "inspected"
# when all of them were asked last, which is once a day and after a start, beside the turns.
NAME=poort25-relay-agent
KIND=relay
TARGET=RELAY
THING='the folder port25'
USAGE='run | once | check | render GENERATION FILE'
NEEDS='bash ls postconf postfix postmap sort stat'
ALWAYS=
KNOWS=postmaster
GLANCES=
FILES_TOO='ask ask.new otherwise seen seen.new not.used lines said said.sorted due.rows due.denied tried answered postfix.err check.err inspected'

# place(line) is the first word, "" for a malformed line; "word" has all of them. What IDNA says of
# the letters behind xn-- is the portal's to judge: to Postfix a name is the bytes that it is.
LINES='
function name(text,   label, labels, i) {
  labels = split(text, label, ".")
  if (labels < 2 || length(text) > 253) return 0
  for (i = 1; i <= labels; i++) {
    if (label[i] !~ /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/ || length(label[i]) > 63) return 0
    if (label[i] ~ /^..--/ && label[i] !~ /^xn--./) return 0
  }
  return label[labels] !~ /^[0-9]/
}
function local(text,   atom) { # at the start of a line of a table # makes a comment
  atom = "[a-z0-9!#$%&\047*+/=?^_`{|}~-]+"
  return length(text) <= 64 && text !~ /^#/ && text ~ ("^" atom "(\\." atom ")*$")
}
function place(line,   i) {
  words = split(line, word, "[ ]")
  if (word[1] == "deny")
    return words == 3 && cidr(word[2]) && length(word[3]) <= 17 && word[3] ~ /^AB-[0-9][0-9][0-9][0-9]-[0-9][0-9][0-9][0-9]+$/ ? "deny" : ""
  if (word[1] == "mailstore") return words == 2 && name(word[2]) ? "mailstore" : ""
  if (word[1] == "store") return hosts(2) ? "store" : ""
  if (word[1] == "recipient" || word[1] == "postmaster") {
    i = index(word[2], "@")
    return words == 2 && i && local(substr(word[2], 1, i - 1)) && name(substr(word[2], i + 1)) ? word[1] : ""
  }
  return word[1] == "domain" && name(word[2]) && hosts(3) ? "domain" : ""
}
function hosts(first,   i, j) { # 1 to 10 different addresses from that word on
  for (i = first; i <= words; i++) {
    if (!cidr(word[i]) || !host) return 0
    for (j = first; j < i; j++) if (word[j] == word[i]) return 0
  }
  return words >= first && words < first + 10
}
'

# --- the tables -----------------------------------------------------------------------------------

FILES='aliases denied.cidr main.cf relay_domains relay_recipients transport verified_domains'

INDEXED='aliases relay_domains relay_recipients transport verified_domains'

# unicode(ascii) is that name in U-labels (RFC 3492), as mail with SMTPUTF8 has it; "" for a name
# that has none, and for one with a sharp s or a final sigma: Postfix folds these to ss and to the
# other sigma, which is another name.
UNICODE='
function unicode(ascii,   label, labels, i, text, found) {
  if (ascii !~ /xn--/) return ""
  labels = split(ascii, label, ".")
  for (i = 1; i <= labels; i++) {
    if (label[i] ~ /^xn--/) {
      found = decoded(substr(label[i], 5))
      if (found == "") return ""
      label[i] = found
    }
    text = text (i > 1 ? "." : "") label[i]
  }
  return text
}
function decoded(code,   n, i, bias, points, point, at, from, weight, k, digit, least, j, text) {
  for (at = length(code); at > 0 && substr(code, at, 1) != "-"; at--);
  for (j = 1; j < at; j++) point[++points] = index(ASCII, substr(code, j, 1)) + 32
  n = 128; i = 0; bias = 72
  for (at++; at <= length(code); ) {
    from = i; weight = 1
    for (k = 36; ; k += 36) {
      if (at > length(code)) return ""
      digit = index(DIGITS, substr(code, at++, 1)) - 1
      i += digit * weight
      if (digit < 0 || i > 1e9) return ""
      least = k <= bias ? 1 : k >= bias + 26 ? 26 : k - bias
      if (digit < least) break
      weight *= 36 - least
    }
    points++
    bias = adapted(i - from, points, !from)
    n += int(i / points)
    i %= points
    if (n < 161 || n == 223 || n == 962 || n > 1114111 || (n >= 55296 && n <= 57343)) return ""
    for (j = points; j > i + 1; j--) point[j] = point[j - 1]
    point[++i] = n
  }
  for (j = 1; j <= points; j++) text = text utf8(point[j])
  return n > 128 ? text : ""
}
function adapted(delta, points, first,   k) {
  delta = int(delta / (first ? 700 : 2))
  delta += int(delta / points)
  for (; delta > 455; k += 36) delta = int(delta / 35)
  return k + int(36 * delta / (delta + 38))
}
function utf8(n) {
  if (n < 128) return sprintf("%c", n)
  if (n < 2048) return sprintf("%c%c", 192 + int(n / 64), 128 + n % 64)
  if (n < 65536) return sprintf("%c%c%c", 224 + int(n / 4096), 128 + int(n / 64) % 64, 128 + n % 64)
  return sprintf("%c%c%c%c", 240 + int(n / 262144), 128 + int(n / 4096) % 64, 128 + int(n / 64) % 64, 128 + n % 64)
}
BEGIN {
  DIGITS = "abcdefghijklmnopqrstuvwxyz0123456789"
  for (c = 33; c < 127; c++) ASCII = ASCII sprintf("%c", c)
}
'

# know(line) is called for every line, and then rows(line); that calls row(table, key, value) for
# every row of every table, in the order of the lines.
ROWS=$UNICODE'
function relay(first,   i, text) {
  for (i = first; i <= words; i++) text = text (i == first ? "relay:" : ", ") "[" word[i] "]:25"
  return text
}
function rows(line,   kind, at) {
  kind = place(line)
  if (kind == "deny") {
    row("denied.cidr", word[2] (word[2] ~ /\// ? "" : word[2] ~ /:/ ? "/128" : "/32"),
      "550 5.7.1 Access to this relay is denied: case " word[3])
  } else if (kind == "recipient") {
    at = index(word[2], "@")
    both("relay_recipients", substr(word[2], 1, at), substr(word[2], at + 1), "OK")
  } else if (kind == "domain" || kind == "mailstore") {
    both("relay_domains", "", word[2], "OK")
    both("transport", "", word[2], kind == "domain" ? relay(3) : store == "" ? "retry:4.3.5 no mail store is named" : store)
    if (!(word[2] in known)) {
      both("relay_recipients", "@", word[2], "OK")
      both("verified_domains", "", word[2], "reject_unverified_recipient")
    } else if (postmaster != "") {
      if (!(("postmaster@" word[2]) in boxes)) both("aliases", "postmaster@", word[2], postmaster)
      if (!(("abuse@" word[2]) in boxes)) both("aliases", "abuse@", word[2], postmaster)
    }
  }
  return kind
}
function both(table, box, ascii, value,   text) { # the name in each way to write it
  row(table, box ascii, value)
  text = unicode(ascii)
  if (text != "") row(table, box text, value)
}
function know(line,   one) {
  if (line ~ /^recipient /) {
    one = substr(line, 11)
    boxes[one] = 1
    known[substr(one, index(one, "@") + 1)] = 1
  }
  if (line ~ /^postmaster / && place(line) != "") postmaster = word[2]
  if (line ~ /^store / && place(line) != "") store = relay(2)
}
'

# Of a file with the generation in its first line, then the lines.
tables() { # FILE DIRECTORY
  awk -v directory="$2" -v indexed="$INDEXED" "$GRAMMAR$ROWS"'
    function row(table, key, value) { print key " " value > (directory "/" table) }
    NR == 1 {
      if ($0 !~ /^generation [0-9]+$/) exit wrong = 1
      tables = split("denied.cidr " indexed, table, " ")
      for (i = 1; i <= tables; i++) print "# Poort 25, " $0 > (directory "/" table[i])
      next
    }
    { if (place($0) == "") exit wrong = 1; line[++lines] = $0; know($0) }
    END {
      if (wrong || NR == 0) exit 1
      for (i = 1; i <= lines; i++) rows(line[i])
    }' "$1" && main_cf "$(number_of "$1")" >"$2/main.cf"
}

main_cf() { # GENERATION
  cat <<END
# Poort 25, generation $1: what main.cf needs to use the tables beside this file,
# all of which but denied.cidr are to be indexed by postmap
relay_domains = \${default_database_type}:\${config_directory}/port25/relay_domains
parent_domain_matches_subdomains = debug_peer_list, fast_flush_domains, mynetworks, \
permit_mx_backup_networks, qmqpd_authorized_clients, smtpd_access_maps
transport_maps = \${default_database_type}:\${config_directory}/port25/transport
relay_recipient_maps = \${default_database_type}:\${config_directory}/port25/relay_recipients
smtpd_relay_restrictions = check_client_access cidr:\${config_directory}/port25/denied.cidr, \
permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination
smtpd_recipient_restrictions = check_recipient_access \
\${default_database_type}:\${config_directory}/port25/verified_domains
virtual_alias_maps = \${default_database_type}:\${config_directory}/port25/aliases
unverified_recipient_reject_code = 550
address_verify_negative_refresh_time = 60s
address_verify_negative_expire_time = 120s
END
}

# What main.cf has otherwise than port25/main.cf without any table being unused by it: nothing is
# wrong with what is relayed then, so it is told and no more. A shorter time is as good.
advice() {
  main_cf 0 | sed -n '/^unverified_\|^address_verify_/s/ = / /p' | while read -r parameter wanted; do
    value=$(postconf -hx "$parameter" 2>/dev/null) || continue
    awk -v value="$value" -v wanted="$wanted" '
      function seconds(text) {
        return substr(text, 1, length(text) - 1) * (text ~ /w$/ ? 604800 : text ~ /d$/ ? 86400 : text ~ /h$/ ? 3600 : text ~ /m$/ ? 60 : 1)
      }
      function time(text) { return text ~ /^[0-9]+$/ ? text + 0 : text ~ /^[0-9]+[smhdw]$/ ? seconds(text) : 1e9 }
      BEGIN { exit !(wanted ~ /s$/ ? time(value) <= time(wanted) : value == wanted) }' ||
      printf '%s is %s in main.cf, %s in port25/main.cf\n' "$parameter" "$value" "$wanted"
  done | sed -n 1p | tr -dc ' -~\n' | cut -c 1-200
}

# --- read-back ------------------------------------------------------------------------------------

# The lines of "state" that the running tables amount to; with "!" what they answer otherwise. They
# are asked again only where one of them is another file, or was touched: of many names that takes
# a minute, and mostly there is nothing new.
read_back() {
  look_up_type || return 1
  grounds=$(grounds "$postfix/port25") || grounds=
  rests="$grounds $(shape_of state) $version"
  if [ "$grounds" ] && [ "$grounds $(identity_of state)" = "$asked_of" ]; then
    # before they came into force all were asked, or all that are not copies of what had been
    sed 1d state >readback
    note_seen
  elif [ "$grounds" ] && [ "$rests" = "$(sed 1q seen 2>/dev/null)" ]; then
    if [ -e otherwise ] || [ "$rests $(shape_of readback)" != "$(cat "$talk/read" 2>/dev/null)" ]; then sed 1d seen >readback; fi
  elif answers "$postfix/port25" state >readback; then
    note_seen
    note_inspected
  else
    failed "the configuration of Postfix cannot be read"
    return 1
  fi
  asked_of=
  { printf '%s\n' "$rests $(shape_of readback)" >"$talk/read"; } 2>/dev/null || rm -f "$talk/read"
  [ ! -e otherwise ] || cat otherwise >>readback
  sum_up
}

# On a full disk what was seen before gives room, and all are asked again.
note_seen() {
  { { printf '%s\n' "$rests"; cat readback; } >seen.new && mv -f seen.new seen; } 2>/dev/null || rm -f seen.new seen
}

# A checksum of all that an answer rests on besides the lines; nothing where that is in no file.
grounds() { # FOLDER
  used=$(postconf -x relay_domains transport_maps relay_recipient_maps smtpd_recipient_restrictions \
    smtpd_relay_restrictions virtual_alias_maps parent_domain_matches_subdomains 2>postfix.err) || return 1
  files=
  for one in $(printf '%s\n' "$used" | tr ',' ' '); do
    case $one in
      hash:/* | btree:/* | lmdb:/* | texthash:/* | cidr:/* | regexp:/* | pcre:/*)
        one=${one#*:}
        case $one in "$postfix/port25/"*) one=$1/${one#"$postfix/port25/"} ;; esac
        files="$files $one $one.db $one.lmdb"
        ;;
      *:/*) return 1 ;;
    esac
  done
  { printf '%s\n' "$used"; stat -L -c '%i %s %.Y %.Z' $files 2>/dev/null; } | sha256sum | cut -c 1-64
}

# Of a file that gets another name.
identity_of() { stat -L -c '%i %s %.Y' "$1" 2>/dev/null; }

holds_state() {
  THING='the folder port25'
  [ ! -s not.used ] || THING='main.cf lacks lines of port25/main.cf, so that Postfix'
  sed 1d state | cmp -s - readback || return 1
  # so that nobody needs to sum it up again
  { printf '%s\n%s\n' "$(shape_of state)" "$checksum" >"$talk/checksum_of_lines"; } 2>/dev/null || rm -f "$talk/checksum_of_lines"
  ask && return
  cat otherwise >>readback
  sum_up
  return 1
}

# What the tables that main.cf names answer, those of port25 being the ones in that folder. Asked
# for are the keys of the lines and all that the tables have; or, of a difference, those that its names
# had before. Of type cidr postmap lists none, so that file has to be row for row what the lines make as well.
answers() { # FOLDER FILE-OF-LINES [KEYS-BEFORE]
  keys_before=${3:-}
  [ -e "$2" ] && sed 1d "$2" >lines || true >lines
  awk -v indexed="$INDEXED" "$GRAMMAR$ROWS"'
    function row(table, key, value) { print key > ("keys." table) }
    BEGIN { tables = split("denied.cidr " indexed, table, " ")
      for (i = 1; i <= tables; i++) printf "" > ("keys." table[i]) }
    FNR == NR { know($0); next }
    { rows($0) }' lines lines || return 1
  true >said
  true >not.used
  names=$(postconf -hx parent_domain_matches_subdomains 2>postfix.err) || return 1
  case " $(echo "$names" | tr ',' ' ') " in
    *' relay_domains '*) printf '!parent_domain_matches_subdomains has relay_domains\n' >>not.used ;;
  esac
  inquire "$1" relay_domains relay_domains &&
    inquire "$1" transport transport_maps &&
    inquire "$1" relay_recipients relay_recipient_maps &&
    inquire "$1" verified_domains smtpd_recipient_restrictions &&
    inquire "$1" aliases virtual_alias_maps &&
    inquire "$1" denied.cidr smtpd_relay_restrictions || return 1
  if [ ! -s not.used ] && is_as_due "$1"; then
    cat lines
    return
  fi
  awk "$GRAMMAR$ROWS"'
    function row(table, key, value) {
      if (table == "denied.cidr") {
        # of two rows for one client the first answers
        if (said[table, key] !~ /^550 5\.7\.1 Access to this relay is denied: case AB-[0-9-]+$/) holds = 0
        if (file[key " " value]) file[key " " value] = "due"
        else holds = 0
        return
      }
      if (!((table, key) in said) || said[table, key] != value) holds = 0
      else seen[table, key] = 1
    }
    mode == 1 { know($0); next }
    mode == 2 { said[$1, $2] = $3; order[++n] = $1 SUBSEP $2; next }
    mode == 3 { if (!/^#/) { file[$0] = "other"; rule[++m] = $0 }; next }
    { holds = 1; rows($0); if (holds) print }
    END {
      for (i = 1; i <= n; i++) if (!(order[i] in seen)) {
        split(order[i], part, SUBSEP)
        if (part[1] != "denied.cidr") print "!" part[1], part[2], said[order[i]]
      }
      for (i = 1; i <= m; i++) if (file[rule[i]] != "due") print "!denied.cidr", rule[i]
    }' mode=1 lines FS='\t' mode=2 said FS=' ' mode=3 "$(present "$1/denied.cidr")" mode=4 lines || return 1
  cat not.used
}

# Whether what was said is, row for row, what the lines make: mostly it is, and of a million names that
# needs no memory. What is otherwise is then looked for among all that was said.
is_as_due() { # FOLDER
  awk "$GRAMMAR$ROWS"'
    function row(table, key, value) { print table "\t" key "\t" value }
    pass == "know" { know($0); next }
    { rows($0) }' pass=know lines pass=rows lines >due.rows &&
    awk -F '\t' '$1 == "denied.cidr" { print $2, $3 }' due.rows >due.denied &&
    sed '/^#/d' "$(present "$1/denied.cidr")" | cmp -s - due.denied &&
    sort -u -S 64M -T . due.rows -o due.rows && sort -u -S 64M -T . said -o said.sorted && cmp -s due.rows said.sorted
  as_due=$?
  rm -f due.rows due.denied said.sorted
  return "$as_due"
}

present() { if [ -r "$1" ]; then echo "$1"; else echo /dev/null; fi; }

# Adds "TABLE<tab>KEY<tab>ANSWER" to "said", from all tables of the parameter that uses that one.
inquire() { # FOLDER TABLE PARAMETER
  value=$(postconf -hx "$3" 2>postfix.err) || return 1
  case $2 in denied.cidr) type=cidr ;; *) type=$indexed ;; esac
  own="$type:$postfix/port25/$2"
  maps= found=
  for one in $(printf '%s\n' "$value" | tr ',' ' '); do
    case $one in
      "$own") found=1 maps="$maps $type:$1/$2" ;;
      # who is permitted before is not asked about
      permit*) [ "$2" != denied.cidr ] || [ "$found" ] || break ;;
      *:*)
        case $2 in
          # nor is one that another table lets through before
          denied.cidr) [ "$found" ] || printf '!%s asks %s before port25/%s\n' "$3" "$one" "$2" >>not.used ;;
          verified_domains) ;;
          *) case $one in *:/*) maps="$maps $one" ;; esac ;;
        esac
        ;;
    esac
  done
  if [ -z "$found" ]; then
    printf '!%s does not use port25/%s\n' "$3" "$2" >>not.used
    return
  fi
  if [ "$2" = denied.cidr ]; then
    # a row is asked for by its first address: one that Postfix has skipped does not answer
    sed 's,/.*,,' "keys.$2" | sort -u | postmap -q - $maps 2>>postfix.err |
      awk -v table="$2" '
        FNR == NR { answer[$1] = $2; next }
        { address = $0; sub(/\/.*/, "", address) }
        address in answer { print table "\t" $0 "\t" answer[address] }' FS='\t' - FS=' ' "keys.$2" >>said
    return
  fi
  if [ "$keys_before" ]; then cat "$keys_before.$2"; else postmap -s "$type:$1/$2" 2>>postfix.err | cut -f 1; fi |
    sort -u - "keys.$2" >keys
  postmap -q - $maps <keys 2>>postfix.err | sed "s/^/$2	/" >>said
  return 0
}

# --- one dialogue ---------------------------------------------------------------------------------

# What is to be asked after the change from one file of lines to another: for each kind of change
# one recipient. "+" is to be known now; "-" is of no relay domain any more; "~" is unknown now, while
# its name still has others. A client that is denied cannot be played from here.
questions() { # OLD NEW
  awk '
    FNR == 1 { next }
    /^(domain|mailstore) / { name[file, $2] = $0; if (file == 2) names[++n] = $2; else gone[++m] = $2 }
    /^store / { store[file] = $0 }
    /^postmaster / { roles = file == 2 }
    /^recipient / {
      at = substr($2, index($2, "@") + 1)
      box[file, $2] = at
      if (!((file, at) in first)) first[file, at] = $2
      if (file == 2) boxes[++b] = $2; else lost[++l] = $2
    }
    function one(of) { return ((2, of) in first) ? first[2, of] : "postmaster@" of }
    END {
      for (i = 1; i <= n; i++) if (name[2, names[i]] != name[1, names[i]]) { print "+ " one(names[i]); break }
      for (i = 1; i <= n; i++) if (name[1, names[i]] ~ /^mailstore / && store[1] != store[2]) { print "+ " one(names[i]); break }
      for (i = 1; i <= m; i++) if (!((2, gone[i]) in name)) { print "- postmaster@" gone[i]; break }
      for (i = 1; i <= b; i++) if (!((1, boxes[i]) in box) && ((1, box[2, boxes[i]]) in name)) { print "+ " boxes[i]; break }
      for (i = 1; i <= l; i++) {
        of = box[1, lost[i]]
        if (roles && lost[i] ~ /^(abuse|postmaster)@/) continue # has an alias now
        if (!((2, lost[i]) in box) && ((2, of) in first) && ((2, of) in name)) { print "~ " lost[i]; break }
      }
    }' file=1 "$(present "$1")" file=2 "$2"
}

# Asks until all is answered as it should be, for some seconds: smtpd with the old tables may take a
# session more. Leaves what was answered otherwise.
ask() {
  [ -s ask ] && is_running || { rm -f otherwise; return 0; }
  for try in 1 2 3 4 5; do
    # apart, since a server that hangs up would end this shell
    dialogue >answered 9>&- &
    child=$!
    wait "$child"
    child=
    awk -v control="$CONTROL" '
      function denied(said) { return said ~ /^[45][0-9][0-9] .*[Rr]elay access denied/ }
      asked != 1 { answer[$1] = substr($0, length($1) + 2); next }
      { said = answer[$2] }
      # also where the server behind does not answer, or not yet, or does not know the recipient
      $1 == "+" && said ~ /^(25[0-9]|45[0-9]|55[0-9]) / && said !~ /^45[0-9] 4\.3\./ && !denied(said) { next }
      # who may send to all from here sees no difference
      $1 == "-" && (denied(said) || (said != "" && !denied(answer[control]))) { next }
      $1 == "~" && said ~ /^55[0-9] / { next }
      { print "!rcpt", $2, (said == "" ? "no answer" : said) }' answered asked=1 ask >otherwise
    [ -s otherwise ] || break
    rest 1
  done
  [ ! -s otherwise ] || return 1
  if grep -q '^-' ask && ! grep -qi "^$CONTROL .*relay access denied" answered; then
    log "this host may send to all: no dialogue from here shows that a domain is refused"
  fi
  rm -f ask otherwise
}

is_running() { postfix status >/dev/null 2>&1 9>&-; }

# No name: what is said to this recipient is said to all that are not of the relay.
CONTROL=control@poort25.invalid

# RECIPIENT and answer of each, in one session that sends nothing and ends in time.
dialogue() {
  rm -f "$talk/to" "$talk/from"
  mkfifo "$talk/to" "$talk/from"
  # bash for its /dev/tcp: curl as a telnet reads no late answer before it has been given more to send
  timeout 30 bash -c 'exec 5<>"/dev/tcp/$1/25" && { cat <&5 & cat >&5; wait; }' - "$(listener)" <"$talk/to" >"$talk/from" 2>/dev/null &
  client=$!
  exec 3>"$talk/to" 4<"$talk/from"
  if reply && tell "HELO $(postconf -h myhostname)" && tell 'MAIL FROM:<>'; then
    for recipient in $(cut -d ' ' -f 2 ask) "$CONTROL"; do
      tell "RCPT TO:<$recipient>" || break
      printf '%s %s\n' "$recipient" "$said"
    done
    tell RSET && tell QUIT
  fi
  kill "$client" 2>/dev/null
}

tell() {
  printf '%s\r\n' "$1" >&3
  reply
}

reply() { # all lines of it; the last one is in "said"
  while read -r said <&4; do
    said=$(printf '%s' "$said" | tr -dc ' -~')
    case $said in ???-*) ;; *) return 0 ;; esac
  done
  said=
  return 1
}

# Where smtpd listens on this host.
listener() {
  for one in $(postconf -hx inet_interfaces | tr ',' ' '); do
    case $one in
      all | loopback-only | localhost | 127.*) echo 127.0.0.1 ;;
      *:*) echo "$one" | tr -d '[]' ;;
      *) echo "$one" ;;
    esac
    return
  done
}

# --- what only this agent does --------------------------------------------------------------------

# Names a name twice, or as two things: which of the rows holds would be left to chance.
admits() { # whole|delta
  if [ "$1" = delta ]; then
    concern "$talk/state" || return
    judged=$talk/few.new
  else
    consolidate whole "$talk/state" || return
    judged=state.new
  fi
  awk '
    $1 == "store" && stores++ { print "it has two stores"; exit wrong = 1 }
    $1 == "postmaster" && postmasters++ { print "it has two postmasters"; exit wrong = 1 }
    NR > 1 && $1 !~ /^(postmaster|recipient|store)$/ && seen[$1 == "deny" ? $1 : "name", $2]++ {
      if ($1 == "deny") next # two cases of one client: the first is told
      print "it has " $2 " twice"
      exit wrong = 1
    }
    END { exit wrong }' "$judged"
}

# few.old and few.new: the lines of the state that a difference has to do with, before it and after it.
# Those are all of the names that it names, and what is of no name. The rows of a name rest on no others.
concern() { # DIFFERENCE
  awk '
    NR > 6 && /^[-+](domain|mailstore) / { print $2 }
    NR > 6 && /^[-+]recipient / { print substr($2, index($2, "@") + 1) }' "$1" | sort -u >"$talk/named" &&
    { printf 'deny \nstore \npostmaster \n'; cat "$talk/named"; } >"$talk/sought" || return
  {
    sed 1q state
    # finds too much, but in no time
    sed 1d state | grep -F -f "$talk/sought" | awk '
      !sought { named[$1] = 1; next }
      /^(deny|store|postmaster) / || ((/^recipient / ? substr($2, index($2, "@") + 1) : $2) in named)' "$talk/named" sought=1 -
  } >"$talk/few.old" && worked_in "$1" "$talk/few.old" >"$talk/few.new"
}

# Brings few changed lines into force; of others the whole is written anew.
change() {
  if is_small && by_difference; then return 0; fi
  message=
  rm -rf "$postfix/port25.d/new"
  return 1
}

# A row of a table of lmdb takes 0.6 ms to put, and all of them together a hundredth of that.
is_small() {
  many=$(($(wc -l <state) / 100))
  [ "$many" -ge 1000 ] || many=1000
  [ "$(wc -l <next)" -le "$many" ] && ! grep -q -E '^[-+](store|postmaster) ' next
}

by_difference() {
  look_up_type && [ "$(grounds "$postfix/port25")" ] || return 1
  # what others have changed is told, and goes with the rest of the tables
  if ! unchanged; then
    keep_drift
    return 1
  fi
  new=$postfix/port25.d/new
  start_check
  # made here, where a disk that is full of it changes nothing
  consolidate delta next && concern next && rows_between "$talk/few.old" "$talk/few.new" || return 1
  rm -rf "$new"
  held_grounds=$grounds
  (umask 022 && copied "$new" && [ "$(grounds "$postfix/port25")" = "$held_grounds" ] && sed -n '1p; /^deny /p' "$talk/few.new" >"$talk/denials" &&
    tables "$talk/denials" "$new" && with_rows "$new") || return 1
  fresh=$(grounds "$new") && [ "$fresh" ] || return 1
  if ! answers "$new" "$talk/few.new" "$talk/before" >tried || ! sed 1d "$talk/few.new" | cmp -s - tried; then
    log "the tables with the difference do not answer as they should"
    return 1
  fi
  swap_in "$(number_of state.new)" "$talk/few.old" "$talk/few.new" || return 1
  asked_of="$fresh $(identity_of state.new)"
}

# From one file of lines to another, of each table: in put.TABLE the rows that are to be put, in drop.TABLE
# the keys that are to go, and all keys of the first in before.TABLE.
rows_between() { # OLD NEW
  for table in $INDEXED; do
    for one in put drop before; do true >"$talk/$one.$table" || return; done
  done
  awk -v directory="$talk" "$GRAMMAR$ROWS"'
    function row(table, key, value) {
      if (table == "denied.cidr") return
      if (of == "old") {
        had[table, key] = value
        print key > (directory "/before." table)
      } else {
        has[table, key] = 1
        if (!((table, key) in had) || had[table, key] != value) print key " " value > (directory "/put." table)
      }
    }
    function forget() { split("", known); split("", boxes); postmaster = store = "" }
    FNR == 1 { if (pass == "know") forget(); next }
    pass == "know" { know($0); next }
    { rows($0) }
    END {
      for (one in had) if (!(one in has)) {
        split(one, part, SUBSEP)
        print part[2] > (directory "/drop." part[1])
      }
    }' of=old pass=know "$1" pass=rows "$1" of=new pass=know "$2" pass=rows "$2"
}

# The tables in force, in that folder.
copied() { # FOLDER
  case $indexed in lmdb) suffix=lmdb ;; *) suffix=db ;; esac
  mkdir -p "$1" || return
  for table in $INDEXED; do
    cp "$postfix/port25/$table.$suffix" "$1/$table.$suffix" || return
  done
}

# Nobody reads them yet, so that the order does not matter.
with_rows() { # FOLDER
  for table in $INDEXED; do
    rm -f "$1/$table" || return
    if [ -s "$talk/put.$table" ]; then postmap -i -r "$indexed:$1/$table" <"$talk/put.$table" 2>postfix.err 9>&- || return; fi
    if [ -s "$talk/drop.$table" ]; then postmap -d - "$indexed:$1/$table" <"$talk/drop.$table" 2>postfix.err 9>&- || return; fi
  done
}

load_whole() {
  look_up_type || return 1
  new=$postfix/port25.d/new
  rm -rf "$new"
  # smtpd reads the tables as root, but postmap and others may be asked by anyone
  if ! (umask 022 && mkdir -p "$new" && tables "$1" "$new"); then
    failed "the tables cannot be written"
    return 1
  fi
  # where main.cf does not use them, no table and no reload mends that
  if [ -s not.used ] && is_in_place; then return 0; fi
  for table in $INDEXED; do
    if ! postmap "$indexed:$new/$table" 2>postfix.err 9>&-; then
      failed "postmap: $(tail -n 1 postfix.err | tr -dc ' -~' | cut -c 1-200)"
      return 1
    fi
  done
  fresh=$(grounds "$new") || fresh=
  start_check
  # asked before they are in force, so that a table that Postfix reads otherwise never is
  if ! answers "$new" "$1" >tried || { [ ! -s not.used ] && ! sed 1d "$1" | cmp -s - tried; }; then
    failed "Postfix does not read the tables as they were written"
    return 1
  fi
  swap_in "$(number_of "$1")" state "$1" || return 1
  note_inspected
  [ -s not.used ] || asked_of="$fresh $(identity_of "$1")"
}

# Beside what else is done to the new folder.
start_check() {
  postfix check >/dev/null 2>check.err 9>&- &
  checking=$!
}

# Brings the new folder into force, with what is to be asked after that change.
swap_in() { # GENERATION OLD-LINES NEW-LINES
  if ! wait "$checking"; then
    failed "postfix check: $(tail -n 1 check.err | tr -dc ' -~' | cut -c 1-200)"
    return 1
  fi
  folder=$1
  while [ -e "$postfix/port25.d/$folder" ]; do
    case $folder in *.*) folder=$1.$((${folder#*.} + 1)) ;; *) folder=$1.2 ;; esac
  done
  sync "$new"/* 2>/dev/null
  mv -T "$new" "$postfix/port25.d/$folder" || { failed "the folder cannot be named"; return 1; }
  questions "$2" "$3" >ask.new
  # of a restored state nothing is asked but what is still open
  [ -s ask.new ] && keep ask.new ask
  rm -f otherwise
  before=$(readlink "$postfix/port25" || :)
  swap "port25.d/$folder" || { failed "the link port25 cannot be changed"; return 1; }
  if is_running && ! postfix reload >/dev/null 2>postfix.err 9>&-; then
    [ -z "$before" ] || swap "$before"
    failed "postfix reload: $(tail -n 1 postfix.err | tr -dc ' -~' | cut -c 1-200)"
    return 1
  fi
  clean
}

stands() { [ -e "$postfix/port25/denied.cidr" ]; }

# Whether the folder in force has what the new one has.
is_in_place() {
  for one in $FILES; do
    cmp -s "$postfix/port25.d/new/$one" "$postfix/port25/$one" || return 1
  done
}

# There is no moment without it.
swap() {
  ln -sfn "$1" "$postfix/port25.new" && mv -fT "$postfix/port25.new" "$postfix/port25" || return 1
  sync "$postfix" 2>/dev/null || :
}

# The last five stay, to be looked at.
clean() {
  now=$(readlink "$postfix/port25")
  ls -t "$postfix/port25.d" | sed 1,5d | while read -r one; do
    [ "port25.d/$one" = "$now" ] || [ "port25.d/$one" = "$inspecting" ] || rm -rf "$postfix/port25.d/${one:?}"
  done
}

work() {
  inspect || return
  if [ "$message" ]; then return 0; fi
  case $outcome in applied | kept | restored) message=$(advice) ;; esac
}

# Asks all tables once a day and after a start, though no file was touched. Of a million names that takes
# a minute: it is done beside the turns, of the folder in force by then, and a change need not wait.
inspect() {
  now=$(date +%s)
  if [ "$inspecting" ]; then
    [ -e "$inspection/ended" ] || [ "$now" -ge $((began + 3600)) ] || return 0
    end_inspection
    return
  fi
  [ "$outcome" = kept ] && [ "$grounds" ] && enforcing && [ "$held" != 0 ] && is_due || return 0
  if [ -z "$going" ]; then
    rm -f seen
    look
    return
  fi
  inspection=
  if ! { inspecting=$(readlink "$postfix/port25") && inspection=$(mktemp -d "$PWD/inspection.XXXXXX") &&
    cp state "$inspection/state"; } 2>/dev/null; then
    rm -rf "$inspection"
    inspecting= due=$((now + 3600))
    return 0
  fi
  began=$now
  (
    exec 9>&-
    cd "$inspection" || exit
    answers "$postfix/$inspecting" state >answer && mv answer found
    true >ended
  ) >/dev/null 2>&1 &
  renice -n 19 -p "$!" >/dev/null 2>&1 || :
}

# One turn of many starts, so that the file says when.
is_due() {
  [ "$going" ] || due=$(grep -x -E '[0-9]{1,15}' inspected 2>/dev/null) || due=0
  [ "$now" -ge "$due" ] || [ "$due" -gt $((now + 86400)) ]
}

# What it found to be otherwise may be so no longer: then all is asked again, and not beside.
end_inspection() {
  inspecting= due=$((now + 3600))
  if [ -e "$inspection/found" ]; then
    if sed 1d "$inspection/state" | cmp -s - "$inspection/found"; then
      note_inspected
    else
      log "the tables answer otherwise than was read back"
      rm -f seen
    fi
  fi
  rm -rf "$inspection"
  [ -e seen ] || [ "$outcome" != kept ] || look
}

note_inspected() {
  due=$(($(date +%s) + 86400))
  echo "$due" >inspected 2>/dev/null || :
}

# Each time anew: an upgrade may change it under a running agent.
look_up_type() {
  indexed=$(postconf -h default_database_type 2>/dev/null) || :
  case $indexed in
    hash | btree | lmdb) ;;
    *)
      failed "default_database_type of main.cf is not hash, btree or lmdb, whose tables can be read back: $indexed"
      return 1
      ;;
  esac
}

settle() {
  look_up_type || exit 1
  postfix=$(postconf -h config_directory 2>/dev/null) || usage "postconf does not tell where main.cf is"
  asked_of= inspecting= due=0
  rm -rf inspection.*
}

tool() { printf 'postfix %s' "$(postconf -dh mail_version 2>/dev/null | version_in p)"; }

watch() { :; }

watch_again() { :; }

sightings() { seen=0; }

told() { :; }

verb() {
  case $#${1:-} in
    3render)
      case $2 in '' | *[!0-9]*) usage "render takes the number of a generation" ;; esac
      case " $FILES " in *" $3 "*) ;; *) usage "render takes one of: $FILES" ;; esac
      folder=$(mktemp -d) || exit 1
      { printf 'generation %s\n' "$2"; cat; } >"$folder/lines" && tables "$folder/lines" "$folder" && cat "$folder/$3"
      status=$?
      rm -rf "$folder"
      exit "$status"
      ;;
    *) usage "usage: $NAME $USAGE" ;;
  esac
}

