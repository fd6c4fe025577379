"""Presigned POST forms a second by boto3, on one thread: presign_boto3.py WARM_UP_S ROUND_S ROUNDS."""

import platform
import sys
import time

try:
    import boto3
    import botocore.client
except ImportError:
    print("absent boto3 is not installed for this python3")
    sys.exit(0)

BUCKET = "sallyport-quarantine"
MAX_BYTES = 200 << 20


def forms_per_second(client, seconds):
    count = 0
    begin = time.perf_counter()
    while (elapsed := time.perf_counter() - begin) < seconds or count == 0:
        # The same form as Sallyport's: exact key, type, encryption and a length range.
        form = client.generate_presigned_post(
            Bucket=BUCKET,
            Key=f"attachments/00000000-0000-4000-8000-{count % 4096:012x}",
            Fields={
                "Content-Type": "image/png",
                "x-amz-server-side-encryption": "AES256",
            },
            Conditions=[
                {"Content-Type": "image/png"},
                {"x-amz-server-side-encryption": "AES256"},
                ["content-length-range", 0, MAX_BYTES],
            ],
            ExpiresIn=300,
        )
        assert form["fields"]["policy"]
        count += 1
    return count / elapsed


def main():
    warm_up, seconds, rounds = float(sys.argv[1]), float(sys.argv[2]), int(sys.argv[3])
    client = boto3.client(
        "s3",
        region_name="us-east-1",
        aws_access_key_id="AKIAIOSFODNN7EXAMPLE",
        aws_secret_access_key="wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
        config=botocore.client.Config(signature_version="s3v4"),
    )
    print(f"peer boto3 {boto3.__version__} (Python {platform.python_version()})")
    forms_per_second(client, warm_up)
    for _ in range(rounds):
        print(f"round {forms_per_second(client, seconds):.3f}", flush=True)


main()
