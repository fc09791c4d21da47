#!/usr/bin/python3
"""Whether the breaks of titles stand at a word's edge, by a segmenter that is
not ours: the dictionary of ICU's word BreakIterator (Debian: libicu). By hand:

    build/tests/title_cases --breaks [FILE] | tests/title_words.py
"""
import ctypes
import ctypes.util
import sys

LIBRARY = ctypes.util.find_library("icuuc")
VERSION = LIBRARY.rsplit(".", 1)[1]
icu = ctypes.CDLL(LIBRARY)


def function(name, result):
    f = getattr(icu, name + "_" + VERSION)
    f.restype = result
    return f


ubrk_open = function("ubrk_open", ctypes.c_void_p)
ubrk_next = function("ubrk_next", ctypes.c_int32)
ubrk_close = function("ubrk_close", None)
UBRK_WORD = 1


def edges(text):
    units = text.encode("utf-16-le")
    error = ctypes.c_int(0)
    b = ctypes.c_void_p(ubrk_open(UBRK_WORD, b"zh", units, len(units) // 2,
                                  ctypes.byref(error)))
    found = set()
    while (at := ubrk_next(b)) >= 0:
        found.add(at)
    ubrk_close(b)
    return found


def main():
    good = total = 0
    cache = {}
    bad = {}
    for line in sys.stdin:
        if line.startswith("#"):
            continue
        text, width, before = line.rstrip("\n").split("\t")
        cache.setdefault(text, edges(text))
        total += 1
        if len(before) in cache[text]:
            good += 1
        else:
            key = before[-6:] + "|" + text[len(before):][:6]
            bad[key] = bad.get(key, 0) + 1
    for key in sorted(bad, key=bad.get, reverse=True):
        print(bad[key], key)
    print(f"{good} of {total} breaks at a word's edge: {100 * good / total:.1f} %")


main()
