import { resolve } from 'node:path';
import { build } from 'vite';

/** Bundles a module, so that `page.evaluate` of the result leaves its exports in the page as `name`. */
export async function bundleForPage(entry: string, name: string): Promise<string> {
  const results = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: false, lib: { entry: resolve(entry), formats: ['iife'], name } },
  });
  const [result] = [results].flat();
  const [chunk] = result !== undefined && 'output' in result ? result.output : [];
  if (chunk === undefined) throw new Error(`${entry} could not be bundled.`);
  // An evaluated `var` belongs to the evaluation only.
  return `${chunk.code}; globalThis.${name} = ${name};`;
}
