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
#: So much of it once more where the text says them `OFTEN_FROM` times or more.
OFTEN = 0.57
OFTEN_FROM = 3
#: The question says all of a name; for a part of it, its share by rarity.
WHOLE_NAME = 4.0
#: Words of a question up to which all of that counts; twice as many say twice as much of any short name by chance.
SHORT_QUESTION = 12
#: How soon many asked terms in a name are enough, how much its length matters, and how many words a usual one has (the
#: k, b and mean length of BM25).
SATURATION, LENGTH, USUAL_NAME = 1.2, 0.75, 22
#: What a term is worth that stands only in another wording of the question (a synonym), not in the question itself.
OTHER_WORDING = 0.55
#: What a term of the last sentence of several is worth: the others tell a story, the last one asks.
LAST_SENTENCE = 1.4
#: The asked words stand in the title with the very same marks.
SAME_MARKS = 0.3
#: The question holds a code of the entry, but much else besides.
CODE = 8.0
#: The question names the commune or its office, and the commune carries it out.
COMMUNE_ASKED = 3.0
#: The question names an office at home, and none at home carries it out.
HOME_ASKED_NOT_AT_HOME = -5.0

#: Of all entries: a pair that more of them have in their text, and a term that more have in their name, is not looked
#: for while there are others. It says too little for the time that it takes.
COMMON = 0.4
#: Among so few entries no term is common.
FEW = 50
#: Terms of one question that are looked for in names, and pairs that are looked for in texts, the rarest first.
NAME_TERMS, TEXT_TERMS = 60, 40
#: Of the most points that any entry has: what has fewer only shares a common word.
KEPT = 0.25
