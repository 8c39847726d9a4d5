r"""Ways in which authors write networks: layers below and above, programmers' brackets, copies, labels, words.

Each page is judged with a line that is right and one that is wrong; by hand: ordinary chain rule.
"""

from __future__ import annotations

import pytest

from symderiv.check.page import check

from .judging import each_verdict, verdict

STEPS = (
    r"$$h_{t,i} = \sum_{j=1}^n a_{ij} h_{t-1,j} + x_{t,i}$$ ( $t = 1, \dots, T$ )"
    r"$$h_{0,i} = 0, \quad L = \frac12 \sum_{t=1}^T \sum_{i=1}^n h_{t,i}^2$$ Here $A = (a_{ij})$, $h_t = (h_{t,i})$."
)
NETS = {
    "a norm beside examples": (
        r"$$\hat{y}_i = \sum_{k=1}^{H} v_k h_k^{(i)}$$ $$J = \frac{1}{m} \sum_{i=1}^{m} (\hat{y}_i - y_i)^2 +"
        r" \lambda \lVert v \rVert^2$$",
        r"\frac{\partial J}{\partial v_k} = \frac{2}{m} \sum_{i=1}^{m} (\hat{y}_i - y_i) h_k^{(i)} + 2 \lambda v_k",
        r"\frac{\partial J}{\partial v_k} = \frac{2}{m} \sum_{i=1}^{m} (\hat{y}_i - y_i) h_k^{(i)} + \lambda v_k",
    ),
    "sizes of sets": (
        r"$$p_j = \frac{e^{y_j}}{\sum_{i=1}^{|V|} e^{y_i}}$$ ( $1 \le j \le |V|$ ) $$L = \sum_{j=1}^{|V|} t_j p_j$$",
        r"\frac{\partial L}{\partial y_i} = \sum_{j=1}^{|V|} t_j p_j (\delta_{ij} - p_i)",
        r"\frac{\partial L}{\partial y_i} = \sum_{j=1}^{|V|} t_j p_j (\delta_{ij} - p_j)",
    ),
    "a name applied under a brace": (
        r"$$L(w) = \sum_{n=1}^N \underbrace{\frac12 (w^T x_n - t_n)^2}_{L_n(w)}$$",
        r"\frac{\partial L}{\partial w} = \sum_{n=1}^N \frac{\partial L_n}{\partial w}",
        r"\frac{\partial L_n}{\partial w} = x_n",
    ),
    "one class of all": (
        r"$$p_i = \frac{e^{z_i}}{\sum_{k=1}^n e^{z_k}}$$ $$J = -\sum_{i=1}^n t_i \log p_i$$ with $t_i = \delta_{ic}$.",
        r"\frac{\partial J}{\partial z_i} = p_i - \delta_{ic}",
        r"\frac{\partial J}{\partial z_i} = p_c - \delta_{ic}",
    ),
    "softmax by its letter, with bounds": (
        r"$$\sigma_i(z) = \frac{e^{z_i}}{\sum_{k=1}^n e^{z_k}}$$ $$J(z) = -\log y_c$$ where $y_i = \sigma_i(z)$.",
        r"\frac{\partial J}{\partial z_i} = y_i - \delta_{ic}",
        r"\frac{\partial J}{\partial z_i} = \delta_{ic} - y_i",
    ),
    "layers of matrices": (
        r"$$z_i^{k+1} = \sum_{j=1}^{n_k} w_{ij}^k x_j^k, \quad x_i^{k+1} = f(z_i^{k+1})$$ ( $k = 0, \dots,"
        r" K-1$, $i = 1, "
        r"\dots, n_{k+1}$ ) $$x_i^0 = u_i, \quad C = \sum_{i=1}^{n_K} (x_i^K - y_i)^2$$ "
        r"Here $W_k = (w_{ij}^k)$, $X_k = (x_i^k)$, $Z_k = (z_i^k)$.",
        r"\nabla_{X_k} C = W_k^T (\nabla_{X_{k+1}} C \odot f'(Z_{k+1})) $$ ( $k = 0, \dots, K-1$ ) $$0 = 0",
        r"\nabla_{X_k} C = W_k^T \nabla_{X_{k+1}} C",
    ),
    "steps first below": (
        r"$$h_{t,i} = \sum_{j=1}^n a_{ij} h_{t-1,j} + x_{t,i}$$ ( $t = 1, \dots, T$ ) $$h_{0,i} = 0, \quad "
        r"L = \frac12 \sum_{t=1}^T \sum_{i=1}^n h_{t,i}^2$$ Here $A = (a_{ij})$, $h_t = (h_{t,i})$.",
        r"\frac{\partial L}{\partial A} = \sum_{t=1}^T \frac{\partial L}{\partial h_t} h_{t-1}^\top",
        r"\frac{\partial L}{\partial A} = \sum_{t=1}^T \frac{\partial L}{\partial h_t} h_t^\top",
    ),
    "numbers below in parentheses": (
        r"$$h_i = \sigma(\sum_{k=1}^m x_k (W_1)_{ki}), \quad y_j = \sum_{i=1}^n h_i (W_2)_{ij}, \quad "
        r"E = \frac12 \sum_{j=1}^l (y_j - t_j)^2$$",
        r"\frac{\partial E}{\partial (W_1)_{ki}} = \sum_{j=1}^l (y_j - t_j) (W_2)_{ij} h_i (1 - h_i) x_k",
        r"\frac{\partial E}{\partial (W_1)_{ki}} = (y_j - t_j) (W_2)_{ij} h_i (1 - h_i) x_k",
    ),
    "layers below in parentheses": (
        r"$$z_k^{(l)} = \sum_{j=1}^{m_{l-1}} (w_l)_{jk} h_j^{(l-1)}, \quad h_k^{(l)} = f(z_k^{(l)})$$ ( $l ="
        r" 1, \dots, L$,"
        r" $k = 1, \dots, m_l$ ) $$h_j^{(0)} = x_j, \quad E = \sum_{k=1}^{m_L} (h_k^{(L)} - y_k)^2$$",
        r"\frac{\partial E}{\partial (w_L)_{jk}} = 2 (h_k^{(L)} - y_k) f'(z_k^{(L)}) h_j^{(L-1)}",
        r"\frac{\partial E}{\partial (w_L)_{jk}} = 2 (h_k^{(L)} - y_k) f'(z_k^{(L)}) h_j^{(L)}",
    ),
    "matrices with labels": (
        r"$$b = \sum_{i=1}^n \sum_{j=1}^n w_i b_{ij} w_j$$ with $S_B = (b_{ij})$, $\mathbf{w} = (w_i)$.",
        r"\nabla_{\mathbf{w}} b = (S_B + S_B^T) \mathbf{w}",
        r"\nabla_{\mathbf{w}} b = 2 S_B \mathbf{w}",
    ),
    "Greek capitals": (
        r"$$s = \sum_{i=1}^n \sum_{j=1}^n w_i a_{ij} w_j$$ with $\Sigma = (a_{ij})$, $w = (w_i)$.",
        r"\frac{\partial s}{\partial w_k} = (\Sigma w)_k + (\Sigma^T w)_k",
        r"\frac{\partial s}{\partial w_k} = 2 (\Sigma w)_k",
    ),
    "cases of vectors": (
        r"$$s_i = \sum_{d=1}^D u_{i,d} v_d, \quad p_i = \frac{e^{s_i}}{\sum_{k=1}^V e^{s_k}}$$ "
        r"Here $\mathbf u_i = (u_{i,d})$ and $\mathbf v = (v_d)$.",
        r"\frac{\partial \log p_c}{\partial \mathbf{u}_i} = \begin{cases} (1 - p_i) \mathbf{v} & (i = c) \\"
        r" -p_i \mathbf{v} & (i \neq c) \end{cases}",
        r"\frac{\partial \log p_c}{\partial \mathbf{u}_i} = \begin{cases} (1 - p_i) \mathbf{v} & (i = c) \\"
        r" 0 & (i \neq c) \end{cases}",
    ),
    "entries of products beside sums": (
        r"$$y_{nk} = \sum_{j=1}^m x_{nj} w_{jk}, \quad E = \frac12 \sum_{n=1}^N \sum_{k=1}^K (y_{nk} - t_{nk})^2$$ "
        r"with $X = (x_{nj})$, $W = (w_{jk})$, $Y = (y_{nk})$, $T = (t_{nk})$.",
        r"\frac{\partial E}{\partial w_{jk}} = \sum_{n=1}^N x_{nj} [Y - T]_{nk}",
        r"\frac{\partial E}{\partial w_{jk}} = \sum_{n=1}^N x_{nj} [Y]_{nk}",
    ),
    "norms differentiated by entries": (
        r"$$f = \sum_{k=1}^N \sum_{j=1}^m (\sum_{i=1}^p x_{ki} w_{ij} - y_{kj})^2$$ "
        r"with $X = (x_{ki})$, $W = (w_{ij})$, $Y = (y_{kj})$.",
        r"\frac{\partial}{\partial w_{ij}} \left( \frac1N \|XW - Y\|_F^2 \right) = \frac2N [X^T (XW - Y)]_{ij}",
        r"\frac{\partial}{\partial w_{ij}} \left( \frac1N \|XW - Y\|_F^2 \right) = \frac1N [X^T (XW - Y)]_{ij}",
    ),
    "two digits below a product": (
        r"$$r_i = \sum_{j=1}^2 a_{ij} b_j, \quad S = \sum_{i=1}^m r_i^2$$ with $A = (a_{ij})$.",
        r"\frac{\partial^2 S}{\partial b_1^2} = 2 [A^T A]_{11}",
        r"\frac{\partial^2 S}{\partial b_1^2} = [A^T A]_{11}",
    ),
    "programmers' brackets": (
        r"$$p[i][j] = \sum_{k=1}^K u[k][i] \cdot v[k][j], \quad T = \sum_{i=1}^I \sum_{j=1}^J (R[i][j] - p[i][j])^2$$",
        r"\frac{dT}{du[k][i]} = -2 \sum_{j=1}^J (R[i][j] - p[i][j]) \cdot v[k][j]",
        r"\frac{dT}{du[k][i]} = -2 \sum_{i=1}^I (R[i][j] - p[i][j]) \cdot v[k][j]",
    ),
    "an end for each letter": (
        r"$$\mu = \frac{1}{NH} \sum_{n=1,h=1}^{N,H} x_{n,h}, \quad L = \frac12 \mu^2$$",
        r"\frac{\partial L}{\partial x_{n,h}} = \frac{\mu}{NH}",
        r"\frac{\partial L}{\partial x_{n,h}} = \frac{\mu}{N}",
    ),
    "conditions behind a semicolon": (
        r"$$z_i = \beta x_i, \quad m_i = \begin{cases} z_i^2 & z_i \leq \eta \\ 0 & z_i > \eta \end{cases}, \quad "
        r"L = \sum_{i=1}^n m_i$$",
        r"\frac{\partial L}{\partial \beta} = \sum_{i; z_i \leq \eta} 2 z_i x_i",
        r"\frac{\partial L}{\partial \beta} = \sum_{i; z_i \leq \eta} z_i x_i",
    ),
    "runs of letters that are words": (
        r"$$z_i = \sum_{j=1}^p x_{ij} \beta_j, \quad J_{lin} = \frac{1}{n} \sum_{i=1}^n (z_i - y_i)^2$$",
        r"\frac{\partial J_{lin}}{\partial \beta_j} = \frac2n \sum_{i=1}^n (z_i - y_i) x_{ij}",
        r"\frac{\partial J_{lin}}{\partial \beta_j} = \frac1n \sum_{i=1}^n (z_i - y_i) x_{ij}",
    ),
    "labels of layers below": (
        r"$$u_{c,j} = \sum_{l=1}^C V_{jl} s_l, \quad x_{c,j} = f(u_{c,j}), \quad u_{o,k} = \sum_{j=1}^C Z_{kj} x_{c,j},"
        r" \quad x_{o,k} = f(u_{o,k}), \quad E = \sum_{k=1}^K (x_{o,k} - d_k)^2$$",
        r"\frac{\partial E}{\partial u_{o,k}} = 2 (x_{o,k} - d_k) f'(u_{o,k})",
        r"\frac{\partial E}{\partial u_{o,k}} = 2 (x_{o,k} - d_k) f'(u_{c,k})",
    ),
    "labels in capitals": (
        r"$$O_D = \sum_{i=1}^n \delta_i w_i, \quad E_D = \frac12 (t - O_D)^2, \quad S = \sum_{i=1}^n w_i, \quad "
        r"E_L = \frac12 (t - S)^2$$",
        r"\frac{\partial E_L}{\partial w_i} = -(t - S)",
        r"\frac{\partial E_L}{\partial w_i} = -(t - S) \delta_i",
    ),
    "copies of one parameter": (
        r"$$z_{i+1} = z_i + f(\theta_i z_i)$$ ( $i = 1, \dots, n-1$ ) $$\theta_i = \theta$$ ( $i = 1, \dots, n-1$ ) "
        r"$$z_1 = \zeta, \quad L = \frac12 z_n^2$$",
        r"\frac{\partial L}{\partial \theta} = \sum_{i=1}^{n-1} \frac{\partial L}{\partial \theta_i}",
        r"\frac{\partial L}{\partial \theta} = \sum_{i=2}^{n-1} \frac{\partial L}{\partial \theta_i}",
    ),
    "numbers in parentheses behind primes": (
        r"$$y_k(i) = \sum_{j=1}^M w_{kj} x_j(i), \quad x_j'(i) = \sum_{k=1}^R W_{jk} y_k(i), \quad "
        r"E = \sum_{i=1}^N \sum_{j=1}^M (x_j'(i) - x_j(i))^2$$",
        r"\frac{\partial E}{\partial W_{jk}} = 2 \sum_{i=1}^N (x_j'(i) - x_j(i)) y_k(i)",
        r"\frac{\partial E}{\partial W_{jk}} = \sum_{i=1}^N (x_j'(i) - x_j(i)) y_k(i)",
    ),
    "steps in parentheses behind one letter": (
        r"$$l_i(t+1) = \frac12 (y_i(t+1) - d_i(t+1))^2, \quad l(t+1) = \sum_{i=1}^I l_i(t+1)$$ ( $t = 0, \dots, T-1$ ) "
        r"$$E = \sum_{t=1}^T l(t)$$",
        r"\frac{\partial l(t)}{\partial y_i(t)} = y_i(t) - d_i(t)",
        r"\frac{\partial l(t)}{\partial y_i(t)} = d_i(t) - y_i(t)",
    ),
    "estimates beside what they estimate": (
        r"$$\mu_j = \frac{p^{(i)} y_j}{p^{(i)} y_j + 1 - p^{(i)}}, \quad Q = \sum_{j=1}^n \mu_j \log p + (1 - \mu_j) "
        r"\log (1 - p)$$",
        r"\frac{\partial Q}{\partial p} = \sum_{j=1}^n \frac{\mu_j - p}{p (1 - p)}",
        r"\frac{\partial Q}{\partial p} = \sum_{j=1}^n \frac{\mu_j}{p (1 - p)}",
    ),
    "two values of data": (
        r"$$J = \frac12 \sum_{i=1}^m \sum_{j=1}^n d_{ij} (r_{ij} - p_i q_j)^2$$ "
        r"$d_{ij}=1$ 表示有评分，否则 $d_{ij}=0$。",
        r"\frac{\partial J}{\partial p_i} = -\sum_{j=1}^n d_{ij} (r_{ij} - p_i q_j) q_j",
        r"\frac{\partial J}{\partial p_i} = -\sum_{j=1}^n (r_{ij} - p_i q_j) q_j",
    ),
    "layers that a sentence names": (
        r"The input layer is $l = 1$, the output layer $l = L$. "
        r"$$u_j^{(l)} = \sum_{i=1}^{J_{l-1}} w_{ji}^{(l)} z_i^{(l-1)}$$ $$z_j^{(l)} = f(u_j^{(l)})$$ ( $l ="
        r" 2, \dots, L$, $j = 1, \dots, J_l$ ) $$E = \sum_{j=1}^{J_L} z_j^{(L)}$$",
        r"\frac{\partial E}{\partial u_j^{(L)}} = f'(u_j^{(L)})",
        r"\frac{\partial E}{\partial u_j^{(L)}} = f(u_j^{(L)})",
    ),
    "a case that the next display is of": (
        r"$$z_j^t = f(\sum_{i=1}^J w_{ji} z_i^{t-1})$$ ( $t = 1, \dots, T$, $j = 1, \dots, J$ ) "
        r"ただし、$t=1$のとき、次のようにします。 $$z_j^0 = 0$$ $$E = \sum_{t=1}^T \sum_{j=1}^J z_j^t$$",
        r"\frac{\partial E}{\partial z_j^T} = 1",
        r"\frac{\partial E}{\partial z_j^T} = 0",
    ),
    "an integer factor": (
        r"$$J = \frac12 \sum_{i=1}^N e_i^2, \quad e_i = \sum_{j=0}^M w_j \cdot \left( x_i \right)^j - y_i$$",
        r"\frac{\partial J}{\partial x_i} = e_i \sum_{j=1}^M j w_j \cdot \left( x_i \right)^{j-1}",
        r"\frac{\partial J}{\partial x_i} = e_i \sum_{j=1}^M w_j \cdot \left( x_i \right)^{j-1}",
    ),
    "spaces before factors": (
        r"$$C = (a - y)^2, \quad a = f(z), \quad z = w x + b$$",
        r"\frac{\partial C}{\partial w} = x \, f'(z) \, 2(a - y)",
        r"\frac{\partial C}{\partial w} = x \ f'(z) \ (a - y)",
    ),
    "fonts before braces, nothing in braces": (
        r"$$\cal{L} = \sum_{i=1}^N x_i \log q_i$$",
        r"\frac{\partial \cal{L}}{\partial q_i}{} = \frac{x_i}{q_i}",
        r"\begin{pmatrix} \frac{\partial \cal{L}}{\partial q_i} \end{pmatrix} = x_i",
    ),
    "a diagonal, then all of it": (
        '+++\nsums = "implicit"\n[ranges]\n"i" = "1..d"\n"j" = "1..d"\n"m" = "1..d"\n"n" = "1..d"\n+++\n'
        r"$$I_1 = A_{ii}$$ $$J_2 = A_{ij} A_{ji}$$ $$W = I_1 + \mu J_2$$",
        r"\frac{\partial J_2}{\partial A_{mn}} = 2 A_{nm}",
        r"\frac{\partial J_2}{\partial A_{mn}} = 2 A_{mn}",
    ),
    "a number of layers at once": (
        r"$$z_j^l = \sum_{k=1}^{n_{l-1}} w_{jk}^l a_k^{l-1}, \quad a_j^l = f(z_j^l)$$ "
        r"( $l = 1, \dots, L$, $j = 1, \dots, n_l$ ) $$a_j^0 = x_j, \quad C = \frac12 \sum_{j=1}^{n_L} (a_j^L"
        r" - y_j)^2, \quad "
        r"\delta_j^l = \frac{\partial C}{\partial z_j^l}$$",
        r"\frac{\partial^2 C}{\partial z_j^L \partial z_k^L} = \delta_{jk} (f'(z_j^L)^2 + (a_j^L - y_j) f''(z_j^L))",
        r"\frac{\partial^2 C}{\partial z_j^L \partial z_k^L} = \delta_{jk} f'(z_j^L)^2",
    ),
    "powers of entries by steps": (
        STEPS,
        r"\frac{\partial L}{\partial A} = \sum_{t=1}^T \frac{\partial L}{\partial h_t} h_{t-1}^\top",
        r"\frac{\partial L}{\partial A} = \sum_{t=1}^T \frac{\partial L}{\partial h_t} h_t^\top",
    ),
    "powers of entries in parentheses": (
        r"$$z_k^{(l)} = \sum_{j=1}^{m_{l-1}} (w_l)_{jk} h_j^{(l-1)}, \quad h_k^{(l)} = f(z_k^{(l)})$$"
        r"( $l = 1, \dots, L$, $k = 1, \dots, m_l$ ) $$h_j^{(0)} = x_j, \quad E = \sum_{k=1}^{m_L} h_k^{(L)}"
        r" + \lambda \sum_{l=1}^L \sum_{j=1}^{m_{l-1}} \sum_{k=1}^{m_l} (w_l)_{jk}^2$$",
        r"\frac{\partial E}{\partial (w_L)_{jk}} = f'(z_k^{(L)}) h_j^{(L-1)} + 2 \lambda (w_L)_{jk}",
        r"\frac{\partial E}{\partial (w_L)_{jk}} = f'(z_k^{(L)}) h_j^{(L-1)}",
    ),
    "powers of entries of layers above": (
        r"$$z_i^{k+1} = \sum_{j=1}^{n_k} w_{ij}^k x_j^k, \quad x_i^{k+1} = f(z_i^{k+1})$$"
        r"( $k = 0, \dots, K-1$, $i = 1, \dots, n_{k+1}$ ) $$x_i^0 = u_i, \quad C = \sum_{i=1}^{n_K} (x_i^K)^2$$"
        r"Here $W_k = (w_{ij}^k)$, $X_k = (x_i^k)$, $Z_k = (z_i^k)$.",
        r"\frac{\partial C}{\partial x_i^K} = 2 x_i^K",
        r"\frac{\partial C}{\partial x_i^K} = 0",
    ),
    "a weight for each pair, by the letter of a function": (
        r"$$J = \sum_{i=1}^V \sum_{j=1}^V f_{ij} \left( a_i c_j + b_i + d_j - X_{ij} \right)^2$$",
        r"\frac{\partial J}{\partial b_i} = 2 \sum_{j=1}^V f_{ij} \left( a_i c_j + b_i + d_j - X_{ij} \right)",
        r"\frac{\partial J}{\partial b_i} = \sum_{j=1}^V f_{ij} \left( a_i c_j + b_i + d_j - X_{ij} \right)",
    ),
    "a first state said with a function's parentheses": (
        r"$$a_i(t) = \sum_{j=1}^n u_{ij} x_j(t) + \sum_{k=1}^m w_{ik} h_k(t-1), \quad h_i(t) = \tanh a_i(t)$$"
        "\n\n"
        r"for $i = 1, \dots, m$ and $t = 1, \dots, T$, with $h_k(0) = 0$."
        "\n\n"
        r"$$E = \frac12 \sum_{t=1}^T \sum_{i=1}^m (h_i(t) - d_i(t))^2$$",
        r"\frac{\partial E}{\partial w_{ik}} = \sum_{t=1}^T \frac{\partial E}{\partial a_i(t)} h_k(t-1)",
        r"\frac{\partial E}{\partial w_{ik}} = \sum_{t=1}^T \frac{\partial E}{\partial a_i(t)} h_k(t)",
    ),
    "ends that say their letter": (
        r"$$z_i = \sum_{j=0}^{j<n} w_{ij} x_j, \quad E = \frac12 \sum_{i = 1}^{i=m} (z_i - t_i)^2$$",
        r"\frac{\partial E}{\partial x_j} = \sum_{i=1}^{i \leq m} (z_i - t_i) w_{ij}",
        r"\frac{\partial E}{\partial x_j} = \sum_{i=1}^{i<m} (z_i - t_i) w_{ij}",
    ),
    "several ends that say their letters": (
        r"$$E = \frac12 \sum_{i=1,j=1}^{i=m,j=n} (x_i a_j - t_{ij})^2$$",
        r"\frac{\partial E}{\partial x_i} = \sum_{j=1}^{j=n} (x_i a_j - t_{ij}) a_j",
        r"\frac{\partial E}{\partial x_i} = \sum_{j=1}^{j=m} (x_i a_j - t_{ij}) a_j",
    ),
    "bars between indices": (
        r"$$a_{ij} = \sum_{t=1}^k x_{it} w_{jt}, \quad w_{ij|pq} = \frac{\partial a_{ij}}{\partial w_{pq}}, "
        r"\quad e = \frac12 \sum_{i=1}^m \sum_{j=1}^n a_{ij}^2$$",
        r"\frac{\partial e}{\partial w_{pq}} = \sum_{i=1}^m \sum_{j=1}^n a_{ij} w_{ij|pq}",
        r"\frac{\partial e}{\partial w_{pq}} = \sum_{i=1}^m a_{ip} w_{ip|qp}",
    ),
}


