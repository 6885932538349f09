// States of the template centre, the privacy desk and the page that proves the log.
export const desk = {
  templates: { as: 'designer', path: '/t/demo/templates' },
  'audit-verify': { as: 'audra', path: '/t/demo/audit/verify' },
  'desk-inventory': {
    as: 'audra',
    path: '/t/demo/privacy/inventory',
    act: (page) => page.locator('summary').nth(1).click(),
  },
  'desk-people': { as: 'paul', path: '/t/demo/privacy/people' },
};
