import { cleanup, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { keyHints } from '../../keyboard/bound.ts';
import { buildGuide, buildStory, item } from '../fixtures/build-guide.ts';
import { stateWith } from '../fixtures/session.ts';
import { renderPanel } from './render-panel.tsx';

let stop = () => {};
afterEach(() => {
  stop();
  cleanup();
});

function open(...given: Parameters<typeof renderPanel>) {
  const rendered = renderPanel(...given);
  stop = rendered.stop;
  return rendered;
}

const options = () => screen.getAllByRole('option').map((option) => option.getAttribute('title'));
const texts = (name: string) =>
  within(screen.getByRole('list', { name }))
    .getAllByRole('listitem')
    .map((entry) => entry.textContent);

describe('before typing', () => {
  it('shows every story with title, values, time and numbers', () => {
    open();
    expect(options()).toEqual(['CALM - Fog at Pier 9', 'CREW - The night rota', 'A story with nothing else']);
    expect(screen.getAllByRole('option')[0]?.textContent).toContain('0:45–1:00Care · Nerve12 minutes early');
  });

  it('has the typing place focused and named', () => {
    open();
    expect(screen.getByRole('combobox', { name: 'Question' })).toBe(document.activeElement);
  });

  it('says what of the guide could not be read, with its line', () => {
    open({
      guide: buildGuide({ problems: [{ line: 7, code: 'unplaced', message: 'This line found no place.' }] }),
    });
    expect(screen.getByText('Line 7: This line found no place.')).toBeTruthy();
    expect(screen.getByText(/No story was found/)).toBeTruthy();
  });
});

describe('a typed word', () => {
  it('opens the story and says why', async () => {
    const { user } = open();
    await user.keyboard('fog');
    await waitFor(() => expect(screen.getByRole('article', { name: 'CALM Fog at Pier 9' })).toBeTruthy());
    const [first] = screen.getAllByRole('option');
    expect(first?.getAttribute('aria-selected')).toBe('true');
    expect(first?.getAttribute('aria-description')).toBe('because of fog');
  });

  it('shows key points with bold labels, numbers and names', async () => {
    const { user } = open();
    await user.keyboard('fog');
    await waitFor(() =>
      expect(texts('Key points')).toEqual([
        'Problem fog and a dead radio',
        'Result berthed 12 minutes early',
        'Company connection calm under load',
      ]),
    );
    expect(screen.getByText('Problem').tagName).toBe('B');
    expect(texts('Numbers and names')).toEqual(['12 minutes early', '40 m sight', 'Ines tug master']);
  });

  it('that nothing answers brings the unprepared phrases first, then the stories', async () => {
    const { user } = open();
    await user.keyboard('salary');
    await waitFor(() => expect(screen.getByText('None of your stories answers this.')).toBeTruthy());
    expect(texts('Backup phrases')).toEqual(['Here is one close to it.']);
    const phrases = screen.getByRole('list', { name: 'Backup phrases' });
    expect(phrases.compareDocumentPosition(screen.getByRole('listbox')) & 4).toBe(4);
    expect(screen.queryByRole('article')).toBeNull();
  });
});

describe('keys', () => {
  it('go through the hooks with the caret at the end', async () => {
    const { user } = open();
    await user.keyboard('fog');
    await waitFor(() => screen.getByRole('article'));
    const current = () => document.querySelector('.hooks .current')?.textContent;
    expect(current()).toBe('“Forty metres of sight.”');
    await user.keyboard('{ArrowRight}');
    await waitFor(() => expect(current()).toBe('“The radio went silent.”'));
  });

  it('open and shut the whole script', async () => {
    const { user } = open();
    await user.keyboard('fog');
    await user.keyboard('{Alt>}s{/Alt}');
    await waitFor(() => expect(screen.getByRole('region', { name: 'Script' })).toBeTruthy());
    expect(screen.getByText('Nobody raised a voice.')).toBeTruthy();
    await user.keyboard('{Alt>}s{/Alt}');
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Script' })).toBeNull());
  });

  it('show the help sheet, each command on it', async () => {
    const { user } = open();
    await user.keyboard('?');
    const help = await waitFor(() => screen.getByRole('region', { name: 'Keys' }));
    for (const hint of keyHints({})) expect(within(help).getByText(hint.label)).toBeTruthy();
    expect(screen.getByRole<HTMLInputElement>('combobox').value).toBe('');
  });

  it('leave a question mark within a question alone', async () => {
    const { user } = open();
    await user.keyboard('why us?');
    expect(screen.getByRole<HTMLInputElement>('combobox').value).toBe('why us?');
  });
});

describe('the countdown', () => {
  it('starts by Enter, and each of its buttons does what it says', async () => {
    const { user } = open();
    await user.keyboard('fog');
    await waitFor(() => expect(screen.getByRole('timer').textContent).toBe('1:00 target 0:45–1:00'));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(screen.getByRole('timer').textContent).toBe('1:00 left of 1:00'));
    await user.click(screen.getByRole('button', { name: /Pause/ }));
    await waitFor(() => expect(screen.getByRole('timer').textContent).toContain('paused'));
    await user.click(screen.getByRole('button', { name: /Resume/ }));
    await waitFor(() => expect(screen.getByRole('button', { name: /Pause/ })).toBeTruthy());
    await user.click(screen.getByRole('button', { name: 'Stop' }));
    await waitFor(() => expect(screen.getByRole('timer').textContent).toBe('1:00 target 0:45–1:00'));
  });

  it('keeps the focus in the typing place when a button is pressed', async () => {
    const { user } = open();
    await user.keyboard('fog');
    await waitFor(() => screen.getByRole('article'));
    await user.click(screen.getByRole('button', { name: /Start/ }));
    expect(screen.getByRole('combobox')).toBe(document.activeElement);
  });

  it('that runs past its target says so in words', async () => {
    const started = Date.now() - 67_000;
    open({
      saved: stateWith({
        query: 'fog',
        open: 'calm-fog',
        countdown: {
          storyId: 'calm-fog',
          storyName: 'CALM - Fog at Pier 9',
          from: 45,
          to: 60,
          runningSince: started,
          spent: 0,
          asked: null,
        },
      }),
    });
    expect(screen.getByRole('timer').textContent).toBe('+0:07 over: land it');
  });
});

