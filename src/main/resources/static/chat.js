import { answerBubble, fit, refusal } from './answer.js';
import { $, button, el, inTraditional, say } from './dom.js';
import * as talk from './talk.js';

const log = $('log');
const input = $('question');
const counter = $('counter');
const framed = document.documentElement.classList.contains('widget');

const PATIENCE = 30_000;
const STOPPED = 'stopped';
const UNSEEN = /[\p{Cc}\p{Cf}]+/gu;

const handheld = () => matchMedia('(pointer: coarse)').matches;

/* the conversation */

let waiting = null;
/** The turn whose question is being edited. */
let edited = null;

const acts = { keep: talk.judged, again: () => again(last()), edit: () => edit(last()) };

/** The last question with its answer, as they stand on the page. */
function last() {
  const bubble = [...log.querySelectorAll('.answer')].at(-1);
  return bubble?.turn ? { ...bubble.turn, bubble, asked: bubble.previousElementSibling } : null;
}

function askedBubble(question) {
  return el('p', { class: 'asked' }, el('span', { class: 'unseen' }, '您问：'), question);
}

function typingBubble() {
  const dots = el('span', { class: 'dots', 'aria-hidden': 'true' }, el('span', {}), el('span', {}), el('span', {}));
  return el('p', { class: 'typing' }, dots, el('span', { class: 'unseen' }, '正在查…'));
}

function bubbleOf(turn) {
  const bubble = answerBubble(turn, acts);
  bubble.turn = turn;
  return bubble;
}

function show(bubble, asked) {
  log.append(bubble);
  if (bubble.matches('.answer')) fit(bubble);
  const tall = bubble.getBoundingClientRect().bottom - asked.getBoundingClientRect().top > Math.min(log.clientHeight, innerHeight - 112) - 28;
  if (tall) asked.scrollIntoView({ block: 'start' });
  else bubble.scrollIntoView({ block: 'end' });
}

/** Asks; the answer takes the place of that of a turn, where there is one. */
async function ask(question, instead) {
  if (waiting) {
    if (!input.value.trim()) write(question);
    say('上一个问题还在查，请稍等');
    return;
  }
  instead?.bubble.remove();
  instead?.asked.remove();
  leaveEdit();
  const asked = askedBubble(question);
  const typing = typingBubble();
  log.append(asked);
  show(typing, asked);
  const wait = waiting = new AbortController();
  setBusy(true);
  talk.draft.set(question);
  const slow = setTimeout(() => typing.append('还在查，请稍等…'), 5000);
  const outcome = await fetchAnswer(question, wait);
  clearTimeout(slow);
  typing.remove();
  if (waiting !== wait) return;
  waiting = null;
  setBusy(false);
  if (outcome.final && !input.value.trim()) write(question);
  talk.draft.set(input.value || (outcome.answer ? '' : question));
  if (outcome.answer) show(bubbleOf(talk.add(question, outcome.answer, instead)), asked);
  else show(failureBubble(question, outcome, asked, instead), asked);
}

/** An answer, or the words for a failure, with how long to wait and whether asking again is of no use. */
async function fetchAnswer(question, wait) {
  const timer = setTimeout(() => wait.abort(), PATIENCE);
  try {
    const response = await fetch('api/ask', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json, application/problem+json' },
      body: JSON.stringify({ question, conversation: talk.id(), ...(talk.unread.get() && { second: false }) }),
      signal: wait.signal,
    });
    const body = await response.json().catch(() => null);
    if (wait.signal.aborted) throw wait.signal.reason;
    if (!response.ok) return refusal(response, body);
    return typeof body?.text === 'string' && body.text.trim() ? { answer: { ...body, text: body.display ?? body.text } } : { words: '回答没有收全，请再试一次。' };
  } catch {
    if (wait.signal.reason === STOPPED) return { words: '已停下，问题还在。' };
    if (wait.signal.aborted) return { words: '等了很久还没有回答，请再试一次。' };
    return { words: navigator.onLine === false ? '现在好像没有网络。连上以后再试就行，问题还在。' : '没连上，请看一下网络再试，问题还在。' };
  } finally {
    clearTimeout(timer);
  }
}

