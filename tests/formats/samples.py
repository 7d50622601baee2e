"""Small whole files of every format, for tests that damage them."""

import io
import json
import zipfile

from tests.formats.cloud_sound import SOUND

#: By the name of their format; of a Word document, the text inside the package.
SAMPLES = {
    "archive-markdown": [
        "---\nDate Generated: May 4, 2017\nLength: 9s\nVideo Keywords: ['a', \"b's\"]\n"
        "Video Description: One.\n 0:00 Start\n 0:05 End\n---\n\n# A talk\n"
        "**A Channel:** [May 4, 2017](https://www.youtube.com/watch?v=AbC_123-xyz)\n"
        "*  One. [[00:00:01](https://www.youtube.com/watch?v=AbC_123-xyz&t=1.2s)]\n"
        "*  Two.\n*  [[00:00:05](https://www.youtube.com/watch?v=AbC_123-xyz&t=5s)]\n",
        "# A talk\n**C:** [May 4, 2017](https://youtu.be/AbC_123-xyz)\n## Two\n"
        "* a [[0:01](https://youtu.be/AbC_123-xyz?t=1)]\n",
    ],
    "youtube-vtt": [
        "WEBVTT\nKind: captions\nLanguage: en\n\n00:00:01.000 --> 00:00:02.000 align:start\n \n"
        "good<00:00:01.300><c> day</c><00:00:01.500><c.a> all</c>\n\n"
        "00:00:02.000 --> 00:00:02.010\ngood day all\n \n\n"
        "00:00:02.010 --> 00:00:04.000\ngood day all\n&gt;&gt; yes<00:00:03.000><c> so</c>\n",
    ],
    "webvtt": [
        "WEBVTT - A talk\nKind: captions\nLanguage: de\n\nNOTE media: a.mp3\n\nSTYLE\n::cue { }\n\n"
        "1\n00:01.000 --> 00:04.000 line:0 position:10%\n<v.loud Anna>Good &amp; <i>well</i>\n"
        "- <00:02.000>so\n\nChapter\n00:00:04.000 --> 00:00:03.000\n"
        "<v Ben>Yes</v><v Anna>No</v>\n\n01:00:00.000 --> 01:00:01.500\n[Anna]: <ruby>a<r"
        "t>b</rt>\n",
        "WEBVTT\nX-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:9\n\n00:01 --> 00:02\nAnna: a\n\n"
        "00:02 --> 00:03\nBen: b\n\n00:03 --> 00:04\nAnna: c\n",
    ],
    "youtube-json3": [
        '{"wireMagic": "pb3", "pens": [{}], "events": [{"tStartMs": 0, "dDurationMs": 9, "id": 1},'
        '{"tStartMs": 100, "dDurationMs": 900, "wWinId": 1, "segs": [{"utf8": "good", "ac'
        'AsrConf": 2}'
        ', {"utf8": " day", "tOffsetMs": 400}]}, {"tStartMs": 900, "wWinId": 1, "aAppend": 1, '
        '"segs": [{"utf8": "\\n"}]}, {"tStartMs": 950, "dDurationMs": 9, "segs": [{"utf8"'
        ': ">> b"}]}]}'
    ],
    "youtube-panel-json": [
        '{"responseContext": {}, "actions": [{"x": {"initialSegments": [{"transcriptSectionHeader'
        'Renderer": {"startMs": "0", "snippet": {"simpleText": "Intro"}}}, {"transcriptSegment'
        'Renderer": {"startMs": "80", "endMs": "2500", "snippet": {"runs": [{"text": "good"}, '
        '{"text": " day"}]}}}, {"transcriptSegmentRenderer": {"startMs": "2500", "endMs": "9000",'
        ' "snippet": {"runs": [{"text": ">> yes"}]}}}]}}]}',
        '{"a": [{"transcriptCueRenderer": {"cue": {"simpleText": "b"}, "startOffsetMs": "80", '
        '"durationMs": "9"}}, {"transcriptSegmentViewModel": {"timestamp": "0:02", "simpleText": '
        '"c"}}]}',
    ],
    "otranscribe": [
        '{"text": "<p>Talk</p><p><span class=\\"timestamp\\" data-timestamp=\\"1.5\\">0:01</span>'
        ' Anna: Good <b>day</b>. <span class=\\"timestamp\\">0:05</span>Yes.&nbsp;<br />Ben: No</p>'
        '", "media": "a.mp3", "media-source": "https://youtu.be/AbC_123-xyz", "media-time": 1.5}',
    ],
    "podlove-json": [
        '[{"start": "00:00:01.500", "start_ms": 1500, "end": "00:00:02.0", "end_ms": 2000, '
        '"speaker": "1", "voice": "Anna", "text": "Good day."}, {"start_ms": 2000, "end_ms": 3000, '
        '"items": [{"start_ms": 2000, "end_ms": 3000, "text": "Yes."}]}]',
        '{"version": 5, "title": "T", "show": {"title": "S"}, "duration": "00:01:00.000",'
        ' "chapters":'
        ' [{"start": "00:00:00.000", "title": "One"}], "audio": [{"url": "https://x.org/a.mp3"}], '
        '"transcripts": [{"start_ms": 1, "end_ms": 2, "speaker": "2", "text": "Hi."}]}',
    ],
    "cueline-json": [
        '{"format": "cueline-transcript", "version": 1, "source": {"title": "T", "channel": "C", '
        '"published": "2024-05-06", "url": "https://x.org"}, "duration_ms": 9000, "langua'
        'ge": "en", '
        '"keywords": ["a"], "metadata": {"a": "b"}, "chapters": [{"start_ms": 0, "title": "One"}], '
        '"media": ["a.mp3"], "problems": [{"line": 1, "message": "Bad."}], "segments": [{'
        '"start_ms": '
        '1, "end_ms": 2000, "text": "Hi.", "speaker": "Anna", "end_derived": true, "origi'
        'nal": "Hi", '
        '"words": [{"start_ms": 1, "end_ms": 9, "text": "Hi.", "confidence": 0.5}]}]}'
    ],
    "whisper-json": [
        '{"text": " Good day.", "language": "en", "segments": [{"id": 0, "start": 1.0, "end": 2.5, '
        '"text": " Good day.", "speaker": "S0", "words": [{"word": " Good", "start": 1.0,'
        ' "end": 1.5,'
        ' "probability": 0.5}, {"word": " 9"}]}, {"start": 3, "end": 4, "text": "Yes"}]}',
        '{"segments": [{"start": 1, "end": 2, "text": "Hi"}, {"start": 2, "end": 3, "text'
        '": "you"}], '
        '"word_segments": [{"word": "Hi", "start": 1, "end": 2, "score": 0.5}, {"word": "you"}]}',
        '{"params": {"model": "a"}, "result": {"language": "en"}, "transcription": [{"timestamps": '
        '{"from": "00:00:01,000", "to": "00:00:02,000"}, "offsets": {"from": 1000, "to": 2000}, '
        '"text": " Hi", "tokens": [{"text": "[_BEG_]"}, {"text": " Hi", "offsets": {"from": 1000, '
        '"to": 1500}, "p": 0.9}]}]}',
        '{"text": "a", "chunks": [{"timestamp": [0.0, 2.0], "text": " Hi"}, {"timestamp":'
        ' [2, null], '
        '"text": " you"}]}',
        '{"start": 1, "end": 2, "text": "Hi"}\n{"start": 2, "end": 3, "text": "you"}\n',
        '{"words": [{"word": "Hi", "start": 1, "end": 2, "type": "word"}, {"word": "you."'
        ', "start": 9,'
        ' "end": 9.5, "speaker_id": "a"}], "text": "Hi, you."}',
    ],
    "programs-json": [
        '[{"speaker_name": "Anna", "start_time": 0.5, "end_time": 1.2, "text": "Good."},'
        ' {"speaker_name": "Ben", "start_time": 2, "end_time": 2.4, "text": "Yes."}]',
        '{"id": "1", "text": "Good.", "tokens": [{"text": "Go", "start_ms": 1, "end_ms": 9},'
        ' {"text": "od.", "start_ms": 9, "end_ms": 20}, {"text": " Yes", "start_ms": 30}]}',
        '{"videos": [{"insights": {"transcript": [{"text": "Good.", "speakerId": 1, "instances":'
        ' [{"start": "0:00:01", "end": "0:00:02"}]}], "speakers": [{"id": 1, "name": "A"}]}}]}',
        '{"segments": [{"start": 1, "duration": 2, "language": "en", "speaker": "a", "words":'
        ' [{"text": "Good", "start": 1, "duration": 0.5}]}], "speakers": [{"id": "a", "name":'
        ' "Anna"}]}',
        '[{"participant": {"name": "Anna"}, "words": [{"text": "Good", "start_timestamp":'
        ' {"relative": 1.5}, "end_timestamp": {"relative": 2}}]}]',
        '[{"start": 96, "stop": 712, "text": "Good", "speaker": 0}]',
        '{"body": [{"from": 0.5, "to": 2, "content": "Good"}]}',
        '{"paragraphs": [{"cues": [{"time": 20, "text": "Good"}]}]}',
    ],
    "podcast-json": [
        '{"version": "1.0.0", "segments": [{"speaker": "Anna", "startTime": 0.5, "endTime": 0.75, '
        '"body": "This"}, {"startTime": 1, "endTime": 2, "body": "is it.\\n"}, {"speaker": "Ben", '
        '"startTime": 2, "body": "No"}]}'
    ],
    "audacity-labels": ["0.500000\t1.500000\tAnna: One\n\\\t120.0\t4000.0\n2,5\t2,500000\tTwo\n"],
    "whisper-tsv": ["start\tend\ttext\n1000\t2500\tGood day.\n2500\t3000\tYes.\n"],
    "csv": [
        'start,end,speaker,text\r\n00:00:01.500,00:00:02.000,Anna,"He said, ""no"""'
        '\r\n,,,a\r\n',
    ],
    "table": [
        "Start Time;End Time;Speaker;Transcript\n0:00:01,5;0:00:03;Anna;Good day.\n0:00:0"
        "3;;Ben;Yes\n",
        "00:00:01:12\t00:00:02:00\tOne\n00:00:02:24\t00:00:03:00\tTwo\n00:00:04:00\t00:00"
        ":05:00\tx\n",
    ],
    "chat": [
        "@UTF8\n@Begin\n@Languages:\teng\n@Participants:\tANN Anna Adult, BEN Child\n"
        "@Media:\ttalk, audio\n*ANN:\tgood day <and> [/] and\n\twell . \x150_2100\x15\n"
        "%com:\tsmiles\n*BEN:\tyes . 2100_1200\n@End\n",
    ],
    "macwhisper": [
        '{"transcripts": [{"start": 500, "end": 1200, "text": "Good.", "speaker": {"name": "A"}},'
        ' {"start": 2000, "end": 2400, "text": "Yes."}]}',
    ],
    "exmaralda": [
        '<?xml version="1.0"?><basic-transcription><head><meta-information><referenced-file '
        'url="a.wav"/></meta-information><speakertable><speaker id="S0"><abbreviation>ANN'
        "</abbreviation></speaker></speakertable></head><basic-body><common-timeline>"
        '<tli id="T0" time="0.5"/><tli id="T1"/><tli id="T2" time="4.2"/></common-timeline>'
        '<tier speaker="S0" category="v" type="t"><event start="T0" end="T1">good day </event>'
        '<event start="T1" end="T2">all</event></tier></basic-body></basic-transcription>',
    ],
    "transcriber": [
        '<?xml version="1.0"?><!DOCTYPE Trans SYSTEM "trans-14.dtd"><Trans audio_filename="talk" '
        'xml:lang="fr"><Speakers><Speaker id="spk1" name="Anna"/></Speakers><Episode>'
        '<Section type="report" startTime="0" endTime="9"><Turn speaker="spk1" startTime="0.5" '
        'endTime="4.2"><Sync time="0.5"/>\nbonjour\n<Event desc="b"/><Sync time="2.1"/>\ntous\n'
        "</Turn></Section></Episode></Trans>",
    ],
    "podcast-html": [
        "<cite>Anna:</cite>\n<time>0:00</time>\n<p>Good &amp; well.</p>\n<cite>Ben:</cite>\n"
        "<time>1:00:05</time>\n<p>Yes.</p>\n<p>And <b>no</b>.</p>\n",
    ],
    "web-page": [
        "<html lang='da'><title>A</title><p><b>Anna</b> (0:05): Good.</p><p><b>Ben</b> (0:09): Yes"
        "<p><b>Anna</b> (1:00:09):<br>No &amp; no.</p></html>",
        "<table><tr><th>Start</th><th>Text</th></tr><tr><td>0:01</td><td>Good.</td></tr>"
        "<tr><td>0:04</td><td>So</td></tr></table>",
    ],
    "ctm": [
        "talk 1 0.40 0.30 good 0.98\n;; remark\ntalk 1 0.80 0.40 day 0.95\n"
        "talk A 2.00 0.30 yes NA\n",
    ],
    "ccextractor": ["00:00:01,001|00:00:03,000|RU2|GOOD DAY\n00:00:03,001|00:00:02,000|POP|YES\n"],
    "timecode-text": [
        "00:00:00:12 - 00:00:11:10\nSpeaker 1\nGood day.\n\n00:00:11:18 - 00:00:31:23\n"
        "Speaker 2\nYes.\n",
        "1 00:00:01:05 00:00:03:10 Good.\n2 00:00:04;00 00:00:05;29 Yes,\nall.\n",
    ],
    "zoom-captions": [
        "[Anna Berg] 10:02:03\nGood.\n\n[Ben] 11:59:59 PM\nYes.\n\n[Ben] 12:00:01 AM\nNo.\n",
    ],
    "tmplayer": [
        "00:00:01:Good day.|/And so.\n00:00:04:\n00:00:05:{y:i}Yes.\nx\n01:00:00:1984 it was\n",
        "00:00:01,1=Good day.\n00:00:01,2=And so.\n00:00:05,1=\n",
    ],
    "quicktime-text": [
        "{QTtext}{font:Tahoma}{plain}{timeScale:30}{timeStamps:absolute}\n[00:00:01.15]\n{bold}Good"
        "{plain}\nday.\n[00:00:03.00]\n\n[00:00:04.00]Anna: Yes.\n[00:00:06.00]\n",
        "{QTtext} {timeScale:1000} {timeStamps:relative}\nx\n[00:00:01.500]\nGood day.\n"
        "[00:00:01.000]\n{laughs} Yes.\n",
    ],
    "subviewer": [
        "[TITLE]\nA talk\n[AUTHOR]\n[DELAY]\n0\n[BEGIN]\n******** START SCRIPT ********\n"
        "[00:00:01]\nGood day.|All of you.\n[00:00:03]\n\n[00:00:04]\nAnna: Yes.\n[00:00:06]\n\n"
        "[end]\n******** END SCRIPT ********\n",
    ],
    "dvd-subtitle": [
        "{HEAD\nDISCID=\nDVDTITLE=A talk\nLANG=EN\n}\n{T 00:00:01:50\nGood day.\nAll of you.\n}\n"
        "{T 00:00:03:00\n\n}\nx\n{T 00:00:04:20 Anna: Yes.}\n",
    ],
    "powerdivx": [
        "{0:00:01}{0:00:03}Good day.|{y:i}All of you.\n{0:00:04}{0:00:02}Yes.\nx\n"
        "{1:00:00}{1:00:02}No.\n"
    ],
    "jacosub": [
        "#TITLE A talk\n#TIMERES 25\n#SHIFT 0:00:01.00\n# x\n"
        "0:00:01.05 0:00:03.00 JL Good \\Iday\\i."
        "\\nAll {x}of \\\nyou.\n0:00:04.00 0:00:05.10 ~ Anna: Yes.\n@150 @175 D No.\nx\n",
    ],
    "realtext": [
        '<window type="generic" duration="10.0">\n<font size="4"><time '
        'begin="1.5"/><clear/>Good <b>day'
        '</b>.<br/>All &amp; one.\n<time begin="00:00:03.0" end="00:00:05.5"/><clear/>Anna: Yes.\n'
        '<time begin="x"/>no</font></window>\n',
        '<WINDOW TYPE=generic>\n<TIME BEGIN="1:00:01.5" END="1:00:03">Good day.\n</WINDOW>',
    ],
    "usf": [
        '<?xml version="1.0"?><!DOCTYPE USFSubtitles SYSTEM "USFV100.dtd"><USFSubtitles><metadata>'
        '<title>A talk</title><language code="eng">English</language></metadata><subtitles>\n'
        '<subtitle '
        'start="00:00:01.500" stop="00:00:03.000"><text speaker="Anna">Good<br/><i>day</i>.</text>'
        '</subtitle>\n<subtitle start="4" duration="2"><text><karaoke><k t="500"/>Yes <k t="9"/>no.'
        "</karaoke></text><comment>x</comment></subtitle></subtitles></USFSubtitles>",
    ],
    "final-cut": [
        '<?xml version="1.0"?><!DOCTYPE fcpxml><fcpxml version="1.10"><resources><asset id="r2">'
        '<media-rep src="file:///a.mov"/></asset></resources><project name="A talk"><sequence '
        'tcStart="3600s"><spine>\n<asset-clip ref="r2" offset="3600s" start="10s" duration="9s">\n'
        '<caption lane="1" offset="275/25s" duration="2s" role="iTT?captionFormat=ITT.en"><text>'
        '<text-style ref="t">Good </text-style><text-style '
        'ref="t">day.</text-style></text></caption>\n'
        '<title offset="14s" duration="1s"><text><text-style>A title</text-style></text></title>\n'
        "</asset-clip></spine></sequence></project></fcpxml>",
        '<fcpxml><sequence tcStart="0s"><spine><gap duration="1s"/><title '
        'duration="2s"><text><text-style>'
        "Anna: Yes.</text-style></text></title></spine></sequence></fcpxml>",
    ],
    "xmeml": [
        '<?xml version="1.0"?><!DOCTYPE xmeml><xmeml><sequence><name>A talk</name><rate>'
        "<timebase>25</timebase><ntsc>FALSE</ntsc></rate><media><video><track>\n<generatoritem>"
        "<start>25</start><end>75</end><effect><parameter><parameterid>str</parameterid><value>"
        "Good day.</value></parameter></effect></generatoritem>\n<clipitem>"
        "<start>100</start><end>-1</end><filter><effect><parameter>"
        "<parameterid>str</parameterid><value>Anna: Yes.</value></parameter></effect>"
        "</filter></clipitem></track></video></media></sequence></xmeml>",
    ],
    "text-stream": [
        '<TextStream><TextStreamHeader/>\n<TextSample sampleTime="00:00:01.500">Good day.'
        '</TextSample>\n<TextSample sampleTime="00:00:03.000"/>\n<TextSample sampleTime="4" '
        "text=\"'Anna: Yes' 'no.'\"/></TextStream>",
    ],
    "cheetah": [
        "\xea\x22\1".ljust(128, "\0")
        + "\x1c\x60\0\0\1\x0f\0\0\3\0\0\0\0\0\0\xd1Good\0day\x82.\0\0"
        + "\x17\x40\0\0\4\0\0\0\0\0\0\0Anna: Yes.\0",
    ],
    "transana": [
        "A talk\n\n\u00a4<0>Anna: Good day.\n\u00a4<2500>(0:00:02.5) Ben: Yes. \u00a4<4200>And "
        "you?\n"
        "Anna: No.\nBen: \u00a4<7000>So.\n",
    ],
    "mpl2": ["[0][25]Good day.\n[25][50]/Hi there.|/And so.\n[60][]- Yes.|- No.\nx\n"],
    "noscribe-html": [
        '<html><head><meta name="audio_source" content="./a.mp3" /></head><body><p>A talk</p>'
        '<p>(Language: German (de))</p><p><a name="ts_1200_2400_S01" >S01: <span>[00:00:01]</span> '
        'Guten &amp; Tag.</a><a name="ts_2400_2900_//S02" > //S02: Hm.</a>//</p></body></html>'
    ],
    "hypertranscript": [
        '<html lang="en"><title>T</title><audio src="a.mp3"></audio><article><section dat'
        'a-media-src='
        '"https://x.org/v.mp4"><p><span data-m="880" data-d="0" class="speaker">[Anna]: </span>'
        '<span data-m="880" data-d="400">Good </span>and<span data-m="1280">day.</span></'
        'p></section>'
    ],
    "elan": [
        '<?xml version="1.0"?><ANNOTATION_DOCUMENT AUTHOR="A" DATE="2024-05-06T07:08:09+00:00">'
        '<HEADER TIME_UNITS="milliseconds"><MEDIA_DESCRIPTOR MEDIA_URL="file:///a.wav" TI'
        'ME_ORIGIN="9"'
        '/></HEADER><TIME_ORDER><TIME_SLOT TIME_SLOT_ID="a" TIME_VALUE="1000"/><TIME_SLOT '
        'TIME_SLOT_ID="b"/><TIME_SLOT TIME_SLOT_ID="c" TIME_VALUE="4000"/></TIME_ORDER>'
        '<TIER TIER_ID="A" PARTICIPANT="Anna"><ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a1" '
        'TIME_SLOT_REF1="a" TIME_SLOT_REF2="b"><ANNOTATION_VALUE>One</ANNOTATION_VALUE>'
        "</ALIGNABLE_ANNOTATION></ANNOTATION><ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="
        '"a2" TIME_SLOT_REF1="b" TIME_SLOT_REF2="c"><ANNOTATION_VALUE>Two</ANNOTATION_VALUE>'
        '</ALIGNABLE_ANNOTATION></ANNOTATION></TIER><TIER TIER_ID="B" PARENT_REF="A"><ANNOTATION>'
        '<REF_ANNOTATION ANNOTATION_ID="r" ANNOTATION_REF="a1" PREVIOUS_ANNOTATION="q">'
        "<ANNOTATION_VALUE>eins</ANNOTATION_VALUE></REF_ANNOTATION></ANNOTATION></TIER>"
        "</ANNOTATION_DOCUMENT>"
    ],
    "textgrid": [
        'File type = "ooTextFile"\nObject class = "TextGrid"\n\nxmin = 0\nxmax = 9.5\n'
        'tiers? <exists>\nsize = 2\nitem []:\n    item [1]:\n        class = "IntervalTier"\n'
        '        name = "Anna"\n        xmin = 0\n        xmax = 9.5\n        intervals: size = 2'
        '\n        intervals [1]:\n            xmin = 0\n            xmax = 1.25\n            text '
        '= "Good ""day"", all"\n        intervals [2]:\n            xmin = 1.25\n            xmax'
        ' = 9.5\n            text = ""\n    item [2]:\n        class = "TextTier"\n        name = '
        '"bell"\n        xmin = 0\n        xmax = 9.5\n        points: size = 1\n        points [1]'
        ':\n            number = 1.5\n            mark = "ring"\n',
        'File type = "ooTextFile short"\n"TextGrid"\n\n0\n9.5\n<exists>\n2\n"IntervalTier"\n'
        '"words"\n0\n9.5\n3\n0\n1\n"good"\n1\n2\n"day"\n2\n9.5\n"sil"\n"IntervalTier"\n"phones"'
        '\n0\n9.5\n2\n0\n1\n"G"\n1\n2\n"D"\n',
    ],
    "docx": [
        '<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>Anna [00:00:05] Good &amp; day.</w:t></w:r>'
        "</w:p><w:p><w:r><w:t>Ben [00:00:09] Yes.</w:t><w:br/><w:tab/></w:r></w:p><w:tbl>"
        "<w:tr><w:tc>"
        "<w:p><w:r><w:t>0:12</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>"
    ],
    "odt": [
        '<office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b"><office:body>'
        "<text:h>A talk</text:h><text:p>Anna<text:s text:c=\"2\"/>[00:00:05] Good &amp; day."
        "</text:p><text:p>Ben [00:00:09] Yes.<text:tab/><text:line-break/></text:p><table:table>"
        "<table:table-row><table:table-cell><text:p>0:12</text:p></table:table-cell>"
        "</table:table-row></table:table></office:body></office:document-content>"
    ],
    "rtf": [
        "{\\rtf1\\ansi\\ansicpg1251{\\fonttbl{\\f0\\fcharset204 A;}}{\\*\\generator x;}\\uc1\\f0 "
        "Anna [00:00:05] Good \\'e4\\u1072?y.\\par Ben [00:00:09] Yes.\\line{\\pict ffd8}\\par}"
    ],
    "youtube-xml": [
        '<?xml version="1.0"?><timedtext format="3" lang="de"><head><pen id="1"/></head><body>'
        '<p t="100" d="4000" w="1"><s ac="0">good</s><s t="400" ac="204" p="1"> day</s></p>'
        '<p t="1990" d="10" w="1" a="1">\n</p><p t="2000" d="300" w="1">&gt;&gt; so<br/>on</p>'
        "</body></timedtext>",
        '<transcript><text start="0.16" dur="4.32">R&amp;amp;D it&amp;#39;s</text><text s'
        'tart="5">so'
        "</text></transcript>",
    ],
    "turn-blocks": [
        "A head\n\n0:05\nAnna Berg\nGood day.\nMore.\n\n0:09\nBen\nHello.\n\n0:12\nAnna B"
        "erg\nYes.\n",
        "[00:00:05] - Anna\nGood.\n\n[00:00:09] - Ben\nHello.\n\n[00:00:12] - Anna\nYes.\n",
    ],
    "subrip": [
        "1\n00:00:01,000 --> 00:00:02.500 X1:1 X2:2\n<i>Anna:</i> Good\nday\n\n2\n00:00:03,000 --> "
        "00:00:01,000\nBen: {\\an8}Yes\n\nmore\n\n3\n0:0:5 --> 0:0:6\nAnna: 9\n\n4\n",
    ],
    "ttml": [
        '<?xml version="1.0"?><tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttp="http://www'
        '.w3.org/ns/'
        'ttml#parameter" xmlns:ttm="http://www.w3.org/ns/ttml#metadata" ttp:frameRate="25" '
        'ttp:tickRate="100" xml:lang="en"><head><metadata><ttm:title>T</ttm:title><ttm:ag'
        'ent xml:id='
        '"a"><ttm:name>Anna</ttm:name></ttm:agent></metadata></head><body dur="9s"><div begin="1s">'
        '<p begin="00:00:01.5" end="00:00:02:12" ttm:agent="a">Good <span begin="1s" dur="50t">day'
        '</span><br/>all</p><p begin="5s" end="4s" xml:space="preserve">b</p></div></body></tt>'
    ],
    "substation": [
        "[Script Info]\nTitle: A talk\nLanguage: en\n\n[Aegisub Project Garbage]\nAudio F"
        "ile: a.mp3\n\n"
        "[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, Text\n"
        "Dialogue: 0,0:00:01.00,0:00:04.50,Default,Anna,0,{\\k50}Hi, {\\kf25\\i1}all{\\r}"
        "\\Nof you\n"
        "Comment: 0,0:00:02.00,0:00:03.00,,,0,no\nDialogue: 0,0:00:05.00,0:00:04.00,,,0,{"
        "\\p1}m 0\n",
        "[Events]\nFormat: Start, Name, Text, End\nDialogue: 0:00:01.00,Anna,Hi, you,0:00:02.00\n",
    ],
    "scc": [
        "Scenarist_SCC V1.0\n\n00:00:01:15\t94ae 94ae 9420 9420 9470 9470 c7ef efe4 2064 61f9 2e80"
        " 942f 942f\n\n00:00:03;02\t942c 942c 9425 9425 94ad 94ad 94e0 94e0 3e3e 2079 e5f3 9137\n"
    ],
    "ebu-stl": [
        f"850STL25.0110009{'A talk':<32}".ljust(1024)
        + "".join(
            f"\0{chr(n)}\0\xff\0\0\0{chr(n)}\5\0\0{chr(n + 1)}\0\x14\2\0\x0d{text:\x8f<111}"
            for n, text in enumerate(["Good day.\x8a\xc8all", "Anna: Yes."])
        )
    ],
    "sami": [
        "<SAMI><HEAD><TITLE>T</TITLE><STYLE><!--\n.EN { Name: English; lang: en-US; } .FR"
        " { lang: fr; }"
        "\n--></STYLE></HEAD><BODY>\n<SYNC Start=1000><P Class=EN ID=Source>Anna<P Class="
        "EN>Good<br>day"
        '<P Class=FR>Bon\n<SYNC Start="4000"><P Class=EN>&nbsp;\n<SYNC Start=5000><P Clas'
        's=EN>All</SAMI>'
    ],
    "sbv": ["0:00:03.700,0:00:06.190\nAnna: One.\ntwo\n\n1:00:06.19,1:00:05.07\nThree[br]four\n"],
    "lrc": [
        "[ti:A song]\n[ar:Anna]\n[length: 1:02]\n[offset:+500]\n[00:01.00][00:09.00]One"
        "\n[00:03.50]F: "
        "<00:03.50>Two <00:04.00>three<00:05.00>\n[00:06.00]\n[01:07:08.9] Four\n"
    ],
    "microdvd": ["{1}{1}25.000\n{25}{50}{y:i}One|two\n{60}{}Three\n{100}{50}/Four\n"],
    "python-text": [
        "talk = [{'text': 'Hey', 'start': 0.0, 'duration': 1.54}, {'text': \"It's\\nall\", "
        "'start': 1.54,\n 'duration': 4.16}, {'text': 'a '\n 'b', 'start': 6, 'duration': None}]",
        "[Segment(id=1, start=np.float64(0.5), end=2.0, text=' Hey.', tokens=(1, 2), words=None), "
        "Segment(id=2, start=2.0, end=4.0, text=' Ho.', x=True)]",
    ],
    "inqscribe": [
        "app=InqScribe\ntc.format=[x]\ntext=[00:00:01.15] Anna: Good.\\r\\r[00:00:05.20] Ben: \\\\"
        "\\r[00:00:09.00]\\r\ntimecode.fps=25\nversion=1.1\n",
    ],
    "f4-text": [
        "Interview\nI: How? #00:00:05-1#\nB: Fine. #00:00:12-2#\nAnd well. #00:00:20#\n",
        "#00:00:01-0# I: One?\n#00:00:02-5#B: Two.\n#01:00:25-40#\n",
    ],
    "speaker-markdown": [
        "# Meeting\n\n**Time:** 9 am\n- plans\n\n### Transcript\n##### **Anna** [[00:00:00]"
        "(https://youtu.be/ID&t=0)]\nGood *day*.\n\n##### **Ben** [[00:01:07](https://you"
        "tu.be/ID&t=68)]"
        "\n\\[laughs\\]\n\n## Two\n##### **Anna**\nNo.\n",
        "**Anna (00:01):** One.\n\n**Ben (00:05):** Two.\n\n(0:09) three\n\n**Anna (00:12"
        "):** Four.\n",
    ],
    "clock-text": [
        "Title: A talk\n\n[00:00:01] Anna: One.\nand more\n\n[00:00:05] Ben: Two at 3:00."
        "\n[00:00:09] x\n",
        "Speaker 0: 00:00:00\nGood day.\n\nSpeaker 1: 00:00:05\nYes.\n",
        "[00:00:00.000 --> 00:00:04.500]  Hi.\n[00:00:05.000 --> 00:00:06.000]  Yes.\n",
    ],
    "meeting-times": [
        "Jane Doe (10:02 AM)\nGood day.\nMore.\n\nIvo Kern (1:03 PM): Yes.\n",
        "[10:02:03] Jane Doe: Good day.\n[10:02:09] Ivo: Yes.\n",
        "10:02:03 From Jane Doe to Everyone:\n\tGood day.\n10:02:09\t From Ivo : Yes: so\n",
    ],
    "panel-line": [
        "0:000 secondsgood morning0:044 secondsand welcome1:051 minute, 5 secondstoday we start",
        "A talk\nAnna Berg 3 seconds0:03Good morning. Ben 9 seconds0:09Yes.Anna Berg"
        " 1 minute 8 seconds1:08Well.\n",
    ],
    "youtube-panel": [
        "Chapter 1: Intro\n0:00\n2 seconds\nAnna: hi\n0:04\n(laughs)\nand more\n1:00:05\nBen: end\n"
    ],
    "plain-text": ["Anna: One.\n\nBen: Two.\nAnna: Three.\n\nNobody said this.\n"],
}  # fmt: skip
SAMPLES |= {name: [json.dumps(sound)] for name, sound in SOUND.items()}


def file_of(name, text):
    """Return the bytes of a file of that format with that text in it."""
    data = text.encode("utf-8", "surrogatepass")
    if name in ("cheetah", "ebu-stl"):
        return text.encode("latin-1", "replace")
    if name not in ("docx", "macwhisper", "odt"):
        return data
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        if name == "macwhisper":
            package.writestr("metadata.json", data)
        elif name == "odt":
            package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
            package.writestr("content.xml", data)
        else:
            package.writestr("[Content_Types].xml", "<Types/>")
            package.writestr("word/document.xml", data)
    return buffer.getvalue()
