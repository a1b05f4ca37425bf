const form = document.getElementById('search');
const table = document.getElementById('rollout');
const PAUSE = 120;

let turn = 0;
let pause = 0;

function address(sort = form.sort.value, order = form.order.value) {
  const params = new URLSearchParams({ q: form.q.value.trim(), sort, order });
  if (!form.q.value.trim()) params.delete('q');
  return '?' + params;
}

/** Shows the server's page for an address in place of what is shown, without leaving; goes there where that fails. */
async function show(url) {
  const mine = ++turn;
  try {
    const response = await fetch(url);
    if (!response.ok) throw new Error(response.statusText);
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    if (mine === turn) put(page, url);
  } catch {
    if (mine === turn) location.assign(url);
  }
}

function put(page, url) {
  const there = id => page.getElementById(id);
  const sorted = document.activeElement?.dataset.sort;
  table.replaceChildren(...there('rollout').children);
  table.querySelector(`[data-sort="${sorted}"]`)?.focus();
  document.getElementById('count').textContent = there('count').textContent;
  document.getElementById('none').hidden = there('none').hidden;
  for (const name of ['sort', 'order']) form[name].value = there('search')[name].value;
  history.replaceState(null, '', url);
}

function soon() {
  clearTimeout(pause);
  pause = setTimeout(() => show(address()), PAUSE);
}

if (table) {
  form.q.addEventListener('input', event => event.isComposing || soon());
  form.q.addEventListener('compositionend', soon);
  form.addEventListener('submit', event => {
    event.preventDefault();
    clearTimeout(pause);
    show(address());
  });
  table.addEventListener('click', event => {
    const link = event.target.closest('[data-sort]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    show(address(link.dataset.sort, link.dataset.order));
  });
}
