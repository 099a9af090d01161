// Finds every kind of page that a reader can reach by links: one address for each shape ("/themen/7" stands for all topics).
const shape = (path) => path.replace(/\d+/g, '#');

// What its own part of a page says, without what is drawn anew for each form.
const substance = (text) => text.match(/<main[^]*<\/main>/)[0].replace(/ value="[\w-]{20,}"/g, '');

// Addresses of pages, the start page first, each with what it says. Only what is HTML counts; files and feeds are left to their own tests.
export async function reachable(reader, start = '/') {
    const found = new Map([[shape(start), start]]);
    const waiting = [start];
    const pages = [];
    while (waiting.length > 0) {
        const path = waiting.shift();
        const answer = await reader.context.request.get(path);
        if (!(answer.headers()['content-type'] ?? '').startsWith('text/html')) continue;
        const text = await answer.text();
        pages.push({ path, status: answer.status(), says: substance(text) });
        for (const [, href] of text.matchAll(/<a [^>]*href="(\/[^"#?]*)/g)) {
            if (found.has(shape(href)) || href.startsWith('/assets/') || href.endsWith('.pdf')) continue;  // a PDF is printed on demand: journeys of its own
            found.set(shape(href), href);
            waiting.push(href);
        }
    }
    return pages;
}

const looked = new Map();
// Those of these pages that nobody was shown yet in this way: what says the same to several people is looked at once.
export function unseen(pages, way) {
    if (!looked.has(way)) looked.set(way, new Set());
    const seen = looked.get(way);
    return pages.filter(({ says }) => !seen.has(says) && seen.add(says));
}
