// Starts the web form for staff. Its program stands beside this file, put there by those who run the site.
const told = document.querySelector("[data-admin]");
try {
  const cms = await import("./cms/index.js");
  told.remove();
  await cms.init();
} catch (error) {
  console.error(error);
  told.textContent = told.dataset.missing;
  document.body.prepend(told);
}
