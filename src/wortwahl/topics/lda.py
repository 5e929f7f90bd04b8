"""Latent Dirichlet allocation, the other choice: scikit-learn's, kept as numbers instead of an object."""

import numpy as np
from scipy import sparse
from scipy.special import psi
from sklearn.decomposition import LatentDirichletAllocation

from wortwahl.terms.term_matrix import sums

_ROUNDS = 40
# With the priors of the library (1 / topics) topics share their words: exclusivity .29 and .37 on two
# corpora, .44 and .47 with these, at the same coherence.
_TOPIC_PRIOR, _WORD_PRIOR = 1.0, 0.1


def fit_lda(counts: sparse.csr_array, n_topics: int, seed: int) -> np.ndarray:
    """Return the posterior's parameters, topics × words (Blei, Ng and Jordan 2003; variational Bayes)."""
    model = LatentDirichletAllocation(
        n_topics,
        doc_topic_prior=_TOPIC_PRIOR,
        topic_word_prior=_WORD_PRIOR,
        learning_method="batch",
        max_iter=_ROUNDS,
        random_state=seed,
    )
    return model.fit(counts).components_


def lda_weights(counts: sparse.csr_array, components: np.ndarray) -> np.ndarray:
    """Return the weight of each topic in each article; an article without a word has none."""
    model = LatentDirichletAllocation(len(components))
    # What `fit` leaves behind, and `transform` reads; so that a model is its numbers, and no pickle.
    model.components_ = components
    model.exp_dirichlet_component_ = np.exp(psi(components) - psi(components.sum(axis=1, keepdims=True)))
    model.n_features_in_ = components.shape[1]
    model.doc_topic_prior_, model.topic_word_prior_ = _TOPIC_PRIOR, _WORD_PRIOR
    model.random_state_ = np.random.RandomState(0)
    known = sums(counts) > 0
    weights = np.zeros((counts.shape[0], len(components)))
    if known.any():
        weights[known] = model.transform(sparse.csr_array(counts[known]))
    return weights
