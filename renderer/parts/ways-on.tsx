/** Ways on that stand on several pages: to the project itself, and to where one may say something. */
import { HandPointingIcon } from '@phosphor-icons/react/dist/csr/HandPointing';
import { InfoIcon } from '@phosphor-icons/react/dist/csr/Info';
import { useWords } from '../words/index.ts';
import { Button, type ButtonProps } from './button.tsx';

type WayProps = { readonly kind?: ButtonProps['kind'] };

export function ToAbout({ kind }: WayProps) {
  const t = useWords();
  return (
    <Button kind={kind} icon={InfoIcon} to={{ page: 'about' }}>
      {t('about')}
    </Button>
  );
}

export function ToTakePart({ kind }: WayProps) {
  const t = useWords();
  return (
    <Button kind={kind} icon={HandPointingIcon} to={{ page: 'take-part' }}>
      {t('take-part')}
    </Button>
  );
}
