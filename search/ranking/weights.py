"""What counts how much in search: every number of the ranking, with what it is for.

They were learned on judged questions (docs/search.md says which, and what each is worth), never on single procedures.
A term's weight is one of these times its rarity; a name's and a text's points are sums of such weights.
"""

#: A syllable of the question that stands in a name.
NAME_WORD = 0.09
#: Two neighbours of the question that stand together in a name: most Vietnamese words have two syllables.
NAME_PAIR = 0.21
#: Two neighbours of the question that stand together in the text, or a word that is no syllable (CITES, GMDSS): single
#: syllables in a text say nothing.
TEXT_PAIR = 0.2
#: A sign of letters and digits (CT01, C06, 5G): whoever writes it means the thing that is called so, and no other.
TEXT_SIGN = 2.0
#: So much of it once more where the text says them again and again.
OFTEN = 0.57
#: Times that a text says a pair so that it says it again and again.
OFTEN_FROM = 3
#: A syllable of the question that stands in what people say of the entry.
SAID_WORD = 0.02
#: Two neighbours of the question that stand together in what people say of the entry.
SAID_PAIR = 0.02
#: How many times that counts while entries are collected that are worth a closer look: what only people say of an entry
#: is enough to find it.
SAID_FOUND = 10.0
#: How many times that counts in the one phrase of people that says most of the question.
SAID_PHRASE = 20.0
#: What a word of that phrase that was not asked takes from its share, in points of a word.
NOT_ASKED = 0.1
#: How many entries are looked at so closely.
CLOSELY = 40
#: How much it counts that all of the phrase was asked (the power of its share).
WHOLE_PHRASE = 1.5
#: Words of a question up to which people speak as they do in phrases; a longer one tells a story of its own.
AS_SPOKEN = 16
#: How soon a longer one is none (the power of how many times shorter it would have to be).
AS_SPOKEN_FALLS = 2
#: The question says all of a name; for a part of it, its share by rarity.
WHOLE_NAME = 4.0
#: Words of a question up to which all of that counts; twice as many say twice as much of any short name by chance.
SHORT_QUESTION = 12
#: How soon many asked terms in a name are enough (the k of BM25).
SATURATION = 1.2
#: How much the length of a name matters (the b of BM25).
LENGTH = 0.75
#: How many words a usual name has (the mean length of BM25).
USUAL_NAME = 22
#: What a term is worth that stands only in another wording of the question (a synonym), not in the question itself.
OTHER_WORDING = 0.55
#: And one that stands only in what the persons and states of the question mean in the words of the law.
MEANING = 0.2
#: What a term of the last sentence of several is worth: the others tell a story, the last one asks.
LAST_SENTENCE = 1.4
#: How far a word of a name or a phrase counts that has other marks than were certainly meant ("bản" for "bán").
OTHER_MARKS = 0.1
#: The question holds a code of the entry, but much else besides.
CODE = 8.0
#: The question names the commune or its office, and the commune carries it out.
COMMUNE_ASKED = 3.0
#: The question names an office at home, and none at home carries it out.
HOME_ASKED_NOT_AT_HOME = -5.0
#: The question says nothing of abroad or of foreigners, and the entry's name does.
NOTHING_FOREIGN = -1.0
#: The question says nothing of abroad or of foreigners, and none at home carries it out.
NOTHING_FOREIGN_NOT_AT_HOME = -2.0

# What a name does and which case it is of counts as far as a question is short as people speak (`as_spoken`).
#: The name does what the question asks for (cấp lại for a lost paper).
ACTION_ASKED = 3.0
#: The name does something else than what the question asks for.
OTHER_ACTION = -3.0
#: The name does anything but a first issue although nothing of the kind was asked.
ACTION_NOT_ASKED = -2.0
#: The name is of the case that the question means (a level, a person or an organisation).
CASE_ASKED = 1.0
#: The name is of another case than the question means.
OTHER_CASE = -3.0
#: The name is for other ages than the one that is told.
OTHER_AGE = -4.0

#: Of all entries: a pair that more of them have in their text, and a term that more have in their name, is not looked
#: for while there are others. It says too little for the time that it takes.
COMMON = 0.4
#: Among so few entries no term is common.
FEW = 50
#: Terms of one question that are looked for in names, the rarest first.
NAME_TERMS = 60
#: Pairs and signs of one question that are looked for in texts, the rarest first.
TEXT_TERMS = 40
#: Terms of one question that are looked for in what people say, the rarest first.
SAID_TERMS = 60
#: Of the most points that any entry has: what has fewer only shares a common word.
KEPT = 0.25


def as_spoken(words: int) -> float:
    """How far a question of so many words is one as people say it: 1 for a short one, less and less for a long one."""
    return min(1.0, AS_SPOKEN / max(words, 1)) ** AS_SPOKEN_FALLS
