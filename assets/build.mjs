// Builds what a page brings to the browser into dist/: one style sheet, one script, pictures and fonts, each under a name that
// carries a hash of its content, and names.json, which maps plain names to those. Files that did not change are left alone, so
// that nothing that embeds them is built again.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const dist = join(here, 'dist');
const pictures = ['icon.svg'];

// Of KERN we carry what our pages write, and none of its classes for spacing, grids and flex boxes: our own style sheet lays out.
const parts = ['alert', 'badge', 'body', 'btn', 'card', 'dark', 'description-list', 'error', 'fieldset', 'form', 'hint', 'icon', 'kopfzeile', 'label',
    'layer', 'level', 'light', 'link', 'preline', 'sr-only', 'subline', 'table', 'title'];
const isOurs = new RegExp(`\\.kern-(${parts.join('|')})(?![a-z])`);

// Blocks of a style sheet as [prelude, body], without comments; bodies may hold blocks again.
function* blocks(css) {
    for (let at = 0; at < css.length;) {
        const open = css.indexOf('{', at);
        if (open < 0) return;
        let close = open + 1;
        for (let depth = 1; depth > 0; ++close) depth += css[close] === '{' ? 1 : css[close] === '}' ? -1 : 0;
        yield [css.slice(at, open).trim(), css.slice(open + 1, close - 1)];
        at = close;
    }
}

function reduced(css) {
    return [...blocks(css)].map(([prelude, body]) => {
        if (prelude.startsWith('@media') || prelude.startsWith('@supports')) {
            const inner = reduced(body);
            return inner && `${prelude}{${inner}}`;
        }
        const used = prelude.split(',').some(selector => !selector.includes('.kern-') || isOurs.test(selector));
        return used ? `${prelude}{${body}}` : '';
    }).join('');
}

const leaner = {
    name: 'leaner',
    setup(build) {
        build.onLoad({ filter: /kern\.css$/ }, ({ path }) => {
            const css = readFileSync(path, 'utf8').replace(/\/\*[^]*?\*\//g, '').replace(/@charset[^;]*;/, '');
            return { contents: reduced(css), loader: 'css' };
        });
    },
};

// `loader`: how fonts and pictures come along: as files of their own, or inside the style sheet (for documents that load nothing).
async function bundle(entryPoints, loader) {
    const { outputFiles, metafile } = await esbuild.build({
        absWorkingDir: here,
        entryPoints,
        bundle: true,
        minify: true,
        write: false,
        metafile: true,
        outdir: 'dist',
        entryNames: '[name]-[hash]',
        assetNames: '[name]-[hash]',
        loader: { '.woff2': loader, '.svg': loader },
        plugins: [leaner],
        target: ['chrome109', 'firefox115', 'safari15.4'],
        legalComments: 'none',
    });
    const names = Object.entries(metafile.outputs)
        .filter(([, output]) => output.entryPoint)
        .map(([path, output]) => [basename(output.entryPoint), basename(path)]);
    return { files: outputFiles.map(file => [basename(file.path), Buffer.from(file.contents)]), names };
}

function hashed(name) {
    const content = readFileSync(join(here, 'images', name));
    const hash = createHash('sha256').update(content).digest('hex').slice(0, 8).toUpperCase();
    return { name, hashedName: `${basename(name, extname(name))}-${hash}${extname(name)}`, content };
}

function synchronise(files) {
    mkdirSync(dist, { recursive: true });
    for (const name of readdirSync(dist)) if (!files.has(name)) rmSync(join(dist, name));
    for (const [name, content] of files) {
        const path = join(dist, name);
        if (!existsSync(path) || !readFileSync(path).equals(content)) writeFileSync(path, content);
    }
}

const pages = await bundle(['css/lenkwerk.css', 'js/lenkwerk.js'], 'file');
const documents = await bundle(['css/document.css'], 'dataurl');
const copies = pictures.map(hashed);
const names = [...pages.names, ...documents.names, ...copies.map(copy => [copy.name, copy.hashedName])];
const files = new Map([...pages.files, ...documents.files, ...copies.map(copy => [copy.hashedName, copy.content])]);
files.set('names.json', Buffer.from(JSON.stringify(Object.fromEntries(names), null, 1) + '\n'));
synchronise(files);
