import './ui/base.css';
import '@ant-design/v5-patch-for-react-19';
import { createRoot } from 'react-dom/client';
import { App, firstMessages } from './app';
import { setupI18n } from './i18n';

setupI18n(firstMessages);
const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
