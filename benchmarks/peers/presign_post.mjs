// Presigned POST forms a second by @aws-sdk/s3-presigned-post, on one thread:
// node presign_post.mjs PEERS_FOLDER WARM_UP_S ROUND_S ROUNDS
import { createRequire } from "node:module";
import { join } from "node:path";

const [folder, warmUp, seconds, rounds] = process.argv.slice(2);
const require = createRequire(join(folder, "package.json"));

function load() {
  try {
    return { ...require("@aws-sdk/client-s3"), ...require("@aws-sdk/s3-presigned-post") };
  } catch {
    console.log("absent @aws-sdk/s3-presigned-post is not installed");
    process.exit(0);
  }
}

const { S3Client, createPresignedPost } = load();
const { version } = require("@aws-sdk/s3-presigned-post/package.json");
const client = new S3Client({
  region: "us-east-1",
  credentials: {
    accessKeyId: "AKIAIOSFODNN7EXAMPLE",
    secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
  },
});

async function formsPerSecond(limit) {
  let count = 0;
  const begin = performance.now();
  let elapsed = 0;
  while (elapsed < limit * 1000 || count === 0) {
    // The same form as Sallyport's: exact key, type, encryption and a length range. Fields become
    // exact conditions by themselves.
    const form = await createPresignedPost(client, {
      Bucket: "sallyport-quarantine",
      Key: `attachments/00000000-0000-4000-8000-${(count % 4096).toString(16).padStart(12, "0")}`,
      Fields: { "Content-Type": "image/png", "x-amz-server-side-encryption": "AES256" },
      Conditions: [["content-length-range", 0, 200 * 1024 * 1024]],
      Expires: 300,
    });
    if (!form.fields.Policy) throw new Error("no policy");
    count += 1;
    elapsed = performance.now() - begin;
  }
  return (count * 1000) / elapsed;
}

console.log(`peer @aws-sdk/s3-presigned-post ${version} (Node ${process.versions.node})`);
await formsPerSecond(Number(warmUp));
for (let i = 0; i < Number(rounds); i++) {
  console.log(`round ${(await formsPerSecond(Number(seconds))).toFixed(3)}`);
}
