// The table of labels: what a threshold would have found, and the label whose pictures are shown.

const labelRows = new Map([...document.querySelectorAll('#label-table tr[data-label]')].map(row => [Number(row.dataset.label), row]));

// Confidences of each label, and the highest of each picture, in ascending order; made when they are first asked for.
let confidences = null;

function countConfidences() {
  confidences = names.map(() => ({ all: [], pictures: [], unmeasured: 0 }));
  for (const row of rows) {
    const highest = new Map();
    for (const [label, confidence] of row.l) {
      if (confidence === null) {
        confidences[label].unmeasured++;
        continue;
      }

      confidences[label].all.push(confidence);
      highest.set(label, Math.max(highest.get(label) ?? 0, confidence));
    }

    for (const [label, confidence] of highest) confidences[label].pictures.push(confidence);
  }

  for (const { all, pictures } of confidences) {
    all.sort((a, b) => a - b);
    pictures.sort((a, b) => a - b);
  }
}

// How many of ascending numbers are at least a bound.
function countFrom(sorted, bound) {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < bound) low = middle + 1;
    else high = middle;
  }

  return sorted.length - low;
}

function showThreshold(label) {
  const row = labelRows.get(label);
  const slider = row?.querySelector('input');
  if (!slider) return;
  if (!confidences) countConfidences();
  const threshold = filter.thresholds[label];
  slider.value = threshold;
  const text = `From ${numberText.format(threshold)}: ${counted(countFrom(confidences[label].all, threshold), 'label', 'labels')}, ${counted(countFrom(confidences[label].pictures, threshold), 'picture', 'pictures')}`;
  row.querySelector('output').textContent = text;
  slider.setAttribute('aria-valuetext', text);
  row.querySelector('.threshold').setAttribute('d', `M${threshold * 2} 0V42`);
}

function showThresholds() {
  for (const label of labelRows.keys()) showThreshold(label);
}

function showLabel() {
  for (const [label, row] of labelRows) row.querySelector('.name').setAttribute('aria-pressed', String(label === filter.label));
}

function watchLabels(changed) {
  for (const [label, row] of labelRows) {
    row.querySelector('input')?.addEventListener('input', event => {
      filter.thresholds[label] = Number(event.target.value);
      showThreshold(label);
      changed();
    });
    row.querySelector('.name').addEventListener('click', () => {
      filter.label = filter.label === label ? -1 : label;
      changed();
    });
  }
}
