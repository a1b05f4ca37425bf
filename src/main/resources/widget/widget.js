/* Juliu: the chat on another page. A round button, or Juliu.open(), opens it in a frame; nothing else is loaded. */
(() => {
  const script = document.currentScript;
  if (!script || document.querySelector('juliu-chat')) return;
  const WORDS = {
    'zh-Hans': ['在法居留问答', '关闭问答', '这里没能打开问答：可能是这个网站还没有获准放它，也可能是网络不通。', '在新窗口里问'],
    'zh-Hant': ['在法居留問答', '關閉問答', '這裡沒能打開問答：可能是這個網站還沒有獲准放它，也可能是網絡不通。', '在新視窗裡問'],
    fr: ['Questions de séjour, en chinois', 'Fermer', 'Le chat ne s’ouvre pas ici : ce site n’y est peut-être pas autorisé, ou le réseau ne répond pas.', 'Ouvrir à part'],
    en: ['Residence questions, in Chinese', 'Close', 'The chat does not open here: this site may not be allowed to show it, or there is no network.', 'Open it apart'],
  };
  const { position, color, greeting } = script.dataset;
  const lang = WORDS[script.dataset.lang] ? script.dataset.lang : 'zh-Hans';
  const [name, closing, refusal, apart] = WORDS[lang];
  const address = new URL(lang === 'zh-Hant' ? 'widget?lang=zh-Hant' : 'widget', script.src);
  const side = position === 'left' ? 'left' : 'right';
  const lake = /^#[\da-f]{6}$/i.test(color) ? color : '#a8372a';

  const css = `
:host { all: initial; }
* { box-sizing: border-box; }
[hidden] { display: none !important; }
button { display: grid; place-items: center; padding: 0; border: 0; border-radius: 50%; cursor: pointer; touch-action: manipulation; }
button:focus-visible { outline: 3px solid #fff; outline-offset: 1px; box-shadow: 0 0 0 7px #1c1c1c; }
svg { fill: none; stroke: #fff; stroke-width: 4; stroke-linecap: round; stroke-linejoin: round; }
.mark, .panel { position: fixed; z-index: 2147483000; ${side}: max(20px, env(safe-area-inset-${side})); }
.mark { bottom: max(20px, env(safe-area-inset-bottom)); width: 60px; height: 60px; background: ${lake}; box-shadow: 0 2px 10px rgb(0 0 0 / 30%); }
.mark:hover { filter: brightness(1.12); }
.panel {
  bottom: 92px; width: 400px; max-width: calc(100vw - 40px); height: 640px; max-height: calc(100vh - 112px);
  overflow: hidden; border: 1px solid rgb(128 128 128 / 45%); border-radius: 18px; background: #f4f1ea; box-shadow: 0 8px 40px rgb(0 0 0 / 25%);
}
.sorry { padding: 72px 24px 24px; font: 16px/1.7 system-ui, sans-serif; color: #23282a; }
.sorry a { color: #17565e; }
iframe { display: block; width: 100%; height: 100%; border: 0; }
.close { position: absolute; top: 8px; right: 8px; width: 44px; height: 44px; background: none; }
.close svg { padding: 8px; border-radius: 50%; background: #5a6164; }
.close:hover svg { background: #23282a; }
@media (max-width: 479px) {
  .panel { inset: 0; width: 100%; max-width: none; height: 100vh; height: 100dvh; max-height: none; border: 0; border-radius: 0; }
  .panel:not([hidden]) + .mark { display: none; }
}
@media (prefers-color-scheme: dark) { .panel { background: #161a1b; } .sorry { color: #e7e4dc; } .sorry a { color: #8bcfcf; } }
@media (prefers-reduced-motion: no-preference) {
  .mark { transition: filter .15s; }
  .panel { animation: rise .18s ease-out; }
  @keyframes rise { from { opacity: 0; transform: translateY(12px); } }
}
@media print { :host { display: none; } }`;

  const make = (tag, attributes, markup) => {
    const node = document.createElement(tag);
    for (const name in attributes) node.setAttribute(name, attributes[name]);
    node.append(...(markup || []));
    return node;
  };
  const picture = (size, d) => {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    const path = document.createElementNS(svg.namespaceURI, 'path');
    for (const [name, value] of [['viewBox', '6 6 52 52'], ['width', size], ['height', size], ['aria-hidden', 'true']]) {
      svg.setAttribute(name, value);
    }
    path.setAttribute('d', d);
    svg.append(path);
    return svg;
  };

  const mark = make('button', { type: 'button', class: 'mark', 'aria-label': name, 'aria-expanded': 'false' },
    [picture(42, 'M18 26h29V14H18v13q0 15-6 24M23 35h29M37 29v11M28 40h18v11H28z')]);
  const close = make('button', { type: 'button', class: 'close', 'aria-label': closing }, [picture(32, 'M18 18l28 28M46 18L18 46')]);
  const panel = make('div', { class: 'panel', role: 'dialog', 'aria-label': name, hidden: '' }, [close]);
  const sorry = make('p', { class: 'sorry', role: 'alert' }, [refusal + ' ',
    make('a', { href: new URL('./', script.src).href, target: '_blank', rel: 'noopener' }, [apart])]);
  let frame = null;
  let ready = false;
  let question;

  const tell = () => ready && frame.contentWindow.postMessage({ juliu: { greeting, question } }, address.origin);
  /* a page that may not be framed is loaded as an empty one, and says nothing */
  const doubt = () => setTimeout(() => {
    if (ready) return;
    frame.hidden = true;
    panel.append(sorry);
  }, 2000);

  const show = open => {
    if (open && !frame) {
      frame = make('iframe', { src: address.href, title: name, referrerpolicy: 'no-referrer', allow: 'clipboard-write' });
      frame.addEventListener('load', doubt);
      panel.prepend(frame);
    }
    panel.hidden = !open;
    mark.setAttribute('aria-expanded', String(open));
    (!open ? mark : frame.hidden ? close : frame).focus({ preventScroll: true });
  };

  mark.addEventListener('click', () => show(panel.hidden));
  close.addEventListener('click', () => show(false));
  addEventListener('keydown', event => {
    if (event.key === 'Escape' && !panel.hidden) show(false);
  });
  addEventListener('message', event => {
    if (!frame || event.source !== frame.contentWindow || event.origin !== address.origin) return;
    /* Esc pressed inside of the frame */
    if (event.data === 'juliu-close') show(false);
    if (event.data !== 'juliu-ready') return;
    ready = true;
    frame.hidden = false;
    sorry.remove();
    tell();
  });

  const host = make('juliu-chat', { lang });
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  root.append(panel, mark);
  window.Juliu = {
    /** Opens it, with a question that is asked once the reader presses it, if there is one. */
    open(text) {
      question = text;
      show(true);
      tell();
    },
    close: () => show(false),
  };
  const put = () => document.body.append(host);
  if (document.body) put();
  else addEventListener('DOMContentLoaded', put);
})();
