// Keeps the pages that a reader visited, for when there is no network. What the network has comes first, always: a kept
// page is shown only where nothing newer can be had.
"use strict";

const KEPT = "pantau-1";
const MOST = 200;
const scope = new URL(self.registration.scope);

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const own = new URL(request.url).origin === scope.origin;
  if (request.method === "GET" && own) event.respondWith(answer(event));
});

async function answer(event) {
  const { request } = event;
  const kept = await caches.open(KEPT);
  try {
    const fresh = await fetch(request);
    if (fresh.ok) event.waitUntil(keep(kept, request, fresh.clone()));
    return fresh;
  } catch (error) {
    // An address that filters a list is the same page.
    const page = await kept.match(request, { ignoreSearch: request.mode === "navigate" });
    if (page) return page;
    throw error;
  }
}

async function keep(kept, request, response) {
  // What was kept last stands last.
  await kept.delete(request);
  await kept.put(request, response);
  const all = await kept.keys();
  await Promise.all(all.slice(0, Math.max(0, all.length - MOST)).map((old) => kept.delete(old)));
}
