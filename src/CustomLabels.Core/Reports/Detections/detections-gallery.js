// The pictures as cards or as a table. Only what can be seen is made, however many there are: what is focused stays, and paper gets more.

const gallery = document.getElementById('gallery');
const Gap = 12;
const CardWidth = 208;
const CardHeight = 252;
const PictureHeight = 172;
const LineHeight = 44;
const HeadHeight = 40;
const MostLabels = 6;
const Ahead = 600;
const MostPrinted = 500;

let list = [];
let view = 'gallery';
let columns = 1;
let current = 0;
let cells = new Map();
let isPrinting = false;
let openLarge = () => { };

const isTable = () => view === 'table';
const lineHeight = () => (isTable() ? LineHeight : CardHeight + Gap);
const headHeight = () => (isTable() ? HeadHeight : 0);

function summaryOf(row) {
  if (row.e) return [make('span', { class: 'error' }, row.e[0])];
  const shown = labelsOf(row);
  const parts = [];
  for (const label of shown.slice(0, MostLabels)) parts.push(parts.length > 0 ? ', ' : '', isolated(labelText(label)));
  if (shown.length > MostLabels) parts.push(`, ${shown.length - MostLabels} more`);
  return parts.length > 0 ? parts : ['No label'];
}

function statusOf(row) {
  return row.e ? 'Failed' : labelsOf(row).length > 0 ? 'With labels' : 'No label';
}

function makeCard(row, position) {
  const width = isPrinting ? 190 : (gallery.clientWidth - Gap * (columns - 1)) / columns - 18;
  const button = make(
    'button', { type: 'button', class: 'card' },
    make('span', { class: 'space' }, frameOf(row, thumbnailOf(row), width, PictureHeight, labelsOf(row), truthOf(row))),
    make('span', { class: 'caption' }, isolated(row.n)), make('span', { class: 'caption soft' }, ...summaryOf(row)));
  return make('div', { class: 'cell', role: 'listitem', 'aria-setsize': list.length, 'aria-posinset': position + 1 }, button);
}

function makeLine(row, position) {
  const values = [statusOf(row), summaryOf(row), row.w ? `${row.w} × ${row.h}` : '', row.t ?? ''];
  return make(
    'div', { class: 'cell row wide', role: 'row', 'aria-rowindex': position + 2 },
    make('span', { role: 'cell' }, make('button', { type: 'button' }, isolated(pathOf(row)))),
    ...values.map(value => make('span', { role: 'cell' }, ...[value].flat())));
}

function makeHead() {
  return make('div', { class: 'head', role: 'row', 'aria-rowindex': 1 }, ...['Picture', 'Status', 'Labels', 'Size', 'Time (UTC)'].map(name => make('span', { role: 'columnheader' }, name)));
}

function makeCell(position) {
  const row = list[position];
  const cell = isTable() ? makeLine(row, position) : makeCard(row, position);
  cell.isPending = !isTable() && thumbnailOf(row) === undefined;
  const button = cell.querySelector('button');
  button.tabIndex = position === current ? 0 : -1;
  button.addEventListener('click', () => openLarge(position));
  button.addEventListener('focus', () => setCurrent(position));
  return cell;
}

function place(cell, position) {
  const width = (gallery.clientWidth - Gap * (columns - 1)) / columns;
  cell.style.left = `${(position % columns) * (width + Gap)}px`;
  cell.style.top = `${headHeight() + Math.floor(position / columns) * lineHeight()}px`;
  cell.style.width = `${width}px`;
  cell.style.height = `${lineHeight() - (isTable() ? 0 : Gap)}px`;
}

// The positions that can be seen, with some before and after them, and the one that the Tab key comes to.
function wanted() {
  const top = -gallery.getBoundingClientRect().top - headHeight();
  const first = Math.max(0, Math.floor((top - Ahead) / lineHeight())) * columns;
  const last = Math.min(list.length, Math.ceil((top + window.innerHeight + Ahead) / lineHeight()) * columns);
  const positions = new Set(current < list.length ? [current] : []);
  for (let position = first; position < last; position++) positions.add(position);
  return positions;
}

