"""The engine that reads pictures of business cards: an extra, which ships its models.

It is given its models by their paths, so that it looks for none on the network, and is loaded only to read a card.
"""

import warnings
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import as_file, files
from importlib.util import find_spec
from io import BytesIO
from math import atan2, cos, dist, pi, sin
from pathlib import Path
from statistics import fmean, median
from typing import Any

from netfiles.errors import CannotRead
from netfiles.exchange.cards.card_text import Line

EXTRA = "pip install 'netfiles[ocr]'"

_MOST_PIXELS = 100_000_000
_LONGEST_SIDE = 2000
_MODELS = {"Det": "*_det_*.onnx", "Rec": "*_rec_*.onnx"}


def available() -> bool:
    """Whether the extra is installed."""
    return all(find_spec(name) is not None for name in ("rapidocr", "onnxruntime", "PIL"))


def read_lines(name: str, content: bytes) -> list[Line]:
    """The lines in a picture, from the top. Raises CannotRead."""
    picture = _opened(name, content)
    lines, upright = _read(picture)
    turns = () if upright and _sure(lines) else (180,) if upright else (90, 270)
    ways: list[list[Line]] = [lines, *(_read(picture.rotate(turn, expand=True))[0] for turn in turns)]
    return sorted(max(ways, key=_worth), key=lambda line: (line.top, line.left))


_READ_WELL = 0.8


def _sure(lines: Sequence[Line]) -> bool:
    """Whether lines were read so well that the card does not stand on its head; one without lines may as well not."""
    return not lines or fmean(line.confidence for line in lines) > _READ_WELL


def _worth(lines: Iterable[Line]) -> float:
    """How much can be read in lines."""
    return sum(line.confidence * len(line.text) for line in lines)


def _opened(name: str, content: bytes) -> Any:
    """The picture as it is seen, no larger than it needs to be. Raises CannotRead."""
    from PIL import Image, ImageOps  # noqa: PLC0415  # an extra

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            opened = Image.open(BytesIO(content))
            if opened.width * opened.height > _MOST_PIXELS:
                raise Image.DecompressionBombError
            opened.draft("RGB", (_LONGEST_SIDE, _LONGEST_SIDE))
            picture = ImageOps.exif_transpose(opened).convert("RGB")
    except Image.DecompressionBombError:
        said = f"it has more than {_MOST_PIXELS // 1_000_000} million dots"
        raise CannotRead(name, said, "Make it smaller, or say --no-read.") from None
    except Exception as error:  # whatever is wrong with a picture, Pillow says it in many ways
        said = f"the picture is damaged ({type(error).__name__})"
        raise CannotRead(name, said, "Save it anew, or say --no-read.") from None
    picture.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE))
    return picture


def _read(picture: Any) -> tuple[list[Line], bool]:
    """The lines of a picture, and whether they run from left to right."""
    found = _engine()(picture, use_cls=False)
    if found.boxes is None or not len(found.boxes):
        return [], True
    boxes = [[(float(x), float(y)) for x, y in box] for box in found.boxes]
    lying = [box for box in boxes if dist(box[0], box[1]) > dist(box[1], box[2])]
    widest = max(boxes, key=lambda box: dist(box[0], box[1]))
    upright = len(lying) * 2 >= len(boxes) and dist(widest[0], widest[1]) > dist(widest[1], widest[2])
    turn = _turn(lying or boxes)
    pairs = zip(boxes, found.txts, found.scores, strict=True)
    return [_line([_turned(point, -turn) for point in box], text, float(score)) for box, text, score in pairs], upright


def _turn(boxes: Iterable[Sequence[tuple[float, float]]]) -> float:
    """By how much a card lies askew."""
    angles = [atan2(right[1] - left[1], right[0] - left[0]) for left, right, *_ in boxes]
    return median(angle if abs(angle) < pi / 4 else 0.0 for angle in angles)


def _turned(point: tuple[float, float], angle: float) -> tuple[float, float]:
    x, y = point
    return x * cos(angle) - y * sin(angle), x * sin(angle) + y * cos(angle)


def _line(box: Sequence[tuple[float, float]], text: str, score: float) -> Line:
    left, right = min(x for x, _ in box), max(x for x, _ in box)
    height = fmean((dist(box[0], box[3]), dist(box[1], box[2])))
    return Line(text, score, left, fmean(y for _, y in box) - height / 2, right, height)


@cache
def _engine() -> Any:
    """The engine, made once. Raises CannotRead where its models are not what it came with."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from rapidocr import RapidOCR  # noqa: PLC0415  # an extra, which takes a second to load

    with as_file(files("rapidocr").joinpath("models")) as folder:
        params: dict[str, Any] = {"Global.log_level": "critical"}
        for part, pattern in _MODELS.items():
            params[f"{part}.model_path"] = str(_model(folder, pattern))
        return RapidOCR(params=params)


def _model(folder: Path, pattern: str) -> Path:
    found = sorted(folder.glob(pattern))
    if len(found) != 1:
        said = f"the engine lacks a model ({pattern})"
        raise CannotRead("the card", said, f"Install it anew: pip install --force-reinstall {EXTRA[12:]}.")
    return found[0]
