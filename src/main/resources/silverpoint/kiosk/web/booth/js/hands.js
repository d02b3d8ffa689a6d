/** What a browser offers to hands and a screen for guests does not: a pointer that nobody moves, a menu, a larger page. */

const POINTER_MS = 2000;

export function leaveToButtons() {
  const page = document.documentElement;
  let resting = 0;
  addEventListener("pointermove", (event) => {
    if (event.pointerType !== "mouse") return;
    page.classList.add("pointed");
    clearTimeout(resting);
    resting = setTimeout(() => page.classList.remove("pointed"), POINTER_MS);
  });
  for (const offer of ["contextmenu", "dragstart"]) {
    addEventListener(offer, (event) => event.preventDefault());
  }
  // two fingers on a touch pad
  addEventListener("wheel", (event) => event.ctrlKey && event.preventDefault(), { passive: false });
}
