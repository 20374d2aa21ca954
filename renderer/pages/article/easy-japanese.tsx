/** A button from an article to its easy Japanese and back; only where it was written. */
import { BookOpenTextIcon } from '@phosphor-icons/react/dist/csr/BookOpenText';
import { useAnswerIn } from '../../answer.ts';
import { Button } from '../../parts/button.tsx';
import { change, useSettings } from '../../settings.ts';
import { useWords } from '../../words/index.ts';

export function EasyJapanese({ id }: { readonly id: string }) {
  const t = useWords('article');
  const { lang } = useSettings();
  const answer = useAnswerIn('ja-easy', 'article:read', { id });
  if (lang !== 'ja' && lang !== 'ja-easy') return null;
  if (answer.state !== 'ready' || answer.value.lang !== 'ja-easy') return null;
  const other = lang === 'ja' ? 'ja-easy' : 'ja';
  return (
    <Button icon={BookOpenTextIcon} onPress={() => change({ lang: other })}>
      {t(`read-in.${other}`)}
    </Button>
  );
}
