/** The product's mark: a lock whose keyhole is one line of a form. */
export function Brand({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" role="img" aria-label="简密 Jianmi">
      <rect width="32" height="32" rx="8" fill="var(--jm-accent)" />
      <g fill="none" stroke="#fff" strokeWidth="2.2" strokeLinecap="round">
        <rect x="8" y="14" width="16" height="11" rx="2.5" />
        <path d="M11.5 14v-3a4.5 4.5 0 0 1 9 0v3M12 19.5h8" />
      </g>
    </svg>
  );
}
