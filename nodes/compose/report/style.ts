/** Colours of drawings and lines; two that those who see no red and green tell apart, too. */
export const COLORS = { strong: '#2f6fb3', pale: '#c3ccd6' };

/** Of texts beside others. Styles stand at the elements: mail programs leave out style sheets. */
export const MUTED = 'color:#5b6673;font-size:13px';

/** Of tables that only place what is in them. */
export const LAYOUT = { role: 'presentation', width: '100%', cellspacing: 0, border: 0 };
