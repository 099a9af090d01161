// What must go goes while the server runs: `lenkwerk redact` is a process of its own, and the server that keeps pages and PDFs hears of it.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { City, databases, lenkwerk } from './lib/city.mjs';
import { Reader, closeBrowser, openBrowser } from './lib/reader.mjs';

const run = promisify(execFile);
const secret = 'Quastenflosser Ypsilon';
const part = /Ypsilon/;  // search marks each word by itself
const day = (ahead) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);

before(openBrowser);
after(closeBrowser);

for (const database of databases)
    describe(`a redaction beside a running server on ${database}`, () => {
        let city, office, visitor, folder, plan, activity, session;
        before(async () => {
            folder = await mkdtemp(join(tmpdir(), 'lenkwerk-redaction-'));
            city = await City.start({ database });
            office = await (await Reader.at(city)).signIn('office');
            visitor = await Reader.at(city);
            await visitor.open('/plan');
            plan = (await visitor.page.locator('a[href$="/druck"]').getAttribute('href')).replace('/druck', '');
        });
        after(async () => {
            await city?.stop();
            await rm(folder, { recursive: true, force: true });
        });

        const textOf = async (path) => (await visitor.context.request.get(path)).text();
        const textOfPdf = async (path) => {
            const file = join(folder, 'read.pdf');
            await writeFile(file, await visitor.download(path, 'application/pdf'));
            return (await run('pdftotext', [file, '-'])).stdout;
        };
        const pages = () => [
            activity, `${activity}/verlauf`, '/massnahmen', '/feed.atom', '/suche?q=Quastenflosser',
            `${plan}/druck`, `${plan}/plan.csv`, `${plan}/plan.json`,
            '/api/v1/measures', '/api/v1/search?q=Quastenflosser', `${session}/uebersicht/oeffentlich`,
        ];
        const pdfs = () => [`${plan}/plan.pdf`, `${session}/uebersicht/oeffentlich/pdf`];

        it('somebody writes a name where everybody reads it', async () => {
            await office.open('/massnahmen/neu');
            const topics = office.page.locator('main select[name=topic] option');
            await office.fill({ title: `Gespräch mit ${secret}`, topic: await topics.nth(2).textContent(), responsible: 'Ordnungsamt', kind: 'measure', phase: 'running', audience: 'public' });
            await office.send();
            activity = new URL(office.page.url()).pathname;
            await office.open(`${activity}/sachstaende/neu`);
            await office.fill({ text: `${secret} war da.`, audience: 'public' });
            await office.send();
        });

        it('it stands on every page, in the frozen overview and in both PDFs', async () => {
            await office.open('/gremien/neu');
            await office.fill({ name: 'Lenkungskreis der Probe', kind: 'steering_group' });
            await office.send();
            await office.open(`${new URL(office.page.url()).pathname}/reihen/neu`);
            await office.fill({ first: day(30), start: '14:00', minutes: '120', place: 'Rathaus', every_months: '3', invitation_days: '14' });
            await office.press('Reihe beginnen');
            session = await office.page.locator('main a[href^="/sitzungen/"]').last().getAttribute('href');
            await office.open(session);
            await office.press('Einladung', { exact: false });
            await office.press('veröffentlichen', { exact: false }).catch(() => {});
            for (const path of pages()) for (const time of ['made', 'kept']) assert.match(await textOf(path), part, `${path}, ${time}`);
            await visitor.open(`${plan}/plan.pdf`, 202);
            for (const path of pdfs()) assert.match(await textOfPdf(path), part, path);
        });

        it('and nowhere a moment after it was redacted', async () => {
            await lenkwerk('redact', '--text', secret, '--reason', 'Einspruch der genannten Person', '--database', city.database.address);
            const until = Date.now() + 5_000;  // a change by another process is heard within a quarter of a second
            for (const path of pages())
                while (part.test(await textOf(path))) {
                    assert.ok(Date.now() < until, `${path} still shows it`);
                    await new Promise((wait) => setTimeout(wait, 50));
                }
            for (const path of pdfs()) {
                const text = await textOfPdf(path);
                assert.doesNotMatch(text, part, path);
                assert.match(text, /█/, `${path} is the whole document, printed anew`);
            }
            assert.match(await lenkwerk('audit', 'verify', '--database', city.database.address), /\S/);
        });
    });