@pytest.mark.parametrize("name", NETS)
def test_a_way_to_write(name: str) -> None:
    page, right, wrong = NETS[name]
    assert each_verdict(page, lines=[f"$${right}$$", f"$${wrong}$$"]) == ["right", "wrong"]


def test_two_layers_at_once_are_proved() -> None:
    page, *_ = NETS["a number of layers at once"]
    line = r"$$\delta_j^l = \sum_k \sum_m w_{mk}^{l+2} f'(z_k^{l+1}) w_{kj}^{l+1} f'(z_j^l) \delta_m^{l+2}$$"
    assert verdict(page, line + r" ( $l = 1, \dots, L-2$, $j = 1, \dots, n_l$ )") == "right"
    slip = line.replace("f'(z_k^{l+1})", "f'(z_j^{l+1})")
    assert verdict(page, slip + r" ( $l = 1, \dots, L-2$, $j = 1, \dots, n_l$ )") == "wrong"


def test_the_letters_of_a_kernel_do_not_say_how_long_its_input_is() -> None:
    page = (
        '+++\noutside = "zero"\n[ranges]\n"i" = "0..n-1"\n"p" = "0..P-n"\n+++\n'
        r"$$h_p = \sum_{\alpha=0}^{n-1} g_{p+\alpha} w_\alpha, \quad E = \frac12 \sum_{p=0}^{P-n} (h_p - y_p)^2$$"
        "\n\n"
        r"$$\frac{\partial E}{\partial g_i} = \sum_{p=0}^{P-n} \frac{\partial E}{\partial h_p} w_{i-p}$$"
    )
    full = r"$$\frac{\partial E}{\partial w_i} = \sum_{p=0}^{P-n} g_{p+i} \frac{\partial E}{\partial h_p}$$"
    assert each_verdict(page, lines=[full, full.replace("P-n", "n-1")]) == ["right", "wrong"]


