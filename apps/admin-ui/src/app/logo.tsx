import { Link } from '@tanstack/react-router';
import mark from '../ui/salient.svg';

export function Logo() {
  return (
    <Link to="/" className="logo">
      <img src={mark} alt="" width={26} height={26} />
      <span>Salient</span>
    </Link>
  );
}
