#!/usr/bin/env python3
"""Plays a team at work on a fresh server: two users, their pictures, their triage, and what becomes of a report in the end.

  SALLYPORT_PASSWORD=... examples/team.py [URL]       URL defaults to http://127.0.0.1:8080

Needs Python 3.9 or newer and nothing else, and a server started with --heat-map arena:-100,-100,100,100:32x32.
Signs in as the admin whose password `./sallyport serve` prints (SALLYPORT_USER, default admin), and as another triager when
SALLYPORT_OTHER says name:password. The codes that confirm the two new users stand in the server's terminal; they are asked for, or read
from the file that SALLYPORT_LOG names.
Pictures and files are left in OUT (default: a new temporary folder).
"""
import concurrent.futures
import json
import os
import pathlib
import re
import secrets
import sys
import tempfile
import time
import urllib.error
import urllib.request
import uuid

BASE = sys.argv[1].rstrip("/") if len(sys.argv) > 1 else "http://127.0.0.1:8080"
HERE = pathlib.Path(__file__).resolve().parent
OUT = pathlib.Path(os.environ.get("OUT") or tempfile.mkdtemp(prefix="sallyport-team."))
PATIENCE_SECONDS = 30


class Answer:
    """What a server has answered."""

    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body

    @property
    def json(self):
        return json.loads(self.body)

    def expect(self, status):
        if self.status != status:
            sys.exit(f"UNEXPECTED: HTTP {self.status} instead of {status}: {self.body[:500]!r}")
        return self


def exchange(method, url, data=None, headers=None):
    request = urllib.request.Request(url, data, headers or {}, method=method)
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE_SECONDS) as response:
            return Answer(response.status, response.headers, response.read())
    except urllib.error.HTTPError as refused:
        return Answer(refused.code, refused.headers, refused.read())


def call(method, path, body=None, token=None, **headers):
    """Calls an operation; headers are given with underscores, such as If_Match."""
    sent = {name.replace("_", "-"): value for name, value in headers.items()}
    if token:
        sent["Authorization"] = f"Bearer {token}"
    data = None
    if body is not None:
        sent["Content-Type"] = "application/json"
        data = json.dumps(body).encode()
    return exchange(method, BASE + path, data, sent)


def post_form(form, content):
    """Posts a file straight to the store, with the fields that were signed and in their order."""
    boundary = secrets.token_hex(16)
    parts = [
        f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        for name, value in form["fields"].items()
    ]
    parts.append(
        f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="evidence"\r\n\r\n'.encode()
    )
    body = b"".join(parts) + content + f"\r\n--{boundary}--\r\n".encode()
    headers = {"Content-Type": f"multipart/form-data; boundary={boundary}"}
    exchange("POST", form["url"], body, headers).expect(204)


def until(what, attempt):
    """Asks again until there is an answer."""
    end = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < end:
        answer = attempt()
        if answer:
            return answer
        time.sleep(0.1)
    sys.exit(f"UNEXPECTED: {what}: not within {PATIENCE_SECONDS} seconds")


def confirmation_code(username):
    log = os.environ.get("SALLYPORT_LOG")
    if not log:
        return input(f"  code for {username}, from the server's terminal: ").strip()
    pattern = re.compile(rf"Code\s+(\d+) confirms user {username}\b")
    found = until(f"a code for {username}", lambda: pattern.search(pathlib.Path(log).read_text()))
    return found.group(1)


def sign_in(username, password):
    answer = call("POST", "/auth", {"username": username, "password": password})
    return answer.expect(200).json["accessToken"]


def become_user(name):
    username = f"{name}-{secrets.token_hex(3)}"
    password = secrets.token_urlsafe(18) + "aA1!"
    wish = {"username": username, "password": password, "email": f"{username}@example.org"}
    call("POST", "/auth/register", wish).expect(202)
    again = call("POST", "/auth/register", wish).expect(202)
    early = call("POST", "/auth", {"username": username, "password": password})
    code = confirmation_code(username)
    call("POST", "/auth/confirm", {"username": username, "code": code}).expect(200)
    print(f"  {username}: registered, again {again.status} alike, sign-in before the code {early.status}, confirmed")
    return username, sign_in(username, password)


