const form = document.getElementById('search');
const table = document.getElementById('rollout');
const rows = table ? [...table.tBodies[0].rows] : [];

/** The spelling in which words are compared; the server knows traditional characters, too. */
function folded(text) {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

function address(sort) {
  const params = new URLSearchParams({ q: form.q.value.trim(), sort });
  if (!form.q.value.trim()) params.delete('q');
  return '?' + params;
}

function remember() {
  history.replaceState(null, '', address(form.sort.value));
  for (const link of table.querySelectorAll('[data-sort]')) link.href = address(link.dataset.sort);
}

function search() {
  const words = folded(form.q.value).split(/\s+/).filter(Boolean);
  let found = 0;
  for (const row of rows) {
    row.hidden = !words.every(word => row.dataset.text.includes(word));
    found += !row.hidden;
  }
  const all = rows.length;
  document.getElementById('count').textContent = found === all ? `共 ${all} 项` : `找到 ${found} 项，共 ${all} 项`;
  document.getElementById('none').hidden = found > 0;
  remember();
}

function sort(by) {
  form.sort.value = by;
  table.tBodies[0].append(...rows.sort((a, b) => a.dataset[by] - b.dataset[by]));
  for (const link of table.querySelectorAll('[data-sort]')) {
    const order = link.dataset.sort === 'date' ? 'descending' : 'ascending';
    link.closest('th').setAttribute('aria-sort', link.dataset.sort === by ? order : 'none');
  }
  remember();
}

if (table) {
  form.q.addEventListener('input', event => event.isComposing || search());
  form.q.addEventListener('compositionend', search);
  form.addEventListener('submit', event => {
    search();
    if (rows.some(row => !row.hidden)) event.preventDefault();
  });
  table.tHead.addEventListener('click', event => {
    const link = event.target.closest('[data-sort]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    sort(link.dataset.sort);
  });
}
