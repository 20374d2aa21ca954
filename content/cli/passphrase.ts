/** Asks for passphrases: from the variable RENKEI_PASSPHRASE for programs, else at the keyboard, unseen. */
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import type { AskPassphrase } from '../publish/keyring.ts';
import type { PassphraseFor } from '../publish/manage.ts';
import { PublishRefused } from '../publish/refusal.ts';

const VARIABLE = 'RENKEI_PASSPHRASE';

/** For a key that exists. */
export const askPassphrase: AskPassphrase = async (key, again) => {
  const given = process.env[VARIABLE];
  if (given !== undefined) {
    // Asking the same variable again would only be wrong again.
    if (again) throw new PublishRefused('passphrase-wrong', key.role, key.path);
    return given;
  }
  return readUnseen(
    `${again ? '違います。もう一度、' : ''}${key.role} の鍵（${key.keyId.slice(0, 8)}）のパスフレーズ: `,
  );
};

/** For a new key: typed twice. */
export const newPassphrase: PassphraseFor = async (role) => {
  const given = process.env[VARIABLE];
  if (given !== undefined) return given;
  for (;;) {
    const first = await readUnseen(`${role} の新しい鍵のパスフレーズ（12文字以上）: `);
    if (first === (await readUnseen('もう一度: '))) return first;
    process.stderr.write('2回の入力が違います。はじめからお願いします。\n');
  }
};

async function readUnseen(question: string): Promise<string> {
  if (process.stdin.isTTY !== true) {
    throw new PublishRefused('passphrase-wrong', '', `no keyboard; set ${VARIABLE}`);
  }
  process.stderr.write(question);
  // Readline echoes what it edits; into nowhere.
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const reader = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  try {
    return await new Promise<string>((resolve, reject) => {
      reader.on('SIGINT', () => reject(new PublishRefused('passphrase-wrong', '', 'interrupted')));
      reader.question('', resolve);
    });
  } finally {
    reader.close();
    process.stderr.write('\n');
  }
}
