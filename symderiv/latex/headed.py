"""Words of headings: below which a page derives, goes on with what stands above, or tells what holds on all of it."""

from __future__ import annotations

import re

from ..pattern import lazily

DERIVING = lazily(
    r"\b(?:derivations?|deriv(?:ing|e)|derivatives?|solutions?|proofs?|gradients?|back-?prop(?:agation)?|backward|answers?)\b"
    r"|Herleitung\w*|dérivations?|derivaci[oó]n\w*|deriva[cç]\w+|derivazion\w+|вывод\w*|推导|推導|유도|導出|解答|解法|証明|勾配|逆伝播|微分|回答",
    re.I,
)
"""Words of a heading below which a page derives."""
GOES_ON = lazily(
    r"\b(?:(?:re)?writ\w+|again|recall\w*|above|check\w*|verif\w+|summar\w*|results?|conclusions?|recap\w*|overview|appendix"
    r"|forward|loss|error|cost|objective|criterion|definitions?|notation|setup|setting|simplif\w*|matrix|vector\w*|step|steps"
    r"|rechnung|lösung|ergebnis\w*|zusammenfassung|probe|nochmals|verlust|fehler|wiederholung|ableitung\w*"
    r"|résumé|résultats?|perte|erreur|dérivées?|vérification|resumen|resultados?|pérdida|derivadas?|comprobación"
    r"|итог\w*|результат\w*|проверка|производн\w+)\b"
    r"|まとめ|結果|確認|損失|誤差|再掲|目的|定義|总结|结果|验证|检查|损失|误差|目标|요약|결과|손실",
    re.I,
)
"""Words of a heading below which the same thing is meant as above."""
OF_PAGE = lazily(
    r"\A\W*(?:the\s+)?(?:labels?|targets?)\W*\Z|\b(?:settings?|set-?up|notations?|assum\w+|conventions?|definitions?|data|constants?"
    r"|hyper-?parameters?|parameters?|values?|simplif\w+|network|model|architecture|preliminar\w+|introduction|given"
    r"|Bezeichnung\w*|Annahme\w*|Voraussetzung\w*|Einleitung|Netz\w*|Modell|hypothèses?|modèle|réseau|supuestos|modelo"
    r"|обозначени\w+|предположени\w+|модель|сеть|rete|rede)\b"
    r"|ネットワーク|网络|網路|네트워크|모델|記号|表記|仮定|設定|定義|モデル|準備|符号|记号|假设|设置|定义|模型|기호|가정|설정",
    re.I,
)
"""Words of a heading below which something is told for the whole page."""
