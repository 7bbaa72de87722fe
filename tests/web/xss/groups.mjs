// Payloads that share a site. Each stands at every place that the gate takes it at, beside the others there.
//
// None can hide another: whatever opens a tag, an attribute or a comment changes what the page is made of, which is seen;
// and where anything is seen, the payloads are looked at one by one.

import { isMedia, isText, isUrl } from "./fields.mjs";

const MOST = 12;
// Whatever follows would be part of these, if they were not escaped.
const SWALLOWS = /<!|<\?|<%|<(script|style|textarea|title|xmp|plaintext|noscript|template|listing|iframe|comment|select|svg|math)|```|~~~|\[[^\]]*\]:/i;

const shares = (place) => isText(place) || isUrl(place);

/** `accepted` (payload, places) in groups: what is named by a payload stands alone, what would swallow comes last. */
export function grouped(accepted) {
  const alone = accepted.filter(({ places }) => places.some((place) => isMedia(place) || !shares(place)));
  const rest = accepted.filter((one) => !alone.includes(one));
  const last = rest.filter(({ payload }) => SWALLOWS.test(payload));
  const first = rest.filter((one) => !last.includes(one));
  const count = Math.ceil(rest.length / MOST);
  const groups = Array.from({ length: count }, () => []);
  first.forEach((one, index) => groups[index % count].push(one));
  last.forEach((one, index) => groups[index % count].push(one));
  return [...alone.map((one) => [one]), ...groups.filter(({ length }) => length > 0)];
}

/** Place → payloads of a group. */
export function carrying(group) {
  const carried = new Map();
  for (const { payload, places } of group) for (const place of places) carried.set(place, [...(carried.get(place) ?? []), payload]);
  return carried;
}

export const halves = (group) => [group.slice(0, Math.ceil(group.length / 2)), group.slice(Math.ceil(group.length / 2))];
