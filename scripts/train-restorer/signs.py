"""Abbreviations that are written with Đ, for text whose marks are lost: "12/SKHDT", "HDQT".

    python3 signs.py core.txt > ../../data/gazetteers/signs.tsv

A line: the abbreviation, a tab, c where it is so in document codes, w where it is so by itself. Kept are those of which SHARE of the documents
have these strokes and no other; letters that stand for something else without them ("QLDN") stay out.
"""
import re
import sys
from collections import Counter, defaultdict

SHARE = {'c': .9, 'w': .96}
DOCUMENTS = {'c': 2, 'w': 4}
SHORTEST = {'c': 2, 'w': 4}
CODE = re.compile(r'(?<!\S)[("“]?\d{1,6}[a-z]?(?:/\d{4})?\s?[-/–]\s?([A-ZĐ][^\s,;.)"”]*)')
WORD = re.compile(r'(?<![\w&/-])[A-ZĐ]+(?:&[A-ZĐ]+)*(?![\w&/-])')
SIGN = re.compile(r'[A-ZĐƯ]+(?:&[A-ZĐƯ]+)*')
SMALL = re.compile(r'[a-zà-ỹ]')


def signs(path):
    """(abbreviation, where, document) of each place"""
    document = 0
    with open(path, encoding='utf-8') as lines:
        for line in lines:
            if line == '\n':
                document += 1
            for match in CODE.finditer(line):
                yield from ((part, 'c', document) for part in re.split(r'[-/–0-9]+', match[1]) if SIGN.fullmatch(part))
            if SMALL.search(line) and 2 * sum(map(str.isupper, line)) < len(line):
                yield from ((match[0], 'w', document) for match in WORD.finditer(line))


def kept(path):
    """{abbreviation: letters of SHARE}"""
    documents = defaultdict(Counter)
    for sign, where, _ in {place for place in signs(path) if 'D' in place[0] or 'Đ' in place[0]}:
        documents[where, sign.replace('Đ', 'D')][sign] += 1
    found = defaultdict(str)
    for (where, bare), forms in sorted(documents.items()):
        sign, count = max(forms.items(), key=lambda form: (form[1], form[0]))
        if 'Đ' in sign and count >= DOCUMENTS[where] and len(sign) >= SHORTEST[where] and count >= SHARE[where] * forms.total():
            found[sign] += where
    return found


for sign, where in sorted(kept(sys.argv[1]).items()):
    print(sign, where, sep='\t')