def jpeg(content):
    """Returns the size of a JPEG and the markers of its application segments and comments."""
    at, extra = 2, []
    while content[at + 1] != 0xDA:
        marker, length = content[at + 1], int.from_bytes(content[at + 2 : at + 4], "big")
        if 0xC0 <= marker <= 0xC2:
            height, width = (int.from_bytes(content[at + n : at + n + 2], "big") for n in (5, 7))
        elif marker in range(0xE1, 0xF0) or marker == 0xFE:
            extra.append(content[at + 4 : at + 10])
        at += 2 + length
    return width, height, extra


def show_avatar(token):
    photograph = (HERE / "evidence/landscape-orientation-6.jpg").read_bytes()
    form = call("POST", "/avatars/key_upload", token=token).expect(200).json
    post_form(form, photograph)

    def avatar():
        shown = call("GET", "/api/profile/me", token=token).expect(200).json.get("avatar")
        return shown and shown["attachmentId"] == form["attachmentId"] and shown["assets"]

    assets = until("an avatar", avatar)
    for side, address in sorted(assets.items(), key=lambda asset: int(asset[0])):
        picture = exchange("GET", address).expect(200)
        width, height, extra = jpeg(picture.body)
        (OUT / f"avatar-{side}.jpg").write_bytes(picture.body)
        print(f"  {width}x{height}, {len(picture.body)} bytes, metadata: {extra or 'none'}, {picture.headers['Cache-Control']}")
        if (width, height) != (int(side), int(side)) or b"Exif" in picture.body:
            sys.exit("UNEXPECTED: that is no clean picture of this size")


def submit(title, token=None, **more):
    report = {"clientReportId": str(uuid.uuid4()), "title": title, "severity": "HIGH", **more}
    return report, call("POST", "/service/reports", report, token).expect(201).json["reportId"]


def comment_at_once(report, tokens, each):
    """Several users write at the same time; returns how many comments there are afterwards."""
    with concurrent.futures.ThreadPoolExecutor(len(tokens)) as pool:
        wishes = [(token, f"{n} of {each}") for n in range(each) for token in tokens]
        path = f"/service/reports/{report}/comments"
        for answer in pool.map(lambda w: call("POST", path, {"text": w[1]}, w[0]), wishes):
            answer.expect(201)
    page, count = "", 0
    while page is not None:
        shown = call("GET", f"{path}?limit=25{page}", token=tokens[0]).expect(200).json
        count += len(shown["comments"])
        page = f"&page={shown['next']}" if "next" in shown else None
    return count


