// Every page works without this file. It makes a few things smoother: parts of a page are exchanged in place (htmx), and a form
// that was refused is read from its summary on.
import 'htmx.org';

function focusSummary(root) {
    root.querySelector('[role="alert"][autofocus]')?.focus();
}

document.addEventListener('DOMContentLoaded', () => focusSummary(document));
document.addEventListener('htmx:afterSettle', event => focusSummary(event.target));

// A refused form comes back with 422 and an edit on an old version with 409: both are pages to show, not failures.
document.addEventListener('htmx:beforeSwap', event => {
    if ([409, 422].includes(event.detail.xhr.status)) {
        event.detail.shouldSwap = true;
        event.detail.isError = false;
    }
});
