r"""Whether Chinese words that name a function do so plainly: `激活函数 $f$ 取 Sigmoid。`

The clause says nothing else and stands alone, `隐藏层 $f$ 取 Sigmoid，输出层 $f$ 取恒等函数` does not, nor does `$f$ 用
Sigmoid 就会饱和`. A page that names another function besides, or takes one back (`改用`), may mean that one.
"""

from __future__ import annotations

import re

from ...pattern import lazily

SENTENCE = lazily(r"[。；;！？!?]|\.\s|\n\s*\n|\$\$")
CLAUSE = lazily(r"[，,：:]")
FORMULA = lazily(r"\$[^$]*\$|\\\(.*?\\\)")
LEAD = lazily(
    r"(?:\s|[、*_#>-]|其中|这里|這裡|此处|并|並|且|设|設|令|记|記|我们|我們|将|將|把|的|(?:各|每一?|所有|全部)个?(?:层|層|神经元|单元|節點|节点)"
    r"|神经元|激活函[数數]|激励函数|活化函[数數]|函[数數]|与|和|及)*"
)
"""What may stand in the clause before the letter."""
DOUBTED = lazily(
    r"[若如假倘没沒无未有例可当當时時曾原旧舊先类類问問题題对對第]|不|以前|过去|過去|传统|傳統|通常|一般|往往|文献|中\s*\Z|里\s*\Z|[层層]\s*\Z"
)
"""What makes the clauses before it one of a case or of others."""
ENDS = lazily(r"\s*(?:[。；;：:.]|\n|\$|\\\(|\Z|[，,]\s*(?:则|則|故|即|于是|於是|得|有|\$|\\\(|\n|\Z))")
"""How it goes on behind the name."""
TAKEN_BACK = lazily(
    r"改[用为為成取]|[换換](?:用|成|为|為)|替[换換]|代替|取代|另取|不[用取采採选選再]|[没沒]有?[用取采採选選]|不(?:指定|限|这样|這樣|作)|除外|而不是|例外|其他|其它|别的|任意"
)
ALSO = lazily(
    r"线性整流|修正线性|恒等|阶跃|高斯|softmax|leaky|\b[gs]?elu\b|swish|mish"
    r"|[线線]性(?:激活|输出|輸出|单元|單元|函[数數]|[层層]|的)",
    re.I,
)
"""Other functions, and words that take one back."""


def is_plain_in_chinese(before: str, behind: str) -> bool:
    """Do the words around a letter and the name of a function say no more than that it is that one?

    >>> is_plain_in_chinese("其中激活函数 ", "。"), is_plain_in_chinese("激活函数 ", " 就会饱和。")
    (True, False)
    >>> is_plain_in_chinese("如果没有说明，", "。"), is_plain_in_chinese("输出层 ", "。")
    (False, False)
    """
    *clauses, last = CLAUSE.split(FORMULA.sub("", SENTENCE.split(before)[-1]))
    plain = LEAD.fullmatch(last) is not None and not any(map(DOUBTED.search, clauses))
    return plain and ENDS.match(behind) is not None


def names_others(words: str) -> bool:
    """Do the words of a page take a function back, or name one that no letter can be told to be?

    >>> names_others("激活函数 取 Sigmoid。"), names_others("现在改用别的。")
    (False, True)
    """
    return TAKEN_BACK.search(words) is not None or ALSO.search(words) is not None
