// Payloads in files of media/: in what photos say of themselves, which must not be published, and in drawings, which the
// gate must refuse whatever they are called.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "./crc32.mjs";
import { PHOTO } from "./bench.mjs";
import { STAGE } from "./host.mjs";

const PNG = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==", "base64");
const GIF = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64");
/** What a drawing may call itself. */
const DISGUISES = ["svg", "svgz", "png", "jpg", "gif", "webp", "txt", "csv", "vtt", "pdf", "html"];

const word = (number) => Buffer.from([number >> 8, number & 255]);
const segment = (marker, bytes) => Buffer.concat([Buffer.from([0xff, marker]), word(bytes.length + 2), bytes]);
const long = (number) => Buffer.from([number >>> 24, (number >>> 16) & 255, (number >>> 8) & 255, number & 255]);

/** EXIF whose texts all are the payload: description, artist, copyright. */
function exif(text) {
  const bytes = Buffer.from(`${text}\0`);
  const tags = [0x010e, 0x013b, 0x8298];
  const start = 8 + 2 + tags.length * 12 + 4;
  const fields = tags.map((tag, at) => Buffer.concat([word(tag), word(2), long(bytes.length), long(start + at * bytes.length)]));
  return Buffer.concat([Buffer.from("MM\0*\0\0\0\x08", "latin1"), word(tags.length), ...fields, long(0), ...tags.map(() => bytes)]);
}

const xmp = (text) => Buffer.from(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:description>${text}</dc:description></x:xmpmeta>`);

function jpeg(text) {
  const about = [
    segment(0xe1, Buffer.concat([Buffer.from("Exif\0\0", "latin1"), exif(text)])),
    segment(0xe1, Buffer.concat([Buffer.from("http://ns.adobe.com/xap/1.0/\0", "latin1"), xmp(text)])),
    segment(0xed, Buffer.from(`Photoshop 3.0\0${text}`)),
    segment(0xfe, Buffer.from(text)),
  ];
  return Buffer.concat([PHOTO.subarray(0, 2), ...about, PHOTO.subarray(2), Buffer.from(text)]);
}

function png(text) {
  const chunk = (kind, bytes) => {
    const body = Buffer.concat([Buffer.from(kind), bytes]);
    return Buffer.concat([long(bytes.length), body, long(crc32(body))]);
  };
  const about = [chunk("tEXt", Buffer.from(`Comment\0${text}`)), chunk("iTXt", Buffer.concat([Buffer.from("XML:com.adobe.xmp\0\0\0\0\0", "latin1"), xmp(text)])), chunk("eXIf", exif(text))];
  return Buffer.concat([PNG.subarray(0, 33), ...about, PNG.subarray(33)]);
}

function gif(text) {
  const bytes = Buffer.from(text).subarray(0, 255);
  return Buffer.concat([GIF.subarray(0, 19), Buffer.from([0x21, 0xfe, bytes.length]), bytes, Buffer.from([0]), GIF.subarray(19)]);
}

const KINDS = { jpg: jpeg, png, gif };

/** A photo of each kind for each payload: published without a word of it, and shown as before. */
export async function checkPhotos(bench, browser, host, report, payloads) {
  const find = report.check(`what ${payloads.length} payloads in photos are published as`);
  const photos = payloads.flatMap(([, , payload], at) => Object.entries(KINDS).map(([kind, make]) => ({ path: `media/foto-${at}.${kind}`, payload, bytes: make(payload) })));
  const { root, put } = bench.write("photos", new Map());
  for (const { path, bytes } of photos) put(`content/${path}`, bytes);
  // What looks like personal data is refused, which is no answer to the question here.
  const refused = new Set((await bench.problems(root)).map(({ file }) => file));
  const again = bench.write("photos", new Map());
  for (const { path, bytes } of photos) if (!refused.has(path)) again.put(`content/${path}`, bytes);
  const site = await bench.build(again.root, ["media/**", "*.html"]);
  const shown = photos.filter(({ path }) => !refused.has(path));
  for (const { path, payload } of shown) {
    const published = readFileSync(join(site.root, path));
    if (published.includes(Buffer.from(payload).subarray(0, 255))) find("published", `${path} still says ${payload.slice(0, 60)}`);
  }
  host.show(site, "heeded");
  const page = await browser.newPage();
  await page.goto(host.base + STAGE);
  const broken = await page.evaluate(
    (addresses) =>
      Promise.all(
        addresses.map(
          (address) =>
            new Promise((done) => {
              const image = new Image();
              image.onload = () => done(image.naturalWidth > 0 ? undefined : address);
              image.onerror = () => done(address);
              image.src = address;
            }),
        ),
      ).then((all) => all.filter(Boolean)),
    shown.map(({ path }) => `/${path}`),
  );
  await page.close();
  for (const address of broken) find("broken", `${address} is no picture any more`);
  return { tried: photos.length, refused: refused.size, shown: shown.length };
}

/** A drawing that holds a payload, under any name, is not let in. */
export async function checkDrawings(bench, report, payloads) {
  const { root, put } = bench.write("drawings", new Map());
  const files = payloads.flatMap(([, , payload], at) => DISGUISES.map((ending) => [`media/gambar-${at}.${ending}`, `<svg xmlns="http://www.w3.org/2000/svg">${payload}</svg>`]));
  for (const [path, text] of files) put(`content/${path}`, text);
  const refused = new Set((await bench.problems(root)).map(({ file }) => file));
  for (const ending of DISGUISES) {
    const find = report.check(`drawings called .${ending}`);
    for (const [path, text] of files) if (path.endsWith(`.${ending}`) && !refused.has(path)) find("let-in", `${path}: ${text.slice(0, 90)}`);
  }
  return { tried: files.length, refused: files.filter(([path]) => refused.has(path)).length, shown: 0 };
}
