import { forms, me, members } from './data';
import { problem, type Ask, type Reply } from './server';

interface View {
  id: string;
  owner: { id: string; name: string } | null;
  version: number;
  [key: string]: unknown;
}

const blank = {
  filter: null,
  sort: [],
  fields: null,
  groupBy: null,
  date: null,
  end: null,
  usable: true,
  reason: null,
};
const saved: Record<string, View[]> = {
  customer: [
    {
      ...blank,
      id: '0190c000-0000-7000-8000-000000000001',
      title: '官网来的重点客户',
      kind: 'table',
      filter: {
        and: [
          { field: 'level', op: 'in', value: ['A'] },
          { field: 'source', op: 'eq', value: 'web' },
        ],
      },
      fields: ['no', 'name', 'mobile', 'source', 'creditLimit'],
      shared: false,
      version: 1,
      owner: me,
      editable: true,
    },
    {
      ...blank,
      id: '0190c000-0000-7000-8000-000000000002',
      title: '本月新增',
      kind: 'calendar',
      date: 'createdAt',
      fields: ['name', 'level'],
      shared: true,
      version: 1,
      owner: members[1] ?? me,
      editable: false,
    },
    {
      ...blank,
      id: '0190c000-0000-7000-8000-000000000003',
      title: '按来源',
      kind: 'kanban',
      groupBy: 'source',
      fields: ['name', 'mobile', 'level', 'amount', 'owner'],
      shared: true,
      version: 2,
      owner: me,
      editable: true,
    },
  ],
};
const bin = new Map<string, View>();

interface Defined {
  key: string;
  type: string;
  title: unknown;
  columns?: string[];
  sort?: string[];
  groupBy?: string;
}

const ofForm = (form: string): View[] =>
  ((forms[form]?.views ?? []) as Defined[]).map((view) => ({
    ...blank,
    id: `definition:${view.key}`,
    title: view.title,
    kind: view.type,
    filter: view.key === 'mine' ? { field: 'owner', op: 'eq', value: me.id } : null,
    sort: view.sort ?? [],
    fields: view.columns ?? null,
    groupBy: view.groupBy ?? null,
    shared: true,
    version: 3,
    owner: null,
    editable: false,
  }));

/** Views of a form: the definition's, and saved ones in memory. */
export function viewCalls(ask: Ask, form: string, parts: string[]): Reply {
  const all = (saved[form] ??= []);
  if (parts.length === 0 && ask.method === 'GET')
    return { status: 200, body: { items: [...ofForm(form), ...all], next: null } };
  if (parts.length === 0) {
    const made: View = {
      ...blank,
      shared: false,
      ...ask.body,
      id: `0190c000-0000-7000-8000-${String(Date.now()).padStart(12, '0').slice(-12)}`,
      version: 1,
      owner: me,
      editable: true,
    };
    all.push(made);
    return { status: 201, body: made };
  }
  if (parts[1] === 'restore') {
    const gone = bin.get(parts[0] ?? '');
    if (!gone) return problem(404, 'request.not-found');
    all.push(gone);
    return { status: 200, body: gone };
  }
  const found = all.find((view) => view.id === parts[0]);
  if (!found) return problem(404, 'request.not-found');
  if (ask.version !== found.version) return problem(412, 'view.stale-version');
  found.version += 1;
  if (ask.method === 'DELETE') {
    all.splice(all.indexOf(found), 1);
    bin.set(found.id, found);
    return { status: 204 };
  }
  Object.assign(found, ask.body);
  return { status: 200, body: found };
}
