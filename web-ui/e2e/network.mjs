// What the server answers instead of what it would.
const never = () => new Promise(() => undefined);
export const answers = (address, status, body) => async (page) =>
  page.route(address, (route) =>
    route.fulfill({ status, contentType: 'application/problem+json', body: JSON.stringify(body) }),
  );
/** The form has had another version since. */
export const published = async (page) =>
  page.route(/\/forms\/customer(\?|$)/, async (route) => {
    if (route.request().resourceType() === 'document') return route.fallback();
    const response = await route.fetch();
    const form = await response.json();
    return route.fulfill({ response, json: { ...form, version: form.version + 1 } });
  });
export const hangs = (address) => async (page) => page.route(address, never);
/** Somebody shares the record with a colleague. */
export const shared = answers(/records\/[0-9a-f-]{36}\/shares/, 200, {
  items: [
    {
      id: '0190a000-0000-7000-8000-0000000000aa',
      member: { id: 'm2', name: '韩梅梅' },
      sharedBy: { id: 'm1', name: '李雷' },
      createdAt: '2026-11-01T00:00:00Z',
      until: '2027-01-31T12:00:00Z',
    },
  ],
  next: null,
});
