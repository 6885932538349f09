import { defineField } from '../defineField';
import { Cell } from './Cell';
import { Input } from './Input';
import { messages } from './messages';
import { placeFindings, type Place } from './place';

export const geo = defineField<Place>({
  type: 'geo',
  Input,
  Cell,
  messages,
  listed: false,
  sortable: false,
  operators: [],
  validate: placeFindings,
  examples: { value: { lat: 39.9087243, lng: 116.39745, title: '天安门' }, shown: /天安门/ },
});
