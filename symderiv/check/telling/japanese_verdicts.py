r"""The messages about lines and the page that `japanese` knows: why a verdict is what it is; rows as in
`japanese_messages`."""

from __future__ import annotations

TABLE = r"""
expected a sum with what stands over and under it, found {} =>
    上下に文字の付いた和が来るはずですが，{} があります
it is not known to be wrong where the sign, size or order of `{}` is the usual one, which the page does not say =>
    `{}` の符号，大きさ，順序が慣例どおりのときに誤りかどうかは分からず，このページにはそれが書かれていません
it is right if what lies beyond a border is 0, which the page does not say =>
    端の外にある値が 0 なら正しい式ですが，このページにはそう書かれていません
it stands among the definitions of the page: it says something else than what was understood =>
    ネットワークの定義の中にある式なので，読み取った内容とは別の意味で書かれているはずです
what the definitions of the page say of `{}` is something else than what was understood =>
    ページの定義が `{}` について述べていることを，正しく読み取れていません
is `{}` a number or a function? => `{}` は数ですか，関数ですか
is `{}` the 1 in front of the entries? => `{}` は成分の前に書かれた 1 ですか
how many `{}` there are, the page does not say => `{}` がいくつあるかが述べられていません
the data `{}` that words tell are not as many as its definition takes: from where to where are there outputs? =>
    文中で述べられたデータ `{}` は定義で使われるものより少なく，出力がどこからどこまであるかが分かりません
words say that the last layer has another function than its formula =>
    最後の層の関数が式とは違うと文中に書かれています
is `\delta` 1 at 0 and 0 elsewhere? nothing defines it =>
    `\delta` は 0 で 1，ほかで 0 ですか．どこにも定義されていません
it is wrong in general, and for `{}` it is not known => 一般には誤りですが，`{}` のときにどうなるかは分かりません
do the numbers in `{}` tell layers apart, or two letters of one? =>
    `{}` の番号は層を区別していますか，それとも同じ添字の二つの文字ですか
it is right in other letters: which layers are meant? => ほかの文字で読めば正しい式です．どの層を指しますか
`{}` beside it can only be said of a sum, and changes what the line says: write it below the sum =>
    式のそばの `{}` は和についての条件としか読めず，それによって式の意味が変わります．和の下に書いてください
`{}` beside it can only be said of a sum, and it is not clear how: write it below the sum =>
    式のそばの `{}` は和についての条件としか読めませんが，どう掛かるか分かりません．和の下に書いてください
the words beside it, `{}`, say something of a sum that could not be used: write it below the sum =>
    式のそばの言葉「{}」は和の範囲について述べていますが，使えません．和の下に書いてください
it is right if the slash divides by the next factor alone, and may not be if it divides by more behind it =>
    スラッシュが直後の因子だけを割るなら正しいですが，その先まで割るなら正しいとは限りません
it is wrong if the slash divides by the next factor alone, and may not be if it divides by more behind it =>
    スラッシュが直後の因子だけを割るなら誤りですが，その先まで割るなら誤りとは限りません
it is wrong in general but not for `{}`, and it is not clear whether that is meant here =>
    一般には誤りですが，`{}` なら正しく，それがここでも仮定されているか分かりません
its sides differentiate by entries of different letters, and nothing says what the other letter is =>
    両辺が異なる文字の成分で微分しており，もう一方の文字が何かが述べられていません
it is not understood which product `{}` is => `{}` がどの積を表すのか分かりません
it is not clear what the rows of `{}` are => `{}` の行が何を表すのか分かりません
it is not clear whether `{}` is a row or a column => `{}` が行か列か分かりません
vectors of one length are numbered from different numbers on => 同じ長さのベクトルの成分番号が異なる数から始まっています
are `{}` the rows of `{}`, and is a derivative by one also that by the other? =>
    `{}` は `{}` の行ですか．一方での微分はもう一方での微分でもありますか
a matrix and a function have one letter => 行列と関数に同じ文字が使われています
it is right for hidden layers, of which the heading above it speaks =>
    隠れ層については正しい式で，上の見出しは隠れ層について述べています
it is right for `{}`, where a sum in its letter begins => `{}` なら正しく，同じ文字についての和はそこから始まります
this is one entry of data, and nothing says what the others are =>
    データの成分の1つですが，他の成分の値が述べられていません
the class depends on the example, and the line does not say on which =>
    クラスは例ごとに異なりますが，どの例のクラスかが述べられていません
is the d a factor, or does the name stand for a gradient? => d が因子なのか，勾配の名前の一部なのか分かりません
words say more than one thing of the sign `{}` => 記号 `{}` の意味が複数述べられています
this may be about the last entry, or about any => 最後の成分についてか任意の成分についてか分かりません
these bars may be a length, a sum of absolute values, or count something =>
    この縦棒は長さか，絶対値の和か，個数か分かりません
write letters that run for the ends of the ranges: `y[n][c] = ..` =>
    範囲の端の代わりに動く文字を書いてください: `y[n][c] = ..`
write `\|\vec{x}\|` for a length => 長さなら `\|\vec{x}\|` と書いてください
words call some inverses those by entries: which ones? => 一部の逆が要素ごとだと述べられています．どれですか
words say more of these derivatives than the equations do => これらの微分について式にないことが述べられています
words say that something is zero before the first step: what is? =>
    最初の段より前で何かが 0 だと述べられています．何がですか
the page has more than {} definitions => 定義が {} 個を超えています
words say that it is equal to what stands before it, which it is not if they mean it so =>
    言葉が前の式に等しいと述べており，その通りなら等しくありません
nothing says that the matrix of `{}` is square => `{}` の行列が正方行列かどうか分かりません
words give this indicator other values than 1 and 0 => この指示関数は 1 と 0 以外の値を取ると書かれています
words say that there is one step, or that what comes from the step before is given: it may be held fixed here =>
    1 つの段だけ，または前の段の値が与えられていると述べられており，ここでは固定されているのかもしれません
it may be about what line {} says, `{}`, or not, which makes a difference =>
    {} 行目の `{}` についての式かどうかが不明で，それにより正誤が変わります
it is wrong in general but not for `{}`, which line {} supposes =>
    一般には誤りですが，{1} 行目が仮定している `{0}` については誤りではありません
it is wrong in general, and the page states the slope of `{}` => 一般には誤りで，`{}` の導関数が仮定されています
it is wrong in general and right for `{}`, which the words beside it may say of it =>
    一般には誤りですが `{}` のときは正しく，前後の言葉がその条件を述べているのかもしれません
it is wrong in general, but what stands beside it about `{}` could not be used =>
    一般には誤りですが，前後にある `{}` についての条件を使うことができません
it is wrong in general and right in a case of values that the words beside it may name =>
    一般には誤りですが，前後の言葉が指しているかもしれない値の場合には正しくなります
it is wrong in general and right for `{}`, which the words beside it may name =>
    一般には誤りですが `{}` については正しく，前後の言葉がそれを指しているのかもしれません
it is wrong in general, and the words beside it name a function in a way that is not read =>
    一般には誤りで，前後の言葉が関数を読み取れない形で指定しています
it is wrong in general, and the words behind it narrow it to a case => 一般には誤りで，後の言葉がある場合に限っています
`:=` says what its left side is from here on, and that is no name =>
    `:=` は左辺をここで定義しますが，左辺は名前ではありません
it is wrong in general, and its sentence supposes a function that the page does not have =>
    一般には誤りで，その文はこのページにない関数を仮定しています
it is right for `{}` and not in general, and it is not clear whether that is meant here =>
    `{}` については正しく一般には誤りで，それがここでも成り立つのか分かりません
the page says what `{}` is by a derivative of another function, which is not read as its definition =>
    このページは `{}` を別の関数の導関数として与えていますが，それは定義としては読まれません
the numbers that `{}` takes beside the largest or smallest value over it are not read as its range =>
    最大値・最小値の式に添えられた `{}` の取る数は，その範囲としては読まれません
it sums up to `{}` over the units of any layer, and the page says so of the last layer alone =>
    任意の層のユニットについて `{}` までの和を取っていますが，このページがその数とするのは最後の層だけです
the page gives `{}` more than one value, and it is not clear which is meant here =>
    このページは `{}` に複数の値を与えており，ここでどれを指すのか分かりません
it is wrong in general, and the words beside it name a case that cannot be used =>
    一般には誤りで，前後の言葉がある場合に限っていますが，その条件を使うことができません
it is wrong in general but not under `{}`, and it is not clear whether that is meant here =>
    一般には誤りですが `{}` のもとでは誤りでなく，その条件がここでも有効なのか分かりません
it is right but for `{}`, which may be meant, too => `{}` 以外では正しいですが，そこも含むのか分かりません
the equation below the brace is not what is braced => 括弧の下の等式は, 括弧でくくったものと一致しません
a case in which arrays are equal is not read => 配列が等しい場合分けは読めません
it holds where `{}` and `{}` differ, and does not say so =>
    `{}` と `{}` が異なる場合の式ですが, その条件が書かれていません
it is not wrong under `{}`, which stands beside another line only =>
    `{}` のもとでは誤りではありませんが，その条件は別の行にしか書かれていません
it is wrong in general, but its condition `{}` could not be used => 一般には誤りですが，条件 `{}` を使って判定できません
it is wrong in general; `{}` beside `{}` may widen that condition or turn it round: write it alone, or its contrary =>
    一般には誤りです。`{1}` に添えた `{0}` が条件を広げるのか打ち消すのか不明です: 条件かその否定だけを書いてください
it is wrong in general but not for symmetric data, and the text leaves open whether they are =>
    一般には誤りですが，対称なデータについては誤りではなく，対称かどうかは本文からは決まりません
nothing says whether `{}^\dagger` is the transpose of `{}`, its pseudo-inverse, or a name of its own =>
    `{0}^\dagger` が `{1}` の転置か，擬似逆行列か，独立した名前かが書かれていません
nothing says whether `{}` goes beyond `{}`, where a sum ends =>
    `{0}` が和の終わり `{1}` を超えるかどうか書かれていません
it is right where `{}`, of which the page says nothing => `{}` なら正しいのですが、ページに書かれていません
words in line {} make something else of `{}`, and no formula does =>
    {0} 行目の文は `{1}` を別のものにしていますが，式にはありません
words in line {} multiply `{}` by something, and no formula does =>
    {0} 行目の文は `{1}` に何かを掛けていますが，式にはありません
the sizes below this gradient are not those of what it is taken by =>
    この勾配の下の大きさは，微分する変数の大きさと違います
words say that this line is in another layout => 文によれば，この式は別の並べ方で書かれています
the page speaks of the layout of derivatives: how these stand is not clear =>
    微分の並べ方について書かれていますが，この式の微分がどう並ぶのかはっきりしません
words say of the rows and columns of `{}` the contrary of how it is used =>
    `{}` の行と列についての文が，式での使い方と逆です
the indicator that a value is a number is 0 almost everywhere =>
    値がある数に等しいことを表す指示関数はほとんど至る所で 0 です
is the `{}` above names an exponent, or does it number them? => 上付きの `{}` は指数ですか，番号ですか
does `{}` act on each entry of a vector, or mix them as softmax does? =>
    `{}` はベクトルの各成分に作用する関数ですか，softmax のように成分を混ぜる関数ですか
is the entry 0 one of `{}`? => 添字 0 の要素は `{}` に含まれますか
the page declares `{}` with {} by {} entries, and uses {} by {} =>
    このページでは `{0}` を {1} × {2} と宣言していますが，{3} × {4} として使っています
the page says that `{}` has {} by {} entries, and also that it has {} by {} =>
    このページでは `{0}` を {1} × {2} とも {3} × {4} とも述べています
it rests on a condition that stands beside another line, or in a question =>
    別の式に添えられた条件，または問いの中の条件に基づいています
words that change what a condition says are not read => 条件の意味を変える語句は読みません
the function `{}` has another number of arguments elsewhere => 関数 `{}` は他の箇所では引数の個数が異なります
it is not understood which sizes `{}` has => `{}` の大きさを決める式が理解できません
it is not understood which units `{}` counts => `{}` がどのユニットの個数か分かりません
write the number of units of that layer, such as `n_{l+1}`, or say how many units each layer has =>
    その層のユニット数を `n_{l+1}` のように書くか，各層のユニット数を述べてください
`{}` counts the units of a layer: `{}` is taken => `{0}` は層のユニット数 `{1}` として読みました
the range of `{}` in `{}` is not stated: `{}` is taken => `{1}` の `{0}` の範囲が書かれていないので `{2}` としました
nothing says whether {} is 0 or given => {} が 0 なのか与えられているのかが，どこにも書かれていません
the page does not list all sets that this is about => この式に現れる集合のうち，要素が書かれていないものがあります
list each set, `C_2 = \{4, 5\}`, and say for which letters the line holds, `j = 2, 3` =>
    集合をそれぞれ `C_2 = \{4, 5\}` のように書き，`j = 2, 3` のように式の成り立つ添字を述べてください
the page says that the `{}` add up to 1, which could not be used =>
    `{}` の和が 1 であるとこの文書は述べていますが，使えませんでした
it is not known which values the units take => ユニットの取る値が分かりません
nothing says over what this average is taken => 何についての平均か分かりません
nothing says what this function of a state is made of => この状態の関数が何から成るか分かりません
line {}: `{}` is a name of its own beside `{}`; it is defined here, not judged =>
    {} 行目: `{}` は `{}` とは別の名前です. ここで定義されたものとし，判定しません
it is right at the value of {} and not in general => {} の値でだけ正しく，一般には成り立ちません
the value at `{}` may not be what the other side is => `{}` での値がもう一方の辺と同じとは限りません
is this set all units of a kind, or a part of them? => この集合はその種類のユニットの全部でしょうか，一部でしょうか
words inside mathematics: `{}` is a word, or a product of letters => 数式の中の `{}` は単語とも文字の積とも読めます
words inside mathematics: {} => 数式の中に言葉があります: {}
words that change what the formula says are not read => 式の意味を変える言葉は読めません: 式で書いてください
words stand where a value is expected => 値があるはずの所に言葉があります
it is right if the targets add up to one (are one-hot), which the page does not say =>
    正解ラベルの和が 1（one-hot）なら正しいのですが，この文書には書かれていません
the names with a d are defined by `:=` and compared with derivatives: they may be no derivatives themselves =>
    d の付いた名前が `:=` で定義され，微分とも比べられています: 微分そのものではないかもしれません
it is right where `{}` is the true class, and not for the others =>
    `{}` が正解のクラスなら正しく，それ以外では成り立ちません
it is right where `{}` is not the true class, and not for that =>
    `{}` が正解以外のクラスなら正しく，正解のクラスでは成り立ちません
it is right if the targets are one-hot, and the page may say so =>
    正解ラベルが one-hot なら正しく，この文書はそう述べているのかもしれません
whether `{}` is one of those that the sum runs over, or stands beside them, the page does not say =>
    `{}` が和の範囲に含まれるのか、それとは別のものなのか、このページからは分かりません
it is right where {} are different entries, and wrong where they are the same, of which the page says nothing =>
    {} が異なる成分なら正しく，同じ成分なら誤りですが，どちらの場合かはこの文書には書かれていません
`{}` is compared like an index, but tells names apart elsewhere on the page =>
    `{}` は添字のように比べられていますが，ほかの箇所では名前を区別するラベルです
the formula of `{}` is typed out beside it, too: by it a derivative says nothing =>
    `{}` の式はその名前のほかにも書き下されているので，それによる微分は意味をもちません
what is differentiated is not computed from `{}`, but beside it: by it a derivative says nothing =>
    微分されるものは `{}` を通らずに計算されているので，それによる微分は意味をもちません
`{}` names a derivative of what is not computed from `{}`: it would be 0 =>
    `{}` は `{}` から計算されないものの微分の名前です．それは 0 になってしまいます
it is right where each `{}` is in a set of its own, of which the page says nothing =>
    各 `{}` が自分の集合に入っていれば正しいのですが，そうとはページに書かれていません
it is right where the two of a pair differ, and wrong where they are the same, of which the page says nothing =>
    二つが異なる組では正しく，同じときは誤りですが，どちらの場合かはこの文書には書かれていません
the page says what it means by `{}`, and the network means something else =>
    `{}` の意味がこの文書では，与えられたネットワークと違っています
line {}: an update rule is no equation, it is not judged => {} 行目: 更新式は等式ではないので採点していません
the clause behind it says another thing of `{}` than the page does: write a name of its own =>
    後ろの言葉では `{}` の意味が文書と異なります: 別の名前にしてください
it says what `{}` is in the line before it, where the page says another thing =>
    直前の行での `{}` の意味を述べたもので，文書の定義とは異なります
the words behind it say that it is for another error than the one of the page =>
    後ろの言葉によれば，文書の誤差とは別の誤差についての式です
it is right with the sum over `{}`, which the page says it does not write, or is for one of them only =>
    `{}` についての和を補えば正しい式です．和を省くか一つの例だけを扱うと述べられています
what factorials are may count here => 階乗の性質により正しくなるかもしれません
its derivatives may be direct, of which the page speaks, or total => 直接の微分か全体の微分かで結果が違います
it is wrong in general but not for all matrices of the kind that words call `{}` =>
    一般には誤りですが，`{}` が言葉で述べられた種類の行列なら，誤りとは限りません
it is wrong unless {} is {}, as in the other layers, of which the page says nothing =>
    {} がほかの層と同じく {} でなければ誤りですが，この文書には書かれていません
`{}` is of another layer than those of which the page says how they are computed =>
    `{}` は，計算の仕方が書かれている層とは別の層のものです
line {}, column {} => {} 行 {} 桁
with `\delta` for Kronecker's it is wrong, but it may be an error that the page does not define =>
    `\delta` をクロネッカーのデルタと読めば誤りですが，定義されていない誤差かもしれません
the definition of `{}` could not be read: it may be a matrix => `{}` の定義が読めません: 行列かもしれません
the page calls `\delta` an error, and does not define it =>
    この文書では `\delta` を誤差と呼んでいますが，定義がありません
nothing says whether `{}` is defined as `{}` is => `{}` が `{}` と同じように定義されるのか述べられていません
nothing says whether `{}` is an index or a label, of which another equation tells =>
    `{}` が添字なのか，名前を区別するラベルなのか述べられていません
it is right for all but the last `{}`, and nothing says whether that is meant, too =>
    最後の `{}` 以外では正しいですが，最後のものも含むのか述べられていません
a total that depends on its terms, or one that a multiplier keeps fixed =>
    項によって変わる和か，未定乗数で固定された数か分かりません
write another letter for the one that is fixed => 固定されたほうを別の文字で書いてください
not everything behind the last step is said to be zero => 最後の段より後ですべてが 0 だとは述べられていません
a number beside the identity: in each entry, or times the identity? => 単位行列に足す数は各成分にですか，その倍数ですか
there is not enough memory to look at it => メモリが足りないため確かめられません
the time budget for the page is spent => このページの制限時間を使い切りました
the derivatives are direct, as the words beside it say => 式のそばの言葉どおり，直接の微分とみなしました
how this Jacobian stands is not told => このヤコビ行列の並べ方が述べられていません
write its entries, `\partial v_i/\partial u_j` => 要素 `\partial v_i/\partial u_j` で書いてください
"""