describe('teaching', () => {
  it('is offered for a story picked against the ranking, done by one key, listed and undone', async () => {
    const { user, session } = open();
    await user.keyboard('fog');
    await waitFor(() => screen.getByRole('article'));
    expect(screen.queryByRole('button', { name: /Remember this story/ })).toBeNull();
    await user.keyboard('{ArrowDown}');
    await waitFor(() => expect(screen.getByRole('button', { name: /Remember this story/ })).toBeTruthy());
    await user.keyboard('{Alt>}l{/Alt}');
    await waitFor(() => expect(screen.getByText(/You taught this answer/)).toBeTruthy());
    expect(session.learnt.pairs.value).toEqual([
      { question: 'fog', storyId: 'crew-rota', storyName: 'CREW - The night rota' },
    ]);
    await user.keyboard('{Alt>}k{/Alt}');
    const question = await waitFor(() =>
      screen.getByRole<HTMLInputElement>('textbox', { name: 'Question 1' }),
    );
    expect(question.value).toBe('fog');
    await user.click(screen.getByRole('button', { name: 'Forget question 1' }));
    await waitFor(() => expect(screen.getByText(/Nothing yet/)).toBeTruthy());
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'Question 1' })).toBeTruthy());
  });

  it('keeps keys within its own fields', async () => {
    const { user, session } = open();
    await user.keyboard('fog');
    await user.keyboard('{ArrowDown}{Alt>}l{/Alt}{Alt>}k{/Alt}');
    const question = await waitFor(() =>
      screen.getByRole<HTMLInputElement>('textbox', { name: 'Question 1' }),
    );
    await user.click(question);
    await user.keyboard(' 2?{Enter}');
    expect(question.value).toBe('fog 2?');
    expect([session.countdown.value, session.sheet.value]).toEqual([null, 'learnt']);
    await user.keyboard('{Escape}');
    expect(session.sheet.value).toBe('none');
  });
});

describe('the words that carried the rank', () => {
  it('are marked in the card, as whole words', async () => {
    const { user } = open();
    await user.keyboard('fog');
    await waitFor(() => screen.getByRole('article'));
    const marks = [...document.querySelectorAll('mark')].map((mark) => mark.textContent);
    expect(marks).toEqual(['Fog', 'fog']);
  });
});

describe('a story that lacks things', () => {
  it('shows its script where it has no key points', () => {
    const story = buildStory({ id: 's', title: 'Only a script', script: 'One line.' });
    open({
      guide: buildGuide({ stories: [story] }),
      saved: stateWith({ pick: 's', open: 's' }),
    });
    expect(screen.getByText('One line.')).toBeTruthy();
    expect(screen.queryByRole('list', { name: 'Opening hooks' })).toBeNull();
    expect(screen.queryByRole('list', { name: 'Numbers and names' })).toBeNull();
  });

  it('shows its connection where no key point holds it', () => {
    const story = buildStory({ id: 's', title: 'S', connection: item('lands here', 9) });
    open({
      guide: buildGuide({ stories: [story] }),
      saved: stateWith({ pick: 's', open: 's' }),
    });
    expect(screen.getByText('lands here')).toBeTruthy();
  });
});

it('shows a notice as an alert', () => {
  open({ notices: [{ text: 'Your stored guide could not be read.' }] });
  expect(screen.getByRole('alert').textContent).toContain('Your stored guide could not be read.');
});
