// What somebody sees who has no account: on a desktop, on a phone of 320 pixels, without JavaScript, in both languages.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { City, databases } from './lib/city.mjs';
import { reachable, unseen } from './lib/crawl.mjs';
import { Reader, closeBrowser, openBrowser } from './lib/reader.mjs';

const readers = {
    'on a desktop': {},
    'on a phone': { viewport: { width: 320, height: 640 }, hasTouch: true },
    'in the dark': { colorScheme: 'dark' },
    'without JavaScript': { javaScriptEnabled: false },
    'in English': { locale: 'en-GB' },
};

before(openBrowser);
after(closeBrowser);

for (const database of databases) {
    describe(`a visitor on ${database}`, () => {
        let city, pages;
        before(async () => {
            city = await City.start({ database });
            const reader = await Reader.at(city);
            pages = await reachable(reader);
            await reader.leave();
        });
        after(async () => city?.stop());

        it('finds a page behind every link', () => assert.deepEqual(pages.filter(({ status }) => status !== 200), []));

        for (const [how, options] of Object.entries(readers))
            it(`reads every public page ${how}`, async () => {
                const reader = await Reader.at(city, options);
                for (const { path } of unseen(pages, how)) {
                    await reader.open(path);
                    await reader.checkWidth();
                }
                await reader.leave();
            });

        it('finds the parts of the product from the start page', () => {
            const paths = pages.map(({ path }) => path);
            for (const part of ['/plan', '/massnahmen', '/stadtbezirke', '/organisationen', '/gremien', '/impressum', '/anmelden'])
                assert.ok(paths.includes(part), `nothing leads to ${part}: ${paths}`);
        });

        it('reads on the start page what is happening, and goes there', async () => {
            const reader = await Reader.at(city);
            const page = await reader.open('/');
            const news = page.locator('section', { hasText: 'Was gerade geschieht' }).locator('li a').first();
            const title = await news.textContent();
            await Promise.all([page.waitForURL(/massnahmen/), news.click()]);
            assert.equal((await page.textContent('h1')).trim(), title);
            assert.equal(await page.locator(new URL(page.url()).hash).count(), 1, `${page.url()} leads to its report`);
            await reader.leave();
        });

        it('is told in both languages that a page is not there', async () => {
            const german = await Reader.at(city);
            assert.match(await (await german.open('/nirgends', 404)).textContent('h1'), /Diese Seite gibt es nicht/);
            const english = await Reader.at(city, { locale: 'en-GB' });
            assert.match(await (await english.open('/nirgends', 404)).textContent('h1'), /There is no such page/);
            await german.leave();
            await english.leave();
        });

        it('chooses a language, and it stays', async () => {
            const reader = await Reader.at(city);
            await reader.open('/plan');
            await reader.follow('English');
            await reader.open('/stadtbezirke');
            assert.equal(await reader.page.getAttribute('html', 'lang'), 'en');
            await reader.leave();
        });

        it('reaches every link of a page by keyboard, the way past the navigation first', async () => {
            const reader = await Reader.at(city);
            const page = await reader.open('/plan');
            await page.keyboard.press('Tab');
            assert.equal(await page.evaluate(() => document.activeElement.getAttribute('href')), '#inhalt');
            await page.keyboard.press('Enter');
            assert.equal(await page.evaluate(() => document.activeElement.id), 'inhalt');
            await reader.leave();
        });
    });
}
