/** What `npm start -- --guide FILE` does to the extension's storage is what the panel reads. */
import { expect, onTestFinished, test } from 'vitest';
import { findByRole, textsByRole } from '../../scripts/by-role.ts';
import { hasGuide, useGuide } from '../../scripts/use-guide.ts';
import { launchHookline } from './support/harness.ts';
import { eventually } from './support/page.ts';

const GUIDE = `# Guide

## Story 1: HARVEST - Apples in the Rain

### Key Points to Remember:
- Weather: it rained
`;

test('the panel shows the stories of the guide that was put into its storage', async () => {
  const hookline = await launchHookline();
  onTestFinished(() => hookline.close());
  expect(await hasGuide(hookline.callPage)).toBe(false);
  await useGuide(hookline.callPage, GUIDE);
  expect(await hasGuide(hookline.callPage)).toBe(true);

  const panel = await hookline.openPanel();
  await findByRole(panel, 'combobox', 'Question');
  await eventually(async () => {
    expect(await textsByRole(panel, 'option')).toEqual([expect.stringContaining('HARVEST')]);
  });
});
