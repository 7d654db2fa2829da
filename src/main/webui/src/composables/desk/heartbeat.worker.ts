/** A clock that goes on in a page nobody looks at, where the page's own is slowed down to once a minute and less. */
const EVERY_MILLIS = 30_000

setInterval(() => postMessage('tick'), EVERY_MILLIS)
