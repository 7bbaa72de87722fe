// Keeps visited pages. What the network has comes first, always.
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method === "GET" && new URL(url).origin === origin) event.respondWith(answer(event));
});

async function answer(event) {
  const { request } = event;
  const kept = await caches.open(`pantau ${registration.scope}`);
  try {
    const fresh = await fetch(request);
    event.waitUntil(keep(kept, request, fresh.clone()));
    return fresh;
  } catch (error) {
    // A filtered list is the same page.
    const page = await kept.match(request, { ignoreSearch: request.mode === "navigate" });
    if (page) return page;
    throw error;
  }
}

async function keep(kept, request, response) {
  if ([200, 404, 410].includes(response.status)) await kept.delete(request);
  if (response.status === 200) await kept.put(request, response);
  for (const old of (await kept.keys()).slice(0, -200)) await kept.delete(old);
}
