r"""The messages that `japanese` knows, in both languages.

A row is `English => Japanese`; `{}` stands for any text, in Japanese `{0}`, `{1}` by number where the order differs. A
message that no row covers stays as it is.
"""

from __future__ import annotations

TABLE = r"""
a value is named where it does not exist, and only derivatives are said to be 0 there =>
    存在しない値が現れていますが，範囲外で 0 とされているのは微分だけです
`{}`: inequalities are not judged => `{}`: 不等式は判定しません
without a network: {} => ネットワークが定まりません: {}
the sum runs over `{}`, too, and it is right where that is the `{}` of the other side: write `{}` =>
    和は `{0}` についても走ります．左辺の `{1}` に固定すれば正しいので，`{2}` と書いてください
nothing says whether there is {}, and nothing uses it => {} があるとは述べられておらず，どこにも使われていません
nothing says whether there is `{}`, and from where sums run => `{}` があるか，和がどこから始まるかが述べられていません
words say that something is left out: is it `{}`? => 何かが除かれると書かれていますが，それは `{}` ですか
what `{}` is, the page does not say, and with `{}` it is right =>
    `{0}` が何かは述べられておらず，`{1}` なら正しい式です
a chain of more than {} members => 等式の鎖が {} 項を超えています
a sum without bounds: over what does it run? => 和の範囲が分かりません
the words beside it say that it holds in this case only, and it holds in general =>
    この場合に限るという言葉がありますが，一般に成り立ちます
`{}` may be the derivative of `{}`, or a name of its own => `{0}` は `{1}` の微分か別の名前か分かりません
this norm of a matrix is its largest singular value, or the root of the sum of all squares =>
    行列のこのノルムは最大特異値とも全成分の二乗和の平方根とも取れます
names of one example stand beside the sum over the examples, or beside the whole loss =>
    一つの例についての名前が，例についての和の外か全体の損失と並んでいます
write the number of the example on them => それらに例の番号を書いてください
this may be a function, or made of a matrix => 関数なのか行列から作ったものなのか分かりません
an inverse or a determinant of `{}` has no derivation => `{}` の逆行列や行列式の導出はできません
give it a name of its own, or judge the page: `symderiv check` => 別の名を付けるか，`symderiv check` で判定してください
a line about inverses that numbers agree with, but that is not proved =>
    逆行列についてのこの行は数値では合いますが，証明できません
the inverse of this matrix is not read in indices => この行列の逆行列は添字では読みません
an entry of the inverse of a matrix is not read => 逆行列の要素は読みません
where nothing is differentiated through it, give the inverse a name of its own: `{}` =>
    逆行列を通して微分しないなら，逆行列に別の名前を付けてください: `{}`
an entry of a power of a matrix => 行列のべきの要素です
write the entries of the matrix itself => 行列そのものの要素で書いてください
a quotient of square matrices: by entries, or times the inverse? =>
    正方行列の商は，成分ごとの商とも逆行列との積とも取れます
write `\oslash` for the quotient by entries, or the product with the inverse =>
    成分ごとの商は `\oslash` で，そうでなければ逆行列との積で書いてください
the inverse of `{}` is not read in indices => `{}` の逆行列は添字では読みません
arithmetic beside this formula stands outside the `$` signs => この式の続きの計算が `$` の外にあります
an entry of a function of a whole array => 配列全体の関数の要素です
write `f(x_i)` for a function of the entry alone, `f_i` for an entry of one array =>
    要素だけの関数なら `f(x_i)`，ひとつの配列の要素なら `f_i` と書いてください
several things stand in the exponent => 指数に複数のものがあります
a row about values beside one about indices => 値についての行と添字についての行が混ざっています
a power is expected here => ここには累乗が来るはずです
an equation is expected here => ここには等式が来るはずです
`\over` outside braces => `\over` が括弧の外にあります
`{}` is not part of the network => `{}` はネットワークにありません
{} is not part of the network => {} はネットワークにありません
`{}` is defined at one step only (line {}), and used at others => `{0}` は一つの段でだけ定義されています（{1} 行目）
does `{}` depend on `{}` (line {})? nothing defines it, and nothing uses `{}` =>
    `{0}` は `{1}`（{2} 行目）に依存するのかもしれません。定義がなく，`{3}` はどこにも使われていません
is `{}` what `{}` is in line {}? nothing defines it or tells it apart =>
    `{0}` は {2} 行目の `{1}` と同じものかもしれません。定義がなく，別物だとも書かれていません
the definition of `{}` in line {} could not be read => {1} 行目にある `{0}` の定義が読めません
how `{}` depends on other things is not said (line {}) => `{0}` が何にどう依存するかが書かれていません（{1} 行目）
how `{}` depends on other things is not said => `{}` が何にどう依存するかが書かれていません
it follows from a value, and is not so at others => ある値のときだけの結論であり，ほかの値では成り立ちません
it follows from a derivative that is set to 0, which it is at some values only =>
    微分を 0 とおいて得られる式で，特定の値でしか成り立ちません
it is right only where what is assumed makes a part of it 0, whatever its sign and its factor =>
    仮定によって式の一部が 0 になるときだけ正しく，その符号や係数が何であっても成り立ちます
a constraint holds at some values only => 制約条件は特定の値でしか成り立ちません
an assumption about a function that the page does not define => このページで定義されていない関数についての仮定です
the derivative is required to be 0 here, which it is at some values only =>
    ここでは微分が 0 になることを求めており，それは特定の値でしか成り立ちません
under `{}`, without which the line says nothing => `{}` のもとで（それなしでは意味のない式です）
it differs whether one entry of symmetric data varies or both that are equal =>
    対称なデータの一つの成分だけが変わるのか，等しい二つがともに変わるのかで結果が異なります
only the diagonal of {} is defined => {} は対角成分だけが定義されています
it is right where `{}`, as words may say: write the range of the letter =>
    `{}` なら正しい行で，本文の言葉がそう述べているようです: 文字の範囲を書いてください
it is right where `{}`, of which the page says nothing => `{}` なら正しい行ですが，そうとはページに書かれていません
the text says that the number of the component stands first => 成分の番号が先だと本文にあります
write its indices as the text says => 添字を本文のとおりに書いてください
{} lies outside its range, of which the page says nothing => {} は範囲の外ですが、その範囲はページに書かれていません
`{}` is typed out elsewhere: does that depend on it? => `{}` の式が別にも書かれ、それに依存するのか分かりません
write the condition that is meant, such as `(i \ne j)` => `(i \ne j)` のように，意味する条件を書いてください
are all of these different, or each from the next? => すべて互いに異なるのか，隣どうしだけが異なるのか分かりません
write `i \ne j, j \ne k, i \ne k` => `i \ne j, j \ne k, i \ne k` のように書いてください
does the `{}` of a penalty stand for all that have this letter? =>
    正則化項の `{}` は同じ文字のすべてのパラメータを表すのですか
`{}` is not used for all that its indices may be: for which of them is the line meant? =>
    `{}` は添字の範囲の一部でしか使われていません。どの添字についての式ですか
it is wrong only where `{}` lies beyond the range that the page gives it =>
    `{}` がこのページの定める範囲の外にあるときにだけ誤りです
{} lies outside its range => {} は範囲の外です
nothing satisfies its condition => 条件を満たす場合がありません
no index satisfies its condition => 条件を満たす添字がありません
the denominator {} is zero at some points => 分母 {} が 0 になる場合があります
at some points {} => 場合によっては {}
the formula nests too deeply => 式の入れ子が深すぎます
{} carries the letter of the units {}1, but none has such a number => {} にはユニット {}1 のような番号がありません
the index {} is free on the right side only => 添字 {} は右辺だけにあります
agrees at {} points of small sizes; {} => 小さいサイズの {} 点で一致; {}
it is wrong only by a constant factor, which the rate `{}` may have in it =>
    定数倍だけ違いますが，その定数は係数 `{}` に含まれているのかもしれません
it holds only without entries that the page never uses => ページで使われない成分を除けば成り立ちます
agrees to 30 digits at {} points{} => {} 点で 30 桁まで一致{}
agrees to 30 digits, but {} => 30 桁まで一致しますが {}
both sides are 0 at all {} points{} => {} 点すべてで両辺とも 0{}
no real values were found for which both sides are defined => 両辺が定義される値が見つかりません
a unit is changed by which a sum over all states is taken => 全ての状態についての和を取るユニットで微分しています
differentiate by a parameter => パラメータで微分してください
not all states count in this sum => この和では一部の状態だけを足しています
multiply by what is 1 for those that do, and sum over all => 該当する状態で 1 となるものを掛けて全体の和にしてください
write an equation that says what it is => それが何かを表す式を書いてください
no sizes were found that satisfy what is known of them => 条件を満たすサイズが見つかりません
the letter {} of an assumption has no range => 仮定の中の文字 {} の範囲が分かりません
the letter {} has no range => 文字 {} の範囲が分かりません
an assumption could not be imposed on random values => 仮定を満たす値を作れません
no range is known for {} => {} の範囲が分かりません
a condition on indices is too hard to decide within the work limit => 添字の条件が複雑で，制限内に判定できません
the index {} has no finite range to enumerate => 添字 {} の範囲が有限ではありません
too many points to enumerate => 調べる点が多すぎます
this looks like an equation, but it does not stand between `$` signs, so it is not read =>
    等式のようですが `$` で囲まれていないので読んでいません
a mark over what stands before it ({}) is not read => 前の式の上に付く記号 ({}) は読めません
the letter `{}` ({}) is not known => 文字 `{}` ({}) は使えません
rows behind `{}` would be skipped => `{}` の後の行は読み飛ばされてしまいます
a prime behind the parenthesis => 括弧の後のプライム: 関数名に付けて `f'(x)` と書いてください
the gradient at `{}`, or by it => `{}` での勾配とも，それによる勾配とも読めます
`{}` with two indices: a difference, or an entry => 添字が二つの `{}` は，差とも成分とも読めます
`{}` is taken for `{}` => `{0}` は `{1}` を指すものとして読みました
what the sentence says of its cases is not understood => 文が述べる場合分けが理解できません
the text says that this does not hold => 本文がこの式は成り立たないと述べています
the words beside this formula say that another one is meant => この式の前後の言葉によると，別の式を意味しています
this is so in one case only, which no formula tells => これは一つの場合だけの定義で，どの場合かを示す式がありません
the sign before this formula stands outside the `$` signs => この数式の前の記号が `$` の外にあります
a formula without words among the words would be skipped => 文字列の中に数式だけがあり，読み飛ばされてしまいます
an arrow between two values is not read => 二つの値の間の矢印は読めません
an expression without a relation behind a condition => 条件の後に等号も不等号もない式があります
a sum of more than {} terms => 和が {} 項を超えています
an equation in brackets stands for 1 or 0 => 括弧 `[..]` の中の等式は 1 か 0 を表します
an equation that is given as a reason here is not read => ここで理由として書かれた等式は読めません
this has no value: {} => 値を持ちません: {}
the words beside it say less, or something else, than the formula does =>
    前後の言葉がこの式を弱めたり，別のことを述べたりしています
leave out what is multiplied by 0 => 0 を掛けたものは書かないでください
write it on a line of its own => 独立した行に書いてください
more than two values in a sentence are not read: write them as `cases` =>
    一つの文にある三つ以上の値は読めません: `cases` で書いてください
an equation in words is not read => 言葉で書かれた等式は読めません: `=` を使って書いてください
the document has more than {} characters => 文書が {} 文字を超えています
the document has more than {} formulas => 数式が {} 個を超えています
`{}` is not read: the document was given as text, not as a file =>
    `{}` は読みません: 文書がファイルとして与えられていません
`{}` lies outside the document's folder and is not read => `{}` は文書のフォルダの外にあるので読みません
`{}` includes itself => `{}` が自分自身を読み込んでいます
expected `{}` for this `{}` => この `{1}` を閉じる `{0}` がありません
a mark that changes the direction of writing (U+{}) stands inside mathematics =>
    数式の中に書字方向を変える文字 (U+{}) があります
a character that is no text (U+{}) stands inside mathematics => 数式の中に文字でないもの (U+{}) があります
expected `\end{{}}` for this `\begin{{}}` => この `\begin{{1}}` を閉じる `\end{{0}}` がありません
`\end{{}}` does not match: {} => `\end{{}}` が対応しません: {}
a matrix typed entry by entry is not read => 成分を並べた行列は読めません: 成分を式で定義してください
the environment `{}` is not known => 環境 `{}` は知りません
nothing is open that this `{}` could close => この `{}` に対応する開き括弧がありません
a row ends inside parentheses without an operator => 括弧の途中で行が終わっています
a line that begins with `-` and holds `=`: it continues the term above, or is an equation of its own =>
    `-` で始まり `=` を含む行は，上の続きとも別の式とも読めます
expected `{}` for the `{}` at column {}, found the end of the formula =>
    {2} 桁目の `{1}` を閉じる `{0}` がないまま式が終わっています
expected `{}` for the `{}` at column {}, found `{}` => {2} 桁目の `{1}` を閉じる `{0}` があるべき所に `{3}` があります
expected `{}` for the `{}` at column {}, found {} => {2} 桁目の `{1}` を閉じる `{0}` があるべき所に {3} があります
expected `{}` for the `{}`, found `{}` => `{1}` を閉じる `{0}` があるべき所に `{2}` があります
this formula has {} characters, more than the {} that are read => 式が {} 文字あり，読める {} 文字を超えています
a lone backslash at the end => 最後にバックスラッシュだけがあります
the character `{}` (U+{}) is not known => 文字 `{}` (U+{}) は知りません
a number of {} digits; at most {} are read => {} 桁の数です (読めるのは {} 桁まで)
`{}..` is a number with an exponent, or a product with `e` => `{}..` は指数付きの数とも `e` との積とも読めます
expected `}` for the `{` of `{}` => `{}` の `{` を閉じる `}` がありません
expected `{` after `{}` => `{}` の後に `{` がありません
mathematics inside `{}{..}` would be skipped with the words => `{}{..}` の中の数式は言葉と一緒に読み飛ばされてしまいます
mathematics inside the words of `{}{..}` is not read => `{}{..}` の言葉の中の数式は読めません: `$..$` で囲んでください
expected a delimiter after `{}` => `{}` の後に括弧がありません
`{}` is no delimiter that can follow `{}` => `{}` は `{}` の後に置ける括弧ではありません
expected `=` or `\in` after `\not` => `\not` の後に `=` か `\in` がありません
the macro `{}` calls itself without end => マクロ `{}` が自分自身を呼び続けます
the macros of this formula expand to more than {} tokens => マクロを展開すると {} 個を超えます
the macro `{}` has no argument #{} => マクロ `{}` に引数 #{} はありません
the macro `{}` takes {} arguments, and the formula ends before them => マクロ `{}` の {} 個の引数が足りません
this is {}, the left side is {} => これは {}，左辺は {} です
{} times {} => {} と {} の積は作れません
the shapes do not fit => 行列の型が合いません
a matrix of {} by {} => {} 行 {} 列の行列
a column of {} => 長さ {} の列ベクトル
a row of {} => 長さ {} の行ベクトル
a number => 数
does the vector that is one-hot stand as a column, or as a row? => ワンホットのベクトルは列ですか，行ですか
check the order of the factors and the transposes => 積の順序と転置を確かめてください
the transpose of what is not known to be a matrix => 行列と分からないものが転置されています
{} are added => {} が足されています
{} is compared beside a row of another shape => {} が比べられていますが，その場合の値の型はこれと違います
`{}` between matrices => 行列の間の `{}` は読めません
`{}` between matrices is not read => 行列の間の `{}` は読めません
division by {} => {} で割ることはできません
the product by entries of {} and {} => {} と {} の成分ごとの積は作れません
this superscript is not read on a matrix => 行列のこの上付き文字は読めません
a power by entries, or the number `x^T x` => 成分ごとの累乗か，数 `x^T x` か分かりません
a power of a function, or another function => 関数の累乗か，別の関数か分かりません
a power by entries, or a function applied several times => 成分ごとの累乗か，関数を繰り返したものか分かりません
a number made of arrays beside a product by entries => 成分ごとの積の隣に配列から成る数があります
a number, or the matrix that has it for its entry => 数か，それを成分とする行列か分かりません
this {} runs downwards, or is over nothing => この {} は大きい方から小さい方へ進むか，空です
a column of ones, or one with a single 1 => 1 だけの列か，1 が一つだけの列か分かりません
how long is this vector of ones? => この 1 のベクトルの長さが分かりません
a matrix typed entry by entry beside arrays of other lengths => 成分を並べた行列の隣の配列は長さが違います
a vector added to each row of this matrix, or to each column? => ベクトルを足すのは各行にですか，各列にですか
a matrix of arrays is not read => 配列から成る行列は読めません
is what is added here a number or a column? => ここで足されるものは数でしょうか，列ベクトルでしょうか
are the rows of this derivative those of what it is taken by? => この微分の行は，微分する変数の行ですか
a power of {} => {} の累乗は読めません
the norm of what is not known to be a matrix => 行列と分からないもののノルムです
nothing stands after the operator => 演算子の後に何もありません
the derivative of {} by {} has no agreed layout => {} の {} による微分は並べ方が決まっていません
the derivative of {} by {} has more than two indices => {} の {} による微分は添字が 3 つ以上になります
a variable is expected below => 分母には変数が必要です
a gradient is taken by a variable whose indices are known => 添字の分からない変数による勾配です
a gradient needs what it is taken by => 何による勾配か書かれていません
a gradient before a vector: whether it is a row is not said => ベクトルの前の勾配が行ベクトルかどうか書かれていません
the page speaks of derivatives as rows: whether this one is a row is not clear => 微分が行かどうかはっきりしません
whether `{}` is a row is not clear => `{}` が行ベクトルかどうかはっきりしません
a row or a column of this matrix? => この行列の行でしょうか、列でしょうか
another matrix, or the transpose? => 別の行列でしょうか、転置でしょうか
`{}{}` is the script `{}`, or the script `{}` before a factor => `{}{}` は添字 `{}` とも，添字 `{}` と因子とも読めます
`{}` is the name `{}`, or a product of {} letters => `{}` は名前 `{}` とも {} 文字の積とも読めます
`{}` is one name, or a product of {} letters => `{}` は一つの名前とも {} 文字の積とも読めます
this formula is nested too deep to be read => 式の入れ子が深すぎて読めません
nested more than {} deep => 入れ子が {} 段を超えています
two {} on one name => 一つの名前に {} が二つあります
expected a script after `{}`, found {} => `{}` の後に添字がありません ({} があります)
an empty script => 添字が空です
an index modulo a size is not read => ある大きさを法とする添字は読めません
write a sum over the indices that are meant => 意味する添字についての和を書いてください
expected the end of the script, found {} => 添字が終わるはずの所に {} があります
an accent stands over one name, not over {} => アクセントは一つの名前に付けます ({} には付けられません)
scripts of the same kind inside and behind the braces => 波括弧の内と外に同じ種類の添字があります
`{}` in one font is one name, or a product => 一つの書体の `{}` は一つの名前とも積とも読めます
nothing in parentheses => 括弧の中が空です
whether the words of a context are all different is not read => 文脈の語がすべて異なるかは読めません
say that they are all different, or number their vectors: {} => 語がすべて異なると書くか、{} のように番号を付けます
which of the words that are looked up are different is not read => 引かれる語のどれが異なるかは読めません
which loss this is the gradient of is not told => どの損失の勾配か書かれていません
empty braces => 波括弧の中が空です
a script on nothing => 添字を付ける名前がありません
`cases` without a row => `cases` に行がありません
a row of `cases` has a value and a condition => `cases` の行は値と条件の二列です
a condition in words is not read => 言葉で書かれた条件は読めません: 式で書いてください
expected an operator or the end of the group, found {} => 演算子か括弧の終わりがあるはずの所に {} があります
expected an operator or the end, found {} => 演算子か式の終わりがあるはずの所に {} があります
expected an operator, a relation or the end, found {} => 演算子，関係記号か式の終わりがあるはずの所に {} があります
expected the argument of `{}`, found {} => `{}` の引数があるはずの所に {} があります
the argument of `{}` is empty => `{}` の引数が空です
`{}{}` takes the digit {} alone, or the number {} => `{}{}` の引数は数字 {} だけとも数 {} とも読めます
`{}` takes one expression here, found {} => `{}` の中は一つの式のはずですが {} 個あります
a side of `\over` is empty => `\over` の片側が空です
expected the end of the denominator, found {} => 分母が終わるはずの所に {} があります
expected the end of the numerator, found {} => 分子が終わるはずの所に {} があります
expected `\partial` and a name, found {} => `\partial` と変数名があるはずの所に {} があります
the orders of the denominator do not add up to {}, the order above the line =>
    分母の階数の合計が分子の階数 {} と合いません
expected `/ \partial` for this `\partial`, found {} =>
    この `\partial` に対する `/ \partial` があるはずの所に {} があります
expected what `\partial` differentiates, found {} => `\partial` で微分されるものがあるはずの所に {} があります
expected what `\nabla` differentiates, found {} => `\nabla` で微分されるものがあるはずの所に {} があります
an empty formula => 空の数式です
a formula without an expression => 式のない数式です
expected an expression, found {} => 式があるはずの所に {} があります
expected an expression after `{}`, found {} => `{}` の後に式があるはずの所に {} があります
expected an expression before `{}` => `{}` の前に式がありません
two relations in a row: `{}` and `{}` => 関係記号 `{}` と `{}` が続いています
`{}` is not read => `{}` は読めません
a sum without bounds, or the letter sigma => 範囲のない和とも文字シグマとも読めます
expected what `{}` adds up, found {} => `{}` で足すものがあるはずの所に {} があります
an empty lower bound => 和の下の範囲が空です
`{}` has no argument => `{}` に引数がありません
the function `{}` has no argument => 関数 `{}` に引数がありません
the function `{}` without its arguments => 関数 `{}` に引数がありません
a function without argument => 引数のない関数です
`{} {} ..`: the argument is the number alone, or the product => `{} {} ..` の引数は数だけとも積とも読めます
`{}^{-1}` is the inverse function, or one over its value => `{}^{-1}` は逆関数とも逆数とも読めます
conditions joined by `or` are not read => 「または」で結ばれた条件は読めません: 一つずつ行を分けてください
an equation in parentheses inside an expression => 式の途中の括弧の中に等式があります
a full stop inside a formula => 式の途中に句点があります
dots inside an expression => 式の途中に `\dots` があります: 和を `\sum` で書いてください
an expression without a relation beside an equation => 等式の隣に関係記号のない式があります
a thin space before `{}`: another equation begins there, or `{}` is a factor =>
    `{}` の前の空白は，そこから別の等式が始まるとも `{}` を掛けるとも読めます
at which point a derivative is taken says something where that of a function by its argument is =>
    微分をとる点は、関数をその引数で微分するときだけ意味をもちます
the point at which a derivative is taken is not read here => 微分をとる点はここでは読めません
an evaluation bar sets an index of a name (`_{k=i}`) or the argument of `f'(z)`, nothing else =>
    縦棒の代入は名前の添字 (`_{k=i}`) か `f'(z)` の引数にだけ使えます
two signs in a row => 符号が続いています
a bar under a sum is read before a condition only: `d | n` may say that `d` divides `n` =>
    和の記号の下の縦線は条件の前でだけ読めます: `d | n` は `d` が `n` を割り切るとも読めます
this `{}` has no partner: an absolute value needs two bars, and `p(x|h)` is not read =>
    この `{}` に対応する縦線がありません
lines are judged for any size `N_{}` in the place of {} => {1} の代わりに任意の大きさ `N_{0}` で判定します
a number behind a factor: a script, or the factor {} => 因子の後の数は添字とも因子 {} とも読めます
the command `{}` is not known => 命令 `{}` は知りません
conditional probabilities such as `p(x|h)` are not read => `p(x|h)` のような条件付き確率は読めません
factorials and exclamation marks are not read => 階乗や感嘆符は読めません
a prime on something that is not a name => 名前でないものにプライムが付いています
`{}` is read only where every shape is known => `{}` は形がすべて分かる所でだけ読めます
`{}` stands for two signs => `{}` は二つの符号を表します: 符号ごとに式を書いてください
`{}` stands after the end of the sum over `{}` =>
    `{1}` についての和が終わった後に `{0}` があります: 括弧で囲むか文字を変えてください
`{}` stands inside and outside of the sum that binds it => `{}` は和で束縛されていますが, その外にも現れています
`{}` is not a product of numbers => `{}` は数の積ではありません
`d` is a letter of this document => `d` はこの文書では文字として使われています
are `{}` and `{}` different here, as the text says? => 本文のとおり `{}` と `{}` が異なる場合だけの式か, 決められません
a letter alone beside the same letter with numbers: which of them is meant? =>
    番号のない文字が番号の付いた同じ文字と並んでいます．どれを指しますか
write the number of the unit, or a line for each of them => ユニットの番号を書くか，それぞれを一行ずつ書いてください
a factor, or the argument of what stands before it? => 因子ですか，それとも前の名前の引数ですか
leave out the parentheses, or say of what the name before them is a function =>
    括弧を省くか，前の名前が何の関数かを書いてください
the function is told of the entries of another array, and adds up some of them =>
    この関数は別の配列の要素について定義され，その和を含みます
say of which entries it is made here: write its formula out => ここでどの要素の関数か，式で書いてください
the words beside it except a layer, and nothing says which number that has =>
    ある層を除くという言葉がありますが，その層の番号が分かりません
write for which layers it holds: `{}` => どの層で成り立つか書いてください: `{}`
is `{}` one array, or one for each layer? => `{}` が一つの配列か, 層ごとに別のものか分かりません
total or partial? `{}` is an argument beside what it is made of =>
    全微分か偏微分か分かりません。`{}` は引数で，ほかの引数から作られています
is `{}` one array, or one for each kind of units? => `{}` が一つの配列か, ユニットの種類ごとに別のものか分かりません
it is right if the indices of `{}` are all different, which the page does not say =>
    `{}` の添字がすべて異なるなら正しいですが，そのことは書かれていません
does the norm of `{}` hold its entry at 0? => `{}` のノルムが添字 0 の成分を含むかどうか書かれていません
`{}` with a prime => プライムの付いた `{}` は読めません
`{}` with a subscript => 添字の付いた `{}` は読めません
`{}` is not a function of numbers => `{}` は数の関数ではありません
a label says what a part is equal to => 波括弧の注には等しいものを書きます
`{}` is not a value => `{}` は値ではありません
this is not a value => これは値ではありません
part of the formula is struck out => 式の一部が取り消されています
a gradient is read only where every shape is known => 勾配は形がすべて分かる所でだけ読めます
an equation stands where a value is expected => 値があるはずの所に等式があります
`{}` is not a key of the front matter => `{}` はフロントマターの項目ではありません
this is not an index form => 添字の式ではありません
`{}` in an index form => 添字の式に `{}` は使えません
an index form has no products of letters => 添字の式に文字の積は使えません
`{}` is not an index => `{}` は添字ではありません
an index form has no powers => 添字の式に累乗は使えません
`{}` does not state a range => `{}` は範囲を表しません
this set is not a range of integers => この集合は整数の範囲ではありません
this is not a range of consecutive integers => 連続した整数の範囲ではありません
a range is about letters => 範囲は文字について書きます
`{}` does not tell which `{}` is meant => `{}` ではどの `{}` か分かりません
`{}` is one index or two => `{}` は添字一つとも二つとも読めます
`{}` is not an equation => `{}` は等式ではありません
a letter is repeated on the left: it is summed over, or stands for each of its values =>
    左辺に同じ添字が二度あり，和とも各値についてとも読めます
a sum without a letter of an array: of its entries, or of several arrays? =>
    文字のない配列の和です。成分の和か，いくつかの配列の和か
a sum without a letter => 和の文字がありません
words of this page may give `\log` another base than e =>
    このページの言葉によると `\log` の底は e ではないかもしれません
say `\log` is natural, or to base 2, in a sentence of its own, or write `\ln` =>
    `\log` が自然対数か底が 2 かを一文で述べるか，`\ln` と書いてください
where does the sum over `{}` begin? => `{}` についての和の始まりが分かりません
a sum runs over letters => 和は文字について取ります
`\nabla` with a superscript is not read => 肩に何かが付いた `\nabla` は読めません
how far what `\nabla` differentiates goes is not clear: put it in parentheses =>
    `\nabla` がどこまで微分するのか分かりません。括弧を付けてください
`\partial^n` below the line => 分母の `\partial^n` は読めません
`\partial` below the line but not at the beginning of the numerator =>
    分母に `\partial` がありますが，分子の先頭にありません
`ranges` is not a table => `ranges` が表ではありません
`{}` has {} values; {} are read => `{}` の値は {} 個ですが，読めるのは {} 個までです
a congruence modulo 0 => 0 を法とする合同式です
a modulus is at least 1 => 法は 1 以上です
this is no congruence => これは合同式ではありません
a font stands around one name, not around a product => 書体の指定は一つの名前に付けます．積には付けられません
a font with nothing behind it => 書体の指定の後に何もありません
a single value is expected => 値は一つだけ書きます
a size is a single letter here => ここではサイズは一文字です
an inverse function or one over the function => 逆関数とも逆数とも読めます
expected a number (the order) or `+` above `\partial` => `\partial` の肩には階数か `+` が必要です
more than {} cases => 場合が {} を超えています
more than {} in one product => 一つの積に {} を超えています
this `cases` is no function: {} => この場合分けは関数を定めません: {}
too many marks over one letter => 一文字の上の記号が多すぎます
{} is defined, and this is something else => {} は定義されていますが，これは別のものです
let the last row hold `otherwise` => 最後の行を `otherwise` にしてください
give it another name => 別の名前にしてください
leave out what is not needed => 要らないものを省いてください
name a part of it => 一部に名前を付けてください
name a part of it in an equation of its own => 一部に名前を付け，別の等式にしてください
check the order of the factors and the transposes, or write indices => 因子の順と転置を確かめるか，添字で書いてください
strike it out, or say what holds => 消し線を引くか，成り立つことを書いてください
the sum has no upper bound => 和の上端がありません
a product without a letter => 総乗の文字がありません
where does the product over `{}` begin? => `{}` についての総乗の始まりが分かりません
the product has no upper bound => 総乗の上端がありません
a variable is expected here => ここには変数が必要です
a condition is expected here => ここには条件が必要です
`{}` is the transpose of a matrix => `{}` は行列の転置です
`{}` is a vector or a matrix whose indices are not known => `{}` は添字の分からないベクトルか行列です
the value of `{}` at a place, or a product with what is in the parenthesis =>
    `{}` のある点での値とも，括弧の中身との積とも読めます
write `\cdot` for the product; a value at a place is read of functions only =>
    積なら `\cdot` と書いてください。ある点での値は関数についてだけ読みます
is `{}` a part of what is multiplied, or does it stand behind the product? =>
    `{}` は総乗の中にあるとも，その後ろにあるとも読めます
`^{}` is a power or part of the name: `{}` is no index =>
    `^{}` は累乗とも名前の一部とも読めます: `{}` は添字ではありません
`^{}` is a power or part of the name: `{}` never occurs without it =>
    `^{}` は累乗とも名前の一部とも読めます: `{}` が単独で現れません
`{}` carries indices elsewhere, here it has none => `{}` には他では添字がありますが，ここにはありません
`{}` is an index, here it stands as a factor => `{}` は添字ですが，ここでは因子になっています
`{}` is an index: the superscript is a power or part of the name =>
    `{}` は添字なので，上付き文字は累乗とも名前の一部とも読めます
`{}` is an index elsewhere, but nothing binds it here => `{}` は他では添字ですが，ここでは何にも束縛されていません
`{}` is a label or a fixed index => `{}` はラベルとも固定した添字とも読めます
the transpose of a matrix, or a power => 行列の転置とも累乗とも読めます
a partial derivative of a formula, on a page that tells partial derivatives from total ones =>
    偏微分と全微分を区別するページなので，式の偏微分が何を指すか分かりません
give the formula a name => その式に名前を付けてください
a derivative on a page about ordered ones: direct or total? => 順序微分のページで，微分の意味が分かりません
say what has no plus: `the ordinary partial derivative` => プラスのない微分が何か書いてください
what is divided by entries: one factor, or all that follow =>
    成分ごとの割り算が次の因子だけか，その後ろ全部か分かりません
`{}` may be a label, or indices set upright => `{}` はラベルとも、立体の添字とも読めます
write indices without `\text`, and number nothing with the letters of a label =>
    添字は `\text` なしで書いてください: ラベルの文字を番号に使わないでください
the sets with an index have the letter of a set of pairs: what is in them? =>
    添字の付いた集合が組の集合と同じ文字です: 何の集合か分かりません
say it: `\Omega_i = \{j : (i, j) \in \Omega\}` => `\Omega_i = \{j : (i, j) \in \Omega\}` のように述べてください
`{}` set upright may be a label, or the index `{}` => 立体の `{}` はラベルとも添字 `{}` とも読めます
write `\text{in}` or a word for a label, and set an index as it is set below the sum =>
    ラベルは `\text{in}` のように単語で、添字は和の下と同じ書体で書いてください
`{}` may be an array or a function => `{}` は配列とも関数とも読めます
`{}(` is a product or a function: every occurrence of it has a parenthesis => `{}(` は積とも関数とも読めます
a prime on a function of several arguments => 引数が複数ある関数にプライムが付いています
`{}` is not used: it is no condition about indices and sizes => `{}` は添字やサイズの条件ではないので使っていません
the derivative by an entry of the symmetric `{}`: by it alone, or by both? =>
    対称な `{}` の成分による微分です。その成分だけで微分するのか，等しい二つの成分で微分するのか分かりません
the derivative is a row here, and a column in other lines => この微分はここでは行，ほかでは列です
a derivative by a matrix, where derivatives by vectors are rows: which index comes first? =>
    ベクトルの微分を行ベクトルとする文書での行列の微分です。どちらの添字が先か分かりません
a function of a vector, by an entry: softmax, or a function of that entry? => ソフトマックスか成分の関数か不明です
`{}` is assumed => `{}` を仮定しています
the end => 式の終わり
the range of `{}` in the definition of `{}` is neither stated nor seen from use =>
    `{1}` の定義で `{0}` の範囲が書かれておらず，使い方からも分かりません
the sum over `{}` in the definition of `{}` states no bounds, and none are seen from use =>
    `{1}` の定義にある `{0}` についての和の範囲が書かれておらず，使い方からも分かりません
"""
