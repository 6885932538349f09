import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FormRecord, SavedView } from '../api';

/** The customer form of the contract, with the portable trees that the server publishes beside it. */
export const customerAnswer = {
  version: 3,
  definition: JSON.parse(readFileSync(join(import.meta.dirname, '../../dev/examples/customer.form.json'), 'utf8')),
  actions: ['create', 'read', 'update', 'delete', 'search'],
  replace: ['idNumber', 'mobile'],
  compiled: {
    formulas: {
      'deals.sum': { tree: ['*', ['get', 'number', 'quantity'], ['get', 'number', 'price']] },
      amount: { tree: ['call', 'sum', ['entry', 'number', 'sum', ['get', 'context', 'deals']]] },
    },
    rules: [
      {
        when: [
          'or',
          ['=', ['get', 'string', 'level'], ['string', 'A']],
          ['>', ['get', 'number', 'creditLimit'], ['number', '0']],
        ],
      },
      { when: ['=', ['get', 'string', 'level'], ['string', 'A']] },
      { when: ['>', ['get', 'number', 'creditLimit'], ['number', '0']] },
      {
        check: [
          'or',
          ['=', ['get', 'number', 'creditLimit'], ['null']],
          ['>=', ['get', 'number', 'creditLimit'], ['number', '0']],
        ],
      },
    ],
  },
};

/** A customer as a sales manager sees him: mobile and identity number by reveal. */
export function aCustomer(more: Partial<FormRecord> = {}): FormRecord {
  return {
    id: '0190a000-0000-7000-8000-000000000001',
    form: 'customer',
    formVersion: 3,
    version: 4,
    status: 'submitted',
    createdAt: '2026-01-01T00:00:00Z',
    createdBy: { id: 'm1', name: '李雷' },
    updatedAt: '2026-01-02T00:00:00Z',
    updatedBy: { id: 'm1', name: '李雷' },
    workflow: null,
    data: {
      no: 'KH-202601-00001',
      name: '王小明',
      mobile: { masked: '138****8000' },
      idNumber: { masked: '1****************X' },
      level: 'C',
      deals: [{ id: 'r1', product: '年费', quantity: '2', price: '19.95', sum: '39.90' }],
      amount: '39.90',
      creditLimit: null,
      notes: null,
    },
    access: {
      no: 'read',
      name: 'edit',
      mobile: 'reveal',
      idNumber: 'reveal',
      level: 'edit',
      deals: 'edit',
      amount: 'read',
      creditLimit: 'edit',
      notes: 'edit',
    },
    ...more,
  };
}

export const CUSTOMER = '/tenants/demo/apps/crm/forms/customer';
export const CUSTOMER_PAGE = '/t/demo/apps/crm/forms/customer';

/** A saved view of the person signed in. */
export function aView(more: Partial<SavedView> = {}): SavedView {
  return {
    id: '0190c000-0000-7000-8000-000000000001',
    title: '重点客户',
    kind: 'table',
    filter: { field: 'level', op: 'in', value: ['A'] },
    sort: ['-amount'],
    fields: ['no', 'mobile'],
    groupBy: null,
    date: null,
    end: null,
    shared: false,
    version: 3,
    owner: { id: 'm1', name: '李雷' },
    usable: true,
    reason: null,
    editable: true,
    ...more,
  };
}
