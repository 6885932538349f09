import type { Field } from '../../schema';

/** Points in time that every record has: one may filter and sort by them like by any other field. */
export const systemFields: Field[] = [
  { key: 'createdAt', type: 'date', required: true },
  { key: 'updatedAt', type: 'date', required: true },
];

/** What else every record has and can be asked for. */
const ASKED: Field[] = [
  {
    key: 'status',
    type: 'choice',
    required: true,
    options: [
      { value: 'draft', title: { 'zh-CN': '草稿', en: 'Draft' } },
      { value: 'submitted', title: { 'zh-CN': '已提交', en: 'Submitted' } },
    ],
  },
  { key: 'createdBy', type: 'member', required: true },
  { key: 'updatedBy', type: 'member', required: true },
];

export const askedOfSystem: Field[] = [...systemFields, ...ASKED];

export const systemField = (key: string): Field | undefined => askedOfSystem.find((field) => field.key === key);

/** A point in time that people filter by whole days, of the record or of one that it is related to. */
export const isTime = (path: string): boolean =>
  systemFields.some(({ key }) => path === key || path.endsWith(`.${key}`));
