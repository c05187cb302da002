#!/usr/bin/env python3
"""follow.py BASE_URL QUERY STATE_FILE OUTPUT_FILE: what follow.sh does, with Python's standard library (3.9)."""
import http.client, itertools, json, os, re, sys, time, urllib.request
interval, base, query, state, output = float(os.environ.get("INTERVAL", 60)), sys.argv[1].rstrip("/"), *sys.argv[2:]
def save(url, known):  # whole or not at all
    with open(state + ".new", "w") as file:
        print(url, known, file=file, flush=True), os.fsync(file.fileno())
    os.replace(state + ".new", state)
def stored(events, known):  # id, second and size of each event from that byte on
    events.seek(known)
    lines = ((json.loads(line), len(line)) for line in events if line.endswith(b"\n"))
    return [(event["id"], event["time"][:19], size) for event, size in lines]
def ask(url, ids, events):  # returns the last address that the stream has told, if any
    told, empty, request = "", True, urllib.request.Request(base + url, headers={"Accept": "application/x-ndjson"})
    try:
        for line in (line for line in urllib.request.urlopen(request, timeout=60) if line.endswith(b"\n")):
            said = json.loads(line)
            events.write(line if "id" in said and said["id"] not in ids else b"")
            end = said.get("summary") or said.get("progress") or {}
            told, empty = end.get("next") or end.get("follow") or told, empty and "id" not in said
            time.sleep(interval if empty and "next" in said.get("summary", {}) else 0)  # not at once again
    except (OSError, http.client.HTTPException) as failure:  # a full disk is met again at the next flush
        print(failure, getattr(failure, "read", bytes)().decode(), file=sys.stderr)
        time.sleep(int(re.match(r"\d*", getattr(failure, "headers", {}).get("Retry-After", ""))[0] or 0))
    return told
if not os.path.exists(state):
    query = query if "&from=" in "&" + query else f"from={time.time_ns() // 10**6}&{query}".rstrip("&")
    save(f"/events?{query}&to=settled&order=asc&partial=deny", 0)
for done in range(int(os.environ.get("ROUNDS", 0))) or itertools.count():
    time.sleep(interval if done else 0)
    (url, known), events, follow = open(state).read().split(), open(output, "a+b"), None
    while url and not follow:  # a stream that was cut goes on at the last address that it has told
        tail = stored(events, int(known))
        events.truncate(int(known) + sum(size for *_, size in tail))  # a crash may have cut the last line
        url = ask(url, {event for event, *_ in tail}, events)
        events.flush(), os.fsync(events.fileno())
        if follow := re.search(r"[?&]from=(\d+)", url):
            second = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(int(follow[1]) // 1000))
            old = itertools.takewhile(lambda event: event[1] < second, stored(events, int(known)))
            save(url, int(known) + sum(size for *_, size in old))
