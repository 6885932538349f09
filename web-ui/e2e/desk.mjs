// States of the template centre, the privacy desk and the audit log with the page that proves it.
import { deskPerson } from './deskPerson.mjs';
import { deskRequests } from './deskRequests.mjs';

export const desk = {
  templates: { as: 'designer', path: '/t/demo/templates' },
  audit: { as: 'audra', path: '/t/demo/audit' },
  'audit-filtered': { as: 'audra', path: '/t/demo/audit?action=record.reveal' },
  'audit-none': { as: 'audra', path: '/t/demo/audit?from=2020-01-01&to=2020-01-02' },
  'audit-noright': { as: 'sam', path: '/t/demo/audit' },
  'audit-verify': { as: 'audra', path: '/t/demo/audit/verify' },
  'desk-inventory': {
    as: 'audra',
    path: '/t/demo/privacy/inventory',
    act: (page) => page.locator('summary').nth(1).click(),
  },
  'desk-people': { as: 'paul', path: '/t/demo/privacy/people' },
  ...deskPerson,
  ...deskRequests,
  'desk-report': { as: 'audra', path: '/t/demo/privacy/report' },
  'desk-report-gdpr': { as: 'paul', path: '/t/demo/privacy/report?law=gdpr' },
};
