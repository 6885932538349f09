import { availableParallelism } from 'node:os';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { firstLoad } from './dev/firstLoad';
import { mockServer } from './dev/mock/plugin';
import { thirdParty } from './dev/thirdParty';

/** `JIANMI_SERVER=http://127.0.0.1:8080 npm run dev` talks to a real server; without it the development mock answers. */
const server = process.env.JIANMI_SERVER;

export default defineConfig(({ command, mode }) => ({
  plugins: [
    react(),
    thirdParty(),
    firstLoad(),
    ...(command === 'serve' && mode !== 'test' && !server ? [mockServer()] : []),
  ],
  server: {
    host: '127.0.0.1',
    port: 5173,
    ...(server
      ? {
          proxy: Object.fromEntries(
            ['/api', '/login', '/logout', '/regions'].map((path) => [path, { target: server }]),
          ),
        }
      : {}),
  },
  build: {
    target: 'es2022',
    // No inline scripts: the server sends a content security policy without 'unsafe-inline' for them.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
    rollupOptions: {
      output: {
        manualChunks(id) {
          if (/node_modules\/(react|react-dom|scheduler|react-router|i18next)\//.test(id)) return 'react';
          return undefined;
        },
      },
    },
  },
  test: {
    testTimeout: 45_000,
    // Of two cores both: beside the Java modules there is work for one, after them for none.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    css: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          environment: 'node',
          isolate: false,
          include: ['src/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'pages',
          environment: 'jsdom',
          // Ant Design is loaded once a worker and not once a file; what a test leaves behind is cleared in the set-up.
          isolate: false,
          setupFiles: ['./src/testing/setup.ts'],
          include: ['src/**/*.test.tsx'],
        },
      },
    ],
  },
}));
