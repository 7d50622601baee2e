"""Files that are no transcripts, each with what the sentence about it must say."""

import gzip
import io
import json
import os
import random
import sqlite3
import zipfile

from tests.media.films import film

#: More than is ever read of a file.
TOO_MANY_BYTES = 300 * 1024 * 1024


def packed(*names):
    box = io.BytesIO()
    with zipfile.ZipFile(box, "w") as archive:
        for name in names:
            archive.writestr(name, "<x/>")
    return box.getvalue()


def database(path):
    connection = sqlite3.connect(path)
    connection.execute("create table lines (words)")
    connection.commit()
    connection.close()


def sparse(path):
    with path.open("wb") as file:
        file.write(b"1\n00:00:01,000 --> 00:00:02,000\nWords.\n\n" * 2000)
        file.truncate(TOO_MANY_BYTES)


def blank_package(path):
    path.write_bytes(packed("[Content_Types].xml", "word/document.xml"))


#: What is in each file, and what is said of it.
CONTENT = {
    "empty.srt": (b"", "it is empty"),
    "spaces.vtt": (b" \r\n\t \n" * 50, "nothing but blank space"),
    "zeros.srt": (bytes(5000), "nothing but zeros"),
    "photo.png": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(50), "a picture"),
    "photo.srt": (b"\xff\xd8\xff\xe0\0\x10JFIF" + bytes(50), "a picture"),
    "paper.pdf": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", "a PDF document"),
    "program": (b"\x7fELF\x02\x01\x01" + bytes(60), "a program"),
    "packed.zip": (packed("holiday.jpg"), "a packed archive"),
    "packed.gz": (gzip.compress(b"words " * 50), "a packed archive"),
    "slides.pptx": (packed("[Content_Types].xml", "ppt/presentation.xml"), "a presentation"),
    "sheet.xlsx": (packed("[Content_Types].xml", "xl/workbook.xml"), "a spreadsheet"),
    "letter.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "word processor's document"),
    "random.txt": (random.Random(1).randbytes(5000), "it is not text"),
    "wide.txt": (b"\xff\xfe" + random.Random(2).randbytes(5000), "it is not text"),
    "package.json": (json.dumps({"name": "x", "private": True}), "keys “name” and “private”"),
    "cut.json": ('{"segme', "breaks off at its start"),
    "list.json": ("[]", "JSON with nothing in it"),
    "numbers.json": ("[1, 2, 3]", "JSON, but not of a kind that Cueline"),
    "silent.json": ('{"segments": []}', "list of segments is empty"),
    "page.html": ("<!DOCTYPE html>\n<html><body><p>Buy.</p></body></html>", "a web page"),
    "lost.srt": ("<html><head><title>404 Not Found</title></head></html>", "a web page"),
    "feed.xml": ("<?xml version='1.0'?>\n<rss><channel/></rss>", "begins with <rss>"),
    "mute.ttml": ("<tt xmlns='http://www.w3.org/ns/ttml'><body/></tt>", "no paragraph with a time"),
    "people.csv": ("name,age,city\nAnna,31,Rome\nBen,44,Oslo\n", "a table without a column of tim"),
    "code.py": ("import os\n\n\ndef main():\n    return os\n", "source text of a program"),
    "run": ("#!/bin/sh\necho words\n", "source text of a program"),
    "talk.srt": ("version https://git-lfs.github.com/spec/v1\nsize 9\n", "not fetched (Git LFS)"),
    "film.idx": ("# VobSub index file, v7\nsize: 720x576\n", "pictures (VobSub)"),
    "talk.scc": ("Scenarist_SCC V1.0\n" + "\n00:00:01:00\t9420 94ad\n" * 20, "but no words"),
    "list.m3u8": ("#EXTM3U\n#EXTINF:10,A talk\ntalk.mp4\n", "a playlist"),
    "markers.edl": ("TITLE: Talk\nFCM: NON-DROP FRAME\n\n001  001  V  C  01:00:01:00 01:00:01:01\n"
                    " |C:ResolveColorBlue |M:Hello |D:1\n", "a list of cuts or markers (EDL)"),
    "parts.txt": ("CHAPTER01=00:00:00.000\nCHAPTER01NAME=One\n", "it lists chapters"),
    "meta.txt": (";FFMETADATA1\n[CHAPTER]\nSTART=0\nEND=9\ntitle=One\n", "it lists chapters"),
    "disc.cue": ('TITLE "A"\nFILE "a.wav" WAVE\n  TRACK 01 AUDIO\n    INDEX 01 00:00:00\n' * 9,
                 "a list of a disc's tracks"),
    "talk.rttm": ("SPEAKER talk 1 0.50 1.25 <NA> <NA> S0 <NA> <NA>\n" * 3, "who speaks when"),
    "talk.torrent": (b"d8:announce18:http://example.org4:infod6:lengthi5eee", "a torrent"),
    "talk.url": ("[InternetShortcut]\r\nURL=https://example.org/talk\r\n", "a link to a web page"),
    "talk.diff": ("--- a/talk.md\n+++ b/talk.md\n@@ -1 +1 @@\n-word\n+words\n", "changes between"),
    "run.log": ("2024-05-06 07:08:09,123 INFO started\n2024-05-06 07:08:10,001 ERROR no\n",
                "a program's log"),
    "talk.eml": ("From: Anna <anna@example.org>\r\nSubject: The talk\r\n\r\nSee below.\r\n",
                 "an e-mail"),
    "settings.yaml": ("window:\n  theme: dark\n", "settings or data"),
    "head.vtt": ("WEBVTT\n\nNOTE nothing follows\n", "WebVTT without a single cue"),
    "head.ass": ("[Script Info]\nTitle: x\n", "no line of dialogue with times"),
    "wordless.srt": ("1\n00:00:01,000 --> 00:00:02,000\n\n", "it has times, but no words"),
    "numbers.srt": ("1\n\n2\n\n3\n", "no words"),
}  # fmt: skip
#: What is made at a path by other means than writing its content.
MADE = {
    "gone.srt": (lambda path: None, "no such file"),
    "folder.srt": (lambda path: path.mkdir(), "a folder"),
    "pipe": (os.mkfifo, "a device or a pipe"),
    "astray.srt": (lambda path: path.symlink_to("nowhere"), "a link to a file that is not there"),
    "circle.srt": (lambda path: path.symlink_to(path), "a link that leads back to itself"),
    f"{'x' * 300}.srt": (lambda path: None, "name is longer than the system allows"),
    "base.db": (database, "a database"),
    "talk.srt": (lambda path: film(path.with_suffix(".mp4")).rename(path), "a recording"),
    "huge.srt": (sparse, "300 MB large"),
    "blank.docx": (blank_package, "a Word document without text"),
}
ALL = {**CONTENT, **MADE}


def make(name, folder):
    """Make one of the wrong things in a folder, and return its path."""
    path = folder / name
    if name in MADE:
        MADE[name][0](path)
    else:
        content = CONTENT[name][0]
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path
