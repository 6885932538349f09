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
