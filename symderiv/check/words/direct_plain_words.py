r"""Words of sentences that do nothing but hold something fixed, or name a direct derivative: a row for each language.

`Treating $m$ as a constant, we get` and `the direct derivative of $u$ by $w$ is` say it; `avoiding to treat`, `the
direct derivative and the recursion together` say something else. There is no end of such words, so that only those
here are plain (`direct_plainly`).
"""

from __future__ import annotations

from dataclasses import dataclass

from ...notation import words_of


@dataclass(frozen=True, slots=True)
class Plain:
    """One language. `around`: words of either sentence; `holding`: of one that holds something, of derivatives, too;
    `denying`: those that deny it, if all others are plain."""

    around: str
    holding: str
    denying: str = ""


ROWS: dict[str, Plain] = {
    "English": Plain(
        around="the a an is are it its this that's each every we get gets obtain have find compute write here"
        " where now so thus hence therefore for with equals reads becomes as follows following of us note"
        " simply just neuron unit node layer activation output hidden input gate state sigmoid",
        holding="derivative derivatives partial gradient gradients given in weight weights bias let treat treats"
        " treating treated hold holding held keep keeping kept regard regarding regarded consider"
        " considering considered view viewing viewed take taking taken assume assuming assumed fix fixing"
        " freezing constant constants fixed be being both all when while if with then one gives yields"
        " values value formula step direct immediate local and",
        denying="not never cannot without",
    ),
    "German": Plain(
        around="der die das den dem des ein eine ist sind wir erhalten ergibt gilt so also nun hier dann dabei"
        " wobei lautet für es man erhält jede jeder",
        holding="ableitung ableitungen gradient betrachtet betrachten hält halten behandelt behandeln wird werden"
        " wenn mit bei als konstante konstant fest festgehalten festem fester festen fixiert gehalten"
        " gehaltenem konstantem konstanter konstanten und sich zu",
        denying="nicht ohne",
    ),
    "French": Plain(
        around="la le les l un une des de du est sont on nous a avons obtient obtenons ici où donc alors vaut"
        " s'écrit pour",
        holding="dérivée dérivées gradient en traitant considérant fixant avec si comme constante constantes"
        " constant fixe fixes fixé fixée fixés fixées étant et à tenant gardant supposant traite considère"
        " supposé supposée",
        denying="pas sans ne n",
    ),
    "Spanish": Plain(
        around="la el las los un una de es son se tenemos obtenemos tiene obtiene aquí donde entonces así vale"
        " para queda resulta",
        holding="derivada derivadas gradiente tratando considerando manteniendo fijando tomando con si como"
        " constante constantes fijo fija fijos fijas y a trata considera mantiene suponiendo",
        denying="no sin",
    ),
    "Italian": Plain(
        around="la il le i gli l un una di è sono si ha abbiamo otteniamo ottiene qui dove allora quindi vale"
        " per risulta",
        holding="derivata derivate gradiente trattando considerando tenendo fissando con se come costante"
        " costanti fisso fissa fissi fisse e mantenendo siano sia supponendo considera",
        denying="non senza",
    ),
    "Portuguese": Plain(
        around="a o as os um uma de da do é são se temos obtemos tem obtém aqui onde então assim vale para fica"
        " resulta",
        holding="derivada derivadas gradiente tratando considerando mantendo fixando tomando com se como"
        " constante constantes fixo fixa fixos fixas e sejam supondo",
        denying="não sem",
    ),
    "Russian": Plain(
        around="равна равны есть имеем получаем получим тогда здесь где то для",
        holding="производная производные градиент считая полагая рассматривая фиксируя при если считать"
        " постоянным постоянными постоянной постоянных постоянном фиксированном фиксированным"
        " фиксированных фиксированной константой константами и как",
        denying="не без",
    ),
}
"""The words of languages that part their words by spaces."""
AROUND = frozenset(w for x in ROWS.values() for w in words_of(x.around))
HOLDING = AROUND | frozenset(w for x in ROWS.values() for w in words_of(x.holding))
DENYING = frozenset(w for x in ROWS.values() for w in words_of(x.denying))

JAPANESE = (
    r"を|は|が|の|も(?=一定|固定)|と|で|に|、|ここで|このとき|すると|とき|時|まず(?=、?\Z)|よって|したがって|得る|得られる|なる"
    r"|である|です|ます|次|以下|通り|とおり|よう|各"
)
JAPANESE_HOLDING = (
    r"偏微分|微分|導関数|勾配|式|求める|計算|定数|一定|固定|みな|見な|扱|考え|看做|して|した|し|す|せば|れば|ば|って|う|いう|いる|おく|たまま|まま"
    r"|と(?:すると|すれば)|場合|して考える|て|する|え|る|ると"
)
JAPANESE_DENYING = (
    r"ではない(?:ので|から)?|でない(?:ので|から)?|[させ]ずに?|しない(?:で|ので)?|できない(?:ので|から)?|わずに?"
)
CHINESE = (
    r"的|为|為|是|有|得到|得|可得|我们|我們|则|則|此时|此時|这里|這裡|其中"
    r"|等于|等於|如下|那么|就|因此|所以|故"
)
CHINESE_HOLDING = (
    r"偏导数|偏導數|导数|導數|偏导|導|导|微分|梯度|把|将|將|看作|看成|视为|視為|视作|当作|當作|当成|常数|常數|常量|定值|固定|保持|不变"
    r"|若|如果|令|设|設|时|時|和|与|與|及|作为|作為"
)
KOREAN = r"은|는|이|가|을|를|의|다음과|같다|이다|얻는다|여기서|그러면"
KOREAN_HOLDING = (
    r"편미분|미분|도함수|기울기|상수로|상수|고정하면|고정하고|고정|보면|보고|두면|취급하면"
    r"|간주하면|하면|하여|와|과|으로|로"
)
"""Words that need no spaces between them, as patterns."""
