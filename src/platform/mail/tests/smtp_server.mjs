// A real mail server for the tests: takes what comes on a free port of the loopback, writes each mail as one line of JSON to its
// output, refuses recipients at refused.example for good and those at busy.example for now.
// Usage: node smtp_server.mjs FOLDER_WITH_NODE_MODULES [starttls KEY CERTIFICATE]
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';

const [, , packages, tls, key, certificate] = process.argv;
const { SMTPServer } = createRequire(`${packages}/package.json`)('smtp-server');

function answer(code, text) {
    return Object.assign(new Error(text), { responseCode: code });
}

const server = new SMTPServer({
    authOptional: true,
    disabledCommands: tls ? [] : ['STARTTLS'],
    ...(tls ? { key: readFileSync(key), cert: readFileSync(certificate) } : {}),
    onAuth(auth, session, done) {
        done(auth.username === 'plan' && auth.password === 'geheim' ? null : answer(535, 'wrong'), { user: auth.username });
    },
    onRcptTo(address, session, done) {
        if (address.address.endsWith('@refused.example')) return done(answer(550, 'no such user'));
        if (address.address.endsWith('@busy.example')) return done(answer(451, 'try later'));
        return done();
    },
    onData(stream, session, done) {
        const chunks = [];
        stream.on('data', chunk => chunks.push(chunk));
        stream.on('end', () => {
            const mail = {
                from: session.envelope.mailFrom.address, to: session.envelope.rcptTo.map(to => to.address),
                user: session.user ?? '', secure: session.secure, text: Buffer.concat(chunks).toString('utf8'),
            };
            process.stdout.write(JSON.stringify(mail) + '\n', () => done());
        });
    },
});
server.on('error', () => {});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${server.server.address().port}\n`));
process.stdin.on('end', () => process.exit(0)).resume();
