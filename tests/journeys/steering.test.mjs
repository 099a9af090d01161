// From the council paper to the overview: what an office does with an empty Lenkwerk until the steering group has its overview and
// everybody can read the public one. This is the main job of the product; it runs on both databases.
import assert from 'node:assert/strict';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { City, databases, lenkwerk, repository } from './lib/city.mjs';
import { Reader, closeBrowser, openBrowser } from './lib/reader.mjs';

const password = 'Ein Satz, den nur die Geschäftsstelle kennt';
const real = join(process.env.LENKWERK_SHARED ?? join(repository, '../shared'), 'seed/26093-22.txt');
const paper = await access(real).then(() => real, () => join(repository, 'tests/papers/0417-24.txt'));

const day = (ahead) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);

before(openBrowser);
after(closeBrowser);

// The real city on every database; the invented one shows that nothing knows the real one.
const towns = [
    ...databases.map((database) => ({ database, folder: 'cities/dortmund', paper })),
    { database: 'sqlite', folder: 'tests/cities/musterstadt', paper: join(repository, 'tests/papers/beispielhausen.txt') },
];

for (const { database, folder, paper } of towns)
    describe(`the main job of ${folder} on ${database}`, () => {
        let city, office, member, visitor, session;
        before(async () => {
            city = await City.start({ database, init: ['--city', folder, '--without-plan'] });
            visitor = await Reader.at(city);
        });
        after(async () => city?.stop());

        const account = async (email, name, ...rest) => {
            const printed = await lenkwerk('people', 'add', email, '--name', name, ...rest, '--database', city.database.address);
            const [path] = printed.match(/\/passwort\/\S+/);
            const reader = await Reader.at(city);
            await reader.open(path);
            await reader.fill({ password });
            await reader.send();
            await reader.signInWith(email, password);
            return reader;
        };

        it('the office signs in for the first time', async () => {
            office = await account('buero@example.org', 'Geschäftsstelle', '--role', 'office');
        });

        it('imports the paper, corrects one topic and confirms', async () => {
            await office.open('/vorlagen/eingang');
            await office.fill({ file: paper });
            await office.press('Vorlage lesen');
            const topic = office.page.locator('main input[name^="t"][name$="title"]').first();
            await topic.fill(`${await topic.inputValue()} (berichtigt)`);
            await office.fill({ audience: 'public' });
            await office.press('Übernehmen');
            assert.match(office.page.url(), /\/vorlagen\/\d+$/);
            await office.open('/plan');
            assert.match(await office.page.textContent('main'), /\(berichtigt\)/);
        });

        it('adds an organisation with an activity', async () => {
            await office.open('/organisationen/neu');
            await office.fill({ name: 'Grünflächenamt Probe', kind: 'administration' });
            await office.press('Speichern');
            await office.open('/massnahmen/neu');
            const topics = office.page.locator('main select[name=topic] option');
            await office.fill({ title: 'Hecken zurückschneiden', topic: await topics.nth(2).textContent(), responsible: 'Grünflächenamt Probe', kind: 'measure', phase: 'running', audience: 'public' });
            await office.send();
            assert.match(await office.page.textContent('main'), /Hecken zurückschneiden/);
        });

        it('collects the status in a round', async () => {
            await office.open('/sachstandsrunden/neu');
            await office.fill({ title: 'Sachstände zur ersten Sitzung', deadline: day(20) });
            await office.press('Runde eröffnen');
            await office.follow('Grünflächenamt Probe');
            await office.page.locator('main textarea').first().fill('Am Park sind die Hecken zurückgeschnitten.');
            await office.page.locator('main details:has([name$="-audience"]) summary').first().click();
            await office.page.locator('main [name$="-audience"]').first().selectOption('administration');
            await office.press('Sachstände melden');
            assert.match(await office.page.textContent('body'), /Vielen Dank/);
        });

        it('publishes what the round collected', async () => {
            await office.open('/sachstandsrunden');
            await office.follow('Sachstände zur ersten Sitzung');
            await office.press('Sachstände der Runde veröffentlichen');
        });

        it('sets up the steering group and its series', async () => {
            await office.open('/gremien');
            if (await office.page.getByRole('link', { name: 'Lenkungskreis' }).count() > 0) {
                await office.follow('Lenkungskreis', { exact: false });
            } else {
                await office.open('/gremien/neu');
                await office.fill({ name: 'Lenkungskreis', kind: 'steering_group' });
                await office.send();
            }
            const body = office.page.url();
            await office.open(`${new URL(body).pathname}/mitglieder/neu`);
            await office.fill({ name: 'Leitung Ordnungsamt', function: 'Mitglied', sector: 'Verwaltung', first: day(0), email: 'mitglied@example.org' });
            await office.press('Speichern');
            await office.open(`${new URL(body).pathname}/reihen/neu`);
            await office.fill({ first: day(30), start: '14:00', minutes: '120', place: 'Rathaus', every_months: '3', invitation_days: '14' });
            await office.press('Reihe beginnen');
            session = await office.page.locator('main a[href^="/sitzungen/"]').last().getAttribute('href');
        });

        it('sends the invitation, which freezes the overview', async () => {
            await office.open(session);
            await office.press('Einladung', { exact: false });
            await office.open(`${session}/uebersicht`);
            assert.match(await office.page.textContent('main'), /So lag die Übersicht der Einladung bei/);
            assert.match(await office.page.textContent('main'), /Hecken zurückgeschnitten/);
        });

        it('writes what a verdict changes in the plan', async () => {
            await office.open(`${session}/ergebnis`);
            const verdict = await office.page.locator('main [name$="-verdict"]').first().getAttribute('name');
            await office.fill({ [verdict]: 'amend', [verdict.replace('verdict', 'reason')]: 'Zu eng gefasst.' });
            await office.press('Voten speichern');
            await office.follow('Änderung am Plan eintragen');
            await office.follow('Neu fassen', { exact: false });
            await office.fill({ title: 'Weiter gefasst als bisher' });
            await office.press('Änderung vormerken');
            assert.match(await office.page.textContent('main'), /Weiter gefasst als bisher/);
        });

        it('a member opens the frozen overview as PDF', async () => {
            const printed = await lenkwerk('people', 'password-link', 'mitglied@example.org', '--database', city.database.address);
            member = await Reader.at(city);
            await member.open(printed.match(/\/passwort\/\S+/)[0]);
            await member.fill({ password });
            await member.send();
            await member.signInWith('mitglied@example.org', password);
            await member.open(`${session}/uebersicht`);
            const pdf = await member.download(`${session}/uebersicht/pdf`, 'application/pdf');
            assert.equal(pdf.subarray(0, 5).toString(), '%PDF-');
        });

        it('a visitor reads the public form', async () => {
            await office.open(session);
            await office.press('veröffentlichen', { exact: false }).catch(() => {});
            const page = await visitor.open(`${session}/uebersicht/oeffentlich`);
            assert.match(await page.textContent('main'), /Hecken zurückgeschnitten/);
            await visitor.open(`${session}/uebersicht`, 404);
        });
    });
