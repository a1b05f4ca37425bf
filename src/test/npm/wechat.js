// WeChat's side of its encryption, by wechat-crypto. Takes one JSON command a line from standard input
// ({"do": "encrypt", "text": "…"}) and answers each with one line of JSON on standard output; ends when the input ends.
// Arguments: the account's token, key and AppID.
'use strict';

const readline = require('readline');
const WXBizMsgCrypt = require('wechat-crypto');

const crypt = new WXBizMsgCrypt(process.argv[2], process.argv[3], process.argv[4]);

const COMMANDS = {
  sign: ({ timestamp, nonce, text }) => crypt.getSignature(timestamp, nonce, text),
  encrypt: ({ text }) => crypt.encrypt(text),
  decrypt: ({ text }) => crypt.decrypt(text),
};

readline.createInterface({ input: process.stdin }).on('line', (line) => {
  let answer;
  try {
    const command = JSON.parse(line);
    answer = { result: COMMANDS[command.do](command) };
  } catch (e) {
    answer = { error: String(e) };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
});
