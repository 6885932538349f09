import { readFileSync } from 'node:fs';

const example = (name: string) => JSON.parse(readFileSync(new URL(`../examples/${name}`, import.meta.url), 'utf8'));

export const customer = example('customer.form.json');
export const company = {
  kind: 'form',
  key: 'company',
  title: { 'zh-CN': '公司', en: 'Company' },
  fields: [
    {
      key: 'title',
      type: 'text',
      title: { 'zh-CN': '公司名称', en: 'Name' },
      required: true,
      sensitivity: { level: 'internal' },
    },
    {
      key: 'industry',
      type: 'choice',
      title: { 'zh-CN': '行业', en: 'Industry' },
      options: [
        { value: 'it', title: { 'zh-CN': '信息技术', en: 'IT' } },
        { value: 'trade', title: { 'zh-CN': '商贸', en: 'Trade' } },
      ],
    },
    { key: 'size', type: 'number', title: { 'zh-CN': '人数', en: 'People' }, scale: 0 },
  ],
};
export const forms: Record<string, typeof customer> = { customer, company };

export const members = ['李雷', '韩梅梅', '王芳', '马强', 'Dina Zhao', '孙立'].map((name, index) => ({
  id: `m${index + 1}`,
  name,
}));
export const departments = [
  { id: 'd1', name: '华北销售部' },
  { id: 'd2', name: '华南销售部' },
];
export const me = members[0] ?? { id: 'm1', name: '李雷' };
export const purposes = [
  { key: 'sales', title: { 'zh-CN': '销售', en: 'Sales' } },
  { key: 'service', title: { 'zh-CN': '售后服务', en: 'Service' } },
  { key: 'contract', title: { 'zh-CN': '签订合同', en: 'Contract' } },
  { key: 'marketing', title: { 'zh-CN': '营销', en: 'Marketing' } },
];

export interface Stored {
  id: string;
  version: number;
  status: string;
  data: Record<string, unknown>;
  createdAt: string;
  updatedAt: string;
  trashed?: boolean;
  workflow?: string;
}

const GIVEN = ['王小明', '张晓红', '陈建国', '刘洋', '赵敏', '孙丽', '周杰', '吴倩', '郑伟', '冯雪'];
const id = (n: number) => `0190a000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();

export const records: Record<string, Stored[]> = {
  company: ['蓝海科技', '远山贸易', 'Northwind 进出口'].map((title, index) => ({
    id: id(900 + index),
    version: 1,
    status: 'submitted',
    data: { title, industry: index === 1 ? 'trade' : 'it', size: String(40 * (index + 1)) },
    createdAt: ago(900),
    updatedAt: ago(800),
  })),
  customer: Array.from({ length: 47 }, (_, index) => ({
    id: id(index + 1),
    version: 3,
    status: index === 3 ? 'draft' : 'submitted',
    createdAt: ago(index * 7 + 1),
    updatedAt: ago(index * 5 + 0.4),
    ...(index === 0 || index === 4 ? { workflow: 'running' } : index % 5 === 1 ? { workflow: 'completed' } : {}),
    data: {
      no: `KH-202611-${String(47 - index).padStart(5, '0')}`,
      name: GIVEN[index % 10],
      mobile: `1380013${String(8000 + index)}`,
      idNumber: '11010519491231002X',
      email: index % 3 ? `customer${index}@example.com` : null,
      birthday: index % 4 ? '1990-05-17' : null,
      address: index % 2 ? '北京市朝阳区建国路 88 号 3 单元 1201' : null,
      company: index % 3 === 0 ? { id: id(900), title: '蓝海科技' } : null,
      level: ['A', 'B', 'C'][index % 3],
      source: ['web', 'referral', 'exhibition', 'ad'][index % 4],
      deals: [
        { id: id(5000 + index), product: '企业版年费', quantity: '2', price: '19800.00', sum: '39600.00' },
        {
          id: id(6000 + index),
          product: '实施服务',
          quantity: String((index % 5) + 1),
          price: '3500.50',
          sum: `${((index % 5) + 1) * 3500.5}0`,
        },
      ],
      amount: `${(39600 + ((index % 5) + 1) * 3500.5).toFixed(2)}`,
      creditLimit: index % 3 === 0 ? '250000.00' : null,
      owner: members[index % 3],
      department: departments[index % 2],
      contract:
        index % 3 === 0 ? [{ id: id(7000), name: '框架合同-2026.pdf', bytes: 482133, type: 'application/pdf' }] : [],
      notes: '下半年有扩容计划，关注交付周期。\n联系前先发邮件。',
    },
  })),
};

/** Who sees what in this mock: identity number by reveal, mobile and address masked, the rest editable. */
export const access: Record<string, string> = {
  idNumber: 'reveal',
  mobile: 'reveal',
  address: 'masked',
  contract: 'masked',
  no: 'read',
  amount: 'read',
};

export function masked(key: string, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  const text = String(value);
  if (key === 'mobile') return { masked: `${text.slice(0, 3)}****${text.slice(-4)}` };
  if (key === 'idNumber') return { masked: `${text.slice(0, 1)}****************${text.slice(-1)}` };
  if (key === 'address') return { masked: '北京市朝阳区****' };
  return { masked: '******' };
}
