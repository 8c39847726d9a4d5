"""The networks that the benchmarks of compiled gradients use, as pages: each with an example axis where it has one."""

from __future__ import annotations

TIED_AUTOENCODER = r"""
$$w_{j,i}^{(2)} = w_{i,j}^{(1)} = w_{j,i}$$ ( $1 \leq i \leq I, 1 \leq j \leq J$ )

$$net_{n,j}^{(3)} = \sum_{i=1}^{I+1} o_{n,i}^{(2)} w_{j,i}^{(2)}$$ ( $1 \leq n \leq N, 1 \leq j \leq J$ )

$$o_{n,j}^{(3)} = \sigma(net_{n,j}^{(3)})$$

$$(o_{n,I+1}^{(2)} = 1, w_{j,I+1}^{(2)} = -\theta_j^{(3)})$$

$$net_{n,i}^{(2)} = \sum_{j=1}^{J+1} o_{n,j}^{(1)} w_{i,j}^{(1)}$$ ( $1 \leq n \leq N, 1 \leq i \leq I$ )

$$(o_{n,J+1}^{(1)} = 1, w_{i,J+1}^{(1)} = -\theta_i^{(2)})$$

$$o_{n,i}^{(2)} = \sigma(net_{n,i}^{(2)})$$

$$E = \frac{1}{2} \sum_{n=1}^{N} \sum_{j=1}^{J} (o_{n,j}^{(3)} - o_{n,j}^{(1)})^2$$
"""
"""One weight in both layers, squared error against the input, N examples."""

SOFTMAX_REGRESSION = r"""
+++
objective = "E"
data = ["x_{n,j}", "t_{n,k}"]
+++

$$z_{n,k} = \sum_{j=1}^{J} w_{k,j} x_{n,j} + b_k$$ ( $1 \leq n \leq N, 1 \leq k \leq K$ )

$$y_{n,k} = \frac{\exp(z_{n,k})}{\sum_{l=1}^{K} \exp(z_{n,l})}$$ ( $1 \leq n \leq N, 1 \leq k \leq K$ )

$$E = -\sum_{n=1}^{N} \sum_{k=1}^{K} t_{n,k} \log(y_{n,k})$$
"""
"""A linear classifier with cross-entropy, N examples."""

CONVOLUTION = r"""
+++
objective = "E"
wrt = ["k_a", "x_m"]
data = ["t_i"]
+++

$$y_i = \sum_{a=1}^{A} k_a x_{i+a-1}$$ ( $1 \leq i \leq N$ )

$$o_i = \tanh(y_i)$$

$$E = \frac{1}{2} \sum_{i=1}^{N} (o_i - t_i)^2$$
"""
"""A kernel swept over a line, squared error."""

RECURRENT = r"""
+++
objective = "E"
wrt = ["U_{i,j}", "W_{i,d}", "b_i"]
data = ["x_d^{(t)}", "y_i^{(t)}"]
+++

$$a_i^{(t)} = \sum_{d=1}^{D} W_{i,d} x_d^{(t)} + \sum_{j=1}^{H} U_{i,j} h_j^{(t-1)} + b_i$$
( $1 \leq t \leq T, 1 \leq i \leq H$ )

$$h_i^{(t)} = \tanh(a_i^{(t)})$$ ( $1 \leq t \leq T, 1 \leq i \leq H$ )

$$h_i^{(0)} = 0$$

$$E = \frac{1}{2} \sum_{t=1}^{T} \sum_{i=1}^{H} (h_i^{(t)} - y_i^{(t)})^2$$
"""
"""T steps, an error at each."""
