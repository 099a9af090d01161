#!/usr/bin/env node
// tools/screenshots.mjs
//
// Takes the pictures of README.md from the demo city: plan, overview and paper, as docs/images/NAME.png (1280 × 900 pixels).
// Needs build/release/lenkwerk, or LENKWERK_BINARY, and what bin/setup installs for the journeys.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { City, repository } from '../tests/journeys/lib/city.mjs';
import { Reader, closeBrowser, openBrowser } from '../tests/journeys/lib/reader.mjs';

if (process.argv.length > 2) {
    console.log('tools/screenshots.mjs: takes the pictures of README.md from the demo city; no arguments');
    process.exit(process.argv[2] === '--help' ? 0 : 2);
}
const folder = join(repository, 'docs/images');
await mkdir(folder, { recursive: true });
await openBrowser();
const city = await City.start();
try {
    const reader = await Reader.at(city, { viewport: { width: 1280, height: 900 } });
    const paper = await (await reader.open('/vorlagen')).locator('main a[href^="/vorlagen/"]').first().getAttribute('href');
    for (const [name, path] of Object.entries({ plan: '/plan', overview: '/uebersicht', paper })) {
        await reader.open(path);
        await reader.page.screenshot({ path: join(folder, `${name}.png`) });
        console.log(`docs/images/${name}.png`);
    }
} finally {
    await city.stop();
    await closeBrowser();
}