function failureBubble(question, { words, seconds, final }, asked, instead) {
  const bubble = el('div', { class: 'failure' }, el('p', {}, words));
  if (final) return bubble;
  const retry = button('chip own', '重试', () => {
    if (retry.getAttribute('aria-disabled') === 'true') return;
    ask(question, waiting ? null : { ...instead, bubble, asked });
    rest();
  });
  const change = button('chip own', '修改', () => {
    write(question);
    bubble.remove();
    asked.remove();
    input.focus();
  });
  bubble.append(el('div', { class: 'chips' }, retry, change));
  if (seconds) countDown(retry, seconds);
  return bubble;
}

function countDown(retry, seconds) {
  const left = el('span', { 'aria-hidden': 'true' });
  const until = Date.now() + seconds * 1000;
  const tick = () => {
    const now = Math.ceil((until - Date.now()) / 1000);
    left.textContent = now > 0 ? `（${now} 秒）` : '';
    if (now > 0) setTimeout(tick, 500);
    else retry.removeAttribute('aria-disabled');
  };
  retry.setAttribute('aria-disabled', 'true');
  retry.append(left);
  tick();
}

function again(turn) {
  if (turn) ask(turn.question, waiting ? null : turn);
  rest();
}

/** Puts the last question into the field; sent from there, its answer takes the place of the one before. */
function edit(turn) {
  if (!turn || waiting) return;
  if (edited) return leaveEdit('');
  edited = turn;
  [turn.asked, turn.bubble].forEach(node => node.classList.add('edited'));
  write(turn.question);
  input.focus();
  say('改好后按发送；再按一次修改就不改了');
}

/** Edits no longer, and leaves that in the field. */
function leaveEdit(text = input.value) {
  if (!edited) return;
  [edited.asked, edited.bubble].forEach(node => node.classList.remove('edited'));
  edited = null;
  write(text);
}

function stop() {
  waiting?.abort(STOPPED);
}

/* what was asked before */

function welcome() {
  const page = $('welcome').content.cloneNode(true);
  const { past } = talk.turns();
  if (past.length) page.append(pastTalks(past));
  return page;
}

function pastTalks(past) {
  const items = past.toReversed().map(turn => el('li', {}, button('past-one', turn.question, () => {
    const asked = askedBubble(turn.question);
    log.append(asked);
    show(bubbleOf(turn), asked);
  })));
  const clear = button('chip own', '清除记录', () => {
    if (clear.dataset.sure) return forget();
    clear.dataset.sure = 'yes';
    clear.textContent = '确定清除？再按一次';
  });
  return el('details', { class: 'past' }, el('summary', {}, `以前问过的（${past.length}）`),
    el('p', { class: 'small' }, '只留在这台设备上，最多 50 个，30 天。'), el('ul', {}, ...items), clear);
}

function forget() {
  talk.forget();
  startAfresh('记录已清除');
}

function startAfresh(told) {
  waiting?.abort(STOPPED);
  waiting = null;
  edited = null;
  setBusy(false);
  talk.begin();
  log.replaceChildren(welcome());
  log.scrollTop = 0;
  say(told);
  rest();
}

/* the composer */

function setBusy(busy) {
  $('send').textContent = busy ? '停止' : '发送';
  $('send').classList.toggle('busy', busy);
}

/** Where the focus goes after an action: the input, unless that would raise a phone's keyboard. */
function rest() {
  (handheld() ? log : input).focus({ preventScroll: true });
}

function write(text) {
  input.value = text;
  fitInput();
}

function fitInput() {
  input.style.height = 'auto';
  input.style.height = `${Math.max(input.scrollHeight, 46)}px`;
  const left = input.maxLength - input.value.length;
  counter.hidden = left > 100;
  counter.textContent = left > 0 ? `还可以写 ${left} 字` : '已到 1000 字，再长就收不下了';
  counter.classList.toggle('full', left <= 0);
  if (left === 0) say(counter.textContent);
}

