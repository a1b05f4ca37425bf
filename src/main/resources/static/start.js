/* the chat before anybody asked: what there is to read, and a question that a link brings along */

import { unread } from './talk.js';

const inWidget = document.documentElement.classList.contains('widget');
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

/** Shows whether questions are kept from a second reader, where one is told of. */
function tick(part) {
  part.querySelector('#unread')?.toggleAttribute('checked', unread.get());
}

async function fill() {
  try {
    const response = await fetch('start');
    if (!response.ok) return;
    const start = new DOMParser().parseFromString(await response.text(), 'text/html').querySelector('.start');
    const part = inWidget ? start.querySelector('.reader') : start;
    if (!part) return;
    tick(part);
    inPlace(() => document.querySelectorAll('#log .welcome').forEach(shown => shown.append(document.importNode(part, true))));
    welcome.append(document.importNode(part, true));
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
addEventListener('change', event => {
  if (event.target.id !== 'unread') return;
  unread.set(event.target.checked);
  tick(welcome);
});
if (!inWidget) bring();
fill();
