// Sends a defect report with files: what a web page, an Electron app or a Node script needs, without a library.
//
//   import { sendReport } from "./report.mjs";
//   const report = await sendReport("https://reports.example.org", { title, severity, files, progress });
//
// The files go from here straight to the store, each with its own form; the server sees none of their bytes. report.html beside this
// file is a page that uses it. In Node: node examples/report.mjs URL TITLE FILE...

const TRIES = 5;
const CALL_SECONDS = 30;
const UPLOAD_SECONDS = 1800;
const FINAL = new Set(["CLEAN", "DISARMED", "VALIDATED", "REJECTED", "EXPIRED"]);

/** What the server said, in its own words; `code` is stable, `status` is that of HTTP. */
export class Refused extends Error {
  constructor(status, problem) {
    const mistakes = (problem.errors ?? []).map((error) => `${error.pointer}: ${error.detail}`);
    super([problem.detail ?? problem.title ?? `HTTP ${status}`, ...mistakes].join("\n"));
    this.status = status;
    this.code = problem.code;
  }
}

/**
 * Sends a report and its files.
 *
 * @param server the server's URL
 * @param report {title, description?, severity, build?, platform?, locale?, fields?, files?, progress?}; `files` are File objects,
 *     `progress` is called with ("sent", file) and ("reported", answer)
 * @return {reportId, attachments: [{attachmentId, name, receipt}]}; watch them with `verdict`
 * @throws Refused when the server will not have it; nothing of it is a report then
 */
export async function sendReport(server, { files = [], progress = () => {}, ...report }) {
  // Made before the first attempt, so that however often the report is sent, there is one.
  const clientReportId = crypto.randomUUID();
  const attachments = [];
  for (const file of files) {
    attachments.push(await upload(server, file));
    progress("sent", file);
  }
  const answer = await call(server, "/service/reports", {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      ...(attachments.length > 0 && { "Sallyport-Receipt": attachments.map((one) => one.receipt).join(",") }),
    },
    body: JSON.stringify({ ...report, clientReportId, attachments: attachments.map((one) => one.attachmentId) }),
  });
  progress("reported", answer);
  return { reportId: answer.reportId, attachments };
}

/** Asks for one form at a time: a form lives for minutes, and so a slow line does not outlive the last of many. */
async function upload(server, file) {
  const { receipt, uploads } = await call(server, "/service/upload", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({
      attachments: [{ name: file.name, contentType: file.type || "application/octet-stream", size: file.size }],
    }),
  });
  await post(uploads[0], file);
  return { attachmentId: uploads[0].attachmentId, name: file.name, receipt };
}

/** Posts a file with its form: every field in the order of the answer, the file last, as the store demands. */
async function post(form, file) {
  const body = new FormData();
  for (const [name, value] of Object.entries(form.fields)) {
    body.append(name, value);
  }
  body.append("file", file, "file");
  const answer = await patiently(UPLOAD_SECONDS, (signal) => fetch(form.url, { method: "POST", body, redirect: "error", signal }));
  if (!answer.ok) {
    const code = /<Code>(\w+)<\/Code>/.exec(await answer.text())?.[1] ?? "";
    throw new Refused(answer.status, { code, detail: `The store does not take ${file.name}: ${code || answer.status}` });
  }
}

/**
 * Waits for what becomes of an attachment.
 *
 * @return the attachment as the server shows it; `state` is one of CLEAN, DISARMED, VALIDATED, REJECTED, EXPIRED, or what it was
 *     when the time was over
 */
export async function verdict(server, attachment, { seconds = 60 } = {}) {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const state = await call(server, `/service/attachments/${attachment.attachmentId}`, {
      headers: { "Sallyport-Receipt": attachment.receipt },
    });
    if (FINAL.has(state.state) || Date.now() > end) {
      return state;
    }
    await pause(500);
  }
}

async function call(server, path, request) {
  const answer = await patiently(CALL_SECONDS, (signal) => fetch(new URL(path, server), { ...request, redirect: "error", signal }));
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) {
    throw new Refused(answer.status, body);
  }
  return body;
}

/** Tries again what failed on the way or was asked to wait. Everything sent here may be sent twice: see clientReportId. */
async function patiently(seconds, attempt) {
  for (let tries = 1; ; tries++) {
    const answer = await attempt(AbortSignal.timeout(seconds * 1000)).catch((failure) => failure);
    const passing = answer instanceof Error || answer.status === 429 || answer.status >= 500;
    if (!passing || tries === TRIES) {
      if (answer instanceof Error) {
        throw answer;
      }
      return answer;
    }
    const asked = answer instanceof Error ? NaN : Number(answer.headers.get("Retry-After") ?? NaN);
    const wait = Number.isFinite(asked) ? Math.min(asked, 60) : 2 ** (tries - 1) * (0.5 + Math.random() / 2);
    await pause(wait * 1000);
  }
}

function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

async function main([server, title, ...paths]) {
  if (!title) {
    console.error("usage: node report.mjs URL TITLE [FILE...]");
    return 2;
  }
  const { openAsBlob } = await import("node:fs");
  const { basename } = await import("node:path");
  try {
    const files = await Promise.all(paths.map(async (path) => new File([await openAsBlob(path)], basename(path))));
    const progress = (what, file) => what === "sent" && console.log(`sent ${file.name}`);
    const sent = await sendReport(server, { title, severity: "MEDIUM", files, progress });
    console.log(`report ${sent.reportId}`);
    for (const attachment of sent.attachments) {
      const { state, reason } = await verdict(server, attachment);
      console.log([`${attachment.name}:`, state, reason].filter(Boolean).join(" "));
    }
    return 0;
  } catch (failure) {
    console.error(failure.message);
    return 1;
  }
}

// Run by Node itself rather than imported by a page or a script.
if (globalThis.process?.argv[1]) {
  const { pathToFileURL } = await import("node:url");
  if (import.meta.url === pathToFileURL(process.argv[1]).href) {
    process.exitCode = await main(process.argv.slice(2));
  }
}
