// Opens reports in Chromium as a user does, and tells what doesn't hold.
//
//     node tests/Browser/report.mjs page.html [--hostile]
//
// Prints a line for each thing that was tried; the exit code is 1 where one of them failed. What it needs says browser.mjs.

import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { axe, chromium, program } from './browser.mjs';

const [path, ...switches] = process.argv.slice(2);
const address = pathToFileURL(resolve(path)).href;
const MostFirst = 10000;
const MostFilter = 200;
let failed = 0;

function check(what, isTrue, more = '') {
  if (!isTrue) failed++;
  console.log(`${isTrue ? 'ok    ' : 'FAILED'} ${what}${more === '' ? '' : `: ${more}`}`);
}

// What the page's data say, counted apart from its scripts.
function readRows() {
  const rows = [];
  for (let i = 0, block; (block = document.getElementById(`rows-${i}`)); i++) rows.push(...JSON.parse(block.textContent));
  return { rows, names: JSON.parse(document.getElementById('meta').textContent).labels.map(label => label[0]) };
}

// From a change of a control until the page has drawn what it changes.
function change([id, value]) {
  return new Promise(done => {
    const control = document.getElementById(id);
    const start = performance.now();
    control.value = value;
    control.dispatchEvent(new Event('input', { bubbles: true }));
    control.dispatchEvent(new Event('change', { bubbles: true }));
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
  });
}

const countOf = async page => Number((await page.textContent('#count')).split(' ')[0].replaceAll(',', ''));

async function open(browser, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, offline: true, ...options });
  const page = await context.newPage();
  const problems = [];
  page.on('console', message => ['error', 'warning'].includes(message.type()) && problems.push(message.text()));
  page.on('pageerror', error => problems.push(error.message));
  page.on('request', request => /^(file|data):/.test(request.url()) || problems.push(`asked for ${request.url()}`));
  await page.goto(address, { waitUntil: 'commit' });
  return { page, problems };
}

async function checkFilters(page) {
  const { rows, names } = await page.evaluate(readRows);
  const label = rows.find(row => row.l.length > 0).l[0][0];
  const name = names[label];
  const tries = [
    ['search', name.toLowerCase().slice(0, 20), rows.filter(row => [row.n, row.p, row.g ?? '', row.e?.[0] ?? '', ...row.l.concat(row.y ?? []).map(l => names[l[0]])].join('\n').toLowerCase().includes(name.toLowerCase().slice(0, 20).trim())).length],
    ['search', '', rows.length],
    ['label', String(label), rows.filter(row => row.l.concat(row.y ?? []).some(l => l[0] === label)).length],
    ['label', '-1', rows.length],
    ['status', 'failed', rows.filter(row => row.e).length],
    ['status', 'none', rows.filter(row => !row.e && row.l.length === 0).length],
    ['status', '', rows.length],
    ['confidence', '90', rows.filter(row => row.l.some(l => l[1] >= 90)).length],
    ['confidence', '0', rows.length],
    ['sort', 'name', rows.length], ['sort', 'low', rows.length], ['sort', '', rows.length],
  ];
  let slowest = 0;
  for (const [id, value, expected] of tries) {
    // Twice, as something else may have kept the machine busy.
    const times = [await page.evaluate(change, [id, value]), await page.evaluate(change, [id, value])];
    slowest = Math.max(slowest, Math.min(...times));
    const count = await countOf(page);
    if (count !== expected) check(`${id} "${value}" shows ${expected}`, false, count);
  }

  check(`${tries.length} changes of filters, each drawn within ${MostFilter} ms`, slowest < MostFilter, `${Math.round(slowest)} ms`);

  const found = rows.flatMap(row => row.l.filter(l => l[0] === label && l[1] >= 80)).length;
  const pictures = rows.filter(row => row.l.some(l => l[0] === label && l[1] >= 80)).length;
  const took = await page.evaluate(([index]) => new Promise(done => {
    const slider = document.querySelector(`tr[data-label="${index}"] input`);
    const start = performance.now();
    slider.value = 80;
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
  }), [label]);
  const said = (await page.textContent(`tr[data-label="${label}"] output`)).replaceAll(',', '').match(/\d+/g).map(Number);
  check('a threshold tells what it would have found', said[1] === found && said[2] === pictures && took < MostFilter, `${said[1]} labels, ${said[2]} pictures, ${Math.round(took)} ms`);
  await page.click('#reset');
}

async function checkKeyboard(page) {
  await page.reload();
  await page.waitForSelector('.card', { state: 'attached' });
  await page.keyboard.press('Tab');
  check('the first Tab comes to the way to the pictures', await page.evaluate(() => document.activeElement.className === 'skip'));
  await page.keyboard.press('Enter');
  for (let i = 0; i < 12 && !(await page.evaluate(() => document.activeElement.closest('#gallery'))); i++) await page.keyboard.press('Tab');
  const focused = () => page.evaluate(() => Number(document.activeElement.closest('[aria-posinset]')?.getAttribute('aria-posinset') ?? 0));
  const all = await countOf(page);
  check('Tab comes to the pictures', (await focused()) === 1);
  await page.keyboard.press('End');
  check('End comes to the last one, in sight', (await focused()) === all && await page.evaluate(() => { const box = document.activeElement.getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight + 1; }));
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  check('Enter opens it large', (await page.textContent('#large-name')).includes(`2 of `));
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Escape');
  // The dialog says afterwards that it was closed.
  await page.waitForFunction(() => document.activeElement.closest('#gallery'), null, { timeout: 5000 }).catch(() => { });
  check('Escape goes back to the one that was seen last', (await focused()) === 3 && !(await page.evaluate(() => document.getElementById('large').open)));
}