function submit() {
  const question = input.value.trim();
  if (!question) return input.focus();
  if (waiting) return say('上一个问题还在查，请稍等');
  write('');
  if (handheld()) input.blur();
  ask(question, edited);
}

$('composer').addEventListener('submit', event => {
  event.preventDefault();
  if (!waiting) submit();
});
/* the second press of a double one stops nothing */
$('send').addEventListener('click', event => {
  if (!waiting) return;
  event.preventDefault();
  if (event.detail < 2) stop();
});
input.addEventListener('keydown', event => {
  if (event.key === 'Escape' && edited) {
    event.stopPropagation();
    return leaveEdit('');
  }
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
  event.preventDefault();
  submit();
});
input.addEventListener('input', () => {
  fitInput();
  if (!waiting) talk.draft.set(input.value);
});
log.addEventListener('click', event => {
  const chip = event.target.closest('.chip:not(.own)');
  if (!chip) return;
  ask(chip.dataset.question || chip.textContent);
  rest();
});
log.addEventListener('keydown', event => {
  if (event.key === 'Escape' && event.target.closest('.chip')) input.focus();
});
$('fresh').addEventListener('click', () => startAfresh('已开始新对话'));

/* A phone's keyboard that covers the page instead of shrinking it. */
window.visualViewport?.addEventListener('resize', () => {
  const { height, scale } = window.visualViewport;
  const covered = scale < 1.05 && window.innerHeight - height > 100;
  document.documentElement.style.setProperty('--view', covered ? `${height}px` : '100dvh');
  if (covered) window.scrollTo(0, 0);
});

/* a question that a link or another page brings is asked once somebody here says so */

function offer(question) {
  const asked = String(question ?? '').replace(UNSEEN, ' ').trim().slice(0, input.maxLength);
  if (!asked) return;
  log.querySelector('.shared')?.remove();
  const chip = el('button', { type: 'button', class: 'chip' }, asked);
  const card = el('section', { class: 'shared', 'aria-label': '带来的问题' }, el('p', {}, '要问这个吗？按一下就问：'), chip);
  chip.addEventListener('click', () => card.remove());
  log.append(card);
  card.scrollIntoView({ block: 'end' });
  chip.focus({ preventScroll: true });
}

function shared() {
  const question = new URLSearchParams(location.hash.slice(1)).get('q') ?? new URLSearchParams(location.search).get('q');
  if (question === null) return;
  history.replaceState(null, '', location.pathname);
  offer(question);
}

/* opening */

function restore() {
  log.setAttribute('aria-live', 'off');
  log.replaceChildren(welcome());
  for (const turn of talk.turns().now) {
    const asked = askedBubble(turn.question);
    log.append(asked);
    show(bubbleOf(turn), asked);
  }
  setTimeout(() => log.setAttribute('aria-live', 'polite'), 300);
}

function inFrame() {
  document.querySelectorAll('footer a').forEach(node => node.target = '_blank');
  addEventListener('keydown', event => {
    if (event.key === 'Escape' && !event.isComposing) parent.postMessage('juliu-close', '*');
  });
  addEventListener('message', ({ source, data }) => {
    if (source !== parent || !data?.juliu) return;
    const { greeting, question } = data.juliu;
    if (greeting && $('greeting')) $('greeting').textContent = String(greeting).slice(0, 100);
    offer(question);
  });
  parent.postMessage('juliu-ready', '*');
}

if (document.documentElement.lang === 'zh-Hant') inTraditional(document.body, true);
restore();
write(talk.draft.get());
if (!handheld()) input.focus({ preventScroll: true });
talk.watch(() => waiting || edited || restore());
addEventListener('hashchange', shared);
addEventListener('online', () => document.querySelector('.offline')?.remove());
shared();
if (framed) inFrame();
else navigator.serviceWorker?.register('sw.js').catch(() => { });
