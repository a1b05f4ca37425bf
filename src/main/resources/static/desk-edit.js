// The editing pages save without this: it shows what is written as people will see it, and keeps what is not saved yet.

const form = document.getElementById('edit');
const preview = document.getElementById('preview');
const problems = document.getElementById('problems');
const tried = document.getElementById('tried');
const doing = document.getElementById('doing');
const trouble = document.getElementById('trouble');
const save = document.getElementById('save');

// what the server takes in as a whole, with room for the rest of the form
const LARGEST = 60000;
const LOOK = 350;
const ASK = 1500;

const root = preview.attachShadow({ mode: 'open' });
for (const href of preview.dataset.styles.split(' ')) {
  root.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href }));
}
const prose = Object.assign(document.createElement('div'), { className: 'prose' });
root.append(prose);

let looking = 0;
let asking = 0;
let written = 0;
let running = false;

const fields = () => new URLSearchParams(new FormData(form));
const texts = () => [...form.querySelectorAll('textarea, input:not([type=hidden])')];
const box = `desk ${form.elements.file.value} ${form.elements.kind.value} ${form.elements.part.value}`;

function tell(words) {
  trouble.textContent = words;
  trouble.hidden = words === '';
}

async function post(path) {
  const response = await fetch(path, { method: 'POST', body: fields(), headers: { Accept: 'application/json' } });
  if (response.redirected || response.status === 403) {
    tell('登录过期了。您写的还在：请在另一个窗口登录，再回来按“保存”；不行就刷新这一页，按“放回上次没存的”。');
    throw new Error('logged out');
  }
  if (!response.ok) throw new Error(String(response.status));
  return response.json();
}

async function look() {
  const at = written;
  try {
    const shown = await post(form.dataset.preview);
    if (at !== written) return;
    prose.innerHTML = shown.html;
    problems.replaceChildren(...shown.problems.map((words) => Object.assign(document.createElement('li'), { textContent: words })));
    problems.classList.toggle('broken', shown.broken);
  } catch {
    // the next letter tries again
  }
}

function answer(one) {
  const item = document.createElement('li');
  const head = document.createElement('p');
  head.append(Object.assign(document.createElement('b'), { textContent: one.question }), ' ',
    Object.assign(document.createElement('span'), { className: 'label list', textContent: one.outcome }), ' ',
    Object.assign(document.createElement('span'), { className: 'soft', textContent: one.place }));
  item.append(head, Object.assign(document.createElement('p'), { className: 'told', tabIndex: 0, textContent: one.text }));
  return item;
}

async function ask() {
  if (running) return;
  if (!['q1', 'q2', 'q3'].some((name) => form.elements[name].value.trim())) {
    tried.replaceChildren();
    doing.textContent = '写一个问题，就照写的试问。';
    return;
  }
  running = true;
  const at = written;
  doing.textContent = '正在照写的试问…';
  let again = 0;
  try {
    const found = await post(form.dataset.try);
    if (found.state === 'answered') tried.replaceChildren(...found.answers.map(answer));
    doing.textContent = { answered: '照写的答：', broken: '有写错的地方，改好才能试问。', stale: '文件里已经变了，先存一次看看。', busy: '正在等别的试问…' }[found.state];
    if (found.state === 'busy' || at !== written) again = ASK;
  } catch {
    doing.textContent = '没能试问，改一个字就再试。';
  }
  running = false;
  form.dataset.asked = at === written && !again ? String(written) : '';
  if (again) asking = setTimeout(ask, again);
}

function changed() {
  written += 1;
  sessionStorage.setItem(box, JSON.stringify(texts().map((field) => field.value)));
  const large = fields().toString().length > LARGEST;
  save.disabled = large;
  tell(large ? '太长了，存不了：请把这一段分成两段，或者在文件里改。' : '');
  clearTimeout(looking);
  clearTimeout(asking);
  looking = setTimeout(look, LOOK);
  asking = setTimeout(ask, ASK);
}

form.addEventListener('input', changed);

const before = sessionStorage.getItem(box);
const again = document.getElementById('again');
if (before && before !== JSON.stringify(texts().map((field) => field.value))) {
  again.hidden = false;
  again.querySelector('button').addEventListener('click', () => {
    JSON.parse(before).forEach((value, i) => { if (texts()[i]) texts()[i].value = value; });
    again.hidden = true;
    changed();
  });
}

look();
