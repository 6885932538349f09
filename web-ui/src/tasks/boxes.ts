import { path, type Box } from '../api';

export const BOXES: Box[] = ['todo', 'done', 'initiated', 'cc'];

export const boxPath = (tenant: string, box: Box) => path`/tenants/${tenant}/tasks` + `?box=${box}&limit=100`;