def test_what_follows_from_an_equation_is_a_claim_and_a_circle_is_none() -> None:
    page = r"$$y_i = s_i x_i + t_i, \quad E = \sum_{i=1}^n y_i^2$$"
    assert each_verdict(page, lines=[r"$$x_i = (y_i - t_i) / s_i$$", r"$$x_i = (y_i + t_i) / s_i$$"]) == [
        "right",
        "wrong",
    ]
    flow = r"$$s_i = \sum_{j=1}^d A_{ij} v_j, \quad y_i = x_i e^{s_i}, \quad L = \sum_{i=1}^D y_i^2$$"
    assert each_verdict(flow, lines=[r"$$x_i = y_i e^{-s_i}$$", r"$$x_i = y_i e^{s_i}$$"]) == ["right", "wrong"]
    assert verdict(r"$$a = b + 1$$", r"$$b = 2 a$$") == "unreadable"


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (r"h_i = \sum_{j=1}^n A_{ij} a_j", r"a_j = \sum_{i=1}^n A_{ij} h_i"),
        (r"m_i = \tanh(J_i n_i + b_i)", r"n_i = \tanh(J_i m_i + b_i)"),
        (r"u_i = p_i v_i + b_i", r"v_i = q_i u_i + c_i"),
    ],
)
def test_units_that_act_on_one_another_are_no_claims(one: str, two: str) -> None:
    judged = [str(c.judgement) for c in check(f"$${one}$$\n\n$${two}$$").claims]
    assert "wrong" not in judged
    assert "right" not in judged


