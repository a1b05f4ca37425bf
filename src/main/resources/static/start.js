/* the chat before anybody asked: what there is to read, and a question that a link brings along */

const input = document.getElementById('question');
const welcome = document.getElementById('welcome').content.querySelector('.welcome');

/** Adds above what was asked meanwhile, and leaves that where it is seen. */
function inPlace(add) {
  const log = document.getElementById('log');
  const asked = log.querySelector('.asked') && log.lastElementChild;
  const top = asked?.getBoundingClientRect().top;
  add();
  if (asked) log.scrollTop += asked.getBoundingClientRect().top - top;
}

async function fill() {
  try {
    const response = await fetch('start');
    if (!response.ok) return;
    const start = new DOMParser().parseFromString(await response.text(), 'text/html').querySelector('.start');
    inPlace(() => document.querySelectorAll('#log .welcome').forEach(shown => shown.append(document.importNode(start, true))));
    welcome.append(document.importNode(start, true));
  } catch { /* without it the chat is as it is */ }
}

function bring() {
  const words = new URLSearchParams(location.hash.slice(1)).get('ask');
  if (!words) return;
  history.replaceState(null, '', location.pathname + location.search);
  input.value = words.slice(0, 200) + ' ';
  input.dispatchEvent(new Event('input'));
  input.focus();
}

addEventListener('keydown', event => {
  if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
  event.preventDefault();
  const box = document.getElementById('find');
  if (box) box.focus();
  else location.assign('search');
});
addEventListener('hashchange', bring);
if (!document.documentElement.classList.contains('widget')) {
  bring();
  fill();
}
