"""Words by which an equation is one of another network than that of the page: `The model of Elman has $h_1 = ..$`."""

from __future__ import annotations

import re

from ...pattern import lazily

_WHAT = (
    r"(?:models?|networks?|nets?|architectures?|versions?|variants?|cells?|methods?|approach(?:es)?|papers?|works?"
    r"|units?)"
)
_NO_NAME = (
    r"(?:(?:Each|Every|The|This|That|These|Those|One|Now|Here|Then|What|Which|Who|Nobody|Everybody|Everyone|Someone|Nothing"
    r"|Everything|It|She|He|They|Back\w*|Gradient|Training|Learning|Layers?|Networks?|Outputs?|Inputs?|Hidden|Units?"
    r"|Neurons?|Models?|Softmax|Sigmoid|Tanh|Logistic|Activations?|Weights?|Our|Your|Also|Part|Step|Question|Problem)\b)"
)
"""Words with which a sentence begins that are no names of people."""
_NAME = r"(?-i:[A-ZÄÖÜ][\w-]+)"
OF_OTHERS = lazily(
    rf"\b{_WHAT}\s+(?:of|by|from|due to|proposed by|introduced by)\s+{_NAME}"
    rf"|{_NAME}[’']s?\s+(?:\w+\s+)?{_WHAT}\b|\b{_NAME}\s+(?:et al|(?:and|&)\s+{_NAME})?\.?,?\s*[(\[]\s*(?:19|20)\d\d"
    rf"|\A\W*(?!{_NO_NAME}){_NAME}\s+(?:uses?|used|takes?|took|has|had|proposed|proposes|chose|chooses|writes?|wrote)\b"
    rf"|\b(?:in|for)\s+{_NAME}\s+(?:networks|nets|models|cells|units)\b|\b{_NAME}\s+et al\b"
    rf"|\b(?:the|an?)\s+(?:(?:original|classical|classic|traditional|vanilla|other|earlier|older?)\s+(?:\w+\s+)?{_WHAT}"
    r"|(?:original|classical|classic|traditional|vanilla|earlier|older?)\s+(?:\w+\s+)?(?:perceptron|neuron|Perceptron|\w+ron|RNN|LSTM|GRU|MLP)"
    r"|(?-i:LSTM|GRU|RNN|CNN|MLP|perceptron|Perceptron|Hopfield)[\w-]*)\s+(?:has|have|uses?|takes?|is|reads)\b"
    rf"|\b(?:Modelle?|Netz\w*|Ansatz|Verfahren|Arbeit|Variante)\s+(?:von|nach)\s+{_NAME}"
    rf"|\b(?:modèle|réseau|modelo|red|modello|rete|rede)\s+(?:de\s+|di\s+|d[’'])(?-i:[A-Z]\w+)"
    r"|\b(?:модел\w+|сет[ьи])\s+(?-i:[А-Я]\w+)|[ァ-ヴー]{3,}(?:の|型の?)(?:モデル|ネット)|(?-i:[A-Z][A-Za-z-]+)\s*(?:型?の|的|型|式)?\s*(?:モデル|ネット|模型|网络|網路)",
    re.I,
)
"""Such words, before it."""
OURS = lazily(
    r"\b(?:we|our|ours|us|this|here|now|wir|unser\w*|hier|nous|notre|ici|nuestr\w+|aquí|мы|наш\w*|здесь)\b|本稿|ここ|我们|本文",
    re.I,
)


TAKING = lazily(
    r"\b(?:we|wir|nous|мы)\s+(?:(?:will|shall|here|now|instead|simply|only|ourselves|hier|jetzt|ici)\s+)*(?:use|take|choose"
    r"|have|write|employ|adopt|nehmen|verwenden|benutzen|wählen|haben|utilisons|prenons|employons|используем|берём|берем)\b"
    r"|\bour\s+(?:own\s+)?(?:model|network|net|unit|layer|cell)s?\s+(?:has|have|is|uses?|takes?)\b|\b(?:usamos|tomamos)\b"
    r"|我们(?:使用|采用|取|用)|本(?:文|稿)[^。]{0,6}(?:使用|采用|取|用)|ここでは|本稿では",
    re.I,
)
"""Words before an equation that the page takes for its own;"""
OWN = lazily(
    rf"{OURS.pattern}|\b(?:let|with|where|for|of|in|is|are)\W*\Z|\A\W*\Z"
    r"|\A\W*(?:(?:the|a|an|each|every|all|this|its|hidden|output|input|first|second|last|der|die|das|jede\w*|le|la|les|chaque"
    r"|el|cada)\s+)*(?:networks?|nets?|model|layers?|units?|neurons?|nodes?|outputs?|inputs?|activations?|hidden|states?"
    r"|values?|net\w*|Netz\w*|Modell|Schicht\w*|Neuron\w*|Einheit\w*|réseau|modèle|couche|neurone|red|capa|modelo)\b"
    r"|(?<![A-Za-z])(?:网络|模型|隐藏|输出|ネットワーク|モデル|隠れ|出力)",
    re.I,
)
"""and such by which one is of the layers of a page, or which say of whose it is nothing."""

USUAL = lazily(
    r"\b(?:often|usually|commonly|typically|traditionally|normally|originally|üblicherweise|normalerweise|meist(?:ens)?"
    r"|habituellement|d’habitude|d'habitude|normalmente|обычно)\b|通常|普通|ふつう|一般に|一般的",
    re.I,
)
"""Words of what others do as a rule."""


def is_taken_instead(first: str, before: str) -> bool:
    r"""Do words take an equation for the page's own, and those before an earlier one not?

    >>> is_taken_instead("Hinton at first used ", "We use "), is_taken_instead("The hidden layer has ", "We use ")
    (True, False)
    """
    if (is_of_others(first) or USUAL.search(_last(first))) and OURS.search(_last(before)) is not None:
        return True
    return TAKING.search(_last(before)) is not None and OWN.search(_last(first)) is None


def is_of_others(before: str) -> bool:
    r"""Do the words before an equation say that it is one of another network?

    >>> [is_of_others(x) for x in ("The model of Elman has ", "Elman's network uses ", "The model has ")]
    [True, True, False]
    >>> is_of_others("As in the model of Elman, we take ")
    False
    """
    said = _last(before)
    return OF_OTHERS.search(said) is not None and OURS.search(said) is None


def _last(before: str) -> str:
    """The last sentence of the words before an equation."""
    return re.split(r"(?<=[^\W\d_]{3}[.!?])\s|\n\s*\n", before.rstrip(" $\n"))[-1]
