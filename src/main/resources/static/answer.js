import { button, copied, el, inTraditional, link, list, say, site, webAddress, words } from './dom.js';

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
const SENTENCE = /[。？！\n]/;
const SITES = 3;
/** Where the short form of an article's title ends. */
const SUBTITLE = /[：（(].*/s;

/* what it says */

function span({ text, strong, url }) {
  const address = url && webAddress(url);
  const lines = text.split('\n').flatMap((line, i) => i ? [el('br', {}), ...words(line)] : words(line));
  return address ? [link(address, ...(webAddress(text) ? [site(address)] : lines))] : strong ? [el('b', {}, ...lines)] : lines;
}

const spans = parts => list(parts).flatMap(span);

const lengthOf = parts => parts.reduce((sum, { text }) => sum + text.length, 0);

/** The words of a paragraph, its first sentence to be seen first; with the next one where it is but 可以。 */
function led(parts) {
  const at = [];
  const rest = [...parts];
  while (rest.length) {
    const part = rest.shift();
    const end = part.text.search(SENTENCE);
    if (end < 0) {
      at.push(part);
      continue;
    }
    at.push({ ...part, text: part.text.slice(0, end + 1).trimEnd() });
    rest.unshift({ ...part, text: part.text.slice(end + 1) });
    if (!part.text.slice(end + 1)) rest.shift();
    if (part.text[end] === '\n') rest.unshift({ text: '\n' });
    else if (lengthOf(at) < 5) continue;
    break;
  }
  return [el('span', { class: lengthOf(at) > 90 ? 'verdict long' : 'verdict' }, ...spans(at)), ...spans(rest)];
}

function table(rows) {
  const [head, ...body] = list(rows).map(list);
  const named = head?.length === 2;
  return el('div', { class: 'scroll', role: 'group', 'aria-label': '表格', tabindex: '0' }, el('table', {},
    el('thead', {}, el('tr', {}, ...list(head).map(cell => el('th', { scope: 'col' }, ...spans(cell))))),
    el('tbody', {}, ...body.map(row => el('tr', {}, ...row.map((cell, i) =>
      i || !named ? el('td', {}, ...spans(cell)) : el('th', { scope: 'row' }, ...spans(cell))))))));
}

function items(items) {
  return list(items).map(([first, ...rest]) => el('li', {},
    ...(first?.kind === 'paragraph' ? spans(first.words) : shown([first])), ...shown(rest)));
}

function shown(blocks) {
  return list(blocks).map(block => {
    switch (block?.kind) {
      case 'paragraph': return el('p', {}, ...spans(block.words));
      case 'list': return el(block.ordered ? 'ol' : 'ul', {}, ...items(block.items));
      case 'table': return table(block.rows);
      case 'note': return el('p', { class: 'small' }, ...spans(block.words));
      default: return null;
    }
  }).filter(Boolean);
}

/** The elements of all that is said, and those of the small print below it. */
function said(answer) {
  const blocks = list(answer.blocks).length ? answer.blocks : [{ kind: 'paragraph', words: [{ text: answer.text }] }];
  const notes = blocks.filter(block => block.kind === 'note');
  const [first, ...rest] = blocks.filter(block => block.kind !== 'note');
  const lead = first?.kind === 'paragraph' ? [el('p', {}, ...led(first.words))] : shown([first]);
  const body = [...lead, ...shown(rest)];
  if (answer.outcome === 'list' && list(answer.rollout).length) {
    body.find(node => node.matches('.scroll'))?.firstChild.prepend(el('caption', {}, `共 ${answer.rollout.length} 项，按日期排列`));
  }
  return { body, notes: shown(notes) };
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
  const [sign, name] = LABELS[kind];
  return el('p', { class: 'label', 'data-tone': kind }, el('span', { 'aria-hidden': 'true' }, sign), name);
}

/* where it comes from, on one line until it is opened */

const named = ({ article, section }) => `《${article}》${section === article ? '' : section}`;

function from(answer) {
  const page = answer.article && webAddress(answer.page);
  const sources = list(answer.sources).map(({ title, url }) => ({ title, url: webAddress(url) })).filter(({ url }) => url);
  const places = [...(page ? [{ title: named(answer), url: page }] : []), ...sources];
  if (!places.length) return [];
  const sites = [...new Map(sources.map(source => [site(source.url), source])).entries()].slice(0, SITES);
  const chips = [...(page ? [[named(answer), page, `《${answer.article.replace(SUBTITLE, '')}》`]] : []),
    ...sites.map(([name, { title, url }]) => [title || url.href, url, name])].map(([title, url, name]) => {
    const chip = link(url, name);
    chip.title = title;
    return chip;
  });
  const all = el('ul', { class: 'all', hidden: '' }, ...places.map(({ title, url }) => {
    const name = webAddress(title) ? site(url) : title || site(url);
    return el('li', {}, link(url, ...words(name), url === page || name === site(url) ? null : el('i', {}, site(url))));
  }));
  const open = button('more', `来源 ${places.length}`, () => {
    all.hidden = !all.hidden;
    open.setAttribute('aria-expanded', String(!all.hidden));
    chips.forEach(chip => chip.hidden = !all.hidden);
    onOneLine(open.parentNode);
    if (!all.hidden) all.scrollIntoView({ block: 'nearest' });
  });
  open.setAttribute('aria-expanded', 'false');
  return [el('div', { class: 'sources' }, open, ...chips), all];
}

/** Hides the chips that would begin a second line. */
function onOneLine(row) {
  const [open, ...chips] = row.children;
  const line = open.getBoundingClientRect();
  chips.filter(chip => chip.getBoundingClientRect().top > line.bottom).forEach(chip => chip.hidden = true);
}

/** The places that come nearest to what nothing answers; each opens where it stands. */
function nearest(answer) {
  const near = list(answer.nearest).map(({ article, section, page, blocks }) => {
    const address = webAddress(page);
    const place = el('details', { class: 'near' }, el('summary', { class: 'chip own' }, ...words(section)),
      el('div', {}, ...shown(blocks), address ? el('p', {}, link(address, `看《${article}》`)) : null));
    place.addEventListener('toggle', () => place.open && place.scrollIntoView({ block: 'nearest' }));
    return place;
  });
  return near.length ? [el('p', { class: 'asking' }, '最接近的内容：'), el('div', { class: 'chips' }, ...near)] : [];
}

/** How a person is reached, where nothing answers. */
function contactLine(answer) {
  const ways = list(answer.contact).map(({ title, url }) => webAddress(url) ? link(webAddress(url), title) : title);
  return ways.length ? el('p', { class: 'small' }, '找人问：', ...ways.flatMap((way, i) => i ? [' · ', way] : way)) : null;
}

function choices(answer) {
  const asked = list(answer.options).length > 0;
  const options = [...list(answer.options), ...list(answer.suggestions)]
    .map(option => typeof option === 'string' ? { label: option, question: option } : option)
    .filter(option => option && (option.question || option.label));
  if (!options.length) return [];
  return [asked ? null : el('p', { class: 'asking' }, '您想问的是不是：'),
    el('div', { class: 'chips', role: 'group', 'aria-label': asked ? '请选一个' : '相近的问题' },
      ...options.map(({ label, question }) => el('button',
        { type: 'button', class: 'chip', 'data-question': question || label }, ...words(label || question))))];
}

/* what can be done with it */

function copyButton(name, text) {
  const copy = button('act', name, async () => {
    const done = await copied(text());
    copy.textContent = done ? '已复制' : '没能复制';
    say(done ? '已复制' : '没能复制，请选中文字再复制');
    setTimeout(() => copy.textContent = name, 2000);
  });
  return copy;
}

/** A link with the question in what is not sent to any server. */
function shareButton(question) {
  const url = new URL('./#q=' + encodeURIComponent(question), document.baseURI).href;
  const handheld = navigator.share && matchMedia('(pointer: coarse)').matches;
  return handheld
    ? button('act', '分享', () => navigator.share({ title: question, url }).catch(() => { }))
    : copyButton('分享', () => url);
}

/** None under small talk and a question back. */
function judged(answer) {
  return answer.id && answer.outcome !== 'clarify' && (answer.outcome !== 'unknown' || /known/.test(answer.reason));
}

/** The two buttons, and below them what is said after a press. */
function verdictOn(answer, keep) {
  const below = el('div', { class: 'why', 'aria-live': 'off' });
  const buttons = [true, false].map(useful => button('act', useful ? '有用' : '没用', () => judge(useful)));
  const show = () => buttons.forEach((node, i) => node.setAttribute('aria-pressed', String(answer.useful === !i)));
  const line = el('p', {});
  const told = (text, refused) => {
    line.textContent = text;
    if (refused) below.append(line);
    else below.replaceChildren(line);
    say(text);
  };
  const send = async (useful, text, more) => {
    const trouble = await sendFeedback({ id: answer.id, useful, ...more });
    if (trouble) return told(trouble, true);
    answer.useful = useful;
    show();
    keep(answer);
    told(text);
    return true;
  };
  const judge = async useful => {
    const done = await send(useful, useful ? '谢谢！' : '谢谢，能说说哪里不好吗？');
    if (!done || useful) return;
    below.append(reasons(async (more, back) => {
      const had = below.contains(document.activeElement);
      if (await send(false, '谢谢，记下了。', more) && had) back.focus({ preventScroll: true });
    }, buttons[1], text => told(text, true)));
    below.scrollIntoView({ block: 'nearest' });
  };
  show();
  return { buttons, below };
}

function reasons(give, back, refuse) {
  const link = el('input', { type: 'url', maxlength: '500', placeholder: 'https://', autocomplete: 'off', 'aria-label': '更新的来源（网址，可以不填）' });
  const form = el('form', { class: 'newer', hidden: '', novalidate: '' },
    el('span', { class: 'small', 'aria-hidden': 'true' }, '有更新的来源吗？可以不填'), link, el('button', { class: 'chip own' }, '送出'));
  form.addEventListener('submit', event => {
    event.preventDefault();
    const typed = link.value.trim();
    const url = webAddress(/^[a-z]+:/i.test(typed) ? typed : 'https://' + typed);
    if (typed && !/\../.test(url?.host)) return refuse('这个网址没读懂，请像 https://www.service-public.fr 这样写全。');
    give({ reason: 'outdated', link: typed ? url.href : undefined }, back);
  });
  const chips = Object.entries(COMPLAINTS).map(([reason, name]) => button('chip own', name, event => {
    if (reason !== 'outdated') return give({ reason }, back);
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

/** The words for a response that is none, with how long to wait and whether asking again is of no use. */
export function refusal(response, problem) {
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

/** When an answer of an earlier day was given: the facts may have changed since. */
function when(at) {
  const day = new Date(at);
  return day.toDateString() === new Date().toDateString()
    ? null
    : el('p', { class: 'when' }, `${day.getMonth() + 1} 月 ${day.getDate()} 日的回答，之后可能有变，可以再问一次。`);
}

/**
 * An answer on the page.
 *
 * @param acts what is done when it is judged (`keep`), asked again (`again`) or its question edited (`edit`)
 */
export function answerBubble({ question, answer, at }, acts) {
  const { body, notes } = said(answer);
  const use = judged(answer) ? verdictOn(answer, acts.keep) : { buttons: [] };
  const hant = answer.script === 'hant';
  const bubble = el('article', {
    class: 'answer', 'data-outcome': answer.outcome, lang: hant ? 'zh-Hant' : 'zh-Hans', 'aria-label': `回答：${question}`,
  }, when(at), label(answer), el('div', { class: 'text' }, ...body), ...choices(answer), ...nearest(answer), ...notes,
    contactLine(answer), ...from(answer),
    el('div', { class: 'acts' }, ...use.buttons, copyButton('复制', () => answer.text.trim()), shareButton(question),
      button('act last', '重问', acts.again), button('act last', '修改', acts.edit)),
    use.below);
  return hant ? inTraditional(bubble) : bubble;
}

/** Fits a bubble that stands on the page: its sources on one line, a text of much more than twelve lines folded; a table stays whole. */
export function fit(bubble) {
  bubble.querySelectorAll('.sources').forEach(onOneLine);
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
