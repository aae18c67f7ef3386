/**
 * The one table of section names. To have the parser recognise another name, add it to a pattern here;
 * to add a section, add a row here and a case where its kind is read (`story-fields.ts` or `read-body.ts`).
 */

/** Sections of the guide as a whole. */
export type GuideKind =
  | 'cards'
  | 'checklist'
  | 'names'
  | 'metrics'
  | 'connections'
  | 'recovery'
  | 'unprepared'
  | 'thinking'
  | 'phrases'
  | 'reminder';

/** Parts of one story. */
export type StoryKind =
  | 'theme'
  | 'values'
  | 'tags'
  | 'answers'
  | 'target'
  | 'metrics'
  | 'people'
  | 'hooks'
  | 'script'
  | 'points'
  | 'star'
  /** A heading that only holds the parts: `### STAR`. */
  | 'frame'
  | 'connection'
  | 'notes';

interface Pattern<Kind> {
  readonly kind: Kind;
  /** Tried on {@link plainName}, in the order of the table. */
  readonly pattern: RegExp;
  /** A longer name that has such a word somewhere is about something else. */
  readonly maxWords?: number;
}

const GUIDE: readonly Pattern<GuideKind>[] = [
  { kind: 'reminder', pattern: /^(?:(?:final|closing|last) )?(?:remember|reminder|thought)$/ },
  { kind: 'checklist', pattern: /\bcheck ?list\b|^to-?do(?: list)?$/ },
  {
    kind: 'recovery',
    pattern:
      /\bforget\b|\bgo(?:es)? blank\b|\bblank(?:s|ed)? out\b|^recovery(?: (?:lines?|phrases?|plan|moves?))?$|\bmid-story\b|\blose (?:your|my) (?:place|thread)\b/,
  },
  {
    kind: 'thinking',
    pattern:
      /\bthinking time\b|\btime to think\b|\bneed (?:a moment|a minute|time)\b|\bbuy(?:ing)? (?:some )?time\b/,
  },
  {
    kind: 'unprepared',
    pattern:
      /\bunprepared\b|(?:\bnot|n['’]t|\bnever) (?:have )?prepared?\b|\bunexpected question|\bno story (?:fits|for)\b/,
  },
  {
    kind: 'phrases',
    pattern: /\b(?:backup|emergency|fallback|rescue|bridging|safety)\b.*\b(?:phrases?|lines?|sentences?)\b/,
  },
  { kind: 'connections', pattern: /\bconnections(?: (?:lines|phrases|to .*))?$/ },
  {
    kind: 'names',
    pattern:
      /^(?:(?:key|important|all) )?(?:names|people)(?: (?:to (?:remember|know|mention)|in (?:my|the) stories))?$/,
  },
  {
    kind: 'metrics',
    pattern:
      /^(?:(?:key|important|all) )?(?:metrics|numbers|figures|stats|statistics)(?: to (?:remember|know|mention))?$/,
  },
  {
    kind: 'cards',
    pattern:
      /^quick[ -]reference(?: (?:cards?|sheet|guide))?$|^(?:story |stories )?(?:cards?|cheat ?sheet|overview|summary|at a glance)$/,
  },
];

const STORY: readonly Pattern<StoryKind>[] = [
  { kind: 'theme', pattern: /^theme$/ },
  {
    kind: 'target',
    pattern: /^(?:(?:target|speaking|ideal|max(?:imum)?) )?(?:time|length|duration)(?: (?:limit|target))?$/,
  },
  {
    kind: 'values',
    pattern:
      /^(?:value|(?:[\w&'’-]+ ){0,2}values|(?:(?:amazon |company |core |our |key |related |primary |secondary |relevant )?(?:leadership )?)principles?|(?:amazon |primary |secondary )?lps?)(?: (?:shown|covered|demonstrated|tags?|mapping|mapped|hit|fit|alignment))?$/,
  },
  {
    kind: 'tags',
    pattern:
      /^(?:tags?|themes|topics?|keywords?|(?:key |core |related |primary |main )?(?:skills?|competenc(?:y|ies)|qualities|attributes|traits|strengths)(?: (?:shown|covered|demonstrated|tested|displayed|highlighted|showcased))?|categor(?:y|ies)|(?:demonstrates|shows|showcases|highlights|signals?|covers|dimensions?)|what (?:it|this) (?:shows|demonstrates|proves))$/,
  },
  {
    kind: 'answers',
    pattern:
      /^(?:best|good|great|use(?:d|ful)?|works?|ideal|fits|strong|suitable|perfect|relevant|prompts?|questions?) (?:for|when|as|to answer|this (?:answers|covers))\b|^(?:maps? to|use (?:it|this)(?: story)? (?:for|when)|can answer|applies to|triggers?)\b|^(?:similar|common|alternative|alternate|matching|target(?:ed)?|covered|other|relevant|follows?) questions?$|^(?:also )?answers?(?: (?:to|for|the) .*)$|^also (?:answers|works|good|fits)\b|^(?:(?:sample|example|likely|typical|possible|interview|related|which|what|behaviou?ral|potential|key|main|primary|common|practice) ){0,3}questions?(?: (?:variants?|variations?|wording|types?|prompts?|it answers|this answers|this covers|it covers|covered|about|answered|asked|this (?:story )?(?:answers|covers|fits)))*$|^when to use\b|^prompts?$|^interview angles?$/,
  },
  {
    kind: 'metrics',
    pattern: /^(?:(?:key|main|important) )?(?:numbers?|metrics?|figures?|stats)(?: to remember)?$/,
  },
  {
    kind: 'people',
    pattern:
      /^(?:(?:key|main|important) )?(?:person|persons|people|names?|players?|characters?|stakeholders?)(?: to remember)?$/,
  },
  { kind: 'hooks', pattern: /\bhooks?\b|^open(?:ing|er)s?(?: (?:lines?|options?|sentences?))?$/ },
  {
    kind: 'script',
    pattern:
      /^(?:(?:the|my|full|final|refined|spoken|complete|star|polished) )*(?:story|script|answer|narrative|version)$|^what (?:i|you|to) say$|^(?:(?:real[- ](?:world|life)|sample|model|strong|good|full|spoken|suggested|ready[- ]to[- ]say|\d+[- ](?:second|minute)) )+(?:interview )?(?:answer|response|example|story|version)$/,
  },
  {
    kind: 'points',
    pattern:
      /^(?:(?:key|main|talking|core|bullet) ?points?|talking points|key (?:moments|beats|details|facts)|beats|outline|must[ -]says?)(?: to .*)?$/,
  },
  {
    kind: 'frame',
    pattern:
      /^(?:the |my )?(?:full |detailed )?(?:star|starr|sbar|car|par|soar|star\+r)(?: (?:format|breakdown|structure|method|response|framework|outline|notes|структура|формат))?$|^(?:story|answer) (?:architecture |structure )?(?:blueprint|structure|outline|skeleton|architecture)$/,
  },
  {
    kind: 'connection',
    pattern:
      /\bconnections?$|^(?:role |company |job )?(?:tie|link)[ -](?:in|back)s?(?: to .*)?$|^why (?:it|this) matters (?:to|for|here|at)\b.*$/,
  },
  {
    kind: 'star',
    pattern:
      /^(?:the |my |key |final )?(?:[star]\d?|[car]\d?|situations?|context|background|setting|scene|setup|tasks?|goals?|objectives?|challenges?|problems?|conflict|complication|obstacles?|hindrances?|stakes|actions?(?: taken| steps)?|activity|activities|steps|what i did|approach|solution|decision|resolution|results?|outcomes?|impact|recovery|mistake|failure|reflections?|lessons?(?: (?:learned|learnt))?|learn(?:ing|t|ed)s?|learnings?|takeaways?|what (?:i|we) learn(?:ed|t)|growth|aftermath|what (?:i['’]?d|i would|would i) (?:do|have done) differently|what happened|trade-?offs?)(?: ?(?:[/&+]|and) ?(?:\w+)(?: (?:learned|learnt|differently))?)?$/,
  },
  // German, Spanish, Portuguese, French, Italian, Russian and Chinese; what is written alike in English is above.
  {
    kind: 'star',
    pattern:
      /^(?:aufgabe|handlung|ergebnis|situación|tarea|acción|resultados?|situação|tarefa|ação|tâche|résultats?|situazione|compito|azione|risultat[oi]|ситуация|задача|действи[ея]|результаты?|итог|выводы?|уроки?|情[境况]|背景|任务|行动|结果|反思|收获)$/,
  },
  {
    kind: 'notes',
    maxWords: 6,
    pattern:
      /\b(?:tips?|notes?|follow-?ups?|probes?|guidance|coaching|reminders?)\b|^if (?:they |i['’]m |you['’]re )?ask(?:ed)?\b/,
  },
];

/** Names come again with every story, so answers are remembered; so many at most. */
const MAX_KNOWN = 2000;

interface Table<Kind> {
  readonly patterns: readonly Pattern<Kind>[];
  /** `null` for a name that is in no pattern. */
  readonly known: Map<string, Kind | null>;
}

const GUIDE_NAMES: Table<GuideKind> = { patterns: GUIDE, known: new Map() };
const STORY_NAMES: Table<StoryKind> = { patterns: STORY, known: new Map() };

/** No section has a name this long; longer ones are text, and are not searched. */
const MAX_NAME = 90;

/**
 * @param name a heading or label as written: `### Key Points to Remember:` without its `#`
 * @returns lower case, without numbering, a bracketed remark at the end, and marks around it
 */
export function plainName(name: string): string {
  if (name.length > MAX_NAME) return '';
  // Most names are words and a colon; patterns of all the world's letters take long to make.
  if (/^[a-z][a-z ]*:?$/i.test(name))
    return name.replace(/\s*:$/, '').replace(/ +/g, ' ').trim().toLowerCase();
  return (
    name
      .toLowerCase()
      .replace(/[([][^()[\]]*[)\]]\s*:?\s*$/, '')
      .replace(/^\d{1,2}[.)]\s+/, '')
      .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
      // `S — Situation`
      .replace(/^(\p{L})\)?\s*[–—:-]\s*(?=\1\p{L})/u, '')
      .replace(/\s+/g, ' ')
  );
}

/** @param name a heading or label as written; @returns the section of the guide it names, if any */
export function guideKind(name: string): GuideKind | undefined {
  return find(GUIDE_NAMES, name);
}

/** @param name a heading or label as written; @returns the part of a story it names, if any */
export function storyKind(name: string): StoryKind | undefined {
  return find(STORY_NAMES, name);
}

function find<Kind>(table: Table<Kind>, name: string): Kind | undefined {
  if (name.length > MAX_NAME) return undefined;
  const known = table.known.get(name);
  if (known !== undefined) return known ?? undefined;
  const plain = plainName(name);
  const fits = ({ pattern, maxWords }: Pattern<Kind>) =>
    pattern.test(plain) && (maxWords === undefined || plain.split(' ').length <= maxWords);
  const kind = plain === '' ? undefined : table.patterns.find(fits)?.kind;
  if (table.known.size >= MAX_KNOWN) table.known.clear();
  table.known.set(name, kind ?? null);
  return kind;
}
