"""Command line of scripts/train-edge-model."""

import argparse
import sys
from pathlib import Path

import cv2
import torch

import evaluate
from data import KIOSK_SCALE, SPLIT_RULE, Prepared, load, split
from export import export, write_card
from lines import TOLERANCE
from model import parameter_count
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
    add("--teacher", type=Path, default=None,
        help="TorchScript teacher to measure beside the model "
             "(default: teacher_model/teed_teacher.pt in the data folder, where it is present)")
    add("--iterations", type=int, default=20000)
    add("--seed", type=int, default=1)
    add("--threads", type=int, default=2)
    add("--out", type=Path, default=ROOT / "target" / "edge-model",
        help="checkpoint, loss.csv and evaluation (default: target/edge-model)")
    add("--model", type=Path, default=MODEL, help="the exported file; its card lies beside it")
    add("--evaluate-only", action="store_true", help="measure the exported model, train nothing")
    return parser.parse_args()


def fail(message):
    print(f"train-edge-model: {message}", file=sys.stderr)
    sys.exit(2)


def open_model(file: Path):
    return torch.jit.load(str(file), map_location="cpu").eval()


def notes(result, steps, seed, net, difference):
    def line(condition):
        rows = {r["method"]: r for r in result["accuracy"] if r["condition"] == condition}
        ours, canny = rows["edge-portrait"], rows["Canny"]
        return (f"{condition}: F {ours['person']['f']:.3f} (precision "
                f"{ours['person']['precision']:.3f}, recall {ours['person']['recall']:.3f}), "
                f"head F {ours['head']['f']:.3f}; Canny F {canny['person']['f']:.3f}, "
                f"head F {canny['head']['f']:.3f}.")

    speed = result["speed"]
    return [
        f"{parameter_count(net)} parameters, {steps} iterations of {BATCH} crops of {CROP} px, "
        f"seed {seed}.",
        f"Split: {SPLIT_RULE}; {result['portraits']} portraits held back.",
        "Any height and width: the model pads to a multiple of 8 and crops back.",
        f"Largest difference between this file and the eager network: {difference:.0e}.",
        "Agreement with the teacher's lines inside the person on the held-back portraits, "
        f"one-to-one within {TOLERANCE} px, at {KIOSK_SCALE} of the teacher's scale unless named:",
        *("- " + line(c) for c in evaluate.CONDITIONS),
        f"Speed at 384x384, PyTorch {torch.__version__}, one thread, shared machine: median "
        f"{speed['median_ms']} ms, {speed['ratio']} times a 3x3 convolution of 32 channels at "
        "192x192.",
    ]


def main():
    options = arguments()
    cv2.setNumThreads(1)
    torch.set_num_threads(options.threads)
    if not (options.data / "train").is_dir() or not (options.data / "teacher").is_dir():
        fail(f"no train and teacher folders in {options.data}; give --data DIR")
    if not options.person_mask.is_file():
        fail(f"no person mask at {options.person_mask}; give --person-mask FILE")
    teacher = options.teacher or options.data / "teacher_model" / "teed_teacher.pt"
    if options.teacher and not teacher.is_file():
        fail(f"no teacher at {teacher}")
    teacher = open_model(teacher) if teacher.is_file() else None
    person_mask = open_model(options.person_mask)
    training, held_back = split(options.data)
    held = load(options.data, held_back, person_mask)

    if options.evaluate_only:
        if not options.model.is_file():
            fail(f"no model at {options.model}")
        evaluate.report(open_model(options.model), held, teacher, options.out)
        return

    options.out.mkdir(parents=True, exist_ok=True)
    print(f"{len(training)} portraits to train on, {len(held_back)} held back")
    portraits = [Prepared(p) for p in load(options.data, training, person_mask)]
    torch.set_flush_denormal(True)
    net = train(portraits, options.out, options.iterations, options.seed)
    torch.set_flush_denormal(False)  # SciPy's search trees need denormal numbers
    difference = export(net, options.model)
    result = evaluate.report(open_model(options.model), held, teacher, options.out)
    write_card(options.model, notes(result, options.iterations, options.seed, net, difference))
    print(f"wrote {options.model.name} and card.yaml")


if __name__ == "__main__":
    main()
