import { describe, expect, it } from 'vitest';
import { guideKind, plainName, storyKind } from '../../../guide/sections.ts';
import { parseStoryHeading, storyHeadingKind } from '../../../guide/story-heading.ts';

describe('parseStoryHeading', () => {
  const cases: [string, string, string, string][] = [
    ['Story 1: FOG - The Silent Horn', '1', 'FOG', 'The Silent Horn'],
    ['STORY 12: FOG — The Silent Horn', '12', 'FOG', 'The Silent Horn'],
    ['Story #3 - The Silent Horn', '3', '', 'The Silent Horn'],
    ['Story 2: The Fog Story', '2', 'Fog', 'The Fog Story'],
    ['The Fog Story', '', 'Fog', 'The Fog Story'],
    ['[Fog] The Silent Horn', '', 'Fog', 'The Silent Horn'],
    ['10a. Hard Choices — The Horn', '10a', 'Hard Choices', 'The Horn'],
    ['Story 4: Fog: The Horn', '4', 'Fog', 'The Horn'],
    ['Story 5', '5', '', 'Story 5'],
    ['Geschichte 2: Nachtschicht', '2', '', 'Nachtschicht'],
    ['Beispiel Nr. 3: Das Horn', '3', '', 'Das Horn'],
    ['Historia 4: La noche', '4', '', 'La noche'],
    ['Story: The Horn', '', '', 'The Horn'],
    ['On-Call and 2018–2019', '', '', 'On-Call and 2018–2019'],
    [
      'How I once mended the horn of the north pier - alone',
      '',
      '',
      'How I once mended the horn of the north pier - alone',
    ],
    ['', '', '', 'Story'],
  ];
  for (const [heading, number, theme, title] of cases) {
    it(`reads "${heading}"`, () => {
      expect(parseStoryHeading(heading)).toEqual({ number, theme, title, seconds: undefined });
    });
  }

  it('takes the time along', () => {
    expect(parseStoryHeading('Story 1: The Fog Story (45 seconds)')).toEqual({
      number: '1',
      theme: 'Fog',
      title: 'The Fog Story',
      seconds: { from: 45, to: 45 },
    });
  });
});

describe('storyHeadingKind', () => {
  const cases: [string, 'numbered' | 'named' | undefined][] = [
    ['Story 3: Horn', 'numbered'],
    ['STORY #3', 'numbered'],
    ['Story: Horn', 'named'],
    ['[Fog] Horn', 'named'],
    ['The Fog Story (45 seconds)', 'named'],
    ['Story-to-question mapping', undefined],
    ['Story Crafting Tips', undefined],
    ['[x] done', undefined],
    ['Practice', undefined],
  ];
  for (const [heading, kind] of cases) {
    it(`calls "${heading}" ${kind ?? 'no story'}`, () => {
      expect(storyHeadingKind(heading)).toBe(kind);
    });
  }
});

describe('plainName', () => {
  it('drops numbering, marks, case and a remark in brackets', () => {
    expect(plainName('2. 🎯 Key Points to Remember (short):')).toBe('key points to remember');
  });

  it('takes no long text for a name', () => {
    expect(plainName('word '.repeat(40))).toBe('');
  });
});

describe('the table of sections', () => {
  const story: [string, ReturnType<typeof storyKind>][] = [
    ['Opening Hook Options:', 'hooks'],
    ['Openers', 'hooks'],
    ['The Story:', 'script'],
    ['Refined Story (45-60 seconds):', 'script'],
    ['Key Points to Remember:', 'points'],
    ['Talking Points', 'points'],
    ['Harbour Values', 'values'],
    ['Leadership Principles', 'values'],
    ['Skills', 'tags'],
    ['Time', 'target'],
    ['Best for questions about', 'answers'],
    ['Question Variants', 'answers'],
    ['Key Numbers', 'metrics'],
    ['Key Person', 'people'],
    ['Situation', 'star'],
    ['Lessons Learned', 'star'],
    ['Harbour Connection', 'connection'],
    ['Follow-up Responses', 'notes'],
    ['Timing', undefined],
    ['Business value', undefined],
    ['Write Your Story First', undefined],
  ];
  for (const [name, kind] of story) {
    it(`knows "${name}" in a story as ${kind ?? 'nothing'}`, () => {
      expect(storyKind(name)).toBe(kind);
    });
  }

  const guide: [string, ReturnType<typeof guideKind>][] = [
    ['Quick Reference Card', 'cards'],
    ['Quick Reference: Question Map', undefined],
    ['Practice Checklist', 'checklist'],
    ['Key Names to Remember:', 'names'],
    ['Key Metrics to Remember:', 'metrics'],
    ['Universal Harbour Connections:', 'connections'],
    ['If You Forget Mid-Story:', 'recovery'],
    ['When your mind goes blank', 'recovery'],
    ['Failure and Recovery', undefined],
    ['Emergency Backup Phrases', 'phrases'],
    ["If asked a question you haven't prepared for", 'unprepared'],
    ['If you need thinking time', 'thinking'],
    ['Remember', 'reminder'],
    ['Company notes', undefined],
  ];
  for (const [name, kind] of guide) {
    it(`knows "${name}" in the guide as ${kind ?? 'nothing'}`, () => {
      expect(guideKind(name)).toBe(kind);
    });
  }
});
