#!/usr/bin/env python3
"""Proves with boto3 that the embedded store is an S3 to others and a closed door to forgers.

    ./sallyport serve --store-keys keys.json
    examples/boto3_forms.py keys.json

The file holds {"endpoint", "region", "buckets", "uploader": {"accessKeyId", "secretAccessKey"}, "reader": {...}}.
boto3 signs forms with the uploader's key and URLs with the reader's; then every field, every parameter and the signature
is changed in turn, and each change has to be refused with the code that S3 documents. Prints a table; ends with status 1
when any answer was a surprise. Needs boto3. What it uploads is nobody's attachment: the bucket's lifecycle removes it.
"""

import base64
import json
import re
import sys
import uuid
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

import boto3
import urllib3
from botocore.config import Config

CONTENT = b"written by boto3\n"
HTTP = urllib3.PoolManager(retries=False, timeout=10)
DENIED = {"AccessDenied"}
UNSIGNED = {"SignatureDoesNotMatch"}


class Table:
    """Collects what was asked, expected and answered."""

    def __init__(self):
        self.surprises = 0

    def check(self, what, expected, answer):
        status, code = answer
        surprise = code not in expected and str(status) not in expected
        self.surprises += surprise
        print(f"  {'UNEXPECTED' if surprise else 'ok':<11}{what:<52}{status} {code}")


def client(keys, identity, secret=None):
    key = keys[identity]
    return boto3.client(
        "s3",
        endpoint_url=keys["endpoint"],
        region_name=keys["region"],
        aws_access_key_id=key["accessKeyId"],
        aws_secret_access_key=secret or key["secretAccessKey"],
        config=Config(signature_version="s3v4", s3={"addressing_style": "path"}),
    )


def answer_of(response):
    code = re.search(rb"<Code>(\w+)</Code>", response.data)
    return response.status, code.group(1).decode() if code else ""


def post(form, fields=None, content=CONTENT, url=None):
    parts = list((fields if fields is not None else form["fields"]).items())
    parts.append(("file", ("evidence.txt", content, "text/html")))
    return answer_of(HTTP.request("POST", url or form["url"], fields=parts))


def presigned_form(s3, bucket="quarantine", key=None, seconds=300):
    fields = {"Content-Type": "text/plain", "x-amz-server-side-encryption": "AES256"}
    conditions = [{name: value} for name, value in fields.items()]
    conditions.append(["content-length-range", 1, 1000])
    key = key or f"attachments/{uuid.uuid4()}"
    return s3.generate_presigned_post(bucket, key, Fields=fields, Conditions=conditions, ExpiresIn=seconds)


def changed(value):
    """Another value of the same length, so that nothing but the signature can tell."""
    last = value[-1]
    return value[:-1] + ("0" if last != "0" else "1")


def forms(keys, table):
    print("Presigned POST")
    form = presigned_form(client(keys, "uploader"))
    fields = form["fields"]
    table.check("as boto3 signed it", {"204"}, post(form))

    for name in fields:
        expected = DENIED
        if name in ("x-amz-signature", "policy"):
            expected = UNSIGNED
        elif name in ("x-amz-algorithm", "x-amz-credential"):
            expected = {"InvalidArgument"}
        elif name == "x-amz-date":
            # The last character is the letter of the time zone.
            expected = {"InvalidArgument"}
        table.check(f"{name} changed", expected, post(form, fields | {name: changed(fields[name])}))
        without = {other: value for other, value in fields.items() if other != name}
        needed = name == "key" or name == "policy" or name.startswith("x-amz-") and "encryption" not in name
        table.check(f"{name} removed", {"InvalidArgument"} if needed else DENIED, post(form, without))

    policy = json.loads(base64.b64decode(fields["policy"]))
    for condition in policy["conditions"]:
        if isinstance(condition, list) and condition[0] == "content-length-range":
            condition[2] = 10**9
    forged = base64.b64encode(json.dumps(policy).encode()).decode()
    table.check("policy with a larger range", UNSIGNED, post(form, fields | {"policy": forged}))
    table.check("a field more", DENIED, post(form, fields | {"x-amz-meta-more": "1"}))
    table.check("a redirect more", DENIED, post(form, fields | {"success_action_redirect": "https://example.com/"}))
    table.check("a file too large", {"EntityTooLarge"}, post(form, content=b"x" * 1001))
    table.check("a file too small", {"EntityTooSmall"}, post(form, content=b""))
    for bucket in ("clean", "assets", "nowhere"):
        url = form["url"].removesuffix("quarantine") + bucket
        table.check(f"posted to {bucket}", DENIED, post(form, url=url))
    table.check("expired", DENIED, post(presigned_form(client(keys, "uploader"), seconds=-1)))
    table.check("signed with another secret", UNSIGNED,
                post(presigned_form(client(keys, "uploader", secret="x" * 40))))
    table.check("signed by the reader", DENIED, post(presigned_form(client(keys, "reader"))))
    for bucket in ("clean", "assets"):
        table.check(f"signed by the uploader for {bucket}", DENIED,
                    post(presigned_form(client(keys, "uploader"), bucket=bucket)))
    table.check("used a second time", {"204"}, post(form))
    return fields["key"]


