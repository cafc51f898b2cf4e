/* A code behind the # of a link, which browsers do not send, is put into the field; the address forgets it. */
const code = decodeURIComponent(location.hash.slice(1))
if (code) {
  document.getElementById('code').value = code
  history.replaceState(null, '', location.pathname + location.search)
}
