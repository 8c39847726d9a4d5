# ruff: noqa: E501
r"""The shapes of a clause that makes a condition of the display beside it, by language.

Patterns of words: `lead`, what a sentence may begin with; `makes`, what makes a condition of what stands behind it;
`nouns`, the cases that a condition may be said to be; `goes_on`, how the clause goes on to its display; `ends`, what
may begin the next clause behind one right behind its display; `told`, what may begin the clause of such
a one, and `said`, what may end it.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shapes:
    """The patterns of one language, of alternatives each."""

    lead: str
    makes: str
    nouns: str
    goes_on: str
    ends: str
    told: str
    said: str


_THINGS = (
    r"(?:(?:non|off)[ -]?diagonal|offdiagonal|diagonal|main diagonal|hidden|output|last|final|target|correct|true|same"
    r"|equal|different|distinct|visible)"
)
ENGLISH = Shapes(
    lead=r"ok|for example(?=, (?:for|if|when))|so|then|now|while|whereas|thus|hence|therefore|first(?:ly)?|second(?:ly)?|third(?:ly)?|next|finally|here|and|but|otherwise"
    r"|instead|however|similarly|on the other hand|in particular(?=,? (?:for|if|when|in))|step|part|scenario|situation"
    r"|(?:by|using|with|from|applying) (?:the )?(?:quotient|chain|product|power) rule"
    r"|(?:let's|let us|we)(?: first| now| next| then)?(?= (?:first )?(?:consider|look|start|treat|assume|suppose|take|set|let))"
    r"|we (?:then |now )?(?:have|get|obtain|find)(?= that for| for| if| when| in|, for|, if)"
    r"|there are two cases(?: to consider)?|differentiating|compute|(?:from the (?:quotient|chain|product) rule )?we know that",
    makes=r"if(?: and only if)?|iff|(?:exactly|precisely|just|only)(?= (?:if|when|for|in))|under the condition|on condition that|as long as|along(?= the diagonal)|(?:if|when) we have|if it holds that|in the special case|for|when(?:ever)?|where(?:ver)?|with|at|since|because|as|in case|such that|those"
    r"|in the case|(?:in |of )?which|i\.?e|that is|that|of|assum(?:e|ing)|suppos(?:e|ing)|consider(?:ing)?|take|taking|let"
    r"|set|setting(?! up)|given(?: that)?(?=\s*\Z)|on|in|provided(?: that)?|looks?(?: first)? at|are(?: those| the ones)? with|starts? with(?= the (?:first )?case)|treats?(?= the)|we first treat|here",
    nouns=r"others?|different ones|off(?: the diagonal| it)(?= \()|they do not|not(?=, that is)|(?:the )?indices are not (?:the same|equal)|the|this|all|any|every|each|both|first|now|only|(?:first |second |third |last |other |remaining )?case(?: is)?"
    r"|(?:(?:non|off)[ -]?)?(?:offdiagonal|diagonal)(?: case)?|derivatives?|gradients?"
    rf"|(?:{_THINGS} )?(?:entries|entry|elements?|components?|layers?|(?:time )?steps?|units?|neurons?|class(?:es)?"
    rf"|ind(?:ex|ices)|words?|nodes?|position)|{_THINGS} (?:terms?|case|time)"
    r"|(?:the )?indices (?:are (?:equal|the same|different)|agree|match|coincide|differ)|w\.?r\.?t|with respect to|of (?=\$)",
    goes_on=r"first(?=\W*(?:\Z|\.|:))|holds(?=\W*(?:,|\Z))|is true(?=\W*(?:,|\Z))|then|we|one|you|this|that|gets?|obtains?|(?:we|one)(?: (?:then|thus|now|here|can))? (?:have|has|write|compute)|finds?|gives?"
    r"|yields?|follows|it is(?=\s*\Z)|it follows|becomes?|is|are|be|reads?|reduces|simplifies|to|as|as follows|thus|hence|so|therefore"
    r"|now|here|(?:by|using|with|from|use|apply|applying|due to)(?= the| our)|the|a|our|(?:quotient|chain|product|power) rule"
    r"|derivatives?|gradients?|partial|with respect|following|equals?|given by|of (?=\$)|for (?=\$)"
    r"|to (?=\$)|again|simply|entry|entries|elements?|on the diagonal|error|errors|error signal|in this case"
    r"|result",
    ends=r"and|while|whereas|but|so|where|which|otherwise|because|since|hence|thus|therefore|we|this|the|holds|only"
    r"|respectively|with|as|by|then|giving|in|here|or in words",
    told=r"here|this (?:holds|is true|is)|which (?:holds|is true)|valid|true|only|again|we used",
    said=r"holds|is true|only|as usual|by the (?:product|quotient|chain) rule|,? the diagonal",
)
GERMAN = Shapes(
    lead=r"so|dann|während|also|daher|damit|somit|folglich|nun|jetzt|hier|und|aber|zuerst|zunächst|erstens|zweitens|hingegen|dagegen"
    r"|sonst|andernfalls|schließlich|weiter|mit der (?:quotienten|produkt|ketten)regel|es (?:gilt|folgt)|wir erhalten|es ergibt sich",
    makes=r"wenn|falls|für|fuer|bei|im|im falle?|in dem fall|sei|ist|gilt|mit|wo|wobei|da|angenommen|dass|sofern"
    r"|betrachten?(?: wir)?|nehmen wir an|wir nehmen an|wir betrachten|setzen? wir|auf|nur|genau(?= dann| für| wenn)|unter der bedingung|solange|vorausgesetzt|und zwar(?= für| bei)|also(?= für| bei)|(?:im )?anderen fall",
    nouns=r"die|der|den|dem|das|alle|allen|jede[mnrs]?|beide|erste[nrs]?|zweite[nrs]?|zuerst|zunächst|nun|fall|diagonale[n]?"
    r"|(?:neben|außer)diagonal(?:e[n]?|einträgen?|elemente[n]?|terme[n]?)?|diagonal(?:einträgen?|elemente[n]?|terme[n]?)"
    r"|einträgen?|elementen?|ausgabeschicht|ausgabeneuronen|neuronen|gleiche[n]? indi[zc]es"
    r"|verschiedene[n]? indi[zc]es|(?:partielle )?ableitung(?:en)?|gradient|letzte[nr]? (?:schritt|zeitschritt|schicht)",
    goes_on=r"dann|so|gilt|ist|sind|erhält|erhalten|ergibt|ergeben|folgt|bekommt|bekommen|liefert|gibt|wird|wir|man|sich|das|die|der|den"
    r"|dies|daraus|also|daher|damit|somit|folglich|nun|hier|es|mit|nach|aus|(?:quotienten|produkt|ketten)regel"
    r"|(?:partielle )?ableitung(?:en)?|lautet|hat|einträge|folgende[ns]?|zu|als|nach (?=\$)|von (?=\$)|zuerst|zunächst|gradient",
    ends=r"und|während|aber|also|wobei|sonst|denn|da|gilt|daher|somit|damit|nur|ist|sind|so|dann|mit|wir",
    told=r"hier|dies gilt|das gilt|gültig|nur",
    said=r"gilt|ist|erfüllt ist|zutrifft",
)
FRENCH = Shapes(
    lead=r"donc|alors|ainsi|ici|et|mais|sinon|puis|ensuite|enfin|maintenant|d['’]abord|d['’]où|premièrement|deuxièmement|d['’]autre part"
    r"|en revanche|par contre|par la règle (?:du quotient|de la chaîne|du produit)|on (?:a|obtient|trouve)(?= pour| si)",
    makes=r"si|s['’]|pour|quand|lorsque|lorsqu['’]|avec|dans|cas|où|soit|sur|supposons|supposant|considérons|prenons|en"
    r"|au cas où|que|(?:seulement|uniquement)(?= si| pour)|puisque|à condition que|si et seulement si",
    nouns=r"le|la|les|l['’]|du|de|des|tous|toutes|tout|d['’]abord|premier|deuxième|second|autre|cas|diagonale|hors[ -]diagonale"
    r"|(?:termes|éléments|coefficients|entrées) (?:diagonaux|diagonales|non diagonaux|hors[ -]diagonale)|éléments"
    r"|couche de sortie|dernière couche|dernier pas|(?:mêmes )?indices(?: égaux| différents)?|dérivée(?: partielle)?|gradient",
    goes_on=r"alors|donc|ainsi|on|nous|a|avons|obtient|obtenons|trouve|trouvons|donne|devient|vaut|est|sont|cela|ceci|ce|il|vient|résulte|le|la|les"
    r"|l['’]|par|avec|règle|du quotient|du produit|de la chaîne|dérivée|dérivées|partielle|gradient|suit|en|d['’]abord"
    r"|de (?=\$)|à (?=\$)|selon",
    ends=r"et|mais|tandis que|alors|donc|sinon|où|car|on|seulement|ce qui|avec|ainsi",
    told=r"ici|cela vaut|ceci vaut|valable|valide",
    said=r"est vrai|seulement|uniquement",
)
SPANISH = Shapes(
    lead=r"entonces|así|aquí|y|pero|luego|ahora|primero|segundo|finalmente|por (?:otro|otra) (?:lado|parte)|en cambio"
    r"|por la regla (?:del cociente|de la cadena|del producto)|(?:tenemos|obtenemos)(?= para| si| que)|de lo contrario",
    makes=r"si|para|cuando|con|caso|en|donde|siempre que|sea|sean|de|que|bajo|supongamos|supóngase|suponiendo"
    r"|consideremos|consideramos|(?:solo|sólo|únicamente|solamente)(?= si| para| cuando)|por|si y s[oó]lo si",
    nouns=r"el|la|los|las|lo|todos|todas|primero|primer|segundo|otro|caso|diagonal|fuera de la diagonal"
    r"|(?:elementos|términos|entradas|componentes) (?:(?:no|fuera de la) )?diagonal(?:es)?|elementos|entradas|capa de salida|última capa"
    r"|último paso|(?:mismos )?índices(?: iguales| distintos| diferentes)?|derivada(?: parcial)?|gradiente",
    goes_on=r"entonces|así|se|tenemos|obtenemos|obtiene|tiene|resulta|queda|da|es|son|vale|esto|el|la|los|las|por|regla|del cociente"
    r"|del producto|de la cadena|derivada|derivadas|parcial|gradiente|sigue|con|que|primero|de (?=\$)|a (?=\$)",
    ends=r"y|pero|mientras|entonces|donde|ya que|pues|así|por lo|con|se|solo|sólo",
    told=r"aquí|esto vale|válido|válida|solo",
    said=r"se cumple|solamente",
)
ITALIAN = Shapes(
    lead=r"allora|così|qui|e|ma|ora|poi|prima|infine|quindi|dunque|invece|altrimenti|per la regola (?:del quoziente|della catena)",
    makes=r"se|per|quando|con|caso|nel|in cui|in|dove|qualora|sia|supponiamo|supponendo|consideriamo|che|solo(?= se| per)|poiché|sulla|ove",
    nouns=r"il|la|lo|l['’]|i|gli|le|tutti|primo|secondo|caso|diagonale|fuori diagonale|(?:elementi|termini) (?:non |fuori )?diagonali"
    r"|elementi|strato di uscita|ultimo (?:strato|passo)|indici(?: uguali| diversi)?|derivata|gradiente",
    goes_on=r"allora|si|abbiamo|otteniamo|ottiene|ha|è|sono|dà|vale|risulta|segue|quindi|dunque|così|diventa|il|la|lo|per|regola|del quoziente"
    r"|della catena|derivata|derivate|gradiente|questo|di (?=\$)|con",
    ends=r"e|ma|mentre|allora|dove|quindi|si|solo|con",
    told=r"qui|valido|vale",
    said=r"vale|soltanto",
)
PORTUGUESE = Shapes(
    lead=r"então|assim|aqui|e|mas|agora|depois|primeiro|segundo|finalmente|logo|portanto|por outro lado|pela regra (?:do quociente|da cadeia)"
    r"|caso contrário|senão",
    makes=r"se|para|quando|com|caso|no|na|em que|em|onde|seja|sejam|suponha|supondo|suponhamos|considere|consideremos|que|sempre que|só|somente|apenas",
    nouns=r"o|a|os|as|todos|todas|primeiro|segundo|outro|caso|diagonal|fora da diagonal|(?:elementos|termos|entradas) (?:da |fora da )?diagona(?:l|is)"
    r"|elementos|camada de saída|última camada|último passo|índices(?: iguais| diferentes)?|derivada(?: parcial)?|gradiente",
    goes_on=r"então|assim|temos|obtemos|obtém|tem|se|fica|resulta|segue|é|são|dá|vale|isto|isso|o|a|os|as|pela|por|regra|do quociente|da cadeia|derivada"
    r"|derivadas|parcial|gradiente|logo|portanto|que|de (?=\$)|com",
    ends=r"e|mas|enquanto|então|onde|pois|logo|temos|só|somente|com",
    told=r"aqui|válido|vale",
    said=r"vale|apenas",
)
RUSSIAN = Shapes(
    lead=r"тогда|здесь|и|а|но|теперь|затем|сначала|итак|значит|наконец|иначе|по правилу (?:частного|произведения)",
    makes=r"если|если же|при|когда|для|случай|в случае|где|пусть|на|(?:лишь|только)(?= если| при| когда)|рассмотрим|предположим|что|при условии|для случая|так как|поскольку",
    nouns=r"все|всех|первый|второй|случай|диагонал[иь]|вне диагонали|(?:не)?диагональных|элементов|недиагональн(?:ые|ых)|диагональн(?:ые|ых) элемент(?:ы|ов)|производн(?:ая|ой|ые)|выходного слоя"
    r"|последнего (?:слоя|шага)",
    goes_on=r"тогда|то|мы|имеем|получаем|получим|получается|находим|следует|это|даёт|дает|равна|равно|равны|есть|по|правилу|частного|произведения"
    r"|производная|производные|частная|итак|значит|из|сначала",
    ends=r"и|а|но|тогда|где|так как|то|поэтому|только",
    told=r"здесь|верно|это верно",
    said=r"верно|выполнено",
)


def _simple(makes: str, then: str = "", behind: str = "") -> Shapes:
    """A language of which no more is known than what makes a condition, and what leads on from it."""
    return Shapes("en|i|a|og|och|ve|și|ja|maar|ale|men", makes, "(?!)", then or "(?!)", "(?!)", "", behind or "(?!)")


OTHERS = (
    _simple(
        r"als|indien|voor|wanneer|met|bij|stel|zij|in het geval(?: dat)?|alleen(?= als| voor)",
        r"dan|geldt|krijgen we|we krijgen",
    ),
    _simple(r"dla|gdy|jeśli|jeżeli|przy|w przypadku(?: gdy)?|tylko(?= dla| gdy)|niech", r"to|wtedy|mamy|otrzymujemy"),
    _simple(
        r"om|för|när|hvis|når|dersom|ifall|i fallet|med|ved|(?:endast|bara|kun)(?= om| för| hvis)",
        r"så|då|får vi|är|er",
    ),
    _simple(r"eğer|yalnızca|sadece", r"ise|için|olduğunda|durumunda|iken", r"ise|için|olduğunda|durumunda|iken"),
    _simple(r"nếu|khi|với|cho|trong trường hợp|chỉ(?= khi)", r"thì|ta có"),
    _simple(r"jika|untuk|bila", r"maka"),
    _simple(r"dacă|pentru|când", r"atunci|avem"),
    _simple(r"jos|kun", r"niin"),
    _simple(r"pokud|pro|když|je-li", r"pak|platí"),
)
LANGUAGES = (ENGLISH, GERMAN, FRENCH, SPANISH, ITALIAN, PORTUGUESE, RUSSIAN, *OTHERS)

JAPANESE_HEAD = r"まず|次に|最初に|いま|今|ここで|もし|また|一方|ただし|特に|同様に?|よって|したがって|対角(?:成分|要素|線)|非対角(?:成分|要素)|出力層|最終(?:層|時刻)|場合|ケース|のとき|では|の|は|で|[と、]"
JAPANESE_TAIL = (
    r"は(?=\s*\Z)|のときのみ|[をと]仮定(?:する|します)|の場合について計算すると|の場合に限る|なので|(?:である|という|が成り立つ)?の?(?:とき|時|場合|ケース|際)(?:(?:に)?(?:は)?、?次のように(?:なる|なります|する|します|書ける|書けます|求まる|求まります)|に(?:は|おいて)?|では|は|で|を(?:まず)?(?:考え(?:る|ます|ると|よう)|計算する(?:と)?))?"
    r"|(?:について|に(?:対して|おいて)|において|に対しては)(?:は)?(?:計算すると)?|ならば?|であれば|のもとで|だと|として|とすると|とおくと|とする|とします|の(?:対角成分|要素|成分)(?:は|について)?"
    r"|[（(](?:対角|非対角)(?:成分|要素)?[）)]|のみ|だけ|です|である"
)
CHINESE_HEAD = r"首先|特别地|特別地|先|其次|然后|然後|再|接着|现在|現在|下面|考虑|考慮|看|我们|我們|而|且|但|则|則|对于|對於|对|對|当且仅当|当|當|若|如果|假如|假设|假設|设|設|令|取|在|于|即|其中|这里|此时|对角(?:线)?(?:元素|项)?|非对角(?:线)?(?:元素|项)?|输出层|最后一(?:层|步)|因为|因為|仅|只有|但是|第[一二三]种|种|情况|情况|情形|情況|的|上|[一二三四]"
CHINESE_TAIL = r"(?:成立)?(?:的)?(?:这|這)?(?:一|种)?(?:时候|时|時|情况|情況|情形|场合)?(?:下)?|[（(](?:非)?对角(?:线)?(?:元素|项)?[）)]"
KOREAN_HEAD = r"먼저|단|우선|이제|다음으로|만약|만일|여기서|대각\s*(?:성분|원소)|비대각\s*(?:성분|원소)|출력층|경우|첫\s*번째|두\s*번째"
KOREAN_TAIL = r"(?:이|가)?\s*(?:일|인)\s*때만|의\s*경우(?:에는|에|는)?|(?:이|가)?\s*(?:일|인|될|같을)\s*(?:때|경우)(?:에는|에|는|를\s*(?:먼저\s*)?(?:생각하자|보자|살펴보자|고려하자))?|이면|이라면|라면|면|에\s*대해(?:서)?|에서는?|(?:이)?라\s*하자"
CJK_NOUNS = r"(?:非?对角(?:线)?(?:元素|项|线)?|非?対角(?:成分|要素|項)?|비?대각\s*(?:성분|원소)?)"
CJK_DERIVATIVE = r"の?(?:偏微分|微分|導関数|偏導関数|勾配)(?:は|が)|偏导数?|몫의 미분법에 의해"
