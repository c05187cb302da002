#!/bin/sh
# follow.sh BASE_URL QUERY STATE_FILE OUTPUT_FILE: appends each event once to OUTPUT_FILE, a line of JSON each.
# Needs curl, jq, and a sync that takes files (GNU, busybox). Whatever ended it: start it again. FOLLOW.md says why.
# INTERVAL: seconds between two rounds (60). ROUNDS: end after so many (0: never).
# STATE_FILE: the address to ask next, and the byte of OUTPUT_FILE behind which are events that may come again.
set -eu
base=${1%/} query=$2 state=$3 output=$4 got=$3.got ids=$3.ids round=0
save() { # first the events, then the state, whole or not at all
    echo "$1 $2" >"$state.new"
    sync "$output" "$state.new"
    mv "$state.new" "$state"
}
: >>"$output"
case "&$query" in *"&from="*) ;; *) query="from=$(date +%s)000${query:+&$query}" ;; esac
[ -s "$state" ] || save "/events?$query&to=settled&order=asc&partial=deny" 0
if [ -n "$(tail -c 1 "$output")" ]; then # a crash has cut the last line
    dd if=/dev/null of="$output" bs=1 seek=$(($(wc -c <"$output") - $(tail -n 1 "$output" | wc -c))) 2>"$got"
fi
while :; do
    read -r url known <"$state"
    while [ -n "$url" ]; do # a stream that was cut goes on at the last address that it has told
        : >"$got"
        tail -c +$((known + 1)) "$output" | jq -n 'reduce inputs.id as $id ({}; .[$id] = 1)' >"$ids"
        status=$(curl -sS --retry 5 --speed-limit 1 --speed-time 60 -H 'Accept: application/x-ndjson' \
            -o "$got" -w '%{http_code}' "$base$url") || true
        [ "$status" = 200 ] || { cat "$got" >&2 && break; } # from the stored address again, in the next round
        jq -Rr --slurpfile ids "$ids" \
            '. as $line | fromjson? | select(.id and $ids[0][.id] != 1) | $line' "$got" >>"$output"
        url=$(jq -Rnr 'last(inputs | fromjson? | .summary // .progress // {} | .next // .follow // empty)' "$got")
        case $url in "") break ;; *[?\&]from=*) from=${url##*[?&]from=} ;;
            *) grep -q '^{"id"' "$got" || sleep "${INTERVAL:-60}" && continue ;; esac # no event: not at once again
        old=$(tail -c +$((known + 1)) "$output" | jq -Rn --argjson from "${from%%&*}" '[label $new | inputs |
            if (fromjson.time[:19] + "Z" | fromdate + 1) * 1000 > $from then break $new
            else utf8bytelength + 1 end] | add // 0')
        save "$url" $((known + old))
        break
    done
    [ $((round += 1)) != "${ROUNDS:-0}" ] || exit 0
    sleep "${INTERVAL:-60}"
done
