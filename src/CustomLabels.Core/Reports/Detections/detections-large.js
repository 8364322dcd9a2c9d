// One picture as large as there is room, with all that is known of it.

const dialog = document.getElementById('large');
const holder = document.getElementById('large-picture');
const sheet = document.getElementById('large-facts');
const actual = document.getElementById('actual');
const MostTags = 40;
let shown = 0;

function tagOf(label, isTruth) {
  const color = colors[label[0]];
  const [red, green, blue] = [1, 3, 5].map(start => parseInt(color.slice(start, start + 2), 16) / 255).map(value => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  const tag = make('span', { class: isTruth ? 'tag truth' : 'tag', 'aria-hidden': 'true' }, isolated(labelText(label)));
  tag.style.background = color;
  tag.style.color = 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? '#000000' : '#ffffff';
  return tag;
}

// Names stand on their boxes, or in them at the upper edge, and never outside the picture.
function placeTags(frame, found, said) {
  const [width, height] = [frame.clientWidth, frame.clientHeight];
  const boxes = [...found.map(label => [label, false]), ...said.map(label => [label, true])].filter(([label]) => label[2]);
  for (const [label, isTruth] of boxes.slice(0, MostTags)) {
    const tag = tagOf(label, isTruth);
    frame.append(tag);
    const box = label[2];
    const below = isTruth ? (box[1] + box[3]) * height : box[1] * height - tag.offsetHeight;
    tag.style.left = `${Math.max(0, Math.min(box[0] * width, width - tag.offsetWidth))}px`;
    tag.style.top = `${Math.max(0, Math.min(below, height - tag.offsetHeight))}px`;
  }
}

function drawPicture() {
  const row = list[shown];
  const [found, said] = [labelsOf(row), truthOf(row)];
  const isActual = actual.getAttribute('aria-pressed') === 'true' && row.w;
  const [width, height] = isActual ? [row.w, row.h] : [holder.clientWidth - 24, holder.clientHeight - 24];
  const frame = frameOf(row, thumbnailOf(row) ?? null, width, height, found, said);
  holder.replaceChildren(frame);
  const image = frame.querySelector('img');
  if (!image) return;
  placeTags(frame, found, said);
  if (!row.u || row.x || row.z || image.getAttribute('src') === row.u) return;
  // The small picture stays where the large one can't be found any more.
  const whole = new Image();
  whole.addEventListener('load', () => {
    turnBack(image, row, frame);
    image.src = row.u;
  });
  whole.src = row.u;
}

function light(label) {
  const frame = holder.querySelector('.frame');
  frame?.classList.toggle('lit', label !== null);
  for (const group of frame?.querySelectorAll('g') ?? []) group.classList.toggle('lit', Number(group.dataset.label) === label);
}

function placeText(row, label) {
  if (!label[2]) return 'whole picture';
  if (!row.w || !row.h) return 'box';
  const [left, top, width, height] = [label[2][0] * row.w, label[2][1] * row.h, label[2][2] * row.w, label[2][3] * row.h].map(Math.round);
  return `${left},${top} ${width}×${height}`;
}

function labelRow(row, label) {
  const swatch = makeSvg('svg', { class: 'swatch', viewBox: '0 0 1 1', 'aria-hidden': 'true' }, makeSvg('rect', { width: 1, height: 1, fill: colors[label[0]] }));
  const button = make('button', { type: 'button', class: 'name', 'aria-pressed': 'false' }, swatch, isolated(names[label[0]]));
  button.addEventListener('click', () => {
    const isLit = button.getAttribute('aria-pressed') === 'true';
    for (const other of sheet.querySelectorAll('.name')) other.setAttribute('aria-pressed', 'false');
    button.setAttribute('aria-pressed', String(!isLit));
    light(isLit ? null : label[0]);
  });
  return make('tr', {}, make('th', { scope: 'row' }, button), make('td', { class: 'number' }, label[1] === null ? '' : numberText.format(label[1])), make('td', { class: 'number' }, placeText(row, label)));
}

function labelTable(title, row, labels) {
  const head = ['Label', 'Confidence', 'Place'].map((name, i) => make('th', { scope: 'col', class: i > 0 ? 'number' : null }, name));
  return [make('h3', {}, title), make('table', {}, make('thead', {}, make('tr', {}, ...head)), make('tbody', {}, ...labels.map(label => labelRow(row, label))))];
}

function factsOf(row) {
  const facts = [
    ['Path', row.u ? make('a', { href: row.u }, isolated(row.p)) : row.p], ['Size', row.w ? `${row.w} × ${row.h} pixels` : null], ['Tag', row.g],
    ['Model', meta.models[row.m]], ['Asked for', row.c === undefined ? null : `${numberText.format(row.c)} or more`], ['Time', row.t ? `${row.t} UTC` : null],
    ['Took', row.d === undefined ? null : `${numberText.format(row.d / 1000)} s`], ['Request', row.r], ['From', row.j ? 'a journal' : null],
  ];
  return make('dl', { class: 'facts' }, ...facts.filter(fact => fact[1]).map(([name, value]) => make('div', {}, make('dt', {}, name), make('dd', {}, typeof value === 'string' ? isolated(value) : value))));
}

function drawSheet() {
  const row = list[shown];
  const parts = [];
  if (row.e) parts.push(make('h3', { class: 'error' }, row.e[0]), make('p', {}, isolated(row.e[1])), make('p', {}, make('strong', {}, 'What to do: '), isolated(row.e[2])));
  const [found, said] = [labelsOf(row), truthOf(row)];
  if (found.length > 0) parts.push(...labelTable('Found', row, found));
  else if (!row.e) parts.push(make('p', {}, row.l.length > 0 ? 'No label is above the thresholds.' : 'No label.'));
  if (said.length > 0) parts.push(...labelTable('Ground truth', row, said));
  else if (row.y && row.y.length === 0) parts.push(make('p', {}, 'Ground truth: nothing is on it.'));
  sheet.replaceChildren(...parts, make('h3', {}, 'Facts'), factsOf(row));
  sheet.scrollTop = 0;
}

function showLarge(position) {
  shown = position;
  document.getElementById('large-name').replaceChildren(isolated(list[shown].n), make('small', {}, ` ${shown + 1} of ${numberText.format(list.length)}`));
  document.getElementById('previous').disabled = shown === 0;
  document.getElementById('next').disabled = shown === list.length - 1;
  if (!dialog.open) dialog.showModal();
  drawSheet();
  drawPicture();
}

function step(by) {
  const next = shown + by;
  if (next < 0 || next >= list.length) return;
  showLarge(next);
  // A button that is disabled loses the focus, and with it the keys.
  if (document.activeElement === document.body || document.activeElement?.disabled) document.getElementById('close').focus();
}

function watchLarge() {
  document.getElementById('previous').addEventListener('click', () => step(-1));
  document.getElementById('next').addEventListener('click', () => step(1));
  document.getElementById('close').addEventListener('click', () => dialog.close());
  actual.addEventListener('click', () => {
    actual.setAttribute('aria-pressed', String(actual.getAttribute('aria-pressed') !== 'true'));
    drawPicture();
  });
  dialog.addEventListener('keydown', event => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    // A region that scrolls keeps its own arrow keys.
    if (event.target === holder && holder.scrollWidth > holder.clientWidth) return;
    if (event.key === 'ArrowRight') step(1);
    else if (event.key === 'ArrowLeft') step(-1);
  });
  dialog.addEventListener('close', () => goTo(shown));
  window.addEventListener('resize', () => dialog.open && drawPicture());
}
