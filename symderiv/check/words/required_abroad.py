r"""Words in other languages by which a derivative is set to zero: `令 $\frac{\partial E}{\partial w} = 0$，得`.

So are those that conclude something from it. A line beside such words is left open where it does not hold in general.
"""

from __future__ import annotations

import re

from ...pattern import lazily

FRENCH = (
    r"annul\w*|pos(?:e|er|ons|ant|é|ée)|égal(?:er|ons|ant|e|es|isant)|résou\w*|résolv\w*|minimis\w*|maximis\w*"
    r"|optim\w*|stationnaires?|extr[ée]m\w*|critiques?|[ée]quations? normales?|premier ordre|z[ée]ro"
)
GERMAN = (
    r"setz\w*|gesetzt|null\w*|lös\w*|minim\w*|maxim\w*|optim\w*|extrem\w*|stationär\w*|kritisch\w*|verschwind\w*"
    r"|normalgleichung\w*|erster ordnung"
)
ROMANCE = (
    r"igual(?:a|ar|ando|amos|em|ant|ando-se)|cero|zero|pon(?:e|emos|iendo|iamo|endo)|hacemos|haciendo|fazendo|fazemos"
    r"|anul\w*|annull\w*|anul·l\w*|resol\w*|risol\w*|despej\w*|óptim\w*|ottim\w*|ótim\w*|m[íi]nim\w*|m[áa](?:x|ss)im\w*"
    r"|estacionari\w*|estacionári\w*|stazionari\w*|cr[íi]tic\w*|ecuaci(?:ón|ones) normal(?:es)?|primer orden"
)
RUSSIAN = (
    r"приравн\w*|полож\w*|пусть|нул\w*|реш\w*|миним\w*|максим\w*|экстремум\w*|стационарн\w*|критическ\w*|оптим\w*"
    r"|нормальн\w+ уравнени\w*"
)
CHINESE = (
    r"令|讓|让|使|设|設|当|當|由|取|时|時|零|等于|等於|极[值小大]|極[值小大]|最[小大优優]|驻点|駐點"
    r"|求解|解得|解出|正规方程|正規方程|一阶条件"
)
KOREAN = r"놓|두[면고]|되는|영[으이]|0[으이]|풀[면어고]|극[값소대]|최[소대적]|정규\s*방정식|때"
LOOKING_ABROAD = lazily(
    rf"\b(?:{FRENCH}|{GERMAN}|{ROMANCE}|{RUSSIAN})\b|{CHINESE}|{KOREAN}",
    re.I,
)
"""Words beside a derivative that is set to zero."""
LET = lazily(r"\b(?:let|make|making|from|having)\W*\Z", re.I)
"""The same in English, right before it."""
SET_TO_ZERO_ABROAD = lazily(
    r"(?:令|让|使|设|由|置)[^。;；]{0,80}(?:= ?0\$?|零|\$ ?0 ?\$|为 ?0|等于 ?0)"
    r"|(?:导数|梯度|偏导数?)[^。;；]{0,20}(?:为|等于)(?:零| ?0)|正规方程|正規方程"
    r"|\b(?:annul\w*|pos(?:ons|ant)|égal(?:ons|ant|isant))\b[^.]{0,80}(?:\bz[ée]ro\b|\b0\b)"
    r"|\b(?:setz\w*|gleich)\b[^.]{0,80}(?:\bnull\b|\b0\b)|\bnullsetzen\b|\bnullgesetzt\b"
    r"|\b(?:igual\w*|hac\w*|pon\w*|faz\w*|annull\w*|anul\w*)\b[^.]{0,80}(?:\bcero\b|\bzero\b|\b0\b)"
    r"|приравн\w*[^.]{0,80}(?:нул\w*|\b0\b)|[0영]으로\s*(?:놓|두)",
    re.I,
)
"""Words by which something is concluded from it."""
CONSTRAINED_ABROAD = lazily(
    r"条件[をにとへ](?:追加|加え|付け加え|課)|约束|約束条件|限制条件|添加条件|제약|구속\s?조건|조건(?:에|을|를|으로)\s*(?:추가|더|부여|걸|두|둔)"
    r"|\b(?:Nebenbedingung\w*|unter der Bedingung|contraintes?|sous (?:la |les )?conditions?|restricci(?:ón|ones)"
    r"|sujet[oa]s? a|vincol\w*|soggett[oaie] a|restri(?:ção|ções)|sujeit[oa]s? a|ограничени\w*|при условии)\b",
    re.I,
)
"""Words beside a constraint."""
