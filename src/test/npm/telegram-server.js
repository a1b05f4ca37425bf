// Runs telegram-test-api on a free port, with its defects cured. Takes one JSON command a line from standard input
// ({"do": "send", "text": "…"}) and answers each with one line of JSON on standard output; ends when the input ends.
'use strict';

const net = require('net');
const readline = require('readline');
const { TelegramServer } = require('telegram-test-api/lib/telegramServer');

const TOKEN = '123:sampleToken';
const HOST = '127.0.0.1';
const POLL_MILLIS = 25;

// What a bot asks for and the server does not know.
const ADDED = {
  getme: { id: 123, is_bot: true, first_name: 'Juliu', username: 'juliu_bot' },
  sendchataction: true,
  setmycommands: true,
  getmycommands: [],
  pinchatmessage: true,
  answerinlinequery: true,
  getwebhookinfo: { url: '', has_custom_certificate: false, pending_update_count: 0 },
};

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().once('error', reject);
    probe.listen(0, HOST, () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

function cure(server) {
  const addBotMessage = server.addBotMessage.bind(server);
  server.addBotMessage = (raw, token) => {
    const message = addBotMessage(raw, token);
    message.date = Math.floor(message.date / 1000); // it counts in milliseconds, the Bot API in seconds
    delete message.chat_id;
    return message;
  };

  const inner = server.webServer;
  const unread = () => server.storage.userMessages.some((update) => update.botToken === TOKEN && !update.isRead);
  const outer = (req, res) => {
    const called = /^\/bot[^/]+\/(\w+)/.exec(req.url);
    const method = called ? called[1].toLowerCase() : '';
    if (method in ADDED) {
      req.resume();
      res.setHeader('Content-Type', 'application/json');
      res.end(JSON.stringify({ ok: true, result: ADDED[method] }));
    } else if (method === 'getupdates') {
      // it answers at once when there is nothing, and a bot would ask without end
      const until = Date.now() + 1000;
      const look = () => (unread() || Date.now() > until ? inner(req, res) : setTimeout(look, POLL_MILLIS));
      look();
    } else {
      inner(req, res);
    }
  };
  outer.settings = inner.settings;
  server.webServer = outer;
}

async function obey(server, client, command) {
  switch (command.do) {
    case 'send':
      return client.sendMessage(client.makeMessage(command.text));
    case 'command':
      return client.sendCommand(client.makeCommand(command.text));
    case 'press':
      return client.sendCallback(client.makeCallbackQuery(command.data, {
        message: { message_id: command.message, date: Math.floor(Date.now() / 1000), text: 'pressed' },
      }));
    case 'answers':
      return (await client.getUpdates()).result;
    case 'history':
      return server.getUpdatesHistory(TOKEN);
    default:
      throw new Error(`unknown command ${command.do}`);
  }
}

async function main() {
  const server = new TelegramServer({ port: await freePort(), host: HOST, storeTimeout: 600 });
  cure(server);
  await server.start();
  const client = server.getClient(TOKEN, {
    chatId: 77, userId: 77, firstName: '小明', userName: 'xiaoming', timeout: 15000, interval: 50,
  });
  const say = (answer) => process.stdout.write(`${JSON.stringify(answer)}\n`);
  say({ url: server.config.apiURL, port: server.config.port, token: TOKEN });
  for await (const line of readline.createInterface({ input: process.stdin })) {
    try {
      say({ result: await obey(server, client, JSON.parse(line)) ?? null });
    } catch (error) {
      say({ error: error.message });
    }
  }
  await server.stop();
  process.exit(0);
}

main().catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
