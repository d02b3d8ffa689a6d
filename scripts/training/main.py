"""Command line of scripts/train-edge-model."""

import argparse
import hashlib
import sys
from pathlib import Path

import cv2
import torch

import ablations
import evaluate
from data import KIOSK_SCALE, SPLIT_RULE, Prepared, load, split
from export import export, export_quality, write_card
from lines import TOLERANCE
from model import STRIDE, parameter_count
from quality import LARGER
from train import BATCH, CROP, train

ROOT = Path(__file__).resolve().parents[2]
MODEL = ROOT / "models" / "edge-portrait" / "edge-portrait.pt"


def arguments():
    parser = argparse.ArgumentParser(
        prog="train-edge-model",
        description="Trains the portrait edge model, measures it on held-back portraits, and "
                    "writes models/edge-portrait. Running it again resumes the last checkpoint.")
    add = parser.add_argument
    add("--data", type=Path, default=ROOT.parent / "shared" / "edges",
        help="folder with train/*.jpg and teacher/*.png of the same base names "
             "(default: ../shared/edges beside the repository)")
    add("--person-mask", type=Path, default=ROOT / "models" / "person-mask" / "person-mask.pt",
        help="TorchScript person mask: 1x3x256x256 RGB 0..1 in, 1x1x256x256 out")
    add("--face-mesh", type=Path, default=ROOT / "models" / "face-mesh" / "face-mesh.pt",
        help="TorchScript face mesh: 1x3x192x192 RGB 0..1 in, 1x1404 points and a logit out")
    add("--warm-start", type=Path, default=None,
        help="exported model to start from (default: from scratch)")
    add("--teacher", type=Path, default=None,
        help="TorchScript teacher to measure beside the model "
             "(default: teacher_model/teed_teacher.pt in the data folder, where it is present)")
    add("--before", type=Path, default=None,
        help="an earlier exported model to measure beside the model")
    add("--iterations", type=int, default=20000)
    add("--seed", type=int, default=1)
    add("--threads", type=int, default=1)
    add("--out", type=Path, default=ROOT / "target" / "edge-model",
        help="checkpoint, loss.csv and evaluation (default: target/edge-model)")
    add("--model", type=Path, default=MODEL, help="the exported file; its card lies beside it")
    add("--ablations", type=int, metavar="N", default=0,
        help="instead of training: what each part of the recipe gives in N iterations from "
             "--warm-start; writes ablations.md beside --model")
    add("--quality", action="store_true",
        help="instead of training: write and measure the slower, better model of the same weights "
             "beside --model, in a folder of its own")
    add("--evaluate-only", action="store_true", help="measure the exported model, train nothing")
    return parser.parse_args()


def fail(message):
    print(f"train-edge-model: {message}", file=sys.stderr)
    sys.exit(2)


def open_model(file: Path):
    return torch.jit.load(str(file), map_location="cpu").eval()


def notes(result, options, net, difference):
    start = "from scratch"
    if options.warm_start:
        digest = hashlib.sha256(options.warm_start.read_bytes()).hexdigest()
        start = f"from the weights of the file with sha256 {digest}"
    return [
        f"{parameter_count(net)} parameters, {options.iterations} iterations of {BATCH} crops of "
        f"{CROP} px, seed {options.seed}, {start}.",
        f"Split: {SPLIT_RULE}; {result['portraits']} portraits held back.",
        f"Any height and width: the model pads to a multiple of {STRIDE} and crops back.",
        f"Largest difference between this file and the eager network: {difference:.0e}.",
        *measured(result),
    ]


def quality_notes(result, options, difference):
    digest = hashlib.sha256(options.model.read_bytes()).hexdigest()
    return [
        f"The mean of {options.model.name} (sha256 {digest}) over the picture, the picture "
        f"{LARGER} times as large, and the mirror images of both.",
        f"Largest difference between this file and the eager network: {difference:.0e}.",
        *measured(result, beside="before"),
    ]


def measured(result, beside=None):
    def line(condition):
        rows = {r["method"]: r for r in result["accuracy"] if r["condition"] == condition}
        ours, canny = rows["edge-portrait"], rows["Canny"]
        inside = f"; edge-portrait {_pair(rows[beside])}" if beside else ""
        teacher = f"; teacher {_pair(rows['TEED'])}" if "TEED" in rows else ""
        return f"{condition}: {_pair(ours)}{inside}; Canny {_pair(canny)}{teacher}."

    speed = result["speed"]
    return [
        "Agreement with the lines that a portrait wants (the teacher's, without specks, teeth and "
        f"weave) on the held-back portraits, one-to-one within {TOLERANCE} px, at {KIOSK_SCALE} "
        "of the teacher's scale unless named, F inside the person / at the head:",
        *("- " + line(c) for c in evaluate.CONDITIONS),
        f"Speed at 384x384, PyTorch {torch.__version__}, one thread, shared machine: median "
        f"{speed['median_ms']} ms, {speed['ratio']} times a 3x3 convolution of 32 channels at "
        "192x192.",
    ]


def _pair(row):
    return f"{row['person']['f']:.3f} / {row['head']['f']:.3f}"


def main():
    options = arguments()
    cv2.setNumThreads(1)
    torch.set_num_threads(options.threads)
    if not (options.data / "train").is_dir() or not (options.data / "teacher").is_dir():
        fail(f"no train and teacher folders in {options.data}; give --data DIR")
    for option in ("person_mask", "face_mesh", "warm_start", "before", "teacher"):
        file = getattr(options, option)
        if file is not None and not file.is_file():
            name = option.replace("_", "-")
            fail(f"no {name} model at {file}; give --{name} FILE")
    if (options.evaluate_only or options.quality) and not options.model.is_file():
        fail(f"no model at {options.model}")
    teacher = options.teacher or options.data / "teacher_model" / "teed_teacher.pt"
    before = options.model if options.quality else options.before
    beside = evaluate.others(*(open_model(file) if file and file.is_file() else None
                               for file in (teacher, before)))
    masks = open_model(options.person_mask), open_model(options.face_mesh)
    training, held_back = split(options.data)
    held = load(options.data, held_back, *masks)

    if options.evaluate_only:
        evaluate.report(open_model(options.model), held, beside, options.out)
        return

    if options.quality:
        ink = open_model(options.model)
        name = options.model.stem + "-quality"
        file = options.model.parent.parent / name / f"{name}.pt"
        difference = export_quality(ink, file)
        result = evaluate.report(open_model(file), held, beside, options.out)
        write_card(file, f"the weights of {options.model.stem}, trained by scripts/train-edge-model",
                   quality_notes(result, options, difference))
        return

    options.out.mkdir(parents=True, exist_ok=True)
    print(f"{len(training)} portraits to train on, {len(held_back)} held back", flush=True)
    portraits = load(options.data, training, *masks)
    if options.ablations:
        if options.warm_start is None:
            fail("--ablations needs --warm-start FILE")
        ablations.run(portraits, held, options.ablations, options.warm_start,
                      options.model.parent / "ablations.md")
        return
    portraits = [Prepared(p) for p in portraits]
    torch.set_flush_denormal(True)
    net = train(portraits, options.out, options.iterations, options.seed,
                options.warm_start)
    torch.set_flush_denormal(False)  # SciPy's search trees need denormal numbers
    difference = export(net, options.model)
    result = evaluate.report(open_model(options.model), held, beside, options.out)
    write_card(options.model, "trained by scripts/train-edge-model",
               notes(result, options, net, difference))
    print(f"wrote {options.model.name} and card.yaml")


if __name__ == "__main__":
    main()
