/* A code behind the # of an address, which browsers do not send, is put into the field; the address forgets it. */
const code = new URLSearchParams(location.hash.slice(1)).get('code')
const field = document.getElementById('code')
if (code && field) {
  field.value = code
  history.replaceState(null, '', location.pathname + location.search)
}
