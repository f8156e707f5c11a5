"""What is a word, a syllable, a tone? Tokens, letter case and spelling that training and the product share.

Invariant: `tokens` and `normal` do exactly what FORMAT.md says, so that the product can do the same in TypeScript.
Example: tokens("ngày 5/6, về") gives ngày (0), 5/6 (0, kept as it is), về (1: after a comma).
Does not know any word list.
"""
import re
import unicodedata
from functools import lru_cache

SPACE, COMMA, STOP, LINE, HYPHEN, OTHER = range(6)  # what stands before a token
LOWER, TITLE, UPPER, NO_CASE = range(4)
MAX_CHARS = 12

# Reads 30/6, 1.250, 57-NQ/TW, a@b.vn, UBND-VX; not s6, 1a, d6i, ngu@i (misread syllables).
KEPT = re.compile(r'^[^\w]*\d[\d.,:%]*[\W_]*$|\d.*[/-]|[/-].*\d|@[^@]*[^\W\d_]\.[^\W\d_]|https?:|www\.')
CODE = re.compile(r'[A-ZĐƯÔÂÊĂƠ]{2,}[/-][A-ZĐƯÔÂÊĂƠ]{2,}')
# Words and measures: đồng/m3, 10%/năm, lần/01; not 5/6, 57-nq/tw, km/h (no word of three letters).
MEASURE = r'(?:[^\W\d_]+|[^\W\d_]{1,2}\d|\d[\d.,]*%?)'
RATE = re.compile(rf'[("“]*(?=.*(?<![^\W\d_])[^\W\d_]{{3}}){MEASURE}(?:/{MEASURE})+[)"”,.;:]*')
CORE = re.compile(r"[\w¢&$§£€°|!'’`~^«»®©¥{}\\%#@]+(?:\?[\w~]+)*")
SOLID = re.compile(r'[^\W_]|[&¢@]')
EDGES = re.compile(r"^[_!'’`~^«»®©°%]+|[_!'’`~^«»®©°%]+$")
INVISIBLE = re.compile('[\u200b\u200c\u200d\ufeff\u00ad]')

VOWELS = 'aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ'
BARE = {c: 'd' if c == 'đ' else unicodedata.normalize('NFD', c)[0] for c in VOWELS + 'đ'}
BARE.update({c.upper(): b.upper() for c, b in list(BARE.items())})
BARE_TABLE = str.maketrans(BARE)
CLASSIC = dict(zip('oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ'.split(), 'òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy'.split()))
ONSET = '(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|b|c|d|đ|g|h|k|l|m|n|p|q|r|s|t|v|x)?'
SYLLABLE = re.compile(f'^{ONSET}[{VOWELS}]{{1,3}}(?:ng|nh|ch|c|k|m|n|p|t)?$')


def clean(text):
    text = unicodedata.normalize('NFC', text).replace('Ð', 'Đ').replace('ð', 'đ').replace('\u00a0', ' ')
    return INVISIBLE.sub('', text)


def strip(word):
    return word.translate(BARE_TABLE)


def normal(word):
    """Lower case, tone mark at the classic place: Hoà → hòa, quý stays."""
    word = word.lower()
    tail = word[-2:]
    if tail in CLASSIC and not (tail[0] == 'u' and word[-3:-2] == 'q'):
        return word[:-2] + CLASSIC[tail]
    return word


def is_syllable(word):
    return SYLLABLE.match(word) is not None


def case_of(word):
    if not any(c.isalpha() for c in word):
        return NO_CASE
    if word == word.lower():
        return LOWER
    return UPPER if word == word.upper() and len(word) > 1 else TITLE if word[0] != word[0].lower() else LOWER


def is_kept(chunk):
    return KEPT.search(chunk) is not None or CODE.search(chunk) is not None


@lru_cache(maxsize=1 << 20)
def parts(chunk):
    """A chunk without spaces: its cores, kept as they are? (each), anything before the first?, what the tail means."""
    kept = is_kept(chunk)
    if kept and not (chunk.islower() and RATE.fullmatch(chunk)):
        core = chunk.lstrip('("“\'[').rstrip(')"”\'].,;:!?…')
        return (core,) if core else (), (True,), False, COMMA if chunk[-1] in ',;:' else STOP if chunk[-1] in '.!?…' else SPACE
    cores, start, end = [], 0, 0
    for match in CORE.finditer(chunk):
        core = EDGES.sub('', match[0])
        if SOLID.search(core):
            start = start if cores else match.start()
            end = match.start() + match[0].index(core) + len(core)
            cores.append(core)
    tail = chunk[end:]
    after = STOP if re.search('[.!?…]', tail) else COMMA if re.search('[,;:]', tail) else OTHER if tail else SPACE
    return tuple(cores), tuple(kept and any(c.isdigit() for c in core) for core in cores), start > 0, after


def tokens(line):
    """Yields (core, what stands before it, kept as it is) for each token of a line."""
    before = LINE
    for chunk in line.split():
        cores, kept, prefixed, after = parts(chunk)
        for n, core in enumerate(cores):
            yield core, HYPHEN if n else OTHER if prefixed and before == SPACE else before, kept[n]
        if cores or after != OTHER or before != LINE:
            before = after
