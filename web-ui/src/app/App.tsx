import { StyleProvider } from '@ant-design/cssinjs';
import { QueryClientProvider } from '@tanstack/react-query';
import { App as AntApp, ConfigProvider } from 'antd';
import en from 'antd/locale/en_US';
import zh from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useState } from 'react';
import { RouterProvider } from 'react-router';
import { newQueryClient, whenSignedOut } from '../api';
import { useLocale } from '../i18n';
import { antdTheme, useMedia } from '../ui';
import { newRouter } from './routes';
import { setSessionLost } from './session';
import { startShade, useShade } from './shade';

startShade();

/** Where Ant Design puts its style sheets: before ours, and among themselves, since it looks through all that stands beside one for each it adds. */
const styles = document.createElement('jm-styles');
document.head.prepend(styles);

export function App() {
  const locale = useLocale();
  const shade = useShade();
  const still = useMedia('(prefers-reduced-motion: reduce)');
  const [client] = useState(() => {
    const made = newQueryClient();
    // Whoever was signed in keeps the page, out of sight, to sign in again beside it; nobody else had anything to lose.
    whenSignedOut(() => setSessionLost(made.getQueryData(['/me']) !== undefined));
    return made;
  });
  const [router] = useState(() => newRouter(client));
  dayjs.locale(locale === 'zh-CN' ? 'zh-cn' : 'en');
  return (
    <StyleProvider container={styles}>
      <ConfigProvider
        locale={locale === 'zh-CN' ? zh : en}
        theme={antdTheme(shade, still)}
        button={{ autoInsertSpace: false }}
      >
        <AntApp>
          <QueryClientProvider client={client}>
            <RouterProvider router={router} />
          </QueryClientProvider>
        </AntApp>
      </ConfigProvider>
    </StyleProvider>
  );
}
