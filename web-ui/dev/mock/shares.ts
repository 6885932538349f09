import { me, members, type Stored } from './data';
import { problem, type Ask, type Reply } from './server';

interface Share {
  id: string;
  member: unknown;
  sharedBy: unknown;
  createdAt: string;
  until: string;
}

const DAY = 24 * 60 * 60_000;

const shared = new Map<string, Share[]>();
let number = 0;

const after = (days: number) => new Date(Date.now() + days * DAY).toISOString();

function make(member: unknown, sharedBy: unknown, until: string): Share {
  number += 1;
  const id = `0190d000-0000-7000-8000-${String(number).padStart(12, '0')}`;
  return { id, member, sharedBy, createdAt: after(0), until };
}

/** A record in approval is shared with the reader, so that the strip and the quick filter have something to show. */
function of(record: Stored): Share[] {
  const known = shared.get(record.id);
  if (known) return known;
  const fresh = record.workflow ? [make(me, members[1], after(12))] : [];
  shared.set(record.id, fresh);
  return fresh;
}

const isMine = (share: Share) => (share.member as { id: string }).id === me.id;

/** Whether somebody shares it with the reader. */
export function isReceived(record: Stored): boolean {
  return of(record).some(isMine);
}

export function shares(ask: Ask, record: Stored, parts: string[]): Reply {
  const all = of(record);
  if (ask.method === 'GET') return { status: 200, body: { items: all, next: null } };
  if (ask.method === 'DELETE') {
    const at = all.findIndex((share) => share.id === parts[0]);
    if (at < 0) return problem(404, 'request.not-found');
    all.splice(at, 1);
    return { status: 204 };
  }
  const member = members.find(({ id }) => id === ask.body['member']);
  if (!member) return problem(422, 'record.validation', [{ pointer: '/member', code: 'member.unknown' }]);
  if (member.id === me.id) return problem(422, 'record.validation', [{ pointer: '/member', code: 'share.oneself' }]);
  const until = String(ask.body['until'] ?? after(30));
  const before = all.find((share) => (share.member as { id: string }).id === member.id);
  if (before) {
    before.until = until;
    return { status: 200, body: before };
  }
  const made = make(member, me, until);
  all.push(made);
  return { status: 201, body: made };
}
