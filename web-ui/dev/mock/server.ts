import {
  access,
  company,
  customer,
  departments,
  forms,
  masked,
  me,
  members,
  purposes,
  records,
  type Stored,
} from './data';
import { comments } from './comments';
import { append, consistencyProof, entries, head, inclusionProof } from './audit';
import { duplicates } from './duplicates';
import { matches, type Test } from './filter';
import { isReceived, shares } from './shares';
import { decide, inbox, taskById, workflowOf } from './tasks';
import { viewCalls } from './views';

export interface Ask {
  method: string;
  parts: string[];
  query: URLSearchParams;
  body: Record<string, unknown>;
  version?: number | undefined;
}
export interface Reply {
  status: number;
  body?: unknown;
}

const ok = (body: unknown, status = 200): Reply => ({ status, body });
export const problem = (status: number, code: string, errors: unknown[] = []): Reply => ({
  status,
  body: { status, code, errors },
});
const list = (items: unknown[]) => ok({ items, next: null });

export function handle(ask: Ask): Reply {
  const [first, , ...rest] = ask.parts;
  if (first === 'me')
    return ok({
      ...me,
      locale: 'zh-CN',
      tenants: [{ key: 'demo', title: { 'zh-CN': '示例公司', en: 'Demo Ltd.' }, roles: ['sales-manager', 'auditor'] }],
    });
  if (first !== 'tenants') return problem(404, 'request.not-found');
  switch (rest[0]) {
    case 'members':
      return list(members);
    case 'departments':
      return list(departments);
    case 'purposes':
      return list(purposes);
    case 'tasks':
      return tasks(ask, rest.slice(1));
    case 'audit':
      return audit(ask, rest.slice(1));
    case 'apps':
      return apps(ask, rest.slice(1));
    default:
      return problem(404, 'request.not-found');
  }
}

function apps(ask: Ask, parts: string[]): Reply {
  if (parts.length === 0) return list([{ key: 'crm', title: { 'zh-CN': '客户管理', en: 'CRM' } }]);
  if (parts[1] === 'forms' && parts.length === 2)
    return list([customer, company].map(({ key, title }) => ({ key, title })));
  const form = forms[parts[2] ?? ''];
  if (!form) return problem(404, 'form.not-found');
  if (parts.length === 3) {
    return ok({
      version: 3,
      definition: form,
      compiled: { formulas: {}, rules: [] },
      actions: ['create', 'read', 'update', 'delete', 'search', 'print', 'duplicates', 'share'],
      replace: ['idNumber', 'mobile'],
    });
  }
  return parts[3] === 'views' ? viewCalls(ask, form.key, parts.slice(4)) : recordCalls(ask, form.key, parts.slice(4));
}

function recordCalls(ask: Ask, form: string, parts: string[]): Reply {
  const all = records[form] ?? [];
  if (parts[0] === 'query') return query(ask, form, all);
  if (parts[0] === 'duplicates') return duplicates(ask, all);
  if (parts[0] === 'compute') return compute((ask.body['data'] ?? {}) as Record<string, unknown>);
  if (parts.length === 0) return create(ask, form, all);
  const found = all.find((record) => record.id === parts[0]);
  if (!found) return problem(404, 'record.not-found');
  switch (parts[1]) {
    case 'history':
      return list(history(found));
    case 'comments':
      return comments(ask, found, parts.slice(2));
    case 'shares':
      return shares(ask, found, parts.slice(2));
    case 'workflow':
      return ok(workflowOf(found));
    case 'print':
      // Nothing renders here.
      return problem(503, 'print.font-missing');
    case 'restore':
      found.trashed = false;
      return ok(view(form, found));
    case 'reveal': {
      if (!ask.body['reason']) return problem(422, 'reveal.reason-required');
      append(
        'record.reveal',
        { id: found.id, title: String(found.data['no']) },
        { purpose: 'contract', reason: ask.body['reason'] },
      );
      const fields = ask.body['fields'] as string[];
      return ok({
        grant: 'g1',
        expiresAt: new Date(Date.now() + 5 * 60_000).toISOString(),
        values: Object.fromEntries(fields.map((key) => [key, found.data[key]])),
      });
    }
    default:
      return one(ask, form, found);
  }
}

function one(ask: Ask, form: string, found: Stored): Reply {
  if (ask.method === 'GET') return ok(view(form, found));
  if (ask.version !== found.version) return problem(412, 'record.stale-version');
  found.version += 1;
  found.updatedAt = new Date().toISOString();
  if (ask.method === 'DELETE') {
    found.trashed = true;
    return { status: 204 };
  }
  for (const [key, value] of Object.entries((ask.body['data'] ?? {}) as Record<string, unknown>)) {
    const plain = typeof value === 'object' && value !== null && 'replace' in value ? value.replace : value;
    found.data[key] = key === 'owner' ? members.find((member) => member.id === plain) : plain;
  }
  append('record.update', { id: found.id, title: String(found.data['no'] ?? '') });
  return ok(view(form, found));
}

function create(ask: Ask, form: string, all: Stored[]): Reply {
  const data = (ask.body['data'] ?? {}) as Record<string, unknown>;
  if (data['mobile'] === '13800138000') {
    return problem(422, 'record.validation', [{ pointer: '/data/mobile', code: 'record.not-unique' }]);
  }
  const now = new Date().toISOString();
  const made: Stored = {
    id: `0190b000-0000-7000-8000-${String(all.length).padStart(12, '0')}`,
    version: 1,
    status: ask.body['submit'] ? 'submitted' : 'draft',
    createdAt: now,
    updatedAt: now,
    data: { ...data, no: `KH-202611-${String(all.length + 1).padStart(5, '0')}`, owner: members[0] },
  };
  all.unshift(made);
  return ok(view(form, made), 201);
}

