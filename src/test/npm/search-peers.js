// Other people's searches beside ours: MiniSearch, Orama and nlp.js. Takes one JSON command a line from standard input
// and answers each with one line of JSON on standard output; ends when the input ends.
//   {"do": "load", "peer": "orama", "passages": [{"id", "heading", "text"}], "said": [{"text", "id"}]}
//   {"do": "ask", "peer": "orama", "questions": ["…"]} -> the best passage of each, and the processor's time for it in microseconds
// Chinese is cut into words by what each has for it; MiniSearch, which has nothing, by Node's own segmenter.
'use strict';

const readline = require('readline');

// standard output is for answers; nlp.js tells there how it learns
console.log = console.error;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const words = (text) => [...segmenter.segment(text)].filter((part) => part.isWordLike).map((part) => part.segment);

const ROUNDS = 10;

const MAKERS = {
  minisearch: async (passages) => {
    const MiniSearch = require('minisearch');
    const index = new MiniSearch({ fields: ['heading', 'text'], tokenize: words });
    index.addAll(passages);
    return async (question) => index.search(question)[0]?.id ?? null;
  },
  orama: async (passages) => {
    const { create, insertMultiple, search } = require('@orama/orama');
    const { createTokenizer } = require('@orama/tokenizers/mandarin');
    const index = create({ schema: { heading: 'string', text: 'string' },
      components: { tokenizer: createTokenizer() } });
    await insertMultiple(index, passages.map(({ id, heading, text }) => ({ id: String(id), heading, text })));
    return async (question) => {
      const { hits } = await search(index, { term: question, threshold: 1, limit: 1 });
      return hits.length > 0 ? Number(hits[0].id) : null;
    };
  },
  nlpjs: async (passages, said) => {
    const { containerBootstrap } = require('@nlpjs/core');
    const { Nlp } = require('@nlpjs/nlp');
    const { LangZh } = require('@nlpjs/lang-zh');
    const container = await containerBootstrap();
    container.use(Nlp);
    container.use(LangZh);
    const nlp = container.get('nlp');
    nlp.settings.autoSave = false;
    // it would learn for hours; more rounds change its answers little
    nlp.settings.nlu = { log: false, iterations: ROUNDS };
    nlp.addLanguage('zh');
    said.forEach(({ text, id }) => nlp.addDocument('zh', text, String(id)));
    await nlp.train();
    return async (question) => {
      const { intent } = await nlp.process('zh', question);
      return intent === 'None' ? null : Number(intent);
    };
  },
};

const loaded = {};

const processor = () => {
  const { user, system } = process.cpuUsage();
  return user + system;
};

const COMMANDS = {
  load: async ({ peer, passages, said }) => {
    const begun = process.hrtime.bigint();
    loaded[peer] = await MAKERS[peer](passages, said);
    return Number(process.hrtime.bigint() - begun) / 1e9;
  },
  ask: async ({ peer, questions }) => {
    const answers = [];
    for (const question of questions) {
      const begun = processor();
      const best = await loaded[peer](question);
      answers.push({ best, micros: processor() - begun });
    }
    return answers;
  },
};

let before = Promise.resolve();
readline.createInterface({ input: process.stdin }).on('line', (line) => {
  before = before.then(async () => {
    let answer;
    try {
      const command = JSON.parse(line);
      answer = { result: await COMMANDS[command.do](command) };
    } catch (e) {
      answer = { error: String(e && e.stack) };
    }
    process.stdout.write(`${JSON.stringify(answer)}\n`);
  });
});
