// Finds every kind of page that a reader can reach by links: one address for each shape ("/themen/7" stands for all topics).
const shape = (path) => path.replace(/\d+/g, '#');

// Addresses of pages, the start page first. Only what is HTML counts; files and feeds are left to their own tests.
export async function reachable(reader, start = '/') {
    const found = new Map([[shape(start), start]]);
    const waiting = [start];
    const pages = [];
    while (waiting.length > 0) {
        const path = waiting.shift();
        const answer = await reader.context.request.get(path);
        if (!(answer.headers()['content-type'] ?? '').startsWith('text/html')) continue;
        pages.push({ path, status: answer.status() });
        for (const [, href] of (await answer.text()).matchAll(/<a [^>]*href="(\/[^"#?]*)/g)) {
            if (found.has(shape(href)) || href.startsWith('/assets/') || href.endsWith('.pdf')) continue;  // a PDF is printed on demand: journeys of its own
            found.set(shape(href), href);
            waiting.push(href);
        }
    }
    return pages;
}
