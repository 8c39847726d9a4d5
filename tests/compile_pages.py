# ruff: noqa: E501 - formulas as people type them
r"""Networks as pages, for tests of compiling: what textbooks have, and index patterns that are hard to lower."""

from __future__ import annotations

PAGES: dict[str, str] = {
    "batchnorm": r"""
$$a_{n,i} = \sum_{j=1}^{J} w_{i,j} x_{n,j}$$ ( $1 \le n \le N, 1 \le i \le I$ )
$$\mu_i = \frac{1}{N} \sum_{n=1}^{N} a_{n,i}$$
$$v_i = \frac{1}{N} \sum_{n=1}^{N} (a_{n,i} - \mu_i)^2$$
$$b_{n,i} = \frac{a_{n,i} - \mu_i}{\sqrt{v_i + 0.001}}$$
$$y_{n,i} = g_i b_{n,i} + c_i$$
$$E = \frac12 \sum_{n=1}^{N}\sum_{i=1}^{I} (y_{n,i} - t_{n,i})^2$$
""",
    "bidirectional": r"""
$$f_{t,i} = \tanh(\sum_{j=1}^{H} U_{i,j} f_{t-1,j} + x_{t,i}) \quad g_{t,i} = \tanh(\sum_{j=1}^{H} V_{i,j} g_{t+1,j} + x_{t,i})$$ ( $1 \le t \le T, 1 \le i \le H$ )
$$f_{0,i} = 0 \quad g_{T+1,i} = 0$$
$$E = \frac12 \sum_{t=1}^{T} \sum_{i=1}^{H} (f_{t,i} + g_{t,i} - y_{t,i})^2$$
""",
    "causal_attention": r"""
$$s_{t,u} = \sum_{a=1}^{A} q_{t,a} k_{u,a}$$ ( $1 \le t \le T, 1 \le u \le T$ )
$$z_{t,c} = \frac{\sum_{u=1}^{t} \exp(s_{t,u}) v_{u,c}}{\sum_{u=1}^{t} \exp(s_{t,u})}$$ ( $1 \le t \le T, 1 \le c \le C$ )
$$E = \frac12 \sum_{t=1}^{T}\sum_{c=1}^{C} (z_{t,c} - y_{t,c})^2$$
""",
    "conv2d_channels": r"""
$$y_{o,i,j} = \sum_{c=1}^{C}\sum_{a=1}^{A} \sum_{b=1}^{B} k_{o,c,a,b} x_{c,i+a-1,j+b-1} + d_o$$ ( $1 \le o \le O, 1 \le i \le P, 1 \le j \le Q$ )
$$E = \frac12 \sum_{o=1}^{O}\sum_{i=1}^{P} \sum_{j=1}^{Q} (\tanh(y_{o,i,j}) - t_{o,i,j})^2$$
""",
    "conv_batch": r"""
$$y_{n,o,i} = \sum_{c=1}^{C}\sum_{a=1}^{3} k_{o,c,a} x_{n,c,i+a-1}$$ ( $1 \le n \le N, 1 \le o \le O, 1 \le i \le P$ )
$$E = \frac12 \sum_{n=1}^{N}\sum_{o=1}^{O}\sum_{i=1}^{P} (\tanh(y_{n,o,i}) - t_{n,o,i})^2$$
""",
    "cosine": r"""
$$s_{n,m} = \frac{\sum_{k=1}^{K} a_{n,k} b_{m,k}}{\sqrt{\sum_{k=1}^{K} a_{n,k}^2} \sqrt{\sum_{k=1}^{K} b_{m,k}^2}}$$ ( $1 \le n \le N, 1 \le m \le N$ )
$$E = -\sum_{n=1}^{N} \left(s_{n,n} - \log \sum_{m=1}^{N} \exp(s_{n,m})\right)$$
""",
    "diag": r"""
$$y_i = \sum_{j=1}^{N} w_{i,j} w_{j,i} x_j + w_{i,i}$$ ( $1 \le i \le N$ )
$$E = \frac12 \sum_{i=1}^{N} y_i^2$$
""",
    "factorisation": r"""
$$y_n = b + \sum_{i=1}^{I} w_i x_{n,i} + \frac12 \sum_{f=1}^{F} \left( \left(\sum_{i=1}^{I} v_{i,f} x_{n,i}\right)^2 - \sum_{i=1}^{I} v_{i,f}^2 x_{n,i}^2 \right)$$ ( $1 \le n \le N$ )
$$E = \frac12 \sum_{n=1}^{N} (y_n - t_n)^2$$
""",
    "focal": r"""
$$z_n = \sum_{j=1}^{J} w_j x_{n,j}$$ ( $1 \le n \le N$ )
$$p_n = \sigma(z_n)$$
$$E = -\sum_{n=1}^{N} (t_n (1-p_n)^2 \log p_n + (1-t_n) p_n^2 \log(1-p_n))$$
""",
    "forward_algorithm": r"""
$$\alpha_{t,k} = \log \sum_{l=1}^{K} \exp(\alpha_{t-1,l} + A_{l,k}) + s_{t,k}$$ ( $2 \le t \le T, 1 \le k \le K$ )
$$\alpha_{1,k} = s_{1,k}$$
$$E = \log \sum_{k=1}^{K} \exp(\alpha_{T,k}) - \sum_{t=1}^{T} \sum_{k=1}^{K} y_{t,k} s_{t,k}$$
""",
    "gaussian_mixture": r"""
$$s_{n,k} = c_k - \frac12 \sum_{d=1}^{D} \frac{(x_{n,d} - m_{k,d})^2}{v_{k,d}}$$ ( $1 \le n \le N, 1 \le k \le K$ )
$$E = -\sum_{n=1}^{N} \log \sum_{k=1}^{K} \exp(s_{n,k})$$
""",
    "grid_recurrence": r"""
$$h_{i,j} = \tanh(a h_{i-1,j} + b h_{i,j-1} + x_{i,j})$$ ( $1 \le i \le I, 1 \le j \le J$ )
$$h_{0,j} = 0$$ ( $1 \le j \le J$ )
$$h_{i,0} = 0$$ ( $1 \le i \le I$ )
$$E = \frac12 \sum_{i=1}^{I}\sum_{j=1}^{J} (h_{i,j} - y_{i,j})^2$$
""",
    "gru": r"""
$$p_{t,i} = \sum_{k=1}^{K} A_{i,k} x_{t,k} + \sum_{j=1}^{H} B_{i,j} h_{t-1,j}$$ ( $1 \le t \le T, 1 \le i \le H$ )
$$z_{t,i} = \sigma(p_{t,i})$$
$$q_{t,i} = \sum_{k=1}^{K} C_{i,k} x_{t,k} + \sum_{j=1}^{H} D_{i,j} h_{t-1,j}$$
$$r_{t,i} = \sigma(q_{t,i})$$
$$s_{t,i} = \sum_{k=1}^{K} F_{i,k} x_{t,k} + \sum_{j=1}^{H} G_{i,j} r_{t,j} h_{t-1,j}$$
$$m_{t,i} = \tanh(s_{t,i})$$
$$h_{t,i} = (1 - z_{t,i}) h_{t-1,i} + z_{t,i} m_{t,i}$$ ( $1 \le t \le T, 1 \le i \le H$ )
$$h_{0,i} = 0$$
$$E = \frac12 \sum_{i=1}^{H} (h_{T,i} - y_i)^2$$
""",
    "hmm_products": r"""
$$a_{t,k} = e_{t,k} \sum_{l=1}^{K} a_{t-1,l} A_{l,k}$$ ( $2 \le t \le T, 1 \le k \le K$ )
$$a_{1,k} = p_k e_{1,k}$$
$$E = -\log \sum_{k=1}^{K} a_{T,k}$$
""",
    "kinks": r"""
$$y_i = |w_i x_i - 1| + \max(w_i, x_i) + \min(w_i, 2)$$ ( $1 \le i \le N$ )
$$E = \sum_{i=1}^{N} y_i^2$$
""",
    "logistic_softplus": r"""
$$z_n = \sum_{j=1}^{J} w_j x_{n,j} + b$$ ( $1 \le n \le N$ )
$$E = \sum_{n=1}^{N} \left(\log(1 + \exp(z_n)) - t_n z_n\right)$$
""",
    "lstm": r"""
$$a_{n,t,i} = \sum_{k=1}^{K} A_{i,k} x_{n,t,k} + \sum_{j=1}^{H} B_{i,j} h_{n,t-1,j} + b_i$$ ( $1 \le n \le N, 1 \le t \le T, 1 \le i \le H$ )
$$f_{n,t,i} = \sigma(\sum_{k=1}^{K} C_{i,k} x_{n,t,k} + \sum_{j=1}^{H} D_{i,j} h_{n,t-1,j})$$
$$o_{n,t,i} = \sigma(\sum_{j=1}^{H} G_{i,j} h_{n,t-1,j})$$
$$c_{n,t,i} = f_{n,t,i} c_{n,t-1,i} + (1 - f_{n,t,i}) \tanh(a_{n,t,i})$$
$$h_{n,t,i} = o_{n,t,i} \tanh(c_{n,t,i})$$ ( $1 \le n \le N, 1 \le t \le T, 1 \le i \le H$ )
$$h_{n,0,i} = 0, \quad c_{n,0,i} = 0$$
$$E = \frac12 \sum_{n=1}^{N}\sum_{t=1}^{T}\sum_{i=1}^{H} (h_{n,t,i} - y_{n,t,i})^2$$
""",
    "moving_average": r"""
$$m_p = \frac14 \sum_{s=0}^{3} \tanh(w_{p+s})$$ ( $1 \le p \le P$ )
$$E = \frac12 \sum_{p=1}^{P} (m_p - t_p)^2$$
""",
    "multihead": r"""
$$q_{h,t,a} = \sum_{m=1}^{M} Q_{h,a,m} x_{t,m} \quad k_{h,t,a} = \sum_{m=1}^{M} K_{h,a,m} x_{t,m} \quad v_{h,t,c} = \sum_{m=1}^M V_{h,c,m} x_{t,m}$$ ( $1 \le h \le R$, $1 \le t \le T$, $1 \le a \le A$, $1 \le c \le C$ )
$$s_{h,t,u} = \frac{1}{\sqrt{A}} \sum_{a=1}^{A} q_{h,t,a} k_{h,u,a}$$ ( $1 \le h \le R, 1 \le t \le T, 1 \le u \le T$ )
$$p_{h,t,u} = \frac{\exp(s_{h,t,u})}{\sum_{l=1}^{T} \exp(s_{h,t,l})}$$
$$z_{t,d} = \sum_{h=1}^{R} \sum_{c=1}^{C} W_{d,h,c} \sum_{u=1}^T p_{h,t,u} v_{h,u,c}$$ ( $1 \le t \le T, 1 \le d \le D$ )
$$E = \frac12 \sum_{t=1}^T \sum_{d=1}^D (z_{t,d} - y_{t,d})^2$$
""",
    "off_diagonal": r"""
$$E = \frac12 \sum_{i=1}^{N} \sum_{j=1, j \neq i}^{N} w_{i,j} x_i x_j + \sum_{i=1}^{N-1} u_i u_{i+1}$$
""",
    "pool2d": r"""
$$r_{i,j} = \tanh(x_{i,j} w_j)$$ ( $1 \le i \le 2P, 1 \le j \le 2Q$ )
$$m_{p,q} = \frac14 (r_{2p-1,2q-1} + r_{2p,2q-1} + r_{2p-1,2q} + r_{2p,2q})$$ ( $1 \le p \le P, 1 \le q \le Q$ )
$$E = \frac12 \sum_{p=1}^{P}\sum_{q=1}^{Q} (m_{p,q} - t_{p,q})^2$$
""",
    "pool_sum": r"""
$$r_{n,i} = \tanh(x_{n,i} w_i)$$ ( $1 \le n \le N, 1 \le i \le 3P$ )
$$m_{n,p} = \frac13 \sum_{s=1}^{3} r_{n,3p-3+s}$$ ( $1 \le n \le N, 1 \le p \le P$ )
$$E = \frac12 \sum_{n=1}^{N}\sum_{p=1}^{P} (m_{n,p} - t_{n,p})^2$$
""",
    "product_trace": r"""
$$E = \sum_{i=1}^{I} \sum_{j=1}^{J} \sum_{k=1}^{K} \sum_{l=1}^{L} A_{i,j} B_{j,k} C_{k,l} D_{l,i}$$
""",
    "relu_net": r"""
$$a_{n,i} = \max(0, \sum_{j=1}^{J} W_{i,j} x_{n,j} + b_i)$$ ( $1 \le n \le N, 1 \le i \le I$ )
$$y_n = \sum_{i=1}^{I} v_i a_{n,i}$$
$$E = \frac{1}{N} \sum_{n=1}^{N} |y_n - t_n|$$
""",
    "reversed": r"""
$$y_i = \tanh(w_{N+1-i} x_i)$$ ( $1 \le i \le N$ )
$$E = \sum_{i=1}^{N} y_i w_i y_{N+1-i}$$
""",
    "rms": r"""
$$y_{n,i} = \frac{g_i x_{n,i}}{\sqrt{\frac{1}{I} \sum_{j=1}^{I} x_{n,j}^2}}$$ ( $1 \le n \le N, 1 \le i \le I$ )
$$E = \frac12 \sum_{n=1}^{N}\sum_{i=1}^{I} (y_{n,i} - t_{n,i})^2$$
""",
    "second_order_recurrence": r"""
$$h_t = \tanh(a h_{t-1} + b h_{t-2} + x_t)$$ ( $3 \le t \le T$ )
$$h_1 = x_1, \quad h_2 = x_2$$
$$E = \frac12 \sum_{t=1}^{T} (h_t - y_t)^2$$
""",
    "strided_dilated": r"""
$$y_i = \sum_{a=1}^{A} k_a x_{2i+3a-4}$$ ( $1 \le i \le N$ )
$$E = \frac12 \sum_{i=1}^{N} (\tanh(y_i) - t_i)^2$$
""",
    "transposed_conv": r"""
$$y_{i} = \sum_{a=1}^{3} \sum_{p=1, p+a-1=i}^{P} k_a x_p$$ ( $1 \le i \le P+2$ )
$$E = \frac12 \sum_{i=1}^{P+2} (y_i - t_i)^2$$
""",
    "triangular": r"""
$$y_i = \sum_{j=1}^{i} L_{i,j} x_j$$ ( $1 \le i \le N$ )
$$E = \frac12 \sum_{i=1}^{N} y_i^2$$
""",
    "triplet_hinge": r"""
$$d_n = \sum_{k=1}^{K} (a_{n,k} - b_{n,k})^2 \quad e_n = \sum_{k=1}^{K} (a_{n,k} - c_{n,k})^2$$ ( $1 \le n \le N$ )
$$E = \sum_{n=1}^{N} \max(0, 1 + d_n - e_n)$$
""",
    "attention": r"""
+++
title = "Scaled dot-product attention"
objective = "L"
wrt = ["W^Q_{a,m}", "W^K_{a,m}", "W^V_{c,m}"]
data = ["x_{t,m}", "y_{t,c}"]
+++
$$q_{t,a} = \sum_{m=1}^{M} W^Q_{a,m} x_{t,m} \quad k_{t,a} = \sum_{m=1}^{M} W^K_{a,m} x_{t,m} \quad v_{t,c} = \sum_{m=1}^M W^V_{c,m} x_{t,m}$$ for $1 \le t \le T$, $1 \le a \le A$, $1 \le c \le C$

$$s_{t,u} = \frac{1}{\sqrt{A}} \sum_{a=1}^{A} q_{t,a} k_{u,a}$$ ($1 \le t, u \le T$)

$$\alpha_{t,u} = \frac{\exp(s_{t,u})}{\sum_{v=1}^{T} \exp(s_{t,v})}$$

$$z_{t,c} = \sum_{u=1}^T \alpha_{t,u} v_{u,c}$$

$$L = \frac12 \sum_{t=1}^T \sum_{c=1}^C (z_{t,c} - y_{t,c})^2$$
""",
    "lenet": r"""
+++
title = "LeNet-like"
wrt = ["k^{(1)}_{c,a}", "w_{o,c,p}"]
data = ["x_m", "t_o"]
+++
$$a_{c,i} = \sum_{s=1}^{S} k^{(1)}_{c,s} x_{i+s-1} + b_c \quad r_{c,i} = \tanh(a_{c,i})$$ ($1 \le c \le C$, $1 \le i \le 2P$)
$$p_{c,m} = \frac12 (r_{c,2m-1} + r_{c,2m})$$ ($1 \le m \le P$)
$$u_o = \sum_{c=1}^{C} \sum_{m=1}^{P} w_{o,c,m} p_{c,m} + d_o$$ ($1 \le o \le O$)
$$y_o = \frac{\exp(u_o)}{\sum_{o'=1}^O \exp(u_{o'})}$$
$$E = -\sum_{o=1}^O t_o \log y_o$$
""",
    "meanpool": r"""
+++
wrt = "w_a"
data = ["x_m", "t_p"]
+++
$$c_i = \sum_{a=1}^{A} w_a x_{i+a-1} \qquad r_i = \max(0, c_i)$$ ($1 \le i \le 2P$)
$$m_p = \frac{1}{2}(r_{2p-1} + r_{2p})$$ ($1 \le p \le P$)
$$E = \frac12 \sum_{p=1}^P (m_p - t_p)^2$$
""",
    "gan": r"""
+++
wrt = ["g_{ij}", "d_i"]
data = ["x_i", "z_j"]
+++
$$\tilde x_i = \tanh\left(\sum_{j=1}^{J} g_{ij} z_j\right)$$ ($1 \le i \le I$)
$$D_r = \sigma\left(\sum_{i=1}^I d_i x_i\right), \quad D_f = \sigma\left(\sum_{i=1}^I d_i \tilde x_i\right)$$
$$V = \log D_r + \log(1 - D_f)$$
""",
    "vae": r"""
+++
wrt = ["W_{kd}", "V_{kd}"]
data = ["x_d", "\\epsilon_k"]
+++
$$\mu_k = \sum_{d=1}^D W_{kd} x_d, \quad \ell_k = \sum_{d=1}^D V_{kd} x_d$$
$$z_k = \mu_k + \exp(\ell_k / 2) \epsilon_k$$
$$\hat x_d = \sum_{k=1}^K U_{dk} z_k$$
$$L = \frac12 \sum_{d=1}^D (x_d - \hat x_d)^2 + \frac12 \sum_{k=1}^K (\mu_k^2 + \exp(\ell_k) - \ell_k - 1)$$
""",
    "ng": r"""
+++
wrt = ["W^{[1]}_{ij}", "b^{[1]}_i", "W^{[2]}_{1i}"]
+++
Andrew Ng's notation, batch.

$$z^{[1](m)}_i = \sum_{j=1}^{n_x} W^{[1]}_{ij} x^{(m)}_j + b^{[1]}_i, \qquad a^{[1](m)}_i = g(z^{[1](m)}_i)$$ for $i = 1, \dots, n_h$ and $m = 1, \dots, M$

$$z^{[2](m)} = \sum_{i=1}^{n_h} W^{[2]}_{1i} a^{[1](m)}_i + b^{[2]}, \qquad \hat{y}^{(m)} = \sigma(z^{[2](m)})$$

$$J = -\frac{1}{M} \sum_{m=1}^M \left( y^{(m)} \log \hat{y}^{(m)} + (1 - y^{(m)}) \log(1 - \hat{y}^{(m)}) \right)$$
""",
    "residual": r"""
+++
title = "Residual blocks"
wrt = ["V_{ij}", "W_{ij}"]
data = ["x_i"]
+++
\begin{align}
u_i &= x_i + \tanh\Bigl(\sum_{j=1}^{n} V_{ij} x_j\Bigr) \\
y_i &= u_i + \tanh\Bigl(\sum_{j=1}^{n} W_{ij} u_j\Bigr)
\end{align}
$$E = \frac{1}{2} \sum_{i=1}^n (y_i - t_i)^2$$
""",
    "word2vec": r"""
+++
wrt = ["V_{k,n}", "U_{n,k}"]
data = ["x_k", "t_j"]
assume = ["\\sum_{j=1}^{V} t_j = 1"]
+++
$$h_n = \sum_{k=1}^{V} V_{k,n} x_k$$
$$u_j = \sum_{n=1}^{N} U_{n,j} h_n$$
$$y_j = \frac{e^{u_j}}{\sum_{j'=1}^{V} e^{u_{j'}}}$$
$$E = - \sum_{j=1}^{V} t_j \log y_j$$
""",
    "conv2d": r"""
+++
wrt = ["k_{a,b}", "x_{m,n}"]
+++
$$y_{i,j} = \sum_{a=1}^{A} \sum_{b=1}^{B} k_{a,b} \, x_{i+a-1, j+b-1}$$ ($1 \le i \le P$, $1 \le j \le Q$)
$$z_{i,j} = f(y_{i,j})$$
$$E = \frac12 \sum_{i=1}^{P} \sum_{j=1}^{Q} (z_{i,j} - t_{i,j})^2$$
""",
    "alignment": r"""
$$d_{i,j} = c_{i,j} - \log(\exp(-d_{i-1,j}) + \exp(-d_{i,j-1}) + \exp(-d_{i-1,j-1}))$$ ( $2 \le i \le I, 2 \le j \le J$ )
$$d_{1,j} = c_{1,j}$$ ( $1 \le j \le J$ )
$$d_{i,1} = c_{i,1}$$ ( $2 \le i \le I$ )
$$E = d_{I,J}$$
""",
    "laplacian": r"""
$$r_{i,j} = u_{i+1,j} + u_{i-1,j} + u_{i,j+1} + u_{i,j-1} - 4 u_{i,j}$$ ( $1 \le i \le I, 1 \le j \le J$ )
$$E = \frac12 \sum_{i=1}^{I} \sum_{j=1}^{J} (r_{i,j} - f_{i,j})^2$$
""",
    "stacked_rnn": r"""
$$h_{l,t,i} = \tanh(\sum_{j=1}^{H} U_{l,i,j} h_{l,t-1,j} + \sum_{j=1}^{H} W_{l,i,j} h_{l-1,t,j})$$ ( $1 \le l \le L, 1 \le t \le T, 1 \le i \le H$ )
$$h_{0,t,i} = x_{t,i}$$ ( $1 \le t \le T, 1 \le i \le H$ )
$$h_{l,0,i} = 0$$ ( $1 \le l \le L, 1 \le i \le H$ )
$$E = \frac12 \sum_{t=1}^{T} \sum_{i=1}^{H} (h_{L,t,i} - y_{t,i})^2$$
""",
    "strided2d": r"""
$$y_{i,j} = \sum_{a=1}^{A} \sum_{b=1}^{B} k_{a,b} x_{2i+a-2,3j+b-3}$$ ( $1 \le i \le P, 1 \le j \le Q$ )
$$E = \frac12 \sum_{i=1}^{P} \sum_{j=1}^{Q} (\tanh(y_{i,j}) - t_{i,j})^2$$
""",
    "prefix2": r"""
$$s_i = \sum_{j=1}^{i} \sum_{k=1}^{j} w_k x_j$$ ( $1 \le i \le N$ )
$$E = \frac12 \sum_{i=1}^{N} s_i^2$$
""",
}
