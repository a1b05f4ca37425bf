/* elements and text nodes, never markup */

export const $ = id => document.getElementById(id);
export const list = value => Array.isArray(value) ? value : [];

const ADDRESS = /https?:\/\/[^\s<>"'\u2018-\u201d\u3000-\u303f\u3400-\u9fff\uff00-\uffef]+/gi;
const FRENCH = /(?![ldLD]['’]?$)[a-zà-öø-ÿœ][a-zà-öø-ÿœ'’.-]*[a-zà-öø-ÿœ](?:[ \u00a0][a-zà-öø-ÿœ][a-zà-öø-ÿœ'’.-]*)*/gi;

export function el(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    node.setAttribute(name, value);
  }
  node.append(...children.filter(child => child !== null && child !== undefined));
  return node;
}

export function button(className, text, onClick) {
  const node = el('button', { type: 'button', class: className }, text);
  node.addEventListener('click', onClick);
  return node;
}

/** An address of the web, or of a page of ours by its path; null for any other. */
export function webAddress(text) {
  try {
    const url = /^\/(?!\/)/.test(text) ? new URL(text.slice(1), document.baseURI) : new URL(text);
    return /^https?:$/.test(url.protocol) ? url : null;
  } catch {
    return null;
  }
}

export function link(url, ...children) {
  return el('a', { href: url.href, target: '_blank', rel: 'noopener' }, ...children);
}

/** The site's name in few letters: without www, and without what stands before interieur.gouv.fr. */
export function site(url) {
  const parts = url.host.replace(/^www\./, '').split('.');
  while (parts.length > 2 && parts.join('.').length > 24) parts.shift();
  return parts.join('.');
}

/** Text with its French marked as such and its bare addresses as links. */
export function words(text) {
  const nodes = [];
  let from = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = match[0].replace(/[.,;:!?)\]]+$/, '');
    const url = webAddress(address);
    if (!url) continue;
    nodes.push(...french(text.slice(from, match.index)), link(url, site(url)));
    from = match.index + address.length;
  }
  return [...nodes, ...french(text.slice(from))];
}

function french(text) {
  const nodes = [];
  let from = 0;
  for (const match of text.matchAll(FRENCH)) {
    if (/[@/:_\d]/.test(text[match.index - 1]) || /[@/_]/.test(text[match.index + match[0].length])) continue;
    nodes.push(text.slice(from, match.index), el('span', { lang: 'fr' }, match[0]));
    from = match.index + match[0].length;
  }
  return [...nodes, text.slice(from)].filter(node => node !== '');
}

export function say(text) {
  $('status').textContent = text;
}

export async function copied(text) {
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

/* the page's own words in traditional characters */

const OWN = '.label, .act, .more, .why, caption, .when, .sources > button, .near a, .chips[aria-label] + .small, .asking';
const FRAME = ', .typing, .failure, #status, #counter, #send, .past, .shared';
const SIMPLE = '网办还计划单里没请这样说选个开复制谢记错过时问题吗来项类资试点读换写络连条编号对边会儿话链修后发给带内备录现确设长变';
const FULL = '網辦還計劃單裡沒請這樣說選個開複製謝記錯過時問題嗎來項類資試點讀換寫絡連條編號對邊會兒話鏈修後發給帶內備錄現確設長變';

export function inTraditional(root, whole) {
  const turn = () => root.querySelectorAll(whole ? OWN + FRAME : OWN).forEach(own => {
    const texts = document.createTreeWalker(own, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const turned = texts.currentNode.data.replace(/\p{Script=Han}/gu, sign => FULL[SIMPLE.indexOf(sign)] ?? sign);
      if (turned !== texts.currentNode.data) texts.currentNode.data = turned;
    }
  });
  turn();
  new MutationObserver(turn).observe(root, { childList: true, characterData: true, subtree: true });
  return root;
}
