import type { Finding } from '../../api';

export interface Place {
  lat?: number | undefined;
  lng?: number | undefined;
  title?: string | undefined;
}

/** The name of the place, else its degrees. */
export function placeText({ lat, lng, title }: Place): string {
  return title || `${lat ?? '?'}, ${lng ?? '?'}`;
}

export function placeFindings({ lat, lng }: Place): Finding[] {
  return [...degrees('lat', lat, 90), ...degrees('lng', lng, 180)];
}

function degrees(part: string, value: number | undefined, most: number): Finding[] {
  const pointer = `/${part}`;
  if (value === undefined) return [{ code: 'field.type', params: { expected: 'number' }, pointer }];
  return Math.abs(value) > most ? [{ code: 'field.geo-range', params: { most }, pointer }] : [];
}
