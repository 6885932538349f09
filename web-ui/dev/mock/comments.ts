import { me, members, type Stored } from './data';
import { problem, type Ask, type Reply } from './server';

interface Said {
  id: string;
  author: unknown;
  text: string;
  mentions: unknown[];
  createdAt: string;
  editedAt: string | null;
  version: number;
  deletedBy: string | null;
}

const said = new Map<string, Said[]>();
let number = 0;

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

function make(author: unknown, text: string, mentions: unknown[] = [], createdAt = ago(0)): Said {
  number += 1;
  const id = `0190c000-0000-7000-8000-${String(number).padStart(12, '0')}`;
  return { id, author, text, mentions, createdAt, editedAt: null, version: 1, deletedBy: null };
}

function of(record: Stored): Said[] {
  const known = said.get(record.id);
  if (known) return known;
  const fresh = record.workflow
    ? [
        make(me, '@韩梅梅 请看一下额度，客户希望本周签约。\n资料已补齐。', [members[1]], ago(8)),
        make(members[1], '去年的回款记录都正常，可以往上报。', [], ago(95)),
        make(members[2], 'Please add the latest order list before the committee meets.', [], ago(60 * 26)),
      ]
    : [];
  said.set(record.id, fresh);
  return fresh;
}

function shown({ deletedBy, ...one }: Said): unknown {
  const mine = one.author === me;
  if (deletedBy !== null) return { ...one, text: null, mentions: [], deleted: true, may: ['restore'] };
  return { ...one, deleted: false, may: mine ? ['edit', 'delete'] : [] };
}

const write = (ask: Ask) => ({
  text: String(ask.body['text'] ?? ''),
  mentions: ((ask.body['mentions'] ?? []) as string[]).flatMap((id) => members.find((one) => one.id === id) ?? []),
});

/** Comments of a record, each of its author alone. */
export function comments(ask: Ask, record: Stored, parts: string[]): Reply {
  const all = of(record);
  if (parts.length === 0 && ask.method === 'GET') return { status: 200, body: { items: all.map(shown), next: null } };
  if (parts.length === 0) {
    const { text, mentions } = write(ask);
    const made = make(me, text, mentions);
    all.unshift(made);
    return { status: 201, body: shown(made) };
  }
  const found = all.find((one) => one.id === parts[0]);
  if (!found) return problem(404, 'request.not-found');
  if (ask.method === 'PATCH') Object.assign(found, write(ask), { editedAt: ago(0) });
  if (ask.method === 'DELETE') found.deletedBy = me.id;
  if (parts[1] === 'restore') found.deletedBy = null;
  found.version += 1;
  return ask.method === 'DELETE' ? { status: 204 } : { status: 200, body: shown(found) };
}