WIDTHS = (
    r"$$z^{(l)}_k = \sum_j w^{(l)}_{kj} a^{(l-1)}_j, \quad a^{(l)}_k = f(z^{(l)}_k)$$"
    r"( $l = 1, \dots, L$, $k = 1, \dots, n_l$ )"
)


@pytest.mark.parametrize(
    "rest",
    [
        r"$$E = \frac12 \sum_{k=1}^{n_L} (a^{(L)}_k - t_k)^2$$",
        r"$$a^{(0)}_j = x_j$$ $$E = \frac12 \sum_{k=1}^{n_L} (a^{(L)}_k - t_k)^2$$",
        r"$$E = \frac12 \sum_k (a^{(L)}_k - t_k)^2, \quad a_j^{(0)} = x_j$$",
    ],
)
def test_layers_of_different_widths_without_bounds(rest: str) -> None:
    report = check(f"{WIDTHS}\n\n{rest}\n\n" + r"$$\frac{\partial E}{\partial w^{(L)}_{kj}} = \delta_k a^{(L-1)}_j$$")
    assert not any("label" in note for note in report.notes)
    line = r"\frac{\partial E}{\partial w^{(L)}_{kj}} = (a^{(L)}_k - t_k) f'(z^{(L)}_k) a^{(L-1)}_j"
    assert each_verdict(WIDTHS, rest, lines=[f"$${line}$$", f"$${line.replace('a^{(L-1)}_j', 'a^{(L-1)}_k')}$$"]) == [
        "right",
        "wrong",
    ]


@pytest.mark.parametrize("end", ["j=m", "m=i", "i>m", "i=m=k", r"i \ne m"])
def test_ends_that_say_another_letter_or_something_else(end: str) -> None:
    page = rf"$$E = \frac12 \sum_{{i=1}}^{{{end}}} x_i^2$$"
    assert verdict(page, r"$$\frac{\partial E}{\partial x_i} = x_i$$") not in ("right", "wrong")
