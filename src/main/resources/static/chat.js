const $ = id => document.getElementById(id);
const log = $('log');
const input = $('question');
const counter = $('counter');
const framed = document.documentElement.classList.contains('widget');

const PATIENCE = 30_000;
const TURNS_KEPT = 30;
const LABELS = {
  listed: ['✓', '可以网上办'],
  planned: ['○', '还在计划中'],
  mixed: ['◐', '有的可以，有的名单里没有'],
  'not-listed': ['–', '名单里没有'],
  list: ['≡', '网上申请名单'],
  section: ['§', '文章里这样说'],
  urgent: ['!', '请先看这里'],
  pinned: ['◆', '本群的回答'],
  clarify: ['?', '请您选一个'],
};
const COMPLAINTS = { wrong: '答错了', outdated: '过时了', beside: '答非所问', unclear: '看不懂' };
const BULLET = /^\s*[-•·*]\s+/;
const TAIL = /^(?:[资資]料截至|日期不明|以官方)/;
const SOURCE = /^([来來]源：)(《.+)$/;
const LINK = /https?:\/\/[^\s<>"'\u2018-\u201d\u3000-\u303f\u3400-\u9fff\uff00-\uffef]+/gi;

const list = value => Array.isArray(value) ? value : [];
const squeeze = text => text.replace(/\s+/g, '');
const handheld = () => matchMedia('(pointer: coarse)').matches;

/* what outlives a reload of this tab, and nothing else; nothing at all on another site */

let state = { conversation: opaque(), turns: [], draft: '' };
try {
  if (!framed) state = { ...state, ...JSON.parse(sessionStorage.getItem('juliu')) };
} catch { /* storage is off or unreadable: memory alone will do */ }

function keep() {
  state.turns = state.turns.slice(-TURNS_KEPT);
  try {
    if (!framed) sessionStorage.setItem('juliu', JSON.stringify(state));
  } catch { }
}

function opaque() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('');
}

/* building blocks: elements and text nodes, never markup */

function el(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    node.setAttribute(name, value);
  }
  node.append(...children.filter(child => child !== null && child !== undefined));
  return node;
}

function button(className, text, onClick) {
  const node = el('button', { type: 'button', class: className }, text);
  node.addEventListener('click', onClick);
  return node;
}

function webAddress(text) {
  try {
    const url = new URL(text);
    return /^https?:$/.test(url.protocol) ? url : null;
  } catch {
    return null;
  }
}

function link(url, ...children) {
  return el('a', { href: url.href, target: '_blank', rel: 'noopener', title: url.href }, ...children);
}

function shortened(url) {
  const full = url.host.replace(/^www\./, '') + (url.pathname + url.search + url.hash).replace(/\/$/, '');
  return full.length > 42 ? full.slice(0, 40) + '…' : full;
}

/** Text with its bare addresses as links. */
function linked(text) {
  const nodes = [];
  let from = 0;
  for (const match of text.matchAll(LINK)) {
    let address = match[0].replace(/[.,;:!?]+$/, '');
    if (!address.includes('(')) {
      address = address.replace(/[)\]]+$/, '');
    }
    const url = webAddress(address);
    if (url) {
      nodes.push(text.slice(from, match.index), link(url, shortened(url)));
      from = match.index + address.length;
    }
  }
  nodes.push(text.slice(from));
  return nodes.filter(node => node !== '');
}

/* the page's own words in traditional characters */

const OWN = '.label, .act, .more, .why, thead, caption, .planned';
const SIMPLE = '网办还计划单里没请这样说选个开复制谢记错过时问题吗来项类资试点读换写络连条编号对边会儿话';
const FULL = '網辦還計劃單裡沒請這樣說選個開複製謝記錯過時問題嗎來項類資試點讀換寫絡連條編號對邊會兒話';

function inTraditional(bubble) {
  const turn = () => bubble.querySelectorAll(OWN).forEach(own => {
    const texts = document.createTreeWalker(own, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const words = texts.currentNode.data.replace(/\p{Script=Han}/gu, sign => FULL[SIMPLE.indexOf(sign)] ?? sign);
      if (words !== texts.currentNode.data) texts.currentNode.data = words;
    }
  });
  turn();
  new MutationObserver(turn).observe(bubble, { childList: true, characterData: true, subtree: true });
  return bubble;
}

/* an answer */

