import { cleanup, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { renderPanel } from './render-panel.tsx';

let stop = () => {};
afterEach(() => {
  stop();
  cleanup();
});

async function openWith(...names: string[]) {
  const rendered = renderPanel();
  stop = rendered.stop;
  await rendered.library.start();
  for (const name of names) await rendered.library.create(name, `# ${name}\n`);
  return rendered;
}

describe('the guide in the panel', () => {
  it('at first run is the sample, and one’s own is offered', async () => {
    const { openLibrary, user } = await openWith();
    await waitFor(() => expect(screen.getByText('This is the sample guide.')).toBeTruthy());
    expect(screen.queryByRole('combobox', { name: /^Guide/ })).toBeNull();
    await user.click(screen.getByRole('button', { name: /Bring in your own guide/ }));
    await user.keyboard('{Alt>}o{/Alt}');
    expect(openLibrary).toHaveBeenCalledTimes(2);
  });

  it('is named, and chosen where there are several', async () => {
    const { library, user } = await openWith('Acme');
    await waitFor(() => expect(screen.getByText('Guide: Acme')).toBeTruthy());
    await library.create('Globex', '# Globex\n');
    const select = await waitFor(() => screen.getByRole<HTMLSelectElement>('combobox', { name: /^Guide/ }));
    await waitFor(() => expect(select.selectedOptions[0]?.textContent).toBe('Globex'));
    await user.selectOptions(select, 'Acme');
    await waitFor(() => expect(library.openEntry.value?.name).toBe('Acme'));
    await user.selectOptions(select, 'Sample guide');
    await waitFor(() => expect(screen.getByText('This is the sample guide.')).toBeTruthy());
  });

  it('is the next one by key', async () => {
    const { library, user } = await openWith('Acme', 'Globex');
    await user.keyboard('{Alt>}g{/Alt}');
    await waitFor(() => expect(library.openEntry.value?.name).toBe('Acme'));
  });

  it('reminds of a backup, once', async () => {
    const lastWeek = vi.spyOn(Date, 'now').mockReturnValue(Date.now() - 8 * 24 * 3_600_000);
    const { library, user } = await openWith('Acme');
    lastWeek.mockRestore();
    await library.refresh();
    await waitFor(() => expect(screen.getByText(/A week of changes/)).toBeTruthy());
    await user.click(screen.getByRole('button', { name: 'Not now' }));
    await waitFor(() => expect(screen.queryByText(/A week of changes/)).toBeNull());
  });
});
