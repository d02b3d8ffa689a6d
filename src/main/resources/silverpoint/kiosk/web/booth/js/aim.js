/** The mirror and its oval: the part of the picture that would be drawn is on the glass, whole. */

/** Of the glass, so far down lies the middle of what would be drawn. */
const MIDDLE = 0.44;

/**
 * Places the mirror's picture, and the oval on it, in px of the glass: as large as fills the glass,
 * but so small that all that would be drawn of a face in the oval is seen.
 */
export function aim(picture, oval, { pictureRatio, oval: face, page }) {
  const glass = picture.parentElement;
  const [wide, high] = [glass.clientWidth, glass.clientHeight];
  if (!page.width) put(oval, 0, 0, 0, 0);
  if (!wide || !high || !page.width) return;
  const fills = Math.max(wide / pictureRatio, high);
  const shows = Math.min(wide / (page.width * pictureRatio), high / page.height);
  const height = Math.min(fills, shows);
  const width = height * pictureRatio;
  const left = along(wide, width, page.x, page.width, 0.5);
  const top = along(high, height, page.y, page.height, MIDDLE);
  put(picture, left, top, width, height);
  put(oval, left + face.x * width, top + face.y * height, face.width * width, face.height * height);
}

/**
 * Where a picture begins on the glass: the middle of a part of it, from a share of its size on, lies at a share of the
 * glass if it can, all of the part is seen, and no gap is left that need not be.
 */
function along(glass, size, from, share, at) {
  if (size <= glass) return (glass - size) / 2;
  const wanted = at * glass - (from + share / 2) * size;
  const seen = Math.max(-from * size, Math.min(glass - (from + share) * size, wanted));
  return Math.min(0, Math.max(glass - size, seen));
}

function put(element, left, top, width, height) {
  Object.assign(element.style, {
    left: `${left}px`,
    top: `${top}px`,
    width: `${width}px`,
    height: `${height}px`,
  });
}