export function view(form: string, record: Stored): unknown {
  const keys = Object.keys(record.data);
  const levels = Object.fromEntries(keys.map((key) => [key, (form === 'customer' && access[key]) || 'edit']));
  const hidden = (key: string) => ['masked', 'reveal'].includes(levels[key] ?? '');
  return {
    id: record.id,
    form,
    formVersion: 3,
    version: record.version,
    status: record.status,
    createdAt: record.createdAt,
    createdBy: me,
    updatedAt: record.updatedAt,
    updatedBy: me,
    access: levels,
    data: Object.fromEntries(keys.map((key) => [key, hidden(key) ? masked(key, record.data[key]) : record.data[key]])),
    ...(isReceived(record) ? { shared: true } : {}),
    workflow: record.workflow ? { status: record.workflow, openTasks: [] } : null,
  };
}

function query(ask: Ask, form: string, all: Stored[]): Reply {
  const {
    filter,
    sort,
    limit = 20,
    after,
    count,
    shared,
  } = ask.body as {
    filter?: Test;
    sort?: string[];
    limit?: number;
    after?: string;
    count?: boolean;
    shared?: boolean;
  };
  const key = (sort?.[0] ?? '-createdAt').replace('-', '');
  const value = (record: Stored) => (key === 'createdAt' ? record.createdAt : record.data[key]) as string;
  const down = sort?.[0]?.startsWith('-') ? -1 : 1;
  const rows = all
    .filter((record) => !record.trashed && (!filter || matches(filter, record)) && (!shared || isReceived(record)))
    .sort(
      (left, right) =>
        down * (Number(value(left)) - Number(value(right)) || String(value(left)).localeCompare(String(value(right)))),
    );
  const start = Number(after ?? 0);
  const items = rows
    .slice(start, start + limit)
    .map((record, index) =>
      form === 'customer' && start === 0 && index === 6 && !filter
        ? { id: record.id, problem: 'record.integrity' }
        : view(form, record),
    );
  return ok({
    items,
    next: start + limit < rows.length ? String(start + limit) : null,
    ...(count ? { count: { value: rows.length, exact: true } } : {}),
  });
}

function compute(data: Record<string, unknown>): Reply {
  const deals = ((data['deals'] ?? []) as Record<string, string>[]).map((row) => ({
    ...row,
    sum: row['quantity'] && row['price'] ? (Number(row['quantity']) * Number(row['price'])).toFixed(2) : null,
  }));
  const amount = deals.length > 0 ? deals.reduce((total, row) => total + Number(row.sum ?? 0), 0).toFixed(2) : null;
  const limit = Number(data['creditLimit'] ?? 0);
  const key = data['level'] === 'A';
  return ok({
    data: { deals, amount },
    shown: customer.fields
      .map((field: { key: string }) => field.key)
      .filter((field: string) => field !== 'contract' || limit > 0),
    required: ['name', 'mobile', ...(key || limit > 0 ? ['idNumber'] : []), ...(key ? ['creditLimit'] : [])],
    findings:
      limit < 0
        ? [
            {
              code: 'record.check-failed',
              pointer: '/data/creditLimit',
              params: { message: customer.rules[3].message },
            },
          ]
        : [],
  });
}

function history(record: Stored): unknown[] {
  return [
    {
      at: record.updatedAt,
      actor: members[1],
      action: 'record.update',
      audit: 12,
      changes: [
        { field: 'level', from: 'C', to: record.data['level'] },
        { field: 'creditLimit', from: null, to: '250000.00' },
      ],
    },
    {
      at: record.createdAt,
      actor: members[0],
      action: 'record.update',
      audit: 8,
      changes: [{ field: 'mobile', from: { masked: '139****1111' }, to: { masked: '138****8000' } }],
    },
    { at: record.createdAt, actor: members[0], action: 'record.create', audit: 7, changes: [] },
  ];
}

function tasks(ask: Ask, parts: string[]): Reply {
  if (parts.length === 0) return list(inbox(ask.query.get('box') ?? 'todo'));
  if (parts.length === 1) return taskById(parts[0] ?? '');
  return decide(parts[0] ?? '', parts[1] ?? '', ask.body);
}

function audit(ask: Ask, parts: string[]): Reply {
  const number = (name: string) => Number(ask.query.get(name));
  if (parts[0] === 'head') return ok(head());
  if (parts[1] === 'inclusion') return ok(inclusionProof(number('leaf'), number('size')));
  if (parts[1] === 'consistency') return ok(consistencyProof(number('from'), number('to')));
  if (parts.length === 2)
    return entries[Number(parts[1])] ? ok(entries[Number(parts[1])]) : problem(404, 'request.not-found');
  const wanted = entries
    .filter((entry) =>
      ['action', 'target', 'actor'].every((name) => {
        const value = ask.query.get(name);
        return (
          !value ||
          value ===
            (name === 'action' ? entry.action : name === 'target' ? entry.target.split('/').at(-1) : entry.actor.id)
        );
      }),
    )
    .reverse();
  const start = Number(ask.query.get('after') ?? 0);
  return ok({ items: wanted.slice(start, start + 50), next: start + 50 < wanted.length ? String(start + 50) : null });
}
