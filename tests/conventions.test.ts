import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * The folders' rules, executable. `types` may be imported with `import type` only.
 * ARCHITECTURE.md has the same table in words.
 */
const RULES: Record<string, { readonly values: readonly string[]; readonly types: readonly string[] }> = {
  guide: { values: ['guide', /* its parser */ 'mdast', 'micromark', 'unist'], types: [] },
  matching: { values: ['matching', 'guide', 'stories-data', 'fuse.js'], types: [] },
  practice: { values: ['practice', 'guide'], types: [] },
  // From state it takes the models' own words: what a new session is, what a look or a site may be.
  storage: { values: ['storage', 'state'], types: ['guide', 'practice'] },
  state: { values: ['state', 'guide', 'practice', '@preact/signals'], types: ['matching'] },
  components: {
    values: [
      'components',
      'state',
      'preact',
      '@preact/signals',
      /* the card on call pages, which brings its sheet with it */ 'styles',
      /* library page */ '@codemirror',
      '@lezer',
      'hast',
      'mdast',
    ],
    types: ['guide'],
  },
  keyboard: { values: ['keyboard'], types: ['state'] },
};
/** Folders that may use the browser's extension interfaces. */
const MAY_KNOW_THE_BROWSER = ['entrypoints'];
/** Folders that run in Node as well, and so may use nothing of a page. */
const PURE = ['guide', 'matching', 'practice', 'stories-data'];

const root = resolve(import.meta.dirname, '..');

interface Import {
  readonly file: string;
  /** A folder of the project, or a package's name. */
  readonly target: string;
  readonly isType: boolean;
}

function sourcesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name));
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  const found = text.matchAll(/^(import|export)(\s+type)?\s[^;]*?from\s+'([^']+)'|^import\s+'([^']+)'/gm);
  return [...found].map(([, , type, from, bare]) => {
    const specifier = from ?? bare ?? '';
    const target = specifier.startsWith('.')
      ? (relative(root, resolve(root, dirname(file), specifier)).split('/')[0] ?? '')
      : specifier;
    return { file, target, isType: type !== undefined };
  });
}

const isOneOf = (target: string, names: readonly string[]) =>
  names.some((name) => target === name || target.startsWith(`${name}/`) || target.startsWith(`${name}-`));

describe('the import table', () => {
  for (const [folder, { values, types }] of Object.entries(RULES)) {
    it(`${folder}/ imports only what it may`, () => {
      const wrong = sourcesIn(folder)
        .flatMap(importsOf)
        .filter(({ target, isType }) => !isOneOf(target, values) && !(isType && isOneOf(target, types)));
      expect(wrong).toEqual([]);
    });
  }

  it('finds imports at all', () => {
    expect(importsOf('state/session.ts').map((found) => found.target)).toContain('guide');
  });
});

describe('the source', () => {
  const folders = [...Object.keys(RULES), 'entrypoints', 'scripts', 'tests'];
  const all = folders.flatMap(sourcesIn);

  it('has no browser interface outside of entrypoints', () => {
    const knowing = all.filter(
      (file) =>
        !MAY_KNOW_THE_BROWSER.includes(file.split('/')[0] ?? '') &&
        !/^(tests|scripts)\//.test(file) &&
        /\b(browser|chrome)\.[a-z]/.test(
          readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, ''),
        ),
    );
    expect(knowing).toEqual([]);
  });

  it('knows no page in its pure folders', () => {
    const knowing = all.filter(
      (file) =>
        PURE.includes(file.split('/')[0] ?? '') &&
        /\b(document|window|localStorage)\.|\bDate\.now\(|\bMath\.random\(/.test(
          readFileSync(join(root, file), 'utf8'),
        ),
    );
    expect(knowing).toEqual([]);
  });

  it('has no folder for odds and ends', () => {
    expect(all.filter((file) => /(^|\/)(utils?|helpers?|misc|common)\//.test(file))).toEqual([]);
  });

  it('has no barrel file', () => {
    const barrels = all.filter((file) => {
      const code = readFileSync(join(root, file), 'utf8')
        .replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
        .trim();
      return (
        code !== '' &&
        code.split(/;\s*/).every((statement) => statement === '' || /^export .* from /s.test(statement))
      );
    });
    expect(barrels).toEqual([]);
  });
});
