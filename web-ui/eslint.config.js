import js from '@eslint/js';
import hooks from 'eslint-plugin-react-hooks';
import a11y from 'eslint-plugin-jsx-a11y';
import tseslint from 'typescript-eslint';

/** What only uses `ui` and `api` must not import. */
const features = [
  'schema',
  'fields',
  'form',
  'workflow',
  'privacy',
  'studio',
  'designer',
  'flow-designer',
  'permissions',
  'records',
  'tasks',
  'audit',
  'notifications',
  'app',
];

/** What a folder must not import: data flows ui, i18n, api -> schema -> fields -> form -> privacy -> features -> app. */
const layers = {
  ui: [
    'api',
    'schema',
    'ask',
    'fields',
    'form',
    'workflow',
    'privacy',
    'records',
    'tasks',
    'audit',
    'notifications',
    'app',
  ],
  i18n: [
    'ui',
    'api',
    'schema',
    'ask',
    'fields',
    'form',
    'workflow',
    'privacy',
    'records',
    'tasks',
    'audit',
    'notifications',
    'app',
  ],
  api: ['schema', 'ask', 'fields', 'form', 'workflow', 'privacy', 'records', 'tasks', 'audit', 'notifications', 'app'],
  schema: ['ui', 'ask', 'fields', 'form', 'workflow', 'privacy', 'records', 'tasks', 'audit', 'notifications', 'app'],
  ask: ['schema', 'fields', 'form', 'workflow', 'privacy', 'records', 'tasks', 'audit', 'notifications', 'app'],
  fields: ['form', 'workflow', 'privacy', 'records', 'tasks', 'audit', 'notifications', 'app'],
  form: ['workflow', 'privacy', 'records', 'tasks', 'audit', 'notifications', 'app'],
  workflow: ['privacy', 'records', 'tasks', 'audit', 'notifications', 'app'],
  privacy: ['workflow', 'records', 'tasks', 'audit', 'notifications', 'app'],
  viewing: features,
  visitor: ['studio', 'designer', 'flow-designer', 'permissions', 'records', 'tasks', 'audit', 'notifications', 'app'],
  administration: features,
  permissions: ['designer', 'flow-designer', 'tasks', 'audit', 'notifications', 'app'],
  studio: ['designer', 'flow-designer', 'permissions', 'records', 'tasks', 'audit', 'notifications', 'app'],
  'flow-designer': ['designer', 'permissions', 'records', 'tasks', 'audit', 'notifications', 'app'],
  designer: ['flow-designer', 'permissions', 'records', 'tasks', 'audit', 'notifications', 'app'],
  records: ['studio', 'designer', 'flow-designer', 'permissions', 'tasks', 'audit', 'notifications', 'app'],
  tasks: ['records', 'audit', 'notifications', 'app'],
  desk: ['studio', 'designer', 'permissions', 'records', 'tasks', 'audit', 'notifications', 'app'],
  audit: ['fields', 'form', 'privacy', 'records', 'tasks', 'notifications', 'app'],
  dashboards: ['designer', 'flow-designer', 'permissions', 'tasks', 'audit', 'notifications', 'app'],
  help: [
    'api',
    'schema',
    'ask',
    'fields',
    'form',
    'workflow',
    'privacy',
    'studio',
    'records',
    'tasks',
    'audit',
    'notifications',
    'app',
  ],
  notifications: ['schema', 'ask', 'fields', 'form', 'workflow', 'privacy', 'records', 'tasks', 'audit', 'app'],
};

const layerRules = Object.entries(layers).map(([folder, banned]) => ({
  files: [`src/${folder}/**/*.{ts,tsx}`],
  ignores: ['**/*.test.ts', '**/*.test.tsx'],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            group: banned.flatMap((name) => [`../${name}`, `../${name}/**`, `../../${name}`, `../../${name}/**`]),
            message: `src/${folder} lies below these folders; see the direction in README.md.`,
          },
        ],
      },
    ],
  },
}));

export default tseslint.config(
  { ignores: ['.vite', 'dist', 'target', 'node_modules', 'shots', 'src/api/generated'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  a11y.flatConfigs.recommended,
  hooks.configs.flat['recommended-latest'],
  {
    rules: {
      'no-console': 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'jsx-a11y/no-autofocus': 'off',
    },
  },
  {
    files: ['dev/**', 'e2e/**', '*.config.*'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        setTimeout: 'readonly',
        URL: 'readonly',
        document: 'readonly',
        window: 'readonly',
        localStorage: 'readonly',
        CSS: 'readonly',
        Event: 'readonly',
        getComputedStyle: 'readonly',
        innerHeight: 'readonly',
        requestAnimationFrame: 'readonly',
      },
    },
    rules: { 'no-console': 'off' },
  },
  ...layerRules,
);
