/** People before the camera as shadows: where they stand, and nothing else of them. */

const SVG = "http://www.w3.org/2000/svg";

/** Draws the marks, which are shares of the mirrored picture, over the whole glass. */
export function showPeople(svg, watch) {
  const { clientWidth: width, clientHeight: height } = svg;
  if (!width) return;
  svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
  const scale = height / 100;
  const left = (width - scale * 100 * watch.pictureRatio) / 2;
  const marks = [...watch.faces].sort((a, b) => a.size - b.size);
  while (svg.childElementCount > marks.length) svg.lastElementChild.remove();
  marks.forEach((mark, i) => {
    const path = svg.children[i] ?? svg.appendChild(document.createElementNS(SVG, "path"));
    path.setAttribute(
      "d",
      shadow(
        left + mark.x * 100 * watch.pictureRatio * scale,
        mark.y * 100 * scale,
        mark.size * 100 * scale,
        height,
      ),
    );
    path.classList.toggle("subject", mark.subject);
  });
}

/** Head and shoulders around a face of that size, down to the glass's lower edge. */
function shadow(x, y, size, bottom) {
  const n = (value) => value.toFixed(1);
  const w = size * 0.62;
  const h = size * 0.82;
  const neck = y + h * 0.85;
  const shoulder = y + size * 1.25;
  const base = Math.max(bottom, shoulder) + 10;
  return [
    `M${n(x - w)} ${n(y)}`,
    `C${n(x - w)} ${n(y - h * 1.3)} ${n(x + w)} ${n(y - h * 1.3)} ${n(x + w)} ${n(y)}`,
    `C${n(x + w)} ${n(y + h * 0.55)} ${n(x + w * 0.75)} ${n(neck)} ${n(x + w * 0.6)} ${n(neck)}`,
    `C${n(x + w * 0.7)} ${n(shoulder - size * 0.12)} ${n(x + size * 1.35)} ${n(shoulder - size * 0.2)} ${n(x + size * 1.45)} ${n(shoulder + size * 0.7)}`,
    `L${n(x + size * 1.5)} ${n(base)} L${n(x - size * 1.5)} ${n(base)} L${n(x - size * 1.45)} ${n(shoulder + size * 0.7)}`,
    `C${n(x - size * 1.35)} ${n(shoulder - size * 0.2)} ${n(x - w * 0.7)} ${n(shoulder - size * 0.12)} ${n(x - w * 0.6)} ${n(neck)}`,
    `C${n(x - w * 0.75)} ${n(neck)} ${n(x - w)} ${n(y + h * 0.55)} ${n(x - w)} ${n(y)}Z`,
  ].join("");
}