/** The first line, what stands from the last line on that says as-of, and what stands between. */
function anatomy(text) {
  const lines = text.replace(/\r\n?/g, '\n').trim().split('\n');
  const verdict = lines.shift();
  const at = lines.findLastIndex(line => TAIL.test(line));
  const tail = at < 0 ? [] : lines.splice(at);
  return { verdict, body: lines, tail: tail.filter(line => line.trim()) };
}

/** Paragraphs and bullet lists from lines. */
function blocks(lines) {
  const made = [];
  let open = null;
  for (const line of lines) {
    const kind = !line.trim() ? null : BULLET.test(line) ? 'ul' : 'p';
    if (kind !== open) {
      open = kind;
      if (kind) made.push(el(kind, {}));
    } else if (kind === 'p') {
      made[made.length - 1].append(el('br', {}));
    }
    if (kind === 'p') made[made.length - 1].append(...linked(line));
    if (kind === 'ul') made[made.length - 1].append(el('li', {}, ...linked(line.replace(BULLET, ''))));
  }
  return made;
}

function tone(answer) {
  if (answer.reason === 'urgent') return 'urgent';
  if (answer.outcome !== 'listed') return answer.outcome;
  const rollout = list(answer.rollout);
  if (list(answer.notListed).length) return 'mixed';
  return rollout.length && rollout.every(entry => entry.planned) ? 'planned' : 'listed';
}

/** None for what is not known, a greeting among it: its one line says it all. */
function label(answer) {
  const kind = tone(answer);
  if (!LABELS[kind]) return null;
  const [sign, words] = LABELS[kind];
  return el('p', { class: 'label', 'data-tone': kind }, el('span', { 'aria-hidden': 'true' }, sign), words);
}

/** Whether a line of the text only repeats a row that the table shows. */
function repeats(line, rollout) {
  const bare = squeeze(line.replace(BULLET, ''));
  return rollout.some(entry => {
    const date = squeeze(entry.date || '');
    const permit = squeeze(entry.permit || '');
    const afterDate = date && bare.startsWith(date) ? bare.slice(date.length) : null;
    return afterDate !== null && (afterDate.length <= 6 || afterDate.includes(permit))
      || permit && bare.startsWith(permit) && bare.length - permit.length <= 6;
  });
}

function table(rollout) {
  const groups = new Map();
  for (const entry of rollout) {
    const date = entry.date || '日期不明';
    groups.set(date, [...groups.get(date) || [], entry]);
  }
  const body = el('tbody', {});
  for (const [date, entries] of groups) {
    const permits = entries.map(entry => el('li', {}, entry.permit || entry.row || '',
      entry.planned ? el('span', { class: 'planned' }, '计划') : null));
    body.append(el('tr', {}, el('th', { scope: 'row' }, date), el('td', {}, el('ul', {}, ...permits))));
  }
  const head = el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, '日期'), el('th', { scope: 'col' }, '居留类型')));
  return el('table', {}, el('caption', {}, `共 ${rollout.length} 项，按日期排列`), head, body);
}

function asOf(answer) {
  const [year, month, day] = String(answer.asOf || '').split('-').map(Number);
  if (!year) return answer.article && !answer.text.includes('日期不明') ? '日期不明' : null;
  const words = `${year} 年` + (month ? ` ${month} 月` : '') + (day ? ` ${day} 日` : '');
  const told = new RegExp(`(?:截至|资料|資料|更新)[^。\\n]{0,12}(?:${squeeze(words)}|${answer.asOf})`);
  return told.test(answer.text.replace(/[^\S\n]+/g, '')) ? null : `资料截至 ${words}`;
}

function pageOf(answer) {
  return typeof answer.page === 'string' && webAddress(new URL(answer.page.slice(1), document.baseURI));
}

/** A line of the tail; that of the article leads to its page. */
function sourced(line, answer) {
  const [, before, place] = SOURCE.exec(line) || [];
  const page = pageOf(answer);
  return place && page ? [before, link(page, place)] : linked(line);
}

/** Article and section, as far as the text does not say them already. */
function place({ article, section, text }) {
  return text.split('\n').some(line => SOURCE.test(line)) ? '' : [article, section === article ? null : section].filter(Boolean).join(' · ');
}

function meta(answer) {
  return [place(answer), asOf(answer)].filter(Boolean).join(' · ');
}

const dotted = parts => parts.flatMap((part, i) => i ? [' · ', part] : part);

/** The same to read, with a link to the article's page where there is one. */
function metaLine(answer) {
  const page = pageOf(answer);
  const from = place(answer);
  const parts = [page && from ? link(page, from) : from, asOf(answer)].filter(Boolean);
  return parts.length ? el('p', { class: 'meta' }, ...dotted(parts)) : null;
}

