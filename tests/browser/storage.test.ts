import { afterEach, describe, expect, it } from 'vitest';
import { findByRole, textOf, textsByRole } from '../../scripts/by-role.ts';
import { type Hookline, launchHookline } from './support/harness.ts';
import { eventually } from './support/page.ts';

let hookline: Hookline;
afterEach(async () => {
  await hookline?.close();
});

describe('what is stored', () => {
  it('is the guide that the panel shows, and a new text shows at once', async () => {
    hookline = await launchHookline({ storage: { guide: { version: 1, text: '## Story 1: SEA - Fog\n' } } });
    const panel = await hookline.openPanel();
    await findByRole(panel, 'option', 'SEA - Fog');
    await panel.keyboard.type('fog');
    await findByRole(panel, 'article');
    await hookline.setStorage({ guide: { version: 1, text: '## Story 1: SEA - Fog at night\n' } });
    await findByRole(panel, 'article', 'SEA Fog at night');
    expect(await panel.$eval('[role="combobox"]', (input) => (input as HTMLInputElement).value)).toBe('fog');
    // One guide of the library, with its text before in the history, and nothing under the old key.
    const stored = await hookline.getStorage();
    const keys = Object.keys(stored).filter((key) => /^(guide|history|library)/.test(key));
    expect(keys.sort()).toEqual([
      expect.stringMatching(/^guide\.[\w-]+$/),
      expect.stringMatching(/^history\.[\w-]+$/),
      expect.stringMatching(/^history\.[\w-]+\.1$/),
      'library',
    ]);
    expect(stored[keys[0] ?? '']).toMatchObject({ text: '## Story 1: SEA - Fog at night\n', revision: 2 });
  });

  it('and can’t be read is set aside, said, and never lost', async () => {
    hookline = await launchHookline({
      storage: { guide: { version: 99, text: 'from the future' }, session: 'damaged' },
    });
    const panel = await hookline.openPanel();
    const alerts = await eventually(async () => {
      const texts = await textsByRole(panel, 'alert');
      expect(texts).toHaveLength(2);
      return texts;
    });
    expect(alerts.join()).toContain('guide.unreadable');
    await panel.keyboard.type('steve');
    await findByRole(panel, 'article');
    expect(await hookline.getStorage(['guide', 'guide.unreadable', 'session.unreadable'])).toEqual({
      guide: { version: 99, text: 'from the future' },
      'guide.unreadable': { version: 99, text: 'from the future' },
      'session.unreadable': 'damaged',
    });
  });

  it('has a guide without stories say how a story begins', async () => {
    hookline = await launchHookline({ storage: { guide: { version: 1, text: 'Just a note.\n' } } });
    const panel = await hookline.openPanel();
    await findByRole(panel, 'combobox', 'Question');
    await eventually(async () =>
      expect(await textOf(await findByRole(panel, 'main'))).toContain('No story was found in this guide'),
    );
  });
});
