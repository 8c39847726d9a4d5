# ruff: noqa: E501
r"""The shapes of a clause that makes a condition of the display beside it, by language.

Patterns of words: `lead`, what a sentence may begin with; `makes`, what makes a condition of what stands behind it;
`nouns`, the cases that a condition may be said to be; `goes_on`, how the clause goes on to its display; `ends`, what
may begin the next clause behind one right behind its display; `told`, what may begin the clause of such
a one, and `said`, what may end it; `reports`, what may stand before the word that makes a condition; `strong`, the
words of `makes` behind which a clause of any words may draw something; `opens`, what begins that without a comma, and
`leads_on`, what ends it; `subject`, what a line may be said to be, `the derivative`.
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
    reports: str = ""
    strong: str = ""
    opens: str = ""
    leads_on: str = ""
    subject: str = ""


_THINGS = (
    r"(?:(?:non|off)[ -]?diagonal|offdiagonal|diagonal|main diagonal|hidden|output|last|final|target|correct|wrong|incorrect|true|same"
    r"|equal|different|distinct|visible)"
)
ENGLISH = Shapes(
    lead=r"ok|else|after (?:some|a little|a bit of) (?:algebra|calculation|work|manipulation)|as a (?:first|second|next|last) step|we (?:need to |have to |must |can )?distinguish (?:between )?two cases|when (?:we )?(?:differentiate|differentiating|computing (?:the |this |our )?(?:derivatives?|gradients?))(?=,? (?:for|with)\b)|turning to(?: the)?|(?:we |i )?(?:now )?turn to(?: the)?|by (?:symmetry|definition)|(?:by|with) (?:the same|a similar|an analogous) (?:argument|reasoning|computation|calculation|steps?)|(?:with the help of|by means of|via) the (?:quotient|chain|product|power) rule|from (?:this|here|the definition)|likewise|conversely|meanwhile|analogously|accordingly|in the same way|by contrast|in contrast(?=,)|to start|to begin with|two cases(?: arise)?"
    r"|(?<![(（])(?:(?:the |our )?base case|boundary condition|initiali[sz]ation)(?=\s*(?:[(:]|for\b|at\b))|(?:going )?back(?:wards?)?(?: (?:in|through) time)?(?=,? for)"
    r"|it remains to (?:look at|compute|consider|do|treat)(?= the case)?|first let's do|let's do|say|proof|answer|solution|we (?:begin|start) with(?= the)?|what (?:about|if|happens if)|case"
    r"|for example(?=, (?:for|if|when))|so|then|now|while|whereas|thus|hence|therefore|first(?:ly)?|second(?:ly)?|third(?:ly)?|next|finally|here|and|but|otherwise"
    r"|instead|however|similarly|on the other hand|in particular(?=,? (?:for|if|when|in))|step|part|scenario|situation"
    r"|(?:by|using|with|from|applying) (?:the )?(?:quotient|chain|product|power) rule"
    r"|(?:let's|let us|we)(?: first| now| next| then)?(?= (?:first )?(?:begin|consider|look|start|treat|compute|calculate|assume|suppose|take|set|let))"
    r"|we (?:then |now )?(?:have|get|obtain|find)(?= that for| for| if| when| in|, for|, if)"
    r"|there are two cases(?: to consider)?|differentiating|compute|(?:from the (?:quotient|chain|product) rule )?we know that",
    makes=r"if(?: and only if)?|iff|using(?: that| the fact that)?|under(?: the assumption(?: that)?)?|we have(?=\s*\Z)|(?:exactly|precisely|just|only)(?= (?:if|when|for|in))|under the condition|on condition that|as long as|along(?= the diagonal)|(?:if|when) we have|if it holds that|in the special case|for|when(?:ever)?|where(?:ver)?|with|at|since|because|as|in case|such that|those"
    r"|in the case|(?:in |of )?which|i\.?e|(?<!so )that is|that|of|assum(?:e|ing)|suppos(?:e|ing)|consider(?:ing)?|speciali[sz]ing(?: to)?|take|taking|let"
    r"|set|setting(?! up)|given(?: that)?(?=\s*\Z)|on|in|provided(?: that)?|looks?(?: first)? at|are(?: those| the ones)? with|starts? with(?= the (?:first )?case)|starts? with(?=\s*\Z)|treats?(?= the)|we first treat|here|say|regarding|in the event that|in this case",
    nouns=r"(?:one |a )?(?:single )?pairs?(?: with)?|(?:two )?(?:different|equal|distinct) (?:class(?:es)?|indices|ones)|an? (?=(?:output|hidden) (?:unit|neuron) with)|(?:remaining|other|previous|earlier|hidden|own|last|final) (?:time )?(?:entries|steps?|elements?|ones|logits?|classes)"
    r"|(?:the )?(?:last|final) (?:time )?step|time|of the (?:jacobian|matrix|softmax)|jacobian(?: matrix)?|end of the (?:sequence|sum)|it holds that|special case|solution|result|others?|different ones|off(?: the diagonal| it)(?= \()|they do not|not(?=, that is)|(?:the )?indices are not (?:the same|equal)|the|this|all|any|every|each|both|first|now|only|(?:first |second |third |last |other |remaining )?case(?: is)?"
    r"|(?:(?:non|off)[ -]?)?(?:offdiagonal|diagonal)(?: case)?|derivatives?|gradients?"
    rf"|(?:{_THINGS} )?(?:entries|entry|elements?|components?|layers?|(?:time )?steps?|units?|neurons?|logits?|inputs?|outputs?|samples?|tokens?|states?|pairs?|class(?:es)?"
    rf"|ind(?:ex|ices)|words?|nodes?|position)|{_THINGS} (?:terms?|case|time)"
    r"|(?:own|fixed|remaining|mixed|given) (?:entries|elements?|units?|logits?|inputs?|outputs?|class(?:es)?|ind(?:ex|ices)|pairs?(?: with)?)|mixed (?:partial )?derivatives"
    r"|(?:the )?indices (?:are (?:equal|the same|different)|agree|match|coincide|differ)|w\.?r\.?t|with respect to|of (?=\$)",
    goes_on=r"and(?= (?:we|so|thus|hence|then|therefore)\b)|means that|of the (?:jacobian(?: matrix)?|matrix|softmax|gradient)|jacobian|matrix|first(?=\W*(?:\Z|\.|:))|holds(?=\W*(?:,|\Z))|is true(?=\W*(?:,|\Z))|then|we|one|you|this|that|gets?|obtains?|(?:we|one)(?: (?:then|thus|now|here|can))? (?:have|has|write|compute)|finds?|gives?"
    r"|yields?|follows|it is(?=\s*\Z)|it follows|becomes?|is|are|be|reads?|reduces|simplifies|to|as|as follows|thus|hence|so|therefore"
    r"|now|here|(?:by|using|with|from|use|apply|applying|due to)(?= the| our)|the|a|our|(?:quotient|chain|product|power) rule"
    r"|derivatives?|gradients?|partial|with respect|following|equals?|given by|of (?=\$)|for (?=\$)"
    r"|to (?=\$)|again|simply|entry|entries|elements?|on the diagonal|error|errors|error signal|in this case"
    r"|result",
    ends=r"and|while|whereas|but|so|where|which|otherwise|because|since|hence|thus|therefore|we|this|the|holds|only"
    r"|respectively|with|as|by|then|giving|in|here|using|or in words",
    told=r"here|holding|and this is|which is (?:valid|true)|which|is (?:known|given|fixed)(?=,)|this (?:is )?(?:the )?(?:derivative|result|gradient|line|formula) (?:is )?(?=for|if|when)|this (?:holds|is true|is)|which (?:holds|is true)|valid|true|only|again|we used",
    said=r"holds|is true|only|as usual|by the (?:product|quotient|chain) rule|,? the diagonal",
    reports=r"(?:(?:we|i|let's|let us) )?(?:(?:now|first|next|then|also|can|will) )*(?:compute|computing|calculate|calculating|evaluate|derive|find|differentiate|consider|work out|do)(?: (?:it|(?:the|this|our) (?:partial )?(?:derivatives?|gradients?|case)))?(?=[\s,:]*(?:for|if|when|in (?:the|this) case)\b)(?: gives)?|(?:we|i)(?: (?:now|first|then))+ (?:compute|calculate|consider|take|look at|treat)(?: the)?(?= case\b|\s*\Z)|(?:(?:we|one|you)(?: (?:can|now|then|thus|therefore|easily|also))* (?:sees?|shows?|finds?|gets?|obtains?|ha(?:ve|s)|knows?|concludes?|computes?)|it (?:is (?:easy|clear)(?: to see)?|follows)|since we are(?= in)"
    r"|(?:so |and |then )?this (?:gives|yields|implies|means|leads to)|which (?:is|gives|yields|implies)|(?:[\w’']+ ){0,3}(?:solutions?|books?|papers?|notes|slides|answers?|posts?) (?:ha(?:s|ve)|says?|gives?|writes?|claims?)|note|observe|notice|recall|remember)(?: us)?(?: that)?(?=[\s,:]*(?:for|if|when|whenever|in (?:the|this) case|on the diagonal)\b)|in general(?=,? (?:for|if|when)\b)",
    strong=r"if|when(?:ever)?|for|in (?:the )?(?:(?:first|second|third|other|last|special|remaining) )?case(?: (?:where|when|that|of|in which))?|case|at|on the diagonal|suppos(?:e|ing)|assum(?:e|ing)|provided(?: that)?|with",
    opens=r"the|an?|there|we|one|it|both|only|all terms|no|our|its|this|differentiating|using|plugging|by",
    leads_on=r"so|so that|hence|thus|therefore|and|then|that|which|(?:which |this |it |rule |calculation |computation |steps )?(?:gives?|yields?)|gets?|obtains?|have|has|finds?|is|are|becomes?|reads|as|by|leaving|giving|yielding|write|conclude|follows|(?:simplif(?:y|ies)(?: this)?|reduces|leads|equal|this) to|to get",
    subject=r"(?:the |this |our )?(?:softmax )?(?:(?:partial|desired|local|final|exact|full|total|mixed|second|first|corresponding|resulting) )?(?:derivatives?|gradients?|jacobian|result|solution|formula|expression|entries|entry|terms|elements?|components?)|(?:by |when )?(?:tak(?:e|ing) the (?:partial )?derivatives?|differentiat(?:e|ing)|deriving|applying|using)",
)
GERMAN = Shapes(
    lead=r"abseits der|ableiten(?: nach \$)? (?:ergibt|liefert)|mit ?hilfe der (?:quotienten|produkt|ketten)regel|insbesondere|ebenso|so|dann|während|also|daher|damit|somit|folglich|nun|jetzt|hier|und|aber|zuerst|zunächst|erstens|zweitens|hingegen|dagegen"
    r"|sonst|andernfalls|schließlich|weiter|mit der (?:quotienten|produkt|ketten)regel|es (?:gilt|folgt)|wir erhalten|es ergibt sich",
    makes=r"wenn|falls|für|fuer|bei|zum|zur zeit|im|im falle?|in dem fall|sei|ist|gilt|mit|wo|wobei|da|angenommen|dass|sofern"
    r"|betrachten?(?: wir)?|nehmen wir an|wir nehmen an|wir betrachten|setzen? wir|auf|nur|genau(?= dann| für| wenn)|unter der bedingung|solange|vorausgesetzt|und zwar(?= für| bei)|also(?= für| bei)|(?:im )?anderen fall",
    nouns=r"die|der|den|dem|das|alle|allen|jede[mnrs]?|beide|erste[nrs]?|zweite[nrs]?|zuerst|zunächst|nun|fall|diagonale[n]?"
    r"|(?:neben|außer)diagonal(?:e[n]?|einträgen?|elemente[n]?|terme[n]?)?|diagonal(?:einträgen?|elemente[n]?|terme[n]?)"
    r"|einträgen?|elementen?|ausgabeschicht|ausgabeneuronen|neuronen|gleiche[n]? indi[zc]es"
    r"|verschiedene[n]? indi[zc]es|(?:partielle )?ableitung(?:en)?|gradient|letzte[nr]? (?:schritt|zeitschritt|schicht)|früheren? (?:zeit)?schritte|zeitpunkt|softmax(?:-funktion)?",
    goes_on=r"dann|so|gilt|ist|sind|erhält|erhalten|ergibt|ergeben|folgt|bekommt|bekommen|liefert|gibt|wird|wir|man|sich|das|die|der|den"
    r"|dies|daraus|also|daher|damit|somit|folglich|nun|hier|es|mit|nach|aus|(?:quotienten|produkt|ketten)regel"
    r"|(?:partielle )?ableitung(?:en)?|lautet|hat|einträge|folgende[ns]?|zu|als|nach (?=\$)|von (?=\$)|zuerst|zunächst|gradient",
    ends=r"und|während|aber|also|wobei|sonst|denn|da|gilt|daher|somit|damit|nur|ist|sind|so|dann|mit|wir",
    told=r"hier|genau dann|dies gilt|das gilt|gültig|nur",
    said=r"gilt|ist|erfüllt ist|zutrifft",
    reports=r"(?:analog|ebenso|dann|daraus|damit|hieraus|also|nun)? ?(?:gilt|folgt|ergibt sich|erhält man|erhalten wir|ist|sieht man|gilt also)(?: (?:man|wir|sich|analog|also|dann|daher))?(?=[\s,:]*(?:für|falls|wenn|im fall|dass für)\b)|(?:man|wir) (?:sieht|sehen|erhält|erhalten|hat|haben)(?=[\s,:]*(?:für|falls|wenn|im fall|dass für)\b)|mit der (?:quotienten|produkt|ketten)regel folgt|nun zum",
    strong=r"wenn|falls|für|fuer|bei|im (?:(?:ersten|zweiten|anderen) )?falle?|ist|gilt|sei|zum zeitpunkt|fall",
    opens=r"der|die|das|ein|eine|es|hängt|ist|nur|gibt|wir|so|dann|auch|man|kommt",
    leads_on=r"also|so|daher|damit|somit|folglich|und|gilt|folgt|ist|sind|erhält man|erhalten wir|wir erhalten|man erhält|es folgt|es gilt|ergibt sich|lautet|wird|liefert|zu",
    subject=r"(?:die |der |das )?(?:partielle )?(?:ableitung(?:en)?|gradient|jacobi-?matrix|ergebnis|einträge|formel)|(?:durch )?(?:ableiten|differenzieren)",
)
FRENCH = Shapes(
    lead=r"donc|alors|ainsi|ici|et|mais|sinon|puis|ensuite|enfin|maintenant|d['’]abord|d['’]où|premièrement|deuxièmement|d['’]autre part"
    r"|en revanche|par contre|par la règle (?:du quotient|de la chaîne|du produit)|on (?:a|obtient|trouve)(?= pour| si)",
    makes=r"si on suppose|si l['’]on suppose|si|s['’]|pour|quand|lorsque|lorsqu['’]|avec|dans|cas|où|soit|sur|supposons|supposant|considérons|prenons|en"
    r"|au cas où|que|(?:seulement|uniquement)(?= si| pour)|puisque|à condition que|si et seulement si",
    nouns=r"le|la|les|l['’]|du|de|des|tous|toutes|tout|d['’]abord|premier|deuxième|second|autre|cas|diagonale|hors[ -]diagonale"
    r"|(?:termes|éléments|coefficients|entrées) (?:diagonaux|diagonales|non diagonaux|hors[ -]diagonale)|éléments"
    r"|couche de sortie|dernière couche|dernier pas|(?:mêmes )?indices(?: égaux| différents)?|dérivée(?: partielle)?|gradient",
    goes_on=r"alors|donc|ainsi|on|nous|a|avons|obtient|obtenons|trouve|trouvons|donne|devient|vaut|est|sont|cela|ceci|ce|il|vient|résulte|le|la|les"
    r"|l['’]|par|avec|règle|du quotient|du produit|de la chaîne|dérivée|dérivées|partielle|gradient|suit|en|d['’]abord"
    r"|de (?=\$)|à (?=\$)|selon",
    ends=r"et|mais|tandis que|alors|donc|sinon|où|car|on|seulement|ce qui|avec|ainsi",
    told=r"ici|ceci|cela(?= pour)|cela vaut|ceci vaut|valable|valide",
    said=r"est vrai|seulement|uniquement",
    reports=r"(?:on|nous) (?:a|avons|obtient|obtenons|trouve|voit)(?: (?:donc|alors|ainsi|que))*(?=[\s,:]*(?:pour|si|lorsque|quand|dans)\b)|(?:commençons par|de même|on considère)",
    strong=r"si|pour|lorsque|quand|dans le cas(?: où)?|cas|au",
    opens=r"le|la|les|il|on|un|une|seul|seule|l['’]",
    leads_on=r"donc|alors|ainsi|d['’]où|et|on (?:a|obtient|trouve)|a|est|vaut|donne|devient|obtient|trouve|que",
    subject=r"(?:la |le |les )?(?:dérivées?(?: partielles?)?|gradient|jacobienne|résultat|formule|coefficients)|en (?:dérivant|utilisant|appliquant)",
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
    told=r"aquí|esto(?= para)|esto vale|válido|válida|solo",
    said=r"se cumple|solamente",
    reports=r"(?:se )?(?:tiene|tenemos|obtenemos|obtiene|sigue|ve)(?: (?:entonces|que|así))*(?=[\s,:]*(?:para|si|cuando|en)\b)|de (?:igual|la misma) (?:forma|manera)|análogamente",
    strong=r"si|para|cuando|en el caso(?: (?:de )?que)?|caso|en",
    opens=r"el|la|los|las|hay|un|una|solo|sólo|se|lo",
    leads_on=r"por lo que|por lo tanto|por tanto|así que|luego|entonces|y|es|son|tenemos|obtenemos|se obtiene|se tiene|da|queda|resulta|que",
    subject=r"(?:la |el |las |los )?(?:derivadas?(?: parcial(?:es)?)?|gradiente|jacobiana|resultado|fórmula|elementos|entradas)|(?:derivando|aplicando|usando|utilizando)",
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
    reports=r"(?:si )?(?:ha|ottiene|abbiamo|otteniamo)(?: quindi)?(?=[\s,:]*(?:per|se|quando)\b)|analogamente|allo stesso modo",
    strong=r"se|per|quando|nel caso(?: in cui)?|caso",
    opens=r"il|la|lo|i|gli|le|si|solo|un|una|l['’]",
    leads_on=r"quindi|dunque|perciò|e|si ha|abbiamo|otteniamo|si ottiene|è|sono|dà|vale|diventa|che",
    subject=r"(?:la |il |le |gli )?(?:derivat[ae](?: parzial[ei])?|gradiente|jacobiana|risultato|formula)|(?:derivando|applicando|usando)",
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
    reports=r"(?:temos|obtemos|tem-se|segue)(?: que)?(?=[\s,:]*(?:para|se|quando)\b)|analogamente|da mesma forma",
    strong=r"se|para|quando|no caso(?: em que)?|caso",
    opens=r"o|a|os|as|há|só|um|uma|se",
    leads_on=r"portanto|logo|assim|então|e|temos|obtemos|é|são|fica|vale|que|resulta",
    subject=r"(?:a |o |as |os )?(?:derivadas?(?: parcia(?:l|is))?|gradiente|jacobiana|resultado|fórmula)|(?:derivando|aplicando|usando)",
)
RUSSIAN = Shapes(
    lead=r"тогда|здесь|и|а|но|теперь|затем|сначала|итак|значит|наконец|иначе|по правилу (?:частного|произведения)",
    makes=r"если|если же|при|когда|для|случай|в случае|где|пусть|на|(?:лишь|только)(?= если| при| когда)|рассмотрим|предположим|что|при условии|для случая|так как|поскольку",
    nouns=r"все|всех|первый|второй|случай|диагонал[иь]|вне диагонали|(?:не)?диагональных|элементов|недиагональн(?:ые|ых)|диагональн(?:ые|ых) элемент(?:ы|ов)|производн(?:ая|ой|ые)|выходного слоя"
    r"|последнего (?:слоя|шага)",
    goes_on=r"тогда|то|мы|имеем|получаем|получим|получается|находим|следует|это|даёт|дает|равна|равно|равны|есть|по|правилу|частного|произведения"
    r"|производная|производные|частная|итак|значит|из|сначала",
    ends=r"и|а|но|тогда|где|так как|то|поэтому|только",
    told=r"здесь|справедливо|верно|это верно",
    said=r"верно|выполнено",
    reports=r"(?:имеем|получаем|получим|следует|видно)(?:,? что)?(?=[\s,:]*(?:при|если|для|когда)\b)|аналогично",
    strong=r"если|при|когда|для|в случае|случай",
    opens=r"числитель|знаменатель|только|есть",
    leads_on=r"поэтому|значит|следовательно|и|то|получаем|имеем|равна|равно|получим|откуда",
    subject=r"(?:частн(?:ая|ые) )?(?:производн(?:ая|ые|ой)|градиент|якобиан|результат|формула)|(?:дифференцируя|применяя|используя)",
)


def _simple(makes: str, then: str = "", behind: str = "") -> Shapes:
    """A language of which no more is known than what makes a condition, and what leads on from it."""
    return Shapes("en|i|a|og|och|ve|și|ja|maar|ale|men", makes, "(?!)", then or "(?!)", "(?!)", "", behind or "(?!)")


OTHERS = (
    _simple(
        r"als|indien|voor|wanneer|met|bij|stel|zij|in het geval(?: dat)?|alleen(?= als| voor)",
        r"dan|geldt|krijgen we|we krijgen",
    ),
    _simple(
        r"dla|gdy|jeśli|jeżeli|przy|w przypadku(?: gdy)?|o ile|tylko(?= dla| gdy)|niech", r"to|wtedy|mamy|otrzymujemy"
    ),
    _simple(
        r"om|för|när|hvis|når|dersom|ifall|i fallet|med|ved|(?:endast|bara|kun)(?= om| för| hvis)",
        r"så|då|får vi|gäller|är|er",
    ),
    _simple(r"eğer|yalnızca|sadece", r"ise|için|olduğunda|durumunda|iken", r"ise|için|olduğunda|durumunda|iken"),
    _simple(r"nếu|khi|với|cho|trong trường hợp|chỉ(?= khi)", r"thì|ta có"),
    _simple(r"jika|untuk|bila", r"maka"),
    _simple(r"dacă|pentru|când", r"atunci|avem"),
    _simple(r"jos|kun", r"niin"),
    _simple(r"pokud|pro|když|je-li", r"pak|platí"),
)
LANGUAGES = (ENGLISH, GERMAN, FRENCH, SPANISH, ITALIAN, PORTUGUESE, RUSSIAN, *OTHERS)
