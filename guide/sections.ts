/**
 * The one table of section names. To have the parser recognise another name, add it to a pattern here;
 * to add a section, add a row here and a case where its kind is read (`read-story.ts` or `read-guide.ts`).
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
  | 'connection'
  | 'notes';

interface Pattern<Kind> {
  readonly kind: Kind;
  /** Tried on {@link plainName}, in the order of the table. */
  readonly pattern: RegExp;
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
      /^(?:value|(?:[\w&'’-]+ ){0,2}values|(?:(?:amazon |company |core |our )?(?:leadership )?)principles?|lps?)(?: (?:shown|covered|demonstrated))?$/,
  },
  {
    kind: 'tags',
    pattern:
      /^(?:tags?|themes|topics?|keywords?|(?:key |core )?(?:skills?|competenc(?:y|ies))(?: (?:shown|covered|demonstrated|tested))?|categor(?:y|ies))$/,
  },
  {
    kind: 'answers',
    pattern:
      /^(?:best|good|great|use(?:d|ful)?|works?) (?:for|when)\b|^(?:also )?answers?(?: (?:to|for|the) .*)$|^also (?:answers|works|good|fits)\b|^(?:(?:sample|example|likely|typical|possible|interview|related|which|what) )?questions?(?: (?:variants?|variations?|wording|types?|prompts?|it answers|this answers|about|answered))*$|^when to use\b|^prompts?$|^interview angles?$/,
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
      /^(?:(?:the|my|full|final|refined|spoken|complete|star|polished) )*(?:story|script|answer|narrative|version)$|^what (?:i|you|to) say$/,
  },
  {
    kind: 'points',
    pattern:
      /^(?:(?:key|main|talking|core|bullet) ?points?|talking points|key (?:moments|beats|details|facts)|beats|outline|must[ -]says?)(?: to .*)?$/,
  },
  { kind: 'connection', pattern: /\bconnections?$|^(?:tie|link)[ -](?:in|back)(?: to .*)?$/ },
  {
    kind: 'star',
    pattern:
      /^(?:the )?(?:s|t|a|r|situation|context|background|task|challenge|problem|obstacles?|actions?|approach|solution|results?|outcomes?|impact|recovery|reflections?|lessons?(?: learned)?|learnings?|takeaways?|what i learned|what i['’]d do differently)(?: ?[/&] ?\w+)?$/,
  },
  {
    kind: 'notes',
    pattern:
      /\b(?:tips?|notes?|follow-?ups?|probes?|guidance|coaching|reminders?)\b|^if (?:they |i['’]m |you['’]re )?ask(?:ed)?\b/,
  },
];

/** No section has a name this long; longer ones are text, and are not searched. */
const MAX_NAME = 90;

/**
 * @param name a heading or label as written: `### Key Points to Remember:` without its `#`
 * @returns lower case, without numbering, a bracketed remark at the end, and marks around it
 */
export function plainName(name: string): string {
  if (name.length > MAX_NAME) return '';
  return name
    .toLowerCase()
    .replace(/[([][^()[\]]*[)\]]\s*:?\s*$/, '')
    .replace(/^\d{1,2}[.)]\s+/, '')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
    .replace(/\s+/g, ' ');
}

/** @param name a heading or label as written; @returns the section of the guide it names, if any */
export function guideKind(name: string): GuideKind | undefined {
  return find(GUIDE, name);
}

/** @param name a heading or label as written; @returns the part of a story it names, if any */
export function storyKind(name: string): StoryKind | undefined {
  return find(STORY, name);
}

function find<Kind>(table: readonly Pattern<Kind>[], name: string): Kind | undefined {
  const plain = plainName(name);
  return plain === '' ? undefined : table.find(({ pattern }) => pattern.test(plain))?.kind;
}
