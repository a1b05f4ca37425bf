/* Pages that were opened can be read without a network: they then say so, and of when they are. Nothing that is asked
   goes through here. A new edition or build has a new version, which fetches anew what was opened before. */
const VERSION = 'VERSION';
const CACHE = 'juliu-' + VERSION;
const HOME = new URL('./', location);
const SHELL = ['', 'chat.css', 'chat.js', 'answer.js', 'dom.js', 'talk.js', 'base.css', 'pages.css', 'icon-192.png'];
const PAGE = /^(?:|a|list|changes|a\/.+)$/;
const PART = /^(?:(?!sw\.|widget\.|desk\.)[\w-]+\.(?:css|js|webmanifest)|icon-\d+\.png|timeline\.png)$/;
const MOST = 80;

const pathOf = url => new URL(url).pathname.slice(HOME.pathname.length);

addEventListener('install', event => event.waitUntil(install()));
addEventListener('activate', event => event.waitUntil(activate()));
addEventListener('fetch', event => {
  const { method, url } = event.request;
  if (method !== 'GET' || !url.startsWith(HOME.href)) return;
  const path = pathOf(url);
  if (PAGE.test(path) || PART.test(path)) event.respondWith(answer(event, PAGE.test(path)));
});

async function install() {
  const cache = await caches.open(CACHE);
  await cache.addAll(SHELL.map(path => new URL(path, HOME).href));
  await Promise.all((await opened()).map(url => cache.add(url).catch(() => { })));
  await skipWaiting();
}

/** The addresses that were opened: under the version before, and in the windows that are open now. */
async function opened() {
  const urls = (await clients.matchAll({ type: 'window', includeUncontrolled: true }))
    .map(({ url }) => HOME.origin + new URL(url).pathname);
  for (const name of await caches.keys()) {
    if (name.startsWith('juliu-')) urls.push(...(await (await caches.open(name)).keys()).map(({ url }) => url));
  }
  return [...new Set(urls)].filter(url => url.startsWith(HOME.href) && (PAGE.test(pathOf(url)) || PART.test(pathOf(url))));
}

async function activate() {
  for (const name of await caches.keys()) {
    if (name.startsWith('juliu-') && name !== CACHE) await caches.delete(name);
  }
  await clients.claim();
}

/** What the server says; without a network what it said last. */
async function answer(event, page) {
  const { request } = event;
  const cache = await caches.open(CACHE);
  try {
    const response = await fetch(request);
    if (response.ok && !new URL(request.url).search) event.waitUntil(keep(cache, request, response.clone()));
    return response;
  } catch (trouble) {
    const kept = await cache.match(request, { ignoreSearch: true, ignoreVary: true });
    if (page) return kept ? dated(kept) : missing();
    if (kept) return kept;
    throw trouble;
  }
}

async function keep(cache, request, response) {
  await cache.put(request.url.split('#')[0], response);
  const all = await cache.keys();
  const old = all.filter(({ url }) => PAGE.test(pathOf(url)) && pathOf(url)).slice(0, -MOST);
  await Promise.all(old.map(each => cache.delete(each)));
}

/** A page that says of when it is. */
async function dated(kept) {
  const at = new Date(kept.headers.get('Date') ?? NaN);
  const two = number => String(number).padStart(2, '0');
  const since = isNaN(at) ? '上次打开的时候' : `${at.getFullYear()} 年 ${at.getMonth() + 1} 月 ${at.getDate()} 日 ${two(at.getHours())}:${two(at.getMinutes())}`;
  const notice = `<p class="notice offline" role="status">离线，内容截至 ${since}，之后可能有变。</p>`;
  return html((await kept.text()).replace(/<main\b[^>]*>/, tag => tag + notice), 200, kept);
}

function missing() {
  return html(`<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>离线 · 居留 Juliu</title><link rel="stylesheet" href="${HOME.pathname}base.css"><link rel="stylesheet" href="${HOME.pathname}pages.css">
<main><h1>现在离线</h1><p class="notice offline">这一页以前没有打开过，要有网络才能看。</p><p>可以看打开过的：<a href="${HOME.pathname}">提问记录</a>、<a href="${HOME.pathname}list">名单</a>、<a href="${HOME.pathname}a">文章</a>。</p></main></html>`, 503, null);
}

function html(text, status, like) {
  const headers = new Headers({ 'Content-Type': 'text/html; charset=utf-8' });
  headers.set('Content-Security-Policy', like?.headers.get('Content-Security-Policy') ?? "default-src 'self'");
  return new Response(text, { status, headers });
}
