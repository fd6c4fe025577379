// Photographs a second that sharp makes into all sizes of an avatar, on one thread, and the most memory it took:
// node avatar_sharp.mjs PEERS_FOLDER FILE WARM_UP_S ROUND_S ROUNDS
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const [folder, file, warmUp, seconds, rounds] = process.argv.slice(2);
const require = createRequire(join(folder, "package.json"));

function load() {
  try {
    return require("sharp");
  } catch {
    console.log("absent sharp is not installed");
    process.exit(0);
  }
}

const sharp = load();
sharp.concurrency(1);
sharp.cache(false);
const input = readFileSync(file);
let size = 0;

// What Sallyport does: decoded once, upright, the middle of it, no metadata, JPEG at a quality of 90 with chroma at half resolution; the
// smaller sizes come from the largest.
async function avatars() {
  const { data, info } = await sharp(input).autoOrient().resize(512, 512, { fit: "cover" }).raw().toBuffer({ resolveWithObject: true });
  const raw = { width: info.width, height: info.height, channels: info.channels };
  size = 0;
  for (const side of [512, 256, 64]) {
    const image = side === 512 ? sharp(data, { raw }) : sharp(data, { raw }).resize(side, side);
    size += (await image.jpeg({ quality: 90, chromaSubsampling: "4:2:0" }).toBuffer()).length;
  }
}

async function imagesPerSecond(limit) {
  let count = 0;
  const begin = performance.now();
  let elapsed = 0;
  while (elapsed < limit * 1000 || count === 0) {
    await avatars();
    count += 1;
    elapsed = performance.now() - begin;
  }
  return (count * 1000) / elapsed;
}

console.log(`peer sharp ${sharp.versions.sharp}, libvips ${sharp.versions.vips} (Node ${process.versions.node})`);
await imagesPerSecond(Number(warmUp));
for (let i = 0; i < Number(rounds); i++) {
  console.log(`round ${(await imagesPerSecond(Number(seconds))).toFixed(3)}`);
}
console.log(`figure size ${size}`);
console.log(`figure memory ${(process.resourceUsage().maxRSS / 1024).toFixed(3)}`);
