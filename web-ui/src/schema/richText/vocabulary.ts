/** What becomes of an element; the server has the same list (`form.field.richtext.Vocabulary`). */
export type Role =
  | 'mark'
  | 'link'
  | 'leaf'
  | 'pre'
  | 'group'
  | 'item'
  | 'break'
  | 'line'
  | 'inline'
  | 'block'
  | 'silent'
  | 'SCRIPT'
  | 'EMBEDDED'
  | 'FORM'
  | 'UNSUPPORTED';

/** Emphasis, in the order in which the normal form nests it. */
export const MARKS = ['strong', 'em', 'u', 's', 'code'] as const;
export type Mark = (typeof MARKS)[number];

/** Attributes that hold addresses which a browser follows or runs. */
export const ADDRESSES = new Set(
  'href src action formaction background poster data cite longdesc xlink:href'.split(' '),
);

const NAMES: Record<string, string> = {
  b: 'strong',
  i: 'em',
  ins: 'u',
  del: 's',
  strike: 's',
  tt: 'code',
  kbd: 'code',
  samp: 'code',
  h4: 'h3',
  h5: 'h3',
  h6: 'h3',
  menu: 'ul',
  dir: 'ul',
  listing: 'pre',
};

const ELEMENTS: Record<Exclude<Role, 'UNSUPPORTED'>, string> = {
  mark: MARKS.join(' '),
  link: 'a',
  leaf: 'p h1 h2 h3',
  pre: 'pre',
  group: 'blockquote ul ol',
  item: 'li',
  break: 'br',
  line: 'hr',
  inline: 'span font big small label abbr acronym time data bdi bdo nobr wbr o:p',
  block: 'div section article header footer main nav aside address center hgroup',
  silent: 'style title meta link',
  SCRIPT: 'script noscript template',
  EMBEDDED:
    'iframe frame frameset object embed applet param svg math audio video source track canvas portal fencedframe ' +
    'noembed noframes xmp plaintext base',
  FORM: 'form input button select option optgroup textarea fieldset legend datalist output meter progress keygen',
};

const ROLES = new Map(
  Object.entries(ELEMENTS).flatMap(([role, names]) => names.split(' ').map((name) => [name, role as Role] as const)),
);

/** The one name of elements that say the same. */
export function nameOf(element: Element): string {
  const name = element.localName.toLowerCase();
  return Object.hasOwn(NAMES, name) ? (NAMES[name] ?? name) : name;
}

export function roleOf(name: string): Role {
  return ROLES.get(name) ?? 'UNSUPPORTED';
}
