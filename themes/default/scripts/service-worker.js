// Keeps visited pages. What the network has comes first, always.
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method === "GET" && url.startsWith(location.origin)) event.respondWith(answer(event));
});

async function answer(event) {
  const { request } = event;
  const kept = await caches.open("pantau");
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
  await kept.delete(request); // what was kept last stands last
  await kept.put(request, response);
  for (const old of (await kept.keys()).slice(0, -200)) await kept.delete(old);
}
