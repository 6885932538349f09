import { StarFilled } from '@ant-design/icons';
import './rating.css';

export function Stars({ count, most }: { count: number; most: number }) {
  return (
    <span className="jm-stars" aria-hidden>
      {Array.from({ length: most }, (_, index) => (
        <StarFilled key={index} className={index < count ? 'jm-star-on' : 'jm-star-off'} />
      ))}
    </span>
  );
}