def ask(method, url):
    return answer_of(HTTP.request(method, url))


def with_parameter(url, name, value):
    parts = urlsplit(url)
    query = dict(parse_qsl(parts.query, keep_blank_values=True))
    if value is None:
        query.pop(name)
    else:
        query[name] = value
    return urlunsplit(parts._replace(query=urlencode(query)))


def urls(keys, table, uploaded):
    reader = client(keys, "reader")
    key = f"tools/{uuid.uuid4()}"
    # Without the sanitizer's key nothing can be put: then a 404 shows that the signature was believed.
    found = {"NoSuchKey"}
    if "sanitizer" in keys:
        found = {"200"}
        print("Presigned PUT")
        sanitizer = client(keys, "sanitizer")
        url = sanitizer.generate_presigned_url("put_object", {"Bucket": "clean", "Key": key}, ExpiresIn=300)
        table.check("as boto3 signed it", {"200"}, answer_of(HTTP.request("PUT", url, body=CONTENT)))
        table.check("signature changed", UNSIGNED, answer_of(HTTP.request("PUT", changed(url), body=CONTENT)))
        url = sanitizer.generate_presigned_url("put_object", {"Bucket": "quarantine", "Key": key}, ExpiresIn=300)
        table.check("to quarantine", DENIED, answer_of(HTTP.request("PUT", url, body=CONTENT)))

    print("Presigned GET")
    overrides = {"ResponseContentType": "text/plain", "ResponseContentDisposition": "attachment; filename=a.txt"}
    url = reader.generate_presigned_url("get_object", {"Bucket": "clean", "Key": key} | overrides, ExpiresIn=300)
    table.check("as boto3 signed it", found, ask("GET", url))
    if "sanitizer" in keys:
        same = HTTP.request("GET", url).data == CONTENT
        table.check("bytes are those that were put", {"True"}, (same, ""))
    for name, value in parse_qsl(urlsplit(url).query):
        expected = UNSIGNED
        if name in ("X-Amz-Algorithm", "X-Amz-Credential", "X-Amz-Date"):
            expected = {"AuthorizationQueryParametersError"}
        elif name == "X-Amz-SignedHeaders":
            expected = DENIED
        table.check(f"{name} changed", expected, ask("GET", with_parameter(url, name, changed(value))))
        expected = {"AuthorizationQueryParametersError"} if name.startswith("X-Amz-") else UNSIGNED
        table.check(f"{name} removed", expected, ask("GET", with_parameter(url, name, None)))
    table.check("a parameter more", UNSIGNED, ask("GET", url + "&versionId=x"))
    table.check("another key", UNSIGNED, ask("GET", url.replace(key, key + "x")))
    table.check("another bucket", UNSIGNED, ask("GET", url.replace("/clean/", "/assets/")))
    table.check("no signature at all", DENIED, ask("GET", url.split("?")[0]))
    table.check("used for DELETE", UNSIGNED, ask("DELETE", url))
    for identity in ("reader", "uploader"):
        url = client(keys, identity).generate_presigned_url(
            "get_object", {"Bucket": "quarantine", "Key": uploaded}, ExpiresIn=300)
        table.check(f"{identity} reads quarantine", DENIED, ask("GET", url))
    url = client(keys, "uploader").generate_presigned_url("put_object", {"Bucket": "clean", "Key": key}, ExpiresIn=300)
    table.check("uploader puts to clean", DENIED, answer_of(HTTP.request("PUT", url, body=CONTENT)))
    url = reader.generate_presigned_url("list_objects_v2", {"Bucket": "clean"}, ExpiresIn=300)
    table.check("reader lists clean", DENIED, ask("GET", url))

    print("Presigned HEAD")
    url = reader.generate_presigned_url("head_object", {"Bucket": "clean", "Key": key}, ExpiresIn=300)
    table.check("as boto3 signed it", {"200"} if "sanitizer" in keys else {"404"}, ask("HEAD", url))
    table.check("signature changed", {"403"}, ask("HEAD", changed(url)))


def main():
    if len(sys.argv) != 2 or sys.argv[1] in ("-h", "--help"):
        print(__doc__)
        return 2
    with open(sys.argv[1], encoding="utf-8") as file:
        keys = json.load(file)
    table = Table()
    uploaded = forms(keys, table)
    urls(keys, table, uploaded)
    print(f"{table.surprises} unexpected answers")
    return 1 if table.surprises else 0


if __name__ == "__main__":
    sys.exit(main())