function untoldSources(answer) {
  return list(answer.sources)
    .map(source => ({ title: source.title, url: webAddress(source.url) }))
    .filter(({ url }, index) => url && !answer.text.includes(answer.sources[index].url));
}

function sourceList(sources) {
  if (!sources.length) return null;
  const shown = el('ul', { class: 'sources', 'aria-label': '来源' });
  const items = sources.map(({ title, url }) => el('li', {},
    link(url, el('b', {}, title || shortened(url)), el('i', {}, url.host.replace(/^www\./, '')))));
  shown.append(...items.slice(0, 3));
  if (items.length > 3) {
    const more = el('li', {}, button('more', `还有 ${items.length - 3} 个来源`, () => {
      more.replaceWith(...items.slice(3));
      items[3].firstChild.focus();
    }));
    shown.append(more);
  }
  return shown;
}

/** How a person is reached, where nothing answers. */
function contactLine(answer) {
  const ways = list(answer.contact).map(({ title, url }) => webAddress(url) ? link(webAddress(url), title) : title);
  return ways.length ? el('p', { class: 'small' }, '找人问：', ...dotted(ways)) : null;
}

function choices(answer) {
  const options = [...list(answer.options), ...list(answer.suggestions)]
    .map(option => typeof option === 'string' ? { label: option, question: option } : option)
    .filter(option => option && (option.question || option.label));
  if (!options.length) return null;
  const name = list(answer.options).length ? '请选一个' : '相近的问题';
  return el('div', { class: 'chips', role: 'group', 'aria-label': name },
    ...options.map(({ label, question }) => el('button',
      { type: 'button', class: 'chip', 'data-question': question || label }, label || question)));
}

function copyText(answer) {
  const sources = untoldSources(answer).map(({ title, url }) => `来源：${title ? title + ' ' : ''}${url.href}`);
  return [answer.text.trim(), meta(answer), ...sources].filter(Boolean).join('\n');
}

function copyButton(answer) {
  const copy = button('act', '复制', async () => {
    const done = await copied(copyText(answer));
    copy.textContent = done ? '已复制' : '没能复制';
    say(done ? '已复制' : '没能复制，请选中文字再复制');
    setTimeout(() => copy.textContent = '复制', 2000);
  });
  return copy;
}

/* whether it was of use */

/** None under small talk and a question back. */
function judged(answer) {
  return answer.id && answer.outcome !== 'clarify' && (answer.outcome !== 'unknown' || /known/.test(answer.reason));
}

/** The two buttons, and below them what is said after a press. */
function verdictOn(answer) {
  const below = el('div', { class: 'why', 'aria-live': 'off' });
  const buttons = [true, false].map(useful => button('act', useful ? '有用' : '没用', () => judge(useful)));
  const show = () => buttons.forEach((node, i) => node.setAttribute('aria-pressed', String(answer.useful === !i)));
  const line = el('p', {});
  const told = (words, refused) => {
    line.textContent = words;
    if (refused) below.append(line);
    else below.replaceChildren(line);
    say(words);
  };
  const send = async (useful, words, more) => {
    const trouble = await sendFeedback({ id: answer.id, useful, ...more });
    if (trouble) return told(trouble, true);
    answer.useful = useful;
    show();
    keep();
    told(words);
    return true;
  };
  const judge = async useful => {
    const done = await send(useful, useful ? '谢谢！' : '谢谢，能说说哪里不好吗？');
    if (!done || useful) return;
    below.append(reasons(async (more, from) => {
      const had = below.contains(document.activeElement);
      if (await send(false, '谢谢，记下了。', more) && had) from.focus({ preventScroll: true });
    }, buttons[1], words => told(words, true)));
    below.scrollIntoView({ block: 'nearest' });
  };
  show();
  return { buttons, below };
}

function reasons(give, from, refuse) {
  const link = el('input', { type: 'url', maxlength: '500', placeholder: 'https://', autocomplete: 'off', 'aria-label': '更新的来源（网址，可以不填）' });
  const form = el('form', { class: 'newer', hidden: '', novalidate: '' },
    el('span', { class: 'small', 'aria-hidden': 'true' }, '有更新的来源吗？可以不填'), link, el('button', { class: 'chip own' }, '送出'));
  form.addEventListener('submit', event => {
    event.preventDefault();
    const typed = link.value.trim();
    const url = webAddress(/^[a-z]+:/i.test(typed) ? typed : 'https://' + typed);
    if (typed && !/\../.test(url?.host)) return refuse('这个网址没读懂，请像 https://www.service-public.fr 这样写全。');
    give({ reason: 'outdated', link: typed ? url.href : undefined }, from);
  });
  const chips = Object.entries(COMPLAINTS).map(([reason, words]) => button('chip own', words, event => {
    if (reason !== 'outdated') return give({ reason }, from);
    form.hidden = false;
    event.target.setAttribute('aria-expanded', 'true');
    link.focus();
  }));
  return el('div', {}, el('div', { class: 'chips', role: 'group', 'aria-label': '哪里不好' }, ...chips), form);
}