def main():
    password = os.environ.get("SALLYPORT_PASSWORD")
    if not password or "-h" in sys.argv or "--help" in sys.argv:
        sys.exit(__doc__.strip())
    username = os.environ.get("SALLYPORT_USER", "admin")
    admin = sign_in(username, password)

    print("Two people become users:")
    (ada, ada_token), _ = become_user("ada"), become_user("bob")
    refused = call("GET", "/service/reports", token=ada_token)
    print(f"  users are no triagers: GET /service/reports {refused.expect(403).status} {refused.json['code']}")

    print("\nAda sends a photograph that lies on its side (EXIF orientation 6) as her avatar:")
    show_avatar(ada_token)

    print("\nAda's profile is changed from version 1, and by somebody late from version 1 as well:")
    for name in ("Ada L.", "late"):
        version = call("GET", "/api/profile/me", token=ada_token).json["version"]
        tag = f'"{version if name != "late" else version - 1}"'
        body = {"display_name": name, "bio": "Counts."}
        answer = call("PUT", "/api/profile/update", body, ada_token, If_Match=tag)
        print(f"  If-Match: {tag}  {answer.status} {answer.json.get('code', answer.json.get('display_name'))}")
        answer.expect(409 if name == "late" else 200)

    print("\nReports come in, and where they happened is counted:")
    report, report_id = submit('=HYPERLINK("https://evil.example","click")', ada_token)
    _, duplicate = submit("It happened to me, too")
    for n in range(60):
        x, y = secrets.randbelow(60) - 70 + n, secrets.randbelow(40) - 50 + n
        submit("Fell through the floor", position={"map": "arena", "x": x, "y": y, "z": 0})
    path = "/service/heatmaps/arena"
    counted = lambda: call("GET", path, token=admin).expect(200).json["total"] >= 60
    until("a heat map of 60 reports", counted)
    picture = call("GET", path, token=admin, Accept="image/png").expect(200).body
    (OUT / "arena.png").write_bytes(picture)
    print(f"  {path}: 60 reports, {len(picture)} bytes of PNG in arena.png")

    print("\nTwo triagers comment at once, 40 times each:")
    other = sign_in(*os.environ.get("SALLYPORT_OTHER", f"{username}:{password}").split(":", 1))
    print(f"  comments afterwards: {comment_at_once(report_id, [admin, other], 40)}")

    print("\nThe report becomes an issue, and its duplicate counts there:")
    tag = call("GET", "/service/tracker/mapping", token=admin).expect(200).headers["ETag"]
    mapping = {"mode": "MANUAL", "routes": [], "project": "DEMO", "issueType": "Bug", "fields": []}
    mapping |= {"summary": "[severity] [title]", "description": "[description]"}
    call("PUT", "/service/tracker/mapping", mapping, admin, If_Match=tag).expect(200)
    change = {"duplicateOf": report_id}
    call("PATCH", f"/service/reports/{duplicate}", change, admin, If_Match='"1"').expect(200)
    wishes = {"reportIds": [report_id, duplicate, str(uuid.UUID(int=0, version=4))]}
    for result in call("POST", "/service/tracker/issues", wishes, admin).expect(200).json["results"]:
        print("  " + " ".join(str(value) for value in result.values()))
    print("  the report says: " + json.dumps(call("GET", f"/service/reports/{report_id}", token=admin).json["issue"]))

    print("\nThe reports as a file for a spreadsheet, which must not calculate what strangers wrote:")
    export = call("POST", "/service/exports", {"severity": "HIGH"}, admin).expect(202).json["exportId"]

    def done():
        shown = call("GET", f"/service/exports/{export}", token=admin).expect(200).json
        return shown["state"] == "DONE" and shown

    shown = until("an export", done)
    table = exchange("GET", shown["url"]).expect(200).body
    (OUT / "reports.csv").write_bytes(table)
    line = next(line for line in table.decode().splitlines() if "HYPERLINK" in line)
    print(f"  {shown['rows']} rows, {line[line.index('HYPERLINK') - 6:][:52]}...")

    print("\nThe same SLA run is sent twice:")
    late = [{"filename": f"{n}.csv", "creationDate": "2026-11-21T10:15:00Z"} for n in range(3)]
    run = {"sla_error": [{"folder": f"in/{ada}", "sla": 20, "files": late}]}
    for _ in range(2):
        print("  " + call("POST", "/file_sla_error", run, ada_token).expect(200).body.decode())
    listed = call("GET", f"/file_sla_errors?folder=in/{ada}", token=ada_token).expect(200).json["slaErrors"]
    print(f"  the folder has {len(listed)} SLA error")

    print("\nThe report is erased for good:")
    call("DELETE", f"/service/reports/{report_id}", token=admin).expect(202)

    def erased():
        shown = call("GET", f"/service/erasures/{report_id}?limit=100", token=admin).expect(200).json
        return shown["state"] == "DONE" and shown

    removed = until("an erasure", erased)["removed"]
    kinds = sorted({thing["kind"] for thing in removed})
    print("  removed: " + ", ".join(f"{kind} x{sum(t['kind'] == kind for t in removed)}" for kind in kinds))
    again = call("POST", "/service/reports", report, ada_token)
    print(f"  sent again by its sender: {again.expect(410).status} {again.json['code']}")
    print(f"\nPictures and files are in {OUT}")


main()
