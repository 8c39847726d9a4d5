"""Words about what sums run over: what is of a sum, what leaves something out, what says no more than a formula."""

from __future__ import annotations

import re

from ...pattern import lazily

_SUM = r"(?:sum(?:s|med|ming|mations?|mands?)?|add(?:ed|ing) up)"
OF_A_SUM = lazily(
    r"\A\s*(?:(?:only|just|nur)\s+)?(?:over|über|sur|sobre)\b"
    rf"|\b{_SUM}\b(?=.*\b(?:over|across|runs?|ranges?|goes|extends?|includes?|excludes?|excluding|omits?|skips?"
    rf"|leaves?"
    r"|starts?|begins?|only|taken|restricted|without|except|stops?|ends?|misses|contains?|not|never|but)\b)"
    rf"|\b(?:over|only|without|except|omitting|excluding)\b.*\b{_SUM}\b"
    r"|\b(?:the|every|each|no|only|one) (?:\S+ ){0,2}(?:terms?|summands?)\b(?=.*\b(?:left out|missing|omitted"
    r"|excluded|skipped|dropped"
    r"|absent|included|not)\b)|\b(?:without|except|omitting|excluding|but) the (?:\S+ )?(?:terms?"
    r"|summands?)\b(?=\s*(?:\Z|[⟨‹⟪(]))"
    r"|(?:Summe|[Ss]ummier|[Ss]ummand|[Ss]ummation)(?!\w*\s+(?:sich|auf|zu)\b)(?=\w*.*(?:über|läuft|ohne|außer"
    r"|ausser|nur|fehl|mit|nicht|beginn|fäng))"
    r"|\b(?:über|nur|ohne)\b.*\b[Ss]umm(?:e|ier|and)"
    r"|\bsomm(?:e|es|ant|ation)\b(?=.*\b(?:sur|porte|sans|sauf|que|pour|hors)\b)"
    r"|\b(?:suma|sumamos|sumatori[oa]|somma|sommatoria)\b(?=.*\b(?:sobre|recorre|sin|excepto|salvo|solo|sólo|su"
    r"|tranne|senza|escluso|corre)\b)"
    r"|(?:和|総和|総和記号|足し合わせ|Σ)(?=[はがをに、\s‹⟨]).*(?:とる|取る|とり|除|以外|のみ|だけ|わた|渡|動|走"
    r"|含|計算|限)|について(?:の)?(?:和|総和)"
    r"|求和|(?:对|對).*(?:之和|的和|相加)|(?:합|총합)(?=[은이을의\s]).*(?:대해|대한|제외|만|걸쳐)",
    re.I,
)
"""What is about the range of a sum."""
_RUN = (
    r"(?:runs?|running|ranges?|ranging|goes|going|var(?:y|ies)|takes?|sweeps?|extends?|iterates?|loops?|starts?"
    r"|begins?"
    r"|ends?|skips?)"
)
RUNS = lazily(
    rf"‹[^›]*›[^‹]{{0,25}}?\b{_RUN}\b|\b{_RUN}\b[^‹]{{0,25}}‹"
    r"|durchläuft|läuft|laufen|parcourt|recorre|percorre|\bva de\b|пробега|動く|動き|わたる|わたり|渡る|走る|とる"
    r"|取遍|遍历"
    r"|遍歷|取值|거쳐",
    re.I,
)
"""What a letter does that is summed over."""
TELLING = lazily(
    r"[\s(（]*(?:and\s+)?(?:where|here|with|for|only|wobei|hier|für|nur|mit|où|ici|pour|donde|aquí|para|dove|per"
    r"|где|при|其中|这里|這裡|此处|此處|但|ただし|但し|ここで|ここに|なお|여기서|단)?"
    r"[\s、，,]*(?:(?:all|every|each|any|alle|odd|even|only|tous les|todos los|gerade|ungerade)\s+)*(?:\w+\s+){0,2}‹",
    re.I,
)
"""How a clause begins that tells what such a letter is."""
NUMBERING = lazily(
    r"\b(?:index(?:es)?|indices|indexing|numbers?|denotes?|denoting|labels?|counts?|enumerates?|stands? for"
    r"|refers? to|represents?|means?"
    r"|zählt|zählen|nummerier\w*|bezeichne\w*|steht für|désigne\w*|numérote|indice|denota|índice|subscripts?)\b"
    r"|表す|表わす|示す|番号|添字|添え字|インデックス|表示|代表|下标|下標|索引|序号|序號|编号|編號|指标|指標"
    r"|나타내|인덱스|첨자",
    re.I,
)
"""What letters are for, whatever they number."""
RESTRICTING = lazily(
    r"[\s(（]*\b(?:except\w*|excluding|exclud\w+|other|others|but|without|only|odd|even|first|last|later|earlier"
    r"|wrong|incorrect|differ\w*"
    r"|distinct|never|not|unless|skip|omit\w*|skip\w*|save|apart from|aside from|außer|ausser|ohne|nur|ander\w+"
    r"|falsch\w*|verschieden"
    r"|ungleich|sauf|sans|hormis|excepté|autres?|excepto|salvo|sin|otr[oa]s|tranne|senza|кроме|без)\b"
    r"|以外|除|のみ|だけ|限る|異なる|でない|ではない|不等|不同|不包括|不含|仅|僅|只|其他|其余|其餘|제외|아닌|다른",
    re.I,
)
"""Words that leave something out."""
_THING = (
    r"(?:terms?|summands?|examples?|samples?|data(?: points?)?|datum|points?|observations?|patterns?|class(?:es)?"
    r"|units?|neurons?|outputs?|times?"
    r"|steps?|words?|items?|entr(?:y|ies)|pairs?|pixels?|diagonal|cases?|instances?)"
)
_ONE = r"(?:the |a |an |all |any )?(?:\S+ ){0,2}"
LEFT_OUT = lazily(
    rf"\b(?:without|except(?: for)?|excluding|omitting|skipping|leaving out|ignoring) {_ONE}{_THING}\b(?=\s*(?:\Z"
    rf"|[⟨‹⟪(]|(?:of|with|for|at|in|from)\b))"
    rf"|\b{_THING}\b (?:\S+ ){{0,4}}(?:(?:is|are|being) )?(?:left out|omitted|excluded|skipped|dropped"
    rf"|not counted|not included)\b"
    rf"|\bonly (?:the )?(?:\S+ ){{0,2}}{_THING} (?:\S+ )?(?:(?:is|are) )?(?:counted|included|used|summed"
    rf"|considered)\b"
    r"|\b(?:ohne|außer|ausser) (?:de[nmr]|das|die|diese[nms]?) (?:\S+ ){0,2}(?:Summand|Term|Beispiel|Daten|Punkt"
    r"|Klasse|Einheit|Neuron|Zeit|Schritt)"
    r"|\b(?:Summand|Term|Beispiel|Klasse|Daten\w*)\w*\b.*\b(?:fehlt|fehlen|ausgelassen|weggelassen|ausgenommen"
    r"|ausgeschlossen)\b"
    r"|\bnur (?:\S+ ){0,2}(?:Summanden|Terme|Beispiele|Daten|Klassen|Einheiten|Neuronen|Ausgaben"
    r"|Zeiten)\b.*(?:gezählt|summiert|berücksichtigt|betrachtet)"
    r"|\b(?:sans|sauf|hormis) (?:le|la|les|l') ?(?:\S+ ){0,2}(?:terme|exemple|donnée|classe|neurone)"
    r"|\b(?:sin|excepto|salvo) (?:el|la|los|las) (?:\S+ ){0,2}(?:término|ejemplo|dato|clase|neurona)"
    r"|(?:データ|サンプル|例|項|クラス|ユニット|番目|対角|時刻|場合)(?:は|を|も)?(?:除|含(?:ま|め)ない|数えない"
    r"|のぞ)|(?:データ|サンプル|項|クラス|例)以外"
    r"|(?:样本|樣本|数据|數據|项|項|类别|類別|类|元素|时刻|时间步)(?:除外|不计|不算|被排除|除去)|除(?:了"
    r"|去)?(?:\S{0,6})(?:样本|数据|项|類|类)(?:之?外|以外)?",
    re.I,
)
"""Things of a sum that are left out, whether or not it is named."""
REASONING = lazily(
    r"\b(?:left with|leaves? (?:us )?(?:with )?(?:one|only|just)|picks?|selects?|because|since|as only|surviv\w+"
    r"|remains?|vanish\w*|contribut\w+|collaps\w+|zero|nonzero|non-zero"
    r"|drops? out|cancel\w*|depends?|kept only"
    r"|chain rule|product rule|forg[eo]t\w*|simplif\w+|reduces? to|sums? to|add up to|derivative of)\b|= ?0\b"
    r"|\b(?:weil|da nur|verschwind\w*|übrig|bleibt|Kettenregel|hängt|abhäng\w*|null)\b|残る|残り|消え|忘れ|ゼロ|寄与"
    r"|依存|連鎖律|なので|ため|より|"
    r"因为|因為|由于|由於|依赖|依賴|为零|為零|链式|剩下|只有当|消失",
    re.I,
)
"""Words of a sentence that tells why something is so."""
BELOW = lazily(
    r"\b(?:below|following|next (?:line|equation|formula)|unten|folgend\w*|ci-dessous|suivante?|siguiente"
    r"|abajo)\b|以下の|次の|下の|下面|下式|以下求和|아래",
    re.I,
)
"""What is said of the display that comes."""
LEADING = lazily(
    r"\b(?:gives?|yields?|obtains?|gets?|have|becomes?|leads?|find|write|is|are|ergibt|erhalten|folgt|donne"
    r"|obtient)\W*\Z"
    r"|(?:と|に|が|を|は|より|すると|得る|なる|得到|得|有|为)\W*\Z|[:：]\s*\Z",
    re.I,
)
"""How words end that lead on to a display."""
CLAUSES = lazily(r"[,，、;；:：()（）\[\]]|\s[–—-]+\s|\band\s+(?=the |we |so |it |this )")
BEGINS = lazily(
    r"(?:\bfrom|\bvon|\bab|\bde|\bdesde|\bda|\bот|从|從)\s*(?:[⟨⟪]\s*(?![01]\s*[⟩⟫])|[2-9]|\d\d)"
    r"|[⟨⟪]\s*(?![01]\s*[⟩⟫])[^⟩⟫]*[⟩⟫]\s*(?:から|부터)|(?:[2-9]|\d\d)\s*(?:から|부터)",
    re.I,
)
"""Where a letter begins to run, at neither 0 nor 1."""
UNSAID = lazily(r"‹[^›]*›|⟨[^⟩]*⟩|⟪[^⟫]*⟫")
"""Marks for formulas."""
_PHRASES = (
    r"(?:next|previous|preceding|following|lower|upper|higher|first|last|output|input|hidden|second|third|same"
    r"|current|visible|layer)\s+layers?"
    r"|(?:nächsten?|vorigen?|vorherigen?|folgenden|letzten|ersten|gleichen|darüberliegenden"
    r"|darunterliegenden)\s+Schicht"
    r"|(?:couche|capa)\s+(?:suivante|précédente|siguiente|anterior)|(?:siguiente|anterior|prochaine)\s+(?:couche"
    r"|capa)"
    r"|(?:first|second|third|last|left|right)\s+(?:sum|one)\b|training (?:set|data|examples?|samples?|patterns?)"
    r"|data ?set|whole (?:vocabulary|sequence|set)|(?:from"
    r"|to) (?:one|zero|\d+)"
    r"|(?:time|word|number|set) (?:steps?|of)"
)
_WORDS = (
    "derivative derivatives gradient gradients get gets obtain obtains have find write result results gives give"
    " yields yield"
    " multiplying multiply differentiate differentiating therefore hence finally then above below dummy arbitrary"
    " fixed"
    " free bound expression equation formula line used use using written define defined definition product factor"
    " back"
    " st nd rd th a an the all every each any both of in over for and or to from is are be been being as by on at"
    " here where"
    " which that this these those with we it its"
    " their our one so then thus also note now such whose runs run running range ranges ranging goes go going"
    " taken take takes taking extends extend"
    " sum sums summed summing summation summations total double outer inner last-named respective respectively"
    " corresponding possible available existing"
    " whole entire full complete usual index indices subscript subscripts letter letters value values name names"
    " term terms summand summands"
    " data datum dataset example examples sample samples training set pattern patterns case cases instance"
    " instances observation observations point points"
    " unit units neuron neurons node nodes layer layers input inputs output outputs hidden visible cell cells"
    " class classes category categories label labels"
    " feature features dimension dimensions component components coordinate coordinates entry entries element"
    " elements row rows column columns weight weights"
    " time times step steps moment word words vocabulary token tokens position positions channel channels filter"
    " filters kernel map maps pixel pixels window"
    " parameter parameters user users item items cluster clusters state states action actions head heads key keys"
    " query queries batch mini-batch minibatch"
    " connection connections connected connects connect sends send receives receive feeds feed fed immediately"
    " downstream upstream successors children parents"
    " successive following next previous network vector vectors matrix array arrays sequence sequences number"
    " numbers integer integers once again"
    " different-layer objective loss error errors cost respect across through up variable variables basis"
    " functions function mixture experts gaussians"
    " components topics documents levels bins targets target edges edge "
    " graph links link pairs pair"
    " die der das den dem des ein eine einen aller alle allen über wird werden ist sind läuft laufen durchläuft"
    " wobei hier summe summen summiert summieren man"
    " dabei jeweils von bis und für jede jeden jedes index indizes einheiten einheit neuronen neuron knoten"
    " schicht schichten klassen klasse beispiele daten"
    " trainingsdaten datenpunkte trainingsbeispiele muster ausgaben ausgänge ausgabeneuronen eingaben eingänge"
    " eingabe ausgabe versteckten zeitschritte"
    " zeitpunkte gewichte komponenten einträge merkmale nächsten vorigen zeilen spalten im in ganze gesamte"
    " gesamten werte es auf zu"
    " la le les l une un du des de d sur tous toutes tout toute porte parcourt où ici somme sommes couche couches"
    " neurones unités unité exemples données classes"
    " sorties entrées sortie entrée pas temps est sont et pour indices indice suivante précédente cachées cachée"
    " el los las sobre todos todas recorre suma sumas capa capas unidades neuronas ejemplos datos clases salidas"
    " entradas es son y para donde aquí se de"
    " siguiente anterior índice índices ocultas oculta pasos tiempo"
)
WORDS = frozenset(_WORDS.split())
EAST = lazily(
    r"ここで|ここに|ただし|但し|なお|また|和は|和を|和が|和記号|総和|の和|和|すべて|全て|全部|各|に対して"
    r"|について|にわたって|にわたる|にわたり|わたる|動く|動き|走る|とる|取る|とり|とっている|とられる"
    r"|する|します|である|です|いる|おく|もの|こと|ユニット|ニューロン|ノード|素子|層|次の|前の|出力|入力|隠れ"
    r"|中間|クラス|データ|サンプル|例|学習|訓練|全|時刻|ステップ|時間|番号|添字|添え字"
    r"|インデックス|値|成分|要素|行|列|特徴|特徴量|次元|単語|語彙|重み|から|まで|範囲|まわる|足す|足し合わせ|計算"
    r"|ラベル|を|は|が|に|の|で|と|も|へ"
    r"|其中|这里|這裡|此处|求和|之和|的和|相加|加和|总和|总|对|對|所有|全部|全体|每个|每個|每一个|各个|各|遍历"
    r"|遍歷|取遍|取值|范围|範圍|从|從|到|为|為|是|的|个|個|进行|進行|在|上|下一层|上一层|前一层|后一层"
    r"|神经元|神經元|单元|單元|节点|節點|层|層|输出|輸出|输入|輸入|隐藏|隱藏|隐含|类别|類別|类|類|样本|樣本|训练"
    r"|訓練|数据|數據|数据点|时刻|時刻|时间步|时间|步|特征|特徵|维度|維度|维|元素|分量|行|列"
    r"|词|词汇|位置|通道|权重|參數|参数|下标|下標|索引|指标|符号|表示|即|这个|該|该|整个|整個|集|和|与|與|及"
    r"|여기서|합은|합|모든|전체|각|에|대해|대한|걸쳐|은|는|이|가|을|를|의|층|다음|이전|유닛|뉴런|노드|출력|입력"
    r"|은닉|클래스|데이터|샘플|학습|시점|시간|부터|까지|한다|이다|취한다|번째"
)
"""Words that say no more than a formula does."""
WORD = lazily(r"[^\W\d_][\w'’-]*")
CJK = lazily(r"[぀-ヿ一-鿿가-힣]")


def leftover(clause: str) -> str:
    """What is left of words about a sum without those that say no more than a formula does.

    >>> leftover("where the sum is over all units of the next layer"), leftover("the sum is over later times")
    ('', 'later')
    >>> leftover("ここで和はすべてのクラスについてとる"), leftover("其中求和只对正样本进行")
    ('', '只正')
    """
    plain = re.sub(_PHRASES, " ", clause, flags=re.I)
    west = [w for w in WORD.findall(CJK.sub(" ", plain)) if w.lower() not in WORDS and len(w) > 1]
    east = "".join(CJK.findall(EAST.sub(" ", plain)))
    return " ".join([*west, *([east] if east else [])])
