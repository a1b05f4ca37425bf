// The desk reads well without this: it copies drafts, and shows a reindexing while it runs.

for (const button of document.querySelectorAll('[data-copies]')) {
  const text = document.getElementById(button.dataset.copies);
  button.hidden = false;
  button.addEventListener('click', async () => {
    text.select();
    try {
      await navigator.clipboard.writeText(text.value);
    } catch {
      document.execCommand('copy');
    }
    button.textContent = '已复制';
    setTimeout(() => { button.textContent = '复制'; }, 2000);
  });
}

const run = document.getElementById('run');
if (run?.dataset.running === 'true') {
  watch(run.querySelector('.steps'));
}

async function watch(list) {
  for (;;) {
    await new Promise((done) => setTimeout(done, 700));
    try {
      const response = await fetch(run.dataset.progress, { headers: { Accept: 'application/json' } });
      if (response.redirected || !response.ok) break;
      const progress = await response.json();
      for (const step of progress.steps.slice(list.children.length)) {
        list.append(Object.assign(document.createElement('li'), { textContent: step }));
      }
      if (progress.state !== 'running') break;
    } catch {
      // the server may be away for a moment
    }
  }
  location.replace(location.pathname);
}

// what is saved need not be kept by the browser any longer
const saved = document.querySelector('[data-saved]');
if (saved) {
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith('desk ')) sessionStorage.removeItem(key);
  }
}
