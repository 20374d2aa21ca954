/** Finds the words a source file asks for, by reading its text. Knows `useWords` and `t(…)`, nothing else. */

export type Asks = {
  /** Namespaces of its `useWords` calls; `common` where none is named. */
  readonly namespaces: readonly string[];
  /** Keys written out in a `t(…)`. */
  readonly literals: readonly string[];
  /** Keys put together in a `t(…)`: `link-type.${type}`. */
  readonly patterns: readonly RegExp[];
};

export function asksOf(text: string): Asks {
  const namespaces = [...text.matchAll(/useWords\(\s*(?:'([\w-]+)')?\s*\)/g)].map(
    ([, name]) => name ?? 'common',
  );
  const asked = firstArguments(text, /\bt\(/g);
  return {
    namespaces: [...new Set(namespaces)],
    literals: asked.flatMap(literalsOf),
    patterns: asked.flatMap(patternsOf),
  };
}

/** All strings in single quotes that are not compared with something. */
export function literalsOf(text: string): readonly string[] {
  return [...text.matchAll(/([=!]==\s*|case\s+)?'([^'\n]*)'/g)].flatMap(([, compared, literal = '']) =>
    compared === undefined ? [literal] : [],
  );
}

/** Templates with something put in, as expressions that match what may come out. */
export function patternsOf(text: string): readonly RegExp[] {
  return [...text.matchAll(/`([^`\n]*\$\{[^`\n]*)`/g)].flatMap(([, template = '']) => {
    const parts = template.split(/\$\{[^}]*\}/);
    // One that begins with something put in, or with a bare `h`, could be any word.
    if (parts[0] === undefined || !/^[\w.-]+[.-]$/.test(parts[0])) return [];
    const escaped = parts.map((part) => part.replaceAll(/[.*+?^$()[\]\\|{}]/g, '\\$&'));
    return [new RegExp(`^${escaped.join('[\\w-]+')}$`)];
  });
}

/** The text of the first argument of each call. */
function firstArguments(text: string, call: RegExp): readonly string[] {
  return [...text.matchAll(call)].map((match) => {
    const start = match.index + match[0].length;
    let depth = 0;
    for (let end = start; end < text.length; end++) {
      const char = text.charAt(end);
      if ('([{'.includes(char)) depth += 1;
      else if (char === ',' && depth === 0) return text.slice(start, end);
      else if (')]}'.includes(char)) {
        if (depth === 0) return text.slice(start, end);
        depth -= 1;
      }
    }
    return '';
  });
}
