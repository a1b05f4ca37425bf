/* keeps the pages that are opened, so that they can be read without a network */
navigator.serviceWorker?.register(new URL('sw.js', import.meta.url)).catch(() => { });
