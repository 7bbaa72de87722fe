const here = document.currentScript.src;
const tell = () => {
  document.querySelector("[data-offline]").hidden = navigator.onLine;
};

navigator.serviceWorker?.register(new URL("../luring.js", here));
for (const change of ["online", "offline"]) addEventListener(change, tell);
tell();
