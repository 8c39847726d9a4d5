"""Words that say nothing that a condition is one, by language: joiners, and may stand beside them.

Any other word beside a condition may widen it, except it or turn it round (`said_plainly`). Of nouns only those stand
here that networks and their derivations are spoken of with.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..notation import words_of


@dataclass(frozen=True, slots=True)
class Plain:
    """One language.

    `joining`: words that make a condition of stands behind them; `around`: those that may stand before them,
    between them and the condition; `behind`: those that may stand behind it and end its clause there (`holds`);
    `going_on`: those with which the main clause begins behind it, of which the rest of the clause may say anything.
    """

    joining: str
    around: str
    behind: str
    going_on: str


LANGUAGES: dict[str, Plain] = {
    "English": Plain(
        joining="for if iff when whenever where wherever with provided providing assuming given at in on by case"
        " cases suppose supposing assume consider since because as let set put take taking setting putting"
        " from of only while long under using having has have whose which is are be means equals choose"
        " choosing fix fixing to",
        around="and or so then now here this that these those it its the a an we i one you us our my your their they"
        " there all any each every everything always alone some both either exactly precisely just simply"
        " namely first second third last next other remaining former latter final special simple"
        " simpler simplest simplicity easy particular exercise triple"
        " minimum maximum optimum convergence"
        " specific general same single own such separately respectively again thus hence therefore finally"
        " similarly likewise analogously get gets got obtain obtains obtained find finds found compute"
        " computing derive derives gives give yields yield becomes become reads follows follow holds hold"
        " holding held valid true correct applies apply equal result results resulting happens happen occurs"
        " occur mean know see note recall remember write treat considered look looking start starts stands"
        " stand coincide coincides agree agrees match matches belong belongs condition conditions situation"
        " value values index indices letter letters subscript subscripts range ranges equation equations"
        " formula formulas formulae line lines expression expressions derivative derivatives gradient"
        " gradients jacobian matrix matrices vector vectors entry entries element elements component"
        " components diagonal diagonals offdiagonal row rows column columns term terms part parts factor sum"
        " sums product unit units neuron neurons node nodes layer layers input inputs output outputs hidden"
        " visible weight weights bias biases class classes label labels target targets category word words"
        " token tokens position positions step steps time times example examples sample samples pattern"
        " patterns point points data pair pairs cluster clusters state states gate gates cell filter kernel"
        " channel feature features error errors delta deltas loss cost energy activation activations logit"
        " logits score scores probability probabilities network model parameter parameters number numbers size"
        " block edge edges neighbour neighbor item user users center context negative positive right active"
        " inactive self connection connections recurrent function functions variable variables argument rule"
        " identity chain softmax sigmoid partial kronecker respect contribution contributes effect sense must"
        " need can may will would does do small large larger smaller greater zero nonzero non-zero two three"
        " four inside within along between through back down up into per via interior inner outer upper lower"
        " left above below top bottom current previous preceding following later earlier initial begin"
        " beginning end boundary different distinct differ differs identical unequal concerned chosen winning"
        " selected observed fixed arbitrary suffices enough interest trivial main distinguish go going"
        " backward backwards forward forwards recursively recursion turn turning turns applying use uses used"
        " specialize specializing specialise specialising specialized restrict restricting restricted quotient"
        " power differentiate differentiating differentiation evaluate evaluating evaluated insert inserting"
        " substitute substituting plug plugging simplify simplifying simplifies continue continuing proceed"
        " proceeding focus focusing check checking verify verifying treating looks describe describing"
        " distinguishing separate distribute expand expanding abbreviate abbreviating multiply multiplying"
        " summing pick picks picked similar dissimilar throughout shape threshold models modelled linear"
        " nonlinear logistic running runs run over across sitting being been was were he she whereas conclude concludes"
        " deduce deduces infer infers handle numerator denominator",
        behind="holds hold is are true satisfied fulfilled valid given only say that the case and or respectively"
        " here as usual in this",
        going_on="acts affects influences feeds"
        " we the it this that there one then they all so and or which where with our a an its in on by of as i"
        " you let since because hence thus therefore only each every both note for if when to from gives give"
        " yields yield becomes while using otherwise these those such at now first",
    ),
    "German": Plain(
        joining="falls wenn für fuer bei im in sofern soweit mit fall falle wo wobei dass solange vorausgesetzt genau"
        " sei seien sind ist gilt zu von an auf da weil sobald nur",
        around="und oder aber so dann nun jetzt hier dies das dieser diese dieses diesem diesen es er sie wir man"
        " der die den dem des ein eine einen einem einer eines alle allen jede jeden jedem jedes jeder beide"
        " beiden gerade nämlich daher damit somit folglich zuerst zunächst weiter speziell speziellen"
        " besonderen spezieller erste ersten zweite zweiten dritte dritten letzte letzten andere anderen"
        " übrigen gleiche gleichen gleicher gleichem verschiedene verschiedenen ungleiche ungleichen eigene"
        " eigenen selbe selben erhält erhalten ergibt ergeben folgt bekommt bekommen gelten gültig wahr stimmt"
        " betrachten betrachte nehmen wählen setzen haben hat wird werden dabei daraus hierbei unter zwischen"
        " über entlang jeweils zwar einfache einfachen allgemein allgemeinen genannten feste festen festes"
        " fest beliebige beliebigen beliebiges beliebig alles indizes index indices einträge eintrag einträgen"
        " bedingung bedingungen diagonale diagonalen diagonaleinträge diagonalelemente element elemente"
        " elementen komponente komponenten neuron neuronen neurons einheit einheiten schicht schichten ausgabe"
        " ausgang ausgabeschicht ausgabeneuronen aktivierung aktivierungen eingabe eingaben eingang gibt verborgenen"
        " verborgene verdeckten verdeckte gewicht gewichte gewichten gewichts bias klasse klassen zeitschritt"
        " zeitschritte zeitpunkt zeit schritt schritten beispiel beispiele zeile zeilen spalte spalten term"
        " terme summe ableitung ableitungen gradient gradienten formel formeln gleichung wert werte werten"
        " situation anfang ende rand übergang zustand zustände d.h dh bzw vgl wegen trifft zutrifft"
        " zusammenfallen übereinstimmen hingegen dagegen jedoch allerdings zähler nenner"
        " zum",
        behind="gilt ist sind gelten zutrifft wahr erfüllt d.h dh nur hat und",
        going_on="wirkt beeinflusst"
        " gilt erhält erhalten ergibt ergeben folgt bekommt bekommen wir man das die der dies diese ist sind"
        " wird werden und oder so dann also hat haben lautet daher es mit wobei da in im dem ein eine nur"
        " jeweils daraus vereinfacht verschwindet fällt bleibt heißt liefert sowie beim zum an am auf",
    ),
    "French": Plain(
        joining="si pour quand lorsque lorsqu avec cas où dans à en soit condition seulement uniquement dès sous de"
        " du que qu valable valables vaut est sont supposons supposant puisque",
        around="et ou mais donc alors ainsi ici ce cela ceci c ces cet cette il elle ils elles on nous le la les l"
        " un une des d tout toute tous toutes chaque deux premier première second seconde deuxième troisième"
        " dernier dernière particulier particulière autre autres exactement précisément obtient obtenons"
        " trouve trouvons a avons donne devient valent suit résulte considère considérons prend prenons pose"
        " posons maintenant ensuite enfin d'abord d'où d’où puis soient y n s se sa son ses leur leurs"
        " éléments élément diagonale diagonaux diagonal indices indice égaux égales égal égale distincts"
        " différents différent distinct termes terme unités unité neurones neurone couche couches sortie"
        " sorties entrée entrées cachée cachées poids biais classe classes étape étapes temps instant instants"
        " exemple exemples composante composantes dérivée dérivées gradient gradients formule formules ligne"
        " lignes égalité valeur valeurs propre vrai vraie valide correct correcte bonne vérifié",
        behind="est sont vrai vérifié vérifiée vaut ont a et soit seulement uniquement",
        going_on="agit influe influence"
        " on nous le la les l il elle ce cela c et ou alors donc ainsi d'où d’où est sont vaut donne devient"
        " avec dans un une en par ceci cette ces puis se soit seulement uniquement où car",
    ),
    "Spanish": Plain(
        joining="si para cuando con caso en donde siempre que solo sólo solamente únicamente sea sean de del es son"
        " válido válida vale valen condición bajo por supongamos supóngase suponiendo consideremos",
        around="y o pero entonces así aquí esto este esta estos estas ese esa eso el la los las lo un una unos unas"
        " todo todos toda todas cada dos primer primero primera segundo segunda tercer último última"
        " particular especial otro otra otros otras mismo mismos misma mismas propio propia exactamente"
        " precisamente obtiene obtenemos resulta queda tenemos se tiene da hay ahora luego finalmente"
        " consideramos tomamos considera hacemos cumple elementos elemento diagonal diagonales índices índice"
        " iguales igual distintos diferentes términos término unidades unidad neuronas neurona capa capas"
        " salida salidas entrada entradas oculta ocultas peso pesos sesgo clase clases paso pasos tiempo"
        " instante ejemplo ejemplos componente componentes derivada derivadas gradiente gradientes fórmula"
        " fórmulas ecuación ecuaciones línea igualdad valor valores verdad verdadero correcto correcta"
        " correspondiente esté está",
        behind="es son se cumple vale tiene y solo sólo solamente únicamente",
        going_on="actúa influye afecta"
        " se tenemos obtenemos queda resulta el la los las lo es son y o entonces así con donde esto este esta"
        " un una en por da luego solo sólo solamente vale ya pues que de nos su hay",
    ),
    "Italian": Plain(
        joining="se per quando con caso nel nella in cui ove dove qualora solo soltanto solamente sia siano valido"
        " valida vale valgono è sono condizione che di del a supponiamo supponendo poiché siccome",
        around="dello dell"
        " e o ma allora così qui questo questa questi queste ciò il lo la i gli le l un uno una tutti tutte"
        " ogni ciascun ciascuna due primo prima secondo seconda terzo ultimo speciale altro altri altra stesso"
        " stessa stessi proprio esattamente precisamente otteniamo ottiene si ha abbiamo trova troviamo"
        " risulta segue diventa consideriamo ora poi infine elementi elemento diagonale diagonali indici"
        " indice uguali uguale distinti diversi termini termine unità neuroni neurone strato strati uscita"
        " uscite ingresso ingressi nascosto nascosti peso pesi classe classi passo passi tempo istante esempio"
        " esempi componente componenti derivata derivate gradiente gradienti formula formule riga uguaglianza"
        " valore valori vero vera corretta corretto invece",
        behind="è sono si vale ha e solo soltanto",
        going_on="agisce influenza influisce"
        " si abbiamo otteniamo ottiene il lo la i gli le l è sono e o allora così con dove questo questa un"
        " una in per da vale risulta segue poi solo soltanto che di",
    ),
    "Portuguese": Plain(
        joining="se para quando com caso na em onde só somente apenas seja sejam válido válida vale valem é são"
        " condição sempre que de do da sob por suponha supondo considere",
        around="e ou já mas então assim aqui isto isso este esta esse essa o a os as um uma uns umas todo todos toda"
        " todas cada dois duas primeiro primeira segundo segunda terceiro último última especial outro outra"
        " outros outras próprio própria exatamente precisamente obtemos obtém temos tem resulta segue fica dá"
        " há agora depois finalmente consideramos elementos elemento diagonal diagonais índices índice iguais"
        " igual distintos diferentes termos termo unidades unidade neurônios neurônio camada camadas saída"
        " saídas entrada entradas oculta ocultas peso pesos viés classe classes passo passos tempo instante"
        " exemplo exemplos componente componentes derivada derivadas gradiente gradientes fórmula fórmulas"
        " equação linha igualdade valor valores verdade verdadeiro correto",
        behind="é são se vale tem e só somente apenas",
        going_on="age influencia afeta"
        " se temos obtemos obtém tem fica resulta segue o a os as é são e ou então assim com onde isto isso um"
        " uma em por dá vale só somente apenas que de",
    ),
    "Russian": Plain(
        joining="если при когда для случае случай случая условии где с в на лишь только коли пусть раз ежели поскольку",
        around="и а или но то тогда здесь это этот эта эти этого этом мы он она оно они всех все каждого каждой"
        " любого любых обоих двух первый первом втором второй третьем последнем частном особом другой другом"
        " других остальных одного одинаковых равных разных различных собственного именно точно есть верно"
        " справедливо справедлива выполнено получаем получим получается имеем находим следует вытекает дает"
        " даёт равно равна равны равен рассмотрим теперь затем наконец сначала также-то элементов элемента"
        " диагональных диагонали диагональ индексов индекса индексах слоя слоёв слоев нейронов нейрона"
        " выходного выходов скрытого входного входов весов веса класса классов шага времени примера примеров"
        " компонент компоненты производной производные градиента градиент формула формулы строки значения"
        " значений том т.е те что чего",
        behind="верно выполнено справедливо есть то и истинно имеет место",
        going_on="влияет действует"
        " то мы имеем получаем получим получается это и а или тогда где с в по из производная производные"
        " числитель знаменатель градиент имеет равно равна равны будет есть откуда следует верно значит он она оно",
    ),
    "Dutch": Plain(
        joining="als voor wanneer indien met in geval het alleen bij waar mits zij geldt geldig is zijn dat van op",
        around="en of maar dan nu hier dit deze die de een we wij men er alle elke elk ieder iedere beide precies"
        " namelijk dus daarom eerst eerste tweede derde laatste speciale ander andere gelijke verschillende"
        " eigen zelfde krijgen krijgt vinden volgt hebben heeft wordt worden elementen element diagonaal"
        " indices index termen laag lagen uitvoer invoer verborgen gewicht gewichten klasse klassen stap"
        " stappen tijd voorbeeld voorbeelden waarde afgeleide formule juist",
        behind="geldt is zijn en waar alleen",
        going_on="geldt is zijn we men wij de het dit deze en of dan dus krijgen krijgt volgt vinden heeft hebben"
        " wordt een in met waar alleen",
    ),
    "Polish": Plain(
        joining="dla gdy jeśli jeżeli kiedy przy w przypadku przypadek o ile tylko gdzie z na niech zachodzi jest są"
        " że to",
        around="i a lub ale wtedy więc tu tutaj ten ta te tego tym my wszystkich każdego każdej obu dokładnie czyli"
        " zatem najpierw pierwszy pierwszym drugim drugi trzecim ostatnim szczególnym innym innych równych"
        " różnych własnego mamy otrzymujemy dostajemy wynika prawdziwe elementów elementu przekątnej diagonali"
        " indeksów indeksu warstwy wyjścia wejścia ukrytej wagi wag klasy klas kroku czasu przykładu wartości"
        " pochodna gradient wzór natomiast zaś",
        behind="zachodzi jest są i tylko",
        going_on="mamy otrzymujemy dostajemy to jest są i a lub wtedy więc zatem gdzie pochodna w z tylko",
    ),
    "Nordic": Plain(
        joining="om för när for hvis når i fallet fall tilfældet tilfellet med vid dersom ifall då da där der hvor"
        " som är er gäller gjelder gælder endast bare kun bara att at",
        around="och og eller men så nu nå här her detta dette den det de en ett et vi man alla alle varje hver hvert"
        " båda både begge precis nettopp netop alltså altså först først första første andra andre anden tredje"
        " sista siste sidste lika like samma samme egna egne får fås erhåller finner har blir följer følger"
        " element elementen elementer diagonalen indeks index lager laget lag vikt vekt klass klasse steg tid"
        " exempel eksempel värde verdi derivatan",
        behind="gäller gjelder gælder är er och og bara kun",
        going_on="gäller gjelder gælder är er får fås har blir följer følger vi man det de detta dette och og så med"
        " som där der hvor",
    ),
    "Turkish": Plain(
        joining="eğer yalnızca sadece ancak",
        around="ve ya burada bu o biz her tüm iki ilk birinci ikinci durum durumda durumunda özel köşegen elemanlar"
        " indis indisler eşit katman çıkış giriş gizli ağırlık sınıf adım için",
        behind="",
        going_on="",
    ),
    "Vietnamese": Plain(
        joining="nếu khi với trong trường hợp cho chỉ tại ở là",
        around="và hoặc thì ta chúng có được mọi mỗi các những hai đầu tiên thứ nhất đây này đó phần tử chéo đường"
        " số lớp nơ-ron trọng ra vào ẩn bước thời điểm đúng giá trị đạo hàm công thức suy",
        behind="thì đúng là và",
        going_on="thì ta có được là và chúng đạo",
    ),
    "Indonesian": Plain(
        joining="jika ketika apabila untuk pada kasus saat maka", around="kita", behind="", going_on="maka"
    ),
    "Romanian": Plain(joining="dacă când pentru cazul în atunci", around="avem", behind="", going_on="atunci avem"),
    "Finnish": Plain(joining="jos kun niin", around="", behind="", going_on="niin"),
    "Greek": Plain(joining="αν εάν όταν για τότε", around="", behind="", going_on="τότε"),
    "Arabic": Plain(joining="إذا كان كانت عندما", around="", behind="", going_on="فإن"),
    "Hebrew": Plain(joining="אם כאשר עבור אז", around="", behind="", going_on="אז"),
}
"""A row for each language that parts its words by spaces."""
JOINING = frozenset(w for x in LANGUAGES.values() for w in words_of(x.joining))
KNOWN = JOINING | frozenset(w for x in LANGUAGES.values() for w in words_of(x.around))
BEHIND = frozenset(w for x in LANGUAGES.values() for w in words_of(x.behind))
GOING_ON = frozenset(w for x in LANGUAGES.values() for w in words_of(x.going_on))
"""Words that may go on behind a condition;"""
STRONG = frozenset(
    words_of(
        "if iff for when whenever where provided case wenn falls für fuer bei sofern si pour quand lorsque cas para"
        " cuando caso se per quando qualora если при когда для случае als voor wanneer indien dla gdy jeśli jeżeli om"
        " för när hvis når eğer nếu khi với cho"
    )
)
"""those that make it one whatever stands further in front of them;"""
NOT_RIGHT_BEFORE = frozenset(
    words_of(
        "same equal equally gleiche gleichen igual iguales mismo misma stesso stessa mesmo samma samme lo similarly"
        " likewise analogously alike"
    )
)
"""words by which what is said holds for it, too, right in front of those;"""
AND_OR = frozenset(words_of("and or und oder et ou y o e и а или en of i a lub och og eller và hoặc"))
"""words that join, or leave a choice;"""
JOINED_BY = {
    **dict.fromkeys(words_of("and or"), words_of("if for when whenever where")),
    **dict.fromkeys(words_of("und oder"), words_of("falls wenn für fuer bei sofern")),
    **dict.fromkeys(words_of("et ou"), words_of("si pour quand lorsque")),
    **dict.fromkeys(words_of("y e ed ou"), words_of("si para cuando se per quando")),
    **dict.fromkeys(words_of("и или"), words_of("если при когда для")),
    **dict.fromkeys(words_of("en of"), words_of("als voor wanneer indien bij")),
    **dict.fromkeys(words_of("i oraz lub"), words_of("dla gdy jeśli jeżeli")),
    **dict.fromkeys(words_of("och og eller"), words_of("om för när for hvis når")),
}
"""the same, each with the words that make conditions in its language;"""
WIDE = frozenset(words_of("general allgemein other others remaining all alle tous todos tutti"))
"""words behind those by which a line holds elsewhere, too;"""
HERE = frozenset(words_of("here hier ici aquí qui aqui здесь being case fall special"))
"""words before a case that join it to nothing;"""
TURKISH = frozenset(words_of("ise için olduğunda durumunda olursa iken halinde olduğu"))
TURKISH_TURNED = frozenset(words_of("de da bile dahi ya veya değil hariç dışında"))
"""and Turkish words behind a condition, with those that turn them."""
