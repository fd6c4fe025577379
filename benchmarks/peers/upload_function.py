"""The upload function as somebody would write it with boto3: signs one POST form and stores its grant.

upload_function.py             asks the Runtime API for events, until it is ended
upload_function.py --describe  names it and the folders that a package would bring
"""

import sys

if "--describe" in sys.argv:
    import importlib.util
    import os
    import platform

    if importlib.util.find_spec("boto3") is None:
        print("absent boto3 is not installed for this python3")
        sys.exit(0)
    import boto3

    print(f"peer boto3 {boto3.__version__} (Python {platform.python_version()})")
    print(f"program {sys.executable}")
    for name in ("boto3", "botocore", "s3transfer", "jmespath", "dateutil", "urllib3"):
        print(f"files {os.path.dirname(importlib.util.find_spec(name).origin)}")
    sys.exit(0)

import hashlib
import http.client
import json
import os
import secrets
import time
import uuid
from datetime import datetime, timezone

import boto3
import botocore.client

TABLE = os.environ["UPLOAD_TABLE"]
BUCKET = os.environ["UPLOAD_BUCKET"]
MAX_BYTES = 200 << 20
LIFE = 300
HOUR = 3600

s3 = boto3.client("s3", config=botocore.client.Config(signature_version="s3v4"))
tables = boto3.client("dynamodb")


def text(seconds):
    return datetime.fromtimestamp(seconds, timezone.utc).isoformat()


def grant(attachment, receipt, client, now):
    """The same three items as Sallyport's: the client's quota, the quarantine's reserve, the attachment."""
    window = now // HOUR * HOUR
    quota = {
        "TableName": TABLE,
        "Key": {"id": {"S": f"quota#{client}#{window}"}},
        "UpdateExpression": "SET #expires = :expires ADD #objects :objects, #bytes :bytes",
        "ConditionExpression": "attribute_not_exists(#objects)"
        " OR (#objects <= :mostObjects AND #bytes <= :mostBytes)",
        "ExpressionAttributeNames": {
            "#expires": "expiresAt",
            "#objects": "grantedObjects",
            "#bytes": "grantedBytes",
        },
        "ExpressionAttributeValues": {
            ":objects": {"N": "1"},
            ":bytes": {"N": str(MAX_BYTES)},
            ":expires": {"N": str(window + 25 * HOUR)},
            ":mostObjects": {"N": "399"},
            ":mostBytes": {"N": str(400 * MAX_BYTES)},
        },
    }
    reserve = {
        "TableName": TABLE,
        "Key": {"id": {"S": f"reserve#peer{ord(attachment[0]) % 8}"}},
        "UpdateExpression": "ADD #bytes :bytes",
        "ConditionExpression": "attribute_not_exists(#bytes) OR #bytes <= :most",
        "ExpressionAttributeNames": {"#bytes": "reservedBytes"},
        "ExpressionAttributeValues": {
            ":bytes": {"N": str(MAX_BYTES)},
            ":most": {"N": str(1000 * MAX_BYTES)},
        },
    }
    put = {
        "TableName": TABLE,
        "ConditionExpression": "attribute_not_exists(id)",
        "Item": {
            "id": {"S": f"attachment#{attachment}"},
            "revision": {"N": "0"},
            "encrypted": {"BOOL": True},
            "maxBytes": {"N": str(MAX_BYTES)},
            "account": {"S": client},
            "receiptHash": {"S": hashlib.sha256(receipt.encode()).hexdigest()},
            "grantedAt": {"S": text(now)},
            "formExpiresAt": {"S": text(now + LIFE)},
            "state": {"S": "GRANTED"},
        },
    }
    return [{"Update": quota}, {"Update": reserve}, {"Put": put}]


def handle(event):
    wanted = json.loads(event["body"])
    if wanted["encryptedPosts"] != 1:
        return {"statusCode": 400, "body": "{}"}
    attachment = str(uuid.uuid4())
    receipt = secrets.token_urlsafe(32)
    client = event["requestContext"]["http"]["sourceIp"]
    tables.transact_write_items(
        TransactItems=grant(attachment, receipt, client, int(time.time())),
        ClientRequestToken=str(uuid.uuid4()),
    )
    form = s3.generate_presigned_post(
        Bucket=BUCKET,
        Key=f"attachments/{attachment}",
        Fields={"x-amz-server-side-encryption": "AES256"},
        Conditions=[
            {"x-amz-server-side-encryption": "AES256"},
            ["content-length-range", 0, MAX_BYTES],
        ],
        ExpiresIn=LIFE,
    )
    upload = {"attachmentId": attachment, "encrypted": True, **form}
    return {
        "statusCode": 200,
        "headers": {"content-type": "application/json"},
        "body": json.dumps({"receipt": receipt, "uploads": [upload]}),
    }


def main():
    api = http.client.HTTPConnection(os.environ["AWS_LAMBDA_RUNTIME_API"])
    path = "/2018-06-01/runtime/invocation/"
    while True:
        api.request("GET", path + "next")
        event = api.getresponse()
        body = event.read()
        request = event.headers["Lambda-Runtime-Aws-Request-Id"]
        try:
            answer, end = handle(json.loads(body)), "/response"
        except Exception as e:  # reported, as every runtime does
            answer, end = {"errorType": type(e).__name__, "errorMessage": str(e)}, "/error"
        api.request("POST", path + request + end, json.dumps(answer, separators=(",", ":")))
        api.getresponse().read()


main()