async function checkLarge(page) {
  await page.evaluate(change, ['status', 'labels']);
  await page.evaluate(() => document.getElementById('gallery').scrollIntoView());
  await page.click('.card >> nth=0');
  await page.waitForFunction(() => { const image = document.querySelector('#large-picture img'); return image?.complete && !image.src.startsWith('data:') && image.naturalWidth > 0; }, null, { timeout: 5000 }).catch(() => { });
  const seen = await page.evaluate(() => {
    const image = document.querySelector('#large-picture img');
    const frame = image.parentElement.getBoundingClientRect();
    return { source: image.src.slice(0, 5), ratio: image.naturalWidth / image.naturalHeight / (frame.width / frame.height), tags: document.querySelectorAll('#large-picture .tag').length, outside: [...document.querySelectorAll('#large-picture .tag')].filter(tag => { const box = tag.getBoundingClientRect(); return box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1; }).length };
  });
  check('the picture itself is found, in the shape that its boxes are of', seen.source === 'file:' && Math.abs(seen.ratio - 1) < 0.02, `${seen.source} ${seen.ratio}`);
  check('names stand in the picture', seen.outside === 0 && seen.tags >= 0, `${seen.tags} names`);
  await page.keyboard.press('Escape');
  await page.click('#reset');
}

async function checkPaper(page) {
  const expected = Math.min(500, await countOf(page));
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  const cells = await page.evaluate(() => document.querySelectorAll('#gallery .cell').length);
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  check('paper gets the pictures', cells === expected, `${cells} of ${expected}`);
  const pdf = await page.pdf({ format: 'A4' });
  check('it prints', pdf.subarray(0, 4).toString() === '%PDF', `${(pdf.length / 1e6).toFixed(1)} MB`);
}

async function checkAxe(browser) {
  for (const colorScheme of ['light', 'dark']) {
    // The policy would keep axe out, which is not of the page.
    const { page } = await open(browser, { colorScheme, bypassCSP: true });
    await page.waitForSelector('#gallery .card');
    await page.evaluate(axe);
    const run = async place => {
      const violations = await page.evaluate(async () => (await axe.run()).violations.map(violation => `${violation.id}: ${violation.nodes[0].html.slice(0, 200)}`));
      check(`axe finds nothing, ${colorScheme}, ${place}`, violations.length === 0, violations.join('\n'));
    };
    await run('gallery');
    await page.click('.card >> nth=0');
    await run('large');
    await page.keyboard.press('Escape');
    await page.evaluate(change, ['view', 'table']);
    await run('table');
    await page.context().close();
  }
}

async function checkHostile(page) {
  const found = await page.evaluate(() => ({
    hacked: window.hacked,
    wide: document.documentElement.scrollWidth > innerWidth,
    strange: document.querySelectorAll('img[src="x"], b, #gallery script, main script').length,
    high: [...document.querySelectorAll('#label-table tr')].filter(row => row.offsetHeight > 140).length,
    turned: /[\u202A-\u202E\u2066-\u2069]/.test(document.body.innerText),
  }));
  check('no name runs', found.hacked === undefined && found.strange === 0, `${found.hacked} ${found.strange}`);
  check('no name breaks the page', !found.wide && found.high === 0, `${found.wide} ${found.high}`);
  check('no name turns what is around it', !found.turned);
}

const browser = await chromium.launch({ executablePath: program, args: ['--no-sandbox', '--enable-precise-memory-info'] });
const start = performance.now();
const { page, problems } = await open(browser);
await page.waitForFunction(() => document.querySelector('#gallery .card'), null, { polling: 50 });
await page.evaluate(() => document.getElementById('gallery').scrollIntoView());
await page.waitForFunction(() => [...document.querySelectorAll('.card img')].some(image => image.complete && image.naturalWidth > 0), null, { polling: 50 });
const first = performance.now() - start;
check(`the first picture is seen within ${MostFirst / 1000} s`, first < MostFirst, `${Math.round(first)} ms`);
await page.waitForLoadState('load');
if (switches.includes('--hostile')) await checkHostile(page);
await checkFilters(page);
await checkKeyboard(page);
await checkLarge(page);
await checkPaper(page);
if (switches.includes('--hostile')) await checkHostile(page);
console.log(`       ${Math.round(await page.evaluate(() => performance.memory.usedJSHeapSize) / 1e6)} MB of the page's memory are its scripts'`);
check('nothing was refused, asked for outside, or went wrong', problems.length === 0, problems.slice(0, 3).join('\n'));
await page.context().close();
await checkAxe(browser);
await browser.close();
console.log(failed === 0 ? 'All of it holds.' : `${failed} failed.`);
process.exit(failed === 0 ? 0 : 1);
