// A draw from beginning to end on the command line, and its report in a real browser.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { lenkwerk } from './lib/city.mjs';
import { closeBrowser, openBrowser, Reader } from './lib/reader.mjs';

// A value that would break a page that does not escape it.
const genders = ['divers <b>"&amp;', 'weiblich', 'männlich'];
const districts = ['Nord', 'Süd', 'Mitte'];
const people = Array.from({ length: 60 }, (_, i) => `p${i},"${genders[i % 7 === 0 ? 0 : 1 + (i % 2)].replaceAll('"', '""')}",${districts[i % 5 % 3]}`);
const quotas = [[genders[0], 1, 2], [genders[1], 4, 6], [genders[2], 4, 6]].map(([value, min, max]) => `Geschlecht,"${value.replaceAll('"', '""')}",${min},${max}`)
    .concat(districts.map((district) => `Stadtteil,${district},2,5`));

let folder, server, at;
const file = (name) => join(folder, name);
const sortition = (...args) => lenkwerk('sortition', ...args);
const pool = () => ['--people', file('people.csv'), '--quotas', file('quotas.csv')];

before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lenkwerk-draw-'));
    await writeFile(file('people.csv'), `id,Geschlecht,Stadtteil\n${people.join('\n')}\n`);
    await writeFile(file('quotas.csv'), `feature,value,min,max\n${quotas.join('\n')}\n`);
    await sortition('select', ...pool(), '--size', '12', '--seed', 'public', '--certificate', file('proof.json'));
    server = createServer(async (request, response) => {
        const page = await readFile(file(request.url.slice(1))).catch(() => null);
        response.writeHead(page ? 200 : 404, { 'content-type': 'text/html' }).end(page ?? '');
    }).listen(0, '127.0.0.1');
    await openBrowser();
    at = { address: `http://127.0.0.1:${server.address().port}` };
});

after(async () => {
    await closeBrowser();
    server?.close();
    await rm(folder, { recursive: true });
});

test('what was sealed is drawn by dice, replayed, and shown to one person without the others', async () => {
    const sealed = await sortition('lottery', 'seal', ...pool(), '--certificate', file('proof.json'), '--panels', '1000', '--announce', 'drei zehnseitige Würfel',
        '--opening', file('opening.json'), '--commitment', file('commitment.json'));
    const hash = sealed.match(/[0-9a-f]{64}/)[0];
    assert.equal(JSON.parse(await readFile(file('commitment.json'))).commitment, hash);

    await sortition('lottery', 'draw', '--opening', file('opening.json'), '--dice', '4,7,1', '--out', file('panel.txt'));
    const panel = (await readFile(file('panel.txt'), 'utf8')).trim().split('\n');
    assert.equal(panel.length, 12);
    const replay = ['lottery', 'replay', '--opening', file('opening.json'), '--commitment', file('commitment.json'), '--dice', '4,7,1'];
    assert.ok((await sortition(...replay, ...pool())).includes('draws panel 471'));

    await sortition('lottery', 'proof', '--opening', file('opening.json'), '--code', panel[0], '--out', file('own.json'));
    const own = await readFile(file('own.json'), 'utf8');
    for (const id of panel.slice(1)) assert.ok(!own.includes(`"${id}"`), `${id} stands in the proof of ${panel[0]}`);
    const entry = await sortition('lottery', 'entry', file('own.json'), '--commitment', file('commitment.json'), '--published', hash);
    assert.ok(entry.includes(' 471'), 'the own panels name the drawn one');

    const opening = JSON.parse(await readFile(file('opening.json')));
    [opening.panels[0], opening.panels[999]] = [opening.panels[999], opening.panels[0]];
    await writeFile(file('opening.json.changed'), JSON.stringify(opening));
    replay[3] = file('opening.json.changed');
    await assert.rejects(sortition(...replay), /does NOT hold/);
});

test('who withdraws is replaced, by reserves too, and the quotas are kept', async () => {
    await writeFile(file('left.txt'), (await readFile(file('panel.txt'), 'utf8')).split('\n').slice(0, 2).join('\n'));
    const reserves = JSON.parse(await sortition('reserves', ...pool(), '--panel', file('panel.txt'), '--number', '6', '--seed', 's',
        '--scenarios', '50', '--out', file('reserves.txt'), '--json'));
    assert.equal(reserves.optimal.ids.length, 6);
    assert.ok(reserves.bound <= reserves.reached);
    assert.ok(reserves.optimal.checked.empty <= reserves.none.empty);
    const replaced = JSON.parse(await sortition('replace', ...pool(), '--panel', file('panel.txt'), '--withdrawn', file('left.txt'),
        '--seed', 's', '--json'));
    assert.equal(replaced.status, 'kept');
    assert.equal(replaced.panel.length, 12);
});

for (const language of ['de', 'en']) {
    test(`the report is valid and accessible: ${language}`, async () => {
        await sortition('report', ...pool(), '--certificate', file('proof.json'), '--panel', file('panel.txt'),
            '--opening', file('opening.json'), '--lang', language, '--out', file(`report-${language}.html`));
        const reader = await Reader.at(at);
        const page = await reader.open(`/report-${language}.html`);
        assert.equal(await page.locator('svg[role=img]').count(), 1);
        assert.equal(await page.locator('script, link, img').count(), 0);
        assert.equal(await page.getByText('divers <b>"&amp;').count(), 1);
        const shown = await page.content();
        assert.ok(!/\bp\d+\b/.test(shown.replace(/<style>.*?<\/style>/s, '')), 'a report names nobody');
        await reader.leave();
    });
}