/** The words for what went wrong; none when it was taken. */
async function sendFeedback(word) {
  try {
    const response = await fetch('api/feedback', {
      method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(word),
    });
    return response.ok ? '' : refusal(response, await response.json().catch(() => null)).words;
  } catch {
    return '没能送出，请看一下网络再试。';
  }
}

async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = el('textarea', { class: 'unseen', readonly: '' }, text);
    const back = document.activeElement;
    document.body.append(area);
    area.select();
    const done = document.execCommand('copy');
    area.remove();
    back?.focus({ preventScroll: true });
    return done;
  }
}

function answerBubble(answer) {
  const { verdict, body, tail } = anatomy(answer.text);
  const rollout = answer.outcome === 'list' ? list(answer.rollout) : [];
  const rest = rollout.length ? body.filter(line => !repeats(line, rollout)) : body;
  const text = el('div', { class: 'text' },
    el('p', { class: verdict.length > 90 ? 'verdict long' : 'verdict' }, ...linked(verdict)),
    rollout.length ? table(rollout) : null, ...blocks(rest));
  const use = judged(answer) ? verdictOn(answer) : { buttons: [] };
  const hant = answer.script === 'hant';
  const bubble = el('article', { class: 'answer', 'data-outcome': answer.outcome, lang: hant ? 'zh-Hant' : 'zh-Hans' },
    el('span', { class: 'unseen' }, '回答：'), label(answer), text,
    ...tail.map(line => el('p', { class: 'small' }, ...sourced(line, answer))),
    contactLine(answer), choices(answer), sourceList(untoldSources(answer)),
    el('div', { class: 'foot' }, metaLine(answer), el('div', { class: 'acts' }, ...use.buttons, copyButton(answer))),
    use.below);
  return hant ? inTraditional(bubble) : bubble;
}

/** Folds a text of much more than twelve lines; a table stays whole. */
function foldIfLong(bubble) {
  const text = bubble.querySelector('.text');
  const line = parseFloat(getComputedStyle(text).lineHeight);
  if (text.querySelector('table') || text.scrollHeight < line * 15) return;
  const more = button('more', '展开全文', () => fold(!text.classList.contains('folded')));
  const fold = folded => {
    text.classList.toggle('folded', folded);
    more.textContent = folded ? '展开全文' : '收起';
    more.setAttribute('aria-expanded', String(!folded));
    if (folded) bubble.scrollIntoView({ block: 'nearest' });
  };
  text.addEventListener('focusin', () => fold(false));
  text.after(more);
  text.classList.add('folded');
  more.setAttribute('aria-expanded', 'false');
}

/* the conversation */

let waiting = null;

function say(words) {
  $('status').textContent = words;
}

function askedBubble(question) {
  return el('p', { class: 'asked' }, el('span', { class: 'unseen' }, '您问：'), question);
}

function typingBubble() {
  const dots = el('span', { class: 'dots', 'aria-hidden': 'true' }, el('span', {}), el('span', {}), el('span', {}));
  return el('p', { class: 'typing' }, dots, el('span', { class: 'unseen' }, '正在查…'));
}

function show(bubble, asked) {
  log.append(bubble);
  if (bubble.matches('.answer')) foldIfLong(bubble);
  const tall = bubble.getBoundingClientRect().bottom - asked.getBoundingClientRect().top > Math.min(log.clientHeight, innerHeight - 112) - 28;
  if (tall) asked.scrollIntoView({ block: 'start' });
  else bubble.scrollIntoView({ block: 'end' });
}

