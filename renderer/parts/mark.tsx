/** The mark: two rings that hold each other, ward and town. Drawn here; means nothing official. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 56 56" aria-hidden="true">
      <circle className="mark-ground" cx="28" cy="28" r="28" />
      <g fill="none" strokeWidth="4.4">
        <circle className="mark-ward" cx="21.5" cy="28" r="9.6" />
        <circle className="mark-town" cx="34.5" cy="28" r="9.6" />
        {/* The upper crossing of the first ring again, so that the rings interlock. */}
        <path className="mark-ward" d="M21.5 18.4a9.6 9.6 0 0 1 9.6 9.6" />
      </g>
    </svg>
  );
}
