// Somebody with a browser. Every page that is opened is checked: accessible by axe, valid by html-validate, without an error in
// the console (a breach of the content security policy shows there).
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { HtmlValidate } from 'html-validate';
import { chromium } from 'playwright-core';
import { fill } from './fill.mjs';

const require = createRequire(import.meta.url);
const axe = await readFile(require.resolve('axe-core/axe.min.js'), 'utf8');
const executablePath = process.env.LENKWERK_CHROMIUM ?? '/usr/bin/chromium';

const html = new HtmlValidate({
    extends: ['html-validate:recommended', 'html-validate:document'],
    rules: {
        // Matters of taste in which our writer is consistent with itself.
        'void-style': 'off',
        'no-trailing-whitespace': 'off',
        'attribute-boolean-style': 'off',
        'doctype-style': 'off',
        'long-title': 'off',
        'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit', 'button', 'reset'] }],  // boxes of one question
        'require-sri': ['error', { target: 'crossorigin' }],  // our own files come from where the page comes from
    },
});

let browser;
export async function openBrowser() {
    // As root Chromium has no sandbox of its own; the pages are ours.
    browser = await chromium.launch({ executablePath, args: process.getuid() === 0 ? ['--no-sandbox'] : [] });
}
export async function closeBrowser() {
    await browser?.close();
}

export class Reader {
    // options: those of a Playwright context, e.g. { javaScriptEnabled: false, viewport: { width: 320, height: 640 } }
    static async at(city, options = {}) {
        const reader = new Reader();
        reader.city = city;
        reader.checked = new Set();
        reader.context = await browser.newContext({ baseURL: city.address, locale: 'de-DE', reducedMotion: 'reduce', ...options });  // a page that still scrolls moves what is clicked
        reader.context.setDefaultTimeout(60_000);  // a busy machine of two cores is slow, not broken
        reader.page = await reader.context.newPage();
        reader.errors = [];
        reader.hasScripts = options.javaScriptEnabled !== false;
        reader.page.on('console', (message) => message.type() === 'error' && reader.errors.push(message.text()));
        reader.page.on('pageerror', (error) => reader.errors.push(String(error)));
        return reader;
    }

    async signIn(role) {
        const { email, password } = this.city.signIns[role] ?? {};
        assert.ok(email, `the demo city has no sign-in for ${role}: ${Object.keys(this.city.signIns)}`);
        return this.signInWith(email, password);
    }

    async signInWith(email, password) {
        await this.open('/anmelden');
        await this.fill({ email, password });
        await this.send();
        assert.notEqual(new URL(this.page.url()).pathname, '/anmelden', `${email} was not let in`);
        return this;
    }

    async fill(fields) {
        await fill(this.page, fields);
    }
    // Presses the first button of the page's form, whatever it says.
    async send() {
        await Promise.all([this.page.waitForNavigation(), this.page.locator('main form button[type=submit]').first().click()]);
        await this.check();
        return this.page;
    }
    // What an address answers, as a file; asked again while it is still being made (202 or 404), for a minute.
    async download(path, type) {
        for (let attempt = 0; ; ++attempt) {
            const answer = await this.context.request.get(path);
            if (answer.ok() && (answer.headers()['content-type'] ?? '').startsWith(type)) return answer.body();
            assert.ok(attempt < 60, `${path} answered ${answer.status()} ${answer.headers()['content-type']}`);
            await new Promise((wait) => setTimeout(wait, 1000));
        }
    }

    async open(path, status = 200) {
        const answer = await this.page.goto(path);
        assert.equal(answer.status(), status, `${path} answered ${answer.status()}`);
        await this.check();
        return this.page;
    }

    // Presses a button or follows a link by what it says, then checks where that leads.
    async press(name, { role = 'button', exact = true } = {}) {
        await Promise.all([
            this.page.waitForNavigation(),
            this.page.getByRole(role, { name, exact }).first().click(),
        ]);
        await this.check();
        return this.page;
    }
    follow(name, options = {}) {
        return this.press(name, { role: 'link', ...options });
    }

    async check() {
        const url = new URL(this.page.url());
        const source = await this.page.content();
        const report = await html.validateString(await this.source(url, source));
        const faults = report.results.flatMap((result) => result.messages).filter((message) => message.severity === 2);
        assert.deepEqual(faults.map((fault) => `${fault.line}: ${fault.ruleId} ${fault.message}`), [], `html-validate on ${url.pathname}`);
        if (this.hasScripts) await this.checkWithAxe(url);
        const errors = this.errors.splice(0).filter((text) => !/status of (4\d\d)/.test(text));
        assert.deepEqual(errors, [], `the console on ${url.pathname}`);
    }

    // What the server sent, not what scripts made of it: asked again where asking changes nothing.
    async source(url, shown) {
        const answer = await this.context.request.get(url.href);
        return answer.ok() && (answer.headers()['content-type'] ?? '').startsWith('text/html') ? answer.text() : shown;
    }

    async checkWithAxe(url) {
        const session = await this.context.newCDPSession(this.page);
        await session.send('Runtime.evaluate', { expression: axe });  // past the policy, which forbids foreign scripts
        const { result } = await session.send('Runtime.evaluate', {
            expression: 'axe.run(document).then((found) => JSON.stringify(found.violations))',
            awaitPromise: true,
        });
        await session.detach();
        const violations = JSON.parse(result.value).map(({ id, help, nodes }) => `${id}: ${help} (${nodes.map((node) => node.target).join(' | ')})`);
        assert.deepEqual(violations, [], `axe on ${url.pathname}`);
    }

    // WCAG 1.4.10: nothing scrolls sideways but what has to (tables scroll in their own frame).
    async checkWidth() {
        const width = await this.page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(width <= this.page.viewportSize().width, `${this.page.url()} scrolls sideways: ${width} pixels`);
    }

    async leave() {
        await this.context.close();
    }
}
