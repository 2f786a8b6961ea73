// On the page for what is not there: a host has one for all addresses; below en/ it speaks English.

const { english } = document.currentScript.dataset;

if (location.pathname.startsWith(new URL(english, location.href).pathname)) {
  fetch(`${english}404.html`)
    .then((response) => (response.ok ? response.text() : Promise.reject(response.status)))
    .then((page) => {
      document.open();
      document.write(page);
      document.close();
    })
    .catch(() => {}); // the page is there in both languages
}
