import type { Messages } from '../../i18n';

export const messages: Messages = {
  'zh-CN': {
    fieldType: { geo: '定位' },
    problem: { code: { 'field_geo-range': '不能超过 ±{{most}} 度。' } },
    field: { geo: { title: '地点', lat: '纬度', lng: '经度' } },
  },
  en: {
    fieldType: { geo: 'Place' },
    problem: { code: { 'field_geo-range': 'Not beyond ±{{most}} degrees.' } },
    field: { geo: { title: 'Place', lat: 'Latitude', lng: 'Longitude' } },
  },
};
