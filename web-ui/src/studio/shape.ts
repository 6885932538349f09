import type { FormDocument } from './document';

type Test = (value: unknown) => boolean;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isString: Test = (value) => typeof value === 'string';
const isText: Test = (value) => isString(value) || (isObject(value) && Object.values(value).every(isString));
const listOf =
  (test: Test): Test =>
  (value) =>
    Array.isArray(value) && value.every(test);
const mapOf =
  (test: Test): Test =>
  (value) =>
    isObject(value) && Object.values(value).every(test);
/** An object whose parts, where they are there, are what they should be; these must be there. */
const objectOf =
  (parts: Record<string, Test>, ...needed: string[]): Test =>
  (value) =>
    isObject(value) &&
    needed.every((name) => name in value) &&
    Object.entries(parts).every(([name, test]) => value[name] === undefined || test(value[name]));

const keys = listOf(isString);
const words = { title: isText, description: isText, placeholder: isText, help: isText };
const option: Test = (value) => objectOf({ value: isString, title: isText, options: listOf(option) }, 'value')(value);
const entry: Test = (value) =>
  objectOf(
    {
      ...words,
      ...{ key: isString, type: isString, text: isText, formula: isString, requiredWhen: isString },
      ...{ options: listOf(option), sensitivity: objectOf({ level: isString, search: keys, purposes: keys }) },
      ...{
        tabs: listOf(objectOf({ title: isText, fields: keys }, 'fields')),
        show: keys,
        accept: keys,
        purposes: keys,
      },
      fields: (inner) => keys(inner) || listOf(entry)(inner),
    },
    'key',
    'type',
  )(value);
const rule = objectOf({
  ...{ when: isString, check: isString, at: isString, message: isText, set: mapOf(isString) },
  ...{ show: keys, hide: keys, require: keys, readOnly: keys },
});
const group = objectOf(
  {
    ...{ key: isString, title: isText, actions: keys, deny: keys, replace: keys, fields: mapOf(isString) },
    ...{ scope: isString, writeScope: isString, members: isObject, reveal: isObject },
  },
  'key',
  'members',
  'actions',
);
const form = objectOf(
  {
    ...{ title: isText, description: isText, fields: listOf(entry), rules: listOf(rule), views: listOf(isObject) },
    ...{ layout: listOf(objectOf({ section: isText, fields: keys })), permissionGroups: listOf(group) },
    ...{ dataSubject: objectOf({ identifiedBy: keys }), retention: isObject, public: objectOf({ fields: keys }) },
  },
  'title',
  'fields',
);

/** Whether what somebody wrote can be drawn as a form, however wrong it is: lists are lists, texts are texts. */
export const isFormShape = (written: unknown): written is FormDocument => form(written);