async function ask(question) {
  if (waiting) {
    if (!input.value.trim()) write(question);
    say('上一个问题还在查，请稍等');
    return;
  }
  const asked = askedBubble(question);
  const typing = typingBubble();
  log.append(asked);
  show(typing, asked);
  const wait = waiting = new AbortController();
  setBusy(true);
  state.draft = question;
  keep();
  const slow = setTimeout(() => typing.append('还在查，请稍等…'), 5000);
  const outcome = await fetchAnswer(question, wait);
  clearTimeout(slow);
  typing.remove();
  if (waiting !== wait) return;
  waiting = null;
  setBusy(false);
  if (outcome.answer) state.turns.push({ question, answer: outcome.answer });
  else if (outcome.final && !input.value.trim()) write(question);
  state.draft = input.value || (outcome.answer ? '' : question);
  keep();
  show(outcome.answer ? answerBubble(outcome.answer) : failureBubble(question, outcome, asked), asked);
}

/** An answer, or the words for a failure, with how long to wait and whether asking again is of no use. */
async function fetchAnswer(question, wait) {
  const timer = setTimeout(() => wait.abort(), PATIENCE);
  try {
    const response = await fetch('api/ask', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json, application/problem+json' },
      body: JSON.stringify({ question, conversation: state.conversation }),
      signal: wait.signal,
    });
    const body = await response.json().catch(() => null);
    if (!response.ok) return refusal(response, body);
    return typeof body?.text === 'string' && body.text.trim() ? { answer: { ...body, text: body.display ?? body.text } } : { words: '回答没有收全，请再试一次。' };
  } catch {
    if (wait.signal.aborted) return { words: '等了很久还没有回答，请再试一次。' };
    return { words: navigator.onLine === false ? '现在好像没有网络。连上以后再试就行，问题还在。' : '没连上，请看一下网络再试，问题还在。' };
  } finally {
    clearTimeout(timer);
  }
}

function refusal(response, problem) {
  const { status } = response;
  if (status === 429 || status === 503) {
    const seconds = Math.min(Math.max(Math.ceil(Number(response.headers.get('Retry-After'))) || 10, 1), 3600);
    return { words: `${status === 429 ? '问得有点快' : '人太多'}，请等 ${seconds} 秒再试，谢谢。`, seconds };
  }
  if (status >= 400 && status < 500) {
    const detail = /[\u4e00-\u9fff]/.test(problem?.detail) ? problem.detail : '这句话没能读懂，请换个写法或写短一点。';
    return { words: detail, final: status !== 408 };
  }
  return { words: '我这边出了点问题，不是您的错。请过一会儿再试。' };
}

function failureBubble(question, { words, seconds, final }, asked) {
  const bubble = el('div', { class: 'failure' }, el('p', {}, words));
  if (final) return bubble;
  const retry = button('chip own', '重试', () => {
    if (retry.getAttribute('aria-disabled') === 'true') return;
    if (!waiting) {
      bubble.remove();
      asked.remove();
    }
    ask(question);
    rest();
  });
  bubble.append(el('div', { class: 'chips' }, retry));
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

function startAfresh() {
  waiting?.abort();
  waiting = null;
  setBusy(false);
  state = { conversation: opaque(), turns: [], draft: input.value };
  keep();
  log.replaceChildren($('welcome').content.cloneNode(true));
  log.scrollTop = 0;
  say('已开始新对话');
  rest();
}

/* the composer */

function setBusy(busy) {
  $('send').setAttribute('aria-disabled', String(busy));
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
  ask(question);
}

$('composer').addEventListener('submit', event => {
  event.preventDefault();
  submit();
});
input.addEventListener('keydown', event => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
  event.preventDefault();
  submit();
});
input.addEventListener('input', () => {
  fitInput();
  if (waiting) return;
  state.draft = input.value;
  keep();
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
$('fresh').addEventListener('click', startAfresh);

/* A phone's keyboard that covers the page instead of shrinking it. */
window.visualViewport?.addEventListener('resize', () => {
  const { height, scale } = window.visualViewport;
  const covered = scale < 1.05 && window.innerHeight - height > 100;
  document.documentElement.style.setProperty('--view', covered ? `${height}px` : '100dvh');
  if (covered) window.scrollTo(0, 0);
});

/* opening */

function restore() {
  log.setAttribute('aria-live', 'off');
  log.append($('welcome').content.cloneNode(true));
  for (const { question, answer } of list(state.turns)) {
    const asked = askedBubble(question);
    log.append(asked);
    show(answerBubble(answer), asked);
  }
  setTimeout(() => log.setAttribute('aria-live', 'polite'), 300);
  write(state.draft || '');
  if (!handheld()) input.focus({ preventScroll: true });
}

if (framed) {
  document.querySelectorAll('footer a').forEach(node => node.target = '_blank');
  addEventListener('keydown', event => {
    if (event.key === 'Escape' && !event.isComposing) parent.postMessage('juliu-close', '*');
  });
}
keep();
restore();
