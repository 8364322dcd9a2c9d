// The pictures, and which of them are shown in which order.
//
// Members of a row: n name, p path for people, u address of the file, x on another server, w and h displayed size, k has a small picture, o orientation that a browser would turn it by, and shouldn't,
// z can't be read, m model, g tag, c confidence asked for, t time, d milliseconds, r request id, j from a journal, e error [id, message, what to do],
// l labels and y ground truth: [label, confidence or null, box, polygon].

const meta = readData('meta');
const names = meta.labels.map(label => label[0]);
const colors = meta.labels.map(label => label[1]);
const hasTruth = { value: false };
const rows = [];

for (let block = 0, part; (part = readData(`rows-${block}`)); block++) {
  for (const row of part) {
    row.index = rows.length;
    if (row.y) hasTruth.value = true;
    rows.push(row);
  }
}

// The folder that all pictures are below, as far as the way there is the same for people.
function commonFolder() {
  let common = null;
  for (const { p: path } of rows) {
    if (path === undefined) continue;
    common ??= path.slice(0, path.lastIndexOf('/') + 1);
    while (!path.startsWith(common)) common = common.slice(0, common.lastIndexOf('/', common.length - 2) + 1);
  }

  return common ?? '';
}

const root = commonFolder();

// A picture's path below that folder.
function pathOf(row) {
  return row.p === undefined ? row.n : row.p.slice(root.length);
}

const filter = { text: '', label: -1, status: '', confidence: 0, sort: '', thresholds: new Float64Array(names.length) };

// Blocks of small pictures that were taken apart last.
const thumbnails = new Map();
const MostBlocks = 40;

function blockOf(number) {
  let block = thumbnails.get(number);
  if (block) return block;
  block = readData(`thumbnails-${number}`);
  if (!block) return null;
  thumbnails.set(number, block);
  if (thumbnails.size > MostBlocks) thumbnails.delete(thumbnails.keys().next().value);
  return block;
}

// Where a row's small picture is; null for none, undefined where it has not come yet.
function thumbnailOf(row) {
  if (!row.k) return row.u && !row.x && !row.z ? row.u : null;
  if (meta.folder) return `${meta.folder}/${String(row.index).padStart(6, '0')}.jpg`;
  // The browser may still read its block: it is whole when something follows it, or when the page is.
  const number = Math.floor(row.index / meta.thumbnailsPerBlock);
  const isWhole = document.readyState !== 'loading' || document.getElementById(`thumbnails-${number + 1}`);
  const block = isWhole ? blockOf(number) : null;
  return block ? `data:image/jpeg;base64,${block[row.index % meta.thumbnailsPerBlock]}` : undefined;
}

function isShown(label) {
  if (filter.label >= 0 && label[0] !== filter.label) return false;
  return label[1] === null || label[1] >= Math.max(filter.confidence, filter.thresholds[label[0]]);
}

// The labels of a row that are shown.
function labelsOf(row) {
  return row.l.filter(isShown);
}

// What people say of it that is shown: a threshold says nothing about that.
function truthOf(row) {
  return (row.y ?? []).filter(label => filter.label < 0 || label[0] === filter.label);
}

function differs(row) {
  if (!row.y) return false;
  const found = new Set(labelsOf(row).map(label => label[0]));
  const said = new Set(truthOf(row).map(label => label[0]));
  return found.size !== said.size || [...found].some(label => !said.has(label));
}

function searchedOf(row) {
  row.searched ??= [row.n, row.p ?? '', row.g ?? '', row.e?.[0] ?? '', ...row.l.map(label => names[label[0]]), ...(row.y ?? []).map(label => names[label[0]])].join('\n').toLowerCase();
  return row.searched;
}

function isSelected(row, words) {
  if (!words.every(word => searchedOf(row).includes(word))) return false;
  switch (filter.status) {
    case 'failed': return Boolean(row.e) && filter.label < 0;
    case 'differs': return differs(row);
    case 'none': return !row.e && !row.l.some(isShown);
    case 'labels': return row.l.some(isShown);
    // Who asks for a label or a confidence doesn't look for pictures without.
    default: return (filter.label < 0 && filter.confidence <= 0) || row.l.some(isShown) || (filter.label >= 0 && truthOf(row).length > 0);
  }
}

const order = new Intl.Collator('en', { numeric: true });
let ranked = false;

function rank() {
  if (ranked) return;
  ranked = true;
  [...rows].sort((a, b) => order.compare(a.n, b.n) || a.index - b.index).forEach((row, place) => { row.place = place; });
}

// A number for each row, by which they are sorted; the pictures as they came are in order already.
function keyOf(row) {
  const shown = labelsOf(row);
  if (filter.sort === 'many') return -shown.length;
  const measured = shown.map(label => label[1]).filter(confidence => confidence !== null);
  if (measured.length === 0) return Infinity;
  return filter.sort === 'high' ? -Math.max(...measured) : Math.min(...measured);
}

// The rows to show, in order.
function selectRows() {
  const words = filter.text.toLowerCase().split(/\s+/).filter(word => word.length > 0);
  const selected = rows.filter(row => isSelected(row, words));
  if (filter.sort === 'name') {
    rank();
    return selected.sort((a, b) => a.place - b.place);
  }

  if (filter.sort === '') return selected;
  for (const row of selected) row.key = keyOf(row);
  return selected.sort((a, b) => (a.key === b.key ? a.index - b.index : a.key < b.key ? -1 : 1));
}
