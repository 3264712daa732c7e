"""QR codes as the browser draws them, read by a decoder that is not ours."""

import re

import zxingcpp

_EDGE = 4
_PIXELS = 3
_RUN = re.compile(r"M(\d+) (\d+)h(\d+)v1h-\3z")


def read_qr(size: int, path: str) -> str:
    """The text of a code of `size` modules, whose dark ones a path of SVG draws in rows."""
    wide = (size + 2 * _EDGE) * _PIXELS
    pixels = bytearray(b"\xff" * wide * wide)
    for x, y, run in (map(int, found) for found in _RUN.findall(path)):
        for row in range((y + _EDGE) * _PIXELS, (y + _EDGE + 1) * _PIXELS):
            start = row * wide + (x + _EDGE) * _PIXELS
            pixels[start : start + run * _PIXELS] = bytes(run * _PIXELS)
    (found,) = zxingcpp.read_barcodes(memoryview(pixels).cast("B", (wide, wide)))
    return str(found.text)
