/* what stays on this device: questions with their answers, nothing else, and nowhere else */

const KEY = 'juliu';
const UNREAD = 'juliu-unread';
const MOST = 50;
const DAY = 86_400_000;
const KEPT = 30 * DAY;
/** As long as the server remembers what was asked before. */
const MEMORY = DAY / 48;

export const opaque = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('');

let memory = { id: opaque(), used: 0, turns: [] };

function read() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY));
    if (kept && Array.isArray(kept.turns)) memory = kept;
    else if (kept === null) memory = { ...memory, turns: [] };
  } catch { /* storage is off or unreadable: memory alone will do */ }
  const now = Date.now();
  memory.turns = memory.turns.filter(turn => turn?.answer && turn.at > now - KEPT).slice(-MOST);
  return memory;
}

function write() {
  for (let most = MOST; most; most >>= 1) {
    memory.turns = memory.turns.slice(-most);
    try {
      return localStorage.setItem(KEY, JSON.stringify(memory));
    } catch { /* too much for this browser, or none at all */ }
  }
}

/** Whether no second reader is to get what is asked here; kept when the talk is deleted. */
export const unread = {
  kept: false,
  get() {
    try {
      return localStorage.getItem(UNREAD) !== null;
    } catch {
      return this.kept;
    }
  },
  set(wanted) {
    this.kept = wanted;
    try {
      if (wanted) localStorage.setItem(UNREAD, '1');
      else localStorage.removeItem(UNREAD);
    } catch { /* kept for this page alone */ }
  },
};

/** The name of the talk that goes on; a new one where the server has forgotten the last. */
export function id() {
  const now = Date.now();
  const { used } = read();
  if (used < now - MEMORY) memory.id = opaque();
  memory.used = now;
  write();
  return memory.id;
}

/** The turns of the talk that goes on, and those before it. */
export function turns() {
  const { id, used, turns } = read();
  const goesOn = used >= Date.now() - MEMORY;
  const now = turns.filter(turn => goesOn && turn.talk === id);
  return { now, past: turns.filter(turn => !now.includes(turn)) };
}

/** Keeps an answer, in place of another one where it answers anew. */
export function add(question, answer, instead) {
  const turn = { talk: read().id, at: Date.now(), question, answer };
  memory.turns = memory.turns.filter(other => other.answer.id !== instead?.answer.id);
  memory.turns.push(turn);
  write();
  return turn;
}

/** Keeps what was said of an answer. */
export function judged(answer) {
  for (const turn of read().turns) {
    if (turn.answer.id === answer.id) turn.answer.useful = answer.useful;
  }
  write();
}

/** Begins a new talk; those before stay. */
export function begin() {
  read();
  memory.id = opaque();
  memory.used = Date.now();
  write();
}

export function forget() {
  memory = { id: opaque(), used: 0, turns: [] };
  try {
    localStorage.removeItem(KEY);
  } catch { }
}

/** Tells when another page of this device has changed it. */
export function watch(changed) {
  addEventListener('storage', event => {
    if (event.key === KEY || event.key === null) changed();
  });
}

export const draft = {
  get() {
    try {
      return sessionStorage.getItem(KEY) || '';
    } catch {
      return '';
    }
  },
  set(text) {
    try {
      sessionStorage.setItem(KEY, text);
    } catch { }
  },
};
