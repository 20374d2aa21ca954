/** The `renkei` command in this process: what it said, and the code it ended with. */
import { main } from '../../content/cli/main.ts';

export async function renkeiLines(
  argv: readonly string[],
): Promise<{ readonly code: number; readonly out: readonly string[]; readonly err: readonly string[] }> {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await main(argv, {
    out: (line) => void out.push(line),
    err: (line) => void err.push(line),
    live: false,
  });
  return { code, out, err };
}

/** The same as one text each. */
export async function renkei(
  ...argv: readonly string[]
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  const { code, out, err } = await renkeiLines(argv);
  return { code, out: out.join('\n'), err: err.join('\n') };
}