function draw() {
  if (isPrinting) return;
  const positions = wanted();
  for (const [position, cell] of cells) {
    const isFocused = cell.contains(document.activeElement);
    if ((!positions.has(position) && !isFocused) || (cell.isPending && thumbnailOf(list[position]) !== undefined && !isFocused)) {
      cell.remove();
      cells.delete(position);
    }
  }

  for (const position of positions) {
    if (cells.has(position)) continue;
    const cell = makeCell(position);
    place(cell, position);
    cells.set(position, cell);
    // In the order of the pictures, which is the order in which they are read out.
    const next = [...cells.keys()].filter(other => other > position).sort((a, b) => a - b)[0];
    gallery.insertBefore(cell, next === undefined ? null : cells.get(next));
  }

  if (document.readyState === 'loading') setTimeout(draw, 200);
}

function layOut() {
  if (isPrinting) return;
  columns = isTable() ? 1 : Math.max(1, Math.floor((gallery.clientWidth + Gap) / (CardWidth + Gap)));
  cells = new Map();
  gallery.replaceChildren();
  gallery.hidden = list.length === 0;
  gallery.setAttribute('role', isTable() ? 'table' : 'list');
  gallery.setAttribute('aria-label', 'Pictures');
  if (isTable()) {
    gallery.setAttribute('aria-rowcount', list.length + 1);
    gallery.append(makeHead());
  } else {
    gallery.removeAttribute('aria-rowcount');
  }

  gallery.style.height = `${headHeight() + Math.ceil(list.length / columns) * lineHeight()}px`;
  draw();
}

// Shows other rows, or the same ones in another way.
function showRows(selected, newView) {
  list = selected;
  view = newView;
  current = 0;
  layOut();
}

function setCurrent(position) {
  cells.get(current)?.querySelector('button').setAttribute('tabindex', '-1');
  current = position;
  cells.get(current)?.querySelector('button').setAttribute('tabindex', '0');
}

// Brings a picture into sight, and the focus to it.
function goTo(position) {
  setCurrent(position);
  const top = gallery.getBoundingClientRect().top + headHeight() + Math.floor(position / columns) * lineHeight();
  const bar = getComputedStyle(document.getElementById('filters')).position === 'sticky' ? document.getElementById('filters').offsetHeight : 0;
  if (top < bar + 8) window.scrollBy(0, top - bar - 8);
  else if (top + lineHeight() > window.innerHeight) window.scrollBy(0, top + lineHeight() - window.innerHeight + 8);
  draw();
  cells.get(position)?.querySelector('button').focus({ preventScroll: true });
}

function move(event) {
  const page = Math.max(1, Math.floor(window.innerHeight / lineHeight()) - 1) * columns;
  const steps = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns, PageDown: page, PageUp: -page, Home: -list.length, End: list.length };
  const step = steps[event.key];
  if (step === undefined || event.altKey || event.ctrlKey || event.metaKey || list.length === 0) return;
  event.preventDefault();
  goTo(Math.min(list.length - 1, Math.max(0, current + step)));
}

// Paper can't be scrolled.
function startPrinting() {
  isPrinting = true;
  gallery.replaceChildren(...(isTable() ? [makeHead()] : []), ...list.slice(0, MostPrinted).map((_, position) => makeCell(position)));
}

function endPrinting() {
  isPrinting = false;
  layOut();
}

function watchGallery(open) {
  openLarge = open;
  gallery.addEventListener('keydown', move);
  window.addEventListener('scroll', draw, { passive: true });
  window.addEventListener('resize', layOut);
  document.addEventListener('DOMContentLoaded', draw);
  window.addEventListener('beforeprint', startPrinting);
  window.addEventListener('afterprint', endPrinting);
}
