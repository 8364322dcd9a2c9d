// A picture with its boxes: SVG over it, in ratios of the displayed picture, as the service gives them.

function shapeOf(label, attributes) {
  const [, , box, polygon] = label;
  if (!polygon) return makeSvg('rect', { x: box[0], y: box[1], width: Math.max(0, box[2]), height: Math.max(0, box[3]), ...attributes });
  const points = [];
  for (let i = 0; i + 1 < polygon.length; i += 2) points.push(`${polygon[i]},${polygon[i + 1]}`);
  return makeSvg('polygon', { points: points.join(' '), ...attributes });
}

// Two lines, of which one is told from any ground.
function boxOf(label, isTruth) {
  return makeSvg('g', { class: isTruth ? 'truth' : null, 'data-label': label[0] }, shapeOf(label, { class: 'case' }), shapeOf(label, { class: 'line', stroke: colors[label[0]] }));
}

function boxesOf(found, said) {
  const groups = [...found.filter(label => label[2]).map(label => boxOf(label, false)), ...said.filter(label => label[2]).map(label => boxOf(label, true))];
  return makeSvg('svg', { viewBox: '0 0 1 1', preserveAspectRatio: 'none', 'aria-hidden': 'true' }, ...groups);
}

// The size of a picture in a space; a picture of unknown size is taken for a square until it is there.
function fitted(width, height, row) {
  const [w, h] = row.w && row.h ? [row.w, row.h] : [1, 1];
  const scale = Math.min(width / w, height / h);
  return [Math.max(1, w * scale), Math.max(1, h * scale)];
}

function resize(frame, width, height) {
  frame.style.width = `${width}px`;
  frame.style.height = `${height}px`;
}

// Why there is no picture.
function absence(row) {
  if (row.e) return row.e[0];
  if (row.z) return 'Not readable here';
  if (row.x) return 'On another server';
  return row.p ? 'In S3' : 'No file';
}

// A picture in a space; with undefined as its source, one that has not come yet.
function frameOf(row, source, width, height, found, said) {
  if (source === null) return make('span', { class: 'nothing' }, absence(row));
  const frame = make('span', { class: 'frame' });
  resize(frame, ...fitted(width, height, row));
  if (source !== undefined) {
    const image = make('img', { alt: '', decoding: 'async', class: row.o && source === row.u ? 'unturned' : null, draggable: 'false' });
    if (!row.w) {
      image.addEventListener('load', () => {
        [row.w, row.h] = [image.naturalWidth, image.naturalHeight];
        resize(frame, ...fitted(width, height, row));
      });
    }

    image.src = source;
    frame.append(image);
  }

  frame.append(boxesOf(found, said));
  return frame;
}

// A label in a line of text.
function labelText(label) {
  return label[1] === null ? names[label[0]] : `${names[label[0]]} ${numberText.format(label[1])}`;
}
