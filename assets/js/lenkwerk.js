// Every page works without this file. It makes a few things smoother: parts of a page are exchanged in place (htmx), and a form
// that was refused is read from its summary on.
import 'htmx.org';

// The browser obeys autofocus when a page is loaded, not when a part of it is exchanged.
document.addEventListener('htmx:afterSettle', event => event.target.querySelector('[role="alert"][autofocus]')?.focus());

// A refused form comes back with 422 and an edit on an old version with 409: both are pages to show, not failures.
document.addEventListener('htmx:beforeSwap', event => {
    if ([409, 422].includes(event.detail.xhr.status)) {
        event.detail.shouldSwap = true;
        event.detail.isError = false;
    }
});
