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
    r"|\b(?:модел\w+|сет[ьи])\s+(?-i:[А-Я]\w+)|[ァ-ヴー]{3,}(?:の|型の?)(?:モデル|ネット)|(?-i:[A-Z]\w+)\s*(?:の|的)(?:モデル|ネット|模型|网络)",
    re.I,
)
"""Such words, before it."""
OURS = lazily(
    r"\b(?:we|our|ours|us|this|here|now|wir|unser\w*|hier|nous|notre|ici|nuestr\w+|aquí|мы|наш\w*|здесь)\b|本稿|ここ|我们|本文",
    re.I,
)


def is_of_others(before: str) -> bool:
    r"""Do the words before an equation say that it is one of another network?

    >>> [is_of_others(x) for x in ("The model of Elman has ", "Elman's network uses ", "The model has ")]
    [True, True, False]
    >>> is_of_others("As in the model of Elman, we take ")
    False
    """
    said = re.split(r"(?<=[^\W\d_]{3}[.!?])\s|\n\s*\n", before)[-1]
    return OF_OTHERS.search(said) is not None and OURS.search(said) is None
