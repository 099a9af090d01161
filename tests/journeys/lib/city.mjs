// A city of its own for one journey: a fresh database of either kind, set up by `lenkwerk init`, served by the real binary.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
export const repository = fileURLToPath(new URL('../../../', import.meta.url));
const binary = process.env.LENKWERK_BINARY ?? join(repository, 'build/release/lenkwerk');
const postgres = process.env.LENKWERK_TEST_POSTGRES;

// Both, where PostgreSQL is there; bin/test always starts one.
export const databases = postgres ? ['sqlite', 'postgresql'] : ['sqlite'];
if (!postgres) console.error('NOT TESTED ON POSTGRESQL: LENKWERK_TEST_POSTGRES is not set; run under tools/with_postgres');

let count = 0;

async function freshDatabase(kind, folder) {
    if (kind === 'sqlite') return { address: join(folder, 'city.db'), drop: async () => {} };
    const name = `journey_${process.pid}_${++count}`;
    await run('psql', ['-q', '-d', postgres, '-c', `CREATE DATABASE ${name}`]);
    const drop = () => run('psql', ['-q', '-d', postgres, '-c', `DROP DATABASE ${name} WITH (FORCE)`]);
    return { address: postgres.replace(/\bdbname=\S+/, '') + ` dbname=${name}`, drop };
}

// lenkwerk COMMAND …; gives back what it wrote. Fails with what it said on standard error.
export async function lenkwerk(...args) {
    try {
        return (await run(binary, args, { cwd: repository })).stdout;
    } catch (failure) {
        throw new Error(`lenkwerk ${args.join(' ')} ended with ${failure.code}: ${failure.stderr}${failure.stdout}`);
    }
}

// The sign-ins that `init --demo` prints: { office: { email, password }, … }
function signIns(printed) {
    const found = {};
    for (const line of printed.split('\n')) {
        const [, role, email, password] = line.match(/^\s+(\S+)\s+(\S+@\S+)\s+(.+?)\s*$/) ?? [];
        if (role) found[role] = { email, password };
    }
    return found;
}

export class City {
    // options: database ('sqlite' | 'postgresql'), init (arguments of `lenkwerk init`, or null for an empty database), environment
    static async start({ database = 'sqlite', init = ['--city', 'cities/dortmund', '--demo'], environment = {} } = {}) {
        const city = new City();
        city.folder = await mkdtemp(join(tmpdir(), 'lenkwerk-journey-'));
        city.database = await freshDatabase(database, city.folder);
        city.environment = environment;
        const printed = init
            ? await lenkwerk('init', ...init, '--database', city.database.address)
            : await lenkwerk('migrate', '--database', city.database.address);
        city.signIns = signIns(printed);
        await city.serve();
        return city;
    }

    async serve() {
        this.server = spawn(binary, ['serve', '--port', '0', '--database', this.database.address], {
            cwd: repository,
            env: { ...process.env, ...this.environment },
            stdio: ['ignore', 'pipe', 'pipe'],
        });
        this.log = '';
        this.server.stderr.on('data', (part) => (this.log += part));
        for await (const line of createInterface({ input: this.server.stdout })) {
            const [, address] = line.match(/(http:\/\/\S+)/) ?? [];
            if (!address) continue;
            this.address = address;
            return;
        }
        throw new Error(`the server ended before it answered: ${this.log}`);
    }

    async stop() {
        this.server.kill('SIGTERM');
        if (this.server.exitCode === null) await once(this.server, 'exit');
        await this.database.drop();
        await rm(this.folder, { recursive: true, force: true });
    }
}
