/* Juliu: the chat on another page. A round button opens it in a frame; nothing is stored, nothing else is loaded. */
(() => {
  const script = document.currentScript;
  if (!script || document.querySelector('juliu-chat')) return;
  const address = new URL('widget', script.src);
  const { position, color } = script.dataset;
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
iframe { display: block; width: 100%; height: 100%; border: 0; }
.close { position: absolute; top: 8px; right: 8px; width: 44px; height: 44px; background: none; }
.close svg { padding: 8px; border-radius: 50%; background: #5a6164; }
.close:hover svg { background: #23282a; }
@media (max-width: 479px) {
  .panel { inset: 0; width: 100%; max-width: none; height: 100vh; height: 100dvh; max-height: none; border: 0; border-radius: 0; }
  .panel:not([hidden]) + .mark { display: none; }
}
@media (prefers-color-scheme: dark) { .panel { background: #161a1b; } }
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

  const mark = make('button', { type: 'button', class: 'mark', 'aria-label': '在法居留问答', 'aria-expanded': 'false' },
    [picture(42, 'M18 26h29V14H18v13q0 15-6 24M23 35h29M37 29v11M28 40h18v11H28z')]);
  const close = make('button', { type: 'button', class: 'close', 'aria-label': '关闭问答' }, [picture(32, 'M18 18l28 28M46 18L18 46')]);
  const panel = make('div', { class: 'panel', role: 'dialog', 'aria-label': '在法居留问答', hidden: '' }, [close]);
  let frame = null;

  const show = open => {
    if (open && !frame) {
      frame = make('iframe', { src: address.href, title: '在法居留问答', referrerpolicy: 'no-referrer', allow: 'clipboard-write' });
      panel.prepend(frame);
    }
    panel.hidden = !open;
    mark.setAttribute('aria-expanded', String(open));
    (open ? frame : mark).focus({ preventScroll: true });
  };

  mark.addEventListener('click', () => show(panel.hidden));
  close.addEventListener('click', () => show(false));
  addEventListener('keydown', event => {
    if (event.key === 'Escape' && !panel.hidden) show(false);
  });
  /* Esc pressed inside of the frame. */
  addEventListener('message', event => {
    if (frame && event.source === frame.contentWindow && event.origin === address.origin && event.data === 'juliu-close') show(false);
  });

  const host = make('juliu-chat', { lang: 'zh-Hans' });
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  root.append(panel, mark);
  const put = () => document.body.append(host);
  if (document.body) put();
  else addEventListener('DOMContentLoaded', put);
})();
