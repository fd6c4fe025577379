// The upload function as somebody would write it with the AWS SDK for JavaScript: signs one POST form and stores its grant.
// Run from a folder that has the packages it needs, as they are or bundled with it.
// node upload_function.mjs            asks the Runtime API for events, until it is ended
// node upload_function.mjs --describe names it and the folders that a package would bring
import { DynamoDBClient, TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { createPresignedPost } from "@aws-sdk/s3-presigned-post";
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { join } from "node:path";

const { UPLOAD_TABLE: TABLE, UPLOAD_BUCKET: BUCKET } = process.env;
const MAX_BYTES = 200 * 1024 * 1024;
const LIFE = 300;
const HOUR = 3600;
const s3 = new S3Client({});
const tables = new DynamoDBClient({});

function manifest(place) {
  return JSON.parse(readFileSync(join(place, "package.json"), "utf8"));
}

// All that the three need, and nothing that other peers brought.
function describe(folder) {
  const found = new Set();
  const walk = (name, from) => {
    const places = [join(from, "node_modules", name), join(folder, "node_modules", name)];
    const here = places.find((place) => existsSync(join(place, "package.json")));
    if (!here || found.has(here)) return;
    found.add(here);
    for (const next of Object.keys(manifest(here).dependencies ?? {})) walk(next, here);
  };
  walk("@aws-sdk/client-dynamodb", folder);
  walk("@aws-sdk/client-s3", folder);
  walk("@aws-sdk/s3-presigned-post", folder);
  const { version } = manifest(join(folder, "node_modules", "@aws-sdk", "client-dynamodb"));
  console.log(`peer AWS SDK for JavaScript ${version} (Node ${process.versions.node})`);
  console.log(`program ${process.execPath}`);
  const all = [...found];
  for (const one of all.filter((place) => !all.some((other) => place.startsWith(`${other}/`)))) {
    console.log(`files ${one}`);
  }
}

// The same three items as Sallyport's: the client's quota, the quarantine's reserve, the attachment.
function grant(id, receipt, client, now) {
  const window = Math.floor(now / HOUR) * HOUR;
  return [
    {
      Update: {
        TableName: TABLE,
        Key: { id: { S: `quota#${client}#${window}` } },
        UpdateExpression: "SET #expires = :expires ADD #objects :objects, #bytes :bytes",
        ConditionExpression:
          "attribute_not_exists(#objects) OR (#objects <= :mostObjects AND #bytes <= :mostBytes)",
        ExpressionAttributeNames: {
          "#expires": "expiresAt",
          "#objects": "grantedObjects",
          "#bytes": "grantedBytes",
        },
        ExpressionAttributeValues: {
          ":objects": { N: "1" },
          ":bytes": { N: String(MAX_BYTES) },
          ":expires": { N: String(window + 25 * HOUR) },
          ":mostObjects": { N: "399" },
          ":mostBytes": { N: String(400 * MAX_BYTES) },
        },
      },
    },
    {
      Update: {
        TableName: TABLE,
        Key: { id: { S: `reserve#peer${id.charCodeAt(0) % 8}` } },
        UpdateExpression: "ADD #bytes :bytes",
        ConditionExpression: "attribute_not_exists(#bytes) OR #bytes <= :most",
        ExpressionAttributeNames: { "#bytes": "reservedBytes" },
        ExpressionAttributeValues: {
          ":bytes": { N: String(MAX_BYTES) },
          ":most": { N: String(1000 * MAX_BYTES) },
        },
      },
    },
    {
      Put: {
        TableName: TABLE,
        ConditionExpression: "attribute_not_exists(id)",
        Item: {
          id: { S: `attachment#${id}` },
          revision: { N: "0" },
          encrypted: { BOOL: true },
          maxBytes: { N: String(MAX_BYTES) },
          account: { S: client },
          receiptHash: { S: createHash("sha256").update(receipt).digest("hex") },
          grantedAt: { S: new Date(now * 1000).toISOString() },
          formExpiresAt: { S: new Date((now + LIFE) * 1000).toISOString() },
          state: { S: "GRANTED" },
        },
      },
    },
  ];
}

async function handle(event) {
  const wanted = JSON.parse(event.body);
  if (wanted.encryptedPosts !== 1) return { statusCode: 400, body: "{}" };
  const id = randomUUID();
  const receipt = randomBytes(32).toString("base64url");
  const now = Math.floor(Date.now() / 1000);
  await tables.send(
    new TransactWriteItemsCommand({
      TransactItems: grant(id, receipt, event.requestContext.http.sourceIp, now),
      ClientRequestToken: randomUUID(),
    }),
  );
  const form = await createPresignedPost(s3, {
    Bucket: BUCKET,
    Key: `attachments/${id}`,
    Fields: { "x-amz-server-side-encryption": "AES256" },
    Conditions: [["content-length-range", 0, MAX_BYTES]],
    Expires: LIFE,
  });
  return {
    statusCode: 200,
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ receipt, uploads: [{ attachmentId: id, encrypted: true, ...form }] }),
  };
}

function call(agent, method, path, body) {
  const [host, port] = process.env.AWS_LAMBDA_RUNTIME_API.split(":");
  return new Promise((resolve, reject) => {
    const sent = request(
      { host, port, method, agent, path: `/2018-06-01/runtime/invocation/${path}` },
      (answer) => {
        const parts = [];
        answer.on("data", (part) => parts.push(part));
        answer.on("end", () =>
          resolve({ headers: answer.headers, body: Buffer.concat(parts).toString("utf8") }),
        );
      },
    );
    sent.on("error", reject);
    sent.end(body);
  });
}

async function serve() {
  const agent = new Agent({ keepAlive: true });
  for (;;) {
    const next = await call(agent, "GET", "next");
    const id = next.headers["lambda-runtime-aws-request-id"];
    try {
      const answer = await handle(JSON.parse(next.body));
      await call(agent, "POST", `${id}/response`, JSON.stringify(answer));
    } catch (e) {
      const report = { errorType: e.name, errorMessage: e.message };
      await call(agent, "POST", `${id}/error`, JSON.stringify(report));
    }
  }
}

if (process.argv.includes("--describe")) describe(process.cwd());
else serve();
