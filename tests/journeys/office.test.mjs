// What the people see who work with the plan: every page that their links lead to, on a desktop and on a phone.
import { after, before, describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { City } from './lib/city.mjs';
import { reachable, unseen } from './lib/crawl.mjs';
import { Reader, closeBrowser, openBrowser } from './lib/reader.mjs';

const roles = ['office', 'administrator', 'department', 'lead', 'auditor'];
const phone = { viewport: { width: 320, height: 640 }, hasTouch: true };

before(openBrowser);
after(closeBrowser);

describe('people with an account', () => {
    let city;
    before(async () => (city = await City.start()));
    after(async () => city?.stop());

    for (const role of roles)
        for (const [how, options] of Object.entries({ 'on a desktop': {}, 'on a phone': phone }))
            it(`${role} ${how}: every page that a link leads to is there, accessible and narrow enough`, async () => {
                const reader = await (await Reader.at(city, options)).signIn(role);
                const faults = [];  // of all pages, so that one run names them all
                for (const { path } of unseen(await reachable(reader), how))
                    await reader.open(path).then(() => reader.checkWidth()).catch((fault) => faults.push(fault.message));
                await reader.leave();
                assert.deepEqual(faults, []);
            });
});
