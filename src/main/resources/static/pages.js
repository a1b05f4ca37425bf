/* what the pages can do beyond reading; without it they are read all the same */

const $ = id => document.getElementById(id);
const home = document.querySelector('.home').href;

/* one search box: Ctrl+K goes to it, wherever it is */

addEventListener('keydown', event => {
  if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
  event.preventDefault();
  const box = $('at:q');
  if (!box) return location.assign($('at:find').href);
  box.focus();
  box.select();
});
if (location.pathname === new URL($('at:find').href).pathname && $('at:q').value === '') $('at:q').focus();

/* the contents: open and in sight on a wide screen, with a mark at what is read */

const contents = document.querySelector('.contents');
const wide = matchMedia('(min-width: 1100px)');
if (contents) {
  const folding = contents.querySelector('details');
  const unfold = () => folding.open ||= wide.matches;
  unfold();
  wide.addEventListener('change', unfold);
  folding.addEventListener('click', event => {
    if (event.target.closest('a') && !wide.matches) folding.open = false;
  });
  const links = new Map([...contents.querySelectorAll('a')].map(link => [decodeURIComponent(link.hash.slice(1)), link]));
  const places = [...links.keys()].map($).filter(Boolean);
  const follow = () => {
    const at = places.findLast(place => place.getBoundingClientRect().top < innerHeight / 3);
    for (const [id, link] of links) {
      if (id === at?.id) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
    const link = wide.matches && at && links.get(at.id);
    if (link) contents.scrollTop = link.offsetTop - contents.clientHeight / 2;
  };
  let asked = 0;
  addEventListener('scroll', () => asked ||= requestAnimationFrame(() => {
    asked = 0;
    follow();
  }), { passive: true });
  follow();
}

/* what is folded is printed, too */

let folded = [];
addEventListener('beforeprint', () => {
  folded = [...document.querySelectorAll('details:not([open])')];
  folded.forEach(each => each.open = true);
});
addEventListener('afterprint', () => folded.forEach(each => each.open = false));

/* whether a section was of use */

const REASONS = { wrong: '写错了', outdated: '过时了', unclear: '看不懂' };

function button(words, press) {
  const node = document.createElement('button');
  node.type = 'button';
  node.className = 'act';
  node.textContent = words;
  node.addEventListener('click', press);
  return node;
}

async function send(word) {
  try {
    const response = await fetch(new URL('api/feedback', home), {
      method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(word),
    });
    if (response.ok) return '';
    return (await response.json().catch(() => null))?.detail ?? '没能送出，请过一会儿再试。';
  } catch {
    return '没能送出，请看一下网络再试。';
  }
}

for (const foot of document.querySelectorAll('.foot')) {
  const told = document.createElement('p');
  told.className = 'told';
  told.setAttribute('role', 'status');
  const acts = foot.querySelector('.acts');
  const give = async (useful, reason) => {
    const trouble = await send({ page: foot.dataset.page, useful, reason });
    told.textContent = trouble || (useful || reason ? '谢谢，记下了。' : '谢谢。哪里不好？');
    if (trouble) return;
    buttons.forEach((node, i) => node.setAttribute('aria-pressed', String(useful === !i)));
    if (!useful && !reason) told.append(...Object.entries(REASONS).map(([key, words]) => button(words, () => {
      buttons[1].focus();
      give(false, key);
    })));
  };
  const buttons = [button('有用', () => give(true)), button('没用', () => give(false))];
  buttons.forEach(node => node.setAttribute('aria-pressed', 'false'));
  acts.append(...buttons);
  foot.append(told);
}
