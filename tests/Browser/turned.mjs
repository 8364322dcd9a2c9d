// A PNG is shown as it is stored, and its box is on its mark, whatever orientation its eXIf tells a browser.
//
//     node tests/Browser/turned.mjs make folder      # a PNG for each orientation, 1.png to 8.png, and labels.csv with the place of their mark
//     node tests/Browser/turned.mjs check page.html  # looks for the marks in the report of them

import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { constants, crc32, deflateSync, inflateSync } from 'node:zlib';

const [Width, Height] = [60, 30];
const Mark = { left: 6, top: 3, right: 18, bottom: 9 };
const [action, path] = process.argv.slice(2);

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type), data]);
  const length = Buffer.alloc(4);
  const sum = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

// Grey: white, with a black mark.
function png(orientation) {
  const pixels = Buffer.alloc((Width + 1) * Height, 255);
  for (let y = 0; y < Height; y++) {
    pixels[y * (Width + 1)] = 0;
    if (y >= Mark.top && y < Mark.bottom) pixels.fill(0, y * (Width + 1) + 1 + Mark.left, y * (Width + 1) + 1 + Mark.right);
  }

  const size = Buffer.from([0, 0, 0, Width, 0, 0, 0, Height, 8, 0, 0, 0, 0]);
  const exif = Buffer.from([0x49, 0x49, 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0]);
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', size), chunk('eXIf', exif), chunk('IDAT', deflateSync(pixels)), chunk('IEND', Buffer.alloc(0))]);
}

async function check() {
  const { chromium, program } = await import('./browser.mjs');
  const browser = await chromium.launch({ executablePath: program, args: ['--no-sandbox'] });
  const page = await browser.newPage();
  await page.goto(pathToFileURL(resolve(path)).href);
  await page.click('.card');
  let failed = 0;
  for (let orientation = 1; orientation <= 8; orientation++) {
    await page.waitForFunction(name => { const image = document.querySelector('#large-picture img'); return image?.src.endsWith(name) && image.complete; }, `/${orientation}.png`);
    const frame = await page.locator('#large-picture .frame').boundingBox();
    // Its one pixel follows a filter that changes nothing here. Chromium writes it in two pieces.
    const shot = await page.screenshot({ clip: { x: Math.round(frame.x + frame.width * 12 / Width), y: Math.round(frame.y + frame.height * 6 / Height), width: 1, height: 1 } });
    const start = shot.indexOf('IDAT') + 4;
    const isOn = inflateSync(shot.subarray(start, start + shot.readUInt32BE(start - 8)), { finishFlush: constants.Z_SYNC_FLUSH })[1] < 64;
    if (!isOn) failed++;
    console.log(`${isOn ? 'ok    ' : 'FAILED'} orientation ${orientation}: the mark of a PNG is where its box is`);
    await page.keyboard.press('ArrowRight');
  }

  await browser.close();
  process.exit(failed === 0 ? 0 : 1);
}

if (action === 'make') {
  const rows = ['filename,width,height,class,xmin,ymin,xmax,ymax'];
  for (let orientation = 1; orientation <= 8; orientation++) {
    writeFileSync(join(path, `${orientation}.png`), png(orientation));
    rows.push(`${orientation}.png,${Width},${Height},mark,${Mark.left},${Mark.top},${Mark.right},${Mark.bottom}`);
  }

  writeFileSync(join(path, 'labels.csv'), `${rows.join('\n')}\n`);
} else {
  await check();
}
