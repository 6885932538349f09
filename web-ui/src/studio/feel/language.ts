import { StreamLanguage, type StreamParser } from '@codemirror/language';
import { FUNCTIONS, KEYWORDS } from './names';

const functions = FUNCTIONS.map(([name]) => name).sort((left, right) => right.length - left.length);
const functionAt = new RegExp(`^(${functions.join('|')})(?=\\s*\\()`);

const parser: StreamParser<null> = {
  startState: () => null,
  token(stream) {
    if (stream.eatSpace()) return null;
    if (stream.match(/^"(?:[^"\\]|\\.)*"?/)) return 'string';
    if (stream.match(/^\d+(\.\d+)?/)) return 'number';
    if (stream.match(functionAt)) return 'keyword.function';
    const word = stream.match(/^[A-Za-z_]\w*/) as RegExpMatchArray | null;
    if (word) return KEYWORDS.includes(word[0]) ? 'keyword' : 'variableName';
    stream.next();
    return 'operator';
  },
};

/** FEEL for the eye: texts, numbers, words of the language, functions, names. The server reads it for real. */
export const feel = StreamLanguage.define(parser);
