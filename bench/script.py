#!/usr/bin/env python3
"""What an operator would write: asks the four APIs page by page, one call after the other, sorts, prints.

Usage: script.py URL PROJECT FROM TO, the times in milliseconds; the ids are those of the bench's upstream.
"""

import datetime
import json
import sys
import urllib.parse
import urllib.request

url, project, begin, end = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
CLUSTER = "b075094b-d21a-499a-9006-624089c94402"
REGISTRY = "6f1d7e9a-52c4-4b0e-9d57-3a8c1f20b6e4"
DATABASE = "3d39c18788b54a919bab633874c159dfin07"


def rows(path, rows_in, limit, **parameters):
    """All rows of a list, page by page."""
    offset = 0
    while True:
        query = urllib.parse.urlencode({**parameters, "limit": limit, "offset": offset})
        with urllib.request.urlopen(f"{url}{path}?{query}") as answer:
            page = json.load(answer)[rows_in]
        yield from page
        if len(page) < limit:
            return
        offset += limit


def of_millis(millis):
    return datetime.datetime.fromtimestamp(millis / 1000, datetime.timezone.utc)


def of_text(text):
    return datetime.datetime.fromisoformat(text.replace("Z", "+00:00").replace("+0000", "+00:00"))


def events():
    span = {"start_time": begin, "end_time": end}
    for row in rows(f"/v5/{project}/container/image/events", "data_list", 200, **span):
        yield of_millis(row["time"]), row
    kubernetes = f"/v5/{project}/container/kubernetes/cluster/events"
    for row in rows(kubernetes, "data_list", 200, cluster_id=CLUSTER, **span):
        yield of_millis(row["time"]), row
    for operation in "pull", "delete", "create":
        path = f"/v2/{project}/instances/{REGISTRY}/audit-logs"
        for row in rows(path, "audit_logs", 100, operation=operation):
            yield of_text(row["op_time"]), row
    seconds = {name: of_millis(millis).strftime("%Y-%m-%dT%H:%M:%S+0000") for name, millis in span.items()}
    for row in rows(f"/v3/{project}/instances/{DATABASE}/audit-logs", "audit_logs", 100, **seconds):
        yield of_text(row["end_time"]), row


for time, row in sorted(events(), key=lambda event: event[0], reverse=True):
    print(json.dumps({"time": time.isoformat(), **row}))
