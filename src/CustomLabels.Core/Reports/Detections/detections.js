// The filters, and what a change of them changes.

const controls = Object.fromEntries(['search', 'label', 'status', 'confidence', 'sort', 'view'].map(id => [id, document.getElementById(id)]));

function showCount() {
  const all = counted(rows.length, 'picture', 'pictures');
  document.getElementById('count').textContent = list.length === rows.length ? all : `${numberText.format(list.length)} of ${all}`;
  document.getElementById('cut').hidden = list.length <= MostPrinted;
}

function changed() {
  controls.label.value = String(filter.label);
  showLabel();
  showRows(selectRows(), controls.view.value);
  showCount();
}

function readControls() {
  filter.text = controls.search.value;
  filter.label = Number(controls.label.value);
  filter.status = controls.status.value;
  filter.confidence = Number(controls.confidence.value) || 0;
  filter.sort = controls.sort.value;
  changed();
}

function reset() {
  controls.search.value = '';
  controls.label.value = '-1';
  controls.status.value = '';
  controls.confidence.value = '0';
  controls.sort.value = '';
  filter.thresholds.fill(0);
  showThresholds();
  readControls();
}

const byName = names.map((name, label) => [name, label]).sort((a, b) => order.compare(a[0], b[0]));
controls.label.append(...byName.map(([name, label]) => make('option', { value: label }, name)));
if (hasTruth.value) document.getElementById('legend').hidden = false;
else controls.status.querySelector('[value="differs"]').remove();
for (const control of Object.values(controls)) control.addEventListener(control.tagName === 'SELECT' ? 'change' : 'input', readControls);
document.getElementById('reset').addEventListener('click', reset);
document.getElementById('filters').hidden = false;
document.getElementById('label-hint').hidden = false;
watchLabels(changed);
watchGallery(showLarge);
watchLarge();
reset();
