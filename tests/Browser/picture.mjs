// The README's picture of a report: node tests/Browser/picture.mjs page.html picture.png. Needs what report.mjs needs.
//
//     ./build.sh Demo          # makes the report of the samples, and says where it is
//     node tests/Browser/picture.mjs /tmp/CustomLabels-samples.html docs/pictures/report.png

import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import { chromium, program } from './browser.mjs';

const [page, picture] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: program, args: ['--no-sandbox'] });
// As wide as a screen, and small enough for a README.
const tab = await browser.newPage({ viewport: { width: 1280, height: 1275 }, deviceScaleFactor: 0.6, colorScheme: 'light' });
await tab.goto(pathToFileURL(resolve(page)).href);
await tab.waitForFunction(() => document.querySelectorAll('.card img').length > 3 && [...document.querySelectorAll('.card img')].every(image => image.complete));
await tab.screenshot({ path: picture });
await browser.close();
