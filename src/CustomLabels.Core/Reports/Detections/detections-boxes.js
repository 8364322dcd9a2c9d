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

// A PNG is shown as it is stored, whatever orientation its eXIf tells: its boxes are of that. A browser would turn it, and image-orientation: none doesn't reach
// pictures of another origin, which every file of the disk is; so it is turned back. Whether this browser turns a PNG at all, one of 2 by 1 tells.
const Back = { 2: '-1,0,0,1', 3: '-1,0,0,-1', 4: '1,0,0,-1', 5: '0,1,1,0', 6: '0,-1,1,0', 7: '0,-1,-1,0', 8: '0,1,-1,0' };
const turned = new Image();
turned.src = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAAAAADRSSBWAAAAGmVYSWZJSSoACAAAAAEAEgEDAAEAAAAGAAAAAAAAALdIESkAAAALSURBVHicY2BgAAAAAwABuK06YwAAAABJRU5ErkJggg==';

function turnBack(image, row, frame) {
  const back = Back[row.o];
  if (!back || turned.naturalWidth !== 1) return;
  const [width, height] = [frame.style.width, frame.style.height];
  const isQuarter = row.o >= 5;
  Object.assign(image.style, { inset: 'auto', left: '50%', top: '50%', width: isQuarter ? height : width, height: isQuarter ? width : height, transform: `translate(-50%, -50%) matrix(${back},0,0)` });
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
    const image = make('img', { alt: '', decoding: 'async', draggable: 'false' });
    if (source === row.u) turnBack(image, row, frame);
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
